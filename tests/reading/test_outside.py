"""What the field knows and the catalogue does not hold is told, once, and what a title names ends before its month."""

from __future__ import annotations

import pytest
from laporan import codes, read, said

HEAD = "STATUS GIZI BALITA BULAN MARET 2026\nNO|DESA|BALITA DIUKUR|STUNTING|"


def _told(reading) -> list[str]:  # noqa: ANN001
    return [problem.found for problem in reading.problems if problem.code == "di-luar-katalog"]


def test_known_columns_without_an_indicator_are_told_in_one_problem():
    reading = read(S=HEAD + "GIZI LEBIH|OBESITAS\n1|Suka|50|5|2|1\n2|Maju|40|4|1|1")
    assert said(reading) == ["Maju stunting 2026-3 point T 4/40", "Suka stunting 2026-3 point T 5/50"]
    assert codes(reading) == ["di-luar-katalog E2"]
    assert _told(reading) == ["GIZI LEBIH, OBESITAS"]


def test_a_form_of_every_month_tells_them_once():
    body = HEAD + "OBESITAS\n1|Suka|50|5|2\n2|Maju|40|4|1"
    reading = read(Maret=body, April=body.replace("MARET", "APRIL"))
    assert _told(reading) == ["OBESITAS"]


def test_they_are_told_also_where_nothing_else_stands_in_the_table():
    assert _told(read(S="GIZI BALITA MARET 2026\nNO|DESA|BALITA DIUKUR|OBESITAS\n1|Suka|50|5\n2|Maju|40|4")) == ["OBESITAS"]


def test_rows_outside_the_catalogue_are_told_too():
    reading = read(
        S="LAPORAN DESA SUKA MARET 2026\nNO|INDIKATOR|SASARAN|CAPAIAN\n1|K1|50|5\n2|Obesitas|40|4\n3|K4|40|4"
    )
    assert codes(reading) == ["di-luar-katalog B4"]


def test_empty_columns_and_what_the_checks_add_up_are_not_told():
    reading = read(S="SKDN MARET 2026\nNO|DESA|S|K|D|N|T|O|B|OBESITAS\n1|Suka|50|50|40|20|10|5|5|\n2|Maju|50|50|40|20|10|5|5|")
    assert _told(reading) == []


@pytest.mark.parametrize("title", ["DESA SUKA MAJU MARET 2026", "DESA SUKA MAJU - MARET 2026", "DESA SUKA MAJU JAN-MAR 2026"])
def test_a_desa_named_in_a_title_ends_before_the_month(title: str):
    reading = read(S=f"LAPORAN {title}\nNO|INDIKATOR|SASARAN|CAPAIAN\n1|K1|50|5\n2|K4|40|4")
    assert set(reading.observations["area"]) == {"SUKA MAJU"}


@pytest.mark.parametrize("name", ["Lapas", "Lapas Kelas II", "Rutan", "Ponpes Al Huda", "Panti Asuhan Kasih", "Perusahaan", "Asrama"])
def test_institutions_among_desa_are_set_apart(name: str):
    reading = read(S=f"K1 JUNI 2025\nNO|DESA|SASARAN BUMIL|K1\n1|Suka|21|4\n2|Maju|10|1\n3|Jaya|20|5\n4|{name}|20|5")
    assert len(said(reading)) == 3 and codes(reading) == ["luar-wilayah B6"]


@pytest.mark.parametrize("name", ["Panti", "Panti Sari", "Pantirejo", "Lapasan", "Pesantren", "Kampung Asrama"])
def test_desa_with_such_words_stay_desa(name: str):
    reading = read(S=f"K1 JUNI 2025\nNO|DESA|SASARAN BUMIL|K1\n1|Suka|21|4\n2|Maju|10|1\n3|Jaya|20|5\n4|{name}|20|5")
    assert f"{name} k1 2025-6 month T 5/20" in said(reading)


@pytest.mark.parametrize("name", ["NB", "Koordinator", "Data Riil"])
def test_notes_among_desa_are_none(name: str):
    reading = read(S=f"K1 JUNI 2025\nNO|DESA|SASARAN BUMIL|K1\n1|Suka|21|4\n2|Maju|10|1\n3|Jaya|20|5\n|{name}|20|5")
    assert len(said(reading)) == 3


@pytest.mark.parametrize("name", ["Posyandu", "Pustu", "Polindes", "Poskesdes"])
def test_a_place_of_service_without_a_name_is_no_desa(name: str):
    reading = read(S=f"K1 JUNI 2025\nNO|DESA|SASARAN BUMIL|K1\n1|Suka|21|4\n2|Maju|10|1\n3|Jaya|20|5\n4|{name}|20|5")
    assert {line.split()[0] for line in said(reading)} == {"Suka", "Maju", "Jaya"} and len(codes(reading)) == 1
