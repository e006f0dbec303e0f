"""Tables whose title calls their numbers scores, ranks or gaps, and of which no column says that it counts or is a percent."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from lokmin_data.model import Problem
from lokmin_data.reading.blocks.block import Draft
from lokmin_data.reading.heads.headers import Column
from lokmin_data.reading.opening.book import cell_name
from lokmin_data.reading.words.meaning import Reader

#: Ranks are told from counts by so many rows.
FEWEST_RANKED = 3


@dataclass(frozen=True, kw_only=True)
class OnlyScores(Problem):
    """A table of scores, ranks or gaps by indicator."""

    code = "hanya-nilai"
    severity = "skipped"
    what = "Menurut judulnya ('{found}') tabel ini berisi nilai, peringkat, atau kesenjangan, bukan jumlah atau persen, sehingga tidak dibaca."
    fix = "Bila angkanya capaian, tulis 'Capaian' atau '%' pada judul tabel atau judul kolomnya."


def without_scored(drafts: Sequence[Draft], reader: Reader) -> tuple[list[Draft], list[Problem]]:
    """(the tables of counts and percents, a problem for each other one)."""
    kept: list[Draft] = []
    problems: list[Problem] = []
    for made in drafts:
        title = _title_of_scores(made, reader)
        if title:
            place = made.grid.place(made.head.frame.top, made.head.frame.names)
            problems.append(OnlyScores(sheet=made.sheet.name, cell=cell_name(*place), found=title))
        else:
            kept.append(made)
    return kept, problems


def _title_of_scores(made: Draft, reader: Reader) -> str:
    lists = reader.words.lists["judul_nilai"]
    named = {*lists["skor"], *lists["peringkat"], *lists["selisih"]}
    titles = [(title, words) for title in made.context.titles if not named.isdisjoint(words := reader.tokens(title))]
    columns = [each for measure in made.layout.measures for each in (measure.number, measure.percent) if each]
    if not titles or made.layout.denominators or any(_says_what(column, reader) for column in columns):
        return ""
    for title, words in titles:
        first = next((word for word in words if word not in lists["pengantar"]), "")
        scored = not {*lists["skor"]}.isdisjoint(words) and {*lists["bukan_skor"]}.isdisjoint(words)
        ranked = not {*lists["peringkat"]}.isdisjoint(words) and _are_ranks(made, columns)
        if first in lists["selisih"] or scored or ranked:
            return title
    return ""


def _says_what(column: Column, reader: Reader) -> bool:
    """True for a head that says more than the name of an indicator: a number, a percent; "D/S" alone only names one."""
    if column.meaning.role not in ("numerator", "percent"):
        return False
    named = reader.text(column.path[-1])
    return not (named.indicator and named.role == "percent" and "%" not in reader.tokens(column.path[-1]))


def _are_ranks(made: Draft, columns: Sequence[Column]) -> bool:
    """True where every column holds nothing but whole numbers up to the number of its rows."""
    frame = made.head.frame
    for column in columns:
        cells = [row[column.index] for row in made.grid.rows[frame.bottom + 1 : frame.last + 1] if column.index < len(row)]
        numbers = [cell for cell in cells if cell.__class__ in (int, float)]
        if len(numbers) < FEWEST_RANKED or any(number % 1 or not 1 <= number <= len(numbers) for number in numbers):
            return False
    return bool(columns)
