"""A short text per desa to copy into a message: what was reached, what is asked.  Plain text, no decoration."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from lokmin_data.charts.labels import fraction, short_label, short_people, verdict_word
from lokmin_data.wording import desa_name, is_missing, percent, period

if TYPE_CHECKING:
    from lokmin_data.analysis import Assessment
    from lokmin_data.model import Indicator

MOST_LINES, MOST_ASKED = 6, 2
BELOW = ("jelas_di_bawah", "di_bawah_belum_pasti")


def desa_message(
    found: Mapping[str, Assessment], desa_id: int, *, puskesmas: str, example: bool = False,
    asked: Callable[[Indicator, str, int], str] | None = None,
) -> str:  # fmt: skip
    """The message for one desa: the indicators that miss their target, worst first, with n/N and people to reach, and what is
    asked of the desa for the worst of them.

    `asked`: from indicator, name of the desa and people to reach to a sentence, empty where nothing is asked.
    """
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
        f"{'[CONTOH] ' if example else ''}Yth. Kepala {desa_name(str(name))}",
        f"Capaian s.d. {period(first.year, first.month)}, {puskesmas}:",
    ]
    lines += [_line(table, row) for table, row in missed[:MOST_LINES]] or [
        "- Semua indikator utama yang dilaporkan mencapai target. Terima kasih."
    ]
    if silent:
        lines.append(f"Belum ada laporan bulan ini: {', '.join(silent)}. Mohon bantuan agar segera dikirim.")
    wanted = [asked(table.indicator, str(row.desa), _people(row)) for table, row in missed] if asked else []
    wanted = list(dict.fromkeys(text for text in wanted if text))[:MOST_ASKED]
    if wanted:
        lines += ["Yang dimohon dari desa:", *(f"{number}. {text}" for number, text in enumerate(wanted, start=1)), "Terima kasih."]
    elif missed:
        lines.append("Mohon dukungan desa untuk menggerakkan sasaran yang belum terjangkau. Terima kasih.")
    return "\n".join(lines)


def _people(row: object) -> int:
    short = getattr(row, "short", 0)
    return 0 if is_missing(short) else round(float(short))


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
