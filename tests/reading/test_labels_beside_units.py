"""Lists of indicators with desa side by side, whose labels no known word heads, beside a column of their units."""

from __future__ import annotations

import pytest
from laporan import codes, read, said

TITLE = "CAPAIAN STBM PER DESA\nKeadaan sampai dengan: September 2026\n\n"
ROWS = "1|Jumlah KK|KK|320|500|950\n2|Akses jamban (KK)|KK|160|450|570\n||%|50|90|60\n3|CTPS|KK|288|250|475\n||%|90|50|50"
READ = [
    "Maju ctps 2026-9 point T 250/500 50", "Maju jamban 2026-9 point T 450/500 90", "Rejo ctps 2026-9 point T 475/950 50",
    "Rejo jamban 2026-9 point T 570/950 60", "Suka ctps 2026-9 point T 288/320 90", "Suka jamban 2026-9 point T 160/320 50",
]  # fmt: skip


@pytest.mark.parametrize("units", ["Uraian", "Satuan", "Ket", ""])
@pytest.mark.parametrize("labels", ["PILAR / INDIKATOR", "Pilar", "KOMPONEN", "INDIKATOR", ""])
def test_the_labels_beside_the_units_name_the_rows(labels: str, units: str) -> None:
    reading = read(STBM=f"{TITLE}No|{labels}|{units}|Suka|Maju|Rejo\n{ROWS}")
    assert said(reading) == READ and not codes(reading)


def test_percents_written_as_texts_are_percents() -> None:
    rows = ROWS.replace("%|50|90|60", "%|'50,0|'90,0|'60,0").replace("%|90|50|50", "%|'90,0|'50,0|'50,0")
    assert said(read(STBM=f"{TITLE}No|PILAR / INDIKATOR|Uraian|Suka|Maju|Rejo\n{rows}")) == READ


def test_labels_below_uraian_stay_the_labels() -> None:
    rows = "1|Sanitasi|Jumlah KK|320|500|950\n||Akses jamban (KK)|160|450|570\n||CTPS|288|250|475"
    reading = read(STBM=f"{TITLE}No|Komponen|Uraian|Suka|Maju|Rejo\n{rows}")
    assert [line.split("-9 ")[0] for line in said(reading)] == [line.split("-9 ")[0] for line in READ]
