"""Tables that hold no results by their title: what is left, targets, projections, ranks, another year."""

from __future__ import annotations

import pytest
from laporan import codes, read, said

from lokmin_data.model import LokminError

TABLE = "NO|DESA|SASARAN|{}\n1|Suka|100|2\n2|Maju|120|1\n3|Jaya|90|3"


@pytest.mark.parametrize(
    "title",
    [
        "SISA SASARAN K4 MEI 2026", "A. TARGET K4 TAHUN 2026", "PROYEKSI CAPAIAN K4 DESEMBER 2026", "ESTIMASI K4 TAHUN 2026",
        "KESENJANGAN CAKUPAN K4 PER DESA MEI 2026",
        "CAKUPAN K4 BULAN LALU", "CAKUPAN K4 S/D BULAN LALU",
        "CAKUPAN K4 TAHUN LALU", "PERINGKAT CAKUPAN K4 MEI 2026", "RATA-RATA KUNJUNGAN K4 PER BULAN 2026", "CAKUPAN K4 MEI 2026\n(dalam ribuan)",
    ],
)  # fmt: skip
@pytest.mark.parametrize("head", ["JUMLAH", "K4"])
def test_no_results_are_read(title: str, head: str):
    try:
        reading = read(S=f"{title}\n{TABLE.format(head)}", year=2026, month=5)
        problems, lines = codes(reading), said(reading)
    except LokminError as refused:
        problems, lines = [f"{problem.code} {problem.cell}" for problem in refused.problems], []
    assert not lines and any(problem.startswith("judul-bukan-capaian A") for problem in problems)


@pytest.mark.parametrize(
    "title",
    [
        "TARGET DAN CAPAIAN K4 MEI 2026", "CAKUPAN K4 MEI 2026 (TARGET 95)", "CAPAIAN K4 TAHUN INI DIBANDING TAHUN LALU MEI 2026",
        "PERBANDINGAN K4 BULAN LALU DAN BULAN INI MEI 2026",
        "SASARAN PROYEKSI DAN CAKUPAN K4 MEI 2026", "LAPORAN K4 BULAN MEI TAHUN ANGGARAN 2026",
    ],
)  # fmt: skip
def test_results_are_read(title: str):
    assert "Suka k4 2026-5 month T 2/100" in said(read(S=f"{title}\n{TABLE.format('K4')}", year=2026, month=5))


def test_a_ranking_with_its_numbers_is_read():
    reading = read(S="RANKING K4 MEI 2026\nNO|DESA|SASARAN|K4|RANKING\n1|Suka|100|40|2\n2|Maju|120|60|1\n3|Jaya|90|10|3")
    assert "Suka k4 2026-5 month T 40/100" in said(reading)


@pytest.mark.parametrize("expected", ["PROYEKSI K4", "K4 (ESTIMASI)"])
def test_what_is_expected_of_an_indicator_divides_nothing(expected: str):
    reading = read(S=f"CAKUPAN MEI 2026\nNO|DESA|SASARAN BUMIL|K4|{expected}\n1|Suka|100|40|90\n2|Maju|120|50|99")
    assert said(reading) == ["Maju k4 2026-5 month T 50/120", "Suka k4 2026-5 month T 40/100"]


@pytest.mark.parametrize(
    ("title", "read_"),
    [
        ("K4 IBU HAMIL < 20 TAHUN", False), ("CAKUPAN K4 LAKI-LAKI", False), ("SKRINING USIA PRODUKTIF PEREMPUAN", False),
        ("PELAYANAN LANSIA >= 70 TAHUN", False),
        ("JAMBAN KK MISKIN", False), ("K4 USIA 35 TAHUN KE ATAS", False),
        ("PELAYANAN LANSIA 60 TAHUN KE ATAS", True),
        ("SKRINING USIA PRODUKTIF 15-59 TAHUN", True), ("PELAYANAN LANSIA (>= 60 TAHUN)", True),
        ("K4 BULAN 1-5 TAHUN 2026", True),
    ],
)  # fmt: skip
def test_ages_and_sexes_of_a_title(title: str, read_: bool):
    table = TABLE.format("CAPAIAN").replace("SASARAN", "JML") if "KK" in title else TABLE.format("CAPAIAN")
    try:
        lines = said(read(S=f"{title} MEI 2026\n{table}"))
    except LokminError:
        lines = []
    assert bool(lines) == read_


@pytest.mark.parametrize("number", ["A.", "B.", "D.", "1.", "II.", "b)"])
def test_the_letter_of_a_list_is_no_part_of_a_title(number: str):
    assert "Suka k6 2026-5 month T 2/100" in said(read(S=f"{number} KUNJUNGAN IBU HAMIL K6\nMEI 2026\n{TABLE.format('JUMLAH')}"))


SASARAN_ROWS = "\n1|Suka|30|29|90|24\n2|Maju|40|39|150|30\n3|Jaya|41|38|175|9"


@pytest.mark.parametrize(
    "title", ["SASARAN PROGRAM KESEHATAN MENURUT DESA", "DATA SASARAN PROGRAM", "PROYEKSI SASARAN", "ESTIMASI SASARAN PUSKESMAS"]
)
@pytest.mark.parametrize("ill", ["TERDUGA TB", "DIARE", "BUMIL KEK", "KASUS TB"])
def test_the_ill_in_a_table_of_sasaran_are_expected(title: str, ill: str):
    other = "K1 BULAN MARET 2026\nDesa|Sasaran|K1\nSuka|40|5\nMaju|50|4\nJaya|60|3"
    reading = read(S=f"{title}\nTAHUN 2026\nNO|DESA|BUMIL|BULIN|BALITA|{ill}{SASARAN_ROWS}", KIA=other)
    assert {line.split()[1] for line in said(reading)} == {"k1"}
    assert "judul-bukan-capaian A1" in codes(reading)


@pytest.mark.parametrize(
    ("title", "heads"),
    [("DATA SASARAN DAN CAPAIAN", "BUMIL|BULIN|BALITA|DIARE"), ("PENYAKIT", "BUMIL|BULIN|BALITA|DIARE"), ("SASARAN KIA", "BUMIL|K1|K4|DIARE")],
)
def test_results_beside_sasaran_are_read(title: str, heads: str):
    reading = read(S=f"{title}\nTAHUN 2026\nNO|DESA|{heads}{SASARAN_ROWS}")
    assert "Suka diare 2026- year T 24/" in said(reading)
