"""The tables of a sheet with what stands around them; of a form that holds nothing to read, such as the causes of death of each month,
only the first one is looked at closely."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import chain

from lokmin_data.reading.blocks.block import Draft, draft
from lokmin_data.reading.blocks.context import Context
from lokmin_data.reading.layouts.other_layouts import Found
from lokmin_data.reading.opening.book import Sheet
from lokmin_data.reading.words.meaning import Meaning, Reader
from lokmin_data.reading.words.period import NEVER
from lokmin_data.reading.words.titles import named_above


def drafts_of(
    sheet_number: int, sheet: Sheet, tables: Sequence[Found], contexts: Sequence[Context], title: Meaning, reader: Reader
) -> Iterator[Draft]:
    """The drafts of a sheet's tables; `title` names the indicator where their own titles do not.

    A head that was useless below such titles is so again, unless a text below it is new, other than the month of the next table: that may
    be what tells a column or the rows.
    """
    useless: dict[tuple, tuple[Draft, frozenset[str]]] = {}
    for found, context in zip(tables, contexts, strict=True):
        head = found.head
        context = replace(context, titles=context.titles + head.banners) if head.banners else context
        named = named_above(context.titles, Meaning() if context.apart else title, reader)
        form = (id(found.grid), head.columns, named, found.area)
        known, texts = useless.get(form, (None, frozenset()))
        if known and all(reader.period(text) != NEVER for text in _texts_below(found) - texts):
            yield replace(known, head=replace(known.head, frame=head.frame), context=context)
            continue
        made = draft(sheet_number, sheet, found.grid, head, context, reader, named=named, area=found.area)
        if not made.useful and known is None:
            useless[form] = made, _texts_below(found)
        yield made


def _texts_below(found: Found) -> frozenset[str]:
    """The texts between a head and the end of its table, in whatever column."""
    rows = found.grid.rows[found.head.frame.bottom + 1 : found.head.frame.last + 1]
    return found.grid.texts.intersection(chain.from_iterable(rows))
