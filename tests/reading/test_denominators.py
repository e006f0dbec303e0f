"""Whom a number is measured against: the people that its head and its percents tell, never other people."""

from __future__ import annotations

import pytest
from laporan import codes, read, said

MERGED = ((2, 2, 2, 4),)


def test_all_ages_are_not_measured_against_toddlers():
    rows = "1|Suka|100|5|20\n2|Maju|101|6|21\n3|Jaya|102|7|22"
    reading = read(S=f"KASUS DIARE\nMARET 2026\nNO|DESA|DIARE||\n||SASARAN BALITA|BALITA|SEMUA UMUR\n{rows}", merges=MERGED)
    assert "Suka diare 2026-3 month T 20/" in said(reading)


def test_percents_tell_that_the_ill_toddlers_are_measured_against_the_toddlers_beside_them():
    rows = "1|Suka|100|5|5.0|20|2.1\n2|Maju|120|6|5.0|21|2.2\n3|Jaya|112|7|6.3|22|2.3"
    reading = read(S=f"KASUS DIARE\nMARET 2026\nNO|DESA|DIARE||||\n||SASARAN BALITA|BALITA|%|SEMUA UMUR|%\n{rows}", merges=((2, 2, 2, 6),))
    assert "Maju diare_balita 2026-3 month T 6/120 5" in said(reading)
    assert "Maju diare 2026-3 month T 21/ 2.2" in said(reading)


def test_infants_below_the_name_of_k4_are_not_its_sasaran_but_mothers_are():
    text = "LAPORAN KIA\nMARET 2026\nNO|DESA|K4|\n||SASARAN {people}|ABS\n1|Suka|100|5\n2|Maju|101|6\n3|Jaya|102|7"
    assert "Suka k4 2026-3 month T 5/" in said(read(S=text.format(people="BAYI"), merges=((2, 2, 2, 3),)))
    assert "Suka k4 2026-3 month T 5/100" in said(read(S=text.format(people="BULIN"), merges=((2, 2, 2, 3),)))


def test_the_ill_toddlers_keep_the_sasaran_that_their_own_head_names():
    text = "LAPORAN MTBS\nMARET 2026\nNO|DESA|PNEUMONIA BALITA|\n||SASARAN BALITA|ABS\n1|Suka|100|5\n2|Maju|101|6\n3|Jaya|102|7"
    assert "Suka pneumonia_balita 2026-3 month T 5/100" in said(read(S=text, merges=((2, 2, 2, 3),)))


BORN = "LAPORAN KIA\nKUMULATIF S.D. JUNI 2026\nNO|DESA|{sasaran}LAHIR HIDUP|||KN 1|||\n||{below}L|P|JML|L|P|JML|%\n{rows}"


def test_the_sexes_are_not_measured_against_births_where_their_sum_is_against_the_sasaran():
    rows = "1|Suka|89|20|19|39|20|18|38|42.7\n2|Maju|80|18|19|37|16|18|34|42.5\n3|Jaya|60|12|14|26|12|13|25|41.7"
    text = BORN.format(sasaran="SASARAN BAYI LAHIR HIDUP|", below="|", rows=rows)
    reading = read(S=text, merges=((2, 3, 2, 5), (2, 6, 2, 9)))
    assert {"Suka kn1 2026-6 cumulative T 38/89 42.7", "Suka kn1 2026-6 cumulative L 20/", "Suka kn1 2026-6 cumulative P 18/"} <= set(said(reading))
    assert set(reading.sasaran["value"]) == {89, 80, 60}


def test_births_alone_divide_the_numbers_of_their_table_and_are_no_sasaran():
    rows = "1|Suka|20|19|39|20|18|38|97.4\n2|Maju|18|19|37|16|18|34|91.9\n3|Jaya|12|14|26|12|13|25|96.2"
    reading = read(S=BORN.format(sasaran="", below="", rows=rows), merges=((2, 2, 2, 4), (2, 5, 2, 8)))
    assert {"Suka kn1 2026-6 cumulative T 38/39 97.4", "Suka kn1 2026-6 cumulative L 20/20"} <= set(said(reading))
    assert reading.sasaran.empty


def test_sasaran_nifas_is_that_of_mothers_after_birth():
    reading = read(S="LAPORAN KIA\nMARET 2026\nNO|DESA|SASARAN BULIN|SASARAN NIFAS|KF LENGKAP\n1|Suka|41|39|3\n2|Maju|41|40|2\n3|Jaya|40|38|5")
    assert "Suka kf_lengkap 2026-3 month T 3/39" in said(reading)


