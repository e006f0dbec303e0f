"""What is counted of all toddlers is not read in a head that names the youngest of them alone."""

from __future__ import annotations

import pytest
from laporan import codes, read, said


@pytest.mark.parametrize("head", [
    "Jumlah_bayi_dengan_buku_KIA", "Bayi punya buku KIA", "Jumlah bayi baru lahir punya buku KIA", "Bayi stunting", "Bayi naik berat badan",
    "Bayi gizi buruk", "Bayi 0-11 bulan ditimbang", "Anak 6-23 bulan stunting", "Balita stunting usia baduta",
])  # fmt: skip
def test_the_youngest_alone_are_not_all_toddlers(head: str):
    reading = read(S=f"GIZI MEI 2026\nNO|DESA|Sasaran Balita|{head}\n1|Suka|40|10\n2|Maju|50|30")
    assert said(reading) == [] and codes(reading) == ["kolom-tidak-dikenal D2"]


@pytest.mark.parametrize("head", ["Jumlah_balita_dengan_buku_KIA", "Bayi dan balita punya buku KIA", "Bayi/Balita memiliki KMS", "Anak memiliki KMS"])
def test_all_toddlers_have_their_books(head: str):
    reading = read(S=f"GIZI MEI 2026\nNO|DESA|Sasaran Balita|{head}\n1|Suka|40|10\n2|Maju|50|30")
    assert [line for line in said(reading) if line.startswith("Suka")] == ["Suka k_s 2026-5 point T 10/40"] and codes(reading) == []


def test_a_sasaran_of_babies_beside_toddlers_stays_one():
    reading = read(S="GIZI MEI 2026\nNO|DESA|Sasaran Bayi|Sasaran Balita|BCG|Balita ditimbang\n1|Suka|8|40|5|10\n2|Maju|9|50|6|30")
    assert [line for line in said(reading) if line.startswith("Suka")] == ["Suka bcg 2026-5 month T 5/8", "Suka d_s 2026-5 point T 10/40"]
