"""The tables behind the pages as numbers for Excel: Indonesian heads with units; nothing is rounded."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

import pandas as pd

from lokmin_data.charts.hover import KIND_WORDS, source_text
from lokmin_data.charts.labels import verdict_word
from lokmin_data.wording import STATE_WORDS, month_name, verdict

if TYPE_CHECKING:
    from lokmin_data.analysis import Assessment


def status_sheet(found: Assessment, files: Mapping[int, str]) -> pd.DataFrame:
    """The same as numbers for Excel: one row a desa in the order of the list, the Puskesmas last."""
    table = pd.concat([found.desa, pd.DataFrame([found.puskesmas])], ignore_index=True)
    return pd.DataFrame(
        {
            "Desa": table["desa"],
            "Capaian": table["cumulative"],
            "Sasaran": table["sasaran"],
            "% kumulatif": table["percent"],
            "Bulan ini": table["this_month"],
            "Bulan lalu": table["last_month"],
            "% bulan ini": table["percent_this"],
            "% bulan lalu": table["percent_last"],
            "Target berjalan (%)": table["target"],
            "Tren": table["trend"],
            "Status PWS": table["pws_status"],
            "Putusan": [verdict_word(found.indicator, code) for code in table["verdict"]],
            "Wilson 95 % bawah": table["wilson_low"],
            "Wilson 95 % atas": table["wilson_high"],
            "Kurang": table["short"],
            "Skor": table["score"],
            "% bulan sama tahun lalu": table["year_ago"],
            "Bulan dilaporkan": table["months_reported"],
            "Keadaan": [STATE_WORDS.get(state, "") for state in table["state"]],
            "Penyebut": [KIND_WORDS.get(kind, "") for kind in table["sasaran_kind"]],
            "Sumber": [source_text(row, files) for row in table.itertuples(index=False)],
        }
    )


def monthly_sheet(found: Assessment) -> pd.DataFrame:
    """The months of this and last year as numbers for Excel."""
    names = {
        "desa": "Desa",
        "year": "Tahun",
        "own": "Bulan itu",
        "cumulative": "Kumulatif",
        "denominator": "Sasaran",
        "percent": "%",
    }
    table = found.monthly[found.monthly["reported"]]
    out = table.rename(columns=names)[list(names.values())]
    out.insert(2, "Bulan", [month_name(month) for month in table["month"]])
    return out


def matrix_sheet(found: Mapping[str, Assessment]) -> pd.DataFrame:
    """The status matrix as a long table for Excel: desa, indicator, n, N, percent, target, verdict."""
    parts = [
        table.desa.assign(
            Indikator=table.indicator.label,
            Putusan=[verdict_word(table.indicator, code) for code in table.desa["verdict"]],
        )
        for table in found.values()
    ]
    names = {
        "desa": "Desa",
        "cumulative": "Capaian",
        "sasaran": "Sasaran",
        "percent": "%",
        "target": "Target (%)",
        "short": "Kurang",
    }
    columns = ["Desa", "Indikator", "Capaian", "Sasaran", "%", "Target (%)", "Putusan", "Kurang"]
    return (
        pd.concat(parts, ignore_index=True).rename(columns=names)[columns] if parts else pd.DataFrame(columns=columns)
    )


def ranking_sheet(ranking: pd.DataFrame) -> pd.DataFrame:
    """The ranking as numbers for Excel."""
    out = pd.DataFrame(
        {
            "Peringkat": ranking["rank"],
            "Desa": ranking["desa"],
            "Skor": ranking["score"],
            "Poin kesenjangan": ranking["depth_points"],
            "Poin beban": ranking["burden_points"],
            "Poin laporan kosong": ranking["reporting_points"],
            "Kurang (orang)": ranking["short"],
            "Peringkat terbaik": ranking["rank_low"],
            "Peringkat terburuk": ranking["rank_high"],
            "Peluang 3 terberat": ranking["p_top3"],
            "Putusan": [verdict(code).word for code in ranking["verdict"]],
        }
    )
    return out.assign(Mengapa=ranking["why"]) if "why" in ranking else out
