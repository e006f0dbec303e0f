"""SPM & program lain: the 12 services, communicable disease, sanitation, PHBS, the view per klaster."""

from pages._shared.other_programmes import choose_part, show_part

at, part = choose_part()
show_part(at, part)
