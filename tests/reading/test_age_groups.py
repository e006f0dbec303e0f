"""A disease parted by ages: the ages are no sasaran, toddlers are the indicator of toddlers, other ages are told."""

from __future__ import annotations

import pytest
from laporan import codes, read, said

SEXES = "||L|P|JML|L|P|JML|L|P|JML\n1|Suka|2|3|5|4|4|8|6|7|13\n2|Maju|1|2|3|4|4|8|5|6|11\n3|Jaya|2|2|4|4|4|8|6|6|12"
PLAIN = "1|Suka|2|3|5\n2|Maju|1|2|3\n3|Jaya|2|2|4"
#: What the first and the last three columns hold of Suka, by sex.
FIRST, LAST = {"L 2/", "P 3/", "T 5/"}, {"L 6/", "P 7/", "T 13/"}


def of_suka(reading: object, code: str) -> set[str]:
    """The numbers of an indicator of Suka: `sex numerator/denominator`."""
    return {line.split(" month ")[1] for line in said(reading) if line.startswith(f"Suka {code} ")}


@pytest.mark.parametrize(
    ("disease", "ages", "code", "first", "last", "untold"),
    [
        ("DIARE DILAYANI", ("BALITA (0-59 BLN)", ">= 5 TAHUN", "SEMUA UMUR"), "diare", set(), LAST, "IJK"),
        ("PENDERITA DIARE", ("0-4 th", "5 th ke atas", "Total"), "diare", set(), LAST, "IJK"),
        ("ISPA BUKAN PNEUMONIA", ("BALITA", ">= 5 TAHUN", "JUMLAH"), "ispa", FIRST, set(), "CDE"),
        ("PNEUMONIA", ("< 5 TH", ">= 5 TH", "SEMUA UMUR"), "pneumonia_balita", FIRST, set(), "CDE"),
        ("PNEUMONIA", ("< 1 TAHUN", "1 - < 5 TAHUN", "BALITA"), "pneumonia_balita", set(), LAST, "IJK"),
        ("PNEUMONIA BALITA", ("< 1 TH", "1-4 TH", "JUMLAH"), "pneumonia_balita", set(), LAST, "IJK"),
        ("PELAYANAN HIPERTENSI", ("USIA PRODUKTIF", "LANSIA", "JUMLAH"), "spm_08", set(), LAST, "IJK"),
        ("DM DILAYANI", ("15-59 TH", ">= 60 TH", "SEMUA UMUR"), "spm_09", set(), LAST, "IJK"),
    ],
)  # fmt: skip
def test_each_age_is_that_of_its_people(disease: str, ages: tuple[str, ...], code: str, first: set, last: set, untold: str):
    reading = read(S=f"P2P MEI 2026\nNO|DESA|{disease}\n||{'|||'.join(ages)}||\n{SEXES}", merges=[(1, 2, 1, 10)])
    assert of_suka(reading, code) == first | last
    if code == "diare":
        assert of_suka(reading, "diare_balita") == FIRST
    told = {code.split()[1][0] for code in codes(reading) if code.startswith("kolom-tidak-dikenal")}
    assert "F" in told and told.isdisjoint(untold) and not any("melebihi" in code for code in codes(reading))


def test_ages_below_a_title_and_ages_in_the_same_text_are_read_alike():
    titled = read(S=f"LAPORAN DIARE MEI 2026\nNO|DESA|BALITA|||>= 5 TAHUN|||SEMUA UMUR||\n{SEXES}")
    assert of_suka(titled, "diare_balita") == FIRST and of_suka(titled, "diare") == LAST
    all_ages = read(S=f"LAPORAN ISPA MEI 2026\nNO|DESA|< 5 TH|>= 5 TH|JUMLAH\n{PLAIN}")
    assert of_suka(all_ages, "ispa") == {"T 2/"}
    flat = read(S=f"P2P MEI 2026\nNO|DESA|PNEUMONIA < 5 TH|PNEUMONIA >= 5 TH|JUMLAH PNEUMONIA\n{PLAIN}")
    assert of_suka(flat, "pneumonia_balita") == {"T 2/"}


def test_the_toddlers_alone_below_a_disease_are_no_sasaran():
    reading = read(S=f"P2P MEI 2026\nNO|DESA|DIARE||\n||BALITA||\n||L|P|JML\n{PLAIN}")
    assert of_suka(reading, "diare_balita") == {"L 2/", "P 3/", "T 5/"} and not of_suka(reading, "diare")


def test_people_beside_a_count_stay_its_sasaran():
    rows = "1|Suka|20|3|15\n2|Maju|10|2|20\n3|Jaya|20|2|10"
    title = "PELAYANAN MEI 2026\nNO|DESA|PELAYANAN HIPERTENSI||\n"
    assert of_suka(read(S=f"{title}||USIA PRODUKTIF|DILAYANI|%\n{rows}"), "spm_08") == {"T 3/20 15"}
    own = "P2P MEI 2026\nNO|DESA|DIARE|||||\n||BALITA|||SEMUA UMUR||\n||SASARAN|DILAYANI|%|SASARAN|DILAYANI|%\n"
    reading = read(S=f"{own}1|Suka|20|3|15|40|4|10\n2|Maju|10|2|20|40|8|20\n3|Jaya|20|2|10|40|4|10")
    assert of_suka(reading, "diare_balita") == {"T 3/20 15"} and of_suka(reading, "diare") == {"T 4/40 10"}


