"""Words of heads that holders shorten: letters with dots, "J" beside L and P, "bulan ybs", "TTD/MMS"."""

from __future__ import annotations

import pytest
from laporan import codes, read, said

from lokmin_data.reading.understanding import NothingToRead
from lokmin_data.reading.words.vocabulary import vocabulary

ROWS = ((29, 24, 10, 12, 11, 12), (31, 23, 17, 12, 18, 14), (36, 13, 19, 7, 23, 6), (22, 21, 9, 8, 9, 9))
MERGES = [(1, 2, 1, 4), (1, 5, 1, 7), (1, 8, 1, 10), (1, 0, 2, 0), (1, 1, 2, 1)]


def by_sex(first: str, second: str, letters: str, *, sasaran: str = "BAYI", wrong: int = 0) -> str:
    """Two indicators with a column for each of three letters; `wrong` is added to the third numbers of one desa."""
    more = {2: wrong}
    body = "\n".join(
        f"{place}|Desa{'ABCD'[place - 1]}|"
        + "|".join(f"{row[at]}|{row[at + 1]}|{row[at] + row[at + 1] + more.get(place, 0)}" for at in (0, 2, 4))
        for place, row in enumerate(ROWS, 1)
    )
    return f"IMUNISASI S.D AGT 2026\nNO|DESA|{sasaran}|||{first}|||{second}|||\n||{letters}|{letters}|{letters}\n{body}"


@pytest.mark.parametrize(
    ("head", "code"),
    [("B.C.G", "bcg"), ("H.B.0", "hb0"), ("I.D.L", "idl"), ("D.P.T. 3", "dpt3"), ("P.C.V 1", "pcv1"), ("M.R 1", "mr1"), ("R.V-2", "rv2")],
)
def test_letters_with_dots_are_one_word(head: str, code: str):
    lines = said(read(S=by_sex(head, "O.P.V 1", "L|P|JML"), merges=MERGES))
    assert f"DesaA {code} 2026-8 cumulative T 22/53" in lines and "DesaA opv1 2026-8 cumulative T 23/53" in lines


@pytest.mark.parametrize(
    ("people", "head", "code"),
    [
        ("S.I", "DPT-HB-Hib 1", "dpt1"), ("S.I.", "MR 1", "mr1"), ("S. I.", "IDL", "idl"), ("Bayi S.I", "IDL", "idl"),
        ("Surv. Inf.", "DPT-HB-Hib 3", "dpt3"), ("B.B.L", "HB0", "hb0"), ("L.H", "BCG", "bcg"),
    ],
)  # fmt: skip
def test_people_with_dots_are_a_sasaran_for_each_sex(people: str, head: str, code: str):
    lines = said(read(S=by_sex(head, "Td 5 WUS", "LK|PR|L+P", sasaran=people), merges=MERGES))
    assert {f"DesaA {code} 2026-8 cumulative {each}" for each in ("L 10/29", "P 12/24", "T 22/53")} <= set(lines)


def test_until_stays_a_word_of_time():
    head = "IMUNISASI TAHUN 2026\nNO|DESA|BAYI|BCG|\n|||AGT|S.D AGT\n"
    body = "\n".join(f"{place}|Desa{'ABCD'[place - 1]}|60|{place + 2}|{place + 20}" for place in range(1, 5))
    assert "DesaA bcg 2026-8 cumulative T 21/60" in said(read(S=head + body, merges=[(1, 3, 1, 4), (1, 0, 2, 0), (1, 1, 2, 1), (1, 2, 2, 2)]))


@pytest.mark.parametrize("letters", ["L|P|J", "J|L|P", "LK|PR|J", "L|P|Jm", "L|P|Tot", "L|P|Jmh."])
def test_j_beside_both_sexes_is_both(letters: str):
    rows = by_sex("BCG", "DPT-HB-Hib 1", letters)
    if letters.startswith("J"):
        head, body = rows.split("\n")[:3], rows.split("\n")[3:]
        turned = [[each.split("|")[at] for at in (0, 1, 4, 2, 3, 7, 5, 6, 10, 8, 9)] for each in body]
        rows = "\n".join([*head, *map("|".join, turned)])
    lines = said(read(S=rows, merges=MERGES))
    assert "DesaA bcg 2026-8 cumulative T 22/53" in lines and "DesaA dpt1 2026-8 cumulative P 12/24" in lines


def test_j_that_is_not_both_is_told():
    told = codes(read(S=by_sex("BCG", "DPT-HB-Hib 1", "L|P|J", wrong=2), merges=MERGES))
    assert sorted(each for each in told if each.startswith("l-p-tidak-cocok")) == [f"l-p-tidak-cocok {place}5" for place in "EHK"]


