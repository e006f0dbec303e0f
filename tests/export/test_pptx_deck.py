"""The PowerPoint file: native charts with the assessment's numbers, tables, notes, sources, CONTOH."""

from __future__ import annotations

import io
import time

import openpyxl
import pytest
from pptx import Presentation
from pptx.enum.shapes import MSO_SHAPE_TYPE

from lokmin_data import wording
from lokmin_data.export.pptx_deck import build_materi
from lokmin_data.meeting.deck import build_slides
from lokmin_data.meeting.slide import Bar, Bars, Column, Slide, Table


def slides_of(work):
    return build_slides(work.agenda, work.assessments, work.ranking, work.meta, follow=work.follow, rtl=work.follow)


def opened(data):
    return Presentation(io.BytesIO(data))


@pytest.fixture(scope="module")
def deck(work):
    slides = slides_of(work)
    return slides, opened(build_materi(slides, contoh=True))


def texts(native):
    return [shape.text_frame.text for shape in native.shapes if shape.has_text_frame]


def test_one_native_slide_each_with_title_source_and_number(deck):
    slides, native = deck
    assert len(native.slides) == len(slides)
    for place, (slide, page) in enumerate(zip(slides, native.slides, strict=True), start=1):
        assert page.shapes.title.text_frame.text == (slide.title if slide.kind == "sampul" else slide.full_title)
        assert slide.source in texts(page) and f"{place}/{len(slides)}" in texts(page)
        assert "CONTOH" in texts(page)
        if slide.notes:
            assert page.notes_slide.notes_text_frame.text == slide.notes


def test_charts_are_native_and_hold_the_assessments_numbers(deck, work):
    checked = 0
    for slide, page in zip(*[deck[0], deck[1].slides], strict=True):
        if slide.kind != "pws":
            continue
        chart = next(shape.chart for shape in page.shapes if shape.has_chart)
        table = work.assessments[slide.indicator].desa.set_index("desa")["percent"]
        found = dict(zip(chart.plots[0].categories, chart.plots[0].series[0].values, strict=True))
        assert slide.bars.target is None or found.pop("\u00a0") is None
        assert found.pop("Puskesmas") == pytest.approx(work.assessments[slide.indicator].puskesmas["percent"])
        assert found == pytest.approx(table.to_dict())
        holder = chart.plots[0].series[0] if slide.bars.target is None else chart.plots[1].series[-1]
        labels = [
            point.data_label.text_frame.text
            for point in map(holder.points.__getitem__, range(len(chart.plots[0].categories)))
        ]
        assert labels[-len(slide.bars.bars) :] == [bar.text for bar in slide.bars.bars]
        checked += 1
    assert checked >= 5


def test_tables_hold_the_slides_texts(deck):
    for slide, page in zip(*[deck[0], deck[1].slides], strict=True):
        if slide.table is None or not slide.table.rows:
            continue
        native = next(shape.table for shape in page.shapes if shape.has_table)
        rows = [tuple(cell.text_frame.text for cell in row.cells) for row in native.rows]
        assert rows[0] == tuple(column.title for column in slide.table.columns) and rows[1:] == list(slide.table.rows)


def test_the_score_is_stacked_in_its_three_parts(deck, work):
    page = next(page for slide, page in zip(deck[0], deck[1].slides, strict=True) if slide.key == "peringkat")
    plot = next(shape.chart for shape in page.shapes if shape.has_chart).plots[0]
    sums = [sum(series.values[place] for series in plot.series) for place in range(len(work.ranking))]
    assert len(plot.series) == 3 and sums == pytest.approx(list(work.ranking["score"]), abs=1e-3)


