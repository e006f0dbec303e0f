"""The picture of a sheet: its cells as a grid, with what was understood painted on them."""

from __future__ import annotations

from html import escape

from lokmin_data.model import SheetReading

MAX_ROWS = 80
MAX_COLUMNS = 40
MAX_TEXT = 60

#: role -> (class, symbol, word of the legend); the symbol stands beside the tint so that colour is never alone.
ROLES = {
    "header": ("kepala", "▤", "kepala kolom"),
    "area": ("desa", "⌂", "desa"),
    "number": ("angka", "#", "angka yang dibaca"),
    "denominator": ("sasaran", "÷", "sasaran"),
    "percent": ("persen", "%", "persen tercetak"),
    "period": ("waktu", "◷", "bulan atau tahun"),
    "total": ("jumlah", "Σ", "baris jumlah, tidak disimpan"),
    "skipped": ("lewat", "–", "dilewati"),
    "problem": ("salah", "!", "perlu dilihat"),
}

STYLE = """<style>
.lm-kisi{overflow:auto;max-height:460px;border:1px solid #333;background:#fff}
.lm-kisi table{border-collapse:collapse;font-size:14px;line-height:1.35;font-variant-numeric:tabular-nums}
.lm-kisi td,.lm-kisi th{border:1px solid #C9CDD2;padding:2px 6px;white-space:nowrap;max-width:220px;overflow:hidden;
 text-overflow:ellipsis;color:#1A1A1A}
.lm-kisi th{background:#EEF0F2;font-weight:400;color:#4A4A4A;position:sticky;z-index:1}
.lm-kisi thead th{top:0;z-index:2}.lm-kisi tbody th{left:0}
.lm-kisi .kepala{background:#E3E6EA;font-weight:600}.lm-kisi .desa{background:#F1F3F5;font-weight:600}
.lm-kisi .angka{background:#E8F1FA;text-align:right}.lm-kisi .sasaran{background:#F3F0E6;text-align:right}
.lm-kisi .persen{text-align:right;font-style:italic}.lm-kisi .waktu{background:#EDE7F3}
.lm-kisi .jumlah{color:#4A4A4A;text-align:right;text-decoration:underline dotted}
.lm-kisi .lewat{color:#4A4A4A;background:repeating-linear-gradient(45deg,#fff 0 5px,#ECECEC 5px 7px)}
.lm-kisi .salah{outline:3px solid #8B1010;outline-offset:-3px;font-weight:700}
.lm-kisi .tanda{color:#4A4A4A;font-size:11px;margin-right:4px}
.lm-lgd{font-size:15px;line-height:2}.lm-lgd span{margin-right:18px;white-space:nowrap}
.lm-lgd b{display:inline-block;min-width:1.4em;text-align:center;border:1px solid #333;margin-right:5px}
</style>"""


def column_letters(column: int) -> str:
    """The name of a column counted from 0, as Excel shows it: 0 -> A, 27 -> AB."""
    letters = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(65 + rest) + letters
    return letters


def legend_html(roles: set[str]) -> str:
    """The legend of the roles that occur in a picture."""
    shown = [ROLES[role] for role in ROLES if role in roles]
    return (
        '<div class="lm-lgd">' + "".join(f"<span><b>{symbol}</b>{word}</span>" for _, symbol, word in shown) + "</div>"
    )


def grid_html(sheet: SheetReading, *, max_rows: int = MAX_ROWS, max_columns: int = MAX_COLUMNS) -> str:
    """The sheet's used corner as an HTML table; every text of the file is escaped.

    Cells that carry a mark are tinted, carry a symbol and say on hover what they mean.
    """
    marks = _marks(sheet)
    rows = sheet.cells[:max_rows]
    width = min(max((len(row) for row in rows), default=0), max_columns)
    head = "".join(f"<th>{column_letters(column)}</th>" for column in range(width))
    body = "".join(_row(index, row, width, marks) for index, row in enumerate(rows))
    roles = {role for role, _ in marks.values()}
    table = f'<div class="lm-kisi" tabindex="0"><table><thead><tr><th></th>{head}</tr></thead><tbody>{body}</tbody></table></div>'
    return STYLE + legend_html(roles) + table + _rest(sheet, max_rows, max_columns)


def _marks(sheet: SheetReading) -> dict[tuple[int, int], tuple[str, str]]:
    """(row, column) -> (role, meaning); a problem wins over what else the cell is."""
    found: dict[tuple[int, int], tuple[str, str]] = {}
    if sheet.marks is None:
        return found
    for mark in sheet.marks.itertuples(index=False):
        place = (int(mark.row), int(mark.column))
        if place not in found or str(mark.role) == "problem":
            found[place] = (str(mark.role), str(mark.meaning or ""))
    return found


def _row(index: int, row: tuple[str, ...], width: int, marks: dict[tuple[int, int], tuple[str, str]]) -> str:
    cells = (_cell(row[column] if column < len(row) else "", marks.get((index, column))) for column in range(width))
    return f"<tr><th>{index + 1}</th>{''.join(cells)}</tr>"


def _cell(text: str, mark: tuple[str, str] | None) -> str:
    shown = escape(text if len(text) <= MAX_TEXT else text[: MAX_TEXT - 1] + "…")
    if mark is None or mark[0] not in ROLES:
        return f"<td>{shown}</td>"
    role, meaning = mark
    css, symbol, word = ROLES[role]
    tip = escape(f"{word}: {meaning}" if meaning else word, quote=True)
    return f'<td class="{css}" title="{tip}"><span class="tanda">{symbol}</span>{shown}</td>'


def _rest(sheet: SheetReading, max_rows: int, max_columns: int) -> str:
    more_rows = len(sheet.cells) - max_rows
    more_columns = max((len(row) for row in sheet.cells), default=0) - max_columns
    parts = [f"{more_rows} baris" if more_rows > 0 else "", f"{more_columns} kolom" if more_columns > 0 else ""]
    words = " dan ".join(part for part in parts if part)
    return f'<p class="lm-lgd">Masih ada {words} lagi di lembar ini; semuanya ikut dibaca.</p>' if words else ""
