"""Observations in and out of the database: the embedded SQLite file or PostgreSQL.  All SQL lives here."""

from lokmin_data.store.accounts import ROLES, Account
from lokmin_data.store.compare import Difference
from lokmin_data.store.district import district_reported, load_district_panel
from lokmin_data.store.documents import DOCUMENT_KINDS, RTL_FIELDS, RTL_STATUS
from lokmin_data.store.errors import Conflict, ReplacementNeeded, SignInRefused, StoreDamaged, StoreError
from lokmin_data.store.panel import load_panel
from lokmin_data.store.reports import SaveResult
from lokmin_data.store.store import Store, open_store

__all__ = [
    "DOCUMENT_KINDS", "ROLES", "RTL_FIELDS", "RTL_STATUS", "Account", "Conflict", "Difference", "ReplacementNeeded",
    "SaveResult", "SignInRefused", "Store", "StoreDamaged", "StoreError", "district_reported", "load_district_panel", "load_panel", "open_store",
]  # fmt: skip
