"""Twenty visitors on one server for minutes, five of them uploading: no error, memory flat, a page within 3 x of a single session.

`python -m bench.soak [--menit N] [--peramban N]`; with `--satu` the office of one Puskesmas: two readers and an officer, whose
server must stay below its own limit of memory.  Visitors speak Streamlit's own protocol (`bench.session`): twenty Chromium
on two cores would measure Chromium.  Two of the readers are real browsers all the same; they count for errors, not for
the times.  An officer drops a workbook on the page, looks at it, presses the button, and begins anew.
"""

from __future__ import annotations

import argparse
import io
import os
import random
import shutil
import sys
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path
from tempfile import TemporaryDirectory
from urllib.parse import quote

import xlsxwriter

from bench.measure import percentile
from bench.serving import app_command, free_port, running
from bench.session import Failed, Session
from bench.simulate import SEED, fill
from bench.viewers import memory_mb
from lokmin_data.store import open_store

SESSIONS, UPLOADING, BROWSERS, MINUTES = 20, 5, 2, 10.0
#: Officers belong to different Puskesmas of a district; readers look at all of them.
DISTRICT = (20, 13, 13, 13, 13, 13)
OFFICE_SESSIONS, OFFICE_MB = 3, 300.0
#: A viewer reads a page before the next click; an officer looks at what was read, and fetches the next file.
LOOKING = ("ringkasan", "imunisasi", "stunting", "gizi_ibu_hamil", "spm_program_lain", "peringkat", "profil", "kualitas_data")
THINKING_SECONDS, BETWEEN_UPLOADS_SECONDS = 8.0, 60.0
LATENCY_LIMIT, GROWTH_LIMIT = 3.0, 1.10
ALONE_CLICKS = 60
YEAR, MONTHS = 2026, ("Maret", "April", "Mei", "Juni")


@dataclass
class Outcome:
    """What the visitors met: seconds of every click, reports saved, errors, memory at the middle and at the end in MB."""

    alone: float = 0.0
    clicks: list[float] = field(default_factory=list)
    saved: int = 0
    browsed: int = 0
    errors: list[str] = field(default_factory=list)
    middle_mb: float = 0.0
    end_mb: float = 0.0
    limit_mb: float = float("inf")

    @property
    def p95(self) -> float:
        """95 % of the clicks were done after so many seconds."""
        return percentile(self.clicks, 0.95)

    @property
    def growth(self) -> float:
        """Memory at the end over memory in the middle, when every cache was warm."""
        return self.end_mb / self.middle_mb

    def short(self) -> list[str]:
        """What missed its target, in words; empty where all is well."""
        found = [f"{len(self.errors)} galat, yang pertama: {self.errors[0]}"] if self.errors else []
        found += [f"p95 {self.p95 / self.alone:.1f} x satu sesi"] if self.p95 > LATENCY_LIMIT * self.alone else []
        found += [f"memori {self.end_mb:.0f} MB, batasnya {self.limit_mb:.0f} MB"] if self.end_mb > self.limit_mb else []
        return found + ([f"memori tumbuh {self.growth:.2f} x"] if self.growth > GROWTH_LIMIT else [])


@dataclass(frozen=True)
class Plan:
    """How long, how many, and how many seconds lie between two clicks and two uploads."""

    seconds: float
    sessions: int = SESSIONS
    uploading: int = UPLOADING
    browsers: int = BROWSERS
    thinking: float = THINKING_SECONDS
    between: float = BETWEEN_UPLOADS_SECONDS
    alone_clicks: int = ALONE_CLICKS
    sizes: tuple[int, ...] = DISTRICT
    years: tuple[int, ...] = (2025, 2026)
    limit_mb: float = float("inf")

    @property
    def names(self) -> list[str]:
        """The Puskesmas of the store."""
        return [f"Simulasi {number:02d}" for number in range(1, len(self.sizes) + 1)]


def soak(plan: Plan) -> Outcome:
    """Run the visitors against a server of their own."""
    outcome = Outcome(limit_mb=plan.limit_mb)
    with TemporaryDirectory() as folder:
        store = open_store(f"sqlite:///{Path(folder) / 'lokmin.sqlite'}")
        fill(store, plan.sizes, plan.years)
        store.close()
        port = free_port()
        with running(app_command(port), port, Path(folder)) as (url, server):
            walk = _walk(url, SEED, plan.names)
            outcome.alone = percentile([next(walk) for _ in range(plan.alone_clicks)], 0.95)
            _crowd(outcome, url, plan, lambda: memory_mb(server.pid))
    return outcome


def _crowd(outcome: Outcome, url: str, plan: Plan, memory: Callable[[], float]) -> None:
    stop, end = threading.Event(), time.monotonic() + plan.seconds
    readers = plan.sessions - plan.uploading - plan.browsers
    works = [lambda number=number: _read(outcome, url, number, plan, stop) for number in range(readers)]
    works += [lambda number=number: _upload(outcome, url, number, plan, stop) for number in range(plan.uploading)]
    works += [lambda number=number: _browse(outcome, url, number, plan, stop) for number in range(plan.browsers)]
    threads = [threading.Thread(target=_told, args=(outcome, work)) for work in works]
    for thread in threads:
        thread.start()
    stop.wait(plan.seconds / 2)
    outcome.middle_mb = memory()
    stop.wait(max(0.0, end - time.monotonic()))
    outcome.end_mb = memory()
    stop.set()
    for thread in threads:
        thread.join()


def _told(outcome: Outcome, work: Callable[[], None]) -> None:
    """Run one visitor; what it dies of is an outcome, not a thread's private matter."""
    try:
        work()
    except Exception as error:  # whatever it is, it is what we look for
        outcome.errors.append(f"{type(error).__name__}: {str(error)[:300]}")


