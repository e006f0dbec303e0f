"""An export that is taken for added up from January is not where its own numbers fall from month to month."""

from __future__ import annotations

import pytest
from laporan import codes, read, said

HEAD = "Kelurahan|Tahun|Bulan|Jumlah_bayi_baru_lahir_hidup|Jumlah_bayi_BBLR|Jumlah_bayi_lahir_37_minggu|Jumlah_bayi_punya_buku_KIA"
#: BBLR of three desa in July, August, September.
FALLING, GROWING, ONE_SLIP = ("201", "120", "012"), ("135", "134", "025"), ("135", "134", "024", "136", "129", "153")


def _read(numbers: tuple[str, ...], months: str = "789"):  # noqa: ANN202
    names = "Sukamaju", "Mekarsari", "Ciburial", "Nagrak", "Cibadak", "Girijaya"
    rows = [
        f"{desa}|2026|{month}|{10 + int(month)}|{count}|1|9"
        for place, month in enumerate(months) for desa, count in zip(names, (each[place] for each in numbers), strict=False)
    ]  # fmt: skip
    return read("data_balita_kia.csv", S="\n".join([HEAD, *rows]))


def _bases(reading) -> set[str]:  # noqa: ANN001
    return {line.split()[3] for line in said(reading) if " bblr " in line}


def test_numbers_that_fall_are_of_each_month():
    reading = _read(FALLING)
    assert _bases(reading) == {"month"}
    assert "Sukamaju bblr 2026-9 month T 1/19" in said(reading)
    assert "kumulatif-turun" not in {code.split()[0] for code in codes(reading)}


@pytest.mark.parametrize("numbers", [GROWING, ONE_SLIP])
def test_numbers_that_grow_are_added_up(numbers: tuple[str, ...]):
    reading = _read(numbers)
    assert _bases(reading) == {"cumulative"}
    assert ("kumulatif-turun" in {code.split()[0] for code in codes(reading)}) == (numbers is ONE_SLIP)


def test_of_one_month_nothing_says_it_and_it_is_told():
    reading = _read(("2", "1", "0"), "7")
    assert _bases(reading) == {"month"} and "kumulatif-tidak-disebut" in codes(reading)


def test_where_another_number_of_the_export_grows_a_fall_is_told():
    head = "Kelurahan|Tahun|Bulan|Jumlah_ibu_hamil_periksa_Hb|Jumlah_ibu_hamil_anemia|Jumlah_ibu_hamil_diukur_LILA|Jumlah_ibu_hamil_risiko_KEK"
    grown, kek = {"Sukamaju": (2, 5, 9), "Mekarsari": (1, 3, 8), "Ciburial": (0, 2, 6)}, {"Sukamaju": (3, 2, 4), "Mekarsari": (2, 1, 1)}
    rows = [
        f"{desa}|2026|{month + 1}|50|{counts[month]}|40|{kek.get(desa, (1, 2, 3))[month]}"
        for month in range(3) for desa, counts in grown.items()
    ]  # fmt: skip
    reading = read(S="\n".join([head, *rows]))
    assert {line.split()[3] for line in said(reading)} == {"cumulative"}
    assert "kumulatif-turun" in {code.split()[0] for code in codes(reading)}
