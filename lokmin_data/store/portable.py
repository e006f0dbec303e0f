"""One Puskesmas' whole state as one file: from a laptop to a server and back.

The file is gzip-compressed JSON: what it is, the release's schema, counts, a checksum, and the rows of every table
of that Puskesmas.  Ids are given anew where it is imported; in JSON bodies every ``desa_id(s)``, ``report_id``,
``rtl_id`` and ``puskesmas_id`` is changed along.
"""

from __future__ import annotations

import gzip
import hashlib
import json
from collections.abc import Callable, Mapping
from typing import Any

import sqlalchemy as sa

from lokmin_data.store.base import Base, to_json
from lokmin_data.store.bulk import insert_rows
from lokmin_data.store.errors import StoreError
from lokmin_data.store.migrate import HEAD
from lokmin_data.store.names import fold
from lokmin_data.store.schema import STATE_TABLES
from lokmin_data.store.schema import puskesmas as puskesmas_table
from lokmin_data.store.transfer import batches, columns_of, from_plain_json, to_plain_json

FORMAT = "lokmin-puskesmas"
#: Bytes of an import file at most, before and after it is unpacked.
LARGEST_FILE = 200_000_000
LARGEST_UNPACKED = 2_000_000_000
#: Ids in columns and JSON bodies, and the counter that gives new ones.
IDS = {
    "puskesmas_id": "puskesmas",
    "desa_id": "desa",
    "desa_ids": "desa",
    "report_id": "report",
    "rtl_id": "rtl",
    "audit_id": "audit",
}
JSON_COLUMNS = {"body"}
#: This desa id is no desa but the Puskesmas itself, everywhere.
KEPT_IDS = {("desa", 0)}

Renumber = Callable[[str, Any], Any]


class Portable(Base):
    """Export and import of one Puskesmas."""

    def export_puskesmas(self, puskesmas_id: int, who: str) -> bytes:
        """The Puskesmas' whole state as one file (.json.gz)."""
        with self.reading() as connection:
            tables = {
                table.name: {"columns": columns_of(table), "rows": _rows(connection, table, puskesmas_id)}
                for table in STATE_TABLES
            }
        if not tables["puskesmas"]["rows"]:
            raise StoreError("Puskesmas itu tidak ada (lagi) di simpanan.")
        self.write(lambda connection: self.log(connection, puskesmas_id, who, "ekspor puskesmas"))
        body = json.dumps(tables, ensure_ascii=False, separators=(",", ":"))
        head = {
            "format": FORMAT, "schema": HEAD, "made_at": self.now_text(),
            "counts": {name: len(table["rows"]) for name, table in tables.items()},
            "sha256": hashlib.sha256(body.encode()).hexdigest(),
        }  # fmt: skip
        return gzip.compress(f'{{"head":{json.dumps(head)},"tables":{body}}}'.encode(), mtime=0)

    def import_puskesmas(self, data: bytes, who: str, *, name: str | None = None) -> int:
        """Add the Puskesmas of an export and return its new id; all of it or nothing.

        `name`: call it so here.  Raises StoreError where the file is not whole, of another release's schema, or
        where a Puskesmas of that name and kabupaten is here already.
        """
        tables = _checked(data)

        def work(connection: sa.Connection) -> int:
            own = dict(zip(tables["puskesmas"]["columns"], tables["puskesmas"]["rows"][0], strict=True))
            own["name"] = name or own["name"]
            self._refuse_known(connection, own["name"], own["kabupaten"])
            tables["puskesmas"]["rows"] = [list(own.values())]
            renumber = self._renumbering(connection, tables)
            for table in STATE_TABLES:
                names = tables[table.name]["columns"]
                rows = [_renumbered(names, row, renumber) for row in from_plain_json(tables[table.name]["rows"])]
                insert_rows(connection, table, names, rows)
            puskesmas_id = renumber("puskesmas_id", own["puskesmas_id"])
            self.log(connection, puskesmas_id, who, "impor puskesmas", own["name"])
            return puskesmas_id

        return self.write(work)

    def _refuse_known(self, connection: sa.Connection, name: str, kabupaten: str) -> None:
        here = connection.execute(sa.select(puskesmas_table.c.name, puskesmas_table.c.kabupaten)).all()
        if any((fold(a), fold(b)) == (fold(name), fold(kabupaten)) for a, b in here):
            raise StoreError(
                f"Puskesmas '{name}' sudah ada di simpanan ini. Impor dengan nama lain, atau pakai yang ada."
            )

    def _renumbering(self, connection: sa.Connection, tables: Mapping[str, Any]) -> Renumber:
        """A function from (name of the id, old id) to the new id."""
        old: dict[str, dict[int, int]] = {}
        for table, column in (
            ("puskesmas", "puskesmas_id"),
            ("desa", "desa_id"),
            ("report", "report_id"),
            ("rtl", "rtl_id"),
            ("audit", "audit_id"),
        ):
            place = tables[table]["columns"].index(column)
            ids = sorted({row[place] for row in tables[table]["rows"]})
            old[IDS[column]] = (
                dict(zip(ids, self.next_ids(connection, IDS[column], len(ids)), strict=True)) if ids else {}
            )

        def renumber(name: str, value: Any) -> Any:
            kind = IDS[name]
            if isinstance(value, list):
                return [renumber(name, one) for one in value]
            if not isinstance(value, int) or (kind, value) in KEPT_IDS:
                return value
            return old[kind].get(value, value)

        return renumber


