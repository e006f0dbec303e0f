"""Columns of money, staff or goods beside a list of indicators are no areas, and what they hold is no coverage."""

from __future__ import annotations

import pytest
from laporan import codes, read, said

from lokmin_data.model import LokminError

LISTED = ("Pelayanan kesehatan ibu hamil", "Pelayanan kesehatan ibu bersalin", "Pelayanan kesehatan balita")
ABOVE = (
    "CAPAIAN SPM KABUPATEN S/D JUNI 2025\nNo|Puskesmas|Pelayanan kesehatan ibu hamil||\n||SASARAN|CAPAIAN|%\n"
    "1|Suka|434|239|55.1\n2|Maju|386|144|37.3\n3|Jaya|506|300|59.3\n|JUMLAH|1326|683|51.5\n\n\n"
)
RUPIAH, THOUSANDS = "142000000|15000000|127000000", "142|15|127"


def _below(head: str, row: str) -> list[str]:
    """Who is read of a table of a Kabupaten with such a list below it."""
    text = ABOVE + "\n".join([f"|{head}", *(f"|{name}|{row}" for name in LISTED)])
    return sorted({line.split(" spm_")[0] for line in said(read(S=text, merges=[(1, 2, 1, 4), (1, 0, 2, 0), (1, 1, 2, 1)]))})


@pytest.mark.parametrize(
    ("head", "row"),
    [
        *((head, row) for row in (RUPIAH, THOUSANDS) for head in (
            "KEGIATAN|PAGU BOK|PAGU KAB|REALISASI", "PROGRAM|ANGGARAN DAK|ANGGARAN APBD|JUMLAH", "INDIKATOR|BOK|APBD|TOTAL",
            "KEGIATAN|DPA|BELANJA|SISA", "KEGIATAN|DPA|KEUANGAN|FISIK", "JENIS PELAYANAN|DANA BOK|DANA JKN|DANA APBD", "URAIAN|BIAYA|SERAPAN|SILPA",
        )),
        ("JENIS PELAYANAN|DOKTER|BIDAN|PERAWAT", THOUSANDS), ("JENIS PELAYANAN|ALAT ADA|ALAT RUSAK|ALAT KURANG", THOUSANDS),
        ("KEGIATAN|Semula|Menjadi|Lebih", RUPIAH),
    ],
)  # fmt: skip
def test_money_staff_and_goods_below_the_coverage_are_no_areas(head: str, row: str):
    assert _below(head, row) == ["Jaya", "Maju", "Suka"]


@pytest.mark.parametrize("head", ["SUKASARI|BABAKAN|DANAU INDAH", "SUKASARI|BABAKAN|DANA MULYA", "RUPAT|BIDADARI|PAGUYAMAN"])
def test_desa_as_columns_stay_desa(head: str):
    text = "\n".join(["CAPAIAN SPM S/D JUNI 2025", f"INDIKATOR|{head}", *(f"{name}|142|15|127" for name in LISTED)])
    assert sorted({line.split(" spm_")[0] for line in said(read(S=text))}) == sorted(head.split("|"))


@pytest.mark.parametrize("groups", ["APBD|BOK", "DANA JKN|DANA BOK", "DOKTER|BIDAN"])
def test_groups_of_them_are_no_areas_either(groups: str):
    one, other = groups.split("|")
    text = f"LAPORAN SPM S/D JUNI 2025\nINDIKATOR|{one}|||{other}||\n|Sasaran|Realisasi|%|Sasaran|Realisasi|%\n"
    with pytest.raises(LokminError):
        read(S=text + "\n".join(f"{name}|50|40|80|30|15|50" for name in LISTED), merges=[(1, 0, 2, 0), (1, 1, 1, 3), (1, 4, 1, 6)])


@pytest.mark.parametrize(
    ("head", "row"),
    [
        ("KEGIATAN|PAGU|REALISASI|%", "142|15|10.6"), ("KEGIATAN|ANGGARAN|REALISASI|%", RUPIAH), ("KEGIATAN|TARGET|REALISASI|SISA", RUPIAH),
        ("INDIKATOR|BOK|APBD|TOTAL", THOUSANDS), ("KEGIATAN|DANA (Rp)|CAPAIAN|%", "142|15|10.6"),
    ],
)  # fmt: skip
def test_money_spent_is_no_coverage_of_the_puskesmas(head: str, row: str):
    text = "\n".join(["SPM PUSKESMAS SUKA S/D JUNI 2025", head, *(f"{name}|{row}" for name in LISTED)])
    with pytest.raises(LokminError) as refused:
        read(S=text)
    assert "bukan-tabel-capaian" in {problem.code for problem in refused.value.problems}  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("head", "row"),
    [("INDIKATOR|SASARAN|CAPAIAN|%|PAGU BOK|SERAPAN", "100|50|50|142|71"), ("INDIKATOR|SASARAN|CAPAIAN|%|SUMBER DANA", "100|50|50|BOK")],
)
def test_money_beside_what_is_measured_against_a_sasaran_spoils_nothing(head: str, row: str):
    text = "\n".join(["SPM PUSKESMAS SUKA S/D JUNI 2025", head, *(f"{name}|{row}" for name in LISTED)])
    reading = read(S=text)
    assert said(reading)[0] == "SUKA spm_01 2025-6 cumulative T 50/100 50" and len(said(reading)) == len(LISTED)
    assert "bukan-tabel-capaian" not in codes(reading)
