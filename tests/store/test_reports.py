"""Storing, correcting and taking back reports."""

from __future__ import annotations

import pandas as pd
import pytest

from lokmin_data.store import ReplacementNeeded, Store, StoreError
from tests.store.builders import reading, rows, simple


def values(store: Store, puskesmas: int, **keys: object) -> dict[str, float]:
    """Desa -> numerator of the current values."""
    table = store.observations(puskesmas, **keys)
    return dict(zip(table["desa"], table["numerator"], strict=True))


def test_a_report_is_stored_with_its_cells(store: Store, puskesmas: int) -> None:
    result = store.save_report(simple({"Sukamaju": (7, 101.2), "Karangsari": (9, 80)}), puskesmas, who="dewi")
    table = store.observations(puskesmas)
    assert (result.stored, result.replaced, result.unchanged, result.skipped) == (2, 0, 0, 0)
    assert table[["desa", "indicator", "year", "month", "basis", "sex"]].values.tolist() == [
        ["Sukamaju", "k1", 2026, 1, "month", "T"],
        ["Karangsari", "k1", 2026, 1, "month", "T"],
    ]
    assert table[["numerator", "denominator", "sheet", "cell"]].values.tolist() == [
        [7, 101.2, "PWS", "C5"],
        [9, 80, "PWS", "C6"],
    ]
    assert table["percent"].isna().all() and (table["report_id"] == result.report_id).all()


def test_the_same_file_twice_changes_nothing(store: Store, puskesmas: int) -> None:
    first = store.save_report(simple({"Sukamaju": 7}), puskesmas, who="dewi")
    version = store.data_version(puskesmas)
    again = store.save_report(simple({"Sukamaju": 7}), puskesmas, who="budi")
    assert again.known and again.report_id == first.report_id and (again.stored, again.replaced) == (0, 0)
    assert store.data_version(puskesmas) == version and len(store.reports(puskesmas)) == 1


def test_the_same_file_after_undo_is_stored_again(store: Store, puskesmas: int) -> None:
    first = store.save_report(simple({"Sukamaju": 7}), puskesmas, who="dewi")
    store.undo_report(first.report_id, "dewi")
    assert values(store, puskesmas) == {}
    again = store.save_report(simple({"Sukamaju": 7}), puskesmas, who="dewi")
    assert not again.known and values(store, puskesmas) == {"Sukamaju": 7}


def test_a_correction_replaces_only_what_it_covers(store: Store, puskesmas: int) -> None:
    store.save_report(simple({"Sukamaju": 7, "Karangsari": 9, "Mekarjaya": 3}), puskesmas, who="dewi")
    store.save_report(simple({"Sukamaju": 1}, month=2), puskesmas, who="dewi")
    result = store.save_report(simple({"Sukamaju": 8, "Karangsari": 9}, "kia_revisi.xlsx"), puskesmas, who="budi")
    assert (result.stored, result.replaced, result.unchanged, result.missing) == (0, 1, 1, 1)
    assert values(store, puskesmas, months=[1]) == {"Sukamaju": 8, "Karangsari": 9, "Mekarjaya": 3}
    assert values(store, puskesmas, months=[2]) == {"Sukamaju": 1}


def test_compare_tells_before_and_writes_nothing(store: Store, puskesmas: int) -> None:
    store.save_report(simple({"Sukamaju": 7, "Karangsari": 9, "Mekarjaya": 3}), puskesmas, who="dewi")
    version = store.data_version(puskesmas)
    changed = reading(
        rows({"Sukamaju": 8, "Karangsari": 9}, first_row=20), rows({"Sukamaju": 5}, indicator="k4"), rows({"Entah": 1})
    )
    found = store.compare(changed, puskesmas)
    assert found.changed[["desa", "numerator", "cell", "numerator_old", "cell_old"]].values.tolist() == [
        ["Sukamaju", 8, "C20", 7, "C5"]
    ]
    assert found.same["desa"].tolist() == ["Karangsari"]
    assert found.new[["desa", "indicator"]].values.tolist() == [["Sukamaju", "k4"]]
    assert found.missing[["desa", "numerator_old"]].values.tolist() == [["Mekarjaya", 3]]
    assert found.unknown_areas == ("Entah",)
    assert store.data_version(puskesmas) == version and len(store.reports(puskesmas)) == 1


