"""The example, opened by its button: every page stands, in Indonesian, without sideways scrolling, on two screens and a phone, for the
keyboard and for a screen reader."""

from __future__ import annotations

import os
import re
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, expect

from alat import server_uji as servers
from pages._shared.menu import ENTRIES
from tests.e2e.accessible import silent, violations
from tests.e2e.aids import until
from tests.e2e.driver import App

PROJECTOR, LAPTOP, PHONE = (1920, 1080), (1366, 768), (390, 844)
#: Pages that open only under a condition which the example does not meet.
NOT_HERE = {"banding", "masuk"}
#: Pages whose parts are chosen on the page itself.
PARTED = ["rtl", "agenda", "sasaran_target", "pengaturan"]
LONG = os.environ.get("LOKMIN_UJI_PANJANG") == "1"
#: What a kepala desa looks at under way; LOKMIN_UJI_PANJANG=1 looks at every page on a phone.
ON_A_PHONE = {"mulai", "ringkasan", "imunisasi", "peringkat", "profil", "agenda", "rtl", "presentasi"}
#: Presses of Tab that lead through the menu into the page.
TABS = 30
#: What has to be framed while it has the focus: links of the menu and of the page, buttons (fields show it by Streamlit's own border).
SHOWS_FOCUS = {"stSidebarNavLink", "ke", "BUTTON"}
FOCUSED = """() => {
  const at = document.activeElement, look = getComputedStyle(at)
  return [(at.getAttribute("aria-label") || at.innerText || "").trim(), at.dataset.testid || at.className || at.tagName,
          look.outlineStyle !== "none" && parseFloat(look.outlineWidth) >= 2]
}"""
#: A page that is itself an explanation.
WITHOUT_PICTURE = {"metode"}
TITLES = {entry.file: entry.title for entry in ENTRIES if entry.file not in NOT_HERE and (servers.ROOT / "pages" / f"{entry.file}.py").exists()}
PAGES = list(TITLES)


@pytest.fixture(scope="module")
def example_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[servers.Server]:
    """A server whose example store is filled by pressing the button on the first page."""
    running = servers.start(tmp_path_factory.mktemp("contoh"))
    yield running
    running.stop()
    assert "Traceback" not in running.log, running.log


@pytest.fixture(scope="module")
def context(browser: Browser, browser_context_args: dict[str, object]) -> Iterator[BrowserContext]:
    """One browser for the whole walk, as a visitor has it: what it has fetched once it keeps."""
    opened = browser.new_context(**browser_context_args)  # type: ignore[arg-type]
    yield opened
    opened.close()


def _with_example(tab: App, server: servers.Server) -> App:
    """The tab on a server whose example is there."""
    if not (server.data / "contoh.sqlite").exists():
        tab.open().press("Buka data contoh")
        tab.page.wait_for_url("**/ringkasan**", timeout=180_000)
        tab.settled()
    return tab


@pytest.fixture
def example_app(page: object, example_server: servers.Server) -> Iterator[App]:
    """A tab on the example."""
    tab = App(page, example_server.url)  # type: ignore[arg-type]
    yield _with_example(tab, example_server)
    tab.page.close()
    assert tab.outside == [], f"asked for something outside this machine: {tab.outside[:5]}"


@pytest.fixture(scope="module")
def visitor(context: BrowserContext, example_server: servers.Server) -> Iterator[App]:
    """A tab that is led from page to page by the menu, never loaded anew."""
    tab = App(context.new_page(), example_server.url)
    yield _with_example(tab, example_server).resize(PROJECTOR).open("ringkasan?data=contoh")
    tab.page.close()
    assert tab.outside == [], f"asked for something outside this machine: {tab.outside[:5]}"


def test_example_opens_with_one_button(example_app: App) -> None:
    example_app.open("ringkasan?data=contoh")
    expect(example_app.page.locator("[data-testid=stApp]")).to_contain_text("CONTOH")
    assert example_app.lacks(["Sukamaju Raya", "Kampung Baru Padang Rimba Lestari"]) == []


@pytest.mark.parametrize("name", PAGES)
def test_page_stands(visitor: App, name: str) -> None:
    visitor.turn_to(TITLES[name])
    expect(visitor.page).to_have_url(re.compile(rf"/{name}\b.*data=contoh"))
    assert not visitor.has_exception() and not visitor.too_wide()
    assert visitor.english() == []
    expect(visitor.page.locator("[data-testid=stApp]")).to_contain_text("CONTOH")
    if name not in WITHOUT_PICTURE:
        expect(visitor.page.locator("img.lk-gambar-bantu[alt^='Gambar penjelas']").first).to_be_attached()
    assert violations(visitor, menu=name == "ringkasan") == [] and silent(visitor) == []
    assert not visitor.resize(LAPTOP).too_wide()
    visitor.resize(PROJECTOR)
    if name not in ON_A_PHONE and not LONG:
        return
    visitor.resize(PHONE)
    expect(visitor.page).to_have_url(re.compile("layar=sempit"))
    assert not visitor.settled().too_wide()
    visitor.resize(PROJECTOR)
    expect(visitor.page).to_have_url(re.compile("layar=lebar"))
    visitor.settled()


