"""Lines of an app's export above the table: when it was printed, the filter, one week of a year."""

from __future__ import annotations

import pytest
from laporan import codes, read, said

BODY = "NO|DESA|SASARAN|K1\n1|Suka|50|5\n2|Maju|40|2"
MARCH = ["Maju k1 2025-3 month T 2/40", "Suka k1 2025-3 month T 5/50"]


@pytest.mark.parametrize(
    "lines",
    [
        "Dicetak 05/04/2025 10:22\nBulan Maret 2025", "Tanggal Cetak :|05/04/2025\nBulan :|Maret 2025",
        "Tgl. Cetak|05/04/2025\nLAPORAN BULAN MARET 2025",
        "Data per 31 Maret 2025, diunduh 5 April 2025", "Printed on 05/04/2025\nBULAN MARET 2025", "Maret 2025\nTanggal unduh: 5 April 2025",
    ],
)  # fmt: skip
def test_the_day_of_printing_is_no_month_of_the_report(lines: str):
    assert said(read(S=f"REKAP K1\n{lines}\n{BODY}")) == MARCH


@pytest.mark.parametrize("line", ["Tanggal cetak: 05 April 2025", "Dicetak pada 05-04-2025", "Minggu ke-12 Tahun 2025", "MINGGU 3 2025"])
def test_where_nothing_else_tells_the_month_it_is_asked(line: str):
    reading = read(S=f"REKAP K1\n{line}\n{BODY}")
    assert "periode-tidak-ada" in {code.split()[0] for code in codes(reading)}


@pytest.mark.parametrize("line", ["Filter: Bulan = 3, Tahun = 2025", "Bulan: 3; Tahun: 2025", "bulan=3 tahun=2025", "Bulan = Maret, Tahun = 2025"])
def test_a_filter_tells_the_month(line: str):
    assert said(read(S=f"REKAP K1\n{line}\n{BODY}")) == MARCH


OTHERS = ["Keadaan 31 Maret 2025", "Minggu ke 1 s/d 4 Maret 2025", "Update Maret 2025", "Percetakan Maret 2025", "Akses jamban Maret 2025"]


@pytest.mark.parametrize("line", OTHERS)
def test_other_days_still_tell_the_month(line: str):
    assert said(read(S=f"REKAP K1\n{line}\n{BODY}")) == MARCH


MEETINGS = [
    "LOKAKARYA MINI BULAN APRIL 2025", "Bahan Lokmin Lintas Sektor Triwulan II Tahun 2025", "LOKMIN TRIBULANAN - APRIL 2025",
    "RAPAT EVALUASI BULAN APRIL 2025",
    "Capaian K1 untuk lokmin bulan April 2025",
]  # fmt: skip


@pytest.mark.parametrize("line", MEETINGS)
def test_the_month_of_the_meeting_is_not_that_of_the_numbers(line: str):
    reading = read(S=f"REKAP K1\n{line}\n{BODY}")
    assert "periode-tidak-ada" in {code.split()[0] for code in codes(reading)}
    assert reading.asks >= {"month"}


@pytest.mark.parametrize(
    "lines",
    [
        "LOKMIN APRIL 2025\nBULAN MARET 2025", "BULAN MARET 2025\n(Lokakarya mini April 2025)", "CAPAIAN BULAN MARET 2025 (LOKMIN APRIL 2025)",
        "Lokmin: capaian bulan Maret 2025", "REKAP PERTEMUAN KELAS IBU HAMIL BULAN MARET 2025", "Bahan lokmin, data bulan Maret 2025",
    ],
)  # fmt: skip
def test_the_month_beside_a_meeting_counts(lines: str):
    assert said(read(S=f"REKAP K1\n{lines}\n{BODY}")) == MARCH


def test_a_file_named_for_a_meeting_does_not_tell_the_month():
    assert said(read("Bahan Lokmin April 2025.xlsx", S=f"REKAP K1 BULAN MARET 2025\n{BODY}")) == MARCH
    assert read("Bahan Lokmin April 2025.xlsx", S=f"REKAP K1\n{BODY}").asks >= {"month"}


