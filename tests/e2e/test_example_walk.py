"""The example, opened by its button: every page stands, in Indonesian, without sideways scrolling, on two screens."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import expect

from alat import server_uji as servers
from pages._shared.menu import ENTRIES
from tests.e2e.aids import until
from tests.e2e.driver import App

PROJECTOR, LAPTOP, PHONE = (1920, 1080), (1366, 768), (390, 844)
#: Pages that open only under a condition which the example does not meet.
NOT_HERE = {"banding", "masuk"}
#: A page that is itself an explanation.
WITHOUT_PICTURE = {"metode"}
PAGES = [entry.file for entry in ENTRIES if entry.file not in NOT_HERE and (servers.ROOT / "pages" / f"{entry.file}.py").exists()]


@pytest.fixture(scope="module")
def example_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[servers.Server]:
    """A server whose example store is filled by pressing the button on the first page."""
    running = servers.start(tmp_path_factory.mktemp("contoh"))
    yield running
    running.stop()
    assert "Traceback" not in running.log, running.log


@pytest.fixture
def example_app(page: object, example_server: servers.Server) -> Iterator[App]:
    """A tab on the example."""
    tab = App(page, example_server.url)  # type: ignore[arg-type]
    if not (example_server.data / "contoh.sqlite").exists():
        tab.open().press("Buka data contoh")
        tab.page.wait_for_url("**/ringkasan**", timeout=180_000)
        tab.settled()
    yield tab
    assert tab.outside == [], f"asked for something outside this machine: {tab.outside[:5]}"


def test_example_opens_with_one_button(example_app: App) -> None:
    example_app.open("ringkasan?data=contoh")
    expect(example_app.page.locator("[data-testid=stApp]")).to_contain_text("CONTOH")
    assert "Sukamaju Raya" in example_app.text and "Kampung Baru Padang Rimba Lestari" in example_app.text


@pytest.mark.parametrize("name", PAGES)
def test_page_stands(example_app: App, name: str) -> None:
    example_app.resize(PROJECTOR).open(f"{name}?data=contoh")
    expect(example_app.page.locator("h1").first).to_be_visible()
    assert not example_app.has_exception() and not example_app.too_wide()
    assert example_app.english() == []
    assert "CONTOH" in example_app.text
    assert name in WITHOUT_PICTURE or example_app.page.locator("img.lk-gambar-bantu[alt^='Gambar penjelas']").count()
    example_app.resize(LAPTOP)
    assert not example_app.too_wide()


@pytest.mark.parametrize("name", ["ringkasan", "profil", "rtl"])
def test_page_fits_a_phone(example_app: App, name: str) -> None:
    example_app.resize(PHONE).open(f"{name}?data=contoh")
    assert not example_app.has_exception() and not example_app.too_wide()


def test_tour_is_short_kept_closed_and_words_explain_themselves(example_app: App) -> None:
    page = example_app.open("ringkasan?data=contoh").page
    tour = page.get_by_role("region", name="Perkenalan")
    expect(tour).to_contain_text("1/5")
    page.get_by_role("button", name="Berikutnya").press("Enter")
    expect(tour.locator("li").nth(1)).to_be_visible()
    page.get_by_role("button", name="Berikutnya").press("Escape")
    expect(tour).to_be_hidden()
    page.reload()
    example_app.settled()
    expect(page.locator("h1").first).to_be_visible()
    expect(page.locator(".lk-tur")).to_be_hidden()
    example_app.open("imunisasi?data=contoh")
    word = page.locator("abbr.lk-istilah").first
    meaning = str(word.get_attribute("title"))

    def explained() -> bool:
        word.focus()
        return word.evaluate("e => getComputedStyle(e, '::after').content").strip('"') == meaning

    until(explained)


def test_data_folder_holds_the_example_apart(example_server: servers.Server, example_app: App) -> None:
    example_app.open("ringkasan?data=contoh")
    assert (Path(example_server.data) / "contoh.sqlite").exists()