def test_undo_makes_the_earlier_report_count_again(store: Store, puskesmas: int) -> None:
    store.save_report(simple({"Sukamaju": 7, "Karangsari": 9}), puskesmas, who="dewi")
    wrong = store.save_report(simple({"Sukamaju": 70, "Mekarjaya": 30}, "salah.xlsx"), puskesmas, who="budi")
    store.undo_report(wrong.report_id, "kepala")
    assert values(store, puskesmas) == {"Sukamaju": 7, "Karangsari": 9}
    assert store.reports(puskesmas)["status"].tolist() == ["dibatalkan", "diterima"]
    with pytest.raises(StoreError, match="sudah dibatalkan"):
        store.undo_report(wrong.report_id, "kepala")


def test_undo_of_an_older_report_leaves_the_newer_values(store: Store, puskesmas: int) -> None:
    old = store.save_report(simple({"Sukamaju": 7, "Karangsari": 9}), puskesmas, who="dewi")
    store.save_report(simple({"Sukamaju": 8}, "baru.xlsx"), puskesmas, who="dewi")
    store.undo_report(old.report_id, "dewi")
    assert values(store, puskesmas) == {"Sukamaju": 8}


def test_history_of_one_number(store: Store, puskesmas: int) -> None:
    store.save_report(simple({"Sukamaju": 7}), puskesmas, who="dewi")
    store.save_report(simple({"Sukamaju": 8}, "revisi.xlsx", first_row=9), puskesmas, who="budi")
    desa_id = store.desa(puskesmas).loc[0, "desa_id"]
    history = store.history(puskesmas, desa_id, "k1", 2026, 1)
    assert history[["file_name", "stored_by", "status", "numerator", "cell", "current"]].values.tolist() == [
        ["revisi.xlsx", "budi", "diterima", 8, "C9", True],
        ["kia.xlsx", "dewi", "diterima", 7, "C5", False],
    ]


def test_an_unknown_area_is_named_and_the_rest_stored(store: Store, puskesmas: int) -> None:
    result = store.save_report(simple({"Sukamaju": 7, "Antah Berantah": 4}), puskesmas, who="dewi")
    assert (result.stored, result.skipped) == (1, 1)
    assert [problem.message for problem in result.problems] == [
        "Wilayah 'Antah Berantah' tidak ada di daftar desa; 1 angkanya tidak disimpan. Pilih desa yang dimaksud pada halaman "
        "Unggah laporan, atau tambahkan ke daftar desa di Sasaran & target."
    ]


def test_a_confirmed_name_is_used_and_remembered(store: Store, puskesmas: int) -> None:
    desa_id = int(store.desa(puskesmas).loc[2, "desa_id"])
    store.save_report(simple({"Mkr. Jaya": 4}), puskesmas, who="dewi", names={"Mkr. Jaya": desa_id})
    store.save_report(simple({"MKR JAYA": 5}, month=2), puskesmas, who="dewi")
    assert values(store, puskesmas, months=[2]) == {"Mekarjaya": 5}
    assert store.aliases(puskesmas).values.tolist() == [["Mkr. Jaya", desa_id]]


def test_an_area_that_is_left_out_on_purpose_is_no_problem(store: Store, puskesmas: int) -> None:
    result = store.save_report(
        simple({"Sukamaju": 7, "Luar Wilayah": 2}), puskesmas, who="dewi", names={"Luar Wilayah": None}
    )
    assert (result.stored, result.skipped, result.problems) == (1, 1, ())


@pytest.mark.parametrize("printed", ["DESA SUKAMAJU", "Desa  Suka Maju", "sukamaju ", "Ds. Suka-Maju"])
def test_spelling_that_does_not_matter(store: Store, puskesmas: int, printed: str) -> None:
    store.save_report(simple({printed: 7}), puskesmas, who="dewi")
    assert values(store, puskesmas) == {"Sukamaju": 7}