def _rows(connection: sa.Connection, table: sa.Table, puskesmas_id: int) -> list[list[Any]]:
    return [row for part in batches(connection, table, puskesmas_id) for row in to_plain_json(part)]


def _renumbered(names: list[str], row: tuple[Any, ...], renumber: Renumber) -> tuple[Any, ...]:
    new = []
    for name, value in zip(names, row, strict=True):
        if name in IDS:
            value = renumber(name, value)
        elif name in JSON_COLUMNS and isinstance(value, str) and value:
            value = to_json(_walk(json.loads(value), renumber))
        new.append(value)
    return tuple(new)


def _walk(value: Any, renumber: Renumber) -> Any:
    if isinstance(value, dict):
        return {key: renumber(key, item) if key in IDS else _walk(item, renumber) for key, item in value.items()}
    return [_walk(item, renumber) for item in value] if isinstance(value, list) else value


def _checked(data: bytes) -> dict[str, Any]:
    text = _unpacked(data)
    try:
        whole = json.loads(text)
        head, tables = whole["head"], whole["tables"]
        body = json.dumps(tables, ensure_ascii=False, separators=(",", ":"))
        intact = head["format"] == FORMAT and head["sha256"] == hashlib.sha256(body.encode()).hexdigest()
        counts = {name: len(table["rows"]) for name, table in tables.items()}
    except (ValueError, KeyError, TypeError, RecursionError) as error:
        raise StoreError("Berkas ini bukan ekspor Puskesmas dari Dasbor Lokmin.") from error
    if not intact or counts != head["counts"]:
        raise StoreError("Berkas ekspor ini tidak utuh (jumlah periksa tidak cocok). Buat ekspor baru dari sumbernya.")
    if head["schema"] != HEAD:
        raise StoreError("Ekspor ini dibuat oleh versi aplikasi yang lain. Perbarui kedua aplikasi, lalu ekspor lagi.")
    if any(
        sorted(tables.get(table.name, {}).get("columns", ())) != sorted(columns_of(table)) for table in STATE_TABLES
    ):
        raise StoreError("Isi berkas ekspor ini tidak dikenal.")
    return tables


def _unpacked(data: bytes) -> bytes:
    too_large = StoreError("Berkas ekspor terlalu besar.")
    if len(data) > LARGEST_FILE:
        raise too_large
    try:
        import io

        with gzip.GzipFile(fileobj=io.BytesIO(data)) as file:
            text = file.read(LARGEST_UNPACKED + 1)
    except (OSError, EOFError) as error:
        raise StoreError("Berkas ini bukan ekspor Puskesmas dari Dasbor Lokmin, atau tidak utuh.") from error
    if len(text) > LARGEST_UNPACKED:
        raise too_large
    return text
