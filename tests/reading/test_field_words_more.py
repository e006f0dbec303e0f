"""Further words of the field: signs between words, sums of letters, heads over finding and treating, "ADA" as the sasaran."""

from __future__ import annotations

import pytest
from laporan import codes, read, said

from lokmin_data.model import LokminError

SUMS = [
    ("stunting", "STUNTING (SP+P)"), ("stunting", "STUNTING (P & SP)"), ("underweight", "UNDERWEIGHT (SK+K)"),
    ("underweight", "Underweight (BBSK + BBK)"), ("wasting", "WASTING (GB+GK)"), ("overweight", "OVERWEIGHT (GL+O)"),
    ("pam_rt", "Pengelolaan air minum & makanan RT"), ("pam_rt", "Pengelolaan air minum dan makanan RT"),
    ("pam_rt", "KK mengelola air minum & makanan RT"), ("ps_rt", "KK mengelola sampah RT dgn aman"), ("plc_rt", "KK mengolah limbah cair RT"),
    ("jamban", "KK dengan akses jamban (milik sendiri + menumpang)"), ("jamban", "KK dgn akses jamban"), ("air_minum", "KK akses air minum aman"),
    ("pneumonia_balita", "PNEUMONIA BALITA DITEMUKAN DAN DIOBATI"), ("diare", "DIARE DITEMUKAN & DITANGANI"),
    ("anemia_ttd", "Bumil anemia dpt penanganan"),
    ("spm_07", "JUMLAH SPM USILA"), ("spm_05", "SPM ANAK SEKOLAH"), ("spm_10", "SPM JIWA"), ("spm_03", "SPM NEONATUS"),
    ("kn1", "KUNJUNGAN NEONATAL 1 KALI (KN1)"), ("kn_lengkap", "KUNJUNGAN NEONATAL 3 KALI (KN LENGKAP)"), ("dpt1", "DPT 1"),
    ("kn_lengkap", "Neonatus Lengkap (KN Lengkap)"), ("kn_lengkap", "NEONATUS LENGKAP"), ("kn_lengkap", "Pelayanan neonatus lengkap"),
]  # fmt: skip


@pytest.mark.parametrize(("code", "head"), SUMS)
def test_a_head_with_signs_and_letters(code: str, head: str):
    reading = read(S=f"LAPORAN MEI 2026\nDesa|{head}\nSuka|4\nMaju|5")
    assert [line.split()[1] for line in said(reading)] == [code, code]
    assert {line.split()[4] for line in said(reading)} == {"T"}


@pytest.mark.parametrize("head", ["Neonatus tidak lengkap", "Set alat neonatus lengkap", "Imunisasi neonatus lengkap", "Jumlah neonatus"])
def test_other_heads_with_newborns(head: str):
    assert {line.split()[1] for line in said(read(S=f"LAPORAN MEI 2026\nDesa|K1|{head}\nSuka|7|4\nMaju|8|5"))} == {"k1"}


@pytest.mark.parametrize("woman", ["PRMP", "Peremp", "PRP"])
def test_women_in_short(woman: str):
    reading = read(S=f"LAPORAN MEI 2026\nDesa|DIARE|||\n|LAKI2|{woman}|JML\nSuka|1|3|4\nMaju|2|3|5", merges=[(1, 1, 1, 3), (1, 0, 2, 0)])
    assert [line.split()[4] for line in said(reading)] == ["L", "P", "T"] * 2


def test_finding_and_treating_side_by_side():
    reading = read(
        merges=[(1, 0, 2, 0), (1, 1, 1, 3), (1, 4, 1, 6)],
        S="""
PENEMUAN DAN KEBERHASILAN PENGOBATAN TUBERKULOSIS TAHUN 2025
Desa|Penemuan Kasus|||Hasil Pengobatan||
|Perkiraan kasus TB|Kasus TB ditemukan dan diobati|%|Kasus TB diobati yang dievaluasi|Sembuh dan pengobatan lengkap|%
Suka|32|16|50|26|13|50
Maju|41|20|48.8|32|30|93.8
Jaya|24|17|70.8|17|15|88.2
""",
    )
    assert {line.split(" T ")[1] for line in said(reading) if "tb_kasus" in line} == {"16/32 50", "20/41 48.8", "17/24 70.8"}
    assert {line.split(" T ")[1] for line in said(reading) if "tb_sukses" in line} == {"13/26 50", "30/32 93.8", "15/17 88.2"}


