"""A table of desa: lead columns, the head of one or two levels, a strip of numbers, the rows, the total."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from composed.counted import OUTSIDE, Told
from composed.field_words import AREA_HEADS, TOTALS
from composed.measures import SASARAN, TARGET, Measure, Period, draw_words, measured
from composed.report import Report
from composed.writing import Block, Row

HEAD_STYLES = ("merged", "blank", "repeated", "joined")
#: What columns tell whose totals the reader adds up.
ADDED_UP = ("number", "percent", "sasaran")
HEADS_ABOVE_ALL = ("HASIL", "CAKUPAN", "CAPAIAN", "HASIL KEGIATAN")


@dataclass(frozen=True)
class Leads:
    """The columns before the indicators: a number, the desa, perhaps the sasaran of their people."""

    numbered: bool
    area: str
    people: tuple[str, ...]
    foreign: tuple[tuple[str, int], ...] = ()

    def heads(self, words: dict[str, str]) -> list[str]:
        """Their heads."""
        return [*(["NO"] if self.numbered else []), self.area, *(head for head, _ in self.foreign), *(words[people] for people in self.people)]

    def cells(self, report: Report, number: object, name: object, areas: Sequence[str]) -> Row:
        """Their cells in the row of a desa, or of a total."""
        sasaran = [report.counted.sasaran_of(areas, people) or None for people in self.people]
        return [*([number] if self.numbered else []), name, *report.foreign(self.foreign, areas), *sasaran]


def desa_table(report: Report, measure: Measure, period: Period, indicators: Sequence[Told] = ()) -> Block:
    """A table with a row for each desa and the columns of the measure below each indicator."""
    dice, counted, around = report.dice, report.counted, report.around
    told = list(indicators or counted.indicators)
    with_sasaran = SASARAN not in measure and dice.random() < 0.5
    leads = Leads(dice.random() < 0.7, dice.choice(AREA_HEADS), tuple(counted.people(told)) if with_sasaran else (), around.before)
    behind = [*(head for head, _ in around.behind), *([around.remark] if around.remark else [])]
    block = draw_head(report, leads.heads(counted.people_words), [each.words for each in told], draw_words(dice, measure), behind)

    def row(number: object, name: object, areas: Sequence[str]) -> Row:
        groups = [measured(report, measure, areas, each, period, with_sasaran=with_sasaran) for each in told]
        cells = leads.cells(report, number, name, areas) + [cell for group in groups for cell in group]
        return [*cells, *report.foreign(around.behind, areas), *([report.remark()] if around.remark else [])]

    outside = [row(None, around.outside, [OUTSIDE])] if around.outside else []
    body = [row(place, desa, [desa]) for place, desa in enumerate(counted.desa, 1)]
    total = row(None, dice.choice(TOTALS), [*counted.desa, *([OUTSIDE] if around.outside_is_added else [])])
    is_wrong = all(column.tells in ADDED_UP for column in measure) and _made_wrong(total, around.wrong_total, 1 + leads.numbered)
    if around.gaps:
        place = dice.randint(1, len(body) - 1)
        body[place:place] = [[None]]
    behind_desa = [*outside, total] if around.outside_is_first else [total, *outside]
    if around.targets:
        behind_desa.append([*[None] * leads.numbered, "TARGET", *[TARGET] * (len(total) - 1 - leads.numbered)])
    block.rows += dice.choice(([*body, *behind_desa], [*body, *behind_desa], [total, *body, *outside], [*body, *outside]))
    if is_wrong and total in block.rows:
        report.to_be_told.add("jumlah-tidak-cocok")
    return block


def _made_wrong(total: Row, error: int, first: int) -> bool:
    """Add an error to the last number of a total; False where there is no error or no number."""
    places = [place for place, cell in enumerate(total) if error and place >= first and cell.__class__ is int]
    for place in places[-1:]:
        total[place] += error  # type: ignore[operator]
    return bool(places)


def draw_head(report: Report, leads: Sequence[str], groups: Sequence[str], columns: Sequence[str], behind: Sequence[str] = ()) -> Block:
    """The head in one of its styles, sometimes with a head above all indicators or a strip of column numbers."""
    dice = report.dice
    style = dice.choice(HEAD_STYLES)
    if len(columns) == 1 and dice.random() < 0.5:
        block = Block([[*leads, *groups, *behind]])
    elif style == "joined":
        between = dice.choice((" ", "\n", " - "))
        block = Block([[*leads, *(f"{group}{between}{column}" for group in groups for column in columns), *behind]])
    else:
        block = _two_levels(leads, groups, columns, style, behind)
        if dice.random() < 0.2:
            block = _below(dice.choice(HEADS_ABOVE_ALL), len(leads), len(block.rows[0]) - len(behind), block)
    if dice.random() < 0.25:
        block.rows.append(list(range(1, len(block.rows[-1]) + 1)))
    return block


def _two_levels(leads: Sequence[str], groups: Sequence[str], columns: Sequence[str], style: str, behind: Sequence[str]) -> Block:
    """Indicators above their columns: merged, only over the first column, or repeated over each."""
    first, wide = len(leads), len(columns)
    upper: Row = list(leads)
    for group in groups:
        upper += [group] * wide if style == "repeated" else [group, *[None] * (wide - 1)]
    block = Block([[*upper, *behind], [None] * first + list(columns) * len(groups) + [None] * len(behind)])
    if style == "merged":
        starts = range(first, len(upper), wide)
        alone = [*range(first), *range(len(upper), len(upper) + len(behind))]
        block.merges = [(0, lead, 1, lead) for lead in alone] + [(0, start, 0, start + wide - 1) for start in starts if wide > 1]
    return block


def _below(head: str, first: int, last: int, block: Block) -> Block:
    """The same head with one word above all indicators, which stand in the columns `first` to before `last`."""
    upper, lower = block.rows
    behind = upper[last:]
    own = [None] * first + upper[first:last] + [None] * len(behind)
    rows = [[*upper[:first], head, *[None] * (last - first - 1), *behind], own, lower]
    groups = [(top + 1, left, bottom + 1, right) for top, left, bottom, right in block.merges if first <= left < last]
    above = [(0, first, 0, last - 1)] if last > first + 1 else []
    return Block(rows, [(0, lead, 2, lead) for lead in [*range(first), *range(last, len(upper))]] + above + groups)
