"""By-name sheets: recognised by head and by NIK, counted per desa and month, one quirk a test."""

from __future__ import annotations

import csv
import os
from pathlib import Path

import pandas as pd
import pytest
from persons import EPPGBM, NAMES, NIKS, child, grid

from lokmin_data.model import OBSERVATION_COLUMNS
from lokmin_data.reading.byname.lists import count_by_name, find_by_name
from lokmin_data.reading.opening.book import Sheet, open_book


def sheet_of(rows: list[list[object]], name: str = "Data") -> Sheet:
    width = max(map(len, rows))
    return Sheet(name, [list(row) + [None] * (width - len(row)) for row in rows])


def counted(rows: list[list[object]], **period: object) -> pd.DataFrame:
    found = find_by_name(sheet_of(rows))
    assert found is not None
    return count_by_name(found, **period)[0]


def told(rows: list[list[object]], **period: object) -> list[str]:
    found = find_by_name(sheet_of(rows))
    return [problem.code for problem in count_by_name(found, **period)[1]]


def numbers(frame: pd.DataFrame, indicator: str) -> dict[tuple[str, int, int], tuple[float, float]]:
    part = frame[frame["indicator"] == indicator]
    return {(r.area, r.year, r.month): (r.numerator, r.denominator) for r in part.itertuples()}


def test_growth_is_counted_over_those_measured() -> None:
    rows = [
        child(0, **{"TB/U": "Pendek"}), child(1, **{"TB/U": "Outlier"}), child(2, **{"TB/U": "-", "ZS TB/U": "-", "Tinggi": "-"}),
        child(3, **{"TB/U": "Sangat Pendek", "BB/TB": "Gizi Buruk", "BB/U": "Kurang", "Naik Berat Badan": "T"}), child(4, desa="Mekarsari"),
    ]  # fmt: skip
    frame = counted(grid(rows))
    here, there = ("Sukamaju", 2026, 3), ("Mekarsari", 2026, 3)
    assert numbers(frame, "stunting") == {here: (2, 2), there: (0, 1)}
    assert numbers(frame, "underweight") == {here: (1, 4), there: (0, 1)}
    assert numbers(frame, "wasting")[here] == numbers(frame, "gizi_buruk")[here] == (1, 4)
    assert numbers(frame, "n_d") == {here: (3, 4), there: (1, 1)}
    assert {key: value[0] for key, value in numbers(frame, "d_s").items()} == {here: 4, there: 1}
    assert tuple(frame.columns) == OBSERVATION_COLUMNS and set(frame["basis"]) == {"point"} and set(frame["sex"]) == {"T"}


@pytest.mark.parametrize("none", ["-", "", None, " - "])
def test_a_child_without_the_status_that_others_have_is_not_counted_and_told(none: object) -> None:
    rows = grid([child(0, **{"TB/U": "Pendek"}), child(1), child(2, **{"TB/U": none, "ZS TB/U": "-2,4"})])
    assert numbers(counted(rows), "stunting") == {("Sukamaju", 2026, 3): (1, 2)}
    problems = count_by_name(find_by_name(sheet_of(rows)))[1]
    assert "1 z-score tanpa status" in problems[0].message


def test_where_no_child_has_a_status_the_z_scores_count() -> None:
    rows = grid([child(0, **{"TB/U": "-", "ZS TB/U": "-2,4"}), child(1, **{"TB/U": None, "ZS TB/U": "0,4"})])
    assert numbers(counted(rows), "stunting") == {("Sukamaju", 2026, 3): (1, 2)}


def test_the_place_of_a_count_is_the_head_of_its_column() -> None:
    frame = counted(grid([child(0)]))
    assert frame.set_index("indicator").loc["stunting", ["sheet", "cell"]].tolist() == ["Data", "Z1"]


def test_a_child_measured_twice_in_a_month_counts_once_with_the_later_measurement() -> None:
    rows = [child(0, day="2026-03-20", **{"TB/U": "Normal"}), child(0, day="2026-03-05", **{"TB/U": "Pendek"}), child(0, day="2026-04-02")]
    assert numbers(counted(grid(rows)), "stunting") == {("Sukamaju", 2026, 3): (0, 1), ("Sukamaju", 2026, 4): (0, 1)}


