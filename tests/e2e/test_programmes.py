"""Every programme's number on one road: example report, Ringkasan, its page, profile, ranking, agenda, RTL, PPTX, Excel, PDF.

The pages run without a browser here (Streamlit's own test of a script), so that seven programmes take seconds.
"""

from __future__ import annotations

import io
import json
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from html import unescape
from pathlib import Path
from typing import Any

import pandas as pd
import pytest
import streamlit as st
from openpyxl import load_workbook
from pptx import Presentation
from streamlit.testing.v1 import AppTest

from alat.server_uji import ROOT
from lokmin_data import wording
from lokmin_data.analysis import assess_all, rank_desa
from lokmin_data.export import profil
from lokmin_data.export.pptx_deck import build_materi
from lokmin_data.export.profil import profil_desa_pdf
from lokmin_data.export.tables import package_sheets
from lokmin_data.export.xlsx import table_xlsx
from lokmin_data.meeting import rtl as plans
from lokmin_data.meeting.agenda import Agenda
from lokmin_data.meeting.build import build_agenda
from lokmin_data.meeting.deck import Meta, build_slides
from lokmin_data.store import load_panel, open_store
from pages._shared.filters import INDICATOR_KEYS, OTHER_KEY, OTHER_PAGE, PAGES, SECTIONS
from tests.e2e.aids import EXAMPLE_FILE, put_example

pytestmark = pytest.mark.usefixtures("packages_looked_through_once")

YEAR, MONTH = 2026, 6
#: The deck draws the heaviest problems of the other programmes; this one stands in the agenda alone.
WITHOUT_SLIDE = {"penyakit"}
#: Percent in a chart of the deck: one decimal is shown, more may be kept.
TOLERANCE = 0.06
#: Each programme's indicator that the example brings to the meeting, or that its report is about.
PROGRAMMES = {
    "imunisasi": "idl", "gizi_ibu_hamil": "k6", "stunting": "d_s", "spm": "spm_08", "penyakit": "abj", "sanitasi": "plc_rt", "phbs": "phbs_rt",
    "anak_sekolah": "rematri_ttd", "ilp": "kunjungan_rumah",
}  # fmt: skip


@dataclass(frozen=True)
class Walk:
    """What every step stands on, computed once, and the documents made of it."""

    found: dict[str, Any]
    ranking: pd.DataFrame
    agenda: Agenda
    deck: str
    charts: list[dict[str, float]]
    workbook: list[tuple[Any, ...]]
    profiles: str


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return put_example(tmp_path_factory.mktemp("program"), tmp_path_factory)


