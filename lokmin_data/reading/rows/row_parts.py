"""Tables with several rows for each desa, by school level, age or who counted: only the row of all of them is the desa's."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, NamedTuple

from lokmin_data.model import Problem
from lokmin_data.reading.layouts.stubs import Stub, cell_of
from lokmin_data.reading.words.labels import label_kind, writing
from lokmin_data.reading.words.meaning import Reader
from lokmin_data.reading.words.tokens import fold_spaces
from lokmin_data.reading.words.values import is_filler, kind_of_text

if TYPE_CHECKING:
    from lokmin_data.reading.heads.headers import Column, Head
    from lokmin_data.reading.heads.tables import Grid
    from lokmin_data.reading.rows.areas import Row

#: The kinds of a row that is only a part of a desa: beside one of the whole, and where no row is the whole.
PART, PART_OF_NOTHING = "part", "orphaned"
#: So many groups of rows, and this share of all of them, show that a column parts the desa.
FEWEST_GROUPS, NEARLY_ALL, SEVERAL = 2, 0.8, 2


@dataclass(frozen=True, kw_only=True)
class RowsOfParts(Problem):
    """Rows that part each desa, without a row of the whole."""

    code = "baris-bagian"
    severity = "skipped"
    what = "Desa ditulis dalam beberapa baris menurut kolom '{found}' tanpa baris jumlah; satu bagian bukan capaian desa, jadi tidak dibaca."
    fix = "Tambahkan baris 'Jumlah' untuk setiap desa, lalu unggah ulang."


class _Group(NamedTuple):
    """The rows of one desa (and period): the place of the row that names it, and those that hold its numbers."""

    first: int
    places: list[int]


def with_whole_rows(rows: list[Row], grid: Grid, head: Head, stub: Stub, reader: Reader) -> list[Row]:
    """The rows where a column parts each desa: the row of the whole bears its name, the others are parts."""
    groups = _groups(rows) if stub.names else []
    several = [group for group in groups if len(group.places) >= SEVERAL]
    desa = [group for group in groups if rows[group.first].kind != "total"]
    if len([group for group in several if group in desa]) < min(FEWEST_GROUPS, len(desa)) or not several or _told_apart(several, rows):
        return rows
    listed = any(row.meaning and (row.meaning.indicator or row.meaning.population) for row in rows)
    for column in head.columns:
        if _may_part(column, stub, listed=listed):
            texts = {place: _text(grid.rows[row.index], column, reader) for place, row in enumerate(rows)}
            if _parts(several, texts, rows) and (len(desa) >= FEWEST_GROUPS or column.index < min(stub.values, default=0)):
                return _decided(rows, groups, texts, reader)
    return rows


def _head_of_parts(rows: Sequence[Row], grid: Grid, head: Head) -> str:
    """The head of the column by which rows are parts of nothing; its texts may be names of persons and are not told."""
    parts = [row for row in rows if row.kind == PART_OF_NOTHING]
    for column in head.columns:
        cells = [cell_of(grid.rows[row.index], column) for row in parts]
        if column.index > head.frame.names and all(cell.__class__ is str and kind_of_text(cell) == "text" for cell in cells):
            return column.path[-1] if column.path else ""
    return ""


def parts_told(tables: Iterable[tuple[str, Sequence[Row], Callable[[Row], str], Grid, Head]]) -> Iterator[Problem]:
    """One problem for each sheet whose tables (sheet, rows, cell of a row's name, grid, head) have parts of nothing."""
    told = set()
    for sheet, rows, cell, grid, head in tables:
        first = next((row for row in rows if row.kind == PART_OF_NOTHING), None)
        if first and sheet not in told:
            told.add(sheet)
            yield RowsOfParts(sheet=sheet, cell=cell(first), found=_head_of_parts(rows, grid, head))


def _groups(rows: Sequence[Row]) -> list[_Group]:
    """The rows of each desa: those that bear its name or none, of one period and sex."""
    groups: list[_Group] = []
    key: tuple = ()
    for place, row in enumerate(rows):
        own = (row.folded, row.folded_within, row.period, row.sex)
        nameless = not row.area and row.kind in ("total", "filler")
        if groups and nameless and row.period == rows[groups[-1].first].period or groups and own == key and row.kind == "area":
            groups[-1].places.append(place)
        elif row.kind in ("area", "total", "empty") and row.area:
            groups.append(_Group(place, [place] if row.kind != "empty" else []))
            key = own if row.kind != "total" else ()
    return groups


def _told_apart(groups: Sequence[_Group], rows: Sequence[Row]) -> bool:
    """True where nearly every desa's rows name another indicator each: what stands beside these only groups them."""
    named = [[row.meaning for row in (rows[place] for place in group.places) if row.meaning] for group in groups]
    apart = [len(set(each)) == len(group.places) and any(one.indicator for one in each) for each, group in zip(named, groups, strict=True)]
    return apart.count(True) >= NEARLY_ALL * len(apart)


def _may_part(column: Column, stub: Stub, *, listed: bool) -> bool:
    """True for a column behind the names that is no axis; a list of indicators that names none is one of parts."""
    axis = column.meaning.axis
    return bool(stub.names) and column.index > stub.names.index and bool(column.path) and (not axis or axis == "indicator" and not listed)


def _text(cells: Sequence[object], column: Column, reader: Reader) -> str:
    """The text of a part; empty where there is none, or one that says how the row is written or of which period it is."""
    cell = cell_of(cells, column)
    if cell.__class__ is not str or kind_of_text(cell) != "text" or is_filler(cell) or writing(cell):
        return ""
    meaning = reader.text(fold_spaces(cell))
    return "" if meaning.role in ("percent", "denominator", "numerator") else fold_spaces(cell).casefold()


def _parts(groups: Sequence[_Group], texts: dict[int, str], rows: Sequence[Row]) -> bool:
    """True where nearly all groups hold different texts, in all of their rows but one."""
    own = [[texts[place] for place in group.places] for group in groups if rows[group.first].kind != "total"]
    said = [[text for text in each if text] for each in own]
    fits = [len(each) >= max(len(every) - 1, 1) and len(set(each)) == len(each) for each, every in zip(said, own, strict=True)]
    return any(len(each) >= SEVERAL for each in said) and fits.count(True) >= max(min(FEWEST_GROUPS, len(own)), NEARLY_ALL * len(own))


def _decided(rows: list[Row], groups: Sequence[_Group], texts: dict[int, str], reader: Reader) -> list[Row]:
    """The rows with one of the whole for each group, if there is one."""
    changed = list(rows)
    sums = _sums_behind(rows, groups, texts)
    for number, group in enumerate(groups):
        if number in sums.values() or not any(texts[place] for place in group.places):
            continue
        namer = rows[group.first]
        whole = [place for place in group.places if _says_all(texts[place], reader)]
        if not whole and number in sums:
            whole = [groups[sums[number]].first]
        for place in group.places:
            kind = PART if whole or namer.kind == "total" else PART_OF_NOTHING
            changed[place] = replace(rows[place], kind=kind, area=rows[place].area or namer.area)
        for place in _percents_of(group, rows) if not whole and namer.kind != "total" else ():
            changed[place] = replace(rows[place], kind=PART_OF_NOTHING)
        if whole:
            changed[whole[0]] = replace(namer, index=rows[whole[0]].index, kind="area" if namer.kind == "empty" else namer.kind)
    return changed


def _percents_of(group: _Group, rows: Sequence[Row]) -> Iterator[int]:
    """The places of the percents among the rows of a desa and right behind them: nobody knows of which part they are."""
    for place in range(group.first, len(rows)):
        row = rows[place]
        if row.kind == "percent":
            yield place
        elif place > max(group.places) and (row.area or row.kind != "filler"):
            return


def _sums_behind(rows: Sequence[Row], groups: Sequence[_Group], texts: dict[int, str]) -> dict[int, int]:
    """The number of the group of one row "Jumlah" behind each desa, where every desa has its own."""
    desa = [number for number, group in enumerate(groups) if rows[group.first].kind != "total"]
    behind = {number: number + 1 for number in desa if number + 1 < len(groups) and rows[groups[number + 1].first].kind == "total"}
    own = all(len(groups[each].places) == 1 and not texts[groups[each].first] for each in behind.values())
    return behind if own and len(behind) == len(desa) else {}


def _says_all(text: str, reader: Reader) -> bool:
    """True for "Jumlah", "Total L+P", "Semua umur", "SD + SMP"."""
    if not text:
        return False
    first = reader.tokens(text)[:1]
    return label_kind(text, "indicator", reader) == "total" or bool(first) and first[0] in reader.words.lists["baris_semua"]["awal"]
