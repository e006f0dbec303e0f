"""The Puskesmas that a list of persons names in a column: only where all rows agree."""

from __future__ import annotations

from collections.abc import Iterable

from lokmin_data.reading.byname.lists import ByNameSheet
from lokmin_data.reading.words.names import fold_name
from lokmin_data.reading.words.tokens import fold_spaces
from lokmin_data.reading.words.values import kind_of_text


def puskesmas_of(sheets: Iterable[ByNameSheet]) -> str:
    """The one name in the Puskesmas columns of all sheets; empty where there is none, or more than one."""
    names: dict[str, str] = {}
    for sheet in sheets:
        column = sheet.head.columns.get("puskesmas") if sheet.head else None
        if sheet.head is None or column is None:
            continue
        for row in sheet.sheet.rows[sheet.head.last + 1 :]:
            cell = row[column] if column < len(row) else None
            if cell.__class__ is str and kind_of_text(cell) == "text":
                names.setdefault(fold_name(cell), fold_spaces(cell))
    return next(iter(names.values())) if len(names) == 1 else ""
