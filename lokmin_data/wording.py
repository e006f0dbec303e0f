"""How numbers, periods and verdicts are written: Indonesian formats, verdict words, symbols and palette.

Every screen, slide, document and sheet takes its texts from here, so that a number looks the same everywhere.
Palette, symbols and contrasts were chosen together (colour-blind safe, readable on a weak projector).
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType

from lokmin_data.model import MONTH_NAMES

MISSING = "–"
NO_DATA = "belum ada data"
SMALL_N = 10  # below this many persons a percentage misleads: print "7 dari 9"
HALF = 0.5 + 1e-9  # halves are rounded up although 0.285 * 100 is a little less than 28.5
SHORT_MONTHS = tuple(name[:3] for name in MONTH_NAMES)

INK = "#1A1A1A"
SECONDARY_INK = "#4A4A4A"
OUTLINE = "#333333"
GROUND = "#FFFFFF"


@dataclass(frozen=True)
class Verdict:
    """One verdict: code, word on the screen, symbol, fill and text colour (hex), and whether it is hatched."""

    code: str
    word: str
    symbol: str
    fill: str
    text: str
    hatched: bool = False


VERDICTS = MappingProxyType({
    verdict.code: verdict
    for verdict in (
        Verdict("jelas_di_bawah", "Jelas di bawah target", "▼▼", "#8B1010", "#FFFFFF"),
        Verdict("di_bawah_belum_pasti", "Di bawah target, belum pasti", "▼", "#F08C00", "#000000"),
        Verdict("tercapai_belum_pasti", "Tercapai, belum pasti", "▲", "#C3E1F5", "#000000"),
        Verdict("jelas_tercapai", "Jelas tercapai", "▲▲", "#1565A8", "#FFFFFF"),
        Verdict("belum_ada_data", "Belum ada data", "?", "#FFFFFF", "#4A4A4A", hatched=True),
    )
})  # fmt: skip
#: An indicator without a target has no verdict (code ""): its numbers are shown without judgement.
NO_VERDICT = Verdict("", "Belum ada target", "", "#FFFFFF", "#4A4A4A")

STATE_WORDS = MappingProxyType({
    "ada": "ada", "belum_lapor": "belum lapor", "tidak_dijadwalkan": "tidak dijadwalkan",
    "belum_jatuh_tempo": "belum jatuh tempo", "disamarkan": "disamarkan", "tidak_per_desa": "tidak ditampilkan per desa",
})  # fmt: skip
TREND_ARROWS = MappingProxyType({"naik": "↑", "tetap": "=", "turun": "↓", "": ""})


def verdict(code: str) -> Verdict:
    """The verdict of that code; an unknown or empty code gives `NO_VERDICT`."""
    return VERDICTS.get(code, NO_VERDICT)


def is_missing(value: object) -> bool:
    """True for None, NaN and NA."""
    return value is None or value != value or str(value) == "<NA>"


def number(value: float | None, digits: int | None = None) -> str:
    """1234.5 -> "1.234,5"; missing -> "–".

    `digits` None: one decimal, and none where it would be ",0".  Halves are rounded away from zero.
    """
    if is_missing(value) or not math.isfinite(float(value)):  # type: ignore[arg-type]
        return MISSING
    places = 1 if digits is None else digits
    units = math.floor(abs(float(value)) * 10**places + HALF)  # type: ignore[arg-type]
    whole, part = divmod(units, 10**places)
    text = f"{whole:,}".replace(",", ".")
    if part or (places and digits is not None):
        text += f",{part:0{places}d}"
    return f"-{text}" if units and float(value) < 0 else text  # type: ignore[arg-type]


def percent(value: float | None, digits: int | None = None) -> str:
    """87.5 -> "87,5 %", 90 -> "90 %"; `value` is 0-100; missing -> "–".

    `digits` None: one decimal, and none only where the value is whole: 89.96 is "90,0 %", not yet "90 %".
    """
    if is_missing(value):
        return MISSING
    whole = math.isfinite(float(value)) and abs(float(value) - round(float(value))) < 1e-9  # type: ignore[arg-type]
    return f"{number(value, (0 if whole else 1) if digits is None else digits)} %"


def count(x: float | None, n: float | None) -> str:
    """58 of 90 -> "58/90 · 64,4 %"; 7 of 9 -> "7 dari 9" (no percentage below ten); missing -> "belum ada data"."""
    if is_missing(x):
        return NO_DATA
    if is_missing(n):
        return number(x)
    if float(n) < SMALL_N:  # type: ignore[arg-type]
        return f"{number(x)} dari {number(n)}"
    return f"{number(x)}/{number(n)} · {percent(float(x) * 100 / float(n))}"  # type: ignore[arg-type]


def month_name(month: int) -> str:
    """3 -> "Maret"."""
    return MONTH_NAMES[int(month) - 1]


def month_short(month: int) -> str:
    """3 -> "Mar"."""
    return SHORT_MONTHS[int(month) - 1]


def period(year: int, month: int | None = None) -> str:
    """2026, 3 -> "Maret 2026"; without a month "2026"."""
    return f"{month_name(month)} {year}" if month else str(year)


def date_text(day: date | None) -> str:
    """date(2026, 3, 5) -> "5 Maret 2026"; missing -> "–"."""
    return MISSING if is_missing(day) else f"{day.day} {month_name(day.month)} {day.year}"  # type: ignore[union-attr]


def desa_name(name: str) -> str:
    """ "Desa Mekarsari"; a name that says itself what it is stays as it is: "Desa Baru", "Kelurahan Sukamaju"."""
    first = name.split(" ", 1)[0].strip(".").casefold()
    return name if first in ("desa", "kelurahan", "kel") else f"Desa {name}"


def puskesmas_name(name: str) -> str:
    """The name with the word Puskesmas before it, once."""
    name = name.strip()
    return name if name.casefold().startswith("puskesmas") else f"Puskesmas {name}".strip()


def people(value: float, unit: str = "orang") -> str:
    """Persons still to reach, never a part of a person: 3.4 -> "4 orang"."""
    return f"{number(math.ceil(round(value, 6)), 0)} {unit}"


def listing(words: list[str] | tuple[str, ...]) -> str:
    """["a", "b", "c"] -> "a, b, dan c"; two -> "a dan b"."""
    words = list(words)
    if len(words) < 3:
        return " dan ".join(words)
    return f"{', '.join(words[:-1])}, dan {words[-1]}"
