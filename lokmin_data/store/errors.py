"""What the store tells a user when it cannot do what was asked; every text is Bahasa Indonesia."""

from __future__ import annotations

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
