"""Desa as columns, three lines an indicator, and what stands behind them: the Puskesmas, a mean, a target."""

from __future__ import annotations

import pytest
from laporan import codes, read, said

from lokmin_data.model import LokminError, Reading

NAMES = ["Sukamaju", "Mekarsari", "Cibening", "Tegal", "Rawa"]
NUMBERS = {
    "K1|Sasaran bumil": ([24, 68, 23, 50, 58], [13, 24, 10, 20, 17]),
    "KN Lengkap|Sasaran bayi": ([21, 58, 22, 47, 54], [8, 23, 7, 15, 19]),
}


def table(names: list[str], *, behind: bool = True, town: bool = False) -> Reading:
    """A recap with these desa as columns; `town`: the numbers of the first are those of all others together."""
    lines = ["No|Indikator|Uraian|" + "|".join(names) + ("|Puskesmas|Rata-rata|Target" if behind else "")]
    for at, (label, (whole, part)) in enumerate(NUMBERS.items(), 1):
        whole, part = list(whole), list(part)
        if town:
            whole[0], part[0] = sum(whole[1:]), sum(part[1:])
        shares = [round(100 * one / other, 1) for one, other in zip(part, whole, strict=True)]
        ends = [f"|{sum(each)}|{sum(each) / 5}|" if behind else "" for each in (whole, part)]
        mean = f"|{round(100 * sum(part) / sum(whole), 1)}|{round(sum(shares) / 5, 1)}|100" if behind else ""
        lines.append(f"{at}|{label}|{'|'.join(map(str, whole))}{ends[0]}")
        lines.append(f"||Capaian s/d Mei|{'|'.join(map(str, part))}{ends[1]}")
        lines.append(f"||Cakupan (%)|{'|'.join(map(str, shares))}{mean}")
    return read(S="REKAPITULASI KUMULATIF JANUARI s/d MEI 2026\nPUSKESMAS RAWA\n" + "\n".join(lines))


@pytest.mark.parametrize("first", ["Sukamaju", "Kota Lama", "Rata Jaya", "Batu Raja"])
@pytest.mark.parametrize("behind", [True, False])
def test_every_desa_is_read_and_nothing_else(first: str, *, behind: bool):
    reading = table([first, *NAMES[1:]], behind=behind)
    assert set(reading.observations["area"]) == {first, *NAMES[1:]} and len(reading.observations) == 10
    assert "persen-tidak-cocok" not in {code.split()[0] for code in codes(reading)}


def test_names_that_look_like_totals_beside_each_other():
    names = ["Kota Lama", "Rata Jaya", "Sehat", "Muara Bulan", "Batu Raja"]
    reading = table(names)
    told = {problem.found for problem in reading.problems}
    assert set(reading.observations["area"]) | told >= set(names)  # the largest one may be asked about


def test_a_town_that_adds_up_its_desa_is_none_of_them():
    reading = table(["Kota Lama", *NAMES[1:]], behind=False, town=True)
    assert set(reading.observations["area"]) == set(NAMES[1:])


LETTERS = "BULAN|Suka||Maju||Jaya||JUMLAH|\n|P|M|P|M|P|M|P|M\nJANUARI|3|0|2|1|1|0|6|1\nFEBRUARI|3|0|2|0|1|0|6|0\nMARET|3|1|2|0|1|0|6|1"
OVER_LETTERS = [(2, left, 2, left + 1) for left in (1, 3, 5, 7)]


def test_letters_below_the_names_are_no_names():
    lines = said(read(S=f"KASUS DBD PER DESA\nTAHUN 2026\n{LETTERS}", merges=OVER_LETTERS))
    assert len(lines) == 18
    assert {"Suka dbd_kasus 2026-3 month T 3/", "Suka dbd_meninggal 2026-3 month T 1/"} <= set(lines)


def test_letters_below_the_names_that_nothing_explains_are_asked():
    reading = read(S=f"KASUS DIARE PER DESA\nTAHUN 2026\n{LETTERS}", merges=OVER_LETTERS)
    assert {line.split()[0] for line in said(reading)} == {"Suka", "Maju", "Jaya"}
    assert codes(reading) == ["kolom-tidak-dikenal C4"]
    with pytest.raises(LokminError):
        read(S="IMUNISASI BCG PER DESA\nTAHUN 2026\n" + LETTERS.replace("P|M", "A|B"), merges=OVER_LETTERS)


