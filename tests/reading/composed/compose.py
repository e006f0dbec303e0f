"""One report out of a seed."""

from __future__ import annotations

import random
from collections.abc import Callable

from composed import (
    layouts,
    layouts_of_months,
    layouts_of_people,
    layouts_of_periods,
    layouts_of_places,
    layouts_of_rows,
    layouts_of_sheets,
)
from composed.counted import draw_counted
from composed.report import Report
from composed.surroundings import draw_surroundings
from composed.writing import draw_writing

LAYOUTS: tuple[Callable[[Report], None], ...] = (
    layouts.one_table,
    layouts.sasaran_sheet,
    layouts.percent_only,
    layouts.table_an_indicator,
    layouts.sheet_an_indicator,
    layouts.desa_as_columns,
    layouts_of_months.months_as_columns,
    layouts_of_months.months_as_rows,
    layouts_of_months.stacked_months,
    layouts_of_months.month_sheets,
    layouts_of_months.long_table,
    layouts_of_places.sheet_a_desa,
    layouts_of_places.table_a_desa,
    layouts_of_places.side_by_side,
    layouts_of_places.posyandu,
    layouts_of_periods.months_with_columns,
    layouts_of_periods.months_and_recap,
    layouts_of_periods.quarters,
    layouts_of_rows.desa_below_indicators,
    layouts_of_rows.months_beside_desa,
    layouts_of_rows.indicators_below_months,
    layouts_of_rows.sexes_and_bases,
    layouts_of_rows.database,
    layouts_of_people.sexes_with_sasaran,
    layouts_of_people.sexes_as_rows,
    layouts_of_people.monthly_sasaran,
    layouts_of_periods.semesters,
    layouts_of_sheets.month_and_sum_sheets,
    layouts_of_sheets.year_before,
    layouts_of_sheets.two_puskesmas,
    layouts_of_sheets.periods_in_conflict,
    layouts_of_sheets.desa_of_two_kecamatan,
)


def compose(seed: int) -> Report:
    """The report of this seed: the layouts take turns, everything else is drawn."""
    dice = random.Random(seed)
    layout = LAYOUTS[seed % len(LAYOUTS)]
    around = draw_surroundings(dice)
    counted = draw_counted(dice, around)
    report = Report(dice, counted, draw_writing(dice, around.thousands), layout.__name__, around, dice.choice(counted.desa) if around.silent else "")
    if report.silent:
        counted.empty(report.silent)
    layout(report)
    return report
