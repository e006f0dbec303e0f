"""Percents whose head is understood only beside the number before them."""

from __future__ import annotations

import pytest
from laporan import codes, read, said

TABLE = "BUMIL ANEMIA S/D MEI 2026\nNO|DESA|BUMIL ANEMIA|BUMIL ANEMIA DITANGANI|{}\n1|Suka|10|5|{}\n2|Maju|8|6|{}\n3|Jaya|4|1|{}\n4|Indah|20|11|55"


@pytest.mark.parametrize("head", ["% ditangani", "% yg ditangani", "% sudah beres"])
def test_a_percent_that_the_numbers_give_to_the_count_before_it(head: str):
    reading = read(S=TABLE.format(head, 50, 75, 25))
    assert "Maju anemia_ttd 2026-5 cumulative T 6/8 75" in said(reading)
    assert not any(code.startswith("kolom-tidak-dikenal") for code in codes(reading))


def test_a_percent_of_something_else_stays_unknown():
    reading = read(S=TABLE.format("% sudah beres", 33, 91, 60))
    assert "Maju anemia_ttd 2026-5 cumulative T 6/8" in said(reading)
    assert "kolom-tidak-dikenal E2" in codes(reading)


def test_too_few_rows_to_prove_anything():
    rows = "STBM 2026\nNO|DESA|JUMLAH KK|KK AKSES JAMBAN|{}\n1|Suka|100|60|60"
    assert said(read(S=rows.format("% akses"))) == ["Suka jamban 2026- year T 60/100 60"]
    assert said(read(S=rows.format("% sampah"))) == ["Suka jamban 2026- year T 60/100"]


def test_under_a_group_of_another_indicator():
    reading = read(
        merges=[(1, 0, 2, 0), (1, 1, 2, 1), (1, 2, 2, 2), (1, 3, 1, 5)],
        S="STBM DESEMBER 2026\nNO|DESA|JUMLAH KK|PILAR 1 : STOP BABS||\n"
        "|||KK AKSES JAMBAN|% AKSES|MASIH BABS\n1|Suka|50|40|80|10\n2|Maju|40|30|75|10\n3|Jaya|20|5|25|15",
    )
    assert "Maju jamban 2026-12 point T 30/40 75" in said(reading)


def test_the_percent_of_a_wrong_total_is_not_told_twice():
    reading = read(
        S="CAKUPAN BCG S/D MEI 2026\nNO|DESA|SASARAN BAYI|BCG|%\n1|Suka|50|20|40\n2|Maju|40|10|25\n3|Jaya|60|30|50\n|JUMLAH|150|66|40"
    )
    assert [code for code in codes(reading) if "cocok" in code] == ["jumlah-tidak-cocok D6"]


def test_fractions_of_one_digit_prove_what_longer_ones_do():
    rows = ["Suka|10|8|0.8", "Maju|11|7|0.6364", "Jaya|4|2|0.5", "Baru|6|5|0.8333", "Lama|10|6|0.6", "Asri|4|3|0.31"]
    table = "\n".join(f"{number}|{row}" for number, row in enumerate(rows, 1))
    head = "EVALUASI HASIL PENGOBATAN TB\nJUNI 2026\nNO|DESA|KASUS TB DIOBATI|BERHASIL DIOBATI (SEMBUH + LENGKAP)|\n|||Jml|SR (%)\n"
    reading = read(TB=head + table, merges=[(2, 3, 2, 4)])
    assert "Suka tb_sukses 2026-6 point T 8/10 80" in said(reading) and "Jaya tb_sukses 2026-6 point T 2/4 50" in said(reading)


def test_a_percent_of_other_people_behind_both_sexes_is_of_the_number_that_proves_it():
    reading = read(
        April="""
        LAPORAN BULANAN PENDERITA DIARE
        BULAN APRIL 2026
        NO|DESA|PERKIRAAN DIARE||DIARE BALITA|DIARE SEMUA UMUR|||% SEMUA UMUR|% BALITA
        ||SEMUA UMUR|BALITA||L|P|JML||
        1|Suka|88|55|10|6|14|20|22.7|18.2
        2|Maju|76|57|5|8|7|15|19.7|8.8
        3|Jaya|73|46|6|7|6|13|17.8|13
        """,
        merges=[(2, 2, 2, 3), (2, 5, 2, 7)],
    )
    assert "Suka diare_balita 2026-4 month T 10/55 18.2" in said(reading) and "Suka diare 2026-4 month T 20/88 22.7" in said(reading)
