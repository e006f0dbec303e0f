"""A report whose year stands only in a note below its table."""

from __future__ import annotations

import pytest
from laporan import codes, read, said

TABLE = "CAKUPAN K1 (KUMULATIF JANUARI S/D JUNI)\nNO|DESA|SASARAN|K1|%\n1|Suka|40|10|25\n2|Maju|50|30|60\n|JUMLAH|90|40|44.4\n\n"


@pytest.mark.parametrize(
    "note",
    ["Sumber: Laporan KIA, keadaan s/d 30 Juni 2024", "Keadaan per Juni 2024", "Posisi data s/d 30-06-2024", "Sumber data: laporan s/d Juni 2024"],
)
def test_a_note_on_the_state_says_the_year(note: str):
    reading = read(S=f"{TABLE}|{note}\n|Kepala Puskesmas\n|NIP 197001011990011001")
    assert "Suka k1 2024-6 cumulative T 10/40 25" in said(reading)
    assert "periode-tidak-ada" not in " ".join(codes(reading))


@pytest.mark.parametrize(
    "note",
    [
        "Suka, 5 Juli 2024", "Suka, 30 Juni 2024", "Dicetak 30 Juni 2024", "Sasaran: proyeksi penduduk keadaan 30 Juni 2024",
        "Keadaan s/d 31 Desember 2024", "Keadaan s/d 30 Juni 2024|Keadaan s/d 30 Juni 2023", "Keadaan tahun 2024",
        "Dibandingkan keadaan 30 Juni 2023", "Keadaan s/d Juni tahun lalu (2023)",
    ],
)  # fmt: skip
def test_other_notes_leave_it_open(note: str):
    reading = read(S=TABLE + "\n".join(f"|{line}" for line in note.split("|")))
    assert {line.split()[2] for line in said(reading)} == {"-6"}
    assert "periode-tidak-ada" in " ".join(codes(reading))


def test_the_title_and_the_asked_year_come_first():
    text = TABLE + "|Keadaan s/d 30 Juni 2024"
    assert {line.split()[2] for line in said(read(year=2025, S=text))} == {"2025-6"}
    assert {line.split()[2] for line in said(read(S=text.replace("JUNI)", "JUNI 2025)")))} == {"2025-6"}


BARE = "CAKUPAN K1\nNO|DESA|SASARAN|K1|%\n1|Suka|40|10|25\n2|Maju|50|30|60\n|JUMLAH|90|40|44.4\n\n"


@pytest.mark.parametrize(("note", "period"), [
    ("Keadaan bulan|:|Juni 2024", "2024-6 month"), ("Bulan : Juni 2024", "2024-6 month"), ("Keadaan s/d Juni 2024", "2024-6 cumulative"),
    ("Periode : Januari - Juni 2024", "2024-6 cumulative"),
])  # fmt: skip
def test_a_note_says_all_where_nothing_else_does(note: str, period: str):
    reading = read(S=f"{BARE}{note}\n\n|Suka, 5 Juli 2024\n|Kepala Puskesmas|Bidan")
    assert {" ".join(line.split()[2:4]) for line in said(reading)} == {period}


@pytest.mark.parametrize("note", [
    "|Suka, 5 Juli 2024", "Keadaan 5 Juli 2024", "Dicetak bulan Juli 2024", "Sumber: laporan bulan Juli 2024", "Sasaran: keadaan bulan Juni 2024",
    "Keadaan bulan Juni 2024\nKeadaan bulan Mei 2024", "Keadaan bulan Juni",
])  # fmt: skip
def test_other_notes_say_nothing_of_it(note: str):
    assert {line.split()[2] for line in said(read(S=f"{BARE}{note}"))} == {"-"}


def test_a_year_in_the_title_takes_no_month_from_a_note():
    text = BARE.replace("K1\n", "K1 TAHUN 2024\n", 1) + "Keadaan bulan Desember 2024"
    assert {" ".join(line.split()[2:4]) for line in said(read(S=text))} == {"2024- year"}
