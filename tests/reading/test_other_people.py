"""What may be said of anybody is the indicator's only in tables of its own people; months that names and titles say differently."""

from __future__ import annotations

import pytest
from laporan import book, codes, read, said

from lokmin_data.model import LokminError
from lokmin_data.reading import read_book

ROWS = "1|Suka|10|8|2\n2|Maju|9|5|1\n3|Jaya|7|6|3"


@pytest.mark.parametrize(
    ("title", "heads"),
    [
        ("SKRINING CALON PENGANTIN", "JML CATIN|ANEMIA|KEK"), ("SKRINING CATIN", "DIPERIKSA HB|ANEMIA|KEK"), ("SKRINING WUS", "JML WUS|ANEMIA|KEK"),
        ("POSYANDU REMAJA", "JML REMAJA|ANEMIA|HIPERTENSI"), ("PENJARINGAN ANAK SEKOLAH", "JML SISWA|GIZI BURUK|STUNTING"),
        ("POSYANDU LANSIA", "JML LANSIA|HIPERTENSI|DM"), ("GIZI", "JML BALITA|ANEMIA|KEK"), ("PEMERIKSAAN CALON HAJI", "JML|HIPERTENSI|DM"),
    ],
)  # fmt: skip
def test_numbers_of_other_people_are_not_the_indicators(title: str, heads: str):
    with pytest.raises(LokminError) as refused:
        read(S=f"{title} MEI 2026\nNO|DESA|{heads}\n{ROWS}")
    assert "kolom-tidak-dikenal" in {problem.code for problem in refused.value.problems}


@pytest.mark.parametrize(
    ("title", "heads", "code"),
    [
        ("GIZI BUMIL DAN REMAJA", "DIPERIKSA HB|ANEMIA|KEK", "anemia"), ("GIZI", "JML SISWA|BUMIL ANEMIA|K1", "anemia"),
        ("GIZI", "JML REMAJA|ANEMIA|K1", "anemia"), ("STATUS GIZI ANAK SEKOLAH DAN BALITA", "DIUKUR|STUNTING|WASTING", "stunting"),
        ("SPM", "LANSIA|HIPERTENSI|DM", "spm_08"), ("GIZI", "DIUKUR|STUNTING|WASTING", "stunting"),
    ],
)  # fmt: skip
def test_beside_its_own_people_an_indicator_is_read(title: str, heads: str, code: str):
    assert any(f"Suka {code} " in line for line in said(read(S=f"{title} MEI 2026\nNO|DESA|{heads}\n{ROWS}")))


def test_what_somebody_confirmed_is_read_of_anybody():
    form = book(S=f"POSYANDU REMAJA MEI 2026\nNO|DESA|JML REMAJA|ANEMIA|K1\n{ROWS}".replace("K1", "HIPERTENSI"))
    columns = {"ANEMIA": "anemia", "JML REMAJA": "ignore"}
    with pytest.raises(LokminError):
        read_book(form)
    from lokmin_data.reading.records.interpretation import begin
    from lokmin_data.reading.records.memory import layout_of
    from lokmin_data.reading.report import look_at

    whole = begin("laporan.xlsx")
    look_at(whole, 0, form.sheets[0])
    reading = read_book(form, memory={layout_of(whole.all_drafts): {"columns": columns}})
    assert "Suka anemia 2026-5 month T 8/" in said(reading)


@pytest.mark.parametrize("name", ["Mei", "Bln 5"])
def test_a_sheet_named_after_another_month_is_named(name: str):
    table = "NO|DESA|SASARAN|K1\n1|Suka|50|5\n2|Maju|40|4"
    reading = read(**{name: f"CAKUPAN K1 BULAN APRIL 2026\n{table}"})
    assert codes(reading) == ["bulan-nama-berbeda A1"] and "Suka k1 2026-4 month T 5/50" in said(reading)
    assert not codes(read(**{name: f"CAKUPAN K1 S/D MEI 2026\n{table}"}))


def test_a_file_named_after_another_month_is_named():
    table = "NO|DESA|SASARAN|K1\n1|Suka|50|5\n2|Maju|40|4"
    assert codes(read("K1 Mei 2026.xlsx", S=f"CAKUPAN K1 BULAN APRIL 2026\n{table}")) == ["bulan-nama-berbeda A1"]
    later = table.replace('|5\n', '|6\n')
    assert not codes(read("K1 Mei 2026.xlsx", April=f"K1 BULAN APRIL 2026\n{table}", Mei=f"K1 BULAN MEI 2026\n{later}"))


