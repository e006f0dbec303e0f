"""Did the number move: words by the right test, people gained, other desa, the year and a desa's history."""

from __future__ import annotations

from datetime import date

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from lokmin_data.meeting import movement
from lokmin_data.meeting import rtl as plans
from lokmin_data.meeting.followup import COLUMNS, follow_up
from lokmin_data.meeting.movement import Period, count_word, newcombe, share_word
from lokmin_data.meeting.yearview import desa_history, lokmin_title, year_view
from lokmin_data.model import Panel
from tests.meeting.lokmin_samples import panel_of


@pytest.mark.parametrize(
    ("first", "second", "low", "high"),
    [
        # Newcombe, Stat Med 1998;17:873-890, table II, method 10, cases (a) to (h)
        ((56, 70), (48, 80), 0.0524, 0.3339), ((9, 10), (3, 10), 0.1705, 0.8090), ((6, 7), (2, 7), 0.0582, 0.8062),
        ((5, 56), (0, 29), -0.0381, 0.1926), ((0, 10), (0, 20), -0.1611, 0.2775), ((0, 10), (0, 10), -0.2775, 0.2775),
        ((10, 10), (0, 20), 0.6791, 1.0000), ((10, 10), (0, 10), 0.6075, 1.0000),
    ],
)  # fmt: skip
def test_newcombe_gives_the_published_intervals(first, second, low, high):
    found = newcombe(Period(first[0], first[1]), Period(second[0], second[1]))
    assert found == pytest.approx((low, high), abs=6e-5)


@pytest.mark.parametrize(
    ("before", "after", "up", "word"),
    [
        # P(X >= 20 | 25, 1/2) = 0.0020; P(X >= 10 | 16, 1/2) = 0.227; P(X >= 11 | 17, 1/2) = 0.166
        ((5, 3), (20, 3), True, "membaik_jelas"), ((20, 3), (5, 3), True, "memburuk"), ((6, 3), (10, 3), True, "tidak_berubah"),
        ((6, 3), (11, 3), True, "mungkin"), ((12, 3), (12, 3), True, "tidak_berubah"), ((0, 3), (0, 3), True, "tidak_berubah"),
        ((20, 3), (5, 3), False, "membaik_jelas"), ((5, 3), (20, 3), False, "memburuk"),
        ((12, 3), (4, 1), True, "tidak_berubah"), ((5, 3), (0, 0), True, ""), ((5, 0), (4, 3), True, ""),
    ],
)  # fmt: skip
def test_counts_move_by_the_exact_binomial_test(before, after, up, word):
    assert count_word(Period(*before), Period(*after), up=up) == word


@pytest.mark.parametrize(
    ("before", "after", "up", "word"),
    [
        ((60, 300), (30, 300), False, "membaik_jelas"), ((30, 300), (60, 300), False, "memburuk"),
        ((60, 300), (58, 300), False, "tidak_berubah"), ((60, 300), (50, 300), False, "mungkin"),
        ((210, 300), (260, 300), True, "membaik_jelas"), ((0, 0), (5, 10), True, ""),
        ((7, 9), (8, 9), True, "tidak_berubah"),
    ],
)  # fmt: skip
def test_shares_move_by_newcombe(before, after, up, word):
    assert share_word(Period(*before), Period(*after), up=up) == word


@given(st.integers(0, 60), st.integers(0, 60), st.booleans())
def test_better_and_worse_are_mirror_images(first, second, up):
    there, back = (
        count_word(Period(first, 3), Period(second, 3), up=up),
        count_word(Period(second, 3), Period(first, 3), up=up),
    )
    assert (there == movement.IMPROVED) == (back == movement.WORSE)


def test_the_worked_example_of_the_manual():
    assert count_word(Period(9, 3), Period(27, 3), up=True) == "membaik_jelas"
    assert newcombe(Period(12, 120), Period(30, 120)) == pytest.approx((-0.244, -0.054), abs=5e-4)


def moved_panel(after_factor: int = 3) -> Panel:
    """Six months of IDL: desa 1 reaches 3 a month until March, then 3 x `after_factor`; the others stay at 4."""
    rows = []
    for place in (1, 2, 3):
        for month in range(1, 7):
            own = (3 if month <= 3 else 3 * after_factor) if place == 1 else 4
            rows.append((place, f"Desa {place}", "idl", 2026, month, "month", "T", own, 120, None, 1, "L", "A1"))
        for month, x in ((3, 30), (6, 12 if place == 1 else 30)):
            rows.append((place, f"Desa {place}", "stunting", 2026, month, "point", "T", x, 120, None, 1, "L", "A1"))
    base = panel_of(("Desa 1", "Desa 2", "Desa 3"), codes=())
    table = pd.DataFrame(rows, columns=list(base.observations.columns))
    return Panel(table, base.desa, base.sasaran, (), base.settings, base.indicators, "A")


def promise(**changes):
    row = {**plans.empty_row("2026-03"), "rtl_id": 1, "masalah": "IDL rendah", "kegiatan": "Sweeping", "desa_ids": [1], "indicator": "idl",
           "baseline_x": 9.0, "baseline_n": 120.0, "baseline_year": 2026, "baseline_month": 3, "target_value": 40.0, "penanggung_jawab": "Bidan",
           "selesai": "2026-06-30", "status": "proses"}  # fmt: skip
    return {**row, **changes}


