"""The words of the minimum service standards for who should be served and who was, below a desa's name and beside it."""

from __future__ import annotations

import pytest
from laporan import codes, read, said

TITLE = "CAPAIAN STANDAR PELAYANAN MINIMAL\nKUMULATIF SEMESTER I (JANUARI - JUNI) TAHUN 2026"
ROWS = """1|Pelayanan Kesehatan Ibu Hamil|41|14|34.1|44|23|52.3|85|37|43.5
2|Pelayanan Kesehatan Ibu Bersalin|40|15|37.5|46|21|45.7|86|36|41.9
3|Pelayanan Kesehatan Bayi Baru Lahir|40|17|42.5|41|23|56.1|81|40|49.4"""
MERGES = [(2, 2, 2, 4), (2, 5, 2, 7), (2, 8, 2, 10), (2, 0, 3, 0), (2, 1, 3, 1)]


def of_desa(texts: str) -> str:
    return f"{TITLE}\nNo|Jenis Pelayanan Dasar|Tumaluntung|||Kauneran|||PUSKESMAS||\n||{texts}|{texts}|{texts}\n{ROWS}"


@pytest.mark.parametrize(
    "texts", ["Sasaran|Layanan|%", "Sas.|Lay.|%", "Jumlah yang harus dilayani|Jumlah yang dilayani|%", "Sasaran|Penerima layanan|Capaian (%)"]
)
def test_below_the_names_of_desa(texts: str):
    reading = read(S=of_desa(texts), merges=MERGES)
    assert said(reading) == [
        "Kauneran spm_01 2026-6 cumulative T 23/44 52.3", "Kauneran spm_02 2026-6 cumulative T 21/46 45.7",
        "Kauneran spm_03 2026-6 cumulative T 23/41 56.1", "Tumaluntung spm_01 2026-6 cumulative T 14/41 34.1",
        "Tumaluntung spm_02 2026-6 cumulative T 15/40 37.5", "Tumaluntung spm_03 2026-6 cumulative T 17/40 42.5",
    ]  # fmt: skip


def test_l_without_women_is_no_boys():
    head = "SPM IBU HAMIL\nS.D. BULAN JUNI 2026\nDesa|K1|K6||\n||S|L|%\n"
    reading = read(S=head + "Suka|30|40|20|50\nMaju|40|50|20|40\nJaya|30|60|20|33.3", merges=[(2, 2, 2, 4)])
    assert {line.split()[1] for line in said(reading) if line.split()[5].startswith("20/")} == set()
    assert "kolom-tidak-dikenal D4" in codes(reading)


def test_the_official_words_beside_the_desa():
    head = "Desa|Jumlah Total yang Harus Dilayani|Jumlah Total yang Terlayani|Yang Belum Terlayani|Capaian (%)"
    rows = "Suka|40|20|20|50\nMaju|50|20|30|40\nJaya|60|20|40|33.3"
    reading = read(S=f"SPM PELAYANAN KESEHATAN IBU HAMIL\nS.D. BULAN JUNI 2026\n{head}\n{rows}")
    assert "Suka spm_01 2026-6 cumulative T 20/40 50" in said(reading)
    assert not codes(reading)
