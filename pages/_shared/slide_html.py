"""A slide as HTML for the projector: 28 px at least, the verdict palette with symbols, nothing that needs a network.

Every text may come from a report or a person and is escaped; colours and widths are ours.
"""

from __future__ import annotations

from collections.abc import Mapping
from html import escape

from lokmin_data.meeting.paging import Canvas, column_widths, glued, name_width
from lokmin_data.meeting.slide import Bar, Bars, Slide, Table, legend_entries
from lokmin_data.wording import VERDICTS, Verdict, verdict

#: The parts of the score: dark, middle, hatched, as in the ranking chart.
PART_FILLS = ("#5F6B7A", "#C9CED6", "repeating-linear-gradient(45deg,#fff 0 6px,#4A4A4A 6px 9px)")
HATCH = "repeating-linear-gradient(45deg,#fff 0 7px,#8A9099 7px 9px)"

STYLE = """<style>
.lt{display:flex;flex-direction:column;box-sizing:border-box;height:calc(100vh - 54px);padding:.8vh 2.6vw 0;background:#fff;color:#1A1A1A;
 font-size:max(28px,min(2.05vw,3.65vh));line-height:1.2;font-variant-numeric:tabular-nums;overflow:hidden}
.lt h1{font-size:max(40px,min(2.9vw,5.2vh));line-height:1.08;font-weight:700;margin:0 0 .2em;padding:0;letter-spacing:-.01em;text-wrap:balance}
.lt .pesan{margin:0 0 .2em;font-size:1em!important;line-height:1.2}
.lt .isi{flex:1 1 0;min-height:0;overflow-y:auto;display:flex;flex-direction:column}
.lt .asal{font-size:max(28px,.8em)!important;line-height:1.05;color:#4A4A4A;margin:.15em 0;flex:none}
.lt table{border-collapse:collapse;width:100%;margin:0;table-layout:fixed}.lt th{text-align:left;font-weight:600;border-bottom:3px solid #333;
 padding:.12em .45em;vertical-align:bottom;position:sticky;top:0;background:#fff;overflow-wrap:break-word}
.lt td{padding:.14em .45em;border-bottom:1.5px solid #9AA0A6;vertical-align:middle;white-space:pre-line;overflow-wrap:break-word}
.lt .kanan{text-align:right}.lt .tengah{text-align:center}.lt tr.tebal td{font-weight:700;border-top:3px solid #333}
.lt td.vonis{border:2px solid #333;text-align:center;padding:.1em .3em}
.lt .isi ul{margin:.4em 0 0;padding-left:1.1em;font-size:1em!important}.lt .isi li{margin:0 0 .5em;font-size:1.12em!important;line-height:1.2}
.lt a{color:inherit!important;text-decoration:none}.lt a:hover{text-decoration:underline 2px}
.lt a:focus-visible{outline:3px solid #1A1A1A}
.lt.sampul{justify-content:center}.lt.sampul h1{font-size:max(56px,min(4.6vw,8vh))}
.lt.sampul .pesan{white-space:pre-line;font-size:1.25em!important;line-height:1.4}
.lt .batang{flex:1 0 auto;display:grid;grid-auto-rows:minmax(1.02em,auto);line-height:1;
 align-content:space-evenly;column-gap:.6em;align-items:center;position:relative}
.lt .nama{overflow-wrap:break-word}.lt .lajur{position:relative;height:.9em;align-self:center}
.lt .lajur i{position:absolute;inset:0 auto 0 0;box-sizing:border-box;border:2px solid #333;display:block}
.lt .angka{text-align:right;white-space:nowrap;font-weight:600}.lt .semua{font-weight:700}
.lt .garis{position:absolute;top:-20%;bottom:-5%;width:0;border-left:4px dashed #1A1A1A}
.lt .kunci{display:flex;flex-wrap:wrap;gap:.1em 1em;margin:.2em 0 0;flex:none;font-size:max(28px,.8em)}
.lt .kunci b{display:inline-block;border:2px solid #333;min-width:1.5em;text-align:center;margin-right:.3em;line-height:1.05}
.lt .kunci u{display:inline-block;height:1em;border-left:4px dashed #1A1A1A;margin:0 .5em 0 .2em;vertical-align:-.12em}
.lt .belum{color:#4A4A4A;font-weight:400}
</style>"""


def slide_html(slide: Slide, canvas: Canvas, links: Mapping[str, str] | None = None) -> str:
    """The whole slide, drawn for that canvas; a body that is still too long scrolls.

    `links`: addresses by the words that stand in a chart's names, a table's first column or its heads.
    """
    kind = " sampul" if slide.kind == "sampul" else " grafik" if slide.bars else ""
    message = f'<p class="pesan">{escape(slide.message)}</p>' if slide.message else ""
    source = f'<p class="asal">{escape(slide.source)}</p>' if slide.source else ""
    body = _body(slide, canvas, links or {})
    inside = f'<div class="isi" tabindex="-1">{body}</div>{_key(slide)}' if body else ""
    return f'{STYLE}<article class="lt{kind}" aria-label="Salindia"><h1>{escape(slide.full_title)}</h1>{message}{inside}{source}</article>'


