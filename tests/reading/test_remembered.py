"""What is remembered from report to report: heads, never a number or a date of somebody."""

from __future__ import annotations

import pytest

from lokmin_data.reading.blocks.places import Place
from lokmin_data.reading.heads.by_form import by_form, of_form
from lokmin_data.reading.heads.headers import Head, read_head
from lokmin_data.reading.heads.tables import Frame, Grid, _anchor_rows
from lokmin_data.reading.words.meaning import Meaning, Reader
from lokmin_data.reading.words.remembered import Remembered
from lokmin_data.reading.words.vocabulary import vocabulary

OF_SOMEBODY = ("3320 0112 0389 0001", "3320011203890001", "12 Januari 1989", "12/03/1989", "tgl 1-2-2024")
OF_A_HEAD = ("K1", "0-59 bulan", "Tahun 2026", "TTD 90", "12-23 bln")


@pytest.mark.parametrize("text", OF_SOMEBODY)
def test_numbers_of_somebody_are_forgotten(text: str) -> None:
    kept = Remembered()
    kept.keep((text,), Meaning())
    kept.keep(("Bayi", text), Meaning())
    kept.place((text,), lambda: Place("", (text,), False, (text,)))
    kept.keep_tokens(text, ["januari"])
    assert not kept.meanings and not kept.places and not kept.tokens


@pytest.mark.parametrize("text", OF_A_HEAD)
def test_heads_are_remembered(text: str) -> None:
    kept = Remembered()
    kept.keep(("Bayi", text), Meaning())
    kept.place((text,), lambda: Place("", (text,), False, (text,)))
    kept.keep_tokens(text, ["k1"])
    assert list(kept.meanings) == [("Bayi", text)] and list(kept.places) == [(text,)] and list(kept.tokens) == [text]


@pytest.mark.parametrize(("text", "heads", "kept"), [("Nama Desa", True, True), ("K1", False, True), ("Sitiaisyah", False, False)])
def test_whether_a_text_heads_names_is_remembered_of_the_words_of_the_field(text: str, heads: bool, kept: bool) -> None:
    reader = Reader(vocabulary())
    reader.forms = Remembered()
    _anchor_rows(Grid([[text, "x"]], ()), reader)
    assert reader.anchors[text] is heads and (text in reader.forms.anchors) is kept


def _head(reader: Reader, above: str, top: int = 1) -> Head:
    """The head DESA | (a text merged from the row above) | K4, in row `top`."""
    rows = [[None] * 3] * (top - 1) + [[None, above, None], ["DESA", None, "K4"], ["Suka", 3.0, 4.0]]
    return read_head(Grid(rows, ((top - 1, 1, top, 1),)), Frame(top, top, top, top + 1, 0, 2, 0, 0), reader)


def test_a_form_is_asked_once_wherever_it_stands() -> None:
    reader, asked = Reader(vocabulary()), []
    heads = [_head(reader, "K1"), _head(reader, "K1", top=9)]

    def first(columns: tuple, _: Reader) -> str:
        asked.append(columns)
        return columns[1].path[0]

    @by_form
    def without_last(head: Head, _: Reader) -> Head:
        asked.append(head.columns)
        return Head(head.frame, head.columns[:-1])

    assert [of_form(first, head, reader) for head in heads] == ["K1", "K1"]
    shorter = [without_last(head, reader) for head in heads]
    assert shorter[0].columns is shorter[1].columns and [head.frame.top for head in shorter] == [1, 9]
    assert len(asked) == 2


def test_a_text_merged_from_above_makes_another_form() -> None:
    reader = Reader(vocabulary())
    found = [_head(reader, text).columns[1].meaning.indicator for text in ("K1", "K6", "K1")]
    assert found[0] == found[2] != found[1] != ""
