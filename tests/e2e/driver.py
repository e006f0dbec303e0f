"""A small driver that knows Streamlit's own signals, and what no page may show."""

from __future__ import annotations

import time
from collections.abc import Iterable, Sequence
from pathlib import Path

from playwright.sync_api import Download, Page, expect

from tests.test_bahasa import english_in

PATIENCE_MS = 60_000
#: How long a word of Streamlit's own may stay English.
TRANSLATED_S = 5
#: How long a chart or a table may take to show its words after the page stands.
DRAWN_S = 30
#: The first thing that a script run has put on the page.
BEGUN = "[data-testid=stMain] [data-testid=stElementContainer]"
#: What the app says instead of a traceback.
UNEXPECTED = "ada kesalahan pada program"


class App:
    """One browser tab on the app."""

    def __init__(self, page: Page, url: str) -> None:
        self.page, self.url = page, url
        self.outside: list[str] = []
        page.set_default_timeout(PATIENCE_MS)
        expect.set_options(timeout=PATIENCE_MS)
        page.on("request", self._note)

    def _note(self, request: object) -> None:
        address = request.url  # type: ignore[attr-defined]
        if not address.startswith((self.url, self.url.replace("http", "ws", 1), "data:", "blob:")):
            self.outside.append(address)

    def open(self, path: str = "") -> App:
        """Go to a page by its address and wait until it stands."""
        self.page.goto(f"{self.url}/{path}")
        return self._begun().settled()

    def reload(self) -> App:
        """Load the page anew and wait until it stands."""
        self.page.reload()
        return self._begun().settled()

    def _begun(self) -> App:
        """Wait for the first run to have begun: before the connection stands, the app calls itself idle as well."""
        self.page.wait_for_selector(BEGUN, state="attached")
        return self

    def turn_to(self, title: str) -> App:
        """Go to a page by its link in the menu, and wait until it stands."""
        link = self.settled().page.get_by_test_id("stSidebarNavLink").filter(has=self.page.get_by_text(title, exact=True))
        link.click()
        expect(link).to_have_attribute("aria-current", "page")
        self.settled()
        expect(self.page.locator("h1").first).to_be_visible()
        return self

    def settled(self) -> App:
        """Wait until the script is idle and nothing is stale; fails where the page shows an exception."""
        self.page.wait_for_selector("[data-testid=stApp][data-test-script-state=notRunning]", timeout=PATIENCE_MS)
        self.page.wait_for_function("!document.querySelector('[data-stale=true]')", timeout=PATIENCE_MS)
        broken = self.page.locator("[data-testid=stException]")
        assert broken.count() == 0, broken.first.inner_text()
        assert not self.page.get_by_text(UNEXPECTED).count(), f"the app failed on {self.page.url}"
        return self

    def resize(self, size: tuple[int, int]) -> App:
        """Make the window that wide and high."""
        self.page.set_viewport_size({"width": size[0], "height": size[1]})
        return self

    def press(self, text: str) -> App:
        """Press the button with that text."""
        self.settled().page.get_by_role("button", name=text).first.click()
        return self.settled()

    def choose(self, label: str, option: str) -> App:
        """Choose in a select box; settled before, because a pick while a run ends is lost."""
        box = self.settled().page.get_by_role("combobox", name=label).first
        box.click()
        box.fill(option)
        self.page.get_by_role("option", name=option, exact=True).first.click()
        return self.settled()

    def upload(self, files: Sequence[Path]) -> App:
        """Drop files on the page's first uploader."""
        self.settled().page.locator("input[type=file]").first.set_input_files([str(path) for path in files])
        self.page.wait_for_timeout(500)
        return self.settled()

    def download(self, text: str, target: Path) -> Path:
        """Press a download button and keep what comes."""
        with self.page.expect_download(timeout=PATIENCE_MS) as waiting:
            self.settled().page.get_by_role("button", name=text).first.click()
        found: Download = waiting.value
        found.save_as(target)
        return target

    @property
    def text(self) -> str:
        """What a reader sees of the page, menu included."""
        return self.page.locator("[data-testid=stApp]").inner_text()

    def lacks(self, names: Iterable[str]) -> list[str]:
        """Which of the names the page's main part does not show, though it was given time; a chart may break a name into lines."""
        wanted, end = list(names), time.monotonic() + DRAWN_S
        while (missing := self._lacks_now(wanted)) and time.monotonic() < end:
            self.page.wait_for_timeout(100)
        return missing

    def _lacks_now(self, names: list[str]) -> list[str]:
        shown = "".join((self.page.locator("[data-testid=stMain]").text_content() or "").split()).casefold()
        return [name for name in names if "".join(name.split()).casefold() not in shown]

    @property
    def title(self) -> str:
        """The page's own heading."""
        return self.page.locator("h1").first.inner_text()

    def has_exception(self) -> bool:
        """True where Streamlit shows an error of the code."""
        return self.page.locator("[data-testid=stException]").count() > 0

    def too_wide(self) -> bool:
        """True where the page would have to be scrolled sideways."""
        return not self.page.evaluate("document.documentElement.scrollWidth <= window.innerWidth + 1")

    def english(self) -> list[str]:
        """English words that stay on the page; Streamlit's own are translated a moment after they appear."""
        end = time.monotonic() + TRANSLATED_S
        while (found := self._english_now()) and time.monotonic() < end:
            self.page.wait_for_timeout(100)
        return found

    def _english_now(self) -> list[str]:
        """English words that stand there now, but for what is in Streamlit's own frame; an icon is drawn from its English name."""
        self.page.evaluate("document.querySelectorAll('[data-testid=stIconMaterial]').forEach(icon => icon.style.display = 'none')")
        main = self.page.locator("[data-testid=stMain]").inner_text()
        menu = self.page.locator("[data-testid=stSidebar]")
        lines = main.splitlines() + (menu.inner_text().splitlines() if menu.count() else [])
        return [f"{line} {english_in(line)}" for line in lines if english_in(line)]
