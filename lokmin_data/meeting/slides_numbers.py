"""Slides that show numbers: reporting, summary, bars per indicator, PWS table, status matrix, heaviest desa."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

import pandas as pd

from lokmin_data import wording
from lokmin_data.meeting import evidence
from lokmin_data.meeting.agenda import Agenda
from lokmin_data.meeting.evidence import CLEARLY_BELOW
from lokmin_data.meeting.slide import Bar, Bars, Column, Slide, Table
from lokmin_data.reference import programmes

if TYPE_CHECKING:
    from lokmin_data.meeting.deck import Meta

CORE = ("imunisasi", "stunting", "gizi_ibu_hamil")
#: Charts per core programme, charts of other programmes, indicators of the matrix, desa with a reason.
CHARTS_PER_PROGRAMME, OTHER_CHARTS, MATRIX_COLUMNS = 3, 4, 5
SCORE_PARTS = ("Kesenjangan (maks. 60)", "Beban orang (maks. 40)", "Laporan kosong (maks. 10)")
HEAVIEST_SHOWN = 13
PWS_NOTES = (
    "Baik: di atas target dan naik atau tetap. Kurang: di atas target tetapi turun. "
    "Cukup: di bawah target tetapi naik. Jelek: di bawah target dan turun."
)
#: Room at the right of the longest bar for its text, as a part of the axis.
AXIS_STEP = 10.0


def reporting(assessments: Mapping[str, Any], meta: Meta) -> Slide:
    """Who has reported this month, by programme; a programme without any report is said, not left out."""
    rows, late = [], set()
    for code, title in programmes().items():
        group = [one for one in assessments.values() if one.indicator.programme == code]
        if not group:
            if code in CORE:
                rows.append((title, "belum ada data", "semua desa"))
            continue
        silent = _silent(group)
        late |= set(silent)
        total = len(group[0].desa)
        names = ", ".join(silent) if 0 < len(silent) < total else ("semua desa" if silent else "semua sudah lapor")
        rows.append((title, f"{total - len(silent)} dari {total} desa", names))
    month = wording.period(meta.year, meta.month)
    title = f"{len(late)} desa belum lengkap laporannya sampai {month}" if late else f"Laporan {month}: semua desa sudah lapor"
    if not assessments:
        title = f"Belum ada laporan sampai {month}"
    columns = (Column("Program", 1.3), Column("Sudah lapor", 1.0), Column("Belum lapor", 2.6))
    return Slide("pelaporan", "pelaporan", title, table=Table(columns, tuple(rows)), notes="Laporan kosong tidak dihitung nol.")


def _silent(group: list[Any]) -> list[str]:
    """Desa that reported nothing that was due in this programme this month."""
    states: dict[str, set[str]] = {}
    for assessment in group:
        for row in assessment.desa[["desa", "state"]].to_dict("records"):
            states.setdefault(row["desa"], set()).add(row["state"])
    return [desa for desa, found in states.items() if "belum_lapor" in found and "ada" not in found]


def summary(assessments: Mapping[str, Any]) -> Slide | None:
    """The headline indicators of the Puskesmas: n/N, target, verdict, desa clearly below, people short."""
    chosen = sorted((one for one in assessments.values() if one.indicator.headline), key=lambda one: one.indicator.headline)
    chosen = [one for one in chosen if not wording.is_missing(evidence.numerator(one.puskesmas))]
    if not chosen:
        return None
    rows, verdicts = [], {}
    for place, one in enumerate(chosen):
        clearly = int((one.desa["verdict"] == CLEARLY_BELOW).sum())
        short = evidence.people(one.desa["short"].fillna(0).sum())
        rows.append((
            evidence.short_label(one.indicator), evidence.fraction(one.puskesmas), wording.percent(one.running_target),
            _status(one.indicator, one.puskesmas), f"{clearly} dari {len(one.desa)}", wording.number(short) if one.annual_target else wording.MISSING,
        ))  # fmt: skip
        verdicts[place, 3] = str(one.puskesmas.get("verdict") or "")
    bad = sum(1 for one in chosen if (one.desa["verdict"] == CLEARLY_BELOW).any())
    title = f"{bad} dari {len(chosen)} indikator utama: ada desa yang jelas di bawah target"
    if not bad:
        title = f"{len(chosen)} indikator utama: tidak ada desa yang jelas di bawah target"
    columns = (
        Column("Indikator", 1.6), Column("Puskesmas", 1.8, "right"), Column("Target", 0.7, "right"), Column("Status", 2.5),
        Column("Desa meleset", 1.0, "right"), Column("Orang", 0.75, "right"),
    )  # fmt: skip
    return Slide("ringkasan", "ringkasan", title, table=Table(columns, tuple(rows), verdicts),
                 notes="Desa meleset: jelas di bawah target atau melebihi batas. Orang: yang masih kurang di semua desa, atau kelebihan kasus.")  # fmt: skip


def _status(indicator: Any, row: Mapping[str, Any]) -> str:
    code = str(row.get("verdict") or "")
    return f"{wording.verdict(code).symbol} {evidence.verdict_word(indicator, code)}".strip()


def programme_slides(agenda: Agenda, assessments: Mapping[str, Any]) -> list[Slide]:
    """Bars of the core programmes (with one PWS table each), then of other programmes that have a problem."""
    slides: list[Slide] = []
    for code in CORE:
        charted = _charted(agenda, assessments, code)
        slides += [bars_slide(one) for one in charted]
        table = next((pws_table(one) for one in charted if one.indicator.is_coverage), None)
        slides += [table] if table else []
    others = [one.indicator for one in agenda.problems() if one.programme not in CORE]
    slides += [bars_slide(assessments[code]) for code in others[:OTHER_CHARTS] if code in assessments]
    return slides


def _charted(agenda: Agenda, assessments: Mapping[str, Any], programme: str) -> list[Any]:
    """The programme's problems on the agenda; without one its first headline indicator that was reported."""
    problems = [assessments[one.indicator] for one in agenda.problems() if one.programme == programme and one.indicator in assessments]
    if problems:
        return problems[:CHARTS_PER_PROGRAMME]
    known = [one for one in assessments.values() if one.indicator.programme == programme and one.indicator.headline
             and not wording.is_missing(evidence.numerator(one.puskesmas))]  # fmt: skip
    return sorted(known, key=lambda one: one.indicator.headline)[:1]


