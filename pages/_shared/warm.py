"""What the first visitor would wait for, done while the browser still loads Streamlit's own scripts.

As soon as the server is up, a thread imports what the first pages import, opens the store, reads the year that a visit
begins with and draws a picture for nobody.  It holds nothing that the first visit would not hold as well; where no thread
was started (`streamlit run dashboard.py`) that visit does the same work itself.
"""

from __future__ import annotations

import ast
import gc
import importlib
import inspect
import logging
import threading
from collections.abc import Iterator
from pathlib import Path

from pages._shared.collector import spare_modules, take_short_turns

ROOT = Path(__file__).resolve().parents[2]
#: The shell, the page that a visit begins with, and one page of charts; what the others add is small.
FIRST_FILES = ("dashboard.py", "pages/ringkasan.py", "pages/imunisasi.py")
#: A visit that comes earlier waits so long (s): it needs the very same modules, and two imports at once gain nothing.
PATIENCE_SECONDS = 60
_log = logging.getLogger("lokmin")
_ready = threading.Event()
_ready.set()


def begin() -> None:
    """Start the thread; returns at once."""
    _ready.clear()
    threading.Thread(target=_warm, name="pemanasan", daemon=True).start()


def wait_until_warm() -> None:
    """Return when the thread is done, or at once where none was started."""
    _ready.wait(PATIENCE_SECONDS)


def _warm() -> None:
    take_short_turns()  # else every answer of the server waits for an import
    gc.disable()  # imports leave hardly any garbage, and looking for it takes a sixth of their time
    try:
        for name in FIRST_FILES:
            for module in _imported(ROOT / name):
                importlib.import_module(module)
        importlib.import_module("pages._shared.scope").read_ahead()
        importlib.import_module("lokmin_data.charts.theme").sample()
        inspect.stack()  # Streamlit asks for it once; Python then looks up the file of every module and remembers it
        spare_modules()
    except Exception:  # whatever it was: the first visit meets it too, and says it in words
        _log.debug("Pemanasan terhenti", exc_info=True)
    finally:
        gc.enable()
        _ready.set()


def _imported(file: Path) -> Iterator[str]:
    """The modules that a script imports `from`, in order."""
    for statement in ast.parse(file.read_text(encoding="utf-8")).body:
        if isinstance(statement, ast.ImportFrom) and statement.module:
            yield statement.module
