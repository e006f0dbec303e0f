"""A column of an earlier year in a table of a month, "Capaian 2024" beside "Capaian s/d Mei": it may be of that month or of all the year."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from lokmin_data.model import Problem
from lokmin_data.reading.blocks.block import Block
from lokmin_data.reading.heads.measures import Measure
from lokmin_data.reading.opening.book import cell_name


@dataclass(frozen=True, kw_only=True)
class YearBefore(Problem):
    """A column of an earlier year that does not say up to which month."""

    code = "tahun-lalu-tanpa-bulan"
    severity = "skipped"
    what = "Kolom '{found}' dari tahun sebelum laporan ini; tidak disebut apakah angkanya setahun penuh atau sampai bulan yang sama. Tidak dibaca."
    fix = "Bila perlu, tulis bulannya di judul kolom, misalnya 's/d Desember {expected}', atau unggah laporan tahun itu."


def without_year_before(block: Block) -> tuple[Block, list[Problem]]:
    """(the table, problems): without such columns; two years side by side, each named, are compared up to the same month."""
    lone = {*_lone(block)} if block.period.month else set()
    if not lone:
        return block, []
    kept = tuple(each for each in block.layout.measures if each not in lone)
    return replace(block, layout=replace(block.layout, measures=kept)), [_told(each, block) for each in block.layout.measures if each in lone]


def _lone(block: Block) -> Iterator[Measure]:
    """The numbers of an earlier year without a month, where no column of their indicator names the table's year in the same way: they
    are beside the table's own numbers, be those of their indicator or of another."""
    year = block.period.year
    now = [each for each in block.layout.measures if each.year in (0, year)]
    named = {each.indicator for each in now if each.year and not (each.month or each.months)}
    for each in block.layout.measures:
        column = each.number or each.percent
        if 0 < each.year < year and not (each.month or each.months) and column and not column.meaning.basis:
            if now and each.indicator not in named:
                yield each


def _told(measure: Measure, block: Block) -> YearBefore:
    column = measure.number or measure.percent
    assert column
    cell = cell_name(*block.grid.place(block.head.frame.bottom, column.index))
    return YearBefore(sheet=block.sheet.name, cell=cell, found=" › ".join(column.path), expected=str(measure.year))
