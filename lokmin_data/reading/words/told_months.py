"""The month of a title that writes it as a bare number behind "sampai dengan": "S/D 09 2025", "s.d. 05 tahun 2026"."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lokmin_data.reading.words.vocabulary import Vocabulary

_SPACED = re.compile(
    r"(?:(?P<before>[^\W\d_]+)[\s.:-]*)?(?:(?<![\d/.,-])(?P<first>\d{1,2})\s*)?"
    r"\b(?:sampai(?:\s+dengan)?|(?P<bare>sd)|s\s*[/.]\s*d\.?|hingga)\s+(?P<last>0?[1-9]|1[0-2])(?:\s*[.,]\s*|\s+)"
    r"(?P<years>(?:tahun|thn|th)\b\.?\s*)?(?P<year>20\d\d)(?![\d/.-])",
    re.IGNORECASE,
)
#: What is numbered in a title and is no month: doses and visits are known by the vocabulary.
_OTHERS = frozenset({"minggu", "mg", "mgg", "tribulan", "triwulan", "tw", "caturwulan", "cawu", "semester", "smt", "kelas", "kls", "umur", "usia"})

_PLACES = frozenset({"desa", "kelurahan", "kel", "posyandu", "puskesmas", "pkm", "pustu", "dusun", "lingkungan", "rw", "rt", "tahap", "desil"})


def month_until(text: str, tokens: Collection[str], year: int, words: Vocabulary) -> int | None:
    """The month up to which a text adds up, 0 where the number may be something else ("1 s/d 9 2025", "balita s/d 5 tahun 2026");
    None where it tells none: "DPT 1 s/d 3 2026" are doses, "SD 5" is a school."""
    found = _SPACED.search(text) if year else None
    if not found or int(found["year"]) != year or not _OTHERS.isdisjoint(tokens):
        return None
    two_digits = found["last"].startswith("0")
    if found["bare"] and ("sd" not in tokens or not two_digits):
        return None
    if found["first"] is None:
        return int(found["last"]) if two_digits or not found["years"] else 0
    return None if _is_numbered(found, words.synonyms, words.numbered) else 0


def _is_numbered(found: re.Match[str], synonyms: Mapping[str, Sequence[str]], numbered: Collection[tuple[str, str]]) -> bool:
    """True where the word before the first number is of doses, visits or places: DPT 1, K1, Desa 1."""
    before = (found["before"] or "").casefold()
    return before in _PLACES or (synonyms.get(before, (before,))[-1], str(int(found["first"]))) in numbered
