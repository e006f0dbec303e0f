"""Printed percents in tables whose desa has a row for each sex and one for both."""

from __future__ import annotations

import pytest
from laporan import codes, read

BY_SEX = (
    "LAPORAN SPM\nPeriode Januari s/d Oktober 2025\nNo|Desa|JK|Hipertensi||\n|||Sasaran|Capaian|%"
    "\n1|Suka|L|626|489|78.1\n||P|625|475|76\n||L+P|1251|964|{0}"
    "\n2|Maju|L|433|239|{1}\n||P|432|334|77.3\n||L+P|865|573|66.2"
    "\n3|Jaya|L|550|494|89.8\n||P|550|500|90.9\n||L+P|1100|994|90.4"
)


@pytest.mark.parametrize(("percents", "cells"), [(("77.1", "55.2"), []), (("12.5", "55.2"), ["F7"]), (("77.1", "85.2"), ["F8"])])
def test_a_wrong_percent_of_one_sex_is_told(percents: tuple[str, str], cells: list[str]):
    merges = [(2, 3, 2, 5), *((row, column, row + 2, column) for row in (4, 7, 10) for column in (0, 1))]
    found = codes(read(S=BY_SEX.format(*percents), merges=merges))
    assert [code for code in found if code.startswith("persen-tidak-cocok")] == [f"persen-tidak-cocok {cell}" for cell in cells]


def test_percents_of_one_sex_that_divide_by_nothing_known_accuse_nobody():
    shares = BY_SEX.format("100", "24.8").replace("78.1", "50.7").replace("|76\n", "|49.3\n").replace("77.3", "34.6")
    assert not [code for code in codes(read(S=shares)) if code.startswith("persen-tidak-cocok")]
