"""Backup, restore and the daily backup of an open store."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import sqlalchemy as sa

from lokmin_data.store import backup as files
from lokmin_data.store.base import Base
from lokmin_data.store.engine import make_engine, told_plainly
from lokmin_data.store.errors import StoreError, disk_told
from lokmin_data.store.health import damaged, page_fault
from lokmin_data.store.migrate import HEAD, migrate, schema_version
from lokmin_data.store.schema import audit, login, puskesmas
from lokmin_data.store.transfer import ALL_TABLES, copy_table, measure, set_counters

#: Tables whose rows may not be removed; a restore of a server database lifts the guard within its transaction.
GUARDED = "audit"


class Keeping(Base):
    """What keeps the data from being lost."""

    @property
    def file(self) -> Path:
        """The embedded file; for PostgreSQL the name under which its backups stand in the data folder."""
        return Path(self.url.database) if self.is_sqlite else self.folder / f"{self.url.database}.postgresql"

    def backup(self, path: Path | str | None = None) -> Path:
        """Write a backup of the whole database (None: into the folder `cadangan`) and return where it is."""
        target = Path(path) if path else self.backup_name("")
        with disk_told("Cadangan tidak dapat dibuat", target), files.temporary_folder(target.parent) as temporary, told_plainly():
            copy = temporary / files.DATABASE
            if self.is_sqlite:
                files.copy_online(self.file, copy)
            else:
                self._copy_from_server(copy)
            _settle(copy)
            self._refuse_damage(copy)
            with self.reading() as connection:
                version = schema_version(connection)
            files.pack(copy, target, self.now_text(), version)
        return target

    def _refuse_damage(self, copy: Path) -> None:
        """A copy is as damaged as what it copies; as a backup it would in time push out the good ones."""
        fault = page_fault(copy)
        if fault:
            raise damaged(self.file, fault, files.newest_good)

    def daily_backup(self) -> Path | None:
        """The backup of today where there is none yet, older ones rotated; None for PostgreSQL (the server has its own).

        Called when the app starts.  Raises StoreDamaged instead of putting a damaged store over good backups.
        """
        if not self.is_sqlite:
            return None
        target = files.daily_name(self.file, self.clock().astimezone().date())
        if not target.exists():
            self.backup(target)
            with disk_told("Cadangan lama tidak dapat dihapus", target.parent):
                files.rotate(self.file)
        return target

    def backups(self) -> list[Path]:
        """The backups of this store, newest first."""
        return sorted(files.backups(self.file), key=lambda path: path.stat().st_mtime, reverse=True)

    def restore(self, path: Path | str, who: str) -> Path:
        """Put the backup in the place of everything that is here; returns the backup of the state before.

        All or nothing, and other windows may stay open.  The log only grows: its lines since the backup stay.
        Raises StoreError where the backup is not whole or of a newer release; nothing is changed then.
        """
        with disk_told("Cadangan tidak dapat dipulihkan", Path(path)), files.unpacked(Path(path), self.file.parent) as (database, _), told_plainly():
            _bring_up(database)
            aside = self.backup(self.backup_name("sebelum-pulih-"))
            _keep_log(database, self.rows(sa.select(audit)))
            self._sign(database, who, Path(path).name)
            versions = dict(self.rows(sa.select(puskesmas.c.puskesmas_id, puskesmas.c.data_version)))
            if self.is_sqlite:
                _raise_versions(database, versions)
                files.copy_online(database, self.file)
            else:
                self._copy_to_server(database, versions)
            self.changes += 1
        return aside

    def _sign(self, database: Path, who: str, name: str) -> None:
        """Write the line of the log into what is restored, so that neither is there without the other, and end all logins.

        A login of then may have been ended since: by its owner, or because the account was closed.
        """
        url = sa.URL.create("sqlite", database=str(database))
        local = Base(url, make_engine(url), database.parent, self.clock)

        def work(connection: sa.Connection) -> None:
            connection.execute(sa.delete(login))
            local.log(connection, 0, who, "pulihkan cadangan", name)

        try:
            local.write(work)
        finally:
            local.close()
        _settle(database)

    def backup_name(self, kind: str) -> Path:
        """Where a backup of this moment belongs; `kind` tells what it was made for."""
        moment = files.stamp(self.clock().astimezone())
        return self.file.parent / files.FOLDER / f"{self.file.stem}-{kind}{moment}{files.SUFFIX}"

    def _copy_from_server(self, copy: Path) -> None:
        local = Base(
            sa.URL.create("sqlite", database=str(copy)),
            make_engine(sa.URL.create("sqlite", database=str(copy))),
            copy.parent,
        )
        try:
            local.write(migrate)

            def work(connection: sa.Connection) -> None:
                with self.reading() as server:
                    for table in ALL_TABLES:
                        copy_table(server, connection, table)
                set_counters(connection)

            local.write(work)
        finally:
            local.close()

    def _copy_to_server(self, database: Path, versions: dict[int, int]) -> None:
        url = sa.URL.create("sqlite", database=str(database))
        local = Base(url, make_engine(url), database.parent)

        def work(connection: sa.Connection) -> None:
            connection.exec_driver_sql(f"ALTER TABLE {GUARDED} DISABLE TRIGGER USER")
            for table in reversed(ALL_TABLES):
                connection.execute(sa.delete(table))
            with local.reading() as there:
                sent = {table.name: copy_table(there, connection, table) for table in ALL_TABLES}
            for table in ALL_TABLES:
                if measure(connection, table) != sent[table.name]:
                    raise StoreError(f"Tabel {table.name} tidak pulih seperti cadangannya. Tidak ada yang diubah.")
            connection.exec_driver_sql(f"ALTER TABLE {GUARDED} ENABLE TRIGGER USER")
            set_counters(connection)
            for puskesmas_id, version in versions.items():
                place = (puskesmas.c.puskesmas_id == puskesmas_id, puskesmas.c.data_version <= version)
                connection.execute(
                    sa.update(puskesmas).where(*place).values(data_version=version + 1, work_version=version + 1)
                )

        try:
            self.write(work)
        finally:
            local.close()


def restore_damaged(store_file: Path, backup_file: Path, moment: str) -> Path:
    """Put a backup in the place of a damaged embedded file; returns where the damaged one was put aside."""
    aside = store_file.with_name(f"{store_file.name}.rusak-{moment}")
    with disk_told("Cadangan tidak dapat dipulihkan", backup_file), files.unpacked(backup_file, store_file.parent) as (database, _), told_plainly():
        _bring_up(database)
        for ending in ("", "-wal", "-shm"):
            part = store_file.with_name(store_file.name + ending)
            if part.exists():
                os.replace(part, aside.with_name(aside.name + ending))
        os.replace(database, store_file)
    return aside


def _bring_up(database: Path) -> None:
    """Bring a backup of an older release to this release's schema."""
    url = sa.URL.create("sqlite", database=str(database))
    local = Base(url, make_engine(url), database.parent)
    try:
        with local.reading() as connection:
            version = schema_version(connection)
        if version != HEAD:
            local.write(migrate)
    finally:
        local.close()
    _settle(database)


