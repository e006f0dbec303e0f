"""Verdict columns, ranks and forecasts: pure functions, tables in, columns out; no file, no database."""

from lokmin_data.analysis.assess import Assessment, assess, assess_all
from lokmin_data.analysis.rank import rank_desa
from lokmin_data.analysis.tables import rank_table, status_table
from lokmin_data.model import Panel

__all__ = ["Assessment", "Panel", "assess", "assess_all", "rank_desa", "rank_table", "status_table"]
