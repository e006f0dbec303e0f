"""What each row of a table is: an area, a total, a row set apart, a target, a filler, a section, a note."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from lokmin_data.reading.heads.headers import Column, Head
from lokmin_data.reading.heads.tables import Grid, is_numbering
from lokmin_data.reading.layouts.named_problems import listed_meaning
from lokmin_data.reading.layouts.row_periods import period_of_cell, row_period, says_percent
from lokmin_data.reading.layouts.stubs import COLUMNS_OF_WRITING, LEVELS, Stub, cell_of, outer_names, stub_of
from lokmin_data.reading.rows.doubted_rows import with_last_doubted, with_running_names, without_footnotes
from lokmin_data.reading.rows.percents_of_months import has_fraction, with_percents_of_months
from lokmin_data.reading.rows.row_parts import with_whole_rows
from lokmin_data.reading.rows.sections import is_section, section_total
from lokmin_data.reading.rows.struck_rows import without_crossed_out, without_struck
from lokmin_data.reading.rows.sums_of_months import sum_of_months
from lokmin_data.reading.words.labels import WIDER, kind_of_name, label_kind, writing
from lokmin_data.reading.words.meaning import Meaning, Reader
from lokmin_data.reading.words.period import NEVER, Period, period_of
from lokmin_data.reading.words.serving import groups_areas
from lokmin_data.reading.words.tokens import fold_spaces, without_marks
from lokmin_data.reading.words.values import is_filler, kind_of, kind_of_text

#: The name column of a row that numbers the columns holds at most `(b)`.
LONGEST_LETTER = 4
NAMED_KINDS = frozenset({"area", "apart", "total", "percent", "unclear"})
_OUTER_NUMBER = re.compile(r"^\s*\(?(?:[ivx]+|[a-h])[.)]*\s*$", re.IGNORECASE)


@dataclass(slots=True, unsafe_hash=True)  # nobody changes one; frozen it would take seven times as long to make
class Row:
    """One row of a table.  `kind`: area total apart carried percent target filler numbering note struck part; `area` as printed, spaces folded."""

    index: int
    kind: str
    area: str = ""
    level: str = ""
    within: str = ""  # the wider area (kecamatan, Puskesmas, desa) as printed
    period: Period = NEVER
    sex: str = ""
    meaning: Meaning | None = None  # the indicator where rows name it
    numbered: bool = False
    group: bool = False  # numbered or named as what holds several areas: I, A., Pustu ...
    running: bool = False  # a total amid the running numbers of the areas
    folded: str = ""  # the area and the wider area for comparing
    folded_within: str = ""


#: A line above the posyandu of a desa.
_BAND = re.compile(r"(?:desa|ds|kelurahan|kel|gampong|nagari|pekon|kalurahan)\b\.?\s*:?\s*(\S.*)$", re.IGNORECASE)


class _State(NamedTuple):
    """What the rows above say for those below: the name of a merged area, a section's period or indicator."""

    area: str = ""
    within: str = ""
    period: Period = NEVER
    meaning: Meaning | None = None
    desa: str = ""  # the last area above that is no posyandu
    kind: str = "area"  # what the last named row is


def read_rows(
    grid: Grid, head: Head, reader: Reader, *, area: str = "", level: str = "desa", within: str = ""
) -> list[Row]:
    """The rows of a table in their order; `area` of `level` inside `within`: whose it is where no column names areas."""
    stub = stub_of(grid, head, level, reader)
    state = _State(area, within)
    rows: list[Row] = []
    whole = head.frame.left == 0 and head.frame.right + 1 >= grid.width
    for index in range(head.frame.bottom + 1, min(head.frame.last + 1, len(grid.rows))):
        cells = grid.rows[index]
        own = cells if whole else cells[head.frame.left : head.frame.right + 1]
        if own.count(None) == len(own):
            continue
        row, state = _row(index, cells, grid, head, stub, state, reader)
        rows.append(row)
    rows = with_whole_rows(_with_towns(_of_one_unit(rows, stub), grid, stub, reader), grid, head, stub, reader)
    rows = without_crossed_out(without_struck(rows, grid, stub, reader), grid, stub, reader)
    rows = with_percents_of_months(with_running_names(rows, grid, stub, reader) if stub.names else rows, grid, head, stub.month, reader)
    return without_footnotes(with_last_doubted(rows) if stub.number else rows)


