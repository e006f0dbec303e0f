"""Lists of antigens and sasaran with the desa as blocks of columns, blocks of months below a desa's name, percents that name
their number by a word of it."""

from __future__ import annotations

import pytest
from laporan import codes, read, said

BLOCKS = """PWS IMUNISASI MEI 2026
NO|{head}|Suka||||Maju||||PUSKESMAS|||
||L|P|JML|%|L|P|JML|%|L|P|JML|%
|Sasaran bayi lahir hidup|50|48|98||34|33|67||84|81|165|
|Sasaran surviving infant|49|47|96||34|32|66||83|79|162|
1|HB 0 (< 24 jam)|10|19|29|0.296|12|11|23|0.343|22|30|52|0.315
2|BCG|16|14|30|0.306|11|11|22|0.328|27|25|52|0.315
3|Polio 4|11|17|28|0.292|5|12|17|0.258|16|29|45|0.278"""
MERGES = [(1, 0, 2, 0), (1, 1, 2, 1), (1, 2, 1, 5), (1, 6, 1, 9), (1, 10, 1, 13)]


@pytest.mark.parametrize("head", ["JENIS IMUNISASI / SASARAN", "SASARAN & ANTIGEN", "URAIAN DAN SASARAN", "RINCIAN", ""])
def test_a_list_of_antigens_and_their_sasaran_is_read_whatever_heads_it(head: str):
    lines = said(read(S=BLOCKS.format(head=head), merges=MERGES))
    assert len(lines) == 18
    assert {line for line in lines if line.startswith("Suka opv4")} == {
        "Suka opv4 2026-5 month L 11/49", "Suka opv4 2026-5 month P 17/47", "Suka opv4 2026-5 month T 28/96 29.2",
    }  # fmt: skip


def test_a_column_of_sasaran_with_another_word_stays_a_sasaran():
    reading = read(S="KIA MEI 2026\nNO|DESA|BUMIL / SASARAN|K1|%\n1|Suka|50|25|50\n2|Maju|60|15|25")
    assert said(reading) == ["Maju k1 2026-5 month T 15/60 25", "Suka k1 2026-5 month T 25/50 50"]


def _months(desa: str, sasaran: int, first: int, label: str) -> str:
    rows = "\n".join(f"{month}|{first + at}|{at}|{first + 2 * at}" for at, month in enumerate(("Januari", "Pebruari", "Maret", "Desember")))
    head = f"{label.format(desa)}\nSasaran bayi lahir hidup||{sasaran}|\n|||\nBULAN|KN1||\n|L|P|JML\n"
    return f"{head}{rows}\nJUMLAH|{4 * first + 6}|6|{4 * first + 12}\n|||"


@pytest.mark.parametrize("label", ["DESA|: {}||", "Desa : {}|||", "DESA {}|||", "Kelurahan :|{}||"])
def test_a_sasaran_above_the_next_block_of_months_is_that_of_the_next(label: str):
    blocks = "\n".join(_months(*each, label) for each in (("Karang", 44, 1), ("Sindang", 62, 3), ("Cipancur", 35, 2)))
    reading = read(S=f"REKAP KOHORT BAYI\nPUSKESMAS SUKA TAHUN 2026\n|||\n{blocks}")
    lines = said(reading)
    assert len(lines) == 36 and {line.split()[0] for line in lines} == {"Karang", "Sindang", "Cipancur"}
    own = {"Karang": "44", "Sindang": "62", "Cipancur": "35"}
    assert {(line.split()[0], line.split("/")[1]) for line in lines if "/" != line[-1]} == set(own.items())
    assert not [code for code in codes(reading) if code.startswith("angka-berbeda")]


def test_tribulan_are_no_rows_of_something_else():
    text = "KIA DESA SUKA TAHUN 2026\nTRIBULAN|SASARAN BUMIL|K1 KUMULATIF|%\nI|100|20|20\nII|100|45|45\nIII|100|70|70"
    assert [line.split()[2] for line in said(read(S=text))] == ["2026-3", "2026-6", "2026-9"]


def test_a_percent_of_the_people_of_the_number_before_it_is_its_own():
    head = "NO|DESA|TARGET PENEMUAN DIARE|DIARE DILAYANI SEMUA UMUR|% SEMUA UMUR|TARGET PENEMUAN DIARE BALITA|DIARE BALITA DILAYANI|% BALITA"
    reading = read(S=f"2. DIARE MEI 2026\n{head}\n1|Suka|38|15|39.5|15|12|80\n2|Maju|57|19|33.3|10|3|30\n3|Jaya|29|20|69|11|3|27.3")
    assert {line for line in said(reading) if line.startswith("Suka")} == {
        "Suka diare 2026-5 month T 15/38 39.5", "Suka diare_balita 2026-5 month T 12/15 80",
    }  # fmt: skip


def test_a_group_of_finding_and_treating_names_the_cases_below_it():
    head = "NO|DESA|PENEMUAN DAN PENGOBATAN KASUS TB||\n||ESTIMASI KASUS TB|KASUS TB DITEMUKAN DAN DIOBATI|%"
    reading = read(S=f"TB JANUARI S/D MEI 2026\n{head}\n1|Suka|16|8|50\n2|Maju|20|5|25", merges=[(1, 2, 1, 4)])
    assert said(reading) == ["Maju tb_kasus 2026-5 cumulative T 5/20 25", "Suka tb_kasus 2026-5 cumulative T 8/16 50"]
