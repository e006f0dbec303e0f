"""Whose a column headed only "%" is: the count before it, the sum of L and P, never one that its numbers contradict."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from laporan import cells, codes, read, said

from lokmin_data.reading import read_book
from lokmin_data.reading.opening.book import Book, Sheet

AREAS = [("Mekarsari", 72, 15, 12, 14), ("Sukamaju", 114, 24, 21, 26), ("Wanasari", 93, 17, 15, 19), ("Ngepung", 95, 21, 13, 16)]
K1, K4 = "Mekarsari k1 2026-3 month T 15/72 20.8", "Mekarsari k4 2026-3 month T 14/72 19.4"


def _percent(number: float, sasaran: float) -> str:
    return f"{number / sasaran * 100:.1f}".replace(".", ",")


def _read(head: str, row: Callable[..., list], sasaran: str = "SASARAN BUMIL") -> list[str]:
    """The first desa's observations of a table with a column of sasaran and these columns behind it."""
    lines = [" | ".join(map(str, [name, base, *row(base, *rest)])) for name, base, *rest in AREAS]
    reading = read(A="\n".join(["CAKUPAN KIA BULAN MARET 2026", f"DESA | {sasaran} | {head}", *lines]))
    return [line for line in said(reading) if line.startswith("Mekarsari")]


@pytest.mark.parametrize(
    "head",
    ["K1 | % | Xyzan | % | K4 | %", "% | K1 | % | Xyzan | % | K4", "K1 | Xyzan | K4 | % | % | %"],
    ids=["behind", "before", "apart"],
)
def test_a_count_that_nobody_knows_keeps_its_percent(head: str):
    """The percents of the others do not move up by one, wherever they stand."""

    def row(base, one, unknown, four):  # noqa: ANN001, ANN202
        numbers = [one, unknown, four]
        percents = [_percent(each, base) for each in numbers]
        if head.startswith("K1 | Xyzan"):
            return [*numbers, *percents]
        pairs = zip(percents, numbers, strict=True) if head.startswith("%") else zip(numbers, percents, strict=True)
        return [each for pair in pairs for each in pair]

    assert _read(head, row) == [K1, K4]


def test_percents_that_stand_behind_all_counts_follow_their_order():
    assert _read("K1 | K4 | % | %", lambda base, one, _, four: [one, four, _percent(one, base), _percent(four, base)]) == [K1, K4]


def test_several_unknown_counts_before_the_only_known_one():
    def row(base, one, two, four):  # noqa: ANN001, ANN202
        return [two, _percent(two, base), two + 1, _percent(two + 1, base), four, _percent(four, base)]

    assert _read("Xyzan | % | Zzyan | % | K4 | %", row) == [K4]


def test_arithmetic_decides_between_a_count_and_an_unknown_column_behind_it():
    """Of K1 by the sasaran, of K1 by the unknown column, or of the unknown column itself."""
    head = "K1 | Xyzan | %"
    assert _read(head, lambda base, one, other, _: [one, other, _percent(one, base)]) == [K1]
    assert _read(head, lambda base, one, other, _: [other, one, _percent(other, one)]) == ["Mekarsari k1 2026-3 month T 12/15 80"]
    assert _read(head, lambda base, one, other, _: [one, other, _percent(other, base)]) == ["Mekarsari k1 2026-3 month T 15/72"]


def test_a_percent_that_contradicts_its_neighbour_and_fits_another_number_is_the_others():
    found = _read("K1 | K4 | %", lambda base, one, _, four: [one, four, _percent(one, base)])
    assert found == [K1, "Mekarsari k4 2026-3 month T 14/72"]


def test_an_unknown_divisor_serves_every_count_that_it_explains():
    def row(base, one, _, four):  # noqa: ANN001, ANN202
        return [one, _percent(one, base), four, _percent(four, base)]

    assert _read("K1 | % | K4 | %", row, sasaran="XYZAN") == [K1, K4]


