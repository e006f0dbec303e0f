"""The populations that are denominators: `sasaran.csv`."""

from __future__ import annotations

import csv
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType

from lokmin_data.reference.catalogue import REFERENCE_FOLDER


@dataclass(frozen=True)
class Population:
    """A group of people (or households) that is to be reached: label, unit, and how it is estimated."""

    code: str
    label: str
    unit: str
    note: str


@cache
def populations() -> Mapping[str, Population]:
    """The populations by code, in the order of the file."""
    with (REFERENCE_FOLDER / "sasaran.csv").open(encoding="utf-8", newline="") as file:
        rows = [Population(row["code"], row["label"], row["unit"], row["note"]) for row in csv.DictReader(file)]
    return MappingProxyType({row.code: row for row in rows})
