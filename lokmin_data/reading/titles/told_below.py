"""The year of a report that only a note below its tables says, "Sumber: laporan SPM, keadaan s/d 30 Juni 2024" below "JANUARI S/D JUNI"; and
all of its period, where nothing else tells any: "Keadaan bulan : April 2026"."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace

from lokmin_data.reading.blocks.block import Draft
from lokmin_data.reading.opening.book import Sheet
from lokmin_data.reading.words.meaning import Reader
from lokmin_data.reading.words.period import NEVER, Period

#: Rows looked through from the end of a sheet, and texts at most in a row of a note.
FARTHEST, FEW = 30, 2
_MONTH = "bulan"


def with_notes_below(period: Period, months: Collection[int], drafts: Sequence[Draft], sheets: Sequence[Sheet], reader: Reader) -> Period:
    """A book's period with its year as the notes below its tables say it; `months`: those of the tables.  Where neither is known, both."""
    if period.year:
        return period  # nearly all
    known = {*months, period.month} - {0}
    return replace(period, year=year_below(drafts, sheets, known, reader)) if known else period.filled(_told_below(drafts, sheets, reader))


def _told_below(drafts: Sequence[Draft], sheets: Sequence[Sheet], reader: Reader) -> Period:
    """The only period that lines beginning with a word for a state tell below the tables, each with month, year and no day."""
    words = {*reader.words.lists["catatan_bawah"]["keadaan"], _MONTH}
    found = set()
    for number in {made.sheet_number for made in drafts}:
        for note in _notes(sheets[number], reader, _MONTH):
            tokens = reader.tokens(note)
            said = reader.period(note)
            if tokens[0] in words and said.month and sum(map(str.isdecimal, tokens)) == 1:
                found.add(said)
    told = found.pop() if len(found) == 1 else NEVER
    return told if told.year else NEVER


def year_below(drafts: Sequence[Draft], sheets: Sequence[Sheet], months: Collection[int], reader: Reader) -> int:
    """The year that the notes below the tables say, where each tells a state in one of the `months` of the tables; else 0."""
    if not months:
        return 0
    told = [reader.period(note) for number in sorted({made.sheet_number for made in drafts}) for note in _notes(sheets[number], reader)]
    said = {(found.year, found.month in months) for found in told if found.year}
    year, of_the_tables = said.pop() if len(said) == 1 else (0, False)
    return year if of_the_tables else 0


def _notes(sheet: Sheet, reader: Reader, *others: str) -> Iterator[str]:
    """The lines below the last number of a sheet that tell a state at some time, not that of the sasaran; `others`: words that tell it, too."""
    words = reader.words.lists["catatan_bawah"]
    for row in sheet.rows[: -FARTHEST - 1 : -1]:
        cells = [cell for cell in row if cell is not None and cell != ":"]
        if len(cells) > FEW or any(cell.__class__ is not str for cell in cells):
            return
        for line in " ".join(map(str, cells)).split("\n"):
            tokens = {*reader.tokens(line)}
            if not tokens.isdisjoint((*words["keadaan"], *others)) and tokens.isdisjoint(words["bukan"]):
                yield line
