""" "Jumlah" behind tribulan or semesters that count their own: only it tells the year, where it adds them up."""

from __future__ import annotations

import pytest
from laporan import read, said

QUARTERS = ("TW I", "TW II", "TW III", "TW IV")
NUMBERS = {"Suka": (71, 9, 6, 18, 5), "Maju": (53, 8, 16, 15, 4), "Jaya": (59, 16, 5, 13, 8)}


def _table(
    head: str, parts: tuple[str, ...] = QUARTERS, *, filled: int = 4, off: int = 0, group: str = "KASUS TB DITEMUKAN DAN DIOBATI", rest: str = "",
    title: str = "LAPORAN TAHUN 2025",
) -> str:
    """A table of a year with these parts of it, of which so many are filled in, the others hold `rest`; the sums are `off`."""
    lines = [title, f"No|Desa|{group}" + "|" * (len(parts) + 2), f"||TARGET SETAHUN|{'|'.join(parts)}|{head}|%"]
    for place, (desa, (year, *numbers)) in enumerate(NUMBERS.items(), 1):
        own = numbers[: len(parts)][:filled]
        total = sum(own) + off
        cells = [year, *own, *[rest] * (len(parts) - len(own)), total, f"{100 * total / year:.1f}"]
        lines.append(f"{place}|{desa}|" + "|".join(map(str, cells)))
    return "\n".join(lines)


def _suka(text: str, width: int = 7) -> list[str]:
    return [line for line in said(read(S=text, merges=[(1, 2, 1, width + 1), (1, 0, 2, 0), (1, 1, 2, 1)])) if line.startswith("Suka")]


@pytest.mark.parametrize("head", ["JUMLAH", "TOTAL", "JUMLAH 2025", "JML TAHUN 2025", "TAHUN 2025", "TOTAL SETAHUN", "CAPAIAN 2025", "JUMLAH KASUS"])
def test_the_sum_of_all_tribulan_is_the_years(head: str):
    assert _suka(_table(head)) == ["Suka tb_kasus 2025- year T 38/71 53.5", "Suka tb_kasus 2025-3 cumulative T 9/71"]


@pytest.mark.parametrize("head", ["JUMLAH", "TOTAL", "JUMLAH 2025", "TOTAL SETAHUN", "KUMULATIF"])
def test_the_sum_of_those_filled_in_is_of_the_last_of_them(head: str):
    expected = ["Suka tb_kasus 2025-3 cumulative T 9/71", "Suka tb_kasus 2025-9 cumulative T 33/71 46.5"]
    assert _suka(_table(head, filled=3)) == expected
    assert _suka(_table(head, QUARTERS[:3]), 6) == expected


@pytest.mark.parametrize("parts", [("SEMESTER I", "SEMESTER II"), ("JAN-JUN", "JUL-DES")])
def test_the_same_of_semesters(parts: tuple[str, ...]):
    assert _suka(_table("JUMLAH", parts), 5) == ["Suka tb_kasus 2025- year T 15/71 21.1", "Suka tb_kasus 2025-6 cumulative T 9/71"]


@pytest.mark.parametrize("head", ["JUMLAH", "JUMLAH 2025"])
def test_what_does_not_add_them_up_is_not_read(head: str):
    assert _suka(_table(head, off=7)) == ["Suka tb_kasus 2025-3 cumulative T 9/"]
    late = _table(head, ("TW II", "TW III", "TW IV"))
    assert not [line for line in said(read(S=f"{late}\n\n\nNo|Desa|K1\n1|Suka|4\n2|Maju|5")) if "tb_kasus" in line]


def test_states_are_not_added_up():
    assert not [line for line in _suka(_table("JUMLAH", group="BALITA STUNTING")) if " 38/" in line]


@pytest.mark.parametrize("head", ["JUMLAH", "TOTAL", "JML"])
def test_the_sum_of_months_with_its_percent_is_of_the_last_that_is_filled_in(head: str):
    lines = _suka(_table(head, ("JAN", "FEB", "MAR", "APR", "MEI"), filled=3), 8)
    assert lines == [*(f"Suka tb_kasus 2025-{month} month T {n}/71" for month, n in ((1, 9), (2, 6))),
                     "Suka tb_kasus 2025-3 cumulative T 33/71 46.5", "Suka tb_kasus 2025-3 month T 18/71"]  # fmt: skip


@pytest.mark.parametrize(
    "months, off, group, percent",
    [
        (("JAN", "FEB", "MAR", "APR"), 7, "", "%"),  # it adds up nothing
        (("FEB", "MAR", "APR", "MEI"), 0, "", "%"),  # not from January on
        (("JAN", "FEB", "MAR", "APR"), 0, "", "Ket"),  # a plain total
        (("JAN", "FEB", "MAR", "APR"), 0, "KASUS DBD", "%"),  # counted month by month
        (("JAN", "FEB", "MAR", "APR"), 0, "BALITA STUNTING", "%"),  # a state
    ],
)
def test_another_sum_of_months_is_no_number_of_its_own(months: tuple[str, ...], off: int, group: str, percent: str):
    text = _table("JUMLAH", months, off=off, **({"group": group} if group else {})).replace("JUMLAH|%", f"JUMLAH|{percent}")
    reading = read(S=text, merges=[(1, 2, 1, 8), (1, 0, 2, 0), (1, 1, 2, 1)])
    assert said(reading) and not [line for line in said(reading) if " cumulative " in line]


@pytest.mark.parametrize("head", ["JUMLAH", "TOTAL", "JUMLAH KASUS"])
@pytest.mark.parametrize("title", ["KONDISI JANUARI S.D. SEPTEMBER 2025", "S/D BULAN SEPTEMBER 2025"])
@pytest.mark.parametrize("rest", ["", "0"])
def test_below_a_title_up_to_a_month_the_sum_is_of_that_month(head: str, title: str, rest: str):
    lines = _suka(_table(head, filled=3, rest=rest, title=title))
    assert lines == ["Suka tb_kasus 2025-3 cumulative T 9/71", "Suka tb_kasus 2025-9 cumulative T 33/71 46.5"]


@pytest.mark.parametrize("title", ["KONDISI JANUARI S.D. JUNI 2025", "BULAN SEPTEMBER 2025", "S/D DESEMBER 2025"])
def test_below_a_title_of_other_months_the_sum_is_not_read(title: str):
    assert _suka(_table("JUMLAH", filled=3, title=title)) == ["Suka tb_kasus 2025-3 cumulative T 9/"]


def test_below_a_title_up_to_a_month_another_number_is_no_sum():
    assert _suka(_table("JUMLAH", filled=3, off=7, title="S/D SEPTEMBER 2025")) == ["Suka tb_kasus 2025-3 cumulative T 9/"]
