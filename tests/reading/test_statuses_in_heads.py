"""A group called the status of somebody's nutrition holds numbers; a column so called alone holds its class."""

from __future__ import annotations

import pytest
from laporan import codes, read, said

GROUPS = "ANC TERPADU 2026\nNO|DESA|APRIL|||||\n||PEMERIKSAAN HB|||{}||\n||Diperiksa Hb|Jml Anemia|% Anemia|Diukur LiLA|KEK (<23,5)|% KEK\n"


@pytest.mark.parametrize("group", ["STATUS KEK", "STATUS LILA", "STATUS RISIKO KEK"])
def test_the_status_above_numbers_is_their_group(group: str):
    reading = read(S=f"{GROUPS.format(group)}1|Suka|10|2|20|8|4|50\n2|Maju|10|1|10|5|1|20", merges=[(1, 2, 1, 7), (2, 2, 2, 4), (2, 5, 2, 7)])
    lines = [line for line in said(reading) if line.startswith("Suka")]
    assert lines == ["Suka anemia 2026-4 month T 2/10 20", "Suka kek 2026-4 month T 4/8 50"]


@pytest.mark.parametrize(
    ("people", "head", "code"),
    [
        ("Balita", "Balita status stunting", "stunting"), ("Balita", "Jml balita berstatus wasting", "wasting"),
        ("Bumil", "Bumil dengan status KEK", "kek"),
    ],
)  # fmt: skip
def test_people_of_a_status_are_counted(people: str, head: str, code: str):
    lines = said(read(S=f"GIZI MEI 2026\nNO|DESA|Jumlah {people}|{head}|%\n1|Suka|40|8|20\n2|Maju|50|5|10"))
    assert any(line.startswith(f"Suka {code} 2026-5") and line.endswith("8/40 20") for line in lines)


def test_a_status_alone_is_a_class():
    reading = read(S="STATUS GIZI MEI 2026\nNO|DESA|Jumlah balita|Stunting|%|Status stunting\n1|Suka|40|8|20|Tinggi\n2|Maju|50|5|10|Rendah")
    assert [line for line in said(reading) if line.startswith("Suka")] == ["Suka stunting 2026-5 point T 8/40 20"] and not codes(reading)


def test_the_status_of_a_visit_stays_its_judgement():
    reading = read(S="PWS KIA MEI 2026\nNO|DESA|Sasaran|K1||\n|||Abs|%|Status K1\n1|Suka|40|8|20|3\n2|Maju|50|5|10|1")
    assert {line.split()[1] for line in said(reading)} == {"k1"} and "Suka k1 2026-5 month T 8/40 20" in said(reading)
