"""Ringkasan: who has reported, the headline numbers, the status matrix, the three heaviest desa, what changed."""

from pages._shared.overview import (
    load_overview,
    show_changes,
    show_headlines,
    show_heaviest,
    show_help,
    show_matrix,
    show_notices,
    show_reported,
    show_title,
)

overview = load_overview()
show_title(overview)
show_notices(overview)
show_headlines(overview)
show_matrix(overview)
show_heaviest(overview)
show_reported(overview)
show_changes(overview)
show_help()
