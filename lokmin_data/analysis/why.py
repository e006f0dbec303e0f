""""Mengapa desa ini": two plain sentences with numbers."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

import numpy as np
import pandas as pd

from lokmin_data import wording

if TYPE_CHECKING:
    from lokmin_data.analysis.assess import Assessment

CHANCES = ((0.9, "hampir pasti"), (0.7, "kemungkinan besar"), (0.4, "mungkin"))
ENOUGH_REPORTS = 0.5


def add_why(table: pd.DataFrame, used: Sequence[Assessment]) -> pd.DataFrame:
    """The ranked table with the column `why`."""
    place = {int(key): i for i, key in enumerate(used[0].panel.desa["desa_id"])}
    by_code = {a.indicator.code: a for a in used}
    rows = table.to_dict("records")
    return table.assign(why=[_why(row, by_code, place[int(row["desa_id"])], len(rows)) for row in rows])


def _why(row: dict[str, Any], by_code: dict[str, Assessment], desa: int, size: int) -> str:
    return f"{_first(row, by_code, desa)} {_second(row, size)}"


def _first(row: dict[str, Any], by_code: dict[str, Assessment], desa: int) -> str:
    """What is short, of what, and by how many people; the two heaviest indicators."""
    short = [code for code in row["worst"] if by_code[code].score.short[desa] > 0]  # type: ignore[union-attr]
    facts = [_fact(by_code[code], desa) for code in short or row["worst"]]
    if not facts:
        return f"{row['desa']} mencapai semua target dan laporannya lengkap."
    return f"{row['desa']}: {'; '.join(facts)}."


def _fact(assessment: Assessment, desa: int) -> str:
    indicator, values = assessment.indicator, assessment.values
    if not values["n"][desa] > 0:
        return f"{indicator.label} belum dilaporkan"
    # The numbers that charts and tables show: cumulative over the annual sasaran, beside the target to date.
    text = f"{indicator.label}: {amount(values['x'][desa], values['sasaran'][desa])} ({_target(assessment, desa)})"
    short = assessment.score.short[desa]  # type: ignore[union-attr]
    if short <= 0:
        return text + ", target tercapai tetapi laporannya belum lengkap"
    lower = indicator.direction == "down"
    return f"{text}, {'kelebihan' if lower else 'kurang'} {wording.people(short, indicator.unit)}"


def _target(assessment: Assessment, desa: int) -> str:
    """"target 90 %", or where the target runs with the year "target s.d. bulan yang dilaporkan 45 %"."""
    to_date, annual = assessment.values["target"][desa], assessment.annual_target
    if annual is None or np.isnan(to_date) or math.isclose(to_date, annual, rel_tol=1e-5, abs_tol=1e-8):
        return f"target {wording.percent(annual)}"
    return f"target berjalan {wording.percent(to_date)}"


def amount(x: float, n: float) -> str:
    """"58 dari 90, yaitu 64,4 %"; below ten without the percentage."""
    text = f"{wording.number(x)} dari {wording.number(n)}"
    return text if n < wording.SMALL_N else f"{text}, yaitu {wording.percent(100 * x / n)}"


def _second(row: dict[str, Any], size: int) -> str:
    """The score with its parts, and how sure the rank is."""
    parts = [("kesenjangan", row["depth_points"]), ("jumlah orang", row["burden_points"]),
             ("laporan kosong", row["reporting_points"])]  # fmt: skip
    said = [f"{name} {wording.number(points, 0)}" for name, points in parts if points >= 0.5]
    detail = f" ({wording.listing(said)})" if said else ""
    text = f"Skornya {wording.number(row['score'], 0)} dari 100{detail}"
    if row["completeness"] < ENOUGH_REPORTS:
        return f"{text}; laporan yang masuk baru {wording.percent(100 * row['completeness'], 0)}, jadi peringkatnya belum pasti."
    low, high = int(row["rank_low"]), int(row["rank_high"])
    place = f"peringkatnya {low}" if low == high else f"peringkatnya antara {low} dan {high}"
    chance = chance_word(row["p_top3"])
    sure = f", {chance} termasuk 3 terberat" if chance and size > 3 else ""
    return f"{text}; {place} dari {size} desa{sure}."


def chance_word(p: float) -> str:
    """The word of a chance: >= 0.9 hampir pasti, 0.7 kemungkinan besar, 0.4 mungkin, else no claim ("")."""
    if np.isnan(p):
        return ""
    return next((word for least, word in CHANCES if p >= least), "")
