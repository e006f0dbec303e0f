"""What a Puskesmas confirmed of its forms of reports: meanings of columns and corrections, kept and forgotten again."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import sqlalchemy as sa

from lokmin_data.model import correction_key, with_corrections
from lokmin_data.store.base import fetch, local_time, to_json
from lokmin_data.store.errors import StoreError
from lokmin_data.store.schema import record, report
from lokmin_data.store.settings import Settings

Body = dict[str, Any]
Line = tuple[str, str]
KIND = "memory"
IGNORED = "ignore"
#: Letters of one line of the audit at most.
LONGEST_LINE = 400
#: Ten digits and more, also with blanks, points and dashes between them: a NIK, a family card, a telephone.
_LONG_NUMBER = re.compile(r"[0-9](?:[ .\-]?[0-9]){9,}")


@dataclass(frozen=True)
class Form:
    """One form of report as remembered: `columns` head or title -> code (or "ignore"), `corrections` as the reader takes
    them, `file_name` of the newest report in that form (empty: none is stored), when and by whom it last changed."""

    layout: str
    columns: Mapping[str, str]
    corrections: tuple[Mapping[str, Any], ...]
    file_name: str
    changed_at: datetime | None
    changed_by: str


class Remembering(Settings):
    """The memory of forms; every change is in the audit, one line for each meaning or correction."""

    def save_memory(self, puskesmas_id: int, layout: str, confirmed: Mapping[str, Any], who: str) -> None:
        """Remember what was confirmed for a layout beside what was remembered before; the newer wins.

        Raises StoreError where the reason of a correction holds the number of a person.
        """
        for correction in confirmed.get("corrections", ()):
            if any(has_long_number(str(correction.get(name, ""))) for name in ("why", "by")):
                raise StoreError("Alasan koreksi memuat nomor panjang seperti NIK. Tulis alasannya tanpa nomor orang.")

        def change(body: Body) -> tuple[Body, list[Line]]:
            return _with(body, confirmed), [("ingat tata letak", layout), *_told(body, confirmed)]

        self._change_memory(puskesmas_id, layout, change, who)

    def forget_meaning(self, puskesmas_id: int, layout: str, head: str, who: str) -> None:
        """Forget what a column or title means, so that it is asked again; raises StoreError where nobody remembers it."""

        def change(body: Body) -> tuple[Body, list[Line]]:
            columns = {name: code for name, code in body.get("columns", {}).items() if name != head}
            if len(columns) == len(body.get("columns", {})):
                raise StoreError("Arti kolom itu sudah dihapus sebelumnya. Muat ulang halaman ini.")
            return {**body, "columns": columns}, [("lupakan arti kolom", _meaning(head, body["columns"][head]))]

        self._change_memory(puskesmas_id, layout, change, who)

    def forget_correction(self, puskesmas_id: int, layout: str, correction: Mapping[str, Any], who: str) -> None:
        """Take a correction away; numbers that were stored with it stay.  Raises StoreError where there is none such."""

        def change(body: Body) -> tuple[Body, list[Line]]:
            kept = [each for each in body.get("corrections", []) if correction_key(each) != correction_key(correction)]
            if len(kept) == len(body.get("corrections", [])):
                raise StoreError("Koreksi itu sudah dihapus sebelumnya. Muat ulang halaman ini.")
            gone = next(each for each in body["corrections"] if correction_key(each) == correction_key(correction))
            return {**body, "corrections": kept}, [("hapus koreksi", correction_line(gone))]

        self._change_memory(puskesmas_id, layout, change, who)

    def remembered_forms(self, puskesmas_id: int) -> list[Form]:
        """Everything remembered of this Puskesmas' forms, the last changed first."""
        chosen = sa.select(record.c.key, record.c.body, record.c.changed_at, record.c.changed_by).where(
            record.c.puskesmas_id == puskesmas_id, record.c.kind == KIND
        )
        named = sa.select(report.c.layout, report.c.file_name).where(report.c.puskesmas_id == puskesmas_id)
        files = dict(self.rows(named.order_by(report.c.report_id)))  # the newest of a form stays
        return [
            Form(
                layout, body.get("columns", {}), tuple(body.get("corrections", ())), files.get(layout, ""), local_time(at), who,
            )
            for layout, text, at, who in self.rows(chosen.order_by(record.c.changed_at.desc(), record.c.key))
            if (body := json.loads(text)).get("columns") or body.get("corrections")
        ]  # fmt: skip

    def _change_memory(
        self, puskesmas_id: int, layout: str, change: Callable[[Body], tuple[Body, list[Line]]], who: str
    ) -> None:
        place = sa.and_(record.c.puskesmas_id == puskesmas_id, record.c.kind == KIND, record.c.key == layout)

        def work(connection: sa.Connection) -> None:
            self.bump(connection, puskesmas_id)
            old = fetch(connection, sa.select(record.c.body).where(place))
            new, lines = change(json.loads(old[0][0]) if old else {})
            connection.execute(sa.delete(record).where(place))
            row = {"puskesmas_id": puskesmas_id, "kind": KIND, "key": layout, "body": to_json(new)}
            connection.execute(sa.insert(record).values(**row, changed_at=self.now_text(), changed_by=who))
            for what, detail in lines:
                self.log(connection, puskesmas_id, who, what, detail)

        self.write(work, puskesmas_id=puskesmas_id)


def has_long_number(text: str) -> bool:
    """True where a text holds ten digits or more in a row, however they are grouped: no count is as long, a NIK is."""
    return bool(_LONG_NUMBER.search(text))


def correction_line(correction: Mapping[str, Any]) -> str:
    """A correction as the audit tells it; without its reason, which is free text and could not be taken back there."""
    reach = "hanya satu berkas" if correction.get("sha256") else "bentuk laporan ini"
    old, new = (_number(correction.get(name)) for name in ("expected", "value"))
    return _short(f"lembar '{correction.get('sheet')}' sel {correction.get('cell')}: {old} → {new} ({reach}), oleh {correction.get('by')}")


def _with(body: Body, confirmed: Mapping[str, Any]) -> Body:
    """The body with what was confirmed: columns by head, corrections by what they are about."""
    new: Body = {**body, **confirmed}
    if "columns" in body or "columns" in confirmed:
        new["columns"] = {**body.get("columns", {}), **confirmed.get("columns", {})}
    if "corrections" in body or "corrections" in confirmed:
        new["corrections"] = with_corrections(body.get("corrections", ()), confirmed.get("corrections", ()))
    return new


def _told(body: Body, confirmed: Mapping[str, Any]) -> list[Line]:
    """The audit's lines of what is new."""
    known = body.get("columns", {})
    lines = [
        ("ingat arti kolom", _meaning(head, code)) for head, code in confirmed.get("columns", {}).items() if known.get(head) != code
    ]
    there = body.get("corrections", [])
    return lines + [("simpan koreksi", correction_line(each)) for each in confirmed.get("corrections", ()) if each not in there]


def _meaning(head: str, code: str) -> str:
    return _short(f"'{head}': {'diabaikan' if code == IGNORED else code}")


def _number(value: object) -> str:
    return "kosong" if value is None else str(value).replace(".", ",") if value.__class__ is float else str(value)


def _short(text: str) -> str:
    return text if len(text) <= LONGEST_LINE else text[: LONGEST_LINE - 1] + "…"
