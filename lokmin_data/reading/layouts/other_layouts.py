"""Tables without a column of areas: areas as columns, one sheet an area, lists of indicators without a head word."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from lokmin_data.reading.heads.headers import Column, Head, read_head
from lokmin_data.reading.heads.tables import Frame, Grid
from lokmin_data.reading.layouts.area_groups import counts_several, heads_by_area
from lokmin_data.reading.layouts.listed_months import lists_months
from lokmin_data.reading.layouts.listed_rows import last_row, listed_heads, with_labels_beside
from lokmin_data.reading.layouts.long_tables import widened, with_value_named
from lokmin_data.reading.layouts.named_groups import with_named_groups
from lokmin_data.reading.layouts.not_areas import hold_money, name_no_areas
from lokmin_data.reading.layouts.pairs import with_pairs_cut
from lokmin_data.reading.layouts.role_rows import frames_apart, under_corner
from lokmin_data.reading.layouts.sasaran_rows import with_sasaran_row
from lokmin_data.reading.layouts.scored import holds_texts, is_score
from lokmin_data.reading.layouts.short_times import with_times_in_full
from lokmin_data.reading.words.labels import is_age, label_kind
from lokmin_data.reading.words.meaning import AREA_LEVELS, Meaning, Reader
from lokmin_data.reading.words.period import NEVER, Period
from lokmin_data.reading.words.tokens import fold_spaces
from lokmin_data.reading.words.values import kind_of

#: Areas as columns: at least so many, and at least this share of the columns.
FEWEST_NAMES, SHARE_OF_NAMES = 2, 0.5
#: Numbers or texts stand so many times as often as the others.
SEVERAL = 2


@dataclass(frozen=True)
class Found:
    """A table that was found in another way: its (maybe turned) grid, its head, and the frame as it stands in the sheet."""

    grid: Grid
    head: Head
    frame: Frame
    area: str = ""  # whose table it is, where a head over its columns says so


def other_layouts(grid: Grid, heads: Sequence[Head], reader: Reader, *, titled: Period = NEVER) -> list[Found]:
    """All tables of a sheet: those with their areas as columns turned, and lists without a head word added; `titled`: the period that
    holds for the sheet or its file."""
    found = []
    grid = with_times_in_full(grid, heads, titled, reader)
    for head in (_without_tail(grid, with_labels_beside(grid, head, reader)) for head in heads):
        long = widened(grid, head, reader)
        measured = None if long else with_sasaran_row(grid, head, reader)
        of_areas = _by_area(grid, head, reader) if measured else []  # else only the sum behind the groups of the areas is read
        long = long or (None if of_areas else measured)
        turned = Found(*long, head.frame) if long else None if of_areas else _turned(grid, head, reader)
        found += [turned] if turned else of_areas or _by_area(grid, head, reader) or [_as_it_stands(grid, head, reader)]
    if not any(_lists_rows(grid, head) for head in heads):
        listed = _listed(grid, reader)
        found = listed if any(each.area for each in listed) else found + listed
    return _with_roles(found, grid, reader)


def _with_roles(found: list[Found], grid: Grid, reader: Reader) -> list[Found]:
    """The tables with those whose rows only say how the one indicator of the title is written."""
    roles = frames_apart(grid, [each.frame for each in found], reader)
    anchors = {frame.anchor for frame in roles}
    kept = [each for each in found if each.frame.anchor not in anchors]
    apart = [frame for frame in roles if not any(each.frame.top <= frame.anchor <= each.frame.last for each in kept)]
    turned = (_turn(grid, frame, frame.names, frame.names + 1, "desa", frame.anchor, reader) for frame in apart)
    return kept + [under_corner(each, grid, reader) for each in turned]


def _without_tail(grid: Grid, head: Head) -> Head:
    """The head of a list of indicators or months without the signatures below it: below a column that may be an area's they
    would make it one of texts, below the labels they would be labels."""
    if not head.axis("indicator", "month"):
        return head
    return replace(head, frame=replace(head.frame, last=last_row(grid, head.frame)))


def _as_it_stands(grid: Grid, head: Head, reader: Reader) -> Found:
    return Found(grid, with_value_named(_without_false_names(grid, head), reader), head.frame)


def _lists_rows(grid: Grid, head: Head) -> bool:
    """True for a head with a column of names, indicators or months; "Puskesmas" over the numbers of all desa is none."""
    if head.axis("indicator", "month"):
        return True
    rows = grid.rows[head.frame.bottom + 1 : head.frame.last + 1]
    columns = ([kind_of(row[each.index]) for row in rows if each.index < len(row)] for each in head.axis(*AREA_LEVELS))
    return any(kinds.count("number") <= kinds.count("text") for kinds in columns)


def _without_false_names(grid: Grid, head: Head) -> Head:
    """The head of a list of indicators or months with areas right of them that hold numbers, as below RW over "01", "02", taken for
    columns without a meaning: their rows are no areas."""
    labels, areas = head.axis("indicator", "month"), head.axis(*AREA_LEVELS)
    if not labels or not areas or any(each.index < labels[0].index or not _mostly_numbers(grid, each, head.frame) for each in areas):
        return head
    wrong = {each.index for each in areas}
    columns = (column.meaning_so(Meaning(unknown=column.path)) if column.index in wrong else column for column in head.columns)
    return replace(head, columns=tuple(columns))


def _mostly_numbers(grid: Grid, column: Column, frame: Frame) -> bool:
    """True for a column with a number in most rows."""
    kinds = [kind_of(row[column.index]) for row in grid.rows[frame.bottom + 1 : frame.last + 1] if column.index < len(row)]
    return kinds.count("number") > SEVERAL * kinds.count("text")


def _turned(grid: Grid, head: Head, reader: Reader) -> Found | None:
    """The table turned where its rows are indicators and its columns areas, else None."""
    labels = head.axis("indicator") or head.axis("month")
    if not labels or any(not _of_numbers(grid, column, head.frame) for column in head.axis(*AREA_LEVELS)):
        return None
    label = labels[0].index
    columns = [column for column in head.columns if column.index > label and column.path]
    names = [column for column in columns if _is_name_beside(column.meaning) and not any(map(is_age, column.path))]
    names = [column for column in names if not is_score(column.path, reader) and not holds_texts(grid, column, head.frame, reader)]
    if len(names) < FEWEST_NAMES or not any(_is_name(column.meaning) for column in names):
        return None
    if name_no_areas([column.path[-1] for column in names], reader) or hold_money(grid, names, head.frame):
        return None
    first = names[0].index
    if len(names) < SHARE_OF_NAMES * len([column for column in columns if column.index >= first and not _sums_up(column, reader)]):
        return None
    listed = _lists_indicators(grid, head.frame, label, reader) if head.axis("indicator") else lists_months(grid, head, label, names, reader)
    if not listed or any(counts_several(own, label) for _, own in heads_by_area(head, label, reader, _is_name)):
        return None
    name_row = _name_row(grid, head.frame, names, reader)
    if _repeat(grid.rows[name_row][column.index] for column in names):
        return None
    if name_row != head.frame.bottom:
        grid, starts = with_named_groups(grid, head.frame, label, name_row, reader)
        first = max((start for start in starts if start <= first), default=first)
    return _turn(grid, head.frame, label, first, _level(head, names), name_row, reader)


def _of_numbers(grid: Grid, column: Column, frame: Frame) -> bool:
    """True for a column of numbers: "Puskesmas" behind the desa is their total, no column of names."""
    cells = [row[column.index] for row in grid.rows[frame.bottom + 1 : frame.last + 1] if column.index < len(row)]
    kinds = [kind_of(cell) for cell in cells]
    return "number" in kinds and "text" not in kinds


def _name_row(grid: Grid, frame: Frame, names: Sequence[Column], reader: Reader) -> int:
    """The head row that holds the names: the last, unless L and P stand below them; the first name may look like a head word."""
    if not any(column.meaning.sex in ("L", "P") for column in names):
        return frame.bottom
    for row in range(frame.bottom, frame.top - 1, -1):
        cells = (grid.rows[row][column.index] for column in names)
        if any(cell.__class__ is str and reader.text(fold_spaces(cell)).unknown for cell in cells):
            return row
    return frame.bottom


def _repeat(names: Iterable[object]) -> bool:
    """True where the same texts stand again and again: "P | M" below the name of each desa names none."""
    texts = [fold_spaces(name) for name in names if name.__class__ is str]
    return len(texts) >= SEVERAL * max(1, len(set(texts)))


def _by_area(grid: Grid, head: Head, reader: Reader) -> list[Found]:
    """One table for each area whose name stands over a group of columns, where the rows are indicators or months."""
    labels = head.axis("indicator") or head.axis("month")
    if not labels or head.axis(*AREA_LEVELS):
        return []
    heads = heads_by_area(head, labels[0].index, reader, _is_name)
    return [Found(*(with_sasaran_row(grid, own, reader, titled=True) or (grid, own)), head.frame, area) for area, own in heads]


def _is_name(meaning: Meaning) -> bool:
    """True for what can be an area's name: unknown words and nothing that is counted."""
    return bool(meaning.unknown) and not (meaning.indicator or meaning.population or meaning.month or meaning.role)


