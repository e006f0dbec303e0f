"""Surveys that ask each household many things (PHBS, keluarga sehat): "ASI eksklusif", "Jamban sehat" there are answers of the
households that were asked, not the infants, or the households, whom our indicators count."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from lokmin_data.reading.heads.by_form import of_form
from lokmin_data.reading.heads.headers import Column, Head
from lokmin_data.reading.words.meaning import Meaning, Reader

#: So many things that only a survey asks make a table one, unless it has many more columns of our indicators: then it is a matrix of
#: all programmes.
SEVERAL, MANY = 2, 3


def without_survey_items(head: Head, title: Meaning, reader: Reader) -> Head:
    """The head of a survey with what it asks beside its own indicator not understood; one that only its title beside
    its own indicator, or the group above, calls so counts no mothers and no children."""
    lists = reader.words.lists
    survey, below = of_form(_of_survey, head, reader)
    own = lists["survei_rumah_tangga"]["indikator"]
    named = title.indicator in own and not title.several and any(each.meaning.indicator in own for each in head.columns)
    if not (survey or below or named):
        return head
    wrong = {
        each.index for each in _counting(head.columns, survey, reader)
        if (survey or named or each in below) and each.path not in reader.confirmed
    }  # fmt: skip
    columns = (replace(each, meaning=replace(each.meaning, unknown=("survei",))) if each.index in wrong else each for each in head.columns)
    return replace(head, columns=tuple(columns)) if wrong else head


def _of_survey(columns: Iterable[Column], reader: Reader) -> tuple[bool, frozenset[Column]]:
    """(whether a head has columns of several things that only a survey of households asks, the columns below a group of its name)."""
    lists = reader.words.lists["survei_rumah_tangga"]
    columns = [column for column in columns if column.path]
    texts = " ".join(f" {reader.words.folded(column.path[-1])} " for column in columns)
    asked = sum(1 for words in lists["butir"] if any(f" {word} " in texts for word in words))
    codes = {column.meaning.indicator for column in _counting(columns, True, reader)}
    below = [each for each in columns if each.meaning.indicator and any(reader.text(text).indicator in lists["indikator"] for text in each.path[:-1])]
    return SEVERAL <= asked and len(codes) <= MANY * asked, frozenset(below)


def _counting(columns: Iterable[Column], households: bool, reader: Reader) -> list[Column]:
    """The columns of indicators that count mothers or children, also `households`."""
    lists = reader.words.lists
    survey = lists["survei_rumah_tangga"]
    groups = [*survey["orang"], *(survey["rumah"] if households else ())]
    people = {name for group in groups for name in lists["kelompok"][group]}
    return [
        each for each in columns
        if each.meaning.indicator and each.meaning.indicator not in survey["indikator"]
        and people.intersection(lists["penyebut"].get(each.meaning.indicator, ()))
    ]  # fmt: skip
