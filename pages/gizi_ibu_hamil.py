"""Nutrition and care of pregnant women: K1 to K6, TTD, KEK and anaemia with who gets PMT."""

from pages._shared.analyst import show_more
from pages._shared.insights import show_kek, show_outlook
from pages._shared.programme import open_programme, show_help, show_pws, show_table, show_trend

at, found = open_programme("gizi_ibu_hamil", "Gizi ibu hamil")
show_pws(at, found)
show_table(at, found)
show_trend(at, found)
show_kek(at)
show_outlook(at, found)
show_more(at, found)
show_help(found, "pws", "tren")
