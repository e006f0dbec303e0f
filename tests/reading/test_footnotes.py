"""Columns marked with a footnote that tells of which month they are."""

from __future__ import annotations

import pytest
from laporan import codes, read, said

TABLE = """LAPORAN GIZI
{title}
DESA | Balita | D | Vitamin A Bayi 6-11 Bulan {mark} | |
 | | | Sasaran | Jml | %
Mekarsari | 133 | 105 | 35 | 33 | 94.3
Sukamaju | 194 | 136 | 12 | 11 | 91.7
Jumlah | 327 | 241 | 47 | 44 | 93.6

{note}"""


def _first(note: str, mark: str = "*)", title: str = "BULAN APRIL 2026") -> list[str]:
    """The first desa's observations of a table with one marked group."""
    reading = read(A=TABLE.format(note=note, mark=mark, title=title), merges=[(2, 3, 2, 5)])
    return [line.removeprefix("Mekarsari ") for line in said(reading) if line.startswith("Mekarsari")]


D_S = "d_s 2026-4 point T 105/133"


@pytest.mark.parametrize(
    "note",
    [
        "*) angka bulan Februari 2026 (bulan kapsul vitamin A), bukan bulan April", "* Data bulan Februari", "*) : keadaan Februari 2026",
        "Ket: *) Pemberian Vitamin A dilaksanakan pada bulan Februari 2026", "*) diambil dari data Februari karena April belum ada",
    ],
)  # fmt: skip
def test_marked_columns_are_of_the_month_of_their_note(note: str):
    """And the others of the title's."""
    assert _first(note) == [D_S, "vit_a_6_11 2026-2 point T 33/35 94.3"]


def test_the_month_before_and_the_year_before():
    """ "bulan lalu" in April is March; December in January is last year's; up to March stays added up."""
    assert _first("*) data bulan lalu")[1].startswith("vit_a_6_11 2026-3 ")
    assert _first("* data Desember", "*", "BULAN JANUARI 2026")[1].startswith("vit_a_6_11 2025-12 ")
    table = "KIA S/D APRIL 2026\nDESA | Bumil | K1 | K4 *)\nMekarsari | 133 | 50 | 40\nSukamaju | 194 | 60 | 45\n\n*) capaian s/d Maret 2026"
    assert said(read(A=table))[:2] == ["Mekarsari k1 2026-4 cumulative T 50/133", "Mekarsari k4 2026-3 cumulative T 40/133"]


@pytest.mark.parametrize(
    "note",
    ["", "*) Sasaran proyeksi Januari 2026", "*) Sumber: SIGIZI Maret 2026", "*) dua posyandu belum lapor bulan April", "**) data Februari"],
)
def test_other_notes_change_nothing(note: str):
    """One of the sasaran, of the table's own month, of other columns."""
    assert _first(note) == [D_S, "vit_a_6_11 2026-4 point T 33/35 94.3"]


def test_a_note_that_is_not_understood_is_asked():
    """It names another month and says more: better no number than one of the wrong month."""
    reading = read(A=TABLE.format(note="*) data Februari digabung Maret hilang", mark="*)", title="BULAN APRIL 2026"), merges=[(2, 3, 2, 5)])
    assert said(reading)[0] == f"Mekarsari {D_S}" and not any("vit_a" in line for line in said(reading))
    assert any(code.startswith("kolom-tidak-dikenal E") for code in codes(reading))


SKDN = "SKDN POSYANDU\nBULAN JULI 2026\nDESA|S|D|N|T|D/S|N/D*\nSuka|46|29|15|5|63|75\nMaju|69|45|33|10|65.2|76.7\nJaya|82|70|36|30|85.4|54.5\n\n{}"


TWO = "* N/D dihitung dari yang ditimbang bulan ini dan bulan lalu (N+T)"


@pytest.mark.parametrize("note", [TWO, "*) dibagi balita yang ditimbang bulan lalu dan bulan ini"])
def test_a_note_of_two_months_tells_who_was_counted(note: str):
    reading = read(A=SKDN.format(note))
    assert "Suka n_d 2026-7 point T 15/20 75" in said(reading)
    assert not any(code.startswith("kolom-tidak-dikenal") for code in codes(reading))


def test_a_note_of_another_month_still_holds():
    assert "Suka n_d 2026-6 point T 15/20 75" not in said(read(A=SKDN.format("* bulan ini dan bulan lalu sama")))
    assert any(" 2026-6 " in line and " n_d " in line for line in said(read(A=SKDN.format("* bulan ini memakai data bulan lalu"))))
