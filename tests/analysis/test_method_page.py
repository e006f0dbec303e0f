"""The page of methods stays true: every worked example is computed again."""

import re
from pathlib import Path

import numpy as np
import pytest

from lokmin_data.analysis import assess
from lokmin_data.analysis.early_warning import rise
from lokmin_data.analysis.funnel import funnel_limits
from lokmin_data.analysis.immunisation import drop_out, dropout
from lokmin_data.analysis.nutrition import prevalence
from lokmin_data.analysis.outlier import poisson_tails
from lokmin_data.analysis.priority import hanlon, usg
from lokmin_data.analysis.projection import between, goal_of, pace, year_end
from lokmin_data.analysis.quality import CHECKS
from lokmin_data.analysis.scenario import lift_lowest
from lokmin_data.analysis.score import Rule, score_desa
from lokmin_data.analysis.trend import drop_badge
from lokmin_data.analysis.uncertainty import rank_ranges
from lokmin_data.analysis.verdict import verdicts, wilson
from lokmin_data.analysis.why import chance_word
from lokmin_data.wording import VERDICTS, count, number, percent
from tests.analysis.panels import cell, months, panel

PAGE = (Path(__file__).parents[2] / "docs" / "metode.md").read_text(encoding="utf-8")
TEXT = re.sub(r"\s+", " ", PAGE)
RULE = Rule(0.90, 0.45, 1, 12)
EXAMPLE = {
    "Sukamaju": (7, 9, 1), "Mekarsari": (58, 90, 1), "Cibodas": (20, 24, 1), "Pasirjati": (13, 25, 10 / 12),
    "Karangsari": (44, 45, 1), "Tanjung": (np.nan, 0, 0), "Leuwi": (2, 6, 1),
}  # fmt: skip
X, N, C = (np.array(column, dtype=float) for column in zip(*EXAMPLE.values(), strict=True))


def says(text: str) -> None:
    assert text in TEXT, f"docs/metode.md tidak memuat: {text}"


def test_coverage():
    found = assess(panel(months("idl", {"A": [8, 8, 8], "B": [8, None, 8]})), "idl", 2026, 3)
    a, b = (found.desa.iloc[i] for i in (0, 1))
    says(f"Persen A {count(a['cumulative'], a['sasaran'])}. Desa B: {count(b['cumulative'], b['sasaran'])}, dihitung")
    says(f"sasaran dua bulan ({number(b['n'])} bayi)")
    says(f"Puskesmas: {count(found.puskesmas['cumulative'], found.puskesmas['sasaran'])}.")


def test_running_target():
    targets = [assess(panel(months("idl", {"A": [1]})), "idl", 2026, m, annual_target=80).running_target for m in (1, 9)]
    says(f"Januari {percent(targets[0])}, September {percent(targets[1])}.")


def test_pws():
    row = assess(panel(months("k1", {"A": [7, 8, 7, 9]}, 93.5)), "k1", 2026, 4, annual_target=100).desa.iloc[0]
    says(f"sampai April {number(row['cumulative'])} ibu ({percent(row['percent'])}), bulan ini 9, bulan lalu 7: di bawah "
         f"{percent(row['target'])}, {row['trend']}, jadi **{row['pws_status']}**.")  # fmt: skip


@pytest.mark.parametrize("code", list(VERDICTS))
def test_verdict_words(code):
    says(f"| {VERDICTS[code].symbol} | {VERDICTS[code].word} |")


def test_verdicts():
    low, high = wilson(X, N)
    first, second = (f"{percent(100 * low[i])} sampai {percent(100 * high[i])}" for i in (0, 1))
    says(f"Sukamaju {count(7, 9)}, target 90 %. Selang Wilson {first} memuat 90 %: **{VERDICTS[verdicts(X, N, 90, 1)[0]].word.lower()}**")
    says(f"Mekarsari {count(58, 90)}, selang {second}: **{VERDICTS[verdicts(X, N, 90, 1)[1]].word.lower()}**")


@pytest.mark.parametrize("name", list(EXAMPLE))
def test_score_table(name):
    score, i = score_desa(X, N, C, RULE), list(EXAMPLE).index(name)
    numbers = [count(X[i], N[i])] + [number(value[i]) for value in (score.short, score.depth_points, score.burden_points, score.reporting_points)]
    says(f"| {name} | {' | '.join(numbers)} | **{number(score.score[i], 0)}** |")
    says(f"rata-rata Puskesmas {percent(100 * score.mean_rate)}, rata-rata {number(score.mean_n)} bayi per desa")


def test_composite():
    assert ((30 + 50) / 2 + 20) / 2 == 30
    says("gabungan (40 + 20) / 2 = 30")


