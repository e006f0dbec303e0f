"""What was stored before it was masked, shown to those for whom counts are masked: action plans and saved agendas."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import replace
from typing import Any

import pandas as pd

from lokmin_data.meeting.agenda import Agenda, Item

#: Fields of an action plan that tell the count itself.
COUNTS = ("baseline_x", "baseline_n")
#: Items that quote numbers of several indicators.
QUOTING = ("desa_prioritas", "tindak_lanjut", "masalah_lain")
OWN = "sendiri"


def discreet_plans(
    rtl: pd.DataFrame, codes: Collection[str] | None, limit: float, hidden: Collection[tuple[str, int]] = ()
) -> pd.DataFrame:
    """The action plans without starting counts of 1 to below `limit`; of these indicators, or of all (None).

    `hidden`: (indicator, desa_id) that are withheld in the tables of this meeting: their starting counts go too, for
    what is withheld in company of a small count would give that one away.
    """
    if rtl.empty or (codes is not None and not codes):
        return rtl
    few = pd.Series(False, index=rtl.index)
    for name in COUNTS:
        number = pd.to_numeric(rtl[name], errors="coerce")
        few |= (number > 0) & (number < limit)
    few &= True if codes is None else rtl["indicator"].isin(list(codes))
    along = [any((code, int(desa)) in hidden for desa in ids or ()) for code, ids in zip(rtl["indicator"], rtl["desa_ids"], strict=True)]
    few |= pd.Series(along, index=rtl.index)
    out = rtl.assign(**{name: rtl[name].mask(few) for name in COUNTS})
    for name in ("sasaran", "indikator_keberhasilan"):
        out[name] = out[name].where(~few, "disamarkan") if name in out else ""
    return out


def discreet_agenda(saved: Agenda, fresh: Agenda, codes: Collection[str] | None) -> Agenda:
    """A saved agenda whose evidence is that of a fresh, masked one, where it may tell a masked count.

    `codes`: the indicators that are masked, None for all.  An item that the user added himself stays as typed.
    """
    by_key = {item.key: item for item in fresh.items}
    items = tuple(_discreet(item, by_key, codes) for item in saved.items)
    return replace(saved, items=items, follow_up=fresh.follow_up)


def _discreet(item: Item, fresh: Mapping[str, Item], codes: Collection[str] | None) -> Item:
    if item.kind == OWN or not (codes is None or item.indicator in codes or item.kind in QUOTING):
        return item
    if codes is not None and item.kind in QUOTING and item.evidence != _generated(item):
        return item  # an officer wrote it for this very meeting
    other = fresh.get(item.key)
    return replace(item, evidence=other.evidence if other else "", short=other.short if other else 0)


def _generated(item: Item) -> Any:
    return item.base.get("evidence")