YEARS = [("K1 April 2026.xlsx", "BULAN APRIL 2025"), ("K1 2026.xlsx", "S/D APRIL 2025"), ("Profil 2026.xlsx", "TAHUN 2025")]


@pytest.mark.parametrize(("name", "title"), YEARS)
def test_a_year_in_the_title_that_the_file_name_contradicts_is_told(name: str, title: str) -> None:
    reading = read(name, S=f"CAKUPAN K1 {title}\nNo|Desa|Sasaran Bumil|K1\n1|Suka|50|5\n2|Maju|40|4")
    assert codes(reading) == ["bulan-nama-berbeda A1"]
    assert "2025" in reading.problems[0].message and "2026" in reading.problems[0].message


def test_two_years_side_by_side_below_the_name_of_one_contradict_nothing() -> None:
    sheets = {f"K1 {year}": f"CAKUPAN K1 S/D APRIL {year}\nNo|Desa|Sasaran Bumil|K1\n1|Suka|50|{year - 2020}\n2|Maju|40|4" for year in (2025, 2026)}
    assert codes(read("K1 2026.xlsx", **sheets)) == []


@pytest.mark.parametrize("rows", ["1|Sukamakmur|50|5\n2|Maju|40|4\n3|Jaya|40|4\n{}", "{}\n1|Sukamakmur|50|5\n2|Maju|40|4\n3|Jaya|40|4"])
def test_the_total_may_bear_the_name_of_a_desa(rows: str):
    reading = read(S="K1 MEI 2026\nNO|DESA|SASARAN|K1\n" + rows.format("|SUKAMAKMUR|130|13"))
    assert "Sukamakmur k1 2026-5 month T 5/50" in said(reading) and len(said(reading)) == 3
    assert [code.split()[0] for code in codes(reading)] == ["baris-penjumlahan"]


@pytest.mark.parametrize("months", ["BLN 1|BLN 2|BLN 3", "Bulan I|Bulan II|Bulan III", "Bulan ke-1|Bulan ke-2|Bulan ke-3"])
def test_months_that_are_only_numbered(months: str):
    reading = read(S=f"CAKUPAN K4 TAHUN 2026\nNO|DESA|SASARAN|{months}\n1|Suka|50|5|4|3\n2|Maju|40|1|2|3")
    assert [line for line in said(reading) if line.startswith("Suka")] == [f"Suka k4 2026-{month} month T {6 - month}/50" for month in (1, 2, 3)]


@pytest.mark.parametrize("head", ["K1 RISTI", "BUMIL KEK DAPAT TTD 90", "K4 BUMIL KEK", "BADUTA STUNTING"])
def test_numbers_of_a_part_of_the_people_are_not_those_of_all(head: str):
    reading = read(S=f"KESEHATAN IBU DAN BALITA MEI 2026\nNO|DESA|{head}|K6\n1|Suka|4|2\n2|Maju|4|1")
    assert said(reading) == ["Maju k6 2026-5 month T 1/", "Suka k6 2026-5 month T 2/"] and "kolom-tidak-dikenal C2" in codes(reading)


def test_stunting_of_the_youngest_by_the_title_is_not_that_of_all():
    rows = "NO|DESA|DIUKUR|STUNTING|K6\n1|Suka|50|4|2\n2|Maju|40|4|1"
    assert not any(" stunting " in line for line in said(read(S=f"STUNTING BADUTA (0-23 BULAN) MEI 2026\n{rows}")))
    assert any(" stunting " in line for line in said(read(S=f"STUNTING BALITA DAN BADUTA MEI 2026\n{rows}")))


@pytest.mark.parametrize(
    ("title", "heads"),
    [
        ("SKRINING USIA PRODUKTIF", "SASARAN|DISKRINING|HIPERTENSI DITEMUKAN"), ("POSBINDU PTM", "JML PENGUNJUNG|OBESITAS|HIPERTENSI"),
        ("DETEKSI DINI PTM", "USIA PRODUKTIF|DM|HIPERTENSI"), ("SPM", "SASARAN USIA PRODUKTIF|HIPERTENSI POSITIF|KASUS BARU HIPERTENSI"),
    ],
)  # fmt: skip
def test_patients_that_were_found_are_not_those_who_were_served(title: str, heads: str):
    try:
        reading = read(S=f"{title} MEI 2026\nNO|DESA|{heads}\n{ROWS}")
        problems, lines = codes(reading), said(reading)
    except LokminError as refused:
        problems, lines = [f"{problem.code} {problem.cell}" for problem in refused.problems], []
    assert not any(" spm_08 " in line or " spm_09 " in line for line in lines) and "kolom-tidak-dikenal E2" in problems