def bars_slide(assessment: Any) -> Slide:
    """One indicator: a bar per desa, heaviest first, the Puskesmas' own on top, the target as a line."""
    indicator = assessment.indicator
    counts = indicator.kind == "month"
    measure = "this_month" if counts else "percent"
    bars = tuple(_bar(indicator, row, measure) for row in ordered(assessment).to_dict("records"))
    whole = _bar(indicator, {**assessment.puskesmas, "desa": "Puskesmas"}, measure, whole=True)
    # Where bars are people, the Puskesmas' sum would press every desa to nothing.
    shown = bars if counts else (whole, *bars)
    target = None if counts or wording.is_missing(assessment.running_target) else float(assessment.running_target)
    unit = indicator.unit if counts else "%"
    figure = Bars(indicator.label, shown, target, _target_label(assessment) if target is not None else "",
                  _top(shown, target, 0.0 if counts else 100.0), unit)  # fmt: skip
    message = indicator.plain or (indicator.label if evidence.short_label(indicator) != indicator.label else "")
    return Slide(f"pws:{indicator.code}", "pws", finding(assessment), message, bars=figure, source=definition(assessment),
                 notes=notes(assessment), indicator=indicator.code, programme=indicator.programme)  # fmt: skip


def ordered(assessment: Any) -> pd.DataFrame:
    """The desa as the room reads them: farthest from the target first, those without a number last, in place."""
    table = assessment.desa
    measure = "this_month" if assessment.indicator.kind == "month" else "percent"
    up = assessment.indicator.direction == "up"
    keys = table.assign(_value=table[measure].astype(float))
    return keys.sort_values(["_value", "desa"], ascending=[up, True], na_position="last", kind="stable").drop(columns="_value")


def _bar(indicator: Any, row: Mapping[str, Any], measure: str, *, whole: bool = False) -> Bar:
    value = row.get(measure)
    verdict = str(row.get("verdict") or "")
    missing = wording.is_missing(value)
    text = evidence.fraction(row) if measure == "percent" else (evidence.state_word(row) if missing else wording.number(value))
    if missing and not wording.is_missing(evidence.numerator(row)):
        text = evidence.fraction(row)
    symbol = wording.verdict(verdict).symbol if not missing else ""
    return Bar(str(row["desa"]), None if missing else float(value), f"{text} {symbol}".strip(), verdict, whole)


