"""Goods beside the people who got them, and desa below the regions they are looked after in; sasaran above the months of each desa."""

from __future__ import annotations

import pytest
from laporan import codes, read, said

from lokmin_data.model import LokminError


@pytest.mark.parametrize("goods", ["Kapsul Diberikan", "Jumlah Kapsul", "Kapsul dibagikan", "Kapsul terpakai"])
@pytest.mark.parametrize("people", ["Mendapat Vit A (orang)", "Ibu mendapat vitamin A"])
def test_capsules_beside_the_mothers_who_got_them(goods: str, people: str):
    reading = read(
        merges=[(1, 1, 1, 5)],
        S=f"VITAMIN A BULAN FEBRUARI 2026\nDesa|Ibu Nifas||||\n|Kapsul Diterima Desa|{goods}|Sasaran|{people}|%\n"
        "Suka|27|16|10|8|80\nMaju|16|14|9|7|77.8\nJaya|14|12|7|6|85.7",
    )
    assert said(reading) == [
        "Jaya vit_a_nifas 2026-2 month T 6/7 85.7", "Maju vit_a_nifas 2026-2 month T 7/9 77.8", "Suka vit_a_nifas 2026-2 month T 8/10 80",
    ]  # fmt: skip
    assert not codes(reading)


def test_capsules_alone_count_the_children_as_before():
    made = said(read(S="VITAMIN A FEBRUARI 2026\nDesa|Sasaran|Kapsul Biru\nSuka|27|16\nMaju|16|14\nJaya|14|12"))
    assert len(made) == 3 and all("vit_a_6_11" in line for line in made)


VACCINE = "Suka|49|2|40|3|7.5|42|85.7\nMaju|75|2|40|5|12.5|60|80\nJaya|66|2|40|7|17.5|65|98.5"


def test_children_beside_vials_and_doses_are_read_below_a_title_of_both():
    reading = read(
        merges=[(1, 2, 1, 7)],
        S="LAPORAN IMUNISASI DAN PEMAKAIAN VAKSIN\nDesa|Lahir Hidup|BCG|||||\n"
        "||Vial Dipakai|Dosis Dibuka|Anak Diimunisasi (orang)|IP Vaksin (%)|Kumulatif Anak s/d Nov|Cakupan Kumulatif (%)\n" + VACCINE,
        year=2025, month=11,
    )  # fmt: skip
    assert "Maju bcg 2025-11 cumulative T 60/75 80" in said(reading) and "Maju bcg 2025-11 month T 5/75" in said(reading)
    assert len(said(reading)) == 6


@pytest.mark.parametrize("heads", ["BCG|Campak", "Dosis BCG|Dosis Campak"])
def test_doses_below_a_title_of_vaccine_stay_unread(heads: str):
    with pytest.raises(LokminError):
        read(S=f"PEMAKAIAN VAKSIN NOVEMBER 2025\nDesa|Lahir Hidup|{heads}\nSuka|49|20|40\nMaju|75|20|60")


@pytest.mark.parametrize("head", ["Wilayah Binaan / Desa", "Zona / Desa", "Desa / Wilayah Binaan", "Korwil / Desa"])
@pytest.mark.parametrize("group", ["WILAYAH {}", "Zona {}", "Korwil {}"])
def test_regions_over_their_desa_are_sums(head: str, group: str):
    first, second = group.format("I"), group.format("II")
    reading = read(
        S=f"K1 S/D MEI 2026\nNo|{head}|Sasaran Bumil|K1|%\nI|{first}|90|9|10\n1|Suka|50|5|10\n2|Maju|40|4|10\n"
        f"II|{second}|70|8|11.4\n1|Jaya|30|5|16.7\n2|Raya|40|3|7.5\n|PUSKESMAS|160|17|10.6"
    )
    assert [line.split()[0] for line in said(reading)] == ["Jaya", "Maju", "Raya", "Suka"]
    assert not [code for code in codes(reading) if "tidak-cocok" in code]


