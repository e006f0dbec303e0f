"""Sheets of which nothing is read: copies of others, and numbers in which no table was found."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from itertools import islice

from lokmin_data.model import Problem
from lokmin_data.reading.asking.unread import first_number_of
from lokmin_data.reading.opening.book import Sheet
from lokmin_data.reading.problems.half_understood import DuplicateSheet, NoTable
from lokmin_data.reading.records.interpretation import Interpretation
from lokmin_data.reading.words.tokens import fold_spaces

#: Sheets with fewer numbers than this are covers and instructions ...
NUMBERS_OF_A_TABLE = 12
#: ... unless so many stand behind the name of an indicator in one row,
NUMBERS_OF_A_ROW = 3
#: ... or a column of desa has numbers behind so many names.
NAMES_OF_A_TABLE, ROWS_OF_A_TABLE = ("desa", "desa_posyandu", "posyandu"), 2


def about_sheets(whole: Interpretation, by_name: frozenset[int], copies: Mapping[int, int]) -> Iterable[Problem]:
    """Copies, and sheets of numbers in which no table was found."""
    with_tables = {made.sheet_number for made in whole.all_drafts if made.useful}  # those put aside are told by name
    told = {problem.sheet for problem in whole.problems}
    for number, sheet in enumerate(whole.book.sheets):
        if number in copies:
            yield DuplicateSheet(sheet=sheet.name, found=whole.book.sheets[copies[number]].name)
        elif number not in by_name and number not in with_tables:
            numbers = (cell for row in sheet.rows for cell in row if cell.__class__ in (int, float))
            many = len(list(islice(numbers, NUMBERS_OF_A_TABLE))) == NUMBERS_OF_A_TABLE
            if many or sheet.name not in told and (_names_an_indicator(sheet, whole) or _numbers_of_desa(sheet, whole)):
                yield NoTable(sheet=sheet.name, cell=first_number_of(sheet))


def _names_an_indicator(sheet: Sheet, whole: Interpretation) -> bool:
    """True for a small sheet with the name of an indicator in front of several numbers."""
    for row in sheet.rows:
        kinds = [cell.__class__ for cell in row]
        if str in kinds and kinds.count(int) + kinds.count(float) >= NUMBERS_OF_A_ROW:
            texts = (whole.reader.text(fold_spaces(cell)) for cell in row if cell.__class__ is str)
            if any(said.indicator and not said.unknown for said in texts):
                return True
    return False


def _numbers_of_desa(sheet: Sheet, whole: Interpretation) -> bool:
    """True for a small sheet with a column of desa and numbers behind texts in several of its rows."""
    reader = whole.reader
    if not any(reader.anchors.get(text) and reader.text(text).axis in NAMES_OF_A_TABLE for text in sheet.texts):
        return False
    rows = 0
    for row in sheet.rows:
        kinds = [cell.__class__ for cell in row]
        rows += str in kinds and any(kind in (int, float) for kind in kinds[kinds.index(str) :])
    return rows >= ROWS_OF_A_TABLE
