"""Heads that begin with the number of their column are read as without it; a head's own numbers stay."""

from __future__ import annotations

import pytest
from laporan import codes, read, said

from lokmin_data.model import LokminError

ROWS = "1|Mekar|30|12|40,00\n2|Sari|40|10|25,00\n3|Asri|50|5|10,00"
K1 = ["Asri k1 2026-3 cumulative T 5/50 10", "Mekar k1 2026-3 cumulative T 12/30 40", "Sari k1 2026-3 cumulative T 10/40 25"]


@pytest.mark.parametrize(
    "head",
    [
        "[1] No|[6] Kelurahan/Desa|[8] Sasaran Bumil|[16] K1|[17] %",
        "(1) No|(2) Desa|(3) Sasaran Bumil|(4) K1|(5) %",
        "1. No|2. Desa|3. Sasaran Bumil|4. K1|5. %",
        "[5] No|[2] Desa|[1] Sasaran Bumil|[4] K1|[3] % K1",
        "[1] No|[2] Desa|[3] Sasaran Bumil|[4] K1|% K1",
    ],
    ids=["brackets", "round", "points", "moved columns", "one without"],
)
def test_a_column_s_number_before_its_head_is_passed_over(head: str) -> None:
    assert said(read(S=f"LAPORAN KIA S/D MARET 2026\n{head}\n{ROWS}")) == K1


@pytest.mark.parametrize("behind", ["", "|Waktu Input", "|Ket"])
def test_numbers_that_begin_right_of_the_areas_are_passed_over_as_well(behind: str) -> None:
    assert said(read(S=f"LAPORAN KIA S/D MARET 2026\nNo|Kelurahan/Desa|[1] Sasaran Bumil|[2] K1|[3] %{behind}\n{ROWS}")) == K1


@pytest.mark.parametrize("heads", ["[2] Sasaran Bumil|[3] K1|[5] %", "[1] Sasaran Bumil|[1] K1|[1] %"])
def test_numbers_that_do_not_count_the_heads_stay(heads: str) -> None:
    with pytest.raises(LokminError):
        read(S=f"LAPORAN KIA S/D MARET 2026\nNo|Desa|{heads}\n{ROWS}")


def test_a_number_that_few_heads_bear_stays_with_them() -> None:
    """What is not understood with its number is asked, as before."""
    reading = read(S=f"LAPORAN KIA S/D MARET 2026\nNo|Desa|Sasaran Bumil|K1|[5] Mekaran\n{ROWS}")
    assert [line.rsplit(" ", 1)[0] for line in K1] == said(reading)
    assert any(code.startswith("kolom-tidak-dikenal") for code in codes(reading))


GROWTH = "1|Mekar|50|40|30|36|83,33\n2|Sari|60|45|20|40|50,00\n3|Asri|70|50|24|48|50,00"


def test_n_beside_n_and_t_are_those_who_gained() -> None:
    reading = read(S=f"PENIMBANGAN MARET 2026\nNo|Desa|Sasaran Balita|Ditimbang 0-59|N|D' terkoreksi (N+T)|%N\n{GROWTH}")
    assert [line for line in said(reading) if " n_d " in line] == [
        "Asri n_d 2026-3 point T 24/48 50", "Mekar n_d 2026-3 point T 30/36 83.33", "Sari n_d 2026-3 point T 20/40 50",
    ]  # fmt: skip
    assert [line for line in said(reading) if " d_s " in line] == [
        "Asri d_s 2026-3 point T 50/70", "Mekar d_s 2026-3 point T 40/50", "Sari d_s 2026-3 point T 45/60",
    ]  # fmt: skip


def test_n_beside_other_sasaran_is_only_a_number() -> None:
    reading = read(S=f"PENIMBANGAN MARET 2026\nNo|Desa|Sasaran Balita|Ditimbang 0-59|N|Diukur PB/TB|%N\n{GROWTH}")
    assert said(reading) == [f"{desa} d_s 2026-3 point T {n}" for desa, n in (("Asri", "50/70"), ("Mekar", "40/50"), ("Sari", "45/60"))]
    assert codes(reading) == ["kolom-tidak-dikenal E2"]  # its percent is nobody's


def test_other_ages_without_a_unit_are_not_those_of_balita() -> None:
    reading = read(S=f"PENIMBANGAN MARET 2026\nNo|Desa|Sasaran Balita|Ditimbang 0-23|N|D' terkoreksi (N+T)|%N\n{GROWTH}")
    assert {line.split()[1] for line in said(reading)} == {"n_d"} and codes(reading) == ["kolom-tidak-dikenal D2"]
