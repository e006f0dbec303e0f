"""A book understood as plain values: rows, problems, unknown heads; what a Reading's tables are made from."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from lokmin_data.model import OBSERVATION_COLUMNS, Indicator, Problem, Reading
from lokmin_data.reading.asking.areas_unknown import unknown_areas
from lokmin_data.reading.asking.asked_titles import asked_titles
from lokmin_data.reading.asking.unknown import UnknownHead, unknown_heads, unknown_problems
from lokmin_data.reading.asking.unread import empty_forms, unread_beside, unread_tables
from lokmin_data.reading.asking.unread_sheets import about_sheets
from lokmin_data.reading.blocks.context import Context, place_name
from lokmin_data.reading.collecting import without_collecting
from lokmin_data.reading.faults import faults_refused
from lokmin_data.reading.opening.book import Book, Sheet, cell_name, open_book
from lokmin_data.reading.opening.refusal import Refused
from lokmin_data.reading.problems.half_understood import NothingRead
from lokmin_data.reading.records.interpretation import Interpretation, begin
from lokmin_data.reading.records.record import Record
from lokmin_data.reading.report import interpret, look_at, read_early
from lokmin_data.reading.titles.pivot_tables import taken_pivots
from lokmin_data.reading.verdicts import all_problems
from lokmin_data.reading.words.labels import label_kind
from lokmin_data.reading.words.one_report import forget_report
from lokmin_data.reading.words.tokens import fold_spaces
from lokmin_data.reference.catalogue import load_indicators

if TYPE_CHECKING:
    from lokmin_data.reading.byname.lists import ByNameSheet
    from lokmin_data.reading.words.meaning import Reader

#: A NIK has 16 digits; such words stand in the head of every list of persons.
SHORTEST_NIK, LOWEST_NIK = 15, 1e15
_NO_PERSON = "desa|kel|wilayah|puskesmas|unit|kec|posyandu|bidan|petugas|faskes|kab"
_PERSON_WORDS = re.compile(rf"\bn(?:\s?i\s?k\b|ik|m\b|\s?a\s?m\s?a(?![ \xa0_/]*(?:{_NO_PERSON}))|ma)|nik[ _]|identitas")

Memory = Mapping[str, Mapping[str, Any]]
ObservationRow = tuple


class NothingToRead(Refused):
    """A file without one number that could be read; carries what was met on the way, and what may be asked: `understood`,
    as `reading` where somebody wants tables of it."""

    def __init__(self, understood: Understood):
        super().__init__(NothingRead())
        self.understood: Understood | None = understood
        self.problems = (*understood.problems, NothingRead())
        self.reading: Reading | None = None


@dataclass(frozen=True)
class Options:
    """What the user says beside the file: a period where it says none, known areas, what was confirmed, own indicators."""

    year: int | None = None
    month: int | None = None
    areas: Sequence[str] | None = None
    memory: Memory | None = None
    indicators: Mapping[str, Indicator] | None = None


@dataclass(frozen=True)
class Understood:
    """A book understood.  `counted` are the observations that by-name lists were counted into; `copies` and `by_name`
    hold sheet numbers."""

    whole: Interpretation
    indicators: Mapping[str, Indicator]
    heads: list[UnknownHead]
    problems: list[Problem]
    by_name: frozenset[int] = frozenset()
    copies: Mapping[int, int] = field(default_factory=dict)
    counted: tuple[ObservationRow, ...] = ()

    def rows(self) -> Iterator[ObservationRow]:
        """The observations as rows of OBSERVATION_COLUMNS, those of by-name lists last."""
        for record in self.whole.kept:
            yield observation(record, self.whole)
        yield from self.counted


class _Beginning:
    """What is understood of a book sheet by sheet, so that it can begin while later sheets are still parsed."""

    def __init__(self, file_name: str, options: Options):
        self._options = options
        self.known = dict(options.indicators or load_indicators())
        self.whole = begin(file_name, _own_words(self.known))
        self.sheets: list[Sheet] = []
        self.lists: dict[int, ByNameSheet] = {}
        self.copies: dict[int, int] = {}
        self._first: dict[int, list[int]] = {}

    def take(self, sheet: Sheet) -> None:
        """Look at the next sheet: a list of persons, a copy of an earlier sheet, or its tables."""
        number = len(self.sheets)
        self.sheets.append(sheet)
        if (found := _list_of_persons(sheet)) is not None:
            self.lists[number] = found
        if (first := self._repeated(number, sheet)) is not None:
            self.copies[number] = first
        if number not in self.lists and number not in self.copies:
            look_at(self.whole, number, sheet)
            if not self._options.memory:  # else the tables are looked at once more with what was confirmed
                read_early(self.whole, self.sheets, self.known, year=self._options.year, month=self._options.month)

    def _repeated(self, number: int, sheet: Sheet) -> int | None:
        """The number of the earlier sheet that this one repeats cell by cell."""
        if not sheet.rows:
            return None
        alike = self._first.setdefault(len(sheet.rows), [])
        first = next((other for other in alike if self.sheets[other].rows == sheet.rows), None)
        if first is None:
            alike.append(number)
        return first

    def goes_on_to(self, book: Book) -> bool:
        """True where the sheets that were looked at are the first ones of the book."""
        return all(one is other for one, other in zip(self.sheets, book.sheets, strict=False))


@faults_refused
def understand_file(data: bytes, file_name: str, options: Options) -> Understood:
    """The file understood while it is opened; raises Refused, and what `understand_book` raises."""
    with _of_one_report():
        begun = _Beginning(file_name, options)
        return _understand_book(open_book(data, file_name, arrived=begun.take), options, begun)


@faults_refused
def understand_book(book: Book, options: Options) -> Understood:
    """The book understood; raises NothingToRead where it holds neither an observation nor a sasaran."""
    with _of_one_report():
        return _understand_book(book, options, _Beginning(book.file_name, options))


@contextmanager
def _of_one_report() -> Iterator[None]:
    """What is remembered of texts is of one report only."""
    with without_collecting():
        try:
            yield
        finally:
            forget_report()


def _understand_book(book: Book, options: Options, begun: _Beginning) -> Understood:
    if not begun.goes_on_to(book):
        begun = _Beginning(book.file_name, options)
    for sheet in book.sheets[len(begun.sheets) :]:
        begun.take(sheet)
    known, copies, by_name = begun.known, begun.copies, frozenset(begun.lists)
    counted, counting_problems, puskesmas = _counted(begun.lists, options, begun.whole.reader)
    whole = interpret(
        begun.whole, book, known, year=options.year, month=options.month, skip=by_name | frozenset(copies),
        memory=options.memory,
    )  # fmt: skip
    if counted:
        from lokmin_data.reading.byname.beside_tables import beside_tables

        counted, differing = beside_tables(counted, whole)
        counting_problems = (*counting_problems, *differing)
    if puskesmas and not place_name(whole.contexts.values(), "puskesmas"):
        whole.contexts[min(by_name)] = Context(puskesmas=puskesmas)
    divisors = {record.denominator_place for record in whole.kept if record.denominator_place}
    heads = unknown_heads(whole.drafts if whole.kept else whole.all_drafts, known, whole.blocks.values(), divisors)
    problems = [*book.problems, *counting_problems, *whole.problems, *about_sheets(whole, by_name, copies)]
    problems += [*all_problems(whole, known), *unknown_problems(heads, known), *unknown_areas(whole, options.areas)]
    problems += () if options.areas else taken_pivots(whole.drafts, whole.reader)
    heads += asked_titles(whole.all_drafts, problems, whole.reader)
    understood = Understood(whole, known, heads, problems, by_name, copies, counted)
    if whole.kept or counted:
        problems += unread_beside(whole.all_drafts, problems) if whole.kept else ()
        return understood
    problems += empty_forms(whole.all_drafts, problems)
    if not any(value for value, _ in whole.sasaran.values()):
        problems += unread_tables(whole.all_drafts, problems)
        raise NothingToRead(understood)
    return understood


def _list_of_persons(sheet: Sheet) -> ByNameSheet | None:
    """The list of persons that a sheet is, None where it is none: no text of it can head such a list, and no value can be a NIK."""
    headed = bool(_PERSON_WORDS.search("\n".join(sheet.texts).lower()))
    if not headed and not _may_hold_niks(sheet):
        return None
    from lokmin_data.reading.byname.lists import find_by_name

    return find_by_name(sheet, headed=headed)


def _counted(
    lists: Mapping[int, ByNameSheet], options: Options, reader: Reader
) -> tuple[tuple[ObservationRow, ...], tuple[Problem, ...], str]:
    """(the counts of the lists of persons, the problems met, the Puskesmas that all rows name)."""
    if not lists:
        return (), (), ""
    from lokmin_data.reading.byname.lists import count_rows
    from lokmin_data.reading.byname.places import puskesmas_of

    def elsewhere(name: str) -> bool:
        return label_kind(fold_spaces(name), "desa", reader) == "apart"

    areas = tuple(options.areas or ())
    rows, problems = count_rows(list(lists.values()), year=options.year, month=options.month, areas=areas, elsewhere=elsewhere)
    counted = tuple(tuple(row[name] for name in OBSERVATION_COLUMNS) for row in rows)
    return counted, problems, puskesmas_of(lists.values())


def _may_hold_niks(sheet: Sheet) -> bool:
    """True where some value has as many digits as a NIK, also the NIP below a signature."""
    if any(len(text) >= SHORTEST_NIK and sum(map(str.isdigit, text)) >= SHORTEST_NIK for text in sheet.texts):
        return True
    return any(cell >= LOWEST_NIK for cell in sheet.distinct if cell.__class__ is float or cell.__class__ is int)


def _own_words(indicators: Mapping[str, Indicator]) -> tuple[tuple[str, str], ...]:
    """(code, spelling) of the Puskesmas' own indicators: their name, and the head words that the user typed (in `note`,
    apart by semicolons)."""
    built_in = load_indicators()
    return tuple(
        (code, words.strip())
        for code, indicator in indicators.items() if code not in built_in
        for words in (indicator.label, *indicator.note.split(";")) if words.strip()
    )  # fmt: skip


def observation(record: Record, whole: Interpretation) -> ObservationRow:
    """A record as a row of OBSERVATION_COLUMNS."""
    key = record.key
    block = whole.blocks[record.block]
    column = record.measure.number if record.number is not None else record.measure.percent
    place = cell_name(*block.cell(record.row, column)) if column else ""
    return (
        record.printed, key.level, key.indicator, key.year or None, key.month or None, key.basis, key.sex,
        record.number, record.denominator, record.percent_100, block.sheet.name, place,
    )  # fmt: skip


def printed_rows(rows: Iterable[Sequence[object]]) -> Iterator[list[str]]:
    """Observations as the command prints them: empty for missing, whole numbers without a decimal point."""
    for row in rows:
        yield [_printed(value) for value in row]


def _printed(value: object) -> str:
    if value is None:
        return ""
    if value.__class__ is str:
        return str(value)
    if value.__class__ is int:
        return str(value)
    if str(value) in ("nan", "<NA>", "NaT"):
        return ""
    number = float(value)  # type: ignore[arg-type]
    return str(int(number)) if number.is_integer() else repr(round(number, 12))
