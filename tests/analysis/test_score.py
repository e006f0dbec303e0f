"""The severity score: golden tables, its invariants, and the command."""

import csv
import io
import os
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from lokmin_data.__main__ import main
from lokmin_data.analysis.score import Rule, score_desa
from lokmin_data.analysis.uncertainty import rank_ranges
from tests.analysis.oracles import oracle_rows

IDL = Rule(0.90, 0.45, 1, 12)
STUNTING = Rule(0.14, 0.30, -1, 30)
RULES_OF_KIND = {"idl": IDL, "stunting": STUNTING}
# own golden tables, desa renamed by letter: x, n, c, depth, burden, reporting, score, verdict
GOLDEN = {
    "idl": (IDL, [
        (7, 9, 1, 16.296296, 2.948074, 0, 19.244370, "di_bawah_belum_pasti"),
        (58, 90, 1, 32.832135, 40, 0, 72.832135, "jelas_di_bawah"),
        (20, 24, 1, 8.888889, 4.288107, 0, 13.176996, "di_bawah_belum_pasti"),
        (13, 25, 5 / 6, 41.861560, 25.460637, 1.666667, 68.988863, "jelas_di_bawah"),
        (44, 45, 1, 0, 0, 0, 0, "tercapai_belum_pasti"),
        (0, 0, 0, 23.517588, 15.678392, 10, 49.195980, "belum_ada_data"),
        (2, 6, 1, 40.863577, 9.112228, 0, 49.975805, "jelas_di_bawah"),
    ]),
    "stunting": (STUNTING, [
        (6, 31, 1, 20.080645, 3.284960, 0, 23.365606, "di_bawah_belum_pasti"),
        (88, 352, 1, 40.064996, 40, 0, 80.064996, "jelas_di_bawah"),
        (9, 92, 1, 0, 0, 0, 0, "tercapai_belum_pasti"),
        (31, 101, 1, 54.254416, 33.364116, 0, 87.618532, "jelas_di_bawah"),
        (20, 170, 1, 0, 0, 0, 0, "tercapai_belum_pasti"),
        (5, 12, 1, 48.329250, 6.569921, 0, 54.899171, "jelas_di_bawah"),
        (0, 0, 0, 26.160950, 17.440633, 10, 53.601583, "belum_ada_data"),
    ]),
}  # fmt: skip


def columns(rows: list[tuple]) -> tuple[np.ndarray, ...]:
    return tuple(np.array([row[i] for row in rows], dtype=float) for i in range(3))


@pytest.mark.parametrize("name", GOLDEN)
def test_score_agrees_with_the_golden_table(name):
    rule, rows = GOLDEN[name]
    score = score_desa(*columns(rows), rule)
    for place, row in enumerate(rows):
        said = [score.depth_points[place], score.burden_points[place], score.reporting_points[place], score.score[place]]
        assert said == pytest.approx(row[3:7], abs=1e-6)


# 10 and 90 % of the rank, and the chance of being among three: own table by 20,000 draws
RANKS = {False: [(0.078, 4, 6), (0.993, 1, 2), (0.043, 4, 6), (0.887, 1, 4), (0.0, 7, 7), (0.517, 1, 5), (0.481, 2, 5)],
         True: [(0.181, 3, 7), (0.908, 1, 3), (0.145, 3, 7), (0.752, 1, 5), (0.032, 5, 7), (0.543, 1, 6), (0.439, 2, 6)]}  # fmt: skip


@pytest.mark.parametrize("projected", [False, True])
def test_rank_uncertainty_agrees_with_the_golden_table(projected):
    rule, rows = GOLDEN["idl"]
    found = rank_ranges([(*columns(rows), rule, projected)], np.ones(1), draws=4000)
    assert list(found.p_top) == pytest.approx([row[0] for row in RANKS[projected]], abs=0.03)
    assert np.abs(found.low - [row[1] for row in RANKS[projected]]).max() <= 1
    assert np.abs(found.high - [row[2] for row in RANKS[projected]]).max() <= 1


