"""Numbers of a disease parted by ages: "DIARE" over "Balita", ">= 5 tahun", "Semua umur".  An age is no sasaran here, and only
the people whom an indicator counts are its number."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Any, NamedTuple

from lokmin_data.reading.words.meaning import Meaning, Reader

Path = tuple[str, ...]
Span = tuple[int, int]

#: Ages in months; ANY is no end.  The ages of all people, and of the toddlers.
ANY = 9999
EVERYBODY, TODDLERS, OLDEST_TODDLER = (0, ANY), (0, 59), 60
_MONTHS_OF_YEAR, _FIVE, _SEVERAL = 12, 5, 2
_FIRST_MONTHS = ("0", "1", "2", "6", "12", "24")  # of ages up to 59 that name no unit
_UNIT = r"(?:bulan|bln|bl|tahun|thn|th)"
_AGE = re.compile(
    rf"(?<![\w-])[\s(\[]*(?:(?P<from>\d{{1,2}})\s*{_UNIT}?\s*(?:-|–|s\.?/?d\.?|sampai)\s*<?\s*(?P<to>\d{{1,2}})"
    rf"|(?P<sign><|>|≤|≥|di ?bawah|di ?atas|kurang dari|lebih dari)\s*=?\s*(?P<edge>\d{{1,2}})"
    rf"|(?P<up>\d{{1,2}})(?=\s*\+|\s*{_UNIT}\s*ke\s?atas))\s*\+?\s*(?P<unit>{_UNIT})?\b(?:\s*ke\s?atas)?[\s)\].]*$",
    re.IGNORECASE,
)


class _Part(NamedTuple):
    """A path with an age in it: the texts above the age, the age, the texts below."""

    above: Path
    span: Span
    below: Path


def with_ages(paths: Sequence[Path], meanings: list[Meaning], reader: Reader, code: str = "") -> list[Meaning]:
    """The meanings of columns that part a disease's number by ages; `code` is the disease that a title names, whose columns
    may hold nothing but ages."""
    lists = reader.words.lists["umur_penyakit"]
    codes = [_disease(meaning, code, lists) for meaning in meanings]
    if not code and not any(codes):
        return meanings
    parts = [None if meaning.axis else _part(path, lists) for path, meaning in zip(paths, meanings, strict=True)]
    parts = _with_sums(parts, lists["jumlah"])
    groups: dict[tuple[str, Path], list[int]] = {}
    for place, part in enumerate(parts):
        if part and (found := _counted(part.above, code, reader, lists)):
            groups.setdefault((found, part.above), []).append(place)
    changed = list(meanings)
    for (found, above), places in groups.items():
        spans = {part.span for place in places if (part := parts[place])}
        beside = [place for place, path in enumerate(paths) if path and not parts[place] and codes[place] == found]
        counted = any(_called_count(paths[place], above, meanings[place], reader) for place in beside)
        if _are_ages(spans, above, [paths[place] for place in places], paths) and not counted:
            for place in places:
                changed[place] = _of_age(parts[place], found, spans, meanings[place], reader)
            for place in beside:
                if not _whole(EVERYBODY, found, spans, lists) and not _names_toddlers(paths[place], reader):
                    changed[place] = replace(meanings[place], unknown=meanings[place].unknown or ("umur",))
        elif not counted:
            for place in places:
                changed[place] = _of_one_age(parts[place], found, meanings[place], reader)
    return changed


def _with_sums(parts: Sequence[_Part | None], words: Sequence[str]) -> list[_Part | None]:
    """The parts where "Jumlah Balita (0-4 tahun)" behind "< 1 tahun" and "1-4 tahun" is their sum, not the number of toddlers:
    ages with the same columns below fill its own without a gap."""
    found = list(parts)
    for place, part in enumerate(parts):
        if part is None or not part.above or part.above[-1].casefold().strip(" :.") not in words:
            continue
        above = part.above[:-1]
        beside = {each.span for each in parts if each and each.above == above and each.below == part.below and _within(each.span, part.span)}
        if part.below and _fill(sorted(beside), part.span):
            found[place] = part._replace(above=above)
    return found


def _within(span: Span, whole: Span) -> bool:
    return whole[0] <= span[0] and span[1] <= whole[1] and span != whole


def _fill(spans: Sequence[Span], whole: Span) -> bool:
    """True where ages follow one another from the beginning of a wider one to its end."""
    if len(spans) < _SEVERAL or (spans[0][0], spans[-1][1]) != whole:
        return False
    return all(one[1] + 1 == other[0] for one, other in pairwise(spans))


def _are_ages(spans: set[Span], above: Path, own: Sequence[Path], paths: Sequence[Path]) -> bool:
    """True where a group has several ages, or that of the toddlers over all of its columns: nothing else there is the count."""
    if len(spans) >= _SEVERAL or not above:
        return len(spans) >= _SEVERAL
    group = [path for path in paths if path[: len(above)] == above]
    return all(map(_toddlers, spans)) and len(group) == len(own) > 1 and group == list(own)


def _disease(meaning: Meaning, code: str, lists: Mapping[str, Any]) -> str:
    """The disease that a column counts, that of the title where it names none; empty where it is none."""
    named = meaning.indicator or (code if meaning.bare and not meaning.axis else "")
    return named if named in lists["indikator"] else ""


def _counted(above: Path, code: str, reader: Reader, lists: Mapping[str, Any]) -> str:
    """The disease that the texts above an age count, empty where they count none; that of the title where they only say that
    people were served."""
    meaning = reader.head(above) if above else Meaning(indicator=code)
    counts = meaning.role in ("", "numerator", "percent") and not meaning.unknown
    if above and code:
        served = counts and meaning.role == "numerator" and not (meaning.indicator or meaning.population)
        return code if served and code in lists["indikator"] else ""
    return meaning.indicator if counts and meaning.indicator in lists["indikator"] else ""


def _called_count(path: Path, above: Path, meaning: Meaning, reader: Reader) -> bool:
    """True for a column of the same group that is called the count ("Dilayani"): the ages beside it are its sasaran."""
    last = reader.text(path[-1])
    return path[: len(above)] == above and len(path) > len(above) and meaning.role == "numerator" and last.role == "numerator"


def _of_age(part: _Part | None, code: str, spans: set[Span], meaning: Meaning, reader: Reader) -> Meaning:
    """The meaning of a column of one age among others; as it was where it names none."""
    return of_age((part.above, part.below), part.span, code, spans, meaning, reader) if part else meaning


def of_age(around: tuple[Path, Path], span: Span, code: str, spans: set[Span], meaning: Meaning, reader: Reader) -> Meaning:
    """The meaning of a column of people of these ages: of the indicator that counts them, else not understood.  `around`: the
    texts above and below the age."""
    lists = reader.words.lists["umur_penyakit"]
    own = lists["dari_balita"].get(code, "") if _toddlers(span) else ""
    if not own and not _whole(span, code, spans, lists):
        return replace(meaning, unknown=meaning.unknown or ("umur",))
    if meaning.sasaran:
        return replace(meaning, indicator=own or meaning.indicator)
    path = (*around[0], *around[1])
    read = reader.head(path) if path else Meaning(role="numerator", bare=True)
    return replace(read, indicator=own or read.indicator, other="" if own else read.other, sex=meaning.sex or read.sex)


def _of_one_age(part: _Part | None, code: str, meaning: Meaning, reader: Reader) -> Meaning:
    """The meaning of a column of the only age that a table names: not understood where that is not everybody whom the indicator
    counts ("Hipertensi 15-59 tahun"); a sasaran stays."""
    lists = reader.words.lists["umur_penyakit"]
    if part is None or part.below or meaning.sasaran or meaning.indicator not in ("", code) or _toddlers(part.span):
        return meaning
    whole = [list(EVERYBODY), *(lists["semua_balita"] if code in lists["balita"] else lists["sejak"].get(code, ()))]
    if list(part.span) not in whole:
        return replace(meaning, unknown=meaning.unknown or ("umur",))
    return reader.head(part.above) if meaning.unknown and part.above else meaning


def _whole(span: Span, code: str, spans: set[Span], lists: Mapping[str, Any]) -> bool:
    """True where people of these ages are all whom the indicator counts."""
    if code in lists["balita"]:
        older = any(last > OLDEST_TODDLER for _, last in spans if last < ANY) or any(0 < first and last == ANY for first, last in spans)
        return _toddlers(span) or span == EVERYBODY and not older and len(spans - {EVERYBODY, TODDLERS}) > 0
    return span == EVERYBODY or list(span) in lists["sejak"].get(code, ())


def _toddlers(span: Span) -> bool:
    return span[0] == 0 and span[1] in (TODDLERS[1], OLDEST_TODDLER)


def _names_toddlers(path: Path, reader: Reader) -> bool:
    return any("balita" in reader.tokens(text) for text in path)


def _part(path: Path, lists: Mapping[str, Any]) -> _Part | None:
    """The path around its deepest age, None where it names none."""
    for depth in range(len(path) - 1, -1, -1):
        name, span = split_age(path[depth], lists)
        if span:
            return _Part((*path[:depth], *([name] if name else [])), span, path[depth + 1 :])
    return None


def split_age(text: str, lists: Mapping[str, Any]) -> tuple[str, Span | None]:
    """(the text without the age that ends it, the age in months)."""
    number = _AGE.search(text)
    before = _without_filling(text[: number.start()], lists) if number else text.strip()
    words = before.casefold().strip(" ():.,").split()
    for phrase, months in lists["kata"].items():
        size = len(phrase.split())
        if words[-size:] == phrase.split():
            span = _months(number) if number else (months[0], months[1])
            return _without_filling(" ".join(before.split()[: len(before.split()) - size]), lists), span
    return (before, _months(number)) if number else (text, None)


def _without_filling(text: str, lists: Mapping[str, Any]) -> str:
    """The text without words such as "umur", "golongan umur" that end it."""
    words = text.strip(" (-").split()
    while words and words[-1].casefold().strip(":.") in lists["isi"]:
        words.pop()
    return " ".join(words)


def _months(found: re.Match[str]) -> Span:
    """(first, last) month of an age; without a unit up to 59 counts months where it can be nothing else."""
    unit = found["unit"] or ""
    of_months = not unit and found["to"] == str(TODDLERS[1]) and found["from"] in _FIRST_MONTHS
    size = 1 if unit.lower().startswith("b") or of_months else _MONTHS_OF_YEAR
    if found["up"]:
        return int(found["up"]) * size, ANY
    if found["edge"]:
        edge = int(found["edge"]) * size
        return (0, edge - 1) if found["sign"].lower().replace(" ", "") in ("<", "≤", "dibawah", "kurangdari") else (edge, ANY)
    last = int(found["to"])
    return int(found["from"]) * size, last if size == 1 else last * size - 1 if last == _FIVE else last * size + size - 1