def test_a_percent_that_fits_nothing_stays_where_it_stands():
    """A wrong percent is told, not moved about."""
    found = _read("K1 | % | K4 | %", lambda base, one, _, four: [one, "55,5", four, _percent(four, base)])
    assert found == ["Mekarsari k1 2026-3 month T 15/ 55.5", K4]


@pytest.mark.parametrize("order", ["JML | L | P | %", "L | P | JML | %", "P | L | JML | %", "JML | P | L | %"])
def test_one_percent_at_the_end_of_jumlah_l_p_is_of_the_jumlah(order: str):
    numbers = {"JML": (22, 24, 21, 10), "L": (11, 14, 11, 5), "P": (11, 10, 10, 5), "T": (114, 76, 107, 60)}
    names = order.split(" | ")[:3]
    rows = [
        " | ".join([f"Desa {'ABCD'[at]}ari", str(numbers["T"][at]), *(str(numbers[name][at]) for name in names),
                    _percent(numbers["JML"][at], numbers["T"][at])])
        for at in range(4)
    ]  # fmt: skip
    text = "\n".join(["IMUNISASI S/D MARET 2026", "DESA | SASARAN BAYI LAHIR HIDUP | HB0 | HB0 | HB0 | HB0", f" |  | {order}", *rows])
    sheet = Sheet("A", cells(text), merges=((1, 0, 2, 0), (1, 1, 2, 1), (1, 2, 1, 5)))
    frame = read_book(Book("a.xlsx", "", "", (sheet,))).observations
    with_percent = frame[frame["percent"].notna()]
    assert set(with_percent["sex"]) == {"T"} and len(with_percent) == len(rows)
    assert list(with_percent["numerator"]) == list(numbers["JML"])


def test_one_percent_behind_l_and_p_without_their_sum_is_not_given_to_p():
    rows = "\n".join(f"Desa {'ABCD'[at]}ari | {60 + at} | {20 + at} | {14 + at} | {_percent(34 + 2 * at, 60 + at)}" for at in range(4))
    text = f"IMUNISASI S/D MARET 2026\nDESA | SASARAN BAYI LAHIR HIDUP | HB0 | HB0 | HB0\n |  | L | P | %\n{rows}"
    sheet = Sheet("A", cells(text), merges=((1, 0, 2, 0), (1, 1, 2, 1), (1, 2, 1, 4)))
    frame = read_book(Book("a.xlsx", "", "", (sheet,))).observations
    assert set(frame[frame["percent"].notna()]["sex"]) == {"T"}


@pytest.mark.parametrize("last", ["Jml s/d Maret", "S/D MAR", "KUMULATIF S/D MARET", "Kum. Maret"])
@pytest.mark.parametrize("percent", ["%", "Cak (%)", "Cakupan", "Cakupan (%)"])
def test_a_percent_behind_the_sum_up_to_a_month_is_that_sum_s(last: str, percent: str):
    rows = "1|Suka|50|5|10|10|25|50\n2|Maju|40|2|4|4|10|25\n3|Jaya|20|2|2|1|5|25"
    reading = read(S=f"CAKUPAN BCG TAHUN 2026\nNO|DESA|SASARAN|JAN|FEB|MAR|{last}|{percent}\n{rows}")
    assert "Suka bcg 2026-3 cumulative T 25/50 50" in said(reading)
    assert "Suka bcg 2026-3 month T 10/50" in said(reading) and len(said(reading)) == 12


def test_a_percent_behind_all_months_stays_nobody_s():
    rows = "1|Suka|50|5|10|10|50\n2|Maju|40|2|4|4|25\n3|Jaya|20|2|2|1|25"
    reading = read(S=f"CAKUPAN BCG TAHUN 2026\nNO|DESA|SASARAN|JAN|FEB|MAR|%\n{rows}")
    assert not [line for line in said(reading) if line.endswith((" 50", " 25")) and "/" not in line.split()[-1]]


