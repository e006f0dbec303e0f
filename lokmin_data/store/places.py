"""The Puskesmas, their desa, aliases, sasaran and targets."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import pandas as pd
import sqlalchemy as sa

from lokmin_data.model import Target
from lokmin_data.store.base import Base, frame, to_json
from lokmin_data.store.bulk import of_same_columns
from lokmin_data.store.errors import StoreError
from lokmin_data.store.names import fold
from lokmin_data.store.schema import alias, attachment, desa, puskesmas, sasaran, target

PUSKESMAS_COLUMNS = ("puskesmas_id", "name", "kecamatan", "kabupaten", "provinsi", "code")
DESA_COLUMNS = ("desa_id", "desa", "code", "kecamatan", "active", "penduduk")
SASARAN_COLUMNS = ("desa_id", "population", "sex", "year", "kind", "value", "source")
SASARAN_KINDS = ("proyeksi", "riil", "laporan")
_LOGO = sa.select(attachment.c.kind).where(attachment.c.puskesmas_id == puskesmas.c.puskesmas_id, attachment.c.kind == "logo")
ALL_PUSKESMAS = sa.select(*(puskesmas.c[name] for name in PUSKESMAS_COLUMNS), sa.exists(_LOGO), puskesmas.c.data_version).order_by(puskesmas.c.name)


class Places(Base):
    """Reading and writing of what a Puskesmas is: its places, people to be reached, and targets."""

    #: The rows and the table of the last look: every page asks, and making the table takes longer than asking.
    _puskesmas_table: tuple[list[tuple[Any, ...]], pd.DataFrame | None] = ([], None)

    def data_version(self, puskesmas_id: int) -> int:
        """Rises in every transaction that changes numbers or settings of the Puskesmas; 0 where there is none."""
        return self._version(puskesmas_id, puskesmas.c.data_version)

    def work_version(self, puskesmas_id: int) -> int:
        """Rises in every transaction that changes documents or the RTL of the Puskesmas; 0 where there is none."""
        return self._version(puskesmas_id, puskesmas.c.work_version)

    def _version(self, puskesmas_id: int, column: sa.Column) -> int:
        rows = self.rows(sa.select(column).where(puskesmas.c.puskesmas_id == puskesmas_id))
        return int(rows[0][0]) if rows else 0

    def puskesmas(self) -> pd.DataFrame:
        """All Puskesmas by name: puskesmas_id, name, kecamatan, kabupaten, provinsi, code, has_logo."""
        return self.puskesmas_now()[0]

    def puskesmas_now(self) -> tuple[pd.DataFrame, dict[int, int]]:
        """The same table, and puskesmas_id -> data version of that very moment."""
        found = self.rows(ALL_PUSKESMAS)
        versions = {row[0]: row[-1] for row in found}
        rows = [row[:-1] for row in found]
        known, table = self._puskesmas_table
        if rows != known or table is None:
            table = frame(rows, (*PUSKESMAS_COLUMNS, "has_logo"))
            table = table.assign(has_logo=table["has_logo"].astype(bool))
            self._puskesmas_table = rows, table
        return table.copy(deep=False), versions  # pandas copies what somebody writes to

    def puskesmas_identity(self, puskesmas_id: int) -> dict[str, str]:
        """Name, kecamatan, kabupaten, provinsi and code of one Puskesmas; raises StoreError where there is none."""
        chosen = sa.select(*(puskesmas.c[name] for name in PUSKESMAS_COLUMNS[1:]))
        rows = self.rows(chosen.where(puskesmas.c.puskesmas_id == puskesmas_id))
        if not rows:
            raise StoreError("Puskesmas itu tidak ada (lagi) di simpanan. Muat ulang halaman lalu pilih Puskesmas.")
        return dict(zip(PUSKESMAS_COLUMNS[1:], rows[0], strict=True))

    def add_puskesmas(
        self, name: str, *, kecamatan: str = "", kabupaten: str = "", provinsi: str = "", code: str = "", who: str
    ) -> int:
        """Add a Puskesmas and return its id; raises StoreError for an empty name or one that is there already."""
        words = {"kecamatan": kecamatan, "kabupaten": kabupaten, "provinsi": provinsi, "code": code}
        return self.write(lambda connection: self.put_puskesmas(connection, {"name": name, **words}, who))

    def put_puskesmas(self, connection: sa.Connection, words: Mapping[str, str], who: str) -> int:
        """Within a running transaction: add a Puskesmas and return its id."""
        words = {**words, "name": words["name"].strip()}
        if not words["name"]:
            raise StoreError("Nama Puskesmas belum diisi.")
        _refuse_known(connection, words)
        puskesmas_id = self.next_ids(connection, "puskesmas")[0]
        row = {**words, "puskesmas_id": puskesmas_id, "created_at": self.now_text()}
        connection.execute(sa.insert(puskesmas).values(row))
        self.log(connection, puskesmas_id, who, "tambah puskesmas", words["name"])
        return puskesmas_id

    def update_puskesmas(self, puskesmas_id: int, *, who: str, **fields: str) -> None:
        """Change name, kecamatan, kabupaten, provinsi or code of a Puskesmas."""
        unknown = set(fields) - set(PUSKESMAS_COLUMNS[1:])
        if unknown or not fields.get("name", "-").strip():
            raise StoreError("Identitas Puskesmas yang dapat diubah: nama, kecamatan, kabupaten, provinsi, dan kode.")

        def work(connection: sa.Connection) -> None:
            self.bump(connection, puskesmas_id)
            connection.execute(sa.update(puskesmas).where(puskesmas.c.puskesmas_id == puskesmas_id).values(fields))
            self.log(connection, puskesmas_id, who, "ubah identitas", to_json(fields))

        self.write(work, puskesmas_id=puskesmas_id)

    # --- desa and their other spellings ------------------------------------------------------------------
    def desa(self, puskesmas_id: int, *, active_only: bool = False) -> pd.DataFrame:
        """The desa list in the Puskesmas' own order: desa_id, desa, code, kecamatan, active, penduduk."""
        chosen = sa.select(*(desa.c[name] for name in DESA_COLUMNS)).where(desa.c.puskesmas_id == puskesmas_id)
        chosen = chosen.where(desa.c.active == 1) if active_only else chosen
        table = frame(self.rows(chosen.order_by(desa.c.position, desa.c.desa_id)), DESA_COLUMNS, ("penduduk",))
        return table.assign(active=table["active"].astype(bool))

    def save_desa(self, puskesmas_id: int, table: pd.DataFrame, who: str) -> dict[str, int]:
        """Store the desa list as it stands in the table and return name -> desa_id.

        Column desa is needed; desa_id (empty: a new one), code, kecamatan, active, penduduk may be there.  A desa
        that is left out becomes inactive, because reports may speak of it.  Raises StoreError for two equal names.
        """
        rows = _desa_rows(table)

        def work(connection: sa.Connection) -> dict[str, int]:
            self.bump(connection, puskesmas_id)
            names = self.put_desa(connection, puskesmas_id, rows)
            self.log(connection, puskesmas_id, who, "simpan daftar desa", ", ".join(names))
            return names

        return self.write(work, puskesmas_id=puskesmas_id)

    def put_desa(self, connection: sa.Connection, puskesmas_id: int, rows: Sequence[dict[str, Any]]) -> dict[str, int]:
        """Within a running transaction: insert the new desa, change the known ones, make the others inactive."""
        known = dict(
            connection.execute(sa.select(desa.c.desa_id, desa.c.desa).where(desa.c.puskesmas_id == puskesmas_id)).all()
        )
        by_name = {fold(name): desa_id for desa_id, name in known.items()}
        fresh = self.next_ids(connection, "desa", len(rows))
        connection.execute(sa.update(desa).where(desa.c.puskesmas_id == puskesmas_id).values(active=0))
        names: dict[str, int] = {}
        changed: list[dict[str, Any]] = []
        added: list[dict[str, Any]] = []
        for position, (row, new_id) in enumerate(zip(rows, fresh, strict=True)):
            desa_id = row.get("desa_id") if row.get("desa_id") in known else by_name.get(fold(row["desa"]), new_id)
            values = {**row, "desa_id": desa_id, "puskesmas_id": puskesmas_id, "position": position}
            (changed if desa_id in known else added).append(values)
            names[row["desa"]] = desa_id
        place = sa.and_(desa.c.puskesmas_id == puskesmas_id, desa.c.desa_id == sa.bindparam("of_desa"))
        for group in of_same_columns(changed):
            connection.execute(sa.update(desa).where(place), [{**row, "of_desa": row["desa_id"]} for row in group])
        for group in of_same_columns(added):
            connection.execute(sa.insert(desa), group)
        return names

    def aliases(self, puskesmas_id: int) -> pd.DataFrame:
        """Other spellings that were confirmed: alias, desa_id (0: the Puskesmas itself)."""
        chosen = sa.select(alias.c.alias, alias.c.desa_id).where(alias.c.puskesmas_id == puskesmas_id)
        return frame(self.rows(chosen.order_by(alias.c.alias)), ("alias", "desa_id"))

    def add_alias(self, puskesmas_id: int, text: str, desa_id: int, who: str) -> None:
        """Remember that this spelling means that desa."""

        def work(connection: sa.Connection) -> None:
            self.bump(connection, puskesmas_id)
            put_alias(connection, puskesmas_id, text, desa_id)
            self.log(connection, puskesmas_id, who, "tambah ejaan desa", f"{text} = {desa_id}")

        self.write(work, puskesmas_id=puskesmas_id)

    def remove_alias(self, puskesmas_id: int, text: str, who: str) -> None:
        """Forget a spelling."""

        def work(connection: sa.Connection) -> None:
            self.bump(connection, puskesmas_id)
            place = sa.and_(alias.c.puskesmas_id == puskesmas_id, alias.c.folded == fold(text))
            connection.execute(sa.delete(alias).where(place))
            self.log(connection, puskesmas_id, who, "hapus ejaan desa", text)

        self.write(work, puskesmas_id=puskesmas_id)

    # --- sasaran and targets -----------------------------------------------------------------------------
    def sasaran(self, puskesmas_id: int, year: int | None = None) -> pd.DataFrame:
        """People to be reached: desa_id (0 = the Puskesmas), population, sex, year, kind, value, source."""
        chosen = sa.select(*(sasaran.c[name] for name in SASARAN_COLUMNS)).where(sasaran.c.puskesmas_id == puskesmas_id)
        chosen = chosen.where(sasaran.c.year == year) if year is not None else chosen
        return frame(self.rows(chosen), SASARAN_COLUMNS, ("value",))

    def save_sasaran(self, puskesmas_id: int, table: pd.DataFrame, who: str) -> int:
        """Store sasaran rows over those of the same desa, population, sex, year and kind; returns how many.

        Columns as `sasaran` returns them; sex T, kind ``proyeksi`` and an empty source where they are missing.  An
        empty value removes the row.  Raises StoreError for a negative number.
        """
        rows = _sasaran_rows(table)

        def work(connection: sa.Connection) -> int:
            self.bump(connection, puskesmas_id)
            put_sasaran(connection, puskesmas_id, rows)
            self.log(connection, puskesmas_id, who, "simpan sasaran", f"{len(rows)} baris")
            return len(rows)

        return self.write(work, puskesmas_id=puskesmas_id)

    def targets(self, puskesmas_id: int) -> list[Target]:
        """The Puskesmas' own targets, oldest first within an indicator."""
        names = ("indicator", "year", "value", "source", "grade", "confirmed")
        chosen = sa.select(*(target.c[name] for name in names)).where(target.c.puskesmas_id == puskesmas_id)
        rows = self.rows(chosen.order_by(target.c.indicator, target.c.year))
        return [Target(*row[:-1], confirmed=bool(row[-1])) for row in rows]

    def save_targets(self, puskesmas_id: int, targets: Iterable[Target], who: str) -> None:
        """Replace all own targets of the Puskesmas by these (percent 0-100 or more for counts; never negative)."""
        rows = [_target_row(puskesmas_id, one) for one in targets]

        def work(connection: sa.Connection) -> None:
            self.bump(connection, puskesmas_id)
            connection.execute(sa.delete(target).where(target.c.puskesmas_id == puskesmas_id))
            if rows:
                connection.execute(sa.insert(target), rows)
            self.log(connection, puskesmas_id, who, "simpan target", to_json([list(row.values())[1:4] for row in rows]))

        self.write(work, puskesmas_id=puskesmas_id)


