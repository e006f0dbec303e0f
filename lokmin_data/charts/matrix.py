"""The status matrix desa x indicator, and the strip of who has reported, as HTML; every text from data is escaped."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from html import escape
from typing import TYPE_CHECKING, Any

import pandas as pd

from lokmin_data.charts.hover import title_text
from lokmin_data.charts.labels import EXCEEDED, fraction, short_label, state_word, verdict_word
from lokmin_data.charts.table import table_tag
from lokmin_data.wording import VERDICTS, is_missing, percent, verdict

if TYPE_CHECKING:
    from lokmin_data.analysis import Assessment

#: (kind "desa" | "indikator", id) -> the address of its page, escaped for an href.
Address = Callable[[str, Any], str]


def status_matrix(
    found: Mapping[str, Assessment], order: Sequence[int], *, address: Address, files: Mapping[int, str] | None = None
) -> str:
    """The matrix: desa in `order` (desa_id, heaviest first) down, indicators across, the Puskesmas as the last row.

    A cell carries symbol, fill and n/N of its verdict; its title repeats the numbers and names the source cell.
    """
    heads = "".join(_head(code, table, address) for code, table in found.items())
    rows = {code: {row.desa_id: row for row in table.desa.itertuples(index=False)} for code, table in found.items()}
    names = {row.desa_id: row.desa for table in rows.values() for row in table.values()}
    body = "".join(
        f'<tr><th scope="row"><a class="ke" href="{address("desa", desa_id)}">{escape(str(names[desa_id]))}</a></th>'
        + "".join(_cell(rows[code].get(desa_id), found[code], files or {}) for code in found)
        + "</tr>"
        for desa_id in order
        if desa_id in names
    )
    whole = "".join(_cell(pd.Series(table.puskesmas), table, files or {}) for table in found.values())
    foot = f'<tfoot><tr><th scope="row">Puskesmas</th>{whole}</tr></tfoot>'
    return (
        '<div class="lk-gulir" role="region" aria-label="Matriks status desa dan indikator" tabindex="0">'
        f'{table_tag("lk-matriks", names.values())}<thead><tr><th scope="col">Desa</th>{heads}</tr></thead>'
        f"<tbody>{body}</tbody>{foot}</table></div>"
    )


def _head(code: str, table: Assessment, address: Address) -> str:
    goal = (
        ""
        if is_missing(table.running_target)
        else ("maks. " if table.indicator.direction == "down" else "target ") + percent(table.running_target)
    )
    return (
        f'<th scope="col" title="{escape(table.indicator.label)}"><a class="ke" href="{address("indikator", table.indicator)}">'
        f"{escape(short_label(table.indicator))}</a><small>{escape(goal) or '&nbsp;'}</small></th>"
    )


def _cell(row: Any, table: Assessment, files: Mapping[int, str]) -> str:
    if row is None:
        return "<td></td>"
    look = verdict(row.verdict)
    title = escape(title_text(row, table, files), quote=True)
    missing = state_word(row)
    if missing and is_missing(row.cumulative):
        return f'<td class="lk-kosong" title="{title}"><span>{escape(missing)}</span></td>'
    mark = f'<i role="img" aria-label="{escape(verdict_word(table.indicator, row.verdict))}">{look.symbol}</i>'
    return (
        f'<td style="background:{look.fill};color:{look.text}" title="{title}"><div>{mark}'
        f"<b>{escape(fraction(row.cumulative, row.sasaran))}</b></div></td>"
    )


def verdict_legend(*, down: bool = False) -> str:
    """The five verdicts with symbol, fill and word, as one line of HTML; `down`: said for lower is better."""
    looks = list(VERDICTS.values())
    words = {look.code: EXCEEDED.get(look.code, look.word) if down else look.word for look in looks}
    items = "".join(
        f'<li><span class="lk-petak{" lk-kosong" if look.hatched else ""}" style="background-color:{look.fill};color:{look.text}">'
        f"{look.symbol}</span>{words[look.code]}</li>"
        for look in looks
    )
    return f'<ul class="lk-legenda" aria-label="Arti warna dan lambang">{items}</ul>'


def report_strip(reported: pd.DataFrame, desa: pd.DataFrame, programmes: Mapping[str, str], *, address: Address) -> str:
    """Who has reported this month: a row a programme with "11 dari 12 desa lapor" and the names that are missing.

    `reported` columns desa_id, programme; `desa` columns desa_id, desa.
    """
    names = dict(zip(desa["desa_id"], desa["desa"], strict=True))
    rows = "".join(_programme_row(code, label, reported, names, address) for code, label in programmes.items())
    return (
        '<div class="lk-gulir" role="region" aria-label="Siapa yang sudah lapor" tabindex="0"><table class="lk-tabel lk-lapor"><thead><tr>'
        f'<th scope="col">Program</th><th scope="col">Desa lapor</th><th scope="col">Belum lapor</th></tr></thead><tbody>{rows}</tbody></table></div>'
    )


def _programme_row(code: str, label: str, reported: pd.DataFrame, names: Mapping[int, str], address: Address) -> str:
    have = set(reported.loc[reported["programme"] == code, "desa_id"])
    missing = [desa_id for desa_id in names if desa_id not in have]
    dots = "".join(
        f'<i class="{"lk-ada" if desa_id in have else "lk-belum"}" title="{escape(str(name), quote=True)}: '
        f'{"lapor" if desa_id in have else "belum lapor"}"></i>'
        for desa_id, name in names.items()
    )
    links = ", ".join(f'<a class="ke" href="{address("desa", i)}">{escape(str(names[i]))}</a>' for i in missing)
    text = "lengkap" if not missing else ("semua desa" if len(missing) == len(names) else links)
    return (
        f'<tr><th scope="row">{escape(label)}</th><td><span class="lk-titik">{dots}</span> '
        f"<b>{len(names) - len(missing)} dari {len(names)}</b></td><td>{text}</td></tr>"
    )
