"""Rows "Cakupan K1" of a list: the numbers tell whether they are percents; where they do not, it is asked."""

from __future__ import annotations

import pytest
from laporan import codes, read, said

from lokmin_data.model import LokminError

HEAD = "LAPORAN KIA\nDESA : SUKA\nBULAN MARET 2026\n\nNO|INDIKATOR|{column}\n"


def _said(rows: str, column: str = "JUMLAH") -> list[str]:
    return said(read(S=HEAD.format(column=column) + rows))


def test_fractions_make_all_rows_of_shares_percents():
    assert _said("1|Cakupan K1|87.5\n2|Cakupan K4|92\n3|Cakupan KN1|75") == [
        "SUKA k1 2026-3 month T / 87.5", "SUKA k4 2026-3 month T / 92", "SUKA kn1 2026-3 month T / 75",
    ]  # fmt: skip


def test_a_share_beside_the_count_of_its_indicator_is_its_percent():
    rows = "1|Jumlah K1|36\n2|Cakupan K1|90\n3|Jumlah K4|30\n4|Cakupan K4|75"
    assert _said(rows) == ["SUKA k1 2026-3 month T 36/ 90", "SUKA k4 2026-3 month T 30/ 75"]


def test_more_than_any_share_is_a_count():
    assert _said("1|Cakupan K1|236\n2|Cakupan K4|75") == ["SUKA k1 2026-3 month T 236/", "SUKA k4 2026-3 month T 75/"]


def test_whole_numbers_that_may_be_either_are_asked():
    with pytest.raises(LokminError) as refused:
        _said("1|Cakupan K1|87\n2|Cakupan K4|92\n3|Cakupan KN1|75")
    found = [f"{problem.code} {problem.cell}" for problem in refused.value.problems]  # type: ignore[attr-defined]
    assert "jumlah-atau-persen C6" in found


def test_counts_beside_doubtful_shares_stay():
    reading = read(S=HEAD.format(column="JUMLAH") + "1|Cakupan K1|87\n2|K4|35\n3|KN1|20")
    assert said(reading) == ["SUKA k4 2026-3 month T 35/", "SUKA kn1 2026-3 month T 20/"]
    assert codes(reading) == ["jumlah-atau-persen C6"]


def test_a_sasaran_beside_them_says_that_they_are_counts():
    assert _said("1|Cakupan K1|40|36\n2|Cakupan K4|40|30", "SASARAN|JUMLAH") == ["SUKA k1 2026-3 month T 36/40", "SUKA k4 2026-3 month T 30/40"]


def test_one_fraction_below_capaian_leaves_all_rows_in_doubt():
    with pytest.raises(LokminError) as refused:
        _said("1|K1|87.5\n2|K4|92\n3|KN1|75", "CAPAIAN")
    assert "jumlah-atau-persen" in [problem.code for problem in refused.value.problems]  # type: ignore[attr-defined]


def test_a_small_percent_among_large_ones_is_no_fraction():
    assert "SUKA stunting 2026-3 point T / 0.9" in _said("1|% K1|87.5\n2|% K4|92\n3|% stunting|0.9", "CAPAIAN")
