"""A year's sasaran in the first of a desa's rows is that of its other months, too."""

from __future__ import annotations

import pytest
from laporan import read, said

HEAD = "MR 2 TRIWULAN III 2025\nNo|Desa|{}|Bulan|MR 2"
ROWS = "1|Suka|44|Juli|3\n|||Agustus|4\n|||September|6\n2|Maju|50|Juli|1\n|||Agustus|2\n|||September|3"
MERGES = [(2, 0, 4, 0), (2, 1, 4, 1), (2, 2, 4, 2), (5, 0, 7, 0), (5, 1, 7, 1), (5, 2, 7, 2)]


@pytest.mark.parametrize("merges", [MERGES, ()])
def test_the_sasaran_of_the_first_row_is_that_of_the_others(merges: list):
    lines = said(read(S=f"{HEAD.format('Sasaran Baduta')}\n{ROWS}", merges=merges))
    assert {line.split()[-1].split("/")[1] for line in lines if line.startswith("Suka")} == {"44"}
    assert {line.split()[-1].split("/")[1] for line in lines if line.startswith("Maju")} == {"50"}


def test_that_of_a_month_or_another_desa_is_not():
    lines = said(read(S=f"{HEAD.format('Sasaran baduta bulan ini')}\n{ROWS}"))
    assert "Suka mr2 2025-8 month T 4/" in lines
    missing = ROWS.replace("|50|", "||")
    assert "Maju mr2 2025-7 month T 1/" in said(read(S=f"{HEAD.format('Sasaran Baduta')}\n{missing}"))


def test_both_sexes_have_their_sasaran_beside_that_of_all():
    head = "NO|DESA|SASARAN|||BCG||\n||BAYI LAHIR HIDUP||BAYI LAHIR HIDUP (JML)|L|P|JML\n||L|P|||||"
    rows = "1|Suka|26|25|51|2|3|5\n2|Maju|32|31|63|4|1|5\n3|Jaya|12|10|22|1|1|2"
    merges = [(1, 0, 3, 0), (1, 1, 3, 1), (1, 2, 1, 4), (1, 5, 1, 7), (2, 2, 2, 3), (2, 4, 3, 4)]
    lines = said(read(S=f"IMUNISASI BULAN MARET 2026\n{head}\n{rows}", merges=merges))
    assert {line for line in lines if line.startswith("Suka")} == {
        "Suka bcg 2026-3 month L 2/26", "Suka bcg 2026-3 month P 3/25", "Suka bcg 2026-3 month T 5/51",
    }  # fmt: skip
