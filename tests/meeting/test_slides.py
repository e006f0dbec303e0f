"""The deck as data: order, numbers of the assessment, paging, choosing."""

from __future__ import annotations

from datetime import date

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from lokmin_data import wording
from lokmin_data.analysis import assess_all, rank_desa
from lokmin_data.meeting import rtl as plans
from lokmin_data.meeting.build import build_agenda
from lokmin_data.meeting.deck import Meta, arrange, build_slides
from lokmin_data.meeting.followup import follow_up
from lokmin_data.meeting.paging import BARS_PER_SLIDE, PAPER, body_height, paged, table_height
from lokmin_data.meeting.slide import Column, Slide, Table, lines_of
from pages._shared.slide_html import slide_html
from tests.meeting.lokmin_samples import DESA, LONG_NAMES, panel_of

META = Meta("Sukamaju Jaya", 2026, 3, "Sukajaya", "Kabupaten Contoh", "6 April 2026", "3 April 2026")


def deck(rtl=None, **options):
    panel = panel_of(**options)
    assessments = assess_all(panel, 2026, 3)
    ranking = rank_desa(assessments, panel.settings)
    follow = (
        follow_up(rtl, panel, 2026, 3, assessments=assessments, today=date(2026, 4, 5)) if rtl is not None else None
    )
    agenda = build_agenda(assessments, ranking, rtl, puskesmas=panel.puskesmas, year=2026, month=3, follow=follow)
    return assessments, ranking, build_slides(agenda, assessments, ranking, META, follow=follow)


@pytest.fixture(scope="module")
def plain():
    return deck(silent=("Wonomulyo",))


def test_slides_follow_the_meeting(plain):
    kinds = list(dict.fromkeys(slide.kind for slide in plain[2]))
    assert kinds == ["sampul", "agenda", "tindak_lanjut", "pelaporan", "ringkasan", "pws", "tabel_pws", "matriks", "desa_berat", "penyebab",
                     "prioritas", "permintaan", "rtl", "komitmen"]  # fmt: skip
    programmes = list(dict.fromkeys(slide.programme for slide in plain[2] if slide.kind == "pws"))
    assert programmes == ["imunisasi", "stunting", "gizi_ibu_hamil"]


def test_the_target_of_a_partly_reported_desa_is_the_one_it_is_judged_by(plain):
    assessments, _, slides = plain
    slide = next(one for one in slides if one.kind == "pws" and assessments[one.indicator].indicator.is_coverage)
    found = assessments[slide.indicator]
    own = found.desa.set_index("desa")["target"]
    goals = {bar.name: slide.bars.goal_of(bar) for bar in slide.bars.bars}
    assert {name: goals[name] for name in DESA} == pytest.approx(own.to_dict())
    assert goals["Wonomulyo"] < slide.bars.target == pytest.approx(goals[DESA[0]])
    assert [bar.name for bar in slide.bars.bars if "target" in bar.text] == [bar.name for bar in slide.bars.bars if bar.goal is not None]
    assert goals["Puskesmas"] == pytest.approx(found.puskesmas["target"])
    summary = next(one for one in slides if one.kind == "ringkasan").table
    target = next(place for place, column in enumerate(summary.columns) if column.title == "Target")
    assert wording.percent(found.puskesmas["target"]) in [row[target] for row in summary.rows]
    assert 'left:{:.2f}%'.format(goals["Wonomulyo"] / slide.bars.top * 100) in slide_html(slide, PAPER)


def test_no_target_moves_where_all_is_reported():
    slides = deck()[2]
    assert all(bar.goal is None for one in slides if one.kind == "pws" for bar in one.bars.bars)


def test_bars_hold_the_numbers_of_the_assessment(plain):
    assessments, _, slides = plain
    for slide in (one for one in slides if one.kind == "pws"):
        table = assessments[slide.indicator].desa.set_index("desa")
        bars = [bar for bar in slide.bars.bars if not bar.whole]
        assert {bar.name for bar in bars} == set(DESA)
        for bar in bars:
            assert (
                bar.value == pytest.approx(table.loc[bar.name, "percent"])
                and bar.verdict == table.loc[bar.name, "verdict"]
            )
        whole = next(bar for bar in slide.bars.bars if bar.whole)
        assert whole.value == pytest.approx(assessments[slide.indicator].puskesmas["percent"])
        assert slide.bars.target == pytest.approx(assessments[slide.indicator].running_target)


