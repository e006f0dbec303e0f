"""Tables whose columns stand in groups, one area each: a desa's name over Sasaran, Capaian, %."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from lokmin_data.reading.headers import Column, Head
from lokmin_data.reading.labels import label_kind
from lokmin_data.reading.meaning import AREA_LEVELS, Meaning, Reader

#: At least so many areas, and at least this share of the columns right of the labels must stand under one.
FEWEST_GROUPS, SHARE_OF_GROUPS = 2, 0.6


def heads_by_area(head: Head, label: int, reader: Reader, is_name: Callable[[Meaning], bool]) -> list[tuple[str, Head]]:
    """(area as printed, the head with only that area's columns); empty where the columns are not grouped by areas.

    `label` is the column that lists the rows' indicators or months; `is_name` says what can be an area's name.
    """
    columns = [column for column in head.columns if column.index > label and column.path]
    named: dict[str, list[tuple[Column, Meaning]]] = {}
    for column in columns:
        found = _split(column.path, reader, is_name)
        if found:
            named.setdefault(found[0], []).append((column, found[1]))
    named = {name: group for name, group in named.items() if label_kind(name, "desa", reader) == "area"}
    grouped = sum(len(group) for group in named.values())
    if len(named) < FEWEST_GROUPS or grouped < SHARE_OF_GROUPS * len(columns):
        return []
    if len({tuple(meaning for _, meaning in group) for group in named.values()}) != 1:
        return []
    return [(name, _only(head, label, group)) for name, group in named.items()]


def _split(path: Sequence[str], reader: Reader, is_name: Callable[[Meaning], bool]) -> tuple[str, Meaning] | None:
    """(area, meaning of the rest) of a column whose head names an area above something that is counted."""
    for depth, text in enumerate(path[:-1]):
        meaning = reader.text(text)
        if is_name(meaning):
            rest = reader.head(tuple(path[depth + 1 :]))
            return (text, rest) if rest.measures else None
        if meaning.axis not in AREA_LEVELS:
            return None
    return None


def _only(head: Head, label: int, group: Sequence[tuple[Column, Meaning]]) -> Head:
    """The head with the meanings of one area's columns; those of the other areas say nothing."""
    meanings = {column.index: meaning for column, meaning in group}
    nothing = Meaning(role="ignore")
    return replace(
        head,
        columns=tuple(
            column
            if column.index <= label
            else replace(column, path=column.path[1:], meaning=meanings.get(column.index, nothing))
            for column in head.columns
        ),
    )
