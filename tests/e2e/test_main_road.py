"""The main road: upload, look at what was read, save, PWS page, ranking, agenda, PowerPoint with the same numbers."""

from __future__ import annotations

import io
import re
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import expect
from pptx import Presentation

from alat.server_uji import Server
from lokmin_data.analysis import assess
from lokmin_data.store import load_panel, open_store
from tests.e2e.driver import App

EXAMPLE = Path(__file__).resolve().parents[2] / "data" / "contoh"
#: Percent in a chart of the deck: one decimal is shown, more may be kept.
TOLERANCE = 0.06


def store_at(server: Server) -> Any:
    return open_store(f"sqlite:///{server.data / 'lokmin.sqlite'}")


def save_each(app: App, files: list[Path]) -> None:
    """Press the button of each file that says what will be saved, and wait until the page says that it was."""
    for file in files:
        app.settled().page.locator("button:not([disabled])", has_text=re.compile(r"Simpan \d+ desa")).first.click()
        expect(app.page.get_by_text(re.compile(re.escape(file.name) + ": tersimpan")).first).to_be_visible()
    app.settled()


def charts(deck: Path) -> list[dict[str, float]]:
    """Every chart of the deck: category to the value of its first series."""
    found = []
    for slide in Presentation(io.BytesIO(deck.read_bytes())).slides:
        for shape in slide.shapes:
            if shape.has_chart:
                plot = shape.chart.plots[0]
                values = plot.series[0].values
                found.append({str(name): value for name, value in zip(plot.categories, values, strict=False) if value is not None})
    return found


def _same(chart: dict[str, float], truth: dict[str, float], scale: float = 1.0) -> bool:
    """True where every desa of the chart has the percent of the analysis (`scale` 1/100 where the chart holds shares)."""
    return all(abs(truth[name] * scale - value) < TOLERANCE * scale for name, value in chart.items() if name in truth)


def assert_charts_hold_the_stores_numbers(server: Server, deck: Path, year: int, month: int, codes: tuple[str, ...]) -> None:
    """Each chart over desa shows the percents of one indicator as the store's own analysis gives them."""
    store = store_at(server)
    panel = load_panel(store, 1, year, month)
    truths = [dict(zip(found["desa"], found["percent"], strict=True)) for found in (assess(panel, code, year, month).desa for code in codes)]
    over_desa = [chart for chart in charts(deck) if len(set(chart) & set(truths[0])) >= 10]
    assert over_desa, "the deck has no chart over the desa"
    matching = [chart for chart in over_desa for truth in truths if _same(chart, truth) or _same(chart, truth, 1 / 100)]
    assert matching, (over_desa[0], truths[0])


def road(app: App, server: Server, files: list[Path], deck: Path, *, looking: str) -> None:
    """Walk from the first page to the deck."""
    app.open().press("Unggah laporan").upload(files)
    expect(app.page.locator("[data-testid=stMain]")).to_contain_text("12 desa")
    save_each(app, files)
    app.open(looking).page.wait_for_selector(".js-plotly-plot .barlayer path")
    names = list(store_at(server).desa(1)["desa"])
    assert len(names) == 12 and app.lacks(names) == []
    app.open("peringkat").page.wait_for_selector(".js-plotly-plot .barlayer path")
    assert app.lacks(names) == []
    app.open("agenda").page.get_by_text("Dokumen", exact=True).first.click()
    app.download("Materi (PPTX)", deck)
    assert app.english() == []


def test_example_reports_from_upload_to_deck(fresh_app: App, fresh_server: Server, tmp_path: Path) -> None:
    files = [EXAMPLE / "KIA" / "LAPORAN KIA 2026.xlsx", EXAMPLE / "Imunisasi" / "PWS IMUNISASI JUNI 2026.xlsx"]
    road(fresh_app, fresh_server, files, tmp_path / "materi.pptx", looking="imunisasi?tahun=2026&bulan=Juni")
    assert_charts_hold_the_stores_numbers(fresh_server, tmp_path / "materi.pptx", 2026, 6, ("idl", "dpt1", "dpt3", "mr1", "k1", "k4", "k6"))


@pytest.mark.korpus
def test_real_workbook_from_upload_to_deck(fresh_app: App, fresh_server: Server, tmp_path: Path, corpus: Path) -> None:
    report = next((corpus / "real" / "files").rglob("*Laporan_Ibu.xlsx"))
    road(fresh_app, fresh_server, [report], tmp_path / "materi.pptx", looking="gizi_ibu_hamil?tahun=2026&bulan=April")
    assert_charts_hold_the_stores_numbers(fresh_server, tmp_path / "materi.pptx", 2026, 4, ("k1", "k4", "k6", "kek", "anemia", "fe3"))


def test_file_that_is_no_report_is_refused_and_nothing_is_stored(fresh_app: App, fresh_server: Server, tmp_path: Path) -> None:
    broken = tmp_path / "bukan laporan.xlsx"
    broken.write_bytes(b"PK\x03\x04 bukan buku kerja")
    fresh_app.open("unggah").upload([broken])
    expect(fresh_app.page.get_by_text("Berkas tidak dapat dibuka", exact=False).first).to_be_visible()
    assert not fresh_app.has_exception() and fresh_app.english() == []
    assert not fresh_app.page.get_by_role("button", name=re.compile("^Simpan")).count()
    assert store_at(fresh_server).puskesmas().empty