def _of_one_unit(rows: list[Row], stub: Stub) -> list[Row]:
    """The rows where every one with a number is a percent, which the heads say, too: no row holds the counts of another."""
    if stub.unsaid or {row.kind for row in rows if row.area and row.kind != "empty"} != {"percent"}:
        return rows
    return [replace(row, kind="area") if row.kind == "percent" else row for row in rows]


def _with_towns(rows: list[Row], grid: Grid, stub: Stub, reader: Reader) -> list[Row]:
    """The rows with `Kota Baru` in the middle of a list taken for the desa of that name: the total of a town stands at an end.  Not
    where every other area has a running number."""
    if not stub.names:
        return rows
    wider = WIDER.get(stub.level, frozenset()) & set(reader.words.lists["asal_lain"]["juga_nama"])
    valued = [place for place, row in enumerate(rows) if row.kind in ("area", "total")]
    inside = [(place, reader.tokens(rows[place].area)) for place in valued[1:-1] if rows[place].kind == "total"]
    towns = [place for place, words in inside if len(words) > 1 and words[0] in wider]
    column = stub.number.index if stub.number else -1
    if not towns or stub.number and all(grid.rows[row.index][column] is not None for row in rows if row.kind == "area"):
        return rows
    return [replace(row, kind="area") if place in towns else row for place, row in enumerate(rows)]


def _row(
    index: int, cells: Sequence[object], grid: Grid, head: Head, stub: Stub, state: _State, reader: Reader
) -> tuple[Row, _State]:
    label = _label(cells, stub)
    if len(label) < LONGEST_LETTER and is_numbering(cells[head.frame.left : head.frame.right + 1]):
        return Row(index, "numbering"), state
    if not _has_values(cells, stub):
        return _without_values(index, label, cells, stub, state, reader)
    number = cell_of(cells, stub.number)
    numbered = number is not None and kind_of(number) == "number"
    own = _wider_names(cells, stub, state)
    if sum_ := sum_of_months(cells, grid.rows[index + 1] if index + 1 < len(grid.rows) else (), stub, reader):
        row = Row(index, sum_.kind, sum_.text, stub.level, own, sum_.period, folded=sum_.text.casefold(), folded_within=own.casefold())
        return row, state._replace(period=sum_.period) if sum_.heads else state
    told = _told(cells, stub, reader)
    period = told.filled(state.period)
    if section := section_total(cells, label, stub, reader):
        return Row(index, "total", fold_spaces(label), stub.level, own, period, meaning=section), state._replace(meaning=section, area="")
    kind = _kind(label, numbered, stub, reader) if stub.names else "area"
    written = _written(cells, stub, reader)
    if kind in ("filler", "total") and not label and state.area and (_inherits(cells, stub) or written):
        kind, label = state.kind, state.area
    if not stub.names:
        kind, label = _kind_of_listed(cells, stub, reader, timed=bool(told.month or written), numbered=numbered), state.area
    if written == "percent":
        kind = "percent" if kind == "area" else "note"
    level = _level(label, stub, state, numbered)
    outer = outer_names(cells, stub) if level == "posyandu" else None
    if outer and LEVELS.get(outer.meaning.axis, outer.meaning.axis) == "desa" and label == cell_of(cells, outer):
        level = "desa"
    within = "" if outer and level == "desa" else own
    if level == "posyandu" and kind == "area":
        within = own = own or state.desa
    area = without_marks(fold_spaces(label)) if kind in NAMED_KINDS else ""
    row = Row(
        index, kind, area, level, within, period, _row_sex(cells, stub, reader), _row_meaning(cells, stub, state, reader),
        numbered, _is_group(label, number), folded=area.casefold(), folded_within=within.casefold(),
    )  # fmt: skip
    if stub.indicator and stub.names and stub.indicator.index < stub.names.index:
        state = state._replace(meaning=row.meaning)
    if kind in ("total", "apart", "target", "unclear", "carried") and label and stub.names:
        state = state._replace(area=fold_spaces(label), kind=kind)
    if kind == "area":
        within = own if stub.wider or level != "posyandu" else state.within
        desa = state.desa if level == "posyandu" else row.area
        state = _State(row.area, within, period if stub.month else state.period, state.meaning, desa, kind)
    return row, state


