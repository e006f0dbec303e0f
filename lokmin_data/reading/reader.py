"""`read_report`: bytes of a file to a Reading, with everything for the confirmation and nothing stored."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import pandas as pd

from lokmin_data.model import OBSERVATION_COLUMNS, Indicator, Problem, Reading, SheetReading
from lokmin_data.reading.book import Book, Sheet, cell_name, open_book
from lokmin_data.reading.byname import count_by_name, find_by_name
from lokmin_data.reading.context import place_name
from lokmin_data.reading.memory import corrected
from lokmin_data.reading.names import AreaMatcher
from lokmin_data.reading.picture import picture
from lokmin_data.reading.problems import DuplicateSheet, NoTable, NothingRead, UnknownArea
from lokmin_data.reading.records import Record
from lokmin_data.reading.refusal import Refused
from lokmin_data.reading.report import Interpretation, interpret
from lokmin_data.reading.unknown import UnknownHead, unknown_heads, unknown_problems
from lokmin_data.reading.verdicts import all_problems
from lokmin_data.reference.catalogue import load_indicators

SASARAN_COLUMNS = ("area", "population", "sex", "value", "sheet", "cell")
UNKNOWN_COLUMNS = ("sheet", "cell", "header", "suggestion", "score")
#: Sheets with fewer numbers than this are covers and instructions.
NUMBERS_OF_A_TABLE = 12

#: A NIK has 16 digits; these stand in the head of every list of persons.
SHORTEST_NIK, LOWEST_NIK = 15, 1e15
_NO_PERSON = "desa|kel|wilayah|puskesmas|unit|kec|posyandu|bidan|petugas|faskes|kab"
_PERSON_WORDS = re.compile(
    rf"\bn\s?i\s?k\b|nik[ _]|\bnik|\bnm\b|\bn\s?a\s?m\s?a(?![ _/]*(?:{_NO_PERSON}))|\bnma|identitas",
    re.IGNORECASE,
)

Memory = Mapping[str, Mapping[str, Any]]


class NothingToRead(Refused):
    """A file without one number that could be read; carries what was met on the way."""

    def __init__(self, problems: Sequence[Problem]):
        super().__init__(NothingRead())
        self.problems = (*problems, NothingRead())


def read_report(
    data: bytes,
    file_name: str,
    *,
    year: int | None = None,
    month: int | None = None,
    areas: Sequence[str] | None = None,
    memory: Memory | None = None,
    indicators: Mapping[str, Indicator] | None = None,
    pictures: bool = True,
) -> Reading:
    """The report as interpreted; raises Refused (a LokminError) where the file cannot be opened or holds nothing.

    `year`, `month` (1-12) count where the file does not say; `areas` are the names that are known; `memory` is what
    was confirmed, by layout; `indicators` the catalogue with the Puskesmas' own; `pictures` False leaves out the
    grids for the confirmation.
    """
    book = open_book(data, file_name)
    return read_book(book, year=year, month=month, areas=areas, memory=memory, indicators=indicators, pictures=pictures)


def read_book(
    book: Book,
    *,
    year: int | None = None,
    month: int | None = None,
    areas: Sequence[str] | None = None,
    memory: Memory | None = None,
    indicators: Mapping[str, Indicator] | None = None,
    pictures: bool = True,
) -> Reading:
    """The same for a book that is already open."""
    known = dict(indicators or load_indicators())
    by_name = {
        number: found
        for number, sheet in enumerate(book.sheets)
        if _may_list_persons(sheet) and (found := find_by_name(sheet))
    }
    counted = [count_by_name(list(by_name.values()), year=year, month=month, areas=areas or ())] if by_name else []
    copies = _copies(book)
    skip = frozenset(by_name) | frozenset(copies)
    whole = interpret(book, known, own=_own_words(known), year=year, month=month, skip=skip, memory=memory)
    heads = unknown_heads(whole.drafts, known)
    problems = [*book.problems, *(problem for _, found in counted for problem in found), *whole.problems]
    problems += _about_sheets(whole, by_name, copies)
    problems += [*all_problems(whole, known), *unknown_problems(heads, known), *_unknown_areas(whole, areas)]
    observations = _with_counts(whole, [counts for counts, _ in counted])
    if observations.empty and not any(value for value, _ in whole.sasaran.values()):
        raise NothingToRead(problems)
    return Reading(
        book.file_name, book.sha256, observations, tuple(problems), _place_name(whole, "puskesmas"), _place_name(whole, "kecamatan"),
        _sheets(whole, by_name, copies, problems, known) if pictures else (), bool(by_name), _frame(whole.apart, whole),
        _frame(whole.totals, whole), _sasaran(whole), _unknown(heads), _asks(observations, whole), whole.layout,
    )  # fmt: skip


def _may_list_persons(sheet: Sheet) -> bool:
    """False where no text of a sheet can head a list of persons and none of its values can be a NIK: spares the search."""
    texts = {cell for row in sheet.rows for cell in row if cell.__class__ is str}
    if any(len(text) >= SHORTEST_NIK and sum(map(str.isdigit, text)) >= SHORTEST_NIK for text in texts):
        return True
    if _PERSON_WORDS.search("\n".join(texts)):
        return True
    return any(
        cell >= LOWEST_NIK for row in sheet.rows for cell in row if cell.__class__ is float or cell.__class__ is int
    )


def _own_words(indicators: Mapping[str, Indicator]) -> tuple[tuple[str, str], ...]:
    built_in = load_indicators()
    return tuple((code, indicator.label) for code, indicator in indicators.items() if code not in built_in)


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


def _about_sheets(whole: Interpretation, by_name: Mapping[int, object], copies: Mapping[int, int]) -> Iterable[Problem]:
    """Copies, and sheets of numbers in which no table was found."""
    with_tables = {made.sheet_number for made in whole.drafts}
    for number, sheet in enumerate(whole.book.sheets):
        if number in copies:
            yield DuplicateSheet(sheet=sheet.name, found=whole.book.sheets[copies[number]].name)
        elif number not in by_name and number not in with_tables:
            numbers = sum(1 for row in sheet.rows for cell in row if cell.__class__ in (int, float))
            if numbers >= NUMBERS_OF_A_TABLE:
                yield NoTable(sheet=sheet.name)


def _unknown_areas(whole: Interpretation, areas: Sequence[str] | None) -> Iterable[Problem]:
    """A problem for each name that is not certainly one of the known areas, at its first place."""
    if not areas:
        return
    matcher = AreaMatcher(areas)
    told: set[str] = set()
    for record in whole.kept:
        if record.printed in told or record.key.level == "posyandu":
            continue
        told.add(record.printed)
        match = matcher.match(record.printed)
        if not match.certain:
            block = whole.blocks[record.block]
            like = f" (mungkin '{match.suggestion}')" if match.suggestion else ""
            cell = cell_name(*block.grid.place(block.rows[record.row].index, block.head.frame.names))
            yield UnknownArea(sheet=block.sheet.name, cell=cell, found=record.printed, expected=like)


def _frame(records: Sequence[Record], whole: Interpretation) -> pd.DataFrame:
    frame = pd.DataFrame([observation(record, whole) for record in records], columns=list(OBSERVATION_COLUMNS))
    return frame.astype({"year": "Int64", "month": "Int64", "numerator": float, "denominator": float, "percent": float})


def _with_counts(whole: Interpretation, counts: Sequence[pd.DataFrame]) -> pd.DataFrame:
    """The observations of the tables and the counts of by-name sheets in one frame."""
    frames = [frame for frame in (_frame(whole.kept, whole), *counts) if len(frame)]
    return pd.concat(frames, ignore_index=True) if frames else _frame([], whole)


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


def _sasaran(whole: Interpretation) -> pd.DataFrame:
    """The sasaran that the report states, with the codes of sasaran.csv where there is one."""
    codes = whole.reader.words.lists["sasaran_kode"]
    rows = []
    for (area, population, sex), (value, (sheet, row, column)) in whole.sasaran.items():
        printed = whole.printed.get(area, area)
        rows.append(
            (
                printed,
                codes.get(population, population),
                sex,
                value,
                whole.book.sheets[sheet].name,
                cell_name(row, column),
            )
        )
    return pd.DataFrame(rows, columns=list(SASARAN_COLUMNS))


def _unknown(heads: Sequence[UnknownHead]) -> pd.DataFrame:
    rows = [(head.sheet, head.cell, head.header, head.suggestion, head.score) for head in heads]
    return pd.DataFrame(rows, columns=list(UNKNOWN_COLUMNS))


def _asks(observations: pd.DataFrame, whole: Interpretation) -> frozenset[str]:
    """Which of year, month and puskesmas the file and the options leave open."""
    asks = set()
    if observations["year"].isna().any():
        asks.add("year")
    if (observations["month"].isna() & (observations["basis"] != "year")).any():
        asks.add("month")
    if not _place_name(whole, "puskesmas"):
        asks.add("puskesmas")
    return frozenset(asks)


def _place_name(whole: Interpretation, name: str) -> str:
    """The Puskesmas or kecamatan that labels and titles name most often."""
    return place_name(whole.contexts.values(), name)


def _sheets(
    whole: Interpretation,
    by_name: Mapping[int, object],
    copies: Mapping[int, int],
    problems: Sequence[Problem],
    indicators: Mapping[str, Indicator],
) -> tuple[SheetReading, ...]:
    labels = {code: indicator.label for code, indicator in indicators.items()}
    shown = []
    for number, sheet in enumerate(whole.book.sheets):
        if number in by_name:
            shown.append(SheetReading(sheet.name, "by_name", note="Daftar nama: hanya jumlahnya yang dibaca."))
            continue
        blocks = [block for block in whole.blocks.values() if block.sheet_number == number]
        accused = {
            problem.cell: problem.message for problem in problems if problem.sheet == sheet.name and problem.cell
        }
        status = "duplicate" if number in copies else "empty" if not sheet.rows else "read" if blocks else "skipped"
        note = f"Salinan dari {whole.book.sheets[copies[number]].name}." if number in copies else ""
        shown.append(picture(sheet, blocks, accused, labels, status=status, note=note))
    return tuple(shown)


def printed_rows(frame: pd.DataFrame) -> Iterable[dict[str, str]]:
    """The observations as the command prints them: empty for missing, whole numbers without a decimal point."""
    for row in frame.itertuples(index=False):
        yield {name: _printed(value) for name, value in zip(OBSERVATION_COLUMNS, row, strict=True)}


def _printed(value: object) -> str:
    if value is None or value is pd.NA or value != value:
        return ""
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() else repr(round(value, 12))
    return str(value)


__all__ = ["corrected", "read_book", "read_report"]
