"""Data-quality checks: one case that hits and one that does not, for each rule."""

import pytest

from lokmin_data.analysis import assess
from lokmin_data.analysis.quality import CHECKS, check_quality
from tests.analysis.panels import months, panel

STEADY = [4, 5, 3, 4, 6, 4]


def flags(given, month, check=None, year=2026):
    table = check_quality(given, year, month)
    return table if check is None else table[table["check"] == check]


def idl(numbers, sasaran=400, **more):
    return panel(months("idl", {"A": numbers, "B": STEADY[: len(numbers)]}, sasaran, **more))


def test_missing_reports_name_their_months_and_turn_red_below_eighty_percent():
    table = flags(idl([4, None, 3, 5, 4, 4]), 6, "laporan_kosong")
    assert list(table["message"]) == ["Februari belum dilaporkan (Imunisasi dasar / bayi lengkap (IDL))."]
    assert list(table["level"]) == ["kuning"]
    grave = flags(idl([4, None, None, 5, 4, 4]), 6, "laporan_kosong")
    assert (grave["level"].iloc[0], grave["month"].iloc[0]) == ("merah", 3)
    assert grave["message"].iloc[0].startswith("Februari dan Maret belum")


def test_a_month_that_is_not_scheduled_is_not_missing():
    given = panel(months("vit_a_6_11", {"A": [None, 18]}, 20, basis="point"))
    assert flags(given, 7, "laporan_kosong").empty
    assert len(flags(given, 8, "laporan_kosong")) == 1


@pytest.mark.parametrize(("numbers", "hit"), [([9, 8, 9, 10, 9, 0], True), ([1, 2, 1, 1, 2, 0], False), ([9, 8, 9, 10, 9, 8], False)])
def test_suspicious_zero(numbers, hit):
    table = flags(idl(numbers), 6, "nol_mencurigakan")
    assert len(table) == hit
    if hit:
        assert table["message"].iloc[0].endswith("Juni: 0, biasanya sekitar 9.")


def test_suspicious_zero_in_the_first_month_is_judged_by_the_sasaran():
    given = panel(months("idl", {"A": [0], "B": [9], "C": [9]}, 120))
    assert list(flags(given, 1, "nol_mencurigakan")["desa"]) == ["A"]


@pytest.mark.parametrize(("last", "hit"), [(12, True), (8, False), (0, False)])
def test_jump_by_the_poisson_tail(last, hit):
    table = flags(idl([4, 5, 3, 4, 6, last], 2000), 6, "lonjakan")
    assert len(table) == hit
    if hit:
        assert table["message"].iloc[0].endswith("Juni: 12, biasanya 4.")
        assert (table["sheet"].iloc[0], table["cell"].iloc[0]) == ("IDL", "F1")


@pytest.mark.parametrize(
    ("numbers", "words"),
    [([9, 9, 9, 18], "tepat dua kali 9"), ([9, 8, 27], None), ([9, 9, 9, 36], "kumulatif diketik"), ([9, 9, 9, 17], None),
     ([1, 1, 1, 2], None)],
)  # fmt: skip
def test_typed_twice_or_cumulative(numbers, words):
    table = flags(idl(numbers, 4000), len(numbers), "ketik_ganda")
    assert len(table) == (words is not None)
    if words:
        assert words in table["message"].iloc[0]
        assert not len(flags(idl(numbers, 4000), len(numbers), "lonjakan")) or "dua kali" in words


def test_month_equal_to_the_printed_cumulative():
    given = panel(months("idl", {"A": [9, 8, 26]}, 4000), months("idl", {"A": [9, 17, 26]}, 4000, basis="cumulative"))
    assert "kumulatif" in flags(given, 3, "ketik_ganda")["message"].iloc[0]


@pytest.mark.parametrize(("x", "level"), [(10, None), (11, "kuning"), (121, "merah")])
def test_above_hundred(x, level):
    table = flags(panel(months("idl", {"A": [x]}, 120)), 1, "di_atas_100")
    assert list(table["level"]) == ([level] if level else [])


@pytest.mark.parametrize(("last", "level"), [(20, None), (22, "kuning"), (23, "merah")])
def test_negative_drop_out(last, level):
    given = panel(months("dpt1", {"A": [20]}, 600), months("dpt3", {"A": [last]}, 600))
    table = flags(given, 1, "drop_out_negatif")
    assert list(table["level"]) == ([level] if level else [])


def test_one_month_with_a_negative_drop_out_is_normal():
    given = panel(months("dpt1", {"A": [12, 7]}, 600), months("dpt3", {"A": [9, 8]}, 600))
    assert flags(given, 2, "drop_out_negatif").empty


