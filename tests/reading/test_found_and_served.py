"""Groups that count people several times: those screened, found, referred and those served; words of such groups."""

from __future__ import annotations

import pytest
from laporan import codes, read, said

from lokmin_data.model import LokminError

AREAS = [("Kokap", 2876, 689, 679, 953), ("Hargo", 3095, 516, 496, 1026), ("Kalirejo", 2081, 349, 325, 688)]


def _percent(number: float, of: float) -> str:
    return f"{number / of * 100:.1f}"


@pytest.mark.parametrize("group", ["SPM 8 HIPERTENSI", "PELAYANAN HIPERTENSI", "HIPERTENSI"])
@pytest.mark.parametrize(("screened", "found"), [("Diskrining", "Penderita Ditemukan"), ("Skrining", "Kasus Baru Ditemukan")])
def test_those_served_count_beside_those_found(group: str, screened: str, found: str):
    """Whatever the group is called; the percent of those found is not that of the sasaran."""
    heads = f"{screened} | {found} | Dilayani Sesuai Standar | % Dilayani thd Ditemukan | Sasaran (Estimasi) | % Capaian"
    rows = (
        f"{name} | {every} | {ill} | {ours} | {_percent(ours, ill)} | {base} | {_percent(ours, base)}" for name, every, ill, ours, base in AREAS
    )
    reading = read(A="\n".join(["LAPORAN S/D SEPTEMBER 2025", f"DESA | {group}", f" | {heads}", *rows]), merges=[(1, 1, 1, 6)])
    assert said(reading)[2] == "Kokap spm_08 2025-9 cumulative T 679/953 71.2"
    assert len(said(reading)) == len(AREAS) and not any(code.startswith("angka-berbeda") for code in codes(reading))


def test_spm_of_those_found_alone_stays():
    """Without a column of those served, the group's SPM says that these are meant."""
    table = (
        "SPM S/D SEPTEMBER 2025\nDESA | SPM 8 HIPERTENSI | |\n | Sasaran | Penderita ditemukan | %\n"
        "Kokap | 953 | 679 | 71.2\nHargo | 1026 | 496 | 48.3"
    )
    assert "Kokap spm_08 2025-9 cumulative T 679/953 71.2" in said(read(A=table, merges=[(1, 1, 1, 3)]))


def test_what_was_measured_may_head_its_group():
    """KEK with food under "PENGUKURAN LILA", 90 tablets of pregnant women, treated gizi buruk under its index."""
    table = (
        "GIZI KUMULATIF S/D AGUSTUS 2026\nDESA | Sasaran Bumil | PENGUKURAN LILA | | | | TTD BUMIL 90 TABLET | \n"
        " | | Diukur | NON KEK | KEK | KEK mendapat PMT | Dapat | % thd Sasaran\n"
        "Kerumut | 74 | 58 | 51 | 7 | 2 | 38 | 51.4\nBatuyang | 96 | 71 | 61 | 10 | 4 | 48 | 50"
    )
    lines = said(read(A=table, merges=[(1, 2, 1, 5), (1, 6, 1, 7)]))
    assert "Kerumut kek_pmt 2026-8 cumulative T 2/7" in lines and "Kerumut fe3 2026-8 cumulative T 38/74 51.4" in lines
    table = (
        "STATUS GIZI MEI 2026\nDESA | Ditimbang & Diukur | Gizi Buruk (BB/TB) | |\n | | Jml | % | Dirawat\n"
        "Meko | 231 | 3 | 1.3 | 2\nTaripa | 231 | 1 | 0.4 | 1"
    )
    assert "Meko gizi_buruk_dirawat 2026-5 month T 2/3" in said(read(A=table, merges=[(1, 2, 1, 4)]))


def test_not_pneumonia_is_no_pneumonia():
    """ "Bukan" is no typing error of "bulan"; a group named after the cough says nothing more."""
    table = (
        "P2P BULAN DESEMBER 2025\nDESA | BALITA BATUK / SUKAR BERNAPAS | |\n | Kunjungan | Pneumonia Ditemukan | Bukan Pneumonia\n"
        "Jeru | 28 | 3 | 7\nSlamet | 16 | 1 | 13"
    )
    assert said(read(A=table, merges=[(1, 1, 1, 3)])) == ["Jeru pneumonia_balita 2025-12 month T 3/", "Slamet pneumonia_balita 2025-12 month T 1/"]


def test_a_sheet_that_no_longer_holds_is_put_aside():
    """Its title says which sheet replaces it."""
    sheet = "STUNTING TAHUN 2026\nDESA : {}\n{}\n\nBulan | S | D | D/S (%)\nJanuari | 121 | {} | {}\nFebruari | 121 | 87 | 71.9"
    reading = read(
        Danau=sheet.format("Danau Raya", "(SUDAH TIDAK BERLAKU, diganti lembar Danau revisi)", 99, 81.8),
        Danau_revisi=sheet.format("Danau Raya", "", 90, 74.4), Tebat=sheet.format("Tebat Ijuk", "", 80, 66.1),
    )  # fmt: skip
    assert said(reading)[0] == "Danau Raya d_s 2026-1 point T 90/121 74.4"
    assert any(code.startswith("tabel-disisihkan") for code in codes(reading))


