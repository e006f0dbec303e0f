"""Tables as Excel files: texts stay texts, numbers stay numbers, source and date above every table."""

from __future__ import annotations

import io
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

import pandas as pd
import xlsxwriter

from lokmin_data import wording
from lokmin_data.export.text import clean, csv_safe, one_line
from lokmin_data.meeting import rtl as plans
from lokmin_data.meeting.deck import Meta
from lokmin_data.meeting.knowledge import sector_label

#: Excel's limits, and what keeps a sheet readable.
SHEET_NAME, CELL_LENGTH = 31, 32_000
NARROWEST, WIDEST = 8, 60
HEAD_ROW = 4
_BAD_SHEET = re.compile(r"[\[\]:*?/\\]")
CONTOH = "CONTOH - data ini bukan data sebenarnya"


@dataclass(frozen=True)
class Sheet:
    """One table: `columns` maps the frame's columns to the heads on paper, in their order (empty: all as they are).

    `percent` names columns of 0-100 shown with one decimal; `note` stands under the title.
    """

    name: str
    table: pd.DataFrame
    columns: Mapping[str, str] = field(default_factory=dict)
    percent: frozenset[str] = frozenset()
    note: str = ""

    def picked(self) -> pd.DataFrame:
        """The columns that are printed, under their heads."""
        if not self.columns:
            return self.table
        known = {name: head for name, head in self.columns.items() if name in self.table}
        return self.table[list(known)].rename(columns=known)


def table_xlsx(sheets: Sequence[Sheet], meta: Meta) -> bytes:
    """The tables as one workbook, one sheet each, with title, source and definition; formulas are never written."""
    file = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False,
               "nan_inf_to_errors": False}  # fmt: skip
    with xlsxwriter.Workbook(file, options) as book:
        book.set_properties({"title": one_line(sheets[0].name if sheets else "Tabel"), "author": "Dasbor Lokmin"})
        looks = _looks(book)
        taken: set[str] = set()
        for sheet in sheets or (Sheet("Tabel", pd.DataFrame()),):
            _write_sheet(book, sheet, meta, looks, taken)
    return file.getvalue()


def _looks(book: Any) -> dict[str, Any]:
    base = {"font_name": "Arial", "font_size": 10, "valign": "top"}
    return {
        "title": book.add_format({**base, "bold": True, "font_size": 13}), "note": book.add_format({**base, "font_color": "#4A4A4A"}),
        "contoh": book.add_format({**base, "bold": True, "font_color": "#8B1010"}),
        "head": book.add_format({**base, "bold": True, "bg_color": "#E8E8E8", "border": 1, "text_wrap": True}),
        "text": book.add_format({**base, "border": 1, "text_wrap": True}),
        "number": book.add_format({**base, "border": 1, "num_format": "#,##0.##"}),
        "whole": book.add_format({**base, "border": 1, "num_format": "#,##0"}),
        "percent": book.add_format({**base, "border": 1, "num_format": "#,##0.0"}),
        "date": book.add_format({**base, "border": 1, "num_format": "dd/mm/yyyy"}),
    }  # fmt: skip


def sheet_name(name: str, taken: set[str]) -> str:
    """A name that Excel accepts and that is not taken yet."""
    stem = one_line(_BAD_SHEET.sub(" ", clean(name))).strip("' ") or "Tabel"
    candidate, number = stem[:SHEET_NAME].strip(), 2
    while candidate.lower() in taken or candidate.lower() == "history":
        suffix = f" {number}"
        candidate, number = stem[: SHEET_NAME - len(suffix)].strip() + suffix, number + 1
    taken.add(candidate.lower())
    return candidate


def _write_sheet(book: Any, sheet: Sheet, meta: Meta, looks: dict[str, Any], taken: set[str]) -> Any:
    page = book.add_worksheet(sheet_name(sheet.name, taken))
    page.write_string(0, 0, clean(sheet.name), looks["title"])
    page.write_string(1, 0, clean(meta.source), looks["note"])
    page.write_string(2, 0, clean(sheet.note), looks["note"])
    if meta.contoh:
        page.write_string(3, 0, CONTOH, looks["contoh"])
    table = sheet.picked()
    heads = {head for name, head in sheet.columns.items() if name in sheet.percent} | set(sheet.percent)
    for column, head in enumerate(table.columns):
        page.write_string(HEAD_ROW, column, clean(head), looks["head"])
        for row, value in enumerate(table[head].tolist(), start=HEAD_ROW + 1):
            _write_cell(page, row, column, value, looks, percent=head in heads)
        page.set_column(column, column, _width(str(head), table[head].tolist()))
    if len(table.columns):
        page.freeze_panes(HEAD_ROW + 1, 1)
        page.autofilter(HEAD_ROW, 0, HEAD_ROW + max(1, len(table)), len(table.columns) - 1)
    page.set_landscape()
    page.set_paper(9)
    page.fit_to_pages(1, 0)
    page.repeat_rows(HEAD_ROW)
    page.set_footer(f"&L{clean(meta.source)[:200].replace('&', '&&')}&R&P/&N")
    return page