def test_nothing_to_store_is_refused_and_leaves_nothing(store: Store, puskesmas: int) -> None:
    with pytest.raises(StoreError, match="wilayahnya \\(Entah\\) tidak ada di daftar desa"):
        store.save_report(simple({"Entah": 7}), puskesmas, who="dewi")
    assert len(store.reports(puskesmas)) == 0


def test_replacement_needs_consent_where_asked(store: Store, puskesmas: int) -> None:
    store.save_report(simple({"Sukamaju": 7}), puskesmas, who="dewi")
    with pytest.raises(ReplacementNeeded, match="1 angka di berkas revisi.xlsx berbeda") as caught:
        store.save_report(simple({"Sukamaju": 8}, "revisi.xlsx"), puskesmas, who="dewi", accept_replacement=False)
    assert len(caught.value.difference.changed) == 1 and values(store, puskesmas) == {"Sukamaju": 7}


def test_the_first_report_may_make_the_desa_list(store: Store) -> None:
    puskesmas = store.add_puskesmas("Baru", who="dewi")
    store.save_report(simple({"Kali Biru": 1, "Kali Merah": 2}), puskesmas, who="dewi", create_areas=True)
    assert store.desa(puskesmas)["desa"].tolist() == ["Kali Biru", "Kali Merah"]
    store.save_report(simple({"Kali Biru": 3, "Kali Hitam": 2}, month=2), puskesmas, who="dewi", create_areas=True)
    assert store.desa(puskesmas)["desa"].tolist() == ["Kali Biru", "Kali Merah"]


def test_posyandu_are_summed_to_their_desa_and_give_way_to_it(store: Store, puskesmas: int) -> None:
    ids = dict(zip(store.desa(puskesmas)["desa"], store.desa(puskesmas)["desa_id"], strict=True))
    names = {"Mawar": ids["Sukamaju"], "Anggrek": ids["Sukamaju"], "Dahlia": ids["Karangsari"]}
    posyandu = rows({"Mawar": (3, 10), "Anggrek": (4, 12), "Dahlia": (1, 5)}, level="posyandu")
    store.save_report(reading(posyandu, rows({"Karangsari": (2, 6)})), puskesmas, who="dewi", names=names)
    table = store.observations(puskesmas).set_index("desa")
    assert table[["numerator", "denominator", "cell"]].to_dict("index") == {
        "Sukamaju": {"numerator": 7, "denominator": 22, "cell": "C5+C6"},
        "Karangsari": {"numerator": 2, "denominator": 6, "cell": "C5"},
    }


def test_a_posyandu_sum_never_replaces_the_desa_row_of_another_report(store: Store, puskesmas: int) -> None:
    desa_id = int(store.desa(puskesmas).loc[0, "desa_id"])
    own = store.save_report(simple({"Sukamaju": 9}), puskesmas, who="dewi")
    store.save_report(
        simple({"Mawar": 3}, "posyandu.xlsx", level="posyandu"), puskesmas, who="dewi", names={"Mawar": desa_id}
    )
    assert values(store, puskesmas) == {"Sukamaju": 9}
    store.undo_report(own.report_id, "dewi")
    assert values(store, puskesmas) == {"Sukamaju": 3}


def test_the_same_desa_twice_with_other_numbers_is_told(store: Store, puskesmas: int) -> None:
    twice = reading(rows({"Sukamaju": 7}), rows({"DESA SUKAMAJU": 8}, first_row=9))
    result = store.save_report(twice, puskesmas, who="dewi")
    assert values(store, puskesmas) == {"Sukamaju": 7}
    assert [(problem.code, problem.cell, problem.found, problem.expected) for problem in result.problems] == [
        ("desa-tertulis-dua-kali", "C9", "8", "7")
    ]


def test_rows_without_a_period_are_told(store: Store, puskesmas: int) -> None:
    some = reading(rows({"Sukamaju": 7}), rows({"Karangsari": 7}, month=None))  # type: ignore[arg-type]
    result = store.save_report(some, puskesmas, who="dewi")
    assert (result.stored, result.skipped, result.problems[0].code) == (1, 1, "periode-tidak-disimpan")


