"""The age of all toddlers beside the ages that it adds up, below what is counted: "K (buku KIA)" over "0-23 bl", "24-59 bl", "0-59 bl"
counts books in each of them; the last is the sum, no sasaran of the toddlers."""

from __future__ import annotations

from collections.abc import Sequence

from lokmin_data.reading.words.age_groups import OLDEST_TODDLER, TODDLERS, Span, split_age
from lokmin_data.reading.words.meaning import Reader

Path = tuple[str, ...]

SUM = "Jumlah"
#: A text without one of these does not name the toddlers' age.
_SIGNS = ("59", "60", "5", "alita", "ALITA")


def ages_as_sums(paths: list[Path], reader: Reader) -> list[Path]:
    """The paths with such an age called the sum; what is below a sasaran, a disease or nothing but a period stays."""
    if not any(sign in text for path in paths for text in path[1:] for sign in _SIGNS):
        return paths
    below: dict[Path, dict[str, Span]] = {}  # the ages right below a group
    for path in paths:
        for depth in range(1, len(path)):
            span = _age(path[depth], reader)
            if span:
                below.setdefault(path[:depth], {})[path[depth]] = span
    whole = {
        (*group, text) for group, ages in below.items() for text, span in ages.items()
        if _of_toddlers(span) and _filled(span, [each for each in ages.values() if not _of_toddlers(each)]) and counts_people(group, reader)
    }  # fmt: skip
    return [_summed(path, whole) for path in paths] if whole else paths


def ages_fill(texts: Sequence[str], reader: Reader) -> bool:
    """True for ages that make up those of all toddlers."""
    spans = [span for text in texts if (span := _age(text, reader)) and not _of_toddlers(span)]
    return len(spans) == len(texts) and _filled(TODDLERS, spans)


def names_all_toddlers(text: str, reader: Reader) -> bool:
    """True for "0-59 bl", "Balita", and with a word for a sum, which may as well be those whom the rest is measured against."""
    lists = reader.words.lists["umur_penyakit"]
    name, span = split_age(text, lists) if any(sign in text for sign in _SIGNS) else (text, None)
    words = name.casefold().strip(" :.").removesuffix(lists["orang"]).strip()
    return bool(span) and _of_toddlers(span) and words in ("", *lists["jumlah"])


def _summed(path: Path, whole: set[Path]) -> Path:
    depth = next((at for at in range(1, len(path)) if path[: at + 1] in whole), 0)
    return (*path[:depth], SUM, *path[depth + 1 :]) if depth else path


def _age(text: str, reader: Reader) -> Span | None:
    """The age that a text names with nothing else, in numbers also behind words for a sum or for toddlers: "Jumlah balita" may be
    those whom the rest is measured against."""
    lists = reader.words.lists["umur_penyakit"]
    name, span = split_age(text, lists)
    words = (lists["orang"], *lists["jumlah"]) if any(map(str.isdigit, text)) else ()
    return span if span and name.casefold().strip(" :.") in ("", *words) else None


def _of_toddlers(span: Span) -> bool:
    return span[0] == 0 and span[1] in (TODDLERS[1], OLDEST_TODDLER)


def _filled(whole: Span, parts: list[Span]) -> bool:
    """True where ages follow one another from the beginning of a wider one to its end; they may share a month or a year."""
    reached = -1
    for first, last in sorted(parts):
        if first > reached + 1:
            return False
        reached = max(reached, last)
    return len(parts) > 1 and reached in (whole[1], TODDLERS[1], OLDEST_TODDLER)


def counts_people(group: Path, reader: Reader) -> bool:
    """True for the name of what is counted: an indicator, people who are no sasaran of toddlers, a letter of growth."""
    meaning, lists = reader.head(group), reader.words.lists
    if meaning.bare or meaning.sasaran or meaning.axis or meaning.indicator in lists["umur_penyakit"]["indikator"]:
        return False
    return bool(meaning.indicator) or meaning.population not in lists["penyebut"]["d_s"]
