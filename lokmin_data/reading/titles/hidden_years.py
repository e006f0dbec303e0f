"""Months that are dates of another year than the title's: a form of an earlier year, in which the cell shows only "Jan"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from typing import TypeVar

from lokmin_data.model import Problem
from lokmin_data.reading.blocks.block import Block
from lokmin_data.reading.heads.measures import Denominator, Measure
from lokmin_data.reading.opening.book import cell_name
from lokmin_data.reading.words.meaning import Reader
from lokmin_data.reading.words.one_report import for_one_report
from lokmin_data.reading.words.period_names import period_of_name
from lokmin_data.reading.words.vocabulary import Vocabulary

Place = tuple[int, int]
Dated = TypeVar("Dated", Measure, Denominator)


@dataclass(frozen=True, kw_only=True)
class YearOfDates(Problem):
    """Months of a table that are dates of another year than its title says."""

    code = "tahun-tanggal-berbeda"
    severity = "warning"
    what = "Bulan pada tabel ini tersimpan sebagai tanggal tahun {found}, sedangkan judulnya menyebut {expected}; yang dipakai tahun judulnya."
    fix = "Periksa tahunnya: ketik ulang bulan-bulannya, atau perbaiki judulnya, lalu unggah ulang."


@dataclass(frozen=True, kw_only=True)
class YearOfFileName(Problem):
    """Months of a table that are dates of another year than its file's name says, with no year in any title."""

    code = "tahun-nama-berkas-berbeda"
    severity = "warning"
    what = "Bulan pada tabel ini tersimpan sebagai tanggal tahun {found}, sedangkan nama berkasnya menyebut {expected}; dipakai tahun tanggalnya."
    fix = "Tulis tahunnya pada judul tabel, atau perbaiki nama berkasnya, lalu unggah ulang."


def with_titled_year(block: Block, name: str, reader: Reader) -> tuple[Block, list[Problem]]:
    """(the table, problems): its months in the year of its title where they are dates of one other year only; told where it is the
    file's name that says another."""
    titled = block.context.period.year
    if not titled:
        return block, list(_named_otherwise(block, name, reader))
    dates = _dates(block) if titled else {}
    years = {found.year for found in dates.values()}
    if len(years) != 1 or titled in years:
        return block, []
    year = years.pop()
    layout = block.layout
    said = {each.year for each in (*layout.measures, *layout.lasts, *layout.denominators)} | {row.period.year for row in block.rows}
    if not said <= {0, year, titled}:
        return block, []
    layout = replace(
        layout, measures=tuple(_without(each, year) for each in layout.measures), lasts=tuple(_without(each, year) for each in layout.lasts),
        denominators=tuple(_without(each, year) for each in layout.denominators),
    )  # fmt: skip
    rows = tuple(replace(row, period=replace(row.period, year=titled)) if row.period.year == year else row for row in block.rows)
    cell = cell_name(*block.grid.place(*min(dates)))
    return replace(block, layout=layout, rows=rows), [YearOfDates(sheet=block.sheet.name, cell=cell, found=str(year), expected=str(titled))]


def _named_otherwise(block: Block, name: str, reader: Reader) -> Iterator[Problem]:
    """The problem of months that are dates of one year where the file's name tells another."""
    layout = block.layout
    told = ({each.year for each in (*layout.measures, *layout.denominators)} | {row.period.year for row in block.rows}) - {0}
    named = _year_of_name(name, reader.words) if len(told) == 1 else 0
    if not named or named in told:
        return
    dates = {place: found for place, found in _dates(block).items() if found.year in told}
    if dates:
        cell = cell_name(*block.grid.place(*min(dates)))
        yield YearOfFileName(sheet=block.sheet.name, cell=cell, found=str(told.pop()), expected=str(named))


@for_one_report
def _year_of_name(name: str, words: Vocabulary) -> int:
    return period_of_name(name, words).year


def _dates(block: Block) -> dict[Place, date]:
    """The dates in a table's head, else those in its column of months, by row and column."""
    frame, rows = block.head.frame, block.grid.rows
    places = [(row, column) for row in range(frame.top, frame.bottom + 1) for column in range(frame.left, min(frame.right + 1, len(rows[row])))]
    places = [place for place in places if isinstance(rows[place[0]][place[1]], date)]
    months = [column.index for column in block.head.axis("month")] if not places else []
    places += [(row.index, column) for row in block.rows for column in months if isinstance(rows[row.index][column], date)]
    return {(row, column): rows[row][column] for row, column in places}


def _without(each: Dated, year: int) -> Dated:
    """A measure or a sasaran without that year."""
    return replace(each, year=0) if each.year == year else each