def meeting_without(*silent):
    """Agenda and slides where these desa never reported."""
    panel = panel_of(codes=("idl",))
    told = panel.observations[~panel.observations["desa"].isin(silent)]
    panel = type(panel)(told, panel.desa, panel.sasaran, (), panel.settings, panel.indicators, "A")
    assessments = assess_all(panel, 2026, 3)
    ranking = rank_desa(assessments, panel.settings)
    agenda = build_agenda(assessments, ranking, puskesmas="A", year=2026, month=3)
    return agenda, build_slides(agenda, assessments, ranking, META)


def test_only_desa_that_reported_are_counted_in_titles():
    agenda, slides = meeting_without("Sidomaju", "Wonomulyo")
    assert " dari 10 desa yang melapor jelas di bawah target" in next(iter(agenda.problems())).title
    assert " dari 10 desa yang melapor jelas di bawah target" in next(one for one in slides if one.kind == "pws").title
    assert next(one for one in slides if one.kind == "ringkasan").table.rows[0][4].endswith(" dari 10")


def test_nobody_is_said_to_have_reported_all_while_a_core_programme_is_missing():
    _, slides = meeting_without()
    assert next(one for one in slides if one.kind == "pelaporan").title == (
        "Laporan Maret 2026: belum ada data Stunting & gizi balita dan Gizi ibu hamil"
    )


def test_a_desa_that_never_reported_has_no_bar_of_zero():
    _, slides = meeting_without("Sidomaju")
    bars = next(one for one in slides if one.kind == "pws").bars.bars
    silent = next(bar for bar in bars if bar.name == "Sidomaju")
    assert (silent.value, silent.text, bars[-1].name) == (None, "belum lapor", "Sidomaju")


def test_a_percentage_below_ten_is_not_written(plain):
    bars = [bar for slide in plain[2] if slide.bars and slide.bars.unit == "%" for bar in slide.bars.bars]
    small = panel_of(("Kecil",), codes=("kek",), months=1)
    text = next(bar.text for slide in _slides(small) if slide.kind == "pws" for bar in slide.bars.bars if not bar.whole)
    assert "dari 6" in text and "%" not in text
    assert all("/" in bar.text or "dari" in bar.text for bar in bars)


def _slides(panel):
    assessments = assess_all(panel, 2026, panel.observations["month"].max())
    ranking = rank_desa(assessments, panel.settings)
    agenda = build_agenda(assessments, ranking, puskesmas="A", year=2026, month=int(panel.observations["month"].max()))
    return build_slides(agenda, assessments, ranking, META)


def test_every_slide_names_its_source_and_no_slide_is_too_full(plain):
    for slide in plain[2]:
        assert (
            "Sumber: laporan bulanan Puskesmas Sukamaju Jaya, data sampai Maret 2026, disimpan 3 April 2026."
            in slide.source
        )
        if slide.table is not None and len(slide.table.rows) > 1:
            assert table_height(slide.table) <= body_height(slide) + 1e-6, slide.key


@pytest.mark.parametrize("count", [1, 2, 25])
def test_any_number_of_desa_is_shown_whole(count):
    names = tuple(f"{LONG_NAMES[place % len(LONG_NAMES)]} {place}" for place in range(count))
    _, _, slides = deck(names=names)
    for indicator in {slide.indicator for slide in slides if slide.kind == "pws"}:
        pages = [slide for slide in slides if slide.kind == "pws" and slide.indicator == indicator]
        shown = [bar.name for page in pages for bar in page.bars.bars if not bar.whole]
        assert sorted(shown) == sorted(names)
        assert all(len(page.bars.bars) <= BARS_PER_SLIDE + 1 and page.pages == len(pages) for page in pages)
        assert len({page.bars.top for page in pages}) == 1
    matrix = [row[0] for slide in slides if slide.kind == "matriks" for row in slide.table.rows]
    assert sorted(matrix) == sorted(names)


