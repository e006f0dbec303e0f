"""Many Puskesmas on one database: sums, the district's panel, partitions by year."""

from __future__ import annotations

import pandas as pd
import pytest

from lokmin_data.store import Store, StoreError, district_reported, load_district_panel, load_panel, open_store
from lokmin_data.store.scale import PARTITIONED, partition_by_year
from tests.store.builders import reading, rows, simple
from tests.store.test_reports import values


def add(store: Store, name: str, numbers: dict[str, tuple[float, float]], kabupaten: str = "Contoh") -> int:
    """A Puskesmas with one report of K1."""
    puskesmas = store.add_puskesmas(name, kabupaten=kabupaten, who="d")
    store.save_report(reading(rows(numbers), file_name=f"{name}.xlsx"), puskesmas, who="d", create_areas=True)
    return puskesmas


def test_the_areas_of_a_district_are_its_puskesmas(store: Store) -> None:
    first = add(store, "Melati", {"Sukamaju": (7, 100), "Karangsari": (9, 80)})
    second = add(store, "Dahlia", {"Sidorejo": (5, 50)})
    add(store, "Lain", {"Jauh": (1, 10)}, kabupaten="Seberang")
    ids = store.desa(first)["desa_id"].tolist()
    table = pd.DataFrame({"desa_id": ids, "population": "bumil", "year": 2026, "value": [110.0, 90.0]})
    store.save_sasaran(first, table, "d")
    store.save_sasaran(
        second, pd.DataFrame({"desa_id": [0], "population": "bumil", "year": 2026, "value": [55.0]}), "d"
    )
    panel = load_district_panel(store, 2026, 1, kabupaten="Contoh")
    assert panel.desa.values.tolist() == [[second, "Dahlia"], [first, "Melati"]]
    found = panel.observations.set_index("desa")[["desa_id", "numerator", "denominator"]].to_dict("index")
    assert found == {
        "Melati": {"desa_id": first, "numerator": 16, "denominator": 180},
        "Dahlia": {"desa_id": second, "numerator": 5, "denominator": 50},
    }
    assert dict(zip(panel.sasaran["desa_id"], panel.sasaran["value"], strict=True)) == {first: 200, second: 55}
    assert sorted(district_reported(store, 2026).values.tolist()) == sorted(
        [[first, "gizi_ibu_hamil", 1, 2], [second, "gizi_ibu_hamil", 1, 1], [second + 1, "gizi_ibu_hamil", 1, 1]]
    )


def test_the_panel_of_one_puskesmas_holds_nothing_of_another(store: Store) -> None:
    first = add(store, "Melati", {"Sukamaju": (7, 100)})
    add(store, "Dahlia", {"Sukamaju": (5, 50)})
    store.save_report(simple({"Sukamaju": 3}, "lama.xlsx", year=2025), first, who="d")
    store.save_report(simple({"Sukamaju": 4}, "tua.xlsx", year=2024), first, who="d")
    store.save_report(simple({"Sukamaju": 2}, "idl.xlsx", indicator="idl"), first, who="d")
    panel = load_panel(store, first, 2026, 1, ["k1"])
    assert panel.observations[["desa", "indicator", "year", "numerator"]].values.tolist() == [
        ["Sukamaju", "k1", 2025, 3], ["Sukamaju", "k1", 2026, 7],
    ]  # fmt: skip
    assert panel.puskesmas == "Melati" and panel.settings == store.settings(first) and "k1" in panel.indicators
    assert len(load_panel(store, first, 2026, 1).observations) == 3


def test_an_empty_panel_has_its_columns(store: Store) -> None:
    puskesmas = store.add_puskesmas("Baru", who="d")
    panel = load_panel(store, puskesmas, 2026, 1)
    assert panel.observations.empty and panel.desa.empty and panel.sasaran.empty
    assert list(panel.observations.columns) == [
        "desa_id", "desa", "indicator", "year", "month", "basis", "sex", "numerator", "denominator", "percent", "report_id", "sheet", "cell",
    ]  # fmt: skip


@pytest.mark.basisdata
def test_partitions_by_year_behave_as_plain_tables(filled_postgres_url: str) -> None:
    store = open_store(filled_postgres_url)
    made = partition_by_year(store, 2025, 2026)
    assert len(made) == 3 * len(PARTITIONED)
    puskesmas = add(store, "Melati", {"Sukamaju": (7, 100), "Karangsari": (9, 80)})
    store.save_report(simple({"Sukamaju": 3}, "2025.xlsx", year=2025), puskesmas, who="d")
    wrong = store.save_report(simple({"Sukamaju": 70}, "salah.xlsx"), puskesmas, who="d")
    store.save_report(simple({"Sukamaju": 1}, "2031.xlsx", year=2031), puskesmas, who="d")
    store.undo_report(wrong.report_id, "d")
    assert values(store, puskesmas, years=[2026]) == {"Sukamaju": 7, "Karangsari": 9}
    with store.reading() as connection:
        counts = {
            name: connection.exec_driver_sql(f"SELECT count(*) FROM current_value_{name}").scalar()
            for name in (2025, 2026, "lain")
        }
    assert counts == {2025: 1, 2026: 2, "lain": 1}
    with pytest.raises(StoreError, match="masih kosong"):
        partition_by_year(store, 2025, 2026)
    store.close()


def test_partitions_are_for_postgresql(tmp_path: object) -> None:
    store = open_store(f"sqlite:///{tmp_path}/lokmin.sqlite")
    with pytest.raises(StoreError, match="hanya ada di PostgreSQL"):
        partition_by_year(store, 2025, 2026)
    store.close()
