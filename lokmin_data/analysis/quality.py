"""Data-quality checks: each a flag with its desa, month and cell; a flag changes how a number looks, never the score."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
import pandas as pd

from lokmin_data.analysis.assess import Assessment, assess_all
from lokmin_data.analysis.flags import FLAG_COLUMNS, LEVELS, Flag, data_of, flag_rows
from lokmin_data.analysis.quality_between import between_indicators
from lokmin_data.analysis.quality_rules import COUNT_RULES, COVERAGE_RULES, EVERY_RULES, MEASURED_RULES
from lokmin_data.model import Panel

#: Check to what it is called on the screen.
CHECKS = {
    "laporan_kosong": "Laporan kosong", "nol_mencurigakan": "Nol yang mencurigakan", "lonjakan": "Lonjakan",
    "ketik_ganda": "Ketik ganda atau kumulatif", "di_atas_100": "Cakupan di atas 100 %",
    "drop_out_negatif": "Drop-out negatif", "urutan_dosis": "Urutan dosis atau kunjungan",
    "kumulatif_turun": "Kumulatif turun", "bagian_lebih_besar": "Bagian melebihi keseluruhan",
    "sasaran_berubah": "Sasaran berubah", "ds_rendah": "D/S rendah", "total_beda": "Total tidak sama dengan jumlah desa",
    "angka_kembar": "Angka kembar", "rasio_tak_lazim": "Rasio tidak lazim",
}  # fmt: skip


def check_quality(
    panel: Panel, year: int, month: int, assessments: Mapping[str, Assessment] | None = None
) -> pd.DataFrame:
    """FLAG_COLUMNS of every hit up to that month, the gravest first, then by month, newest first.

    Without `assessments` those of every indicator that anyone reported this year.  Counts the months of this year.
    """
    found = assess_all(panel, year, month) if assessments is None else dict(assessments)
    used = {code: a for code, a in found.items() if _reported(a)}
    rows: list[tuple] = []
    for assessment in used.values():
        data = data_of(panel, assessment)
        shape = assessment.shape
        rules = list(EVERY_RULES)
        rules += COVERAGE_RULES if shape == "coverage" else MEASURED_RULES if shape in ("measured", "point") else []
        rules += COUNT_RULES if shape in ("coverage", "month") else []
        flags = [flag for rule in rules for flag in rule(data)]
        rows += flag_rows(panel, assessment, flags)
    for code, flags in between_indicators(panel, used):
        rows += flag_rows(panel, used[code], flags)
    table = pd.DataFrame(rows, columns=list(FLAG_COLUMNS))
    if table.empty:
        return table
    grave = table["level"].map({level: place for place, level in enumerate(LEVELS)})
    order = np.lexsort((table["desa_id"], table["indicator"], -table["month"], grave))
    return table.iloc[order].reset_index(drop=True)


def _reported(assessment: Assessment) -> bool:
    if assessment.indicator.level != "desa":  # nothing of a desa to be checked
        return False
    values = assessment.values
    months = slice(12, 12 + assessment.month)
    return bool((~np.isnan(values["own"][:, months])).any() or (~np.isnan(values["cumulatives"][:, months])).any())


__all__ = ["CHECKS", "Flag", "check_quality"]
