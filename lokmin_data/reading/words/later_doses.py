"""Doses that a head calls by their antigen only, below those who get the later one: "BADUTA" over "MR" is the second MR."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lokmin_data.reading.words.meaning import Meaning, Reader

Path = tuple[str, ...]


def of_later_doses(path: Path, known: Meaning, reader: Reader) -> Meaning:
    """The meaning of a path; an antigen without a number is the later dose below a group that says so ("IMUNISASI LANJUTAN"), and
    below those people alone who get it."""
    if len(path) == 1:
        return known
    lists = reader.words.lists["dosis_lanjutan"]
    if not _says_later(path[:-1], lists["kata"], reader):
        return _of_their_people(path, known, lists, reader)
    own = reader.text(path[-1])
    dose = lists["antigen"].get(own.indicator or own.family, "")
    if not dose or own.role or any(map(str.isdigit, path[-1])):
        return known
    later = reader.text(f"{path[-1]} {lists['kata'][0]}")
    return replace(later, population=known.population) if later.indicator == dose and not later.unknown else known


def _says_later(groups: Path, words: list[str], reader: Reader) -> bool:
    return any(word in reader.tokens(group) for group in groups for word in words)


def _of_their_people(path: Path, known: Meaning, lists: dict, reader: Reader) -> Meaning:
    later = lists.get(known.population, {}).get(known.indicator, "")
    if not later or known.role == "denominator":
        return known
    said = reader.understood(path)
    named = [each for each in said.found if each.means.get("indicator") == known.indicator]
    alone = {population for population, _, _ in said.of("population")} == {known.population}
    numbered = any(any(map(str.isdigit, word)) for text in path for word in reader.tokens(text) if _names(text, known, reader))
    return replace(known, indicator=later) if named and alone and not numbered else known


def _names(text: str, known: Meaning, reader: Reader) -> bool:
    return reader.text(text).indicator == known.indicator


def with_groups_of_doses(paths: list[Path], meanings: list[Meaning], reader: Reader) -> list[Meaning]:
    """The meanings with what stands beside antigens in such a group read without it: "%" behind "MR" below "IMUNISASI LANJUTAN
    (BADUTA)" is no percent of those who got all of them."""
    lists = reader.words.lists["dosis_lanjutan"]
    doses = {*lists["antigen"].values()}
    over = {
        path[:-1] for path, each in zip(paths, meanings, strict=True)
        if len(path) > 1 and each.indicator in doses and reader.head(path[:-1]).indicator in lists["lengkap"]
    }  # fmt: skip
    return [
        _alone(path, each, reader) if over and path[:-1] in over and each.indicator in lists["lengkap"] else each
        for path, each in zip(paths, meanings, strict=True)
    ]


def _alone(path: Path, known: Meaning, reader: Reader) -> Meaning:
    """What the last text of a path says where it names no indicator itself."""
    own = reader.text(path[-1])
    return known if own.indicator or own.unknown else own
