"""Areas over groups of columns L | P | Jumlah: each name moved to where its group begins, groups without a name called so."""

from __future__ import annotations

from dataclasses import replace

from lokmin_data.reading.heads.tables import Frame, Grid
from lokmin_data.reading.words.meaning import Reader
from lokmin_data.reading.words.tokens import fold_spaces

#: What a group of columns without a name is called: no area, its numbers are set apart.
NAMELESS = "(tanpa nama)"


def with_named_groups(grid: Grid, frame: Frame, label: int, name_row: int, reader: Reader) -> tuple[Grid, list[int]]:
    """(the grid, the first column of each group): a group begins where the first of its sexes comes again.

    A name in the middle of its group (centred without merging) is moved to the group's first column, and a group without
    a name gets NAMELESS, so that it does not fill up from its neighbour.
    """
    line = grid.rows[frame.bottom]
    sexes = {column: _sex(line[column], reader) for column in range(label + 1, min(frame.right + 1, len(line)))}
    begins = next((sex for sex in sexes.values() if sex), "")
    starts = [column for column, sex in sexes.items() if sex in ("", begins)]
    names = list(grid.rows[name_row])
    for start, end in zip(starts, [*starts[1:], max(sexes, default=label) + 1], strict=True):
        texts = [fold_spaces(cell) for cell in names[start:end] if cell.__class__ is str and fold_spaces(cell)]
        if not texts and sexes[start]:
            names[start] = NAMELESS
        elif len(texts) == 1 and end > start + 1:
            names[start:end] = [texts[0], *([None] * (end - start - 1))]
    rows = [names if number == name_row else row for number, row in enumerate(grid.rows)]
    return replace(grid, rows=rows, known_texts=None), starts


def _sex(cell: object, reader: Reader) -> str:
    return reader.text(fold_spaces(cell)).sex or _total(cell, reader) if cell.__class__ is str else ""


def _total(cell: str, reader: Reader) -> str:
    """T for "JML" and "Total" below a name."""
    words = reader.tokens(cell)
    return "T" if words and all(word in reader.words.totals for word in words) else ""
