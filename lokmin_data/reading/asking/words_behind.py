"""Titles with a word nobody knows right behind their indicator: "DIARE BERDARAH", "K1 PRIMIPARA".

The word may make a part of the indicator, or may be a name: the table is read and the word is told.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from lokmin_data.model import Problem
from lokmin_data.reading.blocks.block import Block
from lokmin_data.reading.records.interpretation import Interpretation
from lokmin_data.reading.titles.title_areas import cell_of_title
from lokmin_data.reading.words.meaning import Reader
from lokmin_data.reading.words.turning_titles import named_by_somebody, without_enumeration

#: Where a phrase of a title ends.
_PHRASES = re.compile(r"\s[-–—]\s|\s/\s|[:;,()\[\]]")
#: Words of fewer letters number or abbreviate something.
SHORTEST_WORD = 3


@dataclass(frozen=True, kw_only=True)
class WordBehind(Problem):
    """A title whose indicator is followed by a word of no known meaning."""

    code = "kata-judul-tidak-dikenal"
    severity = "warning"
    what = "Judul '{found}' memuat kata '{expected}' di belakang nama indikator; angkanya dibaca sebagai indikator itu seluruhnya."
    fix = "Bila kata itu membuatnya bagian atau hal lain, jangan simpan tabel ini; bila hanya nama atau keterangan, abaikan."


def words_behind(whole: Interpretation) -> list[Problem]:
    """A problem for each such title of a table that gave numbers."""
    given = {record.block for record in whole.kept}
    names: frozenset[str] | None = None
    told: dict[tuple[str, str], Problem] = {}
    for place, block in whole.blocks.items():
        if place not in given or not _named_by_title(block):
            continue
        for title in block.context.titles or whole.contexts[block.sheet_number].titles:
            words = list(_behind(title, block.title.indicator, whole.reader))
            if not words or (block.sheet.name, title) in told:
                continue
            names = _names(whole) if names is None else names
            word = next((word for word in words if word not in names), "")
            if word:
                cell = cell_of_title(block.sheet, title)
                told[block.sheet.name, title] = WordBehind(sheet=block.sheet.name, cell=cell, found=title, expected=word)
    return list(told.values())


def _named_by_title(block: Block) -> bool:
    """True where the title alone says what a table's numbers count."""
    columns = (column for each in block.layout.measures for column in (each.number, each.percent) if column)
    return bool(block.title.indicator) and any(not column.meaning.indicator for column in columns)


def _behind(title: str, code: str, reader: Reader) -> Iterator[str]:
    """The words of no meaning behind an indicator in its phrase, up to a word that begins a place or a time."""
    if named_by_somebody(title, reader):
        return
    lists = reader.words.lists["judul_lain"]
    ends = {*lists["tempat"], *lists["sesudah_tempat"], *lists["akhir_frasa"], *reader.words.months}
    known = {*lists["belakang"], *lists["pemilik"], *lists["pelaku"]}
    told, _, _ = without_enumeration(title).partition("=")  # behind it stands how it is reckoned
    for phrase in _PHRASES.split(told):
        said = reader.understood((phrase,))
        found = [each for each in said.found if each.means.get("indicator") == code]
        unknown = {word for word, _ in said.unknown} if found else set()
        for token in reader.tokens(phrase)[max(place for each in found for place in each.places) + 1 :] if unknown else ():
            if token in ends or not token.isalpha():
                break
            if token in unknown and token not in known and len(token) >= SHORTEST_WORD:
                yield token


def _names(whole: Interpretation) -> frozenset[str]:
    """The words of all names of the book: areas, places of its labels and titles, sheets, the file."""
    reader = whole.reader
    texts: list[str] = [whole.book.name, *(sheet.name for sheet in whole.book.sheets), *whole.printed.values()]
    for context in whole.contexts.values():
        texts += [context.desa, context.puskesmas, context.kecamatan, context.posyandu]
    texts += [row.within for block in whole.blocks.values() for row in block.rows if row.within]
    titles = [title for block in whole.blocks.values() for title in block.context.titles]
    titles += [title for context in whole.contexts.values() for title in context.titles]
    return frozenset(word for text in dict.fromkeys(texts) for word in reader.tokens(text)) | frozenset(_behind_places(titles, reader))


def _behind_places(titles: Iterable[str], reader: Reader) -> Iterator[str]:
    """The words of titles that stand behind "Puskesmas", "Desa" and the like: names."""
    lists = reader.words.lists["judul_lain"]
    for title in dict.fromkeys(titles):
        named = False
        for token in reader.tokens(title):
            named = token in lists["tempat"] or named and token not in lists["sesudah_tempat"]
            if named:
                yield token
