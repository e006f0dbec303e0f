"""The age of all toddlers behind the ages that it adds up is the number of its group, no sasaran."""

from __future__ import annotations

import pytest
from laporan import read, said

SKDN = "1|Suka|20|30|50|19|29|48|16|24|40|10|20|30|96|80|75\n2|Maju|20|20|40|18|20|38|16|16|32|10|14|24|95|80|75\n"
TITLE = "SKDN MEI 2026\nNO|DESA|{}|||{}|||{}|||{}|||K/S|D/S|N/D\n"
#: What the table says of Suka.
OF_SUKA = {"Suka d_s 2026-5 point T 40/50 80", "Suka k_s 2026-5 point T 48/50 96", "Suka n_d 2026-5 point T 30/40 75"}


def of_suka(reading: object) -> set[str]:
    return {line for line in said(reading) if line.startswith("Suka ")}


@pytest.mark.parametrize("groups", [("S (Sasaran)", "K (Buku KIA/KMS)", "D (Ditimbang)", "N (Naik)"), ("S", "K", "D", "N")])
@pytest.mark.parametrize(
    "ages", [("0-23 bl", "24-59 bl", "0-59 bl"), ("0-2 th", "2-5 th", "Balita"), ("0-23 bln", "24-59 bln", "Jml 0-59 bln")]
)  # fmt: skip
def test_the_sum_of_ages_below_a_letter_of_growth_is_its_number(groups: tuple[str, ...], ages: tuple[str, ...]):
    reading = read(S=f"{TITLE.format(*groups)}||{'|'.join(ages * 4)}|||\n{SKDN}")
    assert of_suka(reading) == OF_SUKA


def test_the_sum_of_ages_by_sex_and_of_those_measured():
    head = "STATUS GIZI MEI 2026\nNO|DESA|BALITA DIUKUR|||STUNTING||||||%\n||0-23 bl|24-59 bl|0-59 bl|0-23 bl||24-59 bl||0-59 bl||\n"
    reading = read(S=f"{head}|||||L|P|L|P|L|P|\n1|Suka|10|30|40|1|1|2|4|3|5|20\n2|Maju|20|30|50|1|2|1|1|2|3|10\n")
    assert {line for line in of_suka(reading) if " T " not in line} == {"Suka stunting 2026-5 point L 3/", "Suka stunting 2026-5 point P 5/"}
    assert not any("balita" in column for column in reading.sasaran["population"])


def test_an_age_without_its_parts_stays_a_sasaran():
    head = "STATUS GIZI MEI 2026\nNO|DESA|STUNTING||\n||0-59 bl|Jml|%\n"
    assert of_suka(read(S=f"{head}1|Suka|40|8|20\n2|Maju|50|5|10\n")) == {"Suka stunting 2026-5 point T 8/40 20"}


def test_ages_of_a_sasaran_and_of_months_stay_as_they_are():
    head = "SKDN MEI 2026\nNO|DESA|SASARAN|||D|D/S\n||0-23 bl|24-59 bl|0-59 bl||\n"
    assert of_suka(read(S=f"{head}1|Suka|20|30|50|40|80\n2|Maju|20|20|40|32|80\n")) == {"Suka d_s 2026-5 point T 40/50 80"}
