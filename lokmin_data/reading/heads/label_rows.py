"""Rows above a table that hold labels with their values: `PUSKESMAS | : SUKA MAJU`, `BULAN | MARET 2026`."""

from __future__ import annotations

from collections.abc import Sequence

from lokmin_data.reading.words.meaning import Reader


def is_label_row(row: Sequence[object], columns: Sequence[int], reader: Reader) -> bool:
    """True for a row such as `PUSKESMAS | : SUKA MAJU`, `BULAN | MARET 2026`: a label with its value, no head."""
    filled = [cell for cell in row if cell is not None]
    if filled and len(filled) % 2 == 0 and all(cell.__class__ is str for cell in filled):
        if is_labelled(filled, reader):
            return True
    others = (cell for column, cell in enumerate(row) if cell.__class__ is str and column not in columns)
    return any(cell.lstrip().startswith(":") for cell in others)


def is_labelled(texts: Sequence[object], reader: Reader) -> bool:
    """True for labels with their values above a head: `BULAN | : JANUARI`, `BULAN | JANUARI`, `INDIKATOR | K1`."""
    if any(text.__class__ is str and text.lstrip().startswith(":") for text in texts):
        return True
    pairs = zip(texts[::2], texts[1::2], strict=False)
    return len(texts) % 2 == 0 and all(_is_label_of(label, value, reader) for label, value in pairs)


def _is_label_of(label: str, text: str, reader: Reader) -> bool:
    """True for a label with its value; few rows begin with a label, so that few values are looked at."""
    axis = reader.text(label).axis
    if axis not in ("month", "indicator"):
        return False
    value = reader.text(text)
    return bool(value.month) and value.bare if axis == "month" else bool(value.indicator) and not value.unknown
