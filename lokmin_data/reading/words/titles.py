"""What the titles above a table name: the one indicator that it is about, a family of them, or whose table it is."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import replace

from lokmin_data.reading.words.letter_ratios import names_no_ratio_read
from lokmin_data.reading.words.meaning import Meaning, Reader
from lokmin_data.reading.words.one_report import for_one_report
from lokmin_data.reading.words.parts_in_words import (
    of_a_condition,
    of_another_topic,
    of_institutions,
    of_some,
    of_what_is_not_read,
)
from lokmin_data.reading.words.several_in_title import names_other_goods, names_several, without_signs
from lokmin_data.reading.words.turning_titles import (
    behind,
    completes,
    named_by_somebody,
    stands_before,
    turns,
    whole_titles,
    without_enumeration,
)
from lokmin_data.reading.words.values import kind_of
from lokmin_data.reading.words.vocabulary import Found, Said

#: A target of "95 %" that a title names.
_TARGET = re.compile(r"target\D{0,25}\d+(?:[.,]\d+)?\s*%", re.IGNORECASE)
_NOTHING = Meaning()


def names_numbers(title: str, reader: Reader) -> bool:
    """True for a title that says what its table counts: an indicator, or a family of them."""
    found = titled_indicator([title], reader)
    return bool(found.indicator or found.family)


def titled_indicator(titles: Sequence[str], reader: Reader, *, names: bool = False) -> Meaning:
    """The one indicator that the titles name (nearest to the table first), else the family of indicators that one
    names ("SPM"), else the people ("LANJUT USIA"), else an empty meaning; `note` holds the words.

    An indicator of other people than those that a nearer title names is not this table's.  A title that makes something
    else of its indicator ("Kematian karena diare", "Bayi belum imunisasi BCG") names none: `unknown` then holds it.  `names`:
    the titles are names of a sheet and a file, in which names of places may stand anywhere.
    """
    return (_titled if reader.titles else _titled_once)(tuple(titles), reader, names)


def _titled(titles: tuple[str, ...], reader: Reader, names: bool) -> Meaning:
    ways = reader.words.lists["kondisi"]["kata_diukur"]
    doubted = len(titles) > 1 and any(way in title.casefold() for title in titles for way in ways)
    telling = tuple(title for title in titles if not _says_how(title, reader)) if doubted else ()
    if telling and len(telling) < len(titles):
        what = _named(telling, reader, names)
        other = next((title for title in telling if _of_what_else(title, reader)), "")
        weighed = {each for code in reader.words.lists["kondisi"]["diukur"] for each in reader.words.lists["penyebut"][code]}
        if what.indicator or what.family or what.unknown or what.population and what.population not in weighed:
            return what
        if other:
            return Meaning(unknown=(other,))
    return _named(titles, reader, names)


@for_one_report
def _of_what_else(title: str, reader: Reader) -> bool:
    return of_another_topic(title, reader) or of_what_is_not_read(title, reader.understood((title,)), reader)


@for_one_report
def _says_how(title: str, reader: Reader) -> bool:
    """True where only a weak word names an indicator, as "HASIL BULAN TIMBANG" below "BALITA WASTING" tells when the cases were
    found: what another title names goes before."""
    named = [each for each in reader.understood((_plain(title),)).found if "indicator" in each.means]
    ways = reader.words.lists["kondisi"]["diukur"]
    return bool(named) and all("weak" in each.means and each.means["indicator"] in ways for each in named)


def _named(titles: tuple[str, ...], reader: Reader, names: bool) -> Meaning:
    people = _NOTHING
    turned = ""  # a nearer title that makes something else of the indicator above it
    for title in map(_plain, reversed(whole_titles(titles))):
        if code := named_by_somebody(title, reader):
            return Meaning(indicator=code)
        said, codes, other = _said(title, reader, names)
        if other and (codes or names_no_ratio_read(title, reader)):
            return Meaning(unknown=(title,))
        turned = turned or (title if other else "")
        if len(codes) == 1 and not _of_others(said, next(iter(codes)), reader):
            found = next(each for each in said.found if each.means.get("indicator") in codes)
            named = Meaning(
                indicator=found.means["indicator"], other=found.means.get("or", ""), population=_population(said),
                note=_phrase(found, title, reader), family=_family(found.means["indicator"], reader),
                several=names_several(title, said, found.means["indicator"], reader),
            )  # fmt: skip
            if turned:
                return behind(named, turned, reader)
            return named if counts(named, people.population, reader) else people
        people = people if people.population else _people(title, reader)
    if turned:
        return Meaning(unknown=(turned,))
    named = next(filter(None, (_named_family(title, reader) for title in reversed(titles))), None)
    return replace(named, population=people.population) if named else people


_titled_once = for_one_report(_titled)  # until somebody's confirmation says what a title means


@for_one_report
def _plain(title: str) -> str:
    """A title without what only numbers it or abbreviates it."""
    return without_enumeration(without_signs(title))


@for_one_report
def _said(title: str, reader: Reader, names: bool) -> tuple[Said, frozenset[str], bool]:
    """What a title says, the indicators that it names, and whether it makes something else of them or of the one above it."""
    said = reader.understood((title,)).without_own_parts()
    codes = frozenset(_codes(said))
    if names_no_ratio_read(title, reader) or turns(title, reader, alone=not codes):
        return said, codes, True
    return said, codes, _of_something_else(title, said, codes, reader, names=names) if codes else completes(title, reader)


@for_one_report
def _named_family(title: str, reader: Reader) -> Meaning | None:
    """The family of indicators that a title names."""
    found = next((each for each in reader.understood((title,)).found if "family" in each.means), None)
    return Meaning(family=found.means["family"], note=_phrase(found, title, reader)) if found else None


def named_above(titles: Sequence[str], title: Meaning, reader: Reader) -> Meaning:
    """What the titles over a table name; the sheet's `title` names the indicator where they do not."""
    return under_title(titled_indicator(titles, reader), title, titles, reader)


