"""A list of antigens with "jumlah_bayi" beside them, where only the title or the name of the data set says that these were
immunised: "jumlah_bayi_diimunisasi_berdasarkan_desa"; and of visits with "jumlah_ibu_hamil", who were served."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from lokmin_data.reading.heads.headers import Column, Head
from lokmin_data.reading.words.meaning import Reader
from lokmin_data.reading.words.tokens import cut


def with_told_immunised(head: Head, texts: Sequence[str], reader: Reader) -> Head:
    """The head with its only number as that of those immunised where one of the texts says its own words and that."""
    if not head.axis("indicator"):
        return head
    counted = [each for each in head.columns if each.meaning.measures]
    if len(counted) != 1 or not _counts_people(counted[0]) or counted[0].path in reader.confirmed:
        return head
    words = " ".join(cut(counted[0].path[-1]))
    if not any(_says_immunised(words, " ".join(cut(text)), reader) for text in texts):
        return head
    columns = (replace(each, meaning=replace(each.meaning, role="numerator")) if each is counted[0] else each for each in head.columns)
    return replace(head, columns=tuple(columns))


def _counts_people(column: Column) -> bool:
    """True for "jumlah_bayi": people, not called a sasaran, of no indicator."""
    known = column.meaning
    return known.role == "denominator" and bool(known.population) and not (known.sasaran or known.indicator or known.unknown)


def _says_immunised(words: str, text: str, reader: Reader) -> bool:
    """True where a text says of these words that they were immunised or served, not that they are to be."""
    lists = reader.words.lists["diimunisasi"]
    for word in (*lists["kata"], *lists["judul"]):
        for said in (f" {words} {word} ", f" {words} yang {word} "):
            before, found, _ = f" {text} ".partition(said)
            if found:
                return set(lists["belum"]).isdisjoint(before.split())
    return False
