"""Why a table of numbers gave none: told with its cell where nothing else says so, and where a sheet's numbers begin."""

from __future__ import annotations

import string
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from lokmin_data.model import Problem
from lokmin_data.reading.blocks.block import Block, Draft
from lokmin_data.reading.heads.headers import Column
from lokmin_data.reading.opening.book import Sheet, cell_name
from lokmin_data.reading.records.listed_sasaran import varies_by_indicator
from lokmin_data.reading.words.values import kind_of

_LETTERS = string.ascii_uppercase


@dataclass(frozen=True, kw_only=True)
class TableUnread(Problem):
    """A table that was found and of whose numbers none could be read."""

    code = "tabel-tidak-terbaca"
    severity = "skipped"
    what = "Tabel ini ditemukan, tetapi tidak satu pun angkanya terbaca; kolom angka pertamanya berjudul '{found}'."
    fix = "Sebutkan nama capaian, bulan, dan apakah angkanya jumlah atau persen pada judul tabel atau judul kolomnya."


@dataclass(frozen=True, kw_only=True)
class NamelessRow(Problem):
    """A numbered row with numbers among those of the desa, and no name."""

    code = "baris-tanpa-nama"
    severity = "skipped"
    what = "Baris ini berisi angka ({found}) tetapi nama desanya kosong, sehingga tidak dibaca."
    fix = "Tulis nama desanya di baris itu, lalu unggah ulang."


@dataclass(frozen=True, kw_only=True)
class EmptyForm(Problem):
    """A form of which nobody filled in the results."""

    code = "formulir-kosong"
    severity = "skipped"
    what = "Tabel ini dipahami, tetapi kolom hasilnya ('{found}') belum diisi satu pun."
    fix = "Isi hasilnya lalu unggah ulang; tidak perlu bila memang belum dilaporkan."


def empty_forms(drafts: Sequence[Draft], problems: Iterable[Problem]) -> Iterator[Problem]:
    """A problem for each table whose columns of results hold no number, on sheets of which no other problem names a cell."""
    told = {problem.sheet for problem in problems if problem.cell}
    for made in drafts:
        columns = [column for each in made.layout.measures for column in (each.number, each.percent) if column and column.path]
        if columns and made.sheet.name not in told and not any(_holds_numbers(made, column) for column in columns):
            cell = cell_name(*made.grid.place(made.head.frame.bottom, columns[0].index))
            yield EmptyForm(sheet=made.sheet.name, cell=cell, found=" › ".join(columns[0].path))


def _holds_numbers(made: Draft, column: Column) -> bool:
    rows = made.grid.rows[made.head.frame.bottom + 1 : made.head.frame.last + 1]
    return any(column.index < len(cells) and kind_of(cells[column.index]) == "number" for cells in rows)


def unread_tables(drafts: Sequence[Draft], problems: Iterable[Problem]) -> Iterator[Problem]:
    """A problem for each table with numbers on sheets of which no other problem names a cell."""
    told = {problem.sheet for problem in problems if problem.cell}
    for made in drafts:
        first = _first_number(made) if made.sheet.name not in told else None
        if first is not None:
            yield _unread(made, *first)


def unread_beside(drafts: Sequence[Draft], problems: Iterable[Problem]) -> Iterator[Problem]:
    """A problem for each table that names an indicator and of which nothing is read, in a book of which other tables are: Td of
    women below Td of mothers, desa side by side beside a vaccine that nobody knows; not where a problem names a cell of it or asks for
    its sheet, nor for the same head once more."""
    told: dict[str, list[str]] = {}
    seen: set[tuple] = set()
    for problem in problems:
        told.setdefault(problem.sheet, []).append(problem.cell)
    for made in drafts:
        form = (made.sheet_number, *(column.path for column in made.head.columns))
        if form in seen or made.useful or not any(_counts(column, turned=made.grid.turned) for column in made.head.columns):
            continue
        seen.add(form)
        frame, cells = made.head.frame, told.get(made.sheet.name, ())
        rows = {str(made.grid.place(row, frame.left)[0] + 1) for row in range(frame.top, frame.last + 1)}
        first = None if any(cell.lstrip(_LETTERS) in rows or not cell for cell in cells) else _first_number(made)
        if first is not None:
            yield _unread(made, *first)


def _counts(column: Column, *, turned: bool) -> bool:
    """True for a column of an indicator; below desa side by side also for one that says how an unknown one is written."""
    meaning = column.meaning
    return not meaning.axis and bool(meaning.indicator or turned and meaning.unknown and meaning.role in ("numerator", "percent"))


def _unread(made: Draft, row: int, column: Column) -> Problem:
    heads = " › ".join(column.path)
    return TableUnread(sheet=made.sheet.name, cell=cell_name(*made.grid.place(row, column.index)), found=heads)


def nameless_rows(block: Block) -> Iterator[Problem]:
    """A problem for each numbered row between those of areas that has a count above 0 and no name: forms print only 0 in theirs."""
    columns = sorted({each.number.index for each in block.layout.measures if each.number})
    areas = [place for place, row in enumerate(block.rows) if row.kind == "area"]
    for row in block.rows[areas[0] : areas[-1]] if areas else ():
        if row.kind == "filler" and not row.area:
            cells = block.grid.rows[row.index]
            counted = [(index, cells[index]) for index in columns if index < len(cells) and kind_of(cells[index]) == "number" and cells[index]]
            if counted:
                index, number = counted[0]
                yield NamelessRow(sheet=block.sheet.name, cell=cell_name(*block.grid.place(row.index, index)), found=str(number).removesuffix(".0"))


def unread_people(blocks: Iterable[Block]) -> Iterator[Problem]:
    """A problem for each table that holds nothing but people who are others for each indicator that its rows name."""
    for block in blocks:
        column = next((each.column for each in block.layout.denominators), None)
        if column and not block.layout.measures and varies_by_indicator(block, column):
            row = next(place for place, _ in enumerate(block.rows) if block.number(column, place) is not None)
            yield TableUnread(sheet=block.sheet.name, cell=cell_name(*block.cell(row, column)), found=" › ".join(column.path))


def _first_number(made: Draft) -> tuple[int, Column] | None:
    """The first (row, column) below a head that holds a number to count."""
    columns = [each for each in made.head.columns if not each.meaning.axis and each.path]
    for row in range(made.head.frame.bottom + 1, made.head.frame.last + 1):
        cells = made.grid.rows[row]
        for column in columns:
            if column.index < len(cells) and kind_of(cells[column.index]) == "number":
                return row, column
    return None


def first_number_of(sheet: Sheet) -> str:
    """The cell of a sheet's first number, empty where it has none."""
    places = ((row, column) for row, cells in enumerate(sheet.rows) for column, cell in enumerate(cells) if cell.__class__ in (int, float))
    first = next(places, None)
    return cell_name(*first) if first else ""
