"""Heads with the name of a class of nutrition and of the whole beside it, "BB Kurang (Underweight)": officially the milder class,
and the whole in a table that shows no graver class."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from lokmin_data.reading.heads.by_form import by_form
from lokmin_data.reading.heads.headers import Column, Head
from lokmin_data.reading.words.meaning import Reader

_BRACKETED = re.compile(r"^([^()]+)\(([^()]+)\)\s*$")


@by_form
def with_whole_classes(head: Head, reader: Reader) -> Head:
    """The head where such columns count the whole indicator: no column of the table holds the graver class or any other one."""
    lists = reader.words.lists["kelas_gizi"]
    nutrition = lists["lebih_berat"]
    both = [each for each in head.columns if each.meaning.role == "ignore" and each.meaning.indicator in nutrition and each.meaning.note]
    if not both or any(_is_class(column, both, lists) for column in head.columns):
        return head
    graver = {code for code, words in lists["lebih_berat"].items() if any(_says(column, words, reader) for column in head.columns)}
    named = {column.index: found for column in both if column.meaning.indicator not in graver and (found := _name_alone(column, reader))}
    columns = tuple(
        replace(column, meaning=reader.head(named[column.index])) if column.index in named else column for column in head.columns
    )
    return replace(head, columns=columns) if named else head


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