def test_rank_uncertainty_is_the_same_in_any_order_and_every_time():
    rule, rows = GOLDEN["idl"]
    x, n, c = columns(rows)
    order = np.array([3, 0, 6, 2, 5, 1, 4])
    first = rank_ranges([(x, n, c, rule, True)], np.ones(1))
    again = rank_ranges([(x[order], n[order], c[order], rule, True)], np.ones(1))
    assert np.array_equal(first.p_top[order], again.p_top)
    assert np.array_equal(first.low[order], again.low)


def test_desa_with_the_same_numbers_share_the_same_chance():
    x, n, c = np.array([5.0, 5.0, 9.0, 2.0]), np.full(4, 10.0), np.ones(4)
    found = rank_ranges([(x, n, c, IDL, False)], np.ones(1))
    assert found.p_top[0] == found.p_top[1]


def test_rank_uncertainty_of_nobody_and_of_no_data():
    assert len(rank_ranges([(np.array([]), np.array([]), np.array([]), IDL, False)], np.ones(1)).p_top) == 0
    nothing = rank_ranges([(np.full(4, np.nan), np.zeros(4), np.zeros(4), IDL, False)], np.ones(1))
    assert list(nothing.p_top) == [0.75] * 4


def test_small_shapes_are_drawn_exactly():
    x, n, c = np.array([0.0, 0.0, 1.0, 30.0]), np.array([4.0, 40.0, 60.0, 60.0]), np.ones(4)
    found = rank_ranges([(x, n, c, replace(STUNTING, balance=3), False)], np.ones(1), top=1)
    assert found.p_top[3] > 0.9
    assert found.p_top[1] < 0.01


def test_desa_without_a_burden_share_the_places_that_are_left():
    x, n, c = np.array([990.0, 991, 992, 993, 994, 995]), np.full(6, 1000.0), np.ones(6)
    found = rank_ranges([(x, n, c, IDL, False)], np.ones(1))
    assert list(found.p_top) == pytest.approx([0.5] * 6, abs=0.05)
    assert list(found.low) == [1] * 6


tables = st.lists(
    st.tuples(st.integers(0, 80), st.integers(0, 80), st.integers(0, 12)), min_size=1, max_size=12
).map(lambda rows: tuple(np.array(column, dtype=float) for column in zip(*rows, strict=True)))  # fmt: skip
rules = st.sampled_from([IDL, STUNTING, Rule(0.8, 0.4, 1, 12), Rule(1.0, 0.5, 1, 12), Rule(0.0, 0.0, -1, 30)])


@given(tables, rules)
def test_score_stays_within_bounds(table, rule):
    x, n, months = table
    score = score_desa(x, n, months / 12, rule)
    assert ((score.score >= 0) & (score.score <= 100)).all()
    assert (score.short >= 0).all()
    assert ((score.depth_points <= 60 + 1e-9) & (score.burden_points <= 40 + 1e-9)).all()


@given(tables, rules, st.randoms(use_true_random=False))
def test_score_ignores_the_order_of_rows(table, rule, random):
    x, n, months = table
    order = list(range(len(x)))
    random.shuffle(order)
    straight = score_desa(x, n, months / 12, rule).score
    shuffled = score_desa(x[order], n[order], months[order] / 12, rule).score
    assert shuffled == pytest.approx(straight[order], abs=1e-9)


@given(tables, rules, st.data())
def test_score_never_rises_when_the_desa_itself_improves(table, rule, data):
    x, n, months = table
    who = data.draw(st.integers(0, len(x) - 1))
    better = x.copy()
    step = data.draw(st.integers(1, 10))
    better[who] = max(0, min(x[who], n[who]) + rule.sign * step)
    before = score_desa(x, n, months / 12, rule).score[who]
    assert score_desa(better, n, months / 12, rule).score[who] <= before + 1e-9


