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
    """One picture: its file, the page's address, window size, how far down it looks, the slide whose title it shows."""

    name: str
    address: str
    size: tuple[int, int] = (1366, 900)
    scroll: int = 0
    upload: str = ""
    wait_for: str = ""
    slide: str = ""


#: The tour of the first visit, already closed.
TOUR_SEEN = "localStorage.setItem('lokmin_perkenalan', 'sudah')"
#: A district of made-up Puskesmas for the district's guide: how many, desa each, months, indicators.
DISTRICT, DESA_EACH, MONTHS, INDICATORS = 12, 6, 6, 4
OF_DISTRICT = (
    Picture("banding", "banding?tahun=2026&bulan=Juni", size=(1366, 1250), wait_for=".js-plotly-plot .barlayer path"),
)  # fmt: skip
#: The projectors on which the presentation is looked at.
PROJECTORS = ((1024, 768), (1366, 768), (1920, 1080))
TAKEN = (
    Picture("mulai", "mulai"),
    Picture("ringkasan", f"ringkasan?{SCOPE}", size=(1366, 1250)),
    Picture("imunisasi", f"imunisasi?{SCOPE}", size=(1366, 1250)),
    Picture("stunting", f"stunting?{SCOPE}", size=(1366, 1100)),
    Picture("gizi-ibu-hamil", f"gizi_ibu_hamil?{SCOPE}", size=(1366, 1100)),
    Picture("program-lain", f"spm_program_lain?{SCOPE}&bagian=Anak+sekolah+%26+remaja", size=(1366, 1250)),
    Picture("peringkat", f"peringkat?{SCOPE}", size=(1366, 1250)),
    Picture("profil", f"profil?{SCOPE}", size=(1366, 1100)),
    Picture("agenda", f"agenda?{SCOPE}", size=(1366, 1250)),
    Picture("rtl", f"rtl?{SCOPE}", size=(1366, 1100)),
    Picture("presentasi", f"presentasi?{SCOPE}"),
    *(
        Picture(f"presentasi-{name}-{wide}x{high}", f"presentasi?{SCOPE}&tayang=1&salindia=1", size=(wide, high), slide=title)
        for wide, high in PROJECTORS for name, title in (("grafik", "Campak-Rubela"), ("matriks", "Status setiap desa"))
    ),
    Picture("unggah", "unggah", size=(1366, 1250), upload="data/contoh/Imunisasi/PWS IMUNISASI JUNI 2026.xlsx"),
    Picture("kualitas-data", f"kualitas_data?{SCOPE}", size=(1366, 1100)),
    Picture("sasaran-target", f"sasaran_target?{SCOPE}"),
    Picture("pengaturan", f"pengaturan?{SCOPE}"),
    Picture("ponsel", f"profil?{SCOPE}", size=(390, 844)),
)


def _settle(page: Any) -> None:
    page.wait_for_selector("[data-testid=stApp][data-test-script-state=notRunning]", timeout=PATIENCE_MS)
    page.wait_for_function("!document.querySelector('[data-stale=true], [data-testid=stSkeleton]')", timeout=PATIENCE_MS)
    page.wait_for_timeout(2500)


def _fill(page: Any, url: str) -> None:
    """Open the example by its button, as a reader of the guide would."""
    page.goto(f"{url}/mulai")
    _settle(page)
    page.get_by_role("button", name="Buka data contoh").first.click()
    page.wait_for_url("**/ringkasan**", timeout=PATIENCE_MS)
    _settle(page)


def _jump(page: Any, title: str) -> None:
    """Show the first slide whose title holds these words, once the slides are cut for this window."""
    page.wait_for_url("**bidang=**")
    shape = page.url.partition("bidang=")[2].partition("&")[0]
    page.locator(f'.bar[data-shape="{shape}"]').wait_for()
    _settle(page)
    titles = page.locator(".jump option").all_text_contents()
    page.locator(".jump").select_option(str(next(n for n, found in enumerate(titles) if title in found)))
    page.locator(".lt h1", has_text=title).wait_for()
    _settle(page)


def _take(page: Any, url: str, picture: Picture) -> Path:
    page.set_viewport_size({"width": picture.size[0], "height": picture.size[1]})
    page.goto(f"{url}/{picture.address}")
    _settle(page)
    if picture.wait_for:
        page.wait_for_selector(picture.wait_for)
        page.wait_for_timeout(1500)
    if picture.upload:
        page.locator("input[type=file]").first.set_input_files(str(ROOT / picture.upload))
        page.wait_for_timeout(1500)
        _settle(page)
    if picture.slide:
        _jump(page, picture.slide)
    if picture.scroll:
        page.mouse.wheel(0, picture.scroll)
        page.wait_for_timeout(500)
    target = PICTURES / f"{picture.name}.png"
    page.screenshot(path=target)
    return target


def _fill_district(data: Path) -> None:
    """A store with several Puskesmas, each drawn at random from a fixed seed."""
    import numpy as np

    from bench.simulate import year_reading
    from lokmin_data.store import open_store

    data.mkdir(parents=True)
    store, dice = open_store(f"sqlite:///{data / 'lokmin.sqlite'}"), np.random.default_rng(DISTRICT)
    for number in range(1, DISTRICT + 1):
        name = f"Simulasi {number:02d}"
        puskesmas_id = store.add_puskesmas(name, kecamatan=f"Kecamatan {number:02d}", who="gambar")
        reading = year_reading(name, DESA_EACH, 2026, dice, np.arange(1, MONTHS + 1), INDICATORS)
        store.save_report(reading, puskesmas_id, who="gambar", create_areas=True)
    store.close()


def _series(play: Any, folder: Path, pictures: Sequence[Picture], *, example: bool) -> None:
    """A server of its own and the pictures of it."""
    if not example:
        _fill_district(folder / "data")
    server = server_uji.start(folder)
    try:
        browser = play.chromium.launch(executable_path=_chromium(), args=ARGUMENTS)
        page = browser.new_page(locale="id-ID", timezone_id="Asia/Jakarta")
        page.set_default_timeout(PATIENCE_MS)
        page.add_init_script(TOUR_SEEN)
        if example:
            _fill(page, server.url)
        for picture in pictures:
            print(_take(page, server.url, picture).relative_to(ROOT), flush=True)
        browser.close()
    finally:
        server.stop()


def _chromium() -> str | None:
    return shutil.which("chromium") or shutil.which("google-chrome")


def main(names: Sequence[str]) -> int:
    """Make all pictures, or those named."""
    from playwright.sync_api import sync_playwright

    if not _chromium():
        print("Chromium tidak terpasang; di Debian/Ubuntu: apt-get install chromium", file=sys.stderr)
        return 2
    PICTURES.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as play:
        for place, (pictures, example) in enumerate(((TAKEN, True), (OF_DISTRICT, False))):
            chosen = [picture for picture in pictures if not names or picture.name in names]
            if chosen:
                _series(play, Path(folder) / str(place), chosen, example=example)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
