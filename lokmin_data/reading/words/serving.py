"""Words of places and people who serve several desa (pustu, bidan ...), as patterns made from the lists of the vocabulary."""

from __future__ import annotations

import re
from functools import cache

from lokmin_data.reading.words.one_report import for_one_report
from lokmin_data.reading.words.vocabulary import vocabulary

#: In the lists a `*` stands for any ending of a word, a ` +` for at most two more words.
_ENDING, _MORE = r"\w*", r"(?: \w+){0,2}"


def alternatives(name: str) -> str:
    """The spellings of one list of [tempat_pelayanan] as the inside of a pattern."""
    texts = vocabulary().lists["tempat_pelayanan"][name]
    return "|".join(re.escape(text).replace(r"\*", _ENDING).replace(r"\ \+", _MORE).replace(r"\ ", " ") for text in texts)


def months() -> str:
    """All spellings of the months from three letters on, as the inside of a pattern."""
    texts = (text for texts in vocabulary().lists["bulan"].values() for text in texts if len(text) > 2)  # noqa: PLR2004
    return "|".join(sorted(texts, key=len, reverse=True))


@cache
def _column() -> tuple[re.Pattern[str], re.Pattern[str]]:
    served = alternatives("kolom")
    wholly = re.compile(rf"^(?:di |oleh |dari )?(?:{served})$", re.IGNORECASE)
    return wholly, re.compile(rf"\s+di\s+(?:{served})$", re.IGNORECASE)


def served_at(head: str) -> tuple[bool, str]:
    """(True where a head names a place of service, the head without it): `di Puskesmas`, `K4 di praktik bidan`."""
    wholly, at_the_end = _column()
    if wholly.match(head.strip("() .")):
        return True, ""
    found = at_the_end.search(head)
    return (True, head[: found.start()].strip()) if found else (False, head)


@cache
def _school() -> re.Pattern[str]:
    words = alternatives("sekolah")
    return re.compile(rf"^\W*(?:{words})(?:[\s/,.()&+-]+(?:{words}))*\W*$", re.IGNORECASE)


def kind_of_school(head: str) -> str:
    """The kind of school that a head is nothing but, empty where it is anything else: `SD/MI`, `SMP/MTs sederajat`."""
    return head.casefold().strip() if _school().match(head) else ""


@cache
def _row() -> tuple[re.Pattern[str], re.Pattern[str]]:
    serving, groups, alone = alternatives("baris"), alternatives("kelompok"), alternatives("bukan_baris")
    serves = rf"^\s*(?:{serving})\b(?!\.?\s*(?:{alone})\b)"
    return re.compile(serves, re.IGNORECASE), re.compile(rf"{serves}|^\s*(?:{groups})\b", re.IGNORECASE)


def serves_several(label: str) -> bool:
    """True for the name of a place or person that serves several desa: `Pustu Sukamaju`, `Bidan Siti`."""
    return bool(_row()[0].match(label))


@cache
def _within() -> re.Pattern[str]:
    words = "|".join(map(re.escape, vocabulary().lists["bagian_desa"]["kata"]))
    return re.compile(rf"^\s*(?:{words})\b\.?\s*(?:\d{{1,3}}|[ivx]{{1,4}})\b", re.IGNORECASE)


def part_of_desa(label: str) -> bool:
    """True for what lies within a desa and bears a number: `RW 01`, `RT 02 / RW 01`, `Dusun II`."""
    return bool(_within().match(label))


@for_one_report
def groups_areas(label: str) -> bool:
    """True for a name of what holds several desa: one who serves them, or a `Wilayah`, `Klaster`."""
    return bool(_row()[1].match(label))


@cache
def _title() -> tuple[re.Pattern[str], re.Pattern[str]]:
    before, serving, alone = alternatives("pengantar"), alternatives("baris"), alternatives("bukan_baris")
    starts = rf"^\s*(?:(?:{before})\.?\s+)?(?:{serving})\b(?!\.?\s*(?:{alone}|desa|koordinator)).*$"
    inside = rf"\b(?:{alternatives('gedung')})\s+[A-Za-z][\w' .-]*"
    return re.compile(starts, re.IGNORECASE), re.compile(inside, re.IGNORECASE)


def title_of_serving(title: str) -> bool:
    """True for a title that names whom or what serves: `NAMA BIDAN : Siti`, `SKDN PUSTU KARANG`."""
    starts, inside = _title()
    return bool(starts.match(title) or inside.search(title))
