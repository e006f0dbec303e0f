"""Tables as the Profil Kesehatan, yearbooks and open data of a kabupaten print them: sums as signs, footnotes, parts beside the whole."""

from __future__ import annotations

import pytest
from laporan import read, said

from lokmin_data.model import Reading
from lokmin_data.reading.understanding import NothingToRead

AREAS = ("Suka", "Maju", "Jaya", "Makmur")


def rows(*each: str) -> str:
    """Numbered rows of the areas with these cells behind the name."""
    return "\n".join(f"{place}|{area}|{cells}" for place, (area, cells) in enumerate(zip(AREAS, each, strict=False), 1))


def named(reading: Reading) -> set[str]:
    return set(reading.observations["indicator"])


def of(area: str, lines: list[str]) -> list[str]:
    return [line.removeprefix(f"{area} ") for line in lines if line.startswith(f"{area} ")]


@pytest.mark.parametrize("sign", ["Σ", "∑", "JUMLAH", "ABS"])
def test_the_sign_of_a_sum_is_the_number(sign: str):
    head = f"TAHUN 2024\n\nNO|DESA|IBU HAMIL|K1||K4|\n|||{sign}|%|{sign}|%"
    reading = read(S=f"{head}\n{rows('50|40|80|35|70', '60|57|95|54|90', '40|30|75|20|50')}", merges=[(2, 3, 2, 4), (2, 5, 2, 6)])
    assert of("Suka", said(reading)) == ["k1 2024- year T 40/50 80", "k4 2024- year T 35/50 70"]


@pytest.mark.parametrize("head", ["BAYI 6-11 BULAN1", "BAYI 6-11 BULAN 1)", "BAYI 6-11 BULAN1)", "BAYI 6-11 BULAN"])
def test_the_number_of_a_footnote_is_no_part_of_a_head(head: str):
    reading = read(S=f"VITAMIN A FEBRUARI 2024\n\nNO|DESA|{head}||\n||JUMLAH|MENDAPAT VIT A|%\n{rows('20|18|90', '30|27|90')}", merges=[(2, 2, 2, 4)])
    assert named(reading) == {"vit_a_6_11"}


@pytest.mark.parametrize("head", ["Rota4", "Polio6", "Kelas3", "Bulan1", "HPV5"])
def test_the_number_of_a_dose_or_a_class_stays(head: str):
    with pytest.raises(NothingToRead):
        read(S=f"IMUNISASI MEI 2026\nNO|DESA|{head}\n{rows('20', '30', '40')}")


def test_the_sum_of_an_illness_and_its_graver_form_is_the_whole():
    title, merges = "PNEUMONIA MEI 2026", [(1, 3, 1, 7)]
    head = f"{title}\nNO|DESA|PERKIRAAN PNEUMONIA BALITA|PENEMUAN PENDERITA|||\n|||PNEUMONIA|PNEUMONIA BERAT|JUMLAH|%"
    reading = read(S=f"{head}\n{rows('20|9|1|10|50', '30|12|3|15|50', '40|8|0|8|20')}", merges=merges)
    assert of("Suka", said(reading)) == ["pneumonia_balita 2026-5 month T 10/20 50"]
    flat = read(S=f"{title}\nNO|DESA|PNEUMONIA|PNEUMONIA DIRUJUK\n{rows('9|1', '12|3')}")
    assert of("Suka", said(flat)) == ["pneumonia_balita 2026-5 month T 9/"]  # those sent on are among them


@pytest.mark.parametrize("total", ["JUMLAH PNEUMONIA BALITA (PNEUMONIA + PNEUMONIA BERAT)", "PNEUMONIA + PNEUMONIA BERAT"])
def test_a_sum_that_names_an_illness_and_its_graver_form_is_the_whole_also_beside_others(total: str):
    title = "ISPA MEI 2026\nNO|DESA|PERKIRAAN PNEUMONIA BALITA|PENDERITA BALITA||||||"
    head = f"{title}\n|||PNEUMONIA||PNEUMONIA BERAT||{total}||DIRUJUK\n|||L|P|L|P|L|P|"
    reading = read(S=f"{head}\n{rows('20|3|6|1|0|4|6|1', '30|5|7|2|1|7|8|0', '40|4|4|0|0|4|4|2')}", merges=[(1, 3, 1, 9)])
    assert of("Suka", said(reading)) == ["pneumonia_balita 2026-5 month L 4/", "pneumonia_balita 2026-5 month P 6/"]
    other = read(S=f"PNEUMONIA MEI 2026\nNO|DESA|PNEUMONIA|DIRUJUK|PNEUMONIA + DIRUJUK\n{rows('9|1|10', '12|3|15', '8|2|10')}")
    assert of("Suka", said(other)) == ["pneumonia_balita 2026-5 month T 9/"]  # those sent on are no graver form


