"""Years of two digits behind "tahun", `BLN 4 TH 26`: written in full where the number can be no age, count, rate or range."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lokmin_data.reading.words.vocabulary import Vocabulary

#: A year of two digits behind its word, `BLN 4 TH 26`, `Tahun '26`; neither the 20 of a year left open nor one of a range or list.
_SHORT = re.compile(
    r"\b(?P<word>(?:tahun|thn|th)\b\.?|(?:tahun|thn|th)\.?(?=\d))\s*[:=]?\s*['’‘`]?(?P<year>2[1-9]|3[0-5])"
    r"(?![\w%]|\s*[-–/&]\s*\d|\s*[.,]\d|\s*(?:,|dan|dgn|dengan|s\s*[/.]?\s*d\.?|sampai|hingga|atau|ke)\s+\d|\s+\d{1,3}\b)"
    r"(?!\s*(?:%|persen|thn?\b|tahun|keatas|ke\s+atas))(?=(?:\s+(?P<behind>[^\W\d_]+))?)",
    re.IGNORECASE,
)
#: What stands before "tahun" where the number behind it is an age, a rate or a count: "usia tahun 25", "per tahun 30".
_OF_ANOTHER = re.compile(
    r"(?:\b(?:umur|usia|per|tiap|setiap|dalam|selama|setelah|kurang|lebih|minimal|maksimal)|[<>≤≥+])\s*\(?\s*(?:\d+\s*)?$",
    re.IGNORECASE,
)
#: The number before "TH 26", of months and parts of the year or of whatever is numbered; any other may be of an age: "0-4 TH 25".
_NUMBERED = re.compile(
    r"(?:(?P<word>[^\W\d_]+)[\s.:-]*)?(?:\d{1,2}\s*(?P<until>s\s*[/.]?\s*d\.?|sampai|[-–])\s*)?(?P<number>\d{1,3})\s*[,;|]?\s*$",
    re.IGNORECASE,
)


def with_full_years(text: str, words: Vocabulary) -> str:
    """The text with years of two digits behind "tahun" in full; left as it is where the number may be something else."""

    def full(found: re.Match[str]) -> str:
        before, counted = found.string[: found.start()], words.lists["tahun_dua_angka"]["dihitung"]
        if (found["behind"] or "").casefold() in counted or _OF_ANOTHER.search(before) or not _may_end(before, words):
            return found[0]
        return f"{found['word']} 20{found['year']}"

    return _SHORT.sub(full, text) if "t" in text or "T" in text else text


def _may_end(before: str, words: Vocabulary) -> bool:
    """True where the number right before "tahun", if any, is no age: of a month, of a dose or visit."""
    found = _NUMBERED.search(before)
    if found is None:
        return True
    word = (found["word"] or "").casefold()
    if word in words.lists["tahun_dua_angka"]["bernomor"] or found["number"].startswith("0"):
        return True
    return not found["until"] and (words.synonyms.get(word, (word,))[-1], str(int(found["number"]))) in words.numbered
