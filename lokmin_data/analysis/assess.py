"""The assessment of one indicator at one month: every verdict column that screens and documents show."""

from __future__ import annotations

import calendar
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import cached_property
from typing import Any

import numpy as np
import pandas as pd

from lokmin_data.analysis import frames, pws
from lokmin_data.analysis.counts import month_counts, yes_or_no
from lokmin_data.analysis.coverage import running_coverage
from lokmin_data.analysis.facts import NEVER_PER_DESA, NOT_DUE, NOT_REPORTED, NOT_SCHEDULED, PRESENT, Facts, shape_of
from lokmin_data.analysis.rounds import measured_rounds, point_rounds
from lokmin_data.analysis.rows import MONTHS, cube_of, has_annual_denominator, rows_of
from lokmin_data.analysis.score import Rule, Score, rule_for, score_desa
from lokmin_data.analysis.trend import drop_badges
from lokmin_data.analysis.uncertainty import RankRange, rank_ranges
from lokmin_data.analysis.verdict import verdicts, wilson
from lokmin_data.analysis.withhold import withheld
from lokmin_data.model import Indicator, LokminError, Panel, Target
from lokmin_data.reference.catalogue import target_for

DEADLINE_DAY = 5  # of the following month: before it a missing report is not yet late
#: How the numbers of an indicator are put together, by `shape_of`.
BUILD = {
    "coverage": running_coverage, "measured": measured_rounds, "point": point_rounds, "month": month_counts, "status": yes_or_no,
}  # fmt: skip
CELLS_AT_ONCE = 100_000  # indicator x desa cells computed in one go (24 months each: memory)


@dataclass(frozen=True)
class Assessment:
    """One indicator at one month.  `desa`, `puskesmas` and `monthly` are built when first asked for.

    `shape`: ``coverage`` (running target), ``measured`` or ``point`` (flat target), ``month`` (counts), ``status``.
    Percents and targets 0-100.  `annual_target` None: no target, so no verdict and no score.  `running_target`: the
    target of a desa that reported every month.  `critical`: K of the score.  Columns: docs/metode.md.
    """

    indicator: Indicator
    year: int
    month: int
    target: Target | None
    annual_target: float | None
    running_target: float | None
    critical: float
    panel: Panel = field(repr=False)
    values: dict[str, np.ndarray] = field(repr=False)
    shape: str = "coverage"
    score: Score | None = field(repr=False, default=None)
    rule: Rule | None = field(repr=False, default=None)
    projected: bool = False

    @cached_property
    def ranks(self) -> RankRange | None:
        """Rank range and chance of being among the three heaviest, by seeded draws; None without a score."""
        if self.score is None or self.rule is None:
            return None
        desa = {name: self.values[name][:-1] for name in ("x", "n", "completeness")}
        draws = int(self.panel.settings.get("skor", {}).get("undian", 2000))
        top = int(self.panel.settings.get("skor", {}).get("jumlah_terberat", 3))
        single = [(desa["x"], desa["n"], desa["completeness"], self.rule, self.projected)]
        return rank_ranges(single, np.ones(1), draws=draws, top=top)

    @cached_property
    def desa(self) -> pd.DataFrame:
        """One row a desa of the list, reported or not."""
        return frames.desa_frame(self)

    @cached_property
    def records(self) -> list[dict[str, Any]]:
        """The rows of `desa` as plain values, without rank and source (shared, read only)."""
        return frames.desa_records(self)

    @cached_property
    def puskesmas(self) -> dict[str, Any]:
        """The Puskesmas' own row, same keys as `desa`: ratios of sums."""
        return frames.puskesmas_row(self)

    @property
    def own_months(self) -> list[float]:
        """The Puskesmas' own number of each month of the year, from January; NaN where there is none."""
        return self.values["own"][-1][MONTHS:].tolist()

    @cached_property
    def monthly(self) -> pd.DataFrame:
        """desa_id (0 = Puskesmas), desa, year, month, own, cumulative, denominator, percent, reported: two years."""
        return frames.monthly_frame(self)


def assess(
    panel: Panel, code: str, year: int, month: int, *, annual_target: float | None = None, today: date | None = None
) -> Assessment:
    """The Assessment of one indicator.

    `annual_target` (0-100) replaces the target in force.  With `today` a month whose deadline (the 5th of the next
    month) lies ahead is "belum jatuh tempo" instead of "belum lapor".  Raises LokminError for an unknown indicator.
    """
    own = {} if annual_target is None else {code: annual_target}
    return assess_all(panel, year, month, [code], annual_targets=own, today=today)[code]


