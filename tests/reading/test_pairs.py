"""Two numbers in one cell are read where something says what they are, and told where nothing does."""

from __future__ import annotations

import pytest
from laporan import codes, read, said

TITLE = "LAPORAN S/D MARET 2026\n"
FRACTIONS = ["A k1 2026-3 cumulative T 12/45", "B k1 2026-3 cumulative T 3/40", "C k1 2026-3 cumulative T 0/41"]


@pytest.mark.parametrize("head", ["K1 (Capaian/Sasaran)", "K1 Abs/Sasaran", "K1 n/N", "K1 realisasi / sasaran"])
def test_the_head_says_what_the_two_numbers_are(head: str) -> None:
    reading = read(S=f"{TITLE}No|Desa|{head}\n1|A|12/45\n2|B|3 / 40\n3|C|0/41\n|JUMLAH|15/126")
    assert said(reading) == FRACTIONS
    assert codes(reading) == []


def test_a_head_the_other_way_round() -> None:
    assert said(read(S=f"{TITLE}No|Desa|K1 Sasaran/Capaian\n1|A|45/12\n2|B|40/3\n3|C|41/0")) == FRACTIONS


def test_a_head_over_several_columns_says_it_for_all() -> None:
    reading = read(
        merges=[(1, 0, 2, 0), (1, 1, 2, 1), (1, 2, 1, 3)],
        S=f"{TITLE}No|Desa|Capaian / Sasaran|\n||K1|K6\n1|A|12/45|10/44\n2|B|3/40|1/39\n3|C|0/41|2/40",
    )
    assert [line for line in said(reading) if " k1 " in line] == FRACTIONS
    assert "A k6 2026-3 cumulative T 10/44" in said(reading)


def test_one_out_of_so_many_in_words() -> None:
    assert said(read(S=f"{TITLE}No|Desa|K1\n1|A|12 dari 45\n2|B|3 dari 40\n3|C|0 dari 41")) == FRACTIONS


@pytest.mark.parametrize(
    "body",
    ["1|A|45|12/45\n2|B|40|3/40\n3|C|41|0/41", "1|A||12/45 (26,7%)\n2|B||3/40 (7,5%)\n3|C||0/41 (0%)"],
    ids=["beside the sasaran", "with its percent"],
)
def test_other_numbers_prove_the_second_number(body: str) -> None:
    lines = said(read(S=f"{TITLE}No|Desa|Sasaran Bumil|K1\n{body}"))
    assert [" ".join(line.split()[:6]) for line in lines] == FRACTIONS


def test_nothing_says_what_they_are_and_nothing_is_guessed() -> None:
    reading = read(S=f"{TITLE}No|Desa|K1|K6\n1|A|12/45|5\n2|B|3/40|6\n3|C|0/41|7")
    assert said(reading) == [
        "A k6 2026-3 cumulative T 5/",
        "B k6 2026-3 cumulative T 6/",
        "C k6 2026-3 cumulative T 7/",
    ]
    assert "sel-bukan-angka C3" in codes(reading)


def test_boys_and_girls_in_one_cell() -> None:
    lines = said(read(S=f"{TITLE}No|Desa|BCG (L/P)\n1|A|12/45\n2|B|3/40"))
    assert lines == [
        "A bcg 2026-3 cumulative L 12/", "A bcg 2026-3 cumulative P 45/",
        "B bcg 2026-3 cumulative L 3/", "B bcg 2026-3 cumulative P 40/",
    ]  # fmt: skip


def test_a_percent_in_brackets_is_checked_at_its_cell() -> None:
    reading = read(S=f"{TITLE}No|Desa|Sasaran|K1 n (%)\n1|A|45|12 (26,7)\n2|B|40|3 (7,5)\n3|C|41|4 (90)\n4|D|50|5 (10)")
    assert "C k1 2026-3 cumulative T 4/41 90" in said(reading)
    assert codes(reading) == ["persen-tidak-cocok D5"]


def test_areas_as_columns() -> None:
    reading = read(S=f"{TITLE}Indikator|A|B|C\nK1|12 dari 45|3 dari 40|0 dari 41\nK6|1 dari 45|2 dari 40|3 dari 41")
    assert [line for line in said(reading) if " k1 " in line] == FRACTIONS
    places = reading.observations.set_index(["area", "indicator"]).cell
    assert (places["B", "k1"], places["C", "k6"]) == ("C3", "D4")


def test_dates_and_codes_are_no_pairs() -> None:
    reading = read(S=f"{TITLE}No|Desa|Sasaran|K1|Tanggal\n1|A|45|12|01/03\n2|B|40|3|02/03\n3|C|41|0|02/04")
    assert said(reading) == FRACTIONS


def test_a_percent_sign_above_counts_with_their_percent_in_brackets_is_of_the_brackets() -> None:
    reading = read(
        merges=[(1, 0, 2, 0), (1, 1, 2, 1), (1, 3, 1, 4)],
        S=f"{TITLE}No|Desa|Bumil|Capaian n (%)|\n||Sasaran|K1|K6\n1|A|45|12 (26,7%)|9 (20,0%)\n2|B|40|3 (7,5%)|2 (5,0%)\n3|C|41|0 (0,0%)|0 (0,0%)",
    )
    assert [" ".join(line.split()[:6]) for line in said(reading) if " k1 " in line] == FRACTIONS
    assert codes(reading) == []
