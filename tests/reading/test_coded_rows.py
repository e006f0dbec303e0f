"""Rows of each desa that bear letters mean what a legend says; without one neither they nor their percents mean anything."""

from __future__ import annotations

import pytest
from laporan import codes, read, said

from lokmin_data.model import LokminError

LEGEND = "S = sasaran setahun, B = hasil bulan ini, K = kumulatif s/d bulan ini, % = K : S"
READ = [
    "Suka bcg 2026-7 cumulative T 50/100 50", "Suka bcg 2026-7 month T 8/100", "Suka idl 2026-7 cumulative T 36/90 40",
    "Suka idl 2026-7 month T 7/90",
]  # fmt: skip


def table(letters: str = "SBK", *, above: str = "", below: str = "") -> str:
    rows = []
    for place, name in enumerate(("Jaya", "Maju", "Suka"), 1):
        numbers = ("100|90", "8|7", "50|36")
        labelled = [f"||{letter}|{each}" for letter, each in zip(letters, numbers, strict=True)]
        rows += [f"{place}|{name}{labelled[0][1:]}", *labelled[1:], "||%|50|40"]
    return "\n".join(["IMUNISASI BULAN JULI 2026", above, "NO|DESA|URAIAN|BCG|IDL", *rows, "", below])


@pytest.mark.parametrize(
    "where, legend",
    [
        ("above", LEGEND), ("below", f"Ket. {LEGEND}"), ("below", "S = sasaran setahun\nB = hasil bulan ini\nK = kumulatif s/d bulan ini"),
        ("below", "(S = sasaran setahun; B = bulan ini; K = kumulatif)"), ("below", "Ket : S : sasaran setahun; B : bulan ini; K : kumulatif"),
    ],
)  # fmt: skip
def test_a_legend_says_what_the_letters_of_rows_are(where: str, legend: str):
    reading = read(S=table(**{where: legend}))
    assert [line for line in said(reading) if line.startswith("Suka")] == READ and len(said(reading)) == 12 and codes(reading) == []


@pytest.mark.parametrize("legend", ["Ket: BI = Bulan ini, KUM = kumulatif", "BI : bulan ini; KUM : kumulatif s/d bulan ini"])
def test_a_legend_explains_short_words_as_letters(legend: str):
    rows = "\n".join(f"{place}|{name}|90|BI|{place}\n|||KUM|{place + 20}" for place, name in enumerate(("Jaya", "Maju", "Suka"), 1))
    reading = read(S=f"TD BUMIL MEI 2026\nNO|DESA|SASARAN BUMIL|BI / KUM|TD 2\n{rows}\n{legend}")
    assert said(reading)[:2] == ["Jaya td2 2026-5 cumulative T 21/90", "Jaya td2 2026-5 month T 1/90"] and codes(reading) == []


@pytest.mark.parametrize("text", [table(), table(above="B = hasil bulan ini, K = kumulatif s/d bulan ini"), table("SLK", above=LEGEND)])
def test_what_is_not_explained_is_told_and_its_percents_are_not_read(text: str):
    with pytest.raises(LokminError) as refused:
        read(S=text)
    assert "baris-bagian" in {problem.code for problem in refused.value.problems}


def test_letters_of_the_growth_chart_keep_their_meaning():
    rows = "\n".join(f"{place}|{name}|S|100\n||K|95\n||D|80\n||N|60" for place, name in enumerate(("Jaya", "Maju", "Suka"), 1))
    plain = f"SKDN JULI 2026\nNO|DESA|URAIAN|JUMLAH\n{rows}"
    assert said(read(S=plain)) == said(read(S=f"{plain}\n\nS = semua balita, K = punya KMS, D = ditimbang, N = naik"))
