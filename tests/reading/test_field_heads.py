"""Heads as the field writes them: short names, percents beside their number, desa that sound like a head, rows of Abs and %."""

from __future__ import annotations

import pytest
from laporan import codes, read, said


def test_a_desa_whose_name_looks_like_head_words_keeps_its_columns():
    reading = read(
        merges=[(1, 2, 1, 4), (1, 5, 1, 7), (1, 8, 1, 10)],
        S="""
SPM S/D JUNI 2026
NO|JENIS PELAYANAN|SUKAMAJU|||KOTO BARU|||LUBUAK ALUNG||
||SASARAN|CAPAIAN|%|SASARAN|CAPAIAN|%|SASARAN|CAPAIAN|%
1|Pelayanan kesehatan ibu hamil|50|25|50|40|10|25|80|40|50
2|Pelayanan kesehatan ibu bersalin|50|20|40|40|20|50|80|20|25
""",
    )
    assert "KOTO BARU spm_01 2026-6 cumulative T 10/40 25" in said(reading)
    assert len(said(reading)) == 6


@pytest.mark.parametrize("dead", ["M", "Meninggal"])
@pytest.mark.parametrize("title", ["KASUS DEMAM BERDARAH DENGUE (DBD)", "DATA KASUS DBD"])
def test_p_and_m_below_months_are_the_ill_and_the_dead(title: str, dead: str):
    ill = "P" if dead == "M" else "Penderita"
    reading = read(
        merges=[(1, 2, 1, 3), (1, 4, 1, 5)],
        S=f"{title} TAHUN 2026\nNO|DESA|JANUARI||FEBRUARI|\n||{ill}|{dead}|{ill}|{dead}\n1|Suka|4|1|2|0\n2|Maju|3|0|1|1",
    )
    assert "Suka dbd_kasus 2026-1 month T 4/" in said(reading)
    assert "Maju dbd_meninggal 2026-2 month T 1/" in said(reading)


def test_a_list_of_abs_and_percent_names_no_indicator():
    rows = "1|Suka|50|Abs|4|5|6\n|||%|8|10|12\n2|Maju|40|Abs|2|4|8\n|||%|5|10|20"
    reading = read(S=f"CAPAIAN KUMULATIF K6 TAHUN 2026\nNO|DESA|SASARAN|URAIAN|JAN|FEB|MAR\n{rows}")
    assert "Maju k6 2026-3 cumulative T 8/40 20" in said(reading)
    assert len(said(reading)) == 6


def test_a_percent_belongs_to_the_number_right_before_it():
    reading = read(
        merges=[(1, 2, 1, 6)],
        S="""
GIZI IBU HAMIL S/D AGUSTUS 2026
NO|DESA|IBU HAMIL KEK||||
||Diukur LILA|KEK|%|Mendapat PMT|%
1|Suka|20|4|20|3|75
2|Maju|40|4|10|2|50
3|Jaya|50|10|20|5|50
""",
    )
    assert said(reading)[:2] == ["Jaya kek 2026-8 cumulative T 10/50 20", "Jaya kek_pmt 2026-8 cumulative T 5/10 50"]


def test_all_who_were_treated_are_no_prevalence():
    reading = read(
        merges=[(1, 2, 1, 4)],
        S="TATALAKSANA S/D MEI 2026\nNO|DESA|Balita Gizi Buruk||\n||Kasus|Mendapat Perawatan|%\n1|Suka|2|2|100\n2|Maju|1|1|100\n3|Jaya|4|2|50",
    )
    assert "Suka gizi_buruk_dirawat 2026-5 cumulative T 2/2 100" in said(reading)
    assert not [line for line in said(reading) if " gizi_buruk " in line and line.endswith("100")]


@pytest.mark.parametrize(
    "head, code",
    [
        ("KN1 (6-48 JAM)", "kn1"), ("KF1 (6 JAM - 2 HARI)", "kf1"), ("LINFASKES", "pn_fasyankes"), ("K1M", "k1_murni"), ("K1A", "k1"),
        ("Jumlah bayi lahir dengan berat badan < 2500 gr (BBLR)", "bblr"), ("YANKES USIA LANJUT", "spm_07"), ("YANKES HT", "spm_08"),
    ],
)  # fmt: skip
def test_short_names_of_the_field(head: str, code: str):
    assert {line.split()[1] for line in said(read(S=f"LAPORAN MEI 2026\nNO|DESA|{head}\n1|Suka|5\n2|Maju|4"))} == {code}


