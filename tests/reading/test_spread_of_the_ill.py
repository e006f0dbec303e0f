"""Titles by which cases are spread over the desa, "Distribusi kasus DBD": what is spread so is given to nobody."""

from __future__ import annotations

import pytest
from laporan import codes, read, said

from lokmin_data.model import LokminError

MONTHS = "NO|DESA|JANUARI||FEBRUARI|\n||P|M|P|M\n1|Suka|1|0|2|1\n2|Maju|0|0|3|0\n3|Jaya|4|1|0|0"
_OVER_TWO = [(2, 2, 2, 3), (2, 4, 2, 5)]


@pytest.mark.parametrize(
    "title",
    [
        "DISTRIBUSI KASUS DEMAM BERDARAH DENGUE (DBD) MENURUT DESA",
        "SEBARAN KASUS DBD",
        "DISTRIBUSI PENDERITA DBD PER DESA",
        "PETA PENYEBARAN DBD",
    ],
)
def test_cases_are_read_with_their_deaths(title: str):
    reading = read(
        S=f"{title}\nPUSKESMAS MEKAR TAHUN 2026\n{MONTHS}\n\nKet : P = penderita (kasus), M = meninggal",
        merges=_OVER_TWO,
    )
    assert [line for line in said(reading) if line.startswith("Suka")] == [
        "Suka dbd_kasus 2026-1 month T 1/", "Suka dbd_kasus 2026-2 month T 2/",
        "Suka dbd_meninggal 2026-1 month T 0/", "Suka dbd_meninggal 2026-2 month T 1/",
    ]  # fmt: skip


def test_cases_in_one_column():
    assert (
        said(read(S="DISTRIBUSI KASUS DIARE MENURUT DESA BULAN MEI 2026\nDesa|Kasus\nSuka|3\nMaju|4"))[1]
        == "Suka diare 2026-5 month T 3/"
    )


@pytest.mark.parametrize(
    "title",
    [
        "DISTRIBUSI VITAMIN A BULAN MEI 2026",
        "DISTRIBUSI TTD IBU HAMIL KEPADA KASUS ANEMIA MEI 2026",
        "DISTRIBUSI ORALIT DIARE MEI 2026",
    ],
)
def test_what_is_given_is_still_no_result(title: str):
    with pytest.raises(LokminError):
        read(S=f"{title}\nDesa|Jumlah\nSuka|3\nMaju|4")


def test_what_was_done_for_the_ill_is_not_how_they_are_spread():
    reading = read(
        S="KASUS DBD MEI 2026\nDesa|Kasus\nSuka|3\nMaju|4\n\n\nKASUS DBD DIFOGGING MEI 2026\nDesa|Kasus\nSuka|1\nMaju|2"
    )
    assert [line.split()[-1] for line in said(reading)] == ["4/", "3/"]
    assert codes(reading)
