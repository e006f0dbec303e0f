"""New desa that come with a report are stored with it, or not at all."""

import pandas as pd
import pytest

from lokmin_data.model import OBSERVATION_COLUMNS, Reading
from lokmin_data.store import StoreError, open_store


def reading(areas):
    rows = [
        {
            "area": area,
            "level": "desa",
            "indicator": "k1",
            "year": 2026,
            "month": 1,
            "basis": "month",
            "sex": "T",
            "numerator": 3.0,
            "sheet": "S",
            "cell": "B2",
        }
        for area in areas
    ]
    return Reading("a.xlsx", "".join(areas), pd.DataFrame(rows, columns=list(OBSERVATION_COLUMNS)))


@pytest.fixture
def store(tmp_path):
    opened = open_store(f"sqlite:///{tmp_path / 'lokmin.sqlite'}")
    yield opened
    opened.close()


def test_new_desa_are_added_after_the_known_ones(store):
    puskesmas_id = store.add_puskesmas("Mekar", who="ani")
    store.save_desa(puskesmas_id, pd.DataFrame({"desa": ["Sukamaju"], "penduduk": [1200.0], "active": [True]}), "ani")
    result = store.save_report(reading(["Sukamaju", "Karangsari"]), puskesmas_id, who="ani", new_areas=["Karangsari"])
    table = store.desa(puskesmas_id)
    assert table["desa"].tolist() == ["Sukamaju", "Karangsari"]
    assert table["active"].tolist() == [True, True]
    assert table["penduduk"].iloc[0] == 1200.0
    assert result.stored == 2


def test_a_report_that_is_refused_adds_no_desa(store):
    puskesmas_id = store.add_puskesmas("Mekar", who="ani")
    empty = Reading("a.xlsx", "x", pd.DataFrame(columns=list(OBSERVATION_COLUMNS)))
    with pytest.raises(StoreError):
        store.save_report(empty, puskesmas_id, who="ani", new_areas=["Karangsari"])
    assert store.desa(puskesmas_id).empty