def _is_name_beside(meaning: Meaning) -> bool:
    """True for an area's name and for one with a word of a column that is passed over: "Rata Jaya", "Batu Raja"."""
    return _is_name(meaning if meaning.role != "ignore" or meaning.note else replace(meaning, role=""))


def _sums_up(column: Column, reader: Reader) -> bool:
    """True for a column of a total, a mean or a target behind the areas."""
    return not column.meaning.unknown and label_kind(fold_spaces(column.path[-1]), "desa", reader) in ("total", "target")


def _lists_indicators(grid: Grid, frame: Frame, label: int, reader: Reader) -> bool:
    """True where at least half of the row labels are understood and one of them names an indicator."""
    labels = [
        fold_spaces(row[label]) for row in grid.rows[frame.bottom + 1 : frame.last + 1] if row[label].__class__ is str
    ]
    known = [reader.text(text) for text in labels]
    understood = [meaning for meaning in known if not meaning.unknown]
    return any(meaning.indicator for meaning in understood) and len(understood) >= SHARE_OF_NAMES * len(labels)


def _level(head: Head, names: Sequence[Column]) -> str:
    """The level of the areas that are columns: what the text above them says, else desa."""
    levels = [level for text in names[0].path[:-1] for level in AREA_LEVELS if level in text.lower()]
    return levels[-1] if levels else "desa"


