"""The steps of storing a report, within a running transaction."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping

import sqlalchemy as sa

from lokmin_data.model import Reading
from lokmin_data.reference import indicators, programmes
from lokmin_data.store.base import fetch, to_json
from lokmin_data.store.bulk import insert_rows, upsert_current
from lokmin_data.store.errors import StoreError
from lokmin_data.store.names import fold
from lokmin_data.store.places import put_alias
from lokmin_data.store.prepare import ROW_COLUMNS, SASARAN_COLUMNS, Places, Prepared
from lokmin_data.store.recompute import (
    ACCEPTED,
    recompute_current,
    recompute_reported,
    recompute_sasaran,
    recompute_sums,
)
from lokmin_data.store.schema import alias, desa, observation, puskesmas, record, report, report_sasaran


def read_places(connection: sa.Connection, puskesmas_id: int) -> Places:
    """The names that a Puskesmas knows; raises StoreError where there is no such Puskesmas."""
    own = connection.execute(sa.select(puskesmas.c.name).where(puskesmas.c.puskesmas_id == puskesmas_id)).scalar()
    if own is None:
        raise StoreError("Puskesmas itu tidak ada (lagi) di simpanan. Muat ulang halaman lalu pilih Puskesmas.")
    listed = fetch(connection, sa.select(desa.c.desa_id, desa.c.desa).where(desa.c.puskesmas_id == puskesmas_id))
    spelled = fetch(connection, sa.select(alias.c.folded, alias.c.desa_id).where(alias.c.puskesmas_id == puskesmas_id))
    ids = dict(spelled) | {fold(name): desa_id for desa_id, name in listed}
    return Places(ids=ids, names={0: own, **dict(listed)}, puskesmas=own)


def listed_areas(reading: Reading) -> list[str]:
    """The areas of a report that can become a desa list: the finest level that it prints, but no posyandu."""
    table = reading.observations
    for level in ("desa", "kecamatan", "puskesmas"):
        found = table.loc[table["level"] == level, "area"].drop_duplicates(keep="last") if len(table) else []
        areas = {fold(area): str(area).strip() for area in reversed(list(found))}
        if areas and (level == "desa" or len(areas) > 1):
            return list(reversed(list(areas.values())))
    return []


def keep_names(connection: sa.Connection, puskesmas_id: int, names: Mapping[str, int | None], places: Places) -> None:
    """Keep confirmed spellings as aliases."""
    for text, desa_id in names.items():
        if desa_id is not None and fold(text) != fold(places.names.get(desa_id, "")):
            put_alias(connection, puskesmas_id, text, int(desa_id))


def insert_report(
    connection: sa.Connection, ids: Mapping[str, int], reading: Reading, prepared: Prepared, stamp: Mapping[str, str]
) -> None:
    """Write the report, its observations and sasaran, and everything that is derived from them.

    `ids`: puskesmas_id and report_id; `stamp`: stored_at and stored_by.
    """
    puskesmas_id = ids["puskesmas_id"]
    programme_of = _programmes(connection, puskesmas_id)
    row = {**ids, **stamp, **_describe(reading, prepared, programme_of)}
    connection.execute(sa.insert(report).values(row))
    insert_rows(connection, observation, ROW_COLUMNS, prepared.rows, ids)
    upsert_current(connection, ROW_COLUMNS, prepared.rows, ids)
    insert_rows(connection, report_sasaran, SASARAN_COLUMNS, prepared.sasaran, ids)
    derive(connection, puskesmas_id, prepared.cover, prepared.sasaran_years, programme_of=programme_of)


def content(prepared: Prepared) -> str:
    """A fingerprint of what would be stored: the same file read in another way is another report."""
    digest = hashlib.sha256(repr(prepared.rows).encode())
    digest.update(repr(prepared.sasaran).encode())
    return digest.hexdigest()


def known_report(connection: sa.Connection, puskesmas_id: int, sha256: str, prepared: Prepared) -> int | None:
    """The accepted report of this very file and content, or None."""
    place = (report.c.puskesmas_id == puskesmas_id, report.c.status == ACCEPTED, report.c.sha256 == sha256)
    rows = fetch(connection, sa.select(report.c.report_id, report.c.content).where(*place))
    if not rows:
        return None
    own = content(prepared)
    return next((report_id for report_id, stored in rows if stored == own), None)


def nothing(reading: Reading, prepared: Prepared) -> str:
    """Why there is nothing to store."""
    if prepared.unknown_areas:
        names = ", ".join(list(prepared.unknown_areas)[:5])
        return f"Tidak ada yang disimpan dari {reading.file_name}: wilayahnya ({names}) tidak ada di daftar desa Puskesmas ini."
    if prepared.problems:
        return f"Tidak ada yang disimpan dari {reading.file_name}. {prepared.problems[0].message}"
    return f"Tidak ada angka yang dapat disimpan dari {reading.file_name}."


def _describe(reading: Reading, prepared: Prepared, programme_of: Mapping[str, str]) -> dict[str, object]:
    cover = prepared.cover
    found = {programme_of.get(indicator, "") for _, indicator, _ in cover} - {""}
    order = [code for code in programmes() if code in found] + sorted(found - set(programmes()))
    told = [problem.as_dict() for problem in (*reading.problems, *prepared.problems)]
    slices: dict[str, dict[str, list[int]]] = {}
    for year, indicator, month in cover:
        slices.setdefault(str(year), {}).setdefault(indicator, []).append(month)
    return {
        "file_name": reading.file_name, "sha256": reading.sha256, "content": content(prepared), "layout": reading.layout,
        "programme": ",".join(order), "status": ACCEPTED, "rows": len(prepared.entries), "problems": to_json(told),
        "months": ",".join(sorted({f"{year}-{month:02d}" for year, _, month in cover})),
        "cover": to_json({"slices": slices, "sasaran": prepared.sasaran_years}),
    }  # fmt: skip


def from_cover(text: str) -> list[tuple[int, str, int]]:
    """The (year, indicator, month) that a report says it covers."""
    slices = json.loads(text)["slices"]
    return [
        (int(year), code, month) for year, codes in slices.items() for code, months in codes.items() for month in months
    ]


def _programmes(connection: sa.Connection, puskesmas_id: int) -> dict[str, str]:
    place = (record.c.puskesmas_id == puskesmas_id, record.c.kind == "indicator")
    own = fetch(connection, sa.select(record.c.key, record.c.body).where(*place))
    built_in = {code: indicator.programme for code, indicator in indicators().items()}
    return built_in | {code: json.loads(body)["programme"] for code, body in own}


def derive(
    connection: sa.Connection,
    puskesmas_id: int,
    cover: list[tuple[int, str, int]],
    sasaran_years: list[int],
    rebuild: bool = False,
    programme_of: Mapping[str, str] | None = None,
) -> None:
    """Bring everything that follows from the reports up to date; `rebuild`: the current values too; `programme_of`:
    indicator code -> programme, looked up where it is not given."""
    if cover:
        if rebuild:
            recompute_current(connection, puskesmas_id, cover)
        recompute_sums(connection, puskesmas_id, cover)
        recompute_reported(connection, puskesmas_id, cover, programme_of or _programmes(connection, puskesmas_id))
    if sasaran_years:
        recompute_sasaran(connection, puskesmas_id, sasaran_years)
