"""Columns that hold two numbers in one cell ("12/45", "12 dari 45", "12 (26,7)"): read as columns of their own.

A column is cut only where its head, its words or the other columns say what the two numbers are; else it stays as it
is and is told as text where numbers belong.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from itertools import pairwise

from lokmin_data.reading.heads.coded_heads import with_codes_named
from lokmin_data.reading.heads.coded_rows import with_row_codes_named
from lokmin_data.reading.heads.indexed_heads import with_indices_cut
from lokmin_data.reading.heads.numbering import is_numbering
from lokmin_data.reading.heads.pivot_corners import without_pivot_corner
from lokmin_data.reading.heads.tables import Cells, Grid
from lokmin_data.reading.heads.told_times import with_times_named
from lokmin_data.reading.layouts.captions_below import with_captions_above
from lokmin_data.reading.layouts.pair_parts import REACHED, named_parts, parts_of_legend
from lokmin_data.reading.opening.book import Sheet
from lokmin_data.reading.words.meaning import Reader
from lokmin_data.reading.words.tokens import fold_spaces
from lokmin_data.reading.words.values import kind_of, number_of, style_of

_NUMBER = r"(\d[\d.,]*)"
_FRACTION = re.compile(rf"^{_NUMBER}\s*(/|dari|of)\s*{_NUMBER}(?:\s*[(=]\s*{_NUMBER}\s*%?\s*\)?)?$", re.IGNORECASE)
_WITH_SHARE = re.compile(rf"^{_NUMBER}\s*\(\s*{_NUMBER}\s*%?\s*\)$")
_MAY_BE = re.compile(r"[/(]|dari|of", re.IGNORECASE)
#: So many cells of a column, and at least this share of its filled ones, must be pairs.
FEWEST, SHARE = 2, 0.6
#: What proves the second number: so many rows, nearly all of them.
ROWS_TO_PROVE, NEARLY_ALL = 3, 0.8
#: The head of a column stands at most so many rows above its first pair.
HIGHEST_HEAD = 6
LARGEST_SHARE = 100.0


@dataclass(frozen=True)
class _Pairs:
    """The pairs of one column: row -> texts of the numbers; `share`: the second number stands in brackets."""

    column: int
    cells: Mapping[int, tuple[str, ...]]
    share: bool
    said: bool  # the cells say "dari"


def grid_of(sheet: Sheet, reader: Reader) -> Grid:
    """The grid of a sheet: heads and rows that a legend explains named, columns of pairs cut, captions above their tables."""
    grid = without_pivot_corner(Grid(sheet.rows, sheet.merges, known_texts=sheet.texts), reader)
    grid = with_indices_cut(with_codes_named(grid), reader)
    return with_captions_above(with_pairs_cut(with_row_codes_named(with_times_named(grid, reader)), reader), reader)


def with_pairs_cut(grid: Grid, reader: Reader) -> Grid:
    """The grid with each column of pairs cut into columns of one number; mostly the grid as it is."""
    rows, merges = grid.rows, grid.merges
    pairs = list(_columns_of_pairs(grid))
    heads: dict[int, tuple[int, tuple[str, ...]]] = {}
    told = parts_of_legend(rows, reader) if pairs else ()
    for each in pairs:
        row = _head_row(rows, merges, each)
        texts = _heads(row, each, pairs, rows, merges, reader) or _by_legend(row, each, rows, told, reader) if row is not None else ()
        if texts and row is not None:
            heads[each.column] = (row, texts)
    if not heads:
        return grid
    return _cut(rows, merges, [each for each in pairs if each.column in heads], heads)


def _columns_of_pairs(grid: Grid) -> Iterator[_Pairs]:
    rows, texts = grid.rows, set(filter(_may_be_pair, grid.texts))
    found: dict[tuple[int, bool], dict[int, tuple[str, ...]]] = {}
    said: set[int] = set()
    for row, cells in enumerate(rows if texts else ()):
        for column, cell in enumerate(cells):
            if cell.__class__ is not str or cell not in texts:
                continue
            text = fold_spaces(cell)
            fraction = _FRACTION.match(text)
            if fraction:
                found.setdefault((column, False), {})[row] = tuple(part for part in fraction.group(1, 3, 4) if part)
                said |= {column} if fraction.group(2) != "/" else set()
            elif share := _WITH_SHARE.match(text):
                found.setdefault((column, True), {})[row] = share.groups()
    for (column, share), cells in found.items():
        body = [cells_of_row[column] for cells_of_row in rows[min(cells) :] if column < len(cells_of_row)]
        filled = sum(1 for cell in body if cell is not None and kind_of(cell) != "blank")
        if len(cells) >= FEWEST and len(cells) >= SHARE * filled:
            yield _Pairs(column, cells, share, column in said)


def _may_be_pair(text: str) -> bool:
    """True for a text that begins with a digit and has a sign of a pair: spares the closer look."""
    return text.lstrip()[:1].isdecimal() and _MAY_BE.search(text) is not None


def is_pair(text: str) -> bool:
    """True for two numbers in one cell."""
    text = fold_spaces(text)
    return _FRACTION.match(text) is not None or _WITH_SHARE.match(text) is not None


def _head_row(rows: Cells, merges: Sequence[tuple[int, int, int, int]], pairs: _Pairs) -> int | None:
    """The row of the text right above the first pair, or of the merged range that reaches down to it."""
    first = min(pairs.cells)
    for row in range(first - 1, max(-1, first - 1 - HIGHEST_HEAD), -1):
        cell = rows[row][pairs.column] if pairs.column < len(rows[row]) else None
        if cell.__class__ is str and cell.strip() and not is_numbering(rows[row]):
            return row
        for r0, c0, r1, c1 in merges:
            if c0 == c1 == pairs.column and r0 < row <= r1:
                return r0 if rows[r0][c0].__class__ is str else None
    return None


def _heads(
    row: int,
    pairs: _Pairs,
    others: Sequence[_Pairs],
    rows: Cells,
    merges: Sequence[tuple[int, int, int, int]],
    reader: Reader,
) -> tuple[str, ...]:
    """The heads of the numbers of a pair whose head stands in `row`; empty where nothing says what they are."""
    head = fold_spaces(str(rows[row][pairs.column]))
    plain = _without_sign(head) or "abs"
    if pairs.share:
        proper = "%" in reader.tokens(head) or any("%" in str(rows[row][pairs.column]) for row in pairs.cells)
        fits = all(_value(texts[1]) <= LARGEST_SHARE * 2 for texts in pairs.cells.values())
        return (_without_percent(plain), f"{_without_percent(plain)} %") if proper and fits else ()
    groups = [rows[r0][c0] for r0, c0, r1, c1 in merges if r1 < row and c0 <= pairs.column <= c1]
    parts = [named_parts(fold_spaces(text), reader) for text in groups if text.__class__ is str]
    named = named_parts(head, reader) or next(
        (tuple(f"{plain} {text}" for text in part) for part in parts if part), ()
    )
    if not named and (pairs.said or _proved(pairs, others, rows)) and not _tells_else(head, reader):
        named = (f"{plain} capaian", f"{plain} sasaran")
    if named and any(len(texts) > 2 for texts in pairs.cells.values()):
        named = (*named, f"{named[0]} %")
    return named


def _by_legend(row: int, pairs: _Pairs, rows: Cells, told: Sequence[str], reader: Reader) -> tuple[str, ...]:
    """The heads of the numbers of a pair that a line of the sheet explains, "ditulis capaian/sasaran"; empty where there is none, the
    head says something else or the numbers do, of whom more are reached than there are."""
    head = fold_spaces(str(rows[row][pairs.column]))
    if not told or pairs.share or _tells_else(head, reader) or any(len(texts) > len(told) for texts in pairs.cells.values()):
        return ()
    values = [tuple(map(_value, texts)) for texts in pairs.cells.values()]
    fits = [reached <= whole for reached, whole in (each if told[0] == REACHED else each[::-1] for each in values)]
    return tuple(f"{_without_sign(head) or 'abs'} {text}" for text in told) if sum(fits) >= NEARLY_ALL * len(fits) else ()


def _without_sign(head: str) -> str:
    """A head without its percent sign: "n (%)" is "n"."""
    return fold_spaces(head.replace("%", " ").replace("()", " ").replace("( )", " ")).strip(" /()")


def _without_percent(text: str) -> str:
    words = [word for word in text.split() if word.lower().strip("()") not in ("persen", "pct", "persentase")]
    return " ".join(words) or "abs"


def _tells_else(head: str, reader: Reader) -> bool:
    """True for a head that speaks of something else than a number and its sasaran (L/P, month and cumulative) or that
    is not understood, as the names of areas over columns."""
    meaning = reader.text(head)
    return bool(meaning.sex or meaning.basis or meaning.axis or meaning.unknown) or meaning.role in (
        "target", "rank", "ignore",
    )  # fmt: skip


def _proved(pairs: _Pairs, others: Sequence[_Pairs], rows: Cells) -> bool:
    """True where a printed percent, a column of sasaran or the other pairs of the row show what the second number is."""
    values = {row: tuple(_value(text) for text in texts) for row, texts in pairs.cells.items()}
    shares = [each for each in values.values() if len(each) > 2]
    if len(shares) >= FEWEST:
        return all(each[1] and abs(each[0] / each[1] * 100 - each[2]) <= 1 for each in shares)
    if len(values) < ROWS_TO_PROVE or len({each[1] for each in values.values()}) < FEWEST:
        return False
    beside = [
        {row: _value(other.cells[row][1]) for row in other.cells} for other in others if other.column != pairs.column
    ]
    width = max(len(cells) for cells in rows)
    beside += [{row: rows[row][column] for row in values if column < len(rows[row])} for column in range(width)]
    for column in beside:
        same = sum(1 for row, each in values.items() if column.get(row) == each[1])
        if same >= NEARLY_ALL * len(values):
            return True
    return False


def _value(text: str) -> float:
    number = number_of(text, style_of([text], percent="," in text)).number
    return number if number is not None else float("nan")


def _groups_of_shares(rows: Cells, shares: Set[int], heads: Mapping[int, tuple[int, tuple[str, ...]]]) -> Iterator[tuple[int, int]]:
    """(row, column) of the heads with a percent sign above such columns alone: it speaks of the number in brackets."""
    lowest = min((heads[column][0] for column in shares), default=0)
    for row in range(max(0, lowest - HIGHEST_HEAD), lowest):
        texts = [column for column, cell in enumerate(rows[row]) if cell.__class__ is str and cell.strip()]
        for column, end in pairwise([*texts, max(shares) + 1]):
            if "%" in str(rows[row][column]) and shares.issuperset(range(column, end)):
                yield row, column


def _cut(
    rows: Cells,
    merges: Sequence[tuple[int, int, int, int]],
    pairs: Sequence[_Pairs],
    heads: Mapping[int, tuple[int, tuple[str, ...]]],
) -> Grid:
    """The grid with each of these columns as several; `Grid.columns` leads back to the sheet."""
    width = max(len(cells) for cells in rows)
    columns = [column for column in range(width) for _ in range(len(heads[column][1]) if column in heads else 1)]
    first = {column: columns.index(column) for column in range(width)}
    cut = [[cells[column] if column < len(cells) else None for column in columns] for cells in rows]
    for each in pairs:
        row_of_head, texts = heads[each.column]
        at = first[each.column]
        for cells in cut:
            cells[at + 1 : at + len(texts)] = [None] * (len(texts) - 1)
        cut[row_of_head][at : at + len(texts)] = texts
        for row, numbers in each.cells.items():
            cut[row][at : at + len(texts)] = [*numbers, *([None] * (len(texts) - len(numbers)))]
    shares = {each.column for each in pairs if each.share}
    for row, column in _groups_of_shares(rows, shares, heads):
        cut[row][first[column]] = _without_sign(fold_spaces(str(rows[row][column]))) or "abs"
    moved = []
    for r0, c0, r1, c1 in merges:
        if c0 == c1 and c0 in heads and r0 <= heads[c0][0] <= r1:
            moved += [(r0, first[c0] + place, r1, first[c0] + place) for place in range(len(heads[c0][1]))]
        else:
            last = first[min(c1, width - 1)] + (len(heads[c1][1]) - 1 if c1 in heads else 0) + max(0, c1 - width + 1)
            moved.append((r0, first[c0], r1, last))
    return Grid(cut, tuple(moved), columns=tuple(columns))
