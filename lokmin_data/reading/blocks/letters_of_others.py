"""Letters that mean something else.  K1 in tables of infants and toddlers: vitamin K1 beside HB0 and BCG, the first visit of a child; a
pregnant woman's only where the table speaks of mothers, too.  N and D outside of growth tables: numerator and denominator."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from lokmin_data.reading.heads.by_form import of_form
from lokmin_data.reading.heads.growth_letters import SKDN, plain
from lokmin_data.reading.heads.headers import Column, Head
from lokmin_data.reading.words.letter_ratios import ratios_in
from lokmin_data.reading.words.meaning import Meaning, Reader

_MOTHERS, _CHILDREN = "ibu", "anak"


class _Said(NamedTuple):
    """Whether columns speak of mothers, apart from letters; of K4 and later visits; of children; and measure against infants."""

    mothers: bool
    visits: bool
    children: bool
    measured: bool


def without_letters_of_others(head: Head, texts: Sequence[str], reader: Reader) -> Head:
    """The head with its K1, K4 ... not understood below a title of others' visits; and its K1 where the columns count children and no
    mothers, and measure against infants or stand below a title of children.  `texts` are the titles and the name of the sheet."""
    lists = reader.words.lists["huruf_ibu"]
    table = lists["tabel"]
    if not any(column.meaning.indicator in lists["indikator"] for column in head.columns):
        return head
    said = of_form(_people, head, reader)
    if said.mothers or _says((*_mothers(reader), *table["huruf"]), texts, reader):
        return head
    wrong: Sequence[str] = ()
    if _says((*lists["lain"], *table["lain"]), texts, reader):
        wrong = lists["indikator"]
    elif said.children and not said.visits and (said.measured or _says(table["judul"], texts, reader)):
        wrong = table["indikator"]
    columns = (
        replace(each, meaning=replace(each.meaning, unknown=(each.path[-1],)))
        if each.meaning.indicator in wrong and each.path not in reader.confirmed and not _says(table["kunjungan"], each.path, reader) else each
        for each in head.columns
    )  # fmt: skip
    return replace(head, columns=tuple(columns)) if wrong else head


def _mothers(reader: Reader) -> Sequence[str]:
    lists = reader.words.lists
    return (*lists["huruf_ibu"]["tabel"]["kata"], *lists["orang_lain"]["sendiri"][_MOTHERS])


def _says(words: Sequence[str], path: Sequence[str], reader: Reader) -> bool:
    """True where one of the words stands in a path."""
    texts = "\n".join(f" {reader.words.folded(text)} " for text in path)
    return any(f" {word} " in texts for word in words)


def _people(columns: Sequence[Column], reader: Reader) -> _Said:
    """Of whom the columns of a table speak."""
    lists = reader.words.lists
    groups = {name: group for group, names in lists["kelompok"].items() for name in names}
    letters, doubted, infants = lists["huruf_ibu"]["indikator"], *(lists["huruf_ibu"]["tabel"][name] for name in ("indikator", "sasaran"))
    codes = {each.meaning.indicator for each in columns}
    counted = {groups.get(name) for code in codes.difference(letters) for name in lists["penyebut"].get(code, ())}
    people = {each.meaning.population for each in columns if each.meaning.population}
    measured = {groups.get(name) for name in people}
    named = _says(_mothers(reader), [text for each in columns for text in each.path], reader)
    visits = not codes.isdisjoint(set(letters).difference(doubted))
    return _Said(named or _MOTHERS in counted | measured, visits, _CHILDREN in counted | measured, not people.isdisjoint(infants))


def _letters(columns: Sequence[Column], _: Reader) -> list[str]:
    """The last text of each column as the letters of growth are written."""
    return [plain(column.path[-1]) if column.path else "" for column in columns]


def with_fractions(head: Head, title: Meaning, texts: Sequence[str], reader: Reader) -> Head:
    """The head with N and D side by side read as numerator and denominator where S, K and ratios of the letters are missing: below
    the name of something else, or where nothing speaks of growth.  In a growth table a percent behind them is theirs."""
    lists, letters = reader.words.lists["pecahan"], of_form(_letters, head, reader)
    if not {*letters}.issuperset(lists["huruf"]) or not SKDN.difference(lists["huruf"]).isdisjoint(letters):
        return head
    if any(ratios_in(column.path[-1]) for column in head.columns if column.path):
        return head
    columns = list(head.columns)
    for place in range(len(columns) - 1):
        above, own = columns[place].path[:-1], columns[place : place + 3]
        own = [column for column in own if column.path[:-1] == above and column.path not in reader.confirmed]
        if letters[place : place + 2] != lists["huruf"] or len(own) < len(lists["huruf"]):
            continue
        words = [(word,) for word in lists["arti"]]
        if not _of_others(above, title, texts, reader):
            if letters[place + 2 : place + 3] != ["%"] or title.indicator:
                continue
            words = [(lists["rasio"], *word) for word in (*words, ("%",))]
        for step, word in zip(range(len(own)), words, strict=False):
            columns[place + step] = replace(own[step], meaning=reader.head((*above, *word)))
    return replace(head, columns=tuple(columns))


def _of_others(above: Sequence[str], title: Meaning, texts: Sequence[str], reader: Reader) -> bool:
    """True where the heads above two letters or the titles name something of which these are a fraction, or nothing speaks of growth."""
    lists = reader.words.lists["pecahan"]
    own = reader.head(tuple(above)) if above else Meaning()
    if own.indicator:
        return True
    if title.indicator or _says(lists["tumbuh"], above, reader):
        return bool(title.indicator) and title.indicator not in lists["indikator"]
    return bool(own.unknown or own.family) or not _says(lists["tumbuh"], texts, reader)
