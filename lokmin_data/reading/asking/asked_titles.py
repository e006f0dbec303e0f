"""Titles that keep a table from being read: somebody may say at confirmation which indicator the table is about after all."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from lokmin_data.model import Problem
from lokmin_data.reading.asking.unknown import LONGEST_HEAD, UnknownHead
from lokmin_data.reading.blocks.block import Draft
from lokmin_data.reading.titles.title_areas import cell_of_title
from lokmin_data.reading.titles.titled_otherwise import NoResults
from lokmin_data.reading.titles.titled_parts import PartOfPeople
from lokmin_data.reading.words.meaning import Reader
from lokmin_data.reading.words.turning_titles import plain_title

#: A title that names a table has more than one word beside its period.
FEWEST_WORDS = 2


def asked_titles(drafts: Iterable[Draft], problems: Iterable[Problem], reader: Reader) -> list[UnknownHead]:
    """The titles to be asked, each once, with no indicator suggested: a title that speaks of a rest or of targets likely does."""
    told = [(each.sheet, each.cell, each.found) for each in problems if isinstance(each, NoResults | PartOfPeople)]
    places = dict.fromkeys([*told, *_of_tables(drafts, reader)])
    answered, asked = dict.fromkeys(reader.titles), []
    for sheet, cell, title in places:
        plain = plain_title(title, reader)
        if cell and plain and plain not in answered and len(title) <= LONGEST_HEAD:
            answered[plain] = None
            asked.append(UnknownHead(sheet, cell, title, "", 0.0))
    return asked


def _of_tables(drafts: Iterable[Draft], reader: Reader) -> Iterator[tuple[str, str, str]]:
    """(sheet, cell, title) of the tables of numbers for which no title and no head names an indicator."""
    for made in drafts:
        if made.layout.measures or not made.layout.unknown or any(each.meaning.unknown for each in made.layout.unknown):
            continue
        title = made.title.unknown[0] if made.title.unknown else _nearest(made.context.titles, reader)
        if title:
            yield made.sheet.name, cell_of_title(made.sheet, title), title


def _nearest(titles: Sequence[str], reader: Reader) -> str:
    """The title nearest to a table that says more than a place and a period."""
    places = reader.words.lists["judul_lain"]["tempat"]
    said = ((title, plain_title(title, reader).split()) for title in reversed(titles))
    return next((title for title, words in said if len(words) >= FEWEST_WORDS and words[0] not in places), "")
