"""Tables that came with the form: examples of how to fill it in, and another Puskesmas' beside the sheet's own."""

from __future__ import annotations

import pytest
from laporan import book, codes, read, said

from lokmin_data.reading import read_book

HEAD = "No|Desa|SI|MR 1|%"
OWN = ("1|Suka|50|40|80", "2|Maju|40|30|75", "3|Jaya|50|45|90")
OTHERS = ("1|Alas|88|70|79.5", "2|Suka|61|55|90.2", "3|Rimba|47|40|85.1")
EMPTY = "|" * 6


def _beside(title: str) -> str:
    """The table of a sheet with another one to the right of it, below the title."""
    lines = ["IMUNISASI MR", "PUSKESMAS KEMBANG", f"S/D NOPEMBER 2025||||{EMPTY}{title}", "", f"{HEAD}{EMPTY}{HEAD}"]
    return "\n".join([*lines, *(f"{own}{EMPTY}{other}" for own, other in zip(OWN, OTHERS, strict=True))])


@pytest.mark.parametrize(
    "title, code",
    [
        ("CONTOH FORMAT (PKM RIMBUN TAHUN 2024) - hapus bila tidak perlu", "tabel-contoh L5"), ("CONTOH PENGISIAN", "tabel-contoh L5"),
        ("PUSKESMAS RIMBUN TAHUN 2024", "tabel-puskesmas-lain L5"), ("PKM RIMBUN 2024", "tabel-puskesmas-lain L5"),
    ],
)  # fmt: skip
def test_what_is_left_of_a_form_beside_the_table_is_told_and_not_read(title: str, code: str):
    reading = read(S=_beside(title))
    assert said(reading) == [
        "Jaya mr1 2025-11 cumulative T 45/50 90", "Maju mr1 2025-11 cumulative T 30/40 75", "Suka mr1 2025-11 cumulative T 40/50 80",
    ]  # fmt: skip
    assert codes(reading) == [code]


@pytest.mark.parametrize("title", ["PUSKESMAS KEMBANG TAHUN 2024", "TAHUN 2024"])
def test_the_year_before_of_the_same_puskesmas_beside_the_table_is_read(title: str):
    lines = said(read(S=_beside(title)))
    assert len(lines) == 6 and "Suka mr1 2024-11 cumulative T 55/61 90.2" in lines


@pytest.mark.parametrize("name", ["CONTOH", "Contoh Pengisian", "Contoh 1"])
def test_a_sheet_that_is_called_an_example(name: str):
    title = "IMUNISASI S/D MEI 2026"
    reading = read_book(book(**{"MEI": "\n".join([title, HEAD, *OWN]), name.replace(" ", "_"): "\n".join([title, HEAD, *OTHERS])}))
    assert len(said(reading)) == 3 and codes(reading) == ["tabel-contoh B2"]


def test_the_only_table_of_its_indicators_is_read_whatever_it_is_called():
    title = "CONTOH FORMAT LAPORAN IMUNISASI S/D MEI 2026"
    assert len(said(read(S="\n".join([title, HEAD, *OWN])))) == 3
    with_other = read(S="\n".join([title, HEAD, *OWN]), KIA="KIA S/D MEI 2026\nNo|Desa|Bumil|K1|%\n1|Suka|50|40|80\n2|Maju|40|30|75")
    assert sum(" mr1 " in line for line in said(with_other)) == 3


def test_a_desa_may_be_called_so():
    reading = read(Contoh_Sari="\n".join(["IMUNISASI S/D MEI 2026", HEAD, *OTHERS]), MEI="\n".join(["IMUNISASI S/D MEI 2026", HEAD, *OWN]))
    assert not [code for code in codes(reading) if code.startswith("tabel-contoh")]