def _turn(grid: Grid, frame: Frame, label: int, first: int, level: str, name_row: int, reader: Reader) -> Found:
    rows = [list(line) for line in zip(*grid.rows, strict=True)]
    for top, left, bottom, right in grid.merges:
        if left == right and top < name_row <= bottom and label_kind(str(rows[left][top] or ""), level, reader) == "apart":
            rows[left][name_row] = rows[left][top]  # "LUAR WILAYAH" beside the head over the names
    merges = tuple((c0, r0, c1, r1) for r0, c0, r1, c1 in grid.merges)
    turned = with_pairs_cut(Grid(rows, merges, known_texts=grid.texts), reader)
    turned = replace(turned, turned=True, lines=grid.columns)
    lines = turned.columns or tuple(range(len(grid.rows)))
    turned = replace(turned, columns=tuple(grid.lines[line] for line in lines)) if grid.lines else turned
    names, last = lines.index(name_row), max(at for at, line in enumerate(lines) if line <= frame.last)
    bottom = _last_of_words(grid, frame, label, first)
    head = read_head(turned, Frame(label, label, bottom, frame.right, names, last, names, 0), reader)
    axes = {names: level} | dict.fromkeys(range(names + 1, lines.index(frame.bottom) + 1), "sex")
    columns = tuple(
        replace(column, meaning=Meaning(axis=axes[column.index])) if column.index in axes else column
        for column in head.columns
    )
    return Found(turned, replace(head, columns=columns), frame)


def _last_of_words(grid: Grid, frame: Frame, label: int, first: int) -> int:
    """The last column before the areas that is no column of numbers: a sum or a target may stand between."""
    last = first - 1
    while last > label:
        kinds = [kind_of(row[last]) for row in grid.rows[frame.bottom + 1 : frame.last + 1] if last < len(row)]
        if kinds.count("number") <= kinds.count("text"):
            break
        last -= 1
    return last


def _listed(grid: Grid, reader: Reader) -> list[Found]:
    """The tables whose rows begin with indicators though no head word says so."""
    found: list[Found] = []
    for head in listed_heads(grid, reader):
        turned = _turned(grid, head, reader)
        found += [turned] if turned else _by_area(grid, head, reader) or [Found(grid, head, head.frame)]
    return found