def _settle(database: Path) -> None:
    """Fold the write-ahead log into the file, so that the file alone is the database."""
    connection = sqlite3.connect(database, timeout=30)
    try:
        connection.execute("PRAGMA journal_mode=delete")
    finally:
        connection.close()


def _keep_log(database: Path, lines: Iterable[tuple[Any, ...]]) -> None:
    """Add the lines of the log that the backup lacks, and let their ids go on from there."""
    connection = sqlite3.connect(database, timeout=30)
    try:
        connection.executemany("INSERT OR IGNORE INTO audit (puskesmas_id, audit_id, at, who, what, detail) VALUES (?, ?, ?, ?, ?, ?)", lines)
        last = "SELECT max(audit_id) FROM audit"
        connection.execute(f"UPDATE counter SET value = max(value, coalesce(({last}), 0)) WHERE name = 'audit'")
        connection.commit()
    finally:
        connection.close()


def _raise_versions(database: Path, versions: dict[int, int]) -> None:
    """No cache may take the restored numbers for those that it knows: versions only ever rise."""
    connection = sqlite3.connect(database, timeout=30)
    try:
        change = "UPDATE puskesmas SET data_version = ?2 + 1, work_version = ?2 + 1 WHERE puskesmas_id = ?1 AND data_version <= ?2"
        connection.executemany(change, list(versions.items()))
        connection.commit()
    finally:
        connection.close()
