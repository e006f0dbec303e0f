"""The cover of a book: a sheet without tables that tells the month of all others, which do not tell theirs."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import islice

from lokmin_data.reading.blocks.block import Draft
from lokmin_data.reading.blocks.context import Context
from lokmin_data.reading.opening.book import Sheet
from lokmin_data.reading.words.meaning import Reader
from lokmin_data.reading.words.period import NEVER, Period
from lokmin_data.reading.words.period_dates import dates_in
from lokmin_data.reading.words.tokens import cut

#: A cover holds at most so many cells and so many numbers, and no text of more words.
MOST_CELLS, MOST_NUMBERS, MOST_WORDS = 40, 3, 16


def cover_period(drafts: Sequence[Draft], contexts: Mapping[int, Context], sheets: Sequence[Sheet], reader: Reader) -> Period:
    """The period that the cover tells; NEVER where none does, where two differ, or where a table is of another month."""
    tables = {made.sheet_number for made in drafts}
    first = min(tables, default=0)
    covers = [context for number, context in contexts.items() if number not in tables and _is_cover(sheets[number], context, number < first, reader)]
    periods = {period for context in covers if (period := _told(context, reader)).month and not period.odd_range}
    months = {made.context.period.month for made in drafts if made.context.period.month}
    said = periods.pop() if len(periods) == 1 else NEVER
    return said if months <= {said.month} else NEVER


def under_cover(said: Period, cover: Period, name: Period) -> Period:
    """What holds for tables that do not say when, by the cover and the file's name; the month is asked where these two differ."""
    if said.month or not cover.month or cover.year and said.year not in (0, cover.year):
        return said.filled(name)
    if name.month not in (0, cover.month) or cover.year and name.year not in (0, cover.year):
        return Period(said.year or cover.year, unnamed=True)
    return said.filled(cover).filled(name)


def of_book(own: Period, book: Period) -> Period:
    """The period of a table with what holds for its book; a table of another year than the book takes none of its months."""
    return own if own.year and book.year not in (0, own.year) else own.filled(book)


def _is_cover(sheet: Sheet, context: Context, before: bool, reader: Reader) -> bool:
    """True for a sheet of a few lines that stands before the tables or is called a cover, and neither teaches nor tells a story."""
    words = reader.words.lists["sampul"]
    if not context.cells or not before and set(words["nama"]).isdisjoint(cut(sheet.name)):
        return False
    cells = [*islice((cell for row in sheet.rows for cell in row if cell is not None), MOST_CELLS + 1)]
    texts = [cell for cell in cells if cell.__class__ is str]
    if len(cells) > MOST_CELLS or len(cells) - len(texts) > MOST_NUMBERS:
        return False
    said = [cut(text) for text in (sheet.name, *texts)]
    other = {*words["bukan"]} - ({*words["rapat"]} if context.period.adds else set())  # "Data s/d Juni" is not the meeting's month
    return all(len(text) <= MOST_WORDS and other.isdisjoint(text) for text in said)


def _told(context: Context, reader: Reader) -> Period:
    """The period of a cover; where a line of it tells a day, as signatures do, that of its lines that begin with a word of time."""
    if not any(_tells_day(title, reader) for title in context.titles):
        return context.period
    words = reader.words.lists["label_waktu"]["kata"]
    lines = [title for title in context.titles if cut(title)[:1] and cut(title)[0] in words and not _tells_day(title, reader)]
    periods = {(found.year, found.month): found for found in map(reader.period, lines) if found.month}
    return periods.popitem()[1].filled(Period(context.period.year)) if len(periods) == 1 else NEVER


def _tells_day(title: str, reader: Reader) -> bool:
    """True for a text with a day of a month in it."""
    tokens = cut(title)
    return bool(dates_in(title)) or any(
        one.isdecimal() and len(one) <= len("31") and other in reader.words.months for one, other in zip(tokens, tokens[1:], strict=False)
    )
