"""K1 is a visit of pregnant women; vitamin K1 and the first visits of newborns and children are written with the same letters."""

from __future__ import annotations

import pytest
from laporan import codes, read, said

from lokmin_data.model import LokminError

ROWS = "1|Suka|60|52|31|9\n2|Maju|50|41|28|7\n3|Tani|40|36|22|8"


def _k1(heads: str, title: str = "REKAP PELAYANAN", above: str = "", head: str = "NO|DESA|") -> set[str]:
    return {line.split()[1] for line in said(read(S=f"{title}\nBULAN MARET 2026\n{above}{head}{heads}\n{ROWS}"))}


@pytest.mark.parametrize("head", ["VIT K1", "Vit. K 1", "Vitamin K", "INJ VIT K1", "Injeksi K1", "K1 (vitamin)", "Suntikan Vit K1"])
def test_vitamin_k1_is_no_first_visit(head: str):
    assert _k1(f"SASARAN BAYI|KN1|{head}|HB0", "LAPORAN KIA") == {"kn1", "hb0"}


@pytest.mark.parametrize(("group", "numbers"), [("VIT K1", "L|P"), ("VITAMIN", "A|K1"), ("KUNJUNGAN NEONATUS", "K1|K2"), ("KUNJUNGAN NIFAS", "K1|K2"),
                                                ("IMUNISASI", "HB0|K1"), ("PELAYANAN ANAK", "K1|K2")])  # fmt: skip
def test_a_group_of_others_makes_k1_another_thing(group: str, numbers: str):
    assert "k1" not in _k1(f"||{numbers}", "LAPORAN KIA", f"NO|DESA|SASARAN BUMIL|PN|{group}|\n", head="||")


@pytest.mark.parametrize("group", ["KUNJUNGAN IBU HAMIL DAN NIFAS", "PELAYANAN IBU DAN ANAK", "KIA", "ANC"])
def test_a_group_that_names_the_pregnant_keeps_its_k1(group: str):
    assert "k1" in _k1("||K1|K4", "LAPORAN", f"NO|DESA|SASARAN BUMIL|PN|{group}|\n", head="||")


@pytest.mark.parametrize("title", ["LAPORAN KESEHATAN ANAK", "PELAYANAN BAYI BARU LAHIR", "LAPORAN IMUNISASI BAYI", "REKAP PELAYANAN"])
@pytest.mark.parametrize("heads", ["SASARAN BAYI|HB0|K1|KN1", "LAHIR HIDUP|IMD|K1|HB0"])
def test_a_bare_k1_among_children_only_is_asked(title: str, heads: str):
    reading = read(S=f"{title}\nBULAN MARET 2026\nNO|DESA|{heads}\n{ROWS}")
    assert not any(" k1 " in line for line in said(reading)) and codes(reading) == ["kolom-tidak-dikenal E3"]


@pytest.mark.parametrize(
    ("title", "heads"),
    [
        ("LAPORAN KIA", "SASARAN BAYI|HB0|K1|KN1"), ("LAPORAN KESEHATAN ANAK", "SASARAN BUMIL|SASARAN BAYI|K1|KN1"),
        ("REKAP PELAYANAN", "K1|PN|KN1|IDL"), ("CAPAIAN PUSKESMAS", "K1|KN1|IDL|D/S"), ("KESEHATAN IBU DAN ANAK", "SASARAN BAYI|HB0|K1|KN1"),
        ("LAPORAN KESEHATAN ANAK", "SASARAN BAYI|KN1|K1 ibu hamil|K4"), ("CAKUPAN K1, K4 DAN KN", "K1|K4|KN1|KN LENGKAP"),
        ("LAPORAN KIA DAN KB", "SASARAN|K1|K4|KN1"), ("KUNJUNGAN NIFAS", "SASARAN BUMIL|K1|K4|KF1"),
        ("LAPORAN GIZI", "BALITA DIUKUR|STUNTING|GIZI BURUK|K1"), ("PUSKESMAS ANAK TUHA", "SASARAN BUMIL|K1|K4|K6"),
    ],
)  # fmt: skip
def test_beside_mothers_k1_is_read(title: str, heads: str):
    assert "k1" in _k1(heads, title)


@pytest.mark.parametrize(
    "title", ["DATA KUNJUNGAN NEONATUS", "KUNJUNGAN NIFAS", "DATA KUNJUNGAN BAYI", "KUNJUNGAN ANAK BALITA", "LAPORAN KB", "POSYANDU LANSIA"]
)
@pytest.mark.parametrize("heads", ["K1|K4|KETERANGAN|JML", "SASARAN|K1|K4|LENGKAP"])
def test_below_a_title_of_other_visits_the_letters_are_asked(title: str, heads: str):
    with pytest.raises(LokminError) as refused:
        read(S=f"{title}\nBULAN MARET 2026\nNO|DESA|{heads}\n{ROWS}")
    assert "kolom-tidak-dikenal" in {problem.code for problem in refused.value.problems}
