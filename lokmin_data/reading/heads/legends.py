"""Short heads that the sheet itself explains otherwise than the field does: "*) IBL = Imunisasi Bayi Lengkap", "D = dalam wilayah,
L = luar wilayah".  The sheet's own legend wins.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from lokmin_data.reading.heads.growth_letters import SKDN
from lokmin_data.reading.heads.tables import Cells, Grid
from lokmin_data.reading.words.meaning import Meaning, Reader
from lokmin_data.reading.words.one_report import for_one_report
from lokmin_data.reading.words.tokens import fold_spaces
from lokmin_data.reading.words.values import kind_of

_SHORT = r"[A-Z][\w/.'-]{0,9}\+?"
#: "SK = sangat kurang, K = kurang": each up to the next one.
_PAIR = re.compile(rf"(?:^|(?<=[\s(,;:*)]))({_SHORT})\s*=\s*([^=]+?)(?=[\s,;]+{_SHORT}\s*=|$)")
#: One to a line: "IBL: Imunisasi Bayi Lengkap"; a label such as "Puskesmas: Suka" is no short form.
_LINE = re.compile(r"^\W*([A-Z][A-Z0-9]{1,6})\s*(?::|\badalah\b|\bialah\b|\byaitu\b)\s*(\S.*)$")
_END = re.compile(r"[(;:,.]")
#: A sum, a share or a list of what is counted tells how, not what a short form stands for: "KN = KN1 + KN2", "KN1, KN2".
_COUNTED = re.compile(r"\s[/:+×x-]\s|\d\s*[,;]|[%÷]")
_SIGNS = re.compile(r"\s*(?:\(?[*†‡]+\)?|[¹²³⁴-⁹]+)\s*$")
#: What is added up or parted is no name: "Underweight (SK+K)".
_ADDED = r"[\w+/.'-]"
_SUM = re.compile(rf"{_SHORT}(?:\s*\+\s*{_SHORT})+")
#: A longer cell is a text about something else; the letters of a growth table are three of its four at least.
LONGEST_NOTE, GROWTH = 400, 3


def with_legend(grid: Grid, reader: Reader) -> Grid:
    """The grid with the short heads written out that a legend of the sheet explains otherwise than the field does; mostly the
    grid as it is."""
    told = _told(grid)
    used = {_bare(text) for text in grid.texts if len(text) <= LONGEST_NOTE} if told else set()
    growth = len(SKDN & used) >= GROWTH
    new = {
        short: text for short, text in told.items()
        if not (growth and short in SKDN) and _says_otherwise(short, text, reader) and (len(short) > 1 or short in used)
    }  # fmt: skip
    written = _sums_written_out(told, grid.texts, reader) | _written_out(new, grid.texts, reader) if told else {}
    return replace(grid, rows=_with_texts(grid.rows, written), known_texts=None) if written else grid


def _told(grid: Grid) -> dict[str, str]:
    """Short form -> what the sheet says that it stands for; none that it explains in two ways."""
    found: dict[str, set[str]] = {}
    for text in grid.texts:
        if ("=" in text or _LINE.match(text)) and len(text) <= LONGEST_NOTE:
            for short, meant in _explained(text):
                found.setdefault(short, set()).add(meant)
    for short, meant in _in_two_cells(grid):
        found.setdefault(short, set()).add(meant)
    return {short: meant.pop() for short, meant in found.items() if len({each.casefold() for each in meant}) == 1}


def _explained(text: str) -> Iterator[tuple[str, str]]:
    """The short forms that a note explains, with what they stand for."""
    for line in map(fold_spaces, text.split("\n")):
        whole = _LINE.match(line) if "=" not in line else None
        for short, text in [whole.groups()] if whole else _PAIR.findall(line):
            meant = _END.split(text)[0].strip()
            if meant and not _COUNTED.search(text.split("(")[0]) and (len(short) == 1 or _abbreviates(short, meant)):
                yield short, meant


def _abbreviates(short: str, meant: str) -> bool:
    """True where the letters of a short form stand in what it is said to stand for: "ILB", "GBr"."""
    return {letter for letter in short.casefold() if letter.isalpha()} <= set(meant.casefold())


def _in_two_cells(grid: Grid) -> Iterator[tuple[str, str]]:
    """The same with the sign and what follows in the next cell: "IBL | = Imunisasi Bayi Lengkap", or in one of its own."""
    signs = {text for text in grid.texts if text.lstrip().startswith("=")}
    for row in grid.rows if signs else ():
        if not signs.isdisjoint(row):
            texts = [fold_spaces(cell) if cell.__class__ is str else "" for cell in row if cell is not None]  # type: ignore[arg-type]
            yield from _explained(re.sub(r"\s*=\s*", " = ", " ".join(texts)))


@for_one_report
def _says_otherwise(short: str, text: str, reader: Reader) -> bool:
    """True for an explanation that is understood, and is not what the short form is taken for by itself.  Letters of the sexes
    that stand for something else are not theirs, whatever that is."""
    known, meant = reader.text(short), reader.text(text)
    if known.axis or meant.axis:
        return False
    if known.sex in ("L", "P") and known.bare and not known.unknown:
        return not meant.sex
    if known.sex == "T" and meant.role == "target":
        return True
    if len(short) == 1 and not known.indicator and " ".join(reader.tokens(text)) in reader.words.lists["kata_sambung"]["kata"]:
        return True  # "K = kasus, M = meninggal" below the illness of a title
    if len(short) == 1 and known.family and not known.indicator:
        return not meant.indicator  # "K = kesenjangan", known or not: no visit
    if meant.unknown:
        return False
    if meant.indicator:
        return bool(known.unknown or known.other) or known.indicator != meant.indicator
    return _other_kind(known, meant)


def _other_kind(known: Meaning, meant: Meaning) -> bool:
    """True where nothing is known of a short form, or it is taken for an indicator and is known not to be read."""
    nothing = bool(known.unknown) and not known.indicator and bool(meant.population or meant.role or meant.sex)
    class_only = meant.role == "ignore" and bool(meant.note) and not (known.population or known.role == "denominator")
    return nothing or class_only or bool(known.indicator) and meant.role == "ignore"


def _bare(text: str) -> str:
    """A head's text without the mark of a footnote, brackets and dots."""
    return _SIGNS.sub("", text).strip(" ().")


