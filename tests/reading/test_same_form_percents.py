"""A "%" beside "s/d bulan ini" and "bulan ini" in sheets of one form: the months that prove whose it is speak for the others."""

from __future__ import annotations

import pytest
from laporan import codes, read, said

from lokmin_data.model import Reading

HEAD = "No|Desa|Sasaran bulin|PERSALINAN NAKES||\n|||{columns}\n"
MERGES = [(1, 0, 2, 0), (1, 1, 2, 1), (1, 2, 2, 2), (1, 3, 1, 5)]
DESA = [("Suka", 27), ("Maju", 41), ("Jaya", 53), ("Rukun", 79)]
BORN = {"JANUARI": [3, 2, 5, 8], "FEBRUARI": [2, 4, 3, 6], "MARET": [1, 2, 5, 4]}
TOTAL_FIRST = "S/D BLN INI|BLN INI|%"


def sheets(*, blank: tuple[str, ...] = (), of_month: bool = False, columns: str = TOTAL_FIRST) -> Reading:
    """One sheet a month; `blank` months print nothing but last month's sums; the percent is that of the month or of the sum."""
    texts, sums = {}, [0] * len(DESA)
    for name in [*BORN, *blank]:
        born = BORN.get(name)
        sums = [old + (born[place] if born else 0) for place, old in enumerate(sums)]
        lines = []
        for place, (desa, sasaran) in enumerate(DESA):
            own = born[place] if born else ""
            shown = (own or 0) if of_month else sums[place]
            lines.append(f"{place + 1}|{desa}|{sasaran}|{sums[place]}|{own}|{shown / sasaran:.12g}")
        texts[name] = f"LAPORAN KIA BULAN {name} 2026\n{HEAD.format(columns=columns)}" + "\n".join(lines)
    return read(**texts, merges=MERGES)


def with_percent(reading: Reading) -> set[tuple[int, str]]:
    printed = reading.observations.dropna(subset=["percent"])
    return {(int(month), basis) for month, basis in zip(printed["month"], printed["basis"], strict=True)}


def test_january_has_the_percent_where_the_other_months_have_it():
    reading = sheets()
    assert with_percent(reading) == {(1, "cumulative"), (2, "cumulative"), (3, "cumulative")}
    assert "Suka pn 2026-1 cumulative T 3/27 11.11" in said(reading)
    assert codes(reading) == []


def test_a_percent_of_the_month_stays_with_the_month():
    assert with_percent(sheets(of_month=True)) == {(1, "month"), (2, "month"), (3, "month")}


def test_months_that_only_carry_the_sum_are_not_reported():
    reading = sheets(blank=("APRIL", "MEI"))
    assert set(reading.observations["month"]) == {1, 2, 3}
    assert not any(code.startswith("persen-tidak-cocok") for code in codes(reading))


def test_a_single_month_keeps_the_percent_where_it_stands():
    text = f"LAPORAN KIA BULAN JANUARI 2026\n{HEAD.format(columns=TOTAL_FIRST)}" + "\n".join(
        f"{place + 1}|{desa}|{sasaran}|{number}|{number}|{number / sasaran:.12g}"
        for place, ((desa, sasaran), number) in enumerate(zip(DESA, BORN["JANUARI"], strict=True))
    )
    assert with_percent(read(Januari=text, merges=MERGES)) == {(1, "month")}


@pytest.mark.parametrize("third", ["0.2", "0.25"])
def test_a_short_fraction_among_computed_ones_is_exact(third: str):
    sasaran = {"0.2": 25, "0.25": 20}[third]
    rows = [f"1|Suka|27|5|1|{5 / 27:.14g}", f"2|Maju|{sasaran}|5|1|{third}", f"3|Jaya|33|7|2|{7 / 33:.14g}"]
    rows += [f"4|Rukun|{sasaran}|5|2|{third}", f"5|Makmur|41|6|3|{6 / 41:.14g}"]
    reading = read(Maret=f"LAPORAN KIA BULAN MARET 2026\n{HEAD.format(columns=TOTAL_FIRST)}" + "\n".join(rows), merges=MERGES)
    assert with_percent(reading) == {(3, "cumulative")}
