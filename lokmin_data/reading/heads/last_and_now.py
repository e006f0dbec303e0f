"""Bare words for before, now and together below one head: "Lalu", "Ini", "Kum"; "Lalu", "Baru", "Semua"."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from lokmin_data.reading.words.meaning import Meaning, Reader
from lokmin_data.reading.words.tokens import fold_spaces

if TYPE_CHECKING:
    from lokmin_data.reading.heads.headers import Head

Path = tuple[str, ...]
SEVERAL = 2
#: What a column read as this month by a bare word carries as its note.
NOW = "kini"


def with_last_and_now(paths: Sequence[Path], meanings: list[Meaning], reader: Reader) -> list[Meaning]:
    """The meanings with such words read as last month, this month and added up.

    Only beside "lalu" do they say that: "Baru" beside "Lama" are kinds of visits, "Ini" alone is nothing.
    """
    words = reader.words.lists["lalu_dan_kini"]
    if not any(_plain(text) in words["lalu"] for path in paths for text in path[1:]):
        return meanings
    changed = list(meanings)
    for above, texts in _groups(paths).items():
        said = {text: _said(text, words, reader) for text in texts}
        if {"last", "month"} <= {*said.values()}:
            _read_so(above, texts, said, paths, changed, reader)
    return changed


def _groups(paths: Sequence[Path]) -> dict[Path, dict[str, list[int]]]:
    """The texts right below each head, with the columns that stand below them."""
    groups: dict[Path, dict[str, list[int]]] = {}
    for place, path in enumerate(paths):
        for depth in range(1, len(path)):
            groups.setdefault(path[:depth], {}).setdefault(path[depth], []).append(place)
    return {above: texts for above, texts in groups.items() if len(texts) >= SEVERAL}


def _said(text: str, words: dict[str, Collection[str]], reader: Reader) -> str:
    """The basis that a text says beside its like: last, month, cumulative, or nothing."""
    plain = _plain(text)
    if plain in words["lalu"]:
        return "last"
    if plain in words["kini"]:
        return "month"
    if plain in words["semua"]:
        return "cumulative"
    own = reader.text(text)
    return own.basis if own.bare else ""


def _read_so(
    above: Path, texts: dict[str, list[int]], said: dict[str, str], paths: Sequence[Path], changed: list[Meaning], reader: Reader
) -> None:
    spelt = reader.words.lists["lalu_dan_kini"]["tulis"]
    bare = reader.words.lists["lalu_dan_kini"]["kini"]
    for text, places in texts.items():
        now = said[text] == "month" and _plain(text) in bare
        for place in places if said[text] in spelt else ():
            own = reader.head((*above, spelt[said[text]], *paths[place][len(above) + 1 :]))
            if not (own.unknown or own.axis):
                changed[place] = replace(own, note=NOW) if now and not own.note else own


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