def assess_all(
    panel: Panel, year: int, month: int, codes: Iterable[str] | None = None, *,
    annual_targets: dict[str, float] | None = None, today: date | None = None,
) -> dict[str, Assessment]:  # fmt: skip
    """Assessments by code, in the catalogue's order; without `codes` those that anyone reported in the two years."""
    if not 1 <= month <= MONTHS:
        raise LokminError(f"Bulan harus antara 1 dan 12, bukan {month}.")
    spans = rows_of(panel).spans
    asked = [code for code in panel.indicators if code in spans] if codes is None else list(codes)
    for code in asked:
        if code not in panel.indicators:
            raise LokminError(f"Indikator '{code}' tidak dikenal. Lihat daftar indikator di halaman Sasaran & target.")
    groups: dict[str, list[str]] = {}
    for code in asked:
        groups.setdefault(shape_in(panel, code, year), []).append(code)
    found: dict[str, Assessment] = {}
    for shape, group in groups.items():
        for part in _portions(group, len(panel.desa) + 1):
            indicators = [panel.indicators[code] for code in part]
            facts = BUILD[shape](panel, cube_of(rows_of(panel), part, year), indicators, year, month)
            found.update(_assessments(panel, facts, indicators, shape, (year, month), annual_targets or {}, today))
    return {code: found[code] for code in asked}


def shape_in(panel: Panel, code: str, year: int) -> str:
    """How an indicator is computed from these reports: `shape_of`, but ``coverage`` where cases of a measured one
    (KEK, anemia) are counted against the annual sasaran, as many PWS-KIA forms do.
    """
    shape = shape_of(panel.indicators[code])
    if shape == "measured" and panel.indicators[code].direction == "down" and has_annual_denominator(rows_of(panel), code, year):
        return "coverage"
    return shape


