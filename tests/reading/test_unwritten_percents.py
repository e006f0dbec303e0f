"""Counts and percents that no head and no sign tells apart: the numbers decide, and where they do not, it is asked."""

from __future__ import annotations

import pytest
from laporan import codes, read, said

from lokmin_data.model import LokminError


def _skdn(rows: str, head: str = "CAPAIAN", *, before: str = ""):  # noqa: ANN202
    first = before.count("|") + 2
    return read(merges=[(1, first, 1, first + 2)], S=f"SKDN MEI 2026\nNO|DESA|{before}{head}||\n{'|' * first}D/S|K/S|N/D\n{rows}")


@pytest.mark.parametrize("head", ["CAPAIAN", "HASIL", "REALISASI"])
@pytest.mark.parametrize(
    "rows",
    [
        "1|Suka|87.5|99|66\n2|Maju|80|98|70", "1|Suka|60|99|66\n2|Maju|80|98|70",
        "1|Suka|87|99|66\n2|Maju|80|98|70\n|JUMLAH|83|98|68",
    ],
    ids=["fractions", "more gain weight than are weighed", "the total is a mean"],
)  # fmt: skip
def test_percents_below_a_head_that_calls_them_the_result(head: str, rows: str):
    lines = said(_skdn(rows, head))
    assert len(lines) == 6 and "Maju n_d 2026-5 point T / 70" in lines


@pytest.mark.parametrize("rows", ["1|Suka|87|99|66\n2|Maju|180|198|70", "1|Suka|87|99|66\n2|Maju|80|98|70\n|JUMLAH|167|197|136"])
def test_counts_below_a_head_that_calls_them_the_result(rows: str):
    assert "Suka d_s 2026-5 point T 87/" in said(_skdn(rows))


def test_what_may_be_either_is_asked():
    reading = _skdn("1|Suka|87|99|66\n2|Maju|80|98|70", before="SASARAN BALITA|")
    assert not said(reading) and codes(reading) == ["jumlah-atau-persen D3", "jumlah-atau-persen E3", "jumlah-atau-persen F3"]
    assert "Suka d_s 2026-5 point T 87/" in said(_skdn("1|Suka|87|99|66\n2|Maju|80|98|70", "ABSOLUT"))


def test_the_result_is_the_percent_of_the_count_beside_it():
    rows = "1|Suka|100|99|66|60|99|66|90.9\n2|Maju|100|98|70|60|98|70|85.7"
    assert "Maju n_d 2026-5 point T 60/70 85.7" in said(_skdn(rows, before="S|K|D|N|"))


@pytest.mark.parametrize("head", ["K1|TARGET", "K1|KET"])
def test_fractions_of_persons_are_percents(head: str):
    reading = read(S=f"KIA MEI 2026\nNO|DESA|{head}\n1|Suka|87.5|95\n2|Maju|91.3|95\n3|Jaya|88|95")
    assert said(reading) == ["Jaya k1 2026-5 month T / 88", "Maju k1 2026-5 month T / 91.3", "Suka k1 2026-5 month T / 87.5"]


def test_columns_of_one_group_are_percents_together():
    reading = read(S="IMUNISASI MEI 2026\nNO|DESA|BCG|DPT3|MR1\n1|Suka|40.1|35.2|33\n2|Maju|42.5|38|31\n3|Jaya|42|39|32")
    assert "Maju dpt3 2026-5 month T / 38" in said(reading) and codes(reading) == ["jumlah-atau-persen E2"]
    assert not any(" mr1 " in line for line in said(reading))


@pytest.mark.parametrize("numbers, read_as", [((40, 43, 42), None), ((40, 43, 140), "40/"), ((40, 43, 42, 125), "40/"), ((40, 43, 42, 42), "/ 40")])
def test_a_result_beside_one_target_for_all_desa(numbers: tuple[int, ...], read_as: str | None):
    rows = "\n".join(f"{place}|Desa {name}|42|{number}" for place, name, number in zip((1, 2, 3), "ABC", numbers, strict=False))
    total = f"\n|JUMLAH||{numbers[3]}" if len(numbers) > 3 else ""
    book = {"merges": [(1, 2, 1, 3)], "S": f"KIA S/D MEI 2026\nNO|DESA|K1|\n||TARGET|CAPAIAN\n{rows}{total}\n\nNO|DESA|K4|SASARAN\n1|Desa A|9|30"}
    reading = read(**book)
    found = [line.removeprefix("Desa A k1 2026-5 cumulative T ") for line in said(reading) if line.startswith("Desa A k1")]
    assert found == ([read_as] if read_as else []) and ("jumlah-atau-persen D3" in codes(reading)) == (read_as is None)


