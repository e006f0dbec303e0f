"""Short heads that a legend of the sheet explains: its own words win over what the field means by them."""

from __future__ import annotations

import pytest
from laporan import codes, read, said

IBL = """IMUNISASI S/D SEPTEMBER 2025
DESA | Bayi | | | Baduta | |
 | Sasaran | IBL *) | % | Sasaran | ILB | %
Sukasari | 50 | 30 | 60 | 40 | 10 | 25
Mekarsari | 40 | 20 | 50 | 50 | 20 | 40
{notes}"""
_GROUPS = [(1, 1, 1, 3), (1, 4, 1, 6)]


@pytest.mark.parametrize(
    "notes",
    [
        "*) IBL = Imunisasi Bayi Lengkap (dahulu IDL)\nILB = Imunisasi Lanjutan Baduta Lengkap: booster",
        "Ket : IBL = imunisasi bayi lengkap, ILB = imunisasi baduta lengkap",
        "IBL: Imunisasi Bayi Lengkap\nILB: Imunisasi Baduta Lengkap",
        "IBL | = Imunisasi Bayi Lengkap\nILB | = | Imunisasi Baduta Lengkap",
        "IBL adalah Imunisasi Bayi Lengkap\nILB adalah Imunisasi Baduta Lengkap",
    ],
)
def test_the_legend_wins(notes: str):
    reading = read(merges=_GROUPS, S=IBL.format(notes=notes))
    assert said(reading)[2:] == ["Sukasari ibl 2025-9 cumulative T 10/40 25", "Sukasari idl 2025-9 cumulative T 30/50 60"]


@pytest.mark.parametrize(
    "notes",
    [
        "", "IBL = imunisasi lengkap menurut pedoman baru", "IBL = Imunisasi Bayi Lengkap\nIBL = Imunisasi Baduta Lengkap",
        "IBL + ILB = jumlah anak lengkap", "Desa: Sukasari", "IBL = IDL + ILB", "IBL = MR2, DPT4", "IBL: 80 %", "IBL: BCG",
    ],
)  # fmt: skip
def test_without_a_clear_legend_nothing_changes(notes: str):
    plain = said(read(merges=_GROUPS, S=IBL.format(notes="")))
    assert said(read(merges=_GROUPS, S=IBL.format(notes=notes))) == plain


def test_a_legend_holds_inside_longer_heads():
    rows = "Sukasari | 50 | 30 | 60\nMekarsari | 40 | 20 | 50"
    reading = read(S=f"IMUNISASI S/D SEPTEMBER 2025\nDESA | Sasaran baduta | Jml IBL | % IBL\n{rows}\n\nIBL = Imunisasi Bayi Lengkap")
    assert said(reading)[1] == "Sukasari idl 2025-9 cumulative T 30/50 60"


PLACES = """IMUNISASI BULAN MEI 2026
DESA | Sasaran bayi | BCG | | | | DPT 3 | | |
 | | {heads} | {heads}
Sukasari | 50 | 5 | 2 | 7 | {one} | 4 | 1 | 5 | {two}
Mekarsari | 40 | 4 | 1 | 5 | {three} | 2 | 2 | 4 | {four}
{notes}"""
_ANTIGENS = [(1, 2, 1, 5), (1, 6, 1, 9)]
_OWN = {"one": 10, "two": 8, "three": 10, "four": 5}


def test_letters_of_where_people_live_are_no_sexes():
    """And the percent tells that the desa's own number is meant."""
    table = PLACES.format(heads="D | L | JML | %", notes="D = dalam wilayah, L = luar wilayah", **_OWN)
    reading = read(merges=_ANTIGENS, S=table)
    assert said(reading)[2:] == ["Sukasari bcg 2026-5 month T 5/50 10", "Sukasari dpt3 2026-5 month T 4/50 8"]
    assert [code.split()[0] for code in codes(reading)] == ["kolom-luar-wilayah"]


def test_letters_that_nobody_explains_are_no_growth_table():
    """ "D" below BCG is not the D of the SKDN."""
    reading = read(merges=_ANTIGENS, S=PLACES.format(heads="D | L | JML | %", notes="", **_OWN))
    assert {line.split()[1] for line in said(reading)} <= {"bcg", "dpt3"}
    assert {"kolom-tidak-dikenal C3", "kolom-tidak-dikenal D3"} <= set(codes(reading))


def test_letters_of_a_legend_about_something_else_are_no_sexes():
    """ "L = lama, P = pindahan": neither is read, their sum is."""
    table = PLACES.format(heads="L | P | JML | %", notes="L = lama, P = pindahan", one=14, two=10, three=12.5, four=10)
    assert {line.split()[4] for line in said(read(merges=_ANTIGENS, S=table))} == {"T"}


@pytest.mark.parametrize("notes", ["L = Laki-laki, P = Perempuan", "L : laki-laki, P : perempuan", ""])
def test_sexes_stay_sexes(notes: str):
    table = PLACES.format(heads="L | P | L+P | %", notes=notes, one=14, two=10, three=12.5, four=10)
    assert len(said(read(merges=_ANTIGENS, S=table))) == 12


