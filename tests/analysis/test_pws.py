"""PWS statuses and verdicts against printed exercises and a real table."""

import numpy as np
import pytest

from lokmin_data.analysis import assess
from lokmin_data.analysis.pws import against_target, status, trend
from lokmin_data.analysis.verdict import verdicts
from tests.analysis.oracles import oracle_rows
from tests.analysis.panels import months, panel, with_settings


def one(versus: str, direction: str, *, pace: bool = False, **rule) -> str:
    return status(np.array([versus]), np.array([direction]), np.array([pace]), {"pws": rule})[0]


# id.scribd.com/document/505586399, Tugas praktikum PWS-KIA
@pytest.mark.parametrize(
    ("versus", "direction", "expected"),
    [("bawah", "turun", "Jelek"), ("atas", "turun", "Kurang"), ("bawah", "naik", "Cukup"), ("atas", "naik", "Baik"),
     ("atas", "tetap", "Baik"), ("bawah", "tetap", "Jelek"), ("", "naik", ""), ("atas", "", "")],
)  # fmt: skip
def test_the_four_statuses(versus, direction, expected):
    assert one(versus, direction) == expected


@pytest.mark.parametrize(
    ("rule", "pace", "expected"),
    [("jelek", True, "Jelek"), ("cukup", False, "Cukup"), ("laju", True, "Cukup"), ("laju", False, "Jelek")],
)
def test_equal_below_the_target_is_a_setting(rule, pace, expected):
    assert one("bawah", "tetap", pace=pace, tetap_di_bawah=rule) == expected


# id.scribd.com/document/345360180: PWS campak, June; annual 90, monthly 7.5; ties D and E follow the monthly pace
@pytest.mark.parametrize(
    ("total", "now", "before", "expected"),
    [(60, 20, 10, "Baik"), (50, 10, 7.5, "Baik"), (58, 10, 6, "Baik"), (40, 8, 8, "Cukup"), (30, 5, 5, "Jelek"),
     (50, 5, 8, "Kurang"), (40, 9, 8, "Cukup"), (40, 6, 8, "Jelek"), (45, 8, 8, "Baik"), (44.9, 7.4, 7.4, "Jelek")],
)  # fmt: skip
def test_printed_exercise_with_the_pace_rule(total, now, before, expected):
    start = (total - now - before) / 4
    given = with_settings(panel(months("idl", {"A": [start] * 4 + [before, now]}, 100)), "pws", tetap_di_bawah="laju")
    assert assess(given, "idl", 2026, 6, annual_target=90).desa["pws_status"].iloc[0] == expected


@pytest.mark.parametrize(
    ("x", "sasaran", "target", "month", "expected"),
    [(33, 99, 100, 4, "atas"), (1, 12, 100, 1, "atas"), (25, 300, 100, 1, "atas"), (10, 60, 100, 2, "atas"),
     (9, 60, 100, 2, "bawah"), (12, 20, 80, 9, "atas"), (11.999, 20, 80, 9, "bawah"), (59.4, 99, 80, 9, "atas")],
)  # fmt: skip
def test_running_target_is_compared_without_rounding(x, sasaran, target, month, expected):
    n = np.array([sasaran * month / 12])
    assert against_target(np.array([x]), n, target, 1)[0] == expected


# 80 % a year: 6.67 a month (a textbook prints 6.6 and 59.4 for September); Kemenkes: 33.3 in April, 50 in June
@pytest.mark.parametrize(("target", "month", "running"), [(80, 1, 6.6667), (80, 9, 60), (100, 4, 33.3333), (100, 6, 50)])
def test_running_target(target, month, running):
    given = panel(months("idl", {"A": [1] * month}))
    found = assess(given, "idl", 2026, month, annual_target=target)
    assert found.running_target == pytest.approx(running, abs=1e-4)
    assert found.desa["target"].iloc[0] == pytest.approx(running, abs=1e-4)


@pytest.mark.parametrize(("now", "before", "word"), [(3, 2, "naik"), (2, 3, "turun"), (2, 2, "tetap"), (np.nan, 2, "")])
def test_trend(now, before, word):
    assert trend(np.array([now]), np.array([before]))[0] == word


def test_january_is_open_or_compared_with_december():
    given = panel(months("idl", {"A": [9]}), months("idl", {"A": [4] * 12}, year=2025))
    assert assess(given, "idl", 2026, 1).desa["pws_status"].iloc[0] == ""
    told = with_settings(given, "pws", januari="desember")
    assert assess(told, "idl", 2026, 1).desa["pws_status"].iloc[0] == "Baik"


