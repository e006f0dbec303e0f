"""Forms of one desa: groups of ages, lists of "Jumlah ...", how a number is reckoned, lists of children born early."""

from __future__ import annotations

import pytest
from laporan import codes, read, said
from persons import NAMES, NIKS

from lokmin_data.reading.byname.lists import count_by_name, find_by_name
from lokmin_data.reading.opening.book import Sheet
from lokmin_data.reading.understanding import NothingToRead

FORM = "LAPORAN BULANAN PENIMBANGAN BALITA\nDESA : SUKAMAJU\nBULAN : MEI 2026\n"
ROWS = [
    "Jumlah semua balita yang ada bulan ini|4|5|6|5", "Jumlah balita yang terdaftar dan mempunyai KMS bulan ini|4|5|6|5",
    "Jumlah balita yang naik berat badannya bulan ini|2|3|3|3", "Jumlah balita yang ditimbang bulan ini (03+04+05)|4|5|5|4",
]  # fmt: skip


@pytest.mark.parametrize("ages", [("0-5 BULAN", "6-11 BULAN"), ("< 6 bln", "6-59 bln"), ("0 - 23 Bl", "Umur 24 - 59 Bl")])
def test_ages_over_columns_are_no_desa(ages: tuple[str, str]):
    body = "\n".join(f"{number:02}|{row}" for number, row in enumerate(ROWS, 1))
    with pytest.raises(NothingToRead) as refused:
        read(
            merges=[(3, 0, 4, 0), (3, 1, 4, 1), (3, 2, 3, 3), (3, 4, 3, 5)],
            S=f"{FORM}NO|KEGIATAN|{ages[0]}||{ages[1]}|\n||L|P|L|P\n{body}",
        )
    assert "kolom-tidak-dikenal" in {problem.code for problem in refused.value.problems}


def test_of_groups_of_ages_the_total_is_the_desa():
    body = "\n".join(f"{number:02}|{row}|1{number}|2{number}" for number, row in enumerate(ROWS, 1))
    reading = read(
        merges=[(3, 0, 4, 0), (3, 1, 4, 1), (3, 2, 3, 3), (3, 4, 3, 5), (3, 6, 3, 7)],
        S=f"{FORM}NO|KEGIATAN|0-5 BULAN||6-11 BULAN||JUMLAH|\n||L|P|L|P|L|P\n{body}",
    )
    assert {line.split()[0] for line in said(reading)} == {"SUKAMAJU"}
    assert "SUKAMAJU n_d 2026-5 point L 13/" in said(reading)


def test_names_of_desa_over_columns_stay_desa():
    reading = read(
        merges=[(1, 0, 2, 0), (1, 1, 1, 2), (1, 3, 1, 4)],
        S="MEI 2026\nINDIKATOR|12 ULU||BULAN BARU|\n|SASARAN|CAPAIAN|SASARAN|CAPAIAN\nK1|50|5|40|4\nK4|50|6|40|3",
    )
    assert {line.split(" k")[0] for line in said(reading)} == {"12 ULU", "BULAN BARU"}


def test_rows_of_a_list_may_begin_with_jumlah():
    reading = read(
        S="DESA : SUKAMAJU\nBULAN : MEI 2026\nNO|KEGIATAN|SASARAN|CAPAIAN\n1|Jumlah ibu hamil K1|70|7\n2|Jumlah ibu hamil KEK|70|3"
        "\n3|Jumlah persalinan oleh nakes|60|4\n|Jumlah|200|14"
    )
    assert said(reading) == ["SUKAMAJU k1 2026-5 month T 7/70", "SUKAMAJU kek 2026-5 month T 3/70", "SUKAMAJU pn 2026-5 month T 4/60"]


@pytest.mark.parametrize("head", ["% (4/3x100)", "%=(kol 4 : kol 3) x 100%", "% [(4/3)*100]", "%={(4/3) × 100%}", "CAKUPAN (4/3 x 100)"])
def test_a_percent_tells_how_it_is_reckoned(head: str):
    reading = read(S=f"CAKUPAN K1 BULAN MEI 2026\nNO|DESA|SASARAN|CAPAIAN|{head}\n1|Suka|50|5|10\n2|Maju|40|2|5")
    assert said(reading) == ["Maju k1 2026-5 month T 2/40 5", "Suka k1 2026-5 month T 5/50 10"]
    assert codes(reading) == []


def test_a_row_that_is_reckoned_from_others_is_a_percent():
    reading = read(
        S="DESA : SUKAMAJU\nBULAN : MEI 2026\nNO|KEGIATAN|JUMLAH\n1|Sasaran ibu hamil|50\n2|Cakupan K1 (3/1 x 100)|10\n3|K1|5\n4|K4|6"
    )
    assert said(reading) == ["SUKAMAJU k1 2026-5 month T 5/50 10", "SUKAMAJU k4 2026-5 month T 6/50"]


def test_a_rate_for_each_hundred_thousand_is_no_percent():
    reading = read(S="KASUS DBD MEI 2026\nDESA|DBD|IR DBD x 100.000\nSuka|2|40\nMaju|1|25")
    assert not [line for line in said(reading) if line.endswith((" 40", " 25"))]


CHILDREN = ["No", "NIK", "Nama", "JK", "Tgl Lahir", "Usia Kehamilan (minggu)", "Kel", "Tanggal Pengukuran", "Berat", "Tinggi", "LiLA",
            "ZS BB/U", "ZS TB/U", "ZS BB/TB"]  # fmt: skip


def counts(rows: list[list[object]]) -> dict[str, float]:
    frame, _ = count_by_name(find_by_name(Sheet("A", rows)))
    return {row.indicator: row.numerator for row in frame.itertuples()}


def test_children_with_weeks_of_gestation_are_no_ibu_hamil():
    people = [
        [n + 1, NIKS[n], NAMES[n], "LP"[n % 2], "2025-01-02", 34 + n, "Sukamaju", "2026-03-10", 9.8, 80.1, 14.2, -2.4, -2.5, 0.1] for n in range(4)
    ]
    assert {"kek", "anemia"}.isdisjoint(found := counts([CHILDREN, *people]))
    assert found["d_s"] == found["stunting"] == found["underweight"] == 4


@pytest.mark.parametrize(("sexes", "kek"), [("PPPP", 4), ("LPLP", None)])
def test_a_list_with_males_is_none_of_ibu_hamil(sexes: str, kek: float | None):
    heads = ["No", "NIK", "Nama", "JK", "Usia Kehamilan (minggu)", "Desa", "Tanggal Pengukuran", "LiLA"]
    people = [[n + 1, NIKS[n], NAMES[n], sex, 30 + n, "Sukamaju", "2026-03-10", 21.5] for n, sex in enumerate(sexes)]
    assert counts([heads, *people]).get("kek") == kek