def test_the_letters_of_a_growth_table_stay():
    rows = "Sukasari | 50 | 45 | 40 | 30\nMekarsari | 40 | 35 | 30 | 20"
    table = f"SKDN MEI 2026\nDESA | S | K | D | N\n{rows}\n"
    note = "S = semua balita, K = punya KMS, D = balita ditimbang, N = naik berat badan"
    assert said(read(S=table + note)) == said(read(S=table)) != []


ILL = "KASUS DBD TAHUN 2026\nDESA | Januari | | Februari |\n | K | M | K | M\nSukasari | 3 | 0 | 5 | 1\nMekarsari | 2 | 1 | 4 | 0\n"


def test_letters_below_months_are_what_the_legend_says_of_the_illness_in_the_title():
    merges = [(1, 1, 1, 2), (1, 3, 1, 4)]
    reading = read(S=ILL + "Ket : K = Kasus (penderita), M = Meninggal", merges=merges)
    assert [line for line in said(reading) if line.startswith("Sukasari")] == [
        "Sukasari dbd_kasus 2026-1 month T 3/", "Sukasari dbd_kasus 2026-2 month T 5/",
        "Sukasari dbd_meninggal 2026-1 month T 0/", "Sukasari dbd_meninggal 2026-2 month T 1/",
    ]  # fmt: skip
    assert {line.split()[1] for line in said(read(S=ILL, merges=merges))} == {"dbd_meninggal"}  # "K" alone is asked


def test_an_antigen_without_a_number_is_the_later_dose_below_toddlers():
    rows = "Sukasari | 50 | 30 | 40 | 10\nMekarsari | 40 | 20 | 50 | 20"
    table = f"IMUNISASI S/D MEI 2026\nDESA | Bayi | | Baduta (12-24 bulan) |\n | Sasaran | MR | Sasaran | {{}}\n{rows}"
    merges = [(1, 1, 1, 2), (1, 3, 1, 4)]
    assert said(read(merges=merges, S=table.format("MR")))[2:] == [
        "Sukasari mr1 2026-5 cumulative T 30/50", "Sukasari mr2 2026-5 cumulative T 10/40",
    ]  # fmt: skip
    assert not any(" mr2 " in line for line in said(read(merges=merges, S=table.format("MR 1"))))


CLASSES = """STATUS GIZI BALITA FEBRUARI 2026
DESA | Jml ditimbang | SK | K | N | RL | SK+K | GL+O | %
Sukasari | 50 | 2 | 3 | 44 | 1 | 5 | 1 | 10
Mekarsari | 40 | 1 | 1 | 36 | 2 | 2 | 3 | 5
{notes}"""


def test_letters_of_classes_and_their_sums():
    """ "N" of a legend is normal, no one who gained weight; what is added up is named by its parts."""
    notes = "SK = BB sangat kurang, K = BB kurang, N = normal, RL = risiko BB lebih\nGL = gizi lebih, O = obesitas"
    found = said(read(S=CLASSES.format(notes=notes)))
    assert {line.split()[1] for line in found} == {"underweight", "overweight"}
    assert any(line.startswith("Sukasari underweight 2026-2 point T 5/50") for line in found)


def test_sums_that_nobody_explains_are_asked():
    assert not {"underweight", "overweight"} & {line.split()[1] for line in said(read(S=CLASSES.format(notes="")))}


@pytest.mark.parametrize(
    "note", ["D/S = balita ditimbang", "D/S = jumlah balita ditimbang dibagi sasaran", "D = balita ditimbang, S = sasaran balita"]
)
def test_what_is_said_once_more_changes_nothing(note: str):
    table = "DATA BALITA MEI 2026\nDESA | S | D | D/S\nSukasari | 50 | 40 | 80\nMekarsari | 40 | 30 | 75\n"
    assert said(read(S=table + note)) == said(read(S=table)) != []


ILL_ADDED_UP = """JUMLAH KASUS DBD TAHUN 2026
{note}

NO | DESA | JAN | | FEB | | JML P | JML M
 | | P | M | P | M | |
1 | Sukasari | 2 | 0 | 3 | 1 | 5 | 1
2 | Mekarsari | 1 | 0 | 4 | 0 | 5 | 0
"""


def test_a_letter_of_a_legend_behind_the_word_for_the_sum_means_the_same():
    """ "JML P" below "P = penderita" is of all, not of women; without a legend the letter is theirs."""
    merges = [(3, 2, 3, 3), (3, 4, 3, 5)]
    lines = said(read(merges=merges, S=ILL_ADDED_UP.format(note="P = penderita, M = meninggal")))
    assert "Sukasari dbd_kasus 2026-1 month T 2/" in lines and not any(line.split()[4] == "P" for line in lines)
    assert any(line.split()[4] == "P" for line in said(read(merges=merges, S=ILL_ADDED_UP.format(note=""))))
