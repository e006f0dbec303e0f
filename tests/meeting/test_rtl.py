"""The action plan: complete or not, late or not, needed pace, prefilled from the agenda."""

from __future__ import annotations

from datetime import date

import pandas as pd
import pytest

from lokmin_data.analysis import assess_all, rank_desa
from lokmin_data.meeting import rtl as plans
from lokmin_data.meeting.build import build_agenda
from lokmin_data.model import LokminError
from lokmin_data.reference import load_indicators
from tests.meeting.lokmin_samples import panel_of

COMPLETE = {
    "kegiatan": "Sweeping", "penanggung_jawab": "Bidan Siti", "selesai": "2026-06-30", "target_value": 40.0, "indikator_keberhasilan": "",
}  # fmt: skip


@pytest.mark.parametrize(
    ("changes", "missing"),
    [
        ({}, ()),
        ({"penanggung_jawab": "  "}, ("penanggung jawab",)),
        ({"selesai": ""}, ("batas waktu",)),
        ({"selesai": float("nan")}, ("batas waktu",)),
        ({"target_value": None}, ("target terukur",)),
        ({"target_value": None, "indikator_keberhasilan": "lebih baik"}, ("target terukur",)),
        ({"target_value": float("nan"), "indikator_keberhasilan": "24 bayi lengkap"}, ()),
        ({"kegiatan": "", "penanggung_jawab": None, "selesai": None, "target_value": None},
         ("kegiatan", "penanggung jawab", "batas waktu", "target terukur")),
    ],
)  # fmt: skip
def test_a_row_without_who_when_or_how_much_is_incomplete(changes, missing):
    row = {**COMPLETE, **changes}
    assert plans.missing_parts(row) == missing
    assert plans.completeness_text(row) == (f"Tidak lengkap: {', '.join(missing)}" if missing else "Lengkap")


@pytest.mark.parametrize(
    ("today", "status", "days", "step"),
    [
        (date(2026, 6, 30), "proses", 0, 0), (date(2026, 7, 1), "proses", 1, 0), (date(2026, 7, 3), "belum", 3, 3),
        (date(2026, 7, 29), "belum", 29, 3), (date(2026, 7, 30), "", 30, 30), (date(2026, 8, 28), "proses", 59, 30),
        (date(2026, 8, 29), "proses", 60, 60), (date(2027, 1, 1), "selesai", 0, 0), (date(2027, 1, 1), "batal", 0, 0),
    ],
)  # fmt: skip
def test_overdue_rows_escalate_after_3_30_and_60_days(today, status, days, step):
    found = plans.overdue_days({**COMPLETE, "status": status}, today)
    assert (found, plans.escalation(found)) == (days, step)


def test_a_date_that_is_none_is_refused():
    with pytest.raises(LokminError, match="Tanggal '31/02' tidak dikenal"):
        plans.as_date("31/02")


@pytest.mark.parametrize(
    ("value", "ids"),
    [([3, 5], [3, 5]), ([], []), (None, []), (float("nan"), []), ("3,5", [3, 5]), (7, [7]), (0, []), ("", [])],
)
def test_desa_ids_read_whatever_the_store_or_a_form_gives(value, ids):
    assert plans.desa_ids({"desa_ids": value}) == ids


def test_the_old_single_desa_is_understood():
    assert plans.desa_ids({"desa_id": 4}) == [4]


@pytest.mark.parametrize(
    ("code", "x", "n", "target", "due", "needed", "text"),
    [
        ("idl", 15, 108, 40.0, "2026-06-30", 29, "perlu tambahan 29 orang dalam 3 bulan, 10 sebulan"),
        ("idl", 50, 108, 40.0, "2026-06-30", 0, "target sudah tercapai pada data awal"),
        ("stunting", 60, 300, 17.5, "2026-08-31", 8, "perlu berkurang 8 orang dalam 5 bulan, 2 sebulan"),
        ("idl", None, 108, 40.0, "2026-06-30", None, ""),
        ("idl", 15, 108, None, "2026-06-30", None, ""),
    ],
)  # fmt: skip
def test_needed_pace_in_people(code, x, n, target, due, needed, text):
    row = {
        "baseline_x": x,
        "baseline_n": n,
        "target_value": target,
        "selesai": due,
        "baseline_year": 2026,
        "baseline_month": 3,
    }
    indicator = load_indicators()[code]
    assert plans.people_needed(indicator, row) == needed
    assert plans.pace_text(indicator, row) == text


def test_rows_are_prefilled_from_an_agenda_item_and_the_data():
    panel = panel_of()
    assessments = assess_all(panel, 2026, 3)
    agenda = build_agenda(assessments, rank_desa(assessments, panel.settings), puskesmas="A", year=2026, month=3)
    item = next(one for one in agenda.problems() if one.indicator == "idl")
    rows = plans.prefill(item, assessments["idl"], lokmin=agenda.key, due=date(2026, 6, 30))
    assert [row["sektor"] for row in rows] == [ask.sector for ask in item.asks]
    table = assessments["idl"].desa
    chosen = table[table["desa_id"].isin(item.desa_ids)]
    first = rows[0]
    assert (first["baseline_x"], first["baseline_n"]) == (chosen["cumulative"].sum(), chosen["sasaran"].sum())
    assert (first["baseline_year"], first["baseline_month"], first["target_value"], first["lokmin"]) == (
        2026,
        3,
        40.0,
        "2026-03",
    )
    assert (
        first["indikator_keberhasilan"]
        == "Imunisasi dasar / bayi lengkap (IDL) paling sedikit 116 dari 288 orang sampai Juni 2026"
    )
    assert plans.missing_parts(first) == ("penanggung jawab",)


def test_a_baseline_without_reports_is_no_number():
    panel = panel_of(codes=("idl",), names=("A", "B"))
    silent = type(panel)(
        panel.observations[panel.observations["desa"] == "A"],
        panel.desa,
        panel.sasaran,
        (),
        panel.settings,
        panel.indicators,
        "P",
    )
    start = plans.baseline(assess_all(silent, 2026, 3)["idl"], [2])
    assert (start.x, start.n, start.text) == (None, None, "belum ada data (Maret 2026)")


def test_empty_rows_have_every_field():
    assert set(plans.FIELDS) <= set(plans.empty_row("2026-03"))
    assert pd.DataFrame([plans.empty_row()]).shape[0] == 1