@given(tables, rules)
def test_score_is_nil_where_the_target_is_met_and_all_months_are_in(table, rule):
    x, n, _ = table
    score = score_desa(x, n, np.ones(len(x)), rule).score
    met = (n > 0) & (rule.sign * (np.minimum(x, n) - rule.target * n) >= 0)
    assert (score[met] == 0).all()


@given(tables, rules)
def test_reporting_less_never_helps(table, rule):
    x, n, months = table
    full, partial = score_desa(x, n, np.ones(len(x)), rule).score, score_desa(x, n, months / 12, rule).score
    assert (partial >= full - 1e-9).all()


def test_nobody_reports():
    score = score_desa(np.array([np.nan, 0]), np.zeros(2), np.array([0, 0.5]), IDL)
    assert list(score.score) == [10, 5]
    assert np.isnan(score.mean_rate)


def test_more_than_all_counts_as_all():
    more, all_of = (score_desa(np.array([x, 3.0]), np.array([9.0, 9.0]), np.ones(2), IDL) for x in (15.0, 9.0))
    assert list(more.score) == list(all_of.score)


# -- the command ---------------------------------------------------------------------------------------------------


def run(capsys, tmp_path, text: str, *options: str) -> tuple[int, list[dict[str, str]], str]:
    path = tmp_path / "tabel.csv"
    path.write_text(text, encoding="utf-8")
    given = options or ("--target", "90", "--critical", "45", "--direction", "up", "--m", "12")
    code = main(["score", str(path), *given])
    said = capsys.readouterr()
    return code, list(csv.DictReader(io.StringIO(said.out))), said.err


def test_command_prints_the_golden_table(capsys, tmp_path):
    lines = ["kode,x,n,c"] + [f"D{i},{row[0]},{row[1]},{row[2]:.6f}" for i, row in enumerate(GOLDEN["idl"][1], 1)]
    code, rows, err = run(capsys, tmp_path, "\n".join(lines))
    assert (code, err) == (0, "")
    assert [row["area"] for row in rows] == ["D2", "D4", "D7", "D6", "D1", "D3", "D5"]
    assert list(rows[0]) == ["rank", "area", "score", "depth_points", "burden_points", "reporting_points", "short", "numerator",
                             "denominator", "completeness", "rank_low", "rank_high", "p_top3", "verdict"]  # fmt: skip
    for row in rows:
        golden = GOLDEN["idl"][1][int(row["area"][1]) - 1]
        assert float(row["score"]) == pytest.approx(golden[6], abs=1e-6)
        assert row["verdict"] == golden[7]
        assert float(row["p_top3"]) == pytest.approx(RANKS[False][int(row["area"][1]) - 1][0], abs=0.03)


def test_command_reads_the_golden_files(capsys):
    for name, options in (("idl", ("90", "45", "up", "12")), ("stunting", ("14", "30", "down", "30"))):
        golden = {row["kode"]: row for row in oracle_rows(f"stat/score_golden_{name}.csv")}
        path = oracle_path(f"stat/score_golden_{name}.csv")
        target, critical, direction, m = options
        assert main(["score", path, "--target", target, "--critical", critical, "--direction", direction, "--m", m]) == 0
        for row in csv.DictReader(io.StringIO(capsys.readouterr().out)):
            assert float(row["score"]) == pytest.approx(float(golden[row["area"]]["S"]), abs=1e-6)
            said = row["verdict"].replace("_", " ")
            assert said == golden[row["area"]]["status"].lower().replace(",", "").replace(" target", "")


def oracle_path(name: str) -> str:
    return f"{os.environ['LOKMIN_CORPUS']}/../statistics/oracles/{name}"


