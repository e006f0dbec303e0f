"""Problems worth the room's time, from the assessments: which indicators, which desa, how heavy."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from lokmin_data import wording
from lokmin_data.meeting import evidence
from lokmin_data.meeting.evidence import BELOW, CLEARLY_BELOW
from lokmin_data.model import Indicator
from lokmin_data.reference import programmes

#: A month's cases are worth a note from so many on; below, one household moves the number.
CASES_WORTH_NOTING = 3


@dataclass(frozen=True)
class Finding:
    """One problem: an indicator with the desa that miss its target.

    `severity` 0-100 is the mean of the desa's scores; `short` are people still to reach (or excess cases);
    `clearly_below` counts desa whose own data show it.
    """

    indicator: Indicator
    title: str
    areas: tuple[str, ...]
    desa_ids: tuple[int, ...]
    evidence: str
    severity: float
    short: int
    clearly_below: int

    @property
    def order(self) -> tuple[float, int, int, str]:
        """Heaviest first, then most people, then the catalogue's headline order, then the code."""
        return (-round(self.severity), -self.short, self.indicator.headline or 99, self.indicator.code)


def find_problems(assessments: Mapping[str, Any]) -> list[Finding]:
    """The indicators that miss their target somewhere for sure or in the Puskesmas as a whole, heaviest first."""
    found = [finding for assessment in assessments.values() if (finding := _finding(assessment)) is not None]
    return sorted(found, key=lambda finding: finding.order)


def _finding(assessment: Any) -> Finding | None:
    if assessment.indicator.kind == "month":
        return _case_finding(assessment)
    records = assessment.records
    rows = below(records)
    whole = str(assessment.puskesmas.get("verdict") or "")
    named = [row for row in rows if row["verdict"] == CLEARLY_BELOW]
    if not named and whole not in (CLEARLY_BELOW, BELOW):
        return None
    return _build(
        assessment, records, named or rows, _title(assessment, records, len(named), len(rows)), len(named)
    )


def below(records: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """The desa below target, surely or not, heaviest first: clearly below, then score, people short, name."""
    rows = [row for row in records if row["verdict"] in (CLEARLY_BELOW, BELOW)]
    return sorted(
        rows,
        key=lambda row: (
            row["verdict"] != CLEARLY_BELOW,
            -round(_known(row["score"])),
            -_known(row["short"]),
            str(row["desa"]),
        ),
    )


def _known(value: Any) -> float:
    return 0.0 if wording.is_missing(value) else float(value)


def _title(assessment: Any, records: list[dict[str, Any]], clearly: int, below_count: int) -> str:
    indicator, (_, judged) = assessment.indicator, evidence.judged_areas(records)
    word = evidence.missed(indicator)
    if clearly:
        return f"{indicator.label}: {clearly} dari {judged} jelas {word}"
    if below_count:
        return f"{indicator.label}: {below_count} dari {judged} {word}, belum pasti"
    return f"{indicator.label}: Puskesmas {word}"


def _whole(assessment: Any, records: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """The desa with what was masked: weight and sum of a problem are those of everybody, masked or not."""
    plain = getattr(assessment, "plain", None)
    return records if plain is None else plain.records


def _build(
    assessment: Any, records: list[dict[str, Any]], named: list[dict[str, Any]], title: str, clearly: int
) -> Finding:
    whole = _whole(assessment, records)
    scores = [row["score"] for row in whole if not wording.is_missing(row["score"])]
    short = sum(_known(row["short"]) for row in whole)
    return Finding(
        indicator=assessment.indicator,
        title=title,
        areas=tuple(str(row["desa"]) for row in named),
        desa_ids=tuple(int(row["desa_id"]) for row in named),
        evidence=_evidence(assessment, records, named, short),
        severity=float(sum(scores) / len(scores)) if scores else 0.0,
        short=evidence.people(short),
        clearly_below=clearly,
    )


def _evidence(assessment: Any, records: list[dict[str, Any]], named: list[dict[str, Any]], short: float) -> str:
    indicator = assessment.indicator
    target = evidence.target_text(assessment, assessment.puskesmas)
    whole = f"Puskesmas {evidence.fraction(assessment.puskesmas)}" + (f", {target}" if target else "")
    verdict = evidence.verdict_text(indicator, assessment.puskesmas)
    parts = [f"{whole}: {verdict}." if verdict else f"{whole}."]
    parts.append(evidence.round_text(assessment))
    rows = named[: evidence.NAMED]
    if rows:
        rest = len(named) - len(rows)
        tail = f"; dan {rest} desa lain" if rest else ""
        parts.append("; ".join(evidence.desa_text(indicator, row) for row in rows) + tail + ".")
    missing = evidence.short_text(indicator, short)
    parts.append(f"Seluruh desa {missing}." if missing else "")
    silent = [str(row["desa"]) for row in records if row["state"] == "belum_lapor"]
    parts.append(f"Belum lapor: {evidence.join_names(silent)}." if silent else "")
    if indicator.is_coverage:
        parts.append(evidence.months_text(assessment, evidence.tribulan_months(assessment.month)))
    return " ".join(part for part in parts if part)


def _case_finding(assessment: Any) -> Finding | None:
    """Counts of cases against the same month of last year: a note to watch, never a percentage."""
    now, before = assessment.puskesmas.get("this_month"), last_year(assessment)
    if wording.is_missing(now) or now < CASES_WORTH_NOTING or (not wording.is_missing(before) and now <= before):
        return None
    rows = sorted(
        (row for row in assessment.records if _known(row["this_month"]) > 0), key=lambda row: (-row["this_month"], row["desa"])
    )
    known = "belum tercatat" if wording.is_missing(before) else f"{wording.number(before)} kasus"
    period = wording.period(assessment.year, assessment.month)
    where = evidence.join_names([f"{row['desa']} {wording.number(row['this_month'])}" for row in rows])
    text = f"{period}: {wording.number(now)} kasus; bulan yang sama tahun lalu {known}. {where}.".replace(" .", ".")
    return Finding(
        assessment.indicator, f"{assessment.indicator.label}: {wording.number(now)} kasus, perlu diwaspadai",
        tuple(str(row["desa"]) for row in rows), tuple(int(row["desa_id"]) for row in rows), text, 0.0, 0, 0,
    )  # fmt: skip


def last_year(assessment: Any) -> float | None:
    """The Puskesmas' own count in the same month of last year, None where nothing is known."""
    monthly = assessment.monthly
    if monthly is None or monthly.empty:
        return None
    same = monthly[
        (monthly["desa_id"] == 0) & (monthly["year"] == assessment.year - 1) & (monthly["month"] == assessment.month)
    ]
    return None if same.empty or wording.is_missing(same["own"].iloc[0]) else float(same["own"].iloc[0])


def programme_order(findings: list[Finding]) -> list[str]:
    """Programmes by their heaviest finding; programmes of the catalogue come before those a user added."""
    known = list(programmes())
    worst: dict[str, Finding] = {}
    for finding in sorted(findings, key=lambda one: one.order):
        worst.setdefault(finding.indicator.programme, finding)
    place = {code: position for position, code in enumerate(known)}
    return sorted(worst, key=lambda code: (worst[code].order[:2], place.get(code, len(known)), code))
