"""People as the head of a column of percents are no sasaran: whose share it is has to be asked."""

from __future__ import annotations

import pytest
from laporan import codes, read, said

TABLE = "CAPAIAN PROGRAM\nS/D APRIL 2026\n\nNO|DESA|KIA||PTM||\n||K1|K6|{}|HIPERTENSI|DM\n|TARGET|33.3|33.3|33.3|33.3|33.3\n{}"
OVER = [(3, 2, 3, 3), (3, 4, 3, 6)]


@pytest.mark.parametrize("people", ["LANSIA", "USIA PRODUKTIF", "BALITA"])
def test_a_percent_headed_with_people_is_asked_and_the_others_are_read(people: str):
    rows = "1|Suka|24.7|25.9|21.9|30.3|40.4\n2|Maju|34.3|40.3|27|41.5|32.1\n3|Jaya|33.1|21.2|37.9|41.5|22"
    reading = read(S=TABLE.format(people, rows), merges=OVER)
    assert codes(reading) == ["jumlah-atau-persen E5"]
    assert {line.split()[1] for line in said(reading)} == {"k1", "k6", "spm_08", "spm_09"} and len(said(reading)) == 12


@pytest.mark.parametrize(("first", "second"), [(219, 270), (21.5, 134.4), (21, 27)])
def test_a_sasaran_beside_percents_stays_one(first: float, second: float):
    """Whole numbers, and estimates above 100 with a fraction, count people."""
    rows = f"1|Suka|24.7|25.9|{first}|30.3|40.4\n2|Maju|34.3|40.3|{second}|41.5|32.1"
    assert codes(read(S=TABLE.format("LANSIA", rows), merges=OVER)) == []
