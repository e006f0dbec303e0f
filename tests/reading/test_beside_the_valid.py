"""What stands beside the valid number: an old table, another unit, the state before validation, posyandu called as a desa."""

from __future__ import annotations

import pytest
from laporan import codes, read, said

HEAD = "No|Desa|Sasaran Bumil|K1"


@pytest.mark.parametrize("title", ["DATA SEBELUM REVISI (per 31 Mei 2026, hanya arsip)", "KONSEP, JANGAN DIPAKAI"])
def test_a_table_that_calls_itself_old_is_told_and_not_read(title: str) -> None:
    reading = read(S=f"K1 S/D MEI 2026\n{HEAD}\n1|Suka|50|5\n2|Maju|40|4\n\n{title}\n{HEAD}\n1|Suka|50|7\n2|Maju|40|6")
    assert said(reading) == ["Maju k1 2026-5 cumulative T 4/40", "Suka k1 2026-5 cumulative T 5/50"]
    assert [code.split()[0] for code in codes(reading)] == ["tabel-disisihkan"]


def test_the_only_table_is_read_even_where_it_is_a_draft() -> None:
    assert len(said(read(S=f"KONSEP LAPORAN K1 S/D MEI 2026\n{HEAD}\n1|Suka|50|5\n2|Maju|40|4"))) == 2


def test_the_indicators_own_unit_counts_beside_another() -> None:
    reading = read(
        merges=[(1, 1, 1, 2), (1, 3, 1, 6)],
        S="SANITASI MEI 2026\nDesa|Jumlah Penduduk||Akses Jamban Sehat|||\n|Jiwa|KK|Jiwa|% Jiwa|KK|% KK\n"
        "Suka|1808|512|1212|67|360|70,3\nMaju|1550|456|1383|89,2|336|73,7",
    )
    assert said(reading) == ["Maju jamban 2026-5 point T 336/456 73.7", "Suka jamban 2026-5 point T 360/512 70.3"]


def test_what_was_validated_counts() -> None:
    reading = read(
        merges=[(1, 1, 1, 2), (1, 3, 1, 4)],
        S="STUNTING MEI 2026\nDesa|Balita Diukur||Balita Stunting|\n|Sebelum Validasi|Sesudah Validasi|Sebelum Validasi|Sesudah Validasi\n"
        "Suka|81|82|18|14\nMaju|216|211|28|22",
    )
    assert said(reading) == ["Maju stunting 2026-5 point T 22/211", "Suka stunting 2026-5 point T 14/82"]


def test_posyandu_in_bands_of_desa_are_told_apart_from_desa_of_their_name() -> None:
    posyandu = "No|Posyandu|S|K|D\nDesa Suka||||\n1|Melati|30|29|20\n2|Suka|20|20|15\nDesa Maju||||\n1|Melati|40|38|30"
    lines = said(read(S=f"SKDN MEI 2026\nI. REKAP\nNo|Desa|S|K|D\n1|Suka|50|49|35\n2|Maju|40|38|30\n\nII. RINCIAN\n{posyandu}"))
    assert [line for line in lines if " d_s " in line] == [
        "Maju / Melati d_s 2026-5 point T 30/40", "Maju d_s 2026-5 point T 30/40", "Suka / Melati d_s 2026-5 point T 20/30",
        "Suka / Suka d_s 2026-5 point T 15/20", "Suka d_s 2026-5 point T 35/50",
    ]  # fmt: skip


def test_numbered_desa_may_be_called_by_words_of_the_field() -> None:
    rows = "1|Tanjung Target|50|5\n2|Maju|40|4\n3|Target Tercapai|30|3"
    assert {line.split(" k1")[0] for line in said(read(S=f"K1 S/D MEI 2026\n{HEAD}\n{rows}"))} == {"Tanjung Target", "Maju"}


