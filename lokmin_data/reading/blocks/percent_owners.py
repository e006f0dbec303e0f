"""Whose each percent column is: by its place, by what its head names, by its block."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace

from lokmin_data.reading.heads.headers import Column
from lokmin_data.reading.heads.measures import Denominator, Measure
from lokmin_data.reading.heads.percent_places import Places
from lokmin_data.reading.words.meaning import Meaning
from lokmin_data.reading.words.period import JANUARY

SEVERAL = 2
Path = tuple[str, ...]


def with_percents(
    measures: list[Measure], ratios: list[Column], denominators: Sequence[Denominator], title: Meaning, places: Places,
    *, rows_name_it: bool = False,
) -> tuple[list[Measure], list[Column], list[Column]]:
    """(measures with their percent columns, percent columns that belong to no number by name or place, those of counts
    that are not read).  `rows_name_it`: a column lists the indicators, also those of percents without a number."""
    title = Meaning(family=title.family) if rows_name_it else title
    loose: list[Column] = []
    unowned: list[Column] = []
    for ratio in ratios:
        count, of_sum = places.counts.get(ratio.index), ratio.index in places.of_sum
        unread = ratio.index in places.unread
        place = _placed(count, measures) if count or of_sum else _owner(ratio, measures, denominators, behind=unread)
        if place is not None and not count and _only_by_service(measures[place], ratio, denominators):
            place = None
        if place is not None:
            measures[place] = replace(measures[place], percent=ratio)
        elif count or unread and not ratio.meaning.indicator and _beside_counts(ratio, measures):
            unowned.append(ratio)
        elif ratio.meaning.basis == "last" or _of_taken_sum(ratio, measures):
            continue
        elif ratio.meaning.population and not ratio.meaning.indicator:
            loose.append(ratio)
        elif not ratio.meaning.indicator and ratio.meaning.family not in ("", title.family):
            unowned.append(ratio)  # "Penemuan kasus" over "%" is no percent of the successes that the title names
        elif ratio.meaning.indicator or (title.indicator or rows_name_it) and not _beside_counts(ratio, measures):
            meaning = ratio.meaning
            measures.append(
                Measure(
                    meaning.indicator or title.indicator, meaning.other or title.other, meaning.basis, meaning.sex,
                    meaning.month, meaning.months, meaning.year, percent=ratio,
                )
            )  # fmt: skip
    return measures, loose, unowned


def _beside_counts(ratio: Column, measures: Sequence[Measure]) -> bool:
    """True where numbers stand in a percent's table; of a percent that names its month, numbers of that month."""
    own = (ratio.meaning.month, ratio.meaning.months)
    return any(each.number and (own == (0, None) or (each.month, each.months) in (own, (0, None))) for each in measures)


def second_percents(ratios: Sequence[Column], measures: Sequence[Measure], title: Meaning) -> list[tuple[Column, Column]]:
    """(a measure's percent, a second percent column right behind it whose head says the same)."""
    taken = {each.percent.index: each for each in measures if each.percent}
    spare = []
    for ratio in ratios:
        before = taken.get(ratio.index - 1)
        if before is None or not before.percent or ratio.path[:-1] != before.percent.path[:-1] or not fits(before, ratio.meaning):
            continue
        own = taken.get(ratio.index)
        alone = own is None or own.number is None and before.number is None and own.indicator == before.indicator
        same_basis = ratio.meaning.basis == before.percent.meaning.basis and ratio.meaning.sex == before.percent.meaning.sex
        if alone and same_basis and (ratio.meaning.indicator or title.indicator or before.number):
            spare.append((before.percent, ratio))
    return spare


def yearly_percents(ratios: Sequence[Column], measures: Sequence[Measure], denominators: Sequence[Denominator]) -> list[Column]:
    """The percent columns behind all months ("Des | Jml | %", "Des | % KUM"): they are of the year, not of their left neighbour.

    A percent without a month belongs to a month where it stands in its group, or where every month has one beside it.
    """
    numbers = {_number(each).index: each for each in measures if each.number and (each.month or each.months)}
    groups: dict[Path, set[tuple]] = {}  # the months below each group of the head
    for each in numbers.values():
        groups.setdefault(_number(each).path[:-1], set()).add((each.month, each.months, each.year))
    if len(set().union(*groups.values())) < SEVERAL:
        return []
    of_one = {group for group, months in groups.items() if group and len(months) < SEVERAL}
    of_several = {group for group, months in groups.items() if group and len(months) >= SEVERAL}
    open_ = [each for each in ratios if not (each.meaning.month or each.meaning.months)]
    alone = [each for each in open_ if each.path[:-1] not in of_one]
    beside = [each for each in alone if each.index - 1 in numbers]
    among = Counter(each.path[:-1] if each.path[:-1] in of_several else () for each in beside)
    own = [each for each in beside if among[each.path[:-1] if each.path[:-1] in of_several else ()] >= SEVERAL]
    sasaran = {each.column.index for each in denominators}
    last = max((each.months[1] for each in numbers.values() if each.months), default=0)
    return [each for each in alone if each not in own and not _is_up_to(_counted_before(each, numbers, sasaran), last)]


def _counted_before(ratio: Column, numbers: Mapping[int, Measure], sasaran: Collection[int]) -> Measure | None:
    """The number left of a percent; the sasaran that it is divided by may stand between."""
    place = ratio.index - 1
    while place in sasaran:
        place -= 1
    return numbers.get(place)


