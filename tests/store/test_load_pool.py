"""A batch whose reading processes die: the file that killed its reader is refused, every other one is stored."""

from __future__ import annotations

import multiprocessing
import os
from pathlib import Path

import pytest

import lokmin_data.reading
from lokmin_data.__main__ import main
from lokmin_data.commands._pool import ReaderDied, in_order, readers
from lokmin_data.store import open_store
from tests.store.test_commands import DESA, report

FORKS = "fork" in multiprocessing.get_all_start_methods()


def square(number: int) -> int:
    """A reading that ends its process at 3 and at 4."""
    if number in (3, 4):
        os._exit(9)
    return number * number


def test_only_the_deadly_jobs_are_lost_and_the_order_is_kept() -> None:
    jobs = list(range(12))
    with readers(len(jobs)) as pool:
        found = list(in_order(pool, square, jobs, lambda job: -job))
    assert found == [(job, -job if job in (3, 4) else job * job) for job in jobs]


def test_without_a_stand_in_the_death_is_told() -> None:
    with readers(2) as pool, pytest.raises(ReaderDied, match="3"):
        list(in_order(pool, square, [2, 3]))


@pytest.mark.skipif(not FORKS, reason="the fault is put into the reader before the processes part")
def test_load_stores_the_rest_of_the_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("LOKMIN_DATA_DIR", str(tmp_path / "simpanan"))
    monkeypatch.delenv("LOKMIN_DATABASE_URL", raising=False)
    folder = tmp_path / "kiriman"
    folder.mkdir()
    for month in ("Januari", "Februari", "Maret", "April"):
        report(folder, f"{month}.csv", DESA, f"{month} 2026")
    rightly = lokmin_data.reading.read_report

    def dies(data: bytes, file_name: str, **options: object) -> object:
        if file_name.startswith("Februari"):
            os._exit(9)
        return rightly(data, file_name, **options)  # type: ignore[arg-type]

    monkeypatch.setattr(lokmin_data.reading, "read_report", dies)
    assert main(["load", str(folder)]) == 2
    told = capsys.readouterr()
    assert "4 berkas · 3 disimpan · 0 sudah ada · 1 ditolak" in told.out
    assert "Februari.csv" in told.err and "pembacanya terhenti" in told.err
    store = open_store(f"sqlite:///{tmp_path}/simpanan/lokmin.sqlite")
    assert set(store.reports(1)["file_name"]) == {"Januari.csv", "Maret.csv", "April.csv"}
    store.close()
