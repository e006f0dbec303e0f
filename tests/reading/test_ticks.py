"""A status ticked in one of two columns."""

from __future__ import annotations

import pytest
from laporan import codes, read, said

TITLE = "SANITASI JUNI 2026"


@pytest.mark.parametrize("mark", ["V", "v", "√", "X", "1"])
@pytest.mark.parametrize("group, yes, no", [("STATUS DESA SBS (ODF)", "SUDAH", "BELUM"), ("ODF", "Ya", "Tidak"), ("STATUS DESA", "ODF", "Belum ODF")])
def test_two_columns_of_a_status(mark: str, group: str, yes: str, no: str):
    reading = read(
        merges=[(1, 0, 2, 0), (1, 1, 2, 1), (1, 2, 2, 2), (1, 3, 1, 4), (1, 5, 2, 5)],
        S=f"{TITLE}\nNO|DESA|JML KK|{group}||KET\n|||{yes}|{no}|\n1|Suka|50|{mark}||\n2|Maju|40||{mark}|\n3|Jaya|30|||",
    )
    assert said(reading) == ["Maju sbs 2026-6 point T 0/", "Suka sbs 2026-6 point T 1/"]
    assert not codes(reading)


def test_two_heads_without_a_group():
    reading = read(S=f"{TITLE}\nNO|DESA|SUDAH ODF|BELUM ODF\n1|Suka|V|\n2|Maju||V")
    assert said(reading) == ["Maju sbs 2026-6 point T 0/", "Suka sbs 2026-6 point T 1/"]


def test_the_title_names_the_status():
    reading = read(S="STATUS DESA ODF JUNI 2026\nNO|DESA|YA|TIDAK\n1|Suka|V|\n2|Maju||V")
    assert said(reading) == ["Maju sbs 2026-6 point T 0/", "Suka sbs 2026-6 point T 1/"]


def test_both_ticked_is_asked():
    reading = read(S=f"{TITLE}\nNO|DESA|SUDAH ODF|BELUM ODF\n1|Suka|V|V\n2|Maju||V")
    assert said(reading) == ["Maju sbs 2026-6 point T 0/"]
    assert codes(reading) == ["centang-ganda C3"]


def test_answers_to_what_is_no_status_are_not_taken_for_one():
    reading = read(S="PHBS JUNI 2026\nNO|DESA|K1|YA|TIDAK\n1|Suka|5|3|2\n2|Maju|6|4|2")
    assert {line.split()[1] for line in said(reading)} == {"k1"} and codes(reading)


def _answers(*cells: str, year: int = 2026):  # noqa: ANN202
    rows = "\n".join(f"{place}|Desa {place}|80|{cell}" for place, cell in enumerate(cells, 1))
    return read(S=f"STBM JUNI {year}\nNO|DESA|JUMLAH KK|DESA ODF\n{rows}")


@pytest.mark.parametrize("cell", ["Ya (2024)", "ODF 2023", "Sudah, 12/11/2024", "ODF sejak 2020", "SBS th. 2026", "Sudah ODF - tahun 2025"])
def test_a_yes_may_tell_since_when(cell: str):
    reading = _answers(cell, "Belum")
    assert said(reading) == ["Desa 1 sbs 2026-6 point T 1/", "Desa 2 sbs 2026-6 point T 0/"] and not codes(reading)


@pytest.mark.parametrize("cell", ["ODF 2030", "proses verifikasi", "Belum (target 2027)", "Ya (belum diverifikasi)", "2024?"])
def test_what_says_neither_yes_nor_no_is_told(cell: str):
    reading = _answers("Ya", cell, cell, "-")
    assert said(reading) == ["Desa 1 sbs 2026-6 point T 1/"]
    assert codes(reading) == ["status-tidak-jelas D4"]


def test_a_year_after_the_report_is_a_plan():
    reading = _answers("Ya (2024)", "ODF", year=2023)
    assert said(reading) == ["Desa 2 sbs 2023-6 point T 1/"] and codes(reading) == ["status-tidak-jelas D3"]