def put_alias(connection: sa.Connection, puskesmas_id: int, text: str, desa_id: int) -> None:
    """Within a running transaction: remember a spelling."""
    folded = fold(text)
    connection.execute(sa.delete(alias).where(alias.c.puskesmas_id == puskesmas_id, alias.c.folded == folded))
    row = {"puskesmas_id": puskesmas_id, "folded": folded, "alias": text, "desa_id": desa_id}
    connection.execute(sa.insert(alias).values(row))


def put_sasaran(connection: sa.Connection, puskesmas_id: int, rows: Sequence[dict[str, Any]]) -> None:
    """Within a running transaction: replace the sasaran of these keys; rows without a value are removed."""
    key = ("year", "population", "kind", "sex", "desa_id")
    place = sa.and_(
        sasaran.c.puskesmas_id == puskesmas_id, *(sasaran.c[name] == sa.bindparam(f"b_{name}") for name in key)
    )
    if rows:
        connection.execute(sa.delete(sasaran).where(place), [{f"b_{name}": row[name] for name in key} for row in rows])
    kept = [{**row, "puskesmas_id": puskesmas_id} for row in rows if not math.isnan(row["value"])]
    if kept:
        connection.execute(sa.insert(sasaran), kept)


def _refuse_known(connection: sa.Connection, words: Mapping[str, str]) -> None:
    rows = connection.execute(sa.select(puskesmas.c.name, puskesmas.c.kabupaten)).all()
    if any(
        fold(name) == fold(words["name"]) and fold(place) == fold(words.get("kabupaten", "")) for name, place in rows
    ):
        raise StoreError(f"Puskesmas '{words['name']}' sudah ada di simpanan ini.")


