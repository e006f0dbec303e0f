"""Lists of desa below lines of indicators, and lists of indicators beside what only groups them."""

from __future__ import annotations

import pytest
from laporan import codes, read, said

HEAD = "LAPORAN GIZI KIA PUSKESMAS SUKA\nKUMULATIF JANUARI s.d. OKTOBER 2025\nNo|{head}|Sasaran|Hasil s.d. Bulan ini|Cakupan (%)"
READ = [
    "Maju k4 2025-10 cumulative T 31/60 51.67", "Maju kek 2025-10 cumulative T 32/60 53.33",
    "Suka k4 2025-10 cumulative T 30/50 60", "Suka kek 2025-10 cumulative T 31/50 62",
]  # fmt: skip
K4, KEK = "1|Suka|50|30|60,00\n2|Maju|60|31|51,67\n", "1|Suka|50|31|62,00\n2|Maju|60|32|53,33\n"


SUMS = ("|Sub Jumlah|110|61|55,45\n", "|Sub Jumlah|110|63|57,27")


def table(first: str, second: str, head: str = "Desa / Indikator", *, sums: tuple[str, str] = SUMS) -> str:
    return HEAD.format(head=head) + f"\n{first}\n{K4}{sums[0]}{second}\n{KEK}{sums[1]}"


@pytest.mark.parametrize("head", ["Desa / Indikator", "Indikator / Desa", "Uraian", "Desa"])
@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("A|PELAYANAN K4 IBU HAMIL|||", "B|IBU HAMIL KEK|||"), ("I.|K4|||", "II.|Ibu hamil KEK|||"), ("1|K4|||", "2|Ibu hamil KEK|||"),
        ("A. PELAYANAN K4 IBU HAMIL||||", "B. IBU HAMIL KEK||||"), ("|K4|||", "|Ibu hamil KEK|||"),
    ],
)  # fmt: skip
def test_lines_of_indicators_above_their_desa(first: str, second: str, head: str):
    reading = read(S=table(first, second, head))
    assert said(reading) == READ and codes(reading) == []


def test_a_line_may_hold_its_total_and_a_wrong_one_is_told():
    rows = table("A|PELAYANAN K4 IBU HAMIL|110|61|55,45", "B|IBU HAMIL KEK|110|68|57,27", sums=("", ""))
    reading = read(S=rows)
    assert said(reading) == READ and "jumlah-tidak-cocok D7" in codes(reading)


@pytest.mark.parametrize("line", ["B|KELAS SENAM CERIA|||", "B. KELAS SENAM CERIA||||", "B|K6 CERIA SEKALI|||"])
def test_a_line_that_nobody_knows_ends_the_section_above_and_is_told(line: str):
    first, second = ("A|K4|||", f"{line}\n1|Jaya|40|20|50,00\n2|Raya|44|22|50,00\nC|IBU HAMIL KEK|||")
    reading = read(S=table(first, second))
    assert said(reading) == READ  # neither Jaya nor Raya is counted for K4
    assert [code.split()[0] for code in codes(reading)] == ["baris-tidak-dikenal"]


def test_a_list_that_names_indicators_with_numbers_stays_one():
    reading = read(S="CAPAIAN MEI 2026\nDESA : SUKA\nNo|Uraian|Sasaran|Hasil|%\nA|KIA|||\n1|K1|50|20|40\n2|KN 1|40|10|25")
    assert {line.split()[1] for line in said(reading)} == {"k1", "kn1"}


LIST = "CAPAIAN PUSKESMAS SUKA\nBULAN MEI 2026\nNo|Desa|{heads}|Sasaran|Bulan Ini|s/d Bulan Ini|%"
PROGRAMMES, NAMED = ("KIA", "KIA", "Gizi"), ("K1", "KN Lengkap", "Bumil dpt TTD 90 tablet")


def listed(heads: str, *texts: tuple[str, ...], total: int = 22) -> str:
    rows = [LIST.format(heads=heads)]
    for number, desa in ((1, "Suka"), (2, "Maju"), ("", "PUSKESMAS")):
        for place, parts in enumerate(zip(*texts, strict=True)):
            sasaran, month, so_far = (80, 4, total if place == 0 else 22) if number == "" else (40, 2, 11)
            rows.append(f"{number if place == 0 else ''}|{desa if place == 0 else ''}|{'|'.join(parts)}|{sasaran}|{month}|{so_far}|27,5")
    return "\n".join(rows)


@pytest.mark.parametrize(
    ("heads", "texts"),
    [
        ("Program|Indikator", (PROGRAMMES, NAMED)), ("Indikator|Program", (NAMED, PROGRAMMES)), ("Program|Uraian", (("KIA", "", "Gizi"), NAMED)),
        ("Kegiatan|Indikator", (("Kesehatan Ibu", "Kesehatan Anak", "Gizi Masyarakat"), NAMED)), ("Bidan|Indikator", (("Ani", "Ayu", "Tuti"), NAMED)),
    ],
)  # fmt: skip
def test_what_groups_indicators_is_no_list_of_them_and_no_part(heads: str, texts: tuple[tuple[str, ...], ...]):
    reading = read(S=listed(heads, *texts))
    assert {line.split()[1] for line in said(reading)} == {"k1", "kn_lengkap", "fe3"} and len(said(reading)) == 12
    assert "Suka k1 2026-5 cumulative T 11/40 27.5" in said(reading) and not [each for each in codes(reading) if "jumlah" in each]


def test_the_total_of_an_indicator_is_compared_with_its_own_rows():
    assert "jumlah-tidak-cocok G10" in codes(read(S=listed("Program|Indikator", PROGRAMMES, NAMED, total=25)))
