"""Tables as open-data portals and applications of a Dinas export them: one row a desa, codes, units, a year or 202303."""

from __future__ import annotations

import pytest
from laporan import codes, read, said

from lokmin_data.model import LokminError


def test_a_unit_that_every_row_repeats_is_no_row_of_percents():
    reading = read(S="id|nama_desa|persentase_k4|satuan|tahun\n1|Suka|83.1|PERSEN|2020\n2|Maju|90.5|PERSEN|2020\n3|Jaya|88|PERSEN|2020")
    assert said(reading) == ["Jaya k4 2020- year T / 88", "Maju k4 2020- year T / 90.5", "Suka k4 2020- year T / 83.1"]


def test_a_unit_far_from_the_names_says_that_a_bare_number_is_a_percent():
    reading = read(S="nama_desa|kode_a|tahun|bulan|k4|satuan\nSuka|1|2026|5|83|PERSEN\nMaju|2|2026|5|90|PERSEN\nJaya|3|2026|5|88|PERSEN")
    assert said(reading) == ["Jaya k4 2026-5 month T / 88", "Maju k4 2026-5 month T / 90", "Suka k4 2026-5 month T / 83"]


def test_a_unit_of_people_leaves_counts():
    reading = read(S="nama_desa|tahun|bulan|k4|satuan\nSuka|2026|5|83|ORANG\nMaju|2026|5|90|ORANG")
    assert said(reading) == ["Maju k4 2026-5 month T 90/", "Suka k4 2026-5 month T 83/"]


def test_names_of_two_registers_are_one_table():
    reading = read(
        S="""
id|kode_provinsi|nama_provinsi|kode_kabupaten_kota|bps_nama_kecamatan|bps_kode_desa_kelurahan|bps_nama_desa_kelurahan|kemendagri_nama_kecamatan|kemendagri_nama_desa_kelurahan|jumlah_kejadian_balita_gizi_buruk|tahun
1|32|JAWA BARAT|3201|NANGGUNG|3201010001|MALASARI|NANGGUNG|MALASARI|4|2020
2|32|JAWA BARAT|3201|NANGGUNG|3201010002|CISARUA|NANGGUNG|CISARUA|7|2020
3|32|JAWA BARAT|3201|CIBINONG|3201010003|CISARUA|CIBINONG|CISARUA|9|2020
"""
    )
    assert said(reading) == [
        "CISARUA (Kec. CIBINONG) gizi_buruk 2020- year T 9/", "CISARUA (Kec. NANGGUNG) gizi_buruk 2020- year T 7/",
        "MALASARI gizi_buruk 2020- year T 4/",
    ]  # fmt: skip
    assert set(reading.observations["level"]) == {"desa"}


def test_a_general_word_for_a_place_before_the_kelurahan():
    head = "periode_data|wilayah|kecamatan|kelurahan|jumlah_balita_stunting"
    reading = read(S=f"{head}\n202303|JAKARTA PUSAT|GAMBIR|CIDENG|20\n202304|JAKARTA PUSAT|GAMBIR|CIDENG|28\n202303|JAKARTA PUSAT|SENEN|KWITANG|9")
    assert said(reading) == ["CIDENG stunting 2023-3 point T 20/", "CIDENG stunting 2023-4 point T 28/", "KWITANG stunting 2023-3 point T 9/"]


def test_tables_side_by_side_stay_two():
    reading = read(S="LAPORAN MEI 2026\nNo|Desa|BCG|No|Desa|BCG\n1|Suka|4|3|Jaya|6\n2|Maju|5|4|Makmur|7")
    assert [line.split()[0] for line in said(reading)] == ["Jaya", "Maju", "Makmur", "Suka"]


@pytest.mark.parametrize("head", ["Jumlah", "Total", "jumlah_anak", "Capaian"])
def test_the_only_number_beside_a_list_of_indicators(head: str):
    rows = "2023|3|Suka|BCG|20\n2023|3|Suka|IDL|18\n2023|3|Maju|BCG|30\n2023|3|Maju|IDL|28"
    reading = read(S=f"tahun|bulan|kelurahan|jenis_imunisasi|{head}\n{rows}")
    assert [line.replace(" 2023-3 month T", "") for line in said(reading)] == ["Maju bcg 30/", "Maju idl 28/", "Suka bcg 20/", "Suka idl 18/"]


