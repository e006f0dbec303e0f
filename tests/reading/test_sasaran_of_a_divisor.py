"""A sasaran below an indicator whose number divides others (KEK for PMT) is its own sasaran, for the month and for the year."""

from __future__ import annotations

import pytest
from laporan import codes, read, said


@pytest.mark.parametrize(("group", "code"), [("Ibu hamil KEK", "kek"), ("Ibu hamil anemia", "anemia")])
@pytest.mark.parametrize("percents", [(" 9.3", " 6.45", " 10.71"), ("", "", "")])
def test_the_sasaran_in_the_group_of_a_number_that_divides_others(group: str, code: str, percents: tuple[str, ...]):
    ends = [f"|{percent.strip()}" if percent else "" for percent in percents]
    head = f"S/D MEI 2026\nNO|DESA|{group}||{'|' * bool(ends[0])}\n||Sasaran|Abs bln ini|Abs kumulatif{'|% kumulatif' if ends[0] else ''}\n"
    reading = read(S=f"{head}1|Suka|43|1|4{ends[0]}\n2|Maju|31|0|2{ends[1]}\n3|Jaya|56|1|6{ends[2]}")
    lines = [line for line in said(reading) if line.startswith("Suka")]
    assert lines == [f"Suka {code} 2026-5 cumulative T 4/43{percents[0]}", f"Suka {code} 2026-5 month T 1/43"] and not codes(reading)


def test_the_number_itself_still_divides_what_follows_from_it():
    head = "S/D MEI 2026\nNO|DESA|KEK|||PMT BUMIL KEK||\n||Sasaran|bln ini|s/d bln ini|bln ini|s/d bln ini|%\n"
    lines = said(read(S=f"{head}1|Suka|43|1|4|1|3|75\n2|Maju|31|0|2|0|1|50\n3|Jaya|56|1|6|1|6|100"))
    assert {line for line in lines if line.startswith("Suka")} == {
        "Suka kek 2026-5 cumulative T 4/43", "Suka kek 2026-5 month T 1/43",
        "Suka kek_pmt 2026-5 cumulative T 3/4 75", "Suka kek_pmt 2026-5 month T 1/1",
    }  # fmt: skip
