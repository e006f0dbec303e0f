"""The words of docs/istilah.md on the pages: a word of the field explains itself under the pointer and the keyboard."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from html import escape
from pathlib import Path

PAGE_FILE = Path(__file__).resolve().parents[2] / "docs" / "istilah.md"
_ROW = re.compile(r"^\| (?P<forms>[^|]+) \| (?P<meaning>[^|]+) \|$", re.M)
_HEAD = ("istilah", "---")
#: A page has a dozen such texts, the same in each run.
REMEMBERED = 1000
#: Between the ways in which a term is written: "IDL / IBL", "K1, K4, K6", "DO (drop-out)".
_BETWEEN = re.compile(r"\s*[,()]\s*|\s+/\s+")


@cache
def glossary() -> dict[str, str]:
    """Term -> meaning, as docs/istilah.md has them; a row with several ways to write a term gives each of them."""
    found = {}
    for row in _ROW.finditer(PAGE_FILE.read_text(encoding="utf-8")):
        for form in _BETWEEN.split(row["forms"].strip()):
            if form and form not in _HEAD:
                found[form] = row["meaning"].strip()
    return found


@cache
def _pattern() -> re.Pattern[str]:
    """Any term as a word of its own, the longest first; terms with a capital are looked for as they are written."""
    parts = [_one(term) for term in sorted(glossary(), key=len, reverse=True)]
    return re.compile(r"(?<![\w/&;-])(?:" + "|".join(parts) + r")(?![\w/-])")


def _one(term: str) -> str:
    plain = re.escape(escape(term))
    return plain if term != term.lower() else f"(?i:{plain})"


@cache
def _by_text() -> dict[str, str]:
    return {(escape(term) if term != term.lower() else escape(term).lower()): meaning for term, meaning in glossary().items()}


@lru_cache(maxsize=REMEMBERED)
def with_terms(escaped: str) -> str:
    """Text that is HTML already (and has no tags inside a word) with the first of each term made to explain itself."""
    seen: set[str] = set()

    def mark(match: re.Match[str]) -> str:
        word = match[0]
        meaning = _by_text().get(word) or _by_text().get(word.lower())
        if meaning is None or meaning in seen:
            return word
        seen.add(meaning)
        said = escape(meaning, quote=True)
        return f'<abbr class="lk-istilah" tabindex="0" title="{said}" data-arti="{said}">{word}</abbr>'

    parts = re.split(r"(<[^>]*>)", escaped)
    return "".join(part if part.startswith("<") else _pattern().sub(mark, part) for part in parts)
