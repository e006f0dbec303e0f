"""What the field knows about problems: sectors, likely causes and what to ask, read from `data/reference`."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType
from typing import Any

from lokmin_data.model import Indicator
from lokmin_data.reference import REFERENCE_FOLDER

#: The five bones of the fishbone diagram that Puskesmas use, in the order in which they are shown.
CAUSE_GROUPS = ("manusia", "metode", "sarana", "dana", "lingkungan")
FALLBACK = "umum"
REPORTING = "pelaporan"


@dataclass(frozen=True)
class Sector:
    """A sector of the lokmin: its code, its name on the screen, the addressee of a letter."""

    code: str
    label: str
    addressee: str
    internal: bool


@dataclass(frozen=True)
class Ask:
    """One concrete request to one sector."""

    sector: str
    text: str


def _read(name: str) -> dict[str, Any]:
    return tomllib.loads((REFERENCE_FOLDER / name).read_text(encoding="utf-8"))


@cache
def sectors() -> Mapping[str, Sector]:
    """The sectors by code, in the order of the attendance list."""
    rows = _read("sektor.toml").items()
    return MappingProxyType({code: Sector(code, row["label"], row["sebutan"], row["internal"]) for code, row in rows})


def sector_label(code: str) -> str:
    """The sector's name on the screen; a sector that a user typed keeps its own words."""
    return sectors()[code].label if code in sectors() else code


@cache
def _records(name: str, table: str) -> Mapping[str, dict[str, Any]]:
    return MappingProxyType({key: record for record in _read(name)[table] for key in record["untuk"]})


def _record_for(name: str, table: str, keys: tuple[str, ...]) -> dict[str, Any]:
    records = _records(name, table)
    return next(records[key] for key in (*keys, FALLBACK) if key in records)


def _keys(indicator: Indicator | None) -> tuple[str, ...]:
    """Where to look, most particular first; the indicator `stunting` has the same name as its programme."""
    if indicator is None:
        return (REPORTING,)
    programme = "stunting_program" if indicator.programme == "stunting" else indicator.programme
    return (indicator.code, programme)


def causes_for(indicator: Indicator | None) -> dict[str, tuple[str, ...]]:
    """Likely causes by fishbone group, to be ticked in the room; None stands for late reporting."""
    record = _record_for("penyebab.toml", "penyebab", _keys(indicator))
    return {group: tuple(record.get(group, ())) for group in CAUSE_GROUPS}


def asks_for(indicator: Indicator | None, *, areas: str, short: int, internal: bool = False) -> tuple[Ask, ...]:
    """What is asked of which sector for a problem, the most decisive first.

    `areas` is the text that names the desa, `short` the people still to reach; `internal` keeps only those
    who sit at the lokmin bulanan.
    """
    record = _record_for("permintaan.toml", "permintaan", _keys(indicator))
    fill = {
        "desa": areas,
        "kurang": str(short) if short > 0 else "",
        "satuan": indicator.unit if indicator else "orang",
    }
    asks = [Ask(code, _filled(text, fill)) for code, text in record.items() if code != "untuk"]
    return tuple(ask for ask in asks if not internal or sectors()[ask.sector].internal)


def _filled(template: str, values: Mapping[str, str]) -> str:
    """The template with its places filled in one pass, so that text of a report is never read as a template.

    Where nobody is short, the bracket that counts them is left out.
    """
    if not values["kurang"]:
        template = re.sub(r" \([^()]*\{kurang\}[^()]*\)", "", template).replace("bagi {kurang} balita", "bagi balita")
    return re.sub(r"\{(desa|kurang|satuan)\}", lambda place: values[place[1]], template)
