"""The vocabulary of report heads, read from `data/reference/header_words.toml`, and what a text says in it."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cache, cached_property
from itertools import permutations
from typing import Any, NamedTuple

from lokmin_data.reading.words.broken_words import with_whole_words
from lokmin_data.reading.words.one_report import for_one_report
from lokmin_data.reading.words.slips import SHORTEST_TYPO, Alike
from lokmin_data.reading.words.tokens import Tokens, cut, tokenise
from lokmin_data.reference.catalogue import REFERENCE_FOLDER

#: A number with more digits, as a NIK, is none of the field's words.
LONGEST_NUMBER = 4
#: A shorter word with a number at it is a name: "K1", "T2".
SHORTEST_FOOTNOTED = 3
TOTALS = frozenset({"jumlah", "total"})
SASARAN = "sasaran"


#: The number of a footnote that stands at a word: "6-11 BULAN1", "IMD1)", "IMD 1)".
_FOOTNOTE = re.compile(r"(?<![^\W_])([^\W\d_]{2,})(?:\d\)?|\s\d\)$)(?![\w.,])")
_DIGIT = re.compile(r"\d")
_NUMBER_BEFORE = re.compile(r"\d\s*$")
#: Letters that stand apart: three and more with spaces, with dots, or two with spaces before one digit.
_SPACED = re.compile(r"(?<![^\W_])(?:(?:[^\W\d_]\s){2,}|(?<!\.)(?:[^\W\d_]\.)+|[^\W\d_]\s(?=[^\W\d_]\s?-?\s?\d(?!\d)))[^\W\d_](?![^\W_])")
_UNTIL = "sd"  # "s.d" is a word of time, not the primary school


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

    def without_own_parts(self) -> Said:
        """What is said without the part that only explains the whole in one text: the KN3 of "KN lengkap (KN3)"."""
        if not any("within" in each.means for each in self.found):
            return self
        whole = {(each.depth, each.means.get("indicator")) for each in self.found}
        return replace(self, found=tuple(each for each in self.found if (each.depth, each.means.get("within", "")) not in whole))


@dataclass(frozen=True, eq=False)  # compared by identity: there is one for each set of own indicators
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
        """The words of a text with the synonyms put in, spaced letters and broken words joined and what only says how to answer left out."""
        if _SPACED.search(text):
            text = _SPACED.sub(self._joined, text)
        text = with_whole_words(text, self._written)
        if _DIGIT.search(text) and _FOOTNOTE.search(text):
            text = _FOOTNOTE.sub(self._without_footnote, text)
        words = tokenise(text, self.synonyms)
        for short in self.lists["singkatan"]:
            if short["kata"] in words:
                words = _meant(words, short)
        for phrase in self._empty_phrases:
            if phrase[0] in words:
                words = _without(words, phrase)
        return words

    def _without_footnote(self, found: re.Match[str]) -> str:
        """A word without the number of a footnote: a word of the field that counts nothing, or a unit behind its number; the
        bracket of a number may not be opened before."""
        word, before = found[1], found.string[: found.start()]
        tokens = tokenise(word, self.synonyms)
        if not tokens or not self.knows(tokens) or " " in found[0] and "(" in before:
            return found[0]
        if tokens[-1] in self.lists["berurutan"]["satuan"]:
            return word if _NUMBER_BEFORE.search(before) else found[0]
        number = found[0].removeprefix(word).strip(" )")
        counted = tokens[-1] in self._counted or (tokens[-1], number) in self.numbered or len(word) < SHORTEST_FOOTNOTED
        return found[0] if counted else word

    @cached_property
    def _counted(self) -> frozenset[str]:
        """Words behind which a number says which one: DPT 1, kelas 5."""
        return frozenset({word for word, number in self.numbered if number == "1"} | {*self.lists["berurutan"]["kata"]} | set(self.months))

    def _joined(self, spaced: re.Match[str]) -> str:
        """Letters that stand apart as one word where there is such a word: `B C G`, `B.C.G`, `K N 1`; the letters S K D N stay."""
        word = "".join(spaced.group().replace(".", " ").split())
        return word if word.lower() in self._whole_words else spaced.group()

    @cached_property
    def _whole_words(self) -> frozenset[str]:
        known = {word for group in self.spellings.values() for each in group for word in each.words}
        return frozenset((known | self.totals | set(self.synonyms)) - {"skdn", _UNTIL})

    @cached_property
    def _written(self) -> frozenset[str]:
        return self._whole_words | self.empty | set(self.months)

    @cached_property
    def _empty_phrases(self) -> list[Tokens]:
        return [tuple(tokenise(text, self.synonyms)) for text in self.lists["tanpa_arti"]["kata"]]

    def may_head_names(self, word: str) -> bool:
        """True for a word of the heads of areas, months or indicators, also mistyped."""
        return word in self.axis_words or len(word) >= SHORTEST_TYPO and self._axis_alike.holds_like(word)

    @cached_property
    def _axis_alike(self) -> Alike:
        return Alike(self.axis_list)

    def says_whom(self, tokens: Sequence[str], place: int = 0) -> bool:
        """True for words one of which calls the people of a whole year, a sasaran, an estimate, and for those people right before `place`."""
        lists = self.lists["sebutan_sasaran"]
        return not {*lists["kata"]}.isdisjoint(tokens) or place > 0 and tokens[place - 1] in lists["orang"]

    def knows(self, tokens: Iterable[str]) -> bool:
        """True for nothing but words of the field, signs and short numbers: no name of anybody."""
        return all(
            token in self._known or not token.isalpha() and len(token) <= LONGEST_NUMBER for token in tokens
        )

    @cached_property
    def all_words(self) -> frozenset[str]:
        """All words of the head, to ask for one of them."""
        return frozenset(self.words)

    @cached_property
    def _known(self) -> frozenset[str]:
        words = {word for group in self.spellings.values() for spelling in group for word in spelling.words}
        return frozenset(words | self.empty | self.totals | set(self.months))

    @cached_property
    def alike(self) -> Alike:
        """All words, to be asked for what may have been meant by another one."""
        return Alike(self.words)

    @cached_property
    def numbered(self) -> frozenset[tuple[str, str]]:
        """(word, number) of all spellings in which a number follows a word: K 4, DPT 3."""
        pairs = (pair for group in self.spellings.values() for each in group for pair in zip(each.words, each.words[1:], strict=False))
        return frozenset(pair for pair in pairs if pair[1].isdecimal())

    @for_one_report
    def folded(self, text: str) -> str:
        """The text as words and spaces: what the plain lists of the vocabulary are compared with."""
        return " ".join(cut(text))


def _without(words: list[str], phrase: Tokens) -> list[str]:
    """The words without a phrase that stands among others."""
    size = len(phrase)
    for place in range(len(words) - size + 1):
        if tuple(words[place : place + size]) == phrase and len(words) > size:
            return words[:place] + words[place + size :]
    return words


def _meant(words: list[str], short: Mapping[str, Any]) -> list[str]:
    """The words with a short word written as what it means where it stands before one that tells so: `dpt vitamin`, `b opv`; or
    before any, but not behind one that makes it another word: `gz`, the degree `S.Gz`."""
    meant: list[str] = []
    for before, word, behind in zip(["", *words], words, [*words[1:], ""], strict=False):
        told = word == short["kata"] and behind in short.get("sebelum", (behind,)) and before not in short.get("bukan_sesudah", ())
        meant += short["jadi"].split() if told else [word]
    return meant


def _synonyms(raw: Mapping[str, str]) -> dict[str, Tokens]:
    return {word: tuple(other.split()) for word, other in raw.items() if word != other}


def _with_own(raw: list[dict[str, Any]], own: Iterable[tuple[str, str]]) -> list[dict[str, Any]]:
    """The entries of the file and one for each further indicator (code, spelling) that a Puskesmas added."""
    return raw + [{"tulisan": [label], "berarti": {"indicator": code}} for code, label in own]


def _texts(entry: Mapping[str, Any]) -> Iterator[str]:
    """All spellings of an entry: those written out, and its `sebutan` alone, in pairs, and behind "nama"."""
    called = entry.get("sebutan", ())
    for names in (*((name,) for name in called), *permutations(called, 2)):
        yield from (" ".join(names), f"nama {' '.join(names)}")
    yield from entry["tulisan"]


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


def vocabulary(own: tuple[tuple[str, str], ...] = ()) -> Vocabulary:
    """The vocabulary, with the (code, spelling) of the Puskesmas' own indicators as further spellings."""
    return _vocabulary(own)


@cache  # here, since it would keep one for no argument and one for the same as its default
def _vocabulary(own: tuple[tuple[str, str], ...]) -> Vocabulary:
    raw = tomllib.loads((REFERENCE_FOLDER / "header_words.toml").read_text(encoding="utf-8"))
    own_language = _synonyms(raw["kata_sama"])
    synonyms = {**_synonyms(raw["kata_inggris"]), **own_language}
    spellings: dict[str, dict[Tokens, Mapping[str, Any]]] = {}
    codes = {code for code, _ in own}
    for entry in _with_own(raw["kata"], own):
        for text in _texts(entry):
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
        word for word in (known | empty | set(months) | set(own_language) | TOTALS).difference(raw["bukan_tebakan"]["kata"])
        if len(word) >= SHORTEST_TYPO
    )  # fmt: skip
    axis = {word for group in spellings.values() for words, means in group.items() if "axis" in means for word in words}
    written = sorted(word for word in axis | set(own_language) if len(word) >= SHORTEST_TYPO)
    return Vocabulary(synonyms, empty, TOTALS, by_first, tuple(typeable), months, raw, frozenset(axis), tuple(written))
