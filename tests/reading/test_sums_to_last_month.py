"""A "Kumulatif" behind months that names no month is of the last month that was filled in, where it adds them up."""

from __future__ import annotations

import pytest
from laporan import codes, read, said

from lokmin_data.model import LokminError

DESA = "CAKUPAN K1 IBU HAMIL TAHUN 2026\nNO|DESA|SASARAN|JAN|FEB|MAR|APR|KUMULATIF|%\n"


def _added_up(text: str) -> list[str]:
    return [line for line in said(read(Rekap=text)) if " cumulative " in line]


def test_the_sum_is_of_the_last_month_that_was_filled_in():
    rows = "1|Suka|50|3|4|5||12|24\n2|Maju|40|2|3|4||9|22.5\n3|Jaya|40|3|3|4||10|25"
    expected = ["Jaya k1 2026-3 cumulative T 10/40 25", "Maju k1 2026-3 cumulative T 9/40 22.5", "Suka k1 2026-3 cumulative T 12/50 24"]
    assert _added_up(DESA + rows) == expected
    assert _added_up(DESA + rows.replace("||", "|0|")) == expected


def test_the_same_in_a_list_of_the_indicators_of_one_desa():
    text = """
        LEMBAR KERJA TAHUN 2026
        Desa|:|Suka
        NO|INDIKATOR|SASARAN 1 TH|HASIL KEGIATAN BULAN||||KUMULATIF|% KUMULATIF
        |||Jan|Feb|Mar|Apr||
        1|K1 Ibu Hamil|50|3|4|5||12|24
        2|K6 Ibu Hamil|40|2|3|4||9|22.5
        3|Diare Balita dilayani|40|3|3|4||10|25
        """
    found = said(read(Suka=text, merges=[(2, 3, 2, 6)]))
    assert "Suka k1 2026-3 cumulative T 12/50 24" in found and "Suka diare_balita 2026-3 month T 4/40" in found


def test_the_sum_of_both_sexes_adds_up_the_months_of_each():
    text = """
        CAKUPAN KN LENGKAP TAHUN 2026
        NO|DESA|SASARAN|JAN||FEB||MAR||KUMULATIF||
        |||L|P|L|P|L|P|L|P|JML
        1|Suka|50|3|4|5|1|||8|5|13
        2|Maju|40|2|3|4|2|||6|5|11
        """
    found = said(read(Rekap=text, merges=[(1, 3, 1, 4), (1, 5, 1, 6), (1, 7, 1, 8), (1, 9, 1, 11)]))
    assert "Suka kn_lengkap 2026-2 cumulative T 13/50" in found and "Maju kn_lengkap 2026-2 cumulative L 6/" in found


def test_the_month_of_a_title_stands():
    rows = "1|Suka|50|3|4|5|6|18|36\n2|Maju|40|2|3|4|1|10|25"
    titled = DESA.replace("TAHUN 2026", "S/D APRIL 2026")
    assert _added_up(titled + rows) == ["Maju k1 2026-4 cumulative T 10/40", "Suka k1 2026-4 cumulative T 18/50"]


def test_a_number_that_does_not_add_up_the_months_is_asked():
    rows = "1|Suka|50|3|4|5||30|60\n2|Maju|40|2|3|4||20|50\n3|Jaya|40|3|3|4||30|75"
    assert {line.split()[2] for line in _added_up(DESA + rows)} == {"2026-"}
    late = DESA.replace("JAN|", "") + "1|Suka|50|4|5||9|18\n2|Maju|40|3|4||7|17.5\n3|Jaya|40|3|4||7|17.5"
    assert {line.split()[2] for line in _added_up(late)} == {"2026-"}


def test_the_sum_of_states_is_nobodys_number():
    text = """
        LEMBAR KERJA S/D MARET 2026
        Desa|:|Suka
        NO|INDIKATOR|SASARAN|JAN|FEB|MAR|KUMULATIF
        1|K1|50|3|4|5|12
        2|K6|40|2|3|4|9
        3|Balita ditimbang (D)|40|30|30|40|100
        """
    reading = read(Suka=text)
    assert [line for line in said(reading) if " d_s " in line][-1] == "Suka d_s 2026-3 point T 40/40" and codes(reading) == []


SEVERAL_HEADS = (
    "LAPORAN IBU HAMIL TAHUN 2025\n\nNo|Desa|Sasaran bumil|K1|||||K6|||||{total}\n|||Jan|Feb|Mar|JML|%|Jan|Feb|Mar|JML|%|{under}\n"
    "1|Suka|50|3|4|3|{first}|20|2|2|1|5|10|{sums}\n2|Maju|40|1|1|3|{second}|10|3|1|1|5|12.5|{sums}"
)
SEVERAL_MERGES = [(2, 0, 3, 0), (2, 1, 3, 1), (2, 2, 3, 2), (2, 3, 2, 7), (2, 8, 2, 12)]