@pytest.mark.parametrize("letters", ["L|X|J", "L|J|J"])
def test_j_without_both_sexes_stays_unknown(letters: str):
    with pytest.raises(NothingToRead) as told:
        read(S=by_sex("BCG", "DPT-HB-Hib 1", letters), merges=MERGES)
    assert "kolom-tidak-dikenal" in {problem.code for problem in told.value.problems}


@pytest.mark.parametrize(
    ("now", "until"),
    [
        ("BLN YBS", "S/D BLN YBS"), ("Bulan yang bersangkutan", "Sampai dengan bulan yang bersangkutan"), ("Bln Tsb", "s/d bln tsb"),
        ("Bulan dilaporkan", "s.d bulan dilaporkan"), ("Bulan dimaksud", "s/d bulan dimaksud"), ("Bulan bersangkutan", "Kum bulan bersangkutan"),
    ],
)  # fmt: skip
def test_the_month_concerned_is_the_month_of_the_report(now: str, until: str):
    body = "\n".join(f"{place}|Desa{'ABCD'[place - 1]}|50|{place + 2}|{place + 20}|{2 * place + 40}" for place in range(1, 5))
    text = f"PWS IMUNISASI BULAN MEI 2025\nNO|DESA|BAYI|BCG||\n|||{now}|{until}|%\n{body}"
    lines = said(read(S=text, merges=[(1, 3, 1, 5), (1, 0, 2, 0), (1, 1, 2, 1), (1, 2, 2, 2)]))
    assert {"DesaA bcg 2025-5 month T 3/50", "DesaA bcg 2025-5 cumulative T 21/50 42"} <= set(lines)


@pytest.mark.parametrize("group", ["TTD/MMS", "MMS/TTD", "TTD (MMS)", "TABLET TAMBAH DARAH", "SUPLEMEN"])
@pytest.mark.parametrize("percent", ["%", "% thd sasaran bumil"])
def test_a_group_of_tablets_holds_the_percent_of_its_number(group: str, percent: str):
    rows = ((46, 10, 2, 4), (68, 18, 3, 12), (66, 17, 1, 11), (58, 15, 0, 9))
    body = "\n".join(
        f"{place}|Desa{'ABCD'[place - 1]}|{all_}|{seen}|{kek}|{kek / seen:.1%}|{took}|{took / all_:.1%}"
        for place, (all_, seen, kek, took) in enumerate(rows, 1)
    ).replace("%", "")
    head = f"NO|DESA|SASARAN BUMIL|KEK|||{group}|\n|||Bumil diukur LILA|Bumil KEK|%|Dapat >= 180 tablet|{percent}\n"
    reading = read(S=f"GIZI IBU HAMIL S/D MARET 2026\n{head}{body}", merges=[(1, 3, 1, 5), (1, 6, 1, 7), (1, 0, 2, 0), (1, 1, 2, 1), (1, 2, 2, 2)])
    assert "DesaB ttd180 2026-3 cumulative T 12/68 17.6" in said(reading) and codes(reading) == []


@pytest.mark.parametrize("head", ["TABLET TAMBAH DARAH", "MMS", "SUPLEMEN"])
def test_tablets_without_a_number_of_them_are_asked_for(head: str):
    body = "\n".join(f"{place}|Desa{'ABCD'[place - 1]}|{place + 40}|{place + 2}|{place + 9}" for place in range(1, 5))
    reading = read(S=f"GIZI S/D MARET 2026\nNO|DESA|SASARAN BUMIL|BUMIL KEK|{head}\n{body}")
    assert codes(reading) == ["kolom-tidak-dikenal E2"] and len(said(reading)) == 4


GZ = """
STATUS GIZI BALITA FEBRUARI 2026
PENANGGUNG JAWAB : RANI, S.Gz
Desa|Balita ditimbang dan diukur|BB/TB||||WASTING (gz buruk + gz kurang)|
||Gz buruk|Gz kurang|Gz baik|Gz lebih + obes|n|%
Suka|100|1|4|90|5|5|5.0
Maju|80|0|4|72|4|4|5.0
"""


def test_gz_is_gizi_in_every_class_of_it():
    reading = read(S=GZ, merges=((2, 2, 2, 5), (2, 6, 2, 7)))
    assert [line for line in said(reading) if line.startswith("Suka")] == [
        "Suka gizi_buruk 2026-2 point T 1/100", "Suka overweight 2026-2 point T 5/100", "Suka wasting 2026-2 point T 5/100 5",
    ]  # fmt: skip


@pytest.mark.parametrize("text", ["Rani, S.Gz", "Rani, Amd.Gz", "Rani, S.Tr.Gz"])
def test_a_degree_names_no_gizi(text: str):
    assert "gizi" not in vocabulary().tokens(text)
    assert vocabulary().tokens("Status gz balita")[1] == "gizi"
