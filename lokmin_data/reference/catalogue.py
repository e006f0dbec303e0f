"""Reads the indicator catalogue, its dated targets and the default settings."""

from __future__ import annotations

import csv
import tomllib
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Any

from lokmin_data.model import Indicator, Target

REFERENCE_FOLDER = Path(__file__).resolve().parents[2] / "data" / "reference"


def _rows(name: str) -> list[dict[str, str]]:
    with (REFERENCE_FOLDER / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def _indicator(row: dict[str, str]) -> Indicator:
    schedule = tuple(int(month) for month in row["schedule"].split(";") if month)
    numbers = {"schedule": schedule, "klaster": int(row["klaster"] or 0), "headline": int(row["headline"] or 0),
               "late": int(row["late"] or 0)}  # fmt: skip
    flags = {name: row[name] == "ya" for name in ("denominator_grows", "survey")}
    return Indicator(**{**row, **numbers, **flags})  # type: ignore[arg-type]


@cache
def load_indicators() -> MappingProxyType[str, Indicator]:
    """The built-in indicators by code, in the catalogue's order."""
    return MappingProxyType({row["code"]: _indicator(row) for row in _rows("indikator.csv")})


def indicators(own: Iterable[Indicator] = ()) -> dict[str, Indicator]:
    """The built-in indicators and those that a Puskesmas added, by code."""
    return {**load_indicators(), **{indicator.code: indicator for indicator in own}}


@cache
def load_targets() -> tuple[Target, ...]:
    """All built-in targets, oldest first within an indicator."""
    return tuple(
        Target(row["indicator"], int(row["year"]), float(row["value"]), row["source"], row["grade"], row["confirmed"] == "ya")
        for row in _rows("target.csv")
    )


def target_for(code: str, year: int, own: Iterable[Target] = ()) -> Target | None:
    """The target in force in that year: the newest not after it, the Puskesmas' own before the built-in.

    Returns None where no target is dated at or before the year.
    """
    for targets in (tuple(own), load_targets()):
        dated = [target for target in targets if target.indicator == code and target.year <= year]
        if dated:
            return max(dated, key=lambda target: target.year)
    return None


@cache
def programmes() -> MappingProxyType[str, str]:
    """Programme code to its title on the screen, in the order of the meeting."""
    return MappingProxyType({row["code"]: row["label"] for row in _rows("program.csv")})


def default_settings() -> dict[str, Any]:
    """A fresh copy of the default settings of `setelan.toml` (thresholds of the rules, 0-100 percents)."""
    return tomllib.loads((REFERENCE_FOLDER / "setelan.toml").read_text(encoding="utf-8"))