@pytest.mark.parametrize("label", ["Sasaran", "Sasaran Lahir Hidup Setahun", "Sasaran setahun", "Sasaran Bayi", "Jumlah Sasaran Lahir Hidup"])
def test_the_sasaran_above_the_months_is_that_of_each_desa_not_of_their_sum(label: str):
    reading = read(
        merges=[(1, 0, 2, 0), (1, 1, 1, 2), (1, 3, 1, 4), (1, 5, 1, 6)],
        S="IMUNISASI HB0 (< 24 JAM) DAN BCG TAHUN 2026\nBulan|Suka||Maju||JUMLAH|\n|HB0 < 24 jam|BCG|HB0 < 24 jam|BCG|HB0 < 24 jam|BCG\n"
        f"{label}|55|55|59|59|114|114\nJanuari|7|2|4|5|11|7\nFebruari|6|6|4|5|10|11\nMaret|4|5|5|4|9|9\n"
        "s.d. Maret|17|13|13|14|30|27\nApril|4|5|6|5|10|10\nMei||||||",
    )
    made = said(reading)
    assert {"Suka bcg 2026-3 cumulative T 13/55", "Maju hb0 2026-1 month T 4/59", "Maju bcg 2026-4 month T 5/59"} <= set(made)
    assert len(made) == 20 and {line.split()[0] for line in made} == {"Suka", "Maju"}


LATRINES = "1|Suka|400|300|350|87.5\n2|Maju|500|410|430|86\n3|Jaya|300|200|240|80"


@pytest.mark.parametrize(
    "built", ["Jumlah jamban (unit)", "Jumlah jamban", "Jml sarana jamban", "Jamban (buah)", "Unit jamban", "Jumlah jamban sehat"]
)
def test_latrines_beside_the_families_that_use_one(built: str):
    lines = said(read(S=f"SANITASI JUNI 2026\nNO|DESA|JUMLAH KK|{built}|KK akses jamban (JSP+JSSP+menumpang)|%\n{LATRINES}"))
    assert lines[0] == "Jaya jamban 2026-6 point T 240/300 80" and len(lines) == 3


@pytest.mark.parametrize(
    "built, read_as", [("Jumlah jamban (unit)", False), ("Jml sarana jamban", False), ("Jumlah jamban", True), ("KK jamban", True)]
)
def test_latrines_alone_are_no_families_where_they_are_called_buildings(built: str, read_as: bool):
    lines = said(read(S=f"SANITASI JUNI 2026\nNO|DESA|JUMLAH KK|{built}|KK akses air minum\n{LATRINES}"))
    assert "Suka air_minum 2026-6 point T 350/400" in lines and ("Suka jamban 2026-6 point T 300/400" in lines) == read_as


def test_families_asked_are_those_of_the_pillar_they_stand_below():
    rows = "1|Suka|400|350|87.5|50|20|40\n2|Maju|500|430|86|40|30|75\n3|Jaya|300|240|80|50|35|70"
    reading = read(
        merges=[(1, 3, 1, 4), (1, 5, 1, 7)],
        S="STBM JUNI 2026\nNO|DESA|JUMLAH KK|KK akses jamban||Pilar 2 CTPS (survei contoh)||\n|||KK|%|KK disurvei|KK CTPS|%\n" + rows,
    )
    assert said(reading)[-2:] == ["Suka ctps 2026-6 point T 20/50 40", "Suka jamban 2026-6 point T 350/400 87.5"]


TABLETS = "1|Suka|184|20|24|44|23.9\n2|Maju|99|5|9|14|14.1\n3|Jaya|157|9|13|22|14"


@pytest.mark.parametrize("group", ["MENERIMA ≥ 180 TABLET", "MENDAPAT MINIMAL 180 TABLET", "SUPLEMENTASI 180 TABLET"])
@pytest.mark.parametrize("whole", ["TTD + MMS", "TTD+MMS", "MMS + TTD"])
def test_what_two_columns_are_called_together_is_the_sum_of_both(group: str, whole: str):
    lines = said(read(merges=[(1, 3, 1, 6)], S=f"GIZI S/D MEI 2026\nNO|DESA|SASARAN BUMIL|{group}|||\n|||TTD|MMS|{whole}|%\n{TABLETS}"))
    assert len(lines) == 3 and lines[-1] == "Suka ttd180 2026-5 cumulative T 44/184 23.9"


def test_one_of_the_two_alone_is_the_indicator_and_both_without_their_sum_are_asked():
    one = "\n".join("|".join(line.split("|")[:4]) for line in TABLETS.split("\n"))
    head = "GIZI S/D MEI 2026\nNO|DESA|SASARAN BUMIL|MENERIMA ≥ 180 TABLET"
    assert "Suka ttd180 2026-5 cumulative T 20/184" in said(read(S=f"{head}\n|||TTD\n{one}"))
    two = "\n".join("|".join(line.split("|")[:5]) for line in TABLETS.split("\n"))
    other = "KIA S/D MEI 2026\nNO|DESA|SASARAN BUMIL|K1\n1|Suka|184|90"
    reading = read(merges=[(1, 3, 1, 4)], S=f"{head}|\n|||TTD|MMS\n{two}", T=other)
    assert said(reading) == ["Suka k1 2026-5 cumulative T 90/184"] and any(code.startswith("dua-kolom-berbeda") for code in codes(reading))


