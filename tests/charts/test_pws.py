"""The PWS chart: what is drawn, in which order, and how what is missing looks."""

import pytest

from lokmin_data.charts.pws import pws_bars
from lokmin_data.wording import VERDICTS


def trace(figure, name):
    return next(item for item in figure.data if item.name == name)


def test_bars_go_from_best_to_worst_with_the_puskesmas_first(found):
    figure = pws_bars(found)
    names = [text.replace("<b>", "").replace("</b>", "") for text in figure.layout.yaxis.ticktext]
    assert names[0] == "Puskesmas Uji"
    assert [name.replace("<br>", " ") for name in names[1:]] == [
        "Rawa &lt;b&gt;Bening&lt;/b&gt;".replace("<b>", ""), "Karangsari", "Leuwi", "Mekarsari", "Tanjung",
    ]  # fmt: skip
    values = list(trace(figure, "cakupan").x)[1:]
    assert values == sorted(values, reverse=True)


def test_lower_is_better_puts_the_lowest_first(make_found):
    reports = {"A": [(3, 10, 50)], "B": [(3, 2, 50)], "C": [(3, 5, 50)]}
    figure = pws_bars(make_found(reports, "stunting", 14.0))
    assert list(figure.layout.yaxis.ticktext)[1:] == ["B", "C", "A"]


def test_fill_is_the_verdict_and_every_mark_has_the_dark_outline(found):
    bars = trace(pws_bars(found), "cakupan")
    fills = {look.fill for look in VERDICTS.values()}
    assert set(bars.marker.color) <= fills
    assert bars.marker.line.color == "#333333"
    assert bars.marker.line.width == 1.5


def test_silent_desa_keeps_its_row_hatched_and_says_why(found):
    figure = pws_bars(found)
    silent = trace(figure, "belum lapor")
    assert len(silent.y) == 1
    assert silent.marker.pattern.shape == "/"
    assert trace(figure, "angka").text[-1].strip() == "belum lapor"


@pytest.mark.parametrize("text", ["9/180 · 5 %", "2 dari 8", "62/200 · 31 %", "70/60 · 116,7 %"])
def test_label_has_n_of_n_and_no_percent_below_ten(found, text):
    assert any(text in label for label in trace(pws_bars(found), "angka").text)


def test_target_line_stands_at_the_running_target(found):
    figure = pws_bars(found)
    assert list(trace(figure, "target").x) == [20.0, 20.0]
    assert any("Target s.d. Maret: 20 %" in note.text for note in figure.layout.annotations)


def test_hover_names_file_sheet_and_cell(found):
    hover = trace(pws_bars(found, files={7: "imunisasi.xlsx"}), "cakupan").hovertext
    assert any("imunisasi.xlsx, lembar 'Mar', sel D11" in text for text in hover)


def test_names_from_data_are_never_markup(found):
    figure = pws_bars(found)
    assert not any("<b>Bening" in text for text in figure.layout.yaxis.ticktext)
    assert "<b>Bening" not in "".join(trace(figure, "cakupan").hovertext)


def test_no_target_draws_no_line_and_no_verdict(make_found):
    figure = pws_bars(make_found({"A": [(3, 5, 60)]}, "gizi_buruk", None))
    assert "target" not in [item.name for item in figure.data]


@pytest.mark.parametrize("count", [1, 25])
@pytest.mark.parametrize("narrow", [False, True])
def test_height_grows_with_the_desa(make_found, count, narrow):
    found = make_found({f"Desa {i}": [(3, 5, 60)] for i in range(count)})
    figure = pws_bars(found, narrow=narrow)
    assert figure.layout.height > 30 * count
    assert len(trace(figure, "angka").y) == count + 1


def test_everything_missing_still_draws(make_found):
    figure = pws_bars(make_found({"A": [], "B": []}))
    assert [text.strip() for text in trace(figure, "angka").text][1:] == ["belum lapor", "belum lapor"]


def test_only_the_camera_is_offered_and_no_english_template(found):
    from lokmin_data.charts.theme import chart_config

    assert chart_config("pws")["modeBarButtons"] == [["toImage"]]
    image = chart_config("pws")["toImageButtonOptions"]
    assert image["scale"] * image["width"] == 1920


def test_a_chart_that_leaves_the_page_says_what_it_is_below_everything_else(found):
    from lokmin_data.charts.theme import SIGNATURE, signed

    plain, told = pws_bars(found).layout, signed(pws_bars(found), "IDL <Juni> · Sukamaju").layout
    assert told.title.text == "IDL &lt;Juni&gt; · Sukamaju" and (told.title.y, told.title.yanchor) == (0, "bottom")
    assert (told.height - plain.height, told.margin.b - plain.margin.b) == (SIGNATURE, SIGNATURE)
    assert pws_bars(found).layout.separators == ",."
    assert len(pws_bars(found).to_json()) < 20_000
