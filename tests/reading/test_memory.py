"""What was confirmed once for a form is used next month without a question."""

from __future__ import annotations

from laporan import book, codes, said

from lokmin_data.reading import read_book

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


def test_the_layout_is_the_same_next_month_and_another_for_another_form():
    assert read_book(book(S=MARCH)).layout == read_book(book(S=APRIL)).layout
    assert read_book(book(S=MARCH)).layout != read_book(book(S=MARCH.replace("K1", "K4"))).layout
