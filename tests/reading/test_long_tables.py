"""Long tables: a column says of each row what its number is; laid out wide, each number keeps its own cell."""

from __future__ import annotations

import random

import pytest
from laporan import codes, read, read_book, said

from lokmin_data.model import LokminError
from lokmin_data.reading.opening.book import Book, Sheet

DESA = ("Suka", "Maju", "Jaya", "Asri")


def _read(head: str, rows: list[list[object]], **options):  # noqa: ANN003, ANN202
    width = len(head.split("|"))
    assert all(len(row) == width for row in rows)
    return read_book(Book("data.csv", "0" * 64, "csv", (Sheet("data", [head.split("|"), *rows], ()),)), **options)


def _bases(months: int = 3, words: tuple[str, str] = ("bulanan", "kumulatif")) -> list[list[object]]:
    return [
        [desa, f"2026-0{month}", code, word, 5 + place if word == words[0] else month * (5 + place)]
        for place, desa in enumerate(DESA) for month in range(1, months + 1) for code in ("K1", "K4") for word in words
    ]  # fmt: skip


@pytest.mark.parametrize("words", [("bulanan", "kumulatif"), ("bulan", "kumulatif"), ("Bulan ini", "s/d bulan ini")])
@pytest.mark.parametrize("head", ["desa|bulan|indikator|jenis|nilai", "desa|periode|indikator|jenis_periode|capaian"])
def test_rows_of_a_month_and_added_up(words: tuple[str, str], head: str):
    lines = said(_read(head, _bases(words=words)))
    assert len(lines) == 48 and {"Suka k4 2026-3 month T 5/", "Suka k4 2026-3 cumulative T 15/", "Maju k1 2026-2 cumulative T 12/"} <= set(lines)


@pytest.mark.parametrize("words", [("sasaran", "capaian", "persen"), ("Penyebut", "Pembilang", "%")])
@pytest.mark.parametrize("shuffled", [False, True])
def test_rows_of_sasaran_capaian_and_percent(words: tuple[str, ...], shuffled: bool):
    rows = [
        [desa, 2026, month, "K4", word, value]
        for place, desa in enumerate(DESA) for month in (1, 2)
        for word, value in zip(words, (50, 10 + place + month, 2 * (10 + place + month)), strict=True)
    ]  # fmt: skip
    if shuffled:
        random.Random(1).shuffle(rows)
    reading = _read("desa|tahun|bulan|indikator|ukuran|nilai", rows)
    assert len(said(reading)) == 8 and "Maju k4 2026-2 month T 13/50 26" in said(reading)
    cells = dict(zip(reading.observations["area"] + reading.observations["month"].astype(str), reading.observations["cell"], strict=True))
    place = rows.index(["Maju", 2026, 2, "K4", words[1], 13])
    assert cells["Maju2"] == f"F{place + 2}"


def test_a_wrong_percent_of_a_long_table_is_told_by_its_cell():
    rows = [
        [desa, 2026, 1, "K4", word, value]
        for place, desa in enumerate(DESA)
        for word, value in (("sasaran", 50), ("capaian", 10 + place), ("persen", 2 * (10 + place) + 9 * (place == 2)))
    ]  # fmt: skip
    assert any(code.endswith(" F10") for code in codes(_read("desa|tahun|bulan|indikator|ukuran|nilai", rows)))


def test_a_sasaran_beside_the_bases_stands_once():
    rows = [[*row[:4], 60 + DESA.index(row[0]), row[4]] for row in _bases()]
    assert "Maju k4 2026-3 cumulative T 18/61" in said(_read("desa|bulan|indikator|jenis|sasaran|nilai", rows))


def test_measures_beside_months():
    rows = [[desa, word, *values] for place, desa in enumerate(DESA) for word, values in (("sasaran", (60, 60)), ("capaian", (4 + place, 5)))]
    reading = read(S="CAKUPAN K4 TAHUN 2026\nDESA|URAIAN|JAN|FEB\n" + "\n".join("|".join(map(str, row)) for row in rows))
    assert "Jaya k4 2026-1 month T 6/60" in said(reading) and len(said(reading)) == 8


@pytest.mark.parametrize("month", ["'2026-03", "Maret 2026", "202603", "03/2026"])
def test_one_column_of_values(month: str):
    rows = [f"{desa}|{code}|{month}|{place + 3}" for place, desa in enumerate(DESA) for code in ("BCG", "K4")]
    text = "\n".join(["desa|indikator|bulan|nilai", *rows])
    assert "Asri bcg 2026-3 month T 6/" in said(read(data=text)) and len(said(read(data=text))) == 8


def test_the_same_measure_twice_is_told():
    rows = [*_bases(1), ["Suka", "2026-01", "K4", "kumulatif", 99]]
    assert "desa-ganda E18" in codes(_read("desa|bulan|indikator|jenis|nilai", rows))


def test_a_points_column_beside_results_stays_unread():
    text = "desa|indikator|bulan|capaian|nilai\n" + "\n".join(f"{desa}|{code}|Maret 2026|7|10" for desa in DESA for code in ("BCG", "K4"))
    assert {line.split()[-1] for line in said(read(data=text))} == {"7/"}


