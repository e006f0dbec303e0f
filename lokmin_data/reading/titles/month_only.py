"""What is counted anew each month, in a table over several months: "Dapat TTD" of January to June is not that of June."""

from __future__ import annotations

from dataclasses import dataclass, replace

from lokmin_data.model import Problem
from lokmin_data.reading.blocks.block import Block
from lokmin_data.reading.heads.measures import Measure
from lokmin_data.reading.opening.book import cell_name
from lokmin_data.reading.words.meaning import Reader
from lokmin_data.reading.words.period import months_text


@dataclass(frozen=True, kw_only=True)
class SeveralMonths(Problem):
    """An indicator of one month in a table over several months."""

    code = "beberapa-bulan"
    severity = "skipped"
    what = "Kolom '{found}' berada pada tabel {expected}, padahal capaian ini dihitung sendiri tiap bulan; angkanya tidak dibaca."
    fix = "Unggah laporan satu bulan, atau beri judul kolom yang menyebut bulannya."


def without_several_months(block: Block, reader: Reader) -> tuple[Block, list[Problem]]:
    """(the table, problems): without indicators of one month where its period spans several and neither column nor row names
    the month."""
    period = block.period
    if not period.first or period.first == period.month or any(row.period.month for row in block.rows):
        return block, []
    wrong = [each for each in block.layout.measures if each.indicator in reader.words.lists["sebulan"]["indikator"] and not _dated(each)]
    if not wrong:
        return block, []
    kept = tuple(each for each in block.layout.measures if each not in wrong)
    column = wrong[0].number or wrong[0].percent
    assert column
    cell = cell_name(*block.grid.place(block.head.frame.bottom, column.index))
    problem = SeveralMonths(sheet=block.sheet.name, cell=cell, found=" › ".join(column.path), expected=months_text(period.first, period.month))
    return replace(block, layout=replace(block.layout, measures=kept)), [problem]


def _dated(measure: Measure) -> bool:
    """True where the column itself says of which month it is."""
    columns = [each for each in (measure.number, measure.percent) if each]
    return bool(measure.month) or any(each.meaning.basis == "month" for each in columns)
