"""The strokes of the small pictures in 'Cara membaca': bars, cells, lines, forms and numbered call-outs as SVG."""

from __future__ import annotations

from base64 import b64encode
from html import escape

from lokmin_data.wording import VERDICTS

INK, GREY, LINE, ACCENT, GROUND = "#1A1A1A", "#4A4A4A", "#8A9099", "#0B5F5C", "#FFFFFF"
WIDTH = 640
FONTS = "&apos;Source Sans 3&apos;, &apos;Segoe UI&apos;, Arial, sans-serif"
#: The hatching of what was not reported.
HATCH = (
    '<defs><pattern id="arsir" width="7" height="7" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">'
    '<rect width="7" height="7" fill="#FFF"/><line x1="0" y1="0" x2="0" y2="7" stroke="#8A9099" stroke-width="2"/></pattern></defs>'
)


def text(x: float, y: float, words: str, *, size: int = 15, anchor: str = "start", fill: str = INK, bold: bool = False) -> str:
    """Words with their baseline at y."""
    weight = ' font-weight="700"' if bold else ""
    return f'<text x="{x}" y="{y}" font-size="{size}" text-anchor="{anchor}" fill="{fill}"{weight}>{escape(words)}</text>'


def box(x: float, y: float, width: float, height: float, fill: str = GROUND, *, stroke: str = "#333", round_by: int = 0) -> str:
    """A rectangle."""
    return f'<rect x="{x}" y="{y}" width="{width}" height="{height}" rx="{round_by}" fill="{fill}" stroke="{stroke}" stroke-width="1.5"/>'


def line(x1: float, y1: float, x2: float, y2: float, *, width: float = 2, dash: str = "", stroke: str = INK) -> str:
    """A straight line."""
    dashes = f' stroke-dasharray="{dash}"' if dash else ""
    return f'<line x1="{x1}" y1="{y1}" x2="{x2}" y2="{y2}" stroke="{stroke}" stroke-width="{width}"{dashes}/>'


def path(points: list[tuple[float, float]], *, width: float = 3, stroke: str = INK) -> str:
    """Points joined by a line."""
    joined = " ".join(f"{x},{y}" for x, y in points)
    return f'<polyline points="{joined}" fill="transparent" stroke="{stroke}" stroke-width="{width}"/>'


def mark(x: float, y: float, number: int) -> str:
    """A call-out: its number in a dark disc."""
    return (
        f'<circle cx="{x}" cy="{y}" r="12" fill="{ACCENT}" stroke="#FFF" stroke-width="2"/>'
        + text(x, y + 5, str(number), size=14, anchor="middle", fill="#FFF", bold=True)
    )


def fill_of(code: str) -> str:
    """The colour of a verdict."""
    return VERDICTS[code].fill


def symbol(x: float, y: float, code: str, *, width: float = 34) -> str:
    """The little box with a verdict's symbol, as in tables."""
    look = VERDICTS[code]
    return box(x, y, width, 20, look.fill) + text(x + width / 2, y + 15, look.symbol, size=13, anchor="middle", fill=look.text)


def cell(x: float, y: float, width: float, code: str, words: str) -> str:
    """A cell of the matrix: colour, symbol, n/N; hatched without data."""
    look = VERDICTS[code]
    if look.hatched:
        return box(x, y, width, 30, "url(#arsir)") + text(x + width / 2, y + 20, words, size=13, anchor="middle")
    return (
        box(x, y, width, 30, look.fill)
        + text(x + 8, y + 20, look.symbol, size=13, fill=look.text)
        + text(x + width - 8, y + 20, words, size=14, anchor="end", fill=look.text)
    )


def field(x: float, y: float, width: float, label: str, value: str) -> str:
    """A form's field with its label above."""
    return text(x, y + 12, label, size=13, fill=GREY) + box(x, y + 18, width, 28, round_by=4) + text(x + 10, y + 38, value, size=14)


def push(x: float, y: float, width: float, label: str) -> str:
    """A button."""
    return box(x, y, width, 32, ACCENT, stroke=ACCENT, round_by=5) + text(x + width / 2, y + 21, label, size=14, anchor="middle", fill="#FFF")


def table(x: float, y: float, columns: list[tuple[float, str]], rows: list[list[str]], *, step: int = 30) -> str:
    """Heads over lines of text; `columns` holds the left edge of each."""
    right = x + columns[-1][0] + 110
    out = [text(x + at, y + 14, head, size=13, fill=GREY) for at, head in columns] + [line(x, y + 22, right, y + 22, width=1.5)]
    for number, row in enumerate(rows):
        base = y + 22 + step * (number + 1) - 10
        out += [text(x + at, base, words, size=14) for (at, _), words in zip(columns, row, strict=True)]
        out.append(line(x, base + 9, right, base + 9, width=1, stroke="#C9CED6"))
    return "".join(out)


def picture(height: int, *parts: str, alt: str) -> str:
    """The whole drawing as an image element: drawings inside the page itself are taken out by Streamlit's sanitiser."""
    svg = (
        f'<svg viewBox="0 0 {WIDTH} {height}" width="{WIDTH}" height="{height}" font-family="{FONTS}" '
        f'xmlns="http://www.w3.org/2000/svg">{HATCH}{"".join(parts)}</svg>'
    )
    coded = b64encode(svg.encode()).decode()
    return f'<img class="lk-gambar-bantu" width="{WIDTH}" height="{height}" alt="{escape(alt, quote=True)}" src="data:image/svg+xml;base64,{coded}">'
