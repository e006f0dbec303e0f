"""Groups of columns that tell a basis in brackets: what stands below them is still read together with their name."""

from __future__ import annotations

import pytest
from laporan import codes, read, said

HEAD = "{title}\nDesa|Gizi Kurang 6-59 bln ({basis})|||Gizi Buruk ({basis})||\n|Kasus|Dapat PMT|%|Kasus|Dirawat|%\n"
ROWS = "Suka|5|4|80|2|1|50\nMaju|4|4|100|1|1|100\nJaya|8|2|25|4|3|75"
MERGES = [(1, 0, 2, 0), (1, 1, 1, 3), (1, 4, 1, 6)]


@pytest.mark.parametrize(("basis", "said_as"), [("s/d bulan ini", "cumulative"), ("kumulatif", "cumulative"), ("bulan ini", "month")])
def test_a_basis_between_people_and_what_was_done_for_them(basis: str, said_as: str):
    reading = read(S=HEAD.format(title="GIZI MARET 2026", basis=basis) + ROWS, merges=MERGES)
    lines = [line for line in said(reading) if line.startswith("Suka") and " gizi_buruk " not in line]
    assert lines == [f"Suka gizi_buruk_dirawat 2026-3 {said_as} T 1/2 50", f"Suka pmt_gizi_kurang 2026-3 {said_as} T 4/5 80"]


@pytest.mark.parametrize("other", ["rujukan", "anu"])
def test_other_words_in_brackets_stay_unknown(other: str):
    table = HEAD.format(title="GIZI MARET 2026", basis=other).replace("\n|Kasus", "|K1\n|Kasus").replace("|%\n", "|%|\n")
    rows = "\n".join(f"{row}|3" for row in ROWS.split("\n"))
    lines = said(read(S=table + rows, merges=MERGES))
    assert {line.split()[1] for line in lines} == {"k1"}


def test_two_bases_that_differ_are_not_joined():
    table = "GIZI MARET 2026\nDesa|Gizi Buruk (s/d bulan ini)|||K1\n|Kasus|Dirawat bulan ini|%|\n"
    rows = "Suka|2|1|50|3\nMaju|1|1|100|4\nJaya|4|3|75|5"
    lines = said(read(S=table + rows, merges=[(1, 0, 2, 0), (1, 1, 1, 3)]))
    assert not [line for line in lines if "gizi_buruk_dirawat" in line and "cumulative" in line]


def test_people_counted_to_date_are_no_sasaran_that_changes():
    months = "\n".join(
        f"{desa}|{month}|{number}|{number - 1}|{100 * (number - 1) / number:.1f}"
        for desa in ("Suka", "Maju", "Jaya") for month, number in (("Januari", 3), ("Februari", 5))
    )  # fmt: skip
    reading = read(S=f"GIZI 2026\nDesa|Bulan|Gizi Buruk (s/d bulan ini)||\n||Kasus|Dirawat|%\n{months}", merges=[(1, 2, 1, 4)])
    assert "Suka gizi_buruk_dirawat 2026-2 cumulative T 4/5 80" in said(reading)
    assert codes(reading) == []


def test_those_asked_below_a_group_that_names_them():
    head = "GIZI FEBRUARI 2026\nDesa|ASI Eksklusif bayi 0-5 bln (recall 24 jam)||\n|Direcall|ASI Eksklusif|%\n"
    reading = read(S=head + "Suka|24|18|75\nMaju|10|8|80\nJaya|20|13|65", merges=[(1, 0, 2, 0), (1, 1, 1, 3)])
    assert "Suka asi_eksklusif 2026-2 point T 18/24 75" in said(reading) and not codes(reading)


@pytest.mark.parametrize("head", ["PERILAKU CTPS", "KK berperilaku CTPS", "Penerapan CTPS"])
def test_the_habit_of_washing_hands(head: str):
    assert "Suka ctps 2026-3 point T 30/40" in said(read(S=f"STBM MARET 2026\nDesa|Jumlah KK|{head}\nSuka|40|30\nMaju|50|20"))
