"""The year of a report that only a note below its tables says: "Sumber: laporan SPM, keadaan s/d 30 Juni 2024" below "JANUARI S/D JUNI"."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from lokmin_data.reading.blocks.block import Draft
from lokmin_data.reading.opening.book import Sheet
from lokmin_data.reading.words.meaning import Reader

#: Rows looked through from the end of a sheet, and texts at most in a row of a note.
FARTHEST, FEW = 30, 2


def year_below(drafts: Sequence[Draft], sheets: Sequence[Sheet], months: Collection[int], reader: Reader) -> int:
    """The year that the notes below the tables say, where each tells a state in one of the `months` of the tables; else 0."""
    if not months:
        return 0
    told = [reader.period(note) for number in sorted({made.sheet_number for made in drafts}) for note in _notes(sheets[number], reader)]
    said = {(found.year, found.month in months) for found in told if found.year}
    year, of_the_tables = said.pop() if len(said) == 1 else (0, False)
    return year if of_the_tables else 0


def _notes(sheet: Sheet, reader: Reader) -> Iterator[str]:
    """The lines below the last number of a sheet that tell a state at some time, not that of the sasaran."""
    words = reader.words.lists["catatan_bawah"]
    for row in sheet.rows[: -FARTHEST - 1 : -1]:
        cells = [cell for cell in row if cell is not None]
        if len(cells) > FEW or any(cell.__class__ is not str for cell in cells):
            return
        for line in " ".join(map(str, cells)).split("\n"):
            tokens = {*reader.tokens(line)}
            if not tokens.isdisjoint(words["keadaan"]) and tokens.isdisjoint(words["bukan"]):
                yield line
