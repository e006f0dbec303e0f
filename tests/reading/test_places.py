"""Numbers by where people come from or are served: the desa's own or the total is read, the rest is set apart and told."""

from __future__ import annotations

import pytest
from laporan import codes, read, said

ROWS = "1|Suka|50|5|4|9\n2|Maju|40|6|3|9"


@pytest.mark.parametrize("heads", ["DALAM WILAYAH|LUAR WILAYAH|TOTAL", "DW|LW|JML", "Dalam Wil|Luar Wil.|Jumlah"])
def test_without_a_percent_the_desa_s_own_is_read(heads: str):
    reading = read(merges=[(1, 3, 1, 5)], S=f"MEI 2026\nNO|DESA|SASARAN|K1||\n|||{heads}\n{ROWS}")
    assert said(reading) == ["Maju k1 2026-5 month T 6/40", "Suka k1 2026-5 month T 5/50"]
    assert codes(reading) == ["kolom-luar-wilayah E3"]


@pytest.mark.parametrize("shares, number", [(("18", "22.5"), 9), (("10", "15"), 5)])
def test_the_printed_percent_tells_which_number_is_meant(shares: tuple[str, str], number: int):
    rows = [f"{row}|{share}" for row, share in zip(ROWS.split("\n"), shares, strict=True)]
    reading = read(S="MEI 2026\nNO|DESA|SASARAN|K1 DALAM WILAYAH|K1 LUAR WILAYAH|K1 TOTAL|%\n" + "\n".join(rows))
    assert f"Suka k1 2026-5 month T {number}/50 {shares[0]}" in said(reading)
    assert len(said(reading)) == 2 and len(codes(reading)) == 1


def test_groups_of_columns_side_by_side():
    reading = read(
        merges=[(1, 3, 1, 4), (1, 5, 1, 6)],
        S="MEI 2026\nNO|DESA|SASARAN|DALAM WILAYAH||LUAR WILAYAH|\n|||K1|K4|K1|K4\n1|Suka|50|5|4|1|2\n2|Maju|40|6|3|0|1",
    )
    assert said(reading)[:2] == ["Maju k1 2026-5 month T 6/40", "Maju k4 2026-5 month T 3/40"]
    assert len(said(reading)) == 4 and codes(reading) == ["kolom-luar-wilayah F3"]


_OWN, _ELSE = "NO|DESA|SASARAN|K1\n1|Suka|50|5\n2|Maju|40|6", "NO|DESA|SASARAN|K1\n1|Suka|50|1\n2|Maju|40|2"


@pytest.mark.parametrize(
    "sheets",
    [
        {"S": f"K1 DALAM WILAYAH MEI 2026\n{_OWN}\n\nK1 LUAR WILAYAH MEI 2026\n{_ELSE}"},
        {"DALAM_WILAYAH": f"K1 MEI 2026\n{_OWN}", "LUAR_WILAYAH": f"K1 MEI 2026\n{_ELSE}"},
        {"S": "DALAM WILAYAH||||LUAR WILAYAH|||\nMEI 2026\n" + "\n".join(map("|".join, zip(_OWN.split("\n"), _ELSE.split("\n"), strict=True)))},
    ],
)  # fmt: skip
def test_tables_of_people_from_elsewhere(sheets: dict[str, str]):
    reading = read(**sheets)
    assert said(reading) == ["Maju k1 2026-5 month T 6/40", "Suka k1 2026-5 month T 5/50"]
    assert [code.split()[0] for code in codes(reading)] == ["tabel-luar-wilayah"]


@pytest.mark.parametrize("heads", ["PUSKESMAS|PRAKTIK SWASTA|TOTAL", "di Puskesmas|di praktik|Jumlah", "STATIS|DINAMIS|JML"])
def test_of_a_number_by_place_of_service_the_total_is_read(heads: str):
    reading = read(merges=[(1, 3, 1, 5)], S=f"MEI 2026\nNO|DESA|SASARAN|K4||\n|||{heads}\n{ROWS}")
    assert said(reading) == ["Maju k4 2026-5 month T 9/40", "Suka k4 2026-5 month T 9/50"]
    assert codes(reading) == ["kolom-tempat-pelayanan D3"]


def test_parts_without_a_total_are_not_taken_for_it():
    reading = read(merges=[(1, 3, 1, 5)], S=f"MEI 2026\nNO|DESA|SASARAN|K4||\n|||di Puskesmas|di Praktik Mandiri Bidan|di RS\n{ROWS}")
    assert said(reading) == []
    assert codes(reading) == ["kolom-tempat-pelayanan D3"]


@pytest.mark.parametrize(
    ("heads", "rows"),
    [
        ("TOTAL PELAYANAN|PENDATANG (DICATAT DI TEMPAT ASAL)|DOMISILI DESA INI", "1|Suka|50|9|4|5\n2|Maju|40|9|3|6"),
        ("PENDUDUK SETEMPAT|PENDATANG|JUMLAH", ROWS), ("WARGA DESA INI|WARGA LUAR|TOTAL", ROWS),
    ],
)  # fmt: skip
def test_newcomers_are_from_elsewhere(heads: str, rows: str):
    reading = read(merges=[(1, 3, 1, 5)], S=f"MEI 2026\nNO|DESA|SASARAN|K1||\n|||{heads}\n{rows}")
    assert said(reading) == ["Maju k1 2026-5 month T 6/40", "Suka k1 2026-5 month T 5/50"]
    assert len(codes(reading)) == 1 and codes(reading)[0].startswith("kolom-luar-wilayah")