def test_a_percent_of_finding_without_its_count_is_no_success():
    reading = read(
        merges=[(1, 0, 2, 0), (1, 1, 1, 2), (1, 3, 1, 5)],
        S="""
PENEMUAN DAN KEBERHASILAN PENGOBATAN TUBERKULOSIS TAHUN 2025
Desa|Penemuan Kasus||Hasil Pengobatan||
|Perkiraan kasus TB|%|Kasus TB diobati|Sembuh dan pengobatan lengkap|%
Suka|32|50|26|13|50
Maju|41|48.8|32|30|93.8
Jaya|24|70.8|17|15|88.2
""",
    )
    assert {line.split(" T ")[1] for line in said(reading)} == {"13/26 50", "30/32 93.8", "15/17 88.2"}


def test_success_of_weighing_over_its_parts():
    reading = read(
        merges=[(1, 0, 2, 0), (1, 1, 1, 3)],
        S="HASIL PENIMBANGAN MEI 2026\nDesa|KEBERHASILAN PENIMBANGAN (N/D)||\n|D TERKOREKSI (N+T)|NAIK (N)|N/D (%)\n"
        "Suka|99|62|62.63\nMaju|194|142|73.2\nJaya|171|94|54.97",
    )
    assert said(reading)[2] == "Suka n_d 2026-5 point T 62/99 62.63"


AGES = """
PEMBERIAN KAPSUL VITAMIN A TAHUN 2025
DESA|FEBRUARI||||||AGUSTUS||||||
|BAYI 6-11 BULAN|||ANAK 12-59 BULAN|||BAYI 6-11 BULAN|||ANAK 12-59 BULAN||
|{there}|DAPAT VIT. A|%|{there}|DAPAT VIT. A|%|{there}|DAPAT VIT. A|%|{there}|DAPAT VIT. A|%
Suka|8|6|75|59|57|96.61|8|8|100|55|40|72.73
Maju|9|7|77.78|65|45|69.23|7|7|100|65|48|73.85
Jaya|14|13|92.86|102|86|84.31|{last}|10|76.92|108|99|91.67
"""
OVER = [(1, 1, 1, 6), (1, 7, 1, 12), *((2, column, 2, column + 2) for column in (1, 4, 7, 10)), (1, 0, 3, 0)]


@pytest.mark.parametrize("there", ["ADA", "Yang ada", "Populasi"])
def test_those_there_are_proved_by_the_percents(there: str):
    lines = said(read(S=AGES.format(there=there, last=13), merges=OVER))
    assert "Jaya vit_a_6_11 2025-8 point T 10/13 76.92" in lines
    assert "Suka vit_a_6_11 2025-8 point T 8/8 100" in lines
    assert len([line for line in lines if "/ " in line or line.endswith("/")]) == 0


def test_those_there_are_not_taken_where_a_percent_speaks_against_it():
    lines = said(read(S=AGES.format(there="ADA", last=17), merges=OVER))
    assert "Jaya vit_a_6_11 2025-8 point T 10/ 76.92" in lines


GRADES = [("STUNTING", "SP", "P", "JML", ["T"]), ("UNDERWEIGHT", "SK", "K", "L", []), ("STUNTING", "L", "P", "JML", ["L", "P", "T"])]


@pytest.mark.parametrize(("head", "first", "second", "third", "sexes"), GRADES)
def test_letters_of_a_grade_are_no_sex(head: str, first: str, second: str, third: str, sexes: list[str]):
    sheet = f"LAPORAN MEI 2026\nDesa|{head}|||D/S\n|{first}|{second}|{third}|\nSuka|1|3|4|40\nMaju|2|3|5|50"
    reading = read(S=sheet, merges=[(1, 1, 1, 3), (1, 0, 2, 0), (1, 4, 2, 4)])
    assert [line.split()[4] for line in said(reading) if head.lower() in line] == sexes * 2


def test_a_percent_of_treating_belongs_to_the_count_before_it():
    reading = read(S="LAPORAN S/D MEI 2026\nDesa|Bumil anemia|Anemia dpt penanganan|% ditangani\nSuka|4|3|75\nMaju|5|5|100\nJaya|8|2|25")
    assert "Suka anemia_ttd 2026-5 cumulative T 3/4 75" in said(reading)
    assert codes(reading) == []


