"""The bare letters S, K, D, N (T, O, B, 2T, BGM, Dk) of a growth table as what they stand for."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection
from dataclasses import replace

from lokmin_data.reading.words.letter_ratios import ratios_in
from lokmin_data.reading.words.meaning import Meaning, Reader

Path = tuple[str, ...]

#: The letters of a growth table.
SKDN = frozenset("SKDN")
_NUMBER = frozenset("N")
_FIRST_LETTERS = frozenset("ABC")
_SASARAN = "sasaran balita s"
_ALONE = "huruf "
_SUM = "Jumlah"
_GAINED_OR_NOT = "terkoreksi"
_AGES = re.compile(r"\d\s*(?:-|–|s\s*[/.]?\s*d\.?|sampai)\s*(?!59\b|60\b)\d+\s*(?:bl|th|tahun)", re.IGNORECASE)
_LETTERS = SKDN | {"T", "O", "B", "2T", "BGM", "DK"}


def letters_resolved(paths: list[Path], meanings: list[Meaning], reader: Reader) -> list[Meaning]:
    """The meanings with the bare letters S, K, D, N of a growth table read as what they stand for."""
    letters = {plain(text) for path in paths for text in path}
    if letters >= _FIRST_LETTERS:  # columns called by letters: the D among them is not that of the SKDN
        return [
            replace(each, unknown=each.unknown or path[-1:]) if path and plain(path[-1]) in SKDN else each
            for path, each in zip(paths, meanings, strict=True)
        ]
    known = _LETTERS if len(SKDN & letters) >= len(SKDN) - 1 else (_of_ratios(paths, reader) | _of_gained(meanings)) & letters
    known = known - _NUMBER if known and len(_groups(paths, ["N", "%"])) > 1 else known
    if not known:
        return _sums(paths, _below_others(paths, meanings, reader), reader)
    split = {path[:-1] for path in paths if path and plain(path[-1]) == "L"}  # T beside L and P is their sum
    read = [_letter(path, meaning, known, split, reader) for path, meaning in zip(paths, meanings, strict=True)]
    alone = Counter(meaning.note for meaning in read if meaning.note.startswith(_ALONE))
    resolved = []
    for path, meaning, before in zip(paths, read, meanings, strict=True):
        if meaning.note.startswith(_ALONE):  # under heads that are not understood: one of several, or of some ages, is a part
            part = alone[meaning.note] > 1 or any(_AGES.search(text) for text in path)
            meaning = replace(before, unknown=before.unknown or path, role="", indicator="") if part else replace(meaning, note="")
        resolved.append(meaning)
    return resolved


def _below_others(paths: list[Path], meanings: list[Meaning], reader: Reader) -> list[Meaning]:
    """The meanings with a letter below another indicator not understood: "BCG" over "D", "L", "Jml" weighs nobody."""
    return [
        replace(each, unknown=each.unknown or path[-1:])
        if len(path) > 1 and each.indicator and plain(path[-1]) in SKDN and reader.head(path[:-1]).indicator not in ("", each.indicator)
        else each
        for path, each in zip(paths, meanings, strict=True)
    ]


def _sums(paths: list[Path], meanings: list[Meaning], reader: Reader) -> list[Meaning]:
    """The meanings with "S" right before a "%", and nothing else in their group, read as the sign of a sum: it is the letter of
    that sign in the font in which the forms of the Profil Kesehatan print it."""
    groups = _groups(paths, ["S", "%"])
    return [
        reader.head((*path[:-1], _SUM)) if path and plain(path[-1]) == "S" and path[:-1] in groups else meaning
        for path, meaning in zip(paths, meanings, strict=True)
    ]


def _groups(paths: list[Path], texts: list[str]) -> set[Path]:
    """The heads over columns that are called by these texts and nothing else: several over "n" and "%" count persons."""
    beside: dict[Path, list[str]] = {}
    for path in paths:
        for depth in range(1, len(path)):
            beside.setdefault(path[:depth], []).append(plain(path[depth]))
    return {above for above, below in beside.items() if below == texts}


def _of_ratios(paths: Collection[Path], reader: Reader) -> set[str]:
    """The letters of the ratios of a head that are indicators: beside "D/S" the D and the S are those of the growth table."""
    ratios = {ratio for path in paths for text in path for ratio in ratios_in(text)}
    return {letter for ratio in ratios.intersection(reader.words.lists["rasio_huruf"]["indikator"]) for letter in ratio.split("/")}


def _of_gained(meanings: list[Meaning]) -> set[str]:
    """The letter of those who gained where they are measured against N + T: "N | D' terkoreksi (N+T) | %N"."""
    return {"N"} if any(each.population == _GAINED_OR_NOT for each in meanings) else set()


def plain(text: str) -> str:
    """The text without brackets and dots, in capitals: what may be one of the letters."""
    return text.strip("() .").upper()


def _letter(path: Path, meaning: Meaning, known: Collection[str], split: Collection[Path], reader: Reader) -> Meaning:
    """What one of the `known` letters stands for with what the other heads of its path say (a month, a sex), alone where those
    are not understood; `split` are the groups of L and P, in which T is no letter."""
    at = [
        depth for depth, text in enumerate(path)
        if plain(text) in known and not (plain(text) == "T" and path[:depth] in split)
    ]  # fmt: skip
    if not at:
        return meaning
    letter = {depth: _SASARAN if plain(path[depth]) == "S" else f"SKDN {path[depth]}" for depth in at}
    whole = reader.head(tuple(letter.get(depth, text) for depth, text in enumerate(path)))
    return replace(reader.head(("SKDN", path[at[-1]])), note=f"{_ALONE}{plain(path[at[-1]])}") if whole.unknown else whole
