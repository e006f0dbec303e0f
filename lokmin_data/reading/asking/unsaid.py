"""What a table leaves unsaid: words where numbers belong, numbers of a month or added up."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from lokmin_data.model import Indicator, Problem
from lokmin_data.reading.blocks.block import Block
from lokmin_data.reading.heads.measures import Measure, counts_babies
from lokmin_data.reading.opening.book import cell_name
from lokmin_data.reading.problems.half_understood import BasisUnsaid, LetterForDigit, TextForNumber
from lokmin_data.reading.rows.growing import looks_added_up
from lokmin_data.reading.words.meaning import AREA_LEVELS
from lokmin_data.reading.words.one_report import for_one_report
from lokmin_data.reading.words.tokens import fold_spaces
from lokmin_data.reading.words.values import kind_of

#: Columns told one by one, and how much of a cell is shown.
MOST_TOLD, LONGEST_SHOWN = 5, 30
#: A number of a few digits with the letters O, l or I in their place.
_MISTYPED = re.compile(r"^\s*(?:[Oo]|(?=[\dOolI]{2,4}\s*$)(?=.*\d)(?=.*[OolI])[\dOolI]+)\s*$")


def unsaid(blocks: Iterable[Block], indicators: Mapping[str, Indicator]) -> Iterator[Problem]:
    """The problems of what tables leave unsaid, each once."""
    blocks = list(blocks)
    yield from _texts(blocks, indicators)
    yield from _letters(blocks, indicators)
    yield from _bases(blocks, indicators)


def _texts(blocks: Iterable[Block], indicators: Mapping[str, Indicator]) -> Iterator[Problem]:
    told: set[str] = set()
    for block in blocks:
        places = _places_of_texts(block)
        for measure in block.layout.measures if places else ():
            known = indicators.get(measure.indicator)
            column = measure.number
            if column is None or known and known.kind == "status" or len(told) >= MOST_TOLD:
                continue
            header = " › ".join(column.path)
            place = _first_text(block, column.index, places) if header not in told else None
            if place is not None:
                told.add(header)
                row, text = place
                cell = cell_name(*block.grid.place(row, column.index))
                yield TextForNumber(sheet=block.sheet.name, cell=cell, found=text, expected=header)


def _places_of_texts(block: Block) -> list[int]:
    """The places of the areas' rows in which a text stands that may be meant for a number."""
    texts, lines = _meant(block.grid.texts), block.grid.rows
    return [place for place, row in enumerate(block.rows) if row.kind in ("area", "empty") and not texts.isdisjoint(lines[row.index])]


def _first_text(block: Block, column: int, places: Sequence[int]) -> tuple[int, str] | None:
    """(row, text) of the first of these areas' cells that holds a text with a digit in it that is no number here: `12/40`, `3 x`,
    `20 %`."""
    texts, values = _meant(block.grid.texts), block.values[column]
    for place in places:
        cells = block.grid.rows[index := block.rows[place].index]
        if values[place].number is None and column < len(cells) and cells[column] in texts:
            return index, fold_spaces(str(cells[column]))[:LONGEST_SHOWN]
    return None


@for_one_report
def _meant(texts: frozenset[str]) -> frozenset[str]:
    """The texts of a sheet that may be meant for a number."""
    return frozenset(filter(_may_be_meant, texts))


def _may_be_meant(text: str) -> bool:
    if not any(map(str.isdigit, text)) or kind_of(text) == "blank":
        return False
    return not text.lstrip().startswith("#") and not _MISTYPED.match(text)


@for_one_report
def _holds_mistyped(texts: frozenset[str]) -> bool:
    """True where a text of a sheet is a letter in place of a digit."""
    return any(map(_MISTYPED.match, texts))


def _letters(blocks: Iterable[Block], indicators: Mapping[str, Indicator]) -> Iterator[Problem]:
    """One problem for each cell that holds a letter in place of a digit: `O`, `1O`, `l2`."""
    for block in blocks:
        if not _holds_mistyped(block.grid.texts):
            continue  # most sheets
        columns = {
            column.index for measure in block.layout.measures for column in (measure.number, measure.percent)
            if column and getattr(indicators.get(measure.indicator), "kind", "") != "status"
        }  # fmt: skip
        for row in (row for row in block.rows if row.kind in ("area", "empty")):
            cells = block.grid.rows[row.index]
            for column in sorted(columns):
                cell = cells[column] if column < len(cells) else None
                if cell.__class__ is str and _MISTYPED.match(cell) and _holds_numbers(block, column):
                    place = cell_name(*block.grid.place(row.index, column))
                    yield LetterForDigit(sheet=block.sheet.name, cell=place, found=fold_spaces(cell))


def _holds_numbers(block: Block, column: int) -> bool:
    """True where most cells of a column are numbers."""
    cells = [block.grid.rows[row.index][column] for row in block.rows if row.kind == "area" and column < len(block.grid.rows[row.index])]
    return 2 * sum(1 for cell in cells if kind_of(cell) == "number") > len(cells)


def _bases(blocks: Iterable[Block], indicators: Mapping[str, Indicator]) -> Iterator[Problem]:
    told: set[int] = set()
    for block in blocks:
        head = block.head
        listed = head.axis("indicator") and head.axis("month") and head.axis(*AREA_LEVELS)
        if block.period.adds or block.sheet_number in told:
            continue
        counted = {code for code, known in indicators.items() if known.kind == "cumulative"}
        grown = looks_added_up(block.layout, block.rows, block.values, counted)
        if grown or not listed:
            grown = grown or next((each for each in block.layout.measures if each.indicator in counted and _exported_alone(block, each)), None)
            column = grown and (grown.number or grown.percent)
            if column:
                told.add(block.sheet_number)
                yield BasisUnsaid(sheet=block.sheet.name, found=" › ".join(column.path))
            continue
        for measure in block.layout.measures:
            if not measure.indicator and not measure.basis and _counts_over_time(block, measure, indicators):
                told.add(block.sheet_number)
                column = measure.number or measure.percent
                yield BasisUnsaid(sheet=block.sheet.name, found=" › ".join(column.path) if column else "")
                break


def _exported_alone(block: Block, measure: Measure) -> bool:
    """True for babies in an export that names its month in each row, always the same one."""
    if measure.basis != "month" or not counts_babies(measure) or not block.head.axis("month"):
        return False
    return len({row.period.month for row in block.rows if row.kind == "area"}) == 1


def _counts_over_time(block: Block, measure: Measure, indicators: Mapping[str, Indicator]) -> bool:
    """True where a row names an indicator that is counted either by the month or from January."""
    codes = {row.meaning.indicator for row in block.rows if row.meaning}
    return any((known := indicators.get(code)) and known.kind == "cumulative" for code in codes)
