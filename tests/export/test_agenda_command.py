"""`python -m lokmin_data agenda`: JSON of the contract, documents written whole or not at all."""

from __future__ import annotations

import io
import json

import docx
import numpy as np
import openpyxl
import pytest
from pptx import Presentation

from lokmin_data.__main__ import main
from lokmin_data.model import OBSERVATION_COLUMNS, Reading
from lokmin_data.store import open_store
from tests.meeting.lokmin_samples import panel_of


def reading_of(panel) -> Reading:
    table = panel.observations.rename(columns={"desa": "area"}).assign(level="desa", percent=np.nan)
    return Reading("contoh.xlsx", "0" * 64, table[list(OBSERVATION_COLUMNS)])


@pytest.fixture(scope="module")
def database(tmp_path_factory):
    url = f"sqlite:///{tmp_path_factory.mktemp('db')}/lokmin.sqlite"
    store = open_store(url)
    puskesmas_id = store.add_puskesmas("Sukamaju Jaya", kecamatan="Sukajaya", who="uji")
    store.save_report(reading_of(panel_of(silent=("Wonomulyo",))), puskesmas_id, who="uji", create_areas=True)
    store.save_rtl({"puskesmas_id": puskesmas_id, "lokmin": "2026-01", "kegiatan": "Sweeping", "desa_ids": [1], "indicator": "idl", "baseline_x": 5,
                    "baseline_n": 48, "baseline_year": 2026, "baseline_month": 1, "target_value": 40, "selesai": "2026-03-15", "status": "proses"},
                   who="uji")  # fmt: skip
    store.close()
    return url


def run(capsys, *words):
    code = main(["agenda", *words])
    told = capsys.readouterr()
    return code, told.out, told.err


def test_json_alone(database, capsys):
    code, out, err = run(capsys, "--year", "2026", "--month", "3", "--db", database)
    told = json.loads(out)
    assert (code, err, told["puskesmas"]) == (0, "", "Sukamaju Jaya")
    assert sum(item["minutes"] for item in told["items"]) == 120
    promise = told["follow_up"][0]
    assert (promise["kegiatan"], promise["overdue_days"], promise["escalation"]) == ("Sweeping", 16, 3)
    assert promise["before"] == "5/48 · 10,4 % (Januari 2026)" and promise["after"].endswith("(Maret 2026)")
    assert [item["title"] for item in told["items"]][
        1
    ] == "Tindak lanjut kesepakatan lalu: 1 dari 1 RTL belum selesai, 1 lewat waktu"


def test_all_documents_open_and_agree(database, capsys, tmp_path):
    files = {name: tmp_path / f"a.{name}" for name in ("pptx", "docx", "pdf", "xlsx")}
    words = [word for name, path in files.items() for word in (f"--{name}", str(path))]
    code, out, _ = run(
        capsys, "--year", "2026", "--month", "3", "--db", database, "--kind", "bulanan", "--minutes", "90", *words
    )
    told = json.loads(out)
    assert code == 0 and sum(item["minutes"] for item in told["items"]) == 90
    assert sorted(one.name for one in tmp_path.iterdir()) == ["a.docx", "a.pdf", "a.pptx", "a.xlsx"]
    assert (
        Presentation(str(files["pptx"])).slides[0].shapes.title.text_frame.text == "Lokakarya mini bulanan, Maret 2026"
    )
    titles = [row[1].value for row in openpyxl.load_workbook(files["xlsx"])["Agenda"].iter_rows(min_row=6)]
    assert titles == [item["title"] for item in told["items"]]
    cells = [
        cell.text for row in docx.Document(io.BytesIO(files["docx"].read_bytes())).tables[0].rows for cell in row.cells
    ]
    assert all(item["title"] in cells and (item["evidence"] in cells) for item in told["items"])
    assert files["pdf"].read_bytes().startswith(b"%PDF")


def test_a_month_without_any_report_is_refused(database, capsys, tmp_path):
    code, out, err = run(capsys, "--year", "2019", "--month", "3", "--db", database, "--pptx", str(tmp_path / "a.pptx"))
    assert (code, out) == (2, "") and "Belum ada laporan sampai Maret 2019" in err
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (["--month", "13", "--year", "2026"], "bulan harus angka 1-12"),
        (["--month", "3", "--year", "2026", "--minutes", "5"], "Isi antara 30 dan 480 menit"),
        (["--month", "3", "--year", "2026", "--pptx", "/tidak/ada/a.pptx"], "tidak dapat ditulis"),
        (["--month", "3", "--year", "2026", "--puskesmas", "Lain"], "Puskesmas 'Lain' tidak ada"),
    ],
)
def test_words_that_are_off_are_refused(database, capsys, words, message):
    code, out, err = run(capsys, "--db", database, *words)
    assert (code, out) == (2, "") and message in err
