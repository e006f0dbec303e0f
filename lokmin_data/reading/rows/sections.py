"""Lines amid the rows of desa that say what the rows below them count: "A | PELAYANAN K4 IBU HAMIL", perhaps with its total."""

from __future__ import annotations

from collections.abc import Sequence

from lokmin_data.reading.heads.numbering import section_letter
from lokmin_data.reading.layouts.stubs import Stub, cell_of
from lokmin_data.reading.words.labels import label_kind
from lokmin_data.reading.words.meaning import Meaning, Reader
from lokmin_data.reading.words.serving import groups_areas
from lokmin_data.reading.words.tokens import fold_spaces


def is_section(cells: Sequence[object], text: str, meaning: Meaning, stub: Stub, reader: Reader) -> bool:
    """True for a line without numbers that begins a section nobody knows: lettered, as no desa is, or naming an indicator beside
    other words.  What stands below it is not counted for the indicator of the section above."""
    if not stub.names or stub.indicator or groups_areas(text) or label_kind(text, stub.level, reader) == "total":
        return False
    return bool(meaning.indicator) or _lettered(cells, stub)


def section_total(cells: Sequence[object], label: str, stub: Stub, reader: Reader) -> Meaning | None:
    """The indicator of a lettered line that also holds the total of the section; None for any other row."""
    if not label or not stub.names or stub.indicator or not _lettered(cells, stub):
        return None
    meaning = reader.text(fold_spaces(label))
    return meaning if meaning.indicator and not meaning.unknown else None


def _lettered(cells: Sequence[object], stub: Stub) -> bool:
    """True where a letter or a Roman number stands before the name, in its own cell or in the same."""
    number = cell_of(cells, stub.number)
    alone = cell_of(cells, stub.names) is None
    return section_letter(number, alone=not alone)
