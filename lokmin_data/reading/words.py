"""The vocabulary of report heads, read from `data/reference/header_words.toml`, and what a text says in it."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache, cached_property
from typing import Any, NamedTuple

from lokmin_data.reading.tokens import Tokens, cut, tokenise
from lokmin_data.reference.catalogue import REFERENCE_FOLDER

#: Words left between two words of a spelling: at most this many, and only words of [kosong].
LONGEST_GAP = 5
#: A word is a typing error of another from this length on; longer ones may have two errors.
SHORTEST_TYPO, LONG_WORD = 4, 9
TOTALS = frozenset({"jumlah", "total"})
SASARAN = "sasaran"


class Spelling(NamedTuple):
    """One way to write one meaning: its words and what they mean."""

    words: Tokens
    means: Mapping[str, Any]


class Found(NamedTuple):
    """A spelling found in a path of texts: the places of its words, the text it ends in, and its meaning."""

    places: Tokens | tuple[int, ...]
    depth: int
    means: Mapping[str, Any]


@dataclass(frozen=True)
class Said:
    """What a path of head texts says.  `unknown` are words with their depth that no spelling accounts for."""

    found: tuple[Found, ...] = ()
    unknown: tuple[tuple[str, int], ...] = ()
    only_total: bool = False  # the last text is nothing but "Jumlah", "Total"
    leaf_empty: bool = False
    sasaran: int = -1  # the depth of the deepest text that calls itself a sasaran

    def of(self, name: str) -> list[tuple[Any, int, int]]:
        """(value, depth, length) of every spelling that says something about `name`."""
        return [(each.means[name], each.depth, len(each.places)) for each in self.found if name in each.means]


@dataclass(frozen=True)
class Vocabulary:
    """All words of the head, ready to be compared."""

    synonyms: Mapping[str, Tokens]
    empty: frozenset[str]
    totals: frozenset[str]
    spellings: Mapping[str, tuple[Spelling, ...]] = field(repr=False)
    words: tuple[str, ...] = field(repr=False)
    months: Mapping[str, int] = field(repr=False)
    lists: Mapping[str, Any] = field(repr=False)
    axis_words: frozenset[str] = frozenset()
    axis_list: tuple[str, ...] = ()

    def tokens(self, text: str) -> list[str]:
        """The words of a text with the synonyms put in."""
        return tokenise(text, self.synonyms)

    def may_head_names(self, tokens: list[str]) -> bool:
        """False where no word is one of the heads of areas, months or indicators, nor one mistyped: spares a closer look."""
        return any(token in self.axis_words for token in tokens) or any(
            len(token) >= SHORTEST_TYPO and _like_axis(token, self.axis_list) for token in tokens
        )

    def as_long_as(self, word: str) -> list[str]:
        """The words that are long enough and short enough for this one to be a typing error of them."""
        length, slips = len(word), _slips(word)
        if length not in self._by_length:
            self._by_length[length] = [other for other in self.words if abs(len(other) - length) <= slips]
        return self._by_length[length]

    @cached_property
    def _by_length(self) -> dict[int, list[str]]:
        return {}

    def folded(self, text: str) -> str:
        """The text as words and spaces: what the plain lists of the vocabulary are compared with."""
        return " ".join(word for word in cut(text))


def _like_axis(token: str, axis: tuple[str, ...]) -> bool:
    """True for a word that may be a typing error of a head word."""
    from rapidfuzz import process
    from rapidfuzz.distance import OSA

    return process.extractOne(token, axis, scorer=OSA.distance, score_cutoff=_slips(token)) is not None


def _slips(word: str) -> int:
    """How many slips of the keys a word may hold and still be recognised."""
    return 2 if len(word) >= LONG_WORD else 1


def _synonyms(raw: Mapping[str, str]) -> dict[str, Tokens]:
    return {word: tuple(other.split()) for word, other in raw.items() if word != other}


def _with_own(raw: list[dict[str, Any]], own: Iterable[tuple[str, str]]) -> list[dict[str, Any]]:
    """The entries of the file and one for each further indicator (code, spelling) that a Puskesmas added."""
    return raw + [{"tulisan": [label], "berarti": {"indicator": code}} for code, label in own]


def may_be_own(means: Mapping[str, Any] | None) -> bool:
    """True for a spelling that a Puskesmas may use for an indicator of its own: one without a meaning in the file, or
    one that the file only knows as not being in the catalogue.
    """
    return means is None or (means.get("role") == "ignore" and "meaning" in means)


def taken_spellings(texts: Iterable[str]) -> list[str]:
    """Those of the texts that already mean something else in the head of a report, so that they cannot name an own indicator."""
    words = vocabulary()
    taken = []
    for text in texts:
        tokens = tuple(words.tokens(text))
        means = [each.means for each in words.spellings.get(tokens[0], ()) if each.words == tokens] if tokens else []
        empty = all(token in words.empty | words.totals or token in words.months for token in tokens)
        if empty or any(not may_be_own(each) for each in means):
            taken.append(text)
    return taken


@cache
def vocabulary(own: tuple[tuple[str, str], ...] = ()) -> Vocabulary:
    """The vocabulary, with the (code, spelling) of the Puskesmas' own indicators as further spellings."""
    raw = tomllib.loads((REFERENCE_FOLDER / "header_words.toml").read_text(encoding="utf-8"))
    own_language = _synonyms(raw["kata_sama"])
    synonyms = {**_synonyms(raw["kata_inggris"]), **own_language}
    spellings: dict[str, dict[Tokens, Mapping[str, Any]]] = {}
    codes = {code for code, _ in own}
    for entry in _with_own(raw["kata"], own):
        for text in entry["tulisan"]:
            words = tuple(tokenise(text.replace("_", ""), synonyms))
            group = spellings.setdefault(words[0], {}) if words else {}
            if words and (
                words not in group or entry["berarti"].get("indicator") in codes and may_be_own(group[words])
            ):
                group[words] = entry["berarti"]
    by_first = {
        first: tuple(Spelling(*item) for item in sorted(group.items(), key=lambda item: -len(item[0])))
        for first, group in spellings.items()
    }
    months = {word: int(number) for number, texts in raw["bulan"].items() for word in texts}
    known = {word for group in spellings.values() for words in group for word in words}
    empty = frozenset(word for word in raw["kosong"]["kata"] if not word.endswith("_"))
    typeable = sorted(
        word for word in known | empty | set(months) | set(own_language) | TOTALS if len(word) >= SHORTEST_TYPO
    )
    axis = {word for group in spellings.values() for words, means in group.items() if "axis" in means for word in words}
    written = sorted(word for word in axis | set(own_language) if len(word) >= SHORTEST_TYPO)
    return Vocabulary(synonyms, empty, TOTALS, by_first, tuple(typeable), months, raw, frozenset(axis), tuple(written))


