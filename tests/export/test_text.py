"""Text of reports stays text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from lokmin_data.export.files import write_atomically
from lokmin_data.export.text import FORMULA_SIGNS, clean, csv_safe, file_name
from lokmin_data.model import LokminError


@given(st.text())
def test_cleaned_text_is_always_valid_xml(text):
    element = etree.Element("t")
    element.text = clean(text)
    assert etree.fromstring(etree.tostring(element, encoding="utf-8")).text in (clean(text) or None, clean(text))


@pytest.mark.parametrize(
    ("raw", "shown"),
    [(None, ""), ("a\x00b\x1bc", "abc"), ("a\r\nb\rc", "a\nb\nc"), ("kiri\u202ekanan", "kirikanan"), (7, "7")],
)
def test_control_signs_are_stripped(raw, shown):
    assert clean(raw) == shown


@pytest.mark.parametrize("raw", ["=1+1", "+62", "-A1", "@SUM(A1)", "\t=1", "\r=1", " =1", "\n@x", "\uff1d1"])
def test_csv_cells_that_look_like_formulas_are_made_harmless(raw):
    assert csv_safe(raw).startswith("'")


@given(st.text())
def test_no_csv_cell_starts_with_a_formula_sign(text):
    assert not csv_safe(text).lstrip(" \n\xa0").startswith(FORMULA_SIGNS)


@pytest.mark.parametrize(("value", "shown"), [(-5, "-5"), (2.5, "2.5"), ("Desa A", "Desa A"), (None, "")])
def test_numbers_and_plain_texts_stay_as_they_are(value, shown):
    assert csv_safe(value) == shown


@pytest.mark.parametrize(
    ("parts", "name"),
    [
        (("agenda", "Puskesmas Sukamaju/Jaya", "2026-03"), "agenda_puskesmas-sukamaju-jaya_2026-03.pptx"),
        (("../../etc", ""), "etc.pptx"),
        (("",), "dokumen.pptx"),
    ],
)
def test_file_names_are_safe(parts, name):
    assert file_name(*parts, suffix="pptx") == name


def test_a_file_is_replaced_whole(tmp_path):
    target = tmp_path / "a.bin"
    target.write_bytes(b"lama")
    write_atomically(target, b"baru")
    assert target.read_bytes() == b"baru" and [one.name for one in tmp_path.iterdir()] == ["a.bin"]


def test_a_folder_that_is_not_there_is_told(tmp_path):
    with pytest.raises(LokminError, match="tidak dapat ditulis"):
        write_atomically(tmp_path / "tidak" / "ada.bin", b"x")
