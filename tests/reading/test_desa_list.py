"""Lists of desa: pasted, and as Kemendagri and BPS give them."""

import pytest

from lokmin_data.model import LokminError
from lokmin_data.reading.desa_list import ListedDesa, parse_pasted, read_desa_file


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Sukamaju\nKarangsari\n\n", [ListedDesa("Sukamaju"), ListedDesa("Karangsari")]),
        ("1. Sukamaju\n2) Karangsari\n- Mekar Sari", [ListedDesa("Sukamaju"), ListedDesa("Karangsari"), ListedDesa("Mekar Sari")]),
        ("1\tSukamaju\t2.345", [ListedDesa("Sukamaju", penduduk=2345.0)]),
        ("33.20.10.2001;Sukamaju;3456", [ListedDesa("Sukamaju", "33.20.10.2001", penduduk=3456.0)]),
        ("Sukamaju\nSUKAMAJU\nJumlah", [ListedDesa("Sukamaju")]),
        ("Karang 2", [ListedDesa("Karang 2")]),
        ("\n  \n12\n", []),
    ],
)
def test_pasted_lines(text, expected):
    assert list(parse_pasted(text)) == expected


def test_a_kemendagri_list_gives_each_desa_its_kecamatan():
    data = b"kode,nama\n33.20,KAB. CONTOH\n33.20.10,Mekar\n33.20.10.2001,Sukamaju\n33.20.11,Lain\n33.20.11.2001,Sukamaju\n"
    assert read_desa_file(data, "wilayah.csv") == (
        ListedDesa("Sukamaju", "33.20.10.2001", "Mekar"),
        ListedDesa("Sukamaju", "33.20.11.2001", "Lain"),
    )


def test_a_bps_list_with_its_own_headers():
    data = b"idkec;nmkec;iddesa;nmdesa;penduduk\n3320100;MEKAR;3320100001;SUKAMAJU;2.100\n;;;Jumlah;2.100\n"
    assert read_desa_file(data, "bps.csv") == (ListedDesa("SUKAMAJU", "3320100001", "MEKAR", 2100.0),)


def test_a_file_without_names_is_refused_with_advice():
    with pytest.raises(LokminError, match="Tidak ditemukan kolom nama desa"):
        read_desa_file(b"a,b\n1,2\n", "x.csv")
