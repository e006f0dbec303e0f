"""The tables behind the pages as sheets: agenda, ranking, one assessment a sheet; the same numbers as the screen."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pandas as pd

from lokmin_data import wording
from lokmin_data.export.xlsx import Sheet
from lokmin_data.meeting import evidence
from lokmin_data.meeting.agenda import Agenda
from lokmin_data.meeting.slides_charts import definition, ordered

ASSESSMENT_HEADS = {
    "desa": "Desa", "cumulative": "Jumlah (x)", "sasaran": "Sasaran (n)", "percent": "Persen", "this_month": "Bulan ini",
    "last_month": "Bulan lalu", "target": "Target sampai bulan ini (%)", "trend": "Tren", "pws_status": "Status PWS",
    "wilson_low": "Wilson bawah (%)", "wilson_high": "Wilson atas (%)",
    "verdict_word": "Terhadap target", "short": "Orang kurang", "months_reported": "Bulan dilaporkan",
    "months_due": "Bulan seharusnya", "state_word": "Laporan", "score": "Skor", "rank": "Peringkat", "rank_low": "Peringkat dari",
    "rank_high": "Peringkat sampai",
}  # fmt: skip
RANKING_HEADS = {
    "rank": "Peringkat", "desa": "Desa", "score": "Skor", "depth_points": "Kesenjangan (maks. 60)", "burden_points": "Beban (maks. 40)",
    "reporting_points": "Laporan kosong (maks. 10)", "short": "Orang kurang", "completeness_percent": "Kelengkapan laporan (%)",
    "rank_low": "Peringkat dari", "rank_high": "Peringkat sampai", "chance": "Peluang 3 terberat (%)", "verdict_word": "Status terburuk",
    "clearly_below": "Indikator jelas di bawah", "seat": "Agenda", "why": "Mengapa",
}  # fmt: skip
AGENDA_HEADS = {
    "order": "No", "title": "Acara", "programme": "Program", "indicator": "Indikator", "areas": "Desa", "evidence": "Bukti",
    "ask": "Yang diminta", "sector": "Sektor", "minutes": "Menit",
}  # fmt: skip
PERCENTS = frozenset({"percent", "target", "wilson_low", "wilson_high", "completeness_percent", "chance"})


def assessment_sheet(assessment: Any) -> Sheet:
    """One indicator: the desa as the chart orders them and the Puskesmas as last row."""
    indicator = assessment.indicator
    rows = [*ordered(assessment).to_dict("records"), {**assessment.puskesmas, "desa": "Puskesmas"}]
    for row in rows:
        code = str(row.get("verdict") or "")
        row["verdict_word"] = evidence.verdict_word(indicator, code)
        row["state_word"] = wording.STATE_WORDS.get(str(row.get("state") or ""), "")
    table = pd.DataFrame(rows).reindex(columns=list(ASSESSMENT_HEADS))
    return Sheet(
        evidence.short_label(indicator),
        table,
        ASSESSMENT_HEADS,
        PERCENTS,
        f"{definition(assessment)} {evidence.target_text(assessment)}".strip(),
    )


def ranking_sheet(ranking: pd.DataFrame) -> Sheet:
    """The composite ranking with its parts, range and reasons."""
    table = ranking.assign(
        verdict_word=[wording.verdict(str(code or "")).word for code in ranking["verdict"]],
        completeness_percent=ranking["completeness"].astype(float) * 100, chance=ranking["p_top3"].astype(float) * 100,
    )  # fmt: skip
    return Sheet(
        "Peringkat desa",
        table,
        RANKING_HEADS,
        PERCENTS,
        "Skor 0: target tercapai dan laporan lengkap. Peringkat selalu dibaca dengan rentangnya.",
    )


def agenda_sheet(agenda: Agenda) -> Sheet:
    """The agenda in the columns of the command line."""
    table = pd.DataFrame(agenda.contract()["items"], columns=list(AGENDA_HEADS))
    return Sheet("Agenda", table.assign(areas=[", ".join(names) for names in table["areas"]]), AGENDA_HEADS)


def package_sheets(agenda: Agenda, assessments: Mapping[str, Any], ranking: pd.DataFrame) -> list[Sheet]:
    """Agenda, ranking, and every assessed indicator, for one workbook."""
    sheets = [agenda_sheet(agenda)]
    if len(ranking):
        sheets.append(ranking_sheet(ranking))
    return [*sheets, *(assessment_sheet(one) for one in assessments.values())]
