"""Each state of nutrition is divided by those who were weighed or measured for its own index, however their heads are written."""

from __future__ import annotations

import pytest
from laporan import codes, read, said

TITLE = "STATUS GIZI BALITA BERDASARKAN INDEKS BB/U, TB/U, DAN BB/TB\nTAHUN 2025\n"
#: Of these few the percents of gizi buruk follow from those measured for stunting just as well.
ROWS = [
    "1|Suka|64|7|10.9|63|9|14.3|60|1|1.7|0|0", "2|Maju|261|39|14.9|260|26|10.0|257|16|6.2|2|0.8",
    "3|Jaya|221|23|10.4|217|30|13.8|214|10|4.7|1|0.5", "4|Makmur|300|30|10.0|295|39|13.2|294|16|5.4|1|0.3",
]  # fmt: skip
OWN = ["gizi_buruk 2025- year T 2/257 0.8", "stunting 2025- year T 26/260 10", "underweight 2025- year T 39/261 14.9"]


def _read(weighed: str, measured: str, both: str, *, thin: str = "GIZI KURANG (BB/TB)", rows: list[str] = ROWS):  # noqa: ANN202
    states = "UNDERWEIGHT (BB/U)", "STUNTING (TB/U)", "GIZI BURUK (BB/TB)"
    head = f"NO|DESA|{weighed}|{states[0]}|%|{measured}|{states[1]}|%|{both}|{thin}|%|{states[2]}|%"
    return read(S="\n".join([f"{TITLE}{head}", *rows]))


def _of_maju(reading) -> list[str]:  # noqa: ANN001
    return [line.removeprefix("Maju ") for line in said(reading) if line.startswith("Maju ")]


@pytest.mark.parametrize("heads", [
    ("JUMLAH BALITA 0-59 BULAN YANG DITIMBANG", "JUMLAH BALITA 0-59 BULAN YANG DIUKUR TINGGI BADAN", "JUMLAH BALITA 0-59 BULAN YANG DIUKUR BB/TB"),
    ("JUMLAH BALITA 0-59 BULAN YANG DITIMBANG", "JUMLAH BALITA 0-59 BULAN YANG DIUKUR TINGGI BADAN", "JUMLAH BALITA 0-59 BULAN YANG DIUKUR"),
    ("BALITA DIUKUR BB/U", "BALITA DIUKUR PB/U ATAU TB/U", "BALITA DIUKUR BB/PB ATAU BB/TB"), ("D BB/U", "D TB/U", "D BB/TB"),
    ("DITIMBANG", "DIUKUR TB", "DIUKUR BERAT BADAN MENURUT TINGGI BADAN"), ("DINILAI BB/U", "DINILAI TB/U", "DINILAI BB/PB/TB"),
    ("DITIMBANG", "DIUKUR TB", "DATA VALID BB/TB"), ("ENTRI BB/U", "ENTRI TB/U", "ENTRI BB/TB"),
])  # fmt: skip
def test_a_state_is_divided_by_those_of_its_own_index(heads: tuple[str, str, str]):
    reading = _read(*heads)
    assert _of_maju(reading) == OWN
    assert codes(reading) == ["di-luar-katalog J3"]


def test_one_divisor_of_all_divides_all():
    rows = ["1|Suka|64|7|10.9|9|14.1|1|1.6", "2|Maju|261|39|14.9|26|10.0|2|0.8", "3|Jaya|221|23|10.4|30|13.6|1|0.5"]
    head = "NO|DESA|BALITA DIUKUR TB/U|UNDERWEIGHT|%|STUNTING|%|GIZI BURUK|%"
    reading = read(S="\n".join([f"{TITLE}{head}", *rows]))
    assert _of_maju(reading) == [line.replace("/257", "/261").replace("/260", "/261") for line in OWN]


@pytest.mark.parametrize("beside", ["HADIR PENYULUHAN", "BALITA MENDAPAT PMT"])
def test_a_count_of_something_else_divides_nothing(beside: str):
    reading = _read("DITIMBANG", "DIUKUR TB", beside)
    assert "gizi_buruk 2025- year T 2/260 0.8" in _of_maju(reading)
    assert "kolom-tidak-dikenal I3" in codes(reading)