def _match(
    spelling: Tokens, tokens: list[str], start: int, empty: frozenset[str], months: Mapping[str, int]
) -> tuple[int, ...] | None:
    """The places of the spelling's words in `tokens` from `start` on, with only empty words between; else None."""
    places = [start]
    at = start + 1
    for word in spelling[1:]:
        stop = min(len(tokens), at + LONGEST_GAP + 1)
        while at < stop and tokens[at] != word:
            if tokens[at] not in empty and tokens[at] not in months:
                return None
            at += 1
        if at >= stop:
            return None
        places.append(at)
        at += 1
    return tuple(places)


def _candidates(tokens: list[str], depths: list[int], words: Vocabulary) -> list[Found]:
    found = []
    for start, token in enumerate(tokens):
        for spelling in words.spellings.get(token, ()):
            places = _match(spelling.words, tokens, start, words.empty, words.months)
            if places is not None:
                found.append(Found(places, depths[places[-1]], spelling.means))
    return found


def _longest_first(candidates: list[Found]) -> list[Found]:
    """The candidates that do not share a word, longest first, among equals the deepest."""
    chosen: list[Found] = []
    used: set[int] = set()
    for each in sorted(candidates, key=lambda found: (-len(found.places), -found.depth)):
        if used.isdisjoint(each.places):
            chosen.append(each)
            used.update(each.places)
    return chosen


