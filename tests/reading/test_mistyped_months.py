"""Titles with a month mistyped or left open, and with a year written apart or left open: no month of its own, no year 2020."""

from __future__ import annotations

import pytest
from laporan import codes, read, said

BODY = "NO|DESA|SASARAN|K1\n1|Suka|50|20\n2|Maju|40|30"


def _read_as(reading) -> set[str]:  # noqa: ANN001
    return {" ".join(line.split()[2:4]) for line in said(reading)}


@pytest.mark.parametrize(
    "title",
    [
        "CAKUPAN K1 JANURI - SEPTEMBER 2025", "CAKUPAN K1 JANAURI S/D SEPTEMBER 2025", "CAKUPAN K1 S/D BULAN SEPEMBER 2025",
        "CAKUPAN K1 s.d. Septembr 2025", "CAKUPAN K1 (KUMULATIF) SEPTEBMER 2025", "CAKUPAN K1 JANARUI - SEPTEMBER 2025",
        "CAKUPAN K1 Jauanri s/d September 2025",
    ],
)  # fmt: skip
def test_a_slip_in_the_name_of_a_month(title: str):
    assert _read_as(read("rekap sep.xlsx", S=f"{title}\n{BODY}")) == {"2025-9 cumulative"}


def test_a_slip_in_the_one_month_of_a_title_and_in_the_name_of_a_sheet():
    assert _read_as(read(S=f"CAKUPAN K1 BULAN OTOBER 2025\n{BODY}")) == {"2025-10 month"}
    assert _read_as(read(Agutus=f"CAKUPAN K1 TAHUN 2025\n{BODY}")) == {"2025-8 month"}
    assert _read_as(read(S=f"CAKUPAN K1 S/D AGST 2025\n{BODY}")) == {"2025-8 cumulative"}


@pytest.mark.parametrize(
    "title",
    ["Ns. Januarti, S.Kep\nCAKUPAN K1 BULAN MEI 2025", "PUSKESMAS NOVEMBRA\nCAKUPAN K1 BULAN MEI 2025", "CAKUPAN K1 PUSKESMAS SUKARI - MEI 2025"],
)
def test_a_name_like_a_month_is_none(title: str):
    assert _read_as(read(S=f"{title}\n{BODY}")) == {"2025-5 month"}


@pytest.mark.parametrize(
    "title",
    ["CAKUPAN K1 S/D BULAN ........ TAHUN 2025", "CAKUPAN K1 s.d. bulan : 2025", "CAKUPAN K1 S/D XYZAN 2025", "CAKUPAN K1 S/D AKHIR BULAN ..."],
)
def test_up_to_a_month_that_is_left_open_adds_up(title: str):
    assert _read_as(read("rekap mei 2025.xlsx", S=f"{title}\n{BODY}")) == {"2025-5 cumulative"}
    assert not any("year" in line for line in said(read(S=f"{title}\n{BODY}")))


@pytest.mark.parametrize("title", ["CAKUPAN K1 IBU USIA 15 S/D 49 TAHUN 2025", "CAKUPAN K1 DESA 1 S/D 4 2025"])
def test_up_to_a_number_is_no_month(title: str):
    assert _read_as(read("rekap mei 2025.xlsx", S=f"{title}\n{BODY}")) == {"2025-5 month"}


@pytest.mark.parametrize("title", ["BULAN MEI 20 25", "Mei 20 25", "BULAN MEI TAHUN 20 25"])
def test_a_year_with_a_blank_in_it(title: str):
    assert _read_as(read(S=f"CAKUPAN K1\n{title}\n{BODY}")) == {"2025-5 month"}


@pytest.mark.parametrize("title", ["BULAN MEI 20__", "BULAN MEI 20...", "BULAN MEI TAHUN 20_", "MEI 20 ....", "Mei 20…"])
def test_a_year_left_open_in_a_form_is_not_2020(title: str):
    asked = read(S=f"CAKUPAN K1\n{title}\n{BODY}")
    assert "periode-tidak-ada" in codes(asked)
    assert not any("2020" in line for line in said(asked))
    assert _read_as(read("rekap 2025.xlsx", S=f"CAKUPAN K1\n{title}\n{BODY}")) == {"2025-5 month"}


def test_a_year_of_two_digits_and_the_days_of_a_month_stay_what_they_are():
    assert _read_as(read(S=f"CAKUPAN K1\nMEI 20\n{BODY}")) == {"2020-5 month"}
    assert _read_as(read(S=f"CAKUPAN K1 1 - 31 MEI 2025\n{BODY}")) == {"2025-5 month"}


@pytest.mark.parametrize("title", [
    "K1 BULAN XYZAN - AGUSTUS 2026", "K1 PERIODE XYZAN S/D AGUSTUS 2026", "K1 BULAN ...... - AGUSTUS 2026", "K1\nBULAN : XYZAN - AGUSTUS 2026",
    "K1\nBULAN : ........ S/D AGUSTUS 2026",
])  # fmt: skip
def test_a_range_whose_beginning_cannot_be_read_is_asked(title: str):
    reading = read(S=f"{title}\nNO|DESA|SASARAN|K1|%\n1|Suka|40|10|25\n2|Maju|50|30|60")
    assert {line.split()[2] for line in said(reading)} == {"2026-"} and codes(reading) == ["periode-tidak-ada"]


@pytest.mark.parametrize(("title", "period"), [
    ("K1 BULAN JANARUI - AGUSTUS 2026", "2026-8 cumulative"), ("K1 BULAN LAPORAN - AGUSTUS 2026", "2026-8 month"),
    ("K1 BULAN - AGUSTUS 2026", "2026-8 month"),
    ("K1 PUSKESMAS MEKAR - AGUSTUS 2026", "2026-8 month"), ("K1 BULAN JULI - AGUSTUS 2026", ""),
])  # fmt: skip
def test_other_ranges_are_read_as_before(title: str, period: str):
    reading = read(S=f"{title}\nNO|DESA|SASARAN|K1|%\n1|Suka|40|10|25\n2|Maju|50|30|60\n\nK4 MARET 2026\nNO|DESA|K4\n1|Suka|4\n2|Maju|5")
    assert {" ".join(line.split()[2:4]) for line in said(reading) if " k1 " in line} == ({period} if period else set())
