"""Plain HTML tables for the screen: right-aligned numbers, units in the head, the Puskesmas' row apart."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from html import escape

from lokmin_data.wording import verdict

#: Letters from which a cell counts as a sentence.
SENTENCE = 25
TABLE = '<table class="{classes}" style="--nama:{width}em">'


@dataclass(frozen=True)
class Cell:
    """One cell: text, whether it is a number (right-aligned), verdict code for fill and symbol, hover, address."""

    text: str
    number: bool = False
    verdict: str | None = None
    title: str = ""
    href: str = ""
    hatched: bool = False


@dataclass(frozen=True)
class Head:
    """One column: its head (with the unit), and whether it holds numbers."""

    text: str
    number: bool = False


def html_table(
    heads: Sequence[Head], rows: Sequence[Sequence[Cell]], *, foot: Sequence[Cell] = (), caption: str = ""
) -> str:
    """A table as HTML, scrolling sideways in its own box; all texts are escaped.  `href` must be escaped already."""
    head = "".join(f'<th scope="col"{_head_class(item, [row[i].text for row in rows if i < len(row)])}>{escape(item.text)}</th>'
                   for i, item in enumerate(heads))  # fmt: skip
    body = "".join(f"<tr>{''.join(_cell(cell, i == 0) for i, cell in enumerate(row))}</tr>" for row in rows)
    last = f"<tfoot><tr>{''.join(_cell(cell, i == 0) for i, cell in enumerate(foot))}</tr></tfoot>" if foot else ""
    opening = table_tag("lk-tabel", (row[0].text for row in rows if row))
    label = f' aria-label="{escape(caption, quote=True)}"' if caption else ""
    return (
        f'<div class="lk-gulir" role="region"{label} tabindex="0">{opening}'
        f"<thead><tr>{head}</tr></thead>"
        f"<tbody>{body}</tbody>{last}</table></div>"
    )


def _head_class(head: Head, texts: Sequence[str]) -> str:
    """Numbers stand right; a column of sentences gets room, so that its rows do not grow tall."""
    return " class=lk-angka" if head.number else " class=lk-panjang" if max(map(len, texts), default=0) > SENTENCE else ""


def _cell(cell: Cell, is_head: bool) -> str:
    text = escape(cell.text)
    if cell.href:
        text = f'<a class="ke" href="{cell.href}">{text}</a>'
    classes = " ".join(
        name
        for name, on in (("lk-angka", cell.number), ("lk-kosong", cell.hatched), ("lk-nilai", bool(cell.verdict)))
        if on
    )
    attributes = (f' class="{classes}"' if classes else "") + (
        f' title="{escape(cell.title, quote=True)}"' if cell.title else ""
    )
    if cell.verdict:
        look = verdict(cell.verdict)
        if not look.hatched and look.symbol:
            text = (
                f'<span class="lk-putusan" style="background:{look.fill};color:{look.text}">{look.symbol}</span> {text}'
            )
    tag = "th" if is_head else "td"
    return f"<{tag}{' scope=row' if is_head else ''}{attributes}>{text}</{tag}>"


def table_tag(classes: str, names: Iterable[str]) -> str:
    """The opening tag of a table whose first column has room for the longest name, on two lines where it is very long."""
    longest = max((len(str(name)) for name in names), default=0)
    return TABLE.format(classes=classes, width=min(15, max(8, round(longest * 0.5))))
