"""A column "POS" beside that of the desa: posyandu by name, or merely where people were served."""

from __future__ import annotations

from laporan import read, said

_HEAD = "TAHUN|BULAN|DESA|POS|ANTIGEN|SASARAN|JUMLAH"


def _rows(*lines: str) -> str:
    return "\n".join((_HEAD, *(f"2026|Mei|{line}" for line in lines)))


def test_kinds_of_places_are_no_posyandu():
    rows = _rows("Asri|PKD/RS|HB0|40|3", "Asri|Posyandu|BCG|40|4", "Maju|PKD/RS|HB0|50|5", "Maju|Posyandu|BCG|50|6")
    found = said(read(DB=rows))
    assert [line.split(" month")[0] for line in found] == [
        "Asri bcg 2026-5", "Asri hb0 2026-5", "Maju bcg 2026-5", "Maju hb0 2026-5",
    ]  # fmt: skip


def test_names_of_posyandu_stay():
    rows = _rows("Asri|Melati|HB0|40|3", "Asri|Melati|BCG|40|4", "Maju|Posyandu|HB0|50|5", "Maju|Posyandu|BCG|50|6")
    assert "posyandu" in set(read(DB=rows).observations["level"])


def test_a_number_that_two_places_of_service_share_is_not_that_of_one():
    rows = _rows("Asri|RS|BCG|40|3", "Asri|Posyandu|BCG|40|4", "Maju|RS|BCG|50|5", "Maju|Posyandu|BCG|50|6", "Jaya|Posyandu|BCG|30|2")
    assert set(read(DB=rows).observations["level"]) == {"posyandu"}
    numbered = [f"{number}|{line}" for number, line in enumerate(rows.split("\n")[1:], 1)]
    assert set(read(DB="\n".join((f"NO|{_HEAD}", *numbered))).observations["level"]) == {"posyandu"}