def _walk(url: str, seed: int, names: list[str]) -> Iterator[float]:
    """The seconds of one click after the other: another page, another month, now and then another Puskesmas."""
    dice, session = random.Random(seed), Session(url, "ringkasan")
    yield session.choose("Puskesmas", dice.choice(names))
    while True:
        what = dice.random()
        if what < 0.6:
            yield session.go(dice.choice(LOOKING))
        elif what < 0.95:
            yield session.choose("Bulan", dice.choice(MONTHS))
        else:
            yield session.choose("Puskesmas", dice.choice(names))


def _read(outcome: Outcome, url: str, number: int, plan: Plan, stop: threading.Event) -> None:
    walk = _walk(url, SEED + number, plan.names)
    stop.wait(plan.thinking * number / max(1, plan.sessions))  # people do not click in step
    while not stop.wait(plan.thinking):
        outcome.clicks.append(next(walk))


def _upload(outcome: Outcome, url: str, number: int, plan: Plan, stop: threading.Event) -> None:
    """Drop, look, save, begin anew; each file has other numbers, so that something is replaced every time."""
    place, turn, session = len(plan.sizes) - 1 - number % max(1, len(plan.sizes) - 1), 0, Session(url, "unggah")
    session.choose("Puskesmas", plan.names[place])
    stop.wait(plan.between * number / max(1, plan.uploading))
    while not stop.is_set():
        turn += 1
        name = f"KIA {number}-{turn}.xlsx"
        session.upload(name, _workbook(plan.names[place], plan.sizes[place], random.Random(SEED + 1000 * number + turn)))
        session.press("Ganti" if any("nilai lain" in text for text in session.texts()) else "Simpan")
        if not any("tersimpan" in text for text in session.texts()):
            raise Failed(f"{name} was not saved: {' | '.join(session.texts())[-300:]}")
        outcome.saved += 1
        session.press("Unggah berkas lain")
        stop.wait(plan.between)


def _workbook(puskesmas: str, desa: int, dice: random.Random) -> bytes:
    """A month of K1 as a Puskesmas writes it."""
    buffer, month = io.BytesIO(), dice.choice(MONTHS)
    book = xlsxwriter.Workbook(buffer, {"in_memory": True})
    sheet = book.add_worksheet("KIA")
    sheet.write(0, 0, f"LAPORAN KIA PUSKESMAS {puskesmas.upper()} BULAN {month.upper()} {YEAR}")
    sheet.write_row(2, 0, ("No", "Desa", "Sasaran Ibu Hamil", "K1 Bulan Ini", "K4 Bulan Ini"))
    for row in range(desa):
        sheet.write_row(3 + row, 0, (row + 1, f"Desa {row + 1:02d}", 100 + row, dice.randint(1, 9), dice.randint(1, 9)))
    book.close()
    return buffer.getvalue()


def _browse(outcome: Outcome, url: str, number: int, plan: Plan, stop: threading.Event) -> None:
    """A reader with a real browser: every page must stand without an error."""
    from playwright.sync_api import sync_playwright

    from bench.browser import ARGUMENTS

    dice = random.Random(SEED + 500 + number)
    with sync_playwright() as player:
        browser = player.chromium.launch(executable_path=_chromium(), args=ARGUMENTS)
        page = browser.new_page(viewport={"width": 1366, "height": 768})
        page.set_default_timeout(120_000)
        while not stop.wait(plan.thinking):
            page.goto(f"{url}/{dice.choice(LOOKING)}?puskesmas={quote(dice.choice(plan.names))}&bulan={dice.choice(MONTHS)}")
            page.wait_for_selector("[data-testid=stApp][data-test-script-state=notRunning]")
            page.wait_for_selector("h1")
            if page.locator("[data-testid=stException]").count() or page.get_by_text("ada kesalahan pada program").count():
                raise Failed(f"{page.url}: {page.inner_text('body')[:200]}")
            outcome.browsed += 1
        browser.close()


def _chromium() -> str | None:
    return os.environ.get("CHROMIUM") or shutil.which("chromium") or shutil.which("google-chrome")


def main() -> int:
    """Print what was measured; exit 1 where a target was missed."""
    parser = argparse.ArgumentParser(prog="python -m bench.soak")
    parser.add_argument("--menit", type=float, default=MINUTES, metavar="N", help=f"lamanya (bawaan {MINUTES:g})")
    parser.add_argument("--peramban", type=int, default=BROWSERS, metavar="N", help=f"pembaca dengan Chromium sungguhan (bawaan {BROWSERS})")
    parser.add_argument("--satu", action="store_true", help="satu Puskesmas: dua pembaca dan seorang petugas, tanpa peramban")
    arguments = parser.parse_args()
    plan = Plan(arguments.menit * 60, browsers=arguments.peramban)
    if arguments.satu:
        plan = replace(plan, sessions=OFFICE_SESSIONS, uploading=1, browsers=0, sizes=DISTRICT[:1], limit_mb=OFFICE_MB)
    found = soak(plan)
    print(f"{len(found.clicks)} klik, {found.browsed} halaman di Chromium, {found.saved} laporan disimpan, {len(found.errors)} galat")
    print(f"p95 {found.p95 * 1000:.0f} ms; satu sesi {found.alone * 1000:.0f} ms; batas {LATENCY_LIMIT:g} x")
    print(f"memori {found.middle_mb:.0f} MB di tengah, {found.end_mb:.0f} MB di akhir")
    for line in found.short():
        print(f"kurang: {line}")
    return 1 if found.short() else 0


if __name__ == "__main__":
    sys.exit(main())
