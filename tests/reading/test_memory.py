"""What was confirmed once for a form is used next month without a question."""

from __future__ import annotations

from dataclasses import replace

import pytest
from laporan import book, codes, said

from lokmin_data.reading import read_book
from lokmin_data.reading.records.memory import told_cell
from lokmin_data.reference import indicators, load_indicators

MARCH = "LAPORAN BULAN MARET 2026\nNo | Desa | K1 | Kolom aneh\n1 | A | 5 | 1\n2 | B | 3 | 2"
APRIL = MARCH.replace("MARET", "APRIL")


def test_a_confirmed_column_is_read():
    first = read_book(book(S=MARCH))
    memory = {first.layout: {"columns": {"Kolom aneh": "k6"}}}
    again = read_book(book(S=APRIL), memory=memory)
    assert "A k6 2026-4 month T 1/" in said(again)
    assert again.unknown_columns.empty


def test_an_ignored_column_is_not_asked_again():
    first = read_book(book(S=MARCH))
    again = read_book(book(S=APRIL), memory={first.layout: {"columns": {"Kolom aneh": "ignore"}}})
    assert again.unknown_columns.empty
    assert len(said(again)) == 2


def test_what_is_confirmed_holds_for_that_report_alone():
    first = read_book(book(S=MARCH))
    for columns in ({"Kolom aneh": "ignore"}, {"Kolom aneh": "k6", "K1": "k4"}):
        again = read_book(book(S=APRIL), memory={first.layout: {"columns": columns}})
        assert again.unknown_columns.empty
    unasked = read_book(book(S=APRIL))
    assert list(unasked.unknown_columns["header"]) == ["Kolom aneh"]
    assert said(unasked) == ["A k1 2026-4 month T 5/", "B k1 2026-4 month T 3/"]


def test_a_correction_replaces_the_value_it_expects():
    first = read_book(book(S=MARCH))
    fix = {"sheet": "S", "cell": "C3", "expected": 5, "value": 4, "why": "salah ketik", "by": "petugas"}
    again = read_book(book(S=MARCH), memory={first.layout: {"corrections": [fix]}})
    assert "A k1 2026-3 month T 4/" in said(again)
    assert "koreksi-dipakai C3" in codes(again)


def test_a_correction_complains_when_the_error_is_gone():
    first = read_book(book(S=MARCH))
    fix = {"sheet": "S", "cell": "C3", "expected": 50, "value": 4, "why": "salah ketik", "by": "petugas"}
    again = read_book(book(S=MARCH), memory={first.layout: {"corrections": [fix]}})
    assert "A k1 2026-3 month T 5/" in said(again)
    assert "koreksi-tidak-terpakai C3" in codes(again)


FIX = {"sheet": "S", "cell": "C3", "expected": 5, "value": 4, "why": "salah ketik", "by": "petugas"}


def corrected_reading(made, *fixes):
    return read_book(made, memory={read_book(made).layout: {"corrections": list(fixes)}})


def test_a_correction_of_one_file_leaves_other_files_alone_and_goes_before_that_of_the_form():
    own = {**FIX, "value": 2, "sha256": "0" * 64}
    here = corrected_reading(book(S=MARCH), FIX, own)
    assert "A k1 2026-3 month T 2/" in said(here)
    assert [code for code in codes(here) if code.startswith("koreksi")] == ["koreksi-dipakai C3"]
    elsewhere = corrected_reading(book(S=MARCH), {**own, "sha256": "1" * 64})
    assert "A k1 2026-3 month T 5/" in said(elsewhere)
    assert not [code for code in codes(elsewhere) if code.startswith("koreksi")]


def test_an_error_of_a_formula_is_corrected_and_complains_no_more():
    made = book(S=MARCH)
    broken = replace(made.sheets[0], errors=frozenset({(2, 2)}), error_text={(2, 2): "#DIV/0!"})
    broken.rows[2][2] = None
    made = replace(made, sheets=(broken,))
    assert "sel-galat C3" in codes(read_book(made))
    again = corrected_reading(made, {**FIX, "expected": "#DIV/0!"})
    assert "A k1 2026-3 month T 4/" in said(again) and "sel-galat C3" not in codes(again)
    assert next(p for p in again.problems if p.code == "koreksi-dipakai").found == "#DIV/0!"


