"""Profil desa: one page each, the assessment's numbers, bundled font, names never read as markup."""

from __future__ import annotations

import shutil
import subprocess
from dataclasses import replace

import pandas as pd
import pytest

from lokmin_data import wording
from lokmin_data.export import profil
from lokmin_data.export.profil import profil_desa_pdf, profil_desa_pdfs
from lokmin_data.meeting import evidence
from lokmin_data.model import LokminError
from tests.export.conftest import work_of
from tests.meeting.lokmin_samples import LONG_NAMES, panel_of

needs_poppler = pytest.mark.skipif(
    shutil.which("pdftotext") is None, reason="pdftotext (poppler-utils) tidak terpasang"
)


def pages_of(data: bytes, tmp_path) -> list[str]:
    path = tmp_path / "a.pdf"
    path.write_bytes(data)
    text = subprocess.run(
        ["pdftotext", "-layout", str(path), "-"], capture_output=True, text=True, check=True, timeout=60
    ).stdout
    return text.split("\f")[:-1]


def made(work, **options):
    return profil_desa_pdf(work.assessments, work.ranking, work.meta, agenda=work.agenda, follow=work.follow, **options)


@needs_poppler
def test_one_page_a_desa_with_the_assessments_numbers(work, tmp_path):
    pages = pages_of(made(work), tmp_path)
    assert len(pages) == len(work.ranking)
    for page, desa in zip(pages, work.ranking["desa"], strict=True):
        assert f"Desa {desa}" in page and "CONTOH" in page and "Sumber: laporan bulanan" in page
        for code in ("idl", "stunting", "kek"):
            row = work.assessments[code].desa.set_index("desa").loc[desa].to_dict()
            assert evidence.fraction({**row, "desa": desa}) in page
        rank = work.ranking.set_index("desa").loc[desa]
        assert (
            f"Peringkat keparahan {rank['rank']} (antara {rank['rank_low']:.0f} dan {rank['rank_high']:.0f}) dari 12 desa"
            in page
        )


@needs_poppler
def test_promises_of_the_desa_are_on_its_page(work, tmp_path):
    first = work.follow.to_dict("records")[0]
    page = pages_of(made(work, desa_ids=first["desa_ids"][:1]), tmp_path)[0]
    assert (
        "Kesepakatan desa (RTL)" in page and "30 Juni 2026" in page and " ".join(first["kegiatan"].split()[:3]) in page
    )


@needs_poppler
def test_what_this_meeting_agreed_is_on_the_page_and_comes_first(work, tmp_path):
    row = {"kegiatan": "Kelas ibu hamil tiap Jumat", "desa_ids": [1, 2], "selesai": "2026-06-30", "status": "belum",
           "baseline_x": 40.0, "baseline_n": 120.0}  # fmt: skip
    page = pages_of(made(work, desa_ids=[1], rtl=pd.DataFrame([row])), tmp_path)[0]
    assert "Belum ada RTL" not in page and "Kelas ibu hamil" in page
    assert "data awal 40/120 · 33,3 % (2 desa)" in " ".join(page.split())


@needs_poppler
def test_what_is_asked_of_a_desa_names_it_alone_and_counts_its_own_people(work, tmp_path):
    item = next(item for item in work.agenda.problems() if item.indicator == "idl" and len(item.areas) > 1)
    page = " ".join(pages_of(made(work, desa_ids=item.desa_ids[:1]), tmp_path)[0].split())
    asked = page.partition("Yang diminta dari desa")[2].partition("Kesepakatan desa")[0]
    assert f"belum diimunisasi di {item.areas[0]};" in asked
    assert not [name for name in item.areas[1:] if name in asked]


def test_a_name_that_says_it_is_a_desa_says_so_once():
    assert [wording.desa_name(name) for name in ("Mekarsari", "Desa Baru", "Kelurahan Jati", "Desakan")] == [
        "Desa Mekarsari", "Desa Baru", "Kelurahan Jati", "Desa Desakan",
    ]  # fmt: skip


def test_each_apart_has_one_file_a_desa(work):
    files = profil_desa_pdfs(work.assessments, work.ranking, work.meta)
    assert list(files) == list(work.ranking["desa"]) and all(data.startswith(b"%PDF") for data in files.values())


@needs_poppler
@pytest.mark.parametrize("names", [("#let x = 1", "*tebal* _miring_", "$x$ \\ `a`"), LONG_NAMES, ("Satu",)])
def test_any_name_is_printed_as_it_is_on_one_page(names, tmp_path):
    own = work_of(panel_of(names))
    pages = pages_of(made(own), tmp_path)
    assert len(pages) == len(names)
    for name in names:
        assert any(f"Desa {name}" in " ".join(page.split()) for page in pages)


@needs_poppler
def test_a_full_page_is_made_smaller_not_cut(work, tmp_path):
    row = {
        **work.follow.to_dict("records")[0],
        "kegiatan": "Sweeping rumah ke rumah bersama kader dan RT " * 12,
        "desa_ids": [1],
    }
    busy = replace(work, follow=pd.DataFrame([row] * 9))
    pages = pages_of(made(busy, desa_ids=[1]), tmp_path)
    assert len(pages) == 1 and "dan 4 kesepakatan lain" in pages[0]


@needs_poppler
def test_the_font_is_the_bundled_one(work, tmp_path):
    path = tmp_path / "f.pdf"
    path.write_bytes(made(work, desa_ids=[1]))
    fonts = subprocess.run(["pdffonts", str(path)], capture_output=True, text=True, check=True, timeout=60).stdout
    assert "SourceSansPro" in fonts and all("SourceSansPro" in line for line in fonts.splitlines()[2:] if line.strip())


def test_a_logo_that_cannot_be_drawn_is_left_out(work):
    assert profil_desa_pdf(
        work.assessments, work.ranking, replace(work.meta, logo=b"bukan gambar"), desa_ids=[1]
    ).startswith(b"%PDF")


def test_no_desa_is_told(work):
    with pytest.raises(LokminError, match="Belum ada desa untuk dicetak"):
        profil_desa_pdf({}, pd.DataFrame(), work.meta)


def test_the_licence_of_the_font_travels_with_it():
    assert "SIL OPEN FONT LICENSE" in (profil.FONTS / "OFL.txt").read_text(encoding="utf-8").upper()
