"""By-name files (e-PPGBM/SIGIZI, ASIK, registers): recognised, counted per desa and month, persons dropped.

A NIK, a name, an address or a date of birth lives only in the grid that was opened and in the local variables
of the count.  None goes into a message, a table, a cache, a pickle or the text form of an object.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING, Any, NoReturn

from lokmin_data.model import OBSERVATION_COLUMNS, Problem
from lokmin_data.reading.byname import counts as counts
from lokmin_data.reading.byname.columns import Head, find_head, fold_head
from lokmin_data.reading.byname.labels import area_label, area_text, period_label
from lokmin_data.reading.byname.values import date_of, month_first, month_of_name, nik_of, number_of
from lokmin_data.reading.opening.book import Sheet
from lokmin_data.reading.problems.of_persons import (
    ByNameCounted,
    ByNameRowsSkipped,
    ByNameUnclear,
    ByNameWithoutDesa,
    ByNameWithoutPeriod,
)
from lokmin_data.reading.words.names import AreaMatcher

if TYPE_CHECKING:  # loads slowly, and most workbooks list no persons
    import pandas as pd

SHORTEST_NIK, LOWEST_NIK = 15, 1e15
NIK_IN_A_COLUMN = 2
ROWS_FOR_A_HEAD = 200


@dataclass(frozen=True)
class ByNameSheet:
    """A sheet that holds single persons.  Its text form names the sheet and nothing else; it cannot be pickled."""

    sheet: Sheet = field(repr=False)
    head: Head | None = field(repr=False, default=None)

    @property
    def name(self) -> str:
        """The sheet's name."""
        return self.sheet.name

    def __repr__(self) -> str:
        return f"ByNameSheet({self.name!r})"

    def __reduce__(self) -> NoReturn:
        raise TypeError("a by-name sheet is never written anywhere")


def find_by_name(sheet: Sheet, *, headed: bool = True) -> ByNameSheet | None:
    """The sheet as by-name where it lists persons: by its head, or by a column of 16-digit values; else None.  Where it is known
    that no text can be such a head (`headed` False), none is looked for without that column."""
    niks = _nik_rows(sheet)
    if not niks and not headed:
        return None
    head = find_head(sheet, _head_rows(sheet, niks))
    if head is None and not niks:
        return None
    return ByNameSheet(sheet, head)


def _nik_rows(sheet: Sheet) -> list[int]:
    """The rows whose 16-digit value stands in a column that has at least two of them."""
    niks = {cell for cell in sheet.distinct if _may_be_nik(cell) and nik_of(cell)}
    places: dict[int, list[int]] = {}
    for number, row in enumerate(sheet.rows if niks else ()):
        for column, cell in enumerate(row):
            if cell in niks:
                places.setdefault(column, []).append(number)
    return sorted({row for rows in places.values() if len(rows) >= NIK_IN_A_COLUMN for row in rows})


def _may_be_nik(cell: object) -> bool:
    return len(cell) > SHORTEST_NIK if type(cell) is str else type(cell) in (float, int) and cell >= LOWEST_NIK


def _head_rows(sheet: Sheet, niks: Sequence[int]) -> list[int]:
    """The rows in which a head may begin: those with texts, from the top to the first NIK."""
    last = min(niks[0] if niks else ROWS_FOR_A_HEAD, len(sheet.rows))
    return [row for row in range(last) if sum(isinstance(cell, str) for cell in sheet.rows[row]) > 1]


def count_by_name(
    found: ByNameSheet | Sequence[ByNameSheet], *, year: int | None = None, month: int | None = None, area: str = "",
    areas: Iterable[str] = (),
) -> tuple[pd.DataFrame, tuple[Problem, ...]]:  # fmt: skip
    """Counts per desa and month (OBSERVATION_COLUMNS; percent empty) and what is to be said of the sheets.

    Give all by-name sheets of a file together: a person who stands in two of them counts once.  `year` and
    `month` are the period where neither the rows nor the lines above them tell it; `area` is the desa where neither
    a column nor the lines above name one; of a sheet that is named like one of `areas`, that one.
    """
    import pandas as pd

    rows, problems = count_rows(found, year=year, month=month, area=area, areas=areas)
    return pd.DataFrame(rows, columns=list(OBSERVATION_COLUMNS)), problems


def count_rows(
    found: ByNameSheet | Sequence[ByNameSheet], *, year: int | None = None, month: int | None = None, area: str = "",
    areas: Iterable[str] = (), elsewhere: Callable[[str], bool] = lambda _: False,
) -> tuple[list[dict[str, Any]], tuple[Problem, ...]]:  # fmt: skip
    """The same counts as plain rows, for those who need no table; `elsewhere` tells what names no desa of the Puskesmas."""
    sheets = [found] if isinstance(found, ByNameSheet) else list(found)
    tally, problems, matcher = counts.Tally(elsewhere=elsewhere), [], AreaMatcher(areas)
    for by_name in sheets:
        named = by_name.name if matcher.match(by_name.name).certain else area
        problems.extend(_count_sheet(by_name, tally, (year, month), named))
    return tally.observations(), tuple(problems)


