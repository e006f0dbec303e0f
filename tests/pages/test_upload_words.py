"""The sentences of the upload page."""

from dataclasses import dataclass

import pandas as pd
import pytest

from lokmin_data.model import OBSERVATION_COLUMNS, Problem, Reading
from pages._shared.upload_words import (
    areas_of,
    foreign_reason,
    months_text,
    ordered_problems,
    periods_of,
    read_sentence,
    save_label,
    written_name,
)


@pytest.mark.parametrize(
    ("printed", "expected"),
    [("PECANGAAN", "Pecangaan"), ("KOTA II", "Kota II"), ("Suka Maju I", "Suka Maju I"), ("UPT Gadang", "UPT Gadang"), ("", "")],
)
def test_a_name_in_capitals_is_written_as_in_a_sentence(printed, expected):
    assert written_name(printed) == expected


def reading(areas, *, year=2026, months=(1,), **more):
    rows = [
        {
            "area": area,
            "level": "desa",
            "indicator": "k1",
            "year": year,
            "month": month,
            "basis": "month",
            "sex": "T",
            "numerator": 1,
        }
        for area in areas
        for month in months
    ]
    return Reading("a.xlsx", "0", pd.DataFrame(rows, columns=list(OBSERVATION_COLUMNS)), **more)


@pytest.mark.parametrize(
    ("months", "expected"),
    [
        ([(2026, 1), (2026, 2), (2026, 3), (2026, 4)], "Januari–April 2026"),
        ([(2026, 3)], "Maret 2026"),
        ([(2026, 1), (2026, 3), (2026, 4)], "Januari dan Maret–April 2026"),
        ([(2025, 12), (2026, 1)], "Desember 2025 dan Januari 2026"),
        ([], ""),
    ],
)
def test_months_text(months, expected):
    assert months_text(months) == expected


def test_a_row_of_a_whole_year_counts_as_december():
    found = reading(["A"], months=(None,))
    found.observations["basis"] = "year"
    assert periods_of(found) == [(2026, 12)]


def test_a_row_without_a_period_has_none():
    assert periods_of(reading(["A"], year=None)) == []


def test_the_sentence_says_expected_and_read():
    text = read_sentence(reading(["A", "B"], months=(1, 2)), 3, 2, {"gizi_ibu_hamil": "Gizi ibu hamil"})
    assert text == "Gizi ibu hamil · Januari–Februari 2026 · 3 desa diharapkan, 2 terbaca · 4 angka"


@pytest.mark.parametrize(
    ("found", "known", "words"),
    [
        (reading(["A", "B", "C"]), ["A", "B", "C"], ""),
        (reading(["Desa A", "ds. B", "c"]), ["A", "B", "C"], ""),
        (reading(["A", "B", "C"], puskesmas="Lain"), ["A", "B", "C"], "menyebut Puskesmas Lain"),
        (reading(["A", "B", "C"], puskesmas="PUSKESMAS MEKAR"), ["A", "B", "C"], ""),
        (reading(["A", "B", "C"], kecamatan="Jauh"), ["A", "B", "C"], "menyebut Kecamatan Jauh"),
        (reading(["P", "Q", "R"]), ["A", "B", "C"], "3 dari 3 nama wilayah"),
        (reading(["A", "B", "R"]), ["A", "B", "C"], ""),
        (reading(["P", "Q"]), ["A", "B", "C"], ""),
        (reading(["P", "Q", "R"]), [], ""),
    ],
)
def test_a_report_of_another_puskesmas_is_recognised(found, known, words):
    reason = foreign_reason(found, puskesmas="Mekar", kecamatan="Sari", known=known)
    assert (words in reason) if words else reason == ""


@dataclass(frozen=True, kw_only=True)
class TotalWrong(Problem):
    code = "total-tidak-sama"


@dataclass(frozen=True, kw_only=True)
class RowSkipped(Problem):
    code = "baris"
    severity = "skipped"


def test_totals_that_do_not_fit_come_first():
    found = ordered_problems([Problem(cell="A1"), RowSkipped(cell="B2"), TotalWrong(cell="C3")])
    assert [problem.cell for problem in found] == ["C3", "B2", "A1"]


def test_the_button_says_what_happens():
    assert save_label(12, "Januari–April 2026", 0) == "Simpan 12 desa, Januari–April 2026"
    assert save_label(12, "Maret 2026", 5) == "Ganti 5 angka dan simpan 12 desa, Maret 2026"


def test_the_rows_of_the_puskesmas_itself_are_no_desa():
    found = reading(["A", "Mekar"])
    found.observations.loc[1, "level"] = "puskesmas"
    assert areas_of(found) == ["A"]
