"""Names and numbers beside a table that stand below no head: whose they are nobody says, so they are told."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from lokmin_data.model import Problem
from lokmin_data.reading.blocks.block import Block, Draft
from lokmin_data.reading.heads.continued import FEWEST_ROWS, Beside, blocks_beside
from lokmin_data.reading.opening.book import cell_name
from lokmin_data.reading.words.labels import label_kind
from lokmin_data.reading.words.meaning import AREA_LEVELS, Reader
from lokmin_data.reading.words.tokens import fold_spaces
from lokmin_data.reading.words.values import kind_of

#: Behind its name a line of a summary has one number; a row of a table with several has at least so many.
FEWEST_NUMBERS = 2


@dataclass(frozen=True, kw_only=True)
class NumbersBeside(Problem):
    """Rows of names and numbers beside a table, below no head."""

    code = "angka-di-samping-tabel"
    severity = "skipped"
    what = "Di samping tabel ada baris bernama dengan angka (mulai '{found}') tanpa judul kolom, sehingga tidak dibaca."
    fix = "Tulis judul kolomnya di atas baris-baris itu, atau pindahkan ke bawah tabelnya, lalu unggah ulang."


def numbers_beside(blocks: Iterable[Block], drafts: Sequence[Draft], reader: Reader) -> Iterator[Problem]:
    """A problem for each block of names of areas and numbers right of a table that is read."""
    told: set[tuple[str, str]] = set()
    for block in blocks:
        if block.head.frame.right + 1 >= block.grid.width:
            continue  # most tables
        axis = next((each.meaning.axis for each in block.head.columns if each.index == block.head.frame.names), "")
        beside = [made for made in drafts if made.sheet_number == block.sheet_number]
        if axis not in AREA_LEVELS or block.grid.turned or any(made.grid is not block.grid for made in beside):
            continue
        for found in blocks_beside(block.grid, block.head.frame, [made.head.frame for made in beside]):
            if _holds_areas(found, block, axis, reader):
                cell = cell_name(*block.grid.place(found.first, found.column + found.names))
                if (block.sheet.name, cell) not in told:
                    told.add((block.sheet.name, cell))
                    yield NumbersBeside(sheet=block.sheet.name, cell=cell, found=fold_spaces(str(found.rows[0][found.names])))


def _holds_areas(found: Beside, block: Block, level: str, reader: Reader) -> bool:
    """True for rows of areas with as many numbers as rows of the table have, no summary of it, no legend of its colours."""
    layout, legend = block.layout, {*reader.words.lists["warna_legenda"]["kata"]}
    columns = [column for each in layout.measures for column in (each.number, each.percent) if column] + [*layout.denominators]
    names = set()
    for row in found.named:
        numbered = any(_is_number(cell) for cell in row[: found.names])
        name = fold_spaces(str(row[found.names]))
        if sum(map(_is_number, row[found.names + 1 :])) < min(FEWEST_NUMBERS, len(columns)) and not numbered:
            continue
        if legend.isdisjoint(reader.tokens(name)[:1]) and label_kind(name, level, reader, numbered=numbered) == "area":
            names.add(name)
    return len(names) >= FEWEST_ROWS and not _repeats(found, block)


def _repeats(found: Beside, block: Block) -> bool:
    """True where each row only repeats numbers of the table's row of that name, beside what is the same in all rows: what a chart is
    drawn from."""
    frame, first = block.head.frame, found.names + 1
    lines = [block.grid.rows[row.index] for row in block.rows]
    own = {cells[frame.names]: cells[frame.left : frame.right + 1] for cells in lines}
    varying = [place for place, cells in enumerate(zip(*found.named, strict=True)) if place >= first and len({*cells}) > 1]
    return all(row[found.names] in own and all(row[place] in own[row[found.names]] for place in varying) for row in found.named)


def _is_number(cell: object) -> bool:
    return cell is not None and kind_of(cell) == "number"
