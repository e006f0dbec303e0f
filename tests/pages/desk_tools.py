"""What the tests of the working pages share: a store, an app on it, and readings made by hand."""

from __future__ import annotations

from pathlib import Path
from unittest.mock import patch

import pandas as pd
from streamlit.testing.v1 import AppTest

from lokmin_data.meeting.agenda import agenda_from_dict
from lokmin_data.model import OBSERVATION_COLUMNS, Reading, SheetReading

ROOT = Path(__file__).resolve().parents[2]
DASHBOARD = str(ROOT / "dashboard.py")
DESA = ["Mekarsari", "Pasirjati", "Sukamaju"]
#: The lokmin of the fictional Puskesmas.
KEY = "2026-06"
#: The reader's own types of a date: what a report does not say is pandas' NA there, which is neither true nor false.
DATED = {"year": "Int64", "month": "Int64"}


def open_page(name: str, **query: str) -> AppTest:
    """The page as a user opens it by its address."""
    app = AppTest.from_file(DASHBOARD, default_timeout=60)
    for key, value in query.items():
        app.query_params[key] = value
    return app.switch_page(f"pages/{name}.py").run()


def well(app: AppTest) -> AppTest:
    """The app, where nothing went wrong."""
    assert not app.exception, [one.value for one in app.exception]
    assert not any("tidak dapat ditampilkan" in one.value for one in app.error), [one.value for one in app.error]
    return app


def button(app: AppTest, begins: str):
    """The button whose label begins so."""
    found = [one for one in app.button if one.label.replace("\\", "").startswith(begins)]
    assert found, f"no button '{begins}' among {[one.label for one in app.button]}"
    return found[0]


def editor_key(app: AppTest, begins: str) -> str:
    """The key of the data editor whose drawer begins so (a drawer holds the table and how often it was drawn anew)."""
    state = app.session_state.to_dict()
    drawers = [str(k) for k, held in state.items() if str(k).startswith(begins) and isinstance(held, dict) and "round" in held]
    assert drawers, f"no table '{begins}' among {sorted(map(str, state))}"
    return f"{drawers[0]}_{state[drawers[0]]['round']}"


def texts(app: AppTest) -> str:
    """Everything that the page says, in one text."""
    parts = [
        one.value
        for kind in (app.markdown, app.html, app.info, app.warning, app.error, app.success, app.caption)
        for one in kind
    ]
    return "\n".join(str(part) for part in parts).replace("\\", "")


def reading(
    areas, *, months=(1,), year=2026, numbers=None, name="laporan.xlsx", sha="1", indicator="k1", problems=(), **more
) -> Reading:
    """A report with one number a desa and month: 10, 11, 12, ... unless given."""
    rows = []
    for m, month in enumerate(months):
        for a, area in enumerate(areas):
            value = 10.0 + a + m if numbers is None else numbers[a]
            rows.append(
                (area, "desa", indicator, year, month, "month", "T", value, 100.0, None, "Lembar1", f"C{a + 5}")
            )
    frame = pd.DataFrame(rows, columns=list(OBSERVATION_COLUMNS)).astype(DATED)
    marks = pd.DataFrame(
        [(4 + a, 0, "area", area) for a, area in enumerate(areas)], columns=["row", "column", "role", "meaning"]
    )
    cells = tuple([("LAPORAN",)] * 4 + [(area, "10") for area in areas])
    sheets = more.pop("sheets", (SheetReading("Lembar1", "read", marks, cells),))
    return Reading(name, sha, frame, tuple(problems), layout="bentuk-1", sheets=sheets, **more)


def drop(found, *files, page=None):
    """Upload files while the reader answers with what was made by hand (one reading, or a function)."""
    answer = found if callable(found) else (lambda *args, **kwargs: found)
    app = page or open_page("unggah")
    with patch("lokmin_data.reading.read_report", side_effect=answer):
        for name, data in files or (("laporan.xlsx", b"isi"),):
            app.file_uploader[0].upload(name, data)
        app.run()
    return app


def again(app, found):
    """Run once more with the same reader."""
    answer = found if callable(found) else (lambda *args, **kwargs: found)
    with patch("lokmin_data.reading.read_report", side_effect=answer):
        app.run()
    return app


def saved_agenda(store, key=KEY):
    body, _ = store.load_document(1, "agenda", key)
    return agenda_from_dict(body["agenda"])


def evidence_box(app):
    """The evidence of the first problem; all are opened for it."""
    for key in [key for key in app.session_state.to_dict() if str(key).startswith("buka_")]:
        app.session_state[key] = True
    return next(area for area in well(app.run()).text_area if area.label == "Bukti")


def edit(app, begins, **rows):
    """Change cells of the data editor whose key begins so."""
    key = editor_key(app, begins)
    app.session_state[key] = {
        "edited_rows": rows.get("edited", {}),
        "added_rows": rows.get("added", []),
        "deleted_rows": [],
    }
    return app
