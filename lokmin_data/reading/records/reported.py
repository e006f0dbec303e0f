"""Which months were reported: a month that nobody filled in is not, whatever its formulas print."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from lokmin_data.model import Indicator
from lokmin_data.reading.blocks.block import Block
from lokmin_data.reading.records.record import Record

Month = tuple[int, int]
#: A month with no more than this share of the fullest month's numbers holds stray cells, no report.
STRAY = 0.04
SEVERAL = 2


def unreported_months(records: Sequence[Record], forms: Mapping[int, object], blocks: Mapping[int, Block]) -> dict[object, set[Month]]:
    """The months of each form of table (`forms`: block to form) that nobody filled in.

    A month is filled in where areas have numbers of their own for it: a month's numbers that are not 0 (more than a
    stray one), or, in forms that only add up, numbers that differ from the month before.  So is the only month in which an
    indicator without numbers of a month is added up: "s/d Juli" beside "Februari" carries nothing on; and a month whose own numbers
    another form tells, in a table that only adds up.  Zeros between reported months are reports.  A form whose own months are blank
    reports none where it prints what another one added up before ("TW III" behind "TW II").
    """
    codes: dict[object, set[str]] = defaultdict(set)
    told: set[tuple[str, Month]] = set()
    sums: dict[object, set[tuple[str, Month]]] = defaultdict(set)
    own: dict[object, dict[Month, int]] = defaultdict(lambda: defaultdict(int))
    adding = {place for place, block in blocks.items() if {each.basis for each in block.layout.measures} == {"cumulative"}}
    beside = _years_of_blocks(records) if len({record.key.year for record in records}) > 1 else {}
    added: dict[object, dict[Month, dict[tuple, float]]] = defaultdict(lambda: defaultdict(dict))
    for record in records:
        area, _, _, code, year, number, basis, sex = record.key
        if record.kind != "area" or not number:
            continue
        form, month = forms[record.block], (year, number)
        value = record.number if record.number is not None else record.percent
        if basis == "cumulative":
            if year < beside.get(record.block, 0):
                continue  # "s/d Des 2025 | Januari 2026": the head itself tells the year before from its own
            added[form][month][area, code, sex] = value or 0.0
            if record.block in adding:
                sums[form].add((code, month))
        else:
            own[form][month] += bool(value)
            codes[form].add(code)
            if adding and value:
                told.add((code, month))
    found = {form: _of_form(own.get(form, {}), added.get(form, {}), codes[form]) for form in set(own) | set(added)}
    blank = {forms[place] for place, block in blocks.items() if any(each.basis == "month" and each.number for each in block.layout.measures)}
    for form in blank & (set(added) - set(own)):
        found[form] = found[form] | _carried_over(form, added)
    return {form: months - ({month for _, month in sums[form] & told} - set(own.get(form, ()))) for form, months in found.items()}


def reported_only(
    records: Sequence[Record], forms: Mapping[int, object], unreported: Mapping[object, set[Month]]
) -> tuple[Sequence[Record], Sequence[Record]]:
    """(the records without those of months that nobody filled in (`unreported`, by form), which nothing that follows reads; those)."""
    if not any(unreported.values()):
        return records, ()
    kept: list[Record] = []
    left: list[Record] = []
    without = {place: unreported.get(form, set()) for place, form in forms.items()}
    for each in records:
        _, _, _, _, year, month, _, _ = each.key
        (left if (year, month) in without[each.block] else kept).append(each)
    return kept, left


def _years_of_blocks(records: Iterable[Record]) -> dict[int, int]:
    """The first year of each table in which areas have a month's own numbers above 0."""
    years: dict[int, int] = {}
    for record in records:
        if (record.number or record.percent) and record.kind == "area" and (key := record.key).basis == "month" and key.month:
            years[record.block] = min(key.year, years.get(record.block, key.year))
    return years


def _of_form(own: Mapping[Month, int], added: Mapping[Month, Mapping[tuple, float]], codes: set[str]) -> set[Month]:
    """The months after the last that was filled in, and those before the first that only carry numbers added up
    (a block still labelled with last year); of a form with one month only, none.  `codes`: the indicators with own numbers."""
    months = sorted(set(own) | set(added))
    if len(months) == 1:
        return set()
    enough = STRAY * max(own.values(), default=0)
    once = _added_once(added, codes) - set(own) if own else set()
    filled = [month for month in months if own.get(month, 0) > enough] if own else _growing(months, added)
    carried = {month for month in months if own and not own.get(month) and any(added.get(month, {}).values())}
    return {month for month in months if not filled or month > filled[-1] or (month < filled[0] and month in carried)} - once


def _added_once(added: Mapping[Month, Mapping[tuple, float]], codes: set[str]) -> set[Month]:
    """The months in which alone an indicator without own numbers is added up, to more than 0."""
    months: dict[str, set[Month]] = defaultdict(set)
    reached: set[str] = set()
    for month, numbers in added.items():
        for (_, code, _), number in numbers.items():
            months[code].add(month)
            reached.update({code} if number else ())
    return {next(iter(found)) for code, found in months.items() if len(found) == 1 and code in reached - codes}