def _told(cells: Sequence[object], stub: Stub, reader: Reader) -> Period:
    """The period that a row itself says in a column of months, years or dates."""
    if not (stub.month or stub.year or stub.date):
        return NEVER  # most tables
    return row_period(cell_of(cells, stub.month), cell_of(cells, stub.year), cell_of(cells, stub.date), stub.month, reader)


def _has_values(cells: Sequence[object], stub: Stub) -> bool:
    for column in stub.values:
        cell = cells[column]
        if cell.__class__ is float or cell is not None and kind_of(cell) == "number":
            return True
    return False


def _label(cells: Sequence[object], stub: Stub) -> str:
    """The text that names the row: of the name column, else the first text left of it."""
    name = cell_of(cells, stub.names)
    if name.__class__ is str and kind_of_text(name) == "text":
        return name
    stop = stub.names.index if stub.names else (min(stub.values) if stub.values else len(cells))
    for place in range(stub.left, stop):
        cell = cells[place]
        if cell.__class__ is str and kind_of_text(cell) == "text" and place != _index(stub.month):
            if all(place != column.index for column in stub.wider):
                return cell
    return str(cell_of(cells, outer_names(cells, stub)) or "")


def _index(column: Column | None) -> int:
    return column.index if column else -1


def _kind(label: str, numbered: bool, stub: Stub, reader: Reader) -> str:
    return "note" if stub.names and label in stub.names.path else kind_of_name(label, stub.level, reader, numbered)  # its own head, again


def _is_group(label: str, number: object) -> bool:
    """True for a row that its own number (II, B.) or name (Pustu ...) calls a group of areas."""
    return number.__class__ is str and bool(_OUTER_NUMBER.match(number)) or groups_areas(label)


def _inherits(cells: Sequence[object], stub: Stub) -> bool:
    """True where a row without a name goes on with the area above: it says a month, a sex or an indicator."""
    return any(not is_filler(cell_of(cells, column)) for column in (stub.month, stub.sex, stub.indicator) if column)


def _written(cells: Sequence[object], stub: Stub, reader: Reader) -> str:
    """How a row's values are written where the row says so: `%` or `Abs` beside the name, an indicator `% stunting`."""
    cell = cell_of(cells, stub.indicator) if stub.unsaid else None
    if cell.__class__ is str and reader.text(fold_spaces(cell)).role == "percent":
        return "percent"
    if stub.month and not stub.names and says_percent(cell_of(cells, stub.month), has_fraction(cells, stub.values), reader):
        return "percent"
    first = stub.names.index + 1 if stub.names else stub.left
    unit = cells[stub.unit : stub.unit + 1] if stub.unit >= 0 else ()
    for cell in (*cells[first : first + COLUMNS_OF_WRITING], *unit):
        if cell.__class__ is str and (found := writing(cell)):
            return found
    return ""


