"""What the rows of a table show only together: marks of footnotes, and rows behind the total that name no certain area."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from lokmin_data.reading.heads.measures import Layout
from lokmin_data.reading.heads.tables import Grid
from lokmin_data.reading.layouts.stubs import Stub, cell_of
from lokmin_data.reading.words.labels import WIDER, is_age
from lokmin_data.reading.words.meaning import Reader
from lokmin_data.reading.words.tokens import without_numbers
from lokmin_data.reading.words.values import Value

if TYPE_CHECKING:
    from lokmin_data.reading.rows.areas import Row

#: So close are sums; so many areas make one; and a row is a total where more than this share of its numbers are sums.
CLOSE, SEVERAL, SHARE_ADDED = 1e-6, 2, 0.5
#: Below this share of its numbers, a row that is no total may add up others by chance.
CHANCE = 0.2
#: So many running numbers make a row without one, below them all, doubtful.
FEWEST_NUMBERED = 3


def without_footnotes(rows: list[Row]) -> list[Row]:
    """The rows with the numbers of footnotes taken from their names."""
    if not any(row.area.endswith(")") for row in rows):
        return rows
    names = without_numbers(list({row.area for row in rows if row.area}))
    return [
        replace(row, area=names[row.area], folded=names[row.area].casefold()) if row.area in names else row
        for row in rows
    ]


def with_last_doubted(rows: list[Row]) -> list[Row]:
    """The rows where those without a running number, behind all that have one and behind a total, are no certain areas."""
    numbered = {row.folded for row in rows if row.kind == "area" and row.numbered}
    if len(numbered) < FEWEST_NUMBERED:
        return rows
    last = max(place for place, row in enumerate(rows) if row.numbered)
    last = min((place for place, row in enumerate(rows) if row.kind == "total" and place > last), default=len(rows))
    return [
        replace(row, kind="unclear")
        if place > last and row.kind == "area" and row.level != "posyandu" and not row.group and row.folded not in numbered
        else row
        for place, row in enumerate(rows)
    ]


def with_running_names(rows: list[Row], grid: Grid, stub: Stub, reader: Reader) -> list[Row]:
    """The rows where one that its name calls a total or no place stands amid the running numbers of the areas: `Timbang Rata`
    between 4 and 6 is an area; of `Total` between 1 and 3 its numbers must say so (`with_running_areas`)."""
    if not stub.number:
        return [replace(row, running=True) if row.kind == "total" and _may_be_town(row.area, reader) else row for row in rows]
    numbers = [(place, number) for place, row in enumerate(rows) if row.numbered and (number := _running(grid, row, stub))]
    if len(numbers) < FEWEST_NUMBERED:
        return rows
    changed = list(rows)
    for at, (place, number) in enumerate(numbers[:-1]):
        row = rows[place]
        if row.kind in ("total", "unclear") and numbers[at + 1][1] == number + 1 and (numbers[at - 1][1] if at else 0) == number - 1:
            if _may_be_name(row.area, reader):
                changed[place] = replace(row, kind="area") if row.kind == "unclear" else replace(row, running=True)
    running = {row.folded for row in changed if row.running}
    return [replace(row, running=True) if row.kind == "total" and row.numbered and row.folded in running else row for row in changed]


def _running(grid: Grid, row: Row, stub: Stub) -> int:
    """The running number of a row, 0 where it is no whole number."""
    cell = cell_of(grid.rows[row.index], stub.number)
    text = cell.strip().rstrip(".") if cell.__class__ is str else ""  # type: ignore[attr-defined]
    if text.isdecimal():
        return int(text)
    return int(cell) if cell.__class__ in (int, float) and cell == int(cell) else 0  # type: ignore[call-overload]


def _may_be_town(label: str, reader: Reader) -> bool:
    """True for `Kota Lama`, `Rata Jaya` in a list without numbers: one word of a total or a mean before a word of no report."""
    first, *others = reader.tokens(label) or [""]
    means = reader.words.lists["total"]["rerata"]
    begins = first in means or first in reader.words.lists["asal_lain"]["juga_nama"]
    return begins and bool(others) and others[0] not in {*means, *WIDER["desa"]} and bool(reader.text(label).unknown)


def _may_be_name(label: str, reader: Reader) -> bool:
    """False for months, ages, means: a list of those is numbered, too."""
    means = reader.words.lists["total"]["rerata"]
    return not (is_age(label) or reader.period(label).month or all(word in means for word in reader.tokens(label)))


def with_running_areas(rows: tuple[Row, ...], layout: Layout, values: Mapping[int, Sequence[Value]]) -> tuple[Row, ...]:
    """The rows where those amid running numbers that add up neither the rows above nor those below them are areas, whatever
    their name; where some of their numbers do, no certain area.  All rows of one name are alike.  An area without a number at an end is a
    sum where most of its numbers are."""
    outer = _unnumbered_at_end(rows)
    if not outer and not any(row.running for row in rows):
        return rows
    columns = {measure.number.index for measure in layout.measures if measure.number}
    columns |= {each.column.index for each in layout.denominators if not each.target}
    numbers = [[value.number or 0.0 for value in values[index]] for index in columns]
    shares: dict[str, float] = {}
    for place, row in enumerate(rows):
        if row.running:
            share = _share_added(place, rows, numbers)
            smaller = share < CHANCE and _is_smaller(place, rows, numbers)
            if smaller:
                share = 0  # it adds up nothing: one of many small numbers is a sum by chance
            elif not share and not row.numbered:
                share = SHARE_ADDED  # the numbers of the whole town, from elsewhere
            shares[row.folded] = max(share, shares.get(row.folded, 0.0))
    sums = [place for place in outer if _share_added(place, rows, numbers) > SHARE_ADDED and len(numbers) >= SEVERAL]
    rows = tuple(replace(row, kind="total") if place in sums else row for place, row in enumerate(rows))
    kinds = {name: "area" if not share else "total" if share > SHARE_ADDED else "unclear" for name, share in shares.items()}
    return tuple(replace(row, kind=kinds[row.folded]) if row.running else row for row in rows)


def _is_smaller(place: int, rows: Sequence[Row], numbers: Sequence[Sequence[float]]) -> bool:
    """True where an area of the table has a number above that of a row."""
    others = [at for at, row in enumerate(rows) if row.kind == "area"]
    return any(0 < column[place] < column[at] for column in numbers for at in others)


def _unnumbered_at_end(rows: Sequence[Row]) -> list[int]:
    """The first or last area where it is the only one without a running number: a sum by whatever name, perhaps with a slip."""
    areas = [place for place, row in enumerate(rows) if row.kind == "area"]
    bare = [place for place in areas if not rows[place].numbered]
    return bare if len(areas) > FEWEST_NUMBERED and len(bare) == 1 and bare[0] in (areas[0], areas[-1]) else []


def _share_added(place: int, rows: Sequence[Row], numbers: Sequence[Sequence[float]]) -> float:
    """The share of a row's numbers that add up the same areas next to it, above or below; 1 where it has no numbers."""
    own = [column for column in numbers if column[place]]
    best = 0 if own else 1
    for side in (range(place - 1, -1, -1), range(place + 1, len(rows))):
        added, count = [0.0] * len(own), 0
        for other in side:
            if rows[other].kind == "total" and not rows[other].running:
                break
            if rows[other].kind == "area":
                added = [one + column[other] for one, column in zip(added, own, strict=True)]
                count += 1
                fits = sum(abs(one - column[place]) <= CLOSE for one, column in zip(added, own, strict=True))
                best = max(best, fits if count >= SEVERAL else 0)
    return best / max(len(own), 1)
