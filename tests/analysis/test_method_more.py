"""More of the page of methods: every section has an example, and the newer examples are computed again."""

import re

import numpy as np
import pandas as pd
import pytest

from lokmin_data.analysis import assess
from lokmin_data.analysis.classes import quantile_bounds
from lokmin_data.analysis.immunisation import red, zero_dose
from lokmin_data.analysis.rank import seats
from lokmin_data.analysis.run_chart import five_months
from lokmin_data.analysis.shrinkage import balanced_quantile, balanced_rate
from lokmin_data.analysis.side_by_side import compare_sums, side_by_side
from lokmin_data.analysis.trend import chi_square_trend, mann_kendall
from lokmin_data.wording import count, number, percent
from tests.analysis.panels import cell, months, panel
from tests.analysis.test_method_page import PAGE, says

TABLES_ALONE = {"Arti kolom", "Sumber", "Daftar isi"}
SECTIONS = dict(re.findall(r"^## (.+?)$(.*?)(?=^## |\Z)", PAGE, flags=re.M | re.S))


@pytest.mark.parametrize("heading", sorted(set(SECTIONS) - TABLES_ALONE))
def test_every_section_has_an_example(heading):
    assert "*Contoh.*" in SECTIONS[heading]


def test_completeness():
    row = assess(panel(months("idl", {"A": [8, 8, 8], "B": [8, None, 8]})), "idl", 2026, 3).desa.iloc[1]
    says(f"kelengkapan {number(row['months_reported'])} dari 3 bulan, {percent(100 * row['completeness'])}.")


def test_sasaran_beside_each_other():
    stored = [(1, "si", "T", 2026, "proyeksi", 70), (1, "si", "T", 2026, "riil", 48)]
    table = side_by_side(panel(months("idl", {"A": [4, 5]}, 60), sasaran=stored), "idl", 2026, 2)
    x, report, projection, real = (cell(table, "A", name) for name in ("cumulative", "laporan", "proyeksi", "riil"))
    says(f"menurut penyebut laporan {count(x, report)}, menurut sasaran proyeksi {count(x, projection)}, menurut sasaran riil {count(x, real)}.")
    says(f"Penyebut laporan {number(compare_sums(report, real)[0], 2)} kali sasaran riil.")


@pytest.mark.parametrize(("challenger", "kept"), [(43, True), (44, False)])
def test_seats_of_the_agenda(challenger, kept):
    score = [60.0, 41.0, 39.0, challenger]
    table = pd.DataFrame({"desa_id": [1, 2, 3, 4], "score": score, "rank": [1, 3, 4, 2], "indicators": 1, "balanced_gap": 0.0})
    assert (seats(table, [1, 2, 3])[2] == "terberat") is kept
    says("skor A 60, B 41, C 39, penantang D 43. Selisih D dengan C hanya 4 poin, jadi C tetap. Bila D 44, selisihnya 5 dan D menggantikan C.")


def test_red_and_zero_dose():
    chart = panel(months("dpt1", {"A": [10, 12, 7]}, 156), months("dpt3", {"A": [8, 9, 8]}, 156))
    row = red(chart, 2026, 3).iloc[0]
    says(f"DPT1 {number(row['first'])} dari {number(row['due'])} sasaran tiga bulan, {percent(row['coverage'])}, jadi kategori "
         f"{row['category']}; zero dose {number(cell(zero_dose(chart, 2026, 3), 'A', 'zero_dose'))} bayi.")  # fmt: skip


def test_tests_of_a_trend():
    says(f"Lima bulan 1, 2, 3, 4, 5: peluang kebetulan {percent(100 * mann_kendall([1, 2, 3, 4, 5]).p)}.")
    found = [5, 9, 14, 20, 30]
    says(f"khi-kuadrat {number(chi_square_trend(found, [100] * 5)[0])}, jadi naik.")
    assert ": naik (memburuk)" in five_months(assess(panel(months("kek", {"A": found}, {"A": [100] * 5})), "kek", 2026, 5))


def test_fifths_of_the_map():
    says(f"angka 1 sampai 50: batas {'; '.join(number(bound) for bound in quantile_bounds(np.arange(1, 51)))}.")


def test_balanced_rate_beside_the_funnel():
    low, high = (100 * balanced_quantile(q, 7, 9, 0.75, 12) for q in (0.05, 0.95))
    rate = 100 * balanced_rate(np.array(7), np.array(9), 0.75, 12)
    says(f"seimbang {percent(rate)}, rentang 90 % dari {percent(low)} sampai {percent(high)}.")
