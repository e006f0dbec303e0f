"""Formats of numbers, periods and verdicts; palette contrast."""

import re
from datetime import date
from pathlib import Path

import pytest

from lokmin_data import wording
from lokmin_data.charts import theme
from pages._shared import help_draw

ROOT = Path(__file__).resolve().parents[1]
NAN = float("nan")
#: The least contrast that WCAG 2 asks of words, and of shapes that mean something.
AA, AA_SHAPES = 4.5, 3.0


@pytest.mark.parametrize(
    ("value", "digits", "text"),
    [(1234.5, None, "1.234,5"), (1234, None, "1.234"), (37.03, None, "37"), (-0.04, None, "0"), (-1234567.25, 2, "-1.234.567,25"),
     (0.05, 1, "0,1"), (2.5, 0, "3"), (None, None, "–"), (NAN, 1, "–"), (float("inf"), None, "–"), (7, 2, "7,00")],
)  # fmt: skip
def test_number(value, digits, text):
    assert wording.number(value, digits) == text


@pytest.mark.parametrize(
    ("value", "text"), [(87.5, "87,5 %"), (90, "90 %"), (89.96, "90,0 %"), (104.4444, "104,4 %"), (0, "0 %"), (None, "–"), (NAN, "–")]
)
def test_percent(value, text):
    assert wording.percent(value) == text


@pytest.mark.parametrize(
    ("x", "n", "text"),
    [(58, 90, "58/90 · 64,4 %"), (7, 9, "7 dari 9"), (0, 0, "0 dari 0"), (47, 45, "47/45 · 104,4 %"), (30, 101.2, "30/101,2 · 29,6 %"),
     (None, 90, "belum ada data"), (5, None, "5"), (9, 10, "9/10 · 90 %")],
)  # fmt: skip
def test_count(x, n, text):
    assert wording.count(x, n) == text


def test_periods_and_dates():
    assert (wording.period(2026, 3), wording.period(2026), wording.month_name(12)) == ("Maret 2026", "2026", "Desember")
    assert (wording.month_short(8), wording.date_text(date(2026, 3, 5)), wording.date_text(None)) == ("Agu", "5 Maret 2026", "–")


@pytest.mark.parametrize(("value", "text"), [(3.4, "4 bayi"), (23.0000000001, "23 bayi"), (0, "0 bayi"), (1200.2, "1.201 bayi")])
def test_people_are_whole(value, text):
    assert wording.people(value, "bayi") == text


@pytest.mark.parametrize(
    ("words", "text"), [([], ""), (["a"], "a"), (["a", "b"], "a dan b"), (["a", "b", "c"], "a, b, dan c")]
)
def test_listing(words, text):
    assert wording.listing(words) == text


def luminance(colour: str) -> float:
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(first: str, second: str) -> float:
    light, dark = sorted((luminance(first), luminance(second)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


PALETTE = {"jelas_di_bawah": 9.64, "di_bawah_belum_pasti": 8.46, "tercapai_belum_pasti": 15.41, "jelas_tercapai": 6.07,
           "belum_ada_data": 8.86}  # fmt: skip


@pytest.mark.parametrize("code", PALETTE)
def test_text_on_a_verdict_is_readable(code):
    verdict = wording.VERDICTS[code]
    assert contrast(verdict.fill, verdict.text) == pytest.approx(PALETTE[code], abs=0.01)


def _rules():
    """Colour and ground of each rule of the style sheet; white where the rule names no ground."""
    css = re.sub(r"/\*.*?\*/", "", (ROOT / "pages" / "_shared" / "gaya.css").read_text(encoding="utf-8"), flags=re.S)
    for rule in re.findall(r"([^{}]+)\{([^{}]*)\}", css):
        colour = re.search(r"(?<![\w-])color:\s*(#[0-9A-Fa-f]{3,6})", rule[1])
        ground = re.search(r"background(?:-color)?:\s*(#[0-9A-Fa-f]{3,6})", rule[1])
        if colour:
            yield rule[0].strip(), _long(colour[1]), _long(ground[1] if ground else "#FFF")


def _long(colour):
    return colour if len(colour) == 7 else "#" + "".join(sign * 2 for sign in colour[1:])


def test_words_of_the_style_sheet_are_readable():
    rules = list(_rules())
    assert len(rules) >= 8
    assert [(name, round(contrast(text, ground), 2)) for name, text, ground in rules if contrast(text, ground) < AA] == []


def test_colours_of_links_charts_and_help_pictures_are_readable():
    for colour in (help_draw.ACCENT, help_draw.INK, help_draw.GREY, theme.INK):
        assert contrast(colour, "#FFFFFF") >= AA
    assert contrast(help_draw.LINE, "#FFFFFF") >= AA_SHAPES


def test_every_verdict_has_its_own_symbol_and_word():
    verdicts = wording.VERDICTS.values()
    assert len({verdict.symbol for verdict in verdicts}) == len({verdict.word for verdict in verdicts}) == 5
    assert contrast(wording.OUTLINE, wording.GROUND) == pytest.approx(12.63, abs=0.01)
    assert wording.verdict("") is wording.NO_VERDICT
