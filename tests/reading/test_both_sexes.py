"""Numbers below L or P that are of all: merged over both, or of mothers."""

from __future__ import annotations

import pytest
from laporan import codes, read, said

TITLE = "LB3 GIZI\nBULAN | : MEI 2026\nNO|KEGIATAN|Suka||Maju||JUMLAH\n||L|P|L|P|L|P\n"
GROUPS = [(2, 2, 2, 3), (2, 4, 2, 5), (2, 6, 2, 7)]


def _wide(*rows: int) -> list[tuple[int, int, int, int]]:
    return GROUPS + [(row, left, row, left + 1) for row in rows for left in (2, 4, 6)]


def _of(reading, code: str) -> list[str]:  # noqa: ANN001
    return [line.replace(f" {code} 2026-5", "") for line in said(reading) if f" {code} " in line]


ROWS = (
    "1|Jumlah balita (S)|30|40|20|25|50|65\n2|Balita ditimbang (D)|20|30|10|15|30|45\n"
    "3|Sasaran ibu hamil|{}\n4|Ibu hamil mendapat Fe 1|{}\n5|Ibu hamil mendapat Fe 3|{}"
)


@pytest.mark.parametrize("merged", [True, False])
def test_mothers_below_the_sexes_of_each_desa_are_all(merged: bool):
    rows = ROWS.format("50||60||110", "8||9||17", "4||3||7")
    reading = read(S=TITLE + rows, merges=_wide(6, 7, 8) if merged else GROUPS)
    assert _of(reading, "fe1") == ["Maju month T 9/60", "Suka month T 8/50"]
    assert _of(reading, "d_s") == ["Maju point L 10/20", "Maju point P 15/25", "Suka point L 20/30", "Suka point P 30/40"]
    assert codes(reading) == []


def test_children_merged_over_both_sexes_are_all():
    reading = read(S=TITLE + ROWS.replace("20|30|10|15|30|45", "50||25||75").format("50||60||110", "8||9||17", "4||3||7"), merges=_wide(5, 6, 7, 8))
    assert [line.split("/")[0] for line in _of(reading, "d_s")] == ["Maju point T 25", "Suka point T 50"]


def test_children_of_one_sex_alone_stay_of_that_sex():
    rows = ROWS.replace("20|30|10|15|30|45", "20||10||30").format("50||60||110", "8||9||17", "4||3||7")
    assert _of(read(S=TITLE + rows, merges=_wide(6, 7, 8)), "d_s") == ["Maju point L 10/20", "Suka point L 20/30"]


def test_mothers_below_both_sexes_are_not_guessed():
    rows = ROWS.format("50|1|60|2|110|3", "8|1|9|1|17|2", "4|1|3|1|7|2")
    assert len(_of(read(S=TITLE + rows, merges=GROUPS), "fe1")) == 4


def test_the_women_beside_their_sum_stay_what_they_are():
    table = "K1 BULAN MEI 2026\nNO|DESA|BUMIL|K1|\n|||P|L+P\n1|Suka|50|20|20\n2|Maju|40|30|30"
    lines = _of(read(S=table, merges=[(1, 3, 1, 4)]), "k1")
    assert lines == ["Maju month P 30/", "Maju month T 30/40", "Suka month P 20/", "Suka month T 20/50"]


SEXES = "PWS KIA\nBULAN MEI 2026\nNO|DESA|L/P|K1\n1|Suka|L|{}\n||P|3\n2|Maju|L|{}\n||P|4"


def test_an_empty_row_of_one_sex_beside_filled_ones_does_not_make_the_other_one_all():
    assert said(read(S=SEXES.format("", 1)))[-1] == "Suka k1 2026-5 month P 3/"
    assert said(read(S=SEXES.format("", "")))[-1] == "Suka k1 2026-5 month T 3/"


def test_a_sex_that_could_not_be_read_does_not_make_the_other_one_all():
    reading = read(S="PWS KIA\nBULAN MEI 2026\nNO|DESA|K1|\n||L|P\n1|Suka|1.307|664\n2|Maju|2.115|702\n3|Jaya|1.041|35")
    assert not [line for line in said(reading) if " T " in line] and codes(reading)
