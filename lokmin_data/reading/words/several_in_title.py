"""Titles that name several indicators: "Cakupan BCG dan Polio 1", "Kasus (P) dan kematian (M) DBD".  Of which of them a column
is that names none, such a title does not say."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lokmin_data.reading.words.meaning import Reader
from lokmin_data.reading.words.vocabulary import Said

#: A letter in brackets behind a word stands for it in the heads: "Penderita (P)".
_SIGN = re.compile(r"\s*\(\s*[A-Za-z]\s*\)")
_AND = re.compile(r"\b(?:dan|serta)\b|&", re.IGNORECASE)
#: From one dose or visit to another: "DPT 1 - 3", "K1 s/d K6".
_RANGE = re.compile(r"\b([A-Za-z]+)[\s-]*\d\s*(?:[-–]|s\s*[./]?\s*d\b\.?|sampai|hingga)\s*(?:\1[\s-]*)?(\d)\b", re.IGNORECASE)
_SIGNS_BETWEEN = re.compile(r"[,;+/]")  # they also join the words of one indicator: DPT/HB/Hib, D/S


def without_signs(title: str) -> str:
    """A title without the letters in brackets that stand for its words."""
    return _SIGN.sub("", title) if "(" in title else title


def names_several(title: str, said: Said, code: str, reader: Reader) -> bool:
    """True for a title that names, in parts of an enumeration or from one dose to another, an indicator beside `code`; `said`: what
    the title says."""
    if any(other != code for word, dose in _RANGE.findall(title) for other in _indicators(f"{word} {dose}", reader)):
        return True
    joined = _AND.split(title)
    parts = [part for each in joined for part in _SIGNS_BETWEEN.split(each)]
    if len(parts) == 1:
        return False
    if len(joined) > 1 and any(names_other_goods(part, code, reader) for part in joined if not any(_indicators(part, reader))):
        return True
    named = {each.means["indicator"] for each in said.found if "indicator" in each.means and "weak" not in each.means}
    listed = {each for part in parts for each in _indicators(part, reader)} & named
    apart = {each for part in joined for each in _indicators(part, reader)} if len(joined) > 1 else set()
    return len(listed | apart | _completed(parts, code, reader)) > 1


def names_other_goods(text: str, code: str, reader: Reader) -> bool:
    """True for a text that names what is given, "VITAMIN A", "IMUNISASI", where the indicator is of something else."""
    text = f" {' '.join(reader.tokens(text))} "
    return any(f" {words} " in text and code not in codes for words, codes in reader.words.lists["yang_diberikan"].items())


def _indicators(part: str, reader: Reader) -> Iterator[str]:
    found = [each for each in reader.understood((part,)).found if "indicator" in each.means]
    longest = max((len(each.places) for each in found), default=0)
    yield from (each.means["indicator"] for each in found if len(each.places) == longest)


def _completed(parts: list[str], code: str, reader: Reader) -> set[str]:
    """The indicators of parts that make sense only behind the name of the other: "Kasus" of "Kasus dan kematian DBD"."""
    joining, words = reader.words.lists["kata_sambung"]["kata"], reader.words
    texts = [" ".join(token for token in reader.tokens(part) if token not in words.totals) for part in parts]
    read = [reader.head((code.split("_")[0], text)) for text in texts if text in joining]
    return {each.indicator for each in read if each.indicator and not each.unknown} | ({code} if read else set())