@pytest.mark.parametrize("heads", ["P|L|JML", "L|P|JML", "JML|P|L", "L|P|L+P", "P|L|T"])
def test_a_percent_before_both_sexes_and_their_sum_is_of_the_sum(heads: str):
    order = [{"P": 2, "L": 0}.get(head, 4) for head in heads.split("|")]
    rows = "\n".join(
        f"{desa}|{100 * sum(parts) / sasaran:.1f}|" + "|".join(str([parts[0], 0, parts[1], 0, sum(parts)][each]) for each in order) + f"|{sasaran}"
        for desa, parts, sasaran in (("Suka", (18, 13), 68), ("Maju", (11, 10), 52), ("Jaya", (7, 10), 44))
    )
    made = said(read(merges=[(1, 1, 1, 4)], S=f"IMUNISASI S/D MEI 2026\nDesa|BCG||||Lahir Hidup\n|%|{heads}|\n{rows}"))
    assert "Maju bcg 2026-5 cumulative T 21/52 40.4" in made
    assert {"Maju bcg 2026-5 cumulative L 11/", "Maju bcg 2026-5 cumulative P 10/"} <= set(made)


def test_a_percent_before_both_sexes_without_their_sum_is_of_neither():
    rows = "Suka|45.6|13|18|68\nMaju|40.4|10|11|52\nJaya|38.6|10|7|44"
    made = said(read(merges=[(1, 1, 1, 3)], S=f"IMUNISASI S/D MEI 2026\nDesa|BCG|||Lahir Hidup\n|%|P|L|\n{rows}"))
    assert not [line for line in made if (" L " in line or " P " in line) and "40.4" in line]


SERVED = [("Suka", 94, 53, 41, "56,4"), ("Maju", 112, 75, 37, "18,2"), ("Jaya", 86, 42, 44, "48,8"), ("Asri", 79, 57, 22, "72,2")]
LEFT_OVER = "SPM HIPERTENSI S.D. SEPTEMBER 2025\nDesa|Estimasi penderita HT|Mendapat pelayanan sesuai standar|Belum dilayani|Capaian SPM (%)\n"


def test_behind_those_not_served_one_wrong_percent_among_four_does_not_lose_the_others():
    reading = read(S=LEFT_OVER + "\n".join("|".join(map(str, row)) for row in SERVED))
    assert "Suka spm_08 2025-9 cumulative T 53/94 56.4" in said(reading)
    assert [each for each in codes(reading) if each.startswith("persen")] == ["persen-tidak-cocok E4"]


def test_percents_behind_those_not_served_that_follow_from_nothing_are_told():
    reading = read(S=LEFT_OVER + "\n".join("|".join(map(str, [*row[:4], f"{10 + place},3"])) for place, row in enumerate(SERVED)))
    assert "Suka spm_08 2025-9 cumulative T 53/94" in said(reading)
    assert [each for each in codes(reading) if each.startswith("persen")] == ["persen-tidak-terbukti E2"]


def test_the_percent_of_those_not_served_is_theirs_and_not_told():
    rows = ["|".join(map(str, [*row[:4], f"{row[3] / row[1] * 100:.1f}".replace(".", ",")])) for row in SERVED]
    reading = read(S=LEFT_OVER.replace("Capaian SPM (%)", "%") + "\n".join(rows))
    assert "Suka spm_08 2025-9 cumulative T 53/94" in said(reading)
    assert not [each for each in codes(reading) if each.startswith("persen")]


GROUPED = (
    "NO|DESA|PERKIRAAN PNEUMONIA|PENDERITA BALITA||||\n|||{}|||%|BATUK BUKAN PNEUMONIA\n|||L|P|TOTAL||\n"
    "1|Suka|8|1|1|2|25|14\n2|Maju|10|3|1|4|40|35\n3|Jaya|9|2|1|3|33.3|20"
)
OVER_GROUPS = [(1, 0, 3, 0), (1, 1, 3, 1), (1, 2, 3, 2), (1, 3, 1, 7), (2, 3, 2, 5), (2, 6, 3, 6), (2, 7, 3, 7)]


