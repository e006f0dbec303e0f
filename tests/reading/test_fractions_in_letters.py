"""N and D side by side: numerator and denominator of what the title or the group names, the letters of a growth table only in one."""

from __future__ import annotations

import pytest
from laporan import read, said

from lokmin_data.model import LokminError

ROWS = "1|Suka|27|30|0.9|24|30|0.8\n2|Maju|24|32|0.75|25|40|0.625\n3|Jaya|27|36|0.75|22|44|0.5"
MERGES = [(1, 2, 1, 4), (1, 5, 1, 7)]
OTHER = "K1 BULAN MARET 2026\nDesa|Sasaran|K1\nSuka|40|5\nMaju|50|4\nJaya|60|3"


def _suka(**sheets: str) -> list[str]:
    return [line for line in said(read(merges=MERGES, **sheets)) if line.startswith("Suka")]


def _months(title: str) -> str:
    return f"{title} TAHUN 2025\nNO|DESA|JANUARI|||FEBRUARI||\n||N|D|%|N|D|%\n{ROWS}"


@pytest.mark.parametrize(
    ("title", "line"),
    [("CAKUPAN CUCI TANGAN PAKAI SABUN", "ctps 2025-1 point"), ("CAKUPAN K4", "k4 2025-1 month"),
     ("PELAYANAN KESEHATAN BALITA", "spm_04 2025-1 month")],
)  # fmt: skip
def test_below_the_title_of_an_indicator(title: str, line: str):
    lines = _suka(S=_months(title))
    assert f"Suka {line} T 27/30 90" in lines and len(lines) == 2


@pytest.mark.parametrize(
    ("first", "second", "codes"),
    [("K1", "K4", ("k1", "k4")), ("BCG", "POLIO 1", ("bcg", "opv1")), ("D/S", "N/D", ("d_s", "n_d"))],
)
def test_below_the_names_of_indicators(first: str, second: str, codes: tuple[str, str]):
    lines = _suka(S=f"CAPAIAN MARET 2025\nNO|DESA|{first}|||{second}||\n||N|D|%|N|D|%\n{ROWS}")
    assert any(line.startswith(f"Suka {codes[1]} 2025-3") and "24/30 80" in line for line in lines)
    assert not any("d_s" in line and "30/" in line for line in lines)


@pytest.mark.parametrize(
    "title", ["INDIKATOR NASIONAL MUTU : KEPATUHAN CUCI TANGAN", "KEPATUHAN KEBERSIHAN TANGAN", "LAPORAN KIA", "KEPATUHAN IDENTIFIKASI PASIEN"]
)
@pytest.mark.parametrize("places", ["UNIT", "DESA"])
def test_below_the_title_of_nothing_that_is_read(title: str, places: str):
    sheet = _months(title).replace("DESA", places)
    with pytest.raises(LokminError):
        read(merges=MERGES, S=sheet)
    assert {line.split()[1] for line in said(read(merges=MERGES, S=sheet, KIA=OTHER))} == {"k1"}


def test_a_group_of_something_else_in_a_report_of_growth():
    lines = _suka(S=f"LAPORAN GIZI MARET 2025\nNO|DESA|ASI EKSKLUSIF|||VITAMIN A||\n||N|D|%|N|D|%\n{ROWS}")
    assert lines == ["Suka asi_eksklusif 2025-3 point T 27/30 90"]


@pytest.mark.parametrize("title", ["PENIMBANGAN BALITA", "SKDN", "HASIL PENIMBANGAN POSYANDU", "PEMANTAUAN PERTUMBUHAN BALITA"])
def test_the_letters_of_a_growth_table_stay(title: str):
    assert _suka(S=_months(title)) == ["Suka n_d 2025-1 point T 27/30 90", "Suka n_d 2025-2 point T 24/30 80"]
    assert "Suka d_s 2025-3 point T 30/" in said(read(S=f"{title} MARET 2025\nNO|DESA|N|D\n1|Suka|27|30\n2|Maju|24|32\n3|Jaya|27|36"))


@pytest.mark.parametrize("title", ["CAKUPAN N/D", "BALITA NAIK BERAT BADAN (N/D)"])
def test_their_ratio_is_one_of_weighed_and_gained(title: str):
    assert "Suka n_d 2025-1 point T 27/30 90" in _suka(S=_months(title))


def test_beside_s_and_k_or_a_ratio_they_are_letters():
    rows = "NO|DESA|S|K|D|N\n1|Suka|27|26|20|10\n2|Maju|24|23|20|10\n3|Jaya|27|26|20|10"
    assert "Suka d_s 2025-3 point T 20/27" in said(read(S=f"MARET 2025\n{rows}"))
    ratio = "NO|DESA|N|D|N/D\n1|Suka|10|20|50\n2|Maju|12|20|60\n3|Jaya|15|20|75"
    assert "Suka n_d 2025-3 point T 10/20 50" in said(read(S=f"MARET 2025\n{ratio}"))
