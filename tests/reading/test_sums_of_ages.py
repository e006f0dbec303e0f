"""A bare "Jumlah" behind ages of a disease: the number of all these ages, and of no others."""

import pytest
from laporan import codes, read, said

from lokmin_data.reading.opening.refusal import Refused

ILL = "LAPORAN BULANAN\nBULAN MARET 2026\nNO|DESA|{group}||{more}\n||{ages}\n1|Suka|3|4|7\n2|Maju|2|1|3"


def _of(group: str, ages: str) -> list[str]:
    return said(read(Maret=ILL.format(group=group, ages=ages, more=""), merges=[(2, 2, 2, 4)]))


@pytest.mark.parametrize(
    ("group", "ages", "code"),
    [
        ("PENDERITA DIARE", "<1 TH|1-4 TH|JUMLAH", "diare_balita"),
        ("PENDERITA DIARE MENURUT GOLONGAN UMUR", "<1 TH|1-4 TH|JML", "diare_balita"),
        ("PENDERITA DIARE", "<5 TH|>=5 TH|JUMLAH", "diare"),
        ("PNEUMONIA BALITA", "<1 TH|1-<5 TH|TOTAL", "pneumonia_balita"),
        ("KASUS DBD", "<15 TH|>=15 TH|JUMLAH", "dbd_kasus"),
    ],
)
def test_the_sum_counts_the_ages_before_it(group: str, ages: str, code: str):
    found = _of(group, ages)
    assert f"Suka {code} 2026-3 month T 7/" in found and f"Maju {code} 2026-3 month T 3/" in found
    others = {line.split()[1] for line in found} - {code}
    assert others <= {"diare_balita"}


@pytest.mark.parametrize(
    ("group", "ages"),
    [("KASUS DBD", "0-4 TH|5-14 TH|JUMLAH"), ("PENDERITA DIARE", "5-9 TH|10-14 TH|JUMLAH"), ("PNEUMONIA BALITA", "<1 TH|>=5 TH|JUMLAH")],
)
def test_a_sum_of_some_ages_is_not_everybody(group: str, ages: str):
    with pytest.raises(Refused):
        _of(group, ages)


def test_ages_and_graver_illness_of_both_sexes_are_added_up():
    reading = read(
        Maret="""
        LAPORAN ISPA
        BULAN MARET 2026
        NO|DESA|PENEMUAN PNEUMONIA BALITA||||||||||
        ||Pneumonia < 1 th||Pneumonia 1-<5 th||Pneumonia Berat < 5 th||JUMLAH|||Dirujuk
        ||L|P|L|P|L|P|L|P|T|
        1|Suka|3|4|7|5|1|0|11|9|20|1
        2|Maju|2|1|3|4|0|0|5|5|10|0
        """,
        merges=[(2, 2, 2, 11), (3, 2, 3, 3), (3, 4, 3, 5), (3, 6, 3, 7), (3, 8, 3, 10)],
    )
    assert [line.removeprefix("Suka pneumonia_balita 2026-3 month ") for line in said(reading)[3:]] == ["L 11/", "P 9/", "T 20/"]
    assert len(said(reading)) == 6


def test_ages_below_what_the_title_counts_are_parts_of_it():
    text = """
        PELAYANAN HIPERTENSI
        S/D MARET 2026
        NO|DESA|ESTIMASI PENDERITA HT|MENDAPAT PELAYANAN SESUAI STANDAR||||||
        |||15-59 th||>=60 th||Total||
        |||L|P|L|P|L|P|L+P
        1|Suka|300|3|4|7|5|10|9|19
        2|Maju|200|2|1|3|4|5|5|10
        """
    reading = read(Maret=text, merges=[(2, 3, 2, 9), (3, 3, 3, 4), (3, 5, 3, 6), (3, 7, 3, 9)])
    assert said(reading) == [
        "Maju spm_08 2026-3 cumulative L 5/", "Maju spm_08 2026-3 cumulative P 5/", "Maju spm_08 2026-3 cumulative T 10/200",
        "Suka spm_08 2026-3 cumulative L 10/", "Suka spm_08 2026-3 cumulative P 9/", "Suka spm_08 2026-3 cumulative T 19/300",
    ]  # fmt: skip


def test_ages_below_the_sasaran_of_a_title_stay_sasaran():
    reading = read(
        Maret="""
        PELAYANAN DIABETES MELITUS
        S/D MARET 2026
        NO|DESA|SASARAN|DILAYANI|||%
        |||15-59 th|>=60 th|JUMLAH|
        1|Suka|30|3|4|7|23.3
        2|Maju|20|2|1|3|15
        """,
        merges=[(2, 3, 2, 5)],
    )
    assert said(reading) == ["Maju spm_09 2026-3 cumulative T 3/20 15", "Suka spm_09 2026-3 cumulative T 7/30 23.3"]


GRAVER = "PNEUMONIA BALITA S/D MEI 2026\nDESA|Perkiraan pneumonia|{}|%\nSuka|10|2|1|3|30\nMaju|8|5|0|5|62.5"


@pytest.mark.parametrize("total", ["Jumlah pneumonia balita ditemukan", "Total kasus pneumonia", "Jumlah", "Jml penderita pneumonia"])
def test_an_illness_beside_its_graver_part_and_the_named_sum_is_a_part(total: str):
    reading = read(S=GRAVER.format(f"Pneumonia|Pneumonia berat|{total}"))
    assert said(reading) == [
        "Maju pneumonia_balita 2026-5 cumulative T 5/8 62.5", "Suka pneumonia_balita 2026-5 cumulative T 3/10 30",
    ]  # fmt: skip
    assert "dua-kolom-berbeda" not in " ".join(codes(reading))


def test_an_illness_beside_its_graver_part_alone_stays():
    """And one that calls itself a sum is none of its own parts."""
    for heads in ("Pneumonia|Pneumonia berat", "Jumlah pneumonia|Pneumonia berat"):
        text = f"PNEUMONIA BALITA S/D MEI 2026\nDESA|Perkiraan pneumonia|{heads}\nSuka|10|3|1\nMaju|8|5|0"
        assert said(read(S=text)) == ["Maju pneumonia_balita 2026-5 cumulative T 5/8", "Suka pneumonia_balita 2026-5 cumulative T 3/10"]
