"""Counts persons into observations: growth of balita, antigens by date, KEK and anemia of ibu hamil.

A child that was measured twice in a month counts once, with the later measurement; an antigen counts once a
child; an ibu hamil counts once a year, in the month of her first measurement, so that months may be added.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from typing import Any, NamedTuple

from lokmin_data.reading.byname.columns import Head, antigen_code, fold_head, words
from lokmin_data.reading.byname.values import date_of, is_mark, month_first, number_of
from lokmin_data.reading.opening.book import cell_name

GROWTH = ("bb_u", "tb_u", "bb_tb")
OUTLIER = "outlier"
_MALE = frozenset({"l", "lakilaki", "laki", "lk", "pria"})
Period = tuple[int | None, int | None]


class Place(NamedTuple):
    """Where a count comes from: the sheet and the cell of the column's head."""

    sheet: str
    cell: str


class Visit(NamedTuple):
    """One child in one month: what each index says of it, without the child."""

    day: date
    desa: str
    groups: Mapping[str, frozenset[str]]
    weighed: bool
    gained: bool | None


def can_count(head: Head) -> bool:
    """True where the head has a column that an indicator is counted from."""
    roles = head.columns.keys()
    vaccines = bool(head.antigens) or {"antigen", "tanggal_imunisasi"} <= roles
    return _judges_growth(head) or vaccines or _is_bumil(head) or _has_weights(head)


def _judges_growth(head: Head) -> bool:
    """True for a list of children: their weeks of gestation, "Usia Kehamilan", make no ibu hamil of them."""
    return "naik" in head.columns or any(role in head.columns for index in GROWTH for role in (index, f"zs_{index}"))


def _is_bumil(head: Head) -> bool:
    return "hamil" in head.columns and bool({"lila", "hb"} & head.columns.keys()) and not _judges_growth(head)


def _has_weights(head: Head) -> bool:
    return "berat" in head.columns and ("hamil" not in head.columns or _judges_growth(head))


def _lists_males(rows: Sequence[Sequence[object]], column: int | None) -> bool:
    """True where some person of a list is male."""
    return column is not None and any(fold_head(row[column]) in _MALE for row in rows if isinstance(row[column], str))


@cache
def _status_groups(index: str) -> Mapping[str, frozenset[str]]:
    """Folded status to the groups it belongs to; every one but an outlier is measured."""
    groups: dict[str, set[str]] = {}
    for group, texts in words()["status"][index].items():
        for text in texts:
            groups.setdefault(fold_head(text), set()).add(group)
    return {text: frozenset(names) for text, names in groups.items()}


def growth_groups(index: str, status: object, z_score: object, *, stated: bool = False) -> frozenset[str] | None:
    """What one index says of a child: {'ukur', 'stunting'}, {'outlier'}, or None where it was not measured.

    The printed status counts; the z-score only where no known status is printed (cut-offs of Permenkes 2/2020), and
    not where that column is `stated` for other children and is empty or "-" for this one.
    """
    if stated and _is_blank(status):
        return None
    known = _status_groups(index).get(fold_head(status)) if isinstance(status, str) else None
    if known:
        return known if OUTLIER in known else known | {"ukur"}
    value = number_of(z_score)
    if value is None:
        return None
    limits = words()["z"][index]
    low, high = limits["wajar"]
    if not low <= value <= high:
        return frozenset({OUTLIER})
    below = {group for group, limit in limits["di_bawah"].items() if value < limit}
    above = {group for group, limit in limits.get("di_atas", {}).items() if value > limit}
    return frozenset(below | above | {"ukur"})


def _is_blank(status: object) -> bool:
    return status is None or isinstance(status, str) and not any(map(str.isalnum, status))


def _states(rows: Sequence[Sequence[object]], index: str, column: int | None) -> bool:
    """True where a column prints a known status for some child."""
    known = _status_groups(index)
    return column is not None and any(fold_head(row[column]) in known for row in rows if isinstance(row[column], str))


@cache
def _gain_words() -> Mapping[str, bool]:
    table = words()["naik"]
    return {fold_head(text): gained for key, gained in (("naik", True), ("tidak", False)) for text in table[key]}


