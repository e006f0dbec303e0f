"""What the lines above a by-name table say: the one desa it belongs to, and its month."""

from __future__ import annotations

import re

from lokmin_data.reading.byname.columns import fold_head
from lokmin_data.reading.byname.values import month_of_name
from lokmin_data.reading.opening.book import Sheet

_AREA_LABEL = re.compile(
    r"(?:nama\s+)?(?:desa|kelurahan|nagari|gampong|pekon|kampung)(?:\s*/\s*\w+\.?)?\s*[:=]\s*(.*)", re.IGNORECASE
)
_AREA_TITLE = re.compile(
    r"\b(?:desa|kelurahan|nagari|gampong|pekon)\s+((?!wilayah|dan\b|se\b|di\b|per\b)[^\W\d_][\w .'-]*?)"
    r"(?=\s+(?:kecamatan|kec|puskesmas|bulan|bln|tahun|kabupaten|kab|kota|posyandu|periode)\b|\s*[,;(]|\s*$)",
    re.IGNORECASE,
)
_BARE_LABELS = frozenset({"desa", "kelurahan", "desakelurahan", "namadesa", "kelurahandesa", "namakelurahan"})
_YEAR = re.compile(r"(?<!\d)(20\d\d)(?!\d)")
_MONTH = re.compile(
    r"\b(januari|februari|pebruari|maret|april|mei|juni|juli|agustus|september|oktober|november|nopember|desember)\b",
    re.IGNORECASE,
)
_EXPORTED = re.compile(r"tanggal|tgl|cetak|unduh|dicetak", re.IGNORECASE)


def area_text(cell: object) -> str:
    """The printed area with its spaces folded; empty where the cell holds no letters."""
    text = " ".join(str(cell).split()) if isinstance(cell, str) else ""
    return text if any(map(str.isalpha, text)) else ""


def area_label(sheet: Sheet, above: int) -> str:
    """The one desa that the lines above the table name ('Desa : Sukamaju', or in the title); else an empty text."""
    for row in sheet.rows[:above]:
        for column, cell in enumerate(row):
            if not isinstance(cell, str):
                continue
            match = _AREA_LABEL.fullmatch(cell.strip())
            if match or fold_head(cell) in _BARE_LABELS:
                beside = next((text for text in row[column + 1 :] if isinstance(text, str)), "")
                text = (match[1] if match else "") or beside.strip(" :")
            else:
                title = _AREA_TITLE.search(cell)
                text = title[1] if title else ""
            if area_text(text):
                return area_text(text)
    return ""


def period_label(sheet: Sheet, above: int) -> tuple[int | None, int | None]:
    """Year and month that the lines above the table, or the sheet's name, tell; the day of an export does not count."""
    lines = [str(cell) for row in sheet.rows[:above] for cell in row if isinstance(cell, (str, int, float))]
    text = " ".join(line.removesuffix(".0") for line in [*lines, sheet.name] if not _EXPORTED.search(line))
    months = {month_of_name(found) for found in _MONTH.findall(text)}
    years = {int(found) for found in _YEAR.findall(text)}
    return (years.pop() if len(years) == 1 else None), (months.pop() if len(months) == 1 else None)
