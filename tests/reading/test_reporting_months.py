"""When a number was sent and when it is from: two months in one row."""

from __future__ import annotations

import pytest
from laporan import read, said

ROWS = "Argo | 95 | 7 | 7.37 | {} | 2025 | {} | 2025\nBukit | 176 | 34 | 19.32 | {} | 2025 | {} | 2025"


@pytest.mark.parametrize("sent", ["Lapor", "Laporan", "Pelaporan", "Kirim", "Entri", "Unggah"])
def test_the_month_of_the_numbers_holds(sent: str):
    """Wherever the columns stand and however the file is named."""
    for first, other, months in ((sent, "Data", ("Desember", "November") * 2), ("Data", sent, ("November", "Desember") * 2)):
        head = f"Desa | Balita Diukur | Jumlah Stunting | Persen Stunting | Bulan {first} | Tahun {first} | Bulan {other} | Tahun {other}"
        lines = said(read("unduh_laporan_stunting.csv", A=f"{head}\n{ROWS.format(*months)}"))
        assert lines == ["Argo stunting 2025-11 point T 7/95 7.37", "Bukit stunting 2025-11 point T 34/176 19.32"]


def test_the_month_of_the_report_alone_is_that_of_the_numbers():
    """Nothing else says when."""
    head = "Desa | Balita Diukur | Jumlah Stunting | Persen Stunting | Bulan Lapor | Tahun Lapor"
    table = f"{head}\nArgo | 95 | 7 | 7.37 | Desember | 2025\nBukit | 176 | 34 | 19.32 | Desember | 2025"
    assert said(read(A=table))[0] == "Argo stunting 2025-12 point T 7/95 7.37"
