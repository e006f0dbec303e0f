"""Words that may be slips of the keys of others: looked for among those of like length that hold nearly the same letters."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np

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
        self._by_length: dict[int, tuple[list[str], np.ndarray]] = {}

    def near(self, word: str) -> list[str]:
        """The words that are as long as this one and hold its letters, but for as many as its slips can change: a slip adds a letter,
        takes one away or puts one in the place of another, so that no word is missed, and few are looked at closely."""
        length, most = len(word), slips(word)
        if length not in self._by_length:
            alike = [other for other in self._words if abs(len(other[0]) - length) <= most]
            self._by_length[length] = [other for other, _ in alike], np.array([letters for _, letters in alike], np.uint32)
        others, letters = self._by_length[length]
        changed = np.bitwise_count(letters ^ np.uint32(_letters(word)))
        return [others[place] for place in np.flatnonzero(changed <= 2 * most)]

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