@pytest.mark.parametrize(("both", "divisor"), [("DIUKUR BB/TB", "257"), ("DATA VALID BB/TB", "")])
def test_without_percents_no_state_takes_the_divisor_of_another(both: str, divisor: str):
    bare = ["|".join(part for place, part in enumerate(row.split("|")) if place not in (4, 7, 9, 10, 12)) for row in ROWS]
    head = f"NO|DESA|DITIMBANG|UNDERWEIGHT (BB/U)|DIUKUR TB|STUNTING (TB/U)|{both}|GIZI BURUK (BB/TB)"
    assert _of_maju(read(S="\n".join([f"{TITLE}{head}", *bare])))[0] == f"gizi_buruk 2025- year T 2/{divisor}"


@pytest.mark.parametrize(("head", "divisor"), [
    ("DIUKUR TB/U", ""), ("DIUKUR PB/U ATAU TB/U", ""), ("DIUKUR BB/TB", "260"), ("DIUKUR TB", "260"), ("DIUKUR", "260"),
])  # fmt: skip
def test_those_measured_for_one_index_divide_no_other_state(head: str, divisor: str):
    reading = read(S=f"{TITLE}NO|DESA|{head}|STUNTING|WASTING\n1|Suka|63|9|2\n2|Maju|260|26|16")
    assert f"wasting 2025- year T 16/{divisor}" in _of_maju(reading)
    assert head == "DIUKUR BB/TB" or "stunting 2025- year T 26/260" in _of_maju(reading)


def test_those_measured_for_all_indices_divide_each_state():
    reading = read(S=f"{TITLE}NO|DESA|STATUS GIZI (BB/U, TB/U, BB/TB)||\n||DIUKUR|STUNTING|WASTING\n1|Suka|63|9|2\n2|Maju|260|26|16")
    assert "wasting 2025- year T 16/260" in _of_maju(reading)


def test_weighed_for_another_index_is_no_d():
    head = "NO|DESA|SASARAN BALITA|DITIMBANG BB/TB|GIZI BURUK (BB/TB)|%"
    reading = read(S=f"{TITLE}{head}\n1|Suka|70|60|1|1.7\n2|Maju|270|257|2|0.8\n3|Jaya|230|214|1|0.5")
    assert _of_maju(reading) == OWN[:1]


@pytest.mark.parametrize("head", ["BALITA BB/TB", "BALITA TIDAK DIUKUR BB/TB", "BALITA BELUM DIUKUR"])
def test_who_was_not_measured_divides_nothing(head: str):
    reading = read(S=f"{TITLE}NO|DESA|{head}|GIZI BURUK (BB/TB)\n1|Suka|60|1\n2|Maju|257|2")
    assert _of_maju(reading) == ["gizi_buruk 2025- year T 2/"]


def test_the_weighed_of_all_ages_are_d():
    reading = read(S="PENIMBANGAN MARET 2026\nNO|DESA|SASARAN BALITA|JUMLAH BALITA 0-59 BULAN YANG DITIMBANG\n1|Suka|70|60\n2|Maju|270|257")
    assert _of_maju(reading) == ["d_s 2026-3 point T 257/270"]


def test_infants_of_idl_are_not_the_baduta_of_another_indicator_unless_a_percent_says_so():
    title = "CAKUPAN IMUNISASI BULAN MEI 2026\nDESA|Baduta|IDL"
    assert {line.split()[-1] for line in said(read(S=f"{title}\nSuka|50|20\nMaju|40|10\nJaya|80|20"))} == {"20/", "10/"}
    found = said(read(S=f"{title}|%\nSuka|50|20|40\nMaju|40|10|25\nJaya|80|20|25"))
    assert [" ".join(line.split()[-2:]) for line in found] == ["20/80 25", "10/40 25", "20/50 40"]
