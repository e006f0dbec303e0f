"""Those who were looked at beside those who have it; numbers in heads with points between thousands; rates."""

from __future__ import annotations

import pytest
from laporan import codes, read, said


@pytest.mark.parametrize(
    ("people", "having", "code"),
    [
        ("RT Disurvei PHBS", "RT Ber-PHBS", "phbs_rt"), ("Rumah tangga dipantau PHBS", "Rumah tangga ber-PHBS", "phbs_rt"),
        ("Balita diukur stunting", "Balita stunting", "stunting"), ("Bumil diukur LILA KEK", "Bumil KEK", "kek"),
    ],
)  # fmt: skip
def test_those_looked_at_for_an_indicator_are_its_divisor(people: str, having: str, code: str):
    reading = read(
        merges=[(1, 2, 1, 3), (1, 4, 1, 5)],
        S=f"KEADAAN JUNI 2026\nDesa|{people}|{having.split()[0]} TIDAK {having.split(maxsplit=1)[1]}||{having}|\n||Jml|%|Jml|%\n"
        "Suka|66|34|51.5|32|48.5\nMaju|80|28|35|52|65\nJaya|95|36|37.9|59|62.1",
    )
    assert [line for line in said(reading) if line.startswith("Maju") and "52/80 65" in line and code in line]
    assert "dua-angka" not in " ".join(codes(reading))


def test_alone_they_are_read_as_before():
    made = said(read(S="PHBS JUNI 2026\nDesa|Jumlah RT|RT disurvei PHBS\nSuka|66|34\nMaju|80|28"))
    assert made == said(read(S="PHBS JUNI 2026\nDesa|Jumlah RT|RT dipantau PHBS\nSuka|66|34\nMaju|80|28"))


@pytest.mark.parametrize("head", ["BBLR (< 2.500 gram)", "BBLR (<2.500 gr)", "BBLR (< 2,5 kg)", "BBLR < 2500 gram", "BBLR (BB < 2.500 gram)"])
@pytest.mark.parametrize("rate", ["Per 1.000 Lahir Hidup", "per 1000 KH", "‰", "Angka per 1.000 KH"])
def test_points_between_thousands_and_rates_in_heads(head: str, rate: str):
    table = f"Desa|{head}||\n|Lahir Hidup|Kasus BBLR|{rate}\nSuka|21|1|47.6\nMaju|38|4|105.3\nJaya|18|0|0"
    reading = read(merges=[(1, 1, 1, 3)], S=f"BBLR BULAN APRIL 2025\n{table}")
    assert said(reading) == ["Jaya bblr 2025-4 month T 0/18", "Maju bblr 2025-4 month T 4/38", "Suka bblr 2025-4 month T 1/21"]
    assert not codes(reading)
