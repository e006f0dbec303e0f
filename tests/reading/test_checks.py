"""Each contradiction is named at its cell, once, with what is printed and what is right."""

from __future__ import annotations

import pytest
from laporan import codes, read, said

HEAD = "CAKUPAN BCG BULAN MARET 2026\nNo | Desa | Sasaran | Capaian | %\n"
SEXES = "IMUNISASI BULAN MARET 2026\nNo | Desa | L | P | Jumlah\n"


def found(reading) -> list[tuple[str, str, str, str]]:
    """(code, cell, found, expected) of the problems that accuse a cell."""
    return [(p.code, p.cell, p.found, p.expected) for p in reading.problems if p.severity == "warning" and p.cell]


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        ("1 | A | 40 | 10 | 25\n2 | B | 50 | 20 | 40\n | Jumlah | 90 | 30 | 33.3", []),
        (
            "1 | A | 40 | 10 | 25\n2 | B | 50 | 20 | 40\n | Jumlah | 90 | 33 | 36.7",
            [("jumlah-tidak-cocok", "D5", "33", "30")],
        ),
        (
            "1 | A | 40 | 10 | 25\n2 | B | 50 | 20 | 40\n3 | C | 20 | 5 | 77",
            [("persen-tidak-cocok", "E5", "77,0 %", "25,0 %")],
        ),
    ],
)
def test_totals_and_percents(rows, expected):
    assert found(read(S=HEAD + rows)) == expected


def test_the_printed_percent_is_kept_though_it_is_wrong():
    reading = read(S=HEAD + "1 | A | 40 | 10 | 25\n2 | B | 50 | 20 | 40\n3 | C | 20 | 5 | 77")
    assert "C bcg 2026-3 month T 5/20 77" in said(reading)


def test_l_and_p_that_are_not_the_total():
    rows = "1 | A | 1 | 2 | 3\n2 | B | 2 | 2 | 5\n3 | C | 0 | 1 | 1\n | Jumlah | 3 | 5 | 9"
    reading = read(
        S="CAKUPAN BCG MARET 2026\nNo | Desa | BCG | | \n | | L | P | Jumlah\n" + rows, merges=[(1, 2, 1, 4)]
    )
    assert found(reading) == [("l-p-tidak-cocok", "E5", "5", "4")]


def test_a_total_row_above_its_rows_and_subtotals_are_sums_too():
    rows = (
        " | Puskesmas Contoh | 90 | 30 | 33.3\n1 | A | 40 | 10 | 25\n | Sub Jumlah | 40 | 10 | 25"
        "\n2 | B | 50 | 20 | 40\n | Sub Jumlah | 50 | 20 | 40"
    )
    assert found(read(S=HEAD + rows)) == []


def test_a_cumulative_number_that_falls():
    table = "LAPORAN BULAN {} 2026\nNo | Desa | K1 | \n | | Bulan ini | Kumulatif\n1 | A | {} | {}\n2 | B | 3 | {}"
    reading = read(
        merges=[(1, 2, 1, 3)], Januari=table.format("JANUARI", 5, 5, 3), Februari=table.format("FEBRUARI", 4, 9, 6),
        Maret=table.format("MARET", 2, 7, 9),
    )  # fmt: skip
    assert found(reading) == [("kumulatif-turun", "D4", "7", "9")]


def test_the_entry_sheet_beats_the_recap_and_both_are_named():
    reading = read(
        Entri="LAPORAN BULAN MARET 2026\nNo | Desa | K1 | K6\n1 | A | 5 | 1\n2 | B | 3 | 2",
        Rekap="REKAP PWS BULAN MARET 2026\nNo | Desa | K1 | K6\n1 | A | 5 | 1\n2 | B | 4 | 2",
    )
    assert "B k1 2026-3 month T 3/" in said(reading)
    assert found(reading) == [("angka-berbeda", "C4", "4", "3 (Entri!C4)")]


