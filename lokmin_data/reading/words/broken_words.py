"""Words that a narrow cell broke into pieces: `KELURAH AN`, `BU LIN`, `PERSALI- NAN`."""

from __future__ import annotations

import re
from operator import add

#: Pieces side by side, and how many letters the word that they make has at least.
_PIECES = re.compile(r"(?<![^\W_])[^\W\d_]{2,}(?:(?:\s*-\s*|\s+)[^\W\d_]{2,})+(?![^\W_])")
_BETWEEN = re.compile(r"(\s*-\s*|\s+)")
SHORTEST_BROKEN, MOST_PIECES = 5, 3


def with_whole_words(text: str, known: frozenset[str]) -> str:
    """The text with pieces joined that are a known word together and not each one by itself."""
    return _PIECES.sub(lambda found: _joined(found.group(), known), text)


def _joined(text: str, known: frozenset[str]) -> str:
    """Pieces with those that belong together joined, the longest first."""
    parts = _BETWEEN.split(text)  # pieces, with what stands between them
    words = [part.lower() for part in parts[::2]]
    two = list(map(add, words, words[1:]))
    if known.isdisjoint(two) and known.isdisjoint(map(add, two, words[2:])):
        return text  # most texts: neither two nor three of its pieces make a word
    made, place = "", 0
    while place < len(words):
        size = next((size for size in range(MOST_PIECES, 1, -1) if _is_broken(words[place : place + size], known)), 1)
        last = place + size
        made += "".join(parts[2 * place : 2 * last : 2]) + "".join(parts[2 * last - 1 : 2 * last])
        place = last
    return made


def _is_broken(words: list[str], known: frozenset[str]) -> bool:
    """True for pieces, one of them no word, that make a word."""
    whole = "".join(words)
    return len(words) > 1 and len(whole) >= SHORTEST_BROKEN and whole in known and not all(word in known for word in words)
