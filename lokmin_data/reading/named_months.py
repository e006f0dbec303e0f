"""Sheets and files that are named after another month than the one their titles say: saved for a new month, the title forgotten."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from lokmin_data.model import MONTH_NAMES, Problem
from lokmin_data.reading.blocks import Draft
from lokmin_data.reading.book import cell_name
from lokmin_data.reading.meaning import Reader
from lokmin_data.reading.period import Period, period_of_name


@dataclass(frozen=True, kw_only=True)
class NamedOtherwise(Problem):
    """A title whose month is not the one that the sheet or the file is named after."""

    code = "bulan-nama-berbeda"
    severity = "warning"
    what = "Judulnya menyebut {found}, sedangkan nama lembar atau berkasnya {expected}; yang dipakai bulan pada judul."
    fix = "Periksa bulannya; bila judulnya keliru, perbaiki judulnya, lalu unggah ulang."


def named_otherwise(drafts: Sequence[Draft], stem: Period, reader: Reader) -> Iterator[Problem]:
    """A problem for each sheet whose tables all say one month and whose name says another; so for the file's name (its
    period is `stem`) where all sheets say one month and none is named after one."""
    sheets: dict[int, list[Draft]] = {}
    for made in drafts:
        sheets.setdefault(made.sheet_number, []).append(made)
    named = {number: period_of_name(found[0].sheet.name, reader.words) for number, found in sheets.items()}
    for number, found in sheets.items():
        if _differ(found, named[number]):
            yield _problem(found[0], named[number])
    if not any(period.month for period in named.values()) and _differ(drafts, stem):
        yield _problem(drafts[0], stem)


def _differ(drafts: Sequence[Draft], name: Period) -> bool:
    """True where all tables say the same single month in a title of theirs, and a name says another one."""
    periods = {made.context.period for made in drafts}
    said = {period.month for period in periods}
    if not name.month or name.first or len(said) != 1 or not all(made.context.cells for made in drafts):
        return False
    return name.month not in said and 0 not in said and not any(period.odd_range for period in periods)


def _problem(made: Draft, name: Period) -> Problem:
    row, column = made.context.cells[0]
    return NamedOtherwise(
        sheet=made.sheet.name, cell=cell_name(row, column), found=MONTH_NAMES[made.context.period.month - 1], expected=MONTH_NAMES[name.month - 1]
    )
