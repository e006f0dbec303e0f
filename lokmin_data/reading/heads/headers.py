"""The path of head texts above each column of a table, and what each column means."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from lokmin_data.model import MONTH_NAMES
from lokmin_data.reading.heads.banners import without_banners
from lokmin_data.reading.heads.block_ends import begins_block
from lokmin_data.reading.heads.centred_labels import move_to_their_groups, name_counted_runs
from lokmin_data.reading.heads.dated_heads import name_dated_months
from lokmin_data.reading.heads.head_groups import without_list_numbers
from lokmin_data.reading.heads.head_paths import completed
from lokmin_data.reading.heads.numbering import numbers_columns
from lokmin_data.reading.heads.only_numbers import with_only_number
from lokmin_data.reading.heads.resolving import Path, resolved
from lokmin_data.reading.heads.row_lists import with_one_list
from lokmin_data.reading.heads.table_heads import is_table
from lokmin_data.reading.heads.table_starts import nearness
from lokmin_data.reading.heads.tables import Frame, Grid, find_frames
from lokmin_data.reading.words.meaning import AREA_LEVELS, Meaning, Reader
from lokmin_data.reading.words.period_names import counted_month
from lokmin_data.reading.words.tokens import fold_spaces
from lokmin_data.reading.words.values import kind_of, kind_of_text

_TWELVE = [str(number) for number in range(1, len(MONTH_NAMES) + 1)]
#: A row with at least so many numbers is a row of the table above.
MANY_NUMBERS = 2
#: Plain numbers 1, 2, 3 ... below a head may be doses, visits or classes; so many number the columns.
MORE_THAN_DOSES = 7
#: Visits of pregnant women (K1 to K8) and classes of a school are at most so many; where more are numbered alone, they are months.
MOST_VISITS = 9
#: So many months, numbered from 1 on, stand in a row.
FEWEST_MONTHS = 3

_ROMAN_MONTHS = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII")
_TRIBULAN = _ROMAN_MONTHS[:4]
_INITIALS = list("JFMAMJJASOND")


@dataclass(frozen=True, eq=False)  # compared by identity
class Column:
    """One column of a table: where it stands, the texts above it, what they mean."""

    index: int
    path: Path
    meaning: Meaning

    def meaning_so(self, meaning: Meaning) -> Column:
        """The column with this meaning: itself where it means that already."""
        return self if meaning is self.meaning else Column(self.index, self.path, meaning)


@dataclass(frozen=True)
class Head:
    """The head of a table understood; `banners` are texts over all of its columns."""

    frame: Frame
    columns: tuple[Column, ...]
    banners: tuple[str, ...] = ()

    def axis(self, *names: str) -> list[Column]:
        """The columns that hold names, months, numbers ... of the given axes."""
        return [column for axis, column in self._stub if axis in names]

    @cached_property
    def _stub(self) -> tuple[tuple[str, Column], ...]:
        """The few columns that hold no numbers to count, with their axes."""
        return tuple((column.meaning.axis, column) for column in self.columns if column.meaning.axis)


def find_heads(grid: Grid, reader: Reader) -> list[Head]:
    """The heads of all tables of a grid."""
    heads: dict[tuple[int, int], Head] = {}

    def accepts(frame: Frame) -> bool:
        head = read_head(grid, frame, reader)
        if not is_table(head, reader) or _repeats(grid, head, list(heads.values()), reader):
            return False
        heads[frame.anchor, frame.left] = head
        return True

    found = ((frame, heads[frame.anchor, frame.left]) for frame in find_frames(grid, reader, accepts))
    return [with_one_list(grid, Head(frame, head.columns, head.banners), reader) for frame, head in found]


def _head_print(grid: Grid, frame: Frame) -> tuple:
    """What two heads must share to be one head at two places: the cells, and the merged ranges with their texts."""
    cells = tuple(tuple(row[frame.left : frame.right + 1]) for row in grid.rows[frame.top : frame.bottom + 1])
    merges = tuple(
        (r0 - frame.top, c0, r1 - frame.top, c1, grid.rows[r0][c0] if c0 < len(grid.rows[r0]) else None)
        for r0, c0, r1, c1 in grid.merges_in(frame.top, frame.bottom)
        if c0 <= frame.right and c1 >= frame.left
    )
    return (frame.left, frame.right, frame.names - frame.left, frame.bottom - frame.top, cells, merges)


def _repeats(grid: Grid, head: Head, earlier: list[Head], reader: Reader) -> bool:
    """True for the same head once more right below a row of numbers, which are no labels: a new page of the same table."""
    if not earlier or head.frame.top == 0:
        return False
    before = grid.rows[head.frame.top - 1][head.frame.left : head.frame.right + 1]
    if sum(1 for cell in before if kind_of(cell) == "number") < MANY_NUMBERS:
        return False
    if begins_block(grid.rows[: head.frame.top], reader):
        return False
    return [column.path for column in earlier[-1].columns] == [column.path for column in head.columns]


def read_head(grid: Grid, frame: Frame, reader: Reader) -> Head:
    """The columns of a frame with their paths and meanings."""
    return Head(frame, *reader.forms.form(_head_print(grid, frame), lambda: _columns(grid, frame, reader)))


def _columns(grid: Grid, frame: Frame, reader: Reader) -> tuple[tuple[Column, ...], tuple[str, ...]]:
    """(columns, banners) of a head's texts."""
    cells = (cell for row in grid.rows[frame.top : frame.bottom + 1] for cell in row[frame.left : frame.right + 1])
    reader.forms.keep_anchors((cell for cell in cells if cell.__class__ is str), reader.anchors)  # type: ignore[misc]
    lines = [without_list_numbers(line) for line in _filled(grid, frame, reader)]
    lines, banners = without_banners(_without_numbering(lines), frame, reader)
    paths = completed([_path(lines, place) for place in range(frame.right - frame.left + 1)], reader)
    meanings = [reader.head(path) if path else Meaning(role="ignore") for path in paths]
    meanings = with_only_number(paths, resolved(paths, meanings, reader), reader)
    columns = tuple(
        Column(frame.left + place, path, meaning)
        for place, (path, meaning) in enumerate(zip(paths, meanings, strict=True))
    )
    return columns, banners


