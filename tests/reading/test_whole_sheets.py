"""One sheet a desa, and beside them the sheet of the whole Puskesmas: its total, no desa."""

from __future__ import annotations

import pytest
from laporan import read, said

OF_DESA = "LAPORAN BIDAN DESA\nPUSKESMAS SUKA TAHUN 2026\nNO|URAIAN KEGIATAN|SASARAN|JAN|FEB\n1|K1|{0}|{1}|4\n2|KN 1|{0}|{1}|2\n"
WHOLE = "{title}\nNO|URAIAN KEGIATAN|SASARAN|JAN|FEB\n1|K1|90|11|8\n2|KN 1|90|11|4\n{more}"


def areas(sheet: str, title: str = "PUSKESMAS SUKA TAHUN 2026", more: str = "") -> list[str]:
    """The areas that a book of two desa and one other sheet is read with, each with its highest number."""
    sheets = {"Mawar": OF_DESA.format(40, 5), "Melati": OF_DESA.format(50, 6), sheet.replace(" ", "_"): WHOLE.format(title=title, more=more)}
    reading = read(**sheets)
    assert not {problem.code for problem in reading.problems} & {"wilayah-tidak-disebut", "sasaran-berubah"}
    found = reading.observations.itertuples()
    others = [f"{row.area} {row.level} {row.numerator:g}" for row in found if row.indicator not in ("k1", "kn1") or row.numerator > 6]
    return others or sorted(set(reading.observations.area))


@pytest.mark.parametrize(
    "sheet",
    ["REKAP", "REKAP PKM", "REKAPITULASI", "Rekap KIA", "GABUNGAN", "PKM Suka", "Puskesmas Suka", "UPTD SUKA", "TOTAL PKM", "Lap PKM", "SEMUA DESA",
     "KESELURUHAN", "SE KECAMATAN", "3. PKM"],
)  # fmt: skip
@pytest.mark.parametrize("title", ["PUSKESMAS SUKA TAHUN 2026", "LAPORAN KIA TAHUN 2026"])
def test_the_sheet_of_the_whole_is_no_desa(sheet: str, title: str):
    assert areas(sheet, title) == ["Mawar", "Melati"]


def test_what_only_the_sheet_of_the_whole_counts_is_the_puskesmas_own():
    assert areas("REKAP PKM", more="3|BCG|80|20|21") == ["SUKA puskesmas 20", "SUKA puskesmas 21"]


def test_a_desa_of_the_puskesmas_name_stays_one():
    assert sorted(areas("Suka")) == ["Suka desa 11", "Suka desa 11", "Suka desa 8"]


def test_a_sheet_for_each_puskesmas_is_read_as_such():
    of_one = OF_DESA.replace("LAPORAN BIDAN DESA\nPUSKESMAS SUKA", "LAPORAN KIA")
    reading = read(PKM_Suka=of_one.format(40, 5), PKM_Maju=of_one.format(50, 6))
    assert set(zip(reading.observations.area, reading.observations.level, strict=True)) == {("PKM Suka", "puskesmas"), ("PKM Maju", "puskesmas")}
    assert len(said(reading)) == 8
