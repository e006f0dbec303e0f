"""Assessments as tables: the frames that screens, documents and the command line read."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np
import pandas as pd

from lokmin_data.analysis.facts import MASKED, NEVER_PER_DESA, PRESENT
from lokmin_data.analysis.rows import MONTHS, TIMES

if TYPE_CHECKING:
    from lokmin_data.analysis.assess import Assessment

#: Columns of `Assessment.desa` that come straight from the arrays, with the array's name.
PLAIN = {
    "sasaran": "sasaran", "sasaran_kind": "sasaran_kind", "this_month": "this_month", "last_month": "last_month",
    "cumulative": "x", "n": "n", "percent": "percent", "percent_this": "percent_this", "percent_last": "percent_last",
    "rate": "rate", "target": "target", "versus_target": "versus_target", "trend": "trend", "pws_status": "pws_status",
    "wilson_low": "wilson_low", "wilson_high": "wilson_high", "interval_low": "interval_low",
    "interval_high": "interval_high", "verdict": "verdict", "months_reported": "months_reported",
    "months_due": "months_due", "completeness": "completeness", "state": "state", "over_100": "over_100",
    "over_due": "over_due", "drop_badge": "drop_badge", "year_ago": "year_ago",
}  # fmt: skip
SCORE_COLUMNS = ("score", "depth_points", "burden_points", "reporting_points")
RANK_COLUMNS = ("rank", "rank_low", "rank_high", "p_top3")
SOURCE_COLUMNS = ("report_id", "sheet", "cell")
#: States of a desa that has reported, also where its number is withheld.
TOLD = (PRESENT, MASKED, NEVER_PER_DESA)


def desa_frame(assessment: Assessment) -> pd.DataFrame:
    """One row a desa: the columns of PLAIN, short, score and its parts, rank and its range, and the source cell."""
    columns = desa_columns(assessment)
    columns |= _ranks(assessment, columns)
    columns |= sources(assessment)
    return pd.DataFrame(columns)


def desa_records(assessment: Assessment) -> list[dict[str, Any]]:
    """The rows of `desa_frame` as plain values without rank and source, and without a frame: that costs ten times as much."""
    columns = {name: _missing_as_nan(column.tolist()) for name, column in desa_columns(assessment).items()}
    return [dict(zip(columns, row, strict=True)) for row in zip(*columns.values(), strict=True)]


def _missing_as_nan(column: list[Any]) -> list[Any]:
    return [float("nan") if value is None else value for value in column] if None in column else column


def desa_columns(assessment: Assessment) -> dict[str, Any]:
    """The columns of `desa_frame` that need neither draws nor the stored rows, as arrays."""
    values, panel = assessment.values, assessment.panel
    columns: dict[str, Any] = {"desa_id": panel.desa["desa_id"].to_numpy(), "desa": panel.desa["desa"].to_numpy()}
    columns |= {name: values[key][:-1] for name, key in PLAIN.items()}
    columns["short"] = shortfall(assessment)[:-1]
    columns["round_month"] = _round_month(assessment)[:-1]
    size = len(columns["desa"])
    score = assessment.score
    for name in SCORE_COLUMNS:
        columns[name] = getattr(score, name) if score is not None else np.full(size, np.nan)
    columns["balanced"] = 100 * score.balanced if score is not None else np.full(size, np.nan)
    return columns


def shortfall(assessment: Assessment) -> np.ndarray:
    """Persons short of the target over the reported months (lower is better: cases too many); desa, then Puskesmas."""
    x, n = assessment.values["x"], assessment.values["n"]
    if assessment.annual_target is None:
        return np.full(len(x), np.nan)
    sign = 1 if assessment.indicator.direction == "up" else -1
    room = sign * (assessment.annual_target / 100 * np.nan_to_num(n) - np.minimum(np.nan_to_num(x), np.nan_to_num(n)))
    return np.where(n > 0, np.maximum(0.0, room), 0.0)


def _round_month(assessment: Assessment) -> np.ndarray:
    """The month of the number shown: of the latest round for what is measured, else the month asked for."""
    time = assessment.values["round_time"]
    return np.where(time >= 0, time % MONTHS + 1, assessment.month)


def _ranks(assessment: Assessment, columns: dict[str, Any]) -> dict[str, np.ndarray]:
    size, score, ranks = len(columns["desa"]), assessment.score, assessment.ranks
    if score is None or ranks is None:
        return {name: np.full(size, np.nan) for name in RANK_COLUMNS}
    below = (columns["verdict"] == "jelas_di_bawah").astype(int)
    place = rank_places(score.score, score.short, below, columns["completeness"], panel_codes(assessment.panel))
    return dict(zip(RANK_COLUMNS, (place, ranks.low, ranks.high, ranks.p_top), strict=True))


def rank_places(
    score: np.ndarray, short: np.ndarray, clearly_below: np.ndarray, completeness: np.ndarray, code: np.ndarray
) -> np.ndarray:
    """Places 1..N: whole-number score, then more people short, more clearly below, lower completeness, kode desa."""
    whole = np.floor(np.asarray(score, dtype=float) + 0.5)
    _, code_order = np.unique(code, return_inverse=True)
    order = np.lexsort((code_order, completeness, -clearly_below, -np.round(short, 9), -whole))
    place = np.empty(len(order), dtype=int)
    place[order] = np.arange(1, len(order) + 1)
    return place


def panel_codes(panel: Any) -> np.ndarray:
    """What breaks the last tie: the kode desa where the list has one, else its id."""
    desa = panel.desa
    if "code" in desa and desa["code"].notna().all() and desa["code"].is_unique:
        return desa["code"].astype(str).to_numpy(dtype=object).astype(str)
    return desa["desa_id"].to_numpy()


def sources(assessment: Assessment) -> dict[str, Any]:
    """report_id, sheet and cell of each desa's newest number up to this month; empty where nothing was reported."""
    index = assessment.values["index"][:-1, : MONTHS + assessment.month]
    known = index >= 0
    place = index.shape[1] - 1 - known[:, ::-1].argmax(axis=1)
    newest = np.where(known.any(axis=1), np.take_along_axis(index, place[:, None], axis=1)[:, 0], -1)
    table = assessment.panel.observations
    return {name: picked(table, name, newest) for name in SOURCE_COLUMNS}


