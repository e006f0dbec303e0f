"""Tables of people whom an indicator does not count: anemia of brides or of the old is not that of pregnant women."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from itertools import chain
from typing import NamedTuple

from lokmin_data.reading.blocks.letters_of_others import with_fractions, without_letters_of_others
from lokmin_data.reading.heads.by_form import by_form, of_form
from lokmin_data.reading.heads.growth_letters import SKDN, plain
from lokmin_data.reading.heads.headers import Column, Head
from lokmin_data.reading.heads.household_surveys import without_survey_items
from lokmin_data.reading.heads.wider_sums import without_wider_sums
from lokmin_data.reading.words.meaning import Meaning, Reader
from lokmin_data.reading.words.remembered import of_vocabulary

_OF = re.compile(r"\b(?:thd|terhadap|dari|dibagi|per)\b", re.IGNORECASE)
#: The group that says nothing of people, and that of patients.
_HOUSEHOLDS, _OF_PATIENTS = "keluarga", "dewasa"


class _Said(NamedTuple):
    """What a table says of people: the indicators of its columns, its texts as `_folded`, the people whom these name."""

    codes: set[str]
    texts: str
    people: set[str]


def without_other_people(head: Head, title: Meaning, texts: Sequence[str], reader: Reader) -> tuple[Head, Meaning]:
    """(the head, the title's meaning) with what may be said of anybody not understood where the table counts only others
    than those whom the indicator is about; `texts` are the titles and the name of the sheet."""
    head = _without_examined_others(_without_found(head, reader), reader)
    head = without_letters_of_others(_of_nobodys_people(head, texts, reader), texts, reader)
    head = with_fractions(head, title, texts, reader)
    head = without_wider_sums(without_survey_items(head, title, reader), title, reader)
    anybody = reader.words.lists["orang_lain"]["indikator"]
    counted = of_form(_counted, head, reader)
    codes = {*counted.codes, title.indicator}.intersection(anybody)
    if not codes:
        return head, title
    said = _Said(counted.codes, f"{_folded(texts, reader)}\n{counted.texts}", counted.people | _named(texts, reader))
    wrong = {code: others for code in codes if (others := _others(code, said, reader))}
    if not wrong:
        return head, title
    return _not_understood(head, wrong, reader), Meaning() if title.indicator in wrong else title


def _of_nobodys_people(head: Head, texts: Sequence[str], reader: Reader) -> Head:
    """The head with indicators not understood that the nearest text which names their people or those of nobody's indicator
    says of the latter: "Td 1" below "WUS tidak hamil"."""
    counted, lists = of_form(_counted, head, reader), reader.words.lists
    if counted.codes.isdisjoint(_nobodys(reader)):
        return head  # most tables
    measured = lists["diukur_terhadap"]
    for people, codes in measured["bukan"].items():
        own = {name for code in counted.codes.intersection(codes) for name in lists["penyebut"][code]}
        if not own or own & counted.people:
            continue
        nearest = (_named((text,), reader) & {people, *own} for text in (*reversed(texts[:-1]), *texts[-1:]))
        if next(filter(None, nearest), None) == {people}:
            head = _not_understood(head, dict.fromkeys(codes, people), reader)
    titles = _folded(texts, reader)
    for others in measured["judul_bukan"].values():
        if not counted.codes.isdisjoint(others["indikator"]):
            found = "" if _says(f"{titles}\n{counted.texts}", others["kecuali"]) else _says(titles, others["kata"])
            wrong = dict.fromkeys(others["indikator"], found) if found else {}
            head = _not_understood(head, wrong, reader, numbered=others.get("bernomor", True))
    return head


@of_vocabulary
def _nobodys(reader: Reader) -> frozenset[str]:
    """The indicators that stand for nobody's where a text names other people."""
    measured = reader.words.lists["diukur_terhadap"]
    return frozenset(chain(*measured["bukan"].values(), *(each["indikator"] for each in measured["judul_bukan"].values())))


def _not_understood(head: Head, wrong: Mapping[str, str], reader: Reader, *, numbered: bool = True) -> Head:
    """The head with what it says of these indicators (with the people of the table) left open, unless somebody confirmed it;
    `numbered`: also in heads with a number, "MR 1".  The same columns for each table of a form."""

    def changed() -> tuple[Column, ...]:
        return tuple(
            replace(each, meaning=replace(each.meaning, unknown=(wrong[each.meaning.indicator],)))
            if each.meaning.indicator in wrong and each.path not in reader.confirmed
            and (numbered or not any(letter.isdecimal() for text in each.path for letter in text)) else each
            for each in head.columns
        )  # fmt: skip

    return replace(head, columns=reader.forms.changed((head.columns, frozenset(wrong.items()), numbered), changed)) if wrong else head


def _counted(columns: Iterable[Column], reader: Reader) -> _Said:
    """What the head of a table says of people, without its title."""
    texts = [text for column in columns for text in column.path]
    people = {column.meaning.population for column in columns if not (column.path and plain(column.path[-1]) in SKDN)}  # an S is anybody's
    people |= _named((text for text in texts if plain(text) not in SKDN), reader)
    return _Said({column.meaning.indicator for column in columns}, _folded(texts, reader), people)


def _named(texts: Iterable[str], reader: Reader) -> set[str]:
    """The people whom texts name, each by itself."""
    return {each.means["population"] for text in texts for each in reader.understood((text,)).found if "population" in each.means}


@of_vocabulary
def _groups(reader: Reader) -> dict[str, str]:
    """The group of each kind of people."""
    return {name: group for group, names in reader.words.lists["kelompok"].items() for name in names}


def _others(code: str, table: _Said, reader: Reader) -> str:
    """The people of other groups than the indicator's that the texts and columns of a table name, empty where they name none
    or its own as well."""
    lists = reader.words.lists
    penyebut, said = lists["penyebut"], lists["orang_lain"]
    groups = _groups(reader)
    screened = reader.words.lists["skrining"]
    if code in screened["indikator"] and not _says(table.texts, screened["dilayani"]):
        open_ = () if _says(table.texts, screened["diukur"]) else screened["penyakit"]
        if found := _says(table.texts, [*screened["judul"], *open_]):
            return found  # the ill whom a screening found, or of whom nothing else is said, are not the patients who were served
    own = {groups[name] for name in penyebut.get(code, ()) if name in groups} or {_OF_PATIENTS}
    if _says(table.texts, [word for group in own for word in said["sendiri"].get(group, ())]):
        return ""
    people = table.people - set(said["tindakan"])
    served = table.codes - set(said["indikator"])
    found = people.union(*(penyebut.get(other, ()) for other in served))
    if own & {groups[name] for name in found if name in groups} or found & set(penyebut.get(code, ())) - set(said["tindakan"]):
        return ""
    people = found if code in said["tersirat"] else people
    here = sorted(name for name in people if groups.get(name, _HOUSEHOLDS) != _HOUSEHOLDS)
    return _says(table.texts, said["kata"]) or next(iter(here), "")


def _folded(texts: Iterable[str], reader: Reader) -> str:
    """The texts as `_says` looks through them: a line each, with a space before and behind each word."""
    return "\n".join(f" {reader.words.folded(text)} " for text in dict.fromkeys(texts))


def _says(folded: str, words: Sequence[str]) -> str:
    """The first of the words that stands in a text, empty where none does."""
    return next((word for word in words if f" {word} " in folded), "")


@by_form
def _without_examined_others(head: Head, reader: Reader) -> Head:
    """The head with what was found in others not understood, right behind the column of these who were examined for it: "Hb < 11"
    behind "Rematri diperiksa Hb" is theirs, whoever else the table counts."""
    looked = reader.words.lists["orang_lain"]["diperiksa"]
    if not any(column.meaning.indicator in looked for column in head.columns):
        return head  # most tables
    wrong: dict[Column, str] = {}
    examined: dict[str, str] = {}  # the others by what they were examined for
    for column in head.columns:
        code = column.meaning.indicator
        if column.path and (found := _examined_for(column.path[-1], reader)):
            examined = {each: _other_examined(column.path[-1], each, reader) for each in found}
        elif examined.get(code) and not (column.path in reader.confirmed or _names_people(column, reader)):
            wrong[column] = examined[code]
        elif code and code not in looked and column.meaning.role != "percent":
            examined = {}
    if not wrong:
        return head
    columns = (replace(each, meaning=replace(each.meaning, unknown=(wrong[each],))) if each in wrong else each for each in head.columns)
    return replace(head, columns=tuple(columns))


def _examined_for(text: str, reader: Reader) -> list[str]:
    """The indicators that were looked for in the people of a text: "diperiksa Hb" for anemia."""
    looked = reader.words.lists["orang_lain"]["diperiksa"]
    return [code for code, words in looked.items() if _says(_folded((text,), reader), words)]


def _other_examined(text: str, code: str, reader: Reader) -> str:
    """The people of a text who are not those of an indicator; empty where it names these as well, or none."""
    lists = reader.words.lists
    said, divisors = lists["orang_lain"], lists["penyebut"]
    own = {name for name in divisors[code] if name not in said["tindakan"]}
    named = _named((text,), reader) - {*said["tindakan"], *said["sempit"]}
    folded = _folded((text,), reader)
    if own & named or not named and _says(folded, said["sendiri"]["ibu"]):
        return ""
    return next(iter(sorted(named)), "") or _says(folded, said["kata"])


def _names_people(column: Column, reader: Reader) -> bool:
    """True for a column whose own texts name people, apart from what was done with them."""
    lists = reader.words.lists["orang_lain"]
    return bool(_named(column.path, reader) - {*lists["tindakan"]} or _says(_folded(column.path, reader), lists["sendiri"]["ibu"]))


@by_form
def _without_found(head: Head, reader: Reader) -> Head:
    """The head with patients that were only found not understood: "Hipertensi ditemukan" is not those who were served."""
    lists = reader.words.lists["skrining"]
    of_patients = [column for column in head.columns if column.meaning.indicator in lists["indikator"] and column.path]
    served = {(column.meaning.indicator, column.path[:-1]) for column in of_patients if _says(_folded(column.path[-1:], reader), lists["dilayani"])}

    def found(column: Column) -> str:
        if column not in of_patients or column.path in reader.confirmed:
            return ""
        beside = len(column.path) > 1 and (column.meaning.indicator, column.path[:-1]) in served
        texts = column.path[-1:] if beside else column.path  # "SPM" above says nothing where the served have a column of their own
        if beside and (of := _folded(_OF.split(texts[0])[1:], reader)):
            return _says(of, lists["ditemukan"])  # "% dilayani terhadap ditemukan"
        folded = _folded(texts, reader)
        return "" if _says(folded, lists["dilayani"]) else _says(folded, lists["ditemukan"])

    words = {column: word for column in head.columns if (word := found(column))}
    if not words:
        return head
    columns = (replace(each, meaning=replace(each.meaning, unknown=(words[each],))) if each in words else each for each in head.columns)
    return replace(head, columns=tuple(columns))
