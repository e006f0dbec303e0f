"""Antigens or services as rows, desa as columns: totals headed "PUSKESMAS", rows of sasaran, names repeated below Sasaran and Capaian."""

from __future__ import annotations

import pytest
from laporan import read, said

TITLE = "REKAP IMUNISASI PER DESA S/D BULAN JULI 2026"
NAMES = ("Mekarsari", "Sukamaju", "Wanasari")


@pytest.mark.parametrize("total", ["PUSKESMAS", "JUMLAH"])
def test_a_last_group_headed_puskesmas_is_the_total_and_rows_of_sasaran_divide(total: str):
    rows = """1 | HB0 | Bayi | 60 | 47,6 | 35 | 43,8 | 34 | 40 | 129 | 44,3
2 | BCG | Bayi | 65 | 51,6 | 36 | 45 | 36 | 42,4 | 137 | 47,1
3 | DPT-HB-Hib 1 | SI | 51 | 41,5 | 34 | 44,7 | 38 | 46,3 | 123 | 43,8"""
    names = " | ".join(f"{name} | " for name in (*NAMES, total))
    text = f"""{TITLE}
NO | JENIS IMUNISASI | SASARAN | {names}
 |  |  | ABS | % | ABS | % | ABS | % | ABS | %
 | Sasaran Bayi Lahir Hidup |  | 126 |  | 80 |  | 85 |  | 291 |
 | Sasaran Surviving Infant |  | 123 |  | 76 |  | 82 |  | 281 |
{rows}"""
    merges = [(1, column, 1, column + 1) for column in (3, 5, 7, 9)]
    found = said(read(A=text, merges=[*merges, (1, 0, 2, 0), (1, 1, 2, 1), (1, 2, 2, 2)]))
    assert "Mekarsari hb0 2026-7 cumulative T 60/126 47.6" in found
    assert "Wanasari dpt1 2026-7 cumulative T 38/82 46.3" in found
    assert {line.split()[0] for line in found} == set(NAMES)


def test_names_below_sasaran_capaian_and_percent():
    names = " | ".join(NAMES)
    text = f"""CAPAIAN SPM PER DESA S/D MEI 2026
NO | JENIS PELAYANAN | SASARAN |  |  | CAPAIAN |  |  | % CAPAIAN |  |
 |  | {names} | {names} | {names}
1 | Pelayanan kesehatan ibu hamil | 53 | 69 | 102 | 16 | 34 | 43 | 30,2 | 49,3 | 42,2
2 | Pelayanan kesehatan balita | 310 | 379 | 201 | 67 | 143 | 95 | 21,6 | 37,7 | 47,3"""
    found = said(read(A=text, merges=[(1, 0, 2, 0), (1, 1, 2, 1), (1, 2, 1, 4), (1, 5, 1, 7), (1, 8, 1, 10)]))
    assert "Mekarsari spm_01 2026-5 cumulative T 16/53 30.2" in found
    assert "Wanasari spm_04 2026-5 cumulative T 95/201 47.3" in found
    assert len(found) == 2 * len(NAMES)


def test_names_below_one_group():
    text = f"""CAPAIAN SPM S/D MEI 2026
NO | JENIS PELAYANAN | CAPAIAN PER DESA |  |  |
 |  | {" | ".join(NAMES)} | JUMLAH
1 | Pelayanan kesehatan ibu hamil | 16 | 34 | 43 | 93
2 | Pelayanan kesehatan balita | 67 | 143 | 95 | 305"""
    found = said(read(A=text, merges=[(1, 0, 2, 0), (1, 1, 2, 1), (1, 2, 1, 5)]))
    assert "Sukamaju spm_01 2026-5 cumulative T 34/" in found
    assert {line.split()[0] for line in found} == set(NAMES)


def test_a_wrong_percent_below_a_name_is_told():
    """The percents of all desa prove the sasaran of a service; the one that differs is named."""
    names = [*NAMES, "Ngepung", "Cibodas", "Blimbing"]
    sasaran, reached = [50, 60, 70, 80, 90, 100], [12, 21, 33, 17, 40, 38]
    percents = [f"{one / other * 100:.1f}".replace(".", ",") for one, other in zip(reached, sasaran, strict=True)]
    percents[2] = "65,8"
    head = " | ".join(f"{name} |  | " for name in names)
    cells = " | ".join(f"{base} | {number} | {percent}" for base, number, percent in zip(sasaran, reached, percents, strict=True))
    text = f"""CAPAIAN SPM S/D MEI 2026
NO | JENIS PELAYANAN | {head}
 |  | {" | ".join(["SASARAN | CAPAIAN | %"] * 6)}
1 | Pelayanan kesehatan ibu hamil | {cells}
2 | Pelayanan kesehatan balita | {cells.replace("65,8", "47,1")}"""
    merges = [(1, 0, 2, 0), (1, 1, 2, 1), *((1, column, 1, column + 2) for column in range(2, 20, 3))]
    wrong = [problem for problem in read(A=text, merges=merges).problems if problem.code == "persen-tidak-cocok"]
    assert [problem.cell for problem in wrong] == ["K4"]
