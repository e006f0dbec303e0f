"""Stunting and nutrition of children under five: prevalence with D/S beside it, February and August, PMT."""

from pages._shared.analyst import show_more
from pages._shared.insights import show_nutrition, show_outlook
from pages._shared.programme import open_programme, show_help, show_pws, show_table, show_trend

at, found = open_programme("stunting", "Stunting & gizi balita")
show_pws(at, found)
show_table(at, found)
show_nutrition(at, found)
show_trend(at, found)
show_outlook(at, found)
show_more(at, found)
show_help(found, "pws", "tren")