@pytest.mark.parametrize("head", ["Jumlah", "Capaian", "Hasil", "Realisasi"])
def test_a_row_that_calls_itself_a_percent_counts_nobody(head: str):
    rows = "1|Suka|K4|20\n2|Suka|Persentase IDL|50\n3|Maju|K4|30\n4|Maju|Persentase IDL|40"
    reading = read(year=2026, month=3, S=f"No|Desa|Indikator|{head}\n{rows}")
    assert [line.replace(" 2026-3 month T", "") for line in said(reading)] == ["Maju idl / 40", "Maju k4 30/", "Suka idl / 50", "Suka k4 20/"]


def test_capaian_beside_a_sasaran_still_counts_people():
    reading = read(year=2026, month=3, S="No|Desa|Indikator|Sasaran|Capaian|%\n1|Suka|Cakupan % K4|40|20|50\n2|Maju|Cakupan % K4|60|30|50")
    assert said(reading) == ["Maju k4 2026-3 month T 30/60 50", "Suka k4 2026-3 month T 20/40 50"]


LEVELS = [
    ("Nama Kabupaten/Kota", ["Kabupaten Bogor", "Kota Bogor", "Kabupaten Garut"], "kabupaten", "kabupaten/kota"),
    ("Provinsi", ["Aceh", "Riau", "Jambi"], "kabupaten", "provinsi"),
    ("Distrik", ["Sentani", "Waibu", "Ebungfau"], "kecamatan", "kecamatan"),
    ("Puskesmas", ["Garuda", "Puter", "Cibiru"], "puskesmas", "Puskesmas"),
    ("Desa", ["Puskesmas Garuda", "Puskesmas Puter", "PKM Cibiru"], "puskesmas", "Puskesmas"),
    ("Wilayah", ["Kec. Nanggung", "Kec. Leuwiliang", "Kec. Rumpin"], "kecamatan", "kecamatan"),
    ("Wilayah", ["Kab. Bogor", "Kota Bogor", "Kab. Garut"], "kabupaten", "kabupaten/kota"),
]


@pytest.mark.parametrize(("head", "names", "level", "told"), LEVELS)
def test_wider_areas_are_told(head: str, names: list[str], level: str, told: str):
    rows = "\n".join(f"{place}|{name}|{place}00|{place}0" for place, name in enumerate(names, 1))
    reading = read(year=2026, month=5, S=f"No|{head}|Sasaran Bayi|IDL\n{rows}\n|Jumlah|600|60")
    assert set(reading.observations["level"]) == {level}
    assert len(said(reading)) == len(names)
    problem = next(each for each in reading.problems if each.code == "bukan-per-desa")
    assert (problem.found, problem.cell) == (told, "B1")


def test_an_empty_column_of_desa_makes_no_desa_of_the_puskesmas():
    reading = read(year=2026, month=5, S="No|Puskesmas|Desa|Sasaran Bayi|IDL\n1|Garuda||100|90\n2|Puter||200|150\n3|Cibiru||120|90")
    assert set(reading.observations["level"]) == {"puskesmas"}
    assert codes(reading) == ["bukan-per-desa B1"]


def test_desa_and_the_puskesmas_own_row_are_not_told():
    reading = read(year=2026, month=5, S="No|Desa|Sasaran Bayi|IDL\n1|Suka|100|90\n2|Maju|200|150\n3|Kota Baru|20|10\n|Puskesmas Garuda|320|250")
    assert set(reading.observations["level"]) == {"desa"}
    assert codes(reading) == []


def test_a_row_without_a_number_leaves_the_others_of_one_unit_percents():
    rows = "1|Suka|14.9|PERSEN|2024\n2|Suka||PERSEN|2025\n3|Maju|9.5|PERSEN|2024\n4|Maju|8|PERSEN|2025"
    reading = read(S=f"id|nama_desa|persentase_balita_stunting|satuan|tahun\n{rows}")
    assert said(reading) == ["Maju stunting 2024- year T / 9.5", "Maju stunting 2025- year T / 8", "Suka stunting 2024- year T / 14.9"]


