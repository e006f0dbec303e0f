"""The columns of a table by what they count, read or not: what rules of sums and parts ask for."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from lokmin_data.reading.heads.headers import Column
from lokmin_data.reading.words.meaning import Reader


def named_columns(columns: Iterable[Column], reader: Reader) -> dict[str, Column]:
    """The only column of each indicator, population or unread meaning, of a class of nutrition by its words; what stands in several
    columns is left out."""
    classes = reader.words.lists["kelas_gizi"]["catatan"]
    found: dict[str, list[Column]] = defaultdict(list)
    for column in columns:
        meaning = column.meaning
        if meaning.axis or meaning.unknown or meaning.role in ("percent", "target", "rank"):
            continue
        note = f"kelas {' '.join(reader.tokens(column.path[-1]))}" if meaning.note == classes else meaning.note
        for name in {meaning.indicator, meaning.population} if meaning.role != "ignore" else {note}:
            found[name].append(column)
    return {name: each[0] for name, each in found.items() if name and len(each) == 1}
