"""`read_report`: bytes of a file to a Reading, with everything for the confirmation and nothing stored."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

import pandas as pd

from lokmin_data.model import OBSERVATION_COLUMNS, Indicator, Problem, Reading
from lokmin_data.reading.book import Book, cell_name, open_book
from lokmin_data.reading.byname import count_by_name, find_by_name
from lokmin_data.reading.problems import NothingRead
from lokmin_data.reading.records import Record
from lokmin_data.reading.refusal import Refused
from lokmin_data.reading.report import Interpretation, interpret
from lokmin_data.reference.catalogue import load_indicators


class NothingToRead(Refused):
    """A file without one number that could be read; carries what was met on the way."""

    def __init__(self, problems: Sequence[Problem]):
        super().__init__(NothingRead())
        self.problems = (*problems, NothingRead())


def read_report(
    data: bytes, file_name: str, *, year: int | None = None, month: int | None = None,
    areas: Sequence[str] | None = None, memory: object | None = None, indicators: Mapping[str, Indicator] | None = None,
) -> Reading:
    """The report as interpreted; raises Refused (a LokminError) where the file cannot be opened or holds nothing."""
    return read_book(open_book(data, file_name), year=year, month=month, areas=areas, memory=memory, indicators=indicators)


def read_book(
    book: Book, *, year: int | None = None, month: int | None = None, areas: Sequence[str] | None = None,
    memory: object | None = None, indicators: Mapping[str, Indicator] | None = None,
) -> Reading:
    """The same for a book that is already open."""
    known = indicators or load_indicators()
    by_name = {number: found for number, sheet in enumerate(book.sheets) if (found := find_by_name(sheet))}
    counted = [count_by_name(found, year=year, month=month) for found in by_name.values()]
    copies = _copies(book)
    whole = interpret(book, known, year=year, month=month, skip=frozenset(by_name) | frozenset(copies))
    rows = [observation(record, whole) for record in whole.kept]
    frame = pd.DataFrame(rows, columns=list(OBSERVATION_COLUMNS))
    for counts, _ in counted:
        frame = pd.concat([frame, counts], ignore_index=True) if len(frame) else counts
    problems: list[Problem] = [*book.problems, *whole.problems, *(problem for _, found in counted for problem in found)]
    if not len(frame) and not whole.sasaran and not whole.totals:
        raise NothingToRead(problems)
    return Reading(book.file_name, book.sha256, frame, tuple(problems), by_name=bool(by_name))


def _copies(book: Book) -> dict[int, int]:
    """Sheet number -> number of the earlier sheet that it repeats cell by cell."""
    seen: dict[int, list[int]] = {}
    copies = {}
    for number, sheet in enumerate(book.sheets):
        if not sheet.rows:
            continue
        first = next((other for other in seen.get(len(sheet.rows), ()) if book.sheets[other].rows == sheet.rows), None)
        if first is None:
            seen.setdefault(len(sheet.rows), []).append(number)
        else:
            copies[number] = first
    return copies


def observation(record: Record, whole: Interpretation) -> tuple:
    """A record as a row of OBSERVATION_COLUMNS."""
    key = record.key
    block = whole.blocks[record.block]
    column = record.measure.number if record.number is not None else record.measure.percent
    place = cell_name(*block.cell(record.row, column)) if column else ""
    return (
        record.printed, key.level, key.indicator, key.year or None, key.month or None, key.basis, key.sex,
        record.number, record.denominator, record.percent_100, block.sheet.name, place,
    )  # fmt: skip


def printed_rows(frame: pd.DataFrame) -> Iterable[dict[str, str]]:
    """The observations as the command prints them: empty for missing, whole numbers without a decimal point."""
    for row in frame.itertuples(index=False):
        yield {name: _printed(value) for name, value in zip(OBSERVATION_COLUMNS, row, strict=True)}


def _printed(value: object) -> str:
    if value is None or value != value or value is pd.NA:
        return ""
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() else repr(round(value, 12))
    return str(value)
