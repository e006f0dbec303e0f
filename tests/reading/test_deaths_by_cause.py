"""Tables of deaths by what people died of: their columns name illnesses that programmes count, and count deaths."""

from __future__ import annotations

import pytest
from laporan import codes, read, said

BORN = "BAYI LAHIR HIDUP DAN BBLR TAHUN 2025\nNO|DESA|LAHIR HIDUP|BBLR\n1|Suka|50|6\n2|Maju|61|5\n3|Jaya|44|3"
NEONATES = "NO|DESA|BBLR|ASFIKSIA|SEPSIS|JUMLAH\n1|Suka|0|0|0|0\n2|Maju|1|0|1|2\n3|Jaya|1|0|0|1"
TODDLERS = "NO|DESA|DIARE|PNEUMONIA|DBD|JUMLAH\n1|Suka|0|0|0|0\n2|Maju|1|0|1|2\n3|Jaya|1|0|0|1"


def _indicators(reading) -> set[str]:  # noqa: ANN001
    return {line.split()[1] for line in said(reading)}


@pytest.mark.parametrize(
    ("title", "table"),
    [("JUMLAH KEMATIAN NEONATAL (0-28 HARI) MENURUT PENYEBAB UTAMA DAN DESA", NEONATES), ("SEBAB KEMATIAN BAYI", NEONATES),
     ("KEMATIAN NEONATAL PER DESA", NEONATES), ("KASUS KEMATIAN NEONATAL", NEONATES), ("KEMATIAN NEONATAL KARENA BBLR, ASFIKSIA", NEONATES),
     ("BAYI BARU LAHIR MENINGGAL MENURUT SEBAB", NEONATES), ("KEMATIAN BALITA MENURUT PENYEBAB", TODDLERS), ("BALITA MENINGGAL", TODDLERS)],
)  # fmt: skip
def test_deaths_by_cause_are_no_cases(title: str, table: str):
    reading = read(S=f"{title}\nTAHUN 2025\n{table}", LAHIR=BORN)
    assert [line for line in said(reading) if "Suka" in line] == ["Suka bblr 2025- year T 6/50"]
    assert "tabel-kesakitan B3" in codes(reading)


def test_the_sheet_may_say_it():
    reading = read(SEBAB_KEMATIAN=f"LAPORAN TAHUN 2025\n{NEONATES}", LAHIR=BORN)
    assert "Suka bblr 2025- year T 6/50" in said(reading) and len(said(reading)) == 3


def test_causes_in_the_rows():
    rows = "PENYEBAB|Suka|Maju|Jaya\nDiare|0|1|1\nDBD|1|0|0"
    assert _indicators(read(S=f"KEMATIAN BALITA MENURUT PENYEBAB TAHUN 2025\n{rows}", LAHIR=BORN)) == {"bblr"}


@pytest.mark.parametrize(
    "title", ["LAPORAN KELAHIRAN DAN KEMATIAN BAYI", "LAPORAN KEMATIAN BAYI", "KEMATIAN NEONATAL DAN BBLR"]
)
def test_births_beside_deaths_are_read(title: str):
    table = "NO|DESA|LAHIR HIDUP|BBLR|MENINGGAL\n1|Suka|50|6|1\n2|Maju|61|5|0\n3|Jaya|44|3|0"
    lines = said(read(S=f"{title}\nTAHUN 2025\n{table}"))
    assert "Suka bblr 2025- year T 6/50" in lines


@pytest.mark.parametrize("title", ["ANGKA KESAKITAN DAN KEMATIAN", "KASUS/KEMATIAN", "LAPORAN KEMATIAN"])
def test_cases_beside_deaths_are_read(title: str):
    table = "NO|DESA|DBD|DIARE|MENINGGAL\n1|Suka|4|5|0\n2|Maju|2|7|1\n3|Jaya|3|9|0"
    assert _indicators(read(S=f"{title} TAHUN 2025\n{table}")) == {"dbd_kasus", "diare"}


@pytest.mark.parametrize("title", ["JUMLAH KEMATIAN KARENA DBD", "KEMATIAN AKIBAT DEMAM BERDARAH"])
def test_deaths_that_a_programme_counts_are_read(title: str):
    table = "NO|DESA|JAN|FEB|MAR\n1|Suka|1|0|2\n2|Maju|0|1|1\n3|Jaya|2|2|0"
    assert _indicators(read(S=f"{title} TAHUN 2025\n{table}")) == {"dbd_meninggal"}


def test_a_table_below_that_names_its_indicator_is_read():
    title = "LAPORAN KEMATIAN NEONATAL TAHUN 2025\nA. PENYEBAB KEMATIAN"
    born = "NO|DESA|LAHIR HIDUP|BBLR\n1|Suka|50|6\n2|Maju|61|5\n3|Jaya|44|3"
    lines = said(read(S=f"{title}\n{NEONATES}\n\nB. BERAT BADAN LAHIR RENDAH\n{born}"))
    assert "Suka bblr 2025- year T 6/50" in lines and len(lines) == 3
