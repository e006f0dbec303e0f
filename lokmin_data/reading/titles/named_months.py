"""Sheets and files that are named after another month or year than the one their titles say: saved anew, the title forgotten."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from lokmin_data.model import MONTH_NAMES, Problem
from lokmin_data.reading.blocks.block import Draft
from lokmin_data.reading.opening.book import cell_name
from lokmin_data.reading.words.captions import holds_month, is_caption, is_edition
from lokmin_data.reading.words.meaning import Reader
from lokmin_data.reading.words.period import NEVER, Period, months_text
from lokmin_data.reading.words.period_names import period_of_name
from lokmin_data.reading.words.titles import names_numbers
from lokmin_data.reading.words.tokens import cut, fold_spaces
from lokmin_data.reading.words.told_dates import month_sent, unnamed_meeting, without_days_beside

#: A meeting speaks of at most so many months before its own.
MONTHS_BEFORE = 3
#: A title of more words is a sentence.
LONGEST_TITLE = 12
_YEAR = frozenset({"tahun", "thn", "th"})
#: How a spreadsheet program names the copy of a sheet.
_COPY = re.compile(r"^(.+?)\s*(?:\(\d+\)|_\d+)$")


@dataclass(frozen=True, kw_only=True)
class NamedOtherwise(Problem):
    """A title whose month or year is not the one that the sheet or the file is named after."""

    code = "bulan-nama-berbeda"
    severity = "warning"
    what = "Judulnya menyebut {found}, sedangkan nama lembar atau berkasnya {expected}; yang dipakai judulnya."
    fix = "Periksa bulan dan tahunnya; bila judulnya keliru, perbaiki judulnya, lalu unggah ulang."


@dataclass(frozen=True, kw_only=True)
class CaptionDiffers(Problem):
    """A table whose caption names another month than a title around it: one of them may be of last month."""

    code = "bulan-judul-berbeda"
    severity = "warning"
    what = "Sebuah judul menyebut {found}, sedangkan judul tabelnya sendiri {expected}; yang dipakai judul tabelnya."
    fix = "Periksa bulan dan tahun kedua judul itu; bila judul tabelnya keliru, perbaiki, lalu unggah ulang."


@dataclass(frozen=True, kw_only=True)
class LabelDiffers(Problem):
    """A table whose label "Bulan : ..." says another month or year than the title that names its indicator."""

    code = "bulan-isian-berbeda"
    severity = "warning"
    what = "Judulnya menyebut {found}, sedangkan isian Bulan/Tahun di atas tabelnya {expected}; yang dipakai isian itu."
    fix = "Periksa bulan dan tahun keduanya; bila isiannya keliru, perbaiki, lalu unggah ulang."


def titles_differ(drafts: Sequence[Draft], reader: Reader, outdated: Collection[str]) -> list[Problem]:
    """The problems of tables around which titles and labels name different months or years; not of sheets whose title is told to be `outdated`."""
    return [*captions_differ(drafts, reader), *labels_differ(drafts, reader, outdated), *years_differ(drafts, reader)]


def years_differ(drafts: Sequence[Draft], reader: Reader) -> Iterator[Problem]:
    """A problem for the first table of each sheet that is of the year which the title with its month names, while another line is nothing
    but another year: `TAHUN 2025` below "PWS KIA MEI 2026"."""
    told: set[int] = set()
    for made in drafts:
        own = made.context.period
        if not own.month or not own.year or made.sheet_number in told:
            continue
        said = {title: reader.period(title) for title in made.context.titles}
        named = any((found.year, found.month) == (own.year, own.month) for found in said.values())
        years = sorted(found.year for title, found in said.items() if found.year not in (0, own.year) and _is_year(title))
        if named and years:
            told.add(made.sheet_number)
            cell = cell_name(*made.grid.place(made.head.frame.top, made.head.frame.left))
            yield CaptionDiffers(sheet=made.sheet.name, cell=cell, found=str(years[0]), expected=_spelt(own))


def _is_year(title: str) -> bool:
    """True for `TAHUN 2025`."""
    words = cut(title)
    return len(words[1:]) == 1 and words[0] in _YEAR


def labels_differ(drafts: Sequence[Draft], reader: Reader, outdated: Collection[str]) -> Iterator[Problem]:
    """A problem for the first table of each sheet of which no title names the month and year that it is taken to be of, but a label alone,
    while one that names its indicator, or begins as titles of reports do, names others; not for sheets whose title is told to be `outdated`."""
    told: set[int] = set()
    for made in drafts:
        own = made.context.period
        if not own.month or not own.year or made.sheet_number in told or made.sheet.name in outdated:
            continue
        said = [(title, _single(title, reader)) for title in made.context.titles if not _is_label(title, reader)]
        said = [(title, replace(found, year=found.year or own.year)) for title, found in said if found.month or found.year]
        if any((found.year, found.month) == (own.year, own.month) for _, found in said):
            continue
        for title, found in said:
            differs = found.year != own.year or found.month not in (0, own.month) and not holds_month(title, found, own.month)
            if differs and _names_report(title, found, reader) and not _before_meeting([made], found, title, reader):
                told.add(made.sheet_number)
                cell = cell_name(*made.grid.place(made.head.frame.top, made.head.frame.left))
                yield LabelDiffers(sheet=made.sheet.name, cell=cell, found=_spelt(found), expected=_spelt(own))
                break


def _single(title: str, reader: Reader) -> Period:
    """The month that a title names, or only its year; of several months nothing."""
    found = reader.period(without_days_beside(title))
    return NEVER if found.odd_range else found


def _is_label(title: str, reader: Reader) -> bool:
    """True for a line of its own that is no name of a report: `BULAN : MEI 2026`, `Periode Mei 2026`."""
    begins = cut(title)[:1]
    return bool(begins) and (begins[0] in reader.words.lists["label_waktu"]["kata"] or begins[0] in reader.words.months)


def _names_report(title: str, found: Period, reader: Reader) -> bool:
    """True for a title that names its table, or begins as titles of reports do: `PWS KIA BULAN MEI 2026`.  The year alone may be that of the
    sasaran."""
    words, lists = cut(title), reader.words.lists
    if len(words) > LONGEST_TITLE or not found.month and not set(words).isdisjoint(lists["judul_tentang_tahun"]["kata"]):
        return False
    return words[0] in lists["judul_lain"]["pengantar"] or _names_table(title, reader)


def _spelt(period: Period) -> str:
    return f"{MONTH_NAMES[period.month - 1]} {period.year}" if period.month else str(period.year)


def captions_differ(drafts: Sequence[Draft], reader: Reader) -> Iterator[Problem]:
    """A problem for the first table of each sheet that is of the month of its caption, or of the title that names its indicator,
    while another title names another one; a title of a meeting speaks of the months before it, and sentences compare months."""
    told: set[int] = set()
    for made in drafts:
        own, titles = made.context.period, made.context.titles
        captions = [title for title in titles if own.month and reader.period(title).month == own.month and _names_table(title, reader)]
        if not captions or made.sheet_number in told:
            continue
        for title in titles:
            found = reader.period(without_days_beside(title))
            if found.month in (0, own.month) or found.odd_range or is_caption(title) or is_edition(title) or len(cut(title)) > LONGEST_TITLE:
                continue
            if _before_meeting([made], found, title, reader):
                continue
            told.add(made.sheet_number)
            cell = cell_name(*made.grid.place(made.head.frame.top, made.head.frame.left))
            yield CaptionDiffers(sheet=made.sheet.name, cell=cell, found=MONTH_NAMES[found.month - 1], expected=MONTH_NAMES[own.month - 1])
            break


def _names_table(title: str, reader: Reader) -> bool:
    return is_caption(title) or names_numbers(title, reader)


def named_otherwise(drafts: Sequence[Draft], file_name: str, reader: Reader) -> Iterator[Problem]:
    """A problem for each sheet whose tables all say one month or year and whose name says another; so for the file's name
    where all sheets say the same, none is named so and it was not sent then.  What is named after a meeting speaks of the months before it; a sheet
    that Excel named when it was copied, `JULI (2)` beside `JULI`, may hold any other month, and so may the only one named after
    a month where its title and the file's name say the same month and year."""
    sheets: dict[int, list[Draft]] = {}
    for made in drafts:
        sheets.setdefault(made.sheet_number, []).append(made)
    stem = period_of_name(unnamed_meeting(file_name), reader.words)
    named = {number: period_of_name(unnamed_meeting(found[0].sheet.name), reader.words) for number, found in sheets.items()}
    copied, one_named = copied_names(named, sheets), sum(1 for period in named.values() if period.month) == 1
    for number, found in sheets.items():
        if number in copied or one_named and _agrees(found, stem):
            continue
        differs = _month_differs(found, named[number]) or _year_differs(found, named[number])
        if differs and not _before_meeting(found, named[number], found[0].sheet.name, reader):
            yield _problem(found[0], named[number])
    by_month = not any(period.month for period in named.values()) and _month_differs(drafts, stem)
    by_year = not any(period.year for period in named.values()) and _year_differs(drafts, stem)
    sent = {reader.words.months.get(month_sent(title)) for made in drafts for title in made.context.titles}
    if (by_month and stem.month not in sent or by_year) and not _before_meeting(drafts, stem, file_name, reader):
        yield _problem(drafts[0], stem)