LABELS = [("Keadaan s/d", "cumulative"), ("Data s/d", "cumulative"), ("Posisi data", "month"), ("Kondisi", "month")]


@pytest.mark.parametrize(("label", "basis"), LABELS)
def test_a_label_of_a_state_stands_before_its_date(label: str, basis: str):
    assert said(read(S=f"REKAP K1\n{label}||31/03/2025\n{BODY}"))[0] == f"Maju k1 2025-3 {basis} T 2/40"


@pytest.mark.parametrize(
    ("title", "told"),
    [
        ("LAPORAN K1 BULAN FEBRUARI 2026", True), ("LAPORAN K1 BULAN FEBRUARI", True), ("LAPORAN K1 BULAN MARET 2025", True),
        ("LAPORAN K1 BULAN MARET 2026", False), ("LAPORAN K1 S/D BULAN MARET 2026", False), ("LAPORAN K1 TAHUN 2026", False),
    ],
)  # fmt: skip
def test_a_label_that_says_another_month_than_the_title_is_told(title: str, told: bool):  # noqa: FBT001
    reading = read(S=f"{title}\nBULAN|: MARET\nTAHUN|: 2026\nNO|DESA|SASARAN BUMIL|K1\n1|Suka|21|4\n2|Maju|10|1")
    assert (codes(reading) == ["bulan-isian-berbeda A4"]) is told and "2026-3" in said(reading)[0]


@pytest.mark.parametrize(
    ("lines", "told"),
    [
        ("PWS KIA BULAN FEBRUARI 2026\nBULAN : MARET 2026", True), ("PWS KIA BULAN FEBRUARI 2026\nBulan|:|Maret", True),
        ("LAPORAN GIZI TAHUN 2025\nBULAN : MARET 2026", True), ("PWS KIA TAHUN 2026\nBULAN : MARET 2026", False),
        ("SASARAN TAHUN 2025\nBULAN : MARET 2026", False), ("BAHAN LOKMIN APRIL 2026\nBULAN : MARET 2026", False),
        ("PWS KIA TRIWULAN I 2026\nBULAN : MARET 2026", False), ("PWS KIA BULAN MARET 2026\nBULAN : MARET 2026", False),
    ],
)  # fmt: skip
def test_the_name_of_a_report_with_another_month_than_the_label_is_told(lines: str, told: bool):  # noqa: FBT001
    reading = read(S=f"{lines}\nPUSKESMAS MELATI\nNO|DESA|K1|K4\n1|Suka|4|2\n2|Maju|1|1")
    assert ("bulan-isian-berbeda A4" in codes(reading)) is told and "2026-3" in said(reading)[0]


@pytest.mark.parametrize(
    ("lines", "told"),
    [
        ("PWS KIA MEI 2026\nTAHUN 2025", True), ("TAHUN 2025\nPWS KIA MEI 2026", True), ("PWS KIA\nMEI 2026\nTH. 2025", True),
        ("PWS KIA MEI 2026\nPUSKESMAS MELATI|||THN 2025", True), ("PWS KIA MEI 2026\nTAHUN 2026", False),
        ("PWS KIA MEI 2026\nSASARAN TAHUN 2025", False), ("PWS KIA MEI 2026\nTAHUN ANGGARAN 2025", False),
        ("PWS KIA BULAN MEI\nTAHUN 2026", False),
    ],
)  # fmt: skip
def test_a_line_of_another_year_than_the_title_with_its_month_is_told(lines: str, told: bool):  # noqa: FBT001
    reading = read(S=f"{lines}\nNO|DESA|K1|K4\n1|Suka|4|2\n2|Maju|1|1")
    assert any(code.startswith("bulan-judul-berbeda") for code in codes(reading)) is told and "2026-5" in said(reading)[0]
