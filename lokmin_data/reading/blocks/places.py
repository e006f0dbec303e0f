"""Columns of one number by where people come from or are served: dalam and luar wilayah, Puskesmas, praktik, RS, schools, total.

Read is the desa's own (dalam wilayah), or the total where the printed percent is that of the total; people from elsewhere are
set apart; a number by place of service or kind of school is only a part of the total, and nothing is added up here.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from lokmin_data.model import Problem
from lokmin_data.reading.heads.by_form import of_form
from lokmin_data.reading.heads.headers import Column, Head
from lokmin_data.reading.heads.tables import Grid
from lokmin_data.reading.words.labels import writing
from lokmin_data.reading.words.meaning import Meaning, Reader
from lokmin_data.reading.words.one_report import for_one_report
from lokmin_data.reading.words.serving import kind_of_school, served_at
from lokmin_data.reading.words.values import number_of, style_of

OUTSIDE, PART = "luar wilayah", "menurut tempat pelayanan"
_OUT, _IN, _PLACE, _SCHOOL = "luar", "dalam", "tempat", "sekolah"
_AREA = re.compile(
    r"\(?\b(luar|dalam)\s*(?:wilayah|wil|daerah|desa|kelurahan|puskesmas|pkm)\b\.?(?:\s+kerja)?(?:\s+(?:puskesmas|pkm))?\s*\)?", re.IGNORECASE
)
_SHORT = re.compile(r"^\s*(?:(lw|luwil|luar)|(dw|dalwil|dalam))\b\.?(?=\s*$|\s+(?:l|p|t|jml|jumlah|total)\s*$)", re.IGNORECASE)
#: The same by where people live: `PENDATANG (dicatat di tempat asal)`, `DOMISILI DESA INI`; `% CAKUPAN (DOMISILI/SASARAN)`.
_HOME = re.compile(
    r"^\s*(?:(pendatang|bukan\s+penduduk|(?:penduduk|warga)\s+luar)|domisili|(?:penduduk|warga)\s+(?:setempat|asli|(?:desa|kelurahan)\s+(?:ini|sendiri)))\b.*$",
    re.IGNORECASE | re.DOTALL,
)
_BY_HOME = re.compile(r"\(\s*domisili\b[^)]*\)", re.IGNORECASE)
#: What proves the percent to be of the total: so many rows in which the total is another number, nearly all of them.
ROWS_TO_PROVE, NEARLY_ALL, CLOSE = 2, 0.8, 0.6
SEVERAL = 2
#: A longer title is a note.
LONGEST_TITLE = 90
_WITH = re.compile(r"\b(?:termasuk|tanpa|tidak|dan|serta|plus)\b|[+&]", re.IGNORECASE)
_LUWIL = re.compile(r"^\s*(?:lw|luwil|luar wil)\s*$", re.IGNORECASE)


@dataclass(frozen=True, kw_only=True)
class ColumnsApart(Problem):
    """Columns of people from elsewhere: set apart."""

    code = "kolom-luar-wilayah"
    severity = "skipped"
    what = "Kolom luar wilayah ({found}) disisihkan dan tidak dihitung sebagai capaian desa; yang dibaca: {expected}."
    fix = "Tidak perlu diperbaiki bila memang demikian."


@dataclass(frozen=True, kw_only=True)
class ColumnsOfPlaces(Problem):
    """Columns that part a number by where people were served."""

    code = "kolom-tempat-pelayanan"
    severity = "skipped"
    what = "Kolom menurut tempat pelayanan ({found}) hanya bagian dari capaian dan tidak dibaca; yang dibaca: {expected}."
    fix = "Bila tidak ada kolom total, tambahkan kolom jumlahnya, lalu unggah ulang."


@dataclass(frozen=True, kw_only=True)
class TableApart(Problem):
    """A table of people from elsewhere beside one of the desa's own."""

    code = "tabel-luar-wilayah"
    severity = "skipped"
    what = "Tabel '{found}' menghitung orang dari luar wilayah; tabel ini disisihkan dan tidak dihitung sebagai capaian desa."
    fix = "Tidak perlu diperbaiki bila memang demikian."


