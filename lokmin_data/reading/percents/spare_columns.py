"""Columns that say the same beside each other: two percents of one number, and a part beside its total.  The numbers decide;
where they do not, nothing is taken and it is asked."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from lokmin_data.model import Problem
from lokmin_data.reading.blocks.block import Block
from lokmin_data.reading.heads.headers import Column
from lokmin_data.reading.heads.measures import Measure
from lokmin_data.reading.opening.book import cell_name
from lokmin_data.reading.percents.own_percents import explained
from lokmin_data.reading.words.meaning import Reader

#: A total is proved in at least so many rows and in this share of those with numbers; so many columns may be its parts.
FEWEST_ROWS, SHARE, MOST_PARTS = 2, 0.8, 4
CLOSE = 1e-6


@dataclass(frozen=True, kw_only=True)
class TwoPercents(Problem):
    """Two percent columns of one number that differ, and nothing proves one of them."""

    code = "dua-kolom-persen"
    severity = "skipped"
    what = "Kolom '{found}' dan '{expected}' berisi persen yang berbeda untuk capaian yang sama; keduanya tidak dibaca."
    fix = "Perjelas judul kedua kolom itu, atau pilih artinya saat konfirmasi."


@dataclass(frozen=True, kw_only=True)
class PartOfTotal(Problem):
    """A column that is only a part of a total beside it."""

    code = "kolom-bagian-dari-jumlah"
    severity = "skipped"
    what = "Kolom '{found}' hanya bagian dari '{expected}' (jumlahnya terbukti dari angkanya); yang dibaca jumlahnya."
    fix = "Tidak perlu diperbaiki bila memang demikian."


@dataclass(frozen=True, kw_only=True)
class SmallerThanPart(Problem):
    """A number that should hold another one and is smaller than it in many rows: it may count only the others."""

    code = "kolom-lebih-kecil-dari-bagiannya"
    severity = "warning"
    what = "Kolom '{found}' sering lebih kecil daripada '{expected}', padahal seharusnya memuatnya; angkanya dibaca apa adanya."
    fix = "Bila kolom itu hanya sisanya, tambahkan kolom jumlahnya; bila angkanya keliru, perbaiki, lalu unggah ulang."


def with_spare_percents(block: Block) -> tuple[Block, list[Problem]]:
    """(the table, problems): of two percents of one number the one that follows from it; neither where none does."""
    problems: list[Problem] = []
    for taken, spare in block.layout.spare_percents:
        measure = next((each for each in block.layout.measures if each.percent is taken), None)
        if measure is None or _same(block, taken, spare):
            continue
        if measure.number and explained(block, measure.number, taken):
            continue
        chosen = spare if measure.number and explained(block, measure.number, spare) else None
        if chosen is None:
            problems.append(_told(TwoPercents, block, taken, spare))
        block = _with_percent(block, measure, chosen)
    return block, problems


def _same(block: Block, one: Column, other: Column) -> bool:
    """True where two columns print the same numbers, also on another scale (0-1 and 0-100)."""
    pairs = zip(block.values_of(one), block.values_of(other), strict=True)
    told = [(left.number, right.number) for left, right in pairs if left.number is not None and right.number is not None]
    return all(any(abs(left * scale - right) <= 0.6 for scale in (0.01, 1, 100)) for left, right in told)


def _with_percent(block: Block, measure: Measure, percent: Column | None) -> Block:
    measures = [replace(each, percent=percent) if each is measure else each for each in block.layout.measures]
    measures = [each for each in measures if each.number or each.percent]
    values = {**block.values, percent.index: list(block.values_of(percent))} if percent else block.values
    return replace(block, layout=replace(block.layout, measures=tuple(measures)), values=values)


def without_parts(block: Block, reader: Reader) -> tuple[Block, list[Problem]]:
    """(the table, problems): of columns that mean the same number the total, where it adds up the columns right before it:
    K1 over MURNI, AKSES, TOTAL."""
    problems: list[Problem] = []
    for whole, parts in list(_totals(block, reader)):
        assert whole.number
        measures = tuple(each for each in block.layout.measures if each not in parts)
        block = replace(block, layout=replace(block.layout, measures=measures))
        problems += [_told(PartOfTotal, block, part.number, whole.number) for part in parts if part.number]
    return block, problems


def smaller_than_parts(block: Block, reader: Reader) -> Iterator[Problem]:
    """Numbers whose head may also mean the rest (`sisa` of a rule) and that are smaller than what they should hold in more
    rows than slips explain: K1 "akses" beside "murni"."""
    for rule in reader.words.lists["bagian"]:
        words = set(rule.get("sisa", ()))
        parts = [each for each in block.layout.measures if each.number and each.indicator in rule["dari"]]
        for whole in block.layout.measures if words else ():
            column = whole.number
            if column is None or whole.indicator != rule["paling_banyak"] or not any(words & set(reader.tokens(text)) for text in column.path):
                continue
            part = next((each.number for each in parts if _key(each)[1:] == _key(whole)[1:]), None)
            if part and _often_smaller(block, column, part):
                yield SmallerThanPart(sheet=block.sheet.name, found=" › ".join(column.path), expected=" › ".join(part.path))


def _often_smaller(block: Block, whole: Column, part: Column) -> bool:
    rows = [place for place, row in enumerate(block.rows) if row.kind == "area"]
    pairs = [(block.number(whole, place), block.number(part, place)) for place in rows]
    told = [(one, other) for one, other in pairs if one is not None and other is not None]
    return sum(1 for one, other in told if one < other) > (1 - SHARE) * len(told)


def _totals(block: Block, reader: Reader) -> Iterator[tuple[Measure, list[Measure]]]:
    """(total, those of its parts that mean the same as it) of columns that add up."""
    counted = sorted((each for each in block.layout.measures if each.number), key=lambda each: each.number.index if each.number else 0)
    for place, whole in enumerate(counted):
        if not whole.number or not reader.words.totals.intersection(reader.tokens(whole.number.path[-1])):
            continue
        alike = [each for each in counted[:place] if _key(each) == _key(whole)]
        for size in range(2, min(MOST_PARTS, place) + 1) if alike else ():
            parts = counted[place - size : place]
            if set(map(id, alike)) <= set(map(id, parts)) and _adds_up(block, whole, parts):
                yield whole, alike
                break


def _key(measure: Measure) -> tuple:
    return (measure.indicator, measure.basis, measure.sex, measure.month, measure.months, measure.year)


def _adds_up(block: Block, whole: Measure, parts: Sequence[Measure]) -> bool:
    """True where the total is the sum of its parts in nearly all rows, and each part is more than nothing somewhere."""
    tried = right = 0
    some = [False] * len(parts)
    for place, row in enumerate(block.rows):
        total, values = block.number(whole.number, place), [block.number(each.number, place) or 0.0 for each in parts]
        if row.kind == "area" and total:
            tried += 1
            right += abs(total - sum(values)) <= CLOSE
            some = [known or bool(value) for known, value in zip(some, values, strict=True)]
    return right >= FEWEST_ROWS and right >= SHARE * tried and all(some)


def _told(kind: type[Problem], block: Block, column: Column, other: Column) -> Problem:
    cell = cell_name(*block.grid.place(block.head.frame.bottom, column.index))
    return kind(sheet=block.sheet.name, cell=cell, found=" › ".join(column.path), expected=" › ".join(other.path))
