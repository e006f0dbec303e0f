"""Titles that keep a table from being read are asked, and what somebody answers is used; forms without a result are told."""

from __future__ import annotations

import pytest
from laporan import book, codes, said

from lokmin_data.model import LokminError
from lokmin_data.reading import read_book

TABLE = "\nNO|DESA|SASARAN|{}\n1|Suka|100|20\n2|Maju|120|31\n3|Jaya|90|13"
TITLES = [
    ("SISA SASARAN K4 MEI 2026", "JUMLAH"), ("STANDAR K4 MEI 2026", "JUMLAH"), ("K4 BUMIL GAKIN MEI 2026", "JUMLAH"),
    ("DATA POLI UMUM MEI 2026", "CAPAIAN"),
]  # fmt: skip


def _asked(text: str, columns: dict[str, str] | None = None, layout: str = ""):  # noqa: ANN202
    memory = {layout: {"columns": columns}} if columns else None
    try:
        return read_book(book(S=text), memory=memory)
    except LokminError as refused:
        return refused.reading


@pytest.mark.parametrize(("title", "head"), TITLES)
def test_a_title_is_asked_and_the_answer_holds_in_the_next_month(title: str, head: str):
    first = _asked(title + TABLE.format(head))
    assert first.observations.empty and list(first.unknown_columns["header"]) == [title] and list(first.unknown_columns["cell"]) == ["A1"]
    answered = _asked(title.replace("MEI", "JUNI") + TABLE.format(head), {title: "k4"}, first.layout)
    assert "Suka k4 2026-6 month T 20/100" in said(answered) and answered.unknown_columns.empty


def test_a_title_that_somebody_ignores_is_not_asked_again():
    title = "SISA SASARAN K4 MEI 2026"
    first = _asked(title + TABLE.format("JUMLAH"))
    again = _asked(title + TABLE.format("JUMLAH"), {title: "ignore"}, first.layout)
    assert again.observations.empty and again.unknown_columns.empty


def test_a_table_that_is_read_asks_no_title():
    assert _asked("CAKUPAN K4 MEI 2026" + TABLE.format("CAPAIAN")).unknown_columns.empty


@pytest.mark.parametrize(("rows", "told"), [("Suka||\nMaju||", True), ("Suka|40|\nMaju|50|", True), ("Suka|40|0\nMaju|50|3", False)])
def test_a_form_without_results_is_told_by_its_cell(rows: str, told: bool):
    assert ("formulir-kosong C2" in codes(_asked(f"CAKUPAN K4 MARET 2026\nDESA|SASARAN|K4\n{rows}"))) is told
