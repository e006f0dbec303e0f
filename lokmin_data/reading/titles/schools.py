"""Tables of schools that name no desa: whose pupils they are cannot be said, and no school is an area."""

from __future__ import annotations

from dataclasses import dataclass

from lokmin_data.model import Problem
from lokmin_data.reading.blocks.block import Draft
from lokmin_data.reading.words.meaning import Reader


@dataclass(frozen=True, kw_only=True)
class SchoolsOfNoDesa(Problem):
    """A table whose rows are schools, with no desa in a column, a row or a title."""

    code = "sekolah-tanpa-desa"
    severity = "skipped"
    what = "Baris tabel ini adalah sekolah ({found}, ...) tanpa nama desanya, sehingga angkanya tidak dibaca."
    fix = "Tambahkan kolom desa di samping nama sekolah, lalu unggah ulang: angka sekolah dijumlahkan ke desanya."


def schools_of_no_desa(made: Draft, reader: Reader) -> str:
    """The first school of such a table, empty where it is another one, or none that counts anything."""
    names = made.head.axis("posyandu") if made.layout.measures else ()
    if not names or made.context.desa or made.body is None or made.head.axis("desa", "desa_posyandu"):
        return ""
    words = {*reader.tokens(" ".join(names[-1].path))}
    lists = reader.words.lists["tabel_sekolah"]
    if words.isdisjoint(lists["kata"]) or not words.isdisjoint(lists["bukan"]):
        return ""
    areas = [row for row in made.body.rows if row.kind == "area"]
    return areas[0].area if areas and not any(row.within for row in areas) else ""
