"""One column "Sasaran" without a name beside indicators of different people."""

from __future__ import annotations

import pytest
from laporan import codes, read, said

from lokmin_data.reading.percents.shared_sasaran import owners_of
from lokmin_data.reading.words.vocabulary import vocabulary

ROWS = "1|Suka|70|25|20|9\n2|Maju|40|12|10|6\n3|Jaya|86|50|40|9"


def table(sasaran: str, heads: str, rows: str = ROWS) -> str:
    return f"LAPORAN PUSKESMAS\nBULAN MARET 2026\nNO|DESA|{sasaran}|{heads}\n{rows}"


@pytest.mark.parametrize(
    ("heads", "divided", "bare"),
    [
        ("K1|PN|KN1", ["k1", "pn"], ["kn1"]), ("BCG|IDL|TD2+", ["bcg", "idl"], ["td2plus"]), ("K1|RISTI NAKES|K4", ["k1", "k4"], ["resti_nakes"]),
        ("K1|K4|PN", ["k1", "k4", "pn"], []), ("HB0|DPT 3|IDL", ["hb0", "dpt3", "idl"], []), ("K1|K4|KEK", ["k1", "k4", "kek"], []),
    ],
)  # fmt: skip
def test_it_is_the_sasaran_of_most(heads: str, divided: list[str], bare: list[str]):
    reading = read(S=table("SASARAN", heads))
    suka = {line.split()[1]: line.split()[-1] for line in said(reading) if line.startswith("Suka")}
    assert {code for code, numbers in suka.items() if numbers.endswith("/70")} == set(divided)
    assert {code for code, numbers in suka.items() if numbers.endswith("/")} == set(bare)
    assert [code for code in codes(reading) if code.startswith("sasaran-siapa")] == (["sasaran-siapa C3"] if bare else [])


def test_of_three_programmes_it_is_nobodys():
    reading = read(S=table("SASARAN", "HIPERTENSI|DIABETES MELITUS|ODGJ BERAT").replace("LAPORAN", "CAPAIAN SPM"))
    assert not [line for line in said(reading) if "/70" in line] and "sasaran-siapa C3" in codes(reading)


def test_a_printed_percent_tells():
    rows = "1|Suka|70|25|35,7|20|28,6\n2|Maju|40|12|30|10|25\n3|Jaya|86|50|58,1|40|46,5"
    assert "Suka kn1 2026-3 month T 20/70 28.6" in said(read(S=table("SASARAN", "K1|%|KN1|%", rows)))


def test_owners():
    owners = owners_of(vocabulary().lists)
    assert owners(frozenset({"k1", "kn1"})) == frozenset() and owners(frozenset({"resti_nakes"})) == {"resti_nakes"}


@pytest.mark.parametrize("times", [("TAHUN 2024", "TAHUN 2026"), ("BULAN JANUARI 2026", "BULAN FEBRUARI 2026")])
def test_a_sasaran_of_another_sheet_that_no_percent_follows_from_divides_nothing(times: tuple[str, str]):
    """Another year's sasaran explains its own percents only."""
    desa = [("Suka", 500, 430), ("Maju", 1171, 936), ("Jaya", 1317, 709), ("Rawa", 1285, 1027)]
    first = "\n".join(f"{name}|{count}|{100 * count / base:.1f}" for name, base, count in desa)
    second = "\n".join(f"{name}|{2 * base + 13}|{count}|{100 * count / (2 * base + 13):.1f}" for name, base, count in desa)
    reading = read(A=f"PWS KIA\n{times[0]}\nDESA|K1|%\n{first}", B=f"PWS KIA\n{times[1]}\nDESA|SASARAN BUMIL|K1|%\n{second}")
    lines = [line.split(" T ")[1] for line in said(reading) if line.startswith("Jaya")]
    assert sorted(lines) == ["709/ 53.8", "709/2647 26.8"]


@pytest.mark.parametrize(("sheet", "divided"), [("SASARAN TAHUN 2026", "709/"), ("SASARAN TAHUN 2025", "709/1300"), ("SASARAN", "709/1300")])
def test_a_list_of_sasaran_of_another_year_divides_no_number(sheet: str, divided: str):
    sasaran = f"{sheet}\nNO|DESA|BUMIL\n1|Suka|900\n2|Maju|1200\n3|Jaya|1300"
    reading = read(S=sasaran, Jan="PWS KIA\nBULAN JANUARI 2025\nNO|DESA|K1\n1|Suka|430\n2|Maju|936\n3|Jaya|709")
    assert said(reading)[0] == f"Jaya k1 2025-1 month T {divided}"
