"""Sums of a group that also count others than its indicator does: "Dokter | Bidan | Dukun | Jumlah" below "Pertolongan
persalinan", "Ya | Tidak | Jumlah" below "IMD"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from lokmin_data.reading.heads.headers import Column, Head
from lokmin_data.reading.words.meaning import Meaning, Reader


def without_wider_sums(head: Head, title: Meaning, reader: Reader) -> Head:
    """The head with such sums not understood; one that stands before the others, and not before the indicator's own columns, is
    theirs.  The same columns for each table of a form below one title."""
    columns = reader.forms.changed((head.columns, title, without_wider_sums), lambda: _without_wider(head, title, reader))
    return head if columns is head.columns else replace(head, columns=columns)


def _without_wider(head: Head, title: Meaning, reader: Reader) -> tuple[Column, ...]:
    words = reader.words.lists["jumlah_dengan_lain"]
    codes = {title.indicator, *(each.meaning.indicator for each in head.columns)}
    if codes.isdisjoint(words) and not any(_is_without(each, reader) for each in head.columns):
        return head.columns  # nearly all
    wider = [each for each in head.columns if _is_wider(each, head, words.get(each.meaning.indicator or title.indicator, ()), reader)]
    if not wider:
        return head.columns
    return tuple(replace(each, meaning=replace(each.meaning, unknown=(each.path[-1],))) if each in wider else each for each in head.columns)


def _is_wider(column: Column, head: Head, others: Sequence[str], reader: Reader) -> bool:
    if column.meaning.axis or column.path in reader.confirmed or not _is_sum(column, reader):
        return False
    beside = [each for each in head.columns if each is not column and each.path and each.path[:-1] == column.path[:-1] and not each.meaning.axis]
    counted = [each.index for each in beside if _is_without(each, reader) or _names(each, others, reader)]
    own = [each.index for each in beside if each.index not in counted and each.meaning.role in ("", "numerator")]
    return bool(counted) and not (column.index < min(counted) and (not own or min(own) < column.index))


def _names(column: Column, words: Sequence[str], reader: Reader) -> bool:
    text = f" {' '.join(reader.tokens(column.path[-1]))} "
    return any(f" {word} " in text for word in words)


def _is_without(column: Column, reader: Reader) -> bool:
    """True for those who did not get what the group names: "Tidak", "Belum dapat"; "Tidak dirawat" says of the ill what became of
    them."""
    lists = reader.words.lists["judul_lain"]
    first, *rest = (reader.tokens(column.path[-1]) if column.path else ()) or ("",)
    return first in lists["tanpa_layanan"] and all(word in lists["layanan"] for word in rest)


def _is_sum(column: Column, reader: Reader) -> bool:
    """True where the last text says no more than that it is a sum, or repeats its group."""
    *groups, last = column.path or ("",)
    said, totals = {word for text in groups for word in reader.tokens(text)}, reader.words.totals
    tokens = reader.tokens(last)
    return not totals.isdisjoint(tokens) and all(word in totals or word in said or word in reader.words.empty for word in tokens)
