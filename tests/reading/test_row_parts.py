"""Several rows for each desa, by school level, age or shift: the row of all of them is the desa's, a part never is."""

from __future__ import annotations

import pytest
from laporan import codes, read, said

from lokmin_data.model import LokminError

TITLE = "LAPORAN JANUARI S/D OKTOBER 2026"
HEAD = "NO|DESA|{head}|SASARAN HIPERTENSI|HIPERTENSI DILAYANI"
READ = ["Maju spm_08 2026-10 cumulative T 518/551", "Suka spm_08 2026-10 cumulative T 237/345"]


def table(*rows: str, head: str = "KELOMPOK") -> str:
    return "\n".join([TITLE, HEAD.format(head=head), *rows])


@pytest.mark.parametrize(
    "text",
    [
        table("1|Suka|15-44 th|226|149", "||45-59 th|119|88", "||Jumlah|345|237", "2|Maju|15-44 th|390|370", "||45-59 th|161|148",
              "||Jumlah|551|518", "|JUMLAH|15-44 th|616|519", "||45-59 th|280|236", "||Jumlah|896|755"),
        table("1|Suka|Pagi|226|149", "2|Suka|Sore|119|88", "3|Suka|Semua shift|345|237", "4|Maju|Pagi|390|370", "5|Maju|Sore|161|148",
              "6|Maju|Semua shift|551|518"),
        table("1|Suka|Pagi|226|149", "||Sore|119|88", "|Jumlah||345|237", "2|Maju|Pagi|390|370", "||Sore|161|148", "|Jumlah||551|518",
              "|PUSKESMAS||896|755"),
        table("1|Suka|Total|345|237", "||SD/MI|226|149", "||SMP/MTs|119|88", "2|Maju|Total|551|518", "||SD/MI|390|370", "||SMP/MTs|161|148"),
        table("1|Suka|||", "||SD/MI|226|149", "||SMP/MTs|119|88", "||Jumlah|345|237", "2|Maju|||", "||SD/MI|390|370", "||SMP/MTs|161|148",
              "||Jumlah|551|518", head="JENJANG"),
        table("1|Suka|Pagi|226|149", "||Sore|119|88", "||Jumlah|345|237", "2|Maju|Pagi|390|370", "||Sore|161|148", "||Jumlah|551|518", head="URAIAN"),
    ],
)  # fmt: skip
def test_the_row_of_all_parts_is_the_desas(text: str):
    reading = read(S=text)
    assert said(reading) == READ
    assert not [code for code in codes(reading) if "jumlah" in code]


@pytest.mark.parametrize("head", ["JENJANG", "NAMA BIDAN", "KELOMPOK UMUR"])
def test_a_part_does_not_stand_for_the_whole(head: str):
    with pytest.raises(LokminError) as refused:
        read(S=table("1|Suka|Ani|226|149", "||Budi|119|88", "2|Maju|Citra|390|370", "||Dewi|161|148", "|JUMLAH||896|755", head=head))
    told = {problem.code: problem for problem in refused.value.problems}
    assert told["baris-bagian"].cell == "B3" and head in told["baris-bagian"].message
    assert "Ani" not in told["baris-bagian"].message


def test_a_desa_without_its_row_of_the_whole_is_told_and_the_others_are_read():
    suka = ("1|Suka|Pagi|226|149", "||Sore|119|88", "||Jumlah|345|237")
    reading = read(S=table(*suka, "2|Maju|Pagi|390|370", "||Sore|161|148", "||Jumlah|551|518", "3|Jaya|Pagi|50|40"))
    assert said(reading) == READ and "baris-bagian B9" in codes(reading)


def test_parts_of_a_month_stay_within_it():
    text = (
        "CAPAIAN TAHUN 2026\nNO|DESA|BULAN|UMUR|HIPERTENSI DILAYANI\n1|Suka|Januari|15-44 th|149\n|||45-59 th|88\n|||Jumlah|237\n"
        "||Februari|15-44 th|150\n|||45-59 th|90\n|||Jumlah|240\n2|Maju|Januari|15-44 th|370\n|||45-59 th|148\n|||Jumlah|518\n"
        "||Februari|15-44 th|380\n|||45-59 th|150\n|||Jumlah|530"
    )
    numbers = {line.split(" ", 1)[0] + line.split("2026-")[1][0]: line.split(" T ")[1] for line in said(read(S=text))}
    assert numbers == {"Suka1": "237/", "Suka2": "240/", "Maju1": "518/", "Maju2": "530/"}


def test_rows_of_sexes_posyandu_and_remarks_stay_as_they_were():
    sexes = read(S=table("1|Suka|L|226|149", "||P|119|88", "||Jumlah|345|237", "2|Maju|L|390|370", "||P|161|148", "||Jumlah|551|518", head="JK"))
    assert [line for line in said(sexes) if " T " in line] == READ and len(said(sexes)) == 6
    remarks = read(S=table("1|Suka|naik|345|237", "2|Maju|turun|551|518", "|JUMLAH|baik|896|755", head="KET"))
    assert said(remarks) == READ
    rows = "1|Suka|Melati|50|40\n||Mawar|60|45\n||Jumlah|110|85\n2|Maju|Anggrek|55|41\n||Dahlia|50|40\n||Jumlah|105|81"
    posyandu = read(S=f"SKDN MEI 2026\nNO|DESA|POSYANDU|S|D\n{rows}")
    assert {line.split()[0] for line in said(posyandu)} == {"Melati", "Mawar", "Anggrek", "Dahlia", "Suka", "Maju"}  # the sums are the desa's own


def test_a_table_of_one_desa_is_read_by_its_row_of_the_whole():
    reading = read(S=table("1|Suka|Pagi|226|149", "||Sore|119|88", "||Jumlah|345|237"))
    assert said(reading) == READ[1:]
    with pytest.raises(LokminError) as refused:
        read(S=table("1|Suka|Pagi|226|149", "||Sore|119|88"))
    assert "baris-bagian" in {problem.code for problem in refused.value.problems}


def test_a_whole_that_is_not_the_sum_of_its_parts_is_told():
    rows = [row for number, name in enumerate("Suka Maju Jaya Asri Dadi".split(), 1)
            for row in (f"{number}|{name}|Pagi|226|149", "||Sore|119|88", f"||Jumlah|345|{230 if name == 'Suka' else 237}")]  # fmt: skip
    reading = read(S=table(*rows))
    assert [code for code in codes(reading) if code.startswith("bagian-tidak-cocok")] == ["bagian-tidak-cocok E5"]
    assert "Suka spm_08 2026-10 cumulative T 230/345" in said(reading)
    overlapping = [row.replace("237", "200").replace("230", "190") for row in rows]
    assert not [code for code in codes(read(S=table(*overlapping))) if code.startswith("bagian-tidak-cocok")]