def test_the_ill_beside_those_served_are_whom_they_are_measured_against():
    head = "TAHUN 2024\nNO|DESA|JUMLAH PENDERITA DM|PENDERITA DM YANG MENDAPATKAN PELAYANAN SESUAI STANDAR|%"
    reading = read(S=f"{head}\n{rows('50|40|80', '60|57|95', '40|30|75')}")
    assert of("Suka", said(reading)) == ["spm_09 2024- year T 40/50 80"]
    alone = read(S=f"PELAYANAN DM SESUAI STANDAR TAHUN 2024\nNO|DESA|JUMLAH PENDERITA DM\n{rows('50', '60', '40')}")
    assert of("Suka", said(alone)) == ["spm_09 2024- year T 50/"]


def test_cases_treated_are_what_success_is_measured_against():
    cases = "JUMLAH SEMUA KASUS TUBERKULOSIS YANG DITEMUKAN DAN DIOBATI"
    head = f"TAHUN 2024\nNO|DESA|{cases}|KEBERHASILAN PENGOBATAN TUBERKULOSIS|%"
    reading = read(S=f"{head}\n{rows('50|40|80', '60|57|95', '40|30|75')}")
    assert of("Suka", said(reading)) == ["tb_sukses 2024- year T 40/50 80"]
    assert named(read(S=f"TAHUN 2024\nNO|DESA|{cases}\n{rows('50', '60', '40')}")) == {"tb_kasus"}


def test_a_target_to_be_found_is_parted_by_ages():
    head = "TAHUN 2024\nNO|DESA|JUMLAH TARGET PENEMUAN||DIARE DILAYANI|\n||SEMUA UMUR|BALITA|SEMUA UMUR|BALITA"
    reading = read(S=f"{head}\n{rows('90|40|30|11', '80|30|20|9', '70|30|21|8')}", merges=[(1, 2, 1, 3), (1, 4, 1, 5)])
    assert of("Suka", said(reading)) == ["diare 2024- year T 30/90", "diare_balita 2024- year T 11/40"]


def test_exclusive_breastfeeding_of_those_six_months_old():
    body = rows("20|18|90", "30|15|50", "40|10|25")
    old = read(S=f"TAHUN 2024\nNO|DESA|Jumlah bayi 6 bulan|Jumlah ASI eksklusif|%\n{body}")
    young = read(S=f"TAHUN 2024\nNO|DESA|Jumlah bayi 0-5 bulan|Jumlah ASI eksklusif|%\n{body}")
    assert (named(old), named(young)) == ({"asi_6_bulan"}, {"asi_eksklusif"})


def test_how_cases_are_parted_between_l_and_p_is_no_coverage():
    head = "TAHUN 2024\nNO|DESA|JUMLAH SEMUA KASUS TUBERKULOSIS||||\n||L|%|P|%|L+P"
    reading = read(S=f"{head}\n{rows('3|75|1|25|4', '2|40|3|60|5', '1|10|9|90|10')}", merges=[(1, 2, 1, 6)])
    assert of("Suka", said(reading)) == ["tb_kasus 2024- year L 3/", "tb_kasus 2024- year P 1/", "tb_kasus 2024- year T 4/"]
    covered = read(S=f"{head}\n{rows('3|70|1|25|4', '2|40|3|60|5', '1|15|9|90|10')}", merges=[(1, 2, 1, 6)])
    assert "tb_kasus 2024- year L 3/ 70" in of("Suka", said(covered))


def test_deaths_of_infants_are_no_sasaran():
    head = "JUMLAH KEMATIAN BAYI DAN BALITA\nTAHUN 2024\nNO|DESA|{}BAYI|{}BALITA"
    with pytest.raises(NothingToRead) as refused:
        read(S=f"{head.format('', '')}\n{rows('1|2', '0|1', '3|4')}")
    assert any("kematian menurut umur" in each.message for each in refused.value.problems)
    listed = read(S=f"DATA SASARAN\nTAHUN 2024\nNO|DESA|BAYI|BALITA\n{rows('10|22', '10|31', '13|24')}")
    assert len(listed.sasaran) == 2 * 3


def test_visits_by_diagnosis_are_no_cases_of_a_programme():
    table = "PUSKESMAS SUKA\nBULAN MEI TAHUN 2026\n{}|Jenis Penyakit|0-4 th|5-59 th|Jumlah\nA91|DBD|1|2|3\nJ18|Pneumonia|4|5|9"
    with pytest.raises(NothingToRead) as refused:
        read(S=table.format("Kode ICD X"))
    assert any("menurut diagnosis" in each.message for each in refused.value.problems)
    with pytest.raises(NothingToRead):
        read(S="LAPORAN BULANAN DATA KESAKITAN (LB1)\n" + table.format("Kode"))


def test_open_data_whose_file_alone_says_what_it_counts():
    reading = read("data_dbd.csv", S="tahun_data|kab_kota|jumlah|jumlah_meninggal\n2022|Kab. Suka|90|2\n2023|Kab. Suka|80|0")
    assert of("Kab. Suka", said(reading)) == [
        "dbd_kasus 2022- year T 90/", "dbd_kasus 2023- year T 80/", "dbd_meninggal 2022- year T 2/", "dbd_meninggal 2023- year T 0/",
    ]  # fmt: skip