ANTIGENS = "202503|Suka|BCG|41\n202503|Suka|DPT-HB-Hib 1|44\n202503|Maju|BCG|31\n202503|Maju|DPT-HB-Hib 1|30"


@pytest.mark.parametrize(
    "head",
    [
        "jumlah_bayi_diimunisasi", "Bayi yang divaksin", "jumlah bayi mendapat imunisasi", "jumlah_anak_diimunisasi", "jumlah_imunisasi",
        "penerima_imunisasi", "total_vaksinasi",
    ],
)  # fmt: skip
def test_who_was_immunised_is_no_sasaran(head: str):
    reading = read(S=f"periode_data|kelurahan|jenis_imunisasi|{head}\n{ANTIGENS}")
    told = [line.replace(" 2025-3 month T", "") for line in said(reading)]
    assert told == ["Maju bcg 31/", "Maju dpt1 30/", "Suka bcg 41/", "Suka dpt1 44/"]


def test_infants_that_are_others_for_each_antigen_are_nobodys_sasaran_and_told():
    k1 = "LAPORAN MARET 2025\nNo|Desa|K1\n1|Suka|4\n2|Maju|5"
    reading = read(A=f"periode_data|kelurahan|jenis_imunisasi|jumlah_bayi\n{ANTIGENS}", B=k1)
    assert [code for code in codes(reading) if code.startswith("tabel")] == ["tabel-tidak-terbaca D2"]
    assert not len(reading.sasaran)
    same = read(A=f"periode_data|kelurahan|jenis_imunisasi|sasaran_bayi\n{ANTIGENS.replace('44', '41').replace('30', '31')}", B=k1)
    assert not [code for code in codes(same) if code.startswith("tabel")]
    assert len(same.sasaran)


@pytest.mark.parametrize(
    ("title", "told"),
    [
        ("jumlah_bayi_diimunisasi_berdasarkan_kelurahan_dan_jenis", True), ("JUMLAH BAYI YANG DIIMUNISASI MENURUT KELURAHAN", True),
        ("od_0815_jumlah_bayi_mendapat_imunisasi_v2_data", True), ("jumlah_bayi_berdasarkan_jenis_imunisasi", False),
        ("jumlah_bayi_belum_diimunisasi", False), ("target_jumlah_bayi_diimunisasi", False), ("jumlah_balita_diimunisasi", False),
    ],
)  # fmt: skip
def test_infants_beside_antigens_are_those_immunised_where_a_title_says_so(title: str, *, told: bool):
    k1 = "LAPORAN MARET 2025\nNo|Desa|K1\n1|Suka|4\n2|Maju|5"
    table = f"periode_data|kelurahan|jenis_imunisasi|jumlah_bayi\n{ANTIGENS}"
    for tables in ({title.replace("_", " "): table}, {"S": f"{title}\n\n{table}"}):
        lines = [line.replace(" 2025-3 month T", "") for line in said(read(**tables, K1=k1)) if " k1 " not in line]
        assert lines == (["Maju bcg 31/", "Maju dpt1 30/", "Suka bcg 41/", "Suka dpt1 44/"] if told else [])


def test_those_who_are_to_be_immunised_are_a_sasaran():
    reading = read(S="IMUNISASI BCG MARET 2026\nNo|Desa|Sasaran bayi yang diimunisasi|Bayi diimunisasi|%\n1|Suka|40|20|50\n2|Maju|60|30|50")
    assert said(reading) == ["Maju bcg 2026-3 month T 30/60 50", "Suka bcg 2026-3 month T 20/40 50"]


