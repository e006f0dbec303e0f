"""Rows above a table that hold labels with their values: `PUSKESMAS | : SUKA MAJU`, `BULAN | MARET 2026`."""

from __future__ import annotations

from collections.abc import Sequence

from lokmin_data.reading.words.labels import label_name
from lokmin_data.reading.words.meaning import AREA_LEVELS, Meaning, Reader
from lokmin_data.reading.words.one_report import for_one_report
from lokmin_data.reading.words.period_lines import without_periods
from lokmin_data.reading.words.period_years import FIRST_YEAR, LAST_YEAR
from lokmin_data.reading.words.tokens import fold_spaces
from lokmin_data.reading.words.values import kind_of

#: A name of an area has at most so many words, with "Desa" before it.
LONGEST_NAME = 4
LABEL_AND_NAME = 2
#: A line of labels has no more cells than this; most heads have.
LONGEST_LINE = 14


def is_label_row(row: Sequence[object], columns: Sequence[int], reader: Reader) -> bool:
    """True for a row such as `PUSKESMAS | : SUKA MAJU`, `BULAN | MARET 2026`: a label with its value, no head."""
    return _is_label_row(tuple(row), tuple(columns), reader)


@for_one_report  # the tables of a sheet have the same heads
def _is_label_row(row: tuple[object, ...], columns: tuple[int, ...], reader: Reader) -> bool:
    filled = [cell for cell in row if cell is not None]
    if names_area_with_sasaran(row, reader) or tells_period(filled, reader):
        return True
    if filled and len(filled) % 2 == 0 and all(cell.__class__ is str for cell in filled) and _are_labels(filled, reader):
        return True
    others = (cell for column, cell in enumerate(row) if cell.__class__ is str and column not in columns)
    return any(cell.lstrip().startswith(":") for cell in others)


def is_labelled(texts: Sequence[object], reader: Reader) -> bool:
    """True for labels with their values above a head: `BULAN | : JANUARI`, `BULAN | JANUARI`, `INDIKATOR | K1`, `DESA | Kampung Dalam`."""
    return tells_period(texts, reader) or _are_labels(texts, reader) or _names_a_place(texts, reader)


def labels_a_place(cells: Sequence[object], reader: Reader) -> bool:
    """True for the label of a place and one text, whatever it is."""
    texts = [cell for cell in cells if cell is not None]
    if len(texts) != LABEL_AND_NAME or any(text.__class__ is not str for text in texts):
        return False
    return reader.text(fold_spaces(str(texts[0]))).axis in AREA_LEVELS


def _names_a_place(texts: Sequence[object], reader: Reader) -> bool:
    """True for the label of a place and one text, which tells of no numbers and is no label."""
    if not labels_a_place(texts, reader):
        return False
    name = fold_spaces(str(texts[1]))
    return not tells_of_numbers(reader.text(name)) and not label_name(name, reader)


def _are_labels(texts: Sequence[object], reader: Reader) -> bool:
    """True for labels with their values, each in a cell of its own."""
    if any(text.__class__ is str and text.lstrip().startswith(":") for text in texts):
        return True
    pairs = zip(texts[::2], texts[1::2], strict=False)
    return len(texts) % 2 == 0 and all(_is_label_of(label, value, reader) for label, value in pairs)


def tells_period(filled: Sequence[object], reader: Reader) -> bool:
    """True for a period in cells of its own beside nothing but names, most behind labels: `Puskesmas | Suka | Bulan | Juli | Tahun | 2026`."""
    rest = list(without_periods(filled, reader)) if len(filled) <= LONGEST_LINE else filled
    if len(rest) == len(filled):
        return False
    rest = _without_colons(rest)
    while rest:
        if rest[0].__class__ is not str or kind_of(rest[0]) != "text":
            return False
        _, colon, name = str(rest[0]).partition(":")
        named = bool(colon and name.strip()) or is_area_name(str(rest[0]), reader)
        if not named and not (len(rest) > 1 and _names(str(rest[0]), rest[1], reader)):
            return False
        rest = rest[1 if named else 2 :]
    return True


def _names(label: str, name: object, reader: Reader) -> bool:
    """True for the name of a place or a person, or a programme's, behind its label, which is no head of numbers."""
    said = reader.text(fold_spaces(label.strip(" :=")))
    return not (said.role or said.indicator or said.population) and name.__class__ is str and is_area_name(name, reader)  # type: ignore[arg-type]


