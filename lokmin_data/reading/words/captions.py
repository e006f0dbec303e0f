"""Titles that stand nearer to their table, or farther from it, than others: the caption of one table, the edition of a bulletin."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace

from lokmin_data.reading.words.labels import label_kind
from lokmin_data.reading.words.meaning import Reader
from lokmin_data.reading.words.period import DECEMBER, NEVER, Period
from lokmin_data.reading.words.period_dates import speaks_of_a_month
from lokmin_data.reading.words.tokens import fold_spaces

#: `Tabel 1. Cakupan K6, Januari s/d Mei 2026`, `Tabel II-3 : ...`, `Grafik 2`, `A. Cakupan KIA`, `1) ...`.
_CAPTION = re.compile(
    r"\s*(?:\d{1,2}|[a-h]|[ivx]{1,4})[.)]\s+[^\W\d]|\s*(?:tabel|tabl|tbl|table|grafik|gambar|lampiran)\b\.?\s*(?:no(?:mor)?\b\.?\s*)?[\divxlc]+[a-z]?\b(?:\s*[-.]\s*[\da-z]{1,3}\b)*\s*[-.:)]*\s+\S",
    re.IGNORECASE,
)
#: When a bulletin came out: `Edisi Mei 2026 - Volume 5 Nomor 2`, `Terbitan Juni 2026`.
_EDITION = re.compile(r"\b(?:edisi|terbit|terbitan|diterbitkan|volume|vol|edition|issue)\b", re.IGNORECASE)

_UNTIL = re.compile(r"\bs\s*[/.]?\s*d\b|\bsampai\b|\bhingga\b|\bkumulatif\b", re.IGNORECASE)

#: "Bulan ini dan kumulatif", "kolom 5 dihitung kumulatif" speak of some columns.
_MONTH = "bulan"
_OF_SOME = frozenset({_MONTH, "kolom"})


def is_caption(text: str) -> bool:
    """True for the caption of one table."""
    return bool(_CAPTION.match(text))


def is_edition(text: str) -> bool:
    """True for a line that tells when a bulletin came out, and no more of its numbers than nothing else tells."""
    return not is_caption(text) and bool(_EDITION.search(text))


def with_editions(said: Period, editions: Iterable[Period]) -> Period:
    """A period with what it leaves open taken from the editions of a bulletin; the month of an edition of the next year is none
    of the year that the titles name."""
    for edition in editions:
        if said.year and edition.year and said.year != edition.year:
            continue
        said = said.filled(edition)
    return said


def of_caption(captions: Sequence[tuple[int, Period]]) -> Period:
    """The period of the caption that stands nearest to a table, from (row, period) of all above it; NEVER where two stand in
    one row and differ."""
    nearest = {period for row, period in captions if row == captions[-1][0]} if captions else set()
    return nearest.pop() if len(nearest) == 1 else NEVER


def with_caption(label: Period, caption: Period) -> Period:
    """What a label says, with the range of the caption that ends in the same month: "BULAN : MEI" over "Tabel 1 ... s/d Mei"."""
    if caption is NEVER or not caption.month or label.month and label.month != caption.month:
        return label
    if label.year and caption.year and label.year != caption.year:
        return label
    return replace(caption, year=caption.year or label.year)


def of_lines(lines: Sequence[Period]) -> Period:
    """What the lines of a title say together, the first before the others.  A line with month and year goes before those that
    say one of them: "LAPORAN TAHUN 2025" over "K4 s/d Mei 2026" is of 2026."""
    said = NEVER
    for line in sorted(lines, key=lambda each: not (each.month and each.year)):
        said = added_up(said, line).filled(line)
    return said


def with_unnamed_month(period: Period, titles: Iterable[str]) -> Period:
    """The period of a year as that of a month that is not said, where a title speaks of one: "BULAN : ......" over "TAHUN 2026"."""
    open_ = period.year and not period.month and any(map(speaks_of_a_month, titles))
    return replace(period, unnamed=True) if open_ else period


def runs_on(label: Period, title: Period) -> bool:
    """True where a title adds up months beyond the one that a label says: "PERIODE : JANUARI" over "DATA S/D MARET"; not those of
    the whole year."""
    return title.adds and 0 < label.month < title.month < DECEMBER and title.first <= label.month


def added_up(said: Period, other: Period) -> Period:
    """The period as another line for the same month says it from January: "BULAN MEI 2026" over "K4 s/d Mei 2026"."""
    same = said.month and said.month == other.month and said.year in (0, other.year or said.year)
    return replace(said, first=other.first, adds=True) if same and other.adds and not said.first else said


def only_adds(found: Period, title: str, reader: Reader) -> bool:
    """True for a title line that says "kumulatif" of what the other lines name, not of some of the columns or of a target."""
    of_some = "=" in title or not _OF_SOME.isdisjoint(reader.tokens(title))
    return found.adds and not found.month and not of_some and label_kind(fold_spaces(title), "desa", reader) != "target"


def of_the_block(said: Sequence[tuple[int, str, Period]], texts: Collection[str], reader: Reader) -> Sequence[tuple[int, str, Period]]:
    """The lines above a table with the several months of a title as their year alone, where the last line names one of these and the
    sheet goes on with the next: "TRIWULAN I 2025" over "BULAN JANUARI" and, below its table, "BULAN FEBRUARI"."""
    month = said[-1][2].month if len(said) > 1 and not said[-1][2].first else 0
    wider = {place for place, (_, text, found) in enumerate(said) if month < found.month and holds_month(text, found, month)}
    if not month or not wider or not any(_is_month_alone(text, month + 1, reader) for text in texts):
        return said
    return [(row, text, Period(year=found.year) if place in wider else found) for place, (row, text, found) in enumerate(said)]


def holds_month(text: str, found: Period, month: int) -> bool:
    """True for a text of several months, one after the other, of which this is one: "TRIWULAN I", "JANUARI - MARET", not "S/D MARET"."""
    return 0 < found.first <= month <= found.month and not _UNTIL.search(text)


def _is_month_alone(text: str, month: int, reader: Reader) -> bool:
    """True for a line of nothing but a month, perhaps with its year."""
    words = [word for word in reader.tokens(text) if word != _MONTH]
    return 0 < len(words) < 3 and reader.words.months.get(words[0]) == month and all(word.isdecimal() for word in words[1:])  # noqa: PLR2004
