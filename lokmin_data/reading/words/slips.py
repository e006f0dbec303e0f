"""Words that may be slips of the keys of others: looked for among those of like length that hold nearly the same letters."""

from __future__ import annotations

from collections.abc import Iterable

#: A word is a typing error of another from this length on; longer ones may have two errors.
SHORTEST_TYPO, LONG_WORD = 4, 9
_BITS = 31


def slips(word: str) -> int:
    """How many slips of the keys a word may hold and still be recognised."""
    return 2 if len(word) >= LONG_WORD else 1


class Alike:
    """Words in their order, to be asked for those of which another word may be a typing error."""

    def __init__(self, words: Iterable[str]):
        self._words = tuple((word, _letters(word)) for word in words)
        self._by_length: dict[int, list[tuple[str, int]]] = {}

    def near(self, word: str) -> list[str]:
        """The words that are as long as this one and hold its letters, but for as many as its slips can change: a slip adds a letter,
        takes one away or puts one in the place of another, so that no word is missed, and few are looked at closely."""
        length, most = len(word), slips(word)
        if length not in self._by_length:
            self._by_length[length] = [other for other in self._words if abs(len(other[0]) - length) <= most]
        own, changed = _letters(word), 2 * most
        return [other for other, letters in self._by_length[length] if (letters ^ own).bit_count() <= changed]

    def holds_like(self, word: str) -> bool:
        """True where one of the words may have been meant."""
        near = self.near(word)
        if not near:
            return False  # most words
        from rapidfuzz import process
        from rapidfuzz.distance import OSA

        return process.extractOne(word, near, scorer=OSA.distance, score_cutoff=slips(word)) is not None


def _letters(word: str) -> int:
    """The letters of a word as bits of a number; some share a bit."""
    found = 0
    for letter in set(word):
        found |= 1 << (ord(letter) & _BITS)
    return found