def under_title(own: Meaning, wider: Meaning, titles: Sequence[str], reader: Reader) -> Meaning:
    """What a table's own titles name, completed from the sheet's: not by an indicator of other people, nor where the own
    `titles` speak of something else."""
    if wider.indicator and own == _NOTHING:
        other = next((title for title in titles if of_another_topic(title, reader)), "")
        own = Meaning(unknown=(other,)) if other else own
    if own.unknown:
        return behind(wider, own.unknown[0], reader)
    if own.indicator or own.family and not wider.indicator or not counts(wider, own.population, reader):
        return own
    if wider.indicator and own.population and not own.family and not _its_people(wider, own.population, reader):
        return own
    if wider.family and not wider.indicator and own.population:
        return replace(wider, population=own.population)
    if own.family and wider.indicator:
        return own if names_other_goods(own.note, wider.indicator, reader) else replace(wider, family=own.family)
    return wider if wider.indicator or wider.family or not own.population else own


def _its_people(title: Meaning, population: str, reader: Reader) -> bool:
    """True for those whom an indicator is first of all about: "Data ibu bersalin" below a table of K4 begins something else."""
    usual = reader.words.lists["penyebut"].get(title.indicator, ())[:1]
    return not usual or population in (*usual, title.population)


def counts(title: Meaning, population: str, reader: Reader) -> bool:
    """True unless a title's indicator counts another group of people than `population`."""
    return not (population and title.indicator) or not _other_group({population}, title.indicator, reader)


@for_one_report
def _people(title: str, reader: Reader) -> Meaning:
    """The people whom a title names that says nothing else: `B. LANJUT USIA (>= 60 TAHUN)`."""
    title = without_enumeration(title)
    said = reader.understood((title,))
    found = [each for each in said.found if "population" in each.means]
    other = [each for each in said.found if not {"population", "month", "months", "year"} & set(each.means) or "indicator" in each.means]
    if len({each.means["population"] for each in found}) != 1 or other or any(len(word) > 1 for word, _ in said.unknown):
        return _NOTHING
    first = min(found, key=lambda each: each.places)
    return Meaning(population=first.means["population"], note=_phrase(first, title, reader))


def _family(code: str, reader: Reader) -> str:
    """The family that an indicator's title stands for, too."""
    return next((family for family, codes in reader.words.lists["keluarga_judul"].items() if code in codes), "")


def _of_others(said: Said, code: str, reader: Reader) -> bool:
    """True where a title also names people of another group than its indicator's: "USIA PRODUKTIF DAN LANJUT USIA"."""
    return _other_group({each.means["population"] for each in said.found if "population" in each.means}, code, reader)


def _other_group(populations: Collection[str], code: str, reader: Reader) -> bool:
    lists = reader.words.lists
    groups = {name: group for group, names in lists["kelompok"].items() for name in names}
    own = {groups.get(name, "") for name in lists["penyebut"].get(code, ())}
    return bool(own) and "" not in own and any(groups.get(name, "") not in {"", *own} for name in populations)


def _of_something_else(title: str, said: Said, codes: Collection[str], reader: Reader, *, names: bool) -> bool:
    """True where a title names its indicator beside a condition or a place that makes it a part, or behind a word with which
    no title begins."""
    named = next(each for each in said.found if each.means.get("indicator") in codes)
    if codes & set(reader.words.lists["lembaga"]["indikator"]) and of_institutions(reader.tokens(title), reader):
        return True
    if of_a_condition(said, reader) or of_some(said, named.means["indicator"], reader) or of_what_is_not_read(title, said, reader):
        return True
    return not names and bool(stands_before(title, named, reader))


def _phrase(found: Found, title: str, reader: Reader) -> str:
    """The words of a title that a spelling was found in."""
    tokens = reader.tokens(title)
    return " ".join(tokens[place] for place in found.places if place < len(tokens))


def _codes(said: Said) -> set[str]:
    """The indicators of a title; a spelling of one short word counts only where it names nothing else."""
    named = [each for each in said.found if "indicator" in each.means]
    named = [each for each in named if "weak" not in each.means] or named
    if not named:
        return set()
    longest = max(len(each.places) for each in named)
    return {each.means["indicator"] for each in named if len(each.places) == longest or len(named) == 1}


def _population(said: Said) -> str:
    return next((each.means["population"] for each in said.found if "population" in each.means), "")


def titled_percent(titles: Sequence[str], reader: Reader) -> bool:
    """True where a title says that the numbers of the table are percents, not only the target."""
    return any(_says_percent(title, reader) for title in titles)


@for_one_report
def _says_percent(title: str, reader: Reader) -> bool:
    """True for a unit "(%)"; a percent alone, as of the total row of the table above, is a value and none."""
    return "%" in reader.tokens(_TARGET.sub("", title)) and kind_of(title) != "number"


@for_one_report
def spaced(title: str, reader: Reader) -> str:
    """The words of a title with a space before and behind each, as phrases are looked for in it."""
    return f" {' '.join(reader.tokens(title))} "


@for_one_report
def says(title: str, name: str, kind: str, reader: Reader) -> bool:
    """True where a title says one of the phrases that the vocabulary lists as `kind` below `name`."""
    text = spaced(title, reader)
    return any(f" {words} " in text for words in reader.words.lists[name][kind])


def names_target(title: str) -> bool:
    """True for a title that tells the target in percent."""
    return bool(_TARGET.search(title))
