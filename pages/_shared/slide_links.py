"""From a slide to the page behind it; the browser's own 'back' returns to the slide."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import urlencode

from lokmin_data.meeting.evidence import short_label
from lokmin_data.meeting.slide import Slide
from lokmin_data.reference import indicators
from pages._shared.filters import DESA_KEY, OTHER_KEY, OTHER_PAGE, indicator_key, section_of

if TYPE_CHECKING:
    from pages._shared.meeting_data import Meeting

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


def names_behind(meeting: Meeting) -> dict[str, str]:
    """Addresses by the names that slides show: the profile of each desa, the page of each indicator."""
    desa = [str(name) for one in list(meeting.assessments.values())[:1] for name in one.desa["desa"]]
    found = {name: f"profil?{urlencode({DESA_KEY: name})}" for name in desa}
    for code, one in meeting.assessments.items():
        page, _ = PAGES.get(one.indicator.programme, ("", ""))
        if page:
            found.setdefault(short_label(one.indicator), f"{page}?{urlencode(_picked(one.indicator.programme, code))}")
    return found


def link_of(slide: Slide) -> dict[str, str]:
    """Address and words of the page behind a slide; both empty where there is none."""
    page, words = PAGES.get(slide.programme) or BY_KIND.get(slide.kind) or ("", "")
    scope = _picked(slide.programme, slide.indicator) if page else {}
    return {"href": page + (f"?{urlencode(scope)}" if scope else ""), "text": f"Buka {words}" if page else ""}


def _picked(programme: str, code: str) -> dict[str, str]:
    """The indicator, and the part of the page where it has parts, under the names that the page's pickers have."""
    part = {OTHER_KEY: section_of(programme)} if PAGES.get(programme, ("",))[0] == OTHER_PAGE else {}
    known = indicators().get(code)
    return part | ({indicator_key(known): known.label} if known else {})