def _text(cell: object) -> str | None:
    if cell is None:
        return None
    if cell.__class__ is str:
        return fold_spaces(cell) or None
    if cell.__class__ is float and cell.is_integer():
        return str(int(cell))
    if isinstance(cell, date):
        return f"{MONTH_NAMES[cell.month - 1]} {cell.year}"
    return str(cell)


def _filled(grid: Grid, frame: Frame, reader: Reader) -> list[list[str | None]]:
    """The head's texts row by row, merged cells filled, and texts carried over their group where nothing is merged."""
    width = range(frame.left, frame.right + 1)
    lines = [
        [_text(row[column]) if column < len(row) else None for column in width]
        for row in (grid.rows[number] for number in range(frame.top, frame.bottom + 1))
    ]
    covered = [[False] * len(line) for line in lines]
    for r0, c0, r1, c1 in grid.merges_in(frame.top, frame.bottom):
        text = _text(grid.rows[r0][c0]) if r0 < len(grid.rows) and c0 < len(grid.rows[r0]) else None
        for row in range(max(r0, frame.top), min(r1, frame.bottom) + 1):
            for column in range(max(c0, frame.left), min(c1, frame.right) + 1):
                lines[row - frame.top][column - frame.left] = text
                covered[row - frame.top][column - frame.left] = True
    name_counted_runs(lines, covered)
    _month_numbers_named(lines, reader)
    move_to_their_groups(lines, covered)
    _carry_right(lines, covered)
    return lines


def _month_numbers_named(lines: list[list[str | None]], reader: Reader) -> None:
    """Writes the months of a head row 1, 2, 3 ... or I, II, III, IV, V ... as names; I to IV alone may be tribulan, and
    below POLIO or DPT they are doses."""
    for above, line in zip([[], *lines], lines, strict=False):
        _initials_named(line)
        name_dated_months(line)
        _counted_months_named(line)
        counted = [(upper or "", text) for upper, text in zip(above, line, strict=False) if text and text.isdecimal()]
        runs = Counter(upper for upper, _ in counted)
        if counted and max(runs.values()) < MORE_THAN_DOSES and all(reader.text(upper).family == "dosis" for upper, _ in counted):
            _doses_named(line)
            continue
        romans = [text and text.strip(". ").upper() for text in line]
        found = [text for text in romans if text in _ROMAN_MONTHS]
        if len(set(found)) > len(_TRIBULAN) and found[0] == "I":
            pairs = zip(romans, line, strict=True)
            line[:] = [MONTH_NAMES[_ROMAN_MONTHS.index(roman)] if roman in _ROMAN_MONTHS else text for roman, text in pairs]
        numbers = [text for text in line if text and text.isdecimal() and 1 <= int(text) <= len(MONTH_NAMES)]
        texts = [text for text in line if text and not text.isdecimal() and kind_of_text(text) == "text"]
        few_texts = len(set(numbers)) > 2 and len(texts) <= 2
        plain = [number.lstrip("0") for number in numbers]
        told = _below_months([upper for upper, _ in counted], reader) and plain == _TWELVE[: len(plain)]
        if numbers and plain[0] == "1" and (few_texts or told or texts and plain == _TWELVE or _counts_alone(counted, plain)):
            line[:] = [MONTH_NAMES[int(text) - 1] if text in numbers else text for text in line]