def test_boys_and_girls_below_the_names_stay():
    lines = said(read(S="KASUS DIARE PER DESA\nTAHUN 2026\n" + LETTERS.replace("P|M", "L|P"), merges=OVER_LETTERS))
    assert [line for line in lines if "Suka" in line and "2026-3" in line] == ["Suka diare 2026-3 month L 3/", "Suka diare 2026-3 month P 1/"]


SPM = "SPM PER DESA\nJanuari s/d September 2026\n{head}\n{below}\n{first}\n{second}"


def blocks(names: list[str], *, below: str = "Sasaran|Realisasi|%", label: str = "JENIS PELAYANAN") -> Reading:
    """Numbers of three columns below each name; the sum of two desa below "PUSKESMAS" and its like."""
    groups = {name: (100, 40, 40) if "Desa" not in name else (50, 20, 40) for name in names}
    first, second = ("|".join("|".join(map(str, group)) for group in groups.values()) for _ in range(2))
    head = f"NO|{label}|" + "||".join(f"{name}|" for name in names)
    rows = {"first": f"1|Pelayanan kesehatan ibu hamil|{first}", "second": f"2|Pelayanan kesehatan balita|{second}"}
    merges = [(2, left, 2, left + 2) for left in range(2, 2 + 3 * len(names), 3)] + [(2, column, 3, column) for column in (0, 1)]
    return read(S=SPM.format(head=head, below="||" + "|".join([below] * len(names)), **rows), merges=merges)


@pytest.mark.parametrize("whole", ["PUSKESMAS", "UPT PUSKESMAS", "PKM", "KECAMATAN", "TOTAL"])
@pytest.mark.parametrize("place", [0, 1, 2])
def test_the_puskesmas_over_columns_like_those_of_the_desa_is_their_total(whole: str, place: int):
    names = ["Desa Suka", "Desa Maju"]
    lines = said(blocks([*names[:place], whole, *names[place:]]))
    assert len(lines) == 4 and lines[0] == "Desa Maju spm_01 2026-9 cumulative T 20/50 40"


def test_a_puskesmas_over_names_of_its_own_is_no_total():
    rows = "1|Melati|Pelayanan kesehatan ibu hamil|50|20\n2|Mawar|Pelayanan kesehatan ibu hamil|60|30"
    reading = read(S=f"SPM\nJanuari s/d September 2026\nNO|DESA|INDIKATOR|PUSKESMAS|\n|||Sasaran|Realisasi\n{rows}", merges=[(2, 3, 2, 4)])
    assert [line.split()[0] for line in said(reading)] == ["Mawar", "Melati"]


SIGNED = ["", "Suka Damai, 5 November 2026", "Mengetahui,", "Kepala Puskesmas", "( ................ )", "NIP. 19700101 199003 1 001"]


@pytest.mark.parametrize("column", range(8))
def test_a_signature_below_any_column_changes_nothing(column: int):
    head = "CAPAIAN SPM\nPUSKESMAS TANJUNG\nJanuari s/d September 2025\n\n"
    head += "No|Jenis Pelayanan|Uraian|Tanjung Raya|Muara Enim|Sumber Jaya|Way Kandis|PUSKESMAS"
    rows = "1|Pelayanan kesehatan ibu hamil|Sasaran|85|52|72|45|254\n||Mendapat pelayanan|59|38|61|37|195"
    reading = read(S="\n".join([head, rows, *("|" * column + line for line in SIGNED)]))
    assert said(reading)[0] == "Muara Enim spm_01 2025-9 cumulative T 38/52" and len(said(reading)) == 4


@pytest.mark.parametrize("column", range(6))
def test_a_signature_below_months_with_desa_as_columns_changes_nothing(column: int):
    table = "CAKUPAN K1\nPUSKESMAS TANJUNG\n\nBULAN|Tanjung Raya|Muara Enim|Sumber Jaya|JUMLAH\nJANUARI 2026|5|2|2|9\nFEBRUARI 2026|5|8|1|14"
    reading = read(S="\n".join([table, *("|" * column + line for line in SIGNED)]))
    assert said(reading)[0] == "Muara Enim k1 2026-1 month T 2/" and len(said(reading)) == 6


