"""Groups that part an indicator by how grave it is and add both up: "Pneumonia", "Pneumonia berat", and "Jumlah",
"Jumlah (Pneumonia + Pneumonia berat)" or "Jumlah pneumonia balita"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from lokmin_data.reading.words.meaning import Meaning, Reader

Path = tuple[str, ...]
_JOINS = "+"
FEWEST_PARTS = 2


def with_whole_sums(paths: Sequence[Path], meanings: Sequence[Meaning], reader: Reader) -> list[Meaning]:
    """The meanings with "Jumlah" beside one text that names an indicator and others that name a part of the same read as that
    indicator, and the one beside it as a part, too.

    Where every other text of the group holds the indicator's own words and one of gravity, nothing else is added up.
    """
    changed = _beside_their_sum(paths, meanings, reader)
    groups: dict[tuple[Path, int], dict[str, list[int]]] = {}
    for place, path in enumerate(paths):
        for depth in range(len(path)):
            groups.setdefault((path[:depth], depth), {}).setdefault(path[depth], []).append(place)
    for (above, depth), texts in groups.items():
        total, parts = _total_and_parts(list(texts), reader)
        named = _parted(parts, reader) if total else ""
        if not named or any(meanings[place].role == "denominator" for place in texts[total]):
            continue
        for place in texts[total]:
            own = reader.head((*above, named, *paths[place][depth + 1 :]))
            changed[place] = own if own.indicator and not own.unknown else changed[place]
        for place in texts[named]:
            changed[place] = replace(changed[place], unknown=changed[place].unknown or ("bagian",))
    return changed


def _beside_their_sum(paths: Sequence[Path], meanings: Sequence[Meaning], reader: Reader) -> list[Meaning]:
    """The meanings with "Pneumonia" as a part beside "Pneumonia berat" and a column that names the sum of the same, "Jumlah pneumonia"."""
    changed = list(meanings)
    for place, each in enumerate(meanings):
        if not (each.unknown and each.indicator and paths[place]):
            continue  # nearly all
        words = frozenset(reader.tokens(paths[place][-1]))
        milder = words.difference(reader.words.lists["tingkat_berat"]["kata"])
        beside = {
            other: frozenset(reader.tokens(paths[other][-1])) for other, one in enumerate(meanings)
            if one.indicator == each.indicator and not one.unknown and one.role in ("", "numerator") and paths[other][:-1] == paths[place][:-1]
        } if milder != words else {}  # fmt: skip
        if any(milder != told and not reader.words.totals.isdisjoint(told) for told in beside.values()):
            changed = [replace(one, unknown=("bagian",)) if beside.get(other) == milder else one for other, one in enumerate(changed)]
    return changed


def _total_and_parts(texts: Sequence[str], reader: Reader) -> tuple[str, list[str]]:
    """(the text that adds up others of its group, those others): "Jumlah" all of them, "Jumlah (A + B)" those that it names."""
    for text in texts:
        sums = [tuple(reader.tokens(part)) for part in (text.split("(")[-1].rstrip(" )")).split(_JOINS)] if _JOINS in text else []
        beside = {tuple(reader.tokens(other)): other for other in texts if other != text}
        if len(sums) >= FEWEST_PARTS and all(words in beside for words in sums):
            return text, [beside[words] for words in sums]
    total = next((text for text in texts if _is_total(text, reader)), "")
    return total, [text for text in texts if text != total]


def _is_total(text: str, reader: Reader) -> bool:
    words = reader.tokens(text)
    return bool(words) and all(word in reader.words.totals for word in words)


def _parted(texts: Sequence[str], reader: Reader) -> str:
    """The text that names an indicator where every other one that counts anything names a graver or a lighter part of the same;
    empty where there is none."""
    said = {text: reader.text(text) for text in texts}
    counts = [text for text, each in said.items() if each.indicator or each.unknown]
    named = [text for text in counts if not said[text].unknown]
    if len(named) != 1 or len(counts) == 1:
        return ""
    own = {*reader.tokens(named[0])}
    others = [{*reader.tokens(text)} for text in counts if text != named[0]]
    graver = {*reader.words.lists["tingkat_berat"]["kata"]}
    return named[0] if all(own < words and words - own <= graver for words in others) else ""
