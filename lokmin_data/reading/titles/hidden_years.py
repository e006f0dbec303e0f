"""Months that are dates of another year than the title's: a form of an earlier year, in which the cell shows only "Jan"."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from typing import TypeVar

from lokmin_data.model import Problem
from lokmin_data.reading.blocks.block import Block
from lokmin_data.reading.heads.measures import Denominator, Measure
from lokmin_data.reading.opening.book import cell_name

Place = tuple[int, int]
Dated = TypeVar("Dated", Measure, Denominator)


@dataclass(frozen=True, kw_only=True)
class YearOfDates(Problem):
    """Months of a table that are dates of another year than its title says."""

    code = "tahun-tanggal-berbeda"
    severity = "warning"
    what = "Bulan pada tabel ini tersimpan sebagai tanggal tahun {found}, sedangkan judulnya menyebut {expected}; yang dipakai tahun judulnya."
    fix = "Periksa tahunnya: ketik ulang bulan-bulannya, atau perbaiki judulnya, lalu unggah ulang."


def with_titled_year(block: Block) -> tuple[Block, list[Problem]]:
    """(the table, problems): its months in the year of its title where they are dates of one other year only."""
    titled = block.context.period.year
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