def _carried_over(form: object, added: Mapping[object, Mapping[Month, Mapping[tuple, float]]]) -> set[Month]:
    """The months of a form in which several of its numbers, and all that are more than 0, are those that other forms added up last
    before it in that year."""
    last: dict[tuple, tuple[Month, float]] = {}
    first = min(added[form])
    for months in (months for other, months in added.items() if other != form):
        for month, numbers in months.items():
            if month < first and month[0] == first[0]:
                last |= {key: (month, number) for key, number in numbers.items() if key not in last or last[key][0] < month}
    return {
        month for month, numbers in added[form].items()
        if len(reached := {key: number for key, number in numbers.items() if number}) >= SEVERAL
        and all(key in last and last[key][1] == number for key, number in reached.items())
    }  # fmt: skip


def _growing(months: Sequence[Month], added: Mapping[Month, Mapping[tuple, float]]) -> list[Month]:
    """The months whose added-up numbers are not all 0 and not all those of the month before."""
    filled = []
    before: Mapping[tuple, float] = {}
    for month in months:
        numbers = added.get(month, {})
        if any(numbers.values()) and numbers != before:
            filled.append(month)
        before = numbers
    return filled


def empty_forms(
    records: Sequence[Record], blocks: Mapping[int, Block], indicators: Mapping[str, Indicator]
) -> dict[object, set[Month]]:
    """The months of each form of table in which formulas print nothing but 0: L and P, or all other columns of the numbers'
    groups, are blank for all areas, or several areas have 0 of every service; 0 cases of an illness is a report."""
    zeros: dict[tuple[object, Month], list[Record]] = defaultdict(list)
    filled: set[tuple[object, Month]] = set()
    for record in records:
        key = record.key
        place = (blocks[record.block].fingerprint, (key.year, key.month))
        if record.number or record.percent:
            filled.add(place)
        elif record.kind == "area":
            zeros[place].append(record)
    found: dict[object, set[Month]] = defaultdict(set)
    for place, empty in zeros.items():
        areas = {record.key.area for record in empty}
        if (
            place not in filled
            and len(areas) >= SEVERAL
            and (_halves_blank(empty, blocks) or _parts_blank(empty, blocks) or _only_ratios(empty) or _services(empty, indicators))
        ):
            found[place[0]].add(place[1])
    return found


def _halves_blank(records: Sequence[Record], blocks: Mapping[int, Block]) -> bool:
    """True where the tables have columns for L and P and none of the numbers stands in them."""
    split = {each.sex for record in records for each in blocks[record.block].layout.measures if each.number}
    return {"L", "P"} <= split and all(record.key.sex == "T" for record in records)


def _parts_blank(records: Sequence[Record], blocks: Mapping[int, Block]) -> bool:
    """True where each number stands in a group of columns that are blank but for it, as the formula of their sum: "Ringan",
    "Sedang", "Berat", "Jml"."""
    numbers = {(record.block, column.index): column for record in records if (column := record.measure.number)}
    for (place, index), column in numbers.items():
        block = blocks[place]
        parts = [each for each in block.head.columns if len(each.path) > 1 and each.path[:-1] == column.path[:-1] and each.index != index]
        areas = [row for row, entry in enumerate(block.rows) if entry.kind == "area"]
        if len(parts) < SEVERAL or any(block.values_of(each)[row].number is not None for each in parts for row in areas):
            return False
    return bool(numbers)


def _only_ratios(records: Sequence[Record]) -> bool:
    """True where percents of 0 stand beside numbers that are all blank."""
    return all(record.number is None and record.measure.number for record in records)


def _services(records: Sequence[Record], indicators: Mapping[str, Indicator]) -> bool:
    """True where several services are counted, or one from January on, and none of them reached anybody anywhere."""
    codes = {record.key.indicator for record in records}
    known = [indicators[code] for code in codes if code in indicators]
    added = all(record.key.basis == "cumulative" and record.key.month > 1 and record.denominator for record in records)
    several = len(known) >= SEVERAL or added and len({record.key.area for record in records}) > SEVERAL
    return several and bool(known) and all(each.kind == "cumulative" and each.direction == "up" for each in known)


def silent_areas(records: Sequence[Record], blocks: Mapping[int, Block]) -> set[tuple[int, str, Month]]:
    """(block, area, month) of areas that left every own number of a month empty, though added-up ones are printed; a dash is a report
    of nothing."""
    own: set[tuple[int, str, int, int]] = set()
    added: set[tuple[int, str, int, int]] = set()
    split: set[tuple[int, int, int]] = set()
    for record in records:
        if record.kind != "area" or record.number is None:
            continue
        area, _, _, _, year, month, basis, _ = record.key
        if basis == "month":
            own.add((record.block, area, year, month))
            split.add((record.block, year, month))
        elif basis == "cumulative":
            added.add((record.block, area, year, month))
    silent = {(block, area, (year, month)) for block, area, year, month in added - own if (block, year, month) in split}
    return {each for each in silent if not _wrote_a_dash(blocks[each[0]], each[1])}


def _wrote_a_dash(block: Block, area: str) -> bool:
    """True where an area's row holds a text in a column of a month's numbers."""
    columns = [each.number.index for each in block.layout.measures if each.number and each.basis == "month"]
    lines = [block.grid.rows[row.index] for row in block.rows if row.kind == "area" and row.folded == area]
    return any(column < len(line) and line[column].__class__ is str for line in lines for column in columns)


def unscheduled_zeros(records: Iterable[Record], indicators: Mapping[str, Indicator]) -> set[int]:
    """The places of zeros for an indicator that is not collected in that month: no report."""
    return {
        place for place, record in enumerate(records)
        if not record.number and not record.percent and not record.denominator and record.key.month
        and (known := indicators.get(record.key.indicator)) and not known.is_due(record.key.month)
    }  # fmt: skip
