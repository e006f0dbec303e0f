"""Areas of one name are told apart only where their tables name several wider areas."""

from __future__ import annotations

from laporan import codes, read, said

POSYANDU = """
SKDN BULAN APRIL 2026
NO | DESA | POSYANDU | S | D
1 | Sukamaju | Melati | 50 | 40
 | | Mawar | 30 | 20
2 | Mekarsari | Melati | 20 | 10
 | | Anggrek | 10 | 5
"""
KECAMATAN = """
IDL S/D DESEMBER 2025
No | Kecamatan | Desa | Sasaran | IDL
1 | Karang | Sukamaju | 70 | 13
2 | Karang | Durian | 42 | 40
3 | Tegal | Sukamaju | 76 | 71
"""


def test_posyandu_of_one_name_carry_their_desa_and_the_others_do_not():
    areas = {line.split(" d_s ")[0] for line in said(read(S=POSYANDU))}
    assert areas == {"Sukamaju / Melati", "Mekarsari / Melati", "Mawar", "Anggrek"}


def test_desa_of_one_name_carry_their_kecamatan():
    reading = read(S=KECAMATAN)
    assert said(reading) == [
        "Durian idl 2025-12 cumulative T 40/42",
        "Sukamaju (Kec. Karang) idl 2025-12 cumulative T 13/70", "Sukamaju (Kec. Tegal) idl 2025-12 cumulative T 71/76",
    ]  # fmt: skip
    assert codes(reading) == []


def test_a_sheet_without_the_kecamatan_speaks_of_the_same_desa():
    one = KECAMATAN.replace("3 | Tegal | Sukamaju | 76 | 71", "")
    reading = read(S=one, Lain="IDL S/D DESEMBER 2025\nNo|Desa|IDL\n1|Sukamaju|13\n2|Durian|40")
    assert len(said(reading)) == 2


def test_a_sasaran_that_may_be_of_either_desa_is_not_used():
    both = KECAMATAN.replace("| Sasaran | IDL", "| Sasaran bayi | IDL")
    reading = read(S=both, Lain="MR 1 S/D DESEMBER 2025\nNo|Desa|MR 1\n1|Durian|40\n2|Sukamaju|5")
    lines = [line for line in said(reading) if " mr1 " in line]
    assert lines == ["Durian mr1 2025-12 cumulative T 40/42", "Sukamaju mr1 2025-12 cumulative T 5/"]
