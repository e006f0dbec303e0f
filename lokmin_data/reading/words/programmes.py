"""Names of programmes as groups of columns ("KIA", "Program gizi", "P2P"): they say nothing of what stands below them."""

from __future__ import annotations

from lokmin_data.reading.words.tokens import cut
from lokmin_data.reading.words.vocabulary import Vocabulary


def without_programmes(path: tuple[str, ...], words: Vocabulary) -> tuple[str, ...]:
    """The path without the groups that only name a programme."""
    lists = words.lists["nama_program"]
    names = [" ".join(word for word in cut(text) if word not in lists["awalan"]) for text in path[:-1]]
    return (*(text for text, name in zip(path[:-1], names, strict=True) if name not in lists["kata"]), path[-1])
