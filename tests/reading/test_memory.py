"""What was confirmed once for a form is used next month without a question."""

from __future__ import annotations

from dataclasses import replace

import pytest
from laporan import book, codes, said

from lokmin_data.reading import read_book
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
