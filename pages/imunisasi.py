"""Imunisasi: antigens per desa, drop-out, RED, zero dose, UCI."""

from pages._shared.analyst import show_more
from pages._shared.insights import show_outlook, show_red
from pages._shared.programme import open_programme, show_help, show_pws, show_table, show_trend

at, found = open_programme("imunisasi", "Imunisasi")
show_pws(at, found)
show_table(at, found)
show_trend(at, found)
show_outlook(at, found)
show_red(at)
show_more(at, found)
show_help(found, "pws", "tren")
