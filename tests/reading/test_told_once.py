"""A sum of months that is another number because of a cell that was told already is not told a second time."""

from __future__ import annotations

from laporan import codes, read

DESA = ("Sukasari", "Mekarsari", "Wanasari", "Cibodas", "Karangsari", "Ngadirejo")
MONTHS = "JANUARI | | | FEBRUARI | | | MARET | | | KUMULATIF S/D MARET"


def _table(february: int, sum_of_the_second: int) -> str:
    """Six desa with L, P and L+P of three months and the sum; the second desa's February and sum as given."""
    lines = ["KUNJUNGAN NEONATAL LENGKAP (KN LENGKAP) TAHUN 2026", f"DESA | BAYI LAHIR HIDUP | | | {MONTHS} | |", "| L | P | L+P " * 5]
    for at, name in enumerate(DESA):
        second = february if at == 1 else 6
        total = sum_of_the_second if at == 1 else 15
        lines.append(f"{name} | 30 | 28 | 58 | 2 | 3 | 5 | 3 | 3 | {second} | 3 | 1 | 4 | 8 | 7 | {total}")
    return "\n".join(lines)


MERGES = [(1, 1, 1, 3), (1, 4, 1, 6), (1, 7, 1, 9), (1, 10, 1, 12), (1, 13, 1, 15)]


def test_a_sum_of_what_the_month_should_be_is_not_told():
    assert codes(read(S=_table(7, 15), merges=MERGES)) == ["l-p-tidak-cocok J5"]


def test_a_sum_with_the_wrong_month_is_told_where_its_own_sexes_differ():
    assert codes(read(S=_table(7, 16), merges=MERGES)) == ["l-p-tidak-cocok J5", "l-p-tidak-cocok P5"]


def test_a_sum_of_right_months_is_told():
    assert codes(read(S=_table(6, 15), merges=MERGES)) == []
    assert "P5" in " ".join(codes(read(S=_table(6, 19), merges=MERGES)))
