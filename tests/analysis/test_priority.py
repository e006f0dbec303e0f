"""USG, Hanlon and CARL worksheets against printed ones."""

import pandas as pd
import pytest

from lokmin_data.analysis import assess_all
from lokmin_data.analysis.priority import carl, hanlon, hanlon_size, prefill, sturges_classes, usg
from tests.analysis.oracles import oracle_rows
from tests.analysis.panels import months, panel


def frame(columns: str, rows: list[tuple]) -> pd.DataFrame:
    return pd.DataFrame(rows, columns=["problem", *columns.split()])


# 123dok.com, pdf-usg-imunisasi: six problems of the environment, three of immunisation
ENVIRONMENT = [("PHBS", 5, 5, 5), ("Penyuluhan", 3, 3, 2), ("Kespro", 3, 2, 2), ("Posyandu", 4, 3, 3), ("Penjaringan", 2, 2, 2),
               ("Desa siaga", 5, 4, 4)]  # fmt: skip


def test_usg_is_the_sum_of_three():
    table = usg(frame("U S G", ENVIRONMENT)).set_index("problem")
    assert dict(table["total"]) == {
        "PHBS": 15, "Desa siaga": 13, "Posyandu": 10, "Penyuluhan": 8, "Kespro": 7, "Penjaringan": 6,
    }  # fmt: skip
    assert list(table["rank"]) == [1, 2, 3, 4, 5, 6]
    assert not table["tied"].any()


def test_usg_agrees_with_the_whole_table():
    rows = [row for row in oracle_rows("indonesia/usg_hanlon.csv") if row["method"] == "USG sum"]
    for part in (rows[:6], rows[6:]):
        table = usg(frame("U S G", [(r["problem"], int(r["U"]), int(r["S"]), int(r["G"])) for r in part])).set_index("problem")
        for row in part:
            assert (table.loc[row["problem"], "total"], table.loc[row["problem"], "rank"]) == (
                int(row["total_published"]), int(row["rank_published"]),
            )  # fmt: skip


def test_usg_shows_ties_and_knows_the_product():
    table = usg(frame("U S G", [("a", 5, 3, 1), ("b", 3, 3, 3), ("c", 1, 1, 1)]))
    assert list(table["rank"]) == [1, 1, 3]
    assert list(table["tied"]) == [True, True, False]
    assert list(usg(frame("U S G", [("a", 5, 3, 1), ("b", 3, 3, 3)]), product=True)["problem"]) == ["b", "a"]


# scribd 326951538: printed 106.4, 101.36, 100.02, 100 from rounded B; unrounded ISPA and Hipertensi are equal
HANLON = [("DBD", 6, 10, 8, 4, 8), ("AKB", 6, 8, 6, 6, 8), ("ISPA", 8, 6, 10, 10, 6), ("Hipertensi", 2, 10, 4, 10, 10)]


def test_hanlon_is_computed_unrounded():
    table = hanlon(frame("A U S cost C", HANLON))
    assert list(table["problem"]) == ["DBD", "AKB", "ISPA", "Hipertensi"]
    assert list(table["NPD"]) == pytest.approx([106.666667, 101.333333, 100, 100])
    assert list(table["rank"]) == [1, 2, 3, 3]
    assert list(table["tied"]) == [False, False, True, True]


def test_hanlon_with_pearl_drops_what_cannot_be_done():
    table = hanlon(frame("A B C legality", [("a", 9, 9, 9, 0), ("b", 2, 2, 2, 1)]))
    assert list(table["problem"]) == ["b", "a"]
    assert list(table["NPT"]) == [8, 0]


# scribd 385850895: n = 40, k = 6, interval 15; and scribd 273610243: n = 20, k = 5.29 rounded up
def test_hanlon_classes_by_sturges():
    assert (sturges_classes(20), sturges_classes(40), sturges_classes(40, round_up=False)) == (6, 7, 6)
    sizes = hanlon_size([0, 14.9, 15.1, 90, 75.1, 45], classes=6, to_ten=True)
    assert [round(size, 2) for size in sizes] == [1.67, 1.67, 3.33, 10, 10, 5]