def test_a_whole_year_stands_at_december(store: Store, puskesmas: int) -> None:
    store.save_report(simple({"Sukamaju": 7}, month=None, basis="year"), puskesmas, who="dewi")
    assert store.observations(puskesmas)[["month", "basis"]].values.tolist() == [[12, "year"]]


def test_the_row_of_the_puskesmas_itself(store: Store, puskesmas: int) -> None:
    both = reading(rows({"Sukamaju": 7}), rows({"PUSKESMAS MELATI": 70, "Puskesmas Lain": 5}, level="puskesmas"))
    result = store.save_report(both, puskesmas, who="dewi")
    assert dict(store.observations(puskesmas)[["desa_id", "numerator"]].values.tolist())[0] == 70
    assert [problem.name for problem in result.problems] == ["Puskesmas Lain"]


def test_sasaran_of_a_report_follow_the_report(store: Store, puskesmas: int) -> None:
    def printed(value: float) -> pd.DataFrame:
        return pd.DataFrame(
            [("Sukamaju", "bumil", "T", value, "S", "B4")],
            columns=["area", "population", "sex", "value", "sheet", "cell"],
        )

    store.save_report(reading(rows({"Sukamaju": 7}), sasaran=printed(101.2)), puskesmas, who="dewi")
    newer = store.save_report(reading(rows({"Sukamaju": 8}), sasaran=printed(99)), puskesmas, who="dewi")
    assert store.sasaran(puskesmas, 2026)[["value", "kind", "source"]].values.tolist() == [
        [99, "laporan", "kia.xlsx S!B4"]
    ]
    store.undo_report(newer.report_id, "dewi")
    assert store.sasaran(puskesmas, 2026)["value"].tolist() == [101.2]


def test_who_has_reported(store: Store, puskesmas: int) -> None:
    first = store.save_report(
        reading(rows({"Sukamaju": 7, "Karangsari": 1}), rows({"Sukamaju": 3}, indicator="idl")), puskesmas, who="d"
    )
    found = store.report_months(puskesmas, 2026)
    assert sorted(map(tuple, found[["programme", "month", "rows"]].values.tolist())) == [
        ("gizi_ibu_hamil", 1, 1), ("gizi_ibu_hamil", 1, 1), ("imunisasi", 1, 1),
    ]  # fmt: skip
    store.undo_report(first.report_id, "d")
    assert len(store.report_months(puskesmas, 2026)) == 0 and store.last_month(puskesmas) is None


def test_sums_over_the_desa_follow_saves_and_undo(store: Store, puskesmas: int) -> None:
    store.save_report(simple({"Sukamaju": (7, 100), "Karangsari": (9, 80), "Mekarjaya": 3}), puskesmas, who="dewi")
    fix = store.save_report(simple({"Sukamaju": (17, 100)}, "revisi.xlsx"), puskesmas, who="dewi")
    columns = ["numerator", "denominator", "measured", "areas"]
    assert store.puskesmas_sums("k1", 2026, 1)[columns].values.tolist() == [[26, 180, 29, 3]]
    store.undo_report(fix.report_id, "dewi")
    assert store.kabupaten_sums("k1", 2026, 1)[["kabupaten", *columns]].values.tolist() == [["Contoh", 16, 180, 19, 3]]


def test_problems_of_a_report_are_kept(store: Store, puskesmas: int) -> None:
    result = store.save_report(simple({"Sukamaju": 7, "Entah": 1}), puskesmas, who="dewi")
    assert [problem["code"] for problem in store.problems(result.report_id)] == ["wilayah-tidak-disimpan"]


def test_reports_of_two_puskesmas_do_not_touch(store: Store, puskesmas: int) -> None:
    other = store.add_puskesmas("Lain", who="dewi")
    store.save_desa(other, pd.DataFrame({"desa": ["Sukamaju"]}), "dewi")
    store.save_report(simple({"Sukamaju": 7}), puskesmas, who="dewi")
    theirs = store.save_report(simple({"Sukamaju": 7}), other, who="budi")
    assert not theirs.known and values(store, other) == {"Sukamaju": 7}
    version = store.data_version(puskesmas)
    store.undo_report(theirs.report_id, "budi")
    assert values(store, puskesmas) == {"Sukamaju": 7} and store.data_version(puskesmas) == version
