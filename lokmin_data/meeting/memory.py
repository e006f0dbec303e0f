"""Which desa the last saved agenda listed, so that this month's list does not change by chance alone."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

AGENDA = "agenda"  # the kind of document in the store
SPECIAL = "perhatian khusus"
MONTHS_BACK = 3  # a lokmin of all sectors is held once in three months


def last_listed(store: Any, puskesmas_id: int, year: int, month: int) -> tuple[int, ...]:
    """The desa_ids that the newest saved agenda of the three months before listed as heaviest; () without one."""
    key = earlier_key(store.documents(puskesmas_id, AGENDA)["key"], year, month)
    return listed_desa(store.load_document(puskesmas_id, AGENDA, key)[0]) if key else ()


def earlier_key(keys: Iterable[str], year: int, month: int) -> str:
    """The key of the newest agenda of the three months before ("2026-03", "2026-03-bulanan"); "" where there is none."""
    now = year * 12 + month
    times = {key: int(key[:4]) * 12 + int(key[5:7]) for key in keys if key[:4].isdigit() and key[5:7].isdigit()}
    return max((key for key, time in times.items() if now - MONTHS_BACK <= time < now), key=lambda key: (times[key], key), default="")


def listed_desa(body: Mapping[str, Any]) -> tuple[int, ...]:
    """The desa_ids that a saved agenda listed as heaviest, in its order; the seat "perhatian khusus" is not kept."""
    for item in (body.get("agenda") or {}).get("items", ()):
        if item.get("kind") == "desa_prioritas":
            ids = tuple(int(one) for one in item.get("desa_ids", ()))
            return ids[:-1] if SPECIAL in str(item.get("base", {}).get("evidence", item.get("evidence", ""))) else ids
    return ()