def test_the_target_is_a_series_on_the_same_scale(deck):
    checked = 0
    for slide, page in zip(*[deck[0], deck[1].slides], strict=True):
        if slide.kind != "pws" or slide.bars.target is None:
            continue
        chart = next(shape.chart for shape in page.shapes if shape.has_chart)
        way, line, rest = list(chart.plots[1].series)
        goals = [slide.bars.target, *map(slide.bars.goal_of, slide.bars.bars)]
        assert list(way.values) == [round(goal, 1) for goal in goals]
        assert f"{way.name} {wording.percent(round(slide.bars.target, 1))}" == slide.bars.target_text
        assert sum(one.values[0] for one in (way, line, rest)) == pytest.approx(chart.value_axis.maximum_scale, abs=0.1)
        assert max(line.values) < 0.01 * chart.value_axis.maximum_scale
        scales = [[axis.find(f"{{*}}scaling/{{*}}{end}").get("val") for end in ("min", "max")]
                  for axis in chart._chartSpace.findall(".//{*}valAx")]  # fmt: skip
        assert len(scales) == 2 and scales[0] == scales[1]
        assert not [shape for shape in page.shapes if shape.shape_type == MSO_SHAPE_TYPE.LINE]
        sheet = openpyxl.load_workbook(io.BytesIO(chart.part.chart_workbook.xlsx_part.blob)).active
        assert {sheet.cell(row, 3).value for row in range(2, len(way.values) + 2)} == set(way.values)
        checked += 1
    assert checked >= 5


def test_above_hundred_is_drawn_whole_and_missing_is_no_bar():
    bars = (
        Bar("Puskesmas", 96.0, "96/100 · 96 % ▲", "tercapai_belum_pasti", True),
        Bar("A", 140.0, "140/100 · 140 % ▲▲", "jelas_tercapai"),
        Bar("B", None, "belum lapor"),
    )
    figure = Bars("IDL", bars, 80.0, "Target 80 %", 140.0)
    page = opened(build_materi([Slide("k", "pws", "Judul", bars=figure)])).slides[0]
    chart = next(shape.chart for shape in page.shapes if shape.has_chart)
    assert list(chart.plots[0].categories) == ["\u00a0", "Puskesmas", "A", "B (belum lapor)"]
    assert chart.plots[0].series[0].values == (None, 96.0, 140.0, None)
    assert chart.value_axis.maximum_scale > 140


def test_hostile_texts_are_plain_texts():
    evil = "<b>&\"'=cmd|' /C calc'!A0\x00\x1b_x000D_ \u202e"
    slides = [Slide("a", "x", evil, evil, Table((Column(evil),), ((evil,),)), notes=evil, source=evil), Slide("b", "x", "t", bullets=(evil,)),
              Slide("c", "pws", "t", bars=Bars(evil, (Bar(evil, 5.0, evil),), 3.0, evil, 10.0))]  # fmt: skip
    deck = opened(build_materi(slides, title=evil))
    assert "<b>&\"'=cmd|' /C calc'!A0" in deck.slides[0].shapes.title.text_frame.text
    assert len(deck.slides) == 3


@pytest.mark.parametrize("name", ["=1+1", "{=1+1}", "http://contoh", "INTERNAL:A1"])
def test_the_charts_own_sheet_holds_no_formula_and_no_link(name):
    page = opened(build_materi([Slide("c", "pws", "t", bars=Bars(name, (Bar(name, 5.0, "5"),), top=10.0))])).slides[0]
    blob = next(shape.chart for shape in page.shapes if shape.has_chart).part.chart_workbook.xlsx_part.blob
    sheet = openpyxl.load_workbook(io.BytesIO(blob)).active
    assert all(cell.data_type != "f" and cell.hyperlink is None for row in sheet.iter_rows() for cell in row)
    assert sheet["A2"].value.strip("\u00a0") == name


def test_everything_stays_on_the_slide(deck):
    for page in deck[1].slides:
        for shape in page.shapes:
            assert shape.left >= 0 and shape.top >= 0
            assert (
                shape.left + shape.width <= deck[1].slide_width + 10
                and shape.top + shape.height <= deck[1].slide_height + 10
            ), shape.name


def test_the_materi_is_made_in_under_three_seconds(work):
    slides = slides_of(work)
    begin = time.process_time()
    build_materi(slides)
    assert time.process_time() - begin < 3


def test_no_slides_make_an_empty_file_that_opens():
    assert len(opened(build_materi([])).slides) == 0