def followed(*rows, panel=None, **options):
    return follow_up(pd.DataFrame(list(rows)), panel or moved_panel(), 2026, 6, **options)


def test_before_and_after_with_n_and_people_gained_against_the_pace():
    row = followed(promise()).iloc[0]
    assert (row["before"], row["after"]) == ("9/120 · 7,5 % (Maret 2026)", "36/120 · 30 % (Juni 2026)")
    assert (row["pace_before"], row["pace_after"]) == ("9 orang dalam 3 bulan", "27 orang dalam 3 bulan")
    assert (row["word"], row["word_text"]) == ("membaik_jelas", "Membaik jelas")
    # 40 % of 120 is 48; 39 more than the 9 of March, all of them due by June
    assert (row["gained"], row["needed"]) == (27, 39)
    assert row["needed_text"] == "bertambah 27 dari 39 orang yang diperlukan sampai sekarang (kurang 12)"
    assert row["others"] == "Desa lain: 8 menjadi 8 sebulan (tidak berubah)"
    assert row["desa"] == "Desa 1"


@pytest.mark.parametrize(("code", "again"), [("idl", ", dihitung lagi sejak Januari"), ("stunting", "")])
def test_a_new_year_begins_to_count_again_and_says_so(code, again):
    row = followed(promise(indicator=code, baseline_x=90.0, baseline_year=2025, baseline_month=12)).iloc[0]
    assert row["before"] == "90/120 · 75 % (Desember 2025)" and row["after"].endswith(f"(Juni 2026{again})")


def test_halfway_to_the_due_date_half_of_the_people_are_needed():
    row = followed(promise(selesai="2026-09-30")).iloc[0]
    assert row["needed"] == 20


def test_a_share_is_compared_with_the_last_measurement():
    row = followed(promise(indicator="stunting", baseline_x=30.0, target_value=14.2)).iloc[0]
    assert (row["before"], row["after"]) == ("30/120 · 25 % (Maret 2026)", "12/120 · 10 % (Juni 2026)")
    assert (row["word"], row["gained"], row["needed"]) == ("membaik_jelas", 18, 13)
    assert row["others"] == "Desa lain: 60/240 · 25 % menjadi 60/240 · 25 % (tidak berubah)"
    assert "diukur ulang" in row["note"]


def test_overdue_rows_and_rows_without_data_keep_their_place():
    table = followed(
        promise(),
        promise(rtl_id=2, indicator="", baseline_x=None),
        promise(rtl_id=3, status="selesai"),
        today=date(2026, 8, 5),
    )
    assert list(table["rtl_id"]) == [1, 2, 3]
    assert list(table["overdue_days"]) == [36, 36, 0]
    assert list(table["escalation"]) == [30, 30, 0]
    assert table["escalation_text"].iloc[0] == "Lewat 30 hari: bawa ke Kepala Puskesmas"
    assert (table["word"].iloc[1], table["word_text"].iloc[1]) == ("", "Belum dapat dinilai")


def test_no_new_month_means_no_word():
    row = follow_up(pd.DataFrame([promise()]), moved_panel(), 2026, 3).iloc[0]
    assert (row["word"], row["after"], row["note"]) == ("", "", "Belum ada bulan baru sejak kesepakatan.")


@pytest.mark.parametrize("rtl", [None, pd.DataFrame()])
def test_no_action_plan_gives_an_empty_table_with_columns(rtl):
    assert set(COLUMNS) <= set(follow_up(rtl, moved_panel(), 2026, 6).columns)


def test_the_year_counts_what_became_of_every_lokmin():
    table = followed(promise(), promise(rtl_id=2, lokmin="2026-06", status="selesai"), promise(rtl_id=3, status="belum", penanggung_jawab=""),
                     promise(rtl_id=4, lokmin="2025-12"), today=date(2026, 7, 10))  # fmt: skip
    view = year_view(table, 2026)
    assert list(view["title"]) == ["Maret 2026", "Juni 2026"]
    assert view.iloc[0][["agreed", "done", "running", "not_begun", "overdue", "improved", "incomplete"]].tolist() == [
        2,
        0,
        1,
        1,
        2,
        2,
        1,
    ]


def test_the_history_of_a_desa_tells_action_and_movement():
    table = followed(promise(), promise(rtl_id=2, desa_ids=[2, 3], lokmin="2026-01"))
    history = desa_history(table, 1)
    assert list(history["kegiatan"]) == ["Sweeping"] and history["word_text"].iloc[0] == "Membaik jelas"
    assert len(desa_history(table, 3)) == 1 and desa_history(table, 9).empty


@pytest.mark.parametrize(
    ("name", "title"),
    [("2026-03", "Maret 2026"), ("2026-03-bulanan", "Maret 2026 (bulanan)"), ("awal", "awal"), ("2026-13", "2026-13")],
)
def test_titles_of_meetings(name, title):
    assert lokmin_title(name) == title


def test_the_year_names_every_lokmin_that_was_held_also_without_a_plan():
    view = year_view(pd.DataFrame(), 2026, ["2026-03", "2025-12", "2026-02-bulanan", "2026-03"])
    assert view["title"].tolist() == ["Februari 2026 (bulanan)", "Maret 2026"] and set(view["agreed"]) == {0}
