"""Ratios of the letters S, K, D, N: whose a percent is follows its own head, K/D and N/S are none of the catalogue's."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from laporan import codes, read, said

from lokmin_data.model import LokminError

AREAS = [("Mekarsari", 133, 120, 105, 79, 2), ("Sukamaju", 266, 245, 187, 137, 1), ("Wanasari", 140, 127, 117, 81, 4)]
D_S, K_S, N_D = (f"Mekarsari {code} 2025-2 point T" for code in ("d_s", "k_s", "n_d"))


def _percent(number: float, of: float) -> str:
    return f"{number / of * 100:.1f}"


def _table(head: str, row: Callable[..., list], title: str = "LAPORAN SKDN FEBRUARI 2025") -> str:
    lines = [" | ".join(map(str, [name, *row(*rest)])) for name, *rest in AREAS]
    return "\n".join([title, f"DESA | {head}", *lines])


def _first(head: str, row: Callable[..., list]) -> list[str]:
    """The first desa's observations of such a table."""
    return [line for line in said(read(A=_table(head, row))) if line.startswith("Mekarsari")]


def test_percents_of_other_letters_belong_to_nobody():
    """Behind all letters: N/S, K/D and D/K are neither the percent of D/S nor does N/S make S the divisor of N/D."""
    head = "S | K | D | N | BGM | N/S (%) | BGM/D (%) | K/D (%) | D/K (%) | K/S (%) | D/S (%) | N/D (%)"

    def row(s, k, d, n, b):  # noqa: ANN001, ANN202
        pairs = [(n, s), (b, d), (k, d), (d, k), (k, s), (d, s), (n, d)]
        return [s, k, d, n, b, *(_percent(*pair) for pair in pairs)]

    reading = read(A=_table(head, row))
    assert [line for line in said(reading) if line.startswith("Mekarsari")] == [
        f"{D_S} 105/133 78.9", f"{K_S} 120/133 90.2", f"{N_D} 79/105 75.2"
    ]  # fmt: skip
    told = next(problem.found for problem in reading.problems if problem.code == "di-luar-katalog")
    assert all(each in told for each in ("N/S", "BGM/D", "K/D", "D/K"))


@pytest.mark.parametrize("between", ["/", " thd ", " : ", " dibagi "])
def test_a_ratio_may_be_written_in_words(between: str):
    """ "% D thd S" is D/S, "% D thd K" is not."""
    head = " | ".join(["Sasaran Balita", "Ditimbang", *(f"% D{between}{below}" for below in "KS")])
    assert _first(head, lambda s, k, d, n, b: [s, d, _percent(d, k), _percent(d, s)]) == [f"{D_S} 105/133 78.9"]


def test_two_letters_are_known_by_their_ratio():
    """S and D beside D/S, also in a group called after the weighing."""
    assert _first("S | D | D/S", lambda s, k, d, n, b: [s, d, _percent(d, s)]) == [f"{D_S} 105/133 78.9"]
    assert _first("S | D | D/S", lambda s, k, d, n, b: [s, d, ""]) == [f"{D_S} 105/133"]
    group = "PENIMBANGAN FEBRUARI 2025\nDESA | Penimbangan | |\n | S | D | D/S (%)\nMekarsari | 133 | 105 | 78.9\nSukamaju | 266 | 187 | 70.3"
    assert said(read(A=group, merges=[(1, 1, 1, 3)]))[0] == f"{D_S} 105/133 78.9"


def test_letters_of_some_ages_stay_a_part():
    """D/S of two age groups: the letters are known, and still nobody's D/S."""
    table = "LAPORAN FEBRUARI 2025\nDESA | 0-23 BULAN | | | 24-59 BULAN | |\n | S | D | D/S | S | D | D/S\n"
    with pytest.raises(LokminError):
        read(
            A=table + "Mekarsari | 50 | 40 | 80 | 80 | 60 | 75\nSukamaju | 60 | 50 | 83.3 | 100 | 60 | 60",
            merges=[(1, 1, 1, 3), (1, 4, 1, 6)],
        )


def test_a_title_of_another_ratio_names_nothing():
    """ "CAKUPAN D/K" over Abs and % is no D/S; "CAKUPAN D/S" is."""
    table = (
        "CAKUPAN {} BULAN FEBRUARI 2025\nDESA | Balita | Abs | %\nMekarsari | 133 | 105 | {}\nSukamaju | 266 | 187 | {}"
    )
    assert said(read(A=table.format("D/S", 78.9, 70.3)))[0] == f"{D_S} 105/133 78.9"
    other = read(A=table.format("D/K", 87.5, 76.3))
    assert not said(other) and "indikator-tidak-disebut C2" in codes(other)


