"""Rows that a remark beside them crosses out or puts in the place of another: "dicoret", "PERBAIKAN"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from lokmin_data.model import Problem
from lokmin_data.reading.words.meaning import Reader
from lokmin_data.reading.words.one_report import for_one_report
from lokmin_data.reading.words.values import kind_of_text

if TYPE_CHECKING:
    from lokmin_data.reading.heads.tables import Grid
    from lokmin_data.reading.layouts.stubs import Stub
    from lokmin_data.reading.rows.areas import Row

SEVERAL = 2
#: A remark is no longer.
LONGEST_REMARK = 60
_DIGIT = re.compile(r"\d")


def without_crossed_out(rows: list[Row], grid: Grid, stub: Stub, reader: Reader) -> list[Row]:
    """The rows with those that a remark crosses out, beside the name or in brackets behind it, as no areas."""
    struck = _crossing_out(grid.texts, reader) if stub.names else frozenset()
    if not struck:
        return rows  # nearly all
    behind = stub.names.index + 1 if stub.names else 0
    return [
        replace(row, kind="struck")
        if row.kind == "area" and (_bracketed(row.area) in struck or not struck.isdisjoint(_texts(grid.rows[row.index][behind:])))
        else row
        for row in rows
    ]


@for_one_report
def _crossing_out(texts: frozenset[str], reader: Reader) -> frozenset[str]:
    """The texts of a sheet, also in brackets at their end, that begin with a word that crosses out and count nothing: "dicoret, salah input"."""
    words = reader.words.lists["baris_dicoret"]["sendiri"]
    initials = {word[0] for word in words}
    parts = (part for text in texts if len(text) <= LONGEST_REMARK for part in (text, _bracketed(text)))
    begun = [part for part in parts if part.lstrip()[:1].casefold() in initials and not _DIGIT.search(part)]
    spaced = {part: f"{' '.join(reader.tokens(part))} " for part in begun}
    return frozenset(part for part, said in spaced.items() if any(said.startswith(f"{word} ") for word in words))


def _bracketed(text: str) -> str:
    """What stands in brackets at the end of a name."""
    return text[text.rfind("(") + 1 : -1] if text.endswith(")") else ""


def _texts(cells: Sequence[object]) -> Iterator[str]:
    return (cell for cell in cells if cell.__class__ is str)  # type: ignore[misc]


@dataclass(frozen=True, kw_only=True)
class StruckRow(Problem):
    """A row that a remark crosses out."""

    code = "baris-dicoret"
    severity = "skipped"
    what = "Baris '{found}' dicoret oleh catatan di sampingnya, sehingga tidak dibaca."
    fix = "Bila barisnya tetap berlaku, hapus catatan itu, lalu unggah ulang."


def without_struck(rows: list[Row], grid: Grid, stub: Stub, reader: Reader) -> list[Row]:
    """The rows without those of an area that stands in several, where remarks leave one of them: the only one that is called
    the correction, else the only one that is not crossed out."""
    if not stub.names:
        return rows
    rows, named = _with_plain_names(rows, reader)
    places: dict[tuple, list[int]] = {}
    for place, row in enumerate(rows):
        if row.kind == "area" and row.area:
            places.setdefault((row.folded, row.folded_within, row.period, row.sex, row.meaning), []).append(place)
    changed = list(rows)
    for group in (each for each in places.values() if len(each) >= SEVERAL):
        said = [named.get(place) or _remark(grid.rows[rows[place].index][stub.names.index + 1 :], reader) for place in group]
        kept = [place for place, each in zip(group, said, strict=True) if each == "benar"]
        kept = kept or [place for place, each in zip(group, said, strict=True) if each != "batal"]
        if len(kept) == 1:
            for place in group:
                changed[place] = rows[place] if place in kept else replace(rows[place], kind="note")
    return changed


def _with_plain_names(rows: list[Row], reader: Reader) -> tuple[list[Row], dict[int, str]]:
    """(the rows with such remarks taken from names that stand without them, too, the remarks by place): "Maju (perbaikan)"."""
    found = {
        place: (name, said) for place, row in enumerate(rows) if row.area.endswith(")")
        for name, _, remark in [row.area.partition(" (")] if (said := _remark([remark], reader))
    }  # fmt: skip
    plain = {row.folded for row in rows} if found else set()
    found = {place: each for place, each in found.items() if each[0].casefold() in plain}
    named = [
        replace(row, area=found[place][0], folded=found[place][0].casefold()) if place in found else row for place, row in enumerate(rows)
    ]
    return (named if found else rows), {place: said for place, (_, said) in found.items()}


def _remark(cells: Sequence[object], reader: Reader) -> str:
    """`batal` or `benar` where a text of a row says so; a correction that is still to be made says neither."""
    lists = reader.words.lists["baris_dicoret"]
    texts = [cell for cell in cells if cell.__class__ is str and kind_of_text(cell) == "text"]
    said = f" {' '.join(word for text in texts for word in reader.tokens(text))} "
    return next((kind for kind in ("belum", "batal", "benar") if any(f" {word} " in said for word in lists[kind])), "")
