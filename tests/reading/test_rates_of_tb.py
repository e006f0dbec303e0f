"""CDR in percent, and CDR among the cases of TB, is the share of the expected cases that were found; CNR, and the CDR of deaths, are rates."""

from __future__ import annotations

import pytest
from laporan import codes, read, said

TB = "PROGRAM TB\nJANUARI - MARET 2026\nDesa|Estimasi kasus TB|Kasus TB ditemukan|{head}\nSuka|8|2|{rates[0]}\nMaju|5|1|{rates[1]}"


@pytest.mark.parametrize("head", ["CDR %", "CDR (%)", "Kasus TB CDR", "TC TB (%)", "Case Detection Rate (CDR)"])
def test_the_share_of_the_expected_cases(head: str):
    reading = read(S=TB.format(head=head, rates=(25, 20)))
    assert said(reading) == ["Maju tb_kasus 2026-3 cumulative T 1/5 20", "Suka tb_kasus 2026-3 cumulative T 2/8 25"] and not codes(reading)


def test_below_the_group_of_the_cases():
    text = """
        PROGRAM TB
        JANUARI - MARET 2026
        Desa|KASUS TB SEMUA TIPE DITEMUKAN & DIOBATI||||
        |Estimasi kasus|L|P|JML|CDR %
        Suka|8|2|0|2|25
        Maju|5|0|1|1|20
        """
    assert "Suka tb_kasus 2026-3 cumulative T 2/8 25" in said(read(S=text, merges=((2, 1, 2, 5),)))


@pytest.mark.parametrize("head", ["CNR", "CNR per 100.000 penduduk", "CNR %", "CDR"])
def test_a_rate_is_no_percent(head: str):
    reading = read(S=TB.format(head=head, rates=(212, 187)))
    assert said(reading) == ["Maju tb_kasus 2026-3 cumulative T 1/5", "Suka tb_kasus 2026-3 cumulative T 2/8"] and not codes(reading)