@pytest.mark.parametrize("title", ["SKRINING DAN PELAYANAN KESEHATAN PTM", "POSBINDU PTM, SPM", "PTM"])
def test_patients_who_were_served_are_read(title: str):
    assert any("Suka spm_08 " in line for line in said(read(S=f"{title} MEI 2026\nNO|DESA|SASARAN HIPERTENSI|HIPERTENSI|DM\n{ROWS}")))


TABLE_OF_K1 = "NO|DESA|SASARAN|K1\n1|Suka|50|{}\n2|Maju|40|{}"


def test_the_copy_of_a_sheet_may_be_of_any_month() -> None:
    first, second = (f"K1 S/D {month} 2026\n{TABLE_OF_K1.format(*numbers)}" for month, numbers in (("APRIL", (5, 4)), ("MEI", (7, 6))))
    assert not codes(read(**{"APRIL": first, "APRIL (2)": second}))
    assert codes(read(**{"APRIL": second, "APRIL (2)": second.replace("|7", "|8")}))  # neither is of the month of its name
    assert "bulan-nama-berbeda A1" in codes(read(**{"APRIL (2)": second}))


def test_a_tab_left_from_the_last_month_is_told_unless_the_file_agrees_with_the_title() -> None:
    table = f"K1 BULAN JUNI 2026\n{TABLE_OF_K1.format(5, 4)}"
    assert not codes(read("Laporan Juni 2026.xlsx", MEI=table))
    assert codes(read("Laporan Juli 2026.xlsx", MEI=table)) == ["bulan-nama-berbeda A1"]
    both = read("Laporan Juni 2026.xlsx", MEI=table, JUNI=table.replace("Suka", "Jaya").replace("Maju", "Raya"))
    assert "judul-belum-diganti A1" in codes(both)


@pytest.mark.parametrize("heads", ["SASARAN IBU HAMIL|BUKU KIA", "IBU HAMIL|K1|PUNYA BUKU KIA", "SASARAN|K1|K4|BUKU KIA"])
def test_the_book_of_the_mothers_is_not_that_of_the_toddlers(heads: str):
    rows = [[1, "Suka", *range(70, 70 - len(heads.split("|")), -1)], [2, "Maju", *range(50, 50 - len(heads.split("|")), -1)]]
    try:
        reading = read(S="\n".join(["LAPORAN KIA MARET 2026", f"NO|DESA|{heads}", *("|".join(map(str, row)) for row in rows)]))
    except LokminError as refused:
        assert any(problem.code == "kolom-tidak-dikenal" for problem in refused.problems)
    else:
        assert not [line for line in said(reading) if " k_s " in line]


def test_the_book_in_a_table_of_toddlers_is_k():
    lines = said(read(S="LAPORAN POSYANDU MARET 2026\nNO|DESA|S|BUKU KIA|D\n1|Suka|70|65|60\n2|Maju|40|35|30"))
    assert "Suka k_s 2026-3 point T 65/70" in lines


def test_the_pneumonia_expected_is_no_sasaran_of_the_coughs_below_one_head():
    rows = "1|Suka|15|115|5|33.3\n2|Maju|13|80|6|46.2\n3|Jaya|15|139|7|46.7"
    heads = "PERKIRAAN PNEUMONIA BALITA|BATUK BUKAN PNEUMONIA|PNEUMONIA DITEMUKAN|%"
    lines = said(read(merges=[(1, 2, 1, 5)], S=f"P2 S/D MEI 2026\nNO|DESA|ISPA BALITA|||\n||{heads}\n{rows}"))
    assert lines[4:] == ["Suka ispa 2026-5 cumulative T 115/", "Suka pneumonia_balita 2026-5 cumulative T 5/15 33.3"]


