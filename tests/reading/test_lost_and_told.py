"""What a report with other readable numbers holds besides: tables of other people, heads outside the catalogue, parts as columns."""

from __future__ import annotations

import pytest
from laporan import codes, read, said

TITLE = "REKAPITULASI Td KUMULATIF JANUARI S/D APRIL 2026\n"
MOTHERS = "A. IBU HAMIL\nNO|DESA|Jumlah Ibu Hamil|Td 1|Td 2\n1|Suka|54|4|5\n2|Maju|67|0|2\n3|Jaya|47|2|2\n"
WOMEN = "\nB. WANITA USIA SUBUR (WUS) TIDAK HAMIL\nNO|DESA|Jumlah WUS|Td 1|Td 2\n1|Suka|413|16|25\n2|Maju|311|18|23\n3|Jaya|529|23|29"


def test_a_table_of_other_people_below_is_told():
    reading = read(S=TITLE + MOTHERS + WOMEN)
    assert codes(reading) == ["tabel-tidak-terbaca C10"]
    assert "Suka td1 2026-4 cumulative T 4/54" in said(reading) and len(reading.observations) == 6
    assert codes(read(S=TITLE + MOTHERS)) == []


@pytest.mark.parametrize("head", ["MINUM TTD >= 52 TABLET", "BGM anu"])
def test_a_head_outside_the_catalogue_with_further_words_is_told(head: str):
    text = f"TTD REMAJA PUTRI BULAN OKTOBER 2025\nNO|DESA|JUMLAH REMATRI|MENDAPAT TTD|%|{head}\n1|Suka|136|122|89.7|68\n2|Maju|107|96|89.7|54"
    assert codes(read(S=text)) == ["di-luar-katalog F2"]


LIST = "1|Jumlah balita yang ada (S)|{}187\n2|Balita punya KMS (K)|{}180\n3|Jumlah balita ditimbang (D)|{}148\n4|Ibu nifas mendapat vitamin A|{}3"


@pytest.mark.parametrize("head", ["JUMLAH", "HASIL", "Jml"])
def test_one_number_of_each_activity_of_the_desa_in_the_title(head: str):
    reading = read(S=f"LB3 GIZI DESA SUKAMAJU BULAN FEBRUARI 2026\n\nNO|KEGIATAN|{head}\n" + LIST.replace("{}", ""))
    assert "SUKAMAJU d_s 2026-2 point T 148/187" in said(reading)


@pytest.mark.parametrize("names", ["01|02", "A|B"])
def test_parts_headed_by_numbers_are_no_column_of_names(names: str):
    """The numbers below RW name nobody: neither the activity nor the sum of all parts is one of them."""
    rows = LIST.replace("{}", "90|7|")
    text = f"LB3 GIZI KELURAHAN TITI BULAN FEBRUARI 2026\nNO|KEGIATAN|RW||JUMLAH\n||{names}|\n{rows}"
    reading = read(S=text, merges=[(1, 2, 1, 3), (1, 0, 2, 0), (1, 1, 2, 1), (1, 4, 2, 4)])
    assert set(reading.observations["area"]) == {"TITI"}
    assert "TITI d_s 2026-2 point T 148/187" in said(reading) and codes(reading)


def test_names_over_sexes_whose_first_looks_like_a_head_word():
    text = "LB3 GIZI BULAN FEBRUARI 2026\nNO|KEGIATAN|DESA||||||JUMLAH\n||Tumbang|||Pilang|||\n||L|P|T|L|P|T|\n"
    text += "1|Jumlah balita yang ada (S)|90|97|187|130|134|264|451\n2|Jumlah balita ditimbang (D)|70|78|148|110|123|233|381"
    reading = read(S=text, merges=[(1, 2, 1, 7), (2, 2, 2, 4), (2, 5, 2, 7), (1, 0, 3, 0), (1, 1, 3, 1), (1, 8, 3, 8)])
    assert {"Tumbang d_s 2026-2 point L 70/90", "Pilang d_s 2026-2 point T 233/264"} <= set(said(reading))