def test_a_word_that_looks_like_one_without_a_meaning_says_something():
    reading = read("kasus_dbd 2022.csv", S=f"NO|DESA|Kasus DBD|Kepadatan\n{rows('3|1100', '4|1200', '5|1300')}")
    assert of("Suka", said(reading)) == ["dbd_kasus 2022- year T 3/"]
    assert any("Kepadatan" in each.message for each in reading.problems)


def test_heads_in_two_languages():
    heads = ("Kecamatan/ Subdistrict", "Bayi Lahir/ Births", "Berat Badan Lahir Rendah (BBLR)/ Low Birth Weight", "Kunjungan K1 First Visit")
    reading = read(S=f"TAHUN 2024\n{'|'.join(heads)}\nSuka|50|4|60\nMaju|60|5|70\nJaya|70|6|80")
    assert named(reading) == {"bblr", "k1"}


def test_the_pillars_of_stbm_beside_a_number_of_desa():
    pillar = "KK PENGELOLAAN AIR LIMBAH DOMESTIK RUMAH TANGGA (PALDRT)"
    heads = ("NO", "PUSKESMAS", "JUMLAH KK", "KK CUCI TANGAN PAKAI SABUN (CTPS)", pillar, "DESA/ KELURAHAN 5 PILAR STBM")
    reading = read(S=f"STBM\nTAHUN 2024\n{'|'.join(heads)}\n{rows('90|60|30|1', '80|40|20|0')}")
    assert named(reading) == {"ctps", "plc_rt"}
    assert set(reading.observations["level"]) == {"puskesmas"}


@pytest.mark.parametrize("sum_", ["S", "Σ", "JUMLAH"])
def test_the_letter_that_a_font_prints_as_a_sum(sum_: str):
    head = f"TAHUN 2024\nNO|DESA|BAYI 6-11 BULAN||\n||JUMLAH BAYI|MENDAPAT VIT A|\n|||{sum_}|%"
    reading = read(S=f"{head}\n{rows('20|18|90', '30|27|90', '40|30|75')}", merges=[(1, 2, 1, 4), (2, 3, 2, 4)])
    assert of("Suka", said(reading)) == ["vit_a_6_11 2024- year T 18/20 90"]


def test_the_letter_s_of_the_skdn_stays_the_sasaran():
    reading = read(S=f"BULAN MEI 2026\nNO|DESA|S|D|D/S\n{rows('20|18|90', '30|27|90', '40|30|75')}")
    assert of("Suka", said(reading)) == ["d_s 2026-5 point T 18/20 90"]


def test_the_sum_beside_those_who_had_it_below_their_people_is_all_of_them():
    head = "VITAMIN A FEBRUARI 2024\nNO|DESA|BAYI 6-11 BULAN||\n||JUMLAH|MENDAPAT VIT A|%"
    reading = read(S=f"{head}\n{rows('20|18|90', '30|27|90', '40|30|75')}", merges=[(1, 2, 1, 4)])
    assert of("Suka", said(reading)) == ["vit_a_6_11 2024-2 point T 18/20 90"]


def test_td_of_all_women_is_not_that_of_the_pregnant():
    with pytest.raises(NothingToRead):
        read(S=f"BULAN MEI 2026\nNO|DESA|JUMLAH WUS|Td1|Td2\n{rows('200|8|9', '300|7|6')}")
    both = read(S=f"BULAN MEI 2026\nNO|DESA|JUMLAH IBU HAMIL|JUMLAH WUS|IBU HAMIL|WUS\n||||Td1|Td1\n{rows('20|200|8|90', '30|300|7|60')}")
    assert of("Suka", said(both)) == ["td1 2026-5 month T 8/20"]
    pregnant = read(S=f"BULAN MEI 2026\nNO|DESA|WUS HAMIL|Td1\n{rows('20|8', '30|7')}")
    assert of("Suka", said(pregnant)) == ["td1 2026-5 month T 8/20"]


def test_pupils_of_one_class_are_not_all_of_that_age():
    head = "TAHUN 2024\nNO|DESA|KELAS 1 SD/MI|USIA PENDIDIKAN DASAR (KELAS 1-9)||\n||JUMLAH PESERTA DIDIK|JUMLAH|MENDAPAT PELAYANAN KESEHATAN|%"
    reading = read(S=f"{head}\n{rows('20|90|81|90', '30|80|60|75', '40|70|35|50')}", merges=[(1, 3, 1, 5)])
    assert of("Suka", said(reading)) == ["spm_05 2024- year T 81/90 90"]
    assert {*zip(reading.sasaran["area"], reading.sasaran["population"], reading.sasaran["value"], strict=True)} >= {("Suka", "usia_dikdas", 90.0)}