def _may_hold(text: str) -> bool:
    return "=" not in text and len(text) <= LONGEST_NOTE and not _LINE.match(text)


def _written_out(legend: Mapping[str, str], texts: frozenset[str], reader: Reader) -> dict[str, str]:
    """The texts that are, or hold, short forms of a legend, with these written out; never a note."""
    named = {short for short in legend if len(short) > 1 and reader.text(legend[short]).indicator}
    names = "|".join(map(re.escape, sorted(named, key=len, reverse=True)))
    held = re.compile(rf"(?<!{_ADDED})(?:{names})(?!{_ADDED})") if names else None
    changed: dict[str, str] = {}
    for text in filter(_may_hold, texts) if legend else ():
        if (short := _bare(text)) in legend:
            changed[text] = legend[short]
        elif (letter := _letter_added_up(text, reader)) in legend:
            changed[text] = f"{short.removesuffix(letter)}{legend[letter]}"
        elif held and held.search(text) and not any(meant.casefold() in text.casefold() for meant in legend.values()):
            changed[text] = held.sub(lambda found: legend[found[0]], text)
    return changed


def _letter_added_up(text: str, reader: Reader) -> str:
    """The letter alone behind nothing but a word for the sum: "JML P"; empty for any other text."""
    words = _bare(text).split()
    return words[-1] if len(words) == 2 and len(words[1]) == 1 and reader.words.totals.issuperset(reader.tokens(words[0])) else ""  # noqa: PLR2004


def _sums_written_out(told: Mapping[str, str], texts: frozenset[str], reader: Reader) -> dict[str, str]:
    """The texts that add up short forms of a legend, "Wasting (GBr+GK)", with these written out where they are understood only so."""
    changed = {}
    for text in texts:
        found = _SUM.search(text) if "+" in text and _may_hold(text) else None
        parts = [part.strip() for part in found[0].split("+")] if found else []
        if found and all(part in told for part in parts) and reader.text(text).unknown:
            written = text.replace(found[0], " + ".join(told[part] for part in parts))
            meant = reader.text(written)
            changed |= {text: written} if meant.indicator and not meant.unknown else {}
    return changed


def _with_texts(rows: Cells, changed: Mapping[str, str]) -> Cells:
    """The rows with other texts; a letter only in rows without numbers, where it heads a column."""
    letters = {text for text in changed if len(_bare(text)) == 1}
    written: list[Sequence[object]] = []
    for row in rows:
        known = changed.keys() - letters if letters and any(kind_of(cell) == "number" for cell in row) else changed.keys()
        written.append(row if known.isdisjoint(row) else [changed[cell] if cell in known else cell for cell in row])  # type: ignore[index]
    return written
