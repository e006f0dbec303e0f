"""Texts of a report cut into comparable words: case, punctuation, spelling variants and spaces folded."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping

Tokens = tuple[str, ...]

_UNTIL = re.compile(r"(?<![a-z])s\s*[/.]\s*d(?![a-z])\.?")
_LAKI = re.compile(r"laki\s*[-2]?\s*(?:laki)?")
_WORDS = re.compile(r"[^\W\d_]+|\d+|[<>%+&']")
_SPACES = re.compile(r"\s+")
_SIGNS = str.maketrans({"≥": ">", "≤": "<", "_": " ", "’": "'", "`": "'", "√": "v"})
_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")


def fold_spaces(text: str) -> str:
    """The text with line breaks, hard spaces and runs of spaces folded to single ones, ends cut."""
    return _SPACES.sub(" ", text.replace("\xa0", " ")).strip()


def cut(text: str) -> list[str]:
    """The raw words of a text: letters and digits apart, signs that carry meaning kept, lower case."""
    plain = unicodedata.normalize("NFKC", text).translate(_SIGNS)
    plain = _CAMEL.sub(" ", plain).lower()
    plain = _LAKI.sub(" l ", plain).replace(">=", ">").replace("<=", "<")
    return _WORDS.findall(_UNTIL.sub(" sampai ", plain))


def tokenise(text: str, synonyms: Mapping[str, Tokens]) -> list[str]:
    """The words of a text, each replaced by the word that stands for it in `synonyms`."""
    words: list[str] = []
    for word in cut(text):
        other = synonyms.get(word)
        if other is None:
            words.append(word)
        else:
            words.extend(other)
    return words
