"""The ranking of desa: one indicator or the composite of several, with rank range, agenda seats and reasons."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import numpy as np
import pandas as pd

from lokmin_data.analysis.assess import Assessment
from lokmin_data.analysis.frames import panel_codes, rank_places
from lokmin_data.analysis.score import gap
from lokmin_data.analysis.uncertainty import TOP, rank_ranges
from lokmin_data.analysis.why import add_why

RANKED_COLUMNS = (
    "rank", "desa_id", "desa", "score", "depth_points", "burden_points", "reporting_points", "short", "numerator",
    "denominator", "completeness", "rank_low", "rank_high", "p_top3", "verdict", "clearly_below", "indicators",
    "worst", "seat", "why",
)  # fmt: skip
HEAVIEST, SPECIAL = "terberat", "perhatian khusus"
SEVERITY = ("jelas_di_bawah", "di_bawah_belum_pasti", "tercapai_belum_pasti", "jelas_tercapai")
MARGIN = 5.0


def rank_desa(
    assessments: Mapping[str, Assessment] | Iterable[Assessment], settings: Mapping[str, Any] | None = None,
    previous_agenda: Sequence[int] = (),
) -> pd.DataFrame:  # fmt: skip
    """RANKED_COLUMNS, heaviest first: S of one indicator, or the mean within each domain, then over the domains.

    Only indicators with a target and with data somewhere count.  `previous_agenda` are the desa_id of last month's
    agenda: each keeps its seat unless a challenger is at least 5 points worse.  numerator and denominator are those
    of a single indicator, NaN for a composite.  The verdict of a composite is the worst among its indicators.
    An empty frame where nothing can be ranked.
    """
    used = scorable(assessments, settings)
    if not used:
        return pd.DataFrame(columns=list(RANKED_COLUMNS))
    panel = used[0].panel
    settings = panel.settings if settings is None else settings
    weights = domain_weights(used, settings)
    table = _composite(used, weights)
    chosen = settings.get("skor", {})
    top = int(chosen.get("jumlah_terberat", TOP))
    parts = [(a.values["x"][:-1], a.values["n"][:-1], a.values["completeness"][:-1], a.rule, a.projected) for a in used]
    ranges = rank_ranges(parts, weights, draws=int(chosen.get("undian", 2000)), top=top)  # type: ignore[arg-type]
    table["rank_low"], table["rank_high"], table["p_top3"] = ranges.low, ranges.high, ranges.p_top
    table["rank"] = rank_places(
        table["score"].to_numpy(), table["short"].to_numpy(), table["clearly_below"].to_numpy(),
        table["completeness"].to_numpy(), panel_codes(panel),
    )  # fmt: skip
    margin = float(chosen.get("selisih_agenda", MARGIN))
    table["seat"] = seats(table, previous_agenda, top=top, margin=margin)
    table = table.sort_values("rank", ignore_index=True)
    return add_why(table, used)[list(RANKED_COLUMNS)]


def scorable(
    assessments: Mapping[str, Assessment] | Iterable[Assessment], settings: Mapping[str, Any] | None = None
) -> list[Assessment]:
    """The assessments that enter a ranking: with a score, with data, and chosen where the setting names a choice."""
    found = list(assessments.values()) if isinstance(assessments, Mapping) else list(assessments)
    chosen = set((settings or {}).get("skor", {}).get("indikator", ()))
    return [
        a for a in found
        if a.score is not None and np.isfinite(a.score.mean_rate) and (not chosen or a.indicator.code in chosen)
    ]  # fmt: skip


def domain_weights(used: Sequence[Assessment], settings: Mapping[str, Any]) -> np.ndarray:
    """The weight of each indicator, adding to 1: equal within its domain, the domains by `bobot_program`."""
    given = settings.get("skor", {}).get("bobot_program", {})
    domains = [a.indicator.programme for a in used]
    weight = {name: max(0.0, float(given.get(name, 1))) for name in set(domains)}
    if not sum(weight.values()) > 0:
        weight = dict.fromkeys(weight, 1.0)
    total = sum(weight.values())
    return np.array([weight[name] / total / domains.count(name) for name in domains])


def _composite(used: Sequence[Assessment], weights: np.ndarray) -> pd.DataFrame:
    """One row a desa with the weighted means and the counts, in the order of the list."""
    panel, single = used[0].panel, len(used) == 1
    size = len(panel.desa)
    score = np.array([a.score.score for a in used])  # type: ignore[union-attr]
    columns: dict[str, Any] = {
        "desa_id": panel.desa["desa_id"].to_numpy(), "desa": panel.desa["desa"].to_numpy(), "score": weights @ score,
    }  # fmt: skip
    for name in ("depth_points", "burden_points", "reporting_points"):
        columns[name] = weights @ np.array([getattr(a.score, name) for a in used])
    columns["short"] = np.array([a.score.short for a in used]).sum(axis=0)  # type: ignore[union-attr]
    columns["completeness"] = weights @ np.array([a.values["completeness"][:-1] for a in used])
    verdict = np.array([a.values["verdict"][:-1] for a in used], dtype=object)
    columns["verdict"] = worst_verdict(verdict)
    columns["clearly_below"] = (verdict == SEVERITY[0]).sum(axis=0)
    columns["indicators"] = (verdict != "belum_ada_data").sum(axis=0)
    for name, key in (("numerator", "x"), ("denominator", "n")):
        columns[name] = used[0].values[key][:-1] if single else np.full(size, np.nan)
    columns["worst"] = _worst(used, weights[:, None] * score)
    columns["balanced_gap"] = weights @ np.array([
        np.nan_to_num(gap(a.score.balanced, a.rule)) for a in used  # type: ignore[union-attr,arg-type]
    ])  # fmt: skip
    return pd.DataFrame(columns)


def worst_verdict(verdicts: np.ndarray) -> np.ndarray:
    """The worst verdict of each column [indicator, desa]; ``belum_ada_data`` where no indicator has data."""
    out = np.full(verdicts.shape[1], "belum_ada_data", dtype=object)
    for code in reversed(SEVERITY):
        out[(verdicts == code).any(axis=0)] = code
    return out


def _worst(used: Sequence[Assessment], contribution: np.ndarray) -> list[tuple[str, ...]]:
    """The codes of the two indicators that add most to each desa's score (none where they add nothing)."""
    order = np.argsort(-contribution, axis=0, kind="stable")[:2]
    return [
        tuple(used[i].indicator.code for i in order[:, desa] if contribution[i, desa] > 0)
        for desa in range(contribution.shape[1])
    ]


