"""The steps of storing a report, within a running transaction."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping

import sqlalchemy as sa

from lokmin_data.model import Reading
from lokmin_data.reference import indicators, programmes
from lokmin_data.store.base import fetch, to_json
from lokmin_data.store.bulk import insert_rows, tuples, upsert_current
from lokmin_data.store.compare import covered
from lokmin_data.store.errors import StoreError
from lokmin_data.store.names import fold
from lokmin_data.store.places import put_alias
from lokmin_data.store.prepare import ROW_COLUMNS, SASARAN_ROW_COLUMNS, Places, Prepared
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
        found = table.loc[table["level"] == level, "area"] if len(table) else []
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
    row = {**ids, **stamp, **_describe(connection, puskesmas_id, reading, prepared)}
    connection.execute(sa.insert(report).values(row))
    columns = [*ids, *ROW_COLUMNS]
    rows = tuples(prepared.rows.assign(**ids), columns)
    insert_rows(connection, observation, columns, rows)
    upsert_current(connection, columns, rows)
    own = [*ids, *SASARAN_ROW_COLUMNS]
    insert_rows(connection, report_sasaran, own, tuples(prepared.sasaran.assign(**ids), own))
    derive(connection, puskesmas_id, covered(prepared.rows), prepared.sasaran["year"].unique().tolist())


def content(prepared: Prepared) -> str:
    """A fingerprint of what would be stored: the same file read in another way is another report."""
    digest = hashlib.sha256()
    for table, columns in ((prepared.rows, ROW_COLUMNS), (prepared.sasaran, SASARAN_ROW_COLUMNS)):
        digest.update(repr(sorted(map(repr, tuples(table, columns)))).encode())
    return digest.hexdigest()


def known_report(connection: sa.Connection, puskesmas_id: int, sha256: str, content: str) -> int | None:
    """The accepted report of this very file and content, or None."""
    place = (report.c.puskesmas_id == puskesmas_id, report.c.status == ACCEPTED, report.c.sha256 == sha256)
    return (
        connection.execute(sa.select(report.c.report_id).where(*place, report.c.content == content)).scalars().first()
    )


def nothing(reading: Reading, prepared: Prepared) -> str:
    """Why there is nothing to store."""
    if prepared.unknown_areas:
        names = ", ".join(list(prepared.unknown_areas)[:5])
        return f"Tidak ada yang disimpan dari {reading.file_name}: wilayahnya ({names}) tidak ada di daftar desa Puskesmas ini."
    if prepared.problems:
        return f"Tidak ada yang disimpan dari {reading.file_name}. {prepared.problems[0].message}"
    return f"Tidak ada angka yang dapat disimpan dari {reading.file_name}."


def _describe(connection: sa.Connection, puskesmas_id: int, reading: Reading, prepared: Prepared) -> dict[str, object]:
    cover = covered(prepared.rows)
    of_indicator = _programmes(connection, puskesmas_id)
    found = {of_indicator.get(indicator, "") for _, indicator, _ in cover} - {""}
    order = [code for code in programmes() if code in found] + sorted(found - set(programmes()))
    told = [problem.as_dict() for problem in (*reading.problems, *prepared.problems)]
    slices: dict[str, dict[str, list[int]]] = {}
    for year, indicator, month in cover:
        slices.setdefault(str(year), {}).setdefault(indicator, []).append(month)
    return {
        "file_name": reading.file_name, "sha256": reading.sha256, "content": content(prepared), "layout": reading.layout,
        "programme": ",".join(order), "status": ACCEPTED, "rows": len(prepared.rows), "problems": to_json(told),
        "months": ",".join(sorted({f"{year}-{month:02d}" for year, _, month in cover})),
        "cover": to_json({"slices": slices, "sasaran": sorted(set(prepared.sasaran["year"].tolist()))}),
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
) -> None:
    """Bring everything that follows from the reports up to date; `rebuild`: the current values too."""
    if cover:
        if rebuild:
            recompute_current(connection, puskesmas_id, cover)
        recompute_sums(connection, puskesmas_id, cover)
        recompute_reported(connection, puskesmas_id, cover, _programmes(connection, puskesmas_id))
    if sasaran_years:
        recompute_sasaran(connection, puskesmas_id, sasaran_years)
