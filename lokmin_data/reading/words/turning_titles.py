"""Titles that name an indicator only to speak of something else: its dead, those who did not get it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from lokmin_data.reading.words.meaning import Meaning, Reader
from lokmin_data.reading.words.one_report import for_one_report
from lokmin_data.reading.words.remembered import of_vocabulary
from lokmin_data.reading.words.slips import SHORTEST_TYPO, slips
from lokmin_data.reading.words.vocabulary import Found

_ENUMERATION = re.compile(r"^\s*\(?(?:[A-Za-z]|[IVX]{1,4}|\d{1,2})\s*[.)]\s*(?![\sdD]\b)")

_OF_TIME = ("bulan", "tahun", "periode", "tribulan", "semester", "sampai")
_GOES_ON = ("yang", "yg", "dengan")
#: Words that tell what was done are longer.
LONGEST_SHORT = 5
#: Words of fewer letters number or abbreviate something.
SHORTEST_SIGN = 2


def whole_titles(titles: Sequence[str]) -> list[str]:
    """The titles with one that begins with "yang" or "dengan" as the end of the one above it."""
    whole: list[str] = []
    for title in titles:
        if whole and title.casefold().split(" ")[0] in _GOES_ON:
            whole[-1] = f"{whole[-1]} {title}"
        else:
            whole.append(title)
    return whole


def without_enumeration(title: str) -> str:
    """A title without the letter or number of a list before it: `B. Jumlah kematian`."""
    return _ENUMERATION.sub("", title)


def plain_title(title: str, reader: Reader) -> str:
    """A title without its period, so that next month's is the same."""
    said = (token for token in reader.tokens(title) if token not in reader.words.months and not token.isdecimal())
    return " ".join(token for token in said if token not in _OF_TIME)


def named_by_somebody(title: str, reader: Reader) -> str:
    """The indicator that somebody confirmed for a title, else nothing."""
    return reader.titles.get(plain_title(title, reader), "") if reader.titles else ""


@for_one_report
def turns(title: str, reader: Reader, *, alone: bool) -> bool:
    """True where a title holds a word that no spelling accounts for and that makes something else of an indicator; `alone`:
    the title names no indicator itself, so only words count that must mean the one above it.  A legend ("M = Meninggal")
    is none."""
    lists = reader.words.lists["judul_lain"]
    unknown = {word for word, _ in reader.understood((title,)).unknown}
    if "=" in title or not unknown and not alone:
        return False
    if unknown & {*lists["selalu"]}:
        return True
    tokens = reader.tokens(without_enumeration(title))
    for place in _outside_names(tokens, reader):
        token, before, after = tokens[place], "".join(tokens[place - 1 : place]), "".join(tokens[place + 1 : place + 2])
        if before in lists["sambung"] or after in lists["juga"] or _counting(token, before, lists):
            continue
        if not alone and token in unknown and _tells_of_others(token, lists):
            if token not in lists["disuntik"] or not _of_antigens(title, tokens[place + 1 :], reader):
                return True
        if alone and (_not_served(token, after, lists) or token in lists["sendiri"] and _said_alone(token, tokens, reader)):
            return True
    return False


def _outside_names(tokens: Sequence[str], reader: Reader) -> Iterator[int]:
    """The places of the words that belong to no name of an area: not those behind "Puskesmas", up to a month."""
    lists, named = reader.words.lists["judul_lain"], False
    for place, token in enumerate(tokens):
        if token in lists["tempat"]:
            named = True
        elif token in lists["sesudah_tempat"] or token in reader.words.months or token.isdecimal() or not token.isalpha():
            named = False
        elif not named:
            yield place


def stands_before(title: str, named: Found, reader: Reader) -> str:
    """The word right before the indicator of a title that makes something else of it, empty where only such words stand
    there with which titles begin: "Standar K4", "CFR DBD", "Bumil pindah K4"."""
    lists = reader.words.lists["judul_lain"]
    tokens = reader.tokens(title)
    if _in_brackets(title, named, tokens, reader):
        return ""
    unknown = {word for word, _ in reader.understood((title,)).unknown} | _not_read(title, tokens, reader)
    outside = {*_outside_names(tokens, reader)}
    for place in range(min(named.places, default=0) - 1, -1, -1):
        token = tokens[place]
        named_by = _counting(token, "".join(tokens[place - 1 : place]), lists)
        if place not in outside or named_by or token in reader.words.months or _begins_titles(token, reader):
            return ""
        if token in unknown and len(token) > SHORTEST_SIGN:
            return token
    return ""


