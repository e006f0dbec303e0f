"""The agenda of a lokmin as data: what it holds, how it is kept, how it is printed by the command line."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from lokmin_data.meeting.knowledge import Ask, sector_label

#: Fields that the generator fills and a user may change; what was generated is kept in `base`.
EDITABLE = ("title", "evidence", "areas", "asks", "causes", "minutes")
#: So many asks are printed in one line of the command line's agenda.
ASKS_PRINTED = 3


@dataclass(frozen=True)
class Item:
    """One item: what is discussed, on which evidence, what is asked of whom, for how long.

    `kind`: pembukaan · tindak_lanjut · pelaporan · masalah · masalah_lain · desa_prioritas · penyebab · peran ·
    rtl · komitmen · penutup · sendiri (added by a user).  `key` names the same item in the next generation.
    `causes` holds likely causes by fishbone group, `ticked` those that the room agreed on.
    """

    key: str
    kind: str
    title: str
    minutes: int = 0
    programme: str = ""
    klaster: int = 0
    indicator: str = ""
    areas: tuple[str, ...] = ()
    desa_ids: tuple[int, ...] = ()
    evidence: str = ""
    asks: tuple[Ask, ...] = ()
    causes: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    ticked: tuple[str, ...] = ()
    weight: float = 0.0
    short: int = 0
    base: Mapping[str, Any] = field(default_factory=dict)

    def content(self) -> dict[str, Any]:
        """The editable fields in plain types, to compare and to keep."""
        return {
            "title": self.title, "evidence": self.evidence, "areas": list(self.areas), "minutes": self.minutes,
            "asks": [{"sector": ask.sector, "text": ask.text} for ask in self.asks],
            "causes": {group: list(texts) for group, texts in self.causes.items()},
        }  # fmt: skip

    def sealed(self) -> Item:
        """The item as generated: `base` remembers what the generator wrote."""
        return replace(self, base=self.content())

    def as_dict(self) -> dict[str, Any]:
        """Plain types for the store; `item_from_dict` gives the item back."""
        plain = {
            name: getattr(self, name)
            for name in ("key", "kind", "programme", "klaster", "indicator", "weight", "short")
        }
        return {
            **plain, **self.content(), "desa_ids": list(self.desa_ids), "ticked": list(self.ticked), "base": dict(self.base),
        }  # fmt: skip

    def contract(self, order: int) -> dict[str, Any]:
        """The item in the columns of the command line."""
        asks = self.asks[:ASKS_PRINTED]
        return {
            "order": order, "title": self.title, "programme": self.programme, "indicator": self.indicator,
            "areas": list(self.areas), "evidence": self.evidence,
            "ask": " ".join(f"{sector_label(ask.sector)}: {ask.text}" for ask in asks),
            "sector": ", ".join(sector_label(ask.sector) for ask in asks), "minutes": self.minutes,
        }  # fmt: skip


@dataclass(frozen=True)
class Agenda:
    """The agenda of one meeting; `kind` is tribulanan (lintas sektor) or bulanan (internal)."""

    puskesmas: str
    year: int
    month: int
    kind: str
    minutes: int
    items: tuple[Item, ...]
    follow_up: tuple[Mapping[str, Any], ...] = ()

    def as_dict(self) -> dict[str, Any]:
        """Plain types for the store; `agenda_from_dict` gives the agenda back."""
        return {
            "puskesmas": self.puskesmas, "year": self.year, "month": self.month, "kind": self.kind,
            "minutes": self.minutes, "items": [item.as_dict() for item in self.items],
            "follow_up": [dict(row) for row in self.follow_up],
        }  # fmt: skip

    def contract(self) -> dict[str, Any]:
        """The agenda with exactly the names of the command line."""
        return {
            "puskesmas": self.puskesmas, "year": self.year, "month": self.month,
            "items": [item.contract(order) for order, item in enumerate(self.items, start=1)],
            "follow_up": [dict(row) for row in self.follow_up],
        }  # fmt: skip

    def as_json(self) -> str:
        """The agenda as the command line prints it."""
        return json.dumps(self.contract(), ensure_ascii=False, indent=2)

    def problems(self) -> list[Item]:
        """The items that are problems, in the agenda's order."""
        return [item for item in self.items if item.kind == "masalah"]

    @property
    def key(self) -> str:
        """The meeting's name in the store: "2026-03"; a lokmin bulanan has its own: "2026-03-bulanan"."""
        suffix = "" if self.kind == "tribulanan" else f"-{self.kind}"
        return f"{self.year:04d}-{self.month:02d}{suffix}"


def item_from_dict(row: Mapping[str, Any]) -> Item:
    """The item that `Item.as_dict` wrote; fields that an older version did not know keep their defaults."""
    return Item(
        key=str(row["key"]), kind=str(row.get("kind", "sendiri")), title=str(row.get("title", "")),
        minutes=int(row.get("minutes") or 0), programme=str(row.get("programme", "")), klaster=int(row.get("klaster") or 0),
        indicator=str(row.get("indicator", "")), areas=tuple(row.get("areas", ())),
        desa_ids=tuple(int(one) for one in row.get("desa_ids", ())), evidence=str(row.get("evidence", "")),
        asks=tuple(Ask(ask["sector"], ask["text"]) for ask in row.get("asks", ())),
        causes={group: tuple(texts) for group, texts in row.get("causes", {}).items()},
        ticked=tuple(row.get("ticked", ())), weight=float(row.get("weight") or 0), short=int(row.get("short") or 0),
        base=dict(row.get("base", {})),
    )  # fmt: skip


def agenda_from_dict(row: Mapping[str, Any]) -> Agenda:
    """The agenda that `Agenda.as_dict` wrote."""
    return Agenda(
        str(row["puskesmas"]), int(row["year"]), int(row["month"]), str(row["kind"]), int(row["minutes"]),
        tuple(item_from_dict(item) for item in row["items"]), tuple(row.get("follow_up", ())),
    )  # fmt: skip