def _count_sheet(
    found: ByNameSheet, tally: counts.Tally, period: tuple[int | None, int | None], area: str
) -> list[Problem]:
    head = found.head
    if head is None or not counts.can_count(head):
        return [] if head and not list(_persons(found.sheet, head)) else [ByNameUnclear(sheet=found.name)]
    area = area_label(found.sheet, head.first) or area
    if "desa" not in head.columns and not area:
        return [ByNameWithoutDesa(sheet=found.name)]
    rows, written = list(_persons(found.sheet, head)), period_label(found.sheet, head.first)
    if not rows:
        return []
    period = (period[0] or written[0], period[1] or written[1])
    if not _tells_the_month(head) and not all(period):
        return [ByNameWithoutPeriod(sheet=found.name)]
    skipped = _count_rows(found.sheet, head, rows, tally, period, area)
    return _told(found.name, len(rows), skipped, tally)


def _tells_the_month(head: Head) -> bool:
    return bool(head.antigens) or not head.columns.keys().isdisjoint(("tanggal_ukur", "bulan", "tanggal_imunisasi"))


def _told(name: str, rows: int, skipped: dict[str, int], tally: counts.Tally) -> list[Problem]:
    notes = [f"{rows} baris", *tally.take_notes()]
    told: list[Problem] = [ByNameCounted(sheet=name, found=", ".join(notes))]
    left_out = [f"{number} baris {reason}" for reason, number in skipped.items() if number]
    if left_out:
        told.append(ByNameRowsSkipped(sheet=name, found=", ".join(left_out)))
    return told


def _persons(sheet: Sheet, head: Head) -> Iterator[Sequence[object]]:
    """The rows below the head that hold a person: a NIK, or a name with letters beside another filled column."""
    nik, name = head.columns.get("nik", -1), head.columns.get("nama", -1)
    others = [column for role, column in head.columns.items() if role not in ("nama", "nik")]
    others += [column for columns in head.antigens.values() for column in columns]
    for row in sheet.rows[head.last + 1 :]:
        has_name = name >= 0 and isinstance(row[name], str) and any(map(str.isalpha, row[name]))
        if (nik >= 0 and nik_of(row[nik])) or (has_name and any(row[column] is not None for column in others)):
            yield row


def _count_rows(
    sheet: Sheet, head: Head, rows: list[Sequence[object]], tally: counts.Tally,
    period: tuple[int | None, int | None], area: str,
) -> dict[str, int]:  # fmt: skip
    """Counts the rows into the tally; returns why and how many were left out."""
    skipped = {"tanpa desa": 0, "dari luar wilayah": 0, "tanpa tanggal atau bulan": 0}
    at = head.columns.get
    us_dates = "tanggal_ukur" in head.columns and month_first(row[at("tanggal_ukur")] for row in rows)
    counter = counts.Counter(sheet.name, head, tally, rows)
    for row in rows:
        desa = area_text(row[at("desa")]) if "desa" in head.columns else area
        if not desa:
            skipped["tanpa desa"] += 1
            continue
        if tally.elsewhere(desa):
            skipped["dari luar wilayah"] += 1
            continue
        when = _date_of_row(row, head, period, us=us_dates)
        if not counter.count(row, _person_key(row, head, desa), desa, when, period):
            skipped["tanpa tanggal atau bulan"] += 1
    return skipped


def _person_key(row: Sequence[object], head: Head, desa: str) -> str:
    """What tells one person from another within the count: the NIK, else name, birth date and desa.

    A NIK in a number cell has lost its last digit (Excel keeps fifteen), so it is not enough for siblings.
    """
    at = head.columns.get
    cell = row[at("nik")] if "nik" in head.columns else None
    nik = nik_of(cell)
    if nik and isinstance(cell, str):
        return nik
    roles = [role for role in ("nama", "tanggal_lahir", "nama_keluarga") if role in head.columns]
    return "|".join([nik or fold_head(desa), *(fold_head(row[at(role)]) for role in roles)])


def _date_of_row(row: Sequence[object], head: Head, period: tuple[int | None, int | None], *, us: bool) -> date | None:
    """The day of the visit; the first of the month where only a month is known; None where nothing tells it."""
    at = head.columns.get
    if "tanggal_ukur" in head.columns:
        return date_of(row[at("tanggal_ukur")], us=us)
    year, month = period
    if "bulan" in head.columns:
        month = month_of_name(row[at("bulan")]) if row[at("bulan")] is not None else None
        written = number_of(row[at("tahun")]) if "tahun" in head.columns else None
        year = int(written) if written else year
    return date(year, month, 1) if year and month else None
