"""Tables that a spreadsheet program made by itself: "Label Baris | Jumlah dari K1".  Nothing says what their rows are; they are
desa where they can be nothing else, and that is told.  One that adds up all months is of none."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from lokmin_data.model import Problem
from lokmin_data.reading.blocks.block import Draft
from lokmin_data.reading.heads.headers import Column
from lokmin_data.reading.opening.book import cell_name
from lokmin_data.reading.words.meaning import Reader
from lokmin_data.reading.words.tokens import fold_spaces

#: The parts that a row adds up, where they are its own and stand below it.
FEWEST_PARTS = 2
CLOSE = 1e-6

_Row = tuple[str, list[float]]  # its label, its numbers


@dataclass(frozen=True, kw_only=True)
class PivotOfOthers(Problem):
    """A table of a spreadsheet program whose rows are not desa alone, or that adds up months."""

    code = "pivot-bukan-desa"
    severity = "skipped"
    what = "Tabel pivot ini memuat '{found}': bukan satu baris tiap desa untuk satu bulan; tabelnya tidak dibaca."
    fix = "Saring pivotnya menurut satu bulan, sisakan satu baris tiap desa, lalu ganti 'Label Baris' dengan 'Desa'."


@dataclass(frozen=True, kw_only=True)
class PivotTaken(Problem):
    """A table of a spreadsheet program whose rows are taken for desa."""

    code = "pivot-dianggap-desa"
    what = "Judul '{found}' tidak menyebut apa yang ada di barisnya; namanya dibaca sebagai desa."
    fix = "Periksa nama-namanya; bila bukan desa, jangan simpan tabel ini. Ganti judulnya dengan 'Desa' agar tidak ditanyakan lagi."


def without_other_pivots(drafts: Sequence[Draft], reader: Reader) -> tuple[list[Draft], list[Problem]]:
    """(the tables without those of other rows or of all months, a problem for each of these); no year stands for a whole one."""
    kept, problems = [], []
    for made in drafts:
        column = _label_column(made, reader)
        wrong = _open_filter(made, reader) or (_wrong_row(made, column, reader) if column else "")
        if wrong:
            cell = cell_name(*made.grid.place(made.head.frame.bottom, made.head.frame.names))
            problems.append(PivotOfOthers(sheet=made.sheet.name, cell=cell, found=wrong))
        elif column and not made.context.period.month:
            kept.append(replace(made, context=replace(made.context, period=replace(made.context.period, unnamed=True))))
        else:
            kept.append(made)
    return kept, problems


def _open_filter(made: Draft, reader: Reader) -> str:
    """The filter over a table that lets all months or years through, unless its columns or rows tell them: "Bulan (Semua)"."""
    everything = reader.words.lists["pivot"]["semua"]
    if not any(title.casefold() in everything for title in made.context.titles) or made.head.axis("month", "year", "date"):
        return ""
    labels = (*reader.words.lists["label"]["bulan"], *reader.words.lists["label"]["tahun"])
    if all(each.month or each.months for each in made.layout.measures):
        return ""
    filters = ((label, value) for label, value in pairwise(made.context.titles) if value.casefold() in everything)
    return next((f"{label} {value}" for label, value in filters if " ".join(reader.tokens(label)) in labels), "")


def taken_pivots(drafts: Sequence[Draft], reader: Reader) -> Iterator[Problem]:
    """A problem for each table whose rows are taken for desa."""
    for made in drafts:
        column = _label_column(made, reader)
        if column and not any(_names_something(label, reader) for label, _ in _rows(made, column)):
            place = made.grid.place(made.head.frame.bottom, column.index)
            yield PivotTaken(sheet=made.sheet.name, cell=cell_name(*place), found=column.path[-1])


def _label_column(made: Draft, reader: Reader) -> Column | None:
    """The column of a table that is headed as a spreadsheet program does, where no other one names areas."""
    columns = made.head.axis("desa")
    alone = len(columns) == 1 and bool(columns[0].path)
    return columns[0] if alone and " ".join(reader.tokens(columns[0].path[-1])) in reader.words.lists["pivot"]["baris"] else None


def _wrong_row(made: Draft, column: Column, reader: Reader) -> str:
    """The first row that is no desa, or that the rows below it add up to; empty where there is none."""
    rows = [row for row in _rows(made, column) if reader.words.totals.isdisjoint(reader.tokens(row[0]))]
    labels = [label.casefold() for label, _ in rows]
    if made.context.desa and rows:
        return rows[0][0]
    for place, row in enumerate(rows):
        if labels[place] in labels[:place] or _names_something(row[0], reader) or _adds_up(row, rows[place + 1 :]):
            return row[0]
    return ""


def _rows(made: Draft, column: Column) -> Iterator[_Row]:
    frame = made.head.frame
    for cells in made.grid.rows[frame.bottom + 1 : frame.last + 1]:
        label = cells[column.index] if column.index < len(cells) else None
        numbers = [float(cell) if cell.__class__ in (int, float) else 0.0 for cell in cells[column.index + 1 : frame.right + 1]]
        if label.__class__ is str and any(numbers):
            yield fold_spaces(label), numbers


def _names_something(label: str, reader: Reader) -> bool:
    """True for a month, a year, a sex, an indicator or people."""
    found = reader.text(label)
    times = found.month or found.months or found.year or label.casefold() in reader.words.months
    return not found.unknown and bool(found.indicator or found.population or found.sex or times)


def _adds_up(row: _Row, below: Sequence[_Row]) -> bool:
    """True where the rows right below add up to this one in every column: a Puskesmas over its desa, a desa over its months."""
    sums = [0.0] * len(row[1])
    for count, (_, numbers) in enumerate(below, 1):
        sums = [one + other for one, other in zip(sums, numbers, strict=False)]
        if count >= FEWEST_PARTS and all(abs(one - other) <= CLOSE for one, other in zip(sums, row[1], strict=False)):
            return True
    return False
