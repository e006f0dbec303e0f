"""A sheet for each tribulan with "Kum" and its percent behind the months: what each adds up, and to which month."""

from __future__ import annotations

import pytest
from laporan import codes, read, said

SASARAN, BEFORE = (87, 80, 47, 35), (20, 11, 9, 7)
FILLED = ((3, 6, 3), (5, 8, 4), (2, 2, 3), (3, 2, 3))
BLANK = (("", "", ""),) * 4
MERGES = [(1, 0, 2, 0), (1, 1, 2, 1), (1, 2, 2, 2), (1, 3, 1, 7)]


def tribulan(title: str, months: str, counted: tuple = FILLED, before: tuple[int, ...] = BEFORE) -> str:
    """The sheet of a tribulan: `before` is what each desa reached before it."""
    lines = [f"CAKUPAN IMUNISASI {title} TAHUN 2026", "No|Desa|Sasaran Bayi|BCG", f"|||{months}|Kum|%"]
    for place, (sasaran, row, old) in enumerate(zip(SASARAN, counted, before, strict=True), 1):
        total = old + sum(number or 0 for number in row)
        lines.append(f"{place}|Desa{'ABCD'[place - 1]}|{sasaran}|{'|'.join(map(str, row))}|{total}|{100 * total / sasaran:.1f}")
    return "\n".join(lines)


def added_up(**sheets: str) -> tuple[list[str], list[str]]:
    """(what is added up, the codes of the problems)."""
    reading = read(merges=MERGES, **sheets)
    return [line for line in said(reading) if "cumulative" in line], codes(reading)


SECOND, THIRD = ("TRIBULAN II", "Apr|Mei|Jun"), ("TRIBULAN III", "Jul|Agu|Sep")
REACHED = tuple(old + sum(row) for old, row in zip(BEFORE, FILLED, strict=True))


def test_the_percent_of_what_is_added_up_is_its_own():
    lines, told = added_up(S=tribulan(*SECOND))
    assert (lines[0], told) == ("DesaA bcg 2026-6 cumulative T 32/87 36.8", [])


def test_a_percent_of_the_tribulan_alone_is_not_that_of_what_is_added_up():
    text = tribulan(*SECOND).split("\n")
    alone = [line.rsplit("|", 1)[0] + f"|{100 * sum(row) / sasaran:.1f}" for line, row, sasaran in zip(text[3:], FILLED, SASARAN, strict=True)]
    lines, _ = added_up(S="\n".join([*text[:3], *alone]))
    assert lines[0] == "DesaA bcg 2026-6 cumulative T 32/87"


def test_what_adds_up_the_tribulan_alone_is_not_added_up_from_january():
    assert added_up(S=tribulan(*SECOND, before=(0, 0, 0, 0))) == ([], ["tribulan-tidak-kumulatif"])
    lines, _ = added_up(S=tribulan("TRIBULAN I", "Jan|Feb|Mar", before=(0, 0, 0, 0)))
    assert lines[0] == "DesaA bcg 2026-3 cumulative T 12/87 13.8"


def test_a_desa_that_begins_in_the_tribulan_spoils_nothing():
    lines, told = added_up(S=tribulan(*SECOND, before=(20, 0, 9, 7)))
    assert (lines[1], told) == ("DesaB bcg 2026-6 cumulative T 17/80 21.2", [])


def test_what_a_blank_tribulan_carries_over_is_no_report():
    lines, told = added_up(TW_II=tribulan(*SECOND), TW_III=tribulan(*THIRD, counted=BLANK, before=REACHED))
    assert ({line.split()[2] for line in lines}, told) == ({"2026-6"}, ["bulan-belum-dilaporkan"])


@pytest.mark.parametrize("counted", [FILLED, BLANK])
def test_what_a_tribulan_adds_up_beyond_the_one_before_is(counted: tuple):
    lines, told = added_up(TW_II=tribulan(*SECOND), TW_III=tribulan(*THIRD, counted=counted, before=tuple(each + 4 for each in REACHED)))
    assert ({line.split()[2] for line in lines}, told) == ({"2026-6", "2026-9"}, [])


def test_a_tribulan_that_is_not_over_is_added_up_to_its_last_month():
    running = tuple((*row[:2], "") for row in FILLED)
    lines, told = added_up(S=tribulan("TRIBULAN I", "Jan|Feb|Mar", counted=running, before=(0, 0, 0, 0)))
    assert (lines[0], told) == ("DesaA bcg 2026-2 cumulative T 9/87 10.3", [])
    assert added_up(S=tribulan(*SECOND, counted=running)) == ([], ["bulan-belum-dilaporkan"])  # nothing shows what it begins with
