"""Whose report is this, and which desa do its areas mean?  Without a person to ask: only what is certain."""

from __future__ import annotations

from dataclasses import dataclass, field

from lokmin_data.commands._scope import find_puskesmas
from lokmin_data.model import LokminError, Reading
from lokmin_data.reading.words.names import AreaMatcher, AreaName
from lokmin_data.store import Store

#: What the first Puskesmas of a store is called where neither the report nor the user says.
UNNAMED = "Puskesmas tanpa nama"


@dataclass(frozen=True)
class Placed:
    """The Puskesmas of a report (id None: it is not there yet) and what its areas mean; `new_areas` become desa."""

    puskesmas_id: int | None
    name: str
    names: dict[str, int | None] = field(default_factory=dict)
    new_areas: tuple[str, ...] = ()


def place(store: Store, reading: Reading, wanted: str | None, *, add_new: bool = False) -> Placed:
    """Find the report's Puskesmas and match its areas to the desa list; changes nothing.

    The Puskesmas is the one of `wanted`, else the one that the report names, else the only one of the store.
    Where the store is empty, the report opens it, under its kecamatan's name or as UNNAMED, to be changed later.
    Raises LokminError where several Puskesmas could be meant, and where the report holds nothing to store.
    """
    if reading.observations.empty and reading.sasaran.empty:
        raise LokminError("Tidak ada angka yang dikenali di berkas ini, jadi tidak ada yang disimpan.")
    name = (wanted or "").strip() or reading.puskesmas.strip()
    puskesmas_id = find_puskesmas(store, name) if name else _only(store)
    if puskesmas_id is None:
        return Placed(None, name or reading.kecamatan.strip() or UNNAMED)
    name = store.puskesmas_identity(puskesmas_id)["name"]
    names = _match(store, reading, puskesmas_id)
    return Placed(puskesmas_id, name, names, _new(store, reading, puskesmas_id, names) if add_new else ())


def _only(store: Store) -> int | None:
    """The only Puskesmas of the store; None where it is empty and the report opens it."""
    ids = store.puskesmas()["puskesmas_id"]
    if not len(ids):
        return None
    if len(ids) > 1:
        raise LokminError("Laporan tidak menyebut Puskesmas. Tambahkan pilihan --puskesmas NAMA.")
    return int(ids.iloc[0])


def _areas(reading: Reading) -> list[str]:
    """The areas that may be desa of the list: of the level desa, and those of which only a sasaran is printed."""
    table = reading.observations
    listed = list(table.loc[table["level"] == "desa", "area"]) if len(table) else []
    wider = set(table.loc[table["level"] != "desa", "area"]) - set(listed) if len(table) else set()
    return list(dict.fromkeys(str(area) for area in [*listed, *(reading.sasaran.get("area", []))] if area not in wider))


def _match(store: Store, reading: Reading, puskesmas_id: int) -> dict[str, int | None]:
    """Areas whose desa is certain; the others are left to the store, which names them as problems."""
    aliases: dict[int, list[str]] = {}
    for text, desa_id in store.aliases(puskesmas_id).itertuples(index=False):
        aliases.setdefault(desa_id, []).append(text)
    table = store.desa(puskesmas_id)
    known = [
        AreaName(
            row.desa, kecamatan=row.kecamatan, aliases=tuple(aliases.get(row.desa_id, ())), area_id=int(row.desa_id)
        )
        for row in table.itertuples()
    ]
    if not known:
        return {}
    matcher = AreaMatcher(known)
    found = {area: matcher.match(area) for area in _areas(reading)}
    return {area: match.area.area_id for area, match in found.items() if match.certain and match.area}


def _new(store: Store, reading: Reading, puskesmas_id: int, names: dict[str, int | None]) -> tuple[str, ...]:
    if store.desa(puskesmas_id).empty:
        return ()
    return tuple(area for area in _areas(reading) if area not in names)
