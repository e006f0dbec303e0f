"""Puskesmas beside each other: the same verdicts and score, with the Puskesmas as areas and the kabupaten as the whole."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

import numpy as np
import pandas as pd

from lokmin_data.analysis.assess import Assessment
from lokmin_data.analysis.score import rule_for, score_desa
from lokmin_data.analysis.verdict import verdicts, wilson

SUMMED = ("x", "n", "sasaran", "this_month", "last_month", "own", "cumulatives", "denominators")
WORDS = ("sasaran_kind", "versus_target", "trend", "pws_status", "verdict", "state")


def compare_puskesmas(found: Mapping[int, Assessment], names: Mapping[int, str], whole: str) -> Assessment | None:
    """One Assessment whose areas are the Puskesmas: row by row exactly what each Puskesmas shows of itself.

    `found`: puskesmas_id -> its Assessment of one indicator and month.  The whole (named `whole`) is the ratio of sums
    of those with data; target and settings are those of the first Puskesmas.  None for an empty `found`.
    """
    if not found:
        return None
    parts = list(found.values())
    first = parts[0]
    values = {key: _stacked([part.values[key][-1] for part in parts]) for key in first.values if _per_area(first, key)}
    values |= {key: first.values[key] for key in first.values if key not in values}
    values["index"] = np.full_like(values["index"], -1)  # a sum has no single cell
    _fill_whole(values, first)
    panel = replace(
        first.panel, desa=pd.DataFrame({"desa_id": list(found), "desa": [names[i] for i in found]}), puskesmas=whole
    )
    rule = score = None
    if first.annual_target is not None:
        rule = rule_for(first.indicator, first.annual_target, first.panel.settings)
        if first.score is not None:
            score = score_desa(values["x"][:-1], values["n"][:-1], values["completeness"][:-1], rule)
    projected = any(part.projected for part in parts)
    return replace(first, panel=panel, values=values, rule=rule, score=score, projected=projected)


def _per_area(found: Assessment, key: str) -> bool:
    return np.ndim(found.values[key]) > 0 and len(found.values[key]) == len(found.panel.desa) + 1


def _stacked(rows: Sequence[object]) -> np.ndarray:
    """The rows of the Puskesmas and one more for the whole, to be filled."""
    kind = object if isinstance(rows[0], str) else None
    stacked = np.array(rows, dtype=kind)
    return np.concatenate([stacked, stacked[-1:]])


def _fill_whole(values: dict[str, np.ndarray], first: Assessment) -> None:
    """The last row: sums of the Puskesmas with data, and what follows from them."""
    has = ~np.isnan(values["x"][:-1].astype(float)) & (values["n"][:-1].astype(float) > 0)
    for key in SUMMED:
        part = values[key][:-1].astype(float)
        kept = part[has] if part.ndim == 1 else part
        known = (~np.isnan(kept)).any(axis=0)
        values[key] = values[key].astype(float)
        values[key][-1] = np.where(known, np.nansum(kept, axis=0), np.nan)
    x, n, sasaran = (values[key][-1:] for key in ("x", "n", "sasaran"))
    with np.errstate(invalid="ignore", divide="ignore"):
        share = n / sasaran if first.indicator.is_coverage else np.ones(1)
        values["percent"][-1], values["rate"][-1] = (100 * x / sasaran)[0], (100 * x / n)[0]
        low, high = wilson(x, n)
        values["wilson_low"][-1], values["wilson_high"][-1] = 100 * low[0], 100 * high[0]
        values["interval_low"][-1], values["interval_high"][-1] = (100 * low * share)[0], (100 * high * share)[0]
        for name, number in (("percent_this", "this_month"), ("percent_last", "last_month")):
            values[name][-1] = 100 * values[number][-1] / sasaran[0]
    for key in ("completeness", "months_reported", "year_ago"):
        part = values[key][:-1].astype(float)
        values[key][-1] = np.nanmean(part) if (~np.isnan(part)).any() else np.nan
    for key in WORDS:
        values[key][-1] = ""
    values["state"][-1] = "ada" if has.any() else "belum_lapor"
    annual = np.nan if first.annual_target is None else first.annual_target
    values["target"][-1] = annual * share[0]
    sign = 1 if first.indicator.direction == "up" else -1
    values["verdict"][-1] = verdicts(x, n, annual, sign)[0]
