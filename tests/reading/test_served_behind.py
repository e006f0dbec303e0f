"""What was done for the people of the column before is understood together with them, where they are those of an indicator."""

from __future__ import annotations

import pytest
from laporan import codes, read, said

TITLE = "INTERVENSI GIZI S/D OKTOBER 2026\n"


@pytest.mark.parametrize(("people", "done", "share", "code"), [
    ("Balita gizi kurang 6-59 bln", "Mendapat PMT", "% PMT", "pmt_gizi_kurang"), ("Balita gizi kurang", "Dapat PMT", "%", "pmt_gizi_kurang"),
    ("Kasus gizi buruk", "Mendapat perawatan", "% dirawat", "gizi_buruk_dirawat"), ("Kasus gizi buruk", "Dirawat", "Persen", "gizi_buruk_dirawat"),
])  # fmt: skip
def test_it_is_their_indicator(people: str, done: str, share: str, code: str) -> None:
    reading = read(S=f"{TITLE}No|Desa|{people}|{done}|{share}\n1|Suka|15|14|93.3\n2|Maju|8|4|50\n|JUMLAH|23|18|")
    assert said(reading) == [f"Maju {code} 2026-10 cumulative T 4/8 50", f"Suka {code} 2026-10 cumulative T 14/15 93.3"]
    assert codes(reading) == []


def test_two_of_them_stand_side_by_side() -> None:
    head = "No|Desa|Balita gizi kurang|Mendapat PMT|% PMT|Kasus gizi buruk|Mendapat perawatan|% dirawat"
    reading = read(S=f"{TITLE}{head}\n1|Suka|15|14|93.3|2|1|50\n2|Maju|8|4|50|4|3|75")
    assert {line.split(maxsplit=1)[1] for line in said(reading) if line.startswith("Maju")} == {
        "pmt_gizi_kurang 2026-10 cumulative T 4/8 50", "gizi_buruk_dirawat 2026-10 cumulative T 3/4 75",
    }  # fmt: skip


@pytest.mark.parametrize(("people", "done"), [
    ("Balita gizi kurang", "Belum dapat PMT"), ("Balita gizi kurang", "Mendapat susu"), ("Balita", "Mendapat PMT"), ("Balita gizi kurang", "Dirawat"),
    ("Kasus gizi buruk", "Meninggal"),
])  # fmt: skip
def test_other_columns_behind_people_are_asked(people: str, done: str) -> None:
    reading = read(S=f"{TITLE}No|Desa|{people}|{done}|%\n1|Suka|15|14|93.3\n2|Maju|8|4|50", K="K4 MEI 2026\nDESA|K4\nSuka|4\nMaju|3")
    assert {line.split()[1] for line in said(reading)} == {"k4"} and codes(reading) != []


def test_not_those_of_another_group_of_columns() -> None:
    reading = read(S=f"{TITLE}No|Desa|SASARAN|KIA|\n||Balita gizi kurang|Mendapat PMT|K4\n1|Suka|15|14|3\n2|Maju|8|4|5")
    assert {line.split()[1] for line in said(reading)} == {"k4"}


def _of_mothers(heads: str) -> list[str]:
    reading = read(S=f"PELAYANAN GIZI IBU HAMIL MEI 2026\nNo|Desa|{heads}\n1|Suka|10|8|12|6\n2|Maju|5|4|8|6")
    return [line for line in said(reading) if line.startswith("Suka") and " kek " not in line and " anemia " not in line]


@pytest.mark.parametrize("given", ["Mendapat PMT", "Dapat PMT", "Diberi PMT"])
def test_mothers_counted_by_a_state_in_which_something_is_done_for_them(given: str) -> None:
    assert _of_mothers(f"Bumil KEK|{given}|Bumil Anemia|Usia < 20 th") == ["Suka kek_pmt 2026-5 month T 8/10"]


@pytest.mark.parametrize("heads", ["Bumil KEK|PMT|Bumil Anemia|TTD", "Bumil KEK|Mendapat TTD|Bumil Anemia|Mendapat PMT"])
def test_what_anybody_may_get_or_others_is_asked(heads: str) -> None:
    assert _of_mothers(heads) == []