def test_a_child_in_two_sheets_counts_once() -> None:
    sheets = [find_by_name(sheet_of(grid([child(0), child(number)]), name)) for number, name in ((1, "A"), (2, "B"))]
    frame, _ = count_by_name(sheets)
    assert numbers(frame, "stunting") == {("Sukamaju", 2026, 3): (0, 3)}


def test_siblings_whose_nik_excel_has_rounded_are_two() -> None:
    rows = [child(0, NIK=9.9e15), child(1, NIK=9.9e15)]
    assert numbers(counted(grid(rows)), "stunting") == {("Sukamaju", 2026, 3): (0, 2)}


def test_case_and_spaces_do_not_split_a_desa() -> None:
    rows = [child(0, desa="SUKAMAJU"), child(1, desa="Sukamaju "), child(2, desa="Suka\xa0maju")]
    assert set(counted(grid(rows))["area"]) == {"SUKAMAJU", "Suka maju"}


def test_rows_without_a_desa_or_a_date_are_left_out_and_told() -> None:
    rows = grid([child(0), child(1, desa="-"), child(2, day="-"), child(3, day="31/02/2026")])
    assert numbers(counted(rows), "stunting") == {("Sukamaju", 2026, 3): (0, 1)}
    assert told(rows) == ["data-perorangan-dihitung", "baris-perorangan-dilewati"]


@pytest.mark.parametrize("above", [[], [["DAFTAR STATUS GIZI"], ["Data Tanggal : 2026-03-16"]], [[None]] * 5])
def test_lines_above_the_head_do_not_matter(above: list[list[object]]) -> None:
    assert numbers(counted(above + grid([child(0)])), "stunting") == {("Sukamaju", 2026, 3): (0, 1)}


def test_a_numbering_row_and_a_signature_are_nobody() -> None:
    rows = grid([child(0)])
    rows.insert(1, list(range(1, len(EPPGBM) + 1)))
    rows += [[None] * len(EPPGBM), ["Mengetahui", None, "Kepala Puskesmas"]]
    assert numbers(counted(rows), "stunting") == {("Sukamaju", 2026, 3): (0, 1)}


def test_a_register_without_a_desa_is_refused() -> None:
    heads = [head for head in EPPGBM if head != "Desa/Kel"]
    rows = grid([child(0)], heads)
    assert counted(rows).empty and told(rows) == ["data-perorangan-tanpa-desa"]


@pytest.mark.parametrize(
    "line",
    [["Desa : Sukamaju"], ["DESA/KELURAHAN", ": Sukamaju"], ["REGISTER BALITA DESA Sukamaju BULAN MARET 2026"], ["Kelurahan", None, "Sukamaju"]],
)
def test_the_lines_above_may_name_the_desa(line: list[object]) -> None:
    heads = [head for head in EPPGBM if head != "Desa/Kel"]
    assert set(counted([line, *grid([child(0)], heads)])["area"]) == {"Sukamaju"}


def test_a_title_that_speaks_of_all_desa_names_none() -> None:
    heads = [head for head in EPPGBM if head != "Desa/Kel"]
    assert told([["REKAP PER DESA DAN KELURAHAN"], *grid([child(0)], heads)]) == ["data-perorangan-tanpa-desa"]


def test_a_nik_without_a_head_is_recognised_and_refused() -> None:
    rows = [["x", NIKS[number], NAMES[number]] for number in range(3)]
    assert told(rows) == ["data-perorangan-tidak-dikenal"]


def test_a_register_without_dates_takes_the_period_asked_for() -> None:
    heads = ["NIK", "Nama", "Desa/Kel", "TB/U"]
    rows = grid([child(0, **{"TB/U": "Pendek"})], heads)
    assert told(rows) == ["data-perorangan-tanpa-bulan"]
    assert numbers(counted(rows, year=2026, month=5), "stunting") == {("Sukamaju", 2026, 5): (1, 1)}


