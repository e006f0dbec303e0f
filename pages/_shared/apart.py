"""Labels of a picker that tell its options apart."""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from typing import TypeVar

Key = TypeVar("Key", bound=Hashable)


def told_apart(labels: Mapping[Key, str]) -> dict[Key, str]:
    """The labels, each once: a second "Kunjungan rumah" is "Kunjungan rumah (2)".

    Streamlit's pickers know an option by its text alone; of two options with one text it always gives the first,
    whichever was picked.
    """
    found: dict[Key, str] = {}
    taken: set[str] = set()
    for key, label in labels.items():
        text, times = label, 1
        while text in taken:
            times += 1
            text = f"{label} ({times})"
        taken.add(text)
        found[key] = text
    return found