@pytest.mark.parametrize("code, pillar", [("ctps", "KK CTPS"), ("pam_rt", "KK PAM RT"), ("ps_rt", "KK PS RT"), ("plc_rt", "KK PLC RT")])
def test_a_pillar_that_was_asked_of_some_families_is_measured_against_these(code: str, pillar: str):
    rows = "1|Suka|400|50|20|350\n2|Maju|500|40|30|400\n3|Jaya|300|50|35|200"
    lines = said(read(S=f"STBM JUNI 2026\nNO|DESA|JUMLAH KK|KK DISURVEI|{pillar}|KK AKSES JAMBAN\n{rows}"))
    assert f"Suka {code} 2026-6 point T 20/50" in lines and "Suka jamban 2026-6 point T 350/400" in lines
    alone = said(read(S=f"STBM JUNI 2026\nNO|DESA|JUMLAH KK|{pillar}\n1|Suka|400|320\n2|Maju|500|430"))
    assert f"Suka {code} 2026-6 point T 320/400" in alone


@pytest.mark.parametrize("group", ["DISTRIBUSI VITAMIN A", "Distribusi Kapsul Vitamin A", "PENDISTRIBUSIAN VITAMIN A", "Penyaluran vitamin A"])
def test_a_group_called_after_giving_out_counts_the_children_of_its_sasaran(group: str):
    reading = read(
        merges=[(1, 1, 1, 6), (2, 1, 2, 3), (2, 4, 2, 6)],
        S=f"LB3 GIZI FEBRUARI 2026\nDesa|{group}|||||\n|KAPSUL BIRU (6-11 bln)|||KAPSUL MERAH (12-59 bln)||\n"
        "|Sasaran|Dapat|%|Sasaran|Dapat|%\nSuka|33|29|87.9|262|228|87\nMaju|15|12|80|122|113|92.6",
    )
    assert said(reading) == [
        "Maju vit_a_12_59 2026-2 point T 113/122 92.6", "Maju vit_a_6_11 2026-2 point T 12/15 80",
        "Suka vit_a_12_59 2026-2 point T 228/262 87", "Suka vit_a_6_11 2026-2 point T 29/33 87.9",
    ]  # fmt: skip


@pytest.mark.parametrize("heads", ["KAPSUL BIRU|KAPSUL MERAH|SISA", "Sasaran|Kebutuhan|Dikirim"])
def test_capsules_given_out_are_no_children(heads: str):
    with pytest.raises(LokminError):
        read(merges=[(1, 1, 1, 3)], S=f"LB3 GIZI FEBRUARI 2026\nDesa|DISTRIBUSI VITAMIN A||\n|{heads}\nSuka|33|29|4\nMaju|15|12|3")


WITH_TOTAL = "REKAPITULASI VITAMIN A\nFEBRUARI 2025\nNO|NAMA DESA|Sasaran bayi 6-11 bulan|Kapsul biru|%\n|TOTAL PKM|50|45|90\n"
FIRST_TWO = "1|Suka|30|28|93.3\n2|Maju|20|17|85\n"


@pytest.mark.parametrize("title", ["STOK KAPSUL", "SISA STOK", "PERSEDIAAN KAPSUL VIT A", "LOGISTIK", "Kebutuhan kapsul"])
@pytest.mark.parametrize(
    "below", ["|{}|||\n|Biru|1200||\n|Merah|5400||", "{}||||\n|Biru|1200|300|\n|Merah|5400|200|", "|{}|||\n1|Biru|1200|300|25\n2|Merah|5400|200|3.7"]
)
def test_goods_listed_below_the_desa_are_no_desa(title: str, below: str):
    reading = read(S=WITH_TOTAL + FIRST_TWO + "||||\n" + below.format(title))
    assert [line.split()[0] for line in said(reading)] == ["Maju", "Suka"]
    assert set(reading.sasaran["area"]) == {"Maju", "Suka"} and codes(reading) == []


@pytest.mark.parametrize("line", ["||||\n|STOK KOSONG BULAN INI|||\n", "||||\n|Stok Indah|||\n", ""])
def test_desa_that_go_on_below_a_remark_on_goods_stay(line: str):
    reading = read(S=WITH_TOTAL.replace("50|45|90", "100|65|65") + FIRST_TWO + line + "3|Jaya|20|10|50\n4|Stok Raya|30|10|33.3")
    assert sorted({line.split(" vit_a")[0] for line in said(reading)}) == ["Jaya", "Maju", "Stok Raya", "Suka"]
