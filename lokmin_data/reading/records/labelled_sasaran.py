"""Sasaran in labels above a table that is of one area alone: `Sasaran bayi lahir hidup | 45` over the months of a desa."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from lokmin_data.reading.blocks.block import Block
from lokmin_data.reading.blocks.context import HIGHEST_TITLE, first_title
from lokmin_data.reading.words.meaning import Meaning, Reader
from lokmin_data.reading.words.period import FIRST_YEAR, LAST_YEAR
from lokmin_data.reading.words.tokens import fold_spaces
from lokmin_data.reading.words.values import kind_of, number_of, style_of

#: A label with more letters is a sentence.
LONGEST_LABEL = 60
SEVERAL = 2
_UNNAMED = "sasaran"

Key = tuple[str, str, str]  # area, population, sex
Place = tuple[int, int, int]  # sheet, row, column
Cell = tuple[int, object]  # column, value


def labelled_sasaran(blocks: Sequence[Block], reader: Reader) -> dict[Key, tuple[float, Place]]:
    """(area, population, sex) to value and place of the labels over tables of one area; what two labels say differently, and
    areas of one name in two wider ones, are left out."""
    found: dict[Key, set[tuple[float, Place]]] = {}
    for number in {block.sheet_number for block in blocks if _area(block)}:
        here = [each for each in blocks if each.sheet_number == number]
        one = len({_area(each) for each in here}) == 1
        for block in here:
            area = _area(block)
            if not area or block.grid.turned or not one and _shares_rows(block, here):
                continue
            for population, sex, value, place in _labels(block, reader):
                found.setdefault((area, population, sex), set()).add((value, (number, *place)))
    sure = {key: min(said, key=lambda each: each[1]) for key, said in found.items() if len({value for value, _ in said}) == 1}
    if not sure:
        return {}
    within: dict[str, set[str]] = {}
    for row in (row for block in blocks for row in block.rows if row.kind == "area"):
        within.setdefault(row.folded, set()).add(row.folded_within)
    return {key: said for key, said in sure.items() if len(within[key[0]] - {""}) < SEVERAL}


def _area(block: Block) -> str:
    """The only area of a table, empty where it has several; a posyandu's sasaran is not its desa's."""
    if block.head.axis("desa", "desa_posyandu", "posyandu", "kecamatan"):
        return ""
    areas = {row.folded for row in block.rows if row.kind == "area"}
    return areas.pop() if len(areas) == 1 else ""


def _shares_rows(block: Block, others: Iterable[Block]) -> bool:
    """True where another table stands beside this one: which of them a label is over cannot be said."""
    frame = block.head.frame
    return any(each is not block and each.head.frame.top <= frame.last and frame.top <= each.head.frame.last for each in others)


def _labels(block: Block, reader: Reader) -> Iterator[tuple[str, str, float, tuple[int, int]]]:
    """(population, sex, value, place) of the labels right above a table."""
    frame, grid = block.head.frame, block.grid
    for number in range(first_title(grid, max(frame.title_from, frame.top - HIGHEST_TITLE), frame.top, reader), frame.top):
        filled = [(column, cell) for column, cell in enumerate(grid.rows[number]) if cell is not None]
        people = _of_sexes(filled, reader)
        for label, (column, cell) in _pairs(filled):
            said = replace(people, sex=sex) if people and (sex := reader.text(label).sex or _sum(label, reader)) else reader.text(label)
            value = number_of(cell, style_of([cell], percent=False)).number
            if value is not None and value >= 0 and _is_sasaran(said) and not _is_year(label, value):
                yield said.population or _UNNAMED, said.sex or "T", value, grid.place(number, column)


def _pairs(filled: Sequence[Cell]) -> Iterator[tuple[str, Cell]]:
    """(label, the cell of its number) in a row: `Sasaran bayi | : | 45`, `Sasaran bayi : 45`."""
    cells = [(column, cell) for column, cell in filled if not (cell.__class__ is str and cell.strip() == ":")]
    for place, (column, cell) in enumerate(cells):
        if cell.__class__ is not str or len(cell) > LONGEST_LABEL:
            continue
        label, _, rest = cell.partition(":")
        if rest.strip():
            yield fold_spaces(label), (column, rest.strip())
        elif place + 1 < len(cells):
            at, value = cells[place + 1]
            value = value.lstrip(": ") if value.__class__ is str else value
            if kind_of(value) == "number":
                yield fold_spaces(label), (at, value)


def _of_sexes(filled: Sequence[Cell], reader: Reader) -> Meaning | None:
    """What the first text of a row says whose numbers stand behind the sexes: `Sasaran bayi | L | 20 | P | 25 | Jml | 45`."""
    texts = [fold_spaces(cell).rstrip(": ") for _, cell in filled if cell.__class__ is str and cell.strip() != ":"]
    said = reader.text(texts[0]) if len(texts) > SEVERAL and len(texts[0]) <= LONGEST_LABEL else None
    return said if said and _is_sasaran(said) and not said.sex and reader.text(texts[1]).sex else None


def _sum(label: str, reader: Reader) -> str:
    """T for "Jml" among the sexes."""
    words = reader.tokens(label)
    return "T" if words and all(word in reader.words.totals for word in words) else ""


def _is_sasaran(said: Meaning) -> bool:
    """True for a label of people who are measured against, of the whole year."""
    other = (said.indicator, said.unknown, said.basis not in ("", "year"), said.month, said.months, said.axis, said.family)
    return said.role == "denominator" and (bool(said.population) or said.sasaran) and not any(other)


def _is_year(label: str, value: float) -> bool:
    return label.casefold().rstrip(" .:").endswith(("tahun", "thn", "th")) and FIRST_YEAR <= value <= LAST_YEAR
