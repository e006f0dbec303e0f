"""Tables whose columns stand in groups: a desa's name over Sasaran, Capaian, %, or Sasaran, Capaian, % over all names."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from dataclasses import replace

from lokmin_data.reading.heads.headers import Column, Head
from lokmin_data.reading.heads.last_and_now import spelt_out
from lokmin_data.reading.heads.resolving import resolved
from lokmin_data.reading.layouts.not_areas import name_no_areas
from lokmin_data.reading.words.labels import label_kind
from lokmin_data.reading.words.meaning import AREA_LEVELS, Meaning, Reader

#: At least so many areas, and at least this share of the columns right of the labels must stand under one.
FEWEST_GROUPS, SHARE_OF_GROUPS = 2, 0.6
#: Names below "Capaian" are believed from so many on.
FEWEST_BELOW, NAME_AND_TEXT = 3, 2
#: What the number of the month is called in full.
THIS_MONTH = "Bulan ini"
_Named = dict[str, list[tuple[Column, Meaning]]]


def heads_by_area(head: Head, label: int, reader: Reader, is_name: Callable[[Meaning], bool]) -> list[tuple[str, Head]]:
    """(area as printed, the head with only that area's columns); empty where the columns are not grouped by areas.

    `label` is the column that lists the rows' indicators or months; `is_name` says what can be an area's name.
    """
    named = reader.forms.answer((head.columns, label, is_name), lambda: _grouped(head.columns, label, reader, is_name))
    return [(name, _only(head, label, group, reader)) for name, group in named.items()]


def _grouped(columns: Sequence[Column], label: int, reader: Reader, is_name: Callable[[Meaning], bool]) -> _Named:
    """The columns of each area with what they mean, empty where they are not grouped by areas."""
    columns = _with_months(_spelt_out([column for column in columns if column.index > label and column.path], reader), reader)
    named: _Named = {}
    repeated = _repeated(columns)
    for column in columns:
        found = _split(column.path, reader, is_name, repeated)
        if found:
            named.setdefault(found[0], []).append((column, found[1]))
    named = {name: group for name, group in named.items() if _names_area(name, reader)}
    named = _with_mistaken(named, columns, reader) if named else _below(columns, reader, is_name)
    grouped = sum(len(group) for group in named.values())
    if len(named) < FEWEST_GROUPS or grouped < SHARE_OF_GROUPS * len(columns) or name_no_areas(list(named), reader):
        return {}
    return named if len({tuple(meaning for _, meaning in group) for group in named.values()}) == 1 else {}


def counts_several(own: Head, label: int) -> bool:
    """True where different things are counted below an area's name (S, D, N), not the same of boys and girls."""
    below = [column.meaning for column in own.columns if column.index > label]
    return any(each.role == "denominator" or each.indicator or each.population or each.basis for each in below)


def _names_area(name: str, reader: Reader) -> bool:
    """True for an area's name, also for one that begins as those of wider areas do: "Kota Lama"."""
    first, *others = reader.tokens(name) or [""]
    town = bool(others) and first in reader.words.lists["asal_lain"]["juga_nama"]
    return label_kind(name, "desa", reader, numbered=town) == "area"


def _below(columns: Sequence[Column], reader: Reader, is_name: Callable[[Meaning], bool]) -> _Named:
    """The columns of each area whose name stands below what is counted: "Sasaran" over all desa, "Capaian" over all again."""
    kinds = {column.path[:-1]: reader.head(column.path[:-1]) for column in columns if len(column.path) > 1}
    kinds = {path: meaning for path, meaning in kinds.items() if meaning.measures and (meaning.role or meaning.basis or meaning.indicator)}
    if not any(meaning.role or meaning.basis for meaning in kinds.values()):  # indicators alone may stand over parts of themselves
        return {}
    below = [column for column in columns if column.path[:-1] in kinds]
    names = {column.path[-1] for column in below if is_name(reader.text(column.path[-1]))}
    if len(names) < FEWEST_BELOW or len(names) < SHARE_OF_GROUPS * len({column.path[-1] for column in below}):
        return {}
    named: _Named = {}
    for column in below:
        if _names_area(column.path[-1], reader):
            named.setdefault(column.path[-1], []).append((replace(column, path=(column.path[-1], *column.path[:-1])), kinds[column.path[:-1]]))
    return named


def _with_mistaken(named: _Named, columns: Sequence[Column], reader: Reader) -> _Named:
    """The groups with those of desa whose names look like head words ("Koto Baru"): the same columns stand below them."""
    shapes = {tuple(meaning for _, meaning in group) for group in named.values()}
    depths = {column.path.index(name) for name, group in named.items() for column, _ in group}
    if len(named) < FEWEST_GROUPS or len(shapes) != 1 or len(depths) != 1:
        return named
    depth = depths.pop()
    others: _Named = {}
    for column in columns:
        if len(column.path) > depth + 1 and column.path[depth] not in named:
            others.setdefault(column.path[depth], []).append((column, reader.head(column.path[depth + 1 :])))
    alike = {
        name: group for name, group in others.items()
        if tuple(meaning for _, meaning in group) in shapes and _names_area(name, reader)
    }  # fmt: skip
    order = {name: group[0][0].index for name, group in (named | alike).items()}
    return {name: (named | alike)[name] for name in sorted(order, key=lambda name: order[name])}


def _with_months(columns: Sequence[Column], reader: Reader) -> list[Column]:
    """The columns with a bare "Bulan" beside "Kum" below the same name called what it counts: the number of the month."""
    added = {column.path[:-1] for column in columns if column.meaning.basis == "cumulative"} - {()}
    return [
        replace(column, path=(*column.path[:-1], THIS_MONTH))
        if column.path[:-1] in added and reader.text(column.path[-1]).axis == "month" else column
        for column in columns
    ]  # fmt: skip


def _spelt_out(columns: Sequence[Column], reader: Reader) -> list[Column]:
    """The columns with "Lalu | Ini | Kum" below each name written in full."""
    paths = [column.path for column in columns]
    full = zip(columns, spelt_out(paths, reader), strict=True)
    return [column if path is column.path else replace(column, path=path) for column, path in full]


def _repeated(columns: Sequence[Column]) -> frozenset[str]:
    """Texts that stand below the name of every group: "P" and "M", which only the title explains."""
    below: dict[str, set[str]] = {}
    for column in columns:
        if len(column.path) == NAME_AND_TEXT:
            below.setdefault(column.path[0], set()).add(column.path[1])
    texts = frozenset.intersection(*map(frozenset, below.values())) if len(below) >= FEWEST_BELOW else frozenset()
    return texts if len(texts) > 1 else frozenset()


def _split(
    path: Sequence[str], reader: Reader, is_name: Callable[[Meaning], bool], repeated: Collection[str]
) -> tuple[str, Meaning] | None:
    """(area, meaning of the rest) of a column whose head names an area above something that is counted."""
    for depth, text in enumerate(path[:-1]):
        meaning = reader.text(text)
        if is_name(meaning):
            rest = reader.head(tuple(path[depth + 1 :]))
            return (text, rest) if rest.measures or rest.unknown and path[-1] in repeated else None
        if meaning.axis not in AREA_LEVELS:
            return None
    return None


def _only(head: Head, label: int, group: Sequence[tuple[Column, Meaning]], reader: Reader) -> Head:
    """The head with the labels and one area's columns, each understood beside the others: the tables of all areas are of one form."""
    labels = tuple(column for column in head.columns if column.index <= label)
    meanings = resolved([column.path[1:] for column, _ in group], [meaning for _, meaning in group], reader)
    own = tuple(replace(column, path=column.path[1:], meaning=meaning) for (column, _), meaning in zip(group, meanings, strict=True))
    return replace(head, columns=(*labels, *own))
