"""What was done for the people in the column before: "Balita gizi kurang | Mendapat PMT | % PMT", "Kasus gizi buruk | Dirawat | % dirawat",
and for those whom it counts: "Bumil KEK | Mendapat PMT"."""

from __future__ import annotations

from dataclasses import replace

from lokmin_data.reading.heads.by_form import by_form
from lokmin_data.reading.heads.headers import Column, Head
from lokmin_data.reading.words.meaning import Meaning, Reader

_NUMBER = ("", "numerator")


@by_form
def with_served_behind(head: Head, reader: Reader) -> Head:
    """The head with columns that are understood only together with the people right before them: as their indicator, where these are whom
    it is measured against, and the percent behind it."""
    if not any(each.meaning.unknown for each in head.columns) or not any(_are_people(each) for each in head.columns):
        return head  # most tables
    columns = list(head.columns)
    for place, people in enumerate(head.columns[:-1]):
        if _are_people(people) and (code := _served(people, columns[place + 1], columns[place + 1].path[-1:], _NUMBER, reader)):
            columns[place + 1] = replace(columns[place + 1], meaning=Meaning(indicator=code))
            share = columns[place + 2] if place + 2 < len(columns) else None
            if share and code == _served(people, share, (" ".join(share.meaning.unknown),), ("percent",), reader):
                columns[place + 2] = replace(share, meaning=Meaning(role="percent", indicator=code))
    return head if tuple(columns) == head.columns else replace(head, columns=tuple(columns))


def _are_people(column: Column) -> bool:
    """True for people of whom a head says nothing else, or who are counted by a state in which something is done for them."""
    known = column.meaning
    if known.unknown or known.basis or known.sex:
        return False
    return known.role == "denominator" and bool(known.population) and not known.indicator or bool(known.divides) and known.role in _NUMBER


def _served(people: Column, column: Column, said: tuple[str, ...], roles: tuple[str, ...], reader: Reader) -> str:
    """The indicator that a column not understood by itself is behind these people, who are those of the indicator; else empty."""
    own = column.meaning
    if not own.unknown or own.indicator or own.population or own.role not in roles or not said or column.path in reader.confirmed:
        return ""
    if column.path[:-1] != people.path[:-1]:
        return ""
    if people.meaning.divides and {*reader.tokens(column.path[-1])}.isdisjoint(reader.words.lists["diberi"]["kata"]):
        return ""  # a bare "TTD" is that of all
    known = reader.meaning((*people.path, *said))
    usual = reader.words.lists["penyebut"].get(known.indicator, ())
    return known.indicator if not known.unknown and known.role in _NUMBER and {people.meaning.population, people.meaning.divides} & {*usual} else ""