def test_a_last_row_of_texts_below_desa_is_still_a_row():
    """What stands below several desa belongs to the table and is not cut away as a signature."""
    table = "STBM\nPUSKESMAS TANJUNG\nAKHIR JUNI 2026\n\n"
    table += "No|URAIAN|Tanjung Raya|Muara Enim|Sumber Jaya\n1|KK jamban sehat permanen|40|50|60\n2|Status SBS|Sudah|Belum|Sudah"
    assert said(read(S=table)) == [
        "Muara Enim sbs 2026-6 point T 0/", "Sumber Jaya sbs 2026-6 point T 1/", "Tanjung Raya sbs 2026-6 point T 1/",
    ]  # fmt: skip


@pytest.mark.parametrize("between", ["", "\n", "LAPORAN KIA\n"])
@pytest.mark.parametrize("corner", ["Capaian", "", "Cakupan KIA"])
@pytest.mark.parametrize("below", [("PN", "KF1"), ("K1", "K4")])
def test_tables_without_a_word_over_their_indicators_have_their_own_months(between: str, corner: str, below: tuple[str, str]) -> None:
    first = f"LAPORAN KIA\nBulan Mei 2026\n{corner}|Suka|Maju|Jaya\nK1|10|30|20\nK4|4|5|6\n"
    second = f"{between}Bulan Juni 2026\n{corner}|Suka|Maju|Jaya\n{below[0]}|11|31|21\n{below[1]}|5|6|7"
    reading = read(S=first + second)
    assert [line for line in said(reading) if line.startswith("Maju")] == sorted([
        "Maju k1 2026-5 month T 30/", "Maju k4 2026-5 month T 5/", f"Maju {below[0].lower()} 2026-6 month T 31/",
        f"Maju {below[1].lower()} 2026-6 month T 6/",
    ])  # fmt: skip
    assert codes(reading) == []


def test_such_tables_below_each_other_have_their_own_desa() -> None:
    reading = read(S="LAPORAN KIA MEI 2026\nCapaian|Suka|Maju\nK1|10|30\nK4|4|5\n\nCapaian|Jaya|Bina\nK1|11|31\nK4|5|6")
    k1 = {line.split()[0]: line.split()[5] for line in said(reading) if " k1 " in line}
    assert k1 == {"Suka": "10/", "Maju": "30/", "Jaya": "11/", "Bina": "31/"}


def test_a_row_of_texts_between_indicators_heads_no_table() -> None:
    text = "LAPORAN MEI 2026\nCapaian|Suka|Maju|Jaya\nK1|10|30|20\nKeterangan|baik|kurang|baik\nK4|4|5|6\n\nBulan Juni belum ada\nPN|7|8|9"
    assert {line.split()[2] for line in said(read(S=text))} == {"2026-5"}


def _of_two_desa(last: str) -> Reading:
    rows = f"1|Kunjungan K1|5|19|7|28\n2|Kunjungan K4|4|9|4|19\n3|Kunjungan neonatal (KN1)|1|10|5|25\n{last}"
    text = f"LB3 BULAN JUNI 2026\nNO|KEGIATAN|Suka||Maju|\n||Bln ini|Kum|Bln ini|Kum\n{rows}"
    return read(S=text, merges=[(1, 2, 1, 3), (1, 4, 1, 5)])


def test_a_numbered_row_of_a_sum_that_nobody_knows_is_no_total() -> None:
    reading = _of_two_desa("4|Jumlah kematian ibu|0|0|0|1")
    assert (len(said(reading)), codes(reading)) == (12, ["baris-tidak-dikenal B7"])


@pytest.mark.parametrize("label", ["4|JUMLAH", "|JUMLAH", "4|Jumlah total"])
def test_a_row_of_the_sum_of_all_is_one(label: str) -> None:
    reading = _of_two_desa(f"{label}|10|38|16|73")
    assert (len(said(reading)), codes(reading)) == (12, ["jumlah-tidak-cocok F7"])
