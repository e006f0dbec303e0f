"""Rows of RW and dusun in a column of desa are parts of the desa above, never desa."""

from __future__ import annotations

import pytest
from laporan import codes, read, said

HEAD = "LAPORAN SKDN\nPUSKESMAS MELATI BULAN MARET 2026\n\nNO|DESA|S|K|D|N\n"


def _read(*rows: str):  # noqa: ANN202
    return read(S=HEAD + "\n".join(rows))


def _levels(reading) -> dict[str, str]:  # noqa: ANN001
    table = reading.observations
    return dict(zip(table["area"], table["level"], strict=True))


def test_rows_that_add_up_to_their_desa_are_its_parts():
    suka = ("1|Suka|41|39|31|21", "|RW 01|20|19|15|10", "|RW 02|21|20|16|11")
    reading = _read(*suka, "2|Maju|43|41|33|23", "|RW 01|21|20|16|11", "|RW 02|22|21|17|12")
    parts = {f"{desa} / RW 0{number}" for desa in ("Suka", "Maju") for number in (1, 2)}
    assert _levels(reading) == {"Suka": "desa", "Maju": "desa", **dict.fromkeys(parts, "posyandu")}
    assert "Maju d_s 2026-3 point T 33/43" in said(reading) and "Maju / RW 02 d_s 2026-3 point T 17/22" in said(reading)
    assert not codes(reading)


def test_rows_below_the_name_of_their_desa_are_its_parts():
    reading = _read("1|Suka", "|Dusun I|20|19|15|10", "|Dusun II|21|20|16|11", "2|Maju", "|Dusun I|21|20|16|11", "|Dusun II|22|21|17|12")
    assert set(_levels(reading).values()) == {"posyandu"} and "Maju / Dusun II d_s 2026-3 point T 17/22" in said(reading)


def test_rows_that_do_not_add_up_are_set_apart_and_told():
    reading = _read("1|Suka|41|39|31|21", "|RW 01|20|19|15|10", "|RW 02|21|20|26|11", "2|Maju|43|41|33|23")
    assert _levels(reading) == {"Suka": "desa", "Maju": "desa"}
    assert codes(reading) == ["bagian-desa B6", "bagian-desa B7"]


def test_names_that_only_begin_so_are_desa():
    reading = _read("1|Dusun Besar|41|39|31|21", "2|Banjar Agung|43|41|33|23", "3|Lingkungan Raya|40|38|30|20")
    assert set(_levels(reading)) == {"Dusun Besar", "Banjar Agung", "Lingkungan Raya"} and set(_levels(reading).values()) == {"desa"}


@pytest.mark.parametrize("letter", ["B", "S", "N", "L", "K"])
@pytest.mark.parametrize("part", ["Dusun", "RW", "Posyandu", "Lingkungan", "Jorong", "Padukuhan"])
def test_a_letter_behind_the_word_of_a_place_is_its_name(part: str, letter: str):
    """ "Dusun B" speaks of no birth, "RW S" of no sasaran: without it the desa would be a part too small."""
    rows = f"1|Suka|{part} A|30|20\n||{part} {letter}|25|15\n2|Maju|{part} A|10|9\n||{part} {letter}|12|8"
    reading = read(S=f"IMUNISASI S/D MEI 2026\nNo|Desa|{part}|Sasaran Bayi|BCG\n{rows}")
    assert sorted(reading.observations["numerator"]) == [8, 9, 15, 20] and not codes(reading)


def test_a_letter_of_a_measure_stays_no_place():
    reading = read(S="IMUNISASI S/D MEI 2026\nNo|Desa|Sasaran Bayi|BCG\n1|Suka|30|20\n2|Maju|25|15\n|Nilai S|55|35")
    assert sorted(reading.observations["numerator"]) == [15, 20]


def test_a_column_rt_holds_households_where_it_holds_numbers_and_parts_where_it_holds_names():
    names = "NO|DESA|RT|SASARAN|K4\n1|Suka|RT 01|20|5\n||RT 02|30|7\n2|Maju|RT 01|10|2\n||RT 02|12|6"
    parts = said(read(S=f"CAKUPAN K4\nBULAN MARET 2026\n{names}"))
    assert [line.split(" k4")[0] for line in parts] == ["Maju / RT 01", "Maju / RT 02", "Suka / RT 01", "Suka / RT 02"]
    numbers = "NO|DESA|RT|SASARAN|K4\n1|Suka|25|20|5\n2|Maju|31|30|7\n3|Jaya|12|10|2"
    assert [line.split(" k4")[0] for line in said(read(S=f"CAKUPAN K4\nBULAN MARET 2026\n{numbers}"))] == ["Jaya", "Maju", "Suka"]
