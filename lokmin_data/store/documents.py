"""Documents and action plans that several people edit: nobody's change is lost without being told."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

import numpy as np
import pandas as pd
import sqlalchemy as sa

from lokmin_data.store.base import Base, local_time, to_json
from lokmin_data.store.errors import Conflict, StoreError
from lokmin_data.store.schema import document, rtl, rtl_history

DOCUMENT_KINDS = ("agenda", "notulen", "hadir", "slides", "lokmin", "usg", "peta")
RTL_FIELDS = (
    "rtl_id", "puskesmas_id", "lokmin", "masalah", "penyebab", "kegiatan", "desa_ids", "indicator", "sasaran",
    "target_value", "baseline_x", "baseline_n", "baseline_year", "baseline_month", "penanggung_jawab", "sektor",
    "mulai", "selesai", "sumber_dana", "indikator_keberhasilan", "status", "bukti", "revision",
)  # fmt: skip
RTL_STATUS = ("belum", "proses", "selesai", "batal")
RTL_NUMBERS = ("target_value", "baseline_x", "baseline_n", "baseline_year", "baseline_month")
FIRST = 1


class Documents(Base):
    """Autosaved JSON documents and the rows of the RTL, both with a revision that a writer must know."""

    def load_document(self, puskesmas_id: int, kind: str, key: str) -> tuple[dict[str, Any], int]:
        """The document and its revision; an empty one with revision 0 where there is none yet."""
        place = _document_place(puskesmas_id, kind, key)
        rows = self.rows(sa.select(document.c.body, document.c.revision).where(place))
        return (json.loads(rows[0][0]), int(rows[0][1])) if rows else ({}, 0)

    def documents(self, puskesmas_id: int, kind: str) -> pd.DataFrame:
        """The documents of a kind: key, revision, changed_at (local), changed_by."""
        names = ("key", "revision", "changed_at", "changed_by")
        chosen = sa.select(*(document.c[name] for name in names)).order_by(document.c.key)
        rows = self.rows(chosen.where(document.c.puskesmas_id == puskesmas_id, document.c.kind == kind))
        return pd.DataFrame(
            [(key, revision, local_time(at), who) for key, revision, at, who in rows], columns=list(names)
        )

    def save_document(
        self, puskesmas_id: int, kind: str, key: str, body: Mapping[str, Any], revision: int, who: str
    ) -> int:
        """Store the document over `revision` (0: it is new) and return the new revision.

        Raises Conflict with the other's version where somebody saved in between.
        """
        place = _document_place(puskesmas_id, kind, key)

        def work(connection: sa.Connection) -> int:
            self.bump(connection, puskesmas_id, "work_version")
            d = document.c
            there = connection.execute(
                sa.select(d.body, d.revision, d.changed_by, d.changed_at).where(place)
            ).one_or_none()
            if (there.revision if there else 0) != revision:
                raise _conflict(json.loads(there.body) if there else {}, there)
            row = {"body": to_json(body), "revision": revision + 1, "changed_at": self.now_text(), "changed_by": who}
            if there:
                connection.execute(sa.update(document).where(place).values(row))
            else:
                connection.execute(sa.insert(document).values(**row, puskesmas_id=puskesmas_id, kind=kind, key=key))
            self.log(connection, puskesmas_id, who, f"simpan {kind}", f"{key} (revisi {revision + 1})")
            return revision + 1

        return self.write(work, puskesmas_id=puskesmas_id)

    # --- action plans ------------------------------------------------------------------------------------
    def rtl(self, puskesmas_id: int, *, lokmin: str | None = None) -> pd.DataFrame:
        """The action plans: RTL_FIELDS, further fields as stored, changed_at (local), changed_by; desa_ids a list."""
        chosen = sa.select(rtl.c.rtl_id, rtl.c.revision, rtl.c.body, rtl.c.changed_at, rtl.c.changed_by)
        chosen = chosen.where(rtl.c.puskesmas_id == puskesmas_id).order_by(rtl.c.rtl_id)
        return _rtl_table(puskesmas_id, self.rows(chosen if lokmin is None else chosen.where(rtl.c.lokmin == lokmin)))

    def rtl_history(self, rtl_id: int) -> pd.DataFrame:
        """Every revision of one action plan, newest first, in the columns of `rtl`."""
        h = rtl_history.c
        chosen = sa.select(h.puskesmas_id, h.rtl_id, h.revision, h.body, h.changed_at, h.changed_by)
        rows = self.rows(chosen.where(h.rtl_id == rtl_id).order_by(h.revision.desc()))
        return _rtl_table(rows[0][0] if rows else 0, [row[1:] for row in rows])

    def save_rtl(self, row: Mapping[str, Any], *, who: str) -> tuple[int, int]:
        """Store one action plan and return (rtl_id, revision).

        `row` needs puskesmas_id; without rtl_id it is a new one, else `revision` must be the one that was read:
        raises Conflict with the other's row where somebody saved in between.
        """
        return self.save_rtl_rows([row], who=who)[0]

    def save_rtl_rows(self, rows: list[Mapping[str, Any]], *, who: str) -> list[tuple[int, int]]:
        """Store several action plans of one Puskesmas: all of them or none."""
        clean = [_rtl_row(row) for row in rows]
        owners = {row["puskesmas_id"] for row in clean}
        if len(owners) != 1:
            raise StoreError("Rencana tindak lanjut yang disimpan bersama harus milik satu Puskesmas.")
        puskesmas_id = owners.pop()

        def work(connection: sa.Connection) -> list[tuple[int, int]]:
            self.bump(connection, puskesmas_id, "work_version")
            return [self._put_rtl(connection, row, who) for row in clean]

        return self.write(work, puskesmas_id=puskesmas_id)

    def _put_rtl(self, connection: sa.Connection, row: dict[str, Any], who: str) -> tuple[int, int]:
        rtl_id, puskesmas_id = row.pop("rtl_id"), row.pop("puskesmas_id")
        revision = int(row.pop("revision") or 0)
        key = {"puskesmas_id": puskesmas_id, "rtl_id": rtl_id or self.next_ids(connection, "rtl")[0]}
        place = sa.and_(*(rtl.c[name] == value for name, value in key.items()))
        there = connection.execute(sa.select(rtl).where(place)).one_or_none() if rtl_id else None
        if rtl_id and (there is None or there.revision != revision):
            raise _conflict(_rtl_body(puskesmas_id, there), there)
        known = json.loads(there.body) if there else {}
        body = known | row
        values = {
            "revision": revision + 1 if there else FIRST, "lokmin": str(body.get("lokmin") or ""), "status": body["status"],
            "selesai": str(body.get("selesai") or ""), "body": to_json(body), "changed_at": self.now_text(), "changed_by": who,
        }  # fmt: skip
        change = sa.update(rtl).where(place).values(values) if there else sa.insert(rtl).values(key | values)
        connection.execute(change)
        connection.execute(sa.insert(rtl_history).values(key | values))
        what = "ubah RTL" if there else "tambah RTL"
        self.log(connection, puskesmas_id, who, what, f"RTL {key['rtl_id']} (revisi {values['revision']})")
        return key["rtl_id"], values["revision"]


def _document_place(puskesmas_id: int, kind: str, key: str) -> sa.ColumnElement[bool]:
    return sa.and_(document.c.puskesmas_id == puskesmas_id, document.c.kind == kind, document.c.key == key)


def _conflict(theirs: dict[str, Any], there: sa.Row | None) -> Conflict:
    if there is None:
        return Conflict("Baris ini sudah tidak ada di simpanan. Muat ulang halaman.", {}, 0, "")
    when = local_time(there.changed_at)
    return Conflict(
        f"{there.changed_by} sudah menyimpan perubahan pada {when:%d-%m-%Y %H.%M}. Perubahan Anda belum disimpan; "
        "lihat versi terbaru, lalu simpan lagi.", theirs, there.revision, there.changed_by,
    )  # fmt: skip


def _rtl_row(row: Mapping[str, Any]) -> dict[str, Any]:
    clean = {str(name): _known(value) for name, value in row.items() if name not in ("changed_at", "changed_by")}
    if not clean.get("puskesmas_id"):
        raise StoreError("Rencana tindak lanjut harus milik sebuah Puskesmas.")
    if "desa_id" in clean:
        desa_id = clean.pop("desa_id")
        clean.setdefault("desa_ids", [] if desa_id is None else [int(desa_id)])
    if "desa_ids" in clean:
        clean["desa_ids"] = [int(desa_id) for desa_id in clean["desa_ids"] or ()]
    if clean.get("status") is None and not clean.get("rtl_id"):
        clean["status"] = RTL_STATUS[0]
    if "status" in clean and clean["status"] not in RTL_STATUS:
        raise StoreError(f"Status RTL '{clean['status']}' tidak dikenal; yang ada: {', '.join(RTL_STATUS)}.")
    ids = {name: int(clean[name]) if clean.get(name) else None for name in ("rtl_id", "puskesmas_id", "revision")}
    return clean | ids


def _known(value: Any) -> Any:
    """None for what pandas calls missing, plain Python for numpy's numbers."""
    if isinstance(value, (list, tuple, set, dict)):
        return list(value) if not isinstance(value, dict) else value
    if value is None or value is pd.NA or value is pd.NaT or value != value:
        return None
    return value.item() if hasattr(value, "item") else value


