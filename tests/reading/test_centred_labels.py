"""Labels in the middle of their columns without merging, where the heads below repeat: each is that of its whole group."""

from __future__ import annotations

import pytest
from laporan import read, said

BODY = "No|Desa|Bumil|K1|%|K6|%|K1|%|K6|%\n1|Suka|50|5|10|2|4|25|50|20|40\n2|Maju|40|4|10|2|5|20|50|10|25"


@pytest.mark.parametrize("labels", ["|||BULAN INI||||KUMULATIF||", "||||BULAN INI||||KUMULATIF|", "|||||BULAN INI||||KUMULATIF|"])
def test_the_month_and_what_is_added_up_are_not_exchanged(labels: str) -> None:
    lines = said(read(S=f"PWS KIA JUNI 2026\n{labels}\n{BODY}"))
    assert [line for line in lines if line.startswith("Suka")] == [
        "Suka k1 2026-6 cumulative T 25/50 50", "Suka k1 2026-6 month T 5/50 10", "Suka k6 2026-6 cumulative T 20/50 40",
        "Suka k6 2026-6 month T 2/50 4",
    ]  # fmt: skip


def test_two_rounds_over_two_lines_of_heads() -> None:
    groups = "Bayi 6-11 bln||Anak 12-59 bln||Bayi 6-11 bln||Anak 12-59 bln|"
    counted = "Sasaran|Dapat|" * 4
    head = f"VITAMIN A TAHUN 2025\ndilaporkan : Agustus 2025\n|||FEBRUARI||||AGUSTUS|\n|{groups}\nDesa|{counted.rstrip('|')}"
    lines = said(read(S=f"{head}\nSuka|9|8|50|49|10|7|60|51\nMaju|8|6|40|33|12|11|70|61"))
    assert [line for line in lines if line.startswith("Suka")] == [
        "Suka vit_a_12_59 2025-2 point T 49/50", "Suka vit_a_12_59 2025-8 point T 51/60", "Suka vit_a_6_11 2025-2 point T 8/9",
        "Suka vit_a_6_11 2025-8 point T 7/10",
    ]  # fmt: skip


def test_a_label_stays_where_its_group_may_begin_there() -> None:
    """The first "Jml" is that of the sasaran, or of K1: nothing tells which, so every label heads what is right of it."""
    head = "KIA JUNI 2026\n||K1|||K4||\nDesa|Jml|L|P|Jml|L|P|Jml"
    lines = said(read(S=f"{head}\nSuka|50|1|2|3|4|5|9\nMaju|40|3|4|7|2|3|5"))
    assert [line for line in lines if line.startswith("Suka") and " T " in line] == ["Suka k1 2026-6 month T 3/", "Suka k4 2026-6 month T 9/"]


def test_a_group_without_a_label_takes_none_from_its_neighbours() -> None:
    head = "KIA JUNI 2026\n|||||K1|||K4|\nDesa|L|P|Jml|L|P|Jml|L|P|Jml"
    lines = said(read(S=f"{head}\nSuka|50|50|100|1|2|3|4|5|9\nMaju|40|40|80|3|4|7|2|3|5"))
    assert not [line for line in lines if " 100/" in line or " 80/" in line]


@pytest.mark.parametrize("twice", ["Kum", "%"])
def test_a_column_too_many_moves_no_label_that_begins_its_group(twice: str) -> None:
    """Somebody copied a column of BCG: the heads from the second of HB0 on look like a repetition."""
    second = {"Kum": ("Bln ini|Kum|Kum|%", "4|20|20|40", "3|10|10|25"), "%": ("Bln ini|Kum|%|%", "4|20|40|40", "3|10|25|25")}[twice]
    head = f"IMUNISASI JUNI 2026\n||HB0|||BCG||||Polio 1||\nDesa|Bayi|Bln ini|Kum|%|{second[0]}|Bln ini|Kum|%"
    text = f"{head}\nSuka|50|5|25|50|{second[1]}|6|30|60\nMaju|40|4|30|75|{second[2]}|5|20|50"
    merged = said(read(S=text, merges=[(1, 2, 1, 4), (1, 5, 1, 8), (1, 9, 1, 11)]))
    assert said(read(S=text)) == merged
    assert {"Suka hb0 2026-6 cumulative T 25/50 50", "Suka bcg 2026-6 cumulative T 20/50 40", "Suka opv1 2026-6 month T 6/50"} <= {*merged}