@pytest.mark.parametrize("expected, read_as", [("PERKIRAAN DIARE BALITA", "8/"), ("PERKIRAAN KASUS DIARE", "8/10")])
def test_cases_of_all_ages_are_not_measured_against_those_expected_of_toddlers(expected: str, read_as: str):
    text = f"P2 S/D MEI 2026\nNO|DESA|DIARE||\n||{expected}|DILAYANI|KEMATIAN\n{ROWS}"
    assert f"Suka diare 2026-5 cumulative T {read_as}" in said(read(merges=[(1, 2, 1, 4)], S=text))
TD = "NO|DESA|SASARAN|Td 1|Td 2\n1|Suka|40|4|5\n2|Maju|50|0|2\n3|Jaya|60|2|3\n"
WOMEN = ["B. WUS TIDAK HAMIL", "Wanita Usia Subur (tidak hamil)", "NON HAMIL", "IMUNISASI Td WUS"]


@pytest.mark.parametrize("title", WOMEN)
def test_td_below_a_title_of_women_who_are_not_pregnant_is_not_that_of_the_pregnant(title: str):
    with pytest.raises(LokminError):
        read(S=f"REKAP IMUNISASI Td PADA WUS DAN IBU HAMIL\nBULAN MARET 2026\n{title}\n{TD}")
    reading = read(S=f"BULAN MARET 2026\nA. IBU HAMIL\n{TD}\n{title}\n{TD.replace('|4|', '|9|')}")
    assert [line for line in said(reading) if line.startswith("Suka td1")] == ["Suka td1 2026-3 month T 4/40"]


def test_td_of_a_sheet_of_women_is_not_that_of_the_pregnant():
    reading = read(BUMIL=f"IMUNISASI Td\nBULAN MARET 2026\n{TD}", WUS=f"IMUNISASI Td\nBULAN MARET 2026\n{TD.replace('|4|', '|9|')}")
    assert [line for line in said(reading) if line.startswith("Suka td1")] == ["Suka td1 2026-3 month T 4/40"]


@pytest.mark.parametrize("title", ["A. WUS HAMIL (IBU HAMIL)", "IMUNISASI Td BUMIL", "IMUNISASI Td"])
def test_td_below_a_title_of_the_pregnant_or_of_nobody_stays(title: str):
    lines = said(read(S=f"LAPORAN IMUNISASI\nBULAN MARET 2026\n{title}\n{TD}"))
    assert "Suka td1 2026-3 month T 4/40" in lines


def test_a_sasaran_of_the_pregnant_says_more_than_the_title():
    lines = said(read(S="IMUNISASI Td WUS\nBULAN MARET 2026\n" + TD.replace("SASARAN", "SASARAN BUMIL")))
    assert "Suka td1 2026-3 month T 4/40" in lines


TD_OF_WOMEN = """IMUNISASI TD MARET 2026
DESA | {first} | | | Ibu hamil | | | {third} | |
 | Jumlah | STATUS IMUNISASI YANG DIBERIKAN | T2+ | Jml bumil | STATUS IMUNISASI YANG DIBERIKAN | T2+ | Jumlah | STATUS IMUNISASI YANG DIBERIKAN | T2+
 | | Td1 | | | Td1 | | | Td1 |
Sukasari | 400 | 9 | 20 | 50 | 4 | 6 | 450 | 13 | 26
Mekarsari | 300 | 8 | 15 | 40 | 3 | 5 | 340 | 11 | 20"""


@pytest.mark.parametrize("third", ["JUMLAH (WUS + IBU HAMIL)", "WUS dan Ibu Hamil", "Total WUS + Bumil"])
def test_two_peoples_counted_together_are_not_the_one_of_them(third: str):
    """Td of mothers is read, of other women and of both together not."""
    table = TD_OF_WOMEN.format(first="WUS tidak hamil", third=third)
    reading = read(A=table, merges=[(1, 1, 1, 3), (1, 4, 1, 6), (1, 7, 1, 9)])
    assert said(reading)[2:] == ["Sukasari td1 2026-3 month T 4/50", "Sukasari td2plus 2026-3 month T 6/50"]


def test_a_group_over_the_indicators_of_two_peoples_stays():
    table = "KIA MEI 2026\nDESA | Bumil | Pelayanan ibu hamil dan bayi | \n | | K1 | K4\nSukasari | 50 | 4 | 3\nMekarsari | 40 | 5 | 2"
    assert "Sukasari k1 2026-5 month T 4/50" in said(read(A=table, merges=[(1, 2, 1, 3)]))


