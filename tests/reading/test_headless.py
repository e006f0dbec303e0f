"""Columns of numbers without a head of their own are asked for: neither a total, nor a month, nor another one's percent."""

from __future__ import annotations

import pytest
from laporan import codes, read, said

ROWS = [("Suka", 128, 76, 8, 5), ("Maju", 60, 39, 9, 6), ("Jaya", 65, 41, 4, 2), ("Rawa", 90, 52, 7, 3)]


def lines(row) -> str:  # noqa: ANN001
    return "\n".join(f"{place}|{name}|" + "|".join(map(str, row(*rest))) for place, (name, *rest) in enumerate(ROWS, 1))


def share(above: float, below: float) -> float:
    return round(100 * above / below, 1)


def test_a_count_without_a_head_keeps_its_percent():
    """The percents do not move on to the next count."""
    rows = lines(lambda base, one, two, *_: [base, one, share(one, base), two, share(two, base)])
    reading = read(S=f"PWS KIA MARET 2026\nNO|DESA|SASARAN BUMIL||%|K4|%\n{rows}")
    assert said(reading)[0] == "Jaya k4 2026-3 month T 4/65 6.2" and len(said(reading)) == 4
    assert "kolom-tidak-dikenal D2" in codes(reading)


def test_a_running_number_between_others_is_not_asked():
    rows = "\n".join(f"{name}|{place}|{base}|{one}" for place, (name, base, one, *_) in enumerate(ROWS, 1))
    reading = read(S=f"PWS KIA MARET 2026\nDESA||SASARAN BUMIL|K1\n{rows}")
    assert len(said(reading)) == 4 and codes(reading) == []


@pytest.mark.parametrize("head", ["|P|L+P", "L||L+P", "P||JML"])
def test_a_head_of_one_sex_missing_below_a_group_makes_no_total(head: str):
    rows = lines(lambda _, one, two, *__: [one, two, one + two])
    reading = read(S=f"IMUNISASI BULAN MARET 2026\nNO|DESA|BCG||\n||{head}\n{rows}", merges=[(1, 2, 1, 4)])
    assert [line for line in said(reading) if " T " in line][0] == "Jaya bcg 2026-3 month T 45/"
    assert [code for code in codes(reading) if code.startswith("kolom-tidak-dikenal")]


def test_a_sum_without_a_head_behind_both_sexes_stays_one():
    rows = lines(lambda _, one, two, *__: [one, two, one + two])
    reading = read(S=f"IMUNISASI BULAN MARET 2026\nNO|DESA|BCG||\n||L|P|\n{rows}", merges=[(1, 2, 1, 4)])
    assert [line for line in said(reading) if " T " in line][0] == "Jaya bcg 2026-3 month T 45/" and codes(reading) == []


def test_nothing_below_a_time_is_not_what_the_title_speaks_of():
    """A percent whose head was forgotten is that of nobody, and no D/S."""
    rows = lines(lambda base, one, *_: [base, one, share(one, base), share(one, base)])
    reading = read(S=f"PENIMBANGAN D/S\nNO|DESA|AGUSTUS 2025|||\n||Balita ditimbang|Stunting||%\n{rows}", merges=[(1, 2, 1, 5)])
    assert not any(" d_s " in line and line.split()[-1].startswith("/") for line in said(reading))
    assert "kolom-tidak-dikenal E3" in codes(reading)


@pytest.mark.parametrize("head", ["|BLN INI|KUM", "BLN INI||KUM"])
def test_nothing_beside_this_month_is_not_the_month(head: str):
    rows = lines(lambda base, one, two, three: [base, *([0, two, one] if head.startswith("|") else [two, three, one])])
    reading = read(S=f"PWS KIA MARET 2026\nNO|DESA|SASARAN BUMIL|K1||\n|||{head}\n{rows}", merges=[(1, 3, 1, 5)])
    assert said(reading)[:2] == ["Jaya k1 2026-3 cumulative T 41/65", "Jaya k1 2026-3 month T 4/65"]
    assert any(code.startswith("kolom-tidak-dikenal") for code in codes(reading))


def test_the_number_of_a_group_may_stand_below_its_name_alone():
    rows = lines(lambda base, one, *_: [base, one, share(one, base)])
    reading = read(S=f"PWS KIA MARET 2026\nNO|DESA|SASARAN BUMIL|K1|\n||||%\n{rows}", merges=[(1, 3, 1, 4)])
    assert said(reading)[0] == "Jaya k1 2026-3 month T 41/65 63.1" and codes(reading) == []


def test_a_group_without_its_month_beside_one_with_a_month_is_no_year():
    rows = lines(lambda base, one, *_: [base, one, base + 3, one + 2])
    head = "NO|DESA|||AGUSTUS|\n||Sasaran bayi|Dapat vit A|Sasaran bayi|Dapat vit A"
    reading = read(S=f"VITAMIN A BAYI 6-11 BULAN TAHUN 2026\n{head}\n{rows}", merges=[(1, 4, 1, 5)])
    assert not any("2026 year" in line for line in said(reading)) and "Jaya vit_a_6_11 2026-8 point T 43/" in said(reading)
    assert "periode-tidak-ada" in {code.split()[0] for code in codes(reading)}


@pytest.mark.parametrize("head", ["|%|K4|%", "%|K4|%"])
def test_of_two_percents_around_a_count_the_one_that_follows_from_it_is_its_own(head: str):
    gap = [""] if head.startswith("|") else []
    rows = lines(lambda base, one, two, *_: [base, *gap, share(one, base), two, share(two, base)])
    assert said(read(S=f"PWS KIA MARET 2026\nNO|DESA|SASARAN BUMIL|{head}\n{rows}"))[0] == "Jaya k4 2026-3 month T 4/65 6.2"


def test_a_percent_that_follows_from_other_people_is_not_the_count_s():
    """"Jumlah" of nobody becomes a second sasaran: its percent is not that of K4 behind it."""
    rows = lines(lambda base, one, two, *_: [base, one, share(one, base), two, share(two, base)])
    head = "NO|DESA|IBU HAMIL||||\n||JUMLAH|BUMIL RIIL|%|K4|KET"
    reading = read(S=f"TABEL 26 TAHUN 2025\n{head}\n{rows}", merges=[(1, 2, 1, 6)])
    assert said(reading)[0] == "Jaya k4 2025- year T 4/" and codes(reading) == ["persen-tidak-terbukti E3"]