def test_a_cell_can_be_emptied_and_a_letter_replaced():
    form = MARCH.replace("| 5 |", "| 1O |")
    assert "A k1 2026-3 month T 10/" in said(corrected_reading(book(S=form), {**FIX, "expected": "1O", "value": 10}))
    emptied = corrected_reading(book(S=MARCH), {**FIX, "value": None})
    assert said(emptied) == ["B k1 2026-3 month T 3/"]
    assert "diganti kosong" in next(p for p in emptied.problems if p.code == "koreksi-dipakai").message


def test_a_correction_of_no_cell_changes_nothing_and_says_no_name():
    named = MARCH.replace("| 5 |", "| SITI AMINAH |")
    for fix in (
        {**FIX, "sheet": "lain"}, {**FIX, "cell": "A0"}, {**FIX, "cell": "ZZZ9"}, {**FIX, "cell": "<b>"}, {**FIX, "value": [1]}, {}, FIX,
    ):  # fmt: skip
        again = corrected_reading(book(S=named), fix)
        assert said(again) == said(read_book(book(S=named)))
        problem = next(p for p in again.problems if p.code == "koreksi-tidak-terpakai")
        assert "SITI" not in problem.message + problem.found


@pytest.mark.parametrize(("cell", "told"), [
    (1234.5, "1.234,5"), (0.875, "0,875"), (-0.5, "-0,5"), (5, "5"), (None, "kosong"), ("#REF!", "#REF!"), ("l5", "l5"), ("1.234", "1.234"),
    ("Budi", "tulisan lain"), ("3201010101010001", "tulisan lain"), (3201010101010001, "bilangan panjang"),
])  # fmt: skip
def test_how_a_cell_is_told(cell, told):
    assert told_cell(cell) == told


def test_the_layout_is_the_same_next_month_and_another_for_another_form():
    assert read_book(book(S=MARCH)).layout == read_book(book(S=APRIL)).layout
    assert read_book(book(S=MARCH)).layout != read_book(book(S=MARCH.replace("K1", "K4"))).layout


def test_a_confirmed_row_is_read():
    form = "LAPORAN BULAN {} 2026\nNo | Indikator | Sukamaju | Mekarsari\n1 | K1 | 5 | 6\n2 | Baris aneh | 1 | 2"
    first = read_book(book(S=form.format("MARET")))
    memory = {first.layout: {"columns": {"Baris aneh": "k6"}}}
    again = read_book(book(S=form.format("MARET")), memory=memory)
    assert "Mekarsari k6 2026-3 month T 2/" in said(again)


@pytest.mark.parametrize("head", ["Kelas Ibu Hamil", "KIH", "Bumil ikut kelas", "KELAS  ibu hamil"])
def test_the_words_of_an_indicator_that_the_puskesmas_added(head: str):
    own = replace(load_indicators()["k1"], code="kelas_ibu", label="Kelas Ibu Hamil", note="KIH; bumil ikut kelas")
    form = (
        f"LAPORAN BULAN MARET 2026\nNo | Desa | Sasaran Bumil | {head} | %\n1 | A | 40 | 10 | 25\n2 | B | 50 | 5 | 10"
    )
    reading = read_book(book(S=form), indicators=indicators([own]))
    assert said(reading) == ["A kelas_ibu 2026-3 month T 10/40 25", "B kelas_ibu 2026-3 month T 5/50 10"]


def test_what_was_confirmed_may_be_an_own_indicator():
    own = replace(load_indicators()["k1"], code="kelas_ibu", label="Kelas Ibu Hamil")
    known = indicators([own])
    first = read_book(book(S=MARCH), indicators=known)
    memory = {first.layout: {"columns": {"Kolom aneh": "kelas_ibu"}}}
    assert "A kelas_ibu 2026-3 month T 1/" in said(
        read_book(book(S=MARCH), memory=memory, indicators=known)
    )
