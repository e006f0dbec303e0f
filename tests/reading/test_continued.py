"""Tables that go on beside themselves without a head, and names with numbers beside a table that nobody heads."""

from __future__ import annotations

import pytest
from laporan import codes, read, said

TITLE = "CAKUPAN K1 S/D AGUSTUS 2026\n\n"
LEFT = ["1|Suka|38|26|68.4", "2|Maju|80|49|61.3", "3|Jaya|59|37|62.7"]
RIGHT = ["4|Bumi|50|25|50", "5|Tirta|40|30|75", "6|Wana|60|30|50"]
READ_LEFT = ["Jaya k1 2026-8 cumulative T 37/59 62.7", "Maju k1 2026-8 cumulative T 49/80 61.3", "Suka k1 2026-8 cumulative T 26/38 68.4"]
READ_RIGHT = ["Bumi k1 2026-8 cumulative T 25/50 50", "Tirta k1 2026-8 cumulative T 30/40 75", "Wana k1 2026-8 cumulative T 30/60 50"]


def _beside(left: list[str], right: list[str], *, head: str = "No|Desa|Sasaran|K1|%", gap: str = "||") -> str:
    rows = [one + gap + other for one, other in zip(left, right, strict=True)]
    return TITLE + "\n".join([head, *rows])


@pytest.mark.parametrize("gap", ["|", "||", "||||"])
@pytest.mark.parametrize("total", ["", "|JUMLAH 1-6|327|197|60.2"])
def test_running_numbers_that_go_on_beside_a_table_are_read_below_its_head(gap: str, total: str):
    reading = read(S=_beside([*LEFT, "||||"], [*RIGHT, total], gap=gap))
    assert said(reading) == sorted(READ_LEFT + READ_RIGHT) and not codes(reading)


def test_a_head_of_two_rows_holds_for_what_goes_on():
    text = _beside([*LEFT], RIGHT, head="No|Desa|Sasaran|K1|\n|||abs|%")
    reading = read(S=text, merges=[(2, 0, 3, 0), (2, 1, 3, 1), (2, 2, 3, 2), (2, 3, 2, 4)])
    assert said(reading) == sorted(READ_LEFT + READ_RIGHT) and not codes(reading)


def test_a_table_may_go_on_several_times():
    rows = ["1|Suka|38|26|68.4||3|Jaya|59|37|62.7||5|Tirta|40|30|75", "2|Maju|80|49|61.3||4|Bumi|50|25|50||6|Wana|60|30|50"]
    reading = read(S=TITLE + "\n".join(["No|Desa|Sasaran|K1|%", *rows]))
    assert said(reading) == sorted(READ_LEFT + READ_RIGHT) and not codes(reading)


def test_a_desa_without_numbers_keeps_the_running_numbers():
    reading = read(S=_beside(LEFT, ["4|Bumi|||", *RIGHT[1:]]))
    assert said(reading) == sorted(READ_LEFT + READ_RIGHT[1:]) and not codes(reading)


def test_a_sum_of_all_that_differs_is_told():
    reading = read(S=_beside([*LEFT, "||||"], [*RIGHT, "|JUMLAH|340|197|57.9"]))
    assert codes(reading) == ["jumlah-tidak-cocok I7"]


@pytest.mark.parametrize(
    ("right", "cell"),
    [
        (["1|Bumi|50|25|50", "2|Tirta|40|30|75", "3|Wana|60|30|50"], "H4"), (["7|Bumi|50|25|50", "8|Tirta|40|30|75", "9|Wana|60|30|50"], "H4"),
        (["|Bumi|50|25|50", "|Tirta|40|30|75", "|Wana|60|30|50"], "H4"), (["4|Bumi|50|25", "5|Tirta|40|30", "6|Wana|60|30"], "H4"),
        ([row + "|3" for row in RIGHT], "H4"), (["4|Suka|50|25|50", "5|Maju|40|30|75", "6|Jaya|60|30|50"], "H4"),
        (["|Lanjutan|||", *RIGHT[:2]], "H5"), (["Bumi|50|25", "Tirta|40|30", "Wana|60|30"], "G4"),
    ],
)  # fmt: skip
def test_what_may_be_something_else_is_told_and_not_read(right: list[str], cell: str):
    reading = read(S=_beside(LEFT, right))
    assert said(reading) == READ_LEFT and codes(reading) == [f"angka-di-samping-tabel {cell}"]


@pytest.mark.parametrize(
    "right",
    [
        ["Target|95", "Jumlah desa|3", "Rata-rata|64"], ["Hijau|80|100", "Kuning|60|79", "Merah|0|59"],
        ["Suka|68.4|95", "Jaya|62.7|95", "Maju|61.3|95"], ["Catatan :", "- K6 rendah", "- target 95"], ["|Desa|Kader", "|Bumi|12", "|Tirta|14"],
    ],
)  # fmt: skip
def test_summaries_legends_and_what_a_chart_is_drawn_from_are_not_told(right: list[str]):
    reading = read(S=_beside(LEFT, right))
    assert said(reading) == READ_LEFT and not codes(reading)


def test_numbers_right_of_and_below_a_table_are_told():
    reading = read(S=TITLE + "\n".join(["No|Desa|Sasaran|K1|%", *LEFT, "", "", *("||||||" + row for row in RIGHT)]))
    assert said(reading) == READ_LEFT and codes(reading) == ["angka-di-samping-tabel H9"]


def test_no_column_of_the_table_is_headed_anew():
    rows = ["Utara|1|Suka|38|26|68.4|4|Bumi|50|25|50", "|2|Maju|80|49|61.3|5|Tirta|40|30|75", "|3|Jaya|59|37|62.7|6|Wana|60|30|50"]
    reading = read(S=TITLE + "\n".join(["Kecamatan|No|Desa|Sasaran|K1|%", *rows]))
    assert [line.replace(" (Kec. Utara)", "") for line in said(reading)] == READ_LEFT and codes(reading) == ["angka-di-samping-tabel H4"]
