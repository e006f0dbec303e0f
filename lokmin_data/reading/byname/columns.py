"""Finds out what each column of a by-name sheet holds, from its head; the words are in `kolom_nama.toml`."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType
from typing import Any

from rapidfuzz import fuzz, process

from lokmin_data.reading.opening.book import Sheet
from lokmin_data.reading.words.one_report import for_one_report
from lokmin_data.reference.catalogue import REFERENCE_FOLDER

MAX_HEAD_LENGTH = 80
MAX_HEAD_ROWS = 3
SAME_WORD_SCORE = 90
SHORTEST_TYPO = 7
PERSON_ROLES = ("nama", "nama_keluarga", "tanggal_lahir", "alamat", "kontak")

#: Head text to its antigen and role, within one sheet: a text may be a person's name, so it is not kept longer.
Known = dict[str, tuple[str, tuple[str, int] | None]]

_NOT_LETTERS = re.compile(r"[\W_]+")
_DIGITS = re.compile(r"\d+|(?<![a-z])(?:i{1,3}|iv|v)$")


def fold_head(text: object) -> str:
    """The head without case, spaces, line breaks and punctuation: 'Tgl\\nLahir ' is 'tgllahir'."""
    return _NOT_LETTERS.sub("", str(text).lower())


@cache
def words() -> Mapping[str, Any]:
    """The tables of `kolom_nama.toml` as they stand there."""
    return MappingProxyType(tomllib.loads((REFERENCE_FOLDER / "kolom_nama.toml").read_text(encoding="utf-8")))


@cache
def _roles() -> Mapping[str, tuple[str, int]]:
    """Folded head to its role and its place in the role's list (0 is the best spelling)."""
    found: dict[str, tuple[str, int]] = {}
    for role, entry in words()["kolom"].items():
        for place, head in enumerate(entry["judul"]):
            found.setdefault(fold_head(head), (role, place))
    return found


@cache
def _antigens() -> Mapping[str, str]:
    return {fold_head(name): code for code, names in words()["antigen"].items() for name in names}


@cache
def _antigen_words() -> tuple[tuple[str, ...], tuple[str, ...]]:
    table = words()["antigen_kata"]
    return tuple(map(fold_head, table["depan"])), tuple(map(fold_head, table["belakang"]))


def antigen_code(text: object) -> str:
    """The indicator of an antigen's name ('DPT-HB-Hib (1)' is dpt1), or an empty text."""
    return _antigens().get(fold_head(text), "")


def antigen_of_head(text: str) -> str:
    """The antigen whose dates or marks stand under this head; empty for its `Pos` or `Status` columns."""
    head = fold_head(text)
    before, after = _antigen_words()
    heads = [head, *(head.removeprefix(word) for word in before if head.startswith(word))]
    for candidate in heads:
        for trimmed in (candidate, *(candidate.removesuffix(word) for word in after if candidate.endswith(word))):
            if trimmed in _antigens():
                return _antigens()[trimmed]
    return ""


@cache
def _heads_as_long_as(length: int) -> tuple[str, ...]:
    """The known heads of which one of that length can be a typo: two texts are no more alike than their lengths."""
    return tuple(head for head in _roles() if 200 * min(length, len(head)) >= SAME_WORD_SCORE * (length + len(head)))


@for_one_report
def role_of_head(text: str) -> tuple[str, int] | None:
    """The role of a head and how good its spelling is (0 the best); a typo counts, another digit never."""
    head = fold_head(text)
    if not head or len(text) > MAX_HEAD_LENGTH:
        return None
    if head in _roles():
        return _roles()[head]
    if len(head) < SHORTEST_TYPO or any(letter.isdigit() for letter in head):
        return None
    match = process.extractOne(head, _heads_as_long_as(len(head)), scorer=fuzz.ratio, score_cutoff=SAME_WORD_SCORE)
    return (_roles()[match[0]][0], MAX_HEAD_LENGTH) if match else None