STATUS = "Balita Ditimbang|Balita BB Kurang|%|Balita Diukur TB|Balita Pendek|%|Balita Diukur|Balita Gizi Buruk (BB/TB)|%"


def test_of_two_columns_of_the_same_people_the_nearer_one_before_the_number_is_meant():
    rows = "1|Suka|1271|96|7.6|1256|107|8.5|1249|5|0.4\n2|Maju|1211|107|8.8|1199|179|14.9|1193|5|0.4\n3|Jaya|951|64|6.7|941|122|13|937|0|0"
    told = said(read(S=f"STATUS GIZI BALITA TAHUN 2025\nNo|Desa|{STATUS}\n{rows}"))
    assert "Suka gizi_buruk 2025- year T 5/1249 0.4" in told
    assert "Suka stunting 2025- year T 107/1256 8.5" in told


def test_those_weighed_who_only_divide_do_not_contradict_the_table_of_those_weighed():
    weighed = "D/S TAHUN 2025\nNo|Desa|Sasaran Balita|Balita Ditimbang|%\n1|Suka|1571|1237|78.7\n2|Maju|1315|1206|91.7"
    state = "STATUS GIZI TAHUN 2025\nNo|Desa|Balita Ditimbang|Balita BB Kurang|%\n1|Suka|1271|96|7.6\n2|Maju|1211|107|8.8"
    reading = read(A=weighed, B=state)
    assert [line for line in said(reading) if " d_s " in line] == ["Maju d_s 2025- year T 1206/1315 91.7", "Suka d_s 2025- year T 1237/1571 78.7"]
    assert codes(reading) == []
    sasaran = "SASARAN TAHUN 2025\nNo|Desa|Balita\n1|Suka|1571\n2|Maju|1315"
    alone = [line for line in said(read(A=sasaran, B=state)) if " d_s " in line]
    assert alone == ["Maju d_s 2025- year T 1211/1315", "Suka d_s 2025- year T 1271/1571"]


def test_a_bare_percent_outside_the_months_of_its_indicator_is_read():
    reading = read(S="S/D JUNI 2025\nNo|Desa|Persentase Bayi 0-5 Bulan ASI Eksklusif (%)\n1|Suka|72.95\n2|Maju|57.22\n3|Jaya|0")
    assert said(reading) == ["Maju asi_eksklusif 2025-6 point T / 57.22", "Suka asi_eksklusif 2025-6 point T / 72.95"]


@pytest.mark.parametrize("below", ["Rumah|Jiwa|KK", "KK|Jiwa|Rumah"])
@pytest.mark.parametrize("by_houses", [True, False])
def test_people_below_a_jumlah_are_divided_by_where_the_percents_show_it(below: str, *, by_houses: bool):
    rows = [("Suka", 90, 400, 110, 66), ("Maju", 70, 310, 80, 60), ("Tani", 50, 250, 64, 48), ("Raya", 40, 190, 45, 36)]
    lines = []
    for desa, houses, people, families, reached in rows:
        told = {"Rumah": houses, "Jiwa": people, "KK": families}
        share = 100 * reached / (houses if by_houses else families)
        lines.append(f"{desa}|{'|'.join(str(told[each]) for each in below.split('|'))}|{reached}|{share:.2f}")
    head = f"Desa|Jumlah|||KK Akses Jamban|\n|{below}|KK|%"
    reading = read(S=f"SANITASI\nKEADAAN JUNI 2026\n{head}\n" + "\n".join(lines), merges=[(2, 0, 3, 0), (2, 1, 2, 3), (2, 4, 2, 5)])
    shown = [line for line in said(reading) if line.startswith("Suka")]
    assert shown == ["Suka jamban 2026-6 point T 66/ 73.33" if by_houses else "Suka jamban 2026-6 point T 66/110 60"]


def test_people_below_a_jumlah_that_no_percent_shows_may_be_a_sum():
    rows = "Suka|90|400|110|66\nMaju|70|310|80|60\nTani|50|250|64|48"
    merges = [(2, 0, 3, 0), (2, 1, 2, 3)]
    reading = read(S=f"SANITASI\nKEADAAN JUNI 2026\nDesa|Jumlah|||KK Akses Jamban\n|Rumah|Jiwa|KK|\n{rows}", merges=merges)
    assert "Suka jamban 2026-6 point T 66/" in said(reading)
