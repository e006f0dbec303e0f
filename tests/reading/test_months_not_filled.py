"""Formulas of months that nobody filled in carry numbers on; their totals and percents contradict nothing."""

from __future__ import annotations

from dataclasses import replace

import pytest
from laporan import book, codes, read, said

from lokmin_data.model import LokminError
from lokmin_data.reading import read_book

HEAD = "NO|DESA|SASARAN BAYI|HB0|||BCG||\n|||BULAN INI|KUMULATIF|% KUMULATIF|BULAN INI|KUMULATIF|% KUMULATIF"
MERGES = [(3, 0, 4, 0), (3, 1, 4, 1), (3, 2, 4, 2), (3, 3, 3, 5), (3, 6, 3, 8)]
SASARAN = (60, 50, 40)
DESA = ("Suka", "Maju", "Tani")


def _month(name: str, own: tuple, added: tuple, total: str, *, percent: tuple = ()) -> str:
    percents = percent or tuple(round(number * 100 / of, 1) for number, of in zip(added, SASARAN, strict=True))
    rows = [
        f"{place}|{desa}|{of}|{this}|{now}|{share}|{this}|{now}|{share}"
        for place, (desa, of, this, now, share) in enumerate(zip(DESA, SASARAN, own, added, percents, strict=True), 1)
    ]
    return f"LAPORAN IMUNISASI\nBULAN {name} 2026\n\n{HEAD}\n" + "\n".join(rows) + f"\n|JUMLAH|150|{total}|{total}"


JANUARI = _month("JANUARI", (3, 2, 1), (3, 2, 1), "6|6|4")
EMPTY = ("", "", "")


def test_a_total_of_0_below_carried_numbers_of_an_empty_month_is_no_contradiction():
    silent = _month("FEBRUARI", EMPTY, (3, 2, 1), "0|0|")
    reading = read(merges=MERGES, JANUARI=JANUARI, FEBRUARI=silent, MARET=silent.replace("FEBRUARI", "MARET"))
    assert codes(reading) == ["bulan-belum-dilaporkan"] and not any("2026-2" in line for line in said(reading))


def test_a_percent_left_from_another_month_is_none_either():
    silent = _month("FEBRUARI", EMPTY, (3, 2, 1), "0|6|4", percent=(5, 4, 9.5))
    march = silent.replace("FEBRUARI", "MARET")
    assert codes(read(merges=MERGES, JANUARI=JANUARI, FEBRUARI=silent, MARET=march)) == ["bulan-belum-dilaporkan"]


def test_totals_and_percents_of_a_month_that_was_filled_in_are_compared():
    february = _month("FEBRUARI", (1, 2, 3), (4, 4, 4), "6|13|8")
    assert "jumlah-tidak-cocok E9" in codes(read(merges=MERGES, JANUARI=JANUARI, FEBRUARI=february))
    february = _month("FEBRUARI", (1, 2, 3), (4, 4, 4), "6|12|8", percent=(6.7, 8, 19))
    assert "persen-tidak-cocok F8" in codes(read(merges=MERGES, JANUARI=JANUARI, FEBRUARI=february))


def test_a_wrong_total_of_sasaran_is_told_in_an_empty_month_too():
    silent = _month("FEBRUARI", EMPTY, (3, 2, 1), "0|6|4").replace("JUMLAH|150", "JUMLAH|140")
    assert "jumlah-tidak-cocok C9" in codes(read(merges=MERGES, JANUARI=JANUARI, FEBRUARI=silent))


def test_the_percent_of_a_total_that_adds_up_an_accused_number_is_not_told_again():
    entry = "ENTRI\nBULAN MEI 2026\n\n\n\nNO|DESA|SASARAN BAYI|HB0\n1|Suka|60|3\n2|Maju|50|2\n3|Tani|40|1"
    recap = _month("MEI", (3, 5, 1), (13, 17, 11), "9|41|25.3")
    reading = read(merges=MERGES, REKAP=recap.replace("LAPORAN", "REKAP"), ENTRI=entry)
    assert codes(reading) == ["angka-berbeda D7", "persen-tidak-cocok I9"]  # nothing explains that of BCG


PARTS = "LAPORAN GIZI BUMIL\nBULAN DESEMBER 2025\nNO|NAMA DESA|ANEMIA||||BUMIL KEK\n||RINGAN|SEDANG|BERAT|JML|\n"


@pytest.mark.parametrize(("row", "read_"), [("{}|Desa{}||||0|", False), ("{}|Desa{}|0|0|0|0|", True), ("{}|Desa{}||||0|1", True)])
def test_the_sum_of_parts_that_nobody_filled_in_is_no_report(row: str, read_: bool):  # noqa: FBT001
    text = PARTS + "\n".join(row.format(place, "ABCD"[place]) for place in range(4))
    if read_:
        assert said(read(S=text, merges=[(2, 2, 2, 5)]))
    else:
        with pytest.raises(LokminError):
            read(S=text, merges=[(2, 2, 2, 5)])


