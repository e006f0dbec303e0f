"""The documents of a meeting of 12 desa, from the example: the slides alone, and everything."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from bench.measure import Line, Skipped, median_seconds

SLIDES_LIMIT, ALL_LIMIT = 3.0, 10.0
YEAR, MONTH = 2026, 6


def _work(folder: Path) -> dict[str, Any]:
    from lokmin_data.commands.agenda import _gather
    from lokmin_data.example import fill_example
    from lokmin_data.store import open_store

    store = open_store(f"sqlite:///{folder / 'contoh.sqlite'}")
    try:
        puskesmas_id = fill_example(store)
        return _gather(store, puskesmas_id, Namespace(year=YEAR, month=MONTH, kind="tribulanan", minutes=120, contoh=True))
    finally:
        store.close()


def _everything(work: dict[str, Any]) -> None:
    from lokmin_data.commands.agenda import MAKERS
    from lokmin_data.export import docx_letters as letters
    from lokmin_data.export import docx_records as records
    from lokmin_data.export.profil import profil_desa_pdfs
    from lokmin_data.export.xlsx import rtl_xlsx

    agenda, meta, follow = work["agenda"], work["meta"], work["follow"]
    event = letters.Event(date(YEAR, MONTH + 1, 6), "09.00", "Pendopo", "1", "Sukamaju")
    for make in MAKERS.values():
        make(work)
    letters.undangan(agenda, meta, event)
    letters.daftar_hadir(agenda, meta, event)
    letters.permintaan_semua(agenda, meta, event, rtl=follow)
    records.notulen(agenda, meta, event, rtl=follow)
    records.berita_acara(agenda, meta, event, rtl=follow)
    records.musrenbang(meta, event, follow)
    rtl_xlsx(follow, meta)
    profil_desa_pdfs(work["assessments"], work["ranking"], meta, agenda=agenda, follow=follow)


def lines(*, runs: int) -> Iterator[Line | Skipped]:
    """Seconds for the slides, and for every document of the meeting."""
    from lokmin_data.commands.agenda import MAKERS

    with TemporaryDirectory() as folder:
        work = _work(Path(folder))
    yield Line("materi PPTX, 12 desa", median_seconds(lambda: MAKERS["pptx"](work), runs=runs), SLIDES_LIMIT, "s")
    yield Line("semua dokumen rapat, 12 desa", median_seconds(lambda: _everything(work), runs=max(2, runs // 2)), ALL_LIMIT, "s")
