"""Two rows for each desa, "Jml" and "%", which say so behind several sasaran."""

from __future__ import annotations

import pytest
from laporan import codes, read, said

FOUND = ((88, 84, 80, 50, 42), (63, 60, 58, 39, 33), (77, 73, 70, 42, 40), (40, 38, 37, 28, 26))


def pairs(head: str, words: tuple[str, str] = ("Jml", "%"), wrong: float = 0.0) -> str:
    """The K1 and pn of four desa and of all; `wrong` is added to the percent of one."""
    lines = ["PWS KIA S/D AGUSTUS 2026", f"No|Desa|Bumil|Bulin|Bayi|{head}|K1|Persalinan Nakes"]
    for place, (mothers, births, babies, k1, pn) in enumerate(FOUND, 1):
        lines.append(f"{place}|Desa{'ABCD'[place - 1]}|{mothers}|{births}|{babies}|{words[0]}|{k1}|{pn}")
        lines.append(f"|||||{words[1]}|{100 * k1 / mothers + wrong * (place == 3):.1f}|{100 * pn / births:.1f}")
    lines.append(f"|PUSKESMAS|268|255|245|{words[0]}|159|141")
    lines.append(f"|||||{words[1]}|59.3|55.3\n|Target||||%|66.7|66.7")
    return "\n".join(lines)


@pytest.mark.parametrize("head", ["URAIAN", "Ket", ""])
@pytest.mark.parametrize("words", [("Jml", "%"), ("Abs", "Persen"), ("Hasil", "%"), ("", "%")])
def test_the_row_of_percents_is_that_of_the_desa_above(head: str, words: tuple[str, str]):
    lines = said(read(S=pairs(head, words)))
    assert (lines[0], lines[1], len(lines)) == ("DesaA k1 2026-8 cumulative T 50/88 56.8", "DesaA pn 2026-8 cumulative T 42/84 50", 8)


def test_a_percent_that_is_wrong_is_told():
    assert codes(read(S=pairs("URAIAN", wrong=21.4))) == ["persen-tidak-cocok G8"]


def test_a_row_of_targets_below_the_percents_spoils_nothing():
    text = "\n".join(f"{line}\n|||||Target|60|60" if "|%|" in line and "Target" not in line else line for line in pairs("Ket").split("\n"))
    assert said(read(S=text))[:2] == ["DesaA k1 2026-8 cumulative T 50/88 56.8", "DesaA pn 2026-8 cumulative T 42/84 50"]


def test_remarks_are_no_writing():
    text = pairs("Ket")
    for remark in ("bidan cuti", "pindahan", "ada bidan baru"):
        text = text.replace("|Jml|", f"|{remark}|", 1)
    assert not [line for line in said(read(S=text)) if len(line.split()) > len("DesaA k1 2026-8 cumulative T 50/88".split())]
