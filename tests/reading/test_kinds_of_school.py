"""Heads that part a number by kind of school: only the total is read."""

from __future__ import annotations

import pytest
from laporan import codes, read, said

_TITLE = "PELAYANAN KESEHATAN PADA USIA PENDIDIKAN DASAR\nJANUARI S/D DESEMBER 2025\n"


def _report(first: str, second: str, total: str) -> str:
    kinds = [kind for kind in (first, second, total) if kind]
    rest = "|" * len(kinds)
    return (
        f"{_TITLE}DESA|JUMLAH ANAK USIA PENDIDIKAN DASAR{rest}MENDAPAT PELAYANAN SESUAI STANDAR{rest[1:]}\n|{'|'.join(kinds * 2)}\n"
        + "\n".join(
            f"{desa}|" + "|".join(str(number) for number in (*asked[: len(kinds)], *had[: len(kinds)]))
            for desa, asked, had in (("Asri", (60, 40, 100), (50, 30, 80)), ("Maju", (30, 0, 30), (20, 0, 20)), ("Jaya", (80, 20, 100), (70, 20, 90)))
        )
    )


@pytest.mark.parametrize("kinds", [("SD/MI", "SMP/MTs"), ("SD", "SMP"), ("SD/MI sederajat", "SMP/MTs sederajat")])
def test_the_total_of_all_schools_is_read(kinds: tuple[str, str]):
    reading = read(S=_report(*kinds, "TOTAL"), merges=[(2, 0, 3, 0), (2, 1, 2, 3), (2, 4, 2, 6)])
    assert [line.split()[-1] for line in said(reading)] == ["80/100", "90/100", "20/30"]
    assert any(code.startswith("kolom-tempat-pelayanan") for code in codes(reading))


def test_one_kind_of_school_is_not_all_of_them():
    reading = read(S=_report("SD/MI", "SMP/MTs", "") + "\n\nDESA|K1\nAsri|20\nMaju|30\nJaya|40", merges=[(2, 0, 3, 0), (2, 1, 2, 2), (2, 3, 2, 4)])
    assert not [line for line in said(reading) if " spm_05 " in line]


def test_the_sexes_of_one_kind_of_school_stay():
    head = "DESA|SISWA KELAS 1|DT BIAS|\n||SD/MI|\n||L|P"
    reading = read(S=f"BIAS NOVEMBER 2025\n{head}\nAsri|40|20|19\nMaju|30|10|12\nJaya|50|22|23", merges=[(1, 2, 1, 3), (2, 2, 2, 3)])
    assert {line.split()[4] for line in said(reading)} == {"L", "P"}
