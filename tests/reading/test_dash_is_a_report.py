"""A desa with a dash for the month reported nothing new, and its sum stands; one whose cells are empty did not report."""

from __future__ import annotations

import pytest
from laporan import codes, read, said

HEAD = "CAKUPAN BCG BULAN JUNI 2025\nNO|DESA|BCG|\n||Bulan ini|Kumulatif"


@pytest.mark.parametrize("dash", ["-", "--", "NIHIL"])
def test_a_dash_for_the_month_leaves_the_sum(dash: str):
    found = read(S=f"{HEAD}\n1|Suka|3|20\n2|Maju|{dash}|11\n3|Jaya|1|9")
    assert "Maju bcg 2025-6 cumulative" in {" ".join(line.split()[:4]) for line in said(found)}
    assert codes(found) == []


def test_an_empty_month_beside_a_carried_sum_is_told():
    found = read(S=f"{HEAD}\n1|Suka|3|20\n2|Maju||11\n3|Jaya|1|9")
    assert not any(line.startswith("Maju") for line in said(found))
    assert codes(found) == ["desa-belum-melapor"]
