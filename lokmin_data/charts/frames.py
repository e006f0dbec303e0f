"""Assessments as tables for the screen and for Excel: Indonesian heads with units, in the order of the field's forms."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

import pandas as pd

from lokmin_data.charts.findings import chance_words, rank_range
from lokmin_data.charts.hover import title_text
from lokmin_data.charts.labels import fraction, short_label, state_word, verdict_word
from lokmin_data.charts.table import Cell, Head, html_table
from lokmin_data.wording import (
    MISSING,
    TREND_ARROWS,
    is_missing,
    number,
    people,
    percent,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from lokmin_data.analysis import Assessment

#: desa_id -> the address of its profile, escaped for an href.
DesaAddress = "Callable[[int], str]"


def ordered(found: Assessment) -> pd.DataFrame:
    """The desa of the table: worst verdict first, then more people short, then by name; without data last."""
    place = {
        "jelas_di_bawah": 0,
        "di_bawah_belum_pasti": 1,
        "": 2,
        "tercapai_belum_pasti": 2,
        "jelas_tercapai": 3,
        "belum_ada_data": 4,
    }
    table = found.desa
    keys = table["verdict"].map(place).fillna(2)
    return (
        table.assign(_place=keys)
        .sort_values(["_place", "short", "desa"], ascending=[True, False, True])
        .drop(columns="_place")
    )


def status_html(
    found: Assessment, *, address: Callable[[int], str], files: Mapping[int, str], areas: str = "Desa"
) -> str:
    """The PWS table of one indicator as HTML: one row a desa, the Puskesmas below, every number with its source cell."""
    rows = [_status_row(row, found, address, files) for row in ordered(found).itertuples(index=False)]
    whole = _status_row(pd.Series(found.puskesmas), found, None, files)
    heads = [Head(areas), *_status_heads(found)[1:]]
    return html_table(heads, rows, foot=whole, caption=f"Tabel {found.indicator.label} per {areas}")


def _status_heads(found: Assessment) -> list[Head]:
    unit = found.indicator.unit
    if found.indicator.kind == "month":
        return [
            Head("Desa"),
            Head("Bulan ini", True),
            Head("Bulan lalu", True),
            Head("Tren"),
            Head("Sejak Januari", True),
        ]
    up = found.indicator.direction == "up"
    heads = [Head("Desa"), Head(f"Capaian / sasaran ({unit})" if up else f"Kasus / diperiksa ({unit})", True)]
    heads += [Head("% kumulatif" if found.indicator.is_coverage else "%", True), Head(f"Bulan ini ({unit})", True)]
    heads += [Head(f"Bulan lalu ({unit})", True), Head("Tren")] + ([Head("Status PWS")] if up else [])
    heads += [Head("Putusan"), Head(f"{'Kurang' if up else 'Kelebihan'} ({unit})", True), Head("% tahun lalu", True)]
    return heads


def _status_row(
    row: Any, found: Assessment, address: Callable[[int], str] | None, files: Mapping[int, str]
) -> list[Cell]:
    title = title_text(row, found, files)
    name = Cell(str(row.desa), href=address(int(row.desa_id)) if address else "")
    trend = Cell(
        TREND_ARROWS.get(row.trend, ""), title={"naik": "naik", "turun": "turun", "tetap": "tetap"}.get(row.trend, "")
    )
    now, before = Cell(number(row.this_month), True), Cell(number(row.last_month), True)
    missing = state_word(row)
    if missing and is_missing(row.this_month):
        now = Cell(missing, True, hatched=True)
    if found.indicator.kind == "month":
        return [name, now, before, trend, Cell(number(row.cumulative), True, title=title)]
    cells = [
        name,
        Cell(fraction(row.cumulative, row.sasaran), True, title=title),
        Cell(share_text(row), True, title=title),
        now,
        before,
        trend,
    ]
    if found.indicator.direction == "up":
        cells.append(Cell(str(row.pws_status or MISSING)))
    cells += [
        Cell(verdict_word(found.indicator, row.verdict), verdict=row.verdict),
        Cell(short_text(row), True),
        Cell(percent(row.year_ago), True),
    ]
    return cells


def share_text(row: Any) -> str:
    """The percent of a row; "–" below ten persons, where a percentage misleads."""
    return MISSING if is_missing(row.sasaran) or row.sasaran < 10 else percent(row.percent)


def short_text(row: Any) -> str:
    """Whole people short of the target."""
    return MISSING if is_missing(row.short) or is_missing(row.cumulative) else people(row.short, "").strip()


def ranking_html(ranking: pd.DataFrame, *, address: Callable[[int], str], labels: Mapping[str, str]) -> str:
    """The composite ranking as a table: score, people, indicators clearly below, the two worst, range, chance."""
    heads = [
        Head("Desa"),
        Head("Peringkat", True),
        Head("Skor", True),
        Head("Kurang (orang)", True),
        Head("Indikator jelas di bawah", True),
        Head("Dua terberat"),
        Head("Rentang peringkat"),
        Head("Termasuk 3 terberat"),
    ]
    rows = [
        [
            Cell(str(row.desa), href=address(int(row.desa_id))),
            Cell(number(row.rank, 0), True),
            Cell(number(row.score, 0), True),
            Cell(people(row.short, "").strip() if not is_missing(row.short) else MISSING, True),
            Cell(f"{row.clearly_below} dari {row.indicators}", True),
            Cell(", ".join(labels.get(code, code) for code in row.worst if code)),
            Cell(rank_range(row.rank_low, row.rank_high)),
            Cell(chance_text(row.p_top3)),
        ]
        for row in ranking.sort_values("rank").itertuples(index=False)
    ]
    return html_table(heads, rows, caption="Peringkat desa")


def chance_text(p_top3: float) -> str:
    """ "kemungkinan besar (86 %)", or only the number where no claim is made."""
    if is_missing(p_top3):
        return MISSING
    word = chance_words(p_top3)
    return f"{word} ({percent(100 * p_top3, 0)})" if word else percent(100 * p_top3, 0)


def profile_html(
    found: Mapping[str, Assessment], desa_id: int, *, address: Callable[[Any], str], files: Mapping[int, str], caption: str
) -> str:
    """These indicators of one desa: n/N, percent, target, verdict, people short, the Puskesmas beside it."""
    heads = [
        Head("Indikator"),
        Head("Capaian / sasaran", True),
        Head("%", True),
        Head("Target (%)", True),
        Head("Putusan"),
        Head("Kurang (orang)", True),
        Head("Tren"),
        Head("% Puskesmas", True),
    ]
    rows = []
    for table in found.values():
        for row in table.desa[table.desa["desa_id"] == desa_id].itertuples(index=False):
            title = title_text(row, table, files)
            missing = state_word(row)
            value = Cell(fraction(row.cumulative, row.sasaran), True, title=title)
            if missing and is_missing(row.cumulative):
                value = Cell(missing, True, hatched=True, title=title)
            rows.append(
                [
                    Cell(short_label(table.indicator), href=address(table.indicator), title=table.indicator.label),
                    value,
                    Cell(share_text(row), True, title=title),
                    Cell(percent(row.target), True),
                    Cell(verdict_word(table.indicator, row.verdict), verdict=row.verdict),
                    Cell(short_text(row), True),
                    Cell(TREND_ARROWS.get(row.trend, "")),
                    Cell(percent(table.puskesmas["percent"]), True),
                ]
            )
    return html_table(heads, rows, caption=caption)


def with_numbers(ranking: pd.DataFrame, found: Assessment) -> pd.DataFrame:
    """The ranking of one indicator with its n/N (cumulative, sasaran) beside the score."""
    return ranking.merge(
        found.desa[["desa_id", "cumulative", "sasaran"]], on="desa_id", how="left", validate="one_to_one"
    )


def yes_no_html(found: Assessment, *, address: Callable[[int], str]) -> str:
    """A status per desa (ODF: sudah or belum) as a table; not reported stays apart from no."""
    rows = []
    for row in found.desa.sort_values(["cumulative", "desa"], na_position="last").itertuples(index=False):
        said = "belum ada laporan" if is_missing(row.cumulative) else ("Sudah" if row.cumulative >= 1 else "Belum")
        mark = row.verdict if not is_missing(row.cumulative) else None
        rows.append(
            [
                Cell(str(row.desa), href=address(int(row.desa_id))),
                Cell(said, verdict=mark, hatched=is_missing(row.cumulative)),
            ]
        )
    return html_table([Head("Desa"), Head(found.indicator.label)], rows, caption=found.indicator.label)
