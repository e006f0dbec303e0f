"""Short lists of Ringkasan as HTML: headline numbers, the heaviest desa, what changed; texts from data are escaped."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from html import escape
from typing import TYPE_CHECKING, Any

import pandas as pd

from lokmin_data.charts.findings import TOP, chance_words, partly_note, rank_range
from lokmin_data.charts.labels import fraction, short_label, verdict_word
from lokmin_data.wording import count, is_missing, number, percent, period, verdict

if TYPE_CHECKING:
    from lokmin_data.analysis import Assessment
    from lokmin_data.model import Indicator

MONTHS = 12
#: Points of percent that count as a change worth a line.
CHANGES_SHOWN = 6
#: The programme may have reported other indicators than its headline ones.
NOTHING_YET = "<p>Indikator utamanya belum ada datanya.</p>"
#: Kinds of assessments whose months are counted each by itself; the others are measured, and stand until the next time.
COUNTED_BY_MONTH = ("coverage", "month")


def headline_tiles(groups: Mapping[str, Sequence[Assessment]], address: Callable[[Indicator], str]) -> str:
    """The core programmes side by side: per indicator the Puskesmas' percent, n/N, target and verdict."""
    parts = "".join(
        f"<section><h2>{escape(title)}</h2>{''.join(_tile(found, address) for found in tiles) or NOTHING_YET}</section>"
        for title, tiles in groups.items()
    )
    return f'<div class="lk-utama">{parts}</div>'


def _tile(found: Assessment, address: Callable[[Indicator], str]) -> str:
    row, look = found.puskesmas, verdict(found.puskesmas["verdict"])
    goal = (
        ""
        if is_missing(row["target"])
        else f"{'batas' if found.indicator.direction == 'down' else 'target'} {percent(row['target'])}{partly_note(found)}"
    )
    numbers = fraction(row["cumulative"], row["sasaran"])
    value = percent(row["percent"]) if not is_missing(row["percent"]) else "belum ada data"
    mark = (
        f'<span class="lk-putusan" style="background:{look.fill};color:{look.text}">{look.symbol}</span> '
        if look.symbol
        else ""
    )
    return (
        f'<div class="lk-angka-utama"><a class="ke" href="{address(found.indicator)}">{escape(short_label(found.indicator))}</a>'
        f"<strong>{value}</strong><span>{numbers}{' · ' + goal if goal else ''}</span>"
        f"<span>{mark}{verdict_word(found.indicator, look.code)}</span></div>"
    )


def heaviest_list(ranking: pd.DataFrame, address: Callable[[int], str]) -> str:
    """The desa with a seat in the meeting: rank with its range, chance, and why."""
    rows = ranking[ranking["seat"] != ""].sort_values("rank")
    items = "".join(_heavy(row, address, len(ranking)) for row in rows.itertuples(index=False))
    return f'<ol class="lk-berat">{items}</ol>' if items else "<p>Belum ada desa yang dapat diperingkat.</p>"


def _heavy(row: Any, address: Callable[[int], str], size: int) -> str:
    facts = [rank_range(row.rank_low, row.rank_high), chance_phrase(row.p_top3) if size > TOP else ""]
    seat = "perhatian khusus" if row.seat == "perhatian khusus" else f"skor {'disamarkan' if is_missing(row.score) else number(row.score, 0)}"
    head = " · ".join(part for part in [seat, *facts] if part)
    return (
        f'<li><p><a class="ke" href="{address(int(row.desa_id))}"><b>{escape(str(row.desa))}</b></a> <span>{escape(head)}</span></p>'
        f"<p>{escape(str(row.why))}</p></li>"
    )


def chance_phrase(p_top3: float) -> str:
    """ "hampir pasti termasuk 3 terberat"; nothing where no claim can be made."""
    word = chance_words(p_top3)
    return f"{word} termasuk 3 terberat" if word else ""


def change_list(found: Mapping[str, Assessment], address: Callable[[Indicator], str]) -> str:
    """The Puskesmas' numbers of this month against last month, largest change first."""
    rows = [(abs(change), change, item) for item in found.values() if (change := change_of(item)) is not None]
    items = "".join(
        _change(change, item, address) for _, change, item in sorted(rows, key=lambda row: -row[0])[:CHANGES_SHOWN]
    )
    return f'<ul class="lk-langkah">{items}</ul>' if items else "<p>Belum ada bulan lalu untuk dibandingkan.</p>"


def change_of(found: Assessment) -> float | None:
    """Percent points of this month's own number, or of a measurement, against the one before; None where one is missing.

    It compares the very numbers that `_before_and_now` writes.
    """
    if found.shape not in COUNTED_BY_MONTH:
        measured = _measurements(found)["percent"].tolist()
        return measured[1] - measured[0] if len(measured) > 1 else None
    now, before = found.puskesmas["percent_this"], found.puskesmas["percent_last"]
    return None if is_missing(now) or is_missing(before) else float(now) - float(before)


def _change(change: float, found: Assessment, address: Callable[[Indicator], str]) -> str:
    better = (change > 0) == (found.indicator.direction == "up")
    word = (
        "tetap"
        if abs(change) < 0.05
        else f"{'naik' if change > 0 else 'turun'} ({'membaik' if better else 'memburuk'})"
    )
    link = f'<a class="ke" href="{address(found.indicator)}">{escape(short_label(found.indicator))}</a>'
    return f"<li>{link} {word}: {_before_and_now(found)}</li>"


def _before_and_now(found: Assessment) -> str:
    """Numbers of the month of the scope and the one before: people of the month, or n/N and percent of a measurement."""
    row = found.puskesmas
    if found.shape in COUNTED_BY_MONTH:
        unit = found.indicator.unit
        return f"{number(row['this_month'])} {unit} bulan ini, {number(row['last_month'])} {unit} bulan lalu"
    both = list(_measurements(found).itertuples())
    texts = [count(item.cumulative, item.denominator) for item in both]
    now = found.year * MONTHS + found.month
    if [item.year * MONTHS + item.month for item in both] != [now - 1, now]:  # not "bulan lalu" and this month
        texts = [f"{text} ({period(item.year, item.month)})" for text, item in zip(texts, both, strict=True)]
    return f"dari {texts[0]} menjadi {texts[1]}" if len(texts) > 1 else texts[0] if texts else ""


def _measurements(found: Assessment) -> pd.DataFrame:
    """The Puskesmas' last two measurements up to the month of the scope."""
    own = found.monthly[found.monthly["desa_id"] == 0].dropna(subset=["percent"])
    return own[(own["year"] * 12 + own["month"]) <= found.year * 12 + found.month].tail(2)
