"""A district: the Puskesmas of one database side by side, with the same shape as the desa of one Puskesmas."""

from __future__ import annotations

from collections.abc import Collection

import pandas as pd
import sqlalchemy as sa

from lokmin_data.model import Panel
from lokmin_data.reference import default_settings, indicators
from lokmin_data.store.base import Base, frame
from lokmin_data.store.figures import OBSERVATIONS
from lokmin_data.store.schema import area_sum, puskesmas, reported, sasaran

NUMBERS = ("numerator", "denominator")
SUMS = ("desa_id", "desa", "indicator", "year", "month", "basis", "sex", *NUMBERS)


def load_district_panel(
    store: Base, year: int, month: int, codes: Collection[str] | None = None, *, kabupaten: str | None = None
) -> Panel:
    """A panel whose areas are the Puskesmas (desa_id = puskesmas_id): this and last year, from the sums kept at write time.

    Settings and targets are the built-in ones.  numerator and denominator are sums over the desa that have both;
    where no desa has a denominator the numerator is the sum of all.  Sasaran are sums over the desa, or the
    Puskesmas' own where no desa has one.
    """
    s, p = area_sum.c, puskesmas.c
    value = sa.func.coalesce(s.numerator, s.measured)
    joined = area_sum.join(puskesmas, p.puskesmas_id == s.puskesmas_id)
    chosen = sa.select(p.puskesmas_id, p.name, s.indicator, s.year, s.month, s.basis, s.sex, value, s.denominator)
    chosen = chosen.select_from(joined).where(s.year.in_((year - 1, year)))
    chosen = chosen if codes is None else chosen.where(s.indicator.in_(sorted(codes)))
    with store.reading():
        listed = store.puskesmas()
        own = listed if kabupaten is None else listed.loc[listed["kabupaten"] == kabupaten]
        ids = [int(key) for key in own["puskesmas_id"]]
        rows = store.rows(chosen.where(s.puskesmas_id.in_(ids)))
        people = _sasaran(store, ids)
    table = frame(rows, SUMS, NUMBERS).assign(percent=float("nan"), report_id=0, sheet="", cell="")
    areas = own.rename(columns={"puskesmas_id": "desa_id", "name": "desa"})[["desa_id", "desa"]].reset_index(drop=True)
    return Panel(table[list(OBSERVATIONS)], areas, people, (), default_settings(), indicators(), kabupaten or "")


def district_reported(store: Base, year: int) -> pd.DataFrame:
    """Who has reported in a district: puskesmas_id, programme, month, desa (how many of its desa)."""
    r = reported.c
    count = sa.func.count(sa.case((r.desa_id > 0, r.desa_id)).distinct())
    key = (r.puskesmas_id, r.programme, r.month)
    chosen = sa.select(*key, count).where(r.year == year).group_by(*key)
    return frame(store.rows(chosen), ("puskesmas_id", "programme", "month", "desa"))


def _sasaran(store: Base, ids: list[int]) -> pd.DataFrame:
    """Sasaran a Puskesmas, in the columns of `Store.sasaran`."""
    c = sasaran.c
    of_desa = sa.case((c.desa_id > 0, 1), else_=0)
    key = (c.puskesmas_id, c.population, c.sex, c.year, c.kind)
    best = sa.func.row_number().over(partition_by=key, order_by=of_desa.desc()).label("place")
    sums = sa.select(*key, sa.func.sum(c.value).label("value"), best).where(c.puskesmas_id.in_(ids))
    sums = sums.group_by(*key, of_desa).subquery()
    columns = ("desa_id", "population", "sex", "year", "kind", "value")
    names = ("puskesmas_id", *columns[1:])
    rows = store.rows(sa.select(*(sums.c[name] for name in names)).where(sums.c.place == 1))
    return frame(rows, columns, ("value",)).assign(source="jumlah desa")