@pytest.mark.parametrize("above", [["LAPORAN BULAN MEI TAHUN 2026"], ["Bulan", None, ": Mei", 2026.0], ["PERIODE MEI 2026", "Tgl cetak 3 Juni 2027"]])
def test_the_lines_above_may_tell_the_month(above: list[object]) -> None:
    rows = [above, *grid([child(0)], ["NIK", "Nama", "Desa/Kel", "TB/U"])]
    assert numbers(counted(rows), "stunting") == {("Sukamaju", 2026, 5): (0, 1)}


def test_a_sheet_named_like_a_known_desa_belongs_to_it() -> None:
    rows = grid([child(0)], [head for head in EPPGBM if head != "Desa/Kel"])
    found = find_by_name(sheet_of(rows, "Ds. SUKAMAJU"))
    assert count_by_name(found)[0].empty
    assert set(count_by_name(found, areas=["Sukamaju", "Mekarsari"])[0]["area"]) == {"Ds. SUKAMAJU"}


def test_a_month_column_tells_the_month() -> None:
    heads = ["NIK", "Nama", "Desa/Kel", "Bulan Pengukuran", "Tahun", "TB/U"]
    rows = grid([child(0, **{"Bulan Pengukuran": "Pebruari", "Tahun": 2026.0})], heads)
    assert numbers(counted(rows), "stunting") == {("Sukamaju", 2026, 2): (0, 1)}


def test_a_head_of_two_rows() -> None:
    rows = [["No", "Nama Balita", "Tgl Lahir", "Desa", "Hasil Pengukuran", None, None], [None, None, None, None, "Tanggal Ukur", "TB/U", "BB/U"],
            [1, NAMES[0], "2024-01-02", "Sukamaju", "10/03/2026", "Pendek", "Kurang"]]  # fmt: skip
    frame = counted(rows)
    assert numbers(frame, "stunting") == numbers(frame, "underweight") == {("Sukamaju", 2026, 3): (1, 1)}


ASIK = ["Nama Anak", "Tanggal Lahir Anak", "Jenis Kelamin Anak", "Nama Orang Tua", "Kelurahan atau Desa", "Klasifikasi Kelurahan",
        "Nama Antigen", "Tanggal Imunisasi", "Status Imunisasi", "NIK Anak"]  # fmt: skip


def shot(number: int, antigen: str, day: object, desa: str = "Sukamaju") -> list[object]:
    return [NAMES[number], "2025-11-01", "L", "x", desa, "Desa", antigen, day, "ideal", "'" + NIKS[number]]


def test_asik_individual_counts_antigens_by_their_date() -> None:
    rows = [ASIK, shot(0, "DPT-HB-Hib 1", "2026-02-10"), shot(1, "DPT-HB-Hib 1", "2026-02-12"), shot(0, "DPT-HB-Hib 1", "2026-03-10"),
            shot(0, "BCG 1", "-"), shot(0, "IDL 1", "2026-03-01", "Mekarsari"), shot(2, "Vaksin Lain", "2026-03-01")]  # fmt: skip
    frame = counted(rows)
    assert {key: value[0] for key, value in numbers(frame, "dpt1").items()} == {("Sukamaju", 2026, 2): 2}
    assert {key: value[0] for key, value in numbers(frame, "idl").items()} == {("Mekarsari", 2026, 3): 1}
    assert set(frame["basis"]) == {"month"} and frame["denominator"].isna().all()


def test_asik_cohort_counts_each_antigen_column() -> None:
    heads = ["Nama Anak", "NIK Anak", "Tanggal Lahir Anak", "Kelurahan", "Puskesmas", "Tanggal Imunisasi BCG 1", "Tanggal Input BCG 1",
             "Pos Imunisasi BCG 1", "Status Imunisasi BCG 1", "Tanggal Imunisasi MR 1"]  # fmt: skip
    rows = [heads, [NAMES[0], NIKS[0], "2025-11-01", "Sukamaju", "A", "2025-11-20", "2026-01-01", "Pos", "ideal", "-"],
            [NAMES[1], NIKS[1], "2025-11-01", "Sukamaju", "A", "2025-11-25", "2026-01-01", "Pos", "ideal", "2026-08-02"]]  # fmt: skip
    frame = counted(rows)
    assert numbers(frame, "bcg").keys() == {("Sukamaju", 2025, 11)} and frame.set_index("indicator").loc["bcg", "numerator"] == 2
    assert numbers(frame, "mr1").keys() == {("Sukamaju", 2026, 8)}