def test_a_single_fraction_among_counts_is_left_out_and_named():
    reading = read(S="KIA MEI 2026\nNO|DESA|K1\n1|Suka|87\n2|Maju|91\n3|Jaya|1.234")
    assert said(reading) == ["Maju k1 2026-5 month T 91/", "Suka k1 2026-5 month T 87/"]
    assert codes(reading) == ["jumlah-pecahan C5"]


@pytest.mark.parametrize("decimal", [".", ","])
def test_fractions_below_one_are_no_thousands_however_many_digits_they_have(decimal: str):
    heads = "NO|DESA|OPV 2||||SASARAN SI\n||JUMLAH|||CAKUPAN|\n||L|P|L+P||"
    rows = "1|Suka|7|6|13|'0,565|23\n2|Maju|11|12|23|'0,657|35\n3|Jaya|12|13|25|'0,781|32".replace(",", decimal)
    reading = read(merges=[(1, 2, 1, 5), (2, 2, 2, 4), (2, 5, 3, 5), (1, 6, 3, 6)], S=f"IMUNISASI MEI 2026\n{heads}\n{rows}")
    assert "Maju opv2 2026-5 month T 23/35 65.7" in said(reading) and not codes(reading)


@pytest.mark.parametrize("numbers", [("1.234", "2.001"), ("312.5", "280.1")])
def test_fractions_that_are_no_percents_are_asked(numbers: tuple[str, str]):
    with pytest.raises(LokminError) as refused:
        read(S=f"KIA MEI 2026\nNO|DESA|K1\n1|Suka|{numbers[0]}\n2|Maju|{numbers[1]}")
    assert "jumlah-atau-persen" in {problem.code for problem in refused.value.problems}


WATER = "NO|DESA|Jml KK|Januari||Februari|\n|||KK|%|KK|%\n1|Suka|100|50|{}|60|60\n2|Maju|200|50|25|60|30\n3|Jaya|50|40|80|40|80"


@pytest.mark.parametrize("people", [("KK", "AIR MINUM LAYAK", "air_minum", "point"), ("Bayi", "IDL", "idl", "month")])
def test_people_under_a_month_are_the_count_where_the_percents_prove_it(people: tuple[str, ...]):
    who, title, code, basis = people
    reading = read(merges=[(1, 3, 1, 4), (1, 5, 1, 6)], S=f"{title} 2026\n{WATER.format(50).replace('KK', who)}")
    assert f"Suka {code} 2026-1 {basis} T 50/100 50" in said(reading) and f"Jaya {code} 2026-2 {basis} T 40/50 80" in said(reading)


def test_people_under_a_month_stay_what_is_divided_by_where_the_percents_say_otherwise():
    rows = WATER.format(40).replace("25", "33").replace("80", "71")
    reading = read(merges=[(1, 3, 1, 4), (1, 5, 1, 6)], S=f"AIR MINUM LAYAK 2026\n{rows}")
    assert "Suka air_minum 2026-1 point T / 40" in said(reading)


def test_sums_behind_months_and_their_percent_are_of_the_last_month():
    reading = read(S="CAKUPAN K1 TAHUN 2026\nNo|Desa|Sasaran|Jan|Feb|Mar|JML|%\n1|Suka|50|3|4|3|10|20\n2|Maju|40|1|1|2|4|10")
    wanted = [f"Suka k1 2026-{month} month T {n}/50" for month, n in ((1, 3), (2, 4), (3, 3))]
    wanted.insert(2, "Suka k1 2026-3 cumulative T 10/50 20")
    assert [line for line in said(reading) if line.startswith("Suka")] == wanted


@pytest.mark.parametrize("word", ["% THD SASARAN", "% terhadap sasaran"])
def test_the_percent_of_the_sasaran_beside_that_of_the_target(word: str):
    reading = read(S=f"K4 S/D MEI 2026\nNO|DESA|SASARAN|CAPAIAN|{word}|% THD TARGET\n1|Suka|100|40|40|96\n2|Maju|120|60|50|120\n3|Jaya|60|30|50|120")
    assert "Maju k4 2026-5 cumulative T 60/120 50" in said(reading) and not codes(reading)


ROWS = "1|Suka|88|80|70\n2|Maju|77|70|66\n3|Jaya|79|66|65"


