"""What if: the Puskesmas' number if the lowest desa reached the target."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from lokmin_data import wording
from lokmin_data.analysis.assess import Assessment
from lokmin_data.analysis.verdict import reached


@dataclass(frozen=True)
class Scenario:
    """Percents 0-100 on the scale of the indicator's `percent`; `people` still to reach; one sentence for the screen."""

    desa: tuple[str, ...]
    before: float
    after: float
    target: float
    people: float
    reached: bool
    sentence: str


def lift_lowest(assessment: Assessment, count: int = 5) -> Scenario | None:
    """The Puskesmas if its `count` lowest desa reached the target over the reported months; None without a score.

    Lowest by rate; only desa with data that miss the target are lifted, each by the people it is short of.
    """
    score, values = assessment.score, assessment.values
    if score is None or assessment.rule is None or not np.isfinite(score.mean_rate):
        return None
    x, n = values["x"][:-1], values["n"][:-1]
    short = np.flatnonzero(score.short > 0)
    lowest = short[np.argsort(assessment.rule.sign * x[short] / n[short], kind="stable")][:count]
    people = float(score.short[lowest].sum())
    base = float(values["sasaran"][-1])
    before = float(values["percent"][-1])
    lifted = float(values["x"][-1]) + assessment.rule.sign * people
    after = 100 * lifted / base
    names = tuple(assessment.panel.desa["desa"].to_numpy()[lowest])
    met = bool(reached(lifted, values["n"][-1], assessment.annual_target, assessment.rule.sign))  # type: ignore[arg-type]
    return Scenario(names, before, after, float(values["target"][-1]), people, met, _sentence(assessment, names, before, after, people))


def _sentence(assessment: Assessment, names: tuple[str, ...], before: float, after: float, people: float) -> str:
    label, unit = assessment.indicator.label, assessment.indicator.unit
    if not names:
        return f"Semua desa yang melapor sudah mencapai target {label}."
    who = f"{wording.number(len(names))} desa terbawah ({wording.listing(names)})" if len(names) > 1 else wording.desa_name(str(names[0]))
    verb = "bertambah" if assessment.indicator.direction == "up" else "berkurang"
    return (f"Bila {who} mencapai target, {label} Puskesmas menjadi {wording.percent(after)} "
            f"(sekarang {wording.percent(before)}), {verb} {wording.people(people, unit)}.")  # fmt: skip
