"""Bare words for before, now and together beside each other: "Lalu", "Ini", "Kum"; "Lalu", "Baru", "Semua"; "BL", "BI", "SBI"."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from itertools import chain, pairwise
from typing import TYPE_CHECKING

from lokmin_data.reading.words.meaning import Meaning, Reader
from lokmin_data.reading.words.tokens import fold_spaces

if TYPE_CHECKING:
    from lokmin_data.reading.heads.headers import Head

Path = tuple[str, ...]
Words = Mapping[str, Collection[str]]
SEVERAL = 2
#: What a column read as this month by a bare word carries as its note.
NOW = "kini"


def with_last_and_now(paths: Sequence[Path], meanings: list[Meaning], reader: Reader) -> list[Meaning]:
    """The meanings with such words read as last month, this month and added up."""
    changed = list(meanings)
    now = reader.words.lists["lalu_dan_kini"]["tulis"]["month"]
    for place, (path, full) in enumerate(zip(paths, spelt_out(paths, reader), strict=True)):
        if full is not path:
            own = reader.head(full)
            if not (own.unknown or own.axis):
                bare = now in full and now not in path
                changed[place] = replace(own, note=NOW) if bare and not own.note else own
    return changed


def spelt_out(paths: Sequence[Path], reader: Reader) -> list[Path]:
    """The paths with such words written in full; all others are the same objects.

    Only beside "lalu" do they say that: "Baru" beside "Lama" are kinds of visits, "Ini" alone is nothing.
    """
    words = reader.words.lists["lalu_dan_kini"]
    plain = {_plain(text) for text in set(chain.from_iterable(paths))}
    before, to_date = not plain.isdisjoint((*words["lalu"], *words["lalu_singkat"])), not plain.isdisjoint(words["sampai_singkat"])
    if not before and not to_date:
        return list(paths)
    full = list(paths)
    for above, texts in _groups(paths).items():
        said = _said_together(above, texts, words, reader) if before else {}
        if to_date:
            said |= _to_date(texts, words, reader)
        for text in said:
            for place in texts[text]:
                full[place] = (*above, words["tulis"][said[text]], *full[place][len(above) + 1 :])
    return full


def _said_together(above: Path, texts: Mapping[str, Sequence[int]], words: Words, reader: Reader) -> dict[str, str]:
    """What the texts below one head say beside "lalu", nothing where that does not stand among them."""
    said = {text: _said(text, words, reader) for text in texts}
    if any(_plain(text) in words["kini_singkat"] for text in texts):
        said.update({text: "last" for text in texts if _plain(text) in words["lalu_singkat"]})
    if not {"last", "month"} <= {*said.values()}:
        return {}
    first = min(texts[text][0] for text, basis in said.items() if basis == "last")
    # not the sum of L and P of the sasaran before them, nor the column of months
    return {text: basis for text, basis in said.items() if basis and texts[text][0] >= first and (above or not reader.text(text).axis)}


def _to_date(texts: Iterable[str], words: Words, reader: Reader) -> dict[str, str]:
    """What is written short right behind the number of the month: "BI | SD", where no other school stands beside it."""
    counts = [text for text in texts if reader.text(text).role != "percent"]
    found = [text for now, text in pairwise(counts) if _plain(text) in words["sampai_singkat"] and _said_of_month(now, reader)]
    if not found or any(_plain(text) in reader.words.lists["tabel_sekolah"]["kata"] for text in counts if text not in found):
        return {}
    return dict.fromkeys(found, "cumulative")


def _groups(paths: Sequence[Path]) -> dict[Path, dict[str, list[int]]]:
    """The texts right below each head, or at the top, with the columns that stand below them."""
    groups: dict[Path, dict[str, list[int]]] = {}
    for place, path in enumerate(paths):
        for depth in range(len(path)):
            groups.setdefault(path[:depth], {}).setdefault(path[depth], []).append(place)
    return {above: texts for above, texts in groups.items() if len(texts) >= SEVERAL}


def _said(text: str, words: Words, reader: Reader) -> str:
    """The basis that a text says beside its like: last, month, cumulative, or nothing."""
    plain = _plain(text)
    for basis, name in (("last", "lalu"), ("month", "kini"), ("cumulative", "semua")):
        if plain in words[name]:
            return basis
    return "month" if _said_of_month(text, reader) else ""


def _said_of_month(text: str, reader: Reader) -> bool:
    """True for a text that says nothing but "this month" by itself."""
    own = reader.text(text)
    return own.bare and own.basis == "month" and not own.month


def _plain(text: str) -> str:
    """A text as the lists of words write it: small letters and nothing between the words but spaces."""
    return fold_spaces("".join(letter if letter.isalnum() else " " for letter in text.casefold())).strip()


def without_now_of_parts(head: Head, titles: Sequence[str], reader: Reader) -> Head:
    """The head with a bare "Ini" not understood below a title of a tribulan or semester: it may count three months or one."""
    parts = {*reader.words.lists["lalu_dan_kini"]["bagian_tahun"]}
    if not any(each.meaning.note == NOW for each in head.columns) or all(parts.isdisjoint(reader.tokens(title)) for title in titles):
        return head
    columns = (
        each.meaning_so(replace(each.meaning, unknown=each.path[-1:])) if each.meaning.note == NOW else each for each in head.columns
    )
    return replace(head, columns=tuple(columns))