def _is_up_to(before: Measure | None, last: int) -> bool:
    """True for the number "Jml s/d Maret", "Jan-Mar" among months: a percent behind it is its own, whatever empty months the form has;
    `last` is the last month of such ranges, "Jan-Mar" behind "Okt-Des" is of another year."""
    if before is None or not before.months:
        return before is not None and before.basis == "cumulative" and bool(before.month)
    return before.months[0] == JANUARY < before.months[1] == last


def _placed(count: Column | None, measures: Sequence[Measure]) -> int | None:
    """The place of the measure that counts in a column, None where no measure that lacks a percent does."""
    return next(
        (place for place, measure in enumerate(measures) if count and measure.number is count and measure.percent is None), None
    )


def _owner(ratio: Column, measures: Sequence[Measure], denominators: Sequence[Denominator], *, behind: bool) -> int | None:
    """The place of the measure that a percent column belongs to: what its head names, then its block, then its left; one `behind`
    a count that is not read is of none to its right."""
    meaning = ratio.meaning
    fitting = [
        place
        for place, measure in enumerate(measures)
        if measure.number and measure.percent is None and fits(measure, meaning)
    ]
    if not fitting:
        return None
    block = [
        place for place in fitting if _number(measures[place]).path[:-1] == ratio.path[:-1] and len(ratio.path) > 1
    ]
    if meaning.population and not meaning.indicator and not block:
        above = ratio.path[:-1]
        block = [place for place in fitting if above and _number(measures[place]).path[: len(above)] == above]
    if meaning.population and not meaning.indicator and not block:
        return None
    if block and all(_number(measures[place]).index > ratio.index for place in block):
        group = ratio.path[:-1]  # "Pneumonia" over L, P and total, "%", "Bukan pneumonia" below one group
        block = [
            place for place in fitting if _number(measures[place]).index < ratio.index and _number(measures[place]).path[: len(group)] == group
        ] or block
    chosen = _without_halves(block or fitting, ratio, measures)
    left = [place for place in chosen if _number(measures[place]).index < ratio.index]
    if left:
        nearest = max(left, key=lambda place: _number(measures[place]).index)
        if meaning.indicator or not _cut_off(_number(measures[nearest]).index, ratio.index, denominators):
            return nearest
    right = [place for place in chosen if _number(measures[place]).index > ratio.index]
    if right and not left and not behind:
        return min(right, key=lambda place: _number(measures[place]).index)
    return max(left, key=lambda place: _number(measures[place]).index) if left else None


def _halves(ratio: Column, measures: Sequence[Measure]) -> set[tuple]:
    """What L and P without percents of their own share, where a percent that names no sex stands behind both or before both:
    it is of their sum."""
    sexes: dict[tuple, set[str]] = {}
    for each in measures if not ratio.meaning.sex else ():
        if each.number and each.sex and not (each.percent and each.sex != "T"):
            sexes.setdefault((_kin(each), each.number.index < ratio.index), set()).add(each.sex)
    return {kin for (kin, _), found in sexes.items() if found >= {"L", "P"}}


def _kin(measure: Measure) -> tuple:
    return (measure.indicator, measure.basis, measure.month, measure.months, measure.year)


def _without_halves(places: list[int], ratio: Column, measures: Sequence[Measure]) -> list[int]:
    halves = _halves(ratio, measures)
    return [place for place in places if measures[place].sex not in ("L", "P") or _kin(measures[place]) not in halves]


def _of_taken_sum(ratio: Column, measures: Sequence[Measure]) -> bool:
    """True for a percent behind L, P and their sum, which has one already; not for one that names people."""
    if ratio.meaning.population and not ratio.meaning.indicator:
        return False
    taken = {_kin(each) for each in measures if each.percent and each.number and each.sex not in ("L", "P") and fits(each, ratio.meaning)}
    return bool(taken & _halves(ratio, measures))


def _number(measure: Measure) -> Column:
    assert measure.number is not None
    return measure.number


def fits(measure: Measure, percent: Meaning) -> bool:
    """True where nothing that the percent's head says contradicts the number's."""
    return (
        (not percent.indicator or percent.indicator == measure.indicator)
        and (not percent.basis or not measure.basis and percent.basis != "last" or percent.basis == measure.basis)
        and (not percent.sex or (percent.sex or "T") == (measure.sex or "T"))
        and percent.month in (0, measure.month)
        and percent.year in (0, measure.year)
        and percent.months in (None, measure.months)
        and (percent.indicator != "" or not percent.family or _of_family(measure, percent.family))
    )


def _of_family(measure: Measure, family: str) -> bool:
    """True where a number's head names the family ("% Vit A") that its percent names, too, or its indicator is of a family of
    services: "Capaian SPM (%)" behind the served."""
    return bool(measure.number and (measure.number.meaning.family == family or measure.indicator.startswith(f"{family}_")))


def _only_by_service(measure: Measure, percent: Column, denominators: Sequence[Denominator]) -> bool:
    """True for a share of a service ("Capaian SPM (%)") with more than a sasaran before it: "Dilayani | Belum dilayani"."""
    family, number = percent.meaning.family, _number(measure)
    between = {*range(number.index + 1, percent.index)} - {each.column.index for each in denominators}
    return bool(family and not percent.meaning.indicator and number.meaning.family != family and between)


def _cut_off(number: int, percent: int, denominators: Sequence[Denominator]) -> bool:
    """True where a population that is measured by itself stands between the number and the percent."""
    return any(
        number < each.column.index < percent and each.population and not each.column.meaning.role == "denominator"
        for each in denominators
    )