def copied_names(named: Mapping[int, Period], sheets: Mapping[int, Sequence[Draft]]) -> set[int]:
    """The sheets whose names end as those of copies do, beside the sheet that was copied and says the month of its name."""
    true = {
        fold_spaces(found[0].sheet.name).casefold() for number, found in sheets.items()
        if not _month_differs(found, named[number]) and not _year_differs(found, named[number])
    }  # fmt: skip
    names = {number: _COPY.match(fold_spaces(found[0].sheet.name).casefold()) for number, found in sheets.items()}
    return {number for number, name in names.items() if name and name[1] in true}


def _agrees(drafts: Sequence[Draft], stem: Period) -> bool:
    """True where a file is named after the single month and the year that its tables say."""
    said = {(made.context.period.year, made.context.period.month) for made in drafts}
    return bool(stem.month and stem.year and not stem.odd_range) and said == {(stem.year, stem.month)}


def _month_differs(drafts: Sequence[Draft], name: Period) -> bool:
    """True where all tables say the same single month in a title of theirs, and a name says another one, or months without it."""
    periods = {made.context.period for made in drafts}
    said = {period.month for period in periods}
    if not name.month or name.first > name.month or len(said) != 1 or not all(made.context.cells for made in drafts):
        return False
    within = said & {0, *range(name.first or name.month, name.month + 1)}
    return not within and not any(period.odd_range for period in periods)


