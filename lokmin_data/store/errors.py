"""What the store tells a user when it cannot do what was asked; every text is Bahasa Indonesia."""

from __future__ import annotations

import errno
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from lokmin_data.model import LokminError


class StoreError(LokminError):
    """The store could not be opened, read or written; nothing was stored by the failed call."""


class ConnectionLost(StoreError):
    """The database server went away; the call may be repeated."""


class StoreDamaged(StoreError):
    """The embedded store cannot be trusted any more; `backup` is the newest good backup, or None."""

    def __init__(self, message: str, path: Path, backup: Path | None) -> None:
        super().__init__(message)
        self.path = path
        self.backup = backup


class Conflict(LokminError):
    """Somebody else saved in between; `theirs` is what they saved and `revision` its number."""

    def __init__(self, message: str, theirs: dict[str, Any], revision: int, who: str) -> None:
        super().__init__(message)
        self.theirs = theirs
        self.revision = revision
        self.who = who


class ReplacementNeeded(LokminError):
    """The report holds other numbers than the store, and replacing was not allowed; `difference` tells which."""

    def __init__(self, message: str, difference: Any) -> None:
        super().__init__(message)
        self.difference = difference


class SignInRefused(LokminError):
    """Name or password are wrong, or the account is locked for a while."""


#: What the operating system says of a disk that takes no more.
_FULL = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)


@contextmanager
def disk_told(what: str, place: Path) -> Iterator[None]:
    """Turn a refusal of the disk into a StoreError: `what` failed at `place`, why, and what to do."""
    try:
        yield
    except OSError as error:
        full = error.errno in _FULL
        why = "ruang disk penuh" if full else (error.strerror or type(error).__name__)
        advice = "Kosongkan sebagian disk" if full else "Periksa ruang disk dan izin folder"
        raise StoreError(f"{what} ({why}): {place}. {advice} lalu ulangi. Data dan cadangan yang sudah ada tidak berubah.") from error
