"""Sheets that are named only by a number, 01, 02 or 01-26, 02-26: the months of a year, where nothing else can be meant."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from lokmin_data.reading.blocks.block import Draft
from lokmin_data.reading.opening.book import Sheet
from lokmin_data.reading.words.meaning import AREA_LEVELS
from lokmin_data.reading.words.period import DECEMBER, Period
from lokmin_data.reading.words.tokens import fold_spaces

_NUMBER = re.compile(r"^\s*(0?[1-9]|1[0-2])\s*$")
#: The month with two digits of its year, `01-26`, `Td 01.26`, `0126`, or behind them, `26-01`; the same words stand around each.
_MONTH, _PADDED, _YEAR = r"0?[1-9]|1[0-2]", r"0[1-9]|1[0-2]", r"2[1-9]|3[0-5]"
_WITH_YEAR = re.compile(
    rf"^(?:bulan|bln|lap|laporan)?[ ._-]*(?P<month>{_MONTH})[ ._'-]+(?P<year>{_YEAR})$"
    rf"|^(?P<before>\D*)(?:(?P<month_padded>{_PADDED})[ ._'-]*(?P<year_behind>{_YEAR})"
    rf"|(?P<year_before>{_YEAR})[ ._'-]*(?P<month_behind>{_PADDED}))(?P<after>\D*)$",
    re.IGNORECASE,
)
CENTURY = 2000
#: Fewer numbers without a zero before them may be tribulan or semester.
PARTS_OF_A_YEAR, FEWEST = 4, 2
#: At least this share of a sheet's names stands in the first sheet too: the same desa in every month.
SAME_NAMES = 0.5


def with_numbered_months(drafts: Sequence[Draft], sheets: Sequence[Sheet], said: Period) -> list[Draft]:
    """The tables with the month that their sheet's number is; unchanged where the numbers may be anything else.

    They are months where the numbered sheets follow each other within 1 to 12, all hold the same table of the same
    desa without a month of its own, a year is known (from them or `said`, which the file's name and the options give),
    and a leading zero, columns "bulan ini", or more sheets than a year has quarters tell them from tribulan.  Months
    with their year need nothing but to follow each other.
    """
    numbers = {place: found.group(1) for place, sheet in enumerate(sheets) if (found := _NUMBER.match(sheet.name))}
    months = {place: Period(month=int(number)) for place, number in numbers.items()}
    tables = _tables_of(months, drafts)
    if not _are_months(numbers, tables, said) or not _alike(tables):
        months = _months_with_years(sheets)
        tables = _tables_of(months, drafts)
        if not _follow_each_other(months, tables, said) or not _alike(tables):
            return list(drafts)
    return [
        replace(made, context=replace(made.context, period=made.context.period.filled(months[made.sheet_number])))
        if made.sheet_number in tables else made
        for made in drafts
    ]  # fmt: skip


def _tables_of(months: Mapping[int, Period], drafts: Sequence[Draft]) -> dict[int, list[Draft]]:
    """The useful tables of the sheets that are named by months."""
    tables = {place: [made for made in drafts if made.sheet_number == place and made.useful] for place in months}
    return {place: made for place, made in tables.items() if made}


def _months_with_years(sheets: Sequence[Sheet]) -> dict[int, Period]:
    """The months of the sheets that are named by a month and two digits of its year, the same words around each: `DPT 1-26` may be a
    dose."""
    found = {place: named for place, sheet in enumerate(sheets) if (named := _WITH_YEAR.match(fold_spaces(sheet.name)))}
    if len({((named["before"] or "").casefold(), (named["after"] or "").casefold()) for named in found.values()}) > 1:
        return {}
    return {
        place: Period(
            CENTURY + int(named["year"] or named["year_behind"] or named["year_before"]),
            int(named["month"] or named["month_padded"] or named["month_behind"]),
        )
        for place, named in found.items()
    }


def _follow_each_other(months: Mapping[int, Period], tables: Mapping[int, Sequence[Draft]], said: Period) -> bool:
    """True where the months with their years follow each other, and neither a title nor the file's name says otherwise."""
    counted = sorted(period.year * DECEMBER + period.month for period in months.values())
    if len(counted) < FEWEST or counted != list(range(counted[0], counted[-1] + 1)):
        return False
    known = {(period.year, period.month) for period in months.values()}
    if not tables or not any(said.year in (0, year) and said.month in (0, month) for year, month in known):
        return False
    periods = [(months[place], made.context.period) for place, found in tables.items() for made in found]
    return all(not period.month and period.year in (0, month.year) for month, period in periods)


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
