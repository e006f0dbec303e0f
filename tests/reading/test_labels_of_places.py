"""Labels beside a value above a table: the desa by whatever name a region calls it, the month and year that were chosen."""

from __future__ import annotations

import pytest
from laporan import read, said

_CARD = "Indikator|Sasaran|Capaian|%|\nTerduga TB dilayani sesuai standar|20|10|50|\nKasus TB ditemukan dan diobati|4|3|75|"


@pytest.mark.parametrize("name", ["Desa", "Nagori", "Pekon", "Gampong", "Kalurahan", "Kampung", "Nama Nagari"])
def test_cards_side_by_side_are_of_the_desa_of_their_label(name: str):
    first = f"{name} :|Suka Asri||||{name} :|Maju Asri|||\n"
    lines = [f"{line}{line}" for line in _CARD.split("\n")]
    reading = read(K="KARTU TB UPTD PUSKESMAS SUKA ASRI\nPeriode Januari s/d September 2025\n\n" + first + "\n".join(lines))
    assert [line.rsplit(" ", 2)[0] for line in said(reading)] == [
        f"{desa} {code} 2025-9 cumulative T" for desa in ("Maju Asri", "Suka Asri") for code in ("spm_11", "tb_kasus")
    ]
    assert set(reading.observations["level"]) == {"desa"}


def test_a_head_of_that_name_is_no_label():
    reading = read(K="HASIL K1 PUSKESMAS SUKA\nBULAN MEI 2026\nNO|NAGORI|SASARAN IBU HAMIL|K1\n1|Asri|70|20\n2|Maju|40|20\n3|Jaya|86|50")
    assert [line.split()[0] for line in said(reading)] == ["Asri", "Jaya", "Maju"]


@pytest.mark.parametrize("label", ["Pilih bulan :|Maret|Pilih tahun :|2026", "Bulan terpilih|Maret|Tahun|2026"])
def test_the_month_that_was_chosen_is_that_of_the_table(label: str):
    reading = read(D=f"CAKUPAN K1 PUSKESMAS SUKA\n{label}\nNO|DESA|SASARAN IBU HAMIL|K1\n1|Asri|70|20\n2|Maju|40|20\n3|Jaya|86|50")
    assert {line.split()[2] for line in said(reading)} == {"2026-3"}


@pytest.mark.parametrize("names", ["Blok :|Suka Asri||||Blok :|Maju Asri|||\n", "Blok A||||||Blok B||||\n", ""])
def test_cards_of_places_that_no_word_tells_are_not_the_puskesmas_own(names: str):
    lines = "\n".join(f"{line}{line}" for line in _CARD.split("\n"))
    cards = f"KARTU TB UPTD PUSKESMAS SUKA ASRI\nPeriode Januari s/d September 2025\n\n{names}{lines}"
    assert said(read(K=cards, D="KEGIATAN K1 MEI 2026\nDESA|SASARAN IBU HAMIL|K1\nAsri|70|20\nMaju|40|20")) == [
        "Asri k1 2026-5 month T 20/70", "Maju k1 2026-5 month T 20/40",
    ]  # fmt: skip


def test_two_tables_of_the_puskesmas_with_other_rows_are_its_own():
    second = _CARD.replace("Terduga TB dilayani sesuai standar", "K6").replace("Kasus TB ditemukan dan diobati", "KF lengkap")
    reading = read(K=f"CAPAIAN UPTD PUSKESMAS SUKA ASRI\nPeriode Januari s/d September 2025\n\n{_CARD}\n\nB. KIA PUSKESMAS SUKA ASRI\n{second}")
    assert {line.split()[2] for line in said(reading)} == {"k6", "kf_lengkap", "spm_11", "tb_kasus"}
    assert set(reading.observations["level"]) == {"puskesmas"}
