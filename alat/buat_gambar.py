"""Make the pictures of the README and the guides from the example: `python alat/buat_gambar.py [NAME ...]`.

Needs Chromium (see docs/pengembang.md).  Each picture is a page of the example data at the size of a laptop screen.
"""

from __future__ import annotations

import shutil
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from alat import server_uji  # noqa: E402

ROOT = Path(__file__).resolve().parents[1]
PICTURES = ROOT / "docs" / "gambar"
SCOPE = "data=contoh&tahun=2026&bulan=Juni"
PATIENCE_MS = 180_000
ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--enable-unsafe-swiftshader", "--disable-background-networking"]


@dataclass(frozen=True)
class Picture:
    """One picture: its file, the page's address, window size, and how far down the page it looks."""

    name: str
    address: str
    size: tuple[int, int] = (1366, 900)
    scroll: int = 0
    upload: str = ""


TAKEN = (
    Picture("mulai", "mulai"),
    Picture("ringkasan", f"ringkasan?{SCOPE}", size=(1366, 1250)),
    Picture("imunisasi", f"imunisasi?{SCOPE}", size=(1366, 1250)),
    Picture("stunting", f"stunting?{SCOPE}", size=(1366, 1100)),
    Picture("gizi-ibu-hamil", f"gizi_ibu_hamil?{SCOPE}", size=(1366, 1100)),
    Picture("peringkat", f"peringkat?{SCOPE}", size=(1366, 1250)),
    Picture("profil", f"profil?{SCOPE}", size=(1366, 1100)),
    Picture("agenda", f"agenda?{SCOPE}", size=(1366, 1250)),
    Picture("rtl", f"rtl?{SCOPE}", size=(1366, 1100)),
    Picture("presentasi", f"presentasi?{SCOPE}"),
    Picture("unggah", "unggah", size=(1366, 1250), upload="data/contoh/Imunisasi/PWS IMUNISASI JUNI 2026.xlsx"),
    Picture("kualitas-data", f"kualitas_data?{SCOPE}", size=(1366, 1100)),
    Picture("sasaran-target", f"sasaran_target?{SCOPE}"),
    Picture("pengaturan", f"pengaturan?{SCOPE}"),
    Picture("ponsel", f"profil?{SCOPE}", size=(390, 844)),
)


def _settle(page: Any) -> None:
    page.wait_for_selector("[data-testid=stApp][data-test-script-state=notRunning]", timeout=PATIENCE_MS)
    page.wait_for_function("!document.querySelector('[data-stale=true]')", timeout=PATIENCE_MS)
    page.wait_for_timeout(2500)


def _fill(page: Any, url: str) -> None:
    """Open the example by its button, as a reader of the guide would."""
    page.goto(f"{url}/mulai")
    _settle(page)
    page.get_by_role("button", name="Buka data contoh").first.click()
    page.wait_for_url("**/ringkasan**", timeout=PATIENCE_MS)
    _settle(page)


def _take(page: Any, url: str, picture: Picture) -> Path:
    page.set_viewport_size({"width": picture.size[0], "height": picture.size[1]})
    page.goto(f"{url}/{picture.address}")
    _settle(page)
    if picture.upload:
        page.locator("input[type=file]").first.set_input_files(str(ROOT / picture.upload))
        page.wait_for_timeout(1500)
        _settle(page)
    if picture.scroll:
        page.mouse.wheel(0, picture.scroll)
        page.wait_for_timeout(500)
    target = PICTURES / f"{picture.name}.png"
    page.screenshot(path=target)
    return target


def main(names: Sequence[str]) -> int:
    """Make all pictures, or those named."""
    from playwright.sync_api import sync_playwright

    browser_file = shutil.which("chromium") or shutil.which("google-chrome")
    if not browser_file:
        print("Chromium tidak terpasang; di Debian/Ubuntu: apt-get install chromium", file=sys.stderr)
        return 2
    PICTURES.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as play:
        server = server_uji.start(Path(folder))
        try:
            browser = play.chromium.launch(executable_path=browser_file, args=ARGUMENTS)
            page = browser.new_page(locale="id-ID", timezone_id="Asia/Jakarta")
            page.set_default_timeout(PATIENCE_MS)
            _fill(page, server.url)
            for picture in TAKEN:
                if not names or picture.name in names:
                    print(_take(page, server.url, picture).relative_to(ROOT), flush=True)
            browser.close()
        finally:
            server.stop()
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
