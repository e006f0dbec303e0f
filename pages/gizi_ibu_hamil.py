"""Nutrition and care of pregnant women."""

from pages._shared.programme import open_programme, show_help, show_pws, show_table, show_trend

at, found = open_programme("gizi_ibu_hamil", "Gizi ibu hamil")
show_pws(at, found)
show_table(at, found)
show_trend(at, found)
show_help(found)