def _year_differs(drafts: Sequence[Draft], name: Period) -> bool:
    """True where all tables say the same year in a title of theirs, and a name says another one."""
    said = {made.context.period.year for made in drafts}
    return bool(name.year) and len(said) == 1 and not said & {0, name.year} and all(made.context.cells for made in drafts)


def _before_meeting(drafts: Sequence[Draft], name: Period, text: str, reader: Reader) -> bool:
    """True where a name speaks of a meeting ("Bahan minlok Agustus") and the titles of a month shortly before it."""
    if not name.month or set(reader.words.lists["nama_rapat"]["kata"]).isdisjoint(cut(text)):
        return False
    said = {made.context.period for made in drafts}
    years = {name.year - period.year if name.year and period.year else 0 for period in said}
    before = {(name.month - period.month) % len(MONTH_NAMES) for period in said}
    turned = {int(period.month > name.month) for period in said}
    return before <= {*range(1, MONTHS_BEFORE + 1)} and (years == {0} and turned == {0} or years <= {0, 1} and turned == {1})


def _problem(made: Draft, name: Period) -> Problem:
    row, column = made.context.cells[0]
    said = made.context.period
    years = 0 not in (said.year, name.year) and said.year != name.year
    found, expected = (" ".join(_words(period, years=years)) for period in (said, name))
    return NamedOtherwise(sheet=made.sheet.name, cell=cell_name(row, column), found=found, expected=expected)


def _words(period: Period, *, years: bool) -> Iterator[str]:
    """The month of a period, and its year where that is in question."""
    if period.month:
        yield months_text(period.first, period.month) if period.first else MONTH_NAMES[period.month - 1]
    if years:
        yield str(period.year)
