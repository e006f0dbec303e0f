"""A sheet copied for the next month whose title was forgotten: it is named JUNI and says Mei, beside the sheet MEI that says Mei."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from lokmin_data.model import MONTH_NAMES, Problem
from lokmin_data.reading.blocks.block import Draft, fingerprint_of
from lokmin_data.reading.opening.book import cell_name
from lokmin_data.reading.titles.month_after import goes_on
from lokmin_data.reading.titles.named_months import copied_names
from lokmin_data.reading.words.meaning import Reader
from lokmin_data.reading.words.period import Period
from lokmin_data.reading.words.period_names import period_of_name


@dataclass(frozen=True, kw_only=True)
class TitleForgotten(Problem):
    """A sheet whose title says the month of another sheet of the same form, which is named after that month as well."""

    code = "judul-belum-diganti"
    severity = "skipped"
    what = "Judul lembar ini menyebut {found}, seperti lembar '{expected}' yang memang bernama bulan itu; lembar ini tidak dibaca."
    fix = "Tulis bulannya sendiri di judul lembar ini, lalu unggah ulang."


@dataclass(frozen=True, kw_only=True)
class TitleOutdated(Problem):
    """A sheet whose title says the month before that of its name, and whose numbers go on from the sheet of that month."""

    code = "judul-bulan-lalu"
    severity = "warning"
    what = "Judul lembar ini masih menyebut {found}, tetapi kumulatifnya melanjutkan lembar '{expected}'; dibaca sebagai bulan nama lembarnya."
    fix = "Ganti bulan di judul lembar ini."


def without_forgotten(drafts: Sequence[Draft], reader: Reader) -> tuple[list[Draft], list[Problem]]:
    """(tables, problems): without the sheets that hold the month of another sheet by their title alone.  Whether they are of the
    month of their name cannot be said, unless their numbers go on from that sheet, and beside the sheet of that month nothing of
    theirs may fill its gaps."""
    sheets: dict[int, list[Draft]] = {}
    for made in drafts:
        sheets.setdefault(made.sheet_number, []).append(made)
    named = {number: period_of_name(found[0].sheet.name, reader.words) for number, found in sheets.items()}
    true = {number: sheets[number][0] for number, name in named.items() if name.month and _said(sheets[number], name) == name.month}
    copied = copied_names(named, sheets)
    problems: dict[int, Problem] = {}
    for number, found in sheets.items():
        said = 0 if number in copied or number in true else _said(found, named[number])
        like = next((other for other in true.values() if said and _alike(found[0], other, reader)), None)
        if like:
            kind = TitleOutdated if named[number].month == said + 1 and len(found) == 1 and goes_on(found[0], like) else TitleForgotten
            cell = cell_name(*found[0].context.cells[0])
            problems[number] = kind(sheet=found[0].sheet.name, cell=cell, found=MONTH_NAMES[said - 1], expected=like.sheet.name)
    left_out = {number for number, each in problems.items() if isinstance(each, TitleForgotten)}
    kept = (_of_its_name(made, named) if made.sheet_number in problems else made for made in drafts if made.sheet_number not in left_out)
    return list(kept), list(problems.values())


def _of_its_name(made: Draft, named: Mapping[int, Period]) -> Draft:
    """The table in the month of its sheet's name."""
    period = replace(made.context.period, month=named[made.sheet_number].month)
    return replace(made, context=replace(made.context, period=period))


def _said(drafts: Sequence[Draft], name: Period) -> int:
    """The single month that all tables of a sheet say in a title of theirs, where its name says one as well; else 0."""
    months = {made.context.period.month for made in drafts if made.context.cells and not made.context.period.odd_range}
    if not name.month or name.first:
        return 0
    return months.pop() if len(months) == 1 and all(made.context.cells for made in drafts) else 0


def _alike(made: Draft, other: Draft, reader: Reader) -> bool:
    """True for tables of one form, period and area."""
    one, two = ((each.context.period, each.area, fingerprint_of(each.head.columns, reader)) for each in (made, other))
    return one == two
