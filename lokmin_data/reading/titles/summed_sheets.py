"""Sheets and files that say by their name alone that they add up from January: `KUMULATIF`, `S.D. BULAN INI` over "BULAN MEI 2026"."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from lokmin_data.model import Problem
from lokmin_data.reading.blocks.block import Draft
from lokmin_data.reading.blocks.context import Context
from lokmin_data.reading.opening.book import Book
from lokmin_data.reading.words.adding import adds_up, says_sum
from lokmin_data.reading.words.meaning import Reader
from lokmin_data.reading.words.one_report import for_one_report
from lokmin_data.reading.words.period import Period
from lokmin_data.reading.words.period_names import period_of_name
from lokmin_data.reading.words.tokens import cut
from lokmin_data.reading.words.vocabulary import Vocabulary

_UNTIL, _WITH, _MONTH = frozenset({"sampai", "hingga"}), frozenset({"dengan", "dgn"}), frozenset({"bulan", "bln"})
_BEFORE = frozenset({"lalu", "kemarin", "sebelumnya"})
#: A title with one of these explains a short form or a column: "SBI = s/d bulan ini".
_SIGNS = frozenset("=:%")
#: A line of more words is a sentence.
LONGEST_NOTE = 8


@dataclass(frozen=True, kw_only=True)
class SumUnused(Problem):
    """Something beside the tables says that numbers are added up, and neither a title nor a head does."""

    code = "kumulatif-tidak-dipakai"
    severity = "warning"
    what = "'{found}' menyebut kumulatif, sedangkan judul dan kepala tabelnya tidak; angkanya dibaca sebagai angka bulan itu saja."
    fix = "Bila angkanya kumulatif, tulis 'KUMULATIF' atau 's/d bulan' pada judul tabelnya, lalu unggah ulang."


def of_summed_sheet(contexts: Sequence[Context], name: str, named: Period, words: Vocabulary) -> list[Context]:
    """The contexts of a sheet's tables, whose titles say one month, as of all months up to it where the sheet's name (which speaks of
    the period `named`) says so."""
    if named.month and not named.adds or not contexts or not _says_sum(name, words):
        return [*contexts]
    said = {(each.period.year, each.period.month, each.period.odd_range) for each in contexts}
    month = contexts[0].period.month
    if len(said) != 1 or not month or contexts[0].period.odd_range or named.month not in (0, month):
        return [*contexts]
    return [replace(each, period=replace(each.period, adds=True)) for each in contexts]


def _says_sum(name: str, words: Vocabulary) -> bool:
    """True for `KUMULATIF`, `Rekap s.d`, `S.D. MEI`; not for `K1 s.d K6`, nor for the sum up to the month before."""
    tokens = cut(name)
    if says_sum(tokens):
        return _BEFORE.isdisjoint(tokens)
    place = next((number for number, token in enumerate(tokens, 1) if token in _UNTIL), 0)
    behind = [token for token in tokens[place:] if token not in _WITH]
    return bool(place) and _BEFORE.isdisjoint(tokens) and (not behind or behind[0] in _MONTH or behind[0] in words.months)


def of_summed_book(drafts: Sequence[Draft], file_name: str, reader: Reader) -> list[Draft]:
    """The tables of a book, whose titles all say one month and no table any basis, as of all months up to it where the file's name says so."""
    words, plain = reader.words, [made for made in drafts if made.useful]
    said = {(made.context.period.year, made.context.period.month) for made in plain}
    if len(said) != 1 or not _says_sum(file_name, words) or not all(map(_says_no_basis, plain)):
        return [*drafts]
    if not set(cut(file_name)).isdisjoint(words.lists["nama_kumulatif"]["bulanan"]):
        return [*drafts]
    if period_of_name(file_name, words).month not in (0, plain[0].context.period.month):
        return [*drafts]
    return [replace(made, context=replace(made.context, period=replace(made.context.period, adds=True))) for made in drafts]


def of_summed_titles(drafts: Sequence[Draft], reader: Reader) -> list[Draft]:
    """The tables of one month as of all months up to it where a title says so of whatever month it is, and neither heads nor rows do
    otherwise: "CAPAIAN KIA S/D BULAN INI" over "BULAN MEI 2026"."""
    return [
        replace(made, context=replace(made.context, period=replace(made.context.period, adds=True)))
        if any(_until_this_month(title, reader.words) for title in made.context.titles) and made.useful and _says_no_basis(made) else made
        for made in drafts
    ]  # fmt: skip


@for_one_report
def _until_this_month(title: str, words: Vocabulary) -> bool:
    """True for a title that speaks of no other month than "s/d bulan ini", and not of a target, of columns or of what a short form means."""
    if "ini" not in title.casefold() or not _SIGNS.isdisjoint(title):
        return False
    tokens = [token for token in cut(title) if token not in _WITH]
    place = next((number for number, token in enumerate(tokens) if token in _MONTH), 0)
    around = place and tokens[place - 1] in _UNTIL and tokens[place + 1 : place + 2] == ["ini"]
    return bool(around) and _MONTH.isdisjoint(tokens[place + 1 :]) and set(tokens).isdisjoint(words.lists["nama_kumulatif"]["hal_lain"])


def _says_no_basis(made: Draft) -> bool:
    """True for a table of one month of which neither its titles nor its heads and rows say whether it adds up."""
    period = made.context.period
    if not period.month or period.adds or period.odd_range or made.head.axis("month"):
        return False
    return not any(each.basis or each.month for each in made.layout.measures)


def sums_unused(drafts: Sequence[Draft], book: Book, contexts: Mapping[int, Context], reader: Reader) -> Iterator[Problem]:
    """A problem where a name, a title apart or a line beside the tables says that numbers are added up, and all tables with
    numbers of an indicator leave open whether they are."""
    counting = [made for made in drafts if made.layout.measures]
    if not counting or not all(map(_says_no_basis, counting)):
        return
    tables = {made.sheet_number for made in counting}
    titles = [title for context in contexts.values() for title in context.titles if adds_up(title)]
    named = [name for name in (book.name, *(book.sheets[number].name for number in sorted(tables))) if _says_sum(name, reader.words)]
    for number in sorted(tables):
        found = next(iter((*titles, *named)), "") or _note_of_sum(book.sheets[number].texts, reader)
        if found:
            yield SumUnused(sheet=book.sheets[number].name, found=found)
            return


def _note_of_sum(texts: Collection[str], reader: Reader) -> str:
    """The line beside a table that says that its numbers are added up: `Ket: angka kumulatif`, `Data kumulatif Januari s/d Mei`."""
    begins = {*reader.words.lists["catatan_kumulatif"]["awal"]}
    for text in sorted(text for text in texts if "um" in text.casefold()):
        words = cut(text)
        if len(words) <= LONGEST_NOTE and says_sum(words) and (words[0] in begins or says_sum(words[:1])):
            return text
    return ""
