"""K1 in tables of infants and toddlers: vitamin K1 beside HB0 and BCG, the first visit of a child; a pregnant woman's only where
the table speaks of mothers, too."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from lokmin_data.reading.heads.by_form import of_form
from lokmin_data.reading.heads.headers import Column, Head
from lokmin_data.reading.words.meaning import Reader

_MOTHERS, _CHILDREN = "ibu", "anak"


def without_letters_of_others(head: Head, texts: Sequence[str], reader: Reader) -> Head:
    """The head with its K1 not understood where the columns count children and no mothers, and measure against children or stand
    below a title of children; `texts` are the titles and the name of the sheet."""
    doubted = reader.words.lists["huruf_ibu"]["tabel"]["indikator"]
    if not any(column.meaning.indicator in doubted for column in head.columns):
        return head
    own, other, measured = of_form(_people, head, reader)
    if own or not other:
        return head
    lists, visits = reader.words.lists, reader.words.lists["huruf_ibu"]["tabel"]["kunjungan"]
    if _says((*lists["huruf_ibu"]["tabel"]["kata"], *lists["orang_lain"]["sendiri"][_MOTHERS]), texts, reader):
        return head
    if not measured and not _says(lists["huruf_ibu"]["tabel"]["judul"], texts, reader):
        return head
    columns = (
        replace(each, meaning=replace(each.meaning, unknown=("K1",)))
        if each.meaning.indicator in doubted and each.path not in reader.confirmed and not _says(visits, each.path, reader) else each
        for each in head.columns
    )  # fmt: skip
    return replace(head, columns=tuple(columns))


def _says(words: Sequence[str], path: Sequence[str], reader: Reader) -> bool:
    """True where one of the words stands in a path."""
    texts = "\n".join(f" {reader.words.folded(text)} " for text in path)
    return any(f" {word} " in texts for word in words)


def _people(columns: Sequence[Column], reader: Reader) -> tuple[bool, bool, bool]:
    """Whether the columns of a table speak of mothers apart from K1, whether of children, and whether they measure against
    children."""
    lists = reader.words.lists
    groups = {name: group for group, names in lists["kelompok"].items() for name in names}
    divisors, doubted = lists["penyebut"], lists["huruf_ibu"]["tabel"]["indikator"]
    counted = {groups.get(name) for each in columns if each.meaning.indicator not in doubted for name in divisors.get(each.meaning.indicator, ())}
    measured = {groups.get(each.meaning.population) for each in columns if each.meaning.population}
    mothers = (*lists["huruf_ibu"]["tabel"]["kata"], *lists["orang_lain"]["sendiri"][_MOTHERS])
    named = _says(mothers, [text for each in columns for text in each.path], reader)
    return named or _MOTHERS in counted | measured, _CHILDREN in counted | measured, _CHILDREN in measured