def seats(table: pd.DataFrame, previous_agenda: Sequence[int], *, top: int = TOP, margin: float = MARGIN) -> list[str]:
    """The seat of each desa: ``terberat``, ``perhatian khusus`` or "".

    Last month's desa keep their seats until a challenger's score is `margin` higher.  The special seat goes to the
    widest balanced gap not yet listed, so that a small desa in trouble is not hidden behind numbers of people.
    """
    ordered = table.sort_values("rank")
    score = dict(zip(ordered["desa_id"], ordered["score"], strict=True))
    waiting = [key for key in ordered["desa_id"] if score[key] > 0]
    listed = [key for key in dict.fromkeys(previous_agenda) if key in waiting]
    listed = sorted(listed, key=waiting.index)[:top]
    challengers = [key for key in waiting if key not in listed]
    while challengers and len(listed) < top:
        listed.append(challengers.pop(0))
    while challengers and listed:
        weakest = min(reversed(listed), key=score.__getitem__)
        if score[challengers[0]] < score[weakest] + margin:
            break
        listed[listed.index(weakest)] = challengers.pop(0)
    special = _special(table, listed)
    return [HEAVIEST if key in listed else SPECIAL if key == special else "" for key in table["desa_id"]]


def _special(table: pd.DataFrame, listed: Sequence[int]) -> int | None:
    """The desa with data and the widest balanced gap among those not listed; None where no gap is left."""
    left = table[~table["desa_id"].isin(listed) & (table["indicators"] > 0) & (table["balanced_gap"] > 0)]
    if left.empty:
        return None
    return left.sort_values(["balanced_gap", "rank"], ascending=[False, True])["desa_id"].iloc[0]