def _several(off: int = 0, total: str = "", **sheets: str) -> list[str]:
    """What is read up to a month of two indicators with a sum and its percent each; `total`: a sum of both beside them."""
    text = SEVERAL_HEADS.format(
        first=10 + off, second=5 + off, total=f"{total}|", under="Jml|%", sums="15|30" if total else "|"
    )
    reading = read(merges=SEVERAL_MERGES, **sheets, Data=text)
    return [line for line in said(reading) if " cumulative " in line]


def test_each_of_several_indicators_has_the_sum_of_its_own_months():
    assert _several() == ["Maju k1 2025-3 cumulative T 5/40 10", "Maju k6 2025-3 cumulative T 5/40 12.5",
                          "Suka k1 2025-3 cumulative T 10/50 20", "Suka k6 2025-3 cumulative T 5/50 10"]  # fmt: skip


def test_a_cover_that_names_their_last_month_changes_nothing():
    cover = "NAMA PUSKESMAS|Suka Damai\nTAHUN|2025\nBULAN DATA TERAKHIR|{month}"
    assert _several(Isian=cover.format(month="MARET")) == _several()
    assert not _several(Isian=cover.format(month="MEI"))  # the months do not reach so far


def test_one_that_adds_up_nothing_is_left_out_alone():
    assert {line.split()[1] for line in _several(off=7)} == {"k6"}


def test_the_sum_of_several_indicators_is_nobodys():
    assert _several(total="JUMLAH SEMUA") == _several()


BEHIND = "IMUNISASI DASAR LENGKAP TAHUN 2026\nDESA|JAN|FEB|MAR|APR|{heads}\nSuka|1|2|3||6|20|{percents[0]}\nMaju|2|1|2||5|20|{percents[1]}"


def test_the_sasaran_may_stand_between_the_sum_and_its_percent():
    for heads in ("KUMULATIF|SASARAN SI|% CAKUPAN", "JUMLAH|SASARAN SI|%"):
        reading = read(Rekap=BEHIND.format(heads=heads, percents=(30, 25)))
        added = [line for line in said(reading) if " cumulative " in line]
        assert added == ["Maju idl 2026-3 cumulative T 5/20 25", "Suka idl 2026-3 cumulative T 6/20 30"]
        assert not codes(reading)


def test_a_percent_of_something_else_behind_the_sasaran_is_told():
    for heads, percents in (("KUMULATIF|SASARAN SI|% CAKUPAN", (15, 10)), ("KUMULATIF|TARGET|%", (30, 25))):
        reading = read(Rekap=BEHIND.format(heads=heads, percents=percents))
        assert not any(line.endswith((" 15", " 10", " 30", " 25")) for line in said(reading))
        assert codes(reading) == ["persen-semua-bulan H2"]


YEARLY = "CAKUPAN K1 TAHUN 2026\nNO|DESA|SASARAN|JAN|FEB|MAR|{}\n1|Suka|100|4|5|3|12|12\n2|Maju|50|2|3|4|9|18\n"


@pytest.mark.parametrize("total", ["JUMLAH TAHUN 2026|%", "TOTAL 2026|%", "JUMLAH TAHUN 2026|\n||||||ABS|%"])
def test_the_sum_may_name_the_year_of_its_months(total: str) -> None:
    reading = read(S=YEARLY.format(total))
    added = [line for line in said(reading) if "cumulative" in line]
    assert added == ["Maju k1 2026-3 cumulative T 9/50 18", "Suka k1 2026-3 cumulative T 12/100 12"]


def test_another_year_and_numbers_that_are_no_sum_are_none_of_it() -> None:
    texts = (YEARLY.format("JUMLAH TAHUN 2025|%"), YEARLY.replace("|12|12", "|13|13").replace("|9|18", "|8|16").format("JUMLAH TAHUN 2026|%"))
    assert not [line for text in texts for line in said(read(S=text)) if "cumulative" in line or "2025" in line]


def test_the_sum_behind_a_semester_is_of_the_months_behind_it() -> None:
    head = "CAKUPAN K1 TAHUN 2026\nNO|DESA|SASARAN|JAN|FEB|MAR|APR|MEI|JUN|Smt I|JUL|AGU|Jml|%\n"
    reading = read(S=f"{head}1|Suka|100|4|5|3|4|5|3|24|5|6|35|35\n2|Maju|50|2|3|4|2|3|4|18|1|2|21|42\n")
    assert [line for line in said(reading) if "Suka" in line and "cumulative" in line] == [
        "Suka k1 2026-6 cumulative T 24/100", "Suka k1 2026-8 cumulative T 35/100 35",
    ]  # fmt: skip


@pytest.mark.parametrize("name", ["Sasaran Bayi", "Sasaran bayi bulan"])
def test_the_sum_of_the_months_of_a_sasaran_is_not_the_titles_number(name: str) -> None:
    with pytest.raises(LokminError) as refused:
        read(S=f"CAKUPAN BCG TAHUN 2026\nNO|DESA|{name}|||Jumlah\n||JAN|FEB|MAR|\n1|Suka|4|5|3|12\n2|Maju|2|3|4|9\n")
    assert "tabel-tidak-terbaca C4" in {f"{each.code} {each.cell}" for each in refused.value.problems}
