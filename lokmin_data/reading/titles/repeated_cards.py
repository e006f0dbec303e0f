"""The same table again and again on one sheet, each for another place that no word known here tells: cards side by side."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from lokmin_data.reading.blocks.block import Draft
from lokmin_data.reading.titles.title_areas import area_of_sheet
from lokmin_data.reading.words.meaning import Reader
from lokmin_data.reading.words.tokens import fold_spaces

#: So many rows are compared.
FIRST_ROWS = 3
SEVERAL = 2


def repeated_cards(drafts: Sequence[Draft], reader: Reader) -> set[int]:
    """The ids of tables without areas of which a sheet holds several with the same head, labels and period: each is of a part, and
    none that of the Puskesmas whose name stands above all of them.  Behind tables that name their desa, one is that of all."""
    if len(drafts) < SEVERAL:
        return set()
    unnamed = [made for made in drafts if not area_of_sheet("", made.context, reader, alone=True)]
    says = {id(made): (made.sheet_number, made.context.period, _heads(made), labels) for made in unnamed if (labels := _labels(made))}
    often = Counter(says.values())
    return {each for each, said in says.items() if often[said] >= SEVERAL}


def _heads(made: Draft) -> tuple[object, ...]:
    return tuple(column.meaning for column in made.head.columns)


def _labels(made: Draft) -> tuple[str, ...]:
    """The first texts in the column of a table that lists indicators or months; none where no column does."""
    column = next(iter(made.head.axis("indicator", "month")), None)
    if column is None:
        return ()
    lines = made.grid.rows[made.head.frame.bottom + 1 : made.head.frame.last + 1]
    texts = [fold_spaces(cell).casefold() for line in lines if column.index < len(line) and (cell := line[column.index]).__class__ is str]
    return tuple(texts[:FIRST_ROWS])
