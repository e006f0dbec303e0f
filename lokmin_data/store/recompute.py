"""Keeps what is derived from the accepted reports: current values, sums over the desa, who has reported, sasaran."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from functools import cache

import sqlalchemy as sa

from lokmin_data.store.base import fetch
from lokmin_data.store.bulk import POSYANDU, insert_rows
from lokmin_data.store.schema import (
    OBSERVATION_KEY,
    area_sum,
    current_value,
    observation,
    report,
    report_sasaran,
    reported,
    sasaran,
)
from lokmin_data.store.slices import Cover, values_of, within

ACCEPTED = "diterima"
UNDONE = "dibatalkan"
FROM_REPORT = "laporan"


def recompute_current(connection: sa.Connection, puskesmas_id: int, cover: Cover) -> None:
    """Rebuild the current values of these years, indicators and months from the accepted reports."""
    years, values = values_of(puskesmas_id, cover)
    for statement in _current(years):
        connection.execute(statement, values)


@cache
def _current(years: int) -> tuple[sa.Executable, ...]:
    names = [column.name for column in current_value.columns]
    key = [observation.c[name] for name in ("puskesmas_id", *OBSERVATION_KEY)]
    first = sa.case((observation.c.level == POSYANDU, 1), else_=0)
    place = sa.func.row_number().over(partition_by=key, order_by=(first, observation.c.report_id.desc()))
    same_report = sa.and_(
        report.c.puskesmas_id == observation.c.puskesmas_id, report.c.report_id == observation.c.report_id
    )
    history = (
        sa.select(*(observation.c[name] for name in names), place.label("place"))
        .join(report, same_report)
        .where(within(observation, years), report.c.status == ACCEPTED)
        .subquery()
    )
    newest = sa.select(*(history.c[name] for name in names)).where(history.c.place == 1)
    return sa.delete(current_value).where(within(current_value, years)), sa.insert(current_value).from_select(names, newest)


def recompute_sums(connection: sa.Connection, puskesmas_id: int, cover: Cover) -> None:
    """Rebuild the sums of these slices: over the desa, or the Puskesmas' own row where no desa has one.

    `numerator` and `denominator` are sums over the rows that have both; `measured` sums every numerator.
    """
    years, values = values_of(puskesmas_id, cover)
    for statement in _sums(years):
        connection.execute(statement, values)


@cache
def _sums(years: int) -> tuple[sa.Executable, ...]:
    c = current_value.c
    key = ("puskesmas_id", "year", "indicator", "month", "basis", "sex")
    is_desa = sa.case((c.desa_id > 0, 1), else_=0)
    both = sa.and_(c.numerator.is_not(None), c.denominator.is_not(None))
    sums = (
        sa.select(
            *(c[name] for name in key),
            sa.func.sum(sa.case((both, c.numerator))).label("numerator"),
            sa.func.sum(sa.case((both, c.denominator))).label("denominator"),
            sa.func.sum(c.numerator).label("measured"),
            sa.func.sum(is_desa).label("areas"),
            sa.func.row_number().over(partition_by=[c[name] for name in key], order_by=is_desa.desc()).label("place"),
        )
        .where(within(current_value, years))
        .group_by(*(c[name] for name in key), is_desa)
        .subquery()
    )
    names = [column.name for column in area_sum.columns]
    chosen = sa.select(*(sums.c[name] for name in names)).where(sums.c.place == 1)
    return sa.delete(area_sum).where(within(area_sum, years)), sa.insert(area_sum).from_select(names, chosen)


def recompute_reported(
    connection: sa.Connection, puskesmas_id: int, cover: Cover, programmes: Mapping[str, str]
) -> None:
    """Rebuild who has reported which programme in these years and months (indicator code -> programme)."""
    months_of: dict[int, set[int]] = {}
    for year, _, month in cover:
        months_of.setdefault(year, set()).add(month)
    forget, count = _reported()
    for year, months in sorted(months_of.items()):
        place = {"of_puskesmas": puskesmas_id, "of_year": year, "months": sorted(months)}
        connection.execute(forget, place)
        counted: Counter[tuple[int, str, int]] = Counter()
        for month, indicator, desa_id, rows in fetch(connection, count, place):
            counted[month, programmes.get(indicator, ""), desa_id] += rows
        fresh = [(*where, rows) for where, rows in counted.items()]
        ids = {"puskesmas_id": puskesmas_id, "year": year}
        insert_rows(connection, reported, ("month", "programme", "desa_id", "rows"), fresh, ids)


@cache
def _reported() -> tuple[sa.Delete, sa.Select]:
    """(forgets who has reported in the months of a year, counts the rows of each month, indicator and desa)."""
    here = {"puskesmas_id": sa.bindparam("of_puskesmas"), "year": sa.bindparam("of_year")}
    months = sa.bindparam("months", expanding=True)
    old, c = reported.c, current_value.c
    forget = sa.delete(reported).where(*(old[name] == value for name, value in here.items()), old.month.in_(months))
    kinds = (c.month, c.indicator, c.desa_id)
    counts = sa.select(*kinds, sa.func.count()).where(*(c[name] == value for name, value in here.items()), c.month.in_(months))
    return forget, counts.group_by(*kinds)


def recompute_sasaran(connection: sa.Connection, puskesmas_id: int, years: Iterable[int]) -> None:
    """Rebuild the sasaran of kind ``laporan`` of these years from the accepted reports, the newest one first."""
    values = {"of_puskesmas": puskesmas_id, "years": sorted(set(years))}
    for statement in _sasaran():
        connection.execute(statement, values)


@cache
def _sasaran() -> tuple[sa.Executable, ...]:
    r, own, years = report_sasaran.c, sa.bindparam("of_puskesmas"), sa.bindparam("years", expanding=True)
    place = sa.and_(sasaran.c.puskesmas_id == own, sasaran.c.year.in_(years), sasaran.c.kind == FROM_REPORT)
    key = (r.puskesmas_id, r.year, r.population, r.sex, r.desa_id)
    newest = sa.func.row_number().over(partition_by=key, order_by=r.report_id.desc()).label("place")
    source = report.c.file_name + sa.literal(" ") + r.sheet + sa.literal("!") + r.cell
    same_report = sa.and_(report.c.puskesmas_id == r.puskesmas_id, report.c.report_id == r.report_id)
    rows = (
        sa.select(*key, r.value, source.label("source"), newest)
        .join(report, same_report)
        .where(r.puskesmas_id == own, r.year.in_(years), report.c.status == ACCEPTED)
        .subquery()
    )
    c = rows.c
    chosen = sa.select(
        c.puskesmas_id, c.year, c.population, sa.literal(FROM_REPORT), c.sex, c.desa_id, c.value, c.source
    )
    names = ["puskesmas_id", "year", "population", "kind", "sex", "desa_id", "value", "source"]
    return sa.delete(sasaran).where(place), sa.insert(sasaran).from_select(names, chosen.where(c.place == 1))