def _rtl_body(puskesmas_id: int, there: sa.Row | None) -> dict[str, Any]:
    if there is None:
        return {}
    return json.loads(there.body) | {"rtl_id": there.rtl_id, "puskesmas_id": puskesmas_id, "revision": there.revision}


def _rtl_table(puskesmas_id: int, rows: list[tuple[Any, ...]]) -> pd.DataFrame:
    records = [
        {"desa_ids": [], **json.loads(body), "rtl_id": rtl_id, "puskesmas_id": puskesmas_id, "revision": revision,
         "changed_at": local_time(at), "changed_by": who}
        for rtl_id, revision, body, at, who in rows
    ]  # fmt: skip
    further = [name for record in records for name in record]
    columns = list(dict.fromkeys((*RTL_FIELDS, *further, "changed_at", "changed_by")))
    return pd.DataFrame({name: _column(name, [record.get(name) for record in records]) for name in columns})


_TYPED = ("rtl_id", "puskesmas_id", "desa_ids", "revision", *RTL_NUMBERS)


def _column(name: str, values: list[Any]) -> Any:
    """Numbers as floats (NaN where none stands), texts without a missing one, all else as it is."""
    if name in RTL_NUMBERS:
        return np.array([_float(value) for value in values], dtype=float)
    if name in RTL_FIELDS and name not in _TYPED:
        return pd.Series(["" if value is None or value != value else value for value in values], dtype=object)
    return values


def _float(value: Any) -> float:
    try:
        return float(value)
    except (TypeError, ValueError):
        return float("nan")
