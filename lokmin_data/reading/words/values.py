"""Numbers as reports write them: 1.234 or 1,234 by the column's evidence, "87,5 %", "-", NIHIL, text numbers."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from lokmin_data.reading.words.one_report import Answers, for_one_report

#: What stands for "nothing was written"; never 0.
BLANKS = frozenset(
    {"", "-", "--", "---", "–", "—", "−", "_", ".", "..", "...", "n/a", "na", "x", "*", "?", "blm ada", "tad"}
)
#: What is written for an explicit zero: nobody was found, the report was made.
ZEROS = frozenset({"nihil", "nol"})

#: No count of a report is as large; longer numbers are codes.
LARGEST = 1e12
LONGEST_NUMBER = 40  # letters; with all its blanks and signs no number is longer

_NUMBER = re.compile(r"^'?[-+]?\d[\d.,\s]*(?:\s*%)*$")
#: A count with its unit, or with its percent in brackets: `12 bayi`, `45 (62,5 %)`.
_UNIT = re.compile(r"(?<=[\d\s])(?:orang|org|bayi|balita|anak|ibu|bumil|bulin|kk|jiwa|rumah|kasus)\.?$", re.IGNORECASE)
_WITH_PERCENT = re.compile(r"^(\d[\d.,]*)\s*[(/]\s*(\d[\d.,]*)\s*%\s*\)?$")
_GROUPED = re.compile(r"^[-+]?\d{1,3}(?:([.,\s])\d{3})+$")
#: No percent is ten thousand: "70.281" under a percent is 70,281, whatever decimal sign the other cells of its column have.
_SHARE = re.compile(r"^[-+]?\d{2,3}[.,]\d{3}$")
#: What a printed board draws beside a number: arrows, coloured circles and squares.
_DRAWN = dict.fromkeys("▲▼△▽►◄▶◀↑↓→←↗↘⬆⬇●○◆◇■□★☆⚪⚫🔴🟠🟡🟢🔵🟣🟤🟥🟧🟨🟩🟦🔺🔻🔼🔽\ufe0f", " ")
#: Two numbers, `22 → 12`, `10 12`; the blank of 1 234 stands before three digits.
_TWO = re.compile(r"\d\s+(?!\d{3}(?!\d))\d")
_SIGNS = str.maketrans({"\xa0": " ", "−": "-", "'": "", "`": "", **_DRAWN})


class Style(NamedTuple):
    """How the numbers of one column are written."""

    decimal: str = ","
    thousands: str = "."
    either: bool = False  # both signs are decimal signs: "45,58" and "70.281" in one column of percents


_COUNTS, _PERCENTS = Style(), Style(decimal=".", thousands=",")


class Value(NamedTuple):
    """A number as read; `signed` where a percent sign stands in the cell itself; `percent` (0-100) beside a count."""

    number: float | None
    signed: bool = False
    percent: float | None = None


NOTHING = Value(None)
_VALUES = Answers(Value)  # the same numbers come again and again


def is_count(number: float) -> bool:
    """True for what can be counted in a report; not for NaN, infinity, a NIK."""
    return -LARGEST < number < LARGEST


def kind_of(cell: object) -> str:
    """``number`` ``blank`` ``text`` ``date``: what a cell looks like before its column is known."""
    if cell is None:
        return "blank"
    kind = cell.__class__
    if kind is float or kind is int:
        return "number" if -LARGEST < cell < LARGEST else "blank"  # as `is_count`: this sees nearly every cell
    if kind is str:
        return kind_of_text(cell)
    return "date" if isinstance(cell, date) else "blank"


@for_one_report
def kind_of_text(text: str) -> str:
    """The kind of a text cell; the same texts come again and again."""
    plain = text.translate(_SIGNS).strip()
    if plain.lower() in BLANKS:
        return "blank"
    if len(plain) > LONGEST_NUMBER:
        return "text"
    if plain.lower() in ZEROS or _NUMBER.match(_UNIT.sub("", plain)) and not _TWO.search(plain) or _WITH_PERCENT.match(plain):
        return "number"
    return "text"


def distinct_texts(cells: Iterable[object]) -> frozenset[str]:
    """The texts among cells that are all different."""
    return frozenset(cell for cell in cells if cell.__class__ is str)


def style_of(cells: Iterable[object], *, percent: bool) -> Style:
    """The decimal and thousands signs of a column from what its text cells can only mean.

    A sign with other than three digits behind it, or twice in one number beside the other sign, decides.
    Undecided: a percent has a decimal sign, a count of the form 1.234 or 1,234 has thousands.
    """
    texts = [cell for cell in cells if cell.__class__ is str and kind_of_text(cell) == "number"]
    if not texts:
        return _PERCENTS if percent else _COUNTS  # most columns
    commas = points = grouped_commas = grouped_points = shares = 0
    for cell in texts:
        text = _UNIT.sub("", cell.translate(_SIGNS).strip()).replace("%", "").split("(")[0].split("/")[0].strip()
        comma, point, shares = text.rfind(","), text.rfind("."), shares + bool(percent and _SHARE.match(text))
        if comma >= 0 and point >= 0:
            commas, points = commas + 3 * (comma > point), points + 3 * (point > comma)
        elif comma >= 0:
            plain = _GROUPED.match(text) and not text.lstrip("+-").startswith("0")
            commas, grouped_commas = commas + (not plain), grouped_commas + bool(plain)
        elif point >= 0:
            plain = _GROUPED.match(text) and not text.lstrip("+-").startswith("0")
            points, grouped_points = points + (not plain), grouped_points + bool(plain)
    if commas or points:
        decimal = "," if commas >= points else "."
    elif percent:
        decimal = "," if grouped_commas else "."
    else:
        decimal = "." if grouped_commas else ","
    return Style(decimal, "." if decimal == "," else ",", either=bool(shares))


def number_of(cell: object, style: Style) -> Value:
    """The number of a cell in the column's style; NOTHING for a blank, a dash, a word."""
    kind = cell.__class__
    if kind is float or kind is int:
        return Value(cell) if -LARGEST < cell < LARGEST else NOTHING
    if kind is not str or kind_of_text(cell) != "number":
        return NOTHING
    plain = cell.translate(_SIGNS).strip().lower()
    if plain in ZEROS:
        return Value(0.0)
    both = _WITH_PERCENT.match(plain)
    if both:
        beside = style_of([f"{both.group(2)}%"], percent=True)
        return Value(number_of(both.group(1), style).number, percent=number_of(both.group(2), beside).number)
    plain = _UNIT.sub("", plain).strip()
    signed = "%" in plain
    plain = plain.replace("%", "").replace(" ", "")
    if plain.count(style.thousands) and not (_grouped_rightly(plain, style) and not (style.either and _is_one(plain, style))):
        return (
            Value(_float(plain.replace(style.thousands, ".")), signed) if plain.count(style.thousands) == 1 else NOTHING
        )
    return Value(_float(plain.replace(style.thousands, "").replace(style.decimal, ".")), signed)


