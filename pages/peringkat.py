"""Peringkat desa: the score with its parts, verdict, people still to reach, rank range, and why."""

from pages._shared.ranking import choose_what, show_help, show_ranking, show_seats, show_table, show_title

view = choose_what()
show_title(view)
show_ranking(view)
show_seats(view)
show_table(view)
show_help()
