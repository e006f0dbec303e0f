"""Tables whose rows are Puskesmas, kecamatan or kabupaten: read as such, and told, since the desa are what is asked for."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from lokmin_data.model import Problem
from lokmin_data.reading.blocks.block import Block
from lokmin_data.reading.heads.headers import area_columns
from lokmin_data.reading.opening.book import cell_name
from lokmin_data.reading.records.interpretation import Interpretation

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


def wider_levels(whole: Interpretation) -> Iterator[Problem]:
    """A problem for each level wider than desa of which a table's rows are several: told at the first table of the book that
    is read, with the other sheets that hold such tables."""
    read = {record.block for record in whole.kept}
    blocks = [block for place, block in whole.blocks.items() if place in read or not read]
    for level in _NAMES:
        listed = [(block, areas) for block in blocks if len(areas := _areas(block, level)) >= SEVERAL]
        if listed:
            sheets = list(dict.fromkeys(block.sheet.name for block, _ in listed))
            yield _told(*listed[0], level, sheets[1:])


def _areas(block: Block, level: str) -> list[str]:
    """The areas of a level that the rows of a table are, each once."""
    return list(dict.fromkeys(row.area for row in block.rows if row.kind == "area" and row.level == level))


def _told(block: Block, areas: list[str], level: str, elsewhere: list[str]) -> NotOfDesa:
    finest = area_columns(block.head)[0]
    names = finest if finest and finest.meaning.axis == _PROVINSI else next(iter(block.head.axis(level)), finest)
    place = block.grid.place(block.head.frame.bottom, names.index if names else block.head.frame.names)
    shown = ", ".join(areas[:SEVERAL]) + (f", dan {len(areas) - SEVERAL} lainnya" if len(areas) > SEVERAL else "")
    if elsewhere:
        shown += f"; juga di lembar {', '.join(elsewhere)}" if len(elsewhere) <= SEVERAL else f"; juga di {len(elsewhere)} lembar lain"
    found = _PROVINSI if names and names.meaning.axis == _PROVINSI else _NAMES[level]
    return NotOfDesa(sheet=block.sheet.name, cell=cell_name(*place), found=found, expected=shown)
