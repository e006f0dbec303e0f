"""A sasaran may tell behind its name how it was reckoned; a share of those people themselves is a target, that of a part of the year none."""

from __future__ import annotations

import pytest
from laporan import codes, read, said

HT = "SPM HIPERTENSI\nS/D JUNI 2026\nNo|Desa|{head}|Dilayani sesuai standar|Capaian (%)\n1|Suka|400|100|25\n2|Maju|200|40|20"
K1 = "CAKUPAN K1\nJANUARI S/D JUNI 2026\nNo|Desa|{head}|K1\n1|Suka|40|10\n2|Maju|50|30\n3|Jaya|60|20"


@pytest.mark.parametrize(
    "head",
    [
        "Estimasi Penderita HT (± 34,1 % × penduduk 15 th ke atas)", "Estimasi HT (34,1 % dari penduduk 15 th ke atas)",
        "Estimasi penderita HT = 34,1% x penduduk ≥ 15 th", "Estimasi HT (prevalensi SKI 2023 30,8 %)", "Estimasi penderita hipertensi [30,8% pddk]",
    ],
)  # fmt: skip
def test_the_rate_of_an_estimate_changes_nothing(head: str):
    reading = read(S=HT.format(head=head))
    assert said(reading) == ["Maju spm_08 2026-6 cumulative T 40/200 20", "Suka spm_08 2026-6 cumulative T 100/400 25"] and not codes(reading)


@pytest.mark.parametrize(
    "head",
    ["Sasaran bumil (1,1 x lahir hidup)", "Sasaran bumil = 1,1 x LH", "Bumil (1,10 X CBR X PDDK)", "Sasaran bumil (1,1 x 18/1000 x jml penduduk)"],
)
def test_a_sasaran_reckoned_of_other_people(head: str):
    reading = read(S=K1.format(head=head))
    assert "Suka k1 2026-6 cumulative T 10/40" in said(reading) and not codes(reading)


@pytest.mark.parametrize(
    "head",
    [
        "Sasaran bumil (80 % x bumil)", "Sasaran bumil (95% x sasaran bumil)", "Sasaran bumil (1,1 x LH x 6/12)", "Bumil (180 x bumil)",
        "Sasaran bumil (1,1 x lahir hidup bulan ini)", "Bumil (2 x kunjungan)", "Sasaran (95% x bumil)", "Sasaran bulin (90 % x bumil)",
    ],
)  # fmt: skip
def test_a_target_a_part_of_the_year_and_goods_are_asked(head: str):
    reading = read(S=K1.format(head=head))
    assert "kolom-tidak-dikenal C3" in codes(reading) and "Suka k1 2026-6 cumulative T 10/" in said(reading)


def test_people_whom_the_number_is_not_measured_against_divide_nothing():
    reading = read(S="DIARE JANUARI S/D MARET 2024\nNO|DESA|Sasaran balita (10 % x penduduk)|Diare\n1|Suka|40|10\n2|Maju|50|30\n3|Sari|20|5")
    assert "Suka diare 2024-3 cumulative T 10/" in said(reading)
