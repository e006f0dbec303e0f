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
