"""Who and when a table counts: families that were visited, months that are not added up; S, C, % below each desa."""

from __future__ import annotations

import pytest
from laporan import codes, read, said

from lokmin_data.reading.understanding import NothingToRead

IKS = "No|Indikator|Suka|||Maju||\n||{0}|{0}\n1|Bayi mendapat ASI eksklusif|5|10|50|6|8|75\n2|Keluarga menggunakan jamban sehat|40|80|50|30|40|75"
IKS += "\n3|Keluarga memiliki jamban sehat permanen|10|80|12.5|20|40|50"
PAIRS = [(2, 2, 2, 4), (2, 5, 2, 7)]


@pytest.mark.parametrize("title", ["REKAP INDIKATOR KELUARGA SEHAT (PIS-PK)", "IKS", "PROGRAM PIS PK"])
def test_visits_to_families_count_families_only(title: str):
    heads = "Kel. bernilai Y|Kel. dinilai (Y+T)|%"
    reading = read(S=f"{title}\nKEADAAN MEI 2026\n{IKS.format(heads)}", merges=PAIRS)
    assert [line for line in said(reading) if "40/80" in line or "30/40" in line] == [
        "Maju jamban 2026-5 point T 30/40 75", "Suka jamban 2026-5 point T 40/80 50",
    ]  # fmt: skip
    assert not any(" asi_" in line for line in said(reading))
    assert "hanya-keluarga" in " ".join(codes(reading))
    desa = f"{title} MEI 2026\nNO|DESA|BAYI|ASI EKSKLUSIF\n1|Suka|10|5\n2|Maju|10|4"
    with pytest.raises(NothingToRead) as raised:
        read(S=desa)
    assert "hanya-keluarga" in [each.code for each in raised.value.problems]


def test_other_titles_count_people():
    reading = read(S="ASI EKSKLUSIF BAYI MEI 2026\nNO|DESA|BAYI 0-5 BULAN|ASI EKSKLUSIF\n1|Suka|10|5\n2|Maju|10|4")
    assert [line.split()[1] for line in said(reading)] == ["asi_eksklusif", "asi_eksklusif"]


@pytest.mark.parametrize("heads", ["S|C|%", "S|(C)|%", "Sasaran|R|%"])
def test_a_letter_between_sasaran_and_percent_is_the_count(heads: str):
    rows = "1|Pelayanan kesehatan ibu hamil|50|20|40|60|30|50\n2|Pelayanan kesehatan balita|80|20|25|40|30|75"
    reading = read(S=f"SPM\nS/D JUNI 2026\nNo|Jenis layanan dasar|Suka|||Maju||\n||{heads}|{heads}\n{rows}", merges=PAIRS)
    assert said(reading)[-1] == "Suka spm_04 2026-6 cumulative T 20/80 25"
    below = f"SPM S/D JUNI 2026\nNO|DESA|K1|||K4||\n||{heads}|{heads}\n1|Suka|50|20|40|50|10|20\n2|Maju|60|30|50|60|15|25\n3|Jaya|80|20|25|80|8|10"
    assert "Suka k4 2026-6 cumulative T 10/50 20" in said(read(S=below, merges=[(1, 2, 1, 4), (1, 5, 1, 7)]))
    remarks = f"SPM S/D JUNI 2026\nNO|DESA|SPM 4|||\n||{heads}|KET\n1|Suka|50|20|40|-\n2|Maju|60|30|50|-\n3|Jaya|80|20|25|-"
    assert "Suka spm_04 2026-6 cumulative T 20/50 40" in said(read(S=remarks, merges=[(1, 2, 1, 5)]))


def test_the_same_letter_among_other_columns_stays_unknown():
    reading = read(S="STATUS MEI 2026\nNO|DESA|K1|||K4\n||A|B|C|\n1|Suka|5|6|7|18\n2|Maju|1|2|3|6", merges=[(1, 2, 1, 4)])
    assert said(reading) == ["Maju k4 2026-5 month T 6/", "Suka k4 2026-5 month T 18/"]


TTD = "NO|DESA|SASARAN REMATRI|{}\n1|Suka|50|40\n2|Maju|60|30\n3|Jaya|80|20"


@pytest.mark.parametrize("period", ["JANUARI S/D JUNI 2026", "SEMESTER I 2026", "S/D JUNI 2026"])
def test_what_is_counted_each_month_is_no_result_of_several_months(period: str):
    reading = read(S=f"TTD REMAJA PUTRI\nPERIODE {period}\n{TTD.format('REMATRI DAPAT TTD')}")
    assert said(reading) == []
    assert "beberapa-bulan D3" in codes(reading)


def test_of_one_month_it_is_read():
    reading = read(S=f"TTD REMAJA PUTRI\nBULAN JUNI 2026\n{TTD.format('REMATRI DAPAT TTD')}")
    assert said(reading)[-1] == "Suka rematri_ttd_bulan 2026-6 point T 40/50"
    reading = read(S=f"TTD REMAJA PUTRI\nS/D JUNI 2026\n{TTD.format('REMATRI DAPAT TTD BULAN INI')}")
    assert said(reading)[-1] == "Suka rematri_ttd_bulan 2026-6 point T 40/50"


def test_a_line_that_numbers_the_columns_is_no_unknown_row():
    table = "KIA\nBULAN MEI 2026\nNo|Kegiatan|Suka|Maju|Jaya|JML\n1|2|3|4|5|6\n1|K1|5|6|7|18\n2|K4|4|5|6|15"
    assert codes(read(S=table)) == []
    assert codes(read(S=table.replace("1|2|3|4|5|6", "0|2|9|4|5|18"))) == ["kolom-tidak-dikenal B4"]