def _is_label_of(label: str, text: str, reader: Reader) -> bool:
    """True for a label with its value; few rows begin with a label, so that few values are looked at."""
    axis = reader.text(label).axis
    if axis not in ("month", "indicator"):
        return False
    value = reader.text(text)
    return bool(value.month) and value.bare if axis == "month" else bool(value.indicator) and not value.unknown


def names_area_with_sasaran(cells: Sequence[object], reader: Reader) -> bool:
    """True for the line of an area above its table with its sasaran: `DESA | Suka | | Sas. bumil | 65 | Sas. bayi | 59`."""
    label = next((cell for cell in cells if cell.__class__ is str), "")
    if reader.text(fold_spaces(label.partition(":")[0])).axis not in AREA_LEVELS and reader.tokens(label)[:1] != ["desa"]:  # type: ignore[attr-defined]
        return False  # most rows
    filled = _without_colons(cells)
    filled = filled[1:] if filled and kind_of(filled[0]) == "number" else filled  # numbered: `1 | DESA | Suka`
    if len(filled) < 2 or filled[0].__class__ is not str:  # noqa: PLR2004
        return False
    label, _, name = str(filled[0]).partition(":")
    words = label.split()
    if reader.text(fold_spaces(label)).axis in AREA_LEVELS:
        name, rest = (name, filled[1:]) if name.strip() else (str(filled[1]), filled[2:])
        return is_area_name(name, reader) and tells_sasaran(rest, reader)
    named = 1 < len(words) <= LONGEST_NAME and reader.tokens(words[0])[:1] == ["desa"]
    return named and tells_sasaran(filled[1:], reader)


def tells_sasaran(cells: Sequence[object], reader: Reader) -> bool:
    """True for nothing but labels with their values, of which all numbers are people: `Sas. bumil | 65 | Bidan | Ani`."""
    filled, numbers = _without_colons(cells), 0
    while filled:
        label, colon, value = str(filled[0]).partition(":")
        own = bool(colon and value.strip())
        value, filled = (value.strip(), filled[1:]) if own else (next(iter(filled[1:]), None), filled[2:])
        if not label.strip() or kind_of(label) != "text" or value is None:
            return False
        if kind_of(value) == "number":
            if not _is_of_people(reader.text(fold_spaces(label))) or _is_year(value):
                return False
            numbers += 1
    return numbers > 0


def _without_colons(cells: Sequence[object]) -> list[object]:
    return [cell for cell in cells if cell is not None and not (cell.__class__ is str and not cell.strip(" :="))]  # type: ignore[attr-defined]


def is_area_name(text: str, reader: Reader) -> bool:
    """True for what can be an area's name behind its label: no head word."""
    said = reader.text(fold_spaces(text.strip(": ")))
    return bool(said.unknown) and kind_of(text) == "text" and not (said.role or said.indicator or said.population or said.axis)


def without_cards(anchors: Sequence[tuple[int, list[int]]], rows: Sequence[Sequence[object]], reader: Reader) -> list[tuple[int, list[int]]]:
    """The anchors (row, columns) without the lines above cards: a label of places with nothing but one text right of it, which tells of
    no numbers, several of them with other texts in the same columns: "DESA | Kampung Dalam", "DESA | Suka Maju"."""
    lines: dict[tuple, dict[int, str]] = {}
    for number, columns in anchors:
        filled = [(column, cell) for column, cell in enumerate(rows[number]) if cell is not None]
        if len(filled) == LABEL_AND_NAME and filled[0][0] in columns and _names_a_place([cell for _, cell in filled], reader):
            lines.setdefault((*filled[0], filled[1][0]), {})[number] = fold_spaces(str(filled[1][1]))
    cards = {number for names in lines.values() if len(set(names.values())) > 1 for number in names}
    return [anchor for anchor in anchors if anchor[0] not in cards]


def tells_of_numbers(said: Meaning) -> bool:
    """True for what heads numbers; the words of some names are known, too: "Kampung Dalam"."""
    return bool(
        said.indicator or said.population or said.role or said.family or said.basis or said.sex or said.month or said.months or said.year
    )


def _is_of_people(said: Meaning) -> bool:
    other = (said.indicator, said.unknown, said.basis not in ("", "year"), said.axis, said.family, said.month)
    return (said.role == "denominator" or bool(said.population)) and not any(other)


def _is_year(value: object) -> bool:
    text = str(value).strip().removesuffix(".0")
    return text.isdecimal() and FIRST_YEAR <= int(text) <= LAST_YEAR
