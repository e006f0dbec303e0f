"""Areas whose name is a word of summaries: their running number says that they are areas, and their numbers that they are no sums."""

from __future__ import annotations

import pytest
from laporan import codes, read

HEAD = "D/S BULAN JULI 2025\nNo|Desa|S|D"


def areas(rows: str) -> set[str]:
    return set(read(S=f"{HEAD}\n{rows}").observations["area"])


@pytest.mark.parametrize("name", ["Timbang Rata", "Tanjung Target", "Total", "Puskesmas Lama", "Jumlah Makmur"])
def test_a_name_amid_the_running_numbers_is_an_area(name: str):
    assert areas(f"1|Sukamaju|60|42\n2|{name}|81|73\n3|Mekarsari|50|35\n4|Cibening|40|36\n|Jumlah|231|186") == {
        "Sukamaju", name, "Mekarsari", "Cibening",
    }  # fmt: skip


@pytest.mark.parametrize("name", ["Jumlah", "Total", "Puskesmas Lama"])
def test_a_numbered_sum_stays_a_sum(name: str):
    rows = f"1|Sukamaju|60|42\n2|Mekarsari|50|35\n3|{name}|110|77\n4|Cibening|40|36\n5|Rawa|30|21\n6|Jumlah|70|57"
    assert areas(rows) == {"Sukamaju", "Mekarsari", "Cibening", "Rawa"}


def test_a_name_of_which_one_number_could_be_a_sum_is_asked_about():
    reading = read(S=f"{HEAD}\n1|Sukamaju|60|42\n2|Total|81|71\n3|Mekarsari|50|35\n4|Cibening|40|36\n5|Rawa|30|22\n|Jumlah|261|206")
    assert "Total" in set(reading.observations["area"]) or "baris-bukan-desa B4" in codes(reading)


@pytest.mark.parametrize("name", ["SE-KECAMATAN", "Bantar Gading"])
def test_a_sum_without_a_number_and_with_a_slip_is_a_sum_and_the_slip_is_named(name: str):
    rows = "1|Sukamaju|60|42|30\n2|Mekarsari|50|35|21\n3|Cibening|40|36|20\n4|Rawa|30|22|11"
    reading = read(S=f"{HEAD}|N\n{rows}\n{name}||180|145|82")
    assert set(reading.observations["area"]) == {"Sukamaju", "Mekarsari", "Cibening", "Rawa"}
    assert "jumlah-tidak-cocok D7" in codes(reading)


def test_an_area_without_a_number_at_the_end_stays_an_area():
    rows = "1|Sukamaju|60|42|30\n2|Mekarsari|50|35|21\n3|Cibening|40|36|20\n|Rawa|30|22|11"
    assert "Rawa" in set(read(S=f"{HEAD}|N\n{rows}").observations["area"])


def test_a_numbered_sum_with_a_slip_is_no_area():
    reading = read(S=f"{HEAD}\n1|Sukamaju|60|42\n2|Mekarsari|50|35\n3|Tegal|20|11\n4|Jumlah|130|80\n5|Cibening|40|36\n6|Rawa|30|21")
    assert "Jumlah" not in set(reading.observations["area"])


@pytest.mark.parametrize("name", ["Rata-rata", "Rerata"])
def test_a_numbered_mean_is_no_area(name: str):
    assert name not in areas(f"1|Sukamaju|60|42\n2|Mekarsari|50|35\n3|{name}|55|38\n4|Cibening|40|36\n5|Rawa|30|21")


def test_summaries_below_the_areas_stay_left_out():
    rows = "1|Sukamaju|60|42\n2|Mekarsari|50|35\n3|Cibening|40|36\n|Rata-rata|50|38\n|Target Kabupaten|400|340\n|Capaian Juli 2024|611|488"
    assert areas(rows) == {"Sukamaju", "Mekarsari", "Cibening"}


def test_months_in_rows_with_sums_of_months_and_areas_named_so():
    rows = "\n".join(
        f"{at}|{name}|{month}|2025|{s}|{d}"
        for at, (name, month, s, d) in enumerate(
            [
                ("Kota Lama", "Juni", 134, 108), ("Total", "Juni", 81, 71), ("Sehat", "Juni", 64, 48), ("Puskesmas Lama", "Juni", 138, 97),
                ("Kota Lama", "Juli", 134, 106), ("Total", "Juli", 81, 57), ("Sehat", "Juli", 64, 50), ("Puskesmas Lama", "Juli", 138, 106),
            ], 1,
        )
    )  # fmt: skip
    lines = rows.split("\n")
    lines = [*lines[:4], "|Jumlah Juni|||417|324", *lines[4:], "|Jumlah Juli|||417|319"]
    reading = read(S="REKAP BALITA\nNo|Desa|Bulan|Tahun|Sasaran Balita (S)|Ditimbang (D)\n" + "\n".join(lines))
    found = reading.observations
    assert set(found["area"]) == {"Kota Lama", "Total", "Sehat", "Puskesmas Lama"} and len(found) == 8
    assert "jumlah-tidak-cocok" not in codes(reading)
