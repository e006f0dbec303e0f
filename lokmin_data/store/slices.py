"""The slices of a Puskesmas that a report speaks of, as a condition without its values: a statement is made once and asked with those of
each report."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import sqlalchemy as sa

#: (year, indicator, month) of each slice.
Cover = Iterable[tuple[int, str, int]]


def within(table: sa.Table, years: int) -> sa.ColumnElement[bool]:
    """The rows of a Puskesmas within the indicators and months of so many years (a rectangle a year: it may hold more); `values_of`
    gives what it is asked with."""
    parts = [
        sa.and_(
            table.c.year == sa.bindparam(f"year_{place}"),
            table.c.indicator.in_(sa.bindparam(f"indicators_{place}", expanding=True)),
            table.c.month.in_(sa.bindparam(f"months_{place}", expanding=True)),
        )
        for place in range(years)
    ]
    return sa.and_(table.c.puskesmas_id == sa.bindparam("of_puskesmas"), sa.or_(*parts) if parts else sa.false())


def values_of(puskesmas_id: int, cover: Cover) -> tuple[int, dict[str, Any]]:
    """(how many years a cover has, the values for `within`)."""
    years: dict[int, tuple[set[str], set[int]]] = {}
    for year, indicator, month in cover:
        indicators, months = years.setdefault(year, (set(), set()))
        indicators.add(indicator)
        months.add(month)
    values: dict[str, Any] = {"of_puskesmas": puskesmas_id}
    for place, (year, (indicators, months)) in enumerate(sorted(years.items())):
        values |= {f"year_{place}": year, f"indicators_{place}": sorted(indicators), f"months_{place}": sorted(months)}
    return len(years), values