def test_command_with_projected_sasaran(capsys, tmp_path):
    lines = ["kode;x;n;c"] + [f"D{i};{row[0]};{row[1]};{row[2]}" for i, row in enumerate(GOLDEN["idl"][1], 1)]
    options = ("--target", "90", "--critical", "45", "--direction", "up", "--m", "12", "--sasaran", "proyeksi")
    code, rows, _ = run(capsys, tmp_path, "\n".join(lines), *options)
    assert code == 0
    for row in rows:
        assert float(row["p_top3"]) == pytest.approx(RANKS[True][int(row["area"][1]) - 1][0], abs=0.03)


def test_command_takes_blanks_as_not_reported(capsys, tmp_path):
    _, rows, _ = run(capsys, tmp_path, "kode,x,n,c\nA,5,10,\nB,,10,\nC,4,,0.5\nD,,,\n")
    by_area = {row["area"]: row for row in rows}
    assert [by_area[name]["completeness"] for name in "ABCD"] == ["1.0", "0.0", "0.5", "0.0"]
    assert [by_area[name]["verdict"] for name in "BCD"] == ["belum_ada_data"] * 3
    assert by_area["B"]["numerator"] == ""


def test_command_does_without_a_column_c(capsys, tmp_path):
    _, rows, _ = run(capsys, tmp_path, "kode,x,n\nA,9,10\n")
    assert (rows[0]["score"], rows[0]["completeness"]) == ("0.0", "1.0")


@pytest.mark.parametrize(
    ("text", "message"),
    [("", "kosong"), ("a,b\n1,2\n", "Kolom kode, x, n tidak ada"), ("kode,x,n,c\n", "tidak berisi satu desa pun"),
     ("kode,x,n,c\nA,lima,10,1\n", "Baris 2: kolom x berisi 'lima', bukan bilangan"), ("kode,x,n,c\nA,-1,10,1\n", "Baris 2: kolom x"),
     ("kode,x,n,c\nA,inf,10,1\n", "Baris 2: kolom x"), ("kode,x,n,c\nA,1,10,7\n", "c harus antara 0 dan 1"),
     ("kode,x,n,c\n,1,10,1\n", "Baris 2: kolom kode kosong"), ("kode,x,n,c\nA,1,2,1\nA,1,2,1\n", "lebih dari sekali")],
)  # fmt: skip
def test_command_refuses_a_bad_table(capsys, tmp_path, text, message):
    code, rows, err = run(capsys, tmp_path, text)
    assert (code, rows) == (2, [])
    assert message in err
    assert "Traceback" not in err


@pytest.mark.parametrize(
    ("options", "message"),
    [(("--target", "90", "--critical", "90", "--direction", "up", "--m", "12"), "tidak boleh sama"),
     (("--target", "190", "--critical", "90", "--direction", "up", "--m", "12"), "--target harus antara"),
     (("--target", "nan", "--critical", "90", "--direction", "up", "--m", "12"), "--target harus antara"),
     (("--target", "90", "--critical", "45", "--direction", "up", "--m", "-1"), "--m harus")],
)  # fmt: skip
def test_command_refuses_words_that_are_off(capsys, tmp_path, options, message):
    code, _, err = run(capsys, tmp_path, "kode,x,n,c\nA,1,2,1\n", *options)
    assert code == 2
    assert message in err


def test_command_names_a_missing_file(capsys, tmp_path):
    options = ["--target", "90", "--critical", "45", "--direction", "up", "--m", "12"]
    assert main(["score", str(tmp_path / "tidak_ada.csv"), *options]) == 2
    assert "tidak ditemukan" in capsys.readouterr().err
    assert main(["score", str(tmp_path), *options]) == 2
    assert "tidak dapat dibaca" in capsys.readouterr().err
    (tmp_path / "gambar.csv").write_bytes(b"\x89PNG\xff\xfe")
    assert main(["score", str(tmp_path / "gambar.csv"), *options]) == 2
    assert "bukan teks CSV" in capsys.readouterr().err
