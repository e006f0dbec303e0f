"""Rows that write a period into several cells: `Bulan | Juli | Tahun | 2026`, `s/d Bulan | 7 | 2026`, `TW | II | 2026`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import takewhile

from lokmin_data.model import MONTH_NAMES
from lokmin_data.reading.words.meaning import Reader
from lokmin_data.reading.words.one_report import for_one_report
from lokmin_data.reading.words.period import DECEMBER, JANUARY, month_number
from lokmin_data.reading.words.period_dates import WEEKS
from lokmin_data.reading.words.period_years import FIRST_YEAR, LAST_YEAR
from lokmin_data.reading.words.remembered import of_vocabulary
from lokmin_data.reading.words.year_parts import PARTS

#: A cell of such a row is no longer text than this.
LONGEST_PIECE = 30
SEVERAL = 2
LAST_WEEK = 53
_SAMPAI, _ADDED = "sampai", "kumulatif"
_DASHES = ("-", "–")
#: Between two words; not a hyphen of one, nor behind a label.
_DASH = re.compile(r"(?<=\w)\s+[-–]\s+(?=\w)|(?<=[a-z])[-–](?=[a-z])", re.IGNORECASE)
#: A title that goes on in the next cell.
_STOPS = re.compile(r"\w\s*(?:[-–]|(?<=[\s\W])(?:s\s*[/.]\s*d\.?|sd|sampai(?:\s+dengan)?|hingga))\s*$", re.IGNORECASE)
_BESIDE = frozenset({_SAMPAI, "dengan", "bulan"})


def period_in_cells(cells: Sequence[object], reader: Reader) -> tuple[int, str]:
    """(how many of the filled cells from the first on speak of one period, the period that they write together), which is empty
    where they contradict each other: several years, months of which none is said to be the last; (0, "") where they write none."""
    if not cells or not begins_period(cells[0], reader):
        return 0, ""  # nearly all
    pieces = list(takewhile(lambda piece: piece is not None, (_piece(cell, reader) for cell in cells)))
    told = [piece for piece in pieces if piece]
    alone = len(told) == SEVERAL and len(told[1]) > 1 and not _both_say(told, reader)  # `Bulan | Januari - Mei 2026`: all in one cell
    text = _said([word for piece in told for word in piece], reader) if len(told) >= SEVERAL and not alone else None
    return (0, "") if text is None else (len(pieces), text)


def run_on(filled: Sequence[tuple[int, object]], reader: Reader) -> Sequence[tuple[int, object]]:
    """The filled cells of a row (column, cell), a title that stops at "s/d" drawn together with the month and year in the next cells:
    `PWS KIA JANUARI S/D | JUNI | 2026`."""
    if len(filled) < SEVERAL:
        return filled
    place = next((at for at, (_, cell) in enumerate(filled[:-1]) if cell.__class__ is str and _STOPS.search(cell)), -1)  # type: ignore[arg-type]
    if place < 0 or begins_period(filled[place][1], reader):
        return filled  # nearly all
    pieces = list(takewhile(lambda piece: piece is not None, (_piece(cell, reader) for _, cell in filled[place + 1 :])))
    written = [word for piece in pieces for word in piece or () if word]
    first = next((word for word in written if word not in _BESIDE), "")
    if not _month(first, reader) or first.isdecimal():
        return filled
    column, title = filled[place]
    return [*filled[:place], (column, " ".join([str(title), *written])), *filled[place + 1 + len(pieces) :]]


def begins_period(cell: object, reader: Reader) -> bool:
    """True for a text of nothing but words of time, months and years that begins with a word of time; a dash alone is an empty number."""
    piece = _of_text(cell, reader) if cell.__class__ is str and cell.strip() not in _DASHES else None  # type: ignore[arg-type,attr-defined]
    return bool(piece) and piece[0] in _words(reader)  # type: ignore[index]


def _piece(cell: object, reader: Reader) -> Sequence[str] | None:
    """The words of a cell that holds nothing but words of time, months and years; None for any other."""
    if cell.__class__ in (int, float):
        return [str(int(cell))] if float(cell).is_integer() and _is_number(str(int(cell))) else None  # type: ignore[arg-type,call-overload]
    return _of_text(cell, reader) if cell.__class__ is str else None  # type: ignore[arg-type]


@for_one_report
def _of_text(text: str, reader: Reader) -> Sequence[str] | None:
    """The same of a text."""
    if len(text) > LONGEST_PIECE:
        return None
    if not text.strip(" :=;"):
        return []
    if text.strip() in _DASHES:
        return [_SAMPAI]
    words = [word for word in reader.tokens(_DASH.sub(" s/d ", text)) if word != "'"]
    known = _words(reader)
    return words if words and all(word in known or _is_number(word) or _month(word, reader) for word in words) else None


def _both_say(told: Sequence[Sequence[str]], reader: Reader) -> bool:
    """True for a label with its month and another month in the next cell: `Periode : Januari 2026 | Juli 2026`."""
    months = reader.words.months
    return told[1][0] in months and any(word in months for word in told[0])


def _is_number(word: str) -> bool:
    return word.isdecimal() and (JANUARY <= int(word) <= LAST_WEEK or FIRST_YEAR <= int(word) <= LAST_YEAR)


def _month(word: str, reader: Reader) -> int:
    """The month of a name or a number; 0 for any other word."""
    month = reader.words.months.get(word) or month_number(word)
    return month if JANUARY <= month <= DECEMBER else 0


@of_vocabulary
def _words(reader: Reader) -> frozenset[str]:
    time = reader.words.lists["label_waktu"]
    return frozenset({*time["kata"], *time["di_sel"], *WEEKS}) - {"tanggal"}


def _said(words: list[str], reader: Reader) -> str | None:
    """The period of the words of a row as a text that needs no cells; an empty one where they contradict each other, None where no
    word of time says that they speak of a month, or no month is said."""
    years = {word for word in words if word.isdecimal() and int(word) >= FIRST_YEAR}
    part = next((word for word in words if word in PARTS), "")
    if not WEEKS.isdisjoint(words):
        return " ".join(words)
    if len(years) > 1:
        return ""
    months = [(place, _month(word, reader)) for place, word in enumerate(words) if word not in years and (word.isdecimal() or _month(word, reader))]
    if not months or not part and set(words).isdisjoint(reader.words.lists["label_waktu"]["inti"]):
        return None
    if not all(month for _, month in months):
        return None
    named = _range(words, months, part)
    added = f"{_ADDED} " if _ADDED in words else ""
    return added + " tahun ".join([named, *years]) if named else ""


def _range(words: Sequence[str], months: Sequence[tuple[int, int]], part: str) -> str:
    """The months of a row, `Januari sampai Juli`, `sampai Juli`, or its parts of the year, `tribulan ii`; an empty text for others."""
    (first_place, first), (last_place, last) = months[0], months[-1]
    until = f"{_SAMPAI} " if _SAMPAI in words[:first_place] else ""
    joined = _SAMPAI in words[first_place:last_place]
    if first == last and not joined:
        return until + (f"{part} {words[first_place]}" if part else MONTH_NAMES[first - 1])
    between = {word for word in words[first_place + 1 : last_place] if not word.isdecimal()}
    if until or len(months) > SEVERAL or first >= last or not joined or not between <= {*_BESIDE, part}:
        return ""
    return f"{part} {words[first_place]} {_SAMPAI} {words[last_place]}" if part else f"{MONTH_NAMES[first - 1]} {_SAMPAI} {MONTH_NAMES[last - 1]}"


def _in_one_cell(cells: Sequence[object], reader: Reader) -> tuple[int, str]:
    """(how many of the filled cells are a label of the month and its month and year, that cell): `Bulan | : | Januari 2026`."""
    pieces = list(takewhile(lambda piece: piece is not None, (_piece(cell, reader) for cell in cells)))
    told = [piece for piece in pieces if piece]
    if len(told) != SEVERAL or len(told[0]) > 1 or told[1][0] not in reader.words.months or len(told[1]) != SEVERAL or not told[1][1].isdecimal():
        return 0, ""
    return len(pieces), " ".join(told[1])


def without_periods(cells: Sequence[object], reader: Reader) -> Iterator[object]:
    """The filled cells of a row without those that write its period."""
    place = 0
    while place < len(cells):
        begins = begins_period(cells[place], reader)
        many, text = period_in_cells(cells[place:], reader) if begins else (0, "")
        if begins and not many:
            many, text = _in_one_cell(cells[place:], reader)
        whole = text or any(_SAMPAI in (_piece(cell, reader) or ()) for cell in cells[place : place + many])
        if not whole:
            yield cells[place]
        place += many if whole else 1