def understand(texts: tuple[str, ...], words: Vocabulary) -> Said:
    """What a path of head texts (outermost first) says; typing errors of single words are looked through."""
    tokens: list[str] = []
    depths: list[int] = []
    for depth, text in enumerate(texts):
        own = words.tokens(text)
        tokens += own
        depths += [depth] * len(own)
    said = _understand(tokens, depths, len(texts), words)
    return _look_through_typos(tokens, depths, len(texts), said, words) if said.unknown else said


def _understand(tokens: list[str], depths: list[int], count: int, words: Vocabulary) -> Said:
    found = _longest_first(_candidates(tokens, depths, words))
    used = {place for each in found for place in each.places}
    unknown, times = [], []
    for place, token in enumerate(tokens):
        if place in used or token in words.empty or token in words.totals:
            continue
        time = _time(tokens, place, words)
        if token == "1" and tokens[place + 1 : place + 2] == ["tahun"] and SASARAN in tokens:
            continue  # the sasaran of one year
        if time:
            times.append(Found((place,), depths[place], time))
        elif token not in "+'&":
            unknown.append((token, depths[place]))
    leaf = [token for token, depth in zip(tokens, depths, strict=True) if depth == count - 1]
    only_total = bool(leaf) and all(token in words.totals for token in leaf)
    sasaran = max((depth for token, depth in zip(tokens, depths, strict=True) if token == SASARAN), default=-1)
    return Said(tuple(found + times), tuple(unknown), only_total, not leaf, sasaran)


def _time(tokens: list[str], place: int, words: Vocabulary) -> Mapping[str, int]:
    """The month or year that a word means: `Januari`, `2026`, the 26 of `Jan-26`, the 01 of `2026-01`; else nothing."""
    token = tokens[place]
    before = tokens[place - 1] if place else ""
    if token in words.months:
        return {"month": words.months[token]}
    if not token.isdecimal():
        return {}
    if len(token) == 4 and token.startswith("20"):
        return {"year": int(token)}
    if len(token) == 2 and before in words.months and 20 <= int(token) < 40:
        return {"year": 2000 + int(token)}
    if len(token) == 2 and len(before) == 4 and before.startswith("20") and 1 <= int(token) <= 12:
        return {"month": int(token)}
    return {}


def _typo_candidates(word: str, words: Vocabulary) -> list[str]:
    from rapidfuzz import process
    from rapidfuzz.distance import OSA

    if word in ("iii", "ii", "iv", "i", "v"):
        return [str({"i": 1, "ii": 2, "iii": 3, "iv": 4, "v": 5}[word])]
    if len(word) < SHORTEST_TYPO or not word.isalpha() or word in words.lists["bukan_salah_ketik"]["kata"]:
        return []
    alike = words.as_long_as(word)
    matches = process.extract(word, alike, scorer=OSA.distance, score_cutoff=_slips(word), limit=4)
    return [match for match, _, _ in matches]


def _look_through_typos(tokens: list[str], depths: list[int], count: int, said: Said, words: Vocabulary) -> Said:
    """The reading with the fewest unknown words when each unknown word may be a typing error of a known one."""
    best = said
    for written, depth in said.unknown:
        place = _place_of(written, depth, tokens, depths)
        readings = []
        for candidate in _typo_candidates(written, words):
            tried = _replaced(tokens, depths, place, words.synonyms.get(candidate, (candidate,)))
            readings.append((_understand(*tried, count, words), *tried))
        readings = [each for each in readings if len(each[0].unknown) < len(best.unknown)]
        if readings:
            readings.sort(key=lambda each: (len(each[0].unknown), len(each[0].found)))
            best, tokens, depths = readings[0]
    return best


def _place_of(word: str, depth: int, tokens: list[str], depths: list[int]) -> int:
    """Where the word stands in the text of that depth; the words before it may have been replaced."""
    return next(place for place, token in enumerate(tokens) if token == word and depths[place] == depth)


def _replaced(tokens: list[str], depths: list[int], place: int, words: Tokens) -> tuple[list[str], list[int]]:
    """Tokens and depths with the word at `place` replaced by other words."""
    return (
        tokens[:place] + list(words) + tokens[place + 1 :],
        depths[:place] + [depths[place]] * len(words) + depths[place + 1 :],
    )