@pytest.mark.parametrize(("k6", "hit"), [(10, False), (12, False), (13, True)])
def test_order_of_visits(k6, hit):
    given = panel(months("k1", {"A": [10]}, 600), months("k6", {"A": [k6]}, 600))
    assert len(flags(given, 1, "urutan_dosis")) == hit


def test_order_is_not_judged_where_one_of_the_two_is_late():
    given = panel(months("k1", {"A": [10, None]}, 600), months("k6", {"A": [9, 9]}, 600))
    assert flags(given, 2, "urutan_dosis").empty


def test_falling_cumulative():
    given = panel(months("idl", {"A": [5, 9, 8, 12]}, 600, basis="cumulative"))
    table = flags(given, 4, "kumulatif_turun")
    assert list(table["month"]) == [3]
    assert "8, lebih kecil dari Februari (9)" in table["message"].iloc[0]


@pytest.mark.parametrize(("x", "hit"), [(30, False), (31, True)])
def test_more_cases_than_measured(x, hit):
    assert len(flags(panel(months("stunting", {"A": [x]}, 30, basis="point")), 1, "bagian_lebih_besar")) == hit


def test_more_measured_than_balita_and_low_attendance():
    given = panel(
        months("stunting", {"A": [3], "B": [3], "C": [3]}, {"A": 60, "B": 40, "C": 45}, basis="point"),
        months("d_s", {"A": [40], "B": [40], "C": [40]}, 50, basis="point"),
    )
    assert list(flags(given, 1, "bagian_lebih_besar")["desa"]) == ["A"]
    assert flags(given, 1, "ds_rendah").empty
    low = panel(
        months("stunting", {"A": [3]}, 39, basis="point"), months("d_s", {"A": [40]}, 50, basis="point")
    )
    assert "39 dari 50 balita diukur" in flags(low, 1, "ds_rendah")["message"].iloc[0]


@pytest.mark.parametrize(("sasaran", "level"), [([100, 100], None), ([100, 105], "info"), ([100, 120], "kuning")])
def test_sasaran_that_changes_in_the_year(sasaran, level):
    table = flags(panel(months("idl", {"A": [4, 4]}, {"A": sasaran})), 2, "sasaran_berubah")
    assert list(table["level"]) == ([level] if level else [])


def test_sasaran_far_from_last_year():
    given = panel(months("idl", {"A": [4]}, 150), months("idl", {"A": [4]}, 100, year=2025))
    assert list(flags(given, 1, "sasaran_berubah")["level"]) == ["merah"]


@pytest.mark.parametrize(("total", "hit"), [(8, False), (9, True)])
def test_total_that_is_not_the_sum(total, hit):
    given = panel(months("idl", {"A": [4], "B": [4]}, 400), months("idl", {"Puskesmas": [total]}, 800))
    table = flags(given, 1, "total_beda")
    assert len(table) == hit
    if hit:
        assert (table["desa_id"].iloc[0], table["message"].iloc[0].split("IDL) ")[1]) == (0, "Januari tertulis 9, jumlah desa 8.")


def test_total_is_not_judged_while_a_desa_is_missing():
    given = panel(months("idl", {"A": [4]}, 400), months("idl", {"Puskesmas": [9]}, 800), desa=["A", "B"])
    assert flags(given, 1, "total_beda").empty


def test_twin_numbers():
    given = panel(months("idl", {"A": [4, 4, 4, 4], "B": [3, 5, 4, 6], "C": [3, 5, 4, 6], "D": [1, 1, 1, 1]}, 900))
    table = flags(given, 4, "angka_kembar")
    assert list(table["desa"]) == ["A", "C"]
    assert table["message"].iloc[1].endswith("angka setiap bulan sama dengan B.")


def test_flags_come_gravest_first_and_every_check_has_a_name():
    given = panel(months("idl", {"A": [4, 4, 4, 4], "B": [9, 9, 9, 0]}, {"A": 8, "B": 600}))
    table = flags(given, 4)
    grave = ["merah", "kuning", "info"]
    assert list(table["level"]) == sorted(table["level"], key=grave.index)
    assert set(table["check"]) <= set(CHECKS)


def test_a_flag_never_changes_the_score():
    given = idl([4, 5, 3, 4, 6, 30])
    before = assess(given, "idl", 2026, 6).desa
    assert not check_quality(given, 2026, 6).empty
    assert assess(given, "idl", 2026, 6).desa.equals(before)


def test_nothing_reported_is_nothing_to_flag():
    assert check_quality(panel(desa="AB"), 2026, 3).empty
    old = panel(months("idl", {"A": [4]}, 100, year=2025))
    assert check_quality(old, 2026, 3).empty
