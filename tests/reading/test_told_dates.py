"""Days on which a report was sent, revised or replaced: they are not its period."""

from __future__ import annotations

import pytest
from laporan import codes, read, said

BODY = "NO|DESA|SASARAN|K1\n1|Suka|50|5\n2|Maju|40|2"
MARCH = ["Maju k1 2025-3 month T 2/40", "Suka k1 2025-3 month T 5/50"]


@pytest.mark.parametrize(
    "lines",
    [
        "BULAN MARET 2025 (REVISI, berlaku menggantikan laporan tanggal 5 April 2025)", "BULAN MARET 2025 (revisi 5 April 2025)",
        "Bulan Maret 2025 - direvisi tgl 05/04/2025", "Direvisi tanggal 5 April 2025\nBULAN MARET 2025", "MARET 2025 (per 5 April 2025)",
        "MARET 2025\nDikirim tanggal 5 April 2025", "Bulan Maret 2025, data diperbarui 7-4-2025", "LAPORAN MARET 2025 (5 April 2025)",
        "PERBAIKAN TGL 12 APRIL 2025\nMARET 2025", "BULAN MARET 2025 validasi tanggal 10 April 2025",
        "BULAN MARET 2025 pengganti laporan tgl. 5 April 2025",
    ],
)  # fmt: skip
def test_the_day_of_a_revision_is_no_month_of_the_report(lines: str):
    assert said(read(S=f"REKAP K1\n{lines}\n{BODY}")) == MARCH


@pytest.mark.parametrize(
    "line",
    [
        "REVISI BULAN MARET 2025", "Hasil validasi 31 Maret 2025", "Revisi data tanggal 1 s/d 31 Maret 2025", "Data (31 Maret 2025)",
        "Update: 31 Maret 2025", "Rekap 26 Februari - 25 Maret 2025", "Perbaikan Maret 2025", "Data per 31 Maret 2025",
    ],
)  # fmt: skip
def test_where_it_is_the_only_month_it_still_tells_it(line: str):
    assert said(read(S=f"REKAP K1\n{line}\n{BODY}")) == MARCH


SENT = [
    "LAPORAN KIA (dikirim bulan April 2025)\nBULAN MARET 2025", "BULAN MARET 2025\nDikirim ke Dinkes bulan April 2025",
    "BULAN MARET 2025 disampaikan April 2025", "MARET 2025\nBulan pengiriman : April 2025", "MARET 2025 (terkirim: April 2025)",
]  # fmt: skip


@pytest.mark.parametrize("lines", SENT)
def test_the_month_in_which_a_report_was_sent_is_not_that_of_its_numbers(lines: str):
    reading = read("rekap april.xlsx", S=f"REKAP K1\n{lines}\n{BODY}")
    assert said(reading) == MARCH
    assert codes(reading) == []


@pytest.mark.parametrize(
    "line",
    [
        "Laporan dikirim posyandu setiap bulan\nMARET 2025", "DATA YANG DIKIRIM BIDAN DESA BULAN MARET 2025", "Laporan yang dikirim: data Maret 2025",
        "BULAN MARET 2025 (dikirim bidan)",
    ],
)  # fmt: skip
def test_a_month_of_numbers_that_somebody_sent_is_theirs(line: str):
    assert said(read(S=f"REKAP K1\n{line}\n{BODY}")) == MARCH


def test_a_report_that_only_says_when_it_was_sent_is_asked_for_its_month():
    assert codes(read(S=f"REKAP K1 (dikirim bulan April 2025)\n{BODY}")) == ["periode-tidak-ada"]


VITAMIN_A = """LAPORAN GIZI BULAN MARET 2025
HASIL PEMBERIAN VITAMIN A BULAN FEBRUARI 2025
NO|DESA|Bayi 6-11 bulan|Dapat vit A 6-11 bulan
1|Suka|50|5
2|Maju|40|2"""


