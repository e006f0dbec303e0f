"""Will the annual target be met?  A gamma-Poisson projection of coverage, and the pace that is needed, in people."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Any

import numpy as np
import pandas as pd
from scipy.special import betainc

from lokmin_data import wording

if TYPE_CHECKING:
    from lokmin_data.analysis.assess import Assessment

CAUTION = "Sasaran proyeksi: perkiraan \"di jalur\" hanya benar pada sekitar dua dari tiga desa."
FIRST_MONTH = 3  # before so many reported months nothing is projected
MONTHS = 12
BALANCE = 12.0
UNLIKELY, LIKELY = 0.2, 0.8
INTERVAL = (0.1, 0.5, 0.9)
PACE_WORDS = ((1.0, "sesuai laju"), (1.25, "sedikit dipercepat"), (2.0, "perlu kejar"), (math.inf, "perlu sweeping"))
COLUMNS = ("desa_id", "desa", "x", "goal", "remaining_months", "pace", "need", "ratio", "low", "mid", "high", "p_reach",
           "word", "pace_word", "sentence", "caution")  # fmt: skip


def goal_of(sasaran: np.ndarray | float, target: float) -> np.ndarray:
    """The people to reach in the year, ceil(T N); `target` 0-1."""
    return np.ceil(np.round(np.asarray(sasaran, dtype=float) * target, 6))


def year_end(
    x: np.ndarray, n: np.ndarray, sasaran: np.ndarray, mean_rate: float, target: float, balance: float = BALANCE
) -> tuple[np.ndarray, np.ndarray, np.ndarray, np.ndarray]:
    """Low, middle and high (10, 50, 90 %) of the year's end, and the chance of the goal; `target` 0-1.

    end = x + NegBin(shape m p̄ + x, e/(e + rest)), e = m + n reported, rest = N - n reported: births vary, so months not
    reported yet are still to come (method: docs/metode.md, "Perkiraan akhir tahun").
    """
    x, n, sasaran = (np.asarray(value, dtype=float) for value in (x, n, sasaran))
    shape, exposure = balance * mean_rate + x, balance + n
    rest = np.maximum(0.0, sasaran - n)
    q = exposure / (exposure + rest)
    missing = goal_of(sasaran, target) - x
    more = np.ceil(np.round(missing, 9))
    reach = np.where(missing <= 0, 1.0, 1 - _cdf(more - 1, shape, q))
    low, mid, high = (x + _quantile(p, shape, q) for p in INTERVAL)
    return low, mid, high, reach


def _cdf(k: np.ndarray, shape: np.ndarray, q: np.ndarray) -> np.ndarray:
    """P(NegBin <= k) with a real shape: the regularised incomplete beta function."""
    safe = np.maximum(shape, 1e-9)
    return np.where(k < 0, 0.0, np.where(q >= 1, 1.0, betainc(safe, np.maximum(k, 0) + 1, np.minimum(q, 1.0))))


def _quantile(p: float, shape: np.ndarray, q: np.ndarray) -> np.ndarray:
    """The smallest count whose cumulative chance is at least p, by bisection."""
    low, high = np.full(q.shape, -1.0), np.ones(q.shape)
    while (short := _cdf(high, shape, q) < p).any():
        high = np.where(short, high * 2, high)
    while (high - low > 1).any():
        middle = np.floor((low + high) / 2)
        enough = _cdf(middle, shape, q) >= p
        low, high = np.where(enough, low, middle), np.where(enough, middle, high)
    return high


def pace(x: np.ndarray, reported: np.ndarray, goal: np.ndarray) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Reached a month so far, needed a month from now on, and their ratio (inf where nobody was reached)."""
    with np.errstate(divide="ignore", invalid="ignore"):
        now, left = x / reported, MONTHS - reported
        need = np.where(left > 0, np.maximum(0.0, goal - x) / np.maximum(left, 1), np.nan)
        ratio = np.where(need == 0, 0.0, need / now)
    return now, need, ratio


