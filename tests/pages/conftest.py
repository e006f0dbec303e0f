"""The database under the pages: the embedded one, and for what officers write every day PostgreSQL too."""

from __future__ import annotations

import shutil
from collections.abc import Iterator

import pandas as pd
import pytest
import streamlit as st
from desk_tools import DESA
from fictional import fill

from alat import postgres_uji
from lokmin_data.store import open_store

#: The roads that write: they run on both databases, the others on the embedded one alone.
ON_BOTH = {
    "test_unggah": (
        "test_the_first_report_makes_the_puskesmas_with_its_desa", "test_a_new_spelling_is_asked_with_the_likely_answer_and_remembered",
        "test_other_numbers_are_shown_before_they_are_replaced",
        "test_the_history_says_who_and_what_and_an_upload_can_be_taken_back",
    ),
    "test_penyiapan": (
        "test_a_puskesmas_is_set_up_from_a_name_and_a_pasted_list", "test_the_desa_list_is_edited_in_place",
        "test_sasaran_is_typed_and_its_sum_is_checked",
        "test_a_rule_is_changed_and_taken_back",
        "test_a_backup_is_made_and_restored_after_a_question",
    ),
    "test_rapat": (
        "test_attendance_is_kept",
        "test_the_second_of_two_changes_sees_the_first",
    ),
    "test_two_windows": ("test_two_people_changing_the_agenda_are_told",),
    "test_masuk": ("test_an_officer_signs_in_writes_and_signs_out",),
}  # fmt: skip
ENGINES = ["sqlite", pytest.param("postgresql", marks=pytest.mark.basisdata)]
VARIABLE = "LOKMIN_DATABASE_URL"


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Give the chosen tests both databases."""
    if "database" in metafunc.fixturenames:
        both = metafunc.function.__name__ in ON_BOTH.get(metafunc.module.__name__.rpartition(".")[2], ())
        metafunc.parametrize("database", ENGINES if both else ENGINES[:1], indirect=True)


@pytest.fixture(scope="session", autouse=True)
def quick_starts(packages_looked_through_once: None) -> None:
    """Every test here opens pages."""


@pytest.fixture(scope="module")
def template(postgres_server: str) -> Iterator[str]:
    """Name of a PostgreSQL database with the schema and nothing in it."""
    with postgres_uji.fresh_database(postgres_server) as url:
        open_store(url).close()
        yield url.rpartition("/")[2]


@pytest.fixture
def database(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """What the pages find in LOKMIN_DATABASE_URL: '' for the embedded file of LOKMIN_DATA_DIR, else an empty PostgreSQL."""
    monkeypatch.delenv(VARIABLE, raising=False)
    if request.param == "sqlite":
        yield ""
        return
    server, name = request.getfixturevalue("postgres_server"), request.getfixturevalue("template")
    with postgres_uji.fresh_database(server, template=name) as url:
        monkeypatch.setenv(VARIABLE, url)
        yield url
        st.cache_resource.clear()


@pytest.fixture
def store(tmp_path, monkeypatch, database):
    """An empty store that the pages find."""
    monkeypatch.setenv("LOKMIN_DATA_DIR", str(tmp_path))
    st.cache_resource.clear()
    opened = open_store()
    yield opened
    opened.close()
    st.cache_resource.clear()


@pytest.fixture
def mekar(store):
    """A Puskesmas with three desa and their people."""
    puskesmas_id = store.add_puskesmas("Mekar", kecamatan="Sari", who="uji")
    store.save_desa(puskesmas_id, pd.DataFrame({"desa": DESA, "penduduk": [1000.0, 2000.0, 3000.0]}), "uji")
    return puskesmas_id


@pytest.fixture(scope="module")
def meeting_folder(tmp_path_factory):
    """A store with the fictional Puskesmas, made once for all tests of a file."""
    folder = tmp_path_factory.mktemp("rapat")
    opened = open_store(f"sqlite:///{folder / 'lokmin.sqlite'}")
    fill(opened)
    opened.backup(folder / "awal.cadangan")
    opened.close()
    return folder


@pytest.fixture
def meeting_store(meeting_folder, tmp_path, monkeypatch, database):
    """A copy of it that the pages find."""
    monkeypatch.setenv("LOKMIN_DATA_DIR", str(tmp_path))
    if not database:
        shutil.copy(meeting_folder / "lokmin.sqlite", tmp_path)
    opened = open_store()
    if database:
        opened.restore(meeting_folder / "awal.cadangan", "uji")
    st.cache_resource.clear()
    yield opened
    opened.close()
    st.cache_resource.clear()