def test_a_percent_behind_a_deeper_count_is_not_of_the_next_one():
    lines = said(read(S="LAPORAN BULAN MEI 2026\n" + GROUPED.format("PNEUMONIA"), merges=OVER_GROUPS))
    assert "Suka pneumonia_balita 2026-5 month T 2/8 25" in lines
    assert "Suka ispa 2026-5 month T 14/" in lines


def test_a_percent_behind_a_count_that_is_not_read_is_not_of_the_next_one():
    reading = read(S="LAPORAN BULAN MEI 2026\n" + GROUPED.format("PNEUMONIA XYZ"), merges=OVER_GROUPS)
    assert [line for line in said(reading) if "Suka" in line] == ["Suka ispa 2026-5 month T 14/"]


@pytest.mark.parametrize(
    ("head", "row", "expected"),
    [
        ("Diperiksa Hb | % | Bumil anemia | %", lambda base, one, *_: [40, _percent(40, base), one, _percent(one, 40)], "15/40 37.5"),
        ("Diperiksa Hb | % | Bumil anemia", lambda base, one, *_: [40, _percent(40, base), one], "15/40"),
        ("% | Bumil anemia", lambda base, one, *_: [_percent(one, base), one], "15/72 20.8"),
        ("Bumil anemia | Diperiksa Hb | %", lambda base, one, *_: [one, 40, _percent(one, 40)], "15/40 37.5"),
    ],
    ids=["each-its-own", "of-the-examined-only", "before-the-count", "sasaran-between"],
)
def test_the_percent_of_those_who_were_examined_is_not_that_of_the_ill(head: str, row: Callable[..., list], expected: str):
    """It stands right behind them, and before any count; a percent before or behind the count itself stays the count's."""
    assert _read(head, row) == [f"Mekarsari anemia 2026-3 month T {expected}"]


@pytest.mark.parametrize(
    "share",
    ["CAK (%)", "%CAP", "Persentase Capaian (%)", "% thd sasaran", "% HASIL", "PREVALENSI", "PREV. (%)", "% KUM", "% s/d bulan ini", "% L+P"],
)
def test_a_percent_in_other_words_stands_as_a_sign_would(share: str):
    """The percent of those who were examined is not that of the ill, however it is called."""
    rows = "1|Suka|128|76|59.4|8|10.5\n2|Maju|60|39|65|8|20.5\n3|Jaya|65|40|61.5|4|10"
    reading = read(S=f"PEMERIKSAAN BUMIL\nBULAN MARET 2026\nNO|DESA|Sasaran bumil|Diperiksa Hb|{share}|Bumil anemia|{share}\n{rows}")
    assert "Jaya anemia 2026-3 month T 4/40 10" in said(reading)


@pytest.mark.parametrize("share", ["CAK (%)", "% CAPAIAN", "CAPAIAN", "CAKUPAN", "%"])
@pytest.mark.parametrize("reached", ["PENCAPAIAN", "REALISASI"])
def test_a_target_s_percent_is_no_result_though_its_columns_were_copied(share: str, reached: str):
    head = f"NO|DESA|SASARAN|TARGET S/D BLN||{reached}||KESENJANGAN\n|||JML|{share}|JML|{share}|JML|{share}"
    rows = "1|Suka|53|42|79.2|30|56.6|-12|-22.6\n2|Maju|33|26|78.8|23|69.7|-3|-9.1\n3|Jaya|50|40|80|29|58|-11|-22"
    over = [(1, 3, 1, 4), (1, 5, 1, 6), (1, 7, 1, 8)]
    reading = read(S=f"DPT-HB-HIB 3 JANUARI S/D OKTOBER 2025\n{head}\n{rows}", merges=over)
    assert said(reading)[0] == "Jaya dpt3 2025-10 cumulative T 29/50 58" and len(said(reading)) == 3
