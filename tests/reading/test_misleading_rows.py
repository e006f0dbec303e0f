"""Rows and groups of columns that look like a desa and are none."""

from __future__ import annotations

import pytest
from laporan import codes, read, said

LABELS = """Nilai Maksimum;Maks;Mean;Standar Deviasi;Capaian Tertinggi;Capaian;Sisa;Dipindahkan;Dibawa ke halaman 2;Nasional;Bulan lalu
S/D bulan ini;Tahun 2025;% Capaian;Desa di bawah target;Desa lain;RS;Klinik Sehat;Praktik Swasta;Dari Luar;Luar Kecamatan;T O T A L
Bidan praktik mandiri;Non desa;Proyeksi;Kumulatif;Standar nasional;Kekurangan"""


@pytest.mark.parametrize("label", LABELS.replace("\n", ";").split(";"))
def test_rows_that_name_no_place_are_no_desa(label: str):
    rows = "1|Sukamaju|60|12\n2|Mekarsari|50|5\n3|Tembalang|40|6"
    reading = read(S=f"K4 S/D MEI 2026\nNo|Desa|Sasaran|Capaian\n{rows}\n|{label}|91|33")
    assert set(reading.observations["area"]) == {"Sukamaju", "Mekarsari", "Tembalang"}


@pytest.mark.parametrize("name", ["Selat Luar", "Luar Batang", "Lintang Atas", "Kota Lama", "Kota Baru", "Karang Dalam"])
def test_names_with_words_of_reports_stay_names(name: str):
    rows = f"1|{name}|60|12\n2|Mekarsari|50|5\n3|Tembalang|40|6"
    reading = read(S=f"K4 S/D MEI 2026\nNo|Desa|Sasaran|Capaian\n{rows}\n|Kota Lama|150|23")
    assert set(reading.observations["area"]) == {name, "Mekarsari", "Tembalang"}


def test_a_puskesmas_called_kota_below_a_number_of_its_kecamatan_is_no_total():
    rows = "1|Argapura|Suka|50|5\n||Maju|40|4\n2|Nagasari|Sari|30|3\n||Kota Baru|60|6\n3|Jaya|Indah|20|2\nKOTA ARGA|||200|20"
    reading = read(S=f"K1 MEI 2026\nNo|Kecamatan|Puskesmas|Sasaran|K1\n{rows}")
    assert "Kota Baru k1 2026-5 month T 6/60" in said(reading) and "bukan-per-desa" in " ".join(codes(reading))
    assert len(said(reading)) == 5


def test_a_row_without_a_number_below_the_total_is_asked_about():
    rows = "1|Sukamaju|60|12\n2|Mekarsari|50|5\n3|Cibening|40|6\n|Jumlah|150|23\n|Rasanya|9|1"
    reading = read(S=f"K4 S/D MEI 2026\nNo|Desa|Sasaran|Capaian\n{rows}")
    assert "Rasanya" not in set(reading.observations["area"])
    assert "baris-bukan-desa B7" in codes(reading)


@pytest.mark.parametrize(
    "names", ["Sukamaju|||Mekarsari|||||", "|Sukamaju|||Mekarsari||||"], ids=["a group without a name", "names in the middle"]
)
def test_names_over_groups_of_l_and_p_stay_with_their_group(names: str):
    reading = read(
        S=f"""
IMUNISASI BULAN APRIL 2026
NO | ANTIGEN | {names}
 | | L | P | JML | L | P | JML | L | P | JML
1 | BCG | 1 | 2 | 3 | 4 | 5 | 9 | 50 | 40 | 90
2 | MR 1 | 3 | 1 | 4 | | | | 20 | 10 | 30
"""
    )
    assert sorted(line for line in said(reading) if " T " in line) == [
        "Mekarsari bcg 2026-4 month T 9/", "Sukamaju bcg 2026-4 month T 3/", "Sukamaju mr1 2026-4 month T 4/",
    ]  # fmt: skip