def _below_months(uppers: Sequence[str], reader: Reader) -> bool:
    """True where "BULAN" stands over the first of several columns, and nothing else over the others."""
    return len(uppers) > 1 and reader.text(uppers[0]).axis == "month" and {*uppers[1:]} <= {"", uppers[0]}


def _doses_named(line: list[str | None]) -> None:
    """Writes 1, 2, 3 below their antigens as doses where nothing else stands in their row: they number no columns."""
    if not any(text and kind_of_text(text) == "text" for text in line):
        line[:] = [f"dosis {text}" if text and text.isdecimal() else text for text in line]


def _counts_alone(counted: Sequence[tuple[str, str]], plain: Sequence[str]) -> bool:
    """True for 1, 2, 3 ... without any text above, more than there are visits or classes."""
    return len(plain) > MOST_VISITS and list(plain) == _TWELVE[: len(plain)] and not any(upper for upper, _ in counted)


def _initials_named(line: list[str | None]) -> None:
    """Writes twelve neighbouring initials J F M A M J J A S O N D as the names of the months."""
    capitals = [text and text.strip(".").upper() for text in line]
    for start in range(len(line) - len(_INITIALS) + 1):
        if capitals[start : start + len(_INITIALS)] == _INITIALS:
            line[start : start + len(_INITIALS)] = MONTH_NAMES


def _counted_months_named(line: list[str | None]) -> None:
    """Writes months that are numbered from 1 on, "Bln 1", "Bulan ke-2", "Bulan III", as their names."""
    found = {text: month for text in line if text and text[0] in "Bb" and (month := counted_month(text))}
    months = list(dict.fromkeys(found.values()))
    if len(months) >= FEWEST_MONTHS and months == list(range(1, len(months) + 1)):
        line[:] = [MONTH_NAMES[found[text] - 1] if text in found else text for text in line]


def _carry_right(lines: list[list[str | None]], covered: list[list[bool]]) -> None:
    """Carries a group's text over the empty cells to its right that have heads below and the same group above."""
    for number, line in enumerate(lines[:-1]):
        below = lines[number + 1 :]
        start = 0
        for place in range(1, len(line)):
            if line[place] is not None:
                start = place
                continue
            same_group = all(upper[place] == upper[place - 1] for upper in lines[:number])
            headed = any(lower[place] is not None for lower in below)
            leads = any(lower[start] is not None and lower[start] != line[start] for lower in below)
            if (
                line[start] is not None
                and same_group
                and headed
                and leads
                and not (covered[number][start] or covered[number][place])
            ):
                line[place] = line[start]
            else:
                start = place


def _without_numbering(lines: list[list[str | None]]) -> list[list[str | None]]:
    """The lines without one that numbers the columns (a), (b), b/a; texts merged down into it do not count."""
    kept = []
    for number, line in enumerate(lines):
        above = lines[number - 1] if number else [None] * len(line)
        own = [text for text, upper in zip(line, above, strict=True) if text and text != upper]
        doses = all(text.isdecimal() for text in own) and len(own) < MORE_THAN_DOSES
        kept.append([None] * len(line) if number and not doses and numbers_columns(own) else line)
    return kept


def _path(lines: Sequence[Sequence[str | None]], place: int) -> Path:
    """The texts above a column, outermost first, without repetitions and rows that only number the columns."""
    path: list[str] = []
    for line in lines:
        text = line[place]
        if text and (not path or path[-1] != text) and not _is_column_number(text, line):
            path.append(text)
    return tuple(path)


def _is_column_number(text: str, line: Sequence[str | None]) -> bool:
    plain = text.strip("() .")
    return (
        plain.isdecimal()
        and len(plain) < 4
        and all(kind_of(other) != "text" or _bracketed(other) for other in line if other)
    )


def _bracketed(text: str | None) -> bool:
    return text is None or text.strip("() .").isdecimal()


def area_columns(head: Head) -> tuple[Column | None, list[Column]]:
    """(the column with the finest areas, the columns with the wider ones)."""
    order = {level: place for place, level in enumerate(AREA_LEVELS)}

    def fineness(column: Column) -> tuple[int, int, int]:
        return order[column.meaning.axis], nearness(" ".join(column.path[-1:])), -column.index

    found = sorted(head.axis(*AREA_LEVELS), key=fineness)
    if not found:
        return None, []
    finest = found[-1]
    return finest, [column for column in found if order[column.meaning.axis] < order[finest.meaning.axis]]
