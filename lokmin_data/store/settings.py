"""What a Puskesmas set for itself: settings, own indicators, confirmed layouts, logo, map."""

from __future__ import annotations

import copy
import json
from collections.abc import Mapping
from dataclasses import asdict
from functools import cache
from typing import Any

import sqlalchemy as sa

from lokmin_data.model import Indicator
from lokmin_data.reference import default_settings, indicators
from lokmin_data.store.base import Base, to_json
from lokmin_data.store.errors import StoreError
from lokmin_data.store.schema import attachment, record

#: Bytes of a logo or a map file at most.
LARGEST_ATTACHMENT = 10_000_000


class Settings(Base):
    """Records that a Puskesmas keeps as JSON, and its small files."""

    def settings(self, puskesmas_id: int) -> dict[str, Any]:
        """The defaults of `setelan.toml` with the Puskesmas' own values over them."""
        own = self._records(puskesmas_id, "setting").get("", {})
        return merged(copy.deepcopy(_defaults()), own)

    def save_settings(self, puskesmas_id: int, settings: Mapping[str, Any], who: str) -> None:
        """Store settings over the present ones, section by section; what is not named stays."""
        self._put_record(puskesmas_id, "setting", "", settings, who, "simpan setelan", merge=True)

    def own_indicators(self, puskesmas_id: int) -> list[Indicator]:
        """The indicators that this Puskesmas added."""
        return [_indicator(body) for body in self._records(puskesmas_id, "indicator").values()]

    def indicators(self, puskesmas_id: int) -> dict[str, Indicator]:
        """The built-in indicators and the Puskesmas' own, by code."""
        return indicators(self.own_indicators(puskesmas_id))

    def save_indicator(self, puskesmas_id: int, indicator: Indicator, who: str) -> None:
        """Add or change an own indicator; raises StoreError where the code is a built-in one or is empty."""
        if not indicator.code.strip() or indicator.code in indicators():
            raise StoreError(f"Kode indikator '{indicator.code}' kosong atau sudah dipakai indikator bawaan.")
        self._put_record(puskesmas_id, "indicator", indicator.code, asdict(indicator), who, "simpan indikator")

    def remove_indicator(self, puskesmas_id: int, code: str, who: str) -> None:
        """Take an own indicator from the list; its stored numbers stay."""
        self._put_record(puskesmas_id, "indicator", code, None, who, "hapus indikator")

    def memory(self, puskesmas_id: int) -> dict[str, dict[str, Any]]:
        """What users confirmed, by layout fingerprint: {"columns": {header path: meaning}, "corrections": [...]}."""
        return self._records(puskesmas_id, "memory")

    def logo(self, puskesmas_id: int) -> bytes | None:
        """The picture for the letterhead, or None."""
        return self._attachment(puskesmas_id, "logo")

    def save_logo(self, puskesmas_id: int, picture: bytes | None, who: str, media_type: str = "image/png") -> None:
        """Store the picture for the letterhead; None removes it."""
        self._put_attachment(puskesmas_id, "logo", picture, media_type, who)

    def geojson(self, puskesmas_id: int) -> dict[str, Any] | None:
        """The boundaries of the desa, or None."""
        body = self._attachment(puskesmas_id, "geojson")
        return None if body is None else json.loads(body)

    def save_geojson(self, puskesmas_id: int, boundaries: Mapping[str, Any] | None, who: str) -> None:
        """Store the boundaries of the desa; None removes them."""
        body = None if boundaries is None else json.dumps(boundaries).encode()
        self._put_attachment(puskesmas_id, "geojson", body, "application/geo+json", who)

    # --- records and attachments -------------------------------------------------------------------------
    def _records(self, puskesmas_id: int, kind: str) -> dict[str, Any]:
        chosen = sa.select(record.c.key, record.c.body).where(
            record.c.puskesmas_id == puskesmas_id, record.c.kind == kind
        )
        return {key: json.loads(body) for key, body in self.rows(chosen.order_by(record.c.key))}

    def _put_record(
        self,
        puskesmas_id: int,
        kind: str,
        key: str,
        body: Mapping[str, Any] | None,
        who: str,
        what: str,
        merge: bool = False,
    ) -> None:
        place = sa.and_(record.c.puskesmas_id == puskesmas_id, record.c.kind == kind, record.c.key == key)

        def work(connection: sa.Connection) -> None:
            self.bump(connection, puskesmas_id)
            old = connection.execute(sa.select(record.c.body).where(place)).scalar()
            connection.execute(sa.delete(record).where(place))
            new = merged(json.loads(old), body) if merge and old and body is not None else body
            if new is not None:
                row = {"puskesmas_id": puskesmas_id, "kind": kind, "key": key, "body": to_json(new)}
                connection.execute(sa.insert(record).values(**row, changed_at=self.now_text(), changed_by=who))
            self.log(connection, puskesmas_id, who, what, key or to_json(body))

        self.write(work, puskesmas_id=puskesmas_id)

    def _attachment(self, puskesmas_id: int, kind: str) -> bytes | None:
        place = sa.and_(attachment.c.puskesmas_id == puskesmas_id, attachment.c.kind == kind)
        rows = self.rows(sa.select(attachment.c.body).where(place))
        return bytes(rows[0][0]) if rows else None

    def _put_attachment(self, puskesmas_id: int, kind: str, body: bytes | None, media_type: str, who: str) -> None:
        if body is not None and len(body) > LARGEST_ATTACHMENT:
            raise StoreError(
                f"Berkas terlalu besar ({len(body) / 1e6:.0f} MB); paling besar {LARGEST_ATTACHMENT / 1e6:.0f} MB."
            )

        def work(connection: sa.Connection) -> None:
            self.bump(connection, puskesmas_id)
            place = sa.and_(attachment.c.puskesmas_id == puskesmas_id, attachment.c.kind == kind)
            connection.execute(sa.delete(attachment).where(place))
            if body is not None:
                row = {"puskesmas_id": puskesmas_id, "kind": kind, "media_type": media_type, "body": body}
                connection.execute(sa.insert(attachment).values(row))
            self.log(connection, puskesmas_id, who, f"simpan {kind}", "" if body else "dihapus")

        self.write(work, puskesmas_id=puskesmas_id)


@cache
def _defaults() -> dict[str, Any]:
    return default_settings()


def merged(below: Mapping[str, Any], over: Mapping[str, Any]) -> dict[str, Any]:
    """A new dict: `over` on top of `below`, sections merged and not replaced."""
    result = dict(below)
    for key, value in over.items():
        present = result.get(key)
        both = isinstance(value, Mapping) and isinstance(present, Mapping)
        result[key] = merged(present, value) if both else value
    return result


def _indicator(body: dict[str, Any]) -> Indicator:
    return Indicator(**{**body, "schedule": tuple(body.get("schedule") or ())})
