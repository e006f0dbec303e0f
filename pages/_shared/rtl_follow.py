"""Before and after of action plans as an HTML table; every text is escaped."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from typing import Any

from lokmin_data.meeting import rtl as plans
from lokmin_data.meeting.movement import WORDS
from lokmin_data.meeting.yearview import lokmin_title

#: word -> (symbol, fill, ink), from the verdict palette; no change and unknown stay white.
WORD_STYLE = {
    "membaik_jelas": ("▲▲", "#1565A8", "#fff"), "mungkin": ("▲", "#C3E1F5", "#000"), "tidak_berubah": ("=", "#fff", "#1A1A1A"),
    "memburuk": ("▼▼", "#8B1010", "#fff"), "": ("?", "#fff", "#4A4A4A"),
}  # fmt: skip
#: So many desa are named in a row; more are counted, and named by the pointer.
NAMED = 6
#: head -> share of the width in percent
HEADS = {
    "Kegiatan dan desa": 24, "Penanggung jawab": 11, "Status": 12, "Sebelum": 11, "Sekarang": 11, "Dibanding yang perlu": 13,
    "Hasil": 11, "Desa lain": 7,
}  # fmt: skip
STYLE = """<style>
.lm-tl{overflow-x:auto}
.lm-tl table{border-collapse:collapse;width:100%;font-size:17px;line-height:1.35}
.lm-tl th{text-align:left;border-bottom:2px solid #333;padding:6px 8px;vertical-align:bottom}
.lm-tl td{border-bottom:1px solid #C9CED6;padding:8px;vertical-align:top}
.lm-tl .hasil{border:1.5px solid #333;padding:2px 8px;white-space:nowrap;display:inline-block}
.lm-tl .lewat{color:#8B1010;font-weight:700}
.lm-tl small{color:#4A4A4A;font-size:15px;display:block}
</style>"""


def follow_html(rows: Sequence[dict[str, Any]]) -> str:
    """The rows of `follow_up`: who promised what, its state, and what the number did since."""
    head = "".join(f'<th scope="col" style="width:{width}%">{name}</th>' for name, width in HEADS.items())
    body = "".join(_row(row) for row in rows)
    opening = '<div class="lm-tl" role="region" aria-label="Tindak lanjut kesepakatan" tabindex="0">'
    return f'{STYLE}{opening}<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table></div>'


def _row(row: dict[str, Any]) -> str:
    cells = (
        _what(row), _text(row, "penanggung_jawab") or "belum ditentukan", _status(row), _text(row, "before") or "–",
        _text(row, "after") or "–", _text(row, "needed_text"), _result(row), _text(row, "others"),
    )  # fmt: skip
    return "<tr>" + "".join(f"<td>{cell}</td>" for cell in cells) + "</tr>"


def _text(row: dict[str, Any], name: str) -> str:
    """A field, escaped, a number kept beside its percent sign; missing is empty."""
    value = row.get(name)
    return "" if value is None or value != value else escape(str(value)).replace(" %", "\u00a0%")


def _what(row: dict[str, Any]) -> str:
    meeting = escape(lokmin_title(str(row.get("lokmin") or "")))
    ids, where = plans.desa_ids(row), _text(row, "desa") or "seluruh desa"
    if len(ids) > NAMED:
        where = f'<span title="{where}">{len(ids)} desa</span>'
    return f"{_text(row, 'kegiatan') or _text(row, 'masalah')}<small>{where} · {meeting}</small>"


def _status(row: dict[str, Any]) -> str:
    days = int(row.get("overdue_days") or 0)
    late = f'<span class="lewat">lewat {days} hari</span><small>{_text(row, "escalation_text")}</small>' if days else ""
    return f"{escape(plans.STATUS.get(str(row.get('status')), ''))} {late}"


def _result(row: dict[str, Any]) -> str:
    code = str(row.get("word") or "")
    symbol, fill, ink = WORD_STYLE.get(code, WORD_STYLE[""])
    word = _text(row, "word_text") or escape(WORDS.get(code, ""))
    return f'<span class="hasil" style="background:{fill};color:{ink}">{symbol} {word}</span><small>{_text(row, "note")}</small>'