def test_short_names_below_spm():
    groups = {"USIA DIKDAS": "spm_05", "USPRO": "spm_06", "HT": "spm_08", "TB": "spm_11"}
    heads = "|".join(f"{name}||" for name in groups)
    merges = [(1, 2 + 3 * place, 1, 4 + 3 * place) for place in range(len(groups))]
    rows = "\n".join(f"{place}|{name}" + "|50|10|20" * len(groups) for place, name in ((1, "Suka"), (2, "Maju")))
    reading = read(merges=merges, S=f"CAPAIAN SPM S/D JUNI 2026\nNO|DESA|{heads}\n||" + "SAS|CAP|%|" * len(groups) + f"\n{rows}")
    assert said(reading)[:4] == [f"Maju {code} 2026-6 cumulative T 10/50 20" for code in groups.values()]


def test_a_percent_head_that_repeats_its_group():
    reading = read(
        merges=[(1, 3, 1, 5)],
        S="AKSES JAMBAN SEPTEMBER 2026\nNO|DESA|KK|AKSES JAMBAN||\n|||SHARING|TOTAL KK AKSES JAMBAN|% AKSES\n1|Suka|200|1|100|50\n2|Maju|100|9|75|75",
    )
    assert "Maju jamban 2026-9 point T 75/100 75" in said(reading)


def test_what_only_repeats_the_title_is_the_title_s_indicator():
    reading = read(S="PEMBERIAN TTD REMAJA PUTRI MEI 2026\nNO|DESA|JUMLAH REMATRI|Mendapat TTD\n1|Suka|50|5\n2|Maju|40|4")
    assert said(reading) == ["Maju rematri_ttd_bulan 2026-5 point T 4/40", "Suka rematri_ttd_bulan 2026-5 point T 5/50"]


def test_l_and_p_in_rows_or_under_desa_must_add_up():
    reading = read(
        merges=[(1, 1, 1, 3), (1, 4, 1, 6)],
        S="""
IMUNISASI MEI 2026
JENIS IMUNISASI|SUKA|||MAJU||
|L|P|L+P|L|P|L+P
BCG|4|6|10|7|8|15
POLIO 1|3|2|5|4|4|9
DPT-HB-HIB 1|3|3|6|4|4|8
""",
    )
    assert [code for code in codes(reading) if code.startswith("l-p")] == ["l-p-tidak-cocok G5"]


@pytest.mark.parametrize("heads", ["Sas|Cak|%", "Sasaran|Cak K1|%", "Sasaran|Cakupan|Persen"])
def test_a_short_cakupan_before_a_percent_is_the_number(heads: str):
    reading = read(S=f"CAKUPAN K1 S/D MEI 2026\nNO|DESA|{heads}\n1|Suka|50|20|40\n2|Maju|40|30|75")
    assert said(reading) == ["Maju k1 2026-5 cumulative T 30/40 75", "Suka k1 2026-5 cumulative T 20/50 40"]


def test_a_short_cakupan_behind_its_number_is_the_percent():
    reading = read(S="S/D MEI 2026\nNO|DESA|SASARAN|K1|CAK\n1|Suka|50|20|40\n2|Maju|40|30|75")
    assert said(reading) == ["Maju k1 2026-5 cumulative T 30/40 75", "Suka k1 2026-5 cumulative T 20/50 40"]


@pytest.mark.parametrize("title", ["GIZI BURUK", "BALITA"])
def test_numbers_of_other_people_are_not_those_of_the_title(title: str) -> None:
    reading = read(
        merges=[(1, 3, 1, 4), (1, 5, 1, 6)],
        S=f"""
LAPORAN {title} BULAN MARET 2026
No|Desa|Jumlah balita|Balita Gizi Kurang||Balita Gizi Buruk|
|||Jumlah Kasus|%|Jumlah Kasus|%
1|Aman|100|5|5|1|1
2|Bina|80|4|5|2|2.5
""",
    )
    assert said(reading) == ["Aman gizi_buruk 2026-3 point T 1/100 1", "Bina gizi_buruk 2026-3 point T 2/80 2.5"]
    assert "kolom-tidak-dikenal D3" in codes(reading)
