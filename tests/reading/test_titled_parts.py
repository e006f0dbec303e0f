"""A table of a part of the people, by its title or banner, is not read as the indicator of all of them."""

from __future__ import annotations

import pytest
from laporan import codes, read, said

from lokmin_data.model import LokminError

LETTERS = "NO|DESA|S|K|D|N\n1|Suka|50|48|40|30\n2|Maju|60|58|45|33\n3|Jaya|55|54|41|32"
PLAIN = "NO|DESA|SASARAN|CAPAIAN|%\n1|Suka|50|40|80\n2|Maju|60|45|75"
LISTED = "NO|INDIKATOR|SASARAN|CAPAIAN\n1|D/S|50|40\n2|Stunting|48|4"
BANNER = "NO|DESA|BADUTA|||\n||S|K|D|N\n1|Suka|50|48|40|30\n2|Maju|60|58|45|33"


@pytest.mark.parametrize(
    ("title", "table", "cell"),
    [
        ("D/S BALITA 0-23 BULAN MEI 2026", LETTERS, "A1"), ("PENIMBANGAN BADUTA MEI 2026", LETTERS, "A1"),
        ("SKDN MEI 2026\n0 - 23 BLN", LETTERS, "A2"),
        ("SKDN ANAK USIA 24 S/D 59 BULAN MEI 2026", LETTERS, "A1"), ("SKDN BALITA < 2 TAHUN MEI 2026", LETTERS, "A1"),
        ("SKDN BAYI MEI 2026", LETTERS, "A1"),
        ("SKDN MEI 2026", BANNER, "C2"), ("SKDN BALITA PEREMPUAN MEI 2026", LETTERS, "A1"), ("CAKUPAN K4 BUMIL GAKIN MEI 2026", PLAIN, "A1"),
        ("GIZI BADUTA DESA SUKA MEI 2026", LISTED, "A1"), ("CAKUPAN K1 DAN K4 PESERTA JKN MEI 2026", PLAIN.replace("CAPAIAN", "K4"), "A1"),
    ],
)  # fmt: skip
def test_a_part_of_the_people_is_not_all_of_them(title: str, table: str, cell: str):
    with pytest.raises(LokminError) as refused:
        read(S=f"{title}\n{table}")
    assert ("sebagian-sasaran", cell) in {(problem.code, problem.cell) for problem in refused.value.problems}


def test_the_names_of_a_sheet_and_a_file_may_tell_the_part():
    assert "d_s" in str(said(read("BADUTA.xlsx", S=f"SKDN BALITA MEI 2026\n{LETTERS}")))
    for name, sheet in (("SKDN_BADUTA.xlsx", "S"), ("x.xlsx", "BADUTA")):
        with pytest.raises(LokminError):
            read(name, **{sheet: f"SKDN MEI 2026\n{LETTERS}"})


@pytest.mark.parametrize(
    "title",
    [
        "SKDN BALITA DAN BADUTA MEI 2026", "SKDN BALITA (0-59 BULAN) MEI 2026", "SKDN 0-23 BULAN DAN 24-59 BULAN MEI 2026",
        "SKDN BALITA 0-5 TAHUN MEI 2026", "SKDN BAYI DAN BALITA MEI 2026", "SKDN BULAN 1-5 TAHUN 2026",
        "SKDN BALITA LAKI-LAKI DAN PEREMPUAN MEI 2026",
        "DINAS PEMBERDAYAAN PEREMPUAN DAN ANAK\nSKDN BALITA MEI 2026", "SKDN BALITA TERMASUK GAKIN MEI 2026", "SKDN BALITA, DAN KELAS IBU MEI 2026",
    ],
)  # fmt: skip
def test_all_of_the_people_are_read(title: str):
    assert any(line.startswith("Suka d_s ") for line in said(read(S=f"{title}\n{LETTERS}", year=2026, month=5)))


def test_other_indicators_of_the_table_are_read():
    reading = read(S="KIA DAN GIZI BADUTA MEI 2026\nNO|DESA|SASARAN BAYI|BCG|STUNTING\n1|Suka|50|40|4\n2|Maju|60|45|5")
    assert [line for line in said(reading) if "bcg" in line] and not any("stunting" in line for line in said(reading))
    assert "sebagian-sasaran A1" in codes(reading) or "kolom-tidak-dikenal E2" in codes(reading)
    assert any(" resti_nakes " in line for line in said(read(S="DETEKSI RISTI BUMIL MEI 2026\nNO|DESA|DETEKSI RISTI OLEH NAKES\n1|Suka|4\n2|Maju|5")))
