"""Kualitas data: who has reported when, numbers to be checked, problems of the uploads, the funnel."""

from pages._shared.quality import (
    load_quality,
    show_checks,
    show_completeness,
    show_funnel,
    show_help,
    show_title,
    show_uploads,
)

view = load_quality()
show_title(view)
show_completeness(view)
show_checks(view)
show_uploads(view)
show_funnel(view)
show_help()