def title_of_elsewhere(titles: Iterable[str]) -> str:
    """The first title that calls a table one of people from elsewhere, empty where none does."""
    return next((title for title in titles if _only_elsewhere(title)), "")


@for_one_report
def _only_elsewhere(title: str) -> bool:
    found = {each.lower() for each in _AREA.findall(title)}
    return len(title) <= LONGEST_TITLE and found == {_OUT} and not _WITH.search(title) or bool(_LUWIL.match(title))


class Place(NamedTuple):
    """What a path says of where its people come from or are served (`kind`, empty: nothing), and its texts without that;
    `key`: what the columns of one number share."""

    kind: str
    path: tuple[str, ...]
    total: bool
    key: tuple[str, ...]


class _Member(NamedTuple):
    """A column with what its path says of places."""

    column: Column
    place: Place


def with_places(grid: Grid, head: Head, reader: Reader) -> Head:
    """The head with the columns of elsewhere, and parts of a total, marked as not read."""
    meanings: dict[int, Meaning] = {}
    for group in of_form(_groups, head, reader):
        meanings |= _decided(grid, head, group, reader)
    return replace(head, columns=_marked(head.columns, meanings, reader)) if meanings else head


def _groups(columns: Iterable[Column], reader: Reader) -> list[list[_Member]]:
    """The columns of each number of which one says where its people come from or are served."""
    members = [_Member(each, _place(each.path, reader)) for each in columns if each.path and not each.meaning.axis]
    groups: dict[tuple[str, ...], list[_Member]] = {each.place.key: [] for each in members if each.place.kind}
    for each in members:
        if each.place.key in groups:
            groups[each.place.key].append(each)
    return list(groups.values())


def _marked(columns: tuple[Column, ...], meanings: Mapping[int, Meaning], reader: Reader) -> tuple[Column, ...]:
    """The columns with other meanings, the same ones for each table of a form."""

    def mark() -> tuple[Column, ...]:
        return tuple(replace(each, meaning=meanings[each.index]) if each.index in meanings else each for each in columns)

    return reader.forms.changed((columns, tuple(meanings.items())), mark)


def _place(path: tuple[str, ...], reader: Reader) -> Place:
    """What a path says of places; the same heads come again and again."""
    return reader.forms.place(path, lambda: _looked_for(path, reader))


def _looked_for(path: tuple[str, ...], reader: Reader) -> Place:
    kind, texts = "", []
    for text in path:
        found, rest = _split(text) if not kind else ("", text)
        kind = kind or found
        texts += [rest] if rest else []
    total = bool(reader.words.totals.intersection(reader.tokens(path[-1]))) and not kind
    return Place(kind, tuple(texts), total, _key(texts, reader))


def _split(text: str) -> tuple[str, str]:
    """(where, the text without it) of one head text."""
    area = _AREA.search(text)
    if area and not re.search(r"\bgedung\b", text, re.IGNORECASE):
        return area.group(1).lower(), " ".join((text[: area.start()] + " " + text[area.end() :]).split())
    short = _SHORT.match(text)
    if short:
        return _OUT if short.group(1) else _IN, text[short.end() :].strip()
    if home := _HOME.match(text):
        return _OUT if home.group(1) else _IN, ""
    if _BY_HOME.search(text):
        return _IN, _BY_HOME.sub("", text).strip()
    if kind_of_school(text):
        return _SCHOOL, ""
    served, rest = served_at(text)
    return (_PLACE, rest) if served else ("", text)


def number_key(column: Column, reader: Reader) -> tuple[str, ...]:
    """What the columns of one number share, wherever its people come from or are served."""
    return _place(column.path, reader).key


