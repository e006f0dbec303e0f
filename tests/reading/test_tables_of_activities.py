"""Plans of activities and their evaluation name indicators as activities: no number of theirs is a coverage."""

from __future__ import annotations

import pytest
from laporan import codes, read, said

from lokmin_data.model import LokminError

DESA = ("Suka", "Maju", "Jaya")


def _table(title: str, head: str, row: str) -> str:
    rows = "\n".join(f"{number}|{desa}|{row}" for number, desa in enumerate(DESA, 1))
    return f"{title}\nBULAN MARET 2026\nNO|DESA|{head}\n{rows}"


def _refusal(text: str) -> list[str]:
    with pytest.raises(LokminError) as refused:
        read(S=text)
    return [problem.code for problem in refused.value.problems]  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("title", "head"),
    [
        ("EVALUASI RTL", "KEGIATAN|TARGET|REALISASI|%"), ("HASIL EVALUASI RENCANA TINDAK LANJUT LOKMIN", "KEGIATAN|TARGET|REALISASI|%"),
        ("POA PROGRAM KIA", "KEGIATAN|SASARAN|REALISASI|%"), ("LAPORAN PUSKESMAS SUKAMAJU", "KEGIATAN|RENCANA|REALISASI|%"),
        ("LAPORAN PUSKESMAS SUKAMAJU", "URAIAN KEGIATAN|VOLUME|HASIL|%"),
    ],
)  # fmt: skip
def test_an_activity_with_its_plan_is_no_coverage(title: str, head: str):
    found = _refusal(_table(title, head, "Kunjungan rumah|4|3|75"))
    assert "tabel-kegiatan" in found
    assert "tabel-tidak-ditemukan" not in found  # one word on one table


@pytest.mark.parametrize(
    ("title", "head"),
    [
        ("PENILAIAN KINERJA PUSKESMAS", "KEGIATAN|TARGET|REALISASI|%"), ("CAPAIAN PROGRAM KIA DAN RTL", "KEGIATAN|SASARAN|REALISASI|%"),
        ("EVALUASI HASIL KEGIATAN DAN RTL", "KEGIATAN|SASARAN|REALISASI|%"), ("LAPORAN KIA", "URAIAN KEGIATAN|SASARAN|REALISASI|%"),
    ],
)  # fmt: skip
def test_results_beside_a_plan_stay_results(title: str, head: str):
    reading = read(S=_table(title, head, "K4|40|30|75"))
    assert said(reading) == sorted(f"{desa} k4 2026-3 month T 30/40 75" for desa in DESA)
    assert not codes(reading)