def _body(slide: Slide, canvas: Canvas, links: Mapping[str, str]) -> str:
    parts = []
    if slide.bars is not None:
        parts.append(bars_html(slide.bars, canvas, links))
    if slide.table is not None:
        parts.append(table_html(slide.table, canvas, links))
    if slide.bullets:
        parts.append("<ul>" + "".join(f"<li>{escape(text)}</li>" for text in slide.bullets) + "</ul>")
    return "".join(parts)


def _linked(text: str, links: Mapping[str, str]) -> str:
    """The text, escaped, as a link where something can be opened by its name."""
    address = links.get(text)
    return f'<a class="buka" href="{escape(address, quote=True)}">{escape(text)}</a>' if address else escape(text)


def table_html(table: Table, canvas: Canvas, links: Mapping[str, str]) -> str:
    """A table; a cell with a verdict carries its colour, its text carries the symbol."""
    sizes = column_widths(table, canvas)
    widths = "".join(f'<col style="width:{size / sum(sizes) * 100:.2f}%">' for size in sizes)
    sides = [{"right": "kanan", "center": "tengah"}.get(column.align, "") for column in table.columns]
    head = "".join(
        f'<th class="{side}">{_linked(column.title, links)}</th>'
        for column, side in zip(table.columns, sides, strict=True)
    )
    rows = "".join(_table_row(table, index, sides, links) for index in range(len(table.rows)))
    return f"<table><colgroup>{widths}</colgroup><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table>"


def _table_row(table: Table, index: int, sides: list[str], links: Mapping[str, str]) -> str:
    cells = []
    for column, text in enumerate(table.rows[index]):
        code = table.verdicts.get((index, column), "")
        css = f"vonis {sides[column]}" if code else sides[column]
        style = f' style="{_paint(verdict(code))}"' if code else ""
        inside = escape(glued(text)) if column else _linked(text, links)
        cells.append(f'<td class="{css}"{style}>{inside}</td>')
    return f'<tr class="{"tebal" if index in table.bold else ""}">{"".join(cells)}</tr>'


def _paint(found: Verdict) -> str:
    fill = HATCH if found.hatched else found.fill
    return f"background:{fill};color:{found.text}"


def bars_html(bars: Bars, canvas: Canvas, links: Mapping[str, str]) -> str:
    """Horizontal bars with the number written beside each, the target as a line in front of them."""
    top = bars.top if bars.top > 0 else 100.0
    rows = "".join(_bar_row(bar, bars, top, links) for bar in bars.bars)
    columns = f"grid-template-columns:{name_width(bars, canvas):.2f}em minmax(0,1fr) max-content"
    return f'<div class="batang" style="{columns}" role="group" aria-label="{escape(bars.measure, quote=True)}">{rows}</div>'


def _bar_row(bar: Bar, bars: Bars, top: float, links: Mapping[str, str]) -> str:
    found = verdict(bar.verdict)
    css = " semua" if bar.whole else ""
    goal = bars.goal_of(bar)
    line = f'<span class="garis" style="left:{_share(goal, top):.2f}%"></span>' if goal is not None else ""
    drawn = _drawn(bar, found, top)
    text = f'<span class="belum">{escape(bar.text)}</span>' if bar.value is None else escape(bar.text)
    return f'<div class="nama{css}">{_linked(bar.name, links)}</div><div class="lajur">{drawn}{line}</div><div class="angka{css}">{text}</div>'


def _drawn(bar: Bar, found: Verdict, top: float) -> str:
    if bar.value is None:
        return f'<i style="width:100%;border:0;background:{HATCH};opacity:.45"></i>'
    if bar.parts:
        return _parts(bar, top)
    return f'<i style="width:{_share(bar.value, top):.2f}%;background:{found.fill}"></i>'


def _parts(bar: Bar, top: float) -> str:
    left, drawn = 0.0, ""
    for part, fill in zip(bar.parts, PART_FILLS, strict=False):
        width = _share(part, top)
        drawn += f'<i style="left:{left:.2f}%;width:{width:.2f}%;background:{fill}"></i>'
        left += width
    return drawn


def _share(value: float | None, top: float) -> float:
    return 0.0 if value is None else max(0.0, min(100.0, value / top * 100))


def _key(slide: Slide) -> str:
    """The legend: only the verdicts that occur and are not written out, and what the line is."""
    fills = iter(PART_FILLS) if slide.bars and slide.bars.parts else iter(())
    keys = "".join(f"<span>{_swatch(code, next(fills, ''))}{escape(words)}</span>" for code, words in legend_entries(slide))
    return f'<div class="kunci">{keys}</div>' if keys else ""


def _swatch(code: str, fill: str) -> str:
    if fill:
        return f'<b style="background:{fill}">&nbsp;</b>'
    return f'<b style="{_paint(VERDICTS[code])}">{VERDICTS[code].symbol}</b>' if code else "<u></u>"
