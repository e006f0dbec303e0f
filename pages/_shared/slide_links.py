"""From a slide to the page behind it; the browser's own 'back' returns to the slide."""

from __future__ import annotations

from urllib.parse import urlencode

from lokmin_data.meeting.slide import Slide

PAGES = {
    "imunisasi": ("imunisasi", "Imunisasi"), "stunting": ("stunting", "Stunting"), "gizi_ibu_hamil": ("gizi_ibu_hamil", "Gizi ibu hamil"),
    "spm": ("spm_program_lain", "SPM & program lain"), "penyakit": ("spm_program_lain", "Program lain"),
    "sanitasi": ("spm_program_lain", "Program lain"), "phbs": ("spm_program_lain", "Program lain"),
}  # fmt: skip
BY_KIND = {
    "pelaporan": ("kualitas_data", "Kualitas data"), "ringkasan": ("ringkasan", "Ringkasan"), "matriks": ("ringkasan", "Ringkasan"),
    "desa_berat": ("peringkat", "Peringkat desa"), "tindak_lanjut": ("rtl", "Rencana aksi"), "rtl": ("rtl", "Rencana aksi"),
    "agenda": ("agenda", "Agenda"), "prioritas": ("prioritas", "Prioritas"), "penyebab": ("agenda", "Agenda"),
}  # fmt: skip


def link_of(slide: Slide) -> dict[str, str]:
    """Address and words of the page behind a slide; both empty where there is none."""
    page, words = PAGES.get(slide.programme) or BY_KIND.get(slide.kind) or ("", "")
    scope = {"indikator": slide.indicator} if slide.indicator and page else {}
    return {"href": page + (f"?{urlencode(scope)}" if scope else ""), "text": f"Buka {words}" if page else ""}