def _key(path: Sequence[str], reader: Reader) -> tuple[str, ...]:
    """What the columns of one number share: their words without total, sex and percent."""
    nothing = reader.words.totals | reader.words.empty | {"l", "p", "t", "%", "abs", "+"}
    return tuple(word for text in path for word in reader.tokens(text) if word not in nothing)


def _decided(grid: Grid, head: Head, group: Sequence[_Member], reader: Reader) -> dict[int, Meaning]:
    """The meanings of the columns of one number that are not read as they stand."""
    counts = [each for each in group if each.column.meaning.role != "percent" and writing(each.column.path[-1]) != "percent"]
    by_kind = {kind: [each for each in counts if each.place.kind == kind] for kind in (_OUT, _IN, _PLACE)}
    totals = [each for each in counts if each.place.total] or [each for each in counts if not each.place.kind]
    out, own, served = by_kind.values()
    if out or own:
        percents = [each.column for each in group if each not in counts and not each.place.kind] or _percents_beside(head, group)
        of_total = bool(totals and own) and any(_of_total(grid, head, totals[-1], own, each) for each in percents)
        left = [*out, *(own if of_total else totals if own else [])]
        kept = {} if of_total else {each.column.index: _own_meaning(each, reader) for each in own}
        percents_apart = [each for each in group if each.place.kind == _OUT and each not in counts]
        return kept | _left([*left, *percents_apart], OUTSIDE)
    schools = [each for each in group if each.place.kind == _SCHOOL]
    if len({kind for each in schools for text in each.column.path if (kind := kind_of_school(text))}) >= SEVERAL:
        return _left(schools, PART)
    if len(served) >= SEVERAL or served and any(each.place.total for each in counts):
        return _left([each for each in group if each.place.kind == _PLACE], PART)
    return {}


def _percents_beside(head: Head, group: Sequence[_Member]) -> list[Column]:
    """The columns that say nothing but "%" right behind one of the group."""
    places = {each.column.index + 1 for each in group}
    return [each for each in head.columns if each.index in places and each.path and writing(each.path[-1]) == "percent"]


def _left(members: Iterable[_Member], note: str) -> dict[int, Meaning]:
    return {each.column.index: Meaning(role="ignore", note=note) for each in members}


def _own_meaning(member: _Member, reader: Reader) -> Meaning:
    """What a column of "dalam wilayah" means without these words."""
    return reader.head(member.place.path) if member.place.path else Meaning(role="numerator", bare=True)


def _of_total(grid: Grid, head: Head, total: _Member, own: Sequence[_Member], percent: Column) -> bool:
    """True where the printed percent is the total, not the desa's own number, divided by some column of the table."""
    whole, shares = _numbers(grid, head, total.column), _numbers(grid, head, percent)
    parts = [_numbers(grid, head, each.column) for each in own]
    rows = [row for row in whole if row in shares and whole[row] != sum(part.get(row, 0.0) for part in parts)]
    if len(rows) < ROWS_TO_PROVE:
        return False
    for column in head.columns:
        divisors = _numbers(grid, head, column) if column.index not in (total.column.index, percent.index) else {}
        right = sum(1 for row in rows if divisors.get(row) and abs(whole[row] / divisors[row] * 100 - shares[row]) < CLOSE)
        if right >= NEARLY_ALL * len(rows):
            return True
    return False


def _numbers(grid: Grid, head: Head, column: Column) -> Mapping[int, float]:
    """Row -> number of a column below the head."""
    rows = range(head.frame.bottom + 1, min(head.frame.last + 1, len(grid.rows)))
    cells = {row: grid.rows[row][column.index] for row in rows if column.index < len(grid.rows[row])}
    style = style_of(cells.values(), percent=column.meaning.role == "percent")
    read = ((row, number_of(cell, style).number) for row, cell in cells.items() if cell is not None)
    return {row: number for row, number in read if number is not None}
