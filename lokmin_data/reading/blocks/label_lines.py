"""The labels in the rows above a table, with their values: `BULAN : | MARET`, `Bulan : Maret`, `Bulan | Juli | Tahun | 2026`."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from lokmin_data.model import MONTH_NAMES
from lokmin_data.reading.heads.label_rows import LABEL_AND_NAME, tells_of_numbers
from lokmin_data.reading.words.labels import label_name
from lokmin_data.reading.words.meaning import Reader
from lokmin_data.reading.words.period import tells_when_printed
from lokmin_data.reading.words.period_lines import begins_period, period_in_cells
from lokmin_data.reading.words.told_dates import tells_a_day

_SAMPAI = "sampai"
_PARTS = frozenset({"tribulan", "semester", "caturwulan"})

_Cell = tuple[int, object]  # a column and what stands in it


def labels_in(filled: Sequence[_Cell], beyond: Sequence[object], reader: Reader) -> tuple[list[tuple[str, int, object]], set[int]]:
    """(label, column of the value, value) of the labels in a row: `BULAN : | MARET`, `Bulan : Maret`, `BULAN | : MARET`; and the
    columns of those that write one period in several cells, the last of them perhaps right of the table."""
    found: list[tuple[str, int, object]] = []
    together: set[int] = set()
    for place, (column, cell) in enumerate(filled):
        if cell.__class__ is not str or column in together:
            continue
        many, written = _together(filled[place:], beyond, reader)
        if many:
            columns = [at for at, _ in filled[place : place + many]]
            together.update(columns)
            if not (place and tells_when_printed(filled[place - 1][1])):
                found.append(("bulan", columns[min(1, len(columns) - 1)], written))
        elif one := _one_label(filled, place, reader):
            found.append(one)
    return found, together


def _together(filled: Sequence[_Cell], beyond: Sequence[object], reader: Reader) -> tuple[int, str]:
    """What the cells from a label on write together, with those right of the table where they run on there."""
    if not begins_period(filled[0][1], reader):
        return 0, ""  # nearly all
    cells = [cell for _, cell in filled]
    many, written = period_in_cells(cells, reader)
    if not beyond or many and many < len(cells):
        return many, written
    wider, whole = period_in_cells([*cells, *beyond], reader)
    return (wider, whole) if wider > len(cells) and whole else (many, written)


def _one_label(filled: Sequence[_Cell], place: int, reader: Reader) -> tuple[str, int, object] | None:
    """The label at a place of a row with its value; None where there is none."""
    column, cell = filled[place]
    head, colon, rest = str(cell).partition(":")
    name = label_name(head, reader)
    if not name:
        return None
    before = reader.tokens(head) if name == "bulan" else []
    if rest.strip():
        return name, column, _completed(before, rest)
    value = next(((at, other) for at, other in filled[place + 1 :] if not _is_colon(other)), None)
    follows = colon or value and (_is_colon(filled[place + 1][1]) or _follows(name, value[1], reader, alone=len(filled) == LABEL_AND_NAME))
    if value and follows and not _left_open(name, value[1], reader):
        return name, value[0], _completed(before, value[1])
    return None


def _completed(label: Sequence[str], value: object) -> object:
    """The value with the words of its label that it needs: the `sampai` of `S/D BULAN`, the part of the year of `SEMESTER : I`;
    None for the day of a bare `Tanggal`."""
    if [*label] == ["tanggal"] and tells_a_day(f"{value:%d/%m/%Y}" if isinstance(value, date) else str(value)):
        return None
    value = _up_to(value) if _SAMPAI in label else value
    part = next((word for word in label if word in _PARTS), "")
    if not part or isinstance(value, date):
        return value
    return f"{part} {_plain(value)}"


def _plain(value: object) -> str:
    return str(int(value)) if value.__class__ in (int, float) else str(value).strip().lstrip(":").strip()


def _up_to(value: object) -> object:
    """The value of a label `S/D BULAN` as a text that says so."""
    if isinstance(value, date):
        return f"{_SAMPAI} {MONTH_NAMES[value.month - 1]} {value.year}"
    text = _plain(value)
    month = int(text) if text.isdecimal() else 0
    return f"{_SAMPAI} {MONTH_NAMES[month - 1] if 1 <= month <= len(MONTH_NAMES) else text}"


def _is_colon(cell: object) -> bool:
    return cell.__class__ is str and cell.strip() == ":"


def _left_open(name: str, cell: object, reader: Reader) -> bool:
    """True where the next label stands in the place of a name: `Desa : | | Bulan : Mei`."""
    return name not in ("bulan", "tahun") and cell.__class__ is str and bool(label_name(cell.partition(":")[0], reader))


def _follows(name: str, cell: object, reader: Reader, *, alone: bool) -> bool:
    """True for what can be a label's value without a colon after the label: no head word, or `alone` behind the label of a place a text
    of words that are known and tell of no numbers, "Kampung Dalam"."""
    if cell.__class__ is not str or cell.lstrip().startswith(":"):
        return True
    meaning = reader.text(cell)
    if alone and name not in ("bulan", "tahun") and not tells_of_numbers(meaning):
        return True
    return bool(meaning.unknown) or (name in ("bulan", "tahun") and meaning.bare and not meaning.axis)
