"""Opens a report: bytes in, a `Book` of plain grids out, whatever the format and the file's name."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache, cached_property
from itertools import chain
from types import MappingProxyType
from typing import Any

from lokmin_data.model import Problem
from lokmin_data.reading.opening.archive import expand_archive
from lokmin_data.reading.opening.cannot_open import CannotOpen
from lokmin_data.reading.opening.isolate import open_isolated
from lokmin_data.reading.opening.limits import DEFAULT_LIMITS, Limits
from lokmin_data.reading.opening.refusal import refused
from lokmin_data.reading.words.values import distinct_texts

__all__ = ["Book", "Sheet", "cell_name", "expand_archive", "open_book"]

Cell = object  # None | str | int | float | bool | date | datetime
Place = tuple[int, int]
_NOWHERE: frozenset[Place] = frozenset()
#: Excel allows 31 letters; patterns take their time over a name of thousands.
LONGEST_SHEET_NAME = 200


@dataclass(frozen=True)
class Sheet:
    """One sheet as a grid from A1 on, all rows of one length, trailing empty rows and columns cut off.

    A cell is None (also where the file holds only blanks), str, int, float, bool, date or datetime; whole
    numbers of a workbook may be int or float, numbers of csv and HTML stay text as printed.  Places are
    (row, column) from 0; `merges` are (row0, column0, row1, column1) inclusive, () where the format does
    not tell.  `errors` are cells such as #DIV/0!, `unvalued` formulas without a stored value that could not
    be computed, `computed` those that could.
    """

    name: str
    rows: list[list[Cell]] = field(repr=False)
    merges: tuple[tuple[int, int, int, int], ...] = ()
    hidden: bool = False
    errors: frozenset[Place] = _NOWHERE
    unvalued: frozenset[Place] = _NOWHERE
    computed: frozenset[Place] = _NOWHERE
    error_text: Mapping[Place, str] = field(default_factory=lambda: MappingProxyType({}))
    percent_cells: frozenset[Place] = field(default=_NOWHERE, repr=False, compare=False)
    hidden_rows: frozenset[int] = frozenset()
    hidden_columns: frozenset[int] = frozenset()

    @cached_property
    def distinct(self) -> frozenset[Cell]:
        """The different values of the cells: far fewer than cells, so that what asks for each value asks here."""
        return frozenset(chain.from_iterable(self.rows))

    @cached_property
    def texts(self) -> frozenset[str]:
        """The different texts of the cells."""
        return distinct_texts(self.distinct)


@dataclass(frozen=True)
class Book:
    """All sheets of one file, hidden ones too, with the problems met while opening it."""

    file_name: str
    sha256: str
    format: str
    sheets: tuple[Sheet, ...]
    problems: tuple[Problem, ...] = ()

    @property
    def name(self) -> str:
        """The file's name without its ending."""
        return self.file_name.rsplit(".", 1)[0]


def cell_name(row: int, column: int) -> str:
    """The place as Excel names it, from 0: (13, 1) is B14."""
    return f"{_letters(column)}{row + 1}"


@cache
def _letters(column: int) -> str:
    letters = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(65 + rest) + letters
    return letters


def open_book(
    data: bytes, file_name: str, *, limits: Limits = DEFAULT_LIMITS, arrived: Callable[[Sheet], None] | None = None
) -> Book:
    """The file's sheets; raises Refused with the reason where they cannot be read.

    The bytes are parsed in a process of their own; formulas without a stored value are computed where they are
    plain (`formula`), the others are named in the problems.  `arrived` is told of each sheet, in their order, while the
    next ones are still parsed, up to the first one with formulas to compute.
    """
    sheets: list[Sheet] = []
    formulas: dict[str, Any] = {}
    try:
        kind, plain_sheets = open_isolated(data, file_name, limits)
        digest = hashlib.sha256(data).hexdigest()  # while the first sheet is parsed
        for plain in plain_sheets:
            sheets.append(_sheet(plain))
            if plain.get("formulas"):
                formulas[sheets[-1].name] = plain["formulas"]
            elif arrived and not formulas:
                arrived(sheets[-1])
    except CannotOpen as error:
        raise refused(error) from None
    book = Book(file_name, digest, kind, tuple(sheets))
    if not formulas:
        return book
    from lokmin_data.reading.opening.formula import fill_formulas  # openpyxl is needed by few files and loads slowly

    return fill_formulas(book, formulas)


def _sheet(plain: dict[str, Any]) -> Sheet:
    rows, errors = plain["rows"], plain["errors"]
    sheet = Sheet(
        name=plain["name"][:LONGEST_SHEET_NAME], rows=rows, merges=_merges(plain["merges"], len(rows), len(rows[0]) if rows else 0),
        hidden=plain.get("hidden", False), errors=frozenset(errors), error_text=MappingProxyType(errors),
        percent_cells=frozenset(plain.get("percent_cells", ())), hidden_rows=frozenset(plain.get("hidden_rows", ())),
        hidden_columns=frozenset(plain.get("hidden_columns", ())),
    )  # fmt: skip
    if "distinct" in plain:  # who parsed the cells has looked for them already
        vars(sheet)["distinct"] = frozenset(plain["distinct"])
    return sheet


def _merges(merges: Iterable[Sequence[int]], height: int, width: int) -> tuple[tuple[int, int, int, int], ...]:
    """The merged ranges that begin inside the grid, in reading order; they may reach beyond it, over empty cells."""
    return tuple(sorted([merge for merge in map(tuple, merges) if merge[0] < height and merge[1] < width]))
