"""Stores of both engines, and a builder of readings with the expected numbers in sight."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from lokmin_data.store import Store, open_store


@pytest.fixture(params=["sqlite", pytest.param("postgresql", marks=pytest.mark.basisdata)])
def url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """URL of an empty database, on each engine in turn."""
    if request.param == "sqlite":
        return f"sqlite:///{tmp_path}/lokmin.sqlite"
    return request.getfixturevalue("postgres_url")


@pytest.fixture
def store(url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Store]:
    """An open, empty store."""
    monkeypatch.setenv("LOKMIN_DATA_DIR", str(tmp_path / "simpanan"))
    store = open_store(url)
    yield store
    store.close()


@pytest.fixture
def puskesmas(store: Store) -> int:
    """A Puskesmas with three desa."""
    import pandas as pd

    puskesmas_id = store.add_puskesmas("Melati", kecamatan="Sari", kabupaten="Contoh", who="uji")
    store.save_desa(puskesmas_id, pd.DataFrame({"desa": ["Sukamaju", "Karangsari", "Mekarjaya"]}), "uji")
    return puskesmas_id