def test_marks_under_an_antigen_take_the_period_asked_for() -> None:
    rows = [["No", "Nama", "JK", "Tanggal Lahir", "Desa", "BCG", None, "POLIO (1)", None], [None, None, None, None, None, "L", "P", "L", "P"],
            [1, NAMES[0], "L", "2026-01-01", "Sukamaju", "v", None, None, None],
            [2, NAMES[1], "P", "2026-01-01", "Sukamaju", None, 1, None, "-"]]  # fmt: skip
    sheet = Sheet("A", [list(row) for row in rows], merges=((0, 5, 0, 6), (0, 7, 0, 8)))
    frame, _ = count_by_name(find_by_name(sheet), year=2026, month=6)
    assert numbers(frame, "bcg").keys() == {("Sukamaju", 2026, 6)} and frame["numerator"].tolist() == [2.0]


def test_bumil_registers_count_kek_and_anemia_once_a_year() -> None:
    heads = ["No", "Nama Ibu Hamil", "NIK", "Desa", "HPHT", "Tanggal Periksa", "LILA (cm)", "Hb (gr/dl)"]
    visits = [(0, "2026-03-05", "23,4", "10,9"), (1, "2026-03-06", 23.5, 11), (0, "2026-04-05", "23,9", "11,4"), (2, "2026-04-06", "-", 108)]
    rows = [[n, NAMES[who], NIKS[who], "Sukamaju", "2026-01-01", *facts] for n, (who, *facts) in enumerate(visits, 1)]
    frame = counted([heads, *rows])
    assert numbers(frame, "kek") == {("Sukamaju", 2026, 3): (1, 2)}
    assert numbers(frame, "anemia") == {("Sukamaju", 2026, 3): (1, 2)}


@pytest.mark.parametrize(
    "rows",
    [
        [["No", "Desa", "Sasaran", "L", "P", "%"], [1, "Sukamaju", 50, 20, 25, 90]],
        [["No", "Nama Desa", "Nama Posyandu", "Alamat", "Jumlah Balita"], [1, "Sukamaju", "Melati", "Dusun 1", 40]],
        [["No", "Nama", "Jumlah", "%"], [1, "Sukamaju", 3, 5.5]],
        [["No", "Puskesmas", "Kelurahan", "Jumlah_balita_stunting"], [1, "A", "B", 3]],
        [["NIP 198001012006041001"], ["NIP 198001012006041002"]],
        [["Nomor surat", "1234567890123456"]],
    ],
    ids=["recap", "posyandu", "names-of-desa", "sigizi", "nip", "one-number"],
)
def test_recaps_are_not_by_name(rows: list[list[object]]) -> None:
    assert find_by_name(sheet_of(rows)) is None


@pytest.mark.korpus
@pytest.mark.parametrize("report", [f"dev-F0{number}" for number in range(8)])
def test_corpus_exports_give_every_count_of_the_truth_and_no_other(report: str) -> None:
    if not os.environ.get("LOKMIN_CORPUS"):
        pytest.skip("LOKMIN_CORPUS tidak disetel")
    folder = Path(os.environ["LOKMIN_CORPUS"]) / "synthetic"
    (path,) = (folder / "files" / report).iterdir()
    found = [by_name for sheet in open_book(path.read_bytes(), path.name).sheets if (by_name := find_by_name(sheet))]
    frame = count_by_name(found)[0]
    keys = ["area", "indicator", "year", "month", "basis", "sex"]

    def table(rows: list[dict[str, object]]) -> dict[tuple[str, ...], tuple[float, str]]:
        return {
            tuple(str(row[key]) for key in keys): (float(row["numerator"]), str(float(row["denominator"] or "nan"))) for row in rows
        }

    read = table(frame.to_dict("records"))
    truth = table(list(csv.DictReader((folder / "truth" / f"{report}.csv").open(encoding="utf-8"))))
    optional = table(list(csv.DictReader((folder / "optional" / f"{report}.csv").open(encoding="utf-8"))))
    assert {key: read.get(key) for key in truth} == truth
    assert {key: value for key, value in read.items() if key not in truth} == {key: optional[key] for key in read if key not in truth}