def test_hanlon_classes_of_a_printed_worksheet():
    gaps = {"K4": 6, "neonatal": 16, "DDTK": 72, "SMP": 50, "gigi": 68, "NAPZA": 13, "posyandu": 42, "kader": 11, "pneumonia": 79,
            "suspek TB": 80.4, "BTA": 76.19, "TTU": 80, "rumah sehat": 40, "SPAL": 30.47, "terkecil": 4}  # fmt: skip
    classes = dict(zip(gaps, hanlon_size(list(gaps.values()), classes=6), strict=True))
    assert classes == {"K4": 1, "neonatal": 1, "DDTK": 6, "SMP": 4, "gigi": 6, "NAPZA": 1, "posyandu": 3, "kader": 1, "pneumonia": 6,
                       "suspek TB": 6, "BTA": 6, "TTU": 6, "rumah sehat": 3, "SPAL": 3, "terkecil": 1}  # fmt: skip


def test_hanlon_classes_of_equal_gaps():
    assert hanlon_size([5, 5], classes=6) == [1, 1]


def test_hanlon_scale_agrees_with_the_printed_one():
    rows = {row["quantity"]: row["recomputed_here"] for row in oracle_rows("indonesia/hanlon_scale.csv")}
    scale = hanlon_size([0, 15, 30, 45, 60, 75, 90], classes=6, to_ten=True)[1:]
    assert [round(size, 3) for size in scale] == [float(rows[f"score class {i}"]) for i in range(1, 7)]


# idoc.tips/carl and text-id.123dok.com qvrvwk0y (two of its products are equal)
def test_carl_is_the_product_and_shows_ties():
    first = carl(frame("C A R L", [("mutu", 4, 5, 4, 5), ("PHBS", 3, 3, 3, 3), ("bumil", 4, 4, 3, 3)]))
    assert list(zip(first["problem"], first["total"], strict=True)) == [("mutu", 400), ("bumil", 144), ("PHBS", 81)]
    rows = [(1, 3, 2, 1, 2), (2, 2, 3, 2, 3), (3, 3, 1, 3, 1), (4, 1, 3, 4, 1), (5, 1, 2, 3, 4), (6, 4, 2, 2, 1), (7, 5, 3, 1, 3)]
    table = carl(frame("C A R L", rows)).set_index("problem")
    assert dict(table["total"]) == {1: 12, 2: 36, 3: 9, 4: 12, 5: 24, 6: 16, 7: 45}
    assert dict(table["rank"]) == {7: 1, 2: 2, 5: 3, 6: 4, 1: 5, 4: 5, 3: 7}
    assert list(table.loc[table["tied"]].index) == [1, 4]


def test_worksheet_is_prefilled_from_the_data():
    given = panel(
        months("idl", {"A": [9, 1], "B": [9, 1], "C": [8, 9]}),
        months("stunting", {"A": [30], "B": [4], "C": [5]}, 50, basis="point"), months("mr1", {"A": [12], "B": [12], "C": [12]}),
    )  # fmt: skip
    table = prefill(assess_all(given, 2026, 2)).set_index("indicator")
    assert set(table.index) == {"idl", "stunting"}
    assert table.loc["idl", "G"] == 5
    assert "turun" in table.loc["idl", "basis"]
    assert table[["U", "S", "G"]].isin(range(1, 6)).all().all()
    assert (usg(table.reset_index())["total"] >= 3).all()
    assert (hanlon(table.reset_index().assign(B=5))["NPT"] > 0).all()


def test_nothing_below_target_is_an_empty_worksheet():
    assert prefill(assess_all(panel(months("idl", {"A": [12]})), 2026, 1)).empty
