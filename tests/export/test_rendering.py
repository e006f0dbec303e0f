"""LibreOffice draws the PowerPoint and Word files: as many pages as slides, no text beyond its box."""

from __future__ import annotations

import shutil
import subprocess

import pytest

from lokmin_data.export import docx_records
from lokmin_data.export.pptx_deck import build_materi
from lokmin_data.meeting.deck import build_slides
from tests.export.conftest import work_of
from tests.meeting.lokmin_samples import LONG_NAMES, panel_of

pytestmark = [
    pytest.mark.lama,
    pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice (soffice) tidak terpasang"),
    pytest.mark.skipif(shutil.which("pdftotext") is None, reason="pdftotext (poppler-utils) tidak terpasang"),
]
TIMEOUT = 150


def pages_of(data: bytes, suffix: str, folder) -> list[str]:
    source = folder / f"a.{suffix}"
    source.write_bytes(data)
    profile = f"-env:UserInstallation=file://{folder}/profil"
    subprocess.run(["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", str(folder), str(source)], check=True,
                   capture_output=True, timeout=TIMEOUT)  # fmt: skip
    text = subprocess.run(
        ["pdftotext", "-layout", str(folder / "a.pdf"), "-"], check=True, capture_output=True, text=True, timeout=60
    ).stdout
    return text.split("\f")[:-1]


@pytest.mark.parametrize("names", [tuple(f"{name} {number}" for number in range(5) for name in LONG_NAMES), ("Satu",)])
def test_slides_are_drawn_one_a_page_with_every_name_and_source(names, tmp_path):
    work = work_of(panel_of(names, codes=("idl", "dpt1", "stunting", "kek")))
    slides = build_slides(work.agenda, work.assessments, work.ranking, work.meta, follow=work.follow, rtl=work.follow)
    pages = pages_of(build_materi(slides), "pptx", tmp_path)
    assert len(pages) == len(slides)
    for slide, page in zip(slides, pages, strict=True):
        words = " ".join(page.split())
        assert "Sumber: laporan bulanan" in words
        last = " ".join(slide.table.rows[-1]).split()[0] if slide.table is not None and slide.table.rows else ""
        assert last in words
        for bar in slide.bars.bars if slide.bars is not None else ():
            assert bar.name in words and bar.text in words, (slide.key, bar.name)


def test_a_record_is_drawn_with_its_signatures(tmp_path):
    work = work_of(panel_of())
    pages = pages_of(docx_records.berita_acara(work.agenda, work.meta, work.event, rtl=work.follow), "docx", tmp_path)
    assert "Kepala Puskesmas Sukamaju Jaya" in " ".join(pages[-1].split())
    assert all("Sumber: laporan bulanan" in page for page in pages)
