"""Slides over all indicators: who reported, summary, status matrix, heaviest desa."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

import pandas as pd

from lokmin_data import wording
from lokmin_data.meeting import evidence
from lokmin_data.meeting.agenda import Agenda
from lokmin_data.meeting.evidence import CLEARLY_BELOW
from lokmin_data.meeting.slide import AXIS_STEP, Bar, Bars, Column, Slide, Table, name_share
from lokmin_data.meeting.slides_charts import CORE
from lokmin_data.reference import programmes

if TYPE_CHECKING:
    from lokmin_data.meeting.deck import Meta

#: Indicators of the matrix, and on a narrow screen, where names of desa need the room.
MATRIX_COLUMNS, MATRIX_NARROW = 5, 4
SCORE_PARTS = ("Kesenjangan (maks. 60)", "Beban orang (maks. 40)", "Laporan kosong (maks. 10)")
SCORE_MESSAGE = "Skor 0: target tercapai dan laporan lengkap. Semakin besar semakin berat."
HEAVIEST_SHOWN = 13
SUMMARY_NOTES = (
    "Desa meleset: jelas di bawah target atau melebihi batas. "
    "Orang: yang masih kurang di semua desa, atau kelebihan kasus."
)
#: A title over a chart stays on two lines of a 4:3 projector.
NAMES_IN_TITLE = 34
#: Below this every score reads 0 and there is nothing to rank.
LEAST_SCORE = 0.5


def reporting(assessments: Mapping[str, Any], meta: Meta) -> Slide:
    """Who has reported this month, by programme; a programme without any report is said, not left out."""
    rows, late, absent = [], set(), []
    for code, title in programmes().items():
        group = [one for one in assessments.values() if one.indicator.programme == code]
        if not group:
            if code in CORE:
                rows.append((title, "belum ada data", "semua desa"))
                absent.append(title)
            continue
        silent = _silent(group)
        late |= set(silent)
        total = len(group[0].records)
        names = ", ".join(silent) if 0 < len(silent) < total else ("semua desa" if silent else "semua sudah lapor")
        rows.append((title, f"{total - len(silent)} dari {total} desa", names))
    month = wording.period(meta.year, meta.month)
    title = _reporting_title(month, len(late), absent) if assessments else f"Belum ada laporan sampai {month}"
    columns = (Column("Program", 1.5), Column("Sudah lapor", 1.25), Column("Belum lapor", 2.1))
    return Slide(
        "pelaporan", "pelaporan", title, table=Table(columns, tuple(rows)), notes="Laporan kosong tidak dihitung nol."
    )


def _reporting_title(month: str, late: int, absent: list[str]) -> str:
    """"3 desa belum lengkap laporannya sampai Maret 2026"; core programmes that nobody reported are named."""
    if late:
        return f"{late} desa belum lengkap laporannya sampai {month}"
    if absent:
        return f"Laporan {month}: belum ada data {wording.listing(absent)}"
    return f"Laporan {month}: semua desa sudah lapor"


def _silent(group: list[Any]) -> list[str]:
    """Desa that reported nothing that was due in this programme this month."""
    states: dict[str, set[str]] = {}
    for assessment in group:
        for row in assessment.records:
            states.setdefault(row["desa"], set()).add(row["state"])
    return [desa for desa, found in states.items() if "belum_lapor" in found and "ada" not in found]


def summary(assessments: Mapping[str, Any], *, narrow: bool = False) -> Slide | None:
    """The headline indicators of the Puskesmas: n/N, target, verdict, desa clearly below, people short.

    On a `narrow` screen the verdict's words stand in the legend, and the number carries colour and symbol.
    """
    chosen = sorted(
        (one for one in assessments.values() if one.indicator.headline), key=lambda one: one.indicator.headline
    )
    chosen = [one for one in chosen if not wording.is_missing(evidence.numerator(one.puskesmas))]
    if not chosen:
        return None
    rows = tuple(_summary_row(one, narrow) for one in chosen)
    judged = 1 if narrow else 3
    verdicts = {(place, judged): str(one.puskesmas.get("verdict") or "") for place, one in enumerate(chosen)}
    bad = sum(1 for one in chosen if _clearly_below(one))
    title = f"{bad} dari {len(chosen)} indikator utama: ada desa yang jelas di bawah target"
    if not bad:
        title = f"{len(chosen)} indikator utama: tidak ada desa yang jelas di bawah target"
    wide = () if narrow else (Column("Status", 2.65),)
    columns = (
        Column("Indikator", 1.5), Column("Puskesmas", 1.95, "right"), Column("Target", 0.8, "right"), *wide,
        Column("Desa meleset", 1.25, "right"), Column("Orang", 0.75, "right"),
    )  # fmt: skip
    return Slide("ringkasan", "ringkasan", title, table=Table(columns, rows, verdicts), notes=SUMMARY_NOTES)


def _clearly_below(one: Any) -> int:
    return sum(row["verdict"] == CLEARLY_BELOW for row in one.records)


def _summary_row(one: Any, narrow: bool) -> tuple[str, ...]:
    short = evidence.people(sum(row["short"] for row in one.records if not wording.is_missing(row["short"])))
    symbol = wording.verdict(str(one.puskesmas.get("verdict") or "")).symbol
    reached = evidence.fraction(one.puskesmas)
    return (
        evidence.short_label(one.indicator), f"{symbol} {reached}".strip() if narrow else reached, _target(one),
        *(() if narrow else (_status(one.indicator, one.puskesmas),)),
        f"{_clearly_below(one)} dari {evidence.judged_areas(one.records)[0]}", wording.number(short) if one.annual_target else wording.MISSING,
    )  # fmt: skip


def _target(one: Any) -> str:
    """The target by which the Puskesmas' own number is judged: over the months that were reported."""
    own = one.puskesmas.get("target")
    return wording.percent(one.running_target if wording.is_missing(own) else own)