def test_new_cases_are_the_cases_unless_all_are_counted_too():
    """"KEK baru" alone is what the month found; beside "KEK" or "KEK lama" it is only a part."""
    head = "KEGIATAN BULAN MEI 2026\nKEGIATAN | Mekarsari | Sukamaju | Wanasari\nIbu hamil K1 | 20 | 30 | 40\n"
    assert "Mekarsari kek 2026-5 month T 3/" in said(read(A=f"{head}Ibu hamil KEK baru | 3 | 4 | 5"))
    both = said(read(A=f"{head}Ibu hamil KEK baru | 3 | 4 | 5\nIbu hamil KEK | 7 | 8 | 9"))
    assert [line for line in both if " kek " in line and "Mekarsari" in line] == ["Mekarsari kek 2026-5 month T 7/"]
    assert not [line for line in said(read(A=f"{head}Ibu hamil KEK baru | 3 | 4 | 5\nIbu hamil KEK lama | 7 | 8 | 9")) if " kek " in line]
    columns = "KIA BULAN MEI 2026\nDESA | K1 | KEK baru | KEK\nMekarsari | 20 | 3 | 7\nSukamaju | 30 | 4 | 8"
    assert "Mekarsari kek 2026-5 month T 7/" in said(read(A=columns))


def test_a_percent_behind_the_sum_up_to_may_is_its_own_though_the_form_goes_on_to_december():
    months, empty = "JAN|FEB|MAR|APR|MEI|JUN|JUL|AGS|SEP|OKT|NOV|DES", "||||||"
    rows = f"1|Sukamaju|50|1|2|3|2|2|{empty}|10|20\n2|Mekarsari|40|2|2|2|1|1|{empty}|8|20\n3|Tembalang|80|4|4|4|4|4|{empty}|20|25"
    reading = read(S=f"K4 2026\nNo|Desa|Sasaran|{months}|KUMULATIF S/D MEI|%\n{rows}")
    table = reading.observations[reading.observations["basis"] == "cumulative"]
    assert table[["month", "numerator", "percent"]].values.tolist() == [[5, 10, 20], [5, 8, 20], [5, 20, 25]]
    assert set(reading.observations.loc[reading.observations["basis"] == "month", "month"]) == {1, 2, 3, 4, 5}


def test_above_two_deviations_is_overweight_and_above_one_only_a_risk():
    head = "No|Desa|Diukur|Gizi Lebih (BB/TB > +2 SD)|Berisiko gizi lebih (> +1 SD)"
    reading = read(S=f"STATUS GIZI FEBRUARI 2026\n{head}\n1|Sukamaju|50|3|6\n2|Mekarsari|40|2|5\n3|Tembalang|80|4|9")
    assert [line for line in said(reading) if " T " in line] == [
        "Mekarsari overweight 2026-2 point T 2/40", "Sukamaju overweight 2026-2 point T 3/50", "Tembalang overweight 2026-2 point T 4/80",
    ]  # fmt: skip


AMONG = "K1 JUNI 2025\nPUSKESMAS SUKA\nNO|DESA|SASARAN BUMIL|K1\n1|Suka|21|4\n2|{}|10|{}\n3|Jaya|20|5\n4|Rawa|22|5\n|{}|73|15"


@pytest.mark.parametrize("name", ["Suka (PKM)", "SUKA (PUSKESMAS)", "Suka (Pusk.)", "JUMALH", "JUMLAHH", "Jmlah", "TOTLA"])
def test_a_sum_that_does_not_fit_is_known_by_its_name(name: str):
    lines = said(read(S=AMONG.format("", 1, name)))
    assert [line.split()[0] for line in lines] == ["Jaya", "Rawa", "Suka"]


@pytest.mark.parametrize("name", ["Julah", "Totok", "Suka (Kec. Suka)", "Suka (PKM Suka)", "Tota"])
def test_names_that_only_look_like_a_sum_stay_desa(name: str):
    assert len(said(read(S=AMONG.format("Maju", 1, name).replace("73|15", "41|7")))) == 5


@pytest.mark.parametrize(("number", "told"), [(1, ["baris-tanpa-nama D5"]), (0, []), ("", [])])
def test_numbers_without_a_name_are_told_and_what_forms_print_is_not(number: object, told: list[str]):
    reading = read(S=AMONG.format("", number, "Jumlah"))
    assert [code for code in codes(reading) if code.startswith("baris-tanpa-nama")] == told and len(said(reading)) == 3