def test_a_month_not_reported_has_no_status():
    row = assess(panel(months("idl", {"A": [9, 9, None]})), "idl", 2026, 3).desa.iloc[0]
    assert (row["pws_status"], row["trend"], row["versus_target"]) == ("", "", "atas")


def test_missing_months_are_no_misses():
    row = assess(panel(months("idl", {"A": [9, None, 9]})), "idl", 2026, 3).desa.iloc[0]
    assert (row["percent"], row["versus_target"], row["trend"]) == (15, "atas", "")
    assert row["target"] == pytest.approx(80 * 2 / 12)


def _real_table() -> dict[str, list[int]]:
    rows = [row for row in oracle_rows("indonesia/pws_kia_pecangaan_jan_apr_2026.csv") if row["desa"] != "JUMLAH"]
    desa = list(dict.fromkeys(row["desa"] for row in rows))
    observations = []
    for row in rows:
        made = months(row["indikator"].lower(), {row["desa"]: [float(row["bln_ini"])]}, float(row["sasaran_setahun"]))[0]
        more = {"month": int(row["bulan"]), "desa_id": desa.index(row["desa"]) + 1}
        observations.append(made | more)
        observations.append(made | more | {"basis": "cumulative", "numerator": float(row["kum_abs"])})
    return panel(observations, desa=desa)


def test_statuses_of_a_real_workbook():
    given = _real_table()
    found = {month: assess(given, "k1", 2026, month, annual_target=100).desa.set_index("desa") for month in (1, 2, 3, 4)}
    expected = oracle_rows("indonesia/pws_status_pecangaan_derived.csv")
    for row in expected:
        if row["desa"] in found[1].index:
            said = found[int(row["bulan"])].loc[row["desa"]]
            assert [said["versus_target"], said["trend"], said["pws_status"]] == [
                row["thd_target"], row["tren_benar"], row["status_benar"]
            ]  # fmt: skip
            assert said["percent"] == pytest.approx(float(row["kum_pct"]), abs=1e-4)
    assert assess(given, "k1", 2026, 1).puskesmas["percent"] == pytest.approx(100 * 101 / 1067)


# numbers of a real workbook (12 desa, K1, April, 100 %), the desa renamed: sasaran and January-April
REAL = {
    "A": (101.2, [7, 8, 7, 8], "Cukup"), "B": (111.1, [23, 6, 6, 19], "Baik"), "C": (205.7, [18, 17, 17, 26], "Baik"),
    "D": (95.7, [7, 4, 10, 9], "Jelek"), "E": (85.8, [9, 11, 5, 8], "Baik"), "F": (82.5, [5, 4, 5, 4], "Jelek"),
    "G": (93.5, [7, 8, 7, 9], "Cukup"),
}  # fmt: skip


def test_april_statuses_of_renamed_desa():
    given = panel(months("k1", {name: row[1] for name, row in REAL.items()}, {name: row[0] for name, row in REAL.items()}))
    table = assess(given, "k1", 2026, 4, annual_target=100).desa
    assert list(table["pws_status"]) == [row[2] for row in REAL.values()]


@pytest.mark.parametrize(
    ("x", "n", "target", "sign", "expected"),
    [(58, 90, 90, 1, "jelas_di_bawah"), (7, 9, 90, 1, "di_bawah_belum_pasti"), (44, 45, 90, 1, "tercapai_belum_pasti"),
     (198, 200, 90, 1, "jelas_tercapai"), (0, 0, 90, 1, "belum_ada_data"), (5, 0, 90, 1, "belum_ada_data"),
     (np.nan, 9, 90, 1, "belum_ada_data"), (30, 25, 90, 1, "tercapai_belum_pasti"), (47, 45, 90, 1, "jelas_tercapai"),
     (88, 352, 14, -1, "jelas_di_bawah"), (6, 31, 14, -1, "di_bawah_belum_pasti"), (9, 92, 14, -1, "tercapai_belum_pasti"),
     (9, 192, 14, -1, "jelas_tercapai"), (9, 10, 90, 1, "tercapai_belum_pasti"), (0, 20, 90, 1, "jelas_di_bawah"),
     (20, 20, 100, 1, "tercapai_belum_pasti"), (7, 9, np.nan, 1, "")],
)  # fmt: skip
def test_verdict(x, n, target, sign, expected):
    assert verdicts(np.array([float(x)]), np.array([float(n)]), target, sign)[0] == expected


def test_the_pace_rule_never_excuses_an_attendance_below_its_flat_target():
    given = with_settings(panel(months("d_s", {"A": [80, 80]}, 100, basis="point")), "pws", tetap_di_bawah="laju")
    assert assess(given, "d_s", 2026, 2).desa["pws_status"].iloc[0] == "Jelek"
