"""What the two numbers of a pair in one cell are, "12/45": as a head names them, or a line of the sheet ("ditulis capaian/sasaran")."""

from __future__ import annotations

import re
from collections.abc import Sequence

from lokmin_data.reading.words.meaning import Meaning, Reader
from lokmin_data.reading.words.tokens import fold_spaces

#: What the parts of a line that explains all pairs are called in full.
REACHED, WHOLE = "capaian", "sasaran"
_CALLED = {"numerator": REACHED, "denominator": WHOLE}
_LETTERS = re.compile(r"\bn\s*/\s*N\b")
_JOINED = re.compile(r"\s+(?:per|dari|dibagi|dibanding|banding)\s+", re.IGNORECASE)
_WORD = re.compile(r"[^\W_]+|%")
#: A line with more letters says something else beside.
LONGEST_LINE = 60


def named_parts(head: str, reader: Reader) -> tuple[str, ...]:
    """The two heads of `K1 (Capaian/Sasaran)`, `D/S`, `L/P`; empty where the parts are not told by name."""
    head = _LETTERS.sub("abs/sasaran", head)
    for place in (place for place, letter in enumerate(head) if letter == "/"):
        left, right = head[:place].replace("(", " ").strip(), head[place + 1 :].replace(")", " ").strip()
        words = left.split()
        second = _part(reader.text(right)) if right else ""
        for cut in range(len(words)):
            first, before = _part(reader.text(" ".join(words[cut:]))), " ".join(words[:cut])
            if first and second and first != second and "percent" not in (first,):
                return tuple(f"{before} {text}".strip() for text in (" ".join(words[cut:]), right))
    meaning = reader.text(head)
    if meaning.indicator and meaning.role == "percent" and "/" in head and not meaning.unknown:
        return f"{head} abs", f"{head} sasaran"
    return ()


def _part(meaning: Meaning) -> str:
    """What one side of a slash in a head says: numerator denominator percent month cumulative L P, or nothing."""
    if meaning.unknown or meaning.indicator or meaning.axis:
        return ""
    if meaning.sex in ("L", "P"):
        return meaning.sex
    if meaning.role in ("numerator", "denominator", "percent"):
        return meaning.role
    if meaning.basis in ("month", "cumulative") and not meaning.population:
        return meaning.basis
    return "denominator" if meaning.population else "numerator" if meaning.bare else ""


def parts_of_legend(rows: Sequence[Sequence[object]], reader: Reader) -> tuple[str, ...]:
    """What the numbers of all pairs of a sheet are by a line of its own: "(ditulis capaian/sasaran)", "Ket: sasaran / capaian"; empty
    where there is none, or several differ."""
    found = {parts for cells in rows if (parts := _of_line(cells, reader))}
    return found.pop() if len(found) == 1 else ()


def _of_line(cells: Sequence[object], reader: Reader) -> tuple[str, ...]:
    """The parts that a row tells which holds nothing else: introducing words, one part, a slash, the other."""
    filled = [cell for cell in cells if cell is not None]
    if not filled or any(cell.__class__ is not str for cell in filled):
        return ()
    line = fold_spaces(" ".join(map(str, filled)))
    left, slash, right = _JOINED.sub("/", _LETTERS.sub(f"{REACHED}/{WHOLE}", line)).partition("/")
    if not slash or len(line) > LONGEST_LINE:
        return ()
    *before, last = (_WORD.findall(part.casefold()) for part in re.split("[=:]", left))
    introducing = reader.words.lists["legenda_pasangan"]["awal"]
    while last and last[0] in introducing:
        last.pop(0)
    if any(word not in introducing for words in before for word in words):
        return ()  # "Cakupan = capaian/sasaran" says how a percent is reckoned
    said = [reader.text(text) for text in (" ".join(last), right.strip(" ()*.;"))]
    parts = tuple(_part(each) for each in said if not each.population)
    return tuple(_CALLED[part] for part in parts) if {*parts} == {*_CALLED} else ()
