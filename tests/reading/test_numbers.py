"""Numbers as a column writes them: thousands, fractions and percents mixed, errors as text, below 0."""

from __future__ import annotations

import pytest
from laporan import codes, read, said

HEAD = "LAPORAN BULAN MARET 2026\nNo|Desa|Sasaran bumil|K1|%\n"


@pytest.mark.parametrize(
    "body",
    [
        "1|A|'1.234|'1.012|82,0\n2|B|'987|'400|40,5", "1|A|'1,234|'1,012|82.0\n2|B|'987|'400|40.5",
        "1|A|'1 234|'1 012|'82,0\n2|B|'987|'400|'40,5", "1|A|''1.234|'\xa01.012|'82,0 %\n2|B|'987|'400|'40,5 %",
    ],
    ids=["point", "comma", "space", "apostrophe and hard space"],
)  # fmt: skip
def test_thousands_by_the_evidence_of_the_column(body: str) -> None:
    lines = said(read(S=HEAD + body))
    assert lines == ["A k1 2026-3 month T 1012/1234 82", "B k1 2026-3 month T 400/987 40.5"]


def test_three_digits_behind_the_comma_under_a_percent_head() -> None:
    lines = said(read(S=f"{HEAD}1|A|40|35|'0,875\n2|B|48|18|'0,375"))
    assert lines == ["A k1 2026-3 month T 35/40 87.5", "B k1 2026-3 month T 18/48 37.5"]


def test_a_percent_among_fractions_is_read_on_the_scale_that_explains_it() -> None:
    reading = read(S=f"{HEAD}1|A|40|35|0.875\n2|B|50|25|0.5\n3|C|80|20|25\n4|D|100|10|0.1")
    assert [line.split()[-1] for line in said(reading)] == ["87.5", "50", "25", "10"]
    assert codes(reading) == []


def test_a_wrong_percent_stays_as_it_is_printed() -> None:
    reading = read(S=f"{HEAD}1|A|40|35|87.5\n2|B|50|25|50\n3|C|80|20|52\n4|D|100|10|10")
    assert "C k1 2026-3 month T 20/80 52" in said(reading)
    assert codes(reading) == ["persen-tidak-cocok E5"]


@pytest.mark.parametrize(
    ("cells", "expected"), [((0.9, 1.1, 0.4), ["0.9", "1.1", "0.4"]), ((0.1234, 0.2511, 0.05), ["12.34", "25.11", "5"])]
)
def test_small_prevalences_alone(cells: tuple, expected: list[str]) -> None:
    body = "\n".join(f"{place}|D{place}|{cell}" for place, cell in enumerate(cells, 1))
    lines = said(read(S=f"STUNTING BULAN MARET 2026\nNo|Desa|Stunting %\n{body}"))
    assert [line.split()[-1] for line in lines] == expected


def test_a_prevalence_that_may_be_either_is_asked() -> None:
    reading = read(S="GIZI BULAN MARET 2026\nNo|Desa|K1|Prevalensi stunting %\n1|A|5|0.9\n2|B|6|0.4")
    assert [line.split()[1] for line in said(reading)] == ["k1", "k1"]
    assert "skala-persen-tidak-jelas D2" in codes(reading)


def test_errors_written_as_text_are_named_by_their_cell() -> None:
    reading = read(S=f"{HEAD}1|A|40|35|87.5\n2|B|50|#DIV/0!|#DIV/0!\n3|C|80|20|25")
    assert len(said(reading)) == 2
    assert codes(reading) == ["sel-galat D4", "sel-galat E4"]


@pytest.mark.parametrize("minus", ["-", "−", "'-"])
def test_a_count_below_nothing_is_told_and_not_read(minus: str) -> None:
    reading = read(S=f"{HEAD}1|A|40|{minus}3|{minus}7.5\n2|B|50|5|10\n3|C|80|20|25")
    assert {line.split()[0] for line in said(reading)} == {"B", "C"}
    assert codes(reading) == ["angka-negatif D3", "angka-negatif E3"]


@pytest.mark.parametrize("cell", ["'20 %", "'28,6%", "'1.2.3"])
def test_a_text_that_is_no_count_is_told_and_not_counted(cell: str):
    table = f"NO|DESA|SASARAN|K4\n1|Suka|70|{cell}\n2|Maju|40|20\n3|Jaya|86|50\n4|Tidak diketahui|6|2"
    reading = read(S=f"CAKUPAN K4\nBULAN JANUARI 2026\n{table}")
    assert said(reading) == ["Jaya k4 2026-1 month T 50/86", "Maju k4 2026-1 month T 20/40"]
    assert {"sel-bukan-angka D4", "luar-wilayah B7"} <= set(codes(reading))


def test_no_percent_is_ten_thousand_whatever_the_sign_of_its_neighbours() -> None:
    reading = read(S=f"{HEAD}1|A|'2.204|'1.549|'70.281\n2|B|1540|702|'45,58\n3|C|998|701|70.24\n4|D|'1.204|846|'70.266")
    assert [line.split()[-2:] for line in said(reading)] == [
        ["1549/2204", "70.28"], ["702/1540", "45.58"], ["701/998", "70.24"], ["846/1204", "70.27"],
    ]  # fmt: skip
    assert codes(reading) == []


def test_a_wrong_percent_of_three_digits_is_still_told() -> None:
    reading = read(S=f"{HEAD}1|A|2204|1549|'70.281\n2|B|1540|702|'45,58\n3|C|998|701|'71.241\n4|D|1204|846|'70.266")
    assert codes(reading) == ["persen-tidak-cocok E5"]


@pytest.mark.parametrize("cell", ["22→12", "22 → 12", "10 12", "1 0 2", "12  5"])
def test_two_numbers_in_a_cell_are_not_drawn_together(cell: str):
    reading = read(S=f"CAKUPAN K1 BULAN MEI 2026\nNO|DESA|SASARAN|K1\n1|Suka|5000|22\n2|Maju|4000|30\n3|Jaya|4000|'{cell}")
    assert said(reading) == ["Maju k1 2026-5 month T 30/4000", "Suka k1 2026-5 month T 22/5000"]
    assert "sel-bukan-angka D5" in codes(reading)


@pytest.mark.parametrize("cell, number", [("1 234", 1234), ("▲ 12", 12), ("12 ▼", 12), ("12 bayi", 12), ("→ 1 234", 1234)])
def test_a_blank_before_three_digits_and_an_arrow_beside_a_number_change_nothing(cell: str, number: int):
    reading = read(S=f"CAKUPAN K1 BULAN MEI 2026\nNO|DESA|SASARAN|K1\n1|Suka|5000|22\n2|Maju|4000|30\n3|Jaya|4000|'{cell}")
    assert said(reading)[0] == f"Jaya k1 2026-5 month T {number}/4000"