def test_page_opened_on_a_phone_is_drawn_for_it(example_app: App) -> None:
    example_app.resize(PHONE).open("profil?data=contoh")
    expect(example_app.page).to_have_url(re.compile("layar=sempit"))
    assert not example_app.settled().too_wide() and violations(example_app) == []
    page = example_app.page
    assert page.locator(".js-plotly-plot .g-gtitle").first.evaluate("e => getComputedStyle(e).visibility") == "hidden"
    with page.expect_download() as camera:
        page.locator(".js-plotly-plot .modebar-btn").first.dispatch_event("click")
    assert int.from_bytes(camera.value.path().read_bytes()[16:20], "big") == PROJECTOR[0]


@pytest.mark.parametrize("name", PARTED if LONG else PARTED[:1])
def test_parts_of_a_page_are_chosen_by_key_and_accessible(example_app: App, name: str) -> None:
    page = example_app.resize(LAPTOP).open(f"{name}?data=contoh").page
    parts = page.get_by_role("radiogroup", name="Bagian").get_by_role("radio")
    expect(parts.first).to_be_visible()
    for number in range(parts.count()):
        parts.nth(number).focus()
        parts.nth(number).press("Space")
        expect(parts.nth(number)).to_be_checked()
        assert violations(example_app.settled()) == [] and silent(example_app) == []


def test_menu_and_page_are_reached_by_tab_and_show_where_the_focus_is(example_app: App) -> None:
    page = example_app.resize(LAPTOP).open("peringkat?data=contoh").page
    expect(page.locator(".js-plotly-plot").first).to_be_visible()
    unseen, reached = [], []
    for _ in range(TABS):
        page.keyboard.press("Tab")
        name, test_id, seen = page.evaluate(FOCUSED)
        reached.append(name)
        unseen += [name] if test_id in SHOWS_FOCUS and not seen else []
    assert unseen == []
    missing = set(TITLES.values()) - set(reached)
    assert not missing, f"not reached by Tab: {missing}"
    page.get_by_role("link", name="Agenda lokmin", exact=True).press("Enter")
    expect(page.locator("h1").first).to_contain_text("Lokakarya mini")


PAPER = [("imunisasi", ["Target s.d. Juni", "4: akses kurang"], 5), ("agenda", ["Penutup dan jadwal"], 2)]


@pytest.mark.parametrize(("name", "shown", "most"), PAPER)
def test_paper_holds_charts_and_edge_but_neither_menu_nor_buttons(example_app: App, tmp_path: Path, name: str, shown: list[str], most: int) -> None:
    page = example_app.resize(LAPTOP).open(f"{name}?data=contoh").page
    for words in shown:  # a chart comes after the page's words
        expect(page.get_by_test_id("stMain")).to_contain_text(words)
    page.pdf(path=tmp_path / "cetak.pdf", prefer_css_page_size=True, print_background=True)
    pages = subprocess.run(["pdftotext", "-layout", tmp_path / "cetak.pdf", "-"], capture_output=True, text=True, check=True).stdout.split("\f")[:-1]
    text = " ".join(" ".join(pages).split())
    assert [words for words in [*shown, "CONTOH: data karangan"] if words not in text] == []
    assert [words for words in ("Langkah berikutnya", "Cara menghitung", "Cara membaca", "Jejak perubahan", "Unduh") if words in text] == []
    assert len(pages) <= most
    for each in pages:
        assert "Sukamaju Raya" in each and "dicetak" in each and "data s.d. Juni 2026" in each


#: Whether a word that has the focus shows its meaning.
EXPLAINED = "e => { e.focus(); return e.title !== '' && JSON.parse(getComputedStyle(e, '::after').content) === e.title }"


def test_tour_is_short_kept_closed_and_words_explain_themselves(example_app: App) -> None:
    page = example_app.open("ringkasan?data=contoh").page
    tour = page.get_by_role("region", name="Perkenalan")
    expect(tour).to_contain_text("1/5")
    page.get_by_role("button", name="Berikutnya").press("Enter")
    expect(tour.locator("li").nth(1)).to_be_visible()
    page.get_by_role("button", name="Berikutnya").press("Escape")
    expect(tour).to_be_hidden()
    example_app.reload()
    expect(page.locator("h1").first).to_be_visible()
    expect(page.locator(".lk-tur")).to_be_hidden()
    example_app.open("imunisasi?data=contoh")
    word = page.locator("abbr.lk-istilah:visible").first
    # In one breath: a run that ends between two questions puts another word in the first one's place.
    until(lambda: word.evaluate(EXPLAINED))


def test_data_folder_holds_the_example_apart(example_server: servers.Server, example_app: App) -> None:
    example_app.open("ringkasan?data=contoh")
    assert (Path(example_server.data) / "contoh.sqlite").exists()
