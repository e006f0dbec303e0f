"""Is the embedded file still what SQLite wrote?  Recognised at start, before anything is read from it."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import suppress
from datetime import date
from pathlib import Path

from lokmin_data.store.errors import StoreDamaged

NO_DATABASE = "bukan berkas basis data"
#: Beside the store: the day of the last full check, so that it is made once a day and not at every command.
CHECKED_MARK = ".diperiksa"
NewestBackup = Callable[[Path], Path | None]


def check_file(path: Path, today: date, newest_backup: NewestBackup) -> None:
    """Raise StoreDamaged, with the newest good backup, where the file cannot be trusted; a missing file is a new store."""
    if not path.exists():
        return
    reason = _header_fault(path, newest_backup) or (_page_fault(path) if not _checked_on(path, today) else "")
    if reason:
        raise damaged(path, reason, newest_backup)
    if not _checked_on(path, today):
        with suppress(OSError):  # a folder that cannot be written: checked again at the next start
            _mark(path).write_text(today.isoformat())


def damaged(path: Path, reason: str, newest_backup: NewestBackup) -> StoreDamaged:
    """The error that tells the user what to do."""
    backup = newest_backup(path)
    advice = (
        f"Pulihkan dari cadangan terbaru: python -m lokmin_data restore {backup}"
        if backup
        else "Tidak ada cadangan yang utuh di folder cadangan; cari salinan lain berkas itu."
    )
    return StoreDamaged(f"Simpanan data {path.name} rusak ({reason}). Berkasnya tidak diubah. {advice}", path, backup)


def page_fault(path: Path) -> str:
    """What SQLite's own check of every page finds wrong; an empty text where all is well."""
    return _asked(path, "PRAGMA quick_check(1)")


def _asked(path: Path, pragma: str) -> str:
    """The fault that SQLite tells when it is asked, "" where it answers "ok", a number, or is busy.

    The file is never opened by ourselves: closing it again would drop SQLite's locks of this process.
    """
    try:
        connection = sqlite3.connect(f"file:{path.as_posix()}?mode=rw", uri=True, timeout=30)
        try:
            found = connection.execute(pragma).fetchone()[0]
        finally:
            connection.close()
    except sqlite3.OperationalError as error:
        return "" if "locked" in str(error) else str(error)
    except sqlite3.DatabaseError as error:
        return NO_DATABASE if "not a database" in str(error) else str(error)
    return "" if found == "ok" or isinstance(found, int) else str(found).splitlines()[0]


_page_fault = page_fault


def _header_fault(path: Path, newest_backup: NewestBackup) -> str:
    if not path.stat().st_size:  # an empty file is a new store, unless there was one before
        return "berkasnya kosong" if newest_backup(path) else ""
    return _asked(path, "PRAGMA schema_version")


def _checked_on(path: Path, today: date) -> bool:
    mark = _mark(path)
    return mark.exists() and mark.read_text() == today.isoformat()


def _mark(path: Path) -> Path:
    return path.with_name(path.name + CHECKED_MARK)
