"""Storing a report, taking it back, and the list of reports."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

import pandas as pd
import sqlalchemy as sa

from lokmin_data.model import Problem, Reading
from lokmin_data.reference import indicators, programmes
from lokmin_data.store.base import Base, fetch, frame, local_time, to_json
from lokmin_data.store.bulk import insert_rows, tuples, upsert_current
from lokmin_data.store.compare import Difference, covered, difference
from lokmin_data.store.errors import ReplacementNeeded, StoreError
from lokmin_data.store.names import fold
from lokmin_data.store.places import put_alias
from lokmin_data.store.prepare import ROW_COLUMNS, SASARAN_ROW_COLUMNS, Places, Prepared, prepare
from lokmin_data.store.recompute import (
    ACCEPTED,
    UNDONE,
    recompute_current,
    recompute_reported,
    recompute_sasaran,
    recompute_sums,
)
from lokmin_data.store.schema import alias, desa, observation, puskesmas, record, report, report_sasaran

REPORT_COLUMNS = (
    "report_id", "file_name", "sha256", "programme", "months", "stored_at", "stored_by", "status", "rows",
    "undone_at", "undone_by",
)  # fmt: skip


@dataclass(frozen=True)
class SaveResult:
    """What became of a report.  `known`: the same file was stored before and nothing was changed.

    `stored` new numbers, `replaced` numbers that differ from what was stored, `unchanged` equal ones, `skipped` rows
    that were not stored (why: `problems`), `missing` stored numbers of the same months that the report lacks (kept).
    """

    report_id: int
    stored: int
    replaced: int
    unchanged: int
    skipped: int
    missing: int = 0
    known: bool = False
    problems: tuple[Problem, ...] = ()


class Reports(Base):
    """Reports are written once; taking one back marks it and makes the earlier numbers current again."""

    def compare(
        self, reading: Reading, puskesmas_id: int, *, names: Mapping[str, int | None] | None = None
    ) -> Difference:
        """What storing the reading would change; writes nothing."""
        with self.reading() as connection:
            places = read_places(connection, puskesmas_id)
            prepared = prepare(reading, places, names)
            known = _known_report(connection, puskesmas_id, reading.sha256, _content(prepared))
            return replace(
                _difference(connection, puskesmas_id, prepared, places), known=known is not None, report_id=known
            )

    def save_report(
        self,
        reading: Reading,
        puskesmas_id: int,
        *,
        who: str,
        names: Mapping[str, int | None] | None = None,
        accept_replacement: bool = True,
        create_areas: bool = False,
        new_areas: Sequence[str] = (),
        remember_names: bool = True,
    ) -> SaveResult:
        """Store a reading in one transaction: all of it or nothing.

        `names`: area as printed -> desa_id (0 the Puskesmas itself, None leave it out); given names are remembered as
        aliases.  `create_areas`: where the Puskesmas has no desa list yet, the report's areas become it.
        `new_areas`: names of the report that become further desa of the list, in the same transaction.
        Raises ReplacementNeeded where numbers would change and `accept_replacement` is False, StoreError where
        there is nothing to store.
        """

        def work(connection: sa.Connection) -> SaveResult:
            if create_areas:
                self._create_areas(connection, reading, puskesmas_id, who)
            if new_areas:
                self._append_areas(connection, new_areas, puskesmas_id, who)
            places = read_places(connection, puskesmas_id)
            prepared = prepare(reading, places, names)
            known = _known_report(connection, puskesmas_id, reading.sha256, _content(prepared))
            if known is not None:
                return SaveResult(
                    known, 0, 0, len(prepared.rows), prepared.skipped, known=True, problems=prepared.problems
                )
            if prepared.rows.empty and prepared.sasaran.empty:
                raise StoreError(_nothing(reading, prepared))
            found = _difference(connection, puskesmas_id, prepared, places)
            if len(found.changed) and not accept_replacement:
                raise ReplacementNeeded(
                    f"{len(found.changed)} angka di berkas {reading.file_name} berbeda dari yang tersimpan. Periksa "
                    "perbedaannya, lalu setujui penggantian.", found,
                )  # fmt: skip
            if remember_names:
                self._remember(connection, puskesmas_id, names or {}, places)
            report_id = self._insert(connection, puskesmas_id, reading, prepared, who)
            counts = (len(found.new), len(found.changed), len(found.same), prepared.skipped, len(found.missing))
            self.log(connection, puskesmas_id, who, "simpan laporan", f"{reading.file_name} (laporan {report_id})")
            return SaveResult(report_id, *counts, problems=prepared.problems)

        return self.write(work, puskesmas_id=puskesmas_id)

    def undo_report(self, report_id: int, who: str) -> None:
        """Take a report back: its numbers give way to those of the newest report accepted before or after it."""
        puskesmas_id = self.puskesmas_of_report(report_id)

        def work(connection: sa.Connection) -> None:
            place = sa.and_(report.c.puskesmas_id == puskesmas_id, report.c.report_id == report_id)
            status, cover, name = connection.execute(
                sa.select(report.c.status, report.c.cover, report.c.file_name).where(place)
            ).one()
            if status == UNDONE:
                raise StoreError("Laporan ini sudah dibatalkan sebelumnya.")
            self.bump(connection, puskesmas_id)
            changes = {"status": UNDONE, "undone_at": self.now_text(), "undone_by": who}
            connection.execute(sa.update(report).where(place).values(changes))
            _derive(connection, puskesmas_id, _from_cover(cover), json.loads(cover)["sasaran"], rebuild=True)
            self.log(connection, puskesmas_id, who, "batalkan laporan", f"{name} (laporan {report_id})")

        self.write(work, puskesmas_id=puskesmas_id)

    def puskesmas_of_report(self, report_id: int) -> int:
        """Whose report it is; raises StoreError where there is none."""
        rows = self.rows(sa.select(report.c.puskesmas_id).where(report.c.report_id == report_id))
        if not rows:
            raise StoreError("Laporan itu tidak ada di simpanan.")
        return int(rows[0][0])

    def reports(self, puskesmas_id: int) -> pd.DataFrame:
        """The reports, newest first: REPORT_COLUMNS; months a list of "2026-03", programme a list of codes, times local."""
        chosen = sa.select(*(report.c[name] for name in REPORT_COLUMNS)).where(report.c.puskesmas_id == puskesmas_id)
        table = frame(self.rows(chosen.order_by(report.c.report_id.desc())), REPORT_COLUMNS)
        lists = {name: [text.split(",") if text else [] for text in table[name]] for name in ("months", "programme")}
        times = {name: [local_time(text) for text in table[name]] for name in ("stored_at", "undone_at")}
        return table.assign(**{name: pd.Series(values, dtype=object) for name, values in (lists | times).items()})

    def problems(self, report_id: int) -> list[dict[str, str]]:
        """The problems that were told when the report was stored, as `Problem.as_dict`."""
        rows = self.rows(sa.select(report.c.problems).where(report.c.report_id == report_id))
        return json.loads(rows[0][0]) if rows and rows[0][0] else []

    # --- the steps of a save -----------------------------------------------------------------------------
    def _create_areas(self, connection: sa.Connection, reading: Reading, puskesmas_id: int, who: str) -> None:
        there = connection.execute(
            sa.select(desa.c.desa_id).where(desa.c.puskesmas_id == puskesmas_id).limit(1)
        ).first()
        areas = listed_areas(reading)
        if there is None and areas:
            self.put_desa(connection, puskesmas_id, [{"desa": area, "active": 1} for area in areas])
            self.log(connection, puskesmas_id, who, "daftar desa dari laporan", ", ".join(areas))

    def _append_areas(self, connection: sa.Connection, areas: Sequence[str], puskesmas_id: int, who: str) -> None:
        chosen = sa.select(desa).where(desa.c.puskesmas_id == puskesmas_id).order_by(desa.c.position, desa.c.desa_id)
        there = [dict(row._mapping) for row in connection.execute(chosen)]
        known = {fold(row["desa"]) for row in there}
        fresh = [{"desa": area.strip(), "active": 1} for area in areas if fold(area) not in known]
        self.put_desa(connection, puskesmas_id, [*there, *fresh])
        self.log(connection, puskesmas_id, who, "tambah desa dari laporan", ", ".join(row["desa"] for row in fresh))

    def _remember(
        self, connection: sa.Connection, puskesmas_id: int, names: Mapping[str, int | None], places: Places
    ) -> None:
        for text, desa_id in names.items():
            if desa_id is not None and fold(text) != fold(places.names.get(desa_id, "")):
                put_alias(connection, puskesmas_id, text, int(desa_id))

    def _insert(
        self, connection: sa.Connection, puskesmas_id: int, reading: Reading, prepared: Prepared, who: str
    ) -> int:
        self.bump(connection, puskesmas_id)
        report_id = self.next_ids(connection, "report")[0]
        row = {"puskesmas_id": puskesmas_id, "report_id": report_id, "stored_at": self.now_text(), "stored_by": who}
        connection.execute(sa.insert(report).values(row | _describe(connection, puskesmas_id, reading, prepared)))
        ids = {"puskesmas_id": puskesmas_id, "report_id": report_id}
        columns = [*ids, *ROW_COLUMNS]
        rows = tuples(prepared.rows.assign(**ids), columns)
        insert_rows(connection, observation, columns, rows)
        upsert_current(connection, columns, rows)
        own = [*ids, *SASARAN_ROW_COLUMNS]
        insert_rows(connection, report_sasaran, own, tuples(prepared.sasaran.assign(**ids), own))
        _derive(connection, puskesmas_id, covered(prepared.rows), prepared.sasaran["year"].unique().tolist())
        return report_id


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


def _difference(connection: sa.Connection, puskesmas_id: int, prepared: Prepared, places: Places) -> Difference:
    return difference(connection, puskesmas_id, prepared, dict(places.names))


def _content(prepared: Prepared) -> str:
    """A fingerprint of what would be stored: the same file read in another way is another report."""
    digest = hashlib.sha256()
    for table, columns in ((prepared.rows, ROW_COLUMNS), (prepared.sasaran, SASARAN_ROW_COLUMNS)):
        digest.update(repr(sorted(map(repr, tuples(table, columns)))).encode())
    return digest.hexdigest()


def _known_report(connection: sa.Connection, puskesmas_id: int, sha256: str, content: str) -> int | None:
    place = (report.c.puskesmas_id == puskesmas_id, report.c.status == ACCEPTED, report.c.sha256 == sha256)
    return (
        connection.execute(sa.select(report.c.report_id).where(*place, report.c.content == content)).scalars().first()
    )


def _nothing(reading: Reading, prepared: Prepared) -> str:
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
        "file_name": reading.file_name, "sha256": reading.sha256, "content": _content(prepared), "layout": reading.layout,
        "programme": ",".join(order), "status": ACCEPTED, "rows": len(prepared.rows), "problems": to_json(told),
        "months": ",".join(sorted({f"{year}-{month:02d}" for year, _, month in cover})),
        "cover": to_json({"slices": slices, "sasaran": sorted(set(prepared.sasaran["year"].tolist()))}),
    }  # fmt: skip


def _from_cover(text: str) -> list[tuple[int, str, int]]:
    slices = json.loads(text)["slices"]
    return [
        (int(year), code, month) for year, codes in slices.items() for code, months in codes.items() for month in months
    ]


def _programmes(connection: sa.Connection, puskesmas_id: int) -> dict[str, str]:
    place = (record.c.puskesmas_id == puskesmas_id, record.c.kind == "indicator")
    own = fetch(connection, sa.select(record.c.key, record.c.body).where(*place))
    built_in = {code: indicator.programme for code, indicator in indicators().items()}
    return built_in | {code: json.loads(body)["programme"] for code, body in own}


def _derive(
    connection: sa.Connection,
    puskesmas_id: int,
    cover: list[tuple[int, str, int]],
    sasaran_years: list[int],
    rebuild: bool = False,
) -> None:
    if cover:
        if rebuild:
            recompute_current(connection, puskesmas_id, cover)
        recompute_sums(connection, puskesmas_id, cover)
        recompute_reported(connection, puskesmas_id, cover, _programmes(connection, puskesmas_id))
    if sasaran_years:
        recompute_sasaran(connection, puskesmas_id, sasaran_years)
