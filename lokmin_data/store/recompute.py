"""Keeps what is derived from the accepted reports: current values, sums over the desa, who has reported, sasaran."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping

import sqlalchemy as sa

from lokmin_data.store.base import fetch
from lokmin_data.store.bulk import POSYANDU, insert_rows
from lokmin_data.store.compare import slices_condition
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

Cover = Iterable[tuple[int, str, int]]
ACCEPTED = "diterima"
UNDONE = "dibatalkan"
FROM_REPORT = "laporan"


def recompute_current(connection: sa.Connection, puskesmas_id: int, cover: Cover) -> None:
    """Rebuild the current values of these years, indicators and months from the accepted reports."""
    connection.execute(sa.delete(current_value).where(slices_condition(current_value, puskesmas_id, cover)))
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
        .where(slices_condition(observation, puskesmas_id, cover), report.c.status == ACCEPTED)
        .subquery()
    )
    newest = sa.select(*(history.c[name] for name in names)).where(history.c.place == 1)
    connection.execute(sa.insert(current_value).from_select(names, newest))


def recompute_sums(connection: sa.Connection, puskesmas_id: int, cover: Cover) -> None:
    """Rebuild the sums of these slices: over the desa, or the Puskesmas' own row where no desa has one.

    `numerator` and `denominator` are sums over the rows that have both; `measured` sums every numerator.
    """
    connection.execute(sa.delete(area_sum).where(slices_condition(area_sum, puskesmas_id, cover)))
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
        .where(slices_condition(current_value, puskesmas_id, cover))
        .group_by(*(c[name] for name in key), is_desa)
        .subquery()
    )
    names = [column.name for column in area_sum.columns]
    chosen = sa.select(*(sums.c[name] for name in names)).where(sums.c.place == 1)
    connection.execute(sa.insert(area_sum).from_select(names, chosen))


def recompute_reported(
    connection: sa.Connection, puskesmas_id: int, cover: Cover, programmes: Mapping[str, str]
) -> None:
    """Rebuild who has reported which programme in these years and months (indicator code -> programme)."""
    months_of: dict[int, set[int]] = {}
    for year, _, month in cover:
        months_of.setdefault(year, set()).add(month)
    for year, months in sorted(months_of.items()):
        old = (reported.c.puskesmas_id == puskesmas_id, reported.c.year == year, reported.c.month.in_(sorted(months)))
        connection.execute(sa.delete(reported).where(*old))
        c = current_value.c
        place = sa.and_(c.puskesmas_id == puskesmas_id, c.year == year, c.month.in_(sorted(months)))
        kinds = (c.month, c.indicator, c.desa_id)
        counted: Counter[tuple[int, str, int]] = Counter()
        for month, indicator, desa_id, count in fetch(connection, sa.select(*kinds, sa.func.count()).where(place).group_by(*kinds)):
            counted[month, programmes.get(indicator, ""), desa_id] += count
        fresh = [(month, programme, desa_id, count) for (month, programme, desa_id), count in counted.items()]
        ids = {"puskesmas_id": puskesmas_id, "year": year}
        insert_rows(connection, reported, ("month", "programme", "desa_id", "rows"), fresh, ids)


def recompute_sasaran(connection: sa.Connection, puskesmas_id: int, years: Iterable[int]) -> None:
    """Rebuild the sasaran of kind ``laporan`` of these years from the accepted reports, the newest one first."""
    years = sorted(set(years))
    r = report_sasaran.c
    place = sa.and_(sasaran.c.puskesmas_id == puskesmas_id, sasaran.c.year.in_(years), sasaran.c.kind == FROM_REPORT)
    connection.execute(sa.delete(sasaran).where(place))
    key = (r.puskesmas_id, r.year, r.population, r.sex, r.desa_id)
    newest = sa.func.row_number().over(partition_by=key, order_by=r.report_id.desc()).label("place")
    source = report.c.file_name + sa.literal(" ") + r.sheet + sa.literal("!") + r.cell
    same_report = sa.and_(report.c.puskesmas_id == r.puskesmas_id, report.c.report_id == r.report_id)
    rows = (
        sa.select(*key, r.value, source.label("source"), newest)
        .join(report, same_report)
        .where(r.puskesmas_id == puskesmas_id, r.year.in_(years), report.c.status == ACCEPTED)
        .subquery()
    )
    c = rows.c
    chosen = sa.select(
        c.puskesmas_id, c.year, c.population, sa.literal(FROM_REPORT), c.sex, c.desa_id, c.value, c.source
    )
    names = ["puskesmas_id", "year", "population", "kind", "sex", "desa_id", "value", "source"]
    connection.execute(sa.insert(sasaran).from_select(names, chosen.where(c.place == 1)))
