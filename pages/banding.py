"""Banding Puskesmas: the same verdicts with the Puskesmas as areas; shown where the store holds several."""

from pages._shared.comparison import (
    load_comparison,
    show_chart_of_all,
    show_help,
    show_reported,
    show_table_of_all,
    show_title,
)

view = load_comparison()
show_title(view)
show_chart_of_all(view)
show_table_of_all(view)
show_reported(view)
show_help()
