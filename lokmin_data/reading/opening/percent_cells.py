"""Which cell styles of an xlsx show a percent."""

from __future__ import annotations

import re

from lokmin_data.reading.opening.xlsx_parts import TAG, attributes

PERCENT_FORMATS = frozenset({9, 10})
# A pattern that begins with its word is found in a fifth of the time of one that begins with any prefix.
_PERCENT_CODE = re.compile(rb"numFmt\b(?<=[<:]numFmt)([^<>]*%[^<>]*)>")
_STYLES, _STYLES_END = re.compile(rb"cellXfs\b(?<=[<:]cellXfs)"), re.compile(rb"cellXfs>(?<=[/:]cellXfs>)")
_FORMAT_ID = re.compile(rb"""numFmtId\s{0,9}=\s{0,9}["'](\d{1,9})["']""")


def percent_styles(styles: bytes) -> frozenset[int]:
    """The numbers of the cell styles whose number format shows a percent (a quoted % does not)."""
    start = _STYLES.search(styles)
    end = _STYLES_END.search(styles, start.end()) if start else None
    if not start or not end:
        return frozenset()
    own = set()
    for text in _PERCENT_CODE.findall(styles, 0, start.start()):  # the formats stand before the styles
        facts = attributes(text)
        code = re.sub(r'"[^"]*"|\\.|_.|\[[^\]]*\]', "", facts.get("formatCode", ""))
        if "%" in code and facts.get("numFmtId", "").isdigit():
            own.add(int(facts["numFmtId"]))
    shown = PERCENT_FORMATS | own
    if shown.isdisjoint(map(int, set(_FORMAT_ID.findall(styles, start.end(), end.start())))):
        return frozenset()  # most workbooks: their thousands of styles need no closer look
    found = [_FORMAT_ID.search(text) for tag, text in TAG.findall(styles, start.end(), end.start()) if tag == b"xf"]
    return frozenset(place for place, number in enumerate(found) if number and int(number[1]) in shown)