def picked(table: pd.DataFrame, name: str, rows: np.ndarray) -> np.ndarray:
    """The column's values at these rows as plain values; None where a row is -1 or the column is not there.

    Only these rows are turned into objects: a whole column of a year's texts takes longer than an assessment.
    """
    out = np.full(len(rows), None, dtype=object)
    if name in table:
        has = rows >= 0
        out[has] = table[name].array.take(rows[has]).to_numpy(dtype=object)
    return out


def puskesmas_row(assessment: Assessment) -> dict[str, Any]:
    """The Puskesmas' row with the keys of the desa table; the score columns are the mean of the desa."""
    row: dict[str, Any] = {"desa_id": 0, "desa": assessment.panel.puskesmas or "Puskesmas"}
    row |= {name: _plain(assessment.values[key][-1]) for name, key in PLAIN.items()}
    row["short"] = float(shortfall(assessment)[-1])
    row["round_month"] = int(_round_month(assessment)[-1])
    score = assessment.score
    row |= {name: float(np.mean(getattr(score, name))) if score is not None else float("nan") for name in SCORE_COLUMNS}
    row |= dict.fromkeys(("rank", "rank_low", "rank_high", "p_top3", "balanced"), float("nan"))
    row |= dict.fromkeys(SOURCE_COLUMNS)
    row["desa_reported"] = int(np.isin(assessment.values["state"][:-1], TOLD).sum())
    row["desa_total"] = len(assessment.panel.desa)
    return row


def _plain(value: Any) -> Any:
    return value.item() if isinstance(value, np.generic) else value


def monthly_frame(assessment: Assessment) -> pd.DataFrame:
    """Two years by month: own, cumulative, denominator, percent (0-100), percent_own, reported; Puskesmas first."""
    values, panel = assessment.values, assessment.panel
    own, total, denominator = (
        np.roll(values[name], 1, axis=0) for name in ("own", "cumulatives", "denominators")
    )
    rows = len(own)
    ids = np.concatenate([[0], panel.desa["desa_id"].to_numpy()])
    names = np.concatenate([[panel.puskesmas or "Puskesmas"], panel.desa["desa"].to_numpy(dtype=object)])
    time = np.tile(np.arange(TIMES), rows)
    with np.errstate(invalid="ignore", divide="ignore"):
        percent, percent_own = 100 * total / denominator, 100 * own / denominator
    return pd.DataFrame({
        "desa_id": np.repeat(ids, TIMES), "desa": np.repeat(names, TIMES),
        "year": assessment.year - 1 + time // MONTHS, "month": time % MONTHS + 1,
        "own": own.ravel(), "cumulative": total.ravel(), "denominator": denominator.ravel(),
        "percent": _finite(percent).ravel(), "percent_own": _finite(percent_own).ravel(),
        "reported": ~np.isnan(np.where(np.isnan(total), own, total)).ravel(),
    })  # fmt: skip


def _finite(values: np.ndarray) -> np.ndarray:
    return np.where(np.isfinite(values), values, np.nan)
