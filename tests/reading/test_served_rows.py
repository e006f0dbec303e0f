"""Rows of pustu, polindes and bidan in a column of desa: never silently a desa."""

from __future__ import annotations

import pytest
from laporan import codes, read, said

HEAD = "S/D MEI 2026\nNO|DESA|SASARAN|K1"


@pytest.mark.parametrize("name", ["Pustu Karang", "PUSTU KARANG", "Bidan Siti", "Bd. Siti", "Polindes Karang", "Poskesdes Karang", "PKD Karang"])
def test_a_place_of_service_among_desa_is_set_apart_and_asked(name: str):
    reading = read(S=f"{HEAD}\n1|Suka|50|25\n2|Maju|40|20\n3|{name}|30|11\n|Jumlah|120|56")
    assert said(reading) == ["Maju k1 2026-5 cumulative T 20/40", "Suka k1 2026-5 cumulative T 25/50"]
    assert codes(reading) == ["tempat-pelayanan-bukan-desa B5"]
    assert list(reading.set_apart["area"]) == [name]


@pytest.mark.parametrize("name", ["Pustu", "Bidan"])
def test_places_of_service_that_add_up_to_the_desa_above_are_parts_of_it(name: str):
    rows = f"1|Suka|50|25\n2|{name} Satu|30|15\n3|{name} Dua|20|10\n4|Maju|40|20\n5|{name} Tiga|40|20"
    reading = read(S=f"{HEAD}\n{rows}\n|Jumlah|90|45")
    parts = reading.observations[reading.observations["area"].str.startswith(name)]
    assert list(parts["desa"]) == ["suka", "suka", "maju"]
    assert not codes(reading)


def test_a_pustu_over_its_desa_is_a_sum():
    reading = read(S=f"{HEAD}\n|Pustu Karang|90|45\n1|Suka|50|25\n2|Maju|40|20\n|Pustu Lembah|70|31\n3|Jaya|30|11\n4|Baru|40|20\n|Jumlah|160|76")
    assert [line.split()[0] for line in said(reading)] == ["Baru", "Jaya", "Maju", "Suka"]
    assert not codes(reading)


def test_desa_that_only_begin_like_such_a_word_stay_desa():
    reading = read(S=f"{HEAD}\n1|Bidang Alam|50|25\n2|Pustuwetan|40|20")
    assert [line.split(" k1")[0] for line in said(reading)] == ["Bidang Alam", "Pustuwetan"] and not codes(reading)
