"""Two columns that say the same: the numbers decide, else it is asked."""

from __future__ import annotations

import pytest
from laporan import codes, read, said

HEAD = "S/D MEI 2026\nNO|DESA|SASARAN|K1"
RIGHT = ["Jaya k1 2026-5 cumulative T 15/30 50", "Maju k1 2026-5 cumulative T 20/40 50", "Suka k1 2026-5 cumulative T 25/50 50"]


@pytest.mark.parametrize("heads", ["Capaian (%)|%", "%|Capaian (%)", "%|%"])
@pytest.mark.parametrize("order", [(0, 1), (1, 0)])
def test_of_two_percents_the_one_that_follows_from_the_number_is_read(heads: str, order: tuple[int, int]):
    rows = [["1|Suka|50|25", "50", "60"], ["2|Maju|40|20", "50", "55"], ["3|Jaya|30|15", "50", "40"]]
    table = "\n".join("|".join([row[0], row[1 + order[0]], row[1 + order[1]]]) for row in rows)
    reading = read(S=f"{HEAD}|{heads}\n{table}")
    assert said(reading) == RIGHT and not codes(reading)


def test_two_percents_that_nothing_proves_are_asked():
    reading = read(S="K1 S/D MEI 2026\nNO|DESA|JUMLAH|Capaian (%)|%\n1|Suka|6|60|50\n2|Maju|5|55|50\n3|Jaya|4|40|50")
    assert said(reading)[0] == "Jaya k1 2026-5 cumulative T 4/" and codes(reading) == ["dua-kolom-persen D2"]


def test_two_percents_that_are_the_same_need_no_proof():
    reading = read(S="K1 S/D MEI 2026\nNO|DESA|JUMLAH|Capaian (%)|%\n1|Suka|6|60|60\n2|Maju|5|55|55\n3|Jaya|4|40|40")
    assert said(reading)[0] == "Jaya k1 2026-5 cumulative T 4/ 40" and not codes(reading)


@pytest.mark.parametrize("heads", ["MURNI|AKSES|TOTAL", "K1 MURNI|K1 AKSES|JML", "K1M|K1A|JUMLAH K1"])
def test_the_total_is_read_where_it_adds_up_its_parts(heads: str):
    rows = "1|Suka|50|15|10|25\n2|Maju|40|12|8|20\n3|Jaya|30|10|5|15"
    reading = read(merges=[(1, 3, 1, 5)], S=f"{HEAD}||\n|||{heads}\n{rows}")
    assert said(reading)[:2] == ["Jaya k1 2026-5 cumulative T 15/30", "Jaya k1_murni 2026-5 cumulative T 10/30"]
    assert len(said(reading)) == 6 and codes(reading) == ["kolom-bagian-dari-jumlah E3"]


def test_a_total_that_adds_up_nothing_is_not_preferred():
    rows = "1|Suka|50|15|10|31\n2|Maju|40|12|8|27\n3|Jaya|30|10|5|18"
    reading = read(merges=[(1, 3, 1, 5)], S=f"{HEAD}||\n|||MURNI|AKSES|TOTAL\n{rows}")
    assert {line.split()[1] for line in said(reading)} == {"k1_murni"} and "dua-kolom-berbeda F4" in codes(reading)


def test_a_whole_that_is_smaller_than_its_part_is_told():
    rows = "1|Suka|50|15|10\n2|Maju|40|12|8\n3|Jaya|30|10|15"
    assert codes(read(S=f"{HEAD} MURNI|K1 AKSES\n{rows}")) == ["kolom-lebih-kecil-dari-bagiannya"]
    assert not codes(read(S=f"{HEAD} MURNI|K1 AKSES\n{rows.replace('15|10', '10|15').replace('12|8', '8|12')}"))