def _in_brackets(title: str, named: Found, tokens: Sequence[str], reader: Reader) -> bool:
    """True for an indicator that begins a bracket: the words before spell it out."""
    said = [tokens[place] for place in named.places if place < len(tokens)]
    return any(reader.tokens(part)[: len(said)] == said for part in title.split("(")[1:])


def _not_read(title: str, tokens: Sequence[str], reader: Reader) -> set[str]:
    """The words of a title that name what no table is read for: CFR, hambatan."""
    places = [place for each in reader.understood((title,)).found if each.means.get("role") == "ignore" for place in each.places]
    return {tokens[place] for place in places if place < len(tokens)}


def _begins_titles(word: str, reader: Reader) -> bool:
    """True for a word with which titles begin, also mistyped, or by which they hold no results, which is told elsewhere."""
    from rapidfuzz import process
    from rapidfuzz.distance import OSA

    known = [*reader.words.lists["judul_lain"]["pengantar"], *reader.words.lists["judul_bukan_capaian"]["awal"]]
    typed = len(word) >= SHORTEST_TYPO and process.extractOne(word, known, scorer=OSA.distance, score_cutoff=slips(word))
    return word in known or bool(typed)


def _counting(word: str, before: str, lists: Mapping[str, Sequence[str]]) -> bool:
    """True for a word that only tells who counted: "oleh kader", "laporan kader"."""
    return word in lists["pelaku"] and before in lists["sebelum_pelaku"]


def _tells_of_others(word: str, lists: Mapping[str, Sequence[str]]) -> bool:
    done = any(word.startswith(start) and len(word) > LONGEST_SHORT for start in lists["dimulai"])
    return word in lists["kata"] or done and word not in lists["bukan_dimulai"]


def _of_antigens(title: str, after: Sequence[str], reader: Reader) -> bool:
    """True where a title names antigens and nothing else that is counted, and `after` "yang disuntik" only tells of time: these are
    whom it counts anyway; where or by whom would make them a part."""
    named = {each.means["indicator"] for each in reader.understood((title,)).found if "indicator" in each.means}
    plain = {*_nothing(reader), *reader.words.empty, *reader.words.lists["judul_lain"]["sesudah_disuntik"]}
    told = all(token in plain or token.isdecimal() or not token.isalnum() for token in after)
    return told and bool(named) and named.issubset(reader.words.lists["jadwal_imunisasi"])


def _not_served(token: str, after: str, lists: Mapping[str, Sequence[str]]) -> bool:
    return token in lists["tanpa_layanan"] and after in lists["layanan"]


def _said_alone(word: str, tokens: Sequence[str], reader: Reader) -> bool:
    """True where the other words of a title say neither what nor where: "Jumlah kematian tahun 2026"."""
    nothing, empty = _nothing(reader), reader.words.empty
    return all(token == word or token in nothing or token in empty or token.isdecimal() for token in tokens)


@of_vocabulary
def _nothing(reader: Reader) -> frozenset[str]:
    """The words of totals and of time."""
    return reader.words.totals | {"tahun", "bulan", *reader.words.months}


@for_one_report
def completes(title: str, reader: Reader) -> bool:
    """True for a title of nothing but words that make sense only behind the indicator above it: "A. Jumlah kasus"."""
    nothing = _nothing(reader)
    tokens = [token for token in reader.tokens(without_enumeration(title)) if token not in nothing and not token.isdecimal()]
    return bool(tokens) and " ".join(tokens) in reader.words.lists["kata_sambung"]["kata"]


def behind(named: Meaning, turned: str, reader: Reader) -> Meaning:
    """What a title means below the one that names an indicator: "B. Jumlah kematian" below "Kasus DBD"; nothing that is read
    where both together are no indicator."""
    plain = " ".join(token for token in reader.tokens(without_enumeration(turned)) if token not in reader.words.totals)
    same = completes(turned, reader)
    for name in (named.indicator.split("_")[0], named.note) if named.indicator else ():
        read = reader.head((name, plain))
        if read.indicator and not read.unknown and (same or read.indicator != named.indicator):
            return replace(named, indicator=read.indicator, other=read.other)
    return named if same and not turns(turned, reader, alone=True) else Meaning(unknown=(turned,))
