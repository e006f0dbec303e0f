"""Sheets that are named only by a number: the months of a year, where nothing else can be meant."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from lokmin_data.reading.blocks.block import Draft
from lokmin_data.reading.opening.book import Sheet
from lokmin_data.reading.words.meaning import AREA_LEVELS
from lokmin_data.reading.words.period import Period
from lokmin_data.reading.words.tokens import fold_spaces

_NUMBER = re.compile(r"^\s*(0?[1-9]|1[0-2])\s*$")
#: Fewer numbers without a zero before them may be tribulan or semester.
PARTS_OF_A_YEAR, FEWEST = 4, 2
#: At least this share of a sheet's names stands in the first sheet too: the same desa in every month.
SAME_NAMES = 0.5


def with_numbered_months(drafts: Sequence[Draft], sheets: Sequence[Sheet], said: Period) -> list[Draft]:
    """The tables with the month that their sheet's number is; unchanged where the numbers may be anything else.

    They are months where the numbered sheets follow each other within 1 to 12, all hold the same table of the same
    desa without a month of its own, a year is known (from them or `said`, which the file's name and the options give),
    and a leading zero, columns "bulan ini", or more sheets than a year has quarters tell them from tribulan.
    """
    numbers = {place: found.group(1) for place, sheet in enumerate(sheets) if (found := _NUMBER.match(sheet.name))}
    tables = {place: [made for made in drafts if made.sheet_number == place and made.useful] for place in numbers}
    tables = {place: made for place, made in tables.items() if made}
    if not _are_months(numbers, tables, said) or not _alike(tables):
        return list(drafts)
    return [
        replace(made, context=replace(made.context, period=made.context.period.filled(Period(month=int(numbers[made.sheet_number])))))
        if made.sheet_number in tables else made
        for made in drafts
    ]  # fmt: skip


def _are_months(numbers: Mapping[int, str], tables: Mapping[int, Sequence[Draft]], said: Period) -> bool:
    """True where the numbers follow each other, a year is known, no month is, and no part of a year can be meant."""
    months = sorted(map(int, numbers.values()))
    periods = [made.context.period for found in tables.values() for made in found]
    if len(tables) < FEWEST or months != list(range(months[0], months[-1] + 1)):
        return False
    if any(period.month for period in periods) or not (said.year or any(period.year for period in periods)):
        return False
    if said.month and months[-1] > said.month:
        return False
    measures = [each for found in tables.values() for made in found for each in made.layout.measures]
    padded = any(number.startswith("0") for number in numbers.values())
    return padded or any(each.basis == "month" for each in measures) or months[0] == 1 and len(months) > PARTS_OF_A_YEAR


def _alike(tables: Mapping[int, Sequence[Draft]]) -> bool:
    """True where all sheets count the same for the same areas."""
    first, *others = ([(_counted(made), _names(made)) for made in found] for found in tables.values())
    if not all(names for _, names in first):
        return False
    return all(
        [codes for codes, _ in other] == [codes for codes, _ in first]
        and all(len(names & known) >= SAME_NAMES * max(1, len(names)) for (_, names), (_, known) in zip(other, first, strict=True))
        for other in others
    )


def _counted(made: Draft) -> set[tuple[str, str]]:
    return {(each.indicator, each.basis) for each in made.layout.measures}


def _names(made: Draft) -> set[str]:
    """The texts of the column that names a table's areas; empty where none does."""
    columns = made.head.axis(*AREA_LEVELS)
    frame = made.head.frame
    rows = made.grid.rows[frame.bottom + 1 : frame.last + 1] if columns else ()
    cells = (row[columns[-1].index] for row in rows if columns[-1].index < len(row))
    return {fold_spaces(cell).casefold() for cell in cells if cell.__class__ is str}
