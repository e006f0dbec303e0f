"""Tables whose rows are Puskesmas, kecamatan or kabupaten: read as such, and told, since the desa are what is asked for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from lokmin_data.model import Problem
from lokmin_data.reading.blocks.block import Block
from lokmin_data.reading.heads.headers import area_columns
from lokmin_data.reading.opening.book import cell_name

#: One row is the Puskesmas' own; from so many on a table compares them.
SEVERAL = 2
_NAMES = {"puskesmas": "Puskesmas", "kecamatan": "kecamatan", "kabupaten": "kabupaten/kota"}
_PROVINSI = "provinsi"


@dataclass(frozen=True, kw_only=True)
class NotOfDesa(Problem):
    """A table that lists wider areas than desa."""

    code = "bukan-per-desa"
    what = "Baris tabel ini adalah {found} ({expected}), bukan desa; angkanya dibaca sebagai angka {found}."
    fix = "Untuk rapat Puskesmas, unggah laporan yang barisnya nama desa atau kelurahan."


def wider_levels(blocks: Iterable[Block]) -> Iterator[Problem]:
    """A problem for the first table of each sheet and level whose rows are several of a wider level than desa."""
    told: set[tuple[int, str]] = set()
    for block in blocks:
        for level in _NAMES:
            areas = list(dict.fromkeys(row.area for row in block.rows if row.kind == "area" and row.level == level))
            if len(areas) < SEVERAL or (block.sheet_number, level) in told:
                continue
            told.add((block.sheet_number, level))
            yield _told(block, areas, level)


def _told(block: Block, areas: list[str], level: str) -> NotOfDesa:
    finest = area_columns(block.head)[0]
    names = finest if finest and finest.meaning.axis == _PROVINSI else next(iter(block.head.axis(level)), finest)
    place = block.grid.place(block.head.frame.bottom, names.index if names else block.head.frame.names)
    shown = ", ".join(areas[:SEVERAL]) + (f", dan {len(areas) - SEVERAL} lainnya" if len(areas) > SEVERAL else "")
    found = _PROVINSI if names and names.meaning.axis == _PROVINSI else _NAMES[level]
    return NotOfDesa(sheet=block.sheet.name, cell=cell_name(*place), found=found, expected=shown)
