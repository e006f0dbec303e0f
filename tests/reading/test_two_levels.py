"""Two levels in one column of names, sums of both sexes in any order, targets in the heads of groups."""

from __future__ import annotations

import pytest
from laporan import codes, read, said

ROWS = "17|Selatan|90|80\n-|Selatan|40|35\n-|Geweh|50|45\n18|Lingga|60|50\n-|Lingga|60|50"


@pytest.mark.parametrize("head", ["Unit Kerja / Desa", "Puskesmas/Desa", "KECAMATAN/KELURAHAN"])
def test_numbered_rows_over_desa_are_the_wider_areas(head: str):
    reading = read(S=f"IBU HAMIL TAHUN 2024\nNo|{head}|Ibu Hamil|K1\n{ROWS}")
    assert {line.split(" year T ")[1] for line in said(reading)} == {"35/40", "45/50", "50/60"}
    assert [code for code in codes(reading) if code.startswith("baris-penjumlahan")] == ["baris-penjumlahan B3", "baris-penjumlahan B6"]


def test_a_head_of_one_level_keeps_all_rows():
    reading = read(S="IBU HAMIL TAHUN 2024\nNo|Desa|Ibu Hamil|K1\n1|Selatan|90|80\n|Utara|40|35\n|Geweh|52|45")
    assert len(said(reading)) == 3


def test_all_rows_numbered_below_two_levels_stay_desa():
    reading = read(S="IBU HAMIL TAHUN 2024\nNo|Puskesmas/Desa|Ibu Hamil|K1\n1|Selatan|90|80\n2|Utara|40|35\n3|Geweh|52|45")
    assert len(said(reading)) == 3


@pytest.mark.parametrize("both", ["P+L", "P + L", "P/L", "LP", "P dan L", "Perempuan + Laki Laki", "L + P", "L/P"])
def test_both_sexes_in_any_order(both: str):
    reading = read(merges=[(1, 0, 2, 0), (1, 1, 2, 1), (1, 2, 1, 4)], S=f"BULAN MEI 2026\nNo|Desa|BCG||\n||L|P|{both}\n1|Suka|3|4|7\n2|Maju|5|6|11")
    assert said(reading) == [
        "Maju bcg 2026-5 month L 5/", "Maju bcg 2026-5 month P 6/", "Maju bcg 2026-5 month T 11/",
        "Suka bcg 2026-5 month L 3/", "Suka bcg 2026-5 month P 4/", "Suka bcg 2026-5 month T 7/",
    ]  # fmt: skip


@pytest.mark.parametrize("target", ["58.30%", "(95%)", "( 90 % )", ": 58,3 %"])
def test_a_target_behind_the_name_of_a_group(target: str):
    reading = read(
        merges=[(1, 0, 2, 0), (1, 1, 2, 1), (1, 2, 2, 2), (1, 3, 1, 5)],
        S=f"PWS KIA BULAN MEI 2026\nNo|Desa|Bumil|K1 {target}||\n|||Bulan Ini|Kumulatif|%\n1|Suka|40|3|13|32.5\n2|Maju|50|5|20|40",
    )
    assert "Maju k1 2026-5 cumulative T 20/50 40" in said(reading) and "Suka k1 2026-5 month T 3/40" in said(reading)


def test_a_target_over_a_single_column_is_asked():
    reading = read(S="PWS BULAN MEI 2026\nNo|Desa|Sasaran Bayi|BCG 95 %|IDL\n1|Suka|40|13|12\n2|Maju|50|20|18")
    assert {line.split()[1] for line in said(reading)} == {"idl"}


HEADS = [
    ("kn1", "Kunjungan Neonatal 1 kali"), ("kn_lengkap", "Kunjungan Neonatal 3 kali"), ("hb0", "B0 (< 24 jam)"), ("hb0_1_7", "B0 1 - 7 hari"),
    ("spm_05", "Usia Pendidikan Dasar (Kelas 1 - 9) Mendapat Pelayanan Kesehatan"),
]  # fmt: skip


@pytest.mark.parametrize(("code", "head"), HEADS)
def test_heads_of_the_profil_kesehatan(code: str, head: str):
    reading = read(S=f"LAPORAN MEI 2026\nDesa|{head}\nSuka|4\nMaju|5")
    assert [line.split()[1] for line in said(reading)] == [code, code]


def test_those_with_high_blood_pressure_are_the_sasaran_of_their_service():
    reading = read(
        merges=[(1, 0, 2, 0), (1, 1, 1, 3), (1, 4, 1, 6)],
        S="""
PELAYANAN KESEHATAN PENDERITA HIPERTENSI TAHUN 2024
Desa|Jumlah Estimasi Penderita Hipertensi Berusia ≥ 15 Tahun|||Mendapat Pelayanan Kesehatan||
|Laki-laki|Perempuan|Perempuan + Laki-laki|Laki-laki|Perempuan|Perempuan + Laki-laki
Suka|40|50|90|30|20|50
Maju|41|51|92|31|22|53
""",
    )
    assert "Suka spm_08 2024- year T 50/90" in said(reading) and "Maju spm_08 2024- year P 22/51" in said(reading)


def test_hb0_of_all_seven_days_is_neither_of_its_halves():
    reading = read(S="LAPORAN MEI 2026\nDesa|HB<7 HARI|BCG\nSuka|4|6\nMaju|5|7")
    assert {line.split()[1] for line in said(reading)} == {"bcg"}
