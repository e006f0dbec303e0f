"""Heads that are only letters mean what a legend says; without one they mean nothing."""

from __future__ import annotations

import pytest
from laporan import codes, read, said

TITLE = "LAPORAN KIA S/D MARET 2026\n"
TABLE = "No|Desa|A|B|C|D\n1|Mekar|45|12|8|2\n2|Sari|40|3|2|1\n3|Asri|41|4|3|0"
READ = ["Asri k1 2026-3 cumulative T 4/41", "Mekar k1 2026-3 cumulative T 12/45", "Sari k1 2026-3 cumulative T 3/40"]


@pytest.mark.parametrize(
    "legend",
    [
        "Keterangan :\nA|= Sasaran ibu hamil\nB|= Ibu hamil K1\nC|= Ibu hamil K6\nD|= Ibu hamil KEK",
        "Ket.\nA : Sasaran ibu hamil\nB : Ibu hamil K1\nC : Ibu hamil K6\nD : Ibu hamil KEK",
        "A.|Sasaran ibu hamil||B.|Ibu hamil K1\nC.|Ibu hamil K6||D.|Ibu hamil KEK",
    ],
    ids=["beside", "in one cell", "two side by side"],
)
def test_a_legend_says_what_the_letters_are(legend: str) -> None:
    reading = read(S=f"{TITLE}{TABLE}\n\n{legend}")
    assert [line for line in said(reading) if " k1 " in line] == READ
    assert {line.split()[1] for line in said(reading)} == {"k1", "k6", "kek"}
    assert codes(reading) == []


def test_letters_that_nothing_explains_are_asked_and_d_is_not_ditimbang() -> None:
    reading = read(S=f"{TITLE}No|Desa|A|B|C|D|K1\n1|Mekar|45|12|8|2|9\n2|Sari|40|3|2|1|3\n3|Asri|41|4|3|0|4")
    assert {line.split()[1] for line in said(reading)} == {"k1"}
    assert [code for code in codes(reading) if code.startswith("kolom-tidak-dikenal")]


def test_letters_of_the_skdn_keep_their_meaning() -> None:
    reading = read(S="SKDN MARET 2026\nNo|Desa|S|K|D|N\n1|Mekar|45|45|40|30\n2|Sari|40|40|35|20\n3|Asri|41|41|38|22")
    assert "d_s" in {line.split()[1] for line in said(reading)}


def test_letters_below_heads_only_number_the_columns() -> None:
    reading = read(S=f"{TITLE}No|Desa|Sasaran Bumil|K1|K6\na|b|c|d|e\n1|Mekar|45|12|8\n2|Sari|40|3|2\n3|Asri|41|4|3")
    assert [line for line in said(reading) if " k1 " in line] == READ
