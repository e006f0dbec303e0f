"""Pillars of STBM below a head of those who carry them out, and a status that is ticked."""

from __future__ import annotations

import pytest
from laporan import codes, read, said

ROWS = "\n1|Suka|100|80|80|70|70|V\n2|Maju|200|150|75|140|70|-\n3|Jaya|50|50|100|20|40|V"
MERGES = [(2, 3, 2, 6), (3, 3, 3, 4), (3, 5, 3, 6)]


def _table(group: str, below: str = "KK", status: str = "DESA ODF (V)"):  # noqa: ANN202
    heads = f"NO|DESA|JUMLAH KK|{group}||||{status}\n|||Jamban sehat||CTPS||\n|||{below}|%|{below}|%|"
    return read(merges=MERGES, S=f"DATA STBM\nKEADAAN JUNI 2026\n{heads}{ROWS}")


@pytest.mark.parametrize("below", ["KK", "Jml"])
@pytest.mark.parametrize(
    "group",
    ["JUMLAH KK YANG MELAKSANAKAN", "KK yg menerapkan", "Jml rumah tangga yang melakukan", "KK YANG SUDAH MELAKSANAKAN STBM", "KK melaksanakan"],
)
def test_families_that_do_it_are_counted_under_each_pillar(group: str, below: str):
    assert said(_table(group, below)) == [
        "Jaya ctps 2026-6 point T 20/50 40", "Jaya jamban 2026-6 point T 50/50 100", "Jaya sbs 2026-6 point T 1/",
        "Maju ctps 2026-6 point T 140/200 70", "Maju jamban 2026-6 point T 150/200 75",
        "Suka ctps 2026-6 point T 70/100 70", "Suka jamban 2026-6 point T 80/100 80", "Suka sbs 2026-6 point T 1/",
    ]  # fmt: skip


@pytest.mark.parametrize("group", ["KK YANG TIDAK MELAKSANAKAN", "KK BELUM MENERAPKAN", "KK MELAKSANAKAN KERJA BAKTI"])
def test_families_that_do_not_or_do_something_else_are_asked(group: str):
    reading = _table(group)
    assert {line.split()[1] for line in said(reading)} == {"sbs"}
    assert {"kolom-tidak-dikenal D5", "kolom-tidak-dikenal F5"} <= set(codes(reading))


@pytest.mark.parametrize("status", ["DESA ODF (V/-)", "ODF (√)", "Desa ODF (beri tanda V)", "Status SBS (Y/T)", "ODF (v/x)"])
def test_what_is_put_into_the_cells_of_a_status_says_nothing_else(status: str):
    found = [line for line in said(_table("KK YANG MELAKSANAKAN", status=status)) if " sbs " in line]
    assert found == ["Jaya sbs 2026-6 point T 1/", "Suka sbs 2026-6 point T 1/"]


def test_families_that_do_something_unsaid_are_nobodys_sasaran():
    reading = read(S="KESLING\nJUNI 2026\nNO|DESA|KK YANG MELAKSANAKAN|KK CTPS|%\n1|Suka|100|80|80\n2|Maju|200|70|35")
    assert said(reading) == ["Maju ctps 2026-6 point T 70/ 35", "Suka ctps 2026-6 point T 80/ 80"]
    assert "kolom-tidak-dikenal C3" in codes(reading)


def _ladder(percent: str = "% KK AKSES", more: str = "BABS (KK)", status: str = "STATUS DESA ODF", counted: str = "JUMLAH KK AKSES JAMBAN"):  # noqa: ANN202
    rows = "1|Suka|100|50|30|0|80|80|70|70|ODF\n2|Maju|200|90|10|50|150|75|140|70|Belum\n3|Jaya|50|20|5|3|47|94|20|40|Belum"
    heads = f"NO|DESA|JML KK|PILAR 1 : STOP BABS|||||PILAR 2 : CTPS||{status}\n|||JSP|SHARING|{more}|{counted}|{percent}|KK|%|"
    return read(merges=[(2, 3, 2, 7), (2, 8, 2, 9)], S=f"DATA STBM\nKEADAAN s.d. 30 SEPTEMBER 2026\n{heads}\n{rows}")


@pytest.mark.parametrize("more", ["BABS (KK)", "BABS", "Jumlah KK masih BABS", "BABS TERBUKA"])
@pytest.mark.parametrize("percent", ["% KK AKSES", "% AKSES JAMBAN", "%"])
def test_a_percent_below_the_first_pillar_is_of_the_number_that_it_repeats(percent: str, more: str):
    lines = said(_ladder(percent, more))
    assert {line for line in lines if "jamban" in line} == {
        "Jaya jamban 2026-9 point T 47/50 94", "Maju jamban 2026-9 point T 150/200 75", "Suka jamban 2026-9 point T 80/100 80",
    }  # fmt: skip


def test_a_status_is_measured_against_nobody():
    found = [line for line in said(_ladder()) if " sbs " in line]
    assert found == ["Jaya sbs 2026-9 point T 0/", "Maju sbs 2026-9 point T 0/", "Suka sbs 2026-9 point T 1/"]
    assert said(read(S="STBM JUNI 2026\nNO|DESA|JUMLAH KK|DESA ODF\n1|Suka|80|Ya")) == ["Suka sbs 2026-6 point T 1/"]


def test_families_without_a_latrine_are_nobodys_sasaran():
    reading = _ladder()
    assert [problem.found for problem in reading.problems if problem.code == "di-luar-katalog"] == ["BABS (KK)"]


def test_a_percent_stays_that_of_its_group_where_a_number_counts_it():
    heads = "NO|DESA|SASARAN BALITA|D/S|||\n|||BALITA DITIMBANG|%|BALITA STUNTING|% BALITA"
    reading = read(merges=[(2, 3, 2, 6)], S=f"SKDN\nJUNI 2026\n{heads}\n1|Suka|100|80|80|8|10\n2|Maju|50|40|80|5|12.5")
    assert not [line for line in said(reading) if "stunting" in line and line.endswith((" 10", " 12.5"))]


@pytest.mark.parametrize("group", ["Pilar 1 : Buang Air Besar", "Pilar 1 (BAB)", "Pilar 1 Stop BABS"])
def test_a_pillar_called_by_what_it_is_about(group: str):
    heads = f"DESA|Jumlah KK|{group}|||Pilar 2 CTPS|\n||BABS|KK akses jamban|% akses|KK|%"
    rows = "\nSuka|100|20|80|80|70|70\nMaju|200|50|150|75|140|70\nJaya|50|0|50|100|20|40"
    found = said(read(merges=[(2, 2, 2, 4), (2, 5, 2, 6)], S=f"DATA STBM\nKEADAAN JUNI 2026\n{heads}{rows}"))
    assert [line for line in found if "ctps" not in line] == [
        "Jaya jamban 2026-6 point T 50/50 100", "Maju jamban 2026-6 point T 150/200 75", "Suka jamban 2026-6 point T 80/100 80",
    ]  # fmt: skip


def test_a_pillar_names_no_latrines_by_itself():
    heads = "DESA|Jumlah KK|Pilar 1 : Buang Air Besar|CTPS"
    found = said(read(S=f"DATA STBM\nKEADAAN JUNI 2026\n{heads}\nSuka|100|80|70\nMaju|200|150|140\nJaya|50|50|20"))
    assert not any("jamban" in line for line in found)
