"""Prioritisation with the room: USG, Hanlon and CARL worksheets, computed unrounded, ties shown, prefilled from data."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence

import numpy as np
import pandas as pd

from lokmin_data import wording
from lokmin_data.analysis.assess import Assessment
from lokmin_data.analysis.score import gap

PEARL = ("propriety", "economic", "acceptability", "resources", "legality")
SCALE = 5
USG_WORDS = ("sangat kecil", "kecil", "sedang", "besar", "sangat besar")


def usg(table: pd.DataFrame, *, product: bool = False) -> pd.DataFrame:
    """The table (problem, U, S, G) with total, rank, tied; highest first.  Sum by default, the product as a variant."""
    parts = table[["U", "S", "G"]].astype(float)
    return _ranked(table.assign(total=parts.prod(axis=1) if product else parts.sum(axis=1)), "total")


def hanlon(table: pd.DataFrame) -> pd.DataFrame:
    """The table with B, NPD = (A + B) x C, NPT = NPD x PEARL, rank, tied; highest NPT first.

    Columns problem, A, C and either B or the columns U, S, cost whose mean is B; the five PEARL columns (0 or 1)
    where they are there, 1 where not.  Nothing is rounded before ranking.  (The international form A + 2B ranks
    differently and is not mixed in.)
    """
    b = table["B"].astype(float) if "B" in table else table[["U", "S", "cost"]].astype(float).mean(axis=1)
    pearl = pd.Series(1.0, index=table.index)
    for name in PEARL:
        if name in table:
            pearl *= (table[name].astype(float) > 0).astype(float)
    npd = (table["A"].astype(float) + b) * table["C"].astype(float)
    return _ranked(table.assign(B=b, NPD=npd, pearl=pearl, NPT=npd * pearl), "NPT")


def carl(table: pd.DataFrame) -> pd.DataFrame:
    """The table (problem, C, A, R, L) with total = C x A x R x L, rank, tied; highest first."""
    return _ranked(table.assign(total=table[["C", "A", "R", "L"]].astype(float).prod(axis=1)), "total")


def _ranked(table: pd.DataFrame, by: str) -> pd.DataFrame:
    """With rank (ties share the better place) and tied, highest first; equal to nine digits counts as a tie."""
    value = table[by].round(9)
    ranked = table.assign(rank=value.rank(method="min", ascending=False).astype(int), tied=value.duplicated(keep=False))
    return ranked.sort_values("rank", kind="stable", ignore_index=True)


def sturges_classes(count: int, *, round_up: bool = True) -> int:
    """Number of classes k = 1 + 3.3 log10(n): rounded up (Semarang) or to the nearest (another worksheet in use)."""
    k = 1 + 3.3 * math.log10(max(count, 1))
    return math.ceil(round(k, 9)) if round_up else round(k)


def hanlon_size(gaps: Sequence[float], *, classes: int | None = None, to_ten: bool = False) -> list[float]:
    """Criterion A of each problem from its gap (100 - % reached): the Sturges class 1..k, or 10 class / k.

    The interval is (largest - smallest) / k; the smallest gap lies in class 1, the largest in class k.
    """
    values = np.asarray(gaps, dtype=float)
    k = classes or sturges_classes(len(values))
    width = (values.max() - values.min()) / k
    place = np.ones(len(values)) if width == 0 else np.ceil(np.round((values - values.min()) / width, 9))
    place = np.clip(place, 1, k)
    return list(10 * place / k) if to_ten else list(place)


def prefill(assessments: Mapping[str, Assessment] | Iterable[Assessment]) -> pd.DataFrame:
    """A worksheet of the problems that the data show, for the room to change.

    One row an indicator below its target at the Puskesmas: indicator, problem, U, S, G (1-5), A (1-10), C (5), basis.
    U from the size of the gap, S from the part of the desa clearly below, G from this month's trend; `basis` says so.
    """
    found = list(assessments.values()) if isinstance(assessments, Mapping) else list(assessments)
    rows = [row for row in map(_problem, found) if row is not None]
    table = pd.DataFrame(rows, columns=["indicator", "problem", "U", "S", "G", "gap", "people", "basis"])
    if len(table):
        table["A"] = hanlon_size(table["gap"], classes=min(10, max(2, sturges_classes(len(table)))), to_ten=True)
        table["C"] = float(SCALE)
    return table.sort_values(["U", "people"], ascending=False, ignore_index=True)


def _problem(assessment: Assessment) -> tuple | None:
    row, score, rule = assessment.puskesmas, assessment.score, assessment.rule
    if score is None or rule is None or row["verdict"] not in ("jelas_di_bawah", "di_bawah_belum_pasti"):
        return None
    verdict = assessment.values["verdict"][:-1]
    below, known = int((verdict == "jelas_di_bawah").sum()), int((verdict != "belum_ada_data").sum())
    distance = float(gap(row["rate"] / 100, rule))
    worse = "turun" if rule.sign > 0 else "naik"
    growth = {"": 3, "tetap": 3, worse: 5}.get(row["trend"], 2)
    problem = f"{assessment.indicator.label}: {wording.count(row['cumulative'], row['sasaran'])}"
    people = float(score.short.sum())
    basis = (
        f"U dari jarak ke target ({wording.percent(100 * distance, 0)} jalan menuju nilai kritis); "
        f"S dari {wording.number(below)} dari {wording.number(known)} desa jelas di bawah; "
        f"G dari bulan ini {row['trend'] or 'belum dapat dibandingkan'}"
    )
    return (assessment.indicator.code, problem, _class(distance), _class(below / known if known else 0), growth,
            100 * distance, people, basis)  # fmt: skip


def _class(share: float) -> int:
    """A share 0-1 as one of five classes."""
    return int(np.clip(math.ceil(round(share * SCALE, 9)), 1, SCALE))
