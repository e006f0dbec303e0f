"""Options of a picker that read the same, and names that are too many for a row."""

from types import SimpleNamespace

import pandas as pd
from streamlit.testing.v1 import AppTest

from pages._shared.apart import told_apart
from pages._shared.rtl_follow import follow_html


def test_a_label_that_stands_there_already_gets_a_number():
    labels = {1: "Sweeping", 2: "Sweeping (2)", 3: "Sweeping", 4: "Sweeping", 5: "Kelas ibu"}
    assert told_apart(labels) == {
        1: "Sweeping", 2: "Sweeping (2)", 3: "Sweeping (3)", 4: "Sweeping (4)", 5: "Kelas ibu",
    }  # fmt: skip


def undo_page():
    from unittest.mock import patch

    import streamlit as st

    from pages._shared import upload_history

    table = st.session_state["uji_unggahan"]
    with patch.object(upload_history, "get_store", lambda: table["store"]):
        upload_history.show_history(table["at"], allowed=True)


def test_of_two_uploads_of_one_name_in_one_minute_the_chosen_one_is_taken_back():
    when = pd.Timestamp("2026-05-02 09:15")
    rows = [
        {"report_id": number, "file_name": "laporan.xlsx", "stored_at": when, "status": "accepted", "programme": [], "months": [],
         "rows": 3, "stored_by": "", "undone_by": "", "undone_at": None}
        for number in (8, 7)
    ]  # fmt: skip
    app = AppTest.from_function(undo_page)
    app.session_state["uji_unggahan"] = {
        "store": SimpleNamespace(reports=lambda _: pd.DataFrame(rows)), "at": SimpleNamespace(puskesmas_id=1, masked=True),
    }  # fmt: skip
    for place, number in enumerate((8, 7)):
        box = next(box for box in app.run().selectbox if box.label == "Unggahan yang dibatalkan")
        box.set_value(box.options[place]).run()
        assert not app.exception and [button.key for button in app.button] == [f"batal_{number}"]


def test_many_desa_of_an_action_plan_are_counted_and_named_by_the_pointer():
    row = {"kegiatan": "Kelas ibu", "lokmin": "2026-03", "status": "proses"}
    few, many = (follow_html([{**row, "desa": ", ".join(f"Desa {n}" for n in ids), "desa_ids": ids}]) for ids in ([1, 2], list(range(1, 9))))
    assert "<small>Desa 1, Desa 2 ·" in few
    assert ">8 desa</span>" in many and 'title="Desa 1, Desa 2' in many