def test_a_copy_of_a_sheet_is_read_once():
    sheet = "LAPORAN BULAN MARET 2026\nNo | Desa | K1\n1 | A | 5\n2 | B | 3"
    reading = read(Maret=sheet, Maret_2=sheet)
    assert len(said(reading)) == 2
    assert "lembar-ganda" in codes(reading)


def test_more_cases_than_measured():
    rows = "1 | A | 40 | 4\n2 | B | 5 | 9"
    reading = read(S="STATUS GIZI BULAN MARET 2026\nNo | Desa | Balita diukur | Stunting\n" + rows)
    assert found(reading) == [("melebihi-yang-diukur", "D4", "9", "5")]


HELPED = "No | Desa | Bumil KEK | Bumil KEK mendapat PMT\n1 | A | 9 | 4\n2 | B | 5 | 7"


def test_more_helped_than_were_found_to_date():
    assert found(read(S="GIZI IBU S/D MARET 2026\n" + HELPED)) == [("melebihi-kasus", "D4", "7", "5")]


def test_those_found_in_earlier_months_may_be_helped_too():
    assert [p.code for p in read(S="GIZI IBU BULAN MARET 2026\n" + HELPED).problems] == ["melebihi-sasaran"]


def test_the_number_furthest_above_its_sasaran_is_named_with_its_cell():
    reading = read(S=HEAD + "1 | A | 4 | 5 | 125\n2 | B | 5 | 9 | 180\n3 | C | 50 | 20 | 40")
    assert [p.expected for p in reading.problems if p.code == "melebihi-sasaran"] == ["BCG B 9 dari 5 (S!D4)"]


def test_numbers_above_a_projected_sasaran_are_told_once_and_kept():
    rows = "1 | A | 4 | 5 | 125\n2 | B | 5 | 6 | 120\n3 | C | 50 | 20 | 40"
    reading = read(S=HEAD + rows)
    assert [p.found for p in reading.problems if p.code == "melebihi-sasaran"] == ["2"]
    assert "A bcg 2026-3 month T 5/4 125" in said(reading)


def test_rows_set_apart_are_kept_apart():
    reading = read(
        S=HEAD + "1 | A | 40 | 10 | 25\n2 | B | 50 | 20 | 40\n | LUAR WILAYAH | | 3 |\n | Jumlah | 90 | 33 |"
    )
    assert list(reading.set_apart.area) == ["LUAR WILAYAH"]
    assert found(reading) == []
    assert list(reading.totals.numerator) == [33]


@pytest.mark.parametrize("note", ["Sumber | : SIGIZI", "Sumber : Profil", "Sumber"])
def test_a_desa_may_be_called_as_notes_begin(note: str):
    rows = f"1 | A | 40 | 10 | 25\n2 | Sumber | 50 | 20 | 40\n | Jumlah | 90 | 30 |\n{note}"
    assert [line.split(" bcg")[0] for line in said(read(S=HEAD + rows))] == ["A", "Sumber"]


def test_names_are_held_against_a_list():
    from laporan import book

    from lokmin_data.reading import read_book

    reading = read_book(
        book(S=HEAD + "1 | Sukamaju | 40 | 10 | 25\n2 | Mekrsari | 50 | 20 | 40"), areas=["Sukamaju", "Mekarsari"]
    )
    assert [(p.code, p.cell, p.expected) for p in reading.problems if p.code == "desa-tidak-dikenal"] == [
        ("desa-tidak-dikenal", "B4", " (mungkin 'Mekarsari')")
    ]


def test_unknown_columns_are_told_with_a_suggestion_and_skipped():
    reading = read(S="LAPORAN BULAN MARET 2026\nNo | Desa | K1 | Kunjungan rumah lansia\n1 | A | 5 | 1\n2 | B | 3 | 2")
    assert list(reading.unknown_columns.header) == ["Kunjungan rumah lansia"]
    assert {row.split()[1] for row in said(reading)} == {"k1"}


