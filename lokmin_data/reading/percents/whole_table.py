"""A table read whole, with what its title and its printed percents make of it, and what has to be told of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import NamedTuple

from lokmin_data.model import Indicator, Problem
from lokmin_data.reading.blocks.block import Block, Draft, read_block
from lokmin_data.reading.percents.loose_percents import with_loose_percents
from lokmin_data.reading.percents.proving import with_proved_columns
from lokmin_data.reading.percents.sums_to_last_month import with_sums_of_ranges, with_sums_to_last_month
from lokmin_data.reading.titles.hidden_years import with_titled_year
from lokmin_data.reading.titles.one_sex import with_sex
from lokmin_data.reading.titles.titled_parts import without_titled_parts
from lokmin_data.reading.words.meaning import Reader
from lokmin_data.reading.words.period import Period
from lokmin_data.reading.words.titles import spaced


class Around(NamedTuple):
    """What a table is told by its book: its period, the one sex of its rows, the book's name, the titles of its sheet."""

    period: Period
    sex: str
    name: str
    titles: tuple[str, ...]


class WholeTable(NamedTuple):
    """The table; `told` is of its title, which tables of one title share; `problems` are its own."""

    block: Block
    told: tuple[Problem, ...]
    problems: list[Problem]

    def at(self, place: int) -> WholeTable:
        """The same as the table of that number in its book."""
        return self if self.block.place == place else self._replace(block=replace(self.block, place=place))


class Early:
    """Tables read while later sheets of their book are parsed, for what the book was thought to tell them by then."""

    def __init__(self) -> None:
        self._read: dict[int, tuple[Draft, Around, WholeTable]] = {}

    def keep(self, made: Draft, around: Around, table: WholeTable) -> None:
        """Remember a table; its draft is kept with it, so that no other one can have its identity."""
        self._read[id(made)] = made, around, table

    def of(self, made: Draft, around: Around) -> WholeTable | None:
        """The table of that very draft, None where it was not read yet or the book tells it something else."""
        _, thought, table = self._read.get(id(made), (None, None, None))
        return table if thought == around else None


def read_whole(made: Draft, around: Around, indicators: Mapping[str, Indicator], reader: Reader) -> WholeTable:
    """The table of a draft, as if it were the first of its book."""
    block = read_block(0, made, around.period, indicators, reader, recap=_is_recap(made, reader))
    block, dated = with_titled_year(block, around.name, reader)
    block = with_sex(with_sums_of_ranges(with_sums_to_last_month(block, indicators)), around.sex, reader)
    block, parts = without_titled_parts(block, around.name, around.titles, reader)
    block, problems = with_proved_columns(with_loose_percents(block, reader.words.lists["penyebut"]), indicators, reader)
    return WholeTable(block, (*dated, *parts), problems)


def _is_recap(made: Draft, reader: Reader) -> bool:
    """True where the sheet's name or the table's title calls it a recap."""
    words = reader.words.lists["recap"]["kata"]
    texts = [spaced(text, reader) for text in (made.sheet.name, *made.context.titles)]
    return any(f" {word} " in text or text.startswith(f" {word}") for text in texts for word in words)
