"""Connections: the embedded SQLite file or PostgreSQL, their transactions, and their errors in plain words."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import numpy as np
import sqlalchemy as sa
from sqlalchemy import event, exc

from lokmin_data.store.errors import ConnectionLost, StoreError

#: Seconds that a writer waits for another one before it is told.
BUSY_SECONDS = 30
#: Page cache of one SQLite connection, in KiB (negative as the pragma wants it).
CACHE_KIB = -32_000
DEFAULT_FOLDER = Path(__file__).resolve().parents[2] / "data" / "simpanan"
DEFAULT_FILE = "lokmin.sqlite"
SQLITE_PRAGMAS = (
    "journal_mode=wal",
    "synchronous=full",
    f"busy_timeout={BUSY_SECONDS * 1000}",
    "foreign_keys=on",
    f"cache_size={CACHE_KIB}",
    "temp_store=memory",
    "trusted_schema=off",
)
#: The class of our advisory locks on PostgreSQL, so that they meet nobody else's.
LOCK_CLASS = 51_170
NEWEST_POSTGRES_OPTIONS = {"connect_timeout": 10, "application_name": "dasbor-lokmin"}


for _kind in (np.int8, np.int16, np.int32, np.int64, np.bool_):
    sqlite3.register_adapter(_kind, int)  # else an id out of a table would be stored as a blob, without a word


def data_folder() -> Path:
    """The folder of the embedded store and its backups: LOKMIN_DATA_DIR, else `data/simpanan`."""
    return Path(os.environ.get("LOKMIN_DATA_DIR") or DEFAULT_FOLDER)


def store_url(url: str | None = None) -> sa.URL:
    """The URL that was given, else LOKMIN_DATABASE_URL, else the embedded file.

    Raises StoreError where it is no URL of SQLite or PostgreSQL.
    """
    text = url or os.environ.get("LOKMIN_DATABASE_URL") or ""
    if not text:
        return sa.URL.create("sqlite", database=str(data_folder() / DEFAULT_FILE))
    try:
        parsed = sa.make_url(text)
    except exc.ArgumentError as error:
        raise StoreError(
            "Alamat basis data tidak dikenali. Contoh yang benar: sqlite:///data/simpanan/lokmin.sqlite atau "
            "postgresql+psycopg://pengguna@server/lokmin."
        ) from error
    if parsed.get_backend_name() == "postgresql":
        return parsed.set(drivername="postgresql+psycopg")
    if parsed.get_backend_name() != "sqlite" or not parsed.database or parsed.database == ":memory:":
        raise StoreError("Basis data harus berkas SQLite (sqlite:///...) atau PostgreSQL (postgresql+psycopg://...).")
    return parsed.set(drivername="sqlite")


def make_engine(url: sa.URL) -> sa.Engine:
    """An engine whose transactions behave alike on both databases (`write` in the execution options: a writer)."""
    if url.get_backend_name() == "postgresql":
        return sa.create_engine(
            url, pool_pre_ping=True, pool_size=5, max_overflow=20, connect_args=NEWEST_POSTGRES_OPTIONS
        )
    engine = sa.create_engine(url, connect_args={"timeout": BUSY_SECONDS}, pool_size=5, max_overflow=20)
    event.listen(engine, "connect", _prepare_sqlite)
    event.listen(engine, "begin", _begin_sqlite)
    return engine


def _prepare_sqlite(connection: sqlite3.Connection, _record: object) -> None:
    connection.isolation_level = None  # we say BEGIN ourselves: Python's own would start a reader and lock up later
    for pragma in SQLITE_PRAGMAS:
        connection.execute(f"PRAGMA {pragma}")


def _begin_sqlite(connection: sa.Connection) -> None:
    writes = connection.get_execution_options().get("write")
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


def lock_for_writing(connection: sa.Connection, puskesmas_id: int) -> None:
    """Let one writer at a time change a Puskesmas; on SQLite BEGIN IMMEDIATE has done so for the whole file."""
    if connection.dialect.name == "postgresql":
        connection.exec_driver_sql("SELECT pg_advisory_xact_lock(%s, %s)", (LOCK_CLASS, puskesmas_id))


@contextmanager
def told_plainly() -> Iterator[None]:
    """Turn the database's own errors into a StoreError that says what happened and what to do."""
    try:
        yield
    except exc.DBAPIError as error:
        raise _plain(error) from error
    except sqlite3.Error as error:
        raise StoreError(_sqlite_words(error)) from error


def _plain(error: exc.DBAPIError) -> StoreError:
    if isinstance(error.orig, sqlite3.Error):
        return StoreError(_sqlite_words(error.orig))
    if error.connection_invalidated or isinstance(error, (exc.OperationalError, exc.InterfaceError)):
        return ConnectionLost(
            "Sambungan ke server basis data terputus atau tidak dapat dibuat. Tidak ada yang disimpan setengah. "
            "Periksa jaringan dan server PostgreSQL, lalu ulangi."
        )
    return StoreError(
        f"Basis data menolak perintah ({type(error.orig).__name__}). Tidak ada yang disimpan; coba ulangi."
    )


def _sqlite_words(error: sqlite3.Error) -> str:
    text = str(error)
    for sign, words in _SQLITE_WORDS.items():
        if sign in text:
            return words
    return f"Simpanan data menolak perintah ({type(error).__name__}: {text}). Tidak ada yang disimpan; coba ulangi."


_SQLITE_WORDS = {
    "locked": "Simpanan data sedang dipakai proses lain. Tidak ada yang disimpan; tunggu sebentar lalu ulangi.",
    "full": "Ruang disk penuh. Tidak ada yang disimpan; kosongkan sebagian disk lalu ulangi.",
    "disk I/O": "Disk tidak dapat dibaca atau ditulis. Tidak ada yang disimpan; periksa ruang dan keadaan disk lalu ulangi.",
    "readonly": "Simpanan data hanya dapat dibaca. Tidak ada yang disimpan; periksa izin folder simpanan.",
    "unable to open": "Simpanan data tidak dapat dibuka. Periksa folder simpanan dan izinnya.",
    "malformed": "Simpanan data rusak. Pulihkan dari cadangan terbaru (python -m lokmin_data restore).",
    "not a database": "Berkas ini bukan simpanan data, atau rusak. Pulihkan dari cadangan terbaru.",
}
