"""HI, CI and BI of a larva survey: the BI is the Breteau index; elsewhere it is "bulan ini"."""

import pytest
from laporan import codes, read, said


def test_the_breteau_index_beside_the_other_indices_is_not_this_month():
    reading = read(
        Maret="""
        HASIL PEMERIKSAAN JENTIK BERKALA
        BULAN MARET 2026
        NO|DESA|RUMAH||KONTAINER||HI (%)|CI (%)|BI|ABJ (%)
        ||Diperiksa|Bebas jentik|Diperiksa|Positif||||
        1|Suka|100|90|200|12|10|6|12|90
        2|Maju|80|72|160|9|10|5.6|11.3|90
        3|Jaya|50|42|150|11|16|7.3|22|84
        """,
        merges=[(2, 2, 2, 3), (2, 4, 2, 5)],
    )
    assert said(reading) == [
        "Jaya abj 2026-3 point T 42/50 84",
        "Maju abj 2026-3 point T 72/80 90",
        "Suka abj 2026-3 point T 90/100 90",
    ]
    assert "kolom-tidak-dikenal I4" in codes(reading)


def test_a_bi_alone_among_the_heads_of_such_a_survey_is_asked():
    reading = read(
        Maret="""
        ANGKA BEBAS JENTIK
        BULAN MARET 2026
        NO|DESA|RUMAH DIPERIKSA|RUMAH POSITIF JENTIK|BI
        1|Suka|100|10|12
        2|Maju|80|8|14
        """
    )
    assert said(reading) == []
    assert "kolom-tidak-dikenal E3" in codes(reading)


def test_this_month_stays_this_month_beside_the_months_before_it():
    survey = read(
        Maret="""
        ANGKA BEBAS JENTIK
        BULAN MARET 2026
        NO|DESA|RUMAH DIPERIKSA|RUMAH BEBAS JENTIK||
        |||BL|BI|SBI
        1|Suka|100|40|42|82
        2|Maju|80|30|34|64
        """,
        merges=[(2, 3, 2, 5)],
    )
    assert said(survey) == ["Maju abj 2026-3 point T 34/80", "Suka abj 2026-3 point T 42/100"]
    visits = read(Maret="CAKUPAN K1\nBULAN MARET 2026\nNO|DESA|SASARAN|BI|%\n1|Suka|300|10|3.3\n2|Maju|280|10|3.6")
    assert said(visits) == ["Maju k1 2026-3 month T 10/280 3.6", "Suka k1 2026-3 month T 10/300 3.3"]


DBD = """
Suka|Juli|2|NIHIL|80|60|75
|Agustus|1|NIHIL|50|40|80
Maju|Juli|1|1|100|90|90
|Agustus|NIHIL|NIHIL|60|30|50"""
MERGES = [(4, 0, 5, 0), (6, 0, 7, 0), (2, 2, 2, 3), (2, 4, 2, 6)]


@pytest.mark.parametrize("merges", [MERGES, []])
@pytest.mark.parametrize(
    "survey, heads",
    [
        ("PJB", "Rumah diperiksa|Rumah bebas jentik|ABJ (%)"), ("PEMERIKSAAN JENTIK BERKALA (PJB)", "Jml rumah diperiksa|Jml rumah negatif jentik|%"),
        ("HASIL PJB", "Diperiksa|Bebas jentik|ABJ"), ("PSN", "Jml Rmh yg diperiksa|Rmh bebas jentik|ABJ %"),
    ],
)  # fmt: skip
def test_the_name_of_a_survey_over_its_houses_says_nothing_else(survey: str, heads: str, merges: list):
    reading = read(
        merges=merges, DBD=f"LAPORAN DBD\nTAHUN 2025\nDESA|BULAN|DBD||{survey}||\n||Kasus|Meninggal|{heads}{DBD}"
    )
    assert [line for line in said(reading) if " abj " in line] == [
        "Maju abj 2025-7 point T 90/100 90", "Maju abj 2025-8 point T 30/60 50",
        "Suka abj 2025-7 point T 60/80 75", "Suka abj 2025-8 point T 40/50 80",
    ]  # fmt: skip


@pytest.mark.parametrize(
    "survey, heads",
    [
        ("PJB", "Kontainer diperiksa|Positif|CI"), ("PJB", "Rumah diperiksa|Positif jentik|%"), ("PJB SEKOLAH", "Sekolah diperiksa|Bebas jentik|ABJ"),
        ("PJB", "Diperiksa|Positif|HI"),
    ],
)  # fmt: skip
def test_other_numbers_of_such_a_survey_are_not_the_houses_without_larvae(survey: str, heads: str):
    reading = read(
        merges=MERGES, DBD=f"LAPORAN DBD\nTAHUN 2025\nDESA|BULAN|DBD||{survey}||\n||Kasus|Meninggal|{heads}{DBD}"
    )
    assert {line.split()[1] for line in said(reading)} == {"dbd_kasus", "dbd_meninggal"}


@pytest.mark.parametrize("heads", [
    ("Rumah diperiksa jentik||", "Jml|(+)|(-)"), ("Rumah diperiksa||", "Jml|jentik (+)|jentik (-)"),
    ("Rumah||", "diperiksa|( + ) jentik|( - ) jentik"),
    ("RUMAH/BANGUNAN||", "diperiksa|(+) jentik|(-) jentik"),
])  # fmt: skip
def test_a_sign_in_brackets_tells_the_houses_with_larvae_from_those_without(heads: tuple[str, str]):
    table = f"DESA|{heads[0]}|ABJ (%)\n|{heads[1]}|\nSuka|100|20|80|80\nMaju|50|5|45|90"
    reading = read(S=f"PEMERIKSAAN JENTIK MEI 2026\n{table}", merges=[(1, 1, 1, 3)])
    assert said(reading) == ["Maju abj 2026-5 point T 45/50 90", "Suka abj 2026-5 point T 80/100 80"]


@pytest.mark.parametrize("head", ["Rumah jentik", "Jumlah rumah jentik", "Rumah jentik (+)", "Rumah (+) jentik"])
def test_houses_with_larvae_are_not_those_without(head: str):
    reading = read(S=f"PEMERIKSAAN JENTIK MEI 2026\nDESA|Rumah diperiksa|{head}|ABJ (%)\nSuka|100|20|80\nMaju|50|5|90")
    assert said(reading) == ["Maju abj 2026-5 point T /50 90", "Suka abj 2026-5 point T /100 80"]
