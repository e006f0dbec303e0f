"""Opening a store: the URL, the schema's version, the health of the embedded file."""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path

import sqlalchemy as sa

from lokmin_data.model import Panel
from lokmin_data.store.accounts import Accounts
from lokmin_data.store.backup import newest_good, private
from lokmin_data.store.base import Clock, utc_now
from lokmin_data.store.documents import Documents
from lokmin_data.store.engine import data_folder, make_engine, store_url
from lokmin_data.store.errors import StoreError
from lokmin_data.store.figures import Figures
from lokmin_data.store.health import check_file
from lokmin_data.store.keeping import Keeping
from lokmin_data.store.migrate import HEAD, migrate_if_needed, schema_version
from lokmin_data.store.panel import load_panel
from lokmin_data.store.portable import Portable
from lokmin_data.store.remembering import Remembering
from lokmin_data.store.reports import Reports


class Store(Reports, Remembering, Figures, Documents, Accounts, Keeping, Portable):
    """Observations, reports, places, documents and people of one database."""

    def load_panel(self, puskesmas_id: int, year: int, month: int, codes: Collection[str] | None = None) -> Panel:
        """What the analysis of this Puskesmas needs; see `store.panel`."""
        return load_panel(self, puskesmas_id, year, month, codes)


def open_store(url: str | None = None, *, clock: Clock = utc_now) -> Store:
    """The store at the URL, brought to this release's schema (None: LOKMIN_DATABASE_URL, else the embedded file).

    Raises StoreError where it cannot be opened, StoreDamaged where the embedded file cannot be trusted.
    """
    parsed = store_url(url)
    folder = _folder(parsed)
    if parsed.get_backend_name() == "sqlite":
        check_file(Path(parsed.database), clock().date(), newest_good)
        _make_private(Path(parsed.database))
    store = Store(parsed, make_engine(parsed), folder, clock)
    try:
        _prepare(store)
    except BaseException:
        store.close()
        raise
    return store


def _folder(url: sa.URL) -> Path:
    folder = Path(url.database).parent if url.get_backend_name() == "sqlite" else data_folder()
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)  # nobody else on this computer reads along
    except OSError as error:
        raise StoreError(f"Folder simpanan {folder} tidak dapat dibuat: {error.strerror}. Periksa izinnya.") from error
    return folder


def _make_private(file: Path) -> None:
    """A new store belongs to its owner alone, also in a folder that others may enter; what SQLite puts beside it follows.

    One that is there is left alone: closing a file of our own would drop SQLite's locks on it.
    """
    if file.exists():
        return
    try:
        open(file, "ab", opener=private).close()
    except OSError as error:
        raise StoreError(f"Simpanan data {file} tidak dapat ditulis: {error.strerror}. Periksa folder simpanan dan izinnya.") from error


def _prepare(store: Store) -> None:
    """Bring the schema up to date; a store of an older release is backed up first."""
    with store.reading() as connection:
        version = schema_version(connection)
    if version == HEAD:
        return
    if version and store.is_sqlite:
        store.backup(store.backup_name(f"sebelum-versi-{HEAD}-"))
    store.write(migrate_if_needed)
