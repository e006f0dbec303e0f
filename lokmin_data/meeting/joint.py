"""Two people changed the same agenda: both changes put together, and what both of them changed differently."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from typing import Any

from lokmin_data.meeting.agenda import Agenda, Item
from lokmin_data.meeting.knowledge import sector_label

#: What people write into an item and beside the agenda, in their words; the rest comes from the data.
ITEM_WORDS = {"title": "acara", "minutes": "menit", "evidence": "bukti", "asks": "permintaan", "ticked": "penyebab"}
BESIDE_WORDS = {"tanggal": "tanggal", "pukul": "pukul", "tempat": "tempat", "nomor": "nomor surat undangan"}
OWN = "sendiri"
REMOVED = "(dihapus)"


@dataclass(frozen=True)
class Clash:
    """One thing that both changed: what it is, and what each of them wrote."""

    what: str
    mine: str
    theirs: str


@dataclass(frozen=True)
class Joined:
    """Both changes in one agenda; where they clash, mine stands there."""

    agenda: Agenda
    beside: dict[str, Any]
    clashes: tuple[Clash, ...]


def join(
    base: tuple[Agenda, Mapping[str, Any]], mine: tuple[Agenda, Mapping[str, Any]], theirs: tuple[Agenda, Mapping[str, Any]]
) -> Joined:
    """Put two changes of `base` together; each is an agenda and what stands beside it (date, place)."""
    found: list[Clash] = []
    before, ours, others = base[0], mine[0], _numbered_apart(base[0], mine[0], theirs[0])
    items = _items(before, ours, others, found)
    minutes = _chosen("lama rapat", before.minutes, ours.minutes, others.minutes, found)
    follow_up = ours.follow_up if ours.follow_up != before.follow_up else others.follow_up
    names = dict.fromkeys((*theirs[1], *mine[1]))
    beside = {
        name: _chosen(BESIDE_WORDS.get(name, ""), *(side[1].get(name) or "" for side in (base, mine, theirs)), found) for name in names
    }
    return Joined(replace(others, items=items, minutes=minutes, follow_up=follow_up), beside, tuple(found))


def _numbered_apart(base: Agenda, mine: Agenda, theirs: Agenda) -> Agenda:
    """Theirs, where an item that they added does not bear the key of one that I added."""
    old, ours = {item.key for item in base.items}, {item.key: item for item in mine.items}
    used, items = {item.key for item in (*base.items, *mine.items, *theirs.items)}, []
    for item in theirs.items:
        if item.key not in old and item.key in ours and ours[item.key] != item:
            key = next(key for n in range(1, len(used) + 2) if (key := f"{OWN}:{n}") not in used)
            used.add(key)
            item = replace(item, key=key)
        items.append(item)
    return replace(theirs, items=tuple(items))


def _items(base: Agenda, mine: Agenda, theirs: Agenda, found: list[Clash]) -> tuple[Item, ...]:
    old, ours, others = ({item.key: item for item in one.items} for one in (base, mine, theirs))
    kept = {key: item for key in (old | ours | others) if (item := _item(old.get(key), ours.get(key), others.get(key), found))}
    order = _order(*(list(one) for one in (old, ours, others)), found)
    return tuple(kept[key] for key in order if key in kept)


def _item(old: Item | None, mine: Item | None, theirs: Item | None, found: list[Clash]) -> Item | None:
    """The item with both changes; one that only one of us took out stays out, unless the other changed it meanwhile."""
    if mine is None or theirs is None:
        left = mine or theirs
        if old is None or left is None:
            return left
        if left == old:
            return None
        found.append(Clash(old.title, REMOVED if mine is None else left.title, REMOVED if theirs is None else left.title))
        return left
    old = old or mine
    values = {}
    for each in fields(Item):
        words = f"{old.title}: {ITEM_WORDS[each.name]}" if each.name in ITEM_WORDS else ""
        values[each.name] = _chosen(words, *(getattr(one, each.name) for one in (old, mine, theirs)), found)
    return Item(**values)


def _chosen(what: str, old: Any, mine: Any, theirs: Any, found: list[Clash]) -> Any:
    """What was changed; where both changed it differently mine, which is a clash where people write it (`what`)."""
    if mine == old:
        return theirs
    if what and theirs not in (old, mine):
        found.append(Clash(what, _text(mine), _text(theirs)))
    return mine


def _text(value: Any) -> str:
    """The value as a person reads it."""
    if isinstance(value, tuple):
        return "; ".join(one if isinstance(one, str) else f"{sector_label(one.sector)}: {one.text}" for one in value)
    return "" if value is None else str(value)


def _order(old: list[str], mine: list[str], theirs: list[str], found: list[Clash]) -> list[str]:
    """The keys in the order of whoever moved something; the other's additions after the item that they stood behind."""
    moved = [_within(side, old) != _within(old, side) for side in (mine, theirs)]
    if all(moved) and _within(mine, theirs) != _within(theirs, mine):
        found.append(Clash("urutan acara", "urutan Anda", "urutan yang lain"))
    first, second = (mine, theirs) if moved[0] else (theirs, mine)
    order = list(first)
    for place, key in enumerate(second):
        if key not in order:
            before = [one for one in second[:place] if one in order]
            order.insert(order.index(before[-1]) + 1 if before else 0, key)
    return order


def _within(keys: list[str], others: list[str]) -> list[str]:
    return [key for key in keys if key in others]
