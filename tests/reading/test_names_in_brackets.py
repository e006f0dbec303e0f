"""One indicator named twice in a head: "Pneumokokus (PCV)", "KN lengkap (KN3)"; the second name explains the first."""

from __future__ import annotations

from laporan import codes, read, said

HEADS = [
    ("pcv1", "Pneumokokus (PCV) 1"), ("pcv2", "PCV (Pneumokokus) dosis 2"), ("pcv3", "Pneumococcal Conjugate Vaccine (PCV) 3"),
    ("ipv1", "Polio suntik (IPV) 1"), ("ipv2", "IPV (polio suntik) dosis 2"), ("opv1", "Polio oral (bOPV) 1"), ("opv2", "OPV (polio tetes) 2"),
    ("kn_lengkap", "KN Lengkap (KN3)"), ("kf_lengkap", "KF 4 (lengkap)"), ("kf1", "KF 1"),
]  # fmt: skip


def test_the_second_name_changes_nothing():
    heads = "|".join(head for _, head in HEADS)
    numbers = "|".join(str(place) for place in range(1, len(HEADS) + 1))
    reading = read(S=f"LAPORAN BULAN MEI 2026\nDesa|{heads}\nSuka|{numbers}\nMaju|{numbers}")
    found = {line.split()[1]: line.split()[5] for line in said(reading) if line.startswith("Suka")}
    assert found == {code: f"{place}/" for place, (code, _) in enumerate(HEADS, 1)}
    assert not [each for each in codes(reading) if "dikenal" in each]


def test_below_groups_with_doses_and_months():
    head = "Desa|Pneumokokus (PCV)||KN Lengkap (KN3)||\n|Dosis 1|Dosis 2|Januari|Februari|Jumlah s.d. Februari\n"
    reading = read(S=f"LAPORAN FEBRUARI 2026\n{head}Suka|1|2|3|4|7\nMaju|2|3|4|5|9", merges=[(1, 1, 1, 2), (1, 3, 1, 5), (1, 0, 2, 0)])
    assert [line for line in said(reading) if line.startswith("Suka")] == [
        "Suka kn_lengkap 2026-1 month T 3/", "Suka kn_lengkap 2026-2 cumulative T 7/", "Suka kn_lengkap 2026-2 month T 4/",
        "Suka pcv1 2026-2 month T 1/", "Suka pcv2 2026-2 month T 2/",
    ]  # fmt: skip


def test_the_third_visit_alone_is_still_not_the_whole():
    reading = read(S="LAPORAN MEI 2026\nDesa|KN 1|KN 3|KN Lengkap\nSuka|4|3|2\nMaju|5|4|3")
    assert {line.split()[1] for line in said(reading)} == {"kn1", "kn_lengkap"}
