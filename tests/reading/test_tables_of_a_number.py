"""Tables with one column "Jumlah" below their title, tables with a title of their own below another's, and divisors."""

from __future__ import annotations

import pytest
from laporan import codes, read, said

DESA = ("Suka", "Maju", "Jaya")


def _table(head: str, first: int) -> str:
    width = len(head.split("|"))
    rows = [f"{place + 1}|{desa}|" + "|".join([str(first + place)] * width) for place, desa in enumerate(DESA)]
    return "\n".join([f"NO|DESA|{head}", *rows])


@pytest.mark.parametrize("head", ["JUMLAH", "TOTAL", "KASUS", "JML PENDERITA", "ANGKA"])
def test_a_title_and_one_number(head: str):
    assert said(read(S=f"KASUS DBD MARET 2026\n{_table(head, 4)}")) == [
        "Jaya dbd_kasus 2026-3 month T 6/", "Maju dbd_kasus 2026-3 month T 5/", "Suka dbd_kasus 2026-3 month T 4/",
    ]  # fmt: skip


def test_one_number_that_nothing_names_is_told():
    reading = read(S=f"CAKUPAN BCG MARET 2026\n{_table('BCG', 4)}", T="Data ibu bersalin\nNO|FASYANKES|JUMLAH\n1|Klinik Suka|4\n2|RSUD Maju|5")
    assert len(said(reading)) == 3 and "indikator-tidak-disebut C2" in codes(reading)


@pytest.mark.parametrize("title", ["Data ibu bersalin", "JUMLAH PESERTA KB AKTIF", "LAPORAN PEMERIKSAAN GIGI", "JUMLAH PESERTA SENAM"])
@pytest.mark.parametrize("head", ["JUMLAH", "L|P"])
def test_a_table_with_another_topic_is_not_that_of_the_sheet(title: str, head: str):
    reading = read(S=f"CAKUPAN K4 MARET 2026\n{_table(head, 4)}\n\n{title}\n{_table(head, 30)}")
    numbers = {line.split(" ")[-1] for line in said(reading)}
    assert numbers == {"4/", "5/", "6/"} and any(code.startswith("indikator-tidak-disebut") for code in codes(reading))


@pytest.mark.parametrize("title", ["BULAN APRIL 2026", "DATA BULAN APRIL 2026", "LAPORAN APRIL 2026"])
def test_a_table_of_another_month_is_that_of_the_sheet(title: str):
    reading = read(S=f"CAKUPAN K4\nBULAN MARET 2026\n{_table('JUMLAH', 4)}\n\n{title}\n{_table('JUMLAH', 30)}")
    assert {"Suka k4 2026-3 month T 4/", "Suka k4 2026-4 month T 30/"} <= set(said(reading))


@pytest.mark.parametrize(("percents", "told"), [((95, 80, 75, 80), False), ((50, 51, 52, 53), True)])
def test_a_proved_divisor_is_not_told_as_skipped(percents: tuple[int, ...], told: bool):
    rows = zip((*DESA, "Asri"), (40, 30, 20, 25), (38, 24, 15, 20), percents, strict=True)
    text = "CAKUPAN K4 AGUSTUS 2026\nDESA|ADA|K4|%\n" + "\n".join("|".join(map(str, row)) for row in rows)
    assert ("kolom-tidak-dikenal B2" in codes(read(S=text))) is told
