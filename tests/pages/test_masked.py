"""Counts below five on the pages: seen by officers, masked for others where the Puskesmas wants it, and never HIV per desa."""

from __future__ import annotations

import io
import json
import re

import pandas as pd
import pytest
import streamlit as st
from desk_tools import open_page, texts, well
from openpyxl import load_workbook

from lokmin_data.model import OBSERVATION_COLUMNS, Reading
from lokmin_data.store import open_store
from pages._shared.session import Scope

DESA = ("Mekarsari", "Pasirjati", "Sukamaju", "Cibodas")
#: Desa to what it counts; the first is the small one, and its numbers stand nowhere else.
COUNTS = {"tb_kasus": (3, 31, 37, 43), "spm_12": (61, 67, 71, 73), "idl": (3, 41, 47, 53)}
SASARAN = {"tb_kasus": 211, "spm_12": 223, "idl": 97}


@pytest.fixture(scope="module")
def store(tmp_path_factory):
    patch = pytest.MonkeyPatch()
    patch.setenv("LOKMIN_DATA_DIR", str(tmp_path_factory.mktemp("samar")))
    patch.delenv("LOKMIN_DATABASE_URL", raising=False)
    st.cache_resource.clear()
    st.cache_data.clear()
    opened = open_store()
    puskesmas = opened.add_puskesmas("Mekar", who="uji")
    rows = [
        (desa, "desa", code, 2026, 3, "cumulative", "T", float(number), float(SASARAN[code]), None, "Lembar1", f"C{place}")
        for code, numbers in COUNTS.items() for place, (desa, number) in enumerate(zip(DESA, numbers, strict=True), 5)
    ]  # fmt: skip
    reading = Reading("laporan.xlsx", "1", pd.DataFrame(rows, columns=list(OBSERVATION_COLUMNS)))
    opened.save_report(reading, puskesmas, who="uji", create_areas=True)
    yield opened
    opened.close()
    st.cache_resource.clear()
    patch.undo()


@pytest.fixture
def wanted(store):
    """The setting is on."""
    store.save_settings(1, {"tampilan": {"sembunyikan_kecil": True}}, "uji")
    yield store
    store.save_settings(1, {"tampilan": {"sembunyikan_kecil": False}}, "uji")


def said(app) -> str:
    """Everything on the page, its charts included."""
    charts = [json.dumps(json.loads(one.proto.spec), ensure_ascii=False) for one in app.get("plotly_chart")]
    return "\n".join([texts(well(app)), *charts])


def tells(text: str, x: int, n: int) -> bool:
    """True where the count stands there, as number of a sasaran or as its percent."""
    return bool(re.search(rf"(?<!\d){x} ?(?:/|dari) ?{n}(?!\d)", text)) or f"{100 * x / n:.1f}".replace(".", ",") + " %" in text


def test_an_officer_sees_what_a_passer_by_does_not(wanted, monkeypatch):
    assert tells(said(open_page("imunisasi")), 3, 97)
    monkeypatch.setenv("LOKMIN_JARINGAN", "ya")
    shown = said(open_page("imunisasi"))
    assert not tells(shown, 3, 97) and "disamarkan" in shown and tells(shown, 47, 97), "the large ones stay"
    assert not tells(said(open_page("imunisasi")), 41, 97), "the smallest neighbour is masked along"


@pytest.mark.parametrize("screen", ["ringkasan", "peringkat", "profil", "spm_program_lain", "agenda", "kualitas_data", "presentasi"])
def test_no_page_tells_a_passer_by(wanted, monkeypatch, screen):
    monkeypatch.setenv("LOKMIN_JARINGAN", "ya")
    shown = said(open_page(screen))
    assert not tells(shown, 3, 97) and not tells(shown, 3, 211), screen


def test_the_score_of_a_masked_desa_is_in_no_chart_and_the_notes_of_a_report_are_for_officers(wanted, monkeypatch):
    """From the score of one indicator the count can be reckoned; the notes of an upload quote numbers."""
    open_to_all = open_page("peringkat", peringkat="idl")
    assert "skor disamarkan" not in said(open_to_all)
    monkeypatch.setenv("LOKMIN_JARINGAN", "ya")
    app = well(open_page("peringkat", peringkat="idl"))
    spec = json.loads(app.get("plotly_chart")[0].proto.spec)
    ends = dict(zip(spec["layout"]["yaxis"]["ticktext"], spec["data"][-1]["text"], strict=True))
    hidden = [desa for desa, text in ends.items() if "skor disamarkan" in text]
    assert sorted(name.split(". ")[1] for name in hidden) == ["Mekarsari", "Pasirjati"], ends
    for bar in spec["data"]:
        points = dict(zip(ends, bar["x"], strict=True))
        assert [points[name] for name in hidden] == [0, 0] or "Laporan kosong" in bar.get("name", ""), bar
    assert not [one for one in well(open_page("unggah")).expander if one.label.startswith("Catatan")]
    assert "hanya ditampilkan kepada petugas" in texts(well(open_page("kualitas_data")))


def test_without_the_setting_everybody_sees_all(store, monkeypatch):
    monkeypatch.setenv("LOKMIN_JARINGAN", "ya")
    assert tells(said(open_page("imunisasi")), 3, 97)


@pytest.mark.parametrize("part", ["SPM", "Penyakit menular"])
def test_hiv_of_a_desa_is_on_no_page_even_for_officers(store, part):
    shown = said(open_page("spm_program_lain", bagian=part))
    assert not any(tells(shown, number, 223) for number in COUNTS["spm_12"])


def test_the_meetings_documents_mask_recognisable_cases(store):
    well(open_page("agenda"))
    from pages._shared import meeting_documents as documents
    from pages._shared.meeting_data import load_meeting

    at = Scope(1, "Mekar", "", "", 2026, 3, store.data_version(1), False)
    cells = {}
    for kind in ("tribulanan", "bulanan"):
        package = documents.gather(load_meeting(at, kind))
        book = load_workbook(io.BytesIO(documents.makers(package)["Tabel seluruh indikator"][1]()))
        cells[kind] = {sheet.title: [[cell.value for cell in row] for row in sheet.iter_rows()] for sheet in book.worksheets}
    counts = {
        kind: {row[0]: row[1] for name, rows in sheets.items() if "TB" in name for row in rows if row[0] in (*DESA, "Puskesmas")}
        for kind, sheets in cells.items()
    }
    assert counts["tribulanan"] == {"Mekarsari": None, "Pasirjati": None, "Sukamaju": 37, "Cibodas": 43, "Puskesmas": 114}
    assert counts["bulanan"] == {**dict(zip(DESA, COUNTS["tb_kasus"], strict=True)), "Puskesmas": 114}, "the internal meeting sees its cases"
    for kind, sheets in cells.items():
        hiv = [value for name, rows in sheets.items() if "HIV" in name for row in rows for value in row]
        assert not set(COUNTS["spm_12"]) & set(hiv) and sum(COUNTS["spm_12"]) in hiv, kind
