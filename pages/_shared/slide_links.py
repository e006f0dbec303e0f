"""From a slide to the page behind it; the browser's own 'back' returns to the slide."""

from __future__ import annotations

from urllib.parse import urlencode

from lokmin_data.meeting.slide import Slide
from lokmin_data.reference import indicators
from pages._shared.filters import OTHER_KEY, OTHER_PAGE, indicator_key, section_of

PAGES = {
    "imunisasi": ("imunisasi", "Imunisasi"), "stunting": ("stunting", "Stunting"), "gizi_ibu_hamil": ("gizi_ibu_hamil", "Gizi ibu hamil"),
    "spm": ("spm_program_lain", "SPM & program lain"), "penyakit": ("spm_program_lain", "Program lain"),
    "sanitasi": ("spm_program_lain", "Program lain"), "phbs": ("spm_program_lain", "Program lain"),
    "anak_sekolah": ("spm_program_lain", "Program lain"), "ilp": ("spm_program_lain", "Program lain"),
}  # fmt: skip
BY_KIND = {
    "pelaporan": ("kualitas_data", "Kualitas data"), "ringkasan": ("ringkasan", "Ringkasan"), "matriks": ("ringkasan", "Ringkasan"),
    "desa_berat": ("peringkat", "Peringkat desa"), "tindak_lanjut": ("rtl", "Rencana aksi"), "rtl": ("rtl", "Rencana aksi"),
    "agenda": ("agenda", "Agenda"), "prioritas": ("prioritas", "Prioritas"), "penyebab": ("agenda", "Agenda"),
}  # fmt: skip


def link_of(slide: Slide) -> dict[str, str]:
    """Address and words of the page behind a slide; both empty where there is none."""
    page, words = PAGES.get(slide.programme) or BY_KIND.get(slide.kind) or ("", "")
    scope = _picked(slide) if page else {}
    return {"href": page + (f"?{urlencode(scope)}" if scope else ""), "text": f"Buka {words}" if page else ""}


def _picked(slide: Slide) -> dict[str, str]:
    """The indicator, and the part of the page where it has parts, under the names that the page's pickers have."""
    part = {OTHER_KEY: section_of(slide.programme)} if PAGES.get(slide.programme, ("",))[0] == OTHER_PAGE else {}
    known = indicators().get(slide.indicator)
    return part | ({indicator_key(known): known.label} if known else {})
