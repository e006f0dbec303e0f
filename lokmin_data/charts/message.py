"""A short text per desa to copy into a message: what was reached, what is asked.  Plain text, no decoration."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from lokmin_data.charts.labels import fraction, short_label, short_people, verdict_word
from lokmin_data.wording import is_missing, percent, period

if TYPE_CHECKING:
    from lokmin_data.analysis import Assessment

MOST_LINES = 6
BELOW = ("jelas_di_bawah", "di_bawah_belum_pasti")


def desa_message(found: Mapping[str, Assessment], desa_id: int, *, puskesmas: str, example: bool = False) -> str:
    """The message for one desa: the indicators that miss their target, worst first, with n/N and people to reach."""
    rows = [
        (table, row)
        for table in found.values()
        for row in table.desa[table.desa["desa_id"] == desa_id].itertuples(index=False)
    ]
    if not rows:
        return ""
    first, name = rows[0][0], rows[0][1].desa
    missed = sorted(
        (pair for pair in rows if pair[1].verdict in BELOW),
        key=lambda pair: (BELOW.index(pair[1].verdict), -_score(pair[1])),
    )
    silent = [short_label(table.indicator) for table, row in rows if row.state == "belum_lapor"]
    lines = [
        f"{'[CONTOH] ' if example else ''}Yth. Kepala Desa {name}",
        f"Capaian s.d. {period(first.year, first.month)}, {puskesmas}:",
    ]
    lines += [_line(table, row) for table, row in missed[:MOST_LINES]] or [
        "- Semua indikator utama yang dilaporkan mencapai target. Terima kasih."
    ]
    if silent:
        lines.append(f"Belum ada laporan bulan ini: {', '.join(silent)}. Mohon bantuan agar segera dikirim.")
    if missed:
        lines.append("Mohon dukungan desa untuk menggerakkan sasaran yang belum terjangkau. Terima kasih.")
    return "\n".join(lines)


def _score(row: object) -> float:
    value = getattr(row, "score", 0.0)
    return 0.0 if is_missing(value) else float(value)


def _line(table: Assessment, row: object) -> str:
    share = "" if row.sasaran < 10 else f" ({percent(row.percent)})"  # type: ignore[attr-defined]
    goal = (
        ""
        if is_missing(row.target)
        else f", {'batas' if table.indicator.direction == 'down' else 'target'} {percent(row.target)}"
    )  # type: ignore[attr-defined]
    people = short_people(row.short, table.indicator.unit, table.indicator.direction == "down")  # type: ignore[attr-defined]
    words = [verdict_word(table.indicator, row.verdict).lower(), people]  # type: ignore[attr-defined]
    text = f"{fraction(row.cumulative, row.sasaran)}{share}{goal}"  # type: ignore[attr-defined]
    return f"- {short_label(table.indicator)}: {text}: {', '.join(word for word in words if word)}"