def test_a_number_called_jumlah_beside_its_percent_is_the_number():
    lines = said(read(merges=[(1, 2, 1, 3)], S="LAPORAN S/D MEI 2026\nDesa|Lahir hidup|HB 0|\n||Jml|%\nSuka|10|8|80\nMaju|20|19|95"))
    assert lines == ["Maju hb0 2026-5 cumulative T 19/20 95", "Suka hb0 2026-5 cumulative T 8/10 80"]


def test_a_jumlah_over_days_is_not_the_number_of_the_first_day():
    days = "LAPORAN S/D MEI 2026\nDesa|Lahir hidup|HB 0||\n||< 24 jam|1-7 hari|Jml\nSuka|10|6|2|8\nMaju|20|18|1|19"
    lines = said(read(merges=[(1, 2, 1, 4)], S=days))
    assert [line for line in lines if " hb0 " in line] == ["Maju hb0 2026-5 cumulative T 18/20", "Suka hb0 2026-5 cumulative T 6/10"]


DOSES = [
    ("KAPSUL BIRU (100.000 IU) BAYI 6-11 BULAN", "KAPSUL MERAH (200.000 IU) ANAK BALITA 12-59 BULAN"),
    ("Bayi 6-11 bln (100.000 SI)", "Anak 12-59 bln (200.000 SI)"), ("Vitamin A biru 100.000 IU", "Vitamin A merah 200.000 IU"),
]  # fmt: skip


@pytest.mark.parametrize(("blue", "red"), DOSES)
def test_the_doses_of_vitamin_a_beside_its_colours_and_ages(blue: str, red: str):
    table = f"VITAMIN A AGUSTUS 2025\nDesa|{blue}|||{red}||\n|Sasaran|Dapat|%|Sasaran|Dapat|%\nSuka|20|18|90|90|72|80\nMaju|30|27|90|50|40|80"
    lines = said(read(S=table, merges=[(1, 0, 2, 0), (1, 1, 1, 3), (1, 4, 1, 6)]))
    assert [line for line in lines if line.startswith("Suka")] == [
        "Suka vit_a_12_59 2025-8 point T 72/90 80", "Suka vit_a_6_11 2025-8 point T 18/20 90",
    ]  # fmt: skip


@pytest.mark.parametrize("head", ["Kapsul merah (100.000 IU)", "Bufas kapsul merah (200.000 IU)"])
def test_the_dose_of_another_age_or_of_mothers_is_not_that_of_toddlers(head: str):
    lines = said(read(S=f"VITAMIN A AGUSTUS 2025\nDesa|Balita|{head}|Kapsul biru\nSuka|90|18|9\nMaju|50|27|8"))
    assert not [line for line in lines if "12_59" in line or " 18" in line]


TB = "DATA TB 2025\n{title}\nDesa|{people}|Jan|Feb|Jml|%\nSuka|20|1|3|4|20\nMaju|10|0|1|1|10\nJaya|40|2|6|8|20"


@pytest.mark.parametrize("title", ["KASUS TB (SEMUA TIPE)", "KASUS TB DITEMUKAN DAN DIOBATI (SEMUA TIPE)"])
@pytest.mark.parametrize("people", ["Estimasi kasus 1 th", "Estimasi kasus TB 1 th", "Perkiraan kasus TB 1 tahun"])
def test_an_estimate_of_one_year_in_a_table_of_all_types(title: str, people: str):
    reading = read(S=TB.format(title=title, people=people))
    assert "Suka tb_kasus 2025-2 month T 3/20" in said(reading) and not codes(reading)


def test_those_who_should_be_looked_at_in_a_table_of_tb():
    lines = said(read(S=TB.format(title="TERDUGA TB", people="Sasaran terduga 1 th")))
    assert "Suka spm_11 2025-2 month T 3/20" in lines


@pytest.mark.parametrize("title", ["KASUS TB ANAK (SEMUA TIPE)", "KASUS TB EKSTRA PARU SEMUA TIPE"])
def test_a_part_of_tb_is_not_all_of_it(title: str):
    with pytest.raises(LokminError):
        read(S=TB.format(title=title, people="Estimasi kasus"))


@pytest.mark.parametrize("head", ["6-23 bln diwawancarai", "Usia 6-23 bulan diwawancarai", "Baduta 6-23 bln diwawancarai", "6-23 bulan diwawancara"])
def test_children_who_were_asked_divide_mpasi(head: str):
    found = said(read(S=f"GIZI BULAN SEPTEMBER 2026\nDesa|Balita (S)|{head}|MPASI baik\nSuka|227|36|18\nMaju|269|51|6"))
    assert "Suka mpasi 2026-9 point T 18/36" in found