@pytest.mark.parametrize("name", ["Rawa Indah", "Raya Timur", "Medan Baru", "Rama Sari", "Lembang", "Ratan"])
def test_a_name_that_resembles_a_word_is_a_name_over_columns_too(name: str) -> None:
    lines = said(read(S=f"LAPORAN S/D MARET 2026\nImunisasi|Suka|{name}|Maju\nSasaran surviving infant|50|51|52\nIDL|14|4|13\nDPT 1|20|6|19"))
    assert f"{name} idl 2026-3 cumulative T 4/51" in lines and len(lines) == 6


#: A twelfth of the year's sasaran beside it.
MONTHLY = "DPT3 BULAN MEI 2026\nDesa|Sasaran Bayi||DPT 3|||\n|Sebulan (1/12)|Setahun|Bulan Ini|%|s/d Bulan Ini|%\n"


def test_numbers_of_a_month_are_measured_against_the_sasaran_of_a_month_where_the_percents_say_so() -> None:
    merges = [(1, 1, 1, 2), (1, 3, 1, 6)]
    lines = said(read(merges=merges, S=f"{MONTHLY}Suka|3|36|1|33,3|17|47,2\nMaju|5,5|66|3|54,5|32|48,5\nJaya|5|60|4|80|21|35"))
    assert "Maju dpt3 2026-5 month T 3/5.5 54.5" in lines and "Maju dpt3 2026-5 cumulative T 32/66 48.5" in lines
    annual = said(read(merges=merges, S=f"{MONTHLY}Suka|3|36|1|2,8|17|47,2\nMaju|5,5|66|3|4,5|32|48,5\nJaya|5|60|4|6,7|21|35"))
    assert "Maju dpt3 2026-5 month T 3/66 4.5" in annual


def test_a_sasaran_of_a_month_alone_divides_no_cumulative_number() -> None:
    lines = said(read(S="K1 MEI 2026\nDesa|Sasaran sebulan|K1 bulan ini|K1 s/d bulan ini\nSuka|4|3|20\nMaju|5|4|22"))
    assert "Suka k1 2026-5 cumulative T 20/" in lines


FINAL = f"K1 S/D MEI 2026\nDATA FINAL\n{HEAD}\n1|Suka|50|7\n2|Maju|40|6\n3|Sari|30|5"


@pytest.mark.parametrize("name", ["Rekap_(2)", "Final"])
def test_the_final_state_counts_and_the_provisional_one_is_told(name: str) -> None:
    early = f"K1 S/D MEI 2026\nDATA SEMENTARA (posisi tgl 28 Mei 2026)\n{HEAD}\n1|Suka|50|5\n2|Maju|40|6\n3|Sari|30|4"
    reading = read(**{"Rekap": early, name: FINAL})
    assert said(reading) == ["Maju k1 2026-5 cumulative T 6/40", "Sari k1 2026-5 cumulative T 5/30", "Suka k1 2026-5 cumulative T 7/50"]
    assert [code.split()[0] for code in codes(reading)] == ["tabel-disisihkan"]


@pytest.mark.parametrize(
    "early",
    [
        f"K1 S/D JUNI 2026\nDATA SEMENTARA\n{HEAD}\n1|Suka|50|8\n2|Maju|40|7\n3|Sari|30|6",
        f"K1 S/D MEI 2026\nDATA SEMENTARA\n{HEAD}\n1|Rawa|50|8\n2|Lembah|40|7\n3|Bukit|30|6",
    ],
    ids=["another month", "other desa"],
)
def test_what_is_provisional_alone_is_read(early: str) -> None:
    reading = read(A=FINAL, B=early)
    assert len(said(reading)) == 6 and "tabel-disisihkan" not in " ".join(codes(reading))


def test_a_sheet_named_provisional_gives_way_where_both_have_a_number() -> None:
    early = f"K1 S/D MEI 2026\n{HEAD}\n1|Suka|50|5\n2|Maju|40|6\n3|Sari|30|5\n4|Rawa|20|2"
    lines = said(read(Data_sementara=early, Final=FINAL.replace("DATA FINAL\n", "")))
    assert "Suka k1 2026-5 cumulative T 7/50" in lines and "Rawa k1 2026-5 cumulative T 2/20" in lines
