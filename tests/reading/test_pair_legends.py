"""Two numbers in one cell that a line of the sheet explains: "(ditulis capaian/sasaran)"."""

from __future__ import annotations

import pytest
from laporan import codes, read, said

from lokmin_data.reading.understanding import NothingToRead

TITLE = "LAPORAN S/D MARET 2026\n"
TABLE = "No|Desa|K1|K6\n1|A|12/45|10 / 44\n2|B|3/40|1 / 39\n3|C|0/41|2 / 40\n|JUMLAH|15/126|13 / 123"
LINES = [
    "A k1 2026-3 cumulative T 12/45", "A k6 2026-3 cumulative T 10/44", "B k1 2026-3 cumulative T 3/40",
    "B k6 2026-3 cumulative T 1/39", "C k1 2026-3 cumulative T 0/41", "C k6 2026-3 cumulative T 2/40",
]  # fmt: skip


@pytest.mark.parametrize(
    "line",
    ["(ditulis capaian/sasaran)", "Ket: realisasi / sasaran", "Keterangan :|angka = capaian/sasaran", "*) dibaca capaian dari sasaran",
     "Cara baca: n/N", "capaian/sasaran", "isi: pembilang/penyebut"],
)  # fmt: skip
@pytest.mark.parametrize("below", [False, True])
def test_a_line_says_what_the_numbers_of_all_pairs_are(line: str, below: bool) -> None:  # noqa: FBT001
    reading = read(S=f"{TITLE}{TABLE}\n\n{line}" if below else f"{TITLE}{line}\n{TABLE}")
    assert said(reading) == LINES
    assert codes(reading) == []


def test_the_line_says_which_comes_first() -> None:
    assert said(read(S=f"{TITLE}(ditulis sasaran/capaian)\nNo|Desa|K1\n1|A|45/12\n2|B|40/3\n3|C|41/0")) == [line for line in LINES if " k1 " in line]


@pytest.mark.parametrize(
    "line",
    ["", "(ditulis L/P)", "Cakupan = capaian/sasaran", "capaian/target", "(capaian/sasaran bumil)", "Ket: D/S",
     "Rapat membahas capaian/sasaran", "(ditulis capaian/sasaran)\nKet: sasaran/capaian"],
)  # fmt: skip
def test_without_such_a_line_they_are_told(line: str) -> None:
    with pytest.raises(NothingToRead) as refused:
        read(S=f"{TITLE}{line}\n{TABLE}" if line else f"{TITLE}{TABLE}")
    assert "sel-bukan-angka" in {problem.code for problem in refused.value.problems}


def test_more_reached_than_there_are_is_not_what_the_line_says() -> None:
    reading = read(S=f"{TITLE}(ditulis capaian/sasaran)\nNo|Desa|K1|Pneumonia balita\n1|A|12/45|9/2\n2|B|3/40|7/3\n3|C|0/41|8/1")
    assert [line for line in said(reading) if " k1 " not in line] == []
    assert "sel-bukan-angka D4" in codes(reading)


def test_a_head_says_more_than_the_line() -> None:
    reading = read(S=f"{TITLE}(ditulis capaian/sasaran)\nNo|Desa|K1|BCG (L/P)\n1|A|12/45|9/12\n2|B|3/40|7/8\n3|C|0/41|8/9")
    assert "A bcg 2026-3 cumulative L 9/" in said(reading) and "A k1 2026-3 cumulative T 12/45" in said(reading)