def _kind_of_listed(cells: Sequence[object], stub: Stub, reader: Reader, *, timed: bool, numbered: bool) -> str:
    """The kind of a row in a table without a name column: a total is no row of the list, but "Jumlah ibu hamil KEK" is one, and so is
    "5 | Jumlah kematian ibu", numbered as they are, of which nobody knows what it counts."""
    cell = cell_of(cells, stub.indicator) if stub.indicator else cell_of(cells, stub.month)
    is_month = stub.indicator is None and (period_of_cell(cell, reader).month or stub.month and says_percent(cell, False, reader))
    if stub.month and not stub.indicator and cell.__class__ is str and not is_month:
        if reader.text(fold_spaces(cell)).role in ("denominator", "target"):
            return "target"  # "Sasaran bulin" above the months
    if cell.__class__ is str and not is_month and label_kind(cell, "indicator", reader) in ("total", "target"):
        meaning = reader.text(fold_spaces(cell))
        number_of = reader.tokens(cell)[:1] == ["jumlah"] and (meaning.indicator or meaning.population)
        return "area" if number_of and not meaning.unknown or numbered and meaning.unknown else "total"
    if cell is None:
        return "filler"
    of_months = stub.indicator is None and not timed  # "Sasaran bayi" behind the months: the next desa's
    return "note" if of_months and cell.__class__ is str and kind_of_text(cell) == "text" else "area"


def _wider_names(cells: Sequence[object], stub: Stub, state: _State) -> str:
    for column in reversed(stub.wider):
        cell = cell_of(cells, column)
        if cell.__class__ is str and kind_of_text(cell) == "text":
            return without_marks(fold_spaces(cell))
    return state.within


def _row_sex(cells: Sequence[object], stub: Stub, reader: Reader) -> str:
    cell = cell_of(cells, stub.sex)
    return reader.text(cell).sex if cell.__class__ is str else ""


def _row_meaning(cells: Sequence[object], stub: Stub, state: _State, reader: Reader) -> Meaning | None:
    cell = cell_of(cells, stub.indicator)
    if cell.__class__ is not str or not stub.indicator:
        return state.meaning
    return listed_meaning(fold_spaces(cell), stub.indicator, reader)


def _level(label: str, stub: Stub, state: _State, numbered: bool) -> str:
    """The level of a row; in a column of desa and posyandu, posyandu are those that say so or stand unnumbered."""
    first = label.split(maxsplit=1)[0].lower().strip(".:") if label else ""
    if first in ("posyandu", "pos", "posy"):
        return "posyandu"
    if stub.names and stub.names.meaning.axis == "desa_posyandu" and stub.number and not numbered and state.area:
        return "posyandu"
    return stub.level


def _behind_names(stub: Stub) -> list[Column]:
    """The columns of months and indicators behind that of the names."""
    return [each for each in (stub.month, stub.indicator) if each and stub.names and each.index > stub.names.index]


def _without_values(
    index: int, label: str, cells: Sequence[object], stub: Stub, state: _State, reader: Reader
) -> tuple[Row, _State]:
    """A row without numbers: it may begin a section (a month, an indicator, a wider area); else it is a note."""
    text = fold_spaces(label)
    if not text:
        filled = [cell for cell in cells[stub.left :] if cell.__class__ is str]
        text = fold_spaces(filled[0]) if len(filled) == 1 else ""
    if not text or not label and any(cell_of(cells, each) is not None for each in _behind_names(stub)):
        return Row(index, "filler"), state  # the month or the indicator of a row of the area above in which nothing was counted
    if stub.level == "posyandu" and (band := _BAND.match(text)):
        return Row(index, "section"), state._replace(desa=without_marks(band.group(1)), area="")
    words, meaning, whose = reader.tokens(text), reader.text(text), "" if stub.names else state.area  # all rows are of one area
    period = period_of(text, reader.words, alone=len(words) <= 2)
    if period.month and not meaning.unknown and len(words) <= 8:
        return Row(index, "section"), state._replace(period=period, area=whose)
    if meaning.indicator and not meaning.unknown or is_section(cells, text, meaning, stub, reader):
        return Row(index, "section"), state._replace(meaning=meaning, area=whose)
    kind = label_kind(text, stub.level, reader)
    if kind == "area" and stub.names and cell_of(cells, stub.names) is not None:
        numbered = kind_of(cell_of(cells, stub.number)) == "number"
        text = without_marks(text)
        row = Row(index, "empty", text, stub.level, numbered=numbered, folded=text.casefold())
        return row, state._replace(area=text, kind="area", within=_wider_names(cells, stub, state))
    return Row(index, "note"), state
