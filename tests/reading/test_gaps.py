"""The gap behind sasaran, what was reached and its percent, called by a letter: S, R, C, K."""

import pytest
from laporan import read, said

HEAD = "STANDAR PELAYANAN MINIMAL\nKEADAAN S/D BULAN SEPTEMBER 2026\nNO|DESA|Bumil||||Hipertensi|||\n||{letters}|{letters}"
ROWS = "\n1|Suka|88|51|57.95|37|41|32|78.05|9\n2|Maju|41|30|73.17|11|73|51|69.86|22\n3|Jaya|80|40|50|40|60|30|50|30"
LEGEND = "\n\nKeterangan :\nS = sasaran satu tahun\nR = realisasi kumulatif\nC = capaian (%)\nK = kesenjangan (S - R)"
MERGES = [(2, 2, 2, 5), (2, 6, 2, 9)]


@pytest.mark.parametrize("letters", ["S|R|C|K", "S|R|%|K", "S|C|%|K", "S|Realisasi|%|GAP"])
@pytest.mark.parametrize("legend", ["", LEGEND])
def test_what_was_reached_is_read_and_the_gap_is_not(letters: str, legend: str):
    reading = read(SPM=HEAD.format(letters=letters) + ROWS + legend, merges=MERGES)
    assert [line for line in said(reading) if line.startswith("Suka")] == [
        "Suka spm_01 2026-9 cumulative T 51/88 57.95", "Suka spm_08 2026-9 cumulative T 32/41 78.05",
    ]  # fmt: skip
    assert len(said(reading)) == 6


def test_a_k_beside_a_letter_that_is_not_understood_is_not_read():
    rows = "\n1|Suka|88|51|37\n2|Maju|41|30|11\n3|Jaya|80|40|40"
    other = "STANDAR PELAYANAN MINIMAL\nS/D SEPTEMBER 2026\nNO|DESA|SASARAN|LANSIA DISKRINING\n1|Suka|10|5\n2|Maju|8|4"
    head = "STANDAR PELAYANAN MINIMAL\nS/D SEPTEMBER 2026\nNO|DESA|Bumil||\n||S|R|K"
    reading = read(SPM=head + rows, Lain=other, merges=[(2, 2, 2, 4)])
    assert not [line for line in said(reading) if "spm_01" in line]


def test_a_k_that_the_legend_calls_added_up_is_read():
    rows = "\n1|Suka|88|5|51|57.95|41|3|32|78.05\n2|Maju|41|3|30|73.17|73|5|51|69.86\n3|Jaya|80|4|40|50|60|3|30|50"
    legend = "\n\nKeterangan: S = sasaran, B = bulan ini, K = kumulatif"
    reading = read(SPM=HEAD.format(letters="S|B|K|%") + rows + legend, merges=MERGES)
    assert "Suka spm_01 2026-9 cumulative T 51/88 57.95" in said(reading) and "Suka spm_01 2026-9 month T 5/88" in said(reading)


def test_the_k_of_a_growth_table_stays_those_with_a_book():
    reading = read(Maret="PENIMBANGAN BALITA\nBULAN MARET 2026\nNO|DESA|S|K|D|N\n1|Suka|88|80|70|60\n2|Maju|41|33|30|20")
    assert "Suka k_s 2026-3 point T 80/88" in said(reading)
