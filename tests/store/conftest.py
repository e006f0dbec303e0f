"""Stores of both engines; the schema is made once a run and copied for each test."""

from __future__ import annotations

import shutil
import uuid
from collections.abc import Iterator
from pathlib import Path

import pandas as pd
import pytest

from lokmin_data.store import Store, accounts, open_store


@pytest.fixture(scope="session")
def empty_sqlite(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An embedded store with the schema and nothing in it."""
    path = tmp_path_factory.mktemp("kosong") / "lokmin.sqlite"
    store = open_store(f"sqlite:///{path}")
    with store.engine.connect() as connection:
        connection.exec_driver_sql("COMMIT")
        connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)")
    store.close()
    return path


@pytest.fixture(scope="session")
def empty_postgres(postgres_server: str) -> str:
    """Name of a PostgreSQL database with the schema and nothing in it."""
    import psycopg

    name = f"kosong_{uuid.uuid4().hex}"
    with psycopg.connect(_admin(postgres_server), autocommit=True) as connection:
        connection.execute(f'CREATE DATABASE "{name}"')
    open_store(f"{postgres_server}/{name}").close()
    return name


@pytest.fixture
def filled_postgres_url(postgres_server: str, empty_postgres: str) -> Iterator[str]:
    """URL of a copy of the empty PostgreSQL store, of this test alone."""
    import psycopg

    name = f"uji_{uuid.uuid4().hex}"
    with psycopg.connect(_admin(postgres_server), autocommit=True) as connection:
        connection.execute(f'CREATE DATABASE "{name}" TEMPLATE "{empty_postgres}"')
    yield f"{postgres_server}/{name}"
    with psycopg.connect(_admin(postgres_server), autocommit=True) as connection:
        connection.execute(f'DROP DATABASE IF EXISTS "{name}" WITH (FORCE)')


@pytest.fixture(params=["sqlite", pytest.param("postgresql", marks=pytest.mark.basisdata)])
def url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """URL of an empty store, on each engine in turn."""
    if request.param == "sqlite":
        path = tmp_path / "lokmin.sqlite"
        shutil.copy(request.getfixturevalue("empty_sqlite"), path)
        return f"sqlite:///{path}"
    return request.getfixturevalue("filled_postgres_url")


@pytest.fixture
def store(url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Store]:
    """An open, empty store."""
    monkeypatch.setenv("LOKMIN_DATA_DIR", str(tmp_path / "simpanan"))
    monkeypatch.setattr(accounts, "REFUSAL_STEP", 0)  # a test that is about it sets its own
    store = open_store(url)
    yield store
    store.close()


@pytest.fixture
def puskesmas(store: Store) -> int:
    """A Puskesmas with three desa."""
    puskesmas_id = store.add_puskesmas("Melati", kecamatan="Sari", kabupaten="Contoh", who="uji")
    store.save_desa(puskesmas_id, pd.DataFrame({"desa": ["Sukamaju", "Karangsari", "Mekarjaya"]}), "uji")
    return puskesmas_id


def _admin(server: str) -> str:
    return server.replace("postgresql+psycopg", "postgresql") + "/postgres"
