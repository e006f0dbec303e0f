"""Setting up a Puskesmas with files: sasaran from Excel, own indicators in reports, targets of a neighbour, the logo."""

import io

import docx
import openpyxl
import pandas as pd
from desk_tools import button, open_page, texts, well
from PIL import Image

from lokmin_data.export import docx_letters as letters
from lokmin_data.meeting.build import build_agenda
from lokmin_data.meeting.deck import Meta
from lokmin_data.model import Target
from lokmin_data.reading import read_report
from pages._shared.upload_columns import own_indicator

DESA = ["Mekarsari", "Pasirjati", "Sukamaju"]


def test_sasaran_is_read_from_a_file_with_its_sums(store, mekar):
    book, sheet = openpyxl.Workbook(), None
    sheet = book.active
    for row in (
        ["PROYEKSI SASARAN TAHUN 2025"], [], ["NO", "DESA/KELURAHAN", "BUMIL", "BALITA", None, None], [None, None, None, "L", "P", "WUS"],
        [1, "MEKAR SARI", 20.5, 40, 45, 200], [2, "Pasirjati", 40, 80, 85, 400], ["JUMLAH", None, 61, 120, 130, 600],
    ):  # fmt: skip
        sheet.append(row)
    sheet.merge_cells("D3:E3")
    file = io.BytesIO()
    book.save(file)
    app = open_page("sasaran_target", bagian="Sasaran", tahun="2026")
    app.number_input(key="sasaran_tahun").set_value(2026).run()
    app.file_uploader(key="berkas_sasaran_2026").upload("sasaran.xlsx", file.getvalue()).run()
    said = texts(well(app))
    assert "menyebut tahun 2025" in said and "1 desa tidak ada di berkas ini: Sukamaju" in said
    assert "Jumlah yang tertulis 61, sedangkan penjumlahan desanya 60,5" in said
    button(app, "Simpan 4 angka sasaran 2026 untuk 2 desa").click()
    well(app.run())
    stored = store.sasaran(mekar, 2026).set_index(["population", "desa_id"])["value"]
    assert stored.to_dict() == {("bumil", 1): 20.5, ("bumil", 2): 40, ("balita", 1): 85, ("balita", 2): 165}
    assert set(store.sasaran(mekar)["source"]) == {"berkas sasaran.xlsx"}


def test_an_own_indicator_is_changed_and_read_by_its_new_words(store, mekar):
    store.save_indicator(mekar, own_indicator("Kunjungan nifas", "phbs", "cumulative", "up", words="KUNJ NIFAS"), "uji")
    app = open_page("pengaturan", bagian_pengaturan="Indikator sendiri", tahun="2026")
    app = well(app.selectbox(key="ubah_indikator").set_value("sendiri_kunjungan_nifas").run())
    form = [box for box in app.text_input if box.label == "Nama indikator"][1]
    form.set_value("Nifas dikunjungi kader")
    words = [box for box in app.text_input if box.label.startswith("Kata di judul")][1]
    words.set_value("balita; NIFAS KADER")
    button(app, "Simpan perubahan Kunjungan nifas").click()
    assert "“balita” sudah punya arti" in texts(well(app.run()))
    words = [box for box in app.text_input if box.label.startswith("Kata di judul")][1]
    words.set_value("NIFAS KADER; KUNJ NFS")
    [box for box in app.selectbox if box.label == "Cara menghitung"][1].set_value("point")
    [box for box in app.number_input if box.label.startswith("Target")][1].set_value(70)
    button(app, "Simpan perubahan Kunjungan nifas").click()
    well(app.run())
    own = store.own_indicators(mekar)
    assert [(i.code, i.label, i.kind) for i in own] == [("sendiri_kunjungan_nifas", "Nifas dikunjungi kader", "point")]
    assert [t.value for t in store.targets(mekar)] == [70]
    book = openpyxl.Workbook()
    for row in (["BULAN : JUNI 2026"], [], ["NO", "DESA", "IBU NIFAS", "KUNJ NFS"], [1, "Mekarsari", 20, 15], [2, "Pasirjati", 10, 4]):
        book.active.append(row)
    file = io.BytesIO()
    book.save(file)
    read = read_report(file.getvalue(), "nifas.xlsx", indicators=store.indicators(mekar)).observations
    assert read[["indicator", "numerator"]].values.tolist() == [["sendiri_kunjungan_nifas", 15], ["sendiri_kunjungan_nifas", 4]]


def test_an_own_indicator_stands_on_page_ranking_and_agenda_like_a_built_in_one(store, mekar):
    store.save_indicator(mekar, own_indicator("Rumah bebas rokok", "phbs", "point", "up", words="BEBAS ROKOK"), "uji")
    store.save_targets(mekar, [Target("sendiri_rumah_bebas_rokok", 2026, 70, "target Puskesmas", "S", True)], "uji")
    book = openpyxl.Workbook()
    counts = zip((1, 2, 3), DESA, (100, 90, 80), (10, 80, 75), strict=True)
    for row in (["BULAN : JUNI 2026"], [], ["NO", "DESA", "RUMAH TANGGA DISURVEI", "BEBAS ROKOK"], *counts):
        book.active.append(row)
    file = io.BytesIO()
    book.save(file)
    store.save_report(read_report(file.getvalue(), "rokok.xlsx", indicators=store.indicators(mekar)), mekar, who="uji")
    when = {"tahun": "2026", "bulan": "Juni"}
    page = texts(well(open_page("spm_program_lain", bagian="PHBS", **when)))
    assert "Rumah bebas rokok Juni 2026: 1 dari 3 desa jelas di bawah target" in page and "10/100" in page
    assert "Mekarsari" in well(open_page("peringkat", **when)).html[0].value + texts(open_page("peringkat", **when))
    agenda = well(open_page("agenda", **when))
    assert any("Rumah bebas rokok: 1 dari 3 desa" in box.label.replace("\\", "") for box in agenda.expander)


def test_targets_are_copied_from_another_puskesmas(store, mekar):
    other = store.add_puskesmas("Zamrud", kecamatan="Sari", who="uji")
    store.save_targets(other, [Target("idl", 2025, 75, "SK 3/2025", "S", True), Target("k6", 2025, 66, "SK 3/2025", "S", True)], "uji")
    store.save_targets(mekar, [Target("idl", 2026, 80, "SK 9/2026", "S", True)], "uji")
    app = well(open_page("sasaran_target", bagian="Target", puskesmas="Mekar", tahun="2026"))
    app = well(app.selectbox(key="target_dari").set_value(other).run())
    button(app, "Salin 2 target 2025 ke 2026").click()
    well(app.run())
    copied = {(t.indicator, t.year): (t.value, t.source) for t in store.targets(mekar)}
    assert copied == {("idl", 2026): (75, "SK 3/2025"), ("k6", 2026): (66, "SK 3/2025")}


def test_a_logo_from_the_screen_stands_in_the_letters(store, mekar):
    picture = io.BytesIO()
    Image.new("RGB", (40, 40), "green").save(picture, "PNG")
    app = open_page("pengaturan")
    app.file_uploader(key="logo").upload("logo.png", picture.getvalue()).run()
    button(app, "Simpan logo ini").click()
    well(app.run())
    assert store.logo(mekar) == picture.getvalue()
    meta = Meta("Mekar", 2026, 6, logo=store.logo(mekar))
    agenda = build_agenda({}, pd.DataFrame(), None, puskesmas="Mekar", year=2026, month=6)
    letter = docx.Document(io.BytesIO(letters.undangan(agenda, meta, letters.Event())))
    assert [part.blob for part in letter.part.package.image_parts] == [picture.getvalue()]