def numbers_of(cells: Iterable[object], style: Style) -> list[Value]:
    """The number of each cell of a column, as `number_of` tells it; nearly all are empty or plain numbers."""
    return [
        NOTHING if cell is None
        else _VALUES[cell] if cell.__class__ is float and -LARGEST < cell < LARGEST else number_of(cell, style)
        for cell in cells
    ]  # fmt: skip


def _is_one(plain: str, style: Style) -> bool:
    """True for the only sign of a number: the sign of thousands once, and no decimal sign."""
    return style.decimal not in plain and plain.count(style.thousands) == 1


def _grouped_rightly(plain: str, style: Style) -> bool:
    whole = plain.split(style.decimal)[0]
    parts = whole.lstrip("+-").split(style.thousands)
    return all(len(part) == 3 for part in parts[1:]) and 1 <= len(parts[0]) <= 3


def _float(text: str) -> float | None:
    try:
        number = float(text)
    except ValueError:
        return None
    return number if is_count(number) else None


def is_filler(cell: object) -> bool:
    """True for what stands in the name column of a row that nobody uses: nothing, 0, a dash."""
    if cell is None or cell.__class__ in (float, int):
        return not cell
    return cell.__class__ is str and (kind_of_text(cell) == "blank" or cell.strip() in ("0", "0,0", "0.0"))
