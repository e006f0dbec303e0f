"""People who got something are counted, and no sasaran."""

from __future__ import annotations

import pytest
from laporan import codes, read, said

SCREENED = {
    "Usila diskrining": "spm_07", "Lansia ≥ 60 tahun mendapat skrining": "spm_07", "Usia produktif 15-59 tahun mendapat skrining": "spm_06",
    "Usia 7-15 tahun mendapat skrining kesehatan": "spm_05",
}  # fmt: skip


def table(head: str) -> str:
    return f"REKAP\nBULAN MARET 2026\nNO|DESA|SASARAN|{head}\n1|Suka|50|5\n2|Maju|40|2\n3|Jaya|60|7"


@pytest.mark.parametrize("head", SCREENED)
def test_who_was_screened(head: str):
    assert f"Suka {SCREENED[head]} 2026-3 month T 5/50" in said(read(S=table(head)))


@pytest.mark.parametrize("head", ["Balita mendapat pelayanan", "Bumil diberi penyuluhan", "Bayi mendapat pelayanan"])
def test_who_got_something_else_divides_nothing(head: str):
    k1 = "LAPORAN K1 MARET 2026\nNo|Desa|K1\n1|Suka|4\n2|Maju|5\n3|Jaya|6"
    reading = read(S=table(head), K1=k1)
    assert "D3" in {code.split()[-1] for code in codes(reading)}
    assert not len(reading.sasaran[reading.sasaran["cell"].str.startswith("D")])


@pytest.mark.parametrize("head", ["Sasaran lansia mendapat skrining", "Jumlah lansia"])
def test_a_sasaran_stays_one(head: str):
    lines = said(read(S=table(f"{head}|Lansia diskrining").replace("|5\n", "|80|5\n").replace("|2\n", "|70|2\n").replace("|60|7", "|60|90|7")))
    assert "Suka spm_07 2026-3 month T 5/80" in lines


@pytest.mark.parametrize("people", ["Ibu hamil", "Bumil"])
def test_people_below_an_indicator_beside_an_unknown_column_only_are_asked_about(people: str):
    table = f"CAKUPAN MEI 2026\nNO|DESA|K4||K6\n||{people}|Kloming|\n1|Suka|50|7|5\n2|Maju|40|6|4"
    reading = read(merges=[(1, 2, 1, 3)], S=table)
    assert said(reading) == ["Maju k6 2026-5 month T 4/", "Suka k6 2026-5 month T 5/"]
    assert codes(reading) == ["kolom-tidak-dikenal C3", "kolom-tidak-dikenal D3"]


@pytest.mark.parametrize("beside", ["%", "Ket"])
def test_people_below_an_indicator_are_its_number_beside_its_percent_or_a_remark(beside: str):
    reading = read(merges=[(1, 2, 1, 3)], S=f"CAKUPAN MEI 2026\nNO|DESA|K4|\n||Ibu hamil|{beside}\n1|Suka|50|\n2|Maju|40|")
    assert said(reading) == ["Maju k4 2026-5 month T 40/", "Suka k4 2026-5 month T 50/"]
