"""LibreOffice draws the PowerPoint and Word files: as many pages as slides, no text beyond its page or upon another."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from pathlib import Path

import pytest

from lokmin_data.export import docx_letters, docx_records
from lokmin_data.export.pptx_deck import build_materi
from lokmin_data.meeting.deck import build_slides
from tests.export.conftest import work_of
from tests.meeting.lokmin_samples import LONG_NAMES, MANY_CODES, panel_of


def _has_letters_of_arial() -> bool:
    """False where the system's fonts are known and none has the widths of Arial, which the documents name: others need more room."""
    tool = shutil.which("fc-match")
    found = subprocess.run([tool, "Arial"], capture_output=True, text=True, timeout=60, check=False).stdout if tool else "Arial"
    return any(name in found for name in ("Arial", "Arimo", "Liberation Sans", "LiberationSans"))


pytestmark = [
    pytest.mark.lama,
    pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice (soffice) tidak terpasang"),
    pytest.mark.skipif(shutil.which("pdftotext") is None, reason="pdftotext (poppler-utils) tidak terpasang"),
    pytest.mark.skipif(not _has_letters_of_arial(), reason="Arial atau Liberation Sans (fonts-liberation) tidak terpasang"),
]
TIMEOUT = 300
LONG = tuple(f"{name} {number}" for number in range(5) for name in LONG_NAMES)
#: LOKMIN_UJI_PANJANG=1 draws the other hard meetings too, some 200 slides.
MEETINGS = {"panjang": {"names": LONG, "codes": ("idl", "kek"), "promises": 0}, "kosong": {"codes": ()}}
if os.environ.get("LOKMIN_UJI_PANJANG") == "1":
    MEETINGS |= {
        "satu": {"names": ("Satu",), "codes": ("idl", "kek")}, "tanpa-masalah": {"factor": 4.0}, "satu-program": {"codes": ("idl",)},
        "banyak": {"codes": MANY_CODES, "factor": 0.3}, "janji": {"names": LONG, "codes": ("idl", "dpt1", "stunting", "kek"), "promises": 2},
    }  # fmt: skip
WORD = re.compile(r'<word xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)">(.*?)</word>')
PAGE = re.compile(r'<page width="([\d.]+)" height="([\d.]+)">(.*?)</page>', re.S)
#: Points; letters of a font without hinting reach a little beyond their box.
EDGE = 1.0


def drawn(files: dict[str, bytes], suffix: str, folder: Path) -> dict[str, Path]:
    """Each file as PDF, all by one start of LibreOffice."""
    for name, data in files.items():
        (folder / f"{name}.{suffix}").write_bytes(data)
    command = ["soffice", f"-env:UserInstallation=file://{folder}/profil", "--headless", "--convert-to", "pdf", "--outdir", str(folder)]
    subprocess.run([*command, *(str(folder / f"{name}.{suffix}") for name in files)], check=True, capture_output=True, timeout=TIMEOUT)
    return {name: folder / f"{name}.pdf" for name in files}


def pages_of(pdf: Path) -> list[str]:
    found = subprocess.run(["pdftotext", "-layout", str(pdf), "-"], check=True, capture_output=True, text=True, timeout=60).stdout
    return [" ".join(page.split()) for page in found.split("\f")[:-1]]


def faults_of(pdf: Path) -> list[str]:
    """Words outside their page, and words upon each other, by page."""
    found = subprocess.run(["pdftotext", "-bbox", str(pdf), "-"], check=True, capture_output=True, text=True, timeout=60).stdout
    faults = []
    for number, (width, height, inside) in enumerate(PAGE.findall(found), start=1):
        words = [(*map(float, box), text) for *box, text in WORD.findall(inside)]
        outside = [w[4] for w in words if w[0] < -EDGE or w[1] < -EDGE or w[2] > float(width) + EDGE or w[3] > float(height) + EDGE]
        words.sort(key=lambda word: word[1])
        upon = [
            f"{a[4]}/{b[4]}" for place, a in enumerate(words) for b in words[place + 1 : place + 60]
            if min(a[2], b[2]) - max(a[0], b[0]) > 2 and min(a[3], b[3]) - max(a[1], b[1]) > 0.45 * min(a[3] - a[1], b[3] - b[1])
        ]  # fmt: skip
        faults += [f"{pdf.stem} {number}: {text}" for text in (*outside, *upon)]
    return faults


def test_slides_are_drawn_one_a_page_with_every_name_and_nothing_cut(tmp_path):
    works = {
        name: work_of(panel_of(**{key: value for key, value in options.items() if key != "promises"}), contoh=True,
                      promises=options.get("promises", 2))
        for name, options in MEETINGS.items()
    }  # fmt: skip
    decks = {
        name: build_slides(one.agenda, one.assessments, one.ranking, one.meta, follow=one.follow, rtl=one.follow)
        for name, one in works.items()
    }
    pdfs = drawn({name: build_materi(slides, contoh=True) for name, slides in decks.items()}, "pptx", tmp_path)
    for name, slides in decks.items():
        pages = pages_of(pdfs[name])
        assert len(pages) == len(slides)
        for slide, words in zip(slides, pages, strict=True):
            assert "Sumber: laporan bulanan" in words
            last = " ".join(slide.table.rows[-1]).split()[-1] if slide.table is not None and slide.table.rows else ""
            assert last in words, (name, slide.key)
            for bar in slide.bars.bars if slide.bars is not None else ():
                assert bar.name in words and bar.text in words, (name, slide.key, bar.name)
        assert faults_of(pdfs[name]) == []


def test_letters_are_drawn_with_their_signatures_and_nothing_cut(tmp_path):
    one = work_of(panel_of(LONG), contoh=True)
    made = {
        "berita": docx_records.berita_acara(one.agenda, one.meta, one.event, rtl=one.follow),
        "agenda": docx_records.agenda_docx(one.agenda, one.meta, one.event),
        "notulen": docx_records.notulen(one.agenda, one.meta, one.event, rtl=one.follow),
        "undangan": docx_letters.undangan(one.agenda, one.meta, one.event),
        "hadir": docx_letters.daftar_hadir(one.agenda, one.meta, one.event),
        "musrenbang": docx_records.musrenbang(one.meta, one.event, one.follow),
        "polsek": docx_letters.permintaan_sektor(one.agenda, one.meta, one.event, "polsek", rtl=one.follow),
    }
    pdfs = drawn(made, "docx", tmp_path)
    assert "Kepala Puskesmas Sukamaju Jaya" in pages_of(pdfs["berita"])[-1]
    for pdf in pdfs.values():
        assert all("Sumber: laporan bulanan" in page for page in pages_of(pdf))
        assert faults_of(pdf) == []
