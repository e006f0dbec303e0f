"""Whom ANC visits are measured against where their own table does not say it: pregnant women or those who gave birth."""

from __future__ import annotations

import pytest
from laporan import read, said

ANC = "PWS KIA MEI 2026\nNO|DESA|{}{}\n1|Suka|{}3\n2|Maju|{}4"
LIST = "DATA SASARAN 2026\nNO|DESA|{}|Bayi\n1|Suka|30|29\n2|Maju|40|38"


@pytest.mark.parametrize(("head", "people"), [("K4", "Ibu bersalin"), ("K6", "Ibu hamil"), ("K8", "Ibu hamil")])
def test_the_other_people_of_another_table_divide_no_anc_visits(head: str, people: str):
    assert said(read(S=ANC.format("", head, "", ""), T=LIST.format(people)))[0].endswith("T 4/")


@pytest.mark.parametrize(("head", "people"), [("K4", "Ibu hamil"), ("K6", "Ibu bersalin"), ("K1", "Ibu hamil"), ("KF lengkap", "Ibu bersalin")])
def test_their_own_people_of_another_table_divide_them(head: str, people: str):
    assert said(read(S=ANC.format("", head, "", ""), T=LIST.format(people)))[0].endswith("T 4/40")


@pytest.mark.parametrize(("head", "people"), [("K4", "Ibu bersalin"), ("K6", "Ibu hamil")])
def test_the_people_in_their_own_table_divide_them(head: str, people: str):
    assert said(read(S=ANC.format(f"Sasaran {people}|", head, "30|", "40|")))[0].endswith("T 4/40")


def test_percents_tell_that_those_who_gave_birth_in_another_table_are_meant():
    table = "PWS KIA MEI 2026\nNO|DESA|K4|%\n1|Suka|3|10\n2|Maju|5|12.5\n3|Jaya|4|8.16"
    reading = read(S=table, T=f"{LIST.format('Ibu bersalin')}\n3|Jaya|49|48")
    assert said(reading)[0] == "Jaya k4 2026-5 month T 4/49 8.16"
