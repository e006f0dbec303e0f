"""The numbers that pages ask for: keyed reads, never more than one Puskesmas' years and indicators."""

from __future__ import annotations

from collections.abc import Collection

import numpy as np
import pandas as pd
import sqlalchemy as sa

from lokmin_data.store.base import Base, frame, frame_of, local_time
from lokmin_data.store.schema import area_sum, current_value, desa, observation, puskesmas, report, reported

OBSERVED = (
    "desa_id",
    "indicator",
    "year",
    "month",
    "basis",
    "sex",
    "numerator",
    "denominator",
    "percent",
    "report_id",
    "sheet",
    "cell",
)
OBSERVATIONS = ("desa_id", "desa", *OBSERVED[1:])
HISTORY = (
    "report_id", "file_name", "stored_at", "stored_by", "status", "basis", "sex", "numerator", "denominator", "percent",
    "sheet", "cell", "level", "current",
)  # fmt: skip
NUMBERS = ("numerator", "denominator", "percent")


class Figures(Base):
    """Current values, their history, who has reported, and sums over many Puskesmas."""

    def observations(
        self,
        puskesmas_id: int,
        *,
        indicators: Collection[str] | None = None,
        years: Collection[int] | None = None,
        months: Collection[int] | None = None,
        desa_ids: Collection[int] | None = None,
    ) -> pd.DataFrame:
        """Current values, one row a key: OBSERVATIONS; desa_id 0 is the Puskesmas itself; missing numbers NaN."""
        c = current_value.c
        chosen = sa.select(*(c[name] for name in OBSERVED)).where(c.puskesmas_id == puskesmas_id)
        for column, wanted in ((c.year, years), (c.indicator, indicators), (c.month, months), (c.desa_id, desa_ids)):
            if wanted is not None:
                chosen = chosen.where(column.in_([_plain(value) for value in wanted]))
        with self.reading() as connection:
            table = frame_of(connection, chosen, OBSERVED, NUMBERS)
            names = _names(connection, puskesmas_id)
        table.insert(1, "desa", _named(table["desa_id"].to_numpy(), names))
        return table

    def history(self, puskesmas_id: int, desa_id: int, indicator: str, year: int, month: int) -> pd.DataFrame:
        """Every value that was ever stored for this number, newest first: HISTORY; `current` marks what counts now."""
        o, r, c = observation.c, report.c, current_value.c
        same_report = sa.and_(r.puskesmas_id == o.puskesmas_id, r.report_id == o.report_id)
        key = ("puskesmas_id", "year", "indicator", "month", "desa_id", "basis", "sex", "report_id")
        is_current = sa.and_(*(c[name] == o[name] for name in key))
        names = {"report_id": o, "file_name": r, "stored_at": r, "stored_by": r, "status": r}
        columns = [names.get(name, o)[name] for name in HISTORY[:-1]]
        chosen = (
            sa.select(*columns, c.report_id)
            .select_from(observation.join(report, same_report).outerjoin(current_value, is_current))
            .where(o.puskesmas_id == puskesmas_id, o.year == year, o.indicator == indicator, o.month == month)
            .where(o.desa_id == desa_id)
        )
        table = frame(self.rows(chosen.order_by(o.report_id.desc(), o.basis, o.sex)), HISTORY, NUMBERS)
        times = pd.Series([local_time(text) for text in table["stored_at"]], dtype=object)
        return table.assign(stored_at=times, current=table["current"].notna())

    def report_months(self, puskesmas_id: int, year: int) -> pd.DataFrame:
        """Who has reported: desa_id, programme, month, rows (how many numbers)."""
        names = ("desa_id", "programme", "month", "rows")
        chosen = sa.select(*(reported.c[name] for name in names))
        return frame(self.rows(chosen.where(reported.c.puskesmas_id == puskesmas_id, reported.c.year == year)), names)

    def years(self, puskesmas_id: int) -> list[int]:
        """The years of which there are numbers, oldest first."""
        chosen = sa.select(reported.c.year).where(reported.c.puskesmas_id == puskesmas_id).distinct()
        return sorted(row[0] for row in self.rows(chosen))

    def has_numbers(self, puskesmas_id: int, year: int, indicator: str | None = None) -> bool:
        """True where there are numbers of that year (of that indicator)."""
        c = current_value.c
        chosen = sa.select(c.year).where(c.puskesmas_id == puskesmas_id, c.year == year).limit(1)
        return bool(self.rows(chosen if indicator is None else chosen.where(c.indicator == indicator)))

    def last_month(self, puskesmas_id: int) -> tuple[int, int] | None:
        """The newest (year, month) of which there are numbers, or None."""
        newest = sa.select(reported.c.year, reported.c.month).where(reported.c.puskesmas_id == puskesmas_id)
        rows = self.rows(newest.order_by(reported.c.year.desc(), reported.c.month.desc()).limit(1))
        return (rows[0][0], rows[0][1]) if rows else None

    def puskesmas_sums(self, indicator: str, year: int, month: int, *, basis: str | None = None) -> pd.DataFrame:
        """Sums a Puskesmas: puskesmas_id, name, kabupaten, basis, sex, numerator, denominator, measured, areas."""
        names = ("puskesmas_id", "name", "kabupaten", "basis", "sex", "numerator", "denominator", "measured", "areas")
        chosen = self._sums(indicator, year, month, basis, [*_places(), area_sum.c.basis, area_sum.c.sex])
        numbers = (area_sum.c.numerator, area_sum.c.denominator, area_sum.c.measured, area_sum.c.areas)
        return frame(self.rows(chosen.add_columns(*numbers)), names, names[5:8])

    def kabupaten_sums(self, indicator: str, year: int, month: int, *, basis: str | None = None) -> pd.DataFrame:
        """Sums a kabupaten, from the sums kept at write time: kabupaten, basis, sex, numerator, denominator, measured, areas."""
        names = ("kabupaten", "basis", "sex", "numerator", "denominator", "measured", "areas")
        key = [puskesmas.c.kabupaten, area_sum.c.basis, area_sum.c.sex]
        sums = [sa.func.sum(area_sum.c[name]) for name in names[3:]]
        chosen = self._sums(indicator, year, month, basis, key).add_columns(*sums).group_by(*key)
        return frame(self.rows(chosen), names, names[3:6])

    def _sums(self, indicator: str, year: int, month: int, basis: str | None, columns: list[sa.Column]) -> sa.Select:
        s = area_sum.c
        joined = area_sum.join(puskesmas, puskesmas.c.puskesmas_id == s.puskesmas_id)
        chosen = (
            sa.select(*columns).select_from(joined).where(s.indicator == indicator, s.year == year, s.month == month)
        )
        return chosen if basis is None else chosen.where(s.basis == basis)


def _places() -> list[sa.Column]:
    return [puskesmas.c.puskesmas_id, puskesmas.c.name, puskesmas.c.kabupaten]


def _names(connection: sa.Connection, puskesmas_id: int) -> dict[int, str]:
    own = sa.select(puskesmas.c.name).where(puskesmas.c.puskesmas_id == puskesmas_id)
    listed = sa.select(desa.c.desa_id, desa.c.desa).where(desa.c.puskesmas_id == puskesmas_id)
    return {0: connection.execute(own).scalar() or "", **dict(connection.execute(listed).cursor.fetchall())}


def _named(ids: np.ndarray, names: dict[int, str]) -> pd.api.extensions.ExtensionArray:
    """The names of these ids, by looking each one up once."""
    known, places = np.unique(ids.astype(np.int64), return_inverse=True)
    return pd.array([names.get(int(key), "") for key in known], dtype="str").take(places)


def _plain(value: object) -> object:
    return value.item() if hasattr(value, "item") else value
