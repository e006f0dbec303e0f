"""A table of desa: lead columns, the head of one or two levels, a strip of numbers, the rows, the total."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from composed.counted import Told
from composed.field_words import AREA_HEADS, TOTALS
from composed.measures import SASARAN, Measure, Period, draw_words, measured
from composed.report import Report
from composed.writing import Block, Row

HEAD_STYLES = ("merged", "blank", "repeated", "joined")
HEADS_ABOVE_ALL = ("HASIL", "CAKUPAN", "CAPAIAN", "HASIL KEGIATAN")


@dataclass(frozen=True)
class Leads:
    """The columns before the indicators: a number, the desa, perhaps the sasaran of their people."""

    numbered: bool
    area: str
    people: tuple[str, ...]

    def heads(self, words: dict[str, str]) -> list[str]:
        """Their heads."""
        return [*(["NO"] if self.numbered else []), self.area, *(words[people] for people in self.people)]

    def cells(self, report: Report, number: object, name: object, areas: Sequence[str]) -> Row:
        """Their cells in the row of a desa, or of a total."""
        sasaran = [report.counted.sasaran_of(areas, people) for people in self.people]
        return [*([number] if self.numbered else []), name, *sasaran]


def desa_table(report: Report, measure: Measure, period: Period, indicators: Sequence[Told] = ()) -> Block:
    """A table with a row for each desa and the columns of the measure below each indicator."""
    dice, counted = report.dice, report.counted
    told = list(indicators or counted.indicators)
    with_sasaran = SASARAN not in measure and dice.random() < 0.5
    leads = Leads(dice.random() < 0.7, dice.choice(AREA_HEADS), tuple(counted.people(told)) if with_sasaran else ())
    block = draw_head(report, leads.heads(counted.people_words), [each.words for each in told], draw_words(dice, measure))

    def row(number: object, name: object, areas: Sequence[str]) -> Row:
        groups = [measured(report, measure, areas, each, period, with_sasaran=with_sasaran) for each in told]
        return leads.cells(report, number, name, areas) + [cell for group in groups for cell in group]

    body = [row(place, desa, [desa]) for place, desa in enumerate(counted.desa, 1)]
    total = row(None, dice.choice(TOTALS), counted.desa)
    block.rows += dice.choice(([*body, total], [*body, total], [total, *body], body))
    return block


def draw_head(report: Report, leads: Sequence[str], groups: Sequence[str], columns: Sequence[str]) -> Block:
    """The head in one of its styles, sometimes with a head above all indicators or a strip of column numbers."""
    dice = report.dice
    style = dice.choice(HEAD_STYLES)
    if len(columns) == 1 and dice.random() < 0.5:
        block = Block([[*leads, *groups]])
    elif style == "joined":
        between = dice.choice((" ", "\n", " - "))
        block = Block([[*leads, *(f"{group}{between}{column}" for group in groups for column in columns)]])
    else:
        block = _two_levels(leads, groups, columns, style)
        if dice.random() < 0.2:
            block = _below(dice.choice(HEADS_ABOVE_ALL), leads, block)
    if dice.random() < 0.25:
        block.rows.append(list(range(1, len(block.rows[-1]) + 1)))
    return block


def _two_levels(leads: Sequence[str], groups: Sequence[str], columns: Sequence[str], style: str) -> Block:
    """Indicators above their columns: merged, only over the first column, or repeated over each."""
    first, wide = len(leads), len(columns)
    upper: Row = list(leads)
    for group in groups:
        upper += [group] * wide if style == "repeated" else [group, *[None] * (wide - 1)]
    block = Block([upper, [None] * first + list(columns) * len(groups)])
    if style == "merged":
        starts = range(first, len(upper), wide)
        block.merges = [(0, lead, 1, lead) for lead in range(first)] + [(0, start, 0, start + wide - 1) for start in starts if wide > 1]
    return block


def _below(head: str, leads: Sequence[str], block: Block) -> Block:
    """The same head with one word above all indicators."""
    first, (upper, lower) = len(leads), block.rows
    rows = [[*leads, head, *[None] * (len(upper) - first - 1)], [None] * first + upper[first:], lower]
    groups = [(top + 1, left, bottom + 1, right) for top, left, bottom, right in block.merges if left >= first]
    above = [(0, first, 0, len(upper) - 1)] if len(upper) > first + 1 else []
    return Block(rows, [(0, lead, 2, lead) for lead in range(first)] + above + groups)