@dataclass
class Tally:
    """What has been counted so far, over all sheets of one file; persons are only keys and never leave it."""

    elsewhere: Callable[[str], bool] = field(repr=False)
    visits: dict[tuple[str, int, int], Visit] = field(default_factory=dict, repr=False)
    vaccines: dict[tuple[str, str], tuple[date, str]] = field(default_factory=dict, repr=False)
    pregnant: dict[tuple[str, int, str], tuple[date, str, bool]] = field(default_factory=dict, repr=False)
    places: dict[str, Place] = field(default_factory=dict)
    spellings: dict[str, str] = field(default_factory=dict)
    notes: dict[str, int] = field(default_factory=dict)

    def area(self, desa: str) -> str:
        """The first spelling met of that desa; case and spaces do not make two of it."""
        return self.spellings.setdefault(desa.casefold(), desa)

    def note(self, what: str) -> None:
        """Counts a remark such as 'outlier'."""
        self.notes[what] = self.notes.get(what, 0) + 1

    def take_notes(self) -> list[str]:
        """The remarks since the last call: '3 outlier'."""
        told = [f"{number} {what}" for what, number in self.notes.items()]
        self.notes.clear()
        return told

    def observations(self) -> list[dict[str, Any]]:
        """One row a desa, month and indicator, in the words of OBSERVATION_COLUMNS; sorted."""
        rows = [*_growth_rows(self), *_vaccine_rows(self), *_pregnant_rows(self)]
        return sorted(rows, key=lambda row: (row["area"], row["year"], row["month"], row["indicator"]))


class Counter:
    """Counts the rows of one sheet into a tally."""

    def __init__(self, sheet: str, head: Head, tally: Tally, rows: Sequence[Sequence[object]]):
        self.head, self.tally, self.at = head, tally, head.columns.get
        self.us_dates = {
            column: month_first(row[column] for row in rows)
            for column in {*(c for columns in head.antigens.values() for c in columns), self.at("tanggal_imunisasi", -1)}
            if column >= 0
        }
        self.stated = {index: _states(rows, index, self.at(index)) for index in GROWTH}
        self.bumil = _is_bumil(head) and not _lists_males(rows, self.at("jk"))
        self.growth = not self.bumil and (_judges_growth(head) or _has_weights(head))
        self._remember_places(sheet)

    def _remember_places(self, sheet: str) -> None:
        sources = {"stunting": "tb_u", "underweight": "bb_u", "d_s": "berat", "n_d": "naik", "kek": "lila", "anemia": "hb"}
        sources |= dict.fromkeys(("wasting", "gizi_buruk", "overweight"), "bb_tb")
        for indicator, role in sources.items():
            column = self.at(role, self.at(f"zs_{role}", -1))
            if column >= 0:
                self.tally.places.setdefault(indicator, Place(sheet, cell_name(self.head.last, column)))
        for code, columns in self.head.antigens.items():
            self.tally.places.setdefault(code, Place(sheet, cell_name(self.head.last, columns[0])))
        if "antigen" in self.head.columns:
            place = Place(sheet, cell_name(self.head.last, self.at("antigen", 0)))
            self.tally.places.setdefault("", place)

    def count(self, row: Sequence[object], person: str, desa: str, when: date | None, period: Period) -> bool:
        """Counts one row; False where no date or month tells when."""
        desa, done = self.tally.area(desa), False
        if self.head.antigens or "antigen" in self.head.columns:
            done = self._count_vaccines(row, person, desa, period)
        if when is None:
            return done
        if self.bumil:
            self._count_pregnant(row, person, desa, when)
        elif self.growth:
            self._count_growth(row, person, desa, when)
        return True

    def _cell(self, row: Sequence[object], role: str) -> object:
        column = self.at(role)
        return None if column is None else row[column]

    def _count_growth(self, row: Sequence[object], person: str, desa: str, when: date) -> None:
        groups = {}
        for index in GROWTH:
            status, z_score = self._cell(row, index), self._cell(row, f"zs_{index}")
            found = growth_groups(index, status, z_score, stated=self.stated[index])
            if found is None and number_of(z_score) is not None:
                self.tally.note("z-score tanpa status")
            if found:
                groups[index] = found
        weighed = (number_of(self._cell(row, "berat")) or 0) > 0 if "berat" in self.head.columns else "bb_u" in groups
        gained = _gain_words().get(fold_head(self._cell(row, "naik")))
        key, visit = (person, when.year, when.month), Visit(when, desa, groups, weighed, gained)
        earlier = self.tally.visits.get(key)
        if earlier:
            self.tally.note("pengukuran ganda")
        if earlier is None or earlier.day <= when:
            self.tally.visits[key] = visit
        if any(OUTLIER in found for found in groups.values()):
            self.tally.note("outlier")

    def _count_vaccines(self, row: Sequence[object], person: str, desa: str, period: Period) -> bool:
        given = list(self._given(row, period))
        for code, day in given:
            earlier = self.tally.vaccines.get((person, code))
            if earlier is None or day < earlier[0]:
                self.tally.vaccines[person, code] = (day, desa)
        return bool(given) or not self._has_undated_mark(row)

    def _given(self, row: Sequence[object], period: Period) -> Iterator[tuple[str, date]]:
        year, month = period
        for code, columns in self.head.antigens.items():
            for column in columns:
                day = date_of(row[column], us=self.us_dates[column])
                if day is None and is_mark(row[column]) and year and month:
                    day = date(year, month, 1)
                if day:
                    yield code, day
        code = antigen_code(self._cell(row, "antigen") or "")
        if code and (column := self.at("tanggal_imunisasi")) is not None:
            day = date_of(row[column], us=self.us_dates[column])
            if day:
                yield code, day

    def _has_undated_mark(self, row: Sequence[object]) -> bool:
        return any(is_mark(row[column]) for columns in self.head.antigens.values() for column in columns)

    def _count_pregnant(self, row: Sequence[object], person: str, desa: str, when: date) -> None:
        for indicator, rule in words()["bumil"].items():
            value = number_of(self._cell(row, rule["kolom"]))
            low, high = rule["wajar"]
            if value is None or not low <= value <= high:
                continue
            key = (person, when.year, indicator)
            if key not in self.tally.pregnant or when < self.tally.pregnant[key][0]:
                self.tally.pregnant[key] = (when, desa, value < rule["batas"])


