"""What the pointer shows: the numbers as they are written at the mark, and the cell that they came from."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from lokmin_data.charts.labels import bar_text, short_people, state_word, verdict_word
from lokmin_data.charts.theme import plain
from lokmin_data.wording import is_missing, number, percent, period, verdict

if TYPE_CHECKING:
    from lokmin_data.analysis import Assessment

KIND_WORDS = {"proyeksi": "sasaran proyeksi", "riil": "sasaran riil", "laporan": "penyebut dari laporan"}


def source_text(row: Any, files: Mapping[int, str]) -> str:
    """ "imunisasi.xlsx, lembar 'Mar', sel H43"; empty where the number has no single cell."""
    sheet, cell = _text(row, "sheet"), _text(row, "cell")
    report = getattr(row, "report_id", None)
    name = "" if is_missing(report) else files.get(int(report), "")
    parts = [name, f"lembar '{sheet}'" if sheet else "", f"sel {cell}" if cell else ""]
    return ", ".join(part for part in parts if part)


def _text(row: Any, name: str) -> str:
    value = getattr(row, name, "")
    return "" if is_missing(value) else str(value)


def lines(row: Any, found: Assessment, files: Mapping[int, str]) -> list[str]:
    """The lines of a hover: name and numbers, verdict, people short, interval, months, denominator, source."""
    indicator = found.indicator
    head = getattr(row, "desa", "") or found.panel.puskesmas
    out = [str(head), f"{indicator.label}, {period(found.year, found.month)}", bar_text(row)]
    out.append(
        f"{verdict(row.verdict).symbol} {verdict_word(indicator, row.verdict)}".strip() if not state_word(row) else ""
    )
    out.append(short_people(row.short, indicator.unit, indicator.direction == "down"))
    if not is_missing(row.interval_low):
        out.append(f"Rentang 95 %: {percent(row.interval_low)} sampai {percent(row.interval_high)}")
    if indicator.is_coverage and not is_missing(row.months_reported):
        out.append(f"{number(row.months_reported)} dari {number(row.months_due)} bulan dilaporkan")
    if getattr(row, "over_100", False):
        out.append("Di atas 100 %: sasaran terlalu kecil atau ada warga luar wilayah; periksa sasaran")
    out.append(KIND_WORDS.get(getattr(row, "sasaran_kind", ""), ""))
    source = source_text(row, files)
    out.append(f"Sumber: {source}" if source else "")
    return [line for line in out if line]


def hover_text(row: Any, found: Assessment, files: Mapping[int, str]) -> str:
    """The hover of a mark, as Plotly wants it."""
    first, *rest = [plain(line) for line in lines(row, found, files)]
    return "<br>".join([f"<b>{first}</b>", *rest])


def title_text(row: Any, found: Assessment, files: Mapping[int, str]) -> str:
    """The same as plain lines, for the `title` of a cell (not escaped)."""
    return "\n".join(lines(row, found, files))