def test_missing_programmes_are_said_not_drawn():
    _, _, slides = deck(codes=("idl",))
    rows = {row[0]: row for row in next(slide for slide in slides if slide.kind == "pelaporan").table.rows}
    assert rows["Gizi ibu hamil"][1] == "belum ada data"
    assert {slide.programme for slide in slides if slide.kind == "pws"} == {"imunisasi"}


def test_no_data_at_all_still_makes_a_deck():
    panel = panel_of(codes=())
    slides = build_slides(
        build_agenda({}, rank_desa({}, panel.settings), puskesmas="A", year=2026, month=3), {}, rank_desa({}, {}), META
    )
    assert slides[0].kind == "sampul" and "Belum ada laporan sampai Maret 2026" in [slide.title for slide in slides]


def test_last_action_plans_are_shown_with_status_and_word():
    rtl = pd.DataFrame([{**plans.empty_row("2025-12"), "kegiatan": "Sweeping IDL", "desa_ids": [6], "indicator": "idl", "baseline_x": 80.0,
                         "baseline_n": 108.0, "baseline_year": 2025, "baseline_month": 12, "target_value": 90.0, "selesai": "2026-03-31",
                         "penanggung_jawab": "Bidan", "status": "proses"}])  # fmt: skip
    slide = next(one for one in deck(rtl)[2] if one.kind == "tindak_lanjut")
    assert slide.title == "Kesepakatan lalu: 0 dari 1 selesai, 1 lewat waktu, 0 membaik jelas"
    row = slide.table.rows[0]
    assert row[0] == "Sweeping IDL (Sidomaju)" and row[2] == "Sedang berjalan, lewat 5 hari"
    assert row[3].startswith("80/108 · 74,1 % (Desember 2025) → 15/108 · 13,9 % (Maret 2026, dihitung lagi sejak Januari)")


def test_slides_are_chosen_and_reordered_by_key(plain):
    slides = plain[2]
    keys = list(dict.fromkeys(slide.key for slide in slides))
    assert arrange(slides) == slides
    chosen = arrange(slides, order=["komitmen", "matriks"], hidden=["rtl"])
    found = list(dict.fromkeys(slide.key for slide in chosen))
    assert set(found) == set(keys) - {"rtl"} and found.index("komitmen") < found.index("matriks")
    assert [one.page for one in chosen if one.key == "matriks"] == [one.page for one in slides if one.key == "matriks"]


@given(st.lists(st.text("abcde mW/", min_size=0, max_size=120), max_size=60))
def test_paging_loses_no_row_and_keeps_the_order(texts):
    table = Table((Column("A", 1), Column("B", 3)), tuple((str(place), text) for place, text in enumerate(texts)))
    pages = paged(Slide("k", "x", "Judul", table=table))
    assert [row for page in pages for row in page.table.rows] == list(table.rows)
    assert [page.page for page in pages] == list(range(1, len(pages) + 1))


def test_a_row_taller_than_a_slide_goes_on_word_by_word():
    words = " ".join(f"kata{number}" for number in range(600))
    pages = paged(
        Slide("k", "x", "Judul", table=Table((Column("A", 1), Column("B", 3)), (("1", words), ("2", "pendek"))))
    )
    assert " ".join(row[1] for page in pages for row in page.table.rows if row[0] != "2").split() == words.split()
    assert all(table_height(page.table) <= body_height(page) + 1e-6 for page in pages)
    assert pages[-1].table.rows[-1] == ("2", "pendek")


@pytest.mark.parametrize(
    ("text", "width", "lines"),
    [("", 10, 1), ("satu dua", 40, 1), ("satu dua", 3, 2), ("a\nb", 10, 2), ("m" * 20, 8.6, 2)],
)
def test_lines_are_counted_where_they_break(text, width, lines):
    assert lines_of(text, width) == lines