@pytest.mark.parametrize(
    "table",
    [
        f"NO|DESA|K1|K4|PN\n|TARGET|100|95|80\n{ROWS}", f"NO|DESA|K1|K4|PN\n{ROWS}\n|TARGET|'100%|'95%|'80%",
        "NO|INDIKATOR|TARGET|DESA SUKA|DESA MAJU|DESA JAYA\n1|K1|100|88|80|70\n2|K4|95|77|70|66\n3|PN|95|79|66|65",
        "NO|DESA|K4|TARGET K4\n1|Suka|80|95\n2|Maju|70|95", "(TARGET : 95 %)\nNO|DESA|K4\n1|Suka|80\n2|Maju|70",
    ],
)  # fmt: skip
def test_numbers_beside_targets_in_percent_may_be_percents(table: str):
    with pytest.raises(LokminError) as refused:
        read(S=f"CAPAIAN PROGRAM KIA MEI 2026\n{table}")
    assert {problem.code for problem in refused.value.problems} == {"jumlah-atau-persen", "tidak-ada-yang-terbaca"}


def test_numbers_above_any_percent_are_counts_with_those_beside_them():
    reading = read(S=f"CAPAIAN KIA MEI 2026\nNO|DESA|K1|K4|PN\n|TARGET|100|95|80\n{ROWS}".replace("|79|", "|179|"))
    assert "Suka k4 2026-5 month T 80/" in said(reading) and not codes(reading)
    reading = read(S="CAPAIAN KIA MEI 2026\nNO|DESA|K1|K4\n|TARGET|300|280\n1|Suka|88|80\n2|Maju|77|70")
    assert "Suka k4 2026-5 month T 80/" in said(reading)


def test_a_list_of_indicators_beside_targets_in_percent():
    rows = "1|K1|100|88\n2|K4|95|80\n3|PN|95|91\n4|Kasus DBD|0|3"
    reading = read(S=f"CAPAIAN DESA SUKA MEI 2026\nNO|INDIKATOR|TARGET|CAPAIAN\n{rows}")
    assert said(reading) == ["SUKA dbd_kasus 2026-5 month T 3/"] and codes(reading) == ["jumlah-atau-persen D2"]
    counts = "1|K1|43|41\n2|K4|38|32\n3|PN|37|35"
    assert "SUKA k4 2026-5 month T 32/" in said(read(S=f"CAPAIAN DESA SUKA MEI 2026\nNO|INDIKATOR|TARGET|CAPAIAN\n{counts}"))


def test_a_result_under_a_title_that_says_percent():
    table = "NO|DESA|SASARAN|CAPAIAN\n1|Suka|100|40\n2|Maju|120|50"
    asked = read(S=f"CAPAIAN K4 (%) MEI 2026\n{table}")
    assert not said(asked) and "jumlah-atau-persen D2" in codes(asked)
    assert "Suka k4 2026-5 month T 40/100" in said(read(S=f"CAPAIAN K4 (%) MEI 2026\n{table}\n|JUMLAH|220|90"))


@pytest.mark.parametrize("unit", ["(dalam %)", "(dalam persen)", "Satuan : %"])
def test_a_unit_over_the_corner_of_a_head_is_that_of_the_table(unit: str):
    """Over the last column it is no percent of this one alone; a sign that stands in a column of its own stays with it."""
    rows = "1|Suka|50|80|60\n2|Maju|60|75|50\n3|Jaya|70|70|55"
    reading = read(S=f"KESEHATAN IBU S/D MEI 2026\n||||{unit}\nNO|DESA|SASARAN BUMIL|K1|K4\n{rows}")
    assert said(reading)[:2] == ["Jaya k1 2026-5 cumulative T /70 70", "Jaya k4 2026-5 cumulative T /70 55"]
    reading = read(S=f"KESEHATAN IBU S/D MEI 2026\nNO|DESA|SASARAN BUMIL|K1|\n||||%\n{rows.replace('|80|60', '|40|80').replace('|75|50', '|45|75')}")
    assert "Suka k1 2026-5 cumulative T 40/50 80" in said(reading)


@pytest.mark.parametrize("heads", ["K1|CAPAIAN", "K1|CAKUPAN K1", "JML K1|%"])
def test_a_unit_over_the_percent_of_the_number_beside_it_is_its_own(heads: str):
    rows = "1|Suka|50|40|80\n2|Maju|60|45|75\n3|Jaya|70|49|70"
    lines = said(read(S=f"KESEHATAN IBU S/D MEI 2026\n||||(dalam %)\nNO|DESA|SASARAN BUMIL|{heads}\n{rows}"))
    assert "Suka k1 2026-5 cumulative T 40/50 80" in lines and len(lines) == 3


