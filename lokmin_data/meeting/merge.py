"""Generating again over an edited agenda: shows the difference, keeps what people wrote."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, field, replace
from typing import Any

from lokmin_data.meeting.agenda import Agenda, Item
from lokmin_data.meeting.minutes import share_minutes

#: What the data say about an item; minutes and ticked causes belong to the people.
DATA_FIELDS = ("title", "evidence", "areas", "asks")
WORDS = {"title": "judul", "evidence": "bukti", "areas": "desa", "asks": "permintaan"}


@dataclass(frozen=True)
class Change:
    """One field of an item whose data changed since it was generated; `edited`: a person rewrote it meanwhile."""

    key: str
    field: str
    before: Any
    after: Any
    mine: Any
    edited: bool


@dataclass(frozen=True)
class Differences:
    """What a new generation would bring: items to add, items without ground any more, changed evidence."""

    added: tuple[Item, ...] = ()
    removed: tuple[Item, ...] = ()
    changed: tuple[Change, ...] = ()
    titles: dict[str, str] = field(default_factory=dict)

    def __bool__(self) -> bool:
        return bool(self.added or self.removed or self.changed)

    def sentences(self) -> list[str]:
        """One plain sentence a difference, for the screen."""
        lines = [f"Baru: {item.title}" for item in self.added]
        lines += [f"Tidak lagi bermasalah: {item.title}" for item in self.removed]
        for change in self.changed:
            kept = " (suntingan Anda dipertahankan)" if change.edited else ""
            lines.append(f"{self.titles[change.key]}: {WORDS[change.field]} berubah{kept}.")
        return lines


def merge_agenda(edited: Agenda, fresh: Agenda) -> Differences:
    """What the fresh generation changes against the edited agenda; items that people added are never removed."""
    mine = {item.key: item for item in edited.items}
    new = {item.key: item for item in fresh.items}
    return Differences(
        added=tuple(item for key, item in new.items() if key not in mine),
        removed=tuple(item for key, item in mine.items() if key not in new and item.kind != "sendiri"),
        changed=tuple(change for key in new if key in mine for change in _changes(mine[key], new[key])),
        titles={key: item.title for key, item in mine.items()},
    )


def _changes(mine: Item, new: Item) -> list[Change]:
    base, written, generated = dict(mine.base), mine.content(), new.content()
    found = []
    for name in DATA_FIELDS:
        before = base.get(name, written[name])
        if before != generated[name]:
            found.append(Change(mine.key, name, before, generated[name], written[name], written[name] != before))
    return found


def apply_merge(
    edited: Agenda, fresh: Agenda, *, accept: Collection[str] | None = None, overwrite: Collection[str] = ()
) -> Agenda:
    """The edited agenda with the accepted differences; minutes are shared anew only where items came or went.

    `accept` holds item keys to add, remove or refresh (None: all).  A field that a person rewrote stays as written
    unless its item's key is in `overwrite`.  `follow_up` is always the fresh one.
    """
    new = {item.key: item for item in fresh.items}
    taken = {key for key in (*new, *(item.key for item in edited.items)) if accept is None or key in accept}
    kept = [_refreshed(item, new.get(item.key), item.key in taken, item.key in overwrite) for item in edited.items]
    merged = [item for item in kept if item is not None]
    for item in fresh.items:
        if item.key in taken and all(one.key != item.key for one in edited.items):
            merged.insert(_place(merged, fresh, item), item)
    return _retimed(replace(edited, items=tuple(merged), follow_up=fresh.follow_up), edited)


def _refreshed(mine: Item, new: Item | None, taken: bool, overwrite: bool) -> Item | None:
    if not taken or mine.kind == "sendiri":
        return mine
    if new is None:
        return None
    untouched = {name for name in DATA_FIELDS if overwrite or mine.content()[name] == mine.base.get(name)}
    values = {name: getattr(new, name) for name in untouched}
    return replace(mine, **values, base=new.content(), desa_ids=new.desa_ids, short=new.short, weight=new.weight)


def _place(merged: list[Item], fresh: Agenda, item: Item) -> int:
    """After the nearest item that stands before it in the fresh agenda; first where there is none."""
    keys = [one.key for one in merged]
    before = [one.key for one in fresh.items][: [one.key for one in fresh.items].index(item.key)]
    known = [keys.index(key) for key in before if key in keys]
    return max(known) + 1 if known else 0


def _retimed(agenda: Agenda, edited: Agenda) -> Agenda:
    if [item.key for item in agenda.items] == [item.key for item in edited.items]:
        return agenda
    return retime(agenda, agenda.minutes)


def retime(agenda: Agenda, minutes: int) -> Agenda:
    """The agenda with its minutes shared anew over a meeting of that length, in proportion to those it has."""
    shares = share_minutes([float(item.minutes or item.weight or 1) for item in agenda.items], minutes)
    items = tuple(replace(item, minutes=share) for item, share in zip(agenda.items, shares, strict=True))
    return replace(agenda, items=items, minutes=minutes)
