"""A district of thirty Puskesmas with 400 desa on one server: choose, compare, see who reported, go down to desa; officers write only at home."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from playwright.sync_api import Browser, expect

from alat import server_uji as servers
from bench import simulate
from lokmin_data import wording
from lokmin_data.analysis import assess
from lokmin_data.store import Store, load_panel, open_store
from tests.e2e.accessible import violations
from tests.e2e.driver import App

#: Desa of each Puskesmas: 400 in all.
SIZES = simulate.DISTRICT
PUSKESMAS, INDICATORS, MONTHS = len(SIZES), 4, 3
#: The Puskesmas that sent nothing for the last month.
SILENT = 9
PASSWORD = "kata-sandi-uji"
MARCH = "tahun=2026&bulan=Maret"
SEED = 30


def name_of(number: int) -> str:
    return f"Simulasi {number:02d}"


def fill(store: Store) -> None:
    """A quarter of four indicators for every Puskesmas, an officer of the second one and a viewer."""
    dice = np.random.default_rng(SEED)
    for number, desa in enumerate(SIZES, start=1):
        puskesmas_id = store.add_puskesmas(name_of(number), kecamatan=f"Kecamatan {number:02d}", who="simulasi")
        months = np.arange(1, MONTHS + (0 if number == SILENT else 1))
        reading = simulate.year_reading(name_of(number), desa, 2026, dice, months, INDICATORS)
        store.save_report(reading, puskesmas_id, who="simulasi", create_areas=True)
    store.create_account("petugas02", PASSWORD, roles={2: "petugas"}, who="uji")


@pytest.fixture(scope="module")
def district(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The data folder of the district."""
    data = tmp_path_factory.mktemp("kabupaten") / "data"
    data.mkdir()
    store = open_store(f"sqlite:///{data / 'lokmin.sqlite'}")
    fill(store)
    assert [len(store.desa(number + 1)) for number in range(PUSKESMAS)] == list(SIZES) and sum(SIZES) == 400
    store.close()
    return data


@pytest.fixture(scope="module")
def network(tmp_path_factory: pytest.TempPathFactory, district: Path) -> Iterator[servers.Server]:
    """A server that listens on every interface: who writes must sign in."""
    running = servers.start(tmp_path_factory.mktemp("jaringan"), data=district, options=("--server.address=0.0.0.0",))
    yield running
    running.stop()
    assert "Traceback" not in running.log, running.log


@pytest.fixture
def visitor(browser: Browser, network: servers.Server) -> Iterator[App]:
    """A browser without any login."""
    context = browser.new_context(viewport={"width": 1366, "height": 768}, locale="id-ID")
    yield App(context.new_page(), network.url)
    context.close()


def main_part(app: App):  # noqa: ANN201
    """The page without the menu."""
    return app.page.locator("[data-testid=stMain]")


def test_compare_see_who_reported_and_go_down_to_desa(visitor: App, district: Path) -> None:
    visitor.open(f"banding?{MARCH}").page.wait_for_selector(".js-plotly-plot .barlayer path")
    assert visitor.lacks([name_of(number) for number in range(1, PUSKESMAS + 1)]) == []
    assert visitor.english() == [] and not visitor.too_wide() and violations(visitor) == []
    row = main_part(visitor).locator("tr", has=visitor.page.get_by_role("link", name=name_of(13))).first
    store = open_store(f"sqlite:///{district / 'lokmin.sqlite'}")
    said = row.inner_text().replace(" ", "")
    fractions = {}
    for code in store.observations(13)["indicator"].unique():
        found = assess(load_panel(store, 13, 2026, 3, codes=[code]), code, 2026, 3).puskesmas
        fractions[code] = wording.count(found["cumulative"], found["sasaran"]).split(" · ")[0]
    assert any(fraction in said for fraction in fractions.values()), (said, fractions)
    reported = main_part(visitor).locator("tr", has_text=name_of(SILENT)).last
    assert reported.inner_text() != main_part(visitor).locator("tr", has_text=name_of(SILENT + 1)).last.inner_text().replace(
        name_of(SILENT + 1), name_of(SILENT)
    )
    visitor.page.get_by_role("link", name=name_of(13)).first.click()
    visitor.page.wait_for_url("**/ringkasan**")
    expect(main_part(visitor)).to_contain_text(name_of(13))
    main_part(visitor.settled()).get_by_role("link", name="Desa 03").first.click()
    visitor.page.wait_for_url("**/profil**")
    expect(main_part(visitor).locator("h1")).to_contain_text("Desa 03")
    expect(main_part(visitor)).to_contain_text(name_of(13))


def test_an_officer_writes_at_home_only(visitor: App, district: Path) -> None:
    visitor.open(f"sasaran_target?puskesmas=Simulasi+02&{MARCH}")
    expect(visitor.page.get_by_text("Anda sedang melihat saja.", exact=False).first).to_be_visible()
    assert main_part(visitor).get_by_role("button", name=re.compile("^Simpan")).count() == 0
    visitor.open("masuk")
    visitor.page.get_by_label("Nama akun").fill("petugas02")
    visitor.page.get_by_label("Kata sandi", exact=True).fill(PASSWORD)
    main_part(visitor).get_by_role("button", name="Masuk", exact=True).click()
    expect(visitor.page.get_by_text("Anda masuk sebagai petugas02", exact=False).first).to_be_visible()
    visitor.open(f"sasaran_target?puskesmas=Simulasi+02&{MARCH}")
    visitor.press(f"Simpan daftar {SIZES[1]} desa")
    expect(visitor.page.get_by_text(f"Daftar {SIZES[1]} desa disimpan.")).to_be_visible()
    store = open_store(f"sqlite:///{district / 'lokmin.sqlite'}")
    assert store.audit(2)["who"].iloc[0] == "petugas02"
    visitor.open(f"sasaran_target?puskesmas=Simulasi+03&{MARCH}")
    expect(visitor.page.get_by_text("Akun Anda hanya dapat melihat data Puskesmas ini.").first).to_be_visible()
    assert main_part(visitor).get_by_role("button", name=re.compile("^Simpan")).count() == 0
