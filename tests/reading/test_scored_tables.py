"""Scores, ranks, gaps, targets and means that stand where coverage usually does; programmes over their indicators."""

from __future__ import annotations

import pytest
from laporan import codes, read, said

from lokmin_data.reading.understanding import NothingToRead

WHEN = "S/D JUNI 2026"
ROWS = "1|Suka|1|3|2\n2|Maju|3|2|1\n3|Jaya|2|1|3"
KINDS = ["PERINGKAT DESA MENURUT INDIKATOR", "SKOR KINERJA DESA", "NILAI RAPOR DESA", "KESENJANGAN CAPAIAN TERHADAP TARGET", "GAP CAKUPAN (%)"]


@pytest.mark.parametrize("title", KINDS)
def test_scores_ranks_and_gaps_are_no_coverage(title: str):
    with pytest.raises(NothingToRead) as refused:
        read(S=f"{title} {WHEN}\nNO|DESA|K1|D/S|IDL\n{ROWS}")
    assert "hanya-nilai" in {problem.code for problem in refused.value.problems}


@pytest.mark.parametrize(
    ("title", "heads", "rows"),
    [
        ("PERINGKAT CAKUPAN", "K1|K4|IDL", "1|Suka|41|33|22\n2|Maju|43|32|21\n3|Jaya|42|31|23"),
        ("NILAI CAPAIAN DESA", "K1|K4|IDL", ROWS), ("SKOR DAN CAKUPAN", "K1 (%)|K4 (%)|IDL (%)", ROWS),
        ("KESENJANGAN DAN HASIL", "CAPAIAN K1|CAPAIAN K4|CAPAIAN IDL", ROWS), ("CAKUPAN DESA PERINGKAT TERBAWAH", "K1 (%)|K4 (%)|IDL (%)", ROWS),
    ],
)  # fmt: skip
def test_what_is_counted_is_read_below_such_titles(title: str, heads: str, rows: str):
    reading = read(S=f"{title} {WHEN}\nNO|DESA|{heads}\n{rows}")
    assert len(said(reading)) == 9


@pytest.mark.parametrize("heads", ["T|C|GAP", "T|C|KET", "(T)|(R)|SELISIH"])
def test_a_t_beside_a_c_is_the_target(heads: str):
    rows = "1|Suka|50|48.1|-1.9|50|44.5|-5.5\n2|Maju|50|51.2|1.2|50|50.1|0.1"
    reading = read(S=f"{WHEN}\nNO|DESA|K1|||K4||\n||{heads}|{heads}\n{rows}", merges=[(1, 0, 2, 0), (1, 1, 2, 1), (1, 2, 1, 4), (1, 5, 1, 7)])
    assert [line.split()[-1] for line in said(reading)] == ["51.2", "50.1", "48.1", "44.5"]


def test_a_t_beside_l_and_p_is_their_sum():
    reading = read(S=f"BCG {WHEN}\nNO|DESA|L|P|T\n1|Suka|5|6|11\n2|Maju|4|3|7")
    assert "Suka bcg 2026-6 cumulative T 11/" in said(reading)


@pytest.mark.parametrize("heads", ["U|S|G|TOTAL", "URGENCY|SERIOUSNESS|GROWTH|NILAI", "(U)|(S)|(G)|U x S x G"])
def test_weights_of_problems_are_no_numbers(heads: str):
    rows = "1|Suka|K4 rendah|44%|5|4|4|13\n2|Maju|IDL rendah|40%|4|4|4|12\n3|Jaya|D/S masih kurang|60%|3|4|4|11"
    reading = read(S=f"PRIORITAS MASALAH {WHEN}\nNO|DESA|MASALAH|CAPAIAN|{heads}\n{rows}")
    assert [line.split()[1:] for line in said(reading)] == [
        ["d_s", "2026-6", "point", "T", "/", "60"], ["idl", "2026-6", "cumulative", "T", "/", "40"], ["k4", "2026-6", "cumulative", "T", "/", "44"],
    ]  # fmt: skip


def test_a_form_of_performance_divides_by_the_whole_sasaran():
    form = (
        "PENILAIAN KINERJA PUSKESMAS\nDESA : {0}\n" + WHEN + "\nNO|UPAYA KESEHATAN/PROGRAM/VARIABEL/SUB VARIABEL|TARGET TH 2026 (DALAM %)"
        "|SATUAN SASARAN|TOTAL SASARAN|TARGET SASARAN|PENCAPAIAN (DALAM SATUAN SASARAN)|% CAKUPAN RIIL|% KINERJA PUSKESMAS"
        "\n1|Cakupan K1|100|ibu hamil|50|50|25|50|50"
        "\n2|Imunisasi dasar lengkap|95|bayi|40|38|10|25|26.3"
    )  # fmt: skip
    reading = read(A=form.format("SUKA"), B=form.format("MAJU"))
    assert said(reading)[2:] == ["SUKA idl 2026-6 cumulative T 10/40 25", "SUKA k1 2026-6 cumulative T 25/50 50"]
    assert not codes(reading)


@pytest.mark.parametrize("mean", ["RATA-RATA", "RATA2", "Mean", "RERATA"])
def test_the_mean_of_months_is_no_second_percent(mean: str):
    rows = "1|Suka|7.5|8.1|9.3|8.3\n2|Maju|6.5|7.1|9.1|7.6\n3|Jaya|8.5|7.7|8.8|8.3"
    reading = read(S=f"CAKUPAN K4 PER BULAN TAHUN 2026 (%)\nNO|DESA|JAN|FEB|MAR|{mean}\n{rows}")
    assert len(said(reading)) == 9 and not codes(reading)


def test_programmes_over_indicators_say_nothing():
    reading = read(
        S=f"{WHEN}\nNO|DESA|KIA/KB||PROGRAM GIZI\n||K1|K4|D/S\n1|Suka|48%|44%|80%\n2|Maju|58%|54%|70%",
        merges=[(1, 0, 2, 0), (1, 1, 2, 1), (1, 2, 1, 3)],
    )
    assert [line.split()[1] for line in said(reading)] == ["d_s", "k1", "k4"] * 2 and not codes(reading)


def test_a_programme_over_a_bare_number_names_nothing():
    with pytest.raises(NothingToRead):
        read(S=f"{WHEN}\nNO|DESA|KIA\n||JUMLAH\n1|Suka|48\n2|Maju|58", merges=[(1, 0, 2, 0), (1, 1, 2, 1)])
