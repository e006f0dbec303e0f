"""The columns and sasaran that a number of a table may be divided by, the likeliest first."""

from __future__ import annotations

from collections.abc import Mapping

from lokmin_data.reading.blocks.block import Block
from lokmin_data.reading.heads.measures import Denominator, Measure, counted_in_time


def candidates(
    block: Block, measure: Measure, sasaran_sheet: Mapping[str, set[str]]
) -> list[tuple[str, Denominator | None]]:
    """(identity, column) of all denominators that a number of the table may be divided by.

    Columns of the table that fit the number's sex, the targets last; then the populations of sasaran sheets (None).  A sasaran of
    another indicator in the same group of the head (DIARE over "sasaran balita" and ages) only counts where percents prove it.
    """
    if of_year_before(block, measure):
        return []
    sex, group = measure.sex or "T", _group(measure)
    own = [
        each for each in block.dividing
        if ((each.sex or "T") == sex or not each.sex and block.by_sex) and each.month in (0, measure.month)
        and (each.scope in ("", measure.indicator) or _beside(each, group))
        and each.year in (0, measure.year or block.period.year)
        and (not (_counted(each) or counted_in_time(each.column.meaning)) or _same_time(each, measure))
        and (measure.number is None or each.column.index != measure.number.index)
    ]  # fmt: skip
    if measure.basis != "month" and (block.by_month or measure.percent is None):
        whole = {each.population for each in block.dividing if not (each.target or each.to_date)}
        own = [each for each in own if not each.of_month or measure.percent and each.population and not {"", each.population} & whole]
    if len(own) > 1:
        own.sort(key=lambda each: (each.target, each.scope != measure.indicator, not _beside(each, group), each.to_date, _distance(each, measure)))
    pairs: list[tuple[str, Denominator | None]] = []
    taken: dict[str, int] = {}
    for each in own:
        taken[each.identity] = number = taken.get(each.identity, 0) + 1
        pairs.append((each.identity if number == 1 else f"{each.identity} {number}", each))
    pairs += [(population, None) for population in sorted(sasaran_sheet.get(sex, ())) if population not in taken]
    return pairs


def of_year_before(block: Block, measure: Measure) -> bool:
    """True for a number of an earlier year than others of its table: the sasaran is not that year's, unless a percent tells."""
    if measure.percent is not None or not measure.year or any(each.year == measure.year for each in block.layout.denominators):
        return False
    return measure.year < max((each.year or block.period.year for each in block.layout.measures), default=0)


def _group(measure: Measure) -> tuple[str, ...]:
    """The group of the head under which a number stands, empty where it stands alone."""
    column = measure.number or measure.percent
    return column.path[:-1] if column else ()


def _beside(each: Denominator, group: tuple[str, ...]) -> bool:
    """True where a sasaran stands under the same group of the head as the number: its own one."""
    return bool(group) and each.column.path[:-1] == group


def _distance(each: Denominator, measure: Measure) -> tuple[bool, int]:
    """How far before the number a sasaran stands, those behind it last: of two columns "Balita diukur" the nearer one is meant."""
    column = measure.number or measure.percent
    far = column.index - each.column.index if column else 0
    return far < 0, abs(far)


def _counted(each: Denominator) -> bool:
    """True for an indicator's own number that divides others: a sasaran below the name of one is no such number."""
    return bool(each.column.meaning.divides) and each.column.meaning.role != "denominator"


def _same_time(each: Denominator, measure: Measure) -> bool:
    """True where a number that divides another is of the same months: KEK of the month for PMT of the month."""
    return measure.number is None or each.column.meaning.basis == measure.number.meaning.basis
