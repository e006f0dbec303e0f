"""The action plan (RTL): one row an agreement, bound to desa and indicator; complete or not; late or not."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from lokmin_data import wording
from lokmin_data.analysis.facts import MASKED
from lokmin_data.meeting import evidence
from lokmin_data.meeting.agenda import Item
from lokmin_data.meeting.knowledge import sector_label
from lokmin_data.model import Indicator, LokminError

#: Fields of a row, in the order of the form and of the sheet; `selesai` is the due date.
FIELDS = (
    "masalah", "penyebab", "kegiatan", "desa_ids", "desa", "indicator", "sasaran", "target_value", "baseline_x",
    "baseline_n", "baseline_year", "baseline_month", "penanggung_jawab", "sektor", "mulai", "selesai", "sumber_dana",
    "indikator_keberhasilan", "status", "bukti",
)  # fmt: skip
STATUS = {"belum": "Belum mulai", "proses": "Sedang berjalan", "selesai": "Selesai", "batal": "Dibatalkan"}
OPEN = ("belum", "proses")
SOURCES_OF_FUNDS = ("BOK", "Dana Desa", "APBD", "BLUD", "CSR", "Swadaya", "Tidak perlu dana")
#: Days overdue from which a row escalates, mildest first.
ESCALATION_DAYS = (3, 30, 60)
ESCALATION_WORDS = {0: "", 3: "Lewat waktu: ingatkan penanggung jawab", 30: "Lewat 30 hari: bawa ke Kepala Puskesmas",
                    60: "Lewat 60 hari: bawa ke Camat"}  # fmt: skip
MONTHS = 12


def empty_row(lokmin: str = "") -> dict[str, Any]:
    """A new row of the meeting `lokmin` ("2026-03") with nothing promised yet."""
    numbers = ("target_value", "baseline_x", "baseline_n", "baseline_year", "baseline_month")
    row: dict[str, Any] = dict.fromkeys(FIELDS, "")
    return {**row, **dict.fromkeys(numbers), "desa_ids": [], "status": "belum", "lokmin": lokmin, "rtl_id": None}


def desa_ids(row: Mapping[str, Any]) -> list[int]:
    """The desa of a row; an empty list means the whole Puskesmas."""
    many = row.get("desa_ids")
    if isinstance(many, (list, tuple)) or hasattr(many, "tolist"):
        return [int(one) for one in many]
    one = row.get("desa_id") if wording.is_missing(many) else many
    if wording.is_missing(one) or one in ("", 0):
        return []
    return [int(part) for part in str(one).split(",") if part.strip()]


def missing_parts(row: Mapping[str, Any]) -> tuple[str, ...]:
    """What a row still lacks to be an agreement: who, until when, how measured; empty where it is complete."""
    lacks = []
    if not _text(row, "kegiatan"):
        lacks.append("kegiatan")
    if not _text(row, "penanggung_jawab"):
        lacks.append("penanggung jawab")
    if as_date(row.get("selesai")) is None:
        lacks.append("batas waktu")
    measured = any(sign.isdigit() for sign in _text(row, "indikator_keberhasilan"))
    if wording.is_missing(row.get("target_value")) and not measured:
        lacks.append("target terukur")
    return tuple(lacks)


def completeness_text(row: Mapping[str, Any]) -> str:
    """ "Lengkap" or "Tidak lengkap: penanggung jawab, batas waktu"."""
    lacks = missing_parts(row)
    return f"Tidak lengkap: {', '.join(lacks)}" if lacks else "Lengkap"


def _text(row: Mapping[str, Any], name: str) -> str:
    value = row.get(name)
    return "" if wording.is_missing(value) else str(value).strip()


def as_date(value: Any) -> date | None:
    """A date of a form or of the store ("2026-06-30"), None where there is none; raises LokminError for nonsense."""
    if wording.is_missing(value) or value == "":
        return None
    if isinstance(value, date):
        return date(value.year, value.month, value.day)
    try:
        return date.fromisoformat(str(value)[:10])
    except ValueError as error:
        raise LokminError(f"Tanggal '{value}' tidak dikenal. Tulis seperti 2026-06-30.") from error


def overdue_days(row: Mapping[str, Any], today: date) -> int:
    """Days past the due date while the row is open, else 0."""
    due = as_date(row.get("selesai"))
    is_open = (_text(row, "status") or "belum") in OPEN
    return max(0, (today - due).days) if due and is_open else 0


def escalation(days: int) -> int:
    """The step that so many days overdue have reached: 0, 3, 30 or 60."""
    return max((step for step in ESCALATION_DAYS if days >= step), default=0)


@dataclass(frozen=True)
class Baseline:
    """Where the desa of a row stood: x of n persons at a month."""

    x: float | None
    n: float | None
    year: int
    month: int
    masked: bool = False

    @property
    def text(self) -> str:
        """ "58/90 · 64,4 % (Maret 2026)", "disamarkan", or "belum ada data"."""
        number = wording.STATE_WORDS[MASKED] if self.masked else wording.count(self.x, self.n)
        return f"{number} ({wording.period(self.year, self.month)})"


def baseline(assessment: Any, ids: list[int]) -> Baseline:
    """The sum of the desa chosen (none: the Puskesmas) in an assessment; None where none of them reported."""
    if not ids:
        rows = [assessment.puskesmas]
    else:
        rows = [row for row in assessment.records if row["desa_id"] in ids]
    if any(row.get("state") == MASKED for row in rows):  # a sum of the others would be another number
        return Baseline(None, None, assessment.year, assessment.month, masked=True)
    known = [row for row in rows if not wording.is_missing(evidence.numerator(row))]
    if not known:
        return Baseline(None, None, assessment.year, assessment.month)
    sizes = [row.get("sasaran") for row in known]
    n = None if any(wording.is_missing(size) for size in sizes) else float(sum(sizes))
    return Baseline(float(sum(evidence.numerator(row) for row in known)), n, assessment.year, assessment.month)


def months_between(year: int, month: int, due: date) -> int:
    """Whole months from a data month to the month of the due date, at least one."""
    return max(1, (due.year - year) * MONTHS + due.month - month)


def suggested_target(assessment: Any, due: date) -> float | None:
    """The percent to reach by the due date: the running target of that month, else the flat one; None without."""
    annual = assessment.annual_target
    if wording.is_missing(annual):
        return None
    if not assessment.indicator.is_coverage:
        return float(annual)
    months = due.month if due.year == assessment.year else MONTHS
    return round(float(annual) * months / MONTHS, 1)


def people_needed(indicator: Indicator, row: Mapping[str, Any]) -> int | None:
    """Persons to gain (or cases to lose) between baseline and target; None where one of them is missing.

    Coverage sums up within a year, so a due date in the next year adds that year's share of the target.
    """
    x, n, target = row.get("baseline_x"), row.get("baseline_n"), row.get("target_value")
    if any(wording.is_missing(value) for value in (x, n, target)):
        return None
    goal = float(target) / 100 * float(n)
    if indicator.direction == "down":
        return max(0, math.ceil(round(float(x) - goal, 6)))
    return max(0, math.ceil(round(goal - float(x), 6)))


def pace_text(indicator: Indicator, row: Mapping[str, Any]) -> str:
    """ "perlu 21 orang dalam 3 bulan, 7 sebulan"; empty where baseline, target or due date are missing."""
    needed, due = people_needed(indicator, row), as_date(row.get("selesai"))
    if needed is None or due is None:
        return ""
    if not needed:
        return "target sudah tercapai pada data awal"
    months = months_between(int(row["baseline_year"]), int(row["baseline_month"]), due)
    monthly = wording.number(math.ceil(round(needed / months, 6)))
    verb = "perlu tambahan" if indicator.direction == "up" else "perlu berkurang"
    return f"{verb} {wording.number(needed)} {indicator.unit} dalam {months} bulan, {monthly} sebulan"


def prefill(item: Item, assessment: Any | None, *, lokmin: str, due: date) -> list[dict[str, Any]]:
    """Draft rows from an agenda item, one per ask: problem, causes ticked, desa, baseline and target from the data."""
    shared = {**empty_row(lokmin), "masalah": item.title, "penyebab": "; ".join(item.ticked), "indicator": item.indicator,
              "desa_ids": list(item.desa_ids), "desa": ", ".join(item.areas), "selesai": due.isoformat()}  # fmt: skip
    if assessment is not None:
        shared.update(_numbers(assessment, list(item.desa_ids), due))
    rows = [{**shared, "kegiatan": ask.text, "sektor": ask.sector, "penanggung_jawab": ""} for ask in item.asks]
    return rows or [shared]


def _numbers(assessment: Any, ids: list[int], due: date) -> dict[str, Any]:
    start, target = baseline(assessment, ids), suggested_target(assessment, due)
    values = {"baseline_x": start.x, "baseline_n": start.n, "baseline_year": start.year, "baseline_month": start.month,
              "target_value": target}  # fmt: skip
    if start.n is None or target is None:
        return values
    goal = math.ceil(round(target / 100 * start.n, 6))
    bound = "paling sedikit" if assessment.indicator.direction == "up" else "paling banyak"
    label, unit = assessment.indicator.label, assessment.indicator.unit
    month = wording.period(due.year, due.month)
    sentence = f"{label} {bound} {wording.number(goal)} dari {wording.number(start.n)} {unit} sampai {month}"
    return {**values, "sasaran": f"{wording.number(start.n)} {unit}", "indikator_keberhasilan": sentence}


def responsible_text(row: Mapping[str, Any]) -> str:
    """Who answers for a row, with the sector: "Bidan Siti (Bidan desa)"; "belum ditentukan" where nobody is named."""
    sector = sector_label(_text(row, "sektor")) if _text(row, "sektor") else ""
    who = _text(row, "penanggung_jawab") or "belum ditentukan"
    return f"{who} ({sector})" if sector else who
