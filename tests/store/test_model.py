"""Any sequence of saves and undos leaves what a plain dictionary would hold."""

from __future__ import annotations

import shutil
from pathlib import Path

import pandas as pd
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from lokmin_data.store import Store, open_store
from lokmin_data.store.schema import area_sum, current_value, reported
from tests.store.builders import reading, rows

DESA = ("Sukamaju", "Karangsari", "Mekarjaya")
Keys = dict[tuple[str, str, int], float]

numbers = st.dictionaries(
    st.tuples(st.sampled_from(DESA), st.sampled_from(["k1", "k4", "idl"]), st.integers(1, 3)),
    st.integers(0, 50).map(float),
    min_size=1,
    max_size=6,
)
steps = st.lists(
    st.one_of(st.tuples(st.just("save"), numbers), st.tuples(st.just("undo"), st.integers(0, 9))), max_size=10
)


def report(keys: Keys, number: int) -> object:
    """A file that holds these numbers and no other file's name."""
    parts = [rows({desa: (value, 100.0)}, indicator=code, month=month) for (desa, code, month), value in keys.items()]
    return reading(*parts, file_name=f"berkas-{number}.xlsx")


def expected(saved: list[Keys], undone: set[int]) -> Keys:
    """The newest number of every key among the reports that count."""
    result: Keys = {}
    for number, keys in enumerate(saved):
        if number not in undone:
            result |= keys
    return result


def stored(store: Store, puskesmas: int) -> Keys:
    """The current values by key."""
    table = store.observations(puskesmas)
    return {(row.desa, row.indicator, row.month): row.numerator for row in table.itertuples()}


def check_derived(store: Store, puskesmas: int, wanted: Keys) -> None:
    """Sums over the desa and who has reported follow the current values."""
    sums: dict[tuple[str, int], float] = {}
    for (_, code, month), value in wanted.items():
        sums[code, month] = sums.get((code, month), 0.0) + value
    found = store.rows(area_sum.select().where(area_sum.c.puskesmas_id == puskesmas))
    assert {(row[2], row[3]): row[6] for row in found} == sums
    assert sum(row[5] for row in store.rows(reported.select())) == len(wanted)
    assert len(store.rows(current_value.select())) == len(wanted)


@pytest.fixture(scope="module")
def schema(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store with one Puskesmas and its desa, to be copied."""
    path = tmp_path_factory.mktemp("model") / "lokmin.sqlite"
    store = open_store(f"sqlite:///{path}")
    puskesmas = store.add_puskesmas("Melati", who="uji")
    store.save_desa(puskesmas, pd.DataFrame({"desa": DESA}), "uji")
    store.backup(path.with_name("a.zip"))
    store.close()
    return path


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(steps)
def test_saves_and_undos_are_a_dictionary(schema: Path, steps: list[tuple[str, object]]) -> None:
    copy = schema.with_name("salinan.sqlite")
    for ending in ("", "-wal", "-shm"):
        copy.with_name(copy.name + ending).unlink(missing_ok=True)
    shutil.copy(schema, copy)
    store = open_store(f"sqlite:///{copy}")
    saved: list[Keys] = []
    ids: list[int] = []
    undone: set[int] = set()
    for kind, what in steps:
        if kind == "save":
            ids.append(store.save_report(report(what, len(saved)), 1, who="uji").report_id)  # type: ignore[arg-type]
            saved.append(what)  # type: ignore[arg-type]
        elif saved and (number := what % len(saved)) not in undone:  # type: ignore[operator]
            store.undo_report(ids[number], "uji")
            undone.add(number)
    wanted = expected(saved, undone)
    assert stored(store, 1) == wanted
    check_derived(store, 1, wanted)
    store.close()
