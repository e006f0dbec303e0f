"""Heads that describe an indicator and tell its short name in brackets, antigens with the age at which they are due, and what is
called in two ways."""

from __future__ import annotations

import pytest
from laporan import codes, read, said

TOLD = {
    "Pemeriksaan kehamilan 6 kali (K6)": "k6", "Kunjungan ke-4 ibu hamil (K4)": "k4", "Kunjungan 1 (K1)": "k1",
    "Jumlah ibu hamil yang mendapat tablet tambah darah (Fe) 30 tablet (Fe1)": "fe1", "Kunjungan nifas 4 kali (KF lengkap)": "kf_lengkap",
    "Neonatal pertama (KN 1)": "kn1", "Kunjungan neonatus pertama (KN1)": "kn1", "Ibu nifas pertama (KF 1)": "kf1",
    "Kunjungan ibu hamil keenam (K6)": "k6", "Antenatal pertama (K1)": "k1", "Kunjungan pertama neonatal": "kn1", "KN pertama": "kn1",
}  # fmt: skip
DUE = {
    "DPT-HB-Hib 1 (2 bulan)": "dpt1", "PCV 3 (12 bulan)": "pcv3", "OPV 4 (4 bulan)": "opv4", "Campak Rubella 2 (18 bulan)": "mr2",
    "Campak Rubela 1 (9-11 bulan)": "mr1", "MR lanjutan (18-24 bln)": "mr2", "Campak 18-24 bulan": "mr2", "Campak rubela baduta": "mr2",
}  # fmt: skip
TWICE = {
    "Bumil anemia mendapat TTD/ditangani": "anemia_ttd", "Bumil KEK ditangani / mendapat PMT": "kek_pmt",
    "Balita gizi buruk mendapat perawatan/ditangani": "gizi_buruk_dirawat", "Diare balita dilayani/ditangani": "diare_balita",
}  # fmt: skip
OTHERS = ["DPT-HB-Hib 1 (12-23 bulan)", "MR 1 (12-23 bulan)", "Remaja hamil (K1)", "Kunjungan dokter spesialis (K1)", "Balita BGM (D/S)"]
OTHERS += ["Kunjungan pertama (K4)", "Kunjungan neonatus kedua (KN1)", "Kematian neonatal (KN1)", "Bumil KEK/anemia", "Hipertensi dilayani/dirujuk"]


def table(head: str) -> str:
    return f"REKAP\nBULAN MARET 2026\nNO|DESA|SASARAN|{head}\n1|Suka|50|5\n2|Maju|40|2\n3|Jaya|60|7"


@pytest.mark.parametrize("head", {**TOLD, **DUE, **TWICE})
def test_a_description_with_its_short_name_or_its_schedule(head: str):
    assert {line.split()[1] for line in said(read(S=table(head)))} == {{**TOLD, **DUE, **TWICE}[head]}


@pytest.mark.parametrize("head", OTHERS)
def test_words_that_narrow_it_and_other_ages_are_asked(head: str):
    reading = read(S=table(head))
    assert not said(reading)
    assert [code.split()[1] for code in codes(reading)] == ["D3"]