def test_sheets_of_puskesmas_are_told_once():
    table = "No|Puskesmas|K1\n1|Garuda|4\n2|Puter|5\n3|Cibiru|7"
    reading = read(APRIL=f"APRIL 2026\n{table}", MEI=f"MEI 2026\n{table.replace('4', '6')}", LUAS="No|Kecamatan|Luas\n1|Anu|2\n2|Ini|3")
    told = [problem for problem in reading.problems if problem.code == "bukan-per-desa"]
    assert [(problem.sheet, problem.expected) for problem in told] == [("APRIL", "Garuda, Puter, dan 1 lainnya; juga di lembar MEI")]


def test_a_column_of_units_makes_a_coverage_a_percent():
    rows = "Suka|83.1|{0}|2020\nMaju||{0}|2020\nJaya|88|{0}|2020"
    for unit in ("%", "Persen"):
        reading = read(S=f"nama_desa|cakupan_k4|satuan|tahun\n{rows.format(unit)}")
        assert said(reading) == ["Jaya k4 2020- year T / 88", "Suka k4 2020- year T / 83.1"]
    mixed = read(S="nama_desa|k4|satuan|tahun\nSuka|83|Orang|2020\nMaju|90|%|2020\nJaya|88|Orang|2020")
    assert "Suka k4 2020- year T 83/" in said(mixed)


def test_the_ill_are_neither_those_served_nor_those_immunised():
    rows = "2025|3|Suka|DBD|4\n2025|3|Suka|Hipertensi|40\n2025|3|Suka|Campak|40\n2025|3|Maju|DBD|3\n2025|3|Maju|Diare|30"
    reading = read(S=f"tahun|bulan|kelurahan|jenis_penyakit|jumlah_kasus\n{rows}")
    told = [line.replace(" 2025-3 month T", "") for line in said(reading)]
    assert told == ["Maju dbd_kasus 3/", "Maju diare 30/", "Suka dbd_kasus 4/"]
    assert [code for code in codes(reading) if code.startswith("baris")] == ["baris-tidak-dikenal D3", "baris-tidak-dikenal D4"]


@pytest.mark.parametrize("head", ["kategori_pelayanan", "kategori_layanan", "kategori_indikator", "jenis_cakupan"])
def test_a_category_of_service_lists_the_indicators(head: str):
    rows = "1|Suka|K1|79|2023\n2|Suka|K4|70|2023\n3|Maju|K1|132|2023\n4|Maju|K4|120|2023"
    reading = read(S=f"id|nama_desa|{head}|jumlah|tahun\n{rows}")
    assert [line.replace(" 2023- year T", "") for line in said(reading)] == ["Maju k1 132/", "Maju k4 120/", "Suka k1 79/", "Suka k4 70/"]
    whose = read(S=f"id|nama_desa|{head}|jumlah_ibu_hamil|tahun\n{rows}", B="LAPORAN MARET 2025\nNo|Desa|K1\n1|Suka|4\n2|Maju|5")
    assert all(" 2025-3 " in line for line in said(whose))
    assert "tabel-tidak-terbaca D2" in codes(whose)  # pregnant women, others of each category: it is told


@pytest.mark.parametrize("period", ["periode_data", "periode", "tahun"])
@pytest.mark.parametrize("months", [("1", "2", "3"), ("Januari", "Februari", "Maret")])
def test_a_period_that_holds_years_beside_a_column_of_months(period: str, months: tuple[str, ...]):
    rows = "\n".join(f"2024|{name}|{month}|{place + 1}|0" for place, month in enumerate(months) for name in ("SUKA", "MAJU"))
    reading = read(S=f"{period}|nama_kelurahan|bulan|jumlah_kasus_dbd|jumlah_meninggal_dbd\n{rows}")
    assert "MAJU dbd_kasus 2024-3 month T 3/" in said(reading) and len([line for line in said(reading) if "dbd_kasus" in line]) == 6


def test_of_rows_that_contradict_one_another_nothing_is_read():
    """Nor the columns in which they happen to agree."""
    rows = "\n".join(f"2024|{name}|{code}|{place + 1}|0" for place, code in enumerate("xyz") for name in ("SUKA", "MAJU"))
    with pytest.raises(LokminError):
        read(S=f"tahun|nama_kelurahan|kode|jumlah_kasus_dbd|jumlah_meninggal_dbd\n{rows}")
