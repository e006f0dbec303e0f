"""Long lists of desa in documents: counted in a narrow column, named once below the tables."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from lokmin_data.export import docx_parts as parts

#: So many desa are named in a column; more make a row longer than a page.
NAMED = 6


class Places:
    """The lists of one document; equal lists are written once."""

    def __init__(self) -> None:
        self._lists: dict[tuple[str, ...], str] = {}

    def cell(self, desa: str | Sequence[str]) -> str:
        """The names for a column ("A, B"), "seluruh desa" for none, "34 desa (daftar 1)" for many."""
        names = tuple(name.strip() for name in (desa.split(",") if isinstance(desa, str) else desa) if name.strip())
        if len(names) <= NAMED:
            return ", ".join(names) or "seluruh desa"
        number = self._lists.setdefault(names, str(len(self._lists) + 1))
        return f"{len(names)} desa (daftar {number})"

    def write(self, document: Any) -> None:
        """The lists that the tables above speak of."""
        if not self._lists:
            return
        parts.heading(document, "Daftar desa", size=11, align="left")
        for names, number in self._lists.items():
            parts.paragraph(document, f"Daftar {number} ({len(names)} desa): {', '.join(names)}.", size=10, align="justify")
