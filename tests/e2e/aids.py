"""What several browser tests need: the filled example, a server that starts again, workbooks, saving."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import time
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Any

import pytest
from filelock import FileLock
from openpyxl import Workbook
from playwright.sync_api import expect

from alat import server_uji as servers
from lokmin_data.example import fill_example
from lokmin_data.store import open_store
from tests.e2e.driver import PATIENCE_MS, App

EXAMPLE_FILE = "contoh.sqlite"


def store_at(server: servers.Server, file: str = "lokmin.sqlite") -> Any:
    """The store in the server's data folder, opened beside the server."""
    return open_store(f"sqlite:///{server.data / file}")


def filled_example(shared: Path) -> Path:
    """A folder with the example's store, filled once for all workers of a run; `shared` is a folder that they have in common."""
    folder = shared / "contoh-terisi"
    with FileLock(shared / "contoh-terisi.kunci"):
        if not folder.exists():
            begun = folder.with_suffix(".mulai")
            begun.mkdir()
            store = open_store(f"sqlite:///{begun / EXAMPLE_FILE}")
            fill_example(store)
            store.close()
            begun.rename(folder)
    return folder


def put_example(data: Path, factory: pytest.TempPathFactory) -> Path:
    """A data folder whose example store is filled already."""
    base = factory.getbasetemp()
    data.mkdir(parents=True, exist_ok=True)
    for file in filled_example(base.parent if "PYTEST_XDIST_WORKER" in os.environ else base).glob(f"{EXAMPLE_FILE}*"):
        shutil.copy(file, data / file.name)
    return data


def start_again(server: servers.Server, folder: Path) -> None:
    """kill -9, then the same command on the same data and the same port."""
    server.process.kill()
    server.process.wait()
    variables = {**os.environ, "LOKMIN_DATA_DIR": str(server.data), "HOME": str(folder), "PYTHONUNBUFFERED": "1"}
    variables.pop("LOKMIN_DATABASE_URL", None)
    with server.log_file.open("ab") as log:
        server.process = subprocess.Popen(
            server.process.args, cwd=servers.ROOT, stdout=log, stderr=subprocess.STDOUT, stdin=subprocess.DEVNULL, env=variables
        )
    servers._wait(server)


def until(condition: Callable[[], object], seconds: float = PATIENCE_MS / 1000) -> None:
    """Wait for something that no page shows, such as a row in the store; fails where it does not come."""
    end = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < end, "what was waited for did not come"
        time.sleep(0.05)


def workbook(path: Path, **sheets: Iterable[Sequence[object]]) -> Path:
    """A real workbook with one sheet for each keyword (underscores are spaces)."""
    book = Workbook()
    book.remove(book.active)
    for title, rows in sheets.items():
        sheet = book.create_sheet(title.replace("_", " "))
        for row in rows:
            sheet.append(list(row))
    book.save(path)
    return path


def save_file(app: App, file: Path) -> App:
    """Press the button that says what will be saved, and wait until the page says that it was."""
    app.settled().page.locator("button:not([disabled])", has_text=re.compile(r"^(Simpan|Ganti) .*desa")).first.click()
    expect(app.page.get_by_text(re.compile(re.escape(file.name) + ": .*tersimpan")).first).to_be_visible()
    return app.settled()