def _row(
    tally: Tally, indicator: str, desa: str, when: tuple[int, int], basis: str, x: int, n: int | None
) -> dict[str, Any]:
    place = tally.places.get(indicator) or tally.places.get("") or Place("", "")
    return {
        "area": desa, "level": "desa", "indicator": indicator, "year": when[0], "month": when[1], "basis": basis,
        "sex": "T", "numerator": float(x), "denominator": float("nan") if n is None else float(n),
        "percent": float("nan"), "sheet": place.sheet, "cell": place.cell,
    }  # fmt: skip


def _growth_rows(tally: Tally) -> list[dict[str, Any]]:
    over = {"bb_u": ("underweight",), "tb_u": ("stunting",), "bb_tb": ("wasting", "gizi_buruk", "overweight")}
    together: dict[tuple[str, int, int], list[Visit]] = {}
    for (_, year, month), visit in tally.visits.items():
        together.setdefault((visit.desa, year, month), []).append(visit)
    rows = []
    for (desa, year, month), visits in together.items():
        for index, indicators in over.items():
            measured = [visit.groups[index] for visit in visits if "ukur" in visit.groups.get(index, ())]
            for indicator in indicators if measured else ():
                cases = sum(indicator in groups for groups in measured)
                rows.append(_row(tally, indicator, desa, (year, month), "point", cases, len(measured)))
        weighed = sum(visit.weighed for visit in visits)
        if weighed:
            rows.append(_row(tally, "d_s", desa, (year, month), "point", weighed, None))
        gains = [visit.gained for visit in visits if visit.gained is not None]
        if gains:
            rows.append(_row(tally, "n_d", desa, (year, month), "point", sum(gains), len(gains)))
    return rows


def _vaccine_rows(tally: Tally) -> list[dict[str, Any]]:
    given: dict[tuple[str, str, int, int], int] = {}
    for (_, code), (day, desa) in tally.vaccines.items():
        key = (code, desa, day.year, day.month)
        given[key] = given.get(key, 0) + 1
    return [
        _row(tally, code, desa, (year, month), "month", number, None)
        for (code, desa, year, month), number in given.items()
    ]


def _pregnant_rows(tally: Tally) -> list[dict[str, Any]]:
    examined: dict[tuple[str, str, int, int], list[bool]] = {}
    for (_, _, indicator), (day, desa, case) in tally.pregnant.items():
        examined.setdefault((indicator, desa, day.year, day.month), []).append(case)
    return [
        _row(tally, indicator, desa, (year, month), "month", sum(cases), len(cases))
        for (indicator, desa, year, month), cases in examined.items()
    ]
