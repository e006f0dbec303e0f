"""Tables that are no coverage of the desa: ledgers of goods and money, and tables of people from elsewhere."""

from __future__ import annotations

from collections.abc import Sequence

from lokmin_data.model import Problem
from lokmin_data.reading.blocks.block import Draft
from lokmin_data.reading.blocks.places import TableApart, title_of_elsewhere
from lokmin_data.reading.opening.book import cell_name
from lokmin_data.reading.problems.half_understood import NoCoverage
from lokmin_data.reading.words.meaning import Reader


def without_ledgers(drafts: Sequence[Draft], reader: Reader) -> tuple[list[Draft], list[Problem]]:
    """(the tables that may count people, a problem for each other one)."""
    kept, problems = [], []
    for made in drafts:
        title = _title_of_goods(made, reader)
        elsewhere = title_of_elsewhere((*made.context.titles, made.sheet.name))
        if elsewhere:
            frame = made.head.frame
            cell = cell_name(*made.grid.place(frame.top, frame.names))
            problems.append(TableApart(sheet=made.sheet.name, cell=cell, found=elsewhere))
        elif title:
            frame = made.head.frame
            cell = cell_name(*made.grid.place(frame.top, frame.names))
            problems.append(NoCoverage(sheet=made.sheet.name, cell=cell, found=title))
        else:
            kept.append(made)
    return kept, problems


def _title_of_goods(made: Draft, reader: Reader) -> str:
    """The title that speaks of goods or money, empty where none does or where one also speaks of coverage."""
    lists = reader.words.lists["bukan_capaian"]
    texts = [(title, f" {' '.join(reader.tokens(title))} ") for title in (*made.context.titles, made.sheet.name)]
    if any(f" {word} " in text for _, text in texts for word in lists["capaian"]):
        return ""
    measured = bool(made.layout.denominators) or any(each.percent for each in made.layout.measures)
    words = [*lists["kuat"], *(() if measured else lists["lemah"])]
    return next((title for title, text in texts if any(f" {word} " in text for word in words)), "")
