"""Columns "TW I", "TW II" between the months that they only add up."""

from __future__ import annotations

import pytest
from laporan import codes, read, said

ROWS = ((2, 3, 2, 4, 3, 5), (3, 3, 4, 5, 4, 4), (1, 2, 2, 3, 3, 3), (4, 2, 3, 4, 5, 4), (2, 2, 2, 3, 3, 4))


def of_months(first: str, second: str, *, wrong: int = 0, tail: str = "") -> str:
    """Six months of five desa, whose numbers rise, with a column behind each three; `wrong` is added to one of the second."""
    lines = [
        f"{place}|Desa{'ABCDE'[place - 1]}|60|{'|'.join(map(str, row[:3]))}|{sum(row[:3])}|{'|'.join(map(str, row[3:]))}|"
        f"{sum(row[3:]) + (wrong if place == 2 else 0)}{tail and f'|{sum(row)}'}"
        for place, row in enumerate(ROWS, 1)
    ]
    head = f"No|Desa|Sasaran Bayi|Jan|Feb|Mar|{first}|Apr|Mei|Jun|{second}{tail and f'|{tail}'}"
    return f"REKAP BCG PUSKESMAS SUKA TAHUN 2025\n{head}\n" + "\n".join(lines)


@pytest.mark.parametrize("names", [("TW I", "TW II"), ("Jml Triwulan 1", "Jml Triwulan 2"), ("TRIB I", "TRIB II"), ("Jan-Mar", "Apr-Jun")])
def test_parts_that_add_up_the_months_beside_them_are_no_numbers_of_their_own(names: tuple[str, str]):
    reading = read(S=of_months(*names))
    assert len(said(reading)) == 30 and not [line for line in said(reading) if "cumulative" in line]
    assert codes(reading) == []


def test_what_is_added_up_to_the_last_month_stays():
    lines = said(read(S=of_months("TW I", "TW II", tail="JML S/D JUNI")))
    assert [line for line in lines if "cumulative" in line][:2] == ["DesaA bcg 2025-6 cumulative T 19/60", "DesaB bcg 2025-6 cumulative T 23/60"]


def test_a_wrong_sum_of_a_part_is_told_and_not_read():
    reading = read(S=of_months("TW I", "TW II", wrong=2))
    assert codes(reading) == ["kumulatif-tidak-cocok K4"]
    assert not [line for line in said(reading) if "cumulative" in line]


def test_a_first_part_alone_and_parts_up_to_a_month_stay():
    rows = "\n".join(f"{place}|Desa{'ABCDE'[place - 1]}|60|{'|'.join(map(str, row[:3]))}|{sum(row[:3])}" for place, row in enumerate(ROWS, 1))
    alone = said(read(S=f"REKAP BCG TAHUN 2025\nNo|Desa|Sasaran Bayi|Jan|Feb|Mar|TW I\n{rows}"))
    assert "DesaA bcg 2025-3 cumulative T 7/60" in alone
    until = of_months("s/d TW I", "s/d TW II", tail="").split("\n")
    text = "\n".join([*until[:2], *(_grown(line) for line in until[2:])])
    assert {"DesaA bcg 2025-3 cumulative T 7/60", "DesaA bcg 2025-6 cumulative T 19/60"} <= set(said(read(S=text)))


def _grown(line: str) -> str:
    """A row whose second part is added up from January."""
    *cells, last = line.split("|")
    return "|".join([*cells, str(int(last) + int(cells[6]))])


def test_parts_without_their_months_are_added_up_where_they_grow():
    rows = "\n".join(f"{place}|Desa{'ABCDE'[place - 1]}|60|{sum(row[:3])}|{sum(row)}" for place, row in enumerate(ROWS, 1))
    lines = said(read(S=f"REKAP BCG TAHUN 2025\nNo|Desa|Sasaran Bayi|TW I|TW II\n{rows}"))
    assert "DesaA bcg 2025-6 cumulative T 19/60" in lines


def of_parts(heads: str, tail: str, *, grown: bool = False) -> str:
    """Parts of a year whose numbers rise, with what stands behind them: their sum, or its percent."""
    lines = []
    for place, row in enumerate(ROWS, 1):
        parts = [sum(row[:3]), sum(row) if grown else sum(row[3:])]
        behind = {"": "", "%": f"|{sum(row) / 60:.1%}".rstrip("%")}.get(tail, f"|{sum(row)}")
        lines.append(f"{place}|Desa{'ABCDE'[place - 1]}|60|{parts[0]}|{parts[1]}{behind}")
    return f"REKAP BCG TAHUN 2025\nNo|Desa|Sasaran Bayi|{heads}{tail and f'|{tail}'}\n" + "\n".join(lines)