def _write_cell(page: Any, row: int, column: int, value: Any, looks: dict[str, Any], *, percent: bool) -> None:
    if isinstance(value, (list, tuple, set)):
        value = ", ".join(str(one) for one in value)
    if wording.is_missing(value):
        page.write_blank(row, column, None, looks["text"])
    elif isinstance(value, bool):
        page.write_string(row, column, "ya" if value else "tidak", looks["text"])
    elif isinstance(value, (datetime, date)):
        page.write_datetime(row, column, datetime(value.year, value.month, value.day), looks["date"])
    elif isinstance(value, (int, float)):
        page.write_number(
            row, column, value, looks["percent" if percent else "whole" if float(value).is_integer() else "number"]
        )
    else:
        page.write_string(row, column, clean(value)[:CELL_LENGTH], looks["text"])


def _width(head: str, values: Sequence[Any]) -> float:
    longest = max(
        [len(head), *(len(str(value)) for value in values if not wording.is_missing(value))], default=NARROWEST
    )
    return min(WIDEST, max(NARROWEST, longest + 2))


def table_csv(table: pd.DataFrame, columns: Mapping[str, str] | None = None) -> bytes:
    """The table as CSV for Excel in Indonesia (semicolon, decimal comma, BOM); no cell can become a formula."""
    picked = Sheet("", table, columns or {}).picked()
    lines = [";".join(_quoted(csv_safe(head)) for head in picked.columns)]
    lines += [";".join(_quoted(_csv_text(value)) for value in row) for row in picked.itertuples(index=False)]
    return ("\ufeff" + "\r\n".join(lines) + "\r\n").encode("utf-8")


def _csv_text(value: Any) -> str:
    if wording.is_missing(value):
        return ""
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() else repr(value).replace(".", ",")
    return csv_safe(value)


def _quoted(text: str) -> str:
    return '"' + text.replace('"', '""') + '"' if any(sign in text for sign in ';"\n\r') else text


RTL_HEADS = {
    "lokmin": "Lokmin", "masalah": "Masalah", "penyebab": "Penyebab", "kegiatan": "Kegiatan", "desa": "Desa", "indicator": "Indikator",
    "sasaran": "Sasaran", "baseline_x": "Data awal (x)", "baseline_n": "Data awal (n)", "target_value": "Target (%)",
    "indikator_keberhasilan": "Indikator keberhasilan", "penanggung_jawab": "Penanggung jawab", "sektor_label": "Sektor", "mulai": "Mulai",
    "selesai": "Batas waktu", "sumber_dana": "Sumber dana", "status_label": "Status", "bukti": "Bukti", "lengkap": "Kelengkapan",
    "before": "Sebelum", "after": "Sekarang", "gained": "Bertambah (orang)", "needed": "Diperlukan (orang)", "word_text": "Perubahan",
    "others": "Desa lain", "overdue_days": "Lewat (hari)",
}  # fmt: skip


def rtl_xlsx(rtl: pd.DataFrame, meta: Meta) -> bytes:
    """The action plan as a workbook with real dates; with the columns of `follow_up` also what the numbers did."""
    rows = [_rtl_row(row) for row in rtl.to_dict("records")]
    table = pd.DataFrame(rows, columns=None if rows else list(RTL_HEADS), dtype=object)
    note = "Data awal dan target dari data; baris tanpa penanggung jawab, batas waktu, atau target terukur ditandai tidak lengkap."
    return table_xlsx([Sheet("RTL", table, RTL_HEADS, frozenset({"target_value"}), note)], meta)


def _rtl_row(row: Mapping[str, Any]) -> dict[str, Any]:
    return {
        **row, "sektor_label": sector_label(str(row.get("sektor") or "")), "lengkap": plans.completeness_text(row),
        "status_label": plans.STATUS.get(str(row.get("status") or "belum"), str(row.get("status"))),
        "mulai": plans.as_date(row.get("mulai")), "selesai": plans.as_date(row.get("selesai")),
    }  # fmt: skip
