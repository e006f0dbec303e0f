"""A meeting on the example: the agenda is edited and kept, the presentation goes by keys alone and comes back after a reload."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import expect

from alat import server_uji as servers
from lokmin_data.store import Store
from tests.e2e.aids import EXAMPLE_FILE, put_example, store_at, until
from tests.e2e.driver import App

HERE = "data=contoh&tahun=2026&bulan=Juni"
KEY = "2026-06"


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of this module's server."""
    return tmp_path_factory.mktemp("rapat")


@pytest.fixture(scope="module")
def meeting_server(home: Path) -> Iterator[servers.Server]:
    """A server on the filled example."""
    running = servers.start(home, data=put_example(home / "data"))
    yield running
    running.stop()
    assert "Traceback" not in running.log, running.log


@pytest.fixture
def desk(page: object, meeting_server: servers.Server) -> Iterator[App]:
    """A tab on it."""
    tab = App(page, meeting_server.url)  # type: ignore[arg-type]
    yield tab
    assert tab.outside == []


@pytest.fixture
def store(meeting_server: servers.Server) -> Iterator[Store]:
    """The example store beside the server."""
    opened = store_at(meeting_server, EXAMPLE_FILE)
    yield opened
    opened.close()


def agenda_of(store: Store) -> dict:
    return store.load_document(1, "agenda", KEY)[0].get("agenda", {})


def fill(app: App, label: str, text: str) -> None:
    """Type into a field and leave it."""
    field = app.settled().page.get_by_label(label, exact=True).first
    field.fill(text)
    field.press("Tab")
    app.settled()


def counter(app: App) -> tuple[int, int]:
    """Number of the slide and of all slides, as the bar shows them."""
    now, _, last = app.page.locator(".count").inner_text().partition("/")
    return int(now), int(last)


def test_agenda_is_edited_and_kept(desk: App, store: Store) -> None:
    desk.open(f"agenda?{HERE}")
    desk.page.get_by_text("Tambah acara sendiri").click()
    fill(desk, "Acara", "Sambutan tokoh adat")
    desk.press("Tambahkan acara")
    expect(desk.page.get_by_text("Jumlah menit", exact=False).first).to_be_visible()
    desk.press("Bagi ulang menjadi 120 menit")
    expect(desk.page.get_by_text("120 dari 120")).to_be_visible()
    problem = next(item for item in agenda_of(store)["items"] if item["kind"] == "masalah")
    desk.open(f"agenda?{HERE}")
    drawer = desk.page.locator("[data-testid=stExpander]", has=desk.page.get_by_text(problem["title"], exact=True))
    drawer.locator("summary").click()
    cause = next(text for texts in problem["causes"].values() for text in texts)
    drawer.get_by_text(cause, exact=True).first.click()
    until(lambda: any(item["ticked"] for item in agenda_of(store)["items"]))
    kept = agenda_of(store)
    assert [item["title"] for item in kept["items"] if item["kind"] == "sendiri"] == ["Sambutan tokoh adat"]
    assert sum(item["minutes"] for item in kept["items"]) == 120
    assert [item["ticked"] for item in kept["items"] if item["key"] == problem["key"]] == [[cause]]
    desk.open(f"agenda?{HERE}")
    assert "120 menit" in desk.title


def test_keys_alone_lead_through_and_a_reload_returns(desk: App) -> None:
    desk.open(f"presentasi?{HERE}&tayang=1&salindia=1")
    press, count = desk.page.keyboard.press, desk.page.locator(".count")
    _, last = counter(desk)
    for keys, number in (
        (["ArrowRight"], 2),
        (["ArrowLeft"], 1),
        (["End"], last),
        (["Home"], 1),
        (["PageDown"], 2),
        (["PageUp"], 1),
    ):
        for key in keys:
            press(key)
        expect(count).to_have_text(f"{number} / {last}")
    press("End")
    press("ArrowLeft")
    expect(count).to_have_text(f"{last - 1} / {last}")
    desk.settled().page.wait_for_url(re.compile(f"salindia={last - 1}(&|$)"))
    shown = desk.page.locator(".lt h1").inner_text()
    desk.page.reload()
    desk.settled()
    expect(count).to_have_text(f"{last - 1} / {last}")
    expect(desk.page.locator(".lt h1")).to_have_text(shown)
    assert not desk.page.locator("[data-testid=stSidebar]").is_visible()
    press("Escape")
    expect(desk.page.get_by_role("button", name="Mulai presentasi")).to_be_visible()
