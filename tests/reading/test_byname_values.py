"""What single cells and heads of a by-name sheet mean."""

from __future__ import annotations

from datetime import date

import pytest

from lokmin_data.reading.byname.columns import antigen_of_head, role_of_head
from lokmin_data.reading.byname.counts import growth_groups
from lokmin_data.reading.byname.values import date_of, nik_of, number_of


@pytest.mark.parametrize(
    ("cell", "nik"),
    [
        ("9900000000000001", "9900000000000001"), ("`9900000000000001", "9900000000000001"), ("'9900000000000001", "9900000000000001"),
        ("9900000000000001\xa0", "9900000000000001"), (9.9e15, "9900000000000000"), (9900000000000001, "9900000000000001"),
        ("99.0000.0000.0000.01", "9900000000000001"), ("198001012006041001", ""), ("990000000000001", ""), (0.9900000000000001, ""),
        (None, ""), (True, ""), ("Gang 9900000000000001", ""),
    ],
)  # fmt: skip
def test_nik(cell: object, nik: str) -> None:
    assert nik_of(cell) == nik


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        ("2026-03-10", (2026, 3, 10)), ("10/03/2026", (2026, 3, 10)), ("10-03-2026", (2026, 3, 10)), ("10.3.26", (2026, 3, 10)),
        ("10 Maret 2026", (2026, 3, 10)), ("10-Mrt-2026", (2026, 3, 10)), ("2026-03-10 08:12:00", (2026, 3, 10)), (46091, (2026, 3, 10)),
        (46091.5, (2026, 3, 10)), (date(2026, 3, 10), (2026, 3, 10)), ("31/02/2026", None), ("-", None), ("", None), (None, None), (12, None),
        ("1026-03-10", None), ("Maret 2026", None), ("'2026-03-10", (2026, 3, 10)),
    ],
)  # fmt: skip
def test_dates(cell: object, expected: tuple[int, int, int] | None) -> None:
    assert date_of(cell) == (date(*expected) if expected else None)


@pytest.mark.parametrize(
    ("cell", "number"), [("9,8", 9.8), ("-2,45", -2.45), ("10.7", 10.7), (3, 3.0), ("-", None), ("", None), ("15,2 cm", 15.2), (True, None)]
)
def test_measured_values(cell: object, number: float | None) -> None:
    assert number_of(cell) == number


@pytest.mark.parametrize(
    ("head", "role"),
    [
        ("NIK", "nik"), ("nik anak", "nik"), ("Tgl\nLahir ", "tanggal_lahir"), ("Pukesmas", "puskesmas"), ("Kecmatan", "kecamatan"),
        ("DESA / KEL.", "desa"), ("Tanggal\xa0Pengukuran", "tanggal_ukur"), ("ZS\nTB/U", "zs_tb_u"), ("Tanggal Pengukurn", "tanggal_ukur"),
        ("Klasifikasi Kelurahan", None), ("Kelurahan atau Desa", "desa"), ("Sasaran", None), ("Nama Desa", "desa"), ("BB/U", "bb_u"),
    ],
)  # fmt: skip
def test_heads(head: str, role: str | None) -> None:
    found = role_of_head(head)
    assert (found[0] if found else None) == role


@pytest.mark.parametrize(
    ("head", "code"),
    [
        ("Tanggal Imunisasi DPT-HB-Hib 1", "dpt1"), ("POLIO (2)", "opv2"), ("HB0 (<24 JAM)", "hb0"), ("HB0 (1-7 HARI)", "hb0_1_7"),
        ("Campak-Rubella (MR)", "mr1"), ("Booster DPT/HB/Hib", "dpt4"), ("DPT/HB-Hib (3) L", "dpt3"), ("IDL 1", "idl"),
        ("Tanggal Input DPT-HB-Hib 1", ""), ("Pos Imunisasi BCG 1", ""), ("Status Imunisasi BCG 1", ""), ("Tanggal Lahir", ""),
    ],
)  # fmt: skip
def test_antigen_heads(head: str, code: str) -> None:
    assert antigen_of_head(head) == code


@pytest.mark.parametrize(
    ("index", "status", "z", "groups"),
    [
        ("tb_u", "Pendek", None, {"ukur", "stunting"}), ("tb_u", "SANGAT PENDEK", 1, {"ukur", "stunting"}), ("tb_u", "Tinggi", None, {"ukur"}),
        ("tb_u", "Outlier", "8,74", {"outlier"}), ("tb_u", "-", "-", None), ("tb_u", None, "-2,01", {"ukur", "stunting"}),
        ("tb_u", None, -2, {"ukur"}), ("tb_u", None, "6,1", {"outlier"}), ("tb_u", None, 6, {"ukur"}), ("bb_u", None, 5.1, {"outlier"}),
        ("bb_u", None, -6, {"ukur", "underweight"}), ("bb_u", "Risiko Lebih", None, {"ukur"}),
        ("bb_tb", "Gizi Buruk", None, {"ukur", "wasting", "gizi_buruk"}),
        ("bb_tb", None, -3.2, {"ukur", "wasting", "gizi_buruk"}), ("bb_tb", None, -3, {"ukur", "wasting"}),
        ("bb_tb", None, "2,1", {"ukur", "overweight"}),
        ("bb_tb", "Gz. Buruk", None, {"ukur", "gizi_buruk", "wasting"}), ("bb_tb", "Gz Baik", -4, {"ukur"}),
        ("bb_tb", "Risiko Gizi Lebih", 1.9, {"ukur"}), ("bb_tb", "Obesitas", None, {"ukur", "overweight"}), ("bb_tb", None, 999.99, {"outlier"}),
    ],
)  # fmt: skip
def test_what_a_status_or_a_z_score_says(index: str, status: object, z: object, groups: set[str] | None) -> None:
    assert growth_groups(index, status, z) == groups
