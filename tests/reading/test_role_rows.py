"""The table below a chart of the PWS: desa as columns, and rows that say how the one indicator of the title is written."""

from __future__ import annotations

import pytest
from laporan import read, said

from lokmin_data.model import LokminError

TITLE = "GRAFIK PWS IMUNISASI DPT-HB-Hib 1\nPUSKESMAS RAWA\nBULAN : AGUSTUS 2026\n\n\n\n\n\n\n"
LINES = """
Desa|PUSKESMAS|Mekar|Sari|Koto Asri
Sasaran (SI)|120|40|30|50
Abs. Kumulatif|60|26|15|19
% Kumulatif|50.0|65.0|50.0|38.0
Abs. bulan ini|12|4|3|5
% bulan ini|10.0|10.0|10.0|10.0
% bulan lalu|8.3|7.5|10.0|8.0
Trend|▲|▲|=|▲
Target bulan berjalan (%)|66.7|66.7|66.7|66.7
""".strip()
READ = [
    "Koto Asri dpt1 2026-8 cumulative T 19/50 38", "Koto Asri dpt1 2026-8 month T 5/50 10",
    "Mekar dpt1 2026-8 cumulative T 26/40 65", "Mekar dpt1 2026-8 month T 4/40 10",
    "Sari dpt1 2026-8 cumulative T 15/30 50", "Sari dpt1 2026-8 month T 3/30 10",
]  # fmt: skip


def table(lines: str = LINES, title: str = TITLE) -> list[str]:
    """What is read below this title, without the month before."""
    return [line for line in said(read(S=title + lines)) if " 2026-7 " not in line]


def test_each_desa_is_read_with_the_sasaran_of_its_column() -> None:
    assert table() == READ


def test_the_puskesmas_may_stand_behind_the_desa() -> None:
    moved = [line.split("|") for line in LINES.split("\n")]
    assert table("\n".join("|".join([each[0], *each[2:], each[1]]) for each in moved)) == READ


def test_a_number_left_of_the_labels_and_notes_below_change_nothing() -> None:
    numbered = "\n".join(f"{number or 'No'}|{line}" for number, line in enumerate(LINES.split("\n")))
    assert table(f"{numbered}\n\n|Keterangan|▲ naik") == READ


def test_each_of_two_such_tables_has_its_own_title() -> None:
    other = "GRAFIK PWS IMUNISASI CAMPAK RUBELA\nBULAN : AGUSTUS 2026\n\n\n"
    lines = table(f"{LINES}\n\n{other}{LINES}")
    assert [line for line in lines if " dpt1 " in line] == READ
    assert len([line for line in lines if " dpt1 " not in line]) == len(READ)


@pytest.mark.parametrize(
    "lines",
    [
        "Desa|Mekar|Sari|Koto Asri\nLuas|3|4|5\nJumlah RT|2|3|4",
        "Desa|Mekar|Sari|Koto Asri\nSasaran|40|30|50\nSasaran|40|30|50",
        "Desa|Mekar|Sari|Koto Asri\n1|3|4|5\n2|2|3|4",
    ],
    ids=["other labels", "sasaran only", "numbers"],
)
def test_rows_that_say_nothing_of_the_indicator_are_not_read(lines: str) -> None:
    with pytest.raises(LokminError):
        read(S=TITLE + lines)


RANGED = LINES.replace("Desa|", "URAIAN|").replace("Abs. Kumulatif", "Jumlah kumulatif Jan-Ags").replace("Abs. bulan ini", "Jumlah bulan ini")


@pytest.mark.parametrize("corner", ["URAIAN", "", "DPT-HB-Hib 1"])
def test_rows_may_say_up_to_when_they_are_added_up(corner: str) -> None:
    assert table(RANGED.replace("URAIAN", corner)) == READ


def test_rows_added_up_to_several_months_are_of_these_months() -> None:
    rows = "URAIAN|Mekar|Sari\nSasaran (SI)|40|30\nKumulatif Jan-Jun|20|11\nKumulatif Jan-Jul|23|13\nKumulatif Jan-Ags|26|15"
    assert [line for line in said(read(S=TITLE + rows)) if line.startswith("Mekar")] == [
        "Mekar dpt1 2026-6 cumulative T 20/40", "Mekar dpt1 2026-7 cumulative T 23/40", "Mekar dpt1 2026-8 cumulative T 26/40",
    ]  # fmt: skip


def test_rows_of_tribulan_say_nothing_of_how_they_are_written() -> None:
    with pytest.raises(LokminError):
        read(S=TITLE + "URAIAN|Mekar|Sari\nSasaran (SI)|40|30\nJan-Mar|20|11\nApr-Jun|3|2\n% Jul-Sep|26|15")