def test_a_cumulative_recap_behind_sheets_of_single_months_is_their_sum():
    """No sheet adds up but the last: its numbers are the months together, and the one that is not is named."""
    numbers = {"JAN": (4, 6, 4, 5, 7), "FEB": (5, 5, 3, 6, 8), "MAR": (3, 7, 5, 4, 6)}
    desa = ["Mekarsari", "Sukamaju", "Wanasari", "Ngepung", "Cibodas"]

    def sheet(title: str, values: list[int]) -> str:
        rows = "\n".join(f"{name} | {80 + place} | {values[place]}" for place, name in enumerate(desa))
        return f"IMUNISASI {title} 2026\nDESA | SASARAN SI | DPT-HB-Hib 3\n{rows}"

    months = {name: sheet(f"BULAN {name}", list(values)) for name, values in numbers.items()}
    sums = [sum(values) for values in zip(*numbers.values(), strict=True)]
    right = read(**months, REKAP=sheet("S/D BULAN MARET", sums))
    assert "kumulatif-tidak-cocok" not in codes(right)
    wrong = read(**months, REKAP=sheet("S/D BULAN MARET", [*sums[:4], sums[4] + 9]))
    assert [(each.sheet, each.cell) for each in wrong.problems if each.code == "kumulatif-tidak-cocok"] == [("REKAP", "C7")]


def test_a_jumlah_behind_the_months_is_their_sum():
    """The one row whose total is another number is named; totals that mean something else accuse nobody."""
    rows = [(5, 4, 6), (7, 8, 5), (3, 3, 4), (6, 5, 4), (2, 3, 3)]

    def table(totals: list[int]) -> str:
        lines = [f"Desa{'ABCDE'[at]}ni | 80 | {a} | {b} | {c} | {totals[at]}" for at, (a, b, c) in enumerate(rows)]
        return "\n".join(["CAPAIAN K6 PER BULAN TAHUN 2026", "DESA | SASARAN BUMIL | Jan | Feb | Mar | JUMLAH", *lines])

    sums = [sum(row) for row in rows]
    assert found(read(A=table(sums))) == []
    assert [(each[0], each[1]) for each in found(read(A=table([*sums[:3], 51, sums[4]])))] == [("kumulatif-tidak-cocok", "F6")]
    assert found(read(A=table([total + 3 for total in sums]))) == []


HALVES = "UCI S/D MEI 2026\nNo|Desa|Bayi|IDL|%||No|Desa|Bayi|IDL|%\n" \
    "1|A|40|20|50||4|D|20|10|50\n2|B|50|30|60||5|E|30|15|50\n3|C|25|15|60|||Jumlah|{}|{}|"


def test_a_total_below_the_second_half_of_a_list_is_over_both():
    assert codes(read(S=HALVES.format(165, 90))) == []


def test_a_wrong_total_over_both_halves_is_told():
    assert codes(read(S=HALVES.format(165, 97))) == ["jumlah-tidak-cocok J5"]


def test_a_column_where_all_are_reached_is_a_share_of_the_number_beside_it():
    lines = said(read(S="LAPORAN S/D MEI 2026\nDesa|Lahir hidup|KN 1|%\nSuka|10|10|1\nMaju|20|20|1\nJaya|7|7|1"))
    assert lines == [f"{desa} kn1 2026-5 cumulative T {number}/{number} 100" for desa, number in (("Jaya", 7), ("Maju", 20), ("Suka", 10))]


@pytest.mark.parametrize(("total", "told"), [("'94,0", False), ("'94,1", False), ("'94,3", True), ("'95,0", True)])
def test_a_total_may_be_rounded_more_than_the_rows_above_it(total: str, told: bool):
    rows = "Suka|341|320|'93,84|300|'87,98\nMaju|411|386|'93,92|377|'91,73\nJaya|533|502|'94,18|480|'90,06\n"
    text = f"LAPORAN KIA S/D MARET 2026\nDESA|Sasaran bulin|KF1||KF LENGKAP|\n|||%||%\n{rows}JUMLAH|1285|1208|{total}|1157|'90,0"
    reading = read(S=text, merges=[(1, 2, 1, 3), (1, 4, 1, 5)])
    assert ("persen-tidak-cocok D7" in codes(reading)) is told
