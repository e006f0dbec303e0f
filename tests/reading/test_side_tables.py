"""Tables side by side, percents behind L and P and their sum, words over a whole head, a range of one month."""

from __future__ import annotations

from itertools import zip_longest

import pytest
from laporan import codes, read, said


@pytest.mark.parametrize("stub", ["NO|KODE WIL|DESA", "NO|KD DESA|DESA", "KODE BPS LAMA|NO|DESA", "NO|DESA"])
def test_months_side_by_side_with_columns_before_the_names(stub: str):
    count = stub.count("|")
    one, other = ("|".join(["1"] * count) + "|Suka|4", "|".join(["1"] * count) + "|Suka|6")
    gap = "|" * (count + 3)
    reading = read(S=f"IMUNISASI TAHUN 2026\nS/D FEBRUARI{gap}S/D MARET\n{stub}|MR 1||{stub}|MR 1\n{one}||{other}")
    assert said(reading) == ["Suka mr1 2026-2 cumulative T 4/", "Suka mr1 2026-3 cumulative T 6/"]


@pytest.mark.parametrize("last", ["% bulan lalu", "Cak. bln lalu (%)"])
def test_the_percent_of_last_month_is_nobodys(last: str):
    reading = read(
        merges=[(1, 2, 1, 6)], S=f"IMUNISASI MEI 2026\nNO|DESA|MR 1||||\n||L|P|JML|% Cak|{last}\n1|Suka|2|3|5|8|6\n2|Maju|1|1|2|5|9"
    )
    assert "Suka mr1 2026-5 month P 3/" in said(reading) and "Suka mr1 2026-5 month T 5/ 8" in said(reading)
    assert len(said(reading)) == 6


@pytest.mark.parametrize("sexes", ["Total,Laki-laki,Perempuan", "JML,L,P", "L,P,JUMLAH"])
def test_the_sex_stands_in_the_text_of_the_percent(sexes: str):
    names = sexes.split(",")
    numbers = {"L": ("40", "10", "25"), "P": ("50", "30", "60")}
    rows = [numbers.get(name[0], ("90", "40", "44.4")) for name in names]
    line = "|".join([*(row[0] for row in rows), *(row[1] for row in rows), *(row[2] for row in rows)])
    heads = "|".join([*names, *names, *(f"CAK (%) {name}" for name in names)])
    reading = read(
        merges=[(1, 2, 1, 4), (1, 5, 1, 10)],
        S=f"GIZI MEI 2026\nNO|DESA|BALITA DITIMBANG|||UNDERWEIGHT||||||\n||{heads}\n1|Suka|{line}\n2|Maju|{line}\n3|Jaya|{line}",
    )
    found = [line for line in said(reading) if line.startswith("Suka underweight")]
    assert found == [
        "Suka underweight 2026-5 point L 10/40 25", "Suka underweight 2026-5 point P 30/50 60", "Suka underweight 2026-5 point T 40/90 44.4",
    ]  # fmt: skip


@pytest.mark.parametrize("banner", ["HASIL PELAYANAN", "CAKUPAN PELAYANAN", "CAPAIAN"])
def test_words_over_sasaran_and_count_alike_say_nothing(banner: str):
    reading = read(
        merges=[(1, 2, 1, 8), (2, 2, 2, 8), (3, 2, 3, 4), (3, 5, 3, 7)],
        S=f"""
UNDERWEIGHT MEI 2026
NO|DESA|{banner}||||||
||UNDERWEIGHT||||||
||BALITA DITIMBANG|||ABS|||CAK (%)
||JML|L|P|JML|L|P|
1|Suka|90|40|50|40|10|30|44.4
2|Maju|90|40|50|18|9|9|20
""",
    )
    assert "Suka underweight 2026-5 point T 40/90 44.4" in said(reading)
    assert "Suka underweight 2026-5 point P 30/50" in said(reading)


def test_people_below_an_indicator_are_not_the_ratio_both_texts_spell():
    reading = read(
        merges=[(1, 2, 1, 4)], S="SKDN MEI 2026\nNO|DESA|NAIK BB (N)||\n||N+T|CAKUPAN (ABS)|CAK. %\n1|Suka|40|10|25\n2|Maju|50|30|60"
    )
    assert said(reading) == ["Maju n_d 2026-5 point T 30/50 60", "Suka n_d 2026-5 point T 10/40 25"]