def _desa_rows(table: pd.DataFrame) -> list[dict[str, Any]]:
    rows = []
    for row in table.to_dict("records"):
        name = str(row.get("desa") or "").strip()
        if not name or name == "nan":
            continue
        clean: dict[str, Any] = {"desa": name, "active": int(bool(_value(row, "active", True)))}
        clean |= {key: str(_value(row, key, "")) for key in ("code", "kecamatan")}
        clean["penduduk"] = _number(_value(row, "penduduk", None))
        desa_id = _value(row, "desa_id", None)
        rows.append({**clean, "desa_id": None if desa_id is None else int(desa_id)})
    folded = [fold(row["desa"]) for row in rows]
    twice = sorted({row["desa"] for row in rows if folded.count(fold(row["desa"])) > 1})
    if twice:
        raise StoreError(
            f"Nama desa tertulis lebih dari satu kali: {', '.join(twice)}. Bedakan atau hapus salah satunya."
        )
    return rows


def _sasaran_rows(table: pd.DataFrame) -> list[dict[str, Any]]:
    rows = []
    for row in table.to_dict("records"):
        value = _number(_value(row, "value", None))
        if value is not None and (value < 0 or math.isinf(value)):
            raise StoreError(f"Sasaran tidak boleh negatif (tertulis {value:g}).")
        kind = str(_value(row, "kind", "proyeksi"))
        if kind not in SASARAN_KINDS:
            raise StoreError(f"Jenis sasaran '{kind}' tidak dikenal; yang ada: {', '.join(SASARAN_KINDS)}.")
        key = {"desa_id": int(row["desa_id"]), "year": int(row["year"]), "population": str(row["population"])}
        text = {"sex": str(_value(row, "sex", "T")), "kind": kind, "source": str(_value(row, "source", ""))}
        rows.append({**key, **text, "value": math.nan if value is None else value})
    return rows


def _target_row(puskesmas_id: int, one: Target) -> dict[str, Any]:
    if not math.isfinite(one.value) or one.value < 0:
        raise StoreError(f"Target {one.indicator} tahun {one.year} harus berupa angka 0 atau lebih.")
    row = {"puskesmas_id": puskesmas_id, "indicator": one.indicator, "year": int(one.year), "value": float(one.value)}
    return {**row, "source": one.source, "grade": one.grade, "confirmed": int(one.confirmed)}


def _value(row: dict[str, Any], name: str, default: Any) -> Any:
    value = row.get(name)
    return default if value is None or (isinstance(value, float) and math.isnan(value)) or value is pd.NA else value


def _number(value: Any) -> float | None:
    return None if value is None else float(value)
