"""Long tables whose column of kinds names an indicator in each row: "jenis_kunjungan" over K1 and K4."""

from __future__ import annotations

import pytest
from laporan import read, said

from lokmin_data.model import LokminError

TITLE = "jumlah ibu hamil yang mendapat pelayanan antenatal"
ROWS = "1|Suka|K1|79|2023\n2|Suka|K4|70|2023\n3|Maju|K1|132|2023\n4|Maju|K4|120|2023"


@pytest.mark.parametrize("head", ["jenis_kunjungan", "kategori_kunjungan", "Jenis kunjungan ANC"])
@pytest.mark.parametrize("title", [TITLE, "JUMLAH IBU HAMIL DILAYANI MENURUT DESA", "jumlah_ibu_hamil_mendapatkan_pelayanan_antenatal"])
def test_each_row_is_of_its_indicator_and_those_served_where_the_title_says_so(title: str, head: str):
    reading = read(S=f"{title}\n\nid|nama_desa|{head}|jumlah_ibu_hamil|tahun\n{ROWS}")
    assert [line.replace(" 2023- year T", "") for line in said(reading)] == ["Maju k1 132/", "Maju k4 120/", "Suka k1 79/", "Suka k4 70/"]
    plain = read(S=f"KIA\n\nid|nama_desa|{head}|jumlah|tahun\n{ROWS}")
    assert said(plain) == said(reading)


@pytest.mark.parametrize("title", ["jumlah ibu hamil", "jumlah ibu hamil yang harus mendapat pelayanan", "target jumlah ibu hamil dilayani"])
def test_without_such_a_title_people_are_not_those_served(title: str):
    with pytest.raises(LokminError) as raised:
        read(S=f"{title}\n\nid|nama_desa|jenis_kunjungan|jumlah_ibu_hamil|tahun\n{ROWS}")
    assert "tabel-tidak-terbaca" in {problem.code for problem in raised.value.problems}


@pytest.mark.parametrize(
    "rows",
    [
        "1|Suka|Baru|79|2023\n2|Suka|Lama|70|2023\n3|Maju|Baru|132|2023\n4|Maju|Lama|120|2023",
        "1|Suka|K1|79|2023\n2|Maju|K4|70|2023\n3|Jaya|K1|60|2023",
    ],
)
def test_kinds_of_something_else_and_the_worst_of_each_desa_list_nothing(rows: str):
    with pytest.raises(LokminError):
        read(S=f"{TITLE}\n\nid|nama_desa|jenis_kunjungan|jumlah|tahun\n{rows}")
