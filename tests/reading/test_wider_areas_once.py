"""Wider areas that are named once, in the row of their first area, which reports nothing."""

from __future__ import annotations

from laporan import read, said

TITLE = "PWS KIA\nBULAN MEI 2026\n"
KECAMATAN = f"{TITLE}NO|KECAMATAN|DESA|K4\n1|Sukaraja|Suka|6\n2||Maju|3\n3|Cibeureum|Jaya|{{}}\n4||Suka|6\n5||Tani|1"
POSYANDU = f"{TITLE}NO|DESA|POSYANDU|K4\n1|Suka|Melati|6\n2||Mawar|3\n3|Maju|Anggrek|{{}}\n4||Dahlia|5"


def test_the_desa_below_the_silent_first_one_of_a_kecamatan_are_of_it():
    lines = said(read(S=KECAMATAN.format("")))
    assert "Suka (Kec. Cibeureum) k4 2026-5 month T 6/" in lines and "Suka (Kec. Sukaraja) k4 2026-5 month T 6/" in lines
    assert [line for line in lines if "Jaya" not in line] == [line for line in said(read(S=KECAMATAN.format("2"))) if "Jaya" not in line]


def test_the_posyandu_below_the_silent_first_one_of_a_desa_are_of_it():
    silent, told = (read(S=POSYANDU.format(number)).observations.set_index("area")["desa"] for number in ("", "2"))
    assert silent["Dahlia"] == told["Dahlia"] == "maju" and silent["Mawar"] == told["Mawar"] == "suka"
