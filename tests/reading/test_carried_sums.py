"""Two columns that nobody knows before a "Jumlah": the numbers of the months show whether it is added up from January."""

from __future__ import annotations

import pytest
from laporan import codes, read, said

MONTHS = {"JAN": "JANUARI", "FEB": "FEBRUARI", "MAR": "MARET"}
CARRIED = {
    "JAN": "Suka|30|0|2|2|6.7|0|1|1|3.3\nMaju|40|0|3|3|7.5|0|2|2|5\nJaya|50|0|4|4|8|0|3|3|6",
    "FEB": "Suka|30|2|1|3|10|1|1|2|6.7\nMaju|40|3|3|6|15|2|1|3|7.5\nJaya|50|4|1|5|10|3|2|5|10",
    "MAR": "Suka|30|3||3|10|2||2|6.7\nMaju|40|6||6|15|3||3|7.5\nJaya|50|5||5|10|5||5|10",
}
VISITS = {
    "JAN": "Suka|30|1|2|3|10|1|1|2|6.7\nMaju|40|2|3|5|12.5|2|2|4|10\nJaya|50|3|4|7|14|3|3|6|12",
    "FEB": "Suka|30|2|1|3|10|3|1|4|13.3\nMaju|40|1|3|4|10|2|1|3|7.5\nJaya|50|4|1|5|10|3|2|5|10",
}


def sheets(texts: str, rows: dict[str, str]) -> dict[str, str]:
    head = f"Desa|Sasaran ibu hamil|K1||||K6|||\n||{texts}|{texts}\n"
    return {name: f"PWS KIA BULAN {MONTHS[name]} 2026\n{head}{each}" for name, each in rows.items()}


@pytest.mark.parametrize("texts", ["Lama|Baru|Jumlah|%", "Awal|Masuk|Total|%"])
def test_a_number_that_carries_the_month_before_is_added_up(texts: str):
    reading = read(**sheets(texts, CARRIED), merges=[(1, 2, 1, 5), (1, 6, 1, 9)])
    assert [line for line in said(reading) if line.startswith("Jaya k1")] == [
        "Jaya k1 2026-1 cumulative T 4/50 8", "Jaya k1 2026-1 month T 4/50",
        "Jaya k1 2026-2 cumulative T 5/50 10", "Jaya k1 2026-2 month T 1/50",
    ]  # fmt: skip
    assert codes(reading) == ["bulan-belum-dilaporkan"]


def test_kinds_of_visits_are_not():
    reading = read(**sheets("Lama|Baru|Jumlah|%", VISITS), merges=[(1, 2, 1, 5), (1, 6, 1, 9)])
    assert {line.split()[3] for line in said(reading)} == {"month"}
    assert [each for each in codes(reading) if each.startswith("kolom-tidak-dikenal")]


def test_what_one_table_reads_hides_no_unknown_column_of_the_next():
    first = sheets("Lama|Baru|Jumlah|%", CARRIED)
    table = "\n\n".join([first["JAN"], first["FEB"], "KEADAAN BULAN MARET 2026\nDesa|Xyzan|Yzxan|K4\nSuka|1|2|3\nMaju|2|3|4"])
    reading = read(S=table, merges=[(top, left, top, left + 3) for top in (1, 8) for left in (2, 6)])
    assert "Jaya k1 2026-2 month T 1/50" in said(reading)
    assert [each for each in codes(reading) if each.startswith("kolom")] == ["kolom-tidak-dikenal B16", "kolom-tidak-dikenal C16"]