def _portions(codes: list[str], width: int) -> list[list[str]]:
    step = max(1, CELLS_AT_ONCE // width)
    return [codes[i : i + step] for i in range(0, len(codes), step)]


def _assessments(
    panel: Panel, facts: Facts, indicators: Sequence[Indicator], shape: str, when: tuple[int, int],
    annual_targets: dict[str, float], today: date | None,
) -> dict[str, Assessment]:  # fmt: skip
    year, month = when
    targets = [_target(panel, code, year, annual_targets) for code in facts.codes]
    values = _values(panel, facts, indicators, shape, targets, when, today)
    out = {}
    for i, (code, indicator) in enumerate(zip(facts.codes, indicators, strict=True)):
        row = _for_its_level(indicator, {name: value[i] for name, value in values.items()})
        target, annual = targets[i]
        rule = score = None
        critical = running = float("nan")
        if annual is not None:
            rule = rule_for(indicator, annual, panel.settings)
            critical, running = rule.critical * 100, annual * row["share_due"]
            if shape in ("coverage", "measured", "point") and indicator.level == "desa":
                score = score_desa(row["x"][:-1], row["n"][:-1], row["completeness"][:-1], rule)
        projected = shape == "coverage" and not _registered(row["sasaran_kind"][:-1])
        out[code] = Assessment(indicator, year, month, target, annual, None if annual is None else float(running),
                               critical, panel, row, shape, score, rule, projected)  # fmt: skip
    return out


def _for_its_level(indicator: Indicator, row: dict[str, np.ndarray]) -> dict[str, np.ndarray]:
    """What is kept for the Puskesmas alone (HIV) has no number of a desa, wherever the assessment goes."""
    return row if indicator.level == "desa" else withheld(row, np.arange(len(row["x"])) < len(row["x"]) - 1, NEVER_PER_DESA)


def _registered(kinds: np.ndarray) -> bool:
    """True where every sasaran in use counts real persons (riil)."""
    used = kinds[kinds != ""]
    return len(used) > 0 and bool((used == "riil").all())


def _target(panel: Panel, code: str, year: int, given: dict[str, float]) -> tuple[Target | None, float | None]:
    if code in given:
        return Target(code, year, float(given[code]), "diisi saat perintah dijalankan"), float(given[code])
    target = target_for(code, year, panel.targets)
    return target, None if target is None else target.value


def _values(
    panel: Panel, facts: Facts, indicators: Sequence[Indicator], shape: str,
    targets: Sequence[tuple[Target | None, float | None]], when: tuple[int, int], today: date | None,
) -> dict[str, np.ndarray]:  # fmt: skip
    """Every column of these indicators as arrays [indicator, desa + Puskesmas]; 24 months where the name is plural."""
    annual = np.array([np.nan if value is None else value for _, value in targets])[:, None]
    sign = np.array([1 if indicator.direction == "up" else -1 for indicator in indicators])[:, None]
    (year, month), running = when, shape == "coverage"
    state = _states(facts, indicators, year, month, today)
    share_due = _share_due(indicators, month) if running else np.ones(len(indicators))
    with np.errstate(invalid="ignore", divide="ignore"):
        share = facts.n / facts.sasaran if running else np.ones_like(facts.x)
        values = {
            "x": facts.x, "n": facts.n, "sasaran": facts.sasaran, "sasaran_kind": facts.kind, "this_month": facts.this,
            "last_month": facts.last, "percent": 100 * facts.x / facts.sasaran,
            "percent_this": 100 * facts.this / facts.this_n, "percent_last": 100 * facts.last / facts.last_n,
            "rate": 100 * facts.x / facts.n, "year_ago": 100 * facts.year_ago,
            "target": annual * np.where(np.isnan(share), share_due[:, None], share),
            "verdict": verdicts(facts.x, facts.n, annual, sign), "months_reported": facts.reported,
            "months_due": facts.due, "completeness": _completeness(facts), "state": state,
            "over_100": facts.x > facts.sasaran, "over_due": facts.x > facts.n, "round_time": facts.round_time,
            "share_due": share_due, "index": facts.index, "own": facts.own, "cumulatives": facts.cumulative,
            "denominators": facts.denominator,
        } | _pws_columns(facts, annual, sign, shape, state, panel) | _interval_columns(facts, share)  # fmt: skip
    if shape == "status":
        _judge_status(values, facts)
    values["drop_badge"] = drop_badges(facts.own[..., 12 : 12 + month]) if running else np.zeros(facts.x.shape, bool)
    return values


def _completeness(facts: Facts) -> np.ndarray:
    """Part of the due months (rounds) that was reported; 1 where none was due."""
    return np.clip(np.where(facts.due > 0, facts.reported / np.maximum(facts.due, 1), 1.0), 0.0, 1.0)


def _pws_columns(
    facts: Facts, annual: np.ndarray, sign: np.ndarray, shape: str, state: np.ndarray, panel: Panel
) -> dict[str, np.ndarray]:
    """versus_target, trend and pws_status; the status only where higher is better and the month was reported."""
    versus = pws.against_target(facts.x, facts.n, annual, sign)
    direction = pws.trend(facts.extra["this_same"], facts.extra["last_same"])
    pace = (shape == "coverage") & (facts.this * 1200 >= annual * facts.sasaran - 1e-9)
    status = pws.status(versus, np.where(state == PRESENT, direction, ""), pace, panel.settings)
    judged = (sign > 0) & (shape in ("coverage", "point"))
    return {"versus_target": versus, "trend": direction, "pws_status": np.where(judged, status, "")}


def _interval_columns(facts: Facts, share: np.ndarray) -> dict[str, np.ndarray]:
    """The Wilson limits of x/n, and the same on the scale of `percent` for drawing (NaN without data)."""
    low, high = wilson(facts.x, facts.n)
    drawn = (np.where(facts.n > 0, 100 * limit * share, np.nan) for limit in (low, high))
    return dict(zip(("wilson_low", "wilson_high", "interval_low", "interval_high"), (100 * low, 100 * high, *drawn), strict=True))


def _judge_status(values: dict[str, np.ndarray], facts: Facts) -> None:
    """A status is a fact, not a sample: yes is clearly reached, no is clearly below; no interval."""
    said = ~np.isnan(facts.x)
    word = np.where(facts.x >= facts.n, "jelas_tercapai", "jelas_di_bawah")
    values["verdict"] = np.where(said, word, "belum_ada_data").astype(object)
    for name in ("wilson_low", "wilson_high", "interval_low", "interval_high"):
        values[name] = np.full(facts.x.shape, np.nan)


def _share_due(indicators: Sequence[Indicator], month: int) -> np.ndarray:
    return np.array([
        sum(1 for due in i.schedule if due <= month) / len(i.schedule) if i.schedule else month / MONTHS
        for i in indicators
    ])  # fmt: skip


def _states(
    facts: Facts, indicators: Sequence[Indicator], year: int, month: int, today: date | None
) -> np.ndarray:
    """ada, belum_lapor, tidak_dijadwalkan or belum_jatuh_tempo of this month, told apart."""
    scheduled = np.array([indicator.is_due(month) for indicator in indicators])[:, None]
    missing = NOT_DUE if today is not None and today <= deadline(year, month) else NOT_REPORTED
    absent = np.where(scheduled, missing, NOT_SCHEDULED)
    return np.where(facts.present, PRESENT, np.broadcast_to(absent, facts.present.shape)).astype(object)


def deadline(year: int, month: int) -> date:
    """The last day on which a month's report is in time: the 5th of the next month."""
    return date(year, month, calendar.monthrange(year, month)[1]) + timedelta(days=DEADLINE_DAY)
