"""A percent with its sign in a cell is a value: no unit of the table below it, and nothing that divides a number."""

from __future__ import annotations

import pytest
from laporan import codes, read, said

ABOVE = "BULAN JANUARI 2026\nNO|DESA|K1||\n||ABS|%|\n1|Suka|1|2,5 %|\n2|Maju|2|5,4 %|\n3|Jaya|1|1,9 %|\n|{total}|\n||||\n"
BELOW = "BULAN FEBRUARI 2026\nDESA|SASARAN BUMIL|K1|K1|K1\n||L|P|JML\nSuka|40|1|0|1\nMaju|37|2|0|2\nJaya|52|0|1|1"


@pytest.mark.parametrize("total", ["JUMLAH|4|1,8 %", "Lima|4|1,8 %", "JUMLAH|4|1.8", "JUMLAH||"])
def test_the_total_of_the_table_above_gives_no_unit(total: str) -> None:
    reading = read(S=f"LAPORAN KIA\n{ABOVE.format(total=total)}LAPORAN KIA\n{BELOW}")
    february = [line for line in said(reading) if line.startswith("Suka k1 2026-2")]
    assert february == ["Suka k1 2026-2 month L 1/", "Suka k1 2026-2 month P 0/", "Suka k1 2026-2 month T 1/40"]


@pytest.mark.parametrize("unit", ["(%)", "DALAM %", "%"])
def test_a_sign_without_a_number_still_is_the_unit(unit: str) -> None:
    reading = read(S=f"CAKUPAN KIA {unit}\nS/D FEBRUARI 2026\nDESA|K1|K4\nSuka|40|31,5\nMaju|37|22,1\nJaya|52|19,8")
    assert "Suka k1 2026-2 cumulative T / 40" in said(reading)


COUNTS = "1|Suka|{target}|1|1,2 %\n2|Maju|{target}|-|0,0 %\n3|Jaya|{target}|2|2,0 %\n4|Rawa|{target}|-|0,0 %"
HEAD = "LAPORAN KIA\nBULAN MARET 2026\nNO|DESA|K1 {target}|K1 JML|K1 CAK (%)\n"


def test_a_target_in_percent_divides_no_number() -> None:
    """One of eighty is 1,2 % by chance."""
    reading = read(S=HEAD.format(target="TARGET (%)") + COUNTS.format(target="80,0 %"))
    assert "Suka k1 2026-3 month T 1/ 1.2" in said(reading) and codes(reading) == []


def test_a_target_of_people_still_divides() -> None:
    rows = "1|Suka|80|20|25\n2|Maju|60|30|50\n3|Jaya|40|22|55"
    assert "Suka k1 2026-3 month T 20/80 25" in said(read(S=HEAD.format(target="TARGET") + rows))
