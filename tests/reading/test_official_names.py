"""Indicators under the long names of the ministry's own forms, and under those of the field's short ones."""

from __future__ import annotations

import pytest
from laporan import read, said

NAMES = [
    ("fe3", "Ibu hamil mendapat TTD minimal 90 tablet selama masa kehamilan"),
    ("ttd180", "Jumlah ibu hamil yang mendapat suplementasi gizi mikro minimal 180 tablet"),
    ("ttd180", "Ibu hamil mengonsumsi TTD selama kehamilan minimal 180"),
    ("kek_pmt", "Ibu hamil KEK yang mendapat PMT pemulihan"),
    ("bblr", "Bayi lahir dengan BB < 2500 gram"),
    ("asi_eksklusif", "Bayi 0-5 bulan masih ASI saja"),
    ("vit_a_6_11", "Bayi usia 6-11 bulan mendapat Vitamin A dosis 100.000 SI"),
    ("vit_a_12_59", "Anak usia 12-59 bulan mendapat vitamin A 200.000 SI"),
    ("vit_a_nifas", "Ibu nifas mendapat 2 kapsul vitamin A"),
    ("stunting", "PB/U atau TB/U <-2 SD"), ("wasting", "BB/TB <-2 SD"), ("wasting", "Balita kurus dan sangat kurus"),
    ("gizi_buruk", "Balita gizi buruk (BB/PB atau BB/TB <-3SD)"), ("underweight", "BB/U < -2 SD"), ("overweight", "BB/TB > +2 SD"),
    ("d_s", "Balita yang ditimbang berat badannya"), ("d_s", "Tingkat partisipasi masyarakat (D/S)"),
    ("n_d", "Balita naik berat badannya (N/D)"), ("n_d", "Balita ditimbang yang naik berat badannya"),
    ("gizi_buruk_dirawat", "Balita Gizi Buruk yg mendapat perawatan/tata laksana"),
    ("kn_lengkap", "KN lengkap (KN1, KN2, KN3)"), ("kf_lengkap", "KF lengkap (KF1-KF4)"), ("pn", "Bersalin ditolong nakes"),
    ("spm_02", "Ibu bersalin mendapat pelayanan persalinan sesuai standar"), ("spm_06", "Warga usia 15-59 tahun mendapat skrining"),
    ("spm_07", "Warga negara usia 60 tahun ke atas mendapat skrining kesehatan"), ("tb_sukses", "TB sembuh + PL"),
    ("diare", "Diare SU dilayani"), ("jamban", "Kepemilikan jamban keluarga"), ("hb0", "HB0 (0 - <24 jam)"), ("k4", "ANC 4x"),
]  # fmt: skip
#: Names that only resemble one: with new antigens, of the water works, of a part.
OTHERS = ["IDL antigen baru", "SAB memenuhi syarat", "BB/TB -3 SD s/d < -2 SD", "TB/U < -3 SD", "Berisiko gizi lebih", "Vitamin A 6-59 bulan"]


@pytest.mark.parametrize(("code", "head"), NAMES)
def test_an_indicator_under_its_name(code: str, head: str) -> None:
    reading = read(S=f"LAPORAN S/D MEI 2026\nDesa|{head}\nSuka|4\nMaju|5\nJaya|3")
    assert {line.split()[1] for line in said(reading)} == {code}


@pytest.mark.parametrize("head", OTHERS)
def test_a_name_that_only_resembles_one_is_not_read(head: str) -> None:
    reading = read(S=f"LAPORAN S/D MEI 2026\nDesa|K1|{head}\nSuka|9|4\nMaju|8|5\nJaya|7|3")
    assert {line.split()[1] for line in said(reading)} == {"k1"}
