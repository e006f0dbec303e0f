"""A row of percents below the months of each desa is of all these months, never of the last one alone."""

from __future__ import annotations

import pytest
from laporan import codes, read, said

#: Of each desa its sasaran and its numbers of three months.
DESA = {"Suka": (40, 5, 3, 2), "Maju": (50, 1, 6, 3), "Sari": (25, 4, 0, 1)}


def table(title: str, months: tuple[str, ...], *, sums: bool, repeated: bool = False) -> str:
    """A table whose desa name their months in rows, with the percents of all of them below."""
    lines = [title, "NO|DESA|Sasaran bayi|BULAN|BCG"]
    for place, (desa, (sasaran, *numbers)) in enumerate(DESA.items(), 1):
        named = f"{place}|{desa}|{sasaran}"
        below = named if repeated else "||"
        lines += [f"{below if at else named}|{month}|{number}" for at, (month, number) in enumerate(zip(months, numbers, strict=True))]
        lines += [f"|||Jml|{sum(numbers)}"] if sums else []
        lines.append(f"{below}|%|{sum(numbers) / sasaran * 100:.1f}")
    return "\n".join(lines)


@pytest.mark.parametrize("repeated", [True, False])
@pytest.mark.parametrize("sums", [True, False])
def test_percents_are_of_all_months_above(sums: bool, repeated: bool):
    reading = read(S=table("IMUNISASI BAYI TRIWULAN I TAHUN 2024", ("Jan", "Peb", "Mar"), sums=sums, repeated=repeated))
    lines, of = said(reading), "10/40" if sums else "/40" if repeated else "/"
    assert [line for line in lines if "Suka" in line] == [
        "Suka bcg 2024-1 month T 5/40", "Suka bcg 2024-2 month T 3/40", f"Suka bcg 2024-3 cumulative T {of} 25", "Suka bcg 2024-3 month T 2/40",
    ]  # fmt: skip
    assert any(line.startswith("Maju bcg 2024-3 cumulative") and line.endswith(" 20") for line in lines)
    assert not codes(reading)


def test_the_sum_of_the_months_is_the_number_of_the_percents_below_it_only():
    text = table("IMUNISASI BAYI TRIWULAN I TAHUN 2024", ("Jan", "Peb", "Mar"), sums=True)
    alone = "\n".join(line for line in text.split("\n") if "|%|" not in line)
    assert not any("cumulative" in line for line in said(read(S=alone)))
    other = said(read(S=text.replace("Jml|5", "Jml|7")))
    assert "Sari bcg 2024-3 cumulative T / 20" in other and "Maju bcg 2024-3 cumulative T 10/50 20" in other


def test_the_sum_of_the_months_in_the_total_is_compared_with_those_of_the_desa():
    text = table("IMUNISASI BAYI TRIWULAN I TAHUN 2024", ("Jan", "Peb", "Mar"), sums=True)
    total = "\n|JUMLAH|115|Jan|10\n||||Peb|9\n||||Mar|6\n||||Jml|{}".replace("||||", "|||")
    assert codes(read(S=text + total.format(25))) == []
    assert codes(read(S=text + total.format(27))) == ["jumlah-tidak-cocok E21"]


def test_percents_of_months_from_april_on_are_of_no_month():
    reading = read(S=table("IMUNISASI BAYI TRIWULAN II TAHUN 2024", ("Apr", "Mei", "Jun"), sums=True))
    lines = [line for line in said(reading) if "Suka" in line]
    assert lines == [f"Suka bcg 2024-{month} month T {number}/40" for month, number in ((4, 5), (5, 3), (6, 2))]
    assert codes(reading) == ["tribulan-tidak-kumulatif"]


def test_the_percent_of_one_month_stays_with_it():
    rows = "\n".join(f"{n}|{desa}|{s}|Mar|{a}\n|||%|{a / s * 100:.1f}" for n, (desa, (s, a, *_)) in enumerate(DESA.items(), 1))
    lines = said(read(S=f"IMUNISASI BAYI MARET 2024\nNO|DESA|Sasaran bayi|BULAN|BCG\n{rows}"))
    assert lines == ["Maju bcg 2024-3 month T 1/50 2", "Sari bcg 2024-3 month T 4/25 16", "Suka bcg 2024-3 month T 5/40 12.5"]


def test_percents_that_name_their_month_stay_with_it():
    rows = "\n".join(
        f"{n}|{desa}|{s}|Abs|Jan|{a}\n||||Feb|{b}\n|||%|Jan|{a / s * 100:.1f}\n||||Feb|{b / s * 100:.1f}"
        for n, (desa, (s, a, b, _)) in enumerate(DESA.items(), 1)
    )
    lines = said(read(S=f"IMUNISASI BAYI TAHUN 2024\nNO|DESA|Sasaran bayi||BULAN|BCG\n{rows}"))
    assert not any("cumulative" in line for line in lines)
