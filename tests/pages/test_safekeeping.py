"""The day's backup appears by itself, and a damaged store is offered its newest good backup."""

from __future__ import annotations

import time
from pathlib import Path

import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

from lokmin_data.store import open_store

DASHBOARD = Path(__file__).resolve().parents[2] / "dashboard.py"
PATIENCE_SECONDS = 60


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A data folder with one Puskesmas, of this test alone."""
    monkeypatch.setenv("LOKMIN_DATA_DIR", str(tmp_path))
    monkeypatch.delenv("LOKMIN_DATABASE_URL", raising=False)
    st.cache_resource.clear()
    store = open_store()
    store.add_puskesmas("Melati", kecamatan="Kenanga", who="uji")
    store.close()
    yield tmp_path
    st.cache_resource.clear()


def _backups(folder: Path) -> list[Path]:
    return sorted((folder / "cadangan").glob("*.zip")) if (folder / "cadangan").is_dir() else []


def test_opening_the_app_makes_the_backup_of_the_day(folder: Path) -> None:
    app = AppTest.from_file(str(DASHBOARD), default_timeout=PATIENCE_SECONDS).run()
    end = time.monotonic() + PATIENCE_SECONDS
    while not _backups(folder) and time.monotonic() < end:
        time.sleep(0.05)
    assert not app.exception
    assert len(_backups(folder)) == 1


def test_a_damaged_store_offers_its_backup_and_comes_back(folder: Path) -> None:
    store = open_store()
    store.daily_backup()
    file = store.file
    store.close()
    file.write_bytes(b"bukan basis data" * 4096)
    app = AppTest.from_file(str(DASHBOARD), default_timeout=PATIENCE_SECONDS).run()
    assert app.error and not app.exception
    app.button(key="pulihkan_rusak").click().run()
    assert not app.error and not app.exception
    assert list(open_store().puskesmas()["name"]) == ["Melati"]
    assert len(list(folder.glob("*.rusak-*"))) == 1
