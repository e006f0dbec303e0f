"""`read_report`: bytes of a file to a Reading, with everything for the confirmation and nothing stored."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

import pandas as pd

from lokmin_data.model import OBSERVATION_COLUMNS, Indicator, Problem, Reading
from lokmin_data.reading.blocks import Block
from lokmin_data.reading.book import Book, cell_name, open_book
from lokmin_data.reading.byname import count_by_name, find_by_name
from lokmin_data.reading.checks import check_errors, check_percents, check_sexes, check_totals
from lokmin_data.reading.checks_book import check_clashes, check_measured, told_once
from lokmin_data.reading.checks_time import check_falls, check_lasts, check_sums
from lokmin_data.reading.findings import Findings
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
    problems = [*book.problems, *whole.problems, *(problem for _, found in counted for problem in found)]
    problems += all_problems(whole, known)
    if not len(frame) and not any(value for value, _ in whole.sasaran.values()):
        raise NothingToRead(problems)
    return Reading(book.file_name, book.sha256, frame, tuple(problems), by_name=bool(by_name))


def all_problems(whole: Interpretation, indicators: Mapping[str, Indicator]) -> list[Problem]:
    """Every contradiction of the book, each root cause once: cells first, then what is told once a file."""
    findings = Findings()
    blocks = whole.blocks
    reported = [block for block in blocks.values() if not _unreported(block, whole)]
    for block in reported:
        findings.add_all(check_errors(block))
        findings.add_all(check_sexes(block, "area", findings))
    findings.add_all(check_falls(whole.kept, blocks))
    findings.add_all(check_clashes(whole.clashes, whole, findings))
    findings.add_all(check_sums(whole.kept, whole.clashes, blocks, findings))
    findings.add_all(check_lasts(blocks, findings))
    findings.add_all(check_percents(whole.records, blocks, whole.proved, findings))
    for block in blocks.values():
        findings.add_all(check_totals(block, findings))
        findings.add_all(check_sexes(block, "total", findings))
    findings.add_all(check_measured(whole.kept, whole, indicators))
    return [*(each.problem for each in findings.items), *told_once(whole.kept, whole, indicators)]


def _unreported(block: Block, whole: Interpretation) -> bool:
    months = whole.unreported.get(block.fingerprint, set())
    return (block.period.year, block.period.month) in months


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
