"""Rows that only number the columns of a table, with or without how one column follows from others: (a), (b), b/a x 100."""

from __future__ import annotations

import re
from collections.abc import Sequence

#: So many cells make a numbering, and this share of their steps is one.
FEWEST, SHARE = 3, 0.8
LONGEST_FORMULA = 24
_INDEX = re.compile(r"[a-z]{1,2}|\d{1,3}")
_FORMULA = re.compile(r"[a-z\d\s()\[\]{}/:+*=×÷%.,-]+")
_SIGNS = re.compile(r"[/:+*=×÷%-]|\dx|x\d|\sx\s|\)x|x\(")
#: What numbers a section of a table: A. II) 3 (b) 1.2
_SECTION = re.compile(r"\(?(?:[a-z]|[ivx]{1,5}|\d{1,2}(?:\.\d{1,2})*)[.):]{0,2}", re.IGNORECASE)
_LETTER = re.compile(r"\(?(?:[a-z]|[ivx]{1,5})(?:[.):]{0,2}$|[.)]+\s*(\S.*))", re.IGNORECASE)
_TIMES = frozenset({"x", "100", "1000"})


def is_numbering(cells: Sequence[object]) -> bool:
    """True for a row (1) (2) (3) ... or a b c ... that only numbers the columns; `5=3+4` and `7/3` may stand among them."""
    texts: list[str] = []
    for cell in cells:
        if cell is not None:
            text = _plain(cell)
            if text is None or not texts and not _begins(text):
                return False  # most rows are done with at their first cell
            texts.append(text)
    return numbers_columns(texts)


def numbers_columns(texts: Sequence[str]) -> bool:
    """True where texts only number columns one after the other: numbers or letters from their first, and formulas of them."""
    plain = [text.strip().strip("().-").split("=")[0].strip("() ").casefold() for text in texts]
    if len(plain) < FEWEST:
        return False
    indices = [text for text in plain if _INDEX.fullmatch(text)]
    formulas = [text for text in plain if not _INDEX.fullmatch(text)]
    if len(indices) < 2 or any(not _follows(text, indices) for text in formulas):  # noqa: PLR2004
        return False
    letters = not any(text.isdecimal() for text in indices)
    if not letters and not all(text.isdecimal() for text in indices) or letters and indices[0] not in ("a", "b", "c"):
        return False
    numbers = [_place(text) if letters else int(text) for text in indices]
    steps = [other - one for one, other in zip(numbers, numbers[1:], strict=False)]
    if formulas:
        return all(0 < step <= 1 + len(formulas) for step in steps)  # a formula may take a number of its own
    return sum(1 for step in steps if step == 1) >= SHARE * len(steps)


def is_section_number(cell: object) -> bool:
    """True for a letter or a number that stands before the name of a section."""
    if cell.__class__ in (int, float):
        return float(cell).is_integer() and 0 < cell < 100  # noqa: PLR2004
    return cell.__class__ is str and bool(_SECTION.fullmatch(cell.strip()))


def section_letter(cell: object, *, alone: bool) -> bool:
    """True for a letter or a Roman number that stands before the name of a section: `alone` in its cell, else before a text."""
    found = _LETTER.match(cell.strip()) if cell.__class__ is str else None
    return bool(found) and (not found.group(1)) == alone


def _place(letters: str) -> int:
    """The place of a letter among the columns: a is 1, z 26, aa 27."""
    place = 0
    for letter in letters:
        place = place * 26 + ord(letter) - ord("a") + 1
    return place


def _follows(text: str, indices: Sequence[str]) -> bool:
    """True for a formula of columns that are numbered: `b/a`, `(7:3)x100%`."""
    if len(text) > LONGEST_FORMULA or not _FORMULA.fullmatch(text) or not _SIGNS.search(text):
        return False
    atoms = [atom for atom in re.findall(r"[a-z]+|\d+", text) if atom not in _TIMES]
    known = set(indices)
    return bool(atoms) and all(atom in known or atom.isdecimal() and len(atom) < 4 for atom in atoms)  # noqa: PLR2004


def _begins(text: str) -> bool:
    return text == "a" or text.isdecimal() and int(text) <= 3  # noqa: PLR2004


def _plain(cell: object) -> str | None:
    if cell.__class__ in (float, int):
        return str(int(cell)) if float(cell).is_integer() else None
    if cell.__class__ is str:
        text = cell.strip().strip("().-").lower()
        return text.split("=")[0].strip("() ") if len(text) <= LONGEST_FORMULA else None
    return None
