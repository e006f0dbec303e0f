"""Backups: one file that holds the whole database, consistent while it is in use, with counts and a checksum.

The file is a zip with `isi.json` (what, when, which schema, rows a table, SHA-256) and the database: a SQLite file.
A PostgreSQL database is copied into a SQLite file first, so that a backup of either can be restored into either.
"""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import sqlite3
import tempfile
import zipfile
import zlib
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

import sqlalchemy as sa

from lokmin_data.store.errors import StoreError
from lokmin_data.store.health import page_fault
from lokmin_data.store.transfer import ALL_TABLES

FOLDER = "cadangan"
CONTENTS = "isi.json"
DATABASE = "lokmin.sqlite"
FORMAT = "lokmin-cadangan"
SUFFIX = ".zip"
DAILY, WEEKLY, MONTHLY = 7, 4, 6
#: A database in a backup is refused above this size, whatever the zip says.
LARGEST_DATABASE = 20_000_000_000
PIECE = 1 << 20


@dataclass(frozen=True)
class Contents:
    """What a backup says of itself."""

    made_at: str
    schema: str
    counts: dict[str, int]
    sha256: str
    size: int


def pack(database: Path, target: Path, made_at: str, schema: str) -> Contents:
    """Write a closed SQLite file into a backup; the target appears only when it is whole."""
    counts = count_rows(database)
    contents = Contents(made_at, schema, counts, _sha256(database), database.stat().st_size)
    target.parent.mkdir(parents=True, exist_ok=True)
    half = target.with_name(f".{target.name}.{os.getpid()}")
    try:
        with open(half, "wb", opener=private) as file, zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
            archive.writestr(CONTENTS, json.dumps({"format": FORMAT, **contents.__dict__}, indent=1))
            archive.write(database, DATABASE)
        _flush(half)
        os.replace(half, target)
    finally:
        half.unlink(missing_ok=True)
    return contents


def private(path: str, flags: int) -> int:
    """Opener of files that only their owner may read, whatever the folder and the umask say."""
    return os.open(path, flags, 0o600)


@contextmanager
def unpacked(backup: Path, folder: Path) -> Iterator[tuple[Path, Contents]]:
    """The database of a backup as a checked file in a temporary folder; raises StoreError where it is not whole."""
    with temporary_folder(folder) as temporary:
        database = temporary / DATABASE
        contents = _unpack(backup, database)
        fault = page_fault(database)
        if fault or count_rows(database) != contents.counts:
            raise StoreError(f"Cadangan {backup.name} tidak utuh: isinya tidak cocok dengan catatannya.")
        yield database, contents


def read_contents(backup: Path) -> Contents:
    """What the backup says of itself; raises StoreError where it is no backup."""
    try:
        with zipfile.ZipFile(backup) as archive:
            told = json.loads(archive.read(CONTENTS))
        if told.pop("format") != FORMAT:
            raise ValueError("another format")
        return Contents(**told)
    except FileNotFoundError as error:
        raise StoreError(f"Cadangan {backup} tidak ditemukan.") from error
    except (OSError, zipfile.BadZipFile, KeyError, ValueError, TypeError) as error:
        raise StoreError(f"Berkas {backup.name} bukan cadangan Dasbor Lokmin, atau tidak utuh.") from error


def is_good(backup: Path) -> bool:
    """True where the database in the backup has the checksum that the backup tells."""
    try:
        contents = read_contents(backup)
        with zipfile.ZipFile(backup) as archive, archive.open(DATABASE) as file:
            digest = hashlib.file_digest(file, "sha256")  # type: ignore[arg-type]
    except (StoreError, OSError, zipfile.BadZipFile, KeyError, EOFError):
        return False
    return digest.hexdigest() == contents.sha256


def newest_good(store_file: Path) -> Path | None:
    """The newest backup beside this store that is whole, or None."""
    found = sorted(backups(store_file), key=lambda path: path.stat().st_mtime, reverse=True)
    return next((path for path in found if is_good(path)), None)


