"""A title that says "s/d bulan ini" adds up the numbers of the month that stands below it."""

from __future__ import annotations

import pytest
from laporan import codes, read, said

TABLE = "\n\nNO|DESA|SASARAN|K1|K4\n1|Suka|62|30|20\n2|Maju|48|22|21\n3|Tani|50|25|19"


@pytest.mark.parametrize("label", ["BULAN MEI 2026", "Periode: Mei 2026", "Bulan : Mei|||Tahun : 2026"])
@pytest.mark.parametrize(
    "title", ["CAPAIAN KIA S/D BULAN INI", "Laporan KIA (kumulatif sampai bulan ini)", "HASIL KIA SAMPAI DENGAN BULAN INI", "S.D. BULAN INI"]
)
def test_it_is_up_to_the_month(title: str, label: str):
    reading = read(S=f"{title}\n{label}{TABLE}")
    assert said(reading)[0] == "Maju k1 2026-5 cumulative T 22/48" and not codes(reading)


@pytest.mark.parametrize(
    "title",
    [
        "HASIL BULAN INI DAN S/D BULAN INI", "Target s/d bulan ini 41 %", "SBI = s/d bulan ini", "HASIL KIA BULAN INI", "S/D BULAN LALU",
        "Sasaran sampai dengan bulan ini", "BUKAN KUMULATIF SAMPAI BULAN INI",
    ],
)  # fmt: skip
def test_titles_of_something_else_leave_the_month(title: str):
    assert said(read(S=f"LAPORAN KIA\n{title}\nBULAN MEI 2026{TABLE}"))[0] == "Maju k1 2026-5 month T 22/48"


def test_heads_of_their_own_time_keep_it():
    table = "\n\nNO|DESA|SASARAN|K1 BULAN INI|K1 KUMULATIF\n1|Suka|62|3|20\n2|Maju|48|2|21\n3|Tani|50|5|19"
    lines = said(read(S=f"CAPAIAN KIA S/D BULAN INI\nBULAN MEI 2026{table}"))
    assert lines[:2] == ["Maju k1 2026-5 cumulative T 21/48", "Maju k1 2026-5 month T 2/48"]