@pytest.mark.parametrize(("text", "basis"), [("Januari s/d Januari", "cumulative"), ("1 Januari s/d 31 Januari", "month"), ("Januari", "month")])
def test_a_range_of_january_alone_adds_up(text: str, basis: str):
    reading = read(S=f"IMUNISASI\nBULAN : {text}\nTAHUN : 2026\nNO|DESA|MR 1\n1|Suka|4\n2|Maju|3")
    assert f"Suka mr1 2026-1 {basis} T 4/" in said(reading)


def test_short_words_of_the_field():
    reading = read(
        S="GIZI MEI 2026\nNO|DESA|Balita yg ditimbang|BB Kurang + Sangat Kurang (BB/U)|%\n1|Suka|40|10|25\n2|Maju|50|30|60"
    )
    assert "Suka underweight 2026-5 point T 10/40 25" in said(reading) and not codes(reading)


@pytest.mark.parametrize("head", ["BB Kurang (BB/U)", "Gizi lebih", "HB0 total"])
def test_the_percent_of_a_count_outside_the_catalogue_is_not_its_neighbours(head: str):
    reading = read(S=f"GIZI MEI 2026\nNO|DESA|Balita ditimbang|{head}|%\n1|Suka|40|10|25\n2|Maju|50|30|60")
    assert said(reading) == ["Maju d_s 2026-5 point T 50/", "Suka d_s 2026-5 point T 40/"]
    assert any(code.startswith("di-luar-katalog") for code in codes(reading))


def test_the_month_beside_a_table_is_taken_only_over_empty_columns():
    tables = "NO|DESA|MR 1||NO|DESA|BCG\n1|Suka|4||1|Suka|6\n2|Maju|3||2|Maju|5"
    reading = read(S=f"IMUNISASI TAHUN 2026\nS/D FEBRUARI|||S/D MARET\n{tables}")
    assert [line for line in said(reading) if " bcg " in line] == ["Maju bcg 2026-3 cumulative T 5/", "Suka bcg 2026-3 cumulative T 6/"]
    reading = read(S=f"IMUNISASI TAHUN 2026\nS/D FEBRUARI|S/D MARET\n{tables}")
    assert not any(" bcg " in line for line in said(reading)) and "bulan-tabel-tidak-jelas E3" in codes(reading)


@pytest.mark.parametrize("months", ["|JANUARI||FEBRUARI||||MARET", "JANUARI||||FEBRUARI||||MARET", "||JANUARI|||FEBRUARI||||MARET"])
def test_as_many_months_as_tables_are_theirs_in_their_order(months: str):
    head, rows = "|".join(["NO|DESA|K1|KET"] * 3), [f"1|Suka|{n}||1|Suka|{n + 1}||1|Suka|{n + 3}|" for n in (5, 7)]
    reading = read(S=f"K1 TAHUN 2026\n{months}\n{head}\n{rows[0]}\n{rows[1].replace('Suka', 'Maju')}")
    wanted = [f"Suka k1 2026-{month} month T {n}/" for month, n in ((1, 5), (2, 6), (3, 8))]
    assert [line for line in said(reading) if line.startswith("Suka")] == wanted and not codes(reading)


BUMIL = ["No|Desa|Sasaran Bumil|K1|%", "1|Suka|50|20|40", "2|Maju|40|30|75", "3|Jaya|60|30|50"]
ASI = ["ASI EKSKLUSIF 0-5 BULAN||||", "No|Desa|Bayi direcall|Bayi ASI eksklusif|%", "1|Suka|20|18|90", "2|Maju|21|12|57.1", "3|Jaya|34|23|67.6"]


@pytest.mark.parametrize(("left", "right"), [(BUMIL, ASI), (ASI, BUMIL), (BUMIL, ["||||", *ASI]), (["||||", *ASI], BUMIL)])
def test_heads_side_by_side_may_begin_in_different_rows(left: list[str], right: list[str]):
    lines = zip_longest(left, right, fillvalue="||||")
    reading = read(S="K1 DAN ASI FEBRUARI 2026\n" + "\n".join(f"{one}||{other}" for one, other in lines))
    found = [line for line in said(reading) if line.startswith("Maju")]
    assert found == ["Maju asi_eksklusif 2026-2 point T 12/21 57.1", "Maju k1 2026-2 month T 30/40 75"]
    assert len(said(reading)) == 6 and not codes(reading)