def _target_label(assessment: Any) -> str:
    until = f" s.d. {wording.month_name(assessment.month)}" if assessment.indicator.is_coverage else ""
    return f"Target{until} {wording.percent(assessment.running_target)}"


def _top(bars: tuple[Bar, ...], target: float | None, least: float) -> float:
    highest = max([bar.value or 0.0 for bar in bars] + [target or 0.0])
    if least and highest <= least / 2:  # a running target of 25 % needs no axis to 100
        least = highest
    return max(AXIS_STEP, -(-max(highest, least) // AXIS_STEP) * AXIS_STEP)


def finding(assessment: Any) -> str:
    """The slide's title, a finding in words."""
    indicator = assessment.indicator
    period = wording.period(assessment.year, assessment.month)
    clearly, total = int((assessment.desa["verdict"] == CLEARLY_BELOW).sum()), len(assessment.desa)
    below, label = evidence.missed(indicator), evidence.short_label(indicator)
    if indicator.kind == "month":
        return f"{label} {period}: {evidence.fraction(assessment.puskesmas)} kasus"
    if wording.is_missing(assessment.annual_target):
        return f"{label} {period}: target belum diisi"
    if clearly:
        return f"{label} {period}: {clearly} dari {total} desa jelas {below}"
    return f"{label} {period}: tidak ada desa yang jelas {below}"


def definition(assessment: Any) -> str:
    """The indicator's definition for the footer: who is counted, divided by whom."""
    indicator = assessment.indicator
    upper = indicator.numerator or f"{indicator.unit} yang tercapai"
    return f"{indicator.label}: {upper}" + (f" dibagi {indicator.denominator}." if indicator.denominator else ".")


def notes(assessment: Any) -> str:
    """Speaker's notes: definition, target with source, how the verdict is made."""
    target = assessment.target
    lines = [definition(assessment), evidence.target_text(assessment)]
    if target is not None:
        lines.append(f"Sumber target: {target.source or 'isi sesuai SK Dinkes'} ({target.year})." + ("" if target.confirmed else " Isi sesuai SK Dinkes."))
    lines.append("Status memakai selang Wilson 95 % dari data desa itu sendiri terhadap target.")
    return "\n".join(line for line in lines if line)


def pws_table(assessment: Any) -> Slide:
    """The table under the PWS chart: cumulative n/N with its verdict, this month, last month, trend, PWS status."""
    indicator, rows, verdicts = assessment.indicator, [], {}
    for place, row in enumerate(ordered(assessment).to_dict("records")):
        verdict = str(row.get("verdict") or "")
        trend = str(row.get("trend") or "")
        rows.append((
            str(row["desa"]), f"{wording.verdict(verdict).symbol} {evidence.fraction(row)}".strip(),
            wording.number(row.get("this_month")), wording.number(row.get("last_month")),
            f"{wording.TREND_ARROWS.get(trend, '')} {trend}".strip() or wording.MISSING, str(row.get("pws_status") or wording.MISSING),
        ))  # fmt: skip
        verdicts[place, 1] = verdict
    columns = (
        Column("Desa", 2.1), Column("Kumulatif", 1.9, "right"), Column("Bulan ini", 0.95, "right"),
        Column("Bulan lalu", 1.1, "right"), Column("Tren", 0.9), Column("Status PWS", 1.25),
    )  # fmt: skip
    label = evidence.short_label(indicator)
    good, judged = (sum(1 for row in rows if row[5] in words) for words in (("Baik",), ("Baik", "Kurang", "Cukup", "Jelek")))
    title = f"PWS {label}: {good} dari {judged} desa berstatus Baik" if judged else f"PWS {label}: status belum dapat dinilai"
    return Slide(f"tabel:{indicator.code}", "tabel_pws", title, table=Table(columns, tuple(rows), verdicts),
                 source=definition(assessment), indicator=indicator.code, programme=indicator.programme, notes=PWS_NOTES)  # fmt: skip


def matrix(agenda: Agenda, assessments: Mapping[str, Any], ranking: pd.DataFrame) -> list[Slide]:
    """Desa by indicator: symbol and n/N in each cell, heaviest desa on top."""
    codes = [one.indicator for one in agenda.problems() if one.indicator in assessments]
    headline = sorted((one for one in assessments.values() if one.indicator.headline), key=lambda one: one.indicator.headline)
    codes = list(dict.fromkeys([*codes, *(one.indicator.code for one in headline)]))
    codes = [code for code in codes if assessments[code].indicator.kind in ("cumulative", "point")][:MATRIX_COLUMNS]
    if not codes:
        return []
    desa = _by_severity(assessments[codes[0]].desa, ranking)
    cells = {code: assessments[code].desa.set_index("desa_id").to_dict("index") for code in codes}
    rows, verdicts = [], {}
    for place, (identity, name) in enumerate(desa):
        row = [name]
        for column, code in enumerate(codes, start=1):
            cell = cells[code].get(identity, {})
            verdicts[place, column] = str(cell.get("verdict") or "")
            row.append(_cell(cell))
        rows.append(tuple(row))
    columns = (Column("Desa", 1.9), *(Column(evidence.short_label(assessments[code].indicator), 1.6, "center") for code in codes))
    legend = "▼▼ jelas di bawah target · ▼ di bawah, belum pasti · ▲ tercapai, belum pasti · ▲▲ jelas tercapai"
    return [Slide("matriks", "matriks", "Status setiap desa pada indikator utama", legend, Table(columns, tuple(rows), verdicts))]


def _cell(row: Mapping[str, Any]) -> str:
    symbol = wording.verdict(str(row.get("verdict") or "")).symbol
    x, n = evidence.numerator(row), row.get("sasaran")
    if wording.is_missing(x):
        return evidence.state_word(row)
    size = "" if wording.is_missing(n) else f"/{wording.number(n)}"
    return f"{symbol} {wording.number(x)}{size}".strip()


def _by_severity(table: pd.DataFrame, ranking: pd.DataFrame) -> list[tuple[int, str]]:
    names = dict(zip(table["desa_id"], table["desa"], strict=True))
    ranked = [int(one) for one in ranking["desa_id"]] if ranking is not None and len(ranking) else []
    order = [*(one for one in ranked if one in names), *(one for one in names if one not in set(ranked))]
    return [(one, str(names[one])) for one in order]


def heaviest(ranking: pd.DataFrame) -> list[Slide]:
    """The severity score as stacked bars, and the reason for each desa on the agenda."""
    if ranking is None or ranking.empty:
        return []
    rows = ranking.to_dict("records")[:HEAVIEST_SHOWN]
    bars = tuple(
        Bar(str(row["desa"]), float(row["score"]), f"{wording.number(row['score'], 0)} · {_span(row)}",
            parts=tuple(float(row[name] or 0) for name in ("depth_points", "burden_points", "reporting_points")))
        for row in rows
    )  # fmt: skip
    seated = [row for row in ranking.to_dict("records") if isinstance(row.get("seat"), str) and row["seat"]]
    names = wording.listing([str(row["desa"]) for row in seated]) or str(rows[0]["desa"])
    top = max(AXIS_STEP, -(-max(bar.value or 0.0 for bar in bars) // AXIS_STEP) * AXIS_STEP)
    chart = Slide("peringkat", "desa_berat", f"Desa prioritas: {names}", "Skor 0: target tercapai dan laporan lengkap. Semakin besar semakin berat.",
                  bars=Bars("Skor keparahan", bars, top=top, unit="skor", parts=SCORE_PARTS))  # fmt: skip
    columns = (Column("Desa", 1.3), Column("Peringkat", 0.9), Column("Mengapa", 3.6))
    why = tuple((str(row["desa"]), _span(row), str(row.get("why") or "")) for row in seated)
    return [chart, Slide("mengapa", "desa_berat", "Mengapa desa ini", table=Table(columns, why))] if why else [chart]


def _span(row: Mapping[str, Any]) -> str:
    """The rank with its range, never alone: "no. 1 (1-4)"."""
    low, high = row.get("rank_low"), row.get("rank_high")
    if wording.is_missing(low) or wording.is_missing(high):
        return f"no. {wording.number(row['rank'])}"
    return f"no. {wording.number(row['rank'])} ({wording.number(low, 0)}-{wording.number(high, 0)})"