def test_until_is_no_ratio():
    """ "S/D BULAN INI" stays the sum since January."""
    reading = read(
        A="CAKUPAN K1 MEI 2026\nDESA | BUMIL | BULAN INI | S/D BULAN INI\nMekarsari | 50 | 4 | 20\nSukamaju | 40 | 3 | 18"
    )
    assert "Mekarsari k1 2026-5 cumulative T 20/50" in said(reading) and not codes(reading)


LETTERS = "S | K | D | N | T | O | B"


def _all_letters(s, k, d, n, b):  # noqa: ANN001, ANN202
    return [s, k, d, n, d - n - b - 3, 3, b]


@pytest.mark.parametrize(
    "head",
    [
        "D-(O+B)",
        "D - O - B",
        "(D-O-B)",
        "D' = D-(O+B)",
        "D-(B+O) = D'",
        "N+T",
        "D' (N+T)",
        "D dikurangi (O+B)",
        "D koreksi",
    ],
)
def test_the_weighed_without_the_new_and_the_absent_divide_those_who_gained(head: str):
    """They are the corrected D, however they are reckoned; the D of D/S stays whole."""
    made = _first(f"{LETTERS} | {head}", lambda s, k, d, n, b: [*_all_letters(s, k, d, n, b), d - b - 3])
    assert made == [f"{D_S} 105/133", f"{K_S} 120/133", f"{N_D} 79/100"]


@pytest.mark.parametrize("head", ["N/D'", "N/(D-(O+B))", "N/(D-O-B)"])
@pytest.mark.parametrize(
    "group", ["TINGKAT PENCAPAIAN (%)", "TINGKAT CAKUPAN (%)", "TINGKAT PENCAPAIAN PROGRAM (%)", "PENCAPAIAN (%)"]
)
def test_ratios_below_a_level_reached(group: str, head: str):
    title = "LB3 GIZI FEBRUARI 2025"
    text = f"{title}\nDESA | {LETTERS} | D-(O+B) | {group} | |\n" + " |" * 9 + f"K/S | D/S | {head}"
    for name, s, k, d, n, b in AREAS:
        shares = [_percent(k, s), _percent(d, s), _percent(n, d - b - 3)]
        text += "\n" + " | ".join(map(str, [name, *_all_letters(s, k, d, n, b), d - b - 3, *shares]))
    made = [line for line in said(read(A=text, merges=[(1, 9, 1, 11)])) if line.startswith("Mekarsari")]
    assert made == [f"{D_S} 105/133 78.9", f"{K_S} 120/133 90.2", f"{N_D} 79/100 79"]


def test_a_share_of_the_corrected_d_without_its_column_takes_the_sum_of_its_parts():
    made = _first(
        f"{LETTERS} | N/(D-(O+B)) (%)", lambda s, k, d, n, b: [*_all_letters(s, k, d, n, b), _percent(n, d - b - 3)]
    )
    assert made[-1] == f"{N_D} 79/100 79"


def _weighed(head: str, ratio: str) -> list[str]:
    """A table whose corrected D, those weighed who can be judged, is headed so, and the percent that divides by it."""
    return _first(
        f"S | K | D | N | T | O | B | {head} | {ratio}",
        lambda s, k, d, n, b: [s, k, d, n, 20, 3, b, n + 20, _percent(n, n + 20)],
    )


@pytest.mark.parametrize(
    ("head", "ratio"),
    [
        ("Dk", "N/Dk (%)"),
        ("DK", "N/DK"),
        ("D koreksi (Dk)", "N/Dk (%)"),
        ("D dikoreksi", "N/D dikoreksi (%)"),
        ("Dk = D-(O+B)", "% N/Dk"),
    ],
)
def test_the_corrected_d_divides(head: str, ratio: str):
    """And never all who were weighed, from whom those new or away last month are taken."""
    assert _weighed(head, ratio)[-1] == f"{N_D} 79/99 79.8"


@pytest.mark.parametrize("head", ["K4 | DK", "BCG | Dk | Lk"])
def test_outside_growth_tables_the_letters_are_no_corrected_d(head: str):
    reading = read(A=f"LAPORAN APRIL 2026\nDesa | {head}\nSuka | 8 | 5 | 3\nMaju | 9 | 7 | 2")
    assert [line.split()[-1] for line in said(reading)] == ["9/", "8/"]
    assert "kolom-tidak-dikenal C2" in codes(reading)


def test_a_score_is_no_slip_of_the_corrected_d():
    with pytest.raises(LokminError):
        read(A="SKOR KINERJA DESA MEI 2026\nDesa | K6 | D/S | Jumlah skor\nSuka | 4 | 3 | 7\nMaju | 2 | 4 | 6")