def backups(store_file: Path) -> list[Path]:
    """The backups of this store in its folder `cadangan`, oldest name first."""
    return sorted((store_file.parent / FOLDER).glob(f"{store_file.stem}-*{SUFFIX}"))


def daily_name(store_file: Path, day: date) -> Path:
    """Where the backup of that day belongs."""
    return store_file.parent / FOLDER / f"{store_file.stem}-harian-{day.isoformat()}{SUFFIX}"


def to_keep(days: Iterable[date]) -> set[date]:
    """The daily backups that stay: the newest 7 days, and the newest of each of 4 weeks and 6 months."""
    newest_first = sorted(set(days), reverse=True)
    kept = set(newest_first[:DAILY])
    for count, period in ((WEEKLY, lambda day: day.isocalendar()[:2]), (MONTHLY, lambda day: (day.year, day.month))):
        firsts: dict[object, date] = {}
        for day in newest_first:
            firsts.setdefault(period(day), day)
        kept |= set(list(firsts.values())[:count])
    return kept


def rotate(store_file: Path) -> list[Path]:
    """Remove the daily backups that need not stay; returns the removed ones.  Others are never touched."""
    start = f"{store_file.stem}-harian-"
    dated = {}
    for path in backups(store_file):
        if path.name.startswith(start):
            dated[_day(path.name.removeprefix(start).removesuffix(SUFFIX))] = path
    kept = to_keep(day for day in dated if day)
    removed = [path for day, path in dated.items() if day and day not in kept]
    for path in removed:
        path.unlink(missing_ok=True)
    return removed


def copy_online(source: Path | sqlite3.Connection, target: Path | sqlite3.Connection) -> None:
    """Copy a SQLite database as it stands at one moment into another, which changes at once or not at all."""
    with _opened(source) as there, _opened(target) as here:
        there.backup(here)


@contextmanager
def temporary_folder(folder: Path) -> Iterator[Path]:
    """A folder for half-made files, on the same disk as the store, removed afterwards."""
    folder.mkdir(parents=True, exist_ok=True)
    made = Path(tempfile.mkdtemp(prefix=".sementara-", dir=folder))
    try:
        yield made
    finally:
        shutil.rmtree(made, ignore_errors=True)


def count_rows(database: Path) -> dict[str, int]:
    """Rows a table of a SQLite file; a table that the file lacks is left out."""
    with _opened(database) as connection:
        names = {row[0] for row in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
        chosen = {
            table.name: sa.select(sa.func.count()).select_from(table) for table in ALL_TABLES if table.name in names
        }
        return {name: connection.execute(str(statement)).fetchone()[0] for name, statement in chosen.items()}


def stamp(moment: datetime) -> str:
    """A moment as part of a file name."""
    return moment.strftime("%Y-%m-%d-%H%M%S")


def _unpack(backup: Path, database: Path) -> Contents:
    contents = read_contents(backup)
    digest, size = hashlib.sha256(), 0
    try:
        with zipfile.ZipFile(backup) as archive, archive.open(DATABASE) as packed, open(database, "wb", opener=private) as file:
            while piece := packed.read(PIECE):
                size += len(piece)
                if size > min(contents.size, LARGEST_DATABASE):
                    break
                digest.update(piece)
                file.write(piece)
    except (zipfile.BadZipFile, zlib.error, KeyError, EOFError) as error:
        raise StoreError(f"Cadangan {backup.name} tidak dapat dibaca sampai selesai.") from error
    if size != contents.size or digest.hexdigest() != contents.sha256:
        raise StoreError(f"Cadangan {backup.name} tidak utuh: jumlah periksanya tidak cocok.")
    return contents


@contextmanager
def _opened(database: Path | sqlite3.Connection) -> Iterator[sqlite3.Connection]:
    if isinstance(database, sqlite3.Connection):
        yield database
        return
    connection = sqlite3.connect(database, timeout=30)
    try:
        yield connection
    finally:
        connection.close()


def _sha256(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _flush(path: Path) -> None:
    with path.open("rb+") as file:
        os.fsync(file.fileno())


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None