MONTHS = "SKDN\nDesa : Sukamaju\nTahun 2026\nBULAN|S|D|D/S (%)|N\nJanuari|40|30|75|20\nFebruari|41|{february}|20\nMaret|42|30|71.4|20\n"


@pytest.mark.parametrize(
    ("february", "april", "told"),
    [
        ("31|75.6", "||#DIV/0!|0", []),  # nobody has written a number of April yet: 0 is of a formula
        ("|#DIV/0!", "||#DIV/0!|0", ["sel-galat D6"]),  # March is filled in
        ("31|75.6", "||#REF!|0", ["sel-galat D8"]),  # broken, whatever is written
        ("31|75.6", "0|0|#DIV/0!|0", []),
        ("31|75.6", "40||#DIV/0!|", ["sel-galat D8"]),
        ("31|75.6", "|#REF!|#DIV/0!|0", ["sel-galat C8", "sel-galat D8"]),
    ],
)
def test_percents_of_months_to_come_wait_for_their_numbers(february: str, april: str, told: list[str]):
    plain = book(S=f"{MONTHS.format(february=february)}April|{april}\nMei|||")
    texts = {(at, place): str(cell) for at, row in enumerate(plain.sheets[0].rows) for place, cell in enumerate(row) if str(cell).startswith("#")}
    rows = [[None if (at, place) in texts else cell for place, cell in enumerate(row)] for at, row in enumerate(plain.sheets[0].rows)]
    sheet = replace(plain.sheets[0], rows=rows, errors=frozenset(texts), error_text=texts)
    reading = read_book(replace(plain, sheets=(sheet,)))
    assert [code for code in codes(reading) if code.startswith("sel-galat")] == told
    assert "Sukamaju d_s 2026-3 point T 30/42 71.4" in said(reading)


FE3 = "CAKUPAN Fe3\nBULAN JUNI 2026\nNO|DESA|Fe3||\n||Sas|Capaian|%\n1|Suka|31|-|0.0\n2|Maju|53|4|7.5\n|JUMLAH|84|4|4.8"
ANEMIA = "CAKUPAN Bumil Anemia\nBULAN JUNI 2026\nNO|DESA|Bumil Anemia||\n||Sas|Capaian|%\n1|Suka|31|{}|0.0\n2|Maju|53|{}|0.0\n|JUMLAH|84|{}|0.0"


@pytest.mark.parametrize("blank", ["-", ""])
def test_a_table_that_nobody_filled_in_is_told_where_others_report_its_month(blank: str):
    reading = read(FE3=FE3, ANEMIA=ANEMIA.replace("{}", blank))
    assert codes(reading) == ["bulan-belum-dilaporkan"] and {line.split()[1] for line in said(reading)} == {"fe3"}


def test_zeros_that_are_a_report_are_read():
    reading = read(FE3=FE3, ANEMIA=ANEMIA.replace("{}", "0"))
    assert codes(reading) == [] and "Maju anemia 2026-6 month T 0/53 0" in said(reading)


def _tribulan(number: str, months: str, sums: str, rows: list[tuple[str, str, int]]) -> str:
    lines = [f"{place} | {name} | 90 | {own} | {total}" for place, (name, own, total) in enumerate(rows, 1)]
    heads = f"No | Desa | Sasaran Bumil | K1 | | | Kumulatif s/d {sums}\n | | | {months} |"
    return f"PEMANTAUAN K1 TRIWULAN {number} TAHUN 2025\n{heads}\n" + "\n".join(lines)


FIRST = _tribulan("I", "Januari | Februari | Maret", "Maret", [("A", "5 | 6 | 7", 18), ("B", "1 | 2 | 3", 6)])


def test_a_tribulan_on_a_sheet_of_its_own_that_only_carries_sums_on_is_not_reported():
    second = _tribulan("II", "April | Mei | Juni", "Juni", [("A", " | | ", 18), ("B", " | | ", 6)])
    reading = read(TW1=FIRST, TW2=second)
    assert {line.split()[2] for line in said(reading)} == {"2025-1", "2025-2", "2025-3"}


@pytest.mark.parametrize("rows", [[("A", " | | ", 30), ("B", " | | ", 6)], [("A", "0 | 1 | 2", 21), ("B", " | | ", 6)]])
def test_a_tribulan_whose_sums_go_on_or_whose_months_hold_a_number_is_reported(rows):
    reading = read(TW1=FIRST, TW2=_tribulan("II", "April | Mei | Juni", "Juni", rows))
    assert any(line.startswith("A k1 2025-6 cumulative") for line in said(reading))