@pytest.mark.parametrize("name", ["laporan.xlsx", "Laporan gizi Maret 2025.xlsx"])
def test_a_title_that_names_a_family_of_indicators_is_that_of_its_table(name: str):
    reading = read(name, S=VITAMIN_A)
    assert said(reading)[0] == "Maju vit_a_6_11 2025-2 point T 2/40"
    assert "bulan-judul-berbeda A3" in codes(reading)


@pytest.mark.parametrize("note", ["SUDAH DIGANTI, LIHAT LEMBAR REVISI", "tidak berlaku", "lihat lembar perbaikan", "telah diganti"])
def test_a_table_that_was_replaced_gives_way_to_the_other(note: str):
    older = BODY.replace("|5\n", "|4\n").replace("|2", "|1")
    made = read(Lama1=f"REKAP K1\nBULAN MARET 2025 ({note})\n{older}", Mar=f"REKAP K1\nBULAN MARET 2025 (REVISI tanggal 5 April 2025)\n{BODY}")
    assert said(made) == MARCH
    alone = read(Mar=f"REKAP K1\nBULAN MARET 2025 ({note})\n{BODY}")
    assert said(alone) == MARCH


def test_the_caption_of_a_table_speaks_of_it_before_other_titles():
    above = "BULETIN PUSKESMAS SUKA\nEdisi Mei 2025 - Volume 5 Nomor 2"
    reading = read(S=f"{above}\nTabel 1. Cakupan K1, Januari s/d Maret 2025\n{BODY}")
    assert said(reading) == [line.replace("month", "cumulative") for line in MARCH]
    assert said(read(S=f"LAPORAN S/D MARET 2025\nTabel 2. K1 Bulan Maret 2025\n{BODY}")) == MARCH
    assert said(read(S=f"BULAN : MARET 2025\nTabel II-3: Cakupan K1\n{BODY}")) == MARCH


@pytest.mark.parametrize("line", ["Edisi Maret 2025 - Volume 5 Nomor 2", "Edisi : Maret 2025", "Terbitan Maret 2025"])
def test_an_edition_tells_the_month_where_nothing_else_does(line: str):
    assert said(read(S=f"BULETIN PUSKESMAS SUKA\n{line}\nTabel 1. Cakupan K1 per desa\n{BODY}")) == MARCH
    later = read(S=f"BULETIN\n{line.replace('Maret 2025', 'April 2025')}\nTabel 1. Cakupan K1 Maret 2025\n{BODY}")
    assert said(later) == MARCH


def test_a_book_of_figures_is_published_a_year_after_its_numbers():
    table = f"Jumlah Kunjungan K1 menurut Desa, 2024\n{BODY}"
    reading = read("Kecamatan Suka Dalam Angka 2025.xlsx", S=f"Kecamatan Suka Dalam Angka/Suka Subdistrict in Figures 2025\n{table}")
    assert said(reading) == [line.replace("2025-3 month", "2024- year") for line in MARCH]
    assert not [problem for problem in reading.problems if problem.code == "bulan-nama-berbeda"]
    assert set(read("Kecamatan Suka Dalam Angka 2025.xlsx", S=f"Kunjungan K1\n{BODY}").observations["year"].isna()) == {True}


@pytest.mark.parametrize("caption", ["Tabel 1. K1 s/d {}", "A. Cakupan K1 Januari s/d {}", "2) K1 s.d. {}", "Lampiran 3 : K1 s/d {}"])
def test_a_caption_under_another_month_is_told_and_under_its_own_or_a_meetings_is_not(caption: str):
    line = caption.format("Maret 2025")
    for above, told in (("BULAN MARET 2025", 0), ("BULAN : MARET 2025", 0), ("Laporan Lokmin April 2025", 0), ("LAPORAN BULAN APRIL 2025", 1)):
        reading = read(S=f"{above}\n{line}\n{BODY}")
        assert said(reading) == [each.replace("month", "cumulative") for each in MARCH]
        assert sum(problem.code == "bulan-judul-berbeda" for problem in reading.problems) == told
