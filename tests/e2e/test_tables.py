"""Streamlit's own tables: no CSV with formulas of a report can be had from their toolbars."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pandas as pd
import pytest
from playwright.sync_api import Locator, expect

from alat import server_uji as servers
from lokmin_data.store import open_store
from tests.e2e.driver import App
from tests.store.builders import simple

FORMULA = "=1+1 laporan.xlsx"
BUTTONS = "[data-testid=stElementToolbarButton] button"


@pytest.fixture
def table_app(page: object, tmp_path: Path) -> Iterator[App]:
    """A tab on a store whose file, desa and person are named like formulas."""
    store = open_store(f"sqlite:///{tmp_path}/data/lokmin.sqlite")
    puskesmas = store.add_puskesmas("Mekar", who="=uji")
    store.save_desa(puskesmas, pd.DataFrame({"desa": ["=2+2", "@SUM(A1)"]}), "=uji")
    store.save_report(simple({"=2+2": 7, "@SUM(A1)": 8}, FORMULA), puskesmas, who="=uji")
    store.close()
    running = servers.start(tmp_path / "server", data=tmp_path / "data")
    yield App(page, running.url)  # type: ignore[arg-type]
    running.stop()


def csv_buttons(app: App) -> Locator:
    """The buttons that would hand out a CSV, by Streamlit's word and by ours."""
    return app.page.locator(BUTTONS).and_(app.page.locator("[aria-label*=CSV i]"))


def test_the_toolbar_of_a_table_hands_out_no_csv(table_app: App) -> None:
    app = table_app.open("unggah")
    table = app.page.locator("[data-testid=stDataFrame]").first
    table.hover()
    full_screen = app.page.locator(BUTTONS).and_(app.page.locator("[aria-label^='Layar penuh'], [aria-label^=Fullscreen]")).first
    expect(full_screen).to_be_visible()
    assert csv_buttons(app).count(), "Streamlit calls its button otherwise now: the rule in gaya.css hides nothing"
    expect(csv_buttons(app).locator("visible=true")).to_have_count(0)
    full_screen.click()
    expect(app.page.locator("[data-testid=stFullScreenFrame]").first).to_be_visible()
    assert csv_buttons(app).count()
    expect(csv_buttons(app).locator("visible=true")).to_have_count(0)