@dataclass(frozen=True)
class Head:
    """The head of a by-name sheet: its first and last row, the column of each role, the columns of each antigen."""

    first: int
    last: int
    columns: Mapping[str, int]
    antigens: Mapping[str, tuple[int, ...]]

    @property
    def weight(self) -> int:
        """How many columns are understood."""
        return len(self.columns) + sum(map(len, self.antigens.values()))

    @property
    def names_persons(self) -> bool:
        """True where the columns describe single persons: a NIK or a name, beside something that only a person has."""
        persons = [role for role in PERSON_ROLES if role in self.columns]
        if "nik" in self.columns:
            return len(self.columns) > 1
        if "nama" in self.columns:
            return len(persons) > 1 or "jk" in self.columns
        return len(persons) > 1


def _paths(sheet: Sheet, first: int, last: int) -> list[list[str]]:
    """For each column its head texts from `first` to `last`, merged cells spread to the right and down."""
    width = len(sheet.rows[first])
    grid = [list(sheet.rows[row][:width]) for row in range(first, last + 1)]
    for top, left, bottom, right in sheet.merges:
        if first <= top <= last and bottom - top <= MAX_HEAD_ROWS:
            value = sheet.rows[top][left] if left < width else None
            for row in range(top, min(bottom, last) + 1):
                for column in range(left, min(right, width - 1) + 1):
                    grid[row - first][column] = value
    paths: list[list[str]] = []
    for column in range(width):
        texts = [str(row[column]) for row in grid if isinstance(row[column], str)]
        paths.append(list(dict.fromkeys(texts)))
    return paths


def _read_head(sheet: Sheet, first: int, last: int, known: Known) -> Head:
    """The head in these rows; `known` are the texts that were understood before in the same sheet."""
    columns: dict[str, tuple[int, int]] = {}
    antigens: dict[str, list[int]] = {}
    for column, path in enumerate(_paths(sheet, first, last)):
        candidates = [" ".join(path), *reversed(path)] if len(path) > 1 else path
        for text in candidates:
            if text not in known:
                known[text] = antigen_of_head(text), role_of_head(text)
        antigen = next((known[text][0] for text in candidates if known[text][0]), "")
        role = next((known[text][1] for text in candidates if known[text][1]), None)
        if antigen and (role is None or role[0] in ("tanggal_imunisasi", "tanggal_ukur", "jk")):
            antigens.setdefault(antigen, []).append(column)
        elif role and (role[0] not in columns or role[1] < columns[role[0]][1]):
            columns[role[0]] = (column, role[1])
    plain = {role: column for role, (column, _) in columns.items()}
    return Head(first, last, plain, {code: tuple(places) for code, places in antigens.items()})


def find_head(sheet: Sheet, rows: Sequence[int]) -> Head | None:
    """The first head that names persons among the rows given, one to three rows deep; None where there is none."""
    known: Known = {}
    alone = cache(lambda row: _read_head(sheet, row, row, known).names_persons)
    for first in rows:
        last = min(first + MAX_HEAD_ROWS, len(sheet.rows))
        if any(map(alone, range(first + 1, last))) and not alone(first):
            continue  # a line above the head, such as 'Desa: ...'
        best = _deepest_head(sheet, first, last, known)
        if best:
            return best
    return None


def _deepest_head(sheet: Sheet, first: int, end: int, known: Known) -> Head | None:
    """The head that begins in that row and explains most columns, the fewest rows deep."""
    best: Head | None = None
    for last in range(first, end):
        if last > first and not _is_head_row(sheet.rows[last]):
            break
        head = _read_head(sheet, first, last, known)
        if head.names_persons and (best is None or head.weight > best.weight):
            best = head
    return best


def _is_head_row(row: Sequence[object]) -> bool:
    """True where no number, no date and no sixteen digits stand in the row: it can still belong to the head."""
    return all(cell is None or (isinstance(cell, str) and not re.search(r"\d{4}", cell)) for cell in row)