@pytest.mark.parametrize("share", ["Cakupan", "Capaian", "Realisasi", "Hasil Cakupan", "Pencapaian"])
def test_the_percent_of_those_served_is_no_number_of_people(share: str):
    """ "Cakupan" beside those served is their percent, and "Kesenjangan" behind it nobody; a total on top is not taken for a sum of it."""
    heads = f"Sasaran | Mendapat Pelayanan Sesuai Standar | {share} | Kesenjangan"
    rows = [f"{name} | {base} | {ours} | {ours / base * 100:.2f}% | {base - ours}".replace(".", ",") for name, _, _, ours, base in AREAS]
    table = "\n".join(["SPM S.D. MARET 2026", "DESA | DIABETES MELITUS | | |", f" | {heads}", "Total | 2667 | 1500 | 56,24% |", *rows])
    reading = read(A=table, merges=[(1, 1, 1, 4)])
    assert said(reading)[2] == "Kokap spm_09 2026-3 cumulative T 679/953 71.25" and len(said(reading)) == len(AREAS)
    assert not codes(reading)


@pytest.mark.parametrize("group", ["TB", "TBC", "TB PARU", "P2 TB", "PROGRAM TB", "TUBERKULOSIS"])
def test_a_group_that_only_names_the_illness_says_nothing(group: str):
    """Its estimate is nobody found, the percent of each column stays its own, and a column of those referred is not read."""
    heads = "Sasaran Terduga TB | Terduga TB diperiksa sesuai standar | % | Dirujuk | Estimasi Kasus TB | Kasus TB ditemukan | %"
    table = (
        f"P2P S/D OKTOBER 2025\nDESA | {group} | | | | | |\n | {heads}\n"
        "Lawang | 49 | 29 | 59.2 | 1 | 11 | 8 | 72.7\nPanta | 52 | 34 | 65.4 | 2 | 12 | 7 | 58.3"
    )
    reading = read(A=table, merges=[(1, 1, 1, 7)])
    assert sorted(said(reading)) == [
        "Lawang spm_11 2025-10 cumulative T 29/49 59.2", "Lawang tb_kasus 2025-10 cumulative T 8/11 72.7",
        "Panta spm_11 2025-10 cumulative T 34/52 65.4", "Panta tb_kasus 2025-10 cumulative T 7/12 58.3",
    ]  # fmt: skip
    assert [problem.found.split(" › ")[-1] for problem in reading.problems] == ["Dirujuk"]


def test_the_percent_of_a_column_that_is_not_read_is_nobodys():
    heads = "Estimasi Kasus TB | Kasus TB ditemukan | % | Dirujuk | %"
    table = f"P2P S/D OKTOBER 2025\nDESA | TB | | | |\n | {heads}\nLawang | 11 | 8 | | 2 | 25\nPanta | 12 | 8 | | 4 | 50"
    lines = said(read(A=table, merges=[(1, 1, 1, 5)]))
    assert lines == ["Lawang tb_kasus 2025-10 cumulative T 8/11", "Panta tb_kasus 2025-10 cumulative T 8/12"]


@pytest.mark.parametrize(
    ("group", "count"),
    [
        ("PENEMUAN DAN PENGOBATAN KASUS TB (TREATMENT COVERAGE)", "KASUS DITEMUKAN DAN DIOBATI"),
        ("TREATMENT COVERAGE TB", "Kasus Ternotifikasi"), ("PENEMUAN KASUS TB", "Jumlah Kasus Ditemukan Diobati"),
    ],
)  # fmt: skip
def test_cases_found_and_treated_below_the_name_of_the_illness(group: str, count: str):
    table = f"No|Desa|{group}||\n||ESTIMASI INSIDEN|{count}|%\n1|Suka|68|64|94.1\n2|Maju|132|112|84.8\n3|Jaya|134|71|53"
    reading = read(S=f"CAPAIAN TB\nJANUARI - SEPTEMBER 2025\n{table}", merges=[(2, 2, 2, 4), (2, 0, 3, 0), (2, 1, 3, 1)])
    assert said(reading)[2] == "Suka tb_kasus 2025-9 cumulative T 64/68 94.1"


@pytest.mark.parametrize(("group", "count"), [("KASUS TB ANAK", "KASUS DITEMUKAN DAN DIOBATI"), ("TB Anak", "Ditemukan")])
def test_children_with_tb_are_not_all_cases(group: str, count: str):
    table = f"No|Desa|K1|{group}|\n|||{count}|%\n1|Suka|6|4|50\n2|Maju|13|2|40\n3|Jaya|3|7|10"
    reading = read(S=f"SEPTEMBER 2025\n{table}", merges=[(1, 3, 1, 4)])
    assert {line.split()[1] for line in said(reading)} == {"k1"}


ILL = "\nNO|DESA|{}|HIPERTENSI|DM|ODGJ\n1|Suka|500|5|4|1\n2|Maju|400|7|6|2\n3|Jaya|300|6|2|1"


OF_THE_ILL = ["LB1 DATA KESAKITAN", "10 BESAR PENYAKIT", "JUMLAH KASUS PENYAKIT", "LAPORAN PTM", "LAPORAN P2P", "JUMLAH PENDERITA", "POSBINDU PTM"]


@pytest.mark.parametrize("title", OF_THE_ILL)
def test_the_ill_of_whom_nothing_else_is_said_were_not_served(title: str):
    with pytest.raises(LokminError) as refused:
        read(S=f"{title} BULAN MARET 2026{ILL.format('PENDUDUK')}")
    assert "kolom-tidak-dikenal" in {problem.code for problem in refused.value.problems}


@pytest.mark.parametrize(
    ("title", "base"),
    [("SPM BIDANG KESEHATAN", "PENDUDUK"), ("PELAYANAN PTM", "PENDUDUK"), ("CAPAIAN PTM", "PENDUDUK"), ("LAPORAN PTM", "SASARAN")],
)
def test_a_service_or_a_coverage_says_that_they_were(title: str, base: str):
    reading = read(S=f"{title} BULAN MARET 2026{ILL.format(base)}")
    assert {line.split()[1] for line in said(reading)} == {"spm_08", "spm_09", "spm_10"}