def test_people_of_one_group_together_stay():
    table = "KIA MEI 2026\nDESA | Ibu hamil + ibu bersalin | K1\nSukasari | 50 | 4\nMekarsari | 40 | 5"
    assert "Sukasari k1 2026-5 month T 4/50" in said(read(A=table))


WEIGHED = "\nNO|DESA|S|K|D|N\n1|Suka|50|48|40|30\n2|Maju|40|38|32|20\n3|Jaya|30|30|26|15"


@pytest.mark.parametrize("title", ["POSYANDU LANSIA", "POSYANDU REMAJA", "POSBINDU", "SKDN LANSIA", "POSYANDU IBU HAMIL"])
def test_letters_of_the_growth_table_are_no_toddlers_below_a_title_of_others(title: str):
    with pytest.raises(LokminError):
        read(S=f"HASIL KEGIATAN {title} BULAN OKTOBER 2025{WEIGHED}")


@pytest.mark.parametrize("title", ["POSYANDU", "POSYANDU BALITA", "POSYANDU LANSIA DAN BALITA", "PENIMBANGAN", "SKDN"])
def test_the_letters_are_toddlers_where_nobody_else_or_they_are_named(title: str):
    lines = said(read(S=f"HASIL KEGIATAN {title} BULAN OKTOBER 2025{WEIGHED}"))
    assert {"Suka d_s 2025-10 point T 40/50", "Suka k_s 2025-10 point T 48/50", "Suka n_d 2025-10 point T 30/40"} <= set(lines)


OTHERS = [
    ("CTPS SEKOLAH", "Siswa|CTPS|%"), ("PHBS SEKOLAH", "Sekolah|ber-PHBS|%"), ("JAMBAN DI TEMPAT IBADAH", "Sasaran|Jamban|%"),
    ("ABJ TTU", "Diperiksa|Bebas jentik|%"), ("IMUNISASI ANAK SEKOLAH", "Sasaran|MR|%"), ("IMUNISASI BADUTA", "Sasaran|MR|%"),
]  # fmt: skip
OWN = [
    ("SANITASI RUMAH TANGGA DAN SEKOLAH", "KK|Jamban|%", "jamban"), ("STBM", "KK|CTPS|%", "ctps"),
    ("PSN DI RUMAH DAN SEKOLAH", "Rumah diperiksa|Bebas jentik|%", "abj"),
    ("IMUNISASI BAYI DAN BADUTA", "Bayi|MR|%", "mr1"), ("IMUNISASI BADUTA", "Sasaran|MR 2|%", "mr2"),
]  # fmt: skip
NUMBERS = "\n1|Suka|50|5|10\n2|Maju|40|2|5\n3|Jaya|30|6|20"


@pytest.mark.parametrize(("title", "heads"), OTHERS)
def test_a_title_of_other_places_or_people_is_asked(title: str, heads: str):
    reading = _read_or_refused(f"{title} BULAN MARET 2026\nNO|DESA|{heads}{NUMBERS}")
    assert reading is None or said(reading) == []


@pytest.mark.parametrize(("title", "heads", "code"), OWN)
def test_a_title_of_both_or_a_head_of_its_own_is_read(title: str, heads: str, code: str):
    assert {line.split()[1] for line in said(read(S=f"{title} BULAN MARET 2026\nNO|DESA|{heads}{NUMBERS}"))} == {code}


def _read_or_refused(text: str):  # noqa: ANN202
    try:
        return read(S=text)
    except LokminError:
        return None


@pytest.mark.parametrize("place", ["PEMERINTAH KABUPATEN BUMI SEJAHTERA", "UPTD PUSKESMAS BUMI WARAS", "KECAMATAN IBUM", "KABUPATEN NIAS"])
def test_the_name_of_a_place_is_no_slip_of_people(place: str):
    table = f"{place}\nD/S BULAN JUNI 2026\nDESA | S | D | D/S\nSuka | 100 | 75 | 75\nMaju | 50 | 40 | 80"
    assert said(read(S=table)) == ["Maju d_s 2026-6 point T 40/50 80", "Suka d_s 2026-6 point T 75/100 75"]


def test_a_slip_elsewhere_still_names_them():
    table = "D/S IBU HAMIIL JUNI 2026\nDESA | S | D | D/S\nSuka | 100 | 75 | 75\nMaju | 50 | 40 | 80"
    with pytest.raises(LokminError):
        read(S=table)