@pytest.fixture(autouse=True)
def pages_of(data: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """The pages look at this module's example."""
    monkeypatch.setenv("LOKMIN_DATA_DIR", str(data))
    monkeypatch.delenv("LOKMIN_DATABASE_URL", raising=False)
    st.cache_resource.clear()
    yield
    st.cache_resource.clear()


@pytest.fixture(scope="module")
def walk(data: Path) -> Walk:
    """Assessments, ranking, agenda and documents of June."""
    store = open_store(f"sqlite:///{data / EXAMPLE_FILE}")
    panel = load_panel(store, 1, YEAR, MONTH)
    store.close()
    present = set(panel.observations["indicator"])
    found = assess_all(panel, YEAR, MONTH, [code for code in panel.indicators if code in present])
    ranking = rank_desa(found, panel.settings)
    agenda = build_agenda(found, ranking, None, puskesmas="Sukamaju Raya", year=YEAR, month=MONTH)
    meta = Meta("Sukamaju Raya", YEAR, MONTH, contoh=True)
    deck = build_materi(build_slides(agenda, found, ranking, meta))
    sheets = load_workbook(io.BytesIO(table_xlsx(package_sheets(agenda, found, ranking), meta)), read_only=True)
    rows = [row for sheet in sheets.worksheets for row in sheet.values]
    pdf = profil_desa_pdf(found, ranking, meta, agenda=agenda)
    text = subprocess.run(["pdftotext", "-layout", "-", "-"], input=pdf, capture_output=True, check=True).stdout.decode()
    return Walk(found, ranking, agenda, _deck_text(deck), _charts(deck), rows, squeezed(text))


def _deck_text(deck: bytes) -> str:
    shapes = [shape for slide in Presentation(io.BytesIO(deck)).slides for shape in slide.shapes]
    cells = [cell.text for shape in shapes if shape.has_table for row in shape.table.rows for cell in row.cells]
    names = [str(name) for shape in shapes if shape.has_chart for name in shape.chart.plots[0].categories]
    return squeezed("\n".join([*(shape.text_frame.text for shape in shapes if shape.has_text_frame), *cells, *names]))


def _charts(deck: bytes) -> list[dict[str, float]]:
    """Every chart of the deck: category to the value of its first series."""
    found = []
    for slide in Presentation(io.BytesIO(deck)).slides:
        for plot in (shape.chart.plots[0] for shape in slide.shapes if shape.has_chart):
            found.append({str(name): value for name, value in zip(plot.categories, plot.series[0].values, strict=False) if value is not None})
    return found


def squeezed(text: str) -> str:
    """Without spaces and tags' entities: a page may break a number's surroundings anywhere."""
    return "".join(unescape(text).split())


def page_text(name: str, **query: str) -> str:
    """Everything that a page of the example says in June."""
    return said_by(opened(name, **query))


def opened(name: str, **query: str) -> AppTest:
    """A page of the example in June."""
    app = AppTest.from_file(str(ROOT / "dashboard.py"), default_timeout=90)
    for key, value in {"data": "contoh", "tahun": str(YEAR), "bulan": "Juni", **query}.items():
        app.query_params[key] = value
    app.switch_page(f"pages/{name}.py").run()
    if closed := [key for key in app.session_state.to_dict() if str(key).startswith("buka_")]:  # the problems of the agenda
        for key in closed:
            app.session_state[key] = True
        app.run()
    assert not app.exception, [one.value for one in app.exception]
    return app


def said_by(app: AppTest) -> str:
    """All texts of a page, squeezed."""
    shown = [one.value for kind in (app.title, app.markdown, app.html, app.text_area, app.expander) for one in kind if hasattr(one, "value")]
    return squeezed("\n".join(map(str, shown)))


def page_with_charts(name: str, **query: str) -> str:
    """The same with what its charts write."""
    app = opened(name, **query)
    charts = [json.dumps(json.loads(chart.proto.spec), ensure_ascii=False) for chart in app.get("plotly_chart")]
    return said_by(app) + squeezed(" ".join(charts).replace("\\u003c", "<"))


def fraction(row: Any) -> str:
    """'19/77' as every page and document writes it."""
    return squeezed(wording.count(row["cumulative"], row["sasaran"]).split(" · ")[0])


def weakest(walk: Walk, code: str) -> pd.Series:
    """The desa with the lowest percent among those that reported."""
    return walk.found[code].desa.dropna(subset=["percent"]).sort_values("percent").iloc[0]


def has_room_for(walk: Walk, code: str, desa_id: int) -> bool:
    """True where the indicator is among those that the desa's printed page has room for (the rest is counted there)."""
    cells = {each: {int(row["desa_id"]): row for row in one.desa.to_dict("records")} for each, one in walk.found.items()}
    return code in [one.indicator.code for one in profil._shown(walk.found, cells, desa_id, walk.agenda)]


@pytest.mark.parametrize(("programme", "code"), PROGRAMMES.items())
def test_the_number_is_the_same_on_its_pages(walk: Walk, programme: str, code: str) -> None:
    assessment, desa = walk.found[code], weakest(walk, code)
    page = PAGES.get(programme, OTHER_PAGE)
    query = {} if programme in PAGES else {OTHER_KEY: SECTIONS[programme]}
    shown = page_text(page, **query, **{INDICATOR_KEYS[programme]: assessment.indicator.label})
    assert fraction(desa) in shown and fraction(assessment.puskesmas) in shown
    if assessment.indicator.headline:
        assert fraction(desa) in page_text("profil", desa=desa["desa"])


def test_headlines_stand_on_ringkasan(walk: Walk) -> None:
    shown = page_text("ringkasan")
    headlines = [found for found in walk.found.values() if found.indicator.headline]
    assert len(headlines) >= 9
    for found in headlines:
        for row in found.desa.dropna(subset=["percent"]).to_dict("records"):
            assert fraction(row) in shown, (found.indicator.code, row["desa"])


def test_ranking_and_agenda_show_the_same_order_and_numbers(walk: Walk) -> None:
    shown = page_text("peringkat")
    for row in walk.ranking.head(3).itertuples():
        assert squeezed(row.desa) in shown and wording.number(row.score, 0) in shown
    assert {item.indicator for item in walk.agenda.problems()} & set(PROGRAMMES.values())
    agenda = page_text("agenda")
    for item in walk.agenda.problems():
        found = walk.found[item.indicator]
        assert fraction(found.puskesmas) in squeezed(item.evidence) and fraction(found.puskesmas) in agenda, item.indicator


@pytest.mark.parametrize(("programme", "code"), PROGRAMMES.items())
def test_plan_and_documents_hold_it_too(walk: Walk, programme: str, code: str) -> None:
    assessment, desa = walk.found[code], weakest(walk, code)
    problems = {item.indicator: item for item in walk.agenda.problems()}
    if code in problems:
        item = problems[code]
        plan = plans.prefill(item, assessment, lokmin="2026-06", due=date(2026, 9, 30))[0]
        own = assessment.desa[assessment.desa["desa_id"].isin(item.desa_ids)] if item.desa_ids else pd.DataFrame([assessment.puskesmas])
        assert plan["indicator"] == code and plan["target_value"] is not None
        assert plan["baseline_x"] == pytest.approx(own["cumulative"].sum()) and plan["baseline_n"] == pytest.approx(own["sasaran"].sum())
        drawn = [chart[desa["desa"]] for chart in walk.charts if desa["desa"] in chart]
        shares = (pytest.approx(desa["percent"], abs=TOLERANCE), pytest.approx(desa["percent"] / 100, abs=TOLERANCE / 100))
        own_slide = programme not in WITHOUT_SLIDE
        assert not own_slide or fraction(desa) in walk.deck or any(value in shares for value in drawn), drawn
    assert fraction(desa) in walk.profiles or not has_room_for(walk, code, int(desa["desa_id"]))
    rows = [row for row in walk.workbook if desa["desa"] in row]
    numbers = (pytest.approx(desa["cumulative"]), pytest.approx(desa["sasaran"]))
    assert any(all(number in row for number in numbers) for row in rows), (desa["desa"], rows[:3])


def test_a_desa_has_the_same_numbers_in_all_seven_places(walk: Walk) -> None:
    """The first headline problem of the agenda, every desa: Ringkasan, programme page, ranking, profile, agenda, PPTX, Excel."""
    core = [item for item in walk.agenda.problems() if item.programme in PAGES and walk.found[item.indicator].indicator.headline]
    item, found = core[0], walk.found[core[0].indicator]
    label, desa = found.indicator.label, found.desa.dropna(subset=["percent"])
    programme = found.indicator.programme
    alone = rank_desa([found], found.panel.settings).set_index("desa_id")
    pages = {name: page_with_charts(name, **query) for name, query in (
        ("ringkasan", {}), (PAGES[programme], {INDICATOR_KEYS[programme]: label}), ("peringkat", {"peringkat": label}), ("agenda", {}),
    )}  # fmt: skip
    deck = [chart for chart in walk.charts if set(desa["desa"]) <= set(chart)]
    for row in desa.to_dict("records"):
        said = fraction(row)
        assert {name for name in ("ringkasan", PAGES[programme], "peringkat") if said not in pages[name]} == set(), (row["desa"], said)
        assert squeezed(f"<b>{wording.number(alone.loc[row['desa_id'], 'score'], 0)}</b>") in pages["peringkat"]
        assert any(chart[row["desa"]] in (pytest.approx(row["percent"], abs=TOLERANCE), pytest.approx(row["percent"] / 100, abs=TOLERANCE / 100))
                   for chart in deck), row["desa"]  # fmt: skip
        numbers = [pytest.approx(row[name]) for name in ("cumulative", "sasaran", "percent")]
        assert any(row["desa"] in line and all(number in line for number in numbers) for line in walk.workbook), row["desa"]
    evidence = squeezed(item.evidence)
    told = [row for row in desa.to_dict("records") if squeezed(f"{row['desa']} {wording.count(row['cumulative'], row['sasaran'])}") in evidence]
    assert told and all(fraction(row) in pages["agenda"] for row in told)
    assert fraction(told[0]) in page_text("profil", desa=told[0]["desa"])