def _status(indicator: Any, row: Mapping[str, Any]) -> str:
    code = str(row.get("verdict") or "")
    return f"{wording.verdict(code).symbol} {evidence.verdict_word(indicator, code)}".strip()


def matrix(
    agenda: Agenda, assessments: Mapping[str, Any], ranking: pd.DataFrame, *, narrow: bool = False
) -> list[Slide]:
    """Desa by indicator: symbol and n/N in each cell, heaviest desa on top."""
    codes = [one.indicator for one in agenda.problems() if one.indicator in assessments]
    headline = sorted(
        (one for one in assessments.values() if one.indicator.headline), key=lambda one: one.indicator.headline
    )
    codes = list(dict.fromkeys([*codes, *(one.indicator.code for one in headline)]))
    codes = [code for code in codes if assessments[code].indicator.kind in ("cumulative", "point")]
    codes = codes[: MATRIX_NARROW if narrow else MATRIX_COLUMNS]
    if not codes:
        return []
    desa = _by_severity(assessments[codes[0]].records, ranking)
    cells = {code: {row["desa_id"]: row for row in assessments[code].records} for code in codes}
    rows, verdicts = [], {}
    for place, (identity, name) in enumerate(desa):
        row = [name]
        for column, code in enumerate(codes, start=1):
            cell = cells[code].get(identity, {})
            verdicts[place, column] = str(cell.get("verdict") or "")
            row.append(_cell(cell))
        rows.append(tuple(row))
    first = Column("Desa", name_share([name for _, name in desa], 1.9, 3.2))
    columns = (first, *(Column(evidence.short_label(assessments[code].indicator), 1.6, "center") for code in codes))
    legend = "▼▼ jelas di bawah target · ▼ di bawah, belum pasti · ▲ tercapai, belum pasti · ▲▲ jelas tercapai"
    return [
        Slide(
            "matriks",
            "matriks",
            "Status setiap desa per indikator",
            legend,
            Table(columns, tuple(rows), verdicts),
        )
    ]


def _cell(row: Mapping[str, Any]) -> str:
    symbol = wording.verdict(str(row.get("verdict") or "")).symbol
    x, n = evidence.numerator(row), row.get("sasaran")
    if wording.is_missing(x):
        return evidence.state_word(row)
    size = "" if wording.is_missing(n) else f"/{wording.number(n)}"
    return f"{symbol} {wording.number(x)}{size}".strip()


def _by_severity(records: list[dict[str, Any]], ranking: pd.DataFrame) -> list[tuple[int, str]]:
    names = {row["desa_id"]: row["desa"] for row in records}
    ranked = [int(one) for one in ranking["desa_id"]] if ranking is not None and len(ranking) else []
    order = [*(one for one in ranked if one in names), *(one for one in names if one not in set(ranked))]
    return [(one, str(names[one])) for one in order]


def heaviest(ranking: pd.DataFrame) -> list[Slide]:
    """The severity score as stacked bars, and the reason for each desa on the agenda."""
    if ranking is None or ranking.empty or not (ranking["score"] >= LEAST_SCORE).any():
        return []
    rows = ranking.to_dict("records")[:HEAVIEST_SHOWN]
    bars = tuple(_score_bar(row) for row in rows)
    seated = [row for row in ranking.to_dict("records") if isinstance(row.get("seat"), str) and row["seat"]]
    names = evidence.join_names([str(row["desa"]) for row in seated], length=NAMES_IN_TITLE)
    top = max(AXIS_STEP, -(-max(bar.value or 0.0 for bar in bars) // AXIS_STEP) * AXIS_STEP)
    title = f"Desa prioritas: {names}" if names else "Skor keparahan desa"
    figure = Bars("Skor keparahan", bars, top=top, unit="skor", parts=SCORE_PARTS)
    chart = Slide("peringkat", "desa_berat", title, SCORE_MESSAGE, bars=figure)
    columns = (Column("Desa", 1.3), Column("Peringkat", 0.9), Column("Mengapa", 3.6))
    why = tuple((str(row["desa"]), _span(row), str(row.get("why") or "")) for row in seated)
    return [chart, Slide("mengapa", "desa_berat", "Mengapa desa ini", table=Table(columns, why))] if why else [chart]


def _score_bar(row: Mapping[str, Any]) -> Bar:
    """The score as a bar of its parts; where it is masked no bar, and a word that says so."""
    masked = wording.is_missing(row["score"])
    said = "skor disamarkan" if masked else wording.number(row["score"], 0)
    parts = (0.0 if masked or not row[name] else float(row[name]) for name in ("depth_points", "burden_points", "reporting_points"))
    return Bar(str(row["desa"]), 0.0 if masked else float(row["score"]), f"{said} · {_span(row)}", parts=tuple(parts))


def _span(row: Mapping[str, Any]) -> str:
    """The rank with its range, never alone: "no. 1 (1-4)"."""
    low, high = row.get("rank_low"), row.get("rank_high")
    if wording.is_missing(low) or wording.is_missing(high):
        return f"no. {wording.number(row['rank'])}"
    return f"no. {wording.number(row['rank'])} ({wording.number(low, 0)}-{wording.number(high, 0)})"
