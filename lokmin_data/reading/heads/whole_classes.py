"""Heads with the name of a class of nutrition and of the whole beside it, "BB Kurang (Underweight)", or of a class that often stands for
the whole, "Balita pendek": officially the milder class, and the whole in a table that shows no graver class."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from lokmin_data.reading.heads.by_form import by_form
from lokmin_data.reading.heads.headers import Column, Head
from lokmin_data.reading.words.meaning import Meaning, Reader

_BRACKETED = re.compile(r"^([^()]+)\(([^()]+)\)\s*$")


@by_form
def with_whole_classes(head: Head, reader: Reader) -> Head:
    """The head where such columns count the whole indicator: no column of the table holds the graver class or any other one."""
    lists = reader.words.lists["kelas_gizi"]
    nutrition = lists["lebih_berat"]
    head = _without_milder(head, lists, reader)
    both = [each for each in head.columns if each.meaning.role == "ignore" and each.meaning.indicator in nutrition and each.meaning.note]
    if not both or any(_is_class(column, both, lists) for column in head.columns):
        return head
    graver = {code for code, words in lists["lebih_berat"].items() if any(_says(column, words, reader) for column in head.columns)}
    named = {column.index: found for column in both if column.meaning.indicator not in graver and (found := _name_alone(column, reader))}
    columns = tuple(
        replace(column, meaning=reader.head(named[column.index])) if column.index in named else column for column in head.columns
    )
    return replace(head, columns=columns) if named else head


def _without_milder(head: Head, lists: Mapping, reader: Reader) -> Head:
    """The head with "Balita pendek" beside "Balita sangat pendek" as the class that it is."""
    milder = {
        column.index for column in head.columns
        if (word := lists["lebih_ringan"].get(column.meaning.indicator)) and {*reader.tokens(column.path[-1])} - {*lists["sekitar"]} == {word}
        and any(other is not column and _is_graver(other, column, lists, reader) for other in head.columns)
    }  # fmt: skip
    note = Meaning(role="ignore", note=lists["catatan"])
    columns = (replace(column, meaning=note) if column.index in milder else column for column in head.columns)
    return replace(head, columns=tuple(columns)) if milder else head


def _is_graver(other: Column, column: Column, lists: Mapping, reader: Reader) -> bool:
    """True for a column of the graver class of the same nutrition: its words and no more than those around them."""
    words = {*lists["lebih_berat"][column.meaning.indicator]}
    return bool(other.path) and {*reader.tokens(other.path[-1])} - {*lists["sekitar"]} == words


def _is_class(column: Column, both: Sequence[Column], lists: Mapping[str, Sequence[str]]) -> bool:
    """True for a column of nothing but a class: "Normal", "Risiko lebih"."""
    return column.meaning.note == lists["catatan"] and column not in both


def _says(column: Column, words: Sequence[str], reader: Reader) -> bool:
    return any({*words} <= {*reader.tokens(text)} for text in column.path)


def _name_alone(column: Column, reader: Reader) -> tuple[str, ...]:
    """The path with the indicator's name alone in place of the text of both, empty where no text is such."""
    for depth, text in enumerate(column.path):
        found = _BRACKETED.match(text.strip())
        parts = [(part.strip(), reader.text(part.strip())) for part in found.groups()] if found else []
        names = [part for part, meaning in parts if meaning.indicator == column.meaning.indicator and not meaning.role and not meaning.unknown]
        if len(names) == 1 and sum(meaning.role == "ignore" for _, meaning in parts) == 1:
            return (*column.path[:depth], names[0], *column.path[depth + 1 :])
    return ()
