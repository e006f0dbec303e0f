"""Heads whose texts name the kinds of one visit, capsule or age: the whole, its parts, and shares of parts in wholes."""

from __future__ import annotations

from laporan import codes, read, said

THREE = ("Suka", "Maju", "Jaya")


def test_first_visits_early_late_and_together():
    rows = "\n".join(f"{place}|{name}|50|16|32|4|20|40|80|10|8" for place, name in enumerate(THREE, 1))
    text = (
        "PELAYANAN ANC KUMULATIF JANUARI - MEI 2026\nNO|DESA|SASARAN BUMIL|KUNJUNGAN PERTAMA (K1)||||||DIPERIKSA DOKTER TRIMESTER 1|\n"
        "|||MURNI (≤12 mgg)||> 12 mgg|AKSES (murni + >12 mgg)||Proporsi murni thd akses (%)|K1 dokter|K1 dokter dgn USG\n"
        f"|||Jml|% thd sasaran||Jml|% thd sasaran|||\n{rows}"
    )
    reading = read(merges=[(1, 3, 1, 8), (1, 9, 1, 10), (2, 3, 2, 4), (2, 6, 2, 7)], S=text)
    assert [line for line in said(reading) if line.startswith("Suka")] == [
        "Suka k1 2026-5 cumulative T 20/50 40", "Suka k1_dokter 2026-5 cumulative T 10/50", "Suka k1_murni 2026-5 cumulative T 16/50 32",
        "Suka k1_usg 2026-5 cumulative T 8/50",
    ]  # fmt: skip


def test_capsules_over_their_ages_in_two_rounds():
    """The ages of a part, 12-23 and 24-59 months, are no number of 12-59."""
    block = "40|36|90|60|50|140|110|200|160|80|240|196"
    rows = "\n".join(f"{place}|{name}|{block}|{block.replace('36|90', '30|75')}" for place, name in enumerate(THREE, 1))
    ages = "6-11 BLN|||12-23 BLN||24-59 BLN||12-59 BLN|||JUMLAH 6-59 BLN|"
    heads = "Sasaran|Dapat|%|Sasaran|Dapat|Sasaran|Dapat|Sasaran|Dapat|%|Sasaran|Dapat"
    colours = "KAPSUL BIRU|||KAPSUL MERAH||||||||"
    merges = [
        merge for left in (2, 14) for merge in (
            (1, left, 1, left + 11), (2, left, 2, left + 2), (2, left + 3, 2, left + 9), (3, left, 3, left + 2), (3, left + 3, 3, left + 4),
            (3, left + 5, 3, left + 6), (3, left + 7, 3, left + 9), (3, left + 10, 3, left + 11),
        )
    ]  # fmt: skip
    top = f"NO|DESA|PERIODE AGUSTUS 2025{'|' * 12}PERIODE FEBRUARI 2026{'|' * 11}"
    reading = read(merges=merges, S=f"VITAMIN A FEBRUARI 2026\n{top}\n||{colours}|{colours}\n||{ages}|{ages}\n||{heads}|{heads}\n{rows}")
    assert [line for line in said(reading) if line.startswith("Suka")] == [
        "Suka vit_a_12_59 2025-8 point T 160/200 80", "Suka vit_a_12_59 2026-2 point T 160/200 80", "Suka vit_a_6_11 2025-8 point T 36/40 90",
        "Suka vit_a_6_11 2026-2 point T 30/40 75",
    ]  # fmt: skip
    assert any(code.startswith("kolom-tidak-dikenal") for code in codes(reading))


def test_infants_of_just_six_months_beside_those_below():
    rows = "\n".join(f"{place}|{name}|40|30|24|80|6|10|5|50" for place, name in enumerate(THREE, 1))
    text = (
        "ASI EKSKLUSIF AGUSTUS 2025\nNO|DESA|BAYI 0 - 5 BULAN 29 HARI|||||BAYI GENAP 6 BULAN||\n"
        f"||Jumlah bayi|Direcall|Jml ASI eksklusif|%|Tidak ASI eksklusif|Jumlah bayi|Lulus ASI eksklusif 6 bln|%\n{rows}"
    )
    lines = said(read(merges=[(1, 2, 1, 6), (1, 7, 1, 9)], S=text))
    assert lines[-2:] == ["Suka asi_6_bulan 2025-8 point T 5/10 50", "Suka asi_eksklusif 2025-8 point T 24/30 80"] and len(lines) == 6
