"""Boys and girls (L/P) apart, where the reports tell them apart."""

from __future__ import annotations

from dataclasses import replace

import pandas as pd

from lokmin_data.analysis.assess import assess
from lokmin_data.model import Panel

COLUMNS = ("desa_id", "desa", "sex", "cumulative", "sasaran", "n", "percent", "verdict")


def by_sex(panel: Panel, code: str, year: int, month: int) -> pd.DataFrame:
    """COLUMNS for L and P of each desa and, first, the Puskesmas (desa_id 0); empty where no report splits them.

    Each sex is assessed as if it were the whole, against its own sasaran; where only the total has a sasaran, the
    percent is missing.
    """
    own = panel.observations[(panel.observations["indicator"] == code) & panel.observations["sex"].isin(["L", "P"])]
    if own.empty:
        return pd.DataFrame(columns=list(COLUMNS))
    parts = []
    for sex in ("L", "P"):
        sasaran = panel.sasaran[panel.sasaran["sex"] == sex].assign(sex="T") if len(panel.sasaran) else panel.sasaran
        found = assess(replace(panel, observations=own[own["sex"] == sex].assign(sex="T"), sasaran=sasaran), code, year, month)
        table = pd.concat([pd.DataFrame([found.puskesmas])[list(found.desa.columns)], found.desa], ignore_index=True)
        parts.append(table.assign(sex=sex)[list(COLUMNS)])
    return pd.concat(parts, ignore_index=True)
