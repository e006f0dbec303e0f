"""The sasaran beside each other: what the report divides by, the projection, and the persons on the list."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pandas as pd

from lokmin_data import wording
from lokmin_data.analysis.assess import assess
from lokmin_data.analysis.sasaran import KINDS
from lokmin_data.model import Panel

NAMES = {"laporan": "penyebut laporan", "proyeksi": "sasaran proyeksi", "riil": "sasaran riil"}
ALIKE = 0.10  # WHO data quality review: denominators of two sources agree within 10 %


def side_by_side(panel: Panel, code: str, year: int, month: int) -> pd.DataFrame:
    """desa_id, desa, cumulative, used (the kind that the verdict rests on) and laporan, proyeksi, riil with ..._percent.

    The Puskesmas (desa_id 0) first; NaN where a kind is not known.  Empty where fewer than two kinds are known.
    """
    used = assess(panel, code, year, month)
    table = _with_whole(used)[["desa_id", "desa", "cumulative", "sasaran_kind"]].rename(columns={"sasaran_kind": "used"})
    for kind in KINDS:
        chosen = {**panel.settings, "sasaran": {"pakai": kind}}
        found = _with_whole(assess(replace(panel, settings=chosen), code, year, month))
        own = (found["sasaran_kind"] == kind).to_numpy(copy=True)
        own[0] = own[1:][found["cumulative"].notna().to_numpy()[1:]].all()  # a sum over two kinds is neither
        table[kind] = np.where(own, found["sasaran"], np.nan)
        table[f"{kind}_percent"] = np.where(own, found["percent"], np.nan)
    return table if table.loc[table["desa_id"] > 0, list(KINDS)].notna().any().sum() > 1 else table.iloc[:0]


def _with_whole(found: object) -> pd.DataFrame:
    desa = found.desa  # type: ignore[attr-defined]
    whole = pd.DataFrame([found.puskesmas])[list(desa.columns)]  # type: ignore[attr-defined]
    return pd.concat([whole, desa], ignore_index=True)


def compare_sums(first: float, second: float) -> tuple[float, bool]:
    """The ratio of two denominators, and whether they agree within 10 % (WHO DQR); (NaN, True) where one is missing."""
    if not (first > 0 and second > 0):
        return float("nan"), True
    return first / second, abs(first / second - 1) <= ALIKE


def kinds_sentence(table: pd.DataFrame) -> str:
    """Which denominators of the desa that have both differ by more than 10 %; "" where they agree."""
    desa, told = table[table["desa_id"] > 0], []
    for first, second in (("laporan", "riil"), ("proyeksi", "riil"), ("laporan", "proyeksi")):
        both = desa[[first, second]].dropna().sum()
        ratio, alike = compare_sums(both[first], both[second])
        if not alike:
            told.append(f"{NAMES[first]} {wording.number(ratio, 2)} kali {NAMES[second]}")
    return f"Sasaran berbeda lebih dari 10 %: {wording.listing(told)}. Pastikan mana yang benar." if told else ""