def project(assessment: Assessment) -> pd.DataFrame:
    """COLUMNS for each desa and, first, the Puskesmas (desa_id 0); empty where the indicator cannot be projected.

    Only coverage with a running target.  A desa with fewer than three reported months gets no numbers and an empty
    sentence; with a projected sasaran "di jalur" was right in 62-68 % of simulated cases only: `caution` says so.
    """
    score, panel = assessment.score, assessment.panel
    if score is None or not assessment.indicator.is_coverage or not np.isfinite(score.mean_rate):
        return pd.DataFrame(columns=list(COLUMNS))
    values, target = assessment.values, assessment.annual_target / 100  # type: ignore[operator]
    x, n, sasaran = values["x"], values["n"], values["sasaran"]
    reported = _months(assessment)
    goal = goal_of(sasaran, target)
    now, need, ratio = pace(x, reported, goal)
    allowed = (reported >= FIRST_MONTH) & (n > 0)
    safe = [np.where(allowed, value, 1.0) for value in (x, n, sasaran)]
    end = [np.where(allowed, value, np.nan) for value in year_end(*safe, score.mean_rate, target)]
    table = pd.DataFrame({
        "desa_id": [*panel.desa["desa_id"], 0], "desa": [*panel.desa["desa"], panel.puskesmas or "Puskesmas"], "x": x,
        "goal": goal, "remaining_months": MONTHS - reported, "pace": now, "need": need, "ratio": ratio,
        "low": end[0], "mid": end[1], "high": end[2], "p_reach": end[3],
    })  # fmt: skip
    table["word"] = [outcome_word(p) for p in table["p_reach"]]
    table["pace_word"] = [pace_word(value) if ok else "" for value, ok in zip(ratio, allowed, strict=True)]
    unit = "bayi" if assessment.indicator.programme == "imunisasi" else assessment.indicator.unit
    table["sentence"] = [_sentence(row, unit) for row in table.to_dict("records")]
    table["caution"] = CAUTION if assessment.projected else ""
    return table.iloc[[-1, *range(len(table) - 1)]].reset_index(drop=True)[list(COLUMNS)]


def _months(assessment: Assessment) -> np.ndarray:
    """Months reported of each desa; for the Puskesmas the part of its sasaran that was reported, in months."""
    values = assessment.values
    reported = values["months_reported"].astype(float).copy()
    share = values["n"][-1] / values["sasaran"][-1]
    reported[-1] = share * MONTHS if np.isfinite(share) else 0.0
    return reported


def outcome_word(p: float) -> str:
    """The words of a chance of reaching the goal; "" where there is none."""
    if np.isnan(p):
        return ""
    if p <= UNLIKELY:
        return "tidak akan tercapai dengan laju sekarang"
    return "di jalur, jaga laju" if p >= LIKELY else "belum bisa dipastikan"


def pace_word(ratio: float) -> str:
    """How much faster than now: needed over present pace; "" where it is not known."""
    if np.isnan(ratio):
        return ""
    return next(word for most, word in PACE_WORDS if ratio <= most)


def between(value: float) -> str:
    """People a month as a room says it: 5.33 -> "5-6", 5 -> "5", 0.4 -> "kurang dari 1"."""
    value = round(value, 6)
    if 0 < value < 1:
        return "kurang dari 1"
    low, high = math.floor(value), math.ceil(value)
    return wording.number(low) if low == high else f"{wording.number(low)}-{wording.number(high)}"


def _sentence(row: dict[str, Any], unit: str) -> str:
    if np.isnan(row["mid"]):
        return ""
    reach = f"Dengan laju sekarang sekitar {wording.number(row['mid'])} dari {wording.number(row['goal'])}"
    spread = f"antara {wording.number(row['low'])} dan {wording.number(row['high'])}"
    if row["x"] >= row["goal"]:
        return f"Sasaran setahun ({wording.number(row['goal'])} {unit}) sudah tercapai."
    if np.isnan(row["need"]):
        return f"Tercapai {wording.number(row['x'])} dari {wording.number(row['goal'])} {unit}."
    return (f"{reach} ({spread}); perlu {between(row['need'])} {unit} sebulan, sekarang {between(row['pace'])}. "
            f"Perkiraan: {row['word']}.")  # fmt: skip
