"""A desa with its own numbers above its posyandu is a desa, not one more posyandu of itself."""

from __future__ import annotations

import pytest
from laporan import read

HEAD = "CAKUPAN K1 BULAN MEI 2026\nNO|DESA|POSYANDU|K1"


def _levels(reading) -> list[tuple[str, str, str]]:  # noqa: ANN001
    table = reading.observations
    return [(row.area, row.level, getattr(row, "desa", "")) for row in table.itertuples()]


def test_a_row_with_nothing_below_posyandu_is_the_desa_itself():
    rows = "1|Suka||5\n||Mawar|3\n||Melati|2\n2|Maju||4\n||Kenanga|4"
    assert _levels(read(S=f"{HEAD}\n{rows}")) == [
        ("Suka", "desa", ""), ("Mawar", "posyandu", "suka"), ("Melati", "posyandu", "suka"),
        ("Maju", "desa", ""), ("Kenanga", "posyandu", "maju"),
    ]  # fmt: skip


@pytest.mark.parametrize("rows", ["1|Suka|Mawar|3\n||Melati|2\n2|Maju|Kenanga|4", "1|Suka|Mawar|3\n2|Suka|Melati|2\n3|Maju|Kenanga|4"])
def test_a_desa_beside_its_first_posyandu_is_no_row_of_its_own(rows: str):
    assert _levels(read(S=f"{HEAD}\n{rows}")) == [
        ("Mawar", "posyandu", "suka"), ("Melati", "posyandu", "suka"), ("Kenanga", "posyandu", "maju"),
    ]  # fmt: skip


def test_the_desa_of_two_wider_columns_is_the_finer_one():
    rows = "PKM Jaya|Suka||5\n||Mawar|3\n||Melati|2\n|Maju||4\n||Kenanga|4"
    found = _levels(read(S=f"CAKUPAN K1 BULAN MEI 2026\nPUSKESMAS|DESA|POSYANDU|K1\n{rows}"))
    assert [each[:2] for each in found if each[1] == "desa"] == [("Suka", "desa"), ("Maju", "desa")]


@pytest.mark.parametrize("first", ["1|Suka||1|2|3", "|Suka||1|2|3", "1|Suka||1|4|5"])
def test_a_first_desa_whose_numbers_look_like_months_is_no_head(first: str):
    rows = f"{first}\n||Mawar|1|1|1\n||Melati|0|1|2\n2|Maju||4|2|1\n||Kenanga|4|2|1"
    reading = read(S=f"LAPORAN KIA\nBULAN MEI 2026\nNO|DESA|POSYANDU|K1|K6|PN\n{rows}")
    assert set(reading.observations["month"]) == {5}
    assert len(_levels(reading)) == 15 and {each[0] for each in _levels(reading)} == {"Suka", "Mawar", "Melati", "Maju", "Kenanga"}


def test_months_as_numbers_below_posyandu_are_a_head():
    rows = "|||1|2|3\n1|Suka|Mawar|3|1|1\n2|Maju|Kenanga|4|2|1"
    reading = read(S=f"CAKUPAN K1 TAHUN 2026\nNO|DESA|POSYANDU|BULAN||\n{rows}")
    assert sorted(set(reading.observations["month"])) == [1, 2, 3]


@pytest.mark.parametrize("head", ["RW|NAMA POSYANDU", "Dusun|Posyandu", "Lingkungan|Pos", "NAMA POSYANDU|RW"])
@pytest.mark.parametrize("places", [("01", "02", "03"), (1, 1, 2), ("Dusun I", "Dusun I", "Dusun II")])
def test_numbers_are_those_of_the_posyandu_beside_its_rw(head: str, places: tuple[object, ...]):
    names = ("Mawar", "Melati", "Kenanga")
    pairs = [(f"'{place}" if isinstance(place, str) else place, name) for place, name in zip(places, names, strict=True)]
    ordered = [pair if head.endswith(("POSYANDU", "yandu", "Pos")) else pair[::-1] for pair in pairs]
    rows = "\n".join(f"{one}|{other}|{9 - at}" for at, (one, other) in enumerate(ordered))
    found = _levels(read(S=f"CAKUPAN K1\nKELURAHAN TEGAL\nBULAN MEI 2026\n{head}|K1\n{rows}"))
    assert [name for name, _, _ in found] == [*names]


def test_a_rw_without_posyandu_is_the_place_itself():
    found = _levels(read(S="CAKUPAN K1\nKELURAHAN TEGAL\nBULAN MEI 2026\nRW|K1\nRW 01|3\nRW 02|4\nRW 03|2"))
    assert [name for name, _, _ in found] == ["RW 01", "RW 02", "RW 03"]
