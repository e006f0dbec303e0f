"""What stands around a table: its titles and labels (period, Puskesmas, desa, indicator)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from itertools import chain
from typing import NamedTuple

from lokmin_data.model import MONTH_NAMES
from lokmin_data.reading.blocks.label_lines import labels_in
from lokmin_data.reading.blocks.number_strips import is_of_table, is_strip
from lokmin_data.reading.blocks.time_bounds import bounds_in, without_bounds
from lokmin_data.reading.heads.tables import Grid
from lokmin_data.reading.words.adding import adds_up
from lokmin_data.reading.words.captions import (
    added_up,
    is_caption,
    is_edition,
    of_caption,
    of_lines,
    of_the_block,
    only_adds,
    runs_on,
    with_caption,
    with_editions,
    with_unnamed_month,
)
from lokmin_data.reading.words.labels import is_apart, with_label
from lokmin_data.reading.words.meaning import Reader
from lokmin_data.reading.words.mistyped_months import without_half_read
from lokmin_data.reading.words.one_report import for_one_report
from lokmin_data.reading.words.period import (
    DECEMBER,
    JANUARY,
    NEVER,
    Period,
    month_number,
    period_of,
    period_of_text,
    tells_when_printed,
)  # fmt: skip
from lokmin_data.reading.words.period_dates import of_a_week
from lokmin_data.reading.words.period_lines import run_on
from lokmin_data.reading.words.titles import names_numbers
from lokmin_data.reading.words.tokens import fold_spaces
from lokmin_data.reading.words.told_dates import without_days_beside
from lokmin_data.reading.words.values import kind_of

_PUSKESMAS = re.compile(
    r"\b(?:UPTD|UPT|PKM)?\s*PUSKESMAS\s+(?!dan\b|kecamatan\b|tahun\b|bulan\b|di\b|se\b|per\b)([A-Za-z][\w' .-]*?)"
    r"(?=\s+(?:bulan|tahun|kecamatan|periode|kabupaten|sampai|s/d|januari|"
    r"februari|pebruari|maret|april|mei|juni|juli|agustus|september|oktober|november|nopember|desember|"
    r"kumulatif|tri\w*|tw|semester|per)\b|\s*[,;:(]|\s+20\d\d|\s*$)",
    re.IGNORECASE,
)
LONGEST_TITLE = 250
MONTHS = {name.casefold(): number for number, name in enumerate(MONTH_NAMES, 1)} | {"pebruari": 2, "nopember": 11}
#: Titles stand at most so many rows above a head.
HIGHEST_TITLE = 25
_MONTH_LABEL = "bulan "
_SIGNATURE = frozenset({"mengetahui", "nip", "kepala", "bidan", "koordinator", "petugas", "pengelola"})

_Line = tuple[str, Period]  # a line of the titles and what it says


@dataclass(frozen=True)
class Context:
    """The titles and labels of a place in a sheet, with the cells that speak of a period."""

    period: Period = NEVER
    titles: tuple[str, ...] = ()
    desa: str = ""
    puskesmas: str = ""
    kecamatan: str = ""
    posyandu: str = ""
    unsure: bool = False  # several months stand over tables side by side, and which one is this table's is not known
    cells: tuple[tuple[int, int], ...] = field(default=(), repr=False)
    added: bool = False  # a title says "kumulatif"
    nobody: bool = False  # it stands behind tables of several desa and names none
    apart: bool = False  # its own title says something else than the one that names an indicator over the table beside it

    def under(self, other: Context) -> Context:
        """This context with what it leaves open taken from a wider one."""
        period = self.period.filled(other.period)
        return Context(
            period, self.titles, self.desa or other.desa, self.puskesmas or other.puskesmas, self.kecamatan or other.kecamatan,
            self.posyandu or other.posyandu, not period.month and (self.unsure or other.unsure), self.cells,
            self.added or other.added, self.nobody, self.apart,
        )  # fmt: skip


class _Row(NamedTuple):
    """What a row above a table says: its labels (name, column of the value, value, the period of a time), and its texts (column, text,
    the title that it is, the period that it speaks of)."""

    labels: tuple[tuple[str, int, object, Period], ...]
    texts: tuple[tuple[int, str, str, Period], ...]


def read_context(grid: Grid, first: int, last: int, left: int, right: int, reader: Reader) -> Context:
    """The context that the rows `first` to `last` (exclusive) give, within the columns `left` to `right`."""
    first = first_title(grid, max(first, last - HIGHEST_TITLE), last, reader)
    bounds = bounds_in(grid, first, last, slice(left, right + 1), reader)
    label_period, cells = bounds.period, [*bounds.cells]
    titles: list[str] = []
    said: list[tuple[int, str, Period]] = []
    places = dict.fromkeys(("desa", "puskesmas", "kecamatan", "posyandu"), "")
    for number in range(first, last):
        row = grid.rows[number]
        filled = tuple(without_bounds(row[left : right + 1], number, left, bounds))
        if not filled or is_strip(grid, number, last) or is_strip(grid, number + 1, last):
            continue
        labels, texts = _row(filled, tuple([cell for cell in row[right + 1 :] if cell is not None]), reader)
        for name, column, value, found in labels:
            if found != NEVER:
                label_period = replace(label_period.filled(found), unnamed=not label_period.month and found.unnamed)
                cells.append((number, column))
            elif name in places and not places[name]:
                places[name] = _name(value)
        beside_numbers = _is_beside_numbers(grid, number, last)
        for column, text, title, found in texts:
            if beside_numbers and _is_apart(text, reader):
                continue  # the last row of the table above: `LUAR WILAYAH | 2`
            titles.append(title)
            if found != NEVER:
                said.append((number, text, found))
                cells.append((number, column))
    said = [*of_the_block(said, grid.texts, reader)] if len(said) > 1 else said
    period = with_unnamed_month(_of_titles(label_period, said, reader) if said else label_period, titles)
    return Context(period, tuple(titles), cells=tuple(dict.fromkeys(cells)), added=any(map(adds_up, titles)), **places)


@for_one_report  # tables of one sheet stand below the same rows
def _row(filled: tuple[tuple[int, object], ...], beyond: tuple[object, ...], reader: Reader) -> _Row:
    """What the filled cells of a row say, some of which may go on right of the table (`beyond`)."""
    filled = tuple(run_on(filled, reader))
    labels, together = labels_in(filled, beyond, reader)
    timed = [(*label, _labelled(label[0], label[2], reader) if label[0] in ("bulan", "tahun") else NEVER) for label in labels]
    texts = []
    before = [None, *(cell for _, cell in filled)]
    for (column, cell), label in zip(filled, before, strict=False):
        text = _month_of_date(cell) if len(filled) == 1 else cell
        if text.__class__ is str and len(text) <= LONGEST_TITLE and not tells_when_printed(label):
            found = reader.period(text)
            tells = found != NEVER and column not in together and _SIGNATURE.isdisjoint(reader.tokens(text)[:3])
            texts.append((column, text, with_label(label, fold_spaces(text)), found if tells else NEVER))
    return _Row(tuple(timed), tuple(texts))


@for_one_report
def _is_apart(text: str, reader: Reader) -> bool:
    return is_apart(fold_spaces(text), "desa", reader)


def _month_of_date(cell: object) -> object:
    """The text that a cell alone in its row shows where it is the first day of a month: "Maret 2026"."""
    return f"{MONTH_NAMES[cell.month - 1]} {cell.year}" if isinstance(cell, date) and cell.day == 1 else cell


def _of_titles(label: Period, said: Sequence[tuple[int, str, Period]], reader: Reader) -> Period:
    """The period of a place with such a label and such titles over it: the caption of its table first, the edition of a bulletin
    last."""
    caption = of_caption([(row, found) for row, text, found in said if found.month and is_caption(text)])
    lines = [(text, found) for _, text, found in said if not is_edition(text)]
    title = caption.filled(of_lines([found for _, found in _of_one_month(lines, reader)]))
    adding = any(only_adds(found, text, reader) for text, found in lines)
    if title.month and adding:
        title = replace(title, adds=True)
    period = with_caption(label, caption)
    if any(runs_on(label, found) for _, found in lines):
        return Period(period.year, unnamed=True)
    period = (period if caption.month else added_up(period, title)).filled(title)
    if adding and label.month and not caption.month:
        period = replace(period, adds=True)
    return with_editions(period, (found for _, text, found in said if is_edition(text)))


def _of_one_month(lines: Sequence[_Line], reader: Reader) -> Sequence[_Line]:
    """The lines without those that name another month than the line which names the indicator, or its family; without any month where they
    differ and that is not known.  A day on which something was sent or taken gives way to any month."""
    dated = [line for line in lines if line[1].month]
    named = [line for line in dated if without_days_beside(line[0]) == line[0]] or dated
    if not _agree(named):
        named = [line for line in named if names_numbers(line[0], reader)]
        named = named if _agree(named) else []
    return [line for line in lines if line in named or not line[1].month]


def _agree(lines: Sequence[_Line]) -> bool:
    """True for lines that name one month of one year."""
    return len({found.month for _, found in lines}) < 2 and len({found.year for _, found in lines if found.year}) < 2


def _is_beside_numbers(grid: Grid, number: int, last: int) -> bool:
    """True for a row with numbers of its own, or right below a row of numbers and not right above the head of the next table."""
    rows = (grid.rows[number], grid.rows[number - 1] if number and number + 1 < last else ())
    for cell in chain.from_iterable(rows):
        if cell is not None and kind_of(cell) == "number":
            return True
    return False


def first_title(grid: Grid, first: int, last: int, reader: Reader) -> int:
    """The first row above a head that may be a title: below the last row of numbers of whatever stands above, and below the
    months of that table that are still to come."""
    number = _below_numbers(grid, first, last, reader)
    while number and number < last and _next_month(grid.rows[number - 1], grid.rows[number]):
        number += 1
    return number


def _next_month(above: Sequence[object], cells: Sequence[object]) -> bool:
    """True for a row that begins with the month that follows the one which the row above begins with."""
    first, second = (next((_month_alone(cell) for cell in row if cell is not None), 0) for row in (above, cells))
    return bool(first and second == first + 1)


def _month_alone(cell: object) -> int:
    """The month of a cell that is nothing but its name; 0 for any other."""
    return MONTHS.get(cell.strip().casefold(), 0) if cell.__class__ is str else 0  # type: ignore[attr-defined]


def _below_numbers(grid: Grid, first: int, last: int, reader: Reader) -> int:
    for number in range(last - 1, first - 1, -1):
        if is_of_table(grid, number, last, reader):
            return number + 1
    return first


def _labelled(name: str, value: object, reader: Reader) -> Period:
    """The period of a label's value; the label TAHUN speaks only of a year."""
    if value.__class__ is str:
        value = value.strip().lstrip(":").strip()
        if name == "tahun":
            return Period(year=period_of_text(value, reader.words).year or period_of_text(f"tahun {value}", reader.words).year)
        if JANUARY <= (month := month_number(value)) <= DECEMBER:
            return Period(month=month)
        value = without_half_read(f"{_MONTH_LABEL}{value}", reader.words).removeprefix(_MONTH_LABEL)  # `BULAN : ...... - JULI`
        found = period_of_text(value, reader.words, alone=True)
        if not value or not found.month and of_a_week(reader.tokens(value)):
            return Period(unnamed=True)
        return found if found.month else period_of_text(f"bulan {value}", reader.words)
    found = period_of(value, reader.words, alone=True)
    if name == "tahun":
        return Period(year=found.year or period_of_text(f"tahun {value}".removesuffix(".0"), reader.words).year)
    return found


def _name(value: object) -> str:
    return fold_spaces(value.lstrip(": ")) if value.__class__ is str else ""


def place_name(contexts: Iterable[Context], name: str) -> str:
    """The puskesmas or kecamatan that the most contexts name in a label, else in a title; empty where none does."""
    contexts = list(contexts)
    said = [getattr(context, name) for context in contexts if getattr(context, name)]
    if not said and name == "puskesmas":
        said = [found.group(1) for context in contexts for title in context.titles if (found := _PUSKESMAS.search(title))]
    return max(said, key=said.count) if said else ""
