"""All documents of a meeting of 12 desa are made; how long that takes is measured by `python -m bench dokumen`."""

from __future__ import annotations

import time

from lokmin_data.export import docx_letters as letters
from lokmin_data.export import docx_records as records
from lokmin_data.export.pptx_deck import build_materi
from lokmin_data.export.profil import profil_desa_pdf, profil_desa_pdfs
from lokmin_data.export.tables import package_sheets
from lokmin_data.export.xlsx import rtl_xlsx, table_xlsx
from lokmin_data.meeting.deck import build_slides

#: Twice what the documents may take: a busy machine's second is a slow one, and here only a runaway is caught.
SECONDS = 20


def test_every_document_together(work):
    begin = time.process_time()
    slides = build_slides(work.agenda, work.assessments, work.ranking, work.meta, follow=work.follow, rtl=work.follow)
    made = [
        build_materi(slides), letters.undangan(work.agenda, work.meta, work.event), letters.daftar_hadir(work.agenda, work.meta, work.event),
        records.agenda_docx(work.agenda, work.meta, work.event), records.notulen(work.agenda, work.meta, work.event, rtl=work.follow),
        records.berita_acara(work.agenda, work.meta, work.event, rtl=work.follow), records.musrenbang(work.meta, work.event, work.follow),
        rtl_xlsx(work.follow, work.meta), table_xlsx(package_sheets(work.agenda, work.assessments, work.ranking), work.meta),
        profil_desa_pdf(work.assessments, work.ranking, work.meta, agenda=work.agenda, follow=work.follow),
    ]  # fmt: skip
    sectors = letters.permintaan_semua(work.agenda, work.meta, work.event, rtl=work.follow)
    apart = profil_desa_pdfs(work.assessments, work.ranking, work.meta, agenda=work.agenda, follow=work.follow)
    assert time.process_time() - begin < SECONDS
    assert all(made) and len(apart) == 12 and len(sectors) >= 8
