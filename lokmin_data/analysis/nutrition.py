"""Nutrition: prevalence with n/N and D/S beside it, WHO bands as colour only, February against August, PMT reach."""

from __future__ import annotations

import numpy as np
import pandas as pd

from lokmin_data import wording
from lokmin_data.analysis.assess import assess_all
from lokmin_data.analysis.rows import MONTHS, POINT, cube_of, rows_of
from lokmin_data.model import Panel

WEIGHING_MONTHS = (2, 8)  # bulan timbang: February and August
REPRESENTATIVE = 80.0  # measured share of all balita below which a prevalence does not speak for the desa
LARGE_CHANGE = 2.0  # points between two weighing months that deserve a look at the data
WHO_2018 = "WHO 2018 (de Onis dkk.)"
_FIVE = ("sangat rendah", "rendah", "sedang", "tinggi", "sangat tinggi")
#: Indicator -> (upper bounds of the bands, their words, source).  For surveys of populations: colour, never a target.
BANDS = {
    "stunting": ((2.5, 10.0, 20.0, 30.0), _FIVE, WHO_2018),
    "wasting": ((2.5, 5.0, 10.0, 15.0), _FIVE, WHO_2018),
    "overweight": ((2.5, 5.0, 10.0, 15.0), _FIVE, WHO_2018),
    "underweight": ((10.0, 20.0, 30.0), ("rendah", "sedang", "tinggi", "sangat tinggi"), "WHO 1995"),
    "anemia": ((5.0, 20.0, 40.0), ("bukan masalah", "ringan", "sedang", "berat"), "WHO"),
}
SURVEY_NOTE = (
    "Target nasional berasal dari survei (SSGI/SKI); angka di sini dari penimbangan rutin pada balita yang diukur, "
    "biasanya lebih rendah. Keduanya tidak untuk disamakan."
)


def band(code: str, percent: float) -> str:
    """The WHO band of a prevalence (0-100), "" where the indicator has none or the number is missing."""
    if code not in BANDS or np.isnan(percent):
        return ""
    bounds, words, _ = BANDS[code]
    return words[int(np.searchsorted(bounds, percent, side="right"))]


def prevalence(panel: Panel, code: str, year: int, month: int) -> pd.DataFrame:
    """desa_id, desa, x, n, percent, band, balita, measured_share, representative, d_s, n_d, note; the Puskesmas first.

    `measured_share`: measured over all balita of D/S (0-100); `representative` False below 80 %, None where it is not
    known.  d_s and n_d are percents of the same month's latest round.
    """
    found = assess_all(panel, year, month, [c for c in (code, "d_s", "n_d") if c in panel.indicators])
    values = found[code].values
    size = len(values["x"])
    empty = np.full(size, np.nan)
    balita = found["d_s"].values["sasaran"] if "d_s" in found else empty
    share = np.divide(100 * values["n"], balita, out=empty.copy(), where=balita > 0)
    percent = np.divide(100 * values["x"], values["n"], out=empty.copy(), where=values["n"] > 0)
    table = pd.DataFrame({
        "desa_id": [*panel.desa["desa_id"], 0], "desa": [*panel.desa["desa"], panel.puskesmas or "Puskesmas"],
        "x": values["x"], "n": values["n"], "percent": percent, "band": [band(code, p) for p in percent],
        "balita": balita, "measured_share": share,
        "representative": pd.Series([None if np.isnan(s) else bool(s >= REPRESENTATIVE) for s in share], dtype=object),
        "d_s": found["d_s"].values["percent"] if "d_s" in found else empty,
        "n_d": found["n_d"].values["percent"] if "n_d" in found else empty,
    })  # fmt: skip
    table["note"] = ["prevalensi belum mewakili: baru " + wording.percent(s, 0) + " balita diukur" if r is False else ""
                     for s, r in zip(share, table["representative"], strict=True)]  # fmt: skip
    return table.iloc[[-1, *range(size - 1)]].reset_index(drop=True)


def weighing_months(panel: Panel, code: str, year: int, month: int) -> pd.DataFrame:
    """The last two weighing months (February, August) up to `month`, compared; the Puskesmas first.

    Columns desa_id, desa, before_period, before_x, before_n, before, after_period, after_x, after_n, after, change
    (points), note.  No test: the same children are measured again.  Empty where the two years hold no two rounds.
    """
    cube = cube_of(rows_of(panel), [code], year)
    x, n = (np.where(np.isnan(v[POINT][0]), v[0][0], v[POINT][0]) for v in (cube.x, cube.n))
    now = MONTHS + month - 1
    rounds = [t for t in range(now + 1) if t % MONTHS + 1 in WEIGHING_MONTHS and (n[:-1, t] > 0).any()][-2:]
    if len(rounds) < 2:
        return pd.DataFrame()
    both = (n[:-1, rounds] > 0).all(axis=1) & ~np.isnan(x[:-1, rounds]).any(axis=1)
    columns: dict[str, object] = {
        "desa_id": [*panel.desa["desa_id"], 0], "desa": [*panel.desa["desa"], panel.puskesmas or "Puskesmas"],
    }  # fmt: skip
    for name, t in zip(("before", "after"), rounds, strict=True):
        xs, ns = x[:, t].copy(), n[:, t].copy()
        xs[-1], ns[-1] = xs[:-1][both].sum(), ns[:-1][both].sum()
        columns |= {
            f"{name}_period": wording.period(year - 1 + t // MONTHS, t % MONTHS + 1), f"{name}_x": xs, f"{name}_n": ns,
            name: np.divide(100 * xs, ns, out=np.full(len(xs), np.nan), where=ns > 0),
        }  # fmt: skip
    table = pd.DataFrame(columns)
    table["change"] = table["after"] - table["before"]
    table["note"] = np.where(table["change"].abs() > LARGE_CHANGE, "berubah lebih dari 2 poin: periksa cara dan jumlah yang diukur", "")
    return table.iloc[[-1, *range(len(table) - 1)]].reset_index(drop=True)


def pmt_reach(panel: Panel, year: int, month: int, code: str = "pmt_gizi_kurang") -> pd.DataFrame:
    """desa_id, desa, found (children or mothers in need), reached, not_reached, percent; the Puskesmas first."""
    values = assess_all(panel, year, month, [code])[code].values
    found, reached = values["n"], values["x"]
    table = pd.DataFrame({
        "desa_id": [*panel.desa["desa_id"], 0], "desa": [*panel.desa["desa"], panel.puskesmas or "Puskesmas"],
        "found": found, "reached": reached, "not_reached": np.maximum(0.0, found - reached),
        "percent": np.divide(100 * reached, found, out=np.full(len(found), np.nan), where=found > 0),
    })  # fmt: skip
    return table.iloc[[-1, *range(len(table) - 1)]].reset_index(drop=True)
