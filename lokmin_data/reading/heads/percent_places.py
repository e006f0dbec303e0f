"""Whose a percent is by where it stands: a head that says nothing but "%" belongs to the count before it."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

from lokmin_data.reading.heads.headers import Column
from lokmin_data.reading.words.labels import writing

_SEXES = frozenset({"L", "P"})
_PLAIN = frozenset({"cak", "cakupan", "prevalensi", "proporsi"})
SEVERAL = 2

Run = Sequence[Column]


@dataclass(frozen=True)
class Places:
    """By the index of a plain percent column: the count it belongs to, also one that is not understood.

    `of_sum` are the percents behind L and P without their sum: of both together; `unread` those right behind a count that is
    not read.
    """

    counts: Mapping[int, Column] = field(default_factory=dict)
    of_sum: frozenset[int] = frozenset()
    unread: frozenset[int] = frozenset()


def says_only_percent(column: Column) -> bool:
    """True for a percent whose head does not say of what: "%", "Cakupan", "%N" beside no N that is understood."""
    if not column.path:
        return False
    text = column.path[-1]
    letter = len(text.replace("%", "").strip(" .()")) == 1 and not column.meaning.indicator
    return letter or writing(text) == "percent" or text.casefold().strip(" .()") in _PLAIN


def of_sasaran(numbers: Collection[Column], ratios: Collection[Column], others: Collection[Column], divisors: Collection[Column]) -> list[Column]:
    """The plain percents of those who were looked at, not of a count: "Bumil | Diperiksa | % | Anemia | %".

    Such a percent stands right behind a sasaran with no count before it, while every count has a percent behind it, or it is the
    only one and two kinds of people stand before it.
    """
    plain = sorted((each for each in ratios if _names_nobody(each)), key=lambda each: each.index)
    counts = [*numbers, *others]
    people = {column.index: column.meaning.population for column in divisors if column not in numbers}
    last = max((column.index for column in counts), default=-1)
    closed = len(plain) >= SEVERAL and last < plain[-1].index
    found, since = [], -1
    for each in plain:
        alone = not any(since < column.index < each.index for column in (*counts, *ratios))
        before, farther = people.get(each.index - 1), people.get(each.index - 2)
        two = len(plain) == 1 and bool(before and farther) and before != farther
        if alone and before is not None and each.index < last and (closed or two):
            found.append(each)
        since = each.index
    return found


def _names_nobody(ratio: Column) -> bool:
    """True for a percent whose head names neither an indicator nor people, but maybe a period: "% kum"."""
    meaning = ratio.meaning
    named = meaning.indicator or meaning.population or meaning.family or meaning.unknown
    return not named or says_only_percent(ratio) and not meaning.indicator


def place_percents(numbers: Collection[Column], ratios: Collection[Column], others: Collection[Column]) -> Places:
    """Where the plain percents among `ratios` belong; `others` are counts that are not read (not understood, sums)."""
    plain = {column.index for column in ratios if says_only_percent(column)}
    counts: dict[int, Column] = {}
    of_sum: set[int] = set()
    columns = sorted((*numbers, *ratios, *others), key=lambda each: each.index)
    for before, percents in _runs(columns, plain):
        count, summed = _paired(before, percents)
        counts |= count
        of_sum |= summed
    if len(counts) < len(plain):
        counts = _following(numbers, ratios, others, plain) or counts
    open_ = plain | {column.index for column in ratios if not column.meaning.indicator}
    unread = frozenset(each.index for before, each in pairwise(columns) if each.index in open_ and before in others)
    return Places(counts, frozenset(of_sum), unread)


def _runs(columns: Run, plain: Collection[int]) -> list[tuple[list[Column], list[Column]]]:
    """(counts, plain percents right behind them) as they follow each other."""
    runs: list[tuple[list[Column], list[Column]]] = [([], [])]
    for column in columns:
        if column.meaning.role == "percent" and column.index not in plain:
            runs.append(([], []))  # a percent that says whose it is parts them
        elif column.index in plain:
            runs[-1][1].append(column)
        else:
            if runs[-1][1]:
                runs.append(([], []))
            runs[-1][0].append(column)
    return runs


def _paired(counts: Run, percents: Run) -> tuple[dict[int, Column], set[int]]:
    """(the count of each percent, those of a sum that stands in no column) of one run."""
    group = percents[0].path[:-1] if percents else ()
    counts = [column for column in counts if column.path[:-1] == group]
    if not counts or any(column.path[:-1] != group for column in percents):
        return {}, set()
    if len(percents) == 1:
        whole = _whole(counts)
        return ({percents[0].index: whole}, set()) if whole else ({}, {percents[0].index})
    if len(percents) == len(counts):
        return {percent.index: count for percent, count in zip(percents, counts, strict=True)}, set()
    return {}, set()


def _whole(counts: Run) -> Column | None:
    """The count that one percent behind several belongs to: the sum of L and P, else the last; None where L and P have no sum."""
    last = counts[-1]
    if last.meaning.unknown:
        return last
    same = [column for column in counts if not column.meaning.unknown and _kin(column) == _kin(last)]
    sexes = {column.meaning.sex for column in same}
    if len(same) < SEVERAL or not sexes >= _SEXES:
        return last
    return next((column for column in reversed(same) if column.meaning.sex not in _SEXES), None)


def _kin(column: Column) -> tuple:
    """What the columns L, P and their sum share."""
    return (replace(column.meaning, sex="", role="", note="", bare=False), column.path[:-1])


def _following(
    numbers: Collection[Column], ratios: Collection[Column], others: Collection[Column], plain: Collection[int]
) -> dict[int, Column]:
    """Each percent with the count behind it, where a table begins with a percent and they alternate to its end."""
    columns = sorted((*numbers, *ratios, *others), key=lambda each: each.index)
    first = next((place for place, column in enumerate(columns) if column.index in plain), len(columns))
    counts = columns[first + 1 :: 2]
    percents = columns[first::2]
    if first or len(columns) % 2 or len(columns) < SEVERAL or any(column.index not in plain for column in percents):
        return {}
    if any(column.index in plain or column.meaning.role == "percent" for column in counts):
        return {}
    pairs = list(zip(percents, counts, strict=True))
    if any(percent.meaning.indicator not in ("", count.meaning.indicator) for percent, count in pairs):
        return {}
    return {percent.index: count for percent, count in pairs}