def _titled(left: str, right: str) -> str:
    rows = "No|Desa|Sasaran|Dapat|%||Desa|Sasaran|Dapat|%\n1|Suka|30|3|10||Baru|20|5|25\n2|Maju|20|4|20||Asri|30|6|20"
    return f"PUSKESMAS MEKAR\n{left}|||||| {right}\n\n{rows}"


@pytest.mark.parametrize("other", ["PENIMBANGAN BALITA MEI 2026", "KUNJUNGAN POSYANDU", "LAPORAN PMT", "PMT PENYULUHAN", "GIZI ANAK"])
@pytest.mark.parametrize("left", [True, False])
def test_a_title_over_one_table_is_not_that_of_one_with_its_own_beside_it(other: str, left: bool):
    titles = ("VITAMIN A BUFAS MEI 2026", other)
    reading = read(S=_titled(*titles[:: 1 if left else -1]), year=2026, month=5)
    assert {line.split()[0] for line in said(reading)} == ({"Suka", "Maju"} if left else {"Baru", "Asri"})
    assert [code.split()[0] for code in codes(reading)] == ["indikator-tidak-disebut"]


@pytest.mark.parametrize("other", ["Lampiran 2", "(lanjutan)", "BULAN MEI 2026", "Puskesmas Mekar", "WILAYAH TIMUR", "Bulan : Mei", "S/D MEI"])
def test_what_names_no_topic_beside_a_title_leaves_it_to_both_tables(other: str):
    lines = said(read(S=_titled("VITAMIN A BUFAS MEI 2026", other)))
    assert [line.split()[1] for line in lines] == ["vit_a_nifas"] * 4


BCG = ["DESA|BCG|", "|ABS|%", "Suka|3|10", "Maju|4|20", "Jaya|5|25", "JML|12|18"]
MR = ["DESA|MR 1|", "|ABS|%", "Jaya|6|24", "Suka|7|35", "Maju|8|40", "JML|21|33"]
NUMBERED = ["NO|DESA|MR 1|", "||ABS|%", "1|Jaya|6|24", "2|Suka|7|35", "3|Maju|8|40", "|JML|21|33"]


def _beside(right: list[str], step: int, gap: str):  # noqa: ANN202
    left, right = [*["||"] * -step, *BCG], [*["||"] * step, *right]
    lines = zip_longest(left, right, fillvalue="||")
    return read(S="REKAP IMUNISASI JUNI 2026\n\n" + "\n".join(f"{one}{gap}{other}" for one, other in lines))


@pytest.mark.parametrize("right", [MR, NUMBERED])
@pytest.mark.parametrize(("gap", "step"), [*(("||", step) for step in range(-4, 5)), *(("|", step) for step in range(-3, 2))])
def test_narrow_tables_whose_heads_begin_in_different_rows(right: list[str], step: int, gap: str):
    assert said(_beside(right, step, gap)) == [
        "Jaya bcg 2026-6 month T 5/ 25", "Jaya mr1 2026-6 month T 6/ 24", "Maju bcg 2026-6 month T 4/ 20", "Maju mr1 2026-6 month T 8/ 40",
        "Suka bcg 2026-6 month T 3/ 10", "Suka mr1 2026-6 month T 7/ 35",
    ]  # fmt: skip


@pytest.mark.parametrize("step", [2, 3])
def test_a_table_whose_head_was_not_found_beside_another_is_told(step: int):
    reading = _beside(MR, step, "|")
    assert {line.split()[1] for line in said(reading)} == {"bcg"}
    assert f"angka-di-samping-tabel D{step + 5}" in codes(reading)


def test_a_head_of_other_names_below_a_group_begins_no_table():
    table = "NO|DESA|JML|POSYANDU||MR 1\n||KK|JML|NAMA POSYANDU|\n1|Suka|3|1|Mawar|8\n2|Maju|4|1|Melati|7\n3|Baru|5|1|Kenanga|4"
    lines = said(read(S=f"REKAP IMUNISASI JUNI 2026\n\n{table}", merges=[(2, 3, 2, 4)]))
    assert [line.split()[0] for line in lines] == ["Kenanga", "Mawar", "Melati"]
