"""Early warning for counts of disease: this month beside the same month of former years; counts, never percents."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np
import pandas as pd
from scipy.special import bdtrc

from lokmin_data import wording
from lokmin_data.analysis.assess import Assessment, assess_all
from lokmin_data.analysis.rows import MONTHS
from lokmin_data.model import Panel

YELLOW, RED = 0.05, 0.01
FEWEST = 3  # cases below which a rise is not called one
COLUMNS = ("desa_id", "desa", "indicator", "now", "before", "years", "p", "level", "note")


def rise(now: float, before: Sequence[float]) -> float:
    """P(at least `now` of all these cases in this month) if every year were alike; NaN without a former year.

    Given the total, this year's count is Binomial(total, 1 / (1 + years)): two Poisson counts compared exactly
    (Przyborowski and Wilenski 1940).
    """
    former = [value for value in before if not np.isnan(value)]
    if not former or np.isnan(now):
        return float("nan")
    total = now + sum(former)
    return 1.0 if now <= 0 else float(bdtrc(now - 1, int(total), 1 / (1 + len(former))))


def early_warning(
    panel: Panel, year: int, month: int, codes: Sequence[str] | None = None,
    former: Mapping[tuple[str, int], Sequence[float]] | None = None,
) -> pd.DataFrame:  # fmt: skip
    """COLUMNS of the Puskesmas (desa_id 0) and each desa, for monthly counts where lower is better.

    The Panel holds last year; `former` gives more years by (indicator, desa_id).  `level`: ``merah`` p < 1 %, ``kuning``
    p < 5 %, both from 3 cases on, else "".  Years without a report are left out and said so.
    """
    if codes is None:
        codes = [code for code, i in panel.indicators.items() if i.kind == "month" and i.direction == "down"]
    rows = []
    for assessment in assess_all(panel, year, month, codes).values():
        ids = [*panel.desa["desa_id"], 0]
        own = assessment.values["own"]
        for place, desa_id in enumerate(ids):
            now, last = own[place, MONTHS + month - 1], own[place, month - 1]
            more = list((former or {}).get((assessment.indicator.code, int(desa_id)), ()))
            rows.append(_row(assessment, int(desa_id), place, now, [last, *more]))
    table = pd.DataFrame(rows, columns=list(COLUMNS))
    return table.sort_values("desa_id", kind="stable", key=lambda ids: ids != 0, ignore_index=True)


def _row(assessment: Assessment, desa_id: int, place: int, now: float, before: list[float]) -> tuple:
    panel = assessment.panel
    name = panel.desa["desa"].iloc[place] if desa_id else panel.puskesmas or "Puskesmas"
    known = [value for value in before if not np.isnan(value)]
    p = rise(now, known)
    level = "" if not now >= FEWEST or np.isnan(p) else "merah" if p < RED else "kuning" if p < YELLOW else ""
    note = _note(assessment, now, known, p, level)
    return desa_id, name, assessment.indicator.code, now, float(np.mean(known)) if known else np.nan, len(known), p, level, note


def _note(assessment: Assessment, now: float, known: list[float], p: float, level: str) -> str:
    label, month = assessment.indicator.label, wording.month_name(assessment.month)
    if np.isnan(now):
        return f"{label} {month} belum dilaporkan."
    text = f"{label} {month}: {wording.number(now)}"
    if not known:
        return f"{text}; tahun lalu tidak ada laporan untuk dibandingkan."
    if len(known) == 1:
        text = f"{text}, bulan yang sama tahun lalu {wording.number(known[0])}"
    else:
        text = f"{text}, bulan yang sama {len(known)} tahun sebelumnya rata-rata {wording.number(np.mean(known), 1)}"
    if level:
        return f"{text}. Kenaikan sebesar ini jarang terjadi secara kebetulan ({_odds(p)}); periksa ke lapangan."
    return f"{text}. Perbedaannya masih mungkin kebetulan."


def _odds(p: float) -> str:
    return f"kurang dari 1 dari {wording.number(min(1000, 10 ** int(np.floor(-np.log10(max(p, 1e-9)))) * _step(p)), 0)}"


def _step(p: float) -> int:
    """1, 2 or 5: the largest round "1 in N" that p still undercuts."""
    scale = 10 ** int(np.floor(-np.log10(max(p, 1e-9))))
    return max((step for step in (1, 2, 5) if p < 1 / (scale * step)), default=1)