@pytest.mark.parametrize("tail", ["JUMLAH", "TOTAL", "JML SETAHUN", "S/D TW II", "SAMPAI TW II", "S/D JUNI", "%"])
def test_parts_that_rise_are_not_added_up_where_their_sum_stands_beside_them(tail: str):
    reading = read(S=of_parts("TW I|TW II", tail))
    lines = [line for line in said(reading) if line.startswith("DesaA")]
    assert "DesaA bcg 2025-3 cumulative T 7/60" in lines and "tribulan-tidak-kumulatif" in codes(reading)
    assert not [line for line in lines if " T 12/" in line] and not [line for line in lines if " month " in line]


@pytest.mark.parametrize("tail", ["", "S/D TW II", "%"])
def test_parts_that_are_added_up_stay_so_beside_their_last(tail: str):
    reading = read(S=of_parts("TW I|TW II", tail, grown=True))
    lines = "\n".join(said(reading))
    assert "DesaA bcg 2025-3 cumulative T 7/60" in lines and "DesaA bcg 2025-6 cumulative T 19/60" in lines
    assert "tribulan-tidak-kumulatif" not in codes(reading)


def test_a_semester_beside_what_is_added_up_is_no_month():
    reading = read(S=of_parts("SMT I|SMT II", "S/D SMT II"))
    assert not [line for line in said(reading) if " month " in line]


@pytest.mark.parametrize("below", ["JUMLAH", "TOTAL", ""])
def test_rows_of_parts_that_rise_by_little_are_not_added_up_with_or_without_their_sum_below_them(below: str):
    rows = []
    for place, row in enumerate(ROWS, 1):
        rows += [f"{place}|Desa{'ABCDE'[place - 1]}|TW I|{sum(row[:3])}", f"||TW II|{sum(row[3:])}"]
        rows += [f"||{below}|{sum(row)}"] * bool(below)
    reading = read(S="IMUNISASI TAHUN 2025\nNO|DESA|PERIODE|BCG\n" + "\n".join(rows))
    assert "DesaA bcg 2025-6 cumulative T 12/" not in said(reading)
    assert "tribulan-tidak-kumulatif" in codes(reading) and "DesaA bcg 2025-3 cumulative T 7/" in said(reading)


@pytest.mark.parametrize(("second", "added"), [((9, 15, 8), True), ((7, 11, 6), False)])
def test_columns_that_rise_everywhere_are_added_up_only_where_the_months_bring_about_as_much(second: tuple[int, ...], added: bool):
    rows = "\n".join(f"{place}|Desa{'ABC'[place - 1]}|{one}|{other}" for place, (one, other) in enumerate(zip((4, 8, 5), second, strict=True), 1))
    reading = read(S=f"REKAP BCG TAHUN 2025\nNO|DESA|TW I|TW II\n{rows}\n4|DesaD|0|1")
    assert ("DesaA bcg 2025-6 cumulative T 9/" in said(reading)) is added
    assert ("tribulan-tidak-kumulatif" in codes(reading)) is not added


def test_rows_of_parts_that_are_added_up_stay_above_another_total():
    rows = []
    for place, row in enumerate(ROWS, 1):
        rows += [f"{place}|Desa{'ABCDE'[place - 1]}|TW I|{sum(row[:3])}", f"||TW II|{sum(row)}", f"||JUMLAH|{sum(row)}"]
    assert "DesaA bcg 2025-6 cumulative T 19/" in said(read(S="IMUNISASI TAHUN 2025\nNO|DESA|PERIODE|BCG\n" + "\n".join(rows)))


@pytest.mark.parametrize(("desa", "added"), [(4, False), (6, True)])
def test_two_semesters_are_added_up_only_where_many_desa_rise(desa: int, added: bool):  # noqa: FBT001
    rows = "\n".join(f"{place}|Desa{'ABCDEF'[place - 1]}|{7 + place}|{18 + 2 * place}" for place in range(1, desa + 1))
    reading = read(S=f"REKAP BCG TAHUN 2025\nNO|DESA|SEMESTER I|SEMESTER II\n{rows}")
    assert ("DesaA bcg 2025-12 cumulative T 20/" in said(reading)) is added
    assert "DesaA bcg 2025-6 cumulative T 8/" in said(reading) and ("tribulan-tidak-kumulatif" in codes(reading)) is not added