@pytest.mark.parametrize(
    "title, total, expected",
    [
        ("REKAP CAPAIAN KIA (DALAM PERSEN)", "", "/100 86"), ("REKAP KIA (%)", "\n|PUSKESMAS|270|80|70", "/100 86"), ("REKAP KIA (%)", "", None),
        ("REKAP CAPAIAN KIA (DALAM PERSEN)", "\n|JUMLAH|270|241|211", None), ("REKAP CAPAIAN KIA", "", "86/100"),
    ],
    ids=["the unit", "the total is a mean", "nothing tells", "the total is a sum", "no title"],
)  # fmt: skip
def test_indicators_below_the_result_under_a_title_that_says_percent(title: str, total: str, expected: str | None):
    text = f"{title}\nS/D MEI 2026\nNO|DESA|SASARAN BUMIL|CAPAIAN|\n|||K1|K4\n1|Suka|100|86|75\n2|Maju|90|75|66\n3|Jaya|80|80|70{total}"
    merges = [(2, 3, 2, 4)]
    if expected is None:
        with_other = read(merges=merges, S=text, T="BULIN S/D MEI 2026\nNO|DESA|SASARAN BULIN|PN|%\n1|Suka|90|45|50")
        assert [line for line in said(with_other) if " k1 " in line] == [] and "jumlah-atau-persen D4" in codes(with_other)
    else:
        assert f"Suka k1 2026-5 cumulative T {expected}" in [line.strip() for line in said(read(merges=merges, S=text))]


@pytest.mark.parametrize("head", ["ABS", "JUMLAH CAPAIAN"])
def test_what_is_called_a_number_stays_one_under_a_title_that_says_percent(head: str):
    text = f"REKAP KIA (DALAM PERSEN)\nS/D MEI 2026\nNO|DESA|SASARAN BUMIL|{head}|\n|||K1|K4\n1|Suka|100|86|75\n2|Maju|90|75|66"
    assert not any(line.endswith("/100 86") for line in said(read(merges=[(2, 3, 2, 4)], S=text)))


@pytest.mark.parametrize("title, read_as", [("REKAP KIA (DALAM PERSEN)", "/100 86"), ("CAPAIAN KIA (%)", "86/100")])
def test_what_was_done_is_a_percent_only_where_that_is_the_unit(title: str, read_as: str):
    text = f"{title}\nS/D MEI 2026\nNO|DESA|SASARAN BUMIL|DILAYANI|\n|||K1|K4\n1|Suka|100|86|75\n2|Maju|90|75|66"
    assert f"Suka k1 2026-5 cumulative T {read_as}" in said(read(merges=[(2, 3, 2, 4)], S=text))


def test_a_count_below_coverage_is_a_count():
    table = "NO|DESA|CAKUPAN|\n||BCG|OPV4\n||{0}|{0}\n1|Suka|12|9\n2|Maju|7|8\n3|Jaya|4|5"
    assert len(said(read(S=f"PWS IMUNISASI BULAN MEI 2026\n{table.format('Jumlah')}"))) == 6
    with pytest.raises(LokminError) as refused:
        read(S=f"PWS IMUNISASI BULAN MEI 2026\n{table.format('Hasil')}")
    assert "jumlah-atau-persen" in {problem.code for problem in refused.value.problems}


def test_a_fraction_of_persons_beside_a_percent_is_told_and_its_percent_read():
    reading = read(S="PWS KIA\nBULAN MEI 2026\nNO|INDIKATOR|Suka||Maju|\n||Abs|%|Abs|%\n1|K1|193|23.31|1.521|31.95\n2|K4|173|20.3|140|19.5")
    assert codes(reading) == ["jumlah-pecahan E5"]
    assert said(reading)[0] == "Maju k1 2026-5 month T / 31.95" and "Suka k1 2026-5 month T 193/ 23.31" in said(reading)


@pytest.mark.parametrize(("numbers", "read_as"), [("1.181|2.27|1.076", None), ("1.18|2.27|1.07", "percent"), ("0.181|0.27|0.076", "percent")])
def test_thousands_whose_last_zero_was_lost_are_no_percents(numbers: str, read_as: str | None):
    sheet = f"PWS IMUNISASI\nBULAN MEI 2026\nNO|INDIKATOR|Suka|Maju|Jaya\n1|BCG|{numbers}\n2|IDL|{numbers}"
    try:
        reading = read(S=sheet)
    except LokminError as refused:
        assert read_as is None and refused.problems[0].code == "jumlah-atau-persen"
    else:
        assert read_as and reading.observations[read_as].notna().all()
