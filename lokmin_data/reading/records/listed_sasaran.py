"""The sasaran of each area that a book states: in lists of sasaran, in columns and rows of other tables, in labels above them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from lokmin_data.reading.blocks.block import Block
from lokmin_data.reading.heads.headers import Column
from lokmin_data.reading.heads.measures import Denominator
from lokmin_data.reading.percents.proofs import Sasaran
from lokmin_data.reading.records.labelled_sasaran import labelled_sasaran
from lokmin_data.reading.words.meaning import Reader
from lokmin_data.reading.words.names import fold_name
from lokmin_data.reading.words.vocabulary import SASARAN

SEVERAL = 2


def listed_sasaran(blocks: Sequence[Block], reader: Reader) -> Sasaran:
    """(area, population, sex) to value and place: first of lists of sasaran, then of the sasaran columns of other tables, then of
    labels above a table."""
    found: dict[tuple[str, str, str], tuple[float, tuple[int, int, int]]] = {}
    within: dict[tuple[str, str, str], set[str]] = {}  # the wider areas of an area: with several, no sasaran is certain
    counted = reader.words.lists["terhitung"]["sasaran"]
    sources = [(not block.lists_sasaran, block) for block in blocks]
    for other, block in sorted(sources, key=lambda pair: pair[0]):
        for each in block.layout.denominators:
            if each.target or each.scope or each.month or each.year or each.to_date or each.column.meaning.counts:
                continue
            if other and (not (each.population and each.column.meaning.role == "denominator") or _was_counted(each, counted)):
                continue
            if varies_by_indicator(block, each.column):
                continue
            for place, row in enumerate(block.rows):
                value = block.number(each.column, place) if row.kind == "area" else None
                if value is not None:
                    key = (row.folded, each.identity, each.sex or "T")
                    found.setdefault(key, (value, (block.sheet_number, *block.cell(place, each.column))))
                    within.setdefault(key, set()).add(row.folded_within)
        for key, place, column in _sasaran_rows(block, reader):
            value = block.number(column, place)
            if value is not None:
                found.setdefault(key, (value, (block.sheet_number, *block.cell(place, column))))
                within.setdefault(key, set()).add(block.rows[place].folded_within)
    listed = {key: value for key, value in found.items() if len(within[key] - {""}) < SEVERAL}
    return labelled_sasaran(blocks, reader) | listed


def in_all_spellings(sasaran: Sasaran, blocks: Iterable[Block]) -> Sasaran:
    """The sasaran, those of an area also by the spelling that other tables have for it, where that is certainly the same name:
    "DS. SIDO MUKTI" for "Sidomukti", "Purwosari 2" for "Purwosari II"."""
    listed = {area for area, _, _ in sasaran}
    others = {row.folded for block in blocks if block.layout.measures for row in block.rows if row.kind == "area"} - listed if listed else set()
    if not others:
        return sasaran  # most books
    by_fold: dict[str, set[str]] = {}
    for area in listed:
        by_fold.setdefault(fold_name(area), set()).add(area)
    spelt: dict[str, set[str]] = {}
    for area in others:
        if len(found := by_fold.get(fold_name(area), set())) == 1:
            spelt.setdefault(*found, set()).add(area)
    return sasaran | {(other, *key): value for (area, *key), value in sasaran.items() for other in spelt.get(area, ())}


def varies_by_indicator(block: Block, column: Column) -> bool:
    """True for people of one name whose number is another one in each row of an area where these rows name indicators: "Jumlah
    bayi" beside antigens tells who had them, or nothing certain."""
    numbers: dict[tuple, dict[str, float]] = {}
    for place, row in enumerate(block.rows):
        value = block.number(column, place) if row.kind == "area" and row.meaning and row.meaning.indicator else None
        if value is not None:
            assert row.meaning
            numbers.setdefault((row.folded, row.folded_within, row.period, row.sex), {})[row.meaning.indicator] = value
    return any(len(set(found.values())) > 1 for found in numbers.values())


def _was_counted(each: Denominator, counted: Sequence[str]) -> bool:
    """True for people whom a report counts as they come, "LAHIR HIDUP", where no head calls them a sasaran: they divide the numbers
    of their table, but are nobody's sasaran of the year."""
    return each.population in counted and not any(SASARAN in text.casefold() for text in each.column.path)


def _sasaran_rows(block: Block, reader: Reader) -> Iterator[tuple[tuple[str, str, str], int, Column]]:
    """(area, population, sex), place and column of the rows "Sasaran bayi" of a table whose rows are indicators, for each sex.  It
    stands in any of the columns of numbers: below "Kum" alone, as well."""
    counts = [each for each in block.layout.measures if each.number and not (each.indicator or each.basis == "last" or each.month)]
    sexes: dict[str, list[Column]] = {}
    for each in counts:
        assert each.number
        sexes.setdefault(each.sex or "T", []).append(each.number)
    for place, row in enumerate(block.rows):
        said = row.meaning
        if row.kind != "area" or said is None or said.unknown or not said.population or not _is_called(block, place, reader):
            continue
        own = {said.sex: [*sexes.get(said.sex, ()), *sexes.get("T", ())]} if said.sex else sexes
        for sex, columns in own.items():
            filled = [column for column in columns if block.number(column, place) is not None]
            if len({block.number(column, place) for column in filled}) == 1:  # that of a month beside that of the year is neither's
                yield (row.folded, said.population, sex), place, filled[0]


def _is_called(block: Block, place: int, reader: Reader) -> bool:
    """True for a row that calls itself a sasaran of the year, also by the letter of the growth tables: "Jumlah balita (S)"."""
    row = block.rows[place]
    said = row.meaning
    if said is None or said.sasaran:
        return bool(said)
    texts = [cell for each in block.head.axis("indicator") if (cell := block.grid.rows[row.index][each.index]).__class__ is str]
    words = {word for text in texts for word in reader.tokens(str(text))}
    return said.role == "denominator" and not said.indicator and said.basis in ("", "year") and not said.month and bool(words & {SASARAN, "s"})
