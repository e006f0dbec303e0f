"""The picture of a sheet: escaped, limited, and with what was understood written on it."""

import pandas as pd

from lokmin_data.model import SheetReading
from pages._shared.upload_grid import column_letters, grid_html


def sheet(cells, marks=()):
    frame = pd.DataFrame(list(marks), columns=["row", "column", "role", "meaning"])
    return SheetReading("Lembar1", "read", frame, tuple(tuple(row) for row in cells))


def test_columns_are_named_as_excel_does():
    assert [column_letters(i) for i in (0, 25, 26, 701, 702)] == ["A", "Z", "AA", "ZZ", "AAA"]


def test_text_of_the_file_never_becomes_markup():
    page = grid_html(
        sheet([["<script>alert(1)</script>", '"><img src=x onerror=y>']], [(0, 0, "area", '"><b onclick=z>')])
    )
    assert "<script" not in page and "<img" not in page and "<b onclick" not in page
    assert "&lt;script&gt;" in page


def test_a_problem_wins_over_the_role_of_its_cell():
    page = grid_html(sheet([["Desa", "12"]], [(0, 1, "number", "K1"), (0, 1, "problem", "Tidak sama dengan jumlah")]))
    assert 'class="salah" title="perlu dilihat: Tidak sama dengan jumlah"' in page
    assert 'class="angka"' not in page


def test_a_large_sheet_is_cut_and_says_so():
    page = grid_html(sheet([["x"] * 60 for _ in range(200)]), max_rows=50, max_columns=20)
    assert page.count("<tr>") == 51
    assert "Masih ada 150 baris dan 40 kolom lagi" in page


def test_only_the_roles_that_occur_are_explained():
    page = grid_html(sheet([["Desa"]], [(0, 0, "area", "")]))
    assert "desa</span>" in page and "persen tercetak</span>" not in page
