"""Doses that are only numbered below their antigen, whose name stands anywhere over them."""

from __future__ import annotations

import pytest
from laporan import read, said

from lokmin_data.model import LokminError

BODY = "1 | Suka | 3 | 4 | 5 | 6 | 7 | 8 | 9\n2 | Maju | 1 | 2 | 3 | 4 | 5 | 6 | 7"
READ = ["dpt1 3", "dpt2 4", "dpt3 5", "opv1 6", "opv2 7", "opv3 8", "opv4 9"]


def _read(names: str, numbers: str = "1 | 2 | 3 | 1 | 2 | 3 | 4", **more) -> list[str]:  # noqa: ANN003
    found = said(read(S=f"IMUNISASI BAYI MEI 2026\nNo | Desa | {names}\n | | {numbers}\n{BODY}", **more))
    return [f"{line.split()[1]} {line.split()[-1].rstrip('/')}" for line in found if line.startswith("Suka")]


@pytest.mark.parametrize("names", ["DPT-HB-Hib | | | Polio | | |", " | DPT-HB-Hib | | | Polio | |", " | | DPT-HB-Hib | | | | Polio"])
def test_the_name_of_an_antigen_is_that_of_its_run_of_doses(names: str):
    assert _read(names) == READ
    assert _read(names.replace("DPT-HB-Hib", "DPT-HB-HIB").replace("Polio", "POLIO TETES")) == READ


def test_so_where_it_is_merged():
    assert _read("DPT-HB-Hib | | | Polio | | |", merges=[(1, 2, 1, 4), (1, 5, 1, 8)]) == READ


def test_a_run_with_two_names_is_nobodys():
    with pytest.raises(LokminError):
        _read("DPT-HB-Hib | | Polio | | | |")


def test_numbers_below_anything_else_are_months_still():
    assert _read(" | K1 | | | K4 | |", "1 | 2 | 3 | 1 | 2 | 3 |")[:2] == ["k1 3", "k1 4"]
