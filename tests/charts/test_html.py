"""The matrix and the tables: escaped, complete, and five ways of being empty."""

import pandas as pd

from lokmin_data.charts import frames, sheets
from lokmin_data.charts.completeness import completeness_counts, completeness_matrix, expected_programmes
from lokmin_data.charts.matrix import report_strip, status_matrix, verdict_legend
from lokmin_data.charts.table import Cell, Head, html_table
from lokmin_data.wording import VERDICTS


def address(*parts):
    return "profil?x=" + "-".join(str(getattr(part, "code", part)) for part in parts)


def test_matrix_escapes_names_and_carries_symbol_colour_and_numbers(found):
    html = status_matrix({"idl": found}, [1, 2, 3, 4, 5], address=address, files={7: "a&b.xlsx"})
    assert "Rawa &lt;b&gt;Bening&lt;/b&gt;" in html and "<b>Bening" not in html
    assert "a&amp;b.xlsx" in html
    assert "9/180" in html and VERDICTS["jelas_di_bawah"].fill in html and "▼▼" in html
    assert html.count("<tr>") == 7  # head, five desa, Puskesmas


def test_matrix_says_why_a_cell_is_empty(found):
    html = status_matrix({"idl": found}, [5], address=address)
    assert '<td class="lk-kosong"' in html and "<span>belum lapor</span>" in html


def test_matrix_order_is_the_ranking(found):
    html = status_matrix({"idl": found}, [3, 1], address=address)
    assert html.index("Karangsari") < html.index("Mekarsari")


def test_not_scheduled_looks_different_from_not_reported(make_found):
    html = status_matrix({"vit_a_6_11": make_found({"A": []}, "vit_a_6_11", 90.0)}, [1], address=address)
    assert "tidak dijadwalkan" in html


def test_legend_has_five_words():
    assert all(look.word in verdict_legend() for look in VERDICTS.values())
    assert "Jelas melebihi batas" in verdict_legend(down=True)


def test_report_strip_counts_and_names():
    desa = pd.DataFrame({"desa_id": [1, 2, 3], "desa": ["A", "B", "C"]})
    reported = pd.DataFrame({"desa_id": [1, 2], "programme": ["imunisasi"] * 2})
    html = report_strip(reported, desa, {"imunisasi": "Imunisasi"}, address=address)
    assert "2 dari 3" in html and html.count("lk-belum") == 1 and ">C</a>" in html


def test_table_keeps_markup_out_and_marks_numbers():
    html = html_table([Head("Desa"), Head("n", True)], [[Cell("<script>"), Cell("1", True)]])
    assert "<script>" not in html and "lk-angka" in html


def test_status_table_has_a_row_a_desa_and_the_puskesmas_apart(found):
    html = frames.status_html(found, address=address, files={})
    assert html.count("<tr>") == 7 and "<tfoot>" in html and "2 dari 8" in html


def test_sheets_hold_plain_numbers(found):
    table = sheets.status_sheet(found, {7: "a.xlsx"}).set_index("Desa")
    assert table.loc["Mekarsari", "Capaian"] == 9
    assert table.loc["Mekarsari", "% kumulatif"] == 5.0
    assert "a.xlsx, lembar 'Mar', sel D11" in table.loc["Mekarsari", "Sumber"]
    assert pd.isna(table.loc["Tanjung", "Capaian"])
    assert table.index[-1] == "Puskesmas Uji"


def test_completeness_tells_full_partly_silent_and_not_due_apart():
    desa = pd.DataFrame({"desa_id": [1, 2, 3], "desa": ["A", "B", "C"]})
    reported = pd.DataFrame({"desa_id": [1, 1, 2], "programme": ["imunisasi", "gizi", "imunisasi"], "month": [1, 1, 1]})
    expected = expected_programmes(reported, 1)
    html = completeness_matrix(reported, desa, until=1, expected=expected, address=address)
    assert "lk-penuh" in html and "1/2" in html and "<span>belum</span>" in html and "belum jatuh tempo" in html
    assert completeness_counts(reported, desa, 1, expected) == (1, 1, 1)


def test_a_column_of_sentences_gets_room_and_one_of_numbers_stands_right():
    rows = [[Cell("Suka Maju"), Cell("akses kurang dan banyak yang tidak kembali"), Cell("12", True)]]
    html = html_table([Head("Desa"), Head("Kategori"), Head("Bayi", True)], rows)
    assert '<th scope="col">Desa</th><th scope="col" class=lk-panjang>Kategori</th><th scope="col" class=lk-angka>Bayi</th>' in html
