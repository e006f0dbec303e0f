"""Small counts withheld, so that nobody is recognised by them; the sum of the Puskesmas stays true.

A withheld desa has the state ``disamarkan`` (or ``tidak_per_desa`` where an indicator is never shown per desa): its counts,
percents, verdict and source are missing in every column and month, and each table, chart, slide and document says why.
One desa more is withheld with those that count few, the first of the list that does not: else the sum of the Puskesmas
would give a single one away.  It is the first of the list and not the smallest, so that it stays the same from month to
month: what one month withholds cannot be read off another month's page.  What is not protected: docs/keamanan.md.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

import numpy as np
import pandas as pd

from lokmin_data.analysis.assess import Assessment
from lokmin_data.analysis.facts import MASKED
from lokmin_data.analysis.uncertainty import RankRange
from lokmin_data.analysis.withhold import withheld

PERSONS = "orang"
CROSS_SECTOR = "tribulanan"
#: From so many indicators on, whole points of a composite leave the count of one of them open.
SEVERAL = 3


#: What of a withheld desa could be reckoned back to its count.
TELLING = ("short", "score", "depth_points", "burden_points", "balanced", "p_top3")


@dataclass(frozen=True)
class MaskedAssessment(Assessment):
    """An assessment whose small counts are missing; ranks are those of the whole numbers, which stand in `plain`."""

    plain: Assessment | None = field(default=None, repr=False)

    @cached_property
    def ranks(self) -> RankRange | None:  # type: ignore[override]
        """The ranks as they are without masking: an order tells no count."""
        return self.plain.ranks  # type: ignore[union-attr]

    @cached_property
    def desa(self) -> pd.DataFrame:  # type: ignore[override]
        """One row a desa; a withheld one says neither how many are short nor its score, from which they could be reckoned."""
        table = super().desa
        hidden = table["state"] == MASKED
        return table.assign(**{name: table[name].astype(float).mask(hidden) for name in TELLING})

    @cached_property
    def records(self) -> list[dict[str, Any]]:  # type: ignore[override]
        """The same rows as plain values, a withheld one without the same columns."""
        blank = dict.fromkeys(TELLING, float("nan"))
        return [row | {name: blank[name] for name in blank if name in row} if row["state"] == MASKED else row for row in super().records]


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
    wanted = bool(room_codes(settings, kind))
    return {code: mask_small(one, audience="rapat") for code, one in found.items()} if wanted else dict(found)


def room_codes(settings: Mapping[str, Any], kind: str) -> tuple[str, ...]:
    """The indicators whose small counts a meeting of that kind does not see."""
    wanted = kind == CROSS_SECTOR and settings.get("tampilan", {}).get("samarkan_rapat", True)
    return tuple(settings.get("penyamaran", {}).get("kasus", ())) if wanted else ()


def masked_places(found: Mapping[str, Assessment]) -> set[tuple[str, int]]:
    """(code, desa_id) of all that is withheld in these assessments."""
    masked = [(code, one.records) for code, one in found.items() if isinstance(one, MaskedAssessment)]
    return {(code, int(row["desa_id"])) for code, rows in masked for row in rows if row["state"] == MASKED}


def _few(values: np.ndarray, limit: float) -> np.ndarray:
    with np.errstate(invalid="ignore"):
        return (values > 0) & (values < limit)


def _few_rows(found: Assessment, limit: float, *, monthly: bool) -> np.ndarray:
    """Which rows (desa, then Puskesmas) count so few persons, or count over so few; `monthly`: in any month too."""
    values = found.values
    few = _few(values["x"], limit) | _few(values["n"], limit)
    if monthly:
        few |= (_few(values["own"], limit) | _few(values["cumulatives"], limit)).any(axis=1)
    return _with_company(few, values)


def _with_company(few: np.ndarray, values: dict[str, np.ndarray]) -> np.ndarray:
    """The rows that count few and the first other desa of the list that has any number; the Puskesmas stays."""
    hidden = few.copy()
    hidden[-1] = False
    if hidden.any():
        told = (~np.isnan(values["own"])).any(axis=1) | ~np.isnan(values["x"])
        others = np.flatnonzero(told[:-1] & ~hidden[:-1])
        hidden[others[:1]] = True
    return hidden


def _without_few_months(values: dict[str, np.ndarray], limit: float) -> dict[str, np.ndarray]:
    """The arrays without the months of a desa that counts few in one of them; its sum to date stays.

    All its months go: from the others and the sum to date the one that is missing could be reckoned.
    """
    few = _few(values["own"], limit).any(axis=1)
    few[-1] = False
    gone = _with_company(few, values)
    months = ("own", "cumulatives", "this_month", "last_month", "percent_this", "percent_last")
    return {**values, **{name: _blank_rows(values[name], gone) for name in months}}


def _blank_rows(value: np.ndarray, gone: np.ndarray) -> np.ndarray:
    return np.where(gone.reshape(-1, *[1] * (value.ndim - 1)), np.nan, value)


def mask_ranking(table: pd.DataFrame, found: Mapping[str, Assessment]) -> pd.DataFrame:
    """The ranking without the counts of withheld desa: rank and range stay, what tells a count is missing.

    Of one or two indicators the score goes, for a count can be reckoned from it; a composite of more is told in whole
    points and without the persons, of whom those of the other indicators are known.
    """
    gone: dict[int, set[str]] = {}
    for code, desa_id in masked_places(found):
        gone.setdefault(desa_id, set()).add(code)
    if table.empty or not gone:
        return table
    rows = [_masked_row(row, gone.get(int(row["desa_id"]), set())) for row in table.to_dict("records")]
    return pd.DataFrame(rows, columns=table.columns)


def _masked_row(row: dict[str, Any], codes: set[str]) -> dict[str, Any]:
    if not codes:
        return row
    points, several = ("score", "depth_points", "burden_points"), row["indicators"] >= SEVERAL
    blank = ("short",) if several else ("numerator", "denominator", "short", "p_top3", *points)
    whole = {name: float(round(row[name])) for name in points} | {"p_top3": round(row["p_top3"], 1)} if several else {}
    told = codes & set(row["worst"]) or not several
    why = f"{row['desa']}: angkanya disamarkan karena kecil." if told else row["why"]
    return {**row, **whole, **dict.fromkeys(blank, float("nan")), "why": why}
