"""Which sasaran an indicator is measured against: the report's own, proyeksi or riil."""

from __future__ import annotations

from typing import Any

import numpy as np

from lokmin_data.analysis.rows import rows_of
from lokmin_data.model import Panel

KINDS = ("laporan", "proyeksi", "riil")
#: First choice to last; "laporan": the report's own denominator wins, as Puskesmas read their own forms.
ORDERS = {
    "laporan": ("laporan", "proyeksi", "riil"),
    "proyeksi": ("proyeksi", "laporan", "riil"),
    "riil": ("riil", "laporan", "proyeksi"),
}


def table_of(panel: Panel, population: str, year: int) -> dict[str, np.ndarray]:
    """The sasaran of a population by kind: arrays over the desa and, last, the Puskesmas; NaN where none is stored."""
    tables = panel.__dict__.setdefault("_sasaran", {})
    if (population, year) not in tables:
        tables[population, year] = _read(panel, population, year)
    return tables[population, year]


def _read(panel: Panel, population: str, year: int) -> dict[str, np.ndarray]:
    ids = rows_of(panel).desa_ids
    empty = {kind: np.full(len(ids) + 1, np.nan) for kind in KINDS}
    table = panel.sasaran
    if not population or table is None or table.empty:
        return empty
    table = table[(table["population"] == population) & (table["year"] == year)]
    place = {int(key): position for position, key in enumerate(ids)} | {0: len(ids)}
    parts: dict[tuple[str, int], dict[str, float]] = {}
    for desa_id, sex, kind, value in zip(*(table[name] for name in ("desa_id", "sex", "kind", "value")), strict=True):
        if int(desa_id) in place and kind in empty and value == value:
            parts.setdefault((kind, place[int(desa_id)]), {})[str(sex)] = float(value)
    for (kind, position), by_sex in parts.items():
        total = by_sex.get("T", by_sex.get("L", np.nan) + by_sex.get("P", np.nan))
        empty[kind][position] = total
    return empty


def preference(settings: dict[str, Any], code: str) -> str:
    """The kind of sasaran that the settings ask for: by indicator, else for all, else ``laporan``."""
    chosen = settings.get("sasaran", {})
    return str(chosen.get("indikator", {}).get(code, chosen.get("pakai", "laporan")))


def choose(reported: np.ndarray, table: dict[str, np.ndarray], asked: str) -> tuple[np.ndarray, np.ndarray]:
    """The sasaran of each desa and its kind ("" where none): the report's denominator or the stored table."""
    stored = {**table, "laporan": np.where(np.isnan(reported), table["laporan"], reported)}
    value, kind = np.full(len(reported), np.nan), np.full(len(reported), "", dtype=object)
    for name in ORDERS.get(asked, ORDERS["laporan"]):
        take = np.isnan(value) & ~np.isnan(stored[name])
        value[take], kind[take] = stored[name][take], name
    return value, kind