def test_rank_range():
    found, i = rank_ranges([(X, N, C, RULE, False)], np.ones(1)), list(EXAMPLE).index("Pasirjati")
    assert found.p_top[i] == pytest.approx(0.88, abs=0.02)
    says(f'sekitar 88 %, peringkat antara {found.low[i]} dan {found.high[i]}, jadi "{chance_word(found.p_top[i])} termasuk 3 terberat"')


def test_prevalence():
    low, high = wilson(88, 352)
    short = score_desa(np.array([88.0]), np.array([352.0]), np.ones(1), Rule(0.14, 0.30, -1, 30)).short[0]
    says(f"88 dari 352 balita diukur pendek ({percent(25)}), target 14 %: kelebihan {number(np.ceil(short), 0)} anak; "
         f"selang {percent(100 * low)} sampai {percent(100 * high)}, jelas belum")  # fmt: skip
    assert verdicts(np.array([88]), np.array([352]), 14, -1)[0] == "jelas_di_bawah"


def test_drop_out():
    chart = panel(months("dpt1", {"A": [10, 12, 7]}, 156), months("dpt3", {"A": [8, 9, 8]}, 156))
    table = dropout(chart, 2026, 3)
    says(f"DPT1 {number(cell(table, 'A', 'first'))}, DPT3 {number(cell(table, 'A', 'last'))}: drop-out "
         f"{percent(cell(table, 'A', 'dropout'))}, {cell(table, 'A', 'status')} 5 %.")  # fmt: skip
    assert drop_out(7, 8) < 0


def test_nutrition():
    given = panel(months("stunting", {"A": [11]}, 60, basis="point"), months("d_s", {"A": [70]}, 100, basis="point"))
    row = prevalence(given, "stunting", 2026, 1).set_index("desa").loc["A"]
    says(f'11 dari 60 balita diukur pendek, dari 100 balita: {percent(row["percent"])}, pita "{row["band"]}", baru '
         f"{percent(row['measured_share'])} diukur, jadi belum mewakili.")  # fmt: skip
    assert row["representative"] is False


def test_drop_badge():
    p, badge = drop_badge(30, 5, 0.33)
    says(f"peluang {percent(100 * p)}, lencana {'muncul' if badge else 'tidak muncul'}")


def test_projection():
    x, n, sasaran = np.array([22.0]), np.array([30.0]), np.array([60.0])
    low, mid, high, reach = (value[0] for value in year_end(x, n, sasaran, 0.75, 0.9))
    now, need, _ = pace(x, np.array([6.0]), goal_of(sasaran, 0.9))
    says(f"target {number(goal_of(60, 0.9))}: perkiraan antara {number(low)} dan {number(high)} (tengah {number(mid)}), peluang "
         f"{percent(100 * reach)}. Perlu {between(need[0])} bayi sebulan, sekarang {between(now[0])}.")  # fmt: skip


def test_scenario():
    found = lift_lowest(assess(panel(months("idl", {"A": [2], "B": [5], "C": [12]}), targets={"idl": 90}), "idl", 2026, 1), 2)
    says(f"Puskesmas menjadi {percent(found.after)} (sekarang {percent(found.before)}), bertambah {number(np.ceil(found.people), 0)} orang.")


def test_early_warning():
    says(f"7 kasus, tahun lalu 2: peluang kebetulan {percent(100 * rise(7, [2]))}, belum ada tanda.")


def test_funnel():
    low, high = funnel_limits(25, 0.8)
    says(f"batas 95 % dari {percent(100 * low)} sampai {percent(100 * high)}.")


def test_quality():
    says(f"Biasanya 4, bulan ini 12: peluang {number(1000 * poisson_tails(12, 4)[0])} dari 1.000, jadi lonjakan.")
    says(f"nilai z paling besar {number(9 / np.sqrt(10), 2)}")


@pytest.mark.parametrize("check", list(CHECKS))
def test_every_check_is_explained(check):
    says(f"| {CHECKS[check]} |")


def test_worksheets():
    import pandas as pd

    total = usg(pd.DataFrame({"U": [5], "S": [4], "G": [4]}))["total"].iloc[0]
    says(f"U 5, S 4, G 4: jumlah {number(total)}.")
    row = hanlon(pd.DataFrame({"A": [6], "U": [10], "S": [8], "cost": [4], "C": [8]})).iloc[0]
    says(f"(6 + {number(row['B'], 2)}) x 8 = {number(row['NPT'])}.")


def test_every_heading_is_linked():
    for heading in re.findall(r"^## (.+)$", PAGE, flags=re.M)[1:]:
        anchor = re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-")
        assert f"[{heading}](#{anchor})" in PAGE
