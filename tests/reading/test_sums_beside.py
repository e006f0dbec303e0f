"""A total beside its parts is not what the parts are measured against."""

from __future__ import annotations

import pytest
from laporan import read, said

ROWS = "1|Suka|70|10|5|{0}|\n2|Maju|40|5|3|{1}|\n3|Jaya|86|6|4|{2}|"
HEAD = "LAPORAN KIA\nBULAN MARET 2026\nNO|DESA|IBU HAMIL|RISTI OLEH NAKES|RISTI OLEH MASYARAKAT|{0}\n"


@pytest.mark.parametrize("head", ["RISTI", "JUMLAH RISTI", "IBU HAMIL RISIKO TINGGI"])
def test_risti_found_are_not_the_risti_expected(head: str):
    lines = said(read(S=HEAD.format(head) + ROWS.format(15, 8, 10)))
    assert "Suka resti_nakes 2026-3 month T 10/" in lines and "Suka resti_masyarakat 2026-3 month T 5/" in lines


def test_risti_expected_still_divide():
    lines = said(read(S=HEAD.format("PERKIRAAN RISTI (20 %)") + ROWS.format(14, 8, 17)))
    assert "Suka resti_nakes 2026-3 month T 10/14" in lines and "Suka resti_masyarakat 2026-3 month T 5/14" in lines