def test_a_sum_of_ages_amid_them_is_that_of_its_people():
    heads = "< 1 Tahun||1 - 4 Tahun||Jumlah Balita (0 - 4 Tahun)||5 - 59 Tahun||60+ Tahun||Jumlah Semua Umur|".split("|")
    rows = "1|Suka|1|2|3|1|4|3|5|5|0|2|9|10\n2|Maju|2|2|1|1|3|3|4|4|1|1|8|8\n3|Jaya|1|1|1|2|2|3|3|3|1|1|6|7"
    reading = read(S=f"KASUS DIARE DILAYANI MEI 2026\nNO|DESA|{'|'.join(heads)}\n||{'|'.join('LP' * 6)}\n{rows}")
    assert of_suka(reading, "diare_balita") == {"L 4/", "P 3/"}
    assert of_suka(reading, "diare") == {"L 9/", "P 10/"}


def test_a_number_of_toddlers_beside_ages_that_do_not_fill_theirs_is_no_count():
    heads = "Jumlah Balita (0 - 4 Tahun)||1 - 4 Tahun||5 - 59 Tahun||Semua Umur|".split("|")
    rows = "1|Suka|40|30|3|1|5|5|9|10\n2|Maju|30|30|1|1|4|4|8|8\n3|Jaya|20|30|1|2|3|3|6|7"
    reading = read(S=f"KASUS DIARE DILAYANI MEI 2026\nNO|DESA|{'|'.join(heads)}\n||{'|'.join('LP' * 4)}\n{rows}")
    assert not of_suka(reading, "diare_balita")


@pytest.mark.parametrize("age", ["0-59 bln", "0-4 th", "< 5 tahun", "0 - < 5 TH", "(0-<5 th)"])
def test_the_age_of_the_toddlers_behind_a_disease(age: str):
    lines = said(read(S=f"PENYAKIT BULAN MEI 2026\nNO|DESA|Diare {age}|Pneumonia {age}\n1|Suka|3|2\n2|Maju|4|3"))
    assert lines[:2] == ["Maju diare_balita 2026-5 month T 4/", "Maju pneumonia_balita 2026-5 month T 3/"]


@pytest.mark.parametrize("head", ["Malaria < 5 th", "Malaria 0-59 bulan", "DBD bayi", "Pneumonia bayi"])
def test_the_young_are_a_part_of_the_ill(head: str):
    reading = read(S=f"PENYAKIT BULAN MEI 2026\nNO|DESA|{head}|Diare\n1|Suka|3|2\n2|Maju|4|3")
    assert said(reading) == ["Maju diare 2026-5 month T 3/", "Suka diare 2026-5 month T 2/"]
    assert "kolom-tidak-dikenal C2" in codes(reading)


def test_the_rate_of_an_estimate_stands_in_its_head():
    heads = "NO|DESA|Jumlah balita|Perkiraan pneumonia balita (3,61%)|Pneumonia balita ditemukan|%"
    lines = said(read(S=f"PNEUMONIA BULAN MEI 2026\n{heads}\n1|Suka|200|8|2|25\n2|Maju|300|10|4|40\n3|Jaya|250|9|3|33.3"))
    assert lines[0] == "Jaya pneumonia_balita 2026-5 month T 3/9 33.3"


@pytest.mark.parametrize("head", ["Jumlah penduduk 20%", "Balita 10 %"])
def test_a_share_of_people_is_not_all_of_them(head: str):
    lines = said(read(S=f"PENYAKIT BULAN MEI 2026\nNO|DESA|{head}|Malaria|Diare\n1|Suka|200|8|2\n2|Maju|300|10|4"))
    assert lines and all(line.endswith("/") for line in lines)


@pytest.mark.parametrize("head", ["HT 15-59 TH", "HIPERTENSI USIA 15-59 TAHUN", "KASUS DBD ANAK", "MALARIA ANAK", "DIARE ANAK"])
def test_the_only_column_of_an_age_is_not_all_of_them(head: str):
    reading = read(S=f"REKAP\nBULAN MARET 2026\nDesa|Sasaran|{head}\nSuka|50|5\nMaju|40|2")
    assert not said(reading)
    assert "kolom-tidak-dikenal C3" in codes(reading)


@pytest.mark.parametrize(("head", "code"), [("HIPERTENSI DILAYANI USIA >= 15 TH", "spm_08"), ("DIARE ANAK BALITA", "diare_balita")])
def test_the_only_column_of_the_age_that_an_indicator_counts(head: str, code: str):
    assert f"Suka {code} 2026-3 month T 5/50" in said(read(S=f"REKAP\nBULAN MARET 2026\nDesa|Sasaran|{head}\nSuka|50|5\nMaju|40|2"))


def test_the_expected_ill_below_a_title_of_toddlers_are_toddlers():
    table = "BULAN MARET 2026\nNO|DESA|TARGET PENEMUAN SETAHUN|{}DITEMUKAN\n1|Suka|50|{}5\n2|Maju|40|{}2"
    reading = read(Maret="DIARE BALITA\n" + table.format("", "", ""))
    assert said(reading) == ["Maju diare_balita 2026-3 month T 2/40", "Suka diare_balita 2026-3 month T 5/50"]
    both = read(Maret="DIARE BALITA\n" + table.format("PERKIRAAN DIARE BALITA|", "20|", "10|"))
    assert said(both) == ["Maju diare_balita 2026-3 month T 2/10", "Suka diare_balita 2026-3 month T 5/20"]