@pytest.mark.parametrize(("head", "line"), [
    ("capaian_tahun", "Suka k4 2025- year T 9/60"), ("Capaian setahun", "Suka k4 2025- year T 9/60"),
    ("Capaian tahun 2025", "Suka k4 2025- year T 9/60"),
])  # fmt: skip
def test_results_of_a_year(head: str, line: str):
    text = f"desa|tahun|indikator|sasaran|{head}\n" + "\n".join(f"{desa}|2025|K4|60|9" for desa in DESA)
    assert line in said(read(data=text))


def test_the_results_of_a_year_over_months_are_those_of_the_months():
    reading = read(S="CAKUPAN K4\nDESA|CAPAIAN TAHUN 2026||\n|JAN|FEB|MAR\nSuka|1|2|3\nMaju|4|5|6", merges=[(1, 1, 1, 3)])
    assert "Suka k4 2026-3 month T 3/" in said(reading)


@pytest.mark.parametrize("head", ["Status", "Uraian", "Ket"])
@pytest.mark.parametrize("words", [("Bln ini", "s/d bln ini", "% s/d"), ("Bulan ini", "Kumulatif", "% kum")])
def test_a_sasaran_written_once_for_all_rows_of_a_desa(words: tuple[str, ...], head: str):
    rows = [
        [desa if word == words[0] else None, 40 if word == words[0] else None, word, value]
        for desa in DESA for word, value in zip(words, (2, 6, 15), strict=True)
    ]  # fmt: skip
    heads = [["K1 MARET 2026", *[None] * 3], ["Desa", "Sasaran", head, "K1"]]
    reading = read_book(Book("K1.xlsx", "0" * 64, "xlsx", (Sheet("K1", [*heads, *rows], ()),)))
    assert [line for line in said(reading) if line.startswith("Suka")] == ["Suka k1 2026-3 cumulative T 6/40 15", "Suka k1 2026-3 month T 2/40"]
    assert not codes(reading)


def test_a_sasaran_that_differs_among_the_rows_of_a_desa_is_not_carried():
    rows = "\n".join(f"{desa}|40|Bln ini|2\n|30|s/d bln ini|6\n||% s/d|20" for desa in DESA)
    with pytest.raises(LokminError):
        read(S=f"K1 MARET 2026\nDesa|Sasaran|Ket|K1\n{rows}")


MONTHS = "DESA | URAIAN | JANUARI | FEBRUARI | MARET | APRIL"
FIRST = {"sasaran": "50 | 50 | 50 |", "count": "5 | 9 | 12 |", "percent": "10 | 18 | 24 |"}
SECOND = {"sasaran": "80 | 80 | 80 |", "count": "4 | 8 | 16 |", "percent": "5 | 10 | 20 |"}


def _down(title: str, **labels: str) -> list[str]:
    """What is read of a table whose rows below each desa are labelled so."""
    rows = []
    for area, numbers in (("Sukasari", FIRST), ("Mekarsari", SECOND)):
        rows += [f"{'' if place else area} | {label} | {numbers[kind]}" for place, (kind, label) in enumerate(labels.items())]
    return [line for line in said(read(S="\n".join([title, MONTHS, *rows]))) if line.startswith("Suka")]


ADDED = [f"Sukasari k1 2026-{month} cumulative T {number}/50 {percent}" for month, number, percent in ((1, 5, 10), (2, 9, 18), (3, 12, 24))]


@pytest.mark.parametrize(
    "labels",
    [
        {"sasaran": "Sasaran bumil", "count": "K1", "percent": "%"}, {"sasaran": "Jumlah bumil", "count": "Jumlah K1", "percent": "% K1"},
        {"sasaran": "Bumil", "count": "Capaian", "percent": "Persentase"}, {"sasaran": "Sasaran", "count": "Realisasi", "percent": "%"},
    ],
)  # fmt: skip
def test_rows_that_name_the_only_indicator_or_its_people_are_measures(labels: dict[str, str]):
    assert _down("PWS K1 KUMULATIF TAHUN 2026", **labels) == ADDED


def test_without_the_word_they_are_of_each_month():
    found = _down("PWS K1 TAHUN 2026", sasaran="Sasaran bumil", count="K1", percent="%")
    assert found == [line.replace("cumulative", "month") for line in ADDED]


def test_rows_of_indicators_grow_over_the_months_of_a_title_that_adds_up():
    rows = "Sukasari | K1 | 5 | 9 | 12 |\n | K4 | 3 | 6 | 8 |\nMekarsari | K1 | 4 | 8 | 16 |\n | K4 | 2 | 3 | 9 |"
    assert {line.split()[3] for line in said(read(S=f"PWS KIA KUMULATIF TAHUN 2026\n{MONTHS}\n{rows}"))} == {"cumulative"}
    falls = rows.replace("9 | 12", "4 | 2").replace("8 | 16", "3 | 1")
    assert {line.split()[3] for line in said(read(S=f"PWS KIA KUMULATIF TAHUN 2026\n{MONTHS}\n{falls}"))} == {"month"}
