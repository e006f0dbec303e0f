"""Storing a report, taking it back, and the list of reports."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

import pandas as pd
import sqlalchemy as sa

from lokmin_data.model import Problem, Reading
from lokmin_data.store.base import frame, local_time
from lokmin_data.store.compare import Difference, difference
from lokmin_data.store.errors import ReplacementNeeded, StoreError
from lokmin_data.store.names import fold
from lokmin_data.store.places import Places
from lokmin_data.store.prepare import Prepared, prepare
from lokmin_data.store.recompute import UNDONE
from lokmin_data.store.saving import (
    derive,
    from_cover,
    insert_report,
    keep_names,
    known_report,
    listed_areas,
    nothing,
    read_places,
)
from lokmin_data.store.schema import desa, report

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
    puskesmas_id: int = 0


class Reports(Places):
    """Reports are written once; taking one back marks it and makes the earlier numbers current again."""

    def compare(
        self, reading: Reading, puskesmas_id: int, *, names: Mapping[str, int | None] | None = None
    ) -> Difference:
        """What storing the reading would change; writes nothing."""
        with self.reading() as connection:
            places = read_places(connection, puskesmas_id)
            prepared = prepare(reading, places, names)
            known = known_report(connection, puskesmas_id, reading.sha256, prepared)
            found = difference(connection, puskesmas_id, prepared, dict(places.names))
            return replace(found, known=known is not None, report_id=known)

    def save_report(
        self,
        reading: Reading,
        puskesmas_id: int | None,
        *,
        who: str,
        names: Mapping[str, int | None] | None = None,
        accept_replacement: bool = True,
        create_areas: bool = False,
        new_areas: Sequence[str] = (),
        remember_names: bool = True,
        new_puskesmas: Mapping[str, str] | None = None,
    ) -> SaveResult:
        """Store a reading in one transaction: all of it or nothing.

        `names`: area as printed -> desa_id (0 the Puskesmas itself, None leave it out); given names are remembered as
        aliases.  `create_areas`: where the Puskesmas has no desa list yet, the report's areas become it.
        `new_areas`: names of the report that become further desa of the list, in the same transaction.
        `puskesmas_id` None: `new_puskesmas` (name, kecamatan, kabupaten ...) is added in the same transaction.
        Raises ReplacementNeeded where numbers would change and `accept_replacement` is False, StoreError where
        there is nothing to store.
        """

        def work(connection: sa.Connection) -> SaveResult:
            owner = puskesmas_id
            if owner is None:
                owner = self.put_puskesmas(connection, new_puskesmas or {}, who)
            if create_areas:
                self._create_areas(connection, reading, owner, who)
            if new_areas:
                self._append_areas(connection, new_areas, owner, who)
            places = read_places(connection, owner)
            prepared = prepare(reading, places, names)
            known = known_report(connection, owner, reading.sha256, prepared)
            if known is not None:
                return _unchanged(owner, known, prepared)
            if not prepared.entries and not prepared.sasaran:
                raise StoreError(nothing(reading, prepared))
            found = difference(connection, owner, prepared, dict(places.names))
            if found.changed_keys and not accept_replacement:
                raise _needs_consent(reading, found)
            if remember_names:
                keep_names(connection, owner, names or {}, places)
            return self._insert(connection, owner, reading, prepared, found, who)

        return self.write(work, puskesmas_id=puskesmas_id or 0)

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
            derive(connection, puskesmas_id, from_cover(cover), json.loads(cover)["sasaran"], rebuild=True)
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
        areas = listed_areas(reading) if there is None else []
        if areas:
            self.put_desa(connection, puskesmas_id, [{"desa": area, "active": 1} for area in areas])
            self.log(connection, puskesmas_id, who, "daftar desa dari laporan", ", ".join(areas))

    def _append_areas(self, connection: sa.Connection, areas: Sequence[str], puskesmas_id: int, who: str) -> None:
        chosen = sa.select(desa).where(desa.c.puskesmas_id == puskesmas_id).order_by(desa.c.position, desa.c.desa_id)
        there = [dict(row._mapping) for row in connection.execute(chosen)]
        known = {fold(row["desa"]) for row in there}
        fresh = [{"desa": area.strip(), "active": 1} for area in areas if fold(area) not in known]
        self.put_desa(connection, puskesmas_id, [*there, *fresh])
        self.log(connection, puskesmas_id, who, "tambah desa dari laporan", ", ".join(row["desa"] for row in fresh))

    def _insert(
        self,
        connection: sa.Connection,
        puskesmas_id: int,
        reading: Reading,
        prepared: Prepared,
        found: Difference,
        who: str,
    ) -> SaveResult:
        self.bump(connection, puskesmas_id)
        report_id = self.next_ids(connection, "report")[0]
        ids = {"puskesmas_id": puskesmas_id, "report_id": report_id}
        insert_report(connection, ids, reading, prepared, {"stored_at": self.now_text(), "stored_by": who})
        self.log(connection, puskesmas_id, who, "simpan laporan", f"{reading.file_name} (laporan {report_id})")
        keys = (found.new_keys, found.changed_keys, found.same_keys)
        counts = (*map(len, keys), prepared.skipped, len(found.missing_keys))
        return SaveResult(report_id, *counts, problems=prepared.problems, puskesmas_id=puskesmas_id)


def _unchanged(puskesmas_id: int, report_id: int, prepared: Prepared) -> SaveResult:
    counts = {"stored": 0, "replaced": 0, "unchanged": len(prepared.entries), "skipped": prepared.skipped}
    return SaveResult(report_id, **counts, known=True, problems=prepared.problems, puskesmas_id=puskesmas_id)


def _needs_consent(reading: Reading, found: Difference) -> ReplacementNeeded:
    return ReplacementNeeded(
        f"{len(found.changed_keys)} angka di berkas {reading.file_name} berbeda dari yang tersimpan. Periksa perbedaannya, "
        "lalu setujui penggantian.",
        found,
    )
