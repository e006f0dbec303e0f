"""Surveys that ask households many things: what they ask is not what our indicators count."""

from __future__ import annotations

import pytest
from laporan import codes, read, said

ITEMS = "Persalinan oleh nakes|ASI eksklusif|Cuci tangan pakai sabun|Jamban sehat|Makan buah dan sayur|Aktivitas fisik|Tidak merokok dlm rumah"
ROWS = "\n1|Suka|60|50|40|45|30|20|25|10|8|13.3\n2|Maju|40|35|30|35|20|15|20|10|10|25\n3|Jaya|80|75|70|60|50|40|45|30|20|25"


@pytest.mark.parametrize("title", ["HASIL PENDATAAN PHBS TATANAN RUMAH TANGGA", "HASIL SURVEI"])
@pytest.mark.parametrize("own", ["RT BER-PHBS", "RT ber-PHBS (10 indikator)", "Ber PHBS 10 indikator"])
def test_the_items_of_a_survey_are_not_read(title: str, own: str):
    reading = read(S=f"{title}\nBULAN MEI 2026\nNO|DESA|RT DISURVEI|{ITEMS}|{own}|%{ROWS}")
    assert said(reading) == [
        "Jaya phbs_rt 2026-5 point T 20/80 25", "Maju phbs_rt 2026-5 point T 10/40 25", "Suka phbs_rt 2026-5 point T 8/60 13.3",
    ]  # fmt: skip
    assert {"kolom-tidak-dikenal D3", "kolom-tidak-dikenal E3"} <= set(codes(reading))


def test_mothers_below_the_name_of_a_survey_are_not_read():
    heads = "NO|DESA|INDIKATOR PHBS||RT ber-PHBS\n||Persalinan oleh nakes|ASI eksklusif|"
    reading = read(S=f"DATA DASAR MEI 2026\n{heads}\n1|Suka|50|40|8\n2|Maju|35|30|10", merges=[(1, 2, 1, 3)])
    assert {line.split()[1] for line in said(reading)} <= {"phbs_rt"}


def test_a_table_of_sanitation_keeps_its_columns():
    heads = "NO|DESA|JUMLAH KK|Jamban sehat|CTPS|RT ber-PHBS|Rumah bebas jentik"
    reading = read(S=f"STBM MEI 2026\n{heads}\n1|Suka|60|50|40|30|55\n2|Maju|40|35|30|20|30")
    assert {"jamban", "ctps", "phbs_rt"} <= {line.split()[1] for line in said(reading)}


def test_a_matrix_of_all_programmes_keeps_its_columns():
    heads = "K1|K4|K6|KN1|KN lengkap|BCG|MR 1|IDL|D/S|Peserta JKN|Sekolah bebas rokok"
    rows = "\n".join(f"{place}|{name}|" + "|".join(str(10 + at) for at in range(11)) for place, name in ((1, "Suka"), (2, "Maju")))
    reading = read(S=f"CAPAIAN KINERJA MEI 2026\nNO|DESA|{heads}\n{rows}")
    assert {"k1", "k4", "bcg", "idl"} <= {line.split()[1] for line in said(reading)}
