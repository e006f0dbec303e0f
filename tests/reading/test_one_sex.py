"""Tables of one form for boys and for girls are the L and the P of one report; one of them alone is not everybody."""

from __future__ import annotations

import pytest
from laporan import codes, read, said

from lokmin_data.model import LokminError

HEAD = "NO|DESA|SASARAN BAYI|BCG|%\n"
BOYS, GIRLS = HEAD + "1|Suka|20|10|50\n2|Maju|40|10|25", HEAD + "1|Suka|25|20|80\n2|Maju|50|20|40"
READ = [
    "Maju bcg 2026-5 month L 10/40 25", "Maju bcg 2026-5 month P 20/50 40",
    "Suka bcg 2026-5 month L 10/20 50", "Suka bcg 2026-5 month P 20/25 80",
]  # fmt: skip


@pytest.mark.parametrize(
    ("boys", "girls"),
    [
        ("IMUNISASI BAYI MEI 2026\nJENIS KELAMIN : LAKI-LAKI", "IMUNISASI BAYI MEI 2026\nJENIS KELAMIN : PEREMPUAN"),
        ("IMUNISASI BAYI LAKI-LAKI MEI 2026", "IMUNISASI BAYI PEREMPUAN MEI 2026"),
        ("IMUNISASI MEI 2026\nJENIS KELAMIN: L", "IMUNISASI MEI 2026\nJENIS KELAMIN: P"),
    ],
)  # fmt: skip
def test_a_table_for_each_sex(boys: str, girls: str):
    assert said(read(A=f"{boys}\n{BOYS}", B=f"{girls}\n{GIRLS}")) == READ
    assert said(read(A=f"{boys}\n{BOYS}\n\n\n{girls}\n{GIRLS}")) == READ


@pytest.mark.parametrize(
    ("boys", "girls"),
    [
        ("A. BAYI LAKI-LAKI", "B. BAYI PEREMPUAN"), ("I. LAKI-LAKI", "II. PEREMPUAN"), ("1) Laki-laki", "2) Perempuan"),
        ("Tabel 1a. Bayi laki-laki", "Tabel 1b. Bayi perempuan"),
    ],
)  # fmt: skip
def test_the_number_of_each_table_is_its_own(boys: str, girls: str):
    assert said(read(A=f"IMUNISASI BAYI MEI 2026\n\n{boys}\n{BOYS}\n\n\n{girls}\n{GIRLS}")) == READ


@pytest.mark.parametrize(("one", "other"), [("A. BAYI LAKI-LAKI", "B. BAYI LAKI-LAKI"), ("A. BAYI LAKI-LAKI", "B. BADUTA PEREMPUAN")])
def test_numbered_tables_that_are_no_pair_stay_apart(one: str, other: str):
    with pytest.raises(LokminError):
        read(A=f"IMUNISASI BAYI MEI 2026\n\n{one}\n{BOYS}\n\n\n{other}\n{GIRLS}")


def test_a_sheet_for_each_sex():
    title = "IMUNISASI BAYI MEI 2026"
    assert said(read(**{"LAKI-LAKI": f"{title}\n{BOYS}", "PEREMPUAN": f"{title}\n{GIRLS}"})) == READ


@pytest.mark.parametrize("title", ["JENIS KELAMIN : PEREMPUAN", "JENIS KELAMIN : P"])
def test_one_sex_alone_is_told(title: str):
    """Nor are mothers cut in two by a title, nor two months made one."""
    with pytest.raises(LokminError) as refused:
        read(A=f"IMUNISASI BAYI MEI 2026\n{title}\n{GIRLS}")
    assert "sebagian-sasaran" in {problem.code for problem in refused.value.problems}
    with pytest.raises(LokminError):
        read(A=f"KIA MEI 2026\nJENIS KELAMIN : LAKI-LAKI\n{BOYS}".replace("BCG", "K4"), B=f"KIA MEI 2026\n{title}\n{GIRLS}".replace("BCG", "K4"))
    with pytest.raises(LokminError):
        read(A=f"BAYI MEI 2026\nJENIS KELAMIN : LAKI-LAKI\n{BOYS}", B=f"BAYI JUNI 2026\n{title}\n{GIRLS}")


def test_both_sexes_in_one_title_are_everybody():
    assert said(read(A=f"IMUNISASI MEI 2026\nJENIS KELAMIN : L + P\n{BOYS}"))[0] == "Maju bcg 2026-5 month T 10/40 25"
    assert not codes(read(A=f"IMUNISASI MEI 2026\nJENIS KELAMIN : LAKI-LAKI DAN PEREMPUAN\n{BOYS}"))
