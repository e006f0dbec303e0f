"""The pages that only look, on PostgreSQL: each says and draws what it does on the embedded store."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import UTC, datetime

import fictional
import pytest
import streamlit as st
from desk_tools import open_page, texts, well

from alat import postgres_uji
from lokmin_data.store import open_store
from pages._shared.menu import ENTRIES

pytestmark = pytest.mark.basisdata
#: Pages that tell of the database itself: its file, the moments of its changes.
OWN_WORDS = ("cadangan", "audit")
#: Parts of a page that read what its first part does not.
PARTS = [("spm_program_lain", {"bagian": part}) for part in ("Penyakit menular", "Sanitasi", "PHBS", "Klaster ILP")] + [
    ("profil", {"desa": "Mekarsari"}), ("ringkasan", {"bulan": "Januari"}), ("imunisasi", {"tahun": "2025", "bulan": "Desember"}),
]  # fmt: skip
#: When everything was stored: pages tell it to the minute.
NOON = datetime(2026, 7, 3, 5, tzinfo=UTC)
SCREENS = [(entry.file, {}) for entry in ENTRIES if entry.file != "masuk"] + PARTS  # test_masuk signs in on both


def fill(url: str) -> None:
    """Two Puskesmas, the same on every engine, with a plan that is late."""
    store = open_store(url, clock=lambda: NOON)
    fictional.fill(store)
    fictional.fill(store, name="Puskesmas Tirta Asih", desa=("Karang", "Sumber"), seed=3)
    plan = {"lokmin": "2026-03", "masalah": "IDL rendah", "kegiatan": "Sweeping", "desa_ids": [1], "selesai": "2026-04-30", "status": "proses"}
    store.save_rtl({**plan, "indicator": "idl", "puskesmas_id": 1, "baseline_x": 30, "baseline_n": 90}, who="uji")
    store.close()


def seen(screen: str, query: dict[str, str]) -> tuple[object, ...]:
    """What a page says, draws and lists."""
    app = well(open_page(screen, puskesmas="Puskesmas Sukamaju", **query))
    drawn = [json.loads(chart.proto.spec) for chart in app.get("plotly_chart")]
    return texts(app), drawn, [frame.value.astype(str).values.tolist() for frame in app.dataframe]


def every_page() -> dict[str, object]:
    """What each page shows, or the error that it ended with; what pages share is computed once."""
    found: dict[str, object] = {}
    for screen, query in SCREENS:
        try:
            found[name_of(screen, query)] = seen(screen, query)
        except AssertionError as error:
            found[name_of(screen, query)] = error
    st.cache_resource.clear()
    st.cache_data.clear()
    return found


def name_of(screen: str, query: dict[str, str]) -> str:
    """ "profil-Mekarsari"."""
    return "-".join([screen, *query.values()])


@pytest.fixture(scope="module")
def pages(postgres_server: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, dict[str, object]]]:
    """Engine -> page -> what it shows; each database is filled once."""
    patch, found = pytest.MonkeyPatch(), {}
    st.cache_resource.clear()
    with postgres_uji.fresh_database(postgres_server) as url, patch.context() as patched:
        for engine, address in (("postgresql", url), ("sqlite", "")):
            folder = tmp_path_factory.mktemp(engine)
            patched.setenv("LOKMIN_DATA_DIR", str(folder))
            patched.setenv("LOKMIN_DATABASE_URL", address)
            fill(address or f"sqlite:///{folder}/lokmin.sqlite")
            found[engine] = every_page()
        yield found


@pytest.mark.parametrize("name", [name_of(*screen) for screen in SCREENS])
def test_a_page_is_the_same_on_both(pages, name: str) -> None:
    there, here = pages["postgresql"][name], pages["sqlite"][name]
    assert isinstance(there, tuple), there
    assert there[0].strip()
    if name not in OWN_WORDS:
        assert there == here
