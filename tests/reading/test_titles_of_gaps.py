"""Tables that are titled after their gap: the results beside it are read, the gap never."""

from __future__ import annotations

import pytest
from laporan import codes, read, said

from lokmin_data.reading.understanding import NothingToRead

TITLE = "KESENJANGAN CAKUPAN IDL S/D OKTOBER 2025"
ROWS = "\n1|Suka|70|75.5|5.5\n2|Maju|70|66.3|-3.7"
READ = ["Maju idl 2025-10 cumulative T / 66.3", "Suka idl 2025-10 cumulative T / 75.5"]


@pytest.mark.parametrize("title", [TITLE, "B. GAP CAKUPAN IDL S/D OKTOBER 2025", "SELISIH CAPAIAN IDL S/D OKTOBER 2025"])
@pytest.mark.parametrize(
    "heads",
    [
        "TARGET (%)|CAPAIAN (%)|KESENJANGAN (%)", "TARGET|CAKUPAN|GAP", "TARGET|REALISASI|SELISIH", "TARGET (%)|CAPAIAN (%)|+/-",
        "TARGET|CAPAIAN (%)|SELISIH CAPAIAN DENGAN TARGET", "TARGET|CAKUPAN (%)|SENJANG",
    ],
)  # fmt: skip
def test_results_beside_their_gap_are_read(title: str, heads: str):
    reading = read(S=f"{title}\nNO|DESA|{heads}{ROWS}")
    assert said(reading) == READ and not codes(reading)


@pytest.mark.parametrize(
    ("title", "heads", "rows"),
    [
        (TITLE, "CAPAIAN (%)", ("23.5", "2.9")), (TITLE, "KESENJANGAN CAPAIAN (%)", ("23.5", "2.9")), (TITLE, "%", ("23.5", "2.9")),
        (TITLE, "TARGET (%)|KESENJANGAN (%)", ("70|5.5", "70|3.7")), (TITLE, "TARGET|GAP CAPAIAN (%)", ("70|5.5", "70|3.7")),
        (TITLE, "TARGET (%)|%|KESENJANGAN", ("70|75.5|5.5", "70|76.3|6.3")),
        ("KESENJANGAN CAPAIAN IDL TAHUN LALU", "TARGET|CAPAIAN|GAP", ("70|75.5|5.5", "70|76.3|6.3")),
        ("PROYEKSI CAPAIAN IDL S/D DESEMBER 2025", "TARGET|CAPAIAN|GAP", ("70|75.5|5.5", "70|76.3|6.3")),
    ],
)  # fmt: skip
def test_a_gap_alone_and_what_is_expected_stay_unread(title: str, heads: str, rows: tuple[str, str]):
    with pytest.raises(NothingToRead):
        read(S=f"{title}\nNO|DESA|{heads}\n1|Suka|{rows[0]}\n2|Maju|{rows[1]}", year=2025, month=10)


@pytest.mark.parametrize("sign", ["+/-", "(-/+)", "±", "(+)/(-)"])
def test_a_head_of_the_signs_of_a_difference_counts_nobody(sign: str):
    reading = read(S=f"CAKUPAN IDL S/D OKTOBER 2025\nNO|DESA|TARGET|CAKUPAN (%)|{sign}\n1|Suka|70|75.5|5.5\n2|Maju|70|76.3|6.3")
    assert said(reading) == ["Maju idl 2025-10 cumulative T / 76.3", "Suka idl 2025-10 cumulative T / 75.5"]
