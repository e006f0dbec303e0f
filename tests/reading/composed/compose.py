"""One report out of a seed."""

from __future__ import annotations

import random
from collections.abc import Callable

from composed import layouts, layouts_of_months
from composed.counted import draw_counted
from composed.report import Report
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
)


def compose(seed: int) -> Report:
    """The report of this seed: the layouts take turns, everything else is drawn."""
    dice = random.Random(seed)
    layout = LAYOUTS[seed % len(LAYOUTS)]
    report = Report(dice, draw_counted(dice), draw_writing(dice), layout.__name__)
    layout(report)
    return report
