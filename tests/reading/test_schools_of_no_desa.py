"""Schools are summed to the desa that a report names beside them; without one they are no areas."""

from __future__ import annotations

import pytest
from laporan import codes, read, said

DESA = "IMUNISASI NOVEMBER 2024\nNO|DESA|MR 2\n1|Suka|12\n2|Maju|9\n3|Jaya|7\n\nCAPAIAN BIAS\n"
SCHOOLS = "NO|{}|Kelas 1 DT|Kelas 2 Td\n1|SDN Suka 1|18|13\n2|SDN Maju 1|27|16\n3|MI Jaya|10|23"


@pytest.mark.parametrize("head", ["Nama SD", "Sekolah", "NAMA SD/MI", "Nama Satuan Pendidikan"])
def test_schools_without_a_desa_are_told_and_not_read(head: str):
    reading = read(S=f"{DESA}{SCHOOLS.format(head)}")
    assert {line.split()[0] for line in said(reading)} == {"Suka", "Maju", "Jaya"} and "sekolah-tanpa-desa B8" in codes(reading)


def test_schools_beside_their_desa_stay():
    rows = "NO|DESA|NAMA SEKOLAH|Kelas 1 DT\n1|Suka|SDN Suka 1|18\n2|Maju|SDN Maju 1|27\n3|Jaya|MI Jaya|10"
    reading = read(S=f"BIAS NOVEMBER 2024\n{rows}")
    assert "SDN Suka 1 bias_dt 2024-11 point T 18/" in said(reading) and list(reading.observations["desa"]) == ["suka", "maju", "jaya"]
    titled = read(S=f"BIAS NOVEMBER 2024\nDESA : SUKA\n{SCHOOLS.format('NAMA SEKOLAH')}")
    assert len(said(titled)) == 6 and "sekolah-tanpa-desa" not in " ".join(codes(titled))


def test_posyandu_without_a_desa_stay():
    reading = read(S="GIZI NOVEMBER 2024\nNO|POSYANDU|Ditimbang\n1|Mawar 1|18\n2|Melati|27\n3|Anggrek|10")
    assert len(said(reading)) == 3
