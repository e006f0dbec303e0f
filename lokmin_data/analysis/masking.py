"""Small counts withheld, so that nobody is recognised by them; the sum of the Puskesmas stays true.

A withheld desa has the state ``disamarkan`` (or ``tidak_per_desa`` where an indicator is never shown per desa): its counts,
percents, verdict and source are missing in every column and month, and each table, chart, slide and document says why.
Where a single desa would be withheld, the smallest of the others is withheld with it: the sum would give the one away.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

import numpy as np
import pandas as pd

from lokmin_data.analysis.assess import Assessment
from lokmin_data.analysis.facts import MASKED, PRESENT
from lokmin_data.analysis.uncertainty import RankRange
from lokmin_data.analysis.withhold import withheld

PERSONS = "orang"
CROSS_SECTOR = "tribulanan"


@dataclass(frozen=True)
class MaskedAssessment(Assessment):
    """An assessment whose small counts are missing; score and ranks are those of the whole numbers (`plain`)."""

    plain: Assessment | None = field(default=None, repr=False)

    @cached_property
    def ranks(self) -> RankRange | None:  # type: ignore[override]
        """The ranks as they are without masking: an order tells no count."""
        return self.plain.ranks  # type: ignore[union-attr]

    @cached_property
    def desa(self) -> pd.DataFrame:  # type: ignore[override]
        """One row a desa; a withheld one says neither how many are short nor what its score is made of."""
        table = super().desa
        hidden = table["state"] == MASKED
        blank = ["short", "depth_points", "burden_points", "balanced"]
        return table.assign(**{name: table[name].astype(float).mask(hidden) for name in blank})


def mask_small(found: Assessment, *, audience: str) -> Assessment:
    """The assessment as this audience may see it.

    `audience`: ``semua`` masks every count of persons, ``rapat`` (a meeting of all sectors) only those of
    `settings.penyamaran.kasus`.  Counts of 1 to below `settings.penyamaran.batas` are masked.
    """
    rules = found.panel.settings.get("penyamaran", {})
    listed = found.indicator.code in rules.get("kasus", ())
    if isinstance(found, MaskedAssessment) or found.indicator.unit != PERSONS or not (listed or audience == "semua"):
        return found
    limit, cases = float(rules.get("batas", 5)), listed or found.indicator.direction == "down" or found.indicator.kind == "month"
    hidden = _few_rows(found, limit, monthly=cases)
    values = withheld(found.values, hidden, MASKED) if hidden.any() else found.values
    values = values if cases else _without_few_months(values, limit)
    parts = {name: getattr(found, name) for name in Assessment.__dataclass_fields__}
    return MaskedAssessment(**{**parts, "values": values}, plain=found)


def mask_for_room(found: Mapping[str, Assessment], settings: Mapping[str, Any], kind: str) -> dict[str, Assessment]:
    """The assessments as a meeting of that kind may see them: lintas sektor without recognisable cases."""
    wanted = kind == CROSS_SECTOR and settings.get("tampilan", {}).get("samarkan_rapat", True)
    return {code: mask_small(one, audience="rapat") for code, one in found.items()} if wanted else dict(found)


def _few(values: np.ndarray, limit: float) -> np.ndarray:
    with np.errstate(invalid="ignore"):
        return (values > 0) & (values < limit)


def _few_rows(found: Assessment, limit: float, *, monthly: bool) -> np.ndarray:
    """Which rows (desa, then Puskesmas) count so few persons, or count over so few; `monthly`: in any month too."""
    values = found.values
    few = _few(values["x"], limit) | _few(values["n"], limit)
    if monthly:
        few |= (_few(values["own"], limit) | _few(values["cumulatives"], limit)).any(axis=1)
    few[-1] = False
    others = np.flatnonzero(~few[:-1] & (values["state"][:-1] == PRESENT))
    if few.sum() == 1 and len(others):
        few[others[np.argmin(np.nan_to_num(values["x"][others], nan=np.inf))]] = True
    return few


def _without_few_months(values: dict[str, np.ndarray], limit: float) -> dict[str, np.ndarray]:
    """The arrays of the desa without the months that count so few; the sum to date stays."""
    few = _few(values["own"], limit)
    few[-1] = False
    out = {**values, "own": np.where(few, np.nan, values["own"])}
    out["cumulatives"] = np.where(few.any(axis=1)[:, None], np.nan, values["cumulatives"])
    for number, share in (("this_month", "percent_this"), ("last_month", "percent_last")):
        gone = _few(values[number], limit) & (np.arange(len(values[number])) < len(values[number]) - 1)
        out |= {name: np.where(gone, np.nan, values[name]) for name in (number, share)}
    return out


def mask_ranking(table: pd.DataFrame, found: Mapping[str, Assessment]) -> pd.DataFrame:
    """The ranking without the counts of withheld desa: score, rank and range stay, what tells a count is missing."""
    gone: dict[int, set[str]] = {}
    for code, one in found.items():
        if isinstance(one, MaskedAssessment):
            for desa_id in one.desa.loc[one.desa["state"] == MASKED, "desa_id"]:
                gone.setdefault(int(desa_id), set()).add(code)
    if table.empty or not gone:
        return table
    rows = [_masked_row(row, gone.get(int(row["desa_id"]), set()), single=len(found) == 1) for row in table.to_dict("records")]
    return pd.DataFrame(rows, columns=table.columns)


def _masked_row(row: dict[str, Any], codes: set[str], *, single: bool) -> dict[str, Any]:
    if not codes:
        return row
    blank = ("numerator", "denominator", "short", "depth_points", "burden_points") if single else ()
    told = codes & set(row["worst"]) or single
    why = f"{row['desa']}: angkanya disamarkan karena kecil." if told else row["why"]
    return {**row, **dict.fromkeys(blank, float("nan")), "why": why}

