"""Setting up a Puskesmas on the screen: desa, sasaran, targets, identity, rules, indicators, moving, backups."""

import io

import docx
import openpyxl
import pandas as pd
import pytest
import streamlit as st
from desk_tools import button, editor_key, open_page, texts, well
from PIL import Image

from lokmin_data.export import docx_letters as letters
from lokmin_data.meeting.build import build_agenda
from lokmin_data.meeting.deck import Meta
from lokmin_data.model import Target
from lokmin_data.reading import read_report
from lokmin_data.store import open_store
from pages._shared.upload_columns import own_indicator

DESA = ["Mekarsari", "Pasirjati", "Sukamaju"]


@pytest.fixture
def store(tmp_path, monkeypatch, database):
    monkeypatch.setenv("LOKMIN_DATA_DIR", str(tmp_path))
    st.cache_resource.clear()
    opened = open_store()
    yield opened
    opened.close()
    st.cache_resource.clear()


@pytest.fixture
def mekar(store):
    puskesmas_id = store.add_puskesmas("Mekar", kecamatan="Sari", who="uji")
    store.save_desa(puskesmas_id, pd.DataFrame({"desa": DESA, "penduduk": [1000.0, 2000.0, 3000.0]}), "uji")
    return puskesmas_id


def change(app, begins, edited=None, added=None):
    """Type into the data editor and run."""
    app.session_state[editor_key(app, begins)] = {
        "edited_rows": edited or {},
        "added_rows": added or [],
        "deleted_rows": [],
    }
    return app.run()


def test_an_empty_store_offers_two_ways_in(store):
    app = well(open_page("mulai"))
    assert [one.label for one in app.button] == ["Unggah laporan", "Buka data contoh"]


def test_a_puskesmas_is_set_up_from_a_name_and_a_pasted_list(store):
    app = well(open_page("pengaturan"))
    fields = {box.label: box for box in app.text_input}
    fields["Nama Puskesmas"].set_value("Mekar")
    fields["Kecamatan"].set_value("Sari")
    app.text_area[0].set_value("1. Mekarsari\n2. Pasirjati\n3. Sukamaju")
    app.run()
    assert "**3 desa:**" in texts(app)
    button(app, "Buat Puskesmas Mekar dengan 3 desa").click()
    well(app.run())
    assert store.puskesmas()[["name", "kecamatan"]].values.tolist() == [["Mekar", "Sari"]]
    assert store.desa(1)["desa"].tolist() == DESA


def test_a_further_puskesmas_is_shown_next(store, mekar):
    app = open_page("pengaturan", bagian_pengaturan="Puskesmas baru")
    next(box for box in app.text_input if box.label == "Nama Puskesmas").set_value("Zamrud").run()
    button(app, "Buat Puskesmas Zamrud").click()
    well(app.run())
    assert store.puskesmas()["name"].tolist() == ["Mekar", "Zamrud"]
    assert '["unggah", {}, ["puskesmas", "tahun", "bulan"]]' in texts(app)
    assert app.session_state["puskesmas_berikutnya"] == 2


def test_a_name_that_is_taken_is_told_beside_the_field(store, mekar):
    app = open_page("pengaturan", bagian_pengaturan="Puskesmas baru")
    next(box for box in app.text_input if box.label == "Nama Puskesmas").set_value("PUSKESMAS MEKAR").run()
    assert "sudah ada" in texts(well(app))
    assert button(app, "Buat Puskesmas").disabled


def test_the_desa_list_is_edited_in_place(store, mekar):
    app = well(open_page("sasaran_target"))
    app = well(
        change(
            app,
            "meja_desa",
            {0: {"desa": "Mekarsari Baru"}, 2: {"active": False}},
            [{"desa": "Tirtamulya", "active": True}],
        )
    )
    button(app, "Simpan daftar 4 desa").click()
    well(app.run())
    table = store.desa(mekar)
    assert table["desa"].tolist() == ["Mekarsari Baru", "Pasirjati", "Sukamaju", "Tirtamulya"]
    assert table["active"].tolist() == [True, True, False, True]


def test_two_equal_names_are_told_and_nothing_is_stored(store, mekar):
    app = well(change(open_page("sasaran_target"), "meja_desa", {1: {"desa": "Desa Mekarsari"}}))
    assert "tertulis lebih dari satu kali" in texts(app)
    button(app, "Simpan daftar").click()
    well(app.run())
    assert store.desa(mekar)["desa"].tolist() == DESA


def test_a_list_can_be_pasted_and_only_new_names_are_added(store, mekar):
    app = open_page("sasaran_target")
    next(area for area in app.text_area if area.label.startswith("Tempelkan")).set_value(
        "Mekarsari\nTirtamulya\t2.500"
    ).run()
    button(app, "Tambahkan 1 desa").click()
    well(app.run())
    table = store.desa(mekar)
    assert table["desa"].tolist() == [*DESA, "Tirtamulya"] and table["penduduk"].iloc[3] == 2500


def test_spellings_are_added_and_removed(store, mekar):
    app = open_page("sasaran_target")
    next(box for box in app.text_input if box.label.startswith("Ejaan baru")).set_value("Mkr Sari")
    button(app, "Simpan ejaan").click()
    well(app.run())
    assert store.aliases(mekar).values.tolist() == [["Mkr Sari", 1]]
    app.selectbox(key=f"hapus_ejaan_{mekar}").set_value("Mkr Sari").run()
    button(app, "Hapus ejaan 'Mkr Sari'").click()
    well(app.run())
    assert store.aliases(mekar).empty


def test_sasaran_is_typed_and_its_sum_is_checked(store, mekar):
    app = well(open_page("sasaran_target", bagian="Sasaran"))
    app = well(change(app, "meja_sasaran", {0: {"bumil": 20.5}, 1: {"bumil": 40}, 2: {"bumil": 60}, 3: {"bumil": 130}}))
    assert "Ibu hamil: jumlah desa 120,5, sedangkan angka Puskesmas 130 (selisih 9,5)" in texts(app)
    button(app, "Simpan sasaran").click()
    well(app.run())
    stored = store.sasaran(mekar).query("population == 'bumil'").sort_values("desa_id")
    assert stored["value"].tolist() == [130, 20.5, 40, 60]
    assert (stored["kind"] == "proyeksi").all()


def test_a_total_is_shared_out_by_penduduk(store, mekar):
    app = open_page("sasaran_target", bagian="Sasaran")
    app.selectbox(key="bagi_kelompok").set_value("bumil")
    app.run()
    next(box for box in app.number_input if box.label.startswith("Jumlah Ibu hamil")).set_value(121).run()
    button(app, "Simpan Ibu hamil").click()
    well(app.run())
    stored = store.sasaran(mekar).query("population == 'bumil'").sort_values("desa_id")
    assert stored["value"].tolist() == [20, 40, 61]
    assert stored["value"].sum() == 121


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


def test_a_target_of_the_puskesmas_stands_over_the_built_in_one(store, mekar):
    app = well(open_page("sasaran_target", bagian="Target"))
    table = app.data_editor[0].value
    assert any("isi sesuai SK Dinkes" in status for status in table["status"])
    place = table["code"].tolist().index("idl")
    app = well(change(app, "meja_target", {place: {"value": 80.0, "source": "SK Dinkes 12/2026"}}))
    button(app, "Simpan 1 target").click()
    well(app.run())
    target = store.targets(mekar)[0]
    assert (target.indicator, target.value, target.source, target.confirmed) == ("idl", 80.0, "SK Dinkes 12/2026", True)
    assert "target Puskesmas ini" in app.data_editor[0].value["status"].tolist()


def test_identity_and_letterhead_are_kept(store, mekar):
    app = well(open_page("pengaturan"))
    fields = {box.label: box for box in app.text_input}
    fields["Kabupaten/kota"].set_value("Nusa")
    fields["Nama kepala Puskesmas"].set_value("dr. Ani")
    button(app, "Simpan identitas dan kop").click()
    well(app.run())
    assert store.puskesmas()["kabupaten"].tolist() == ["Nusa"]
    assert store.settings(mekar)["kop"]["kepala"] == "dr. Ani"


def test_a_logo_must_be_a_picture(store, mekar):
    app = open_page("pengaturan")
    app.file_uploader(key="logo").upload("logo.png", b"bukan gambar").run()
    assert "bukan gambar PNG atau JPEG" in texts(well(app))
    assert store.logo(mekar) is None


def test_a_rule_is_changed_and_taken_back(store, mekar):
    app = well(open_page("pengaturan", bagian_pengaturan="Aturan"))
    next(box for box in app.number_input if box.label == "Banyaknya desa terberat").set_value(5)
    button(app, "Simpan setelan").click()
    well(app.run())
    assert store.settings(mekar)["skor"]["jumlah_terberat"] == 5
    button(app, "Kembalikan semua ke nilai bawaan").click()
    well(app.run())
    assert store.settings(mekar)["skor"]["jumlah_terberat"] == 3


def test_an_own_indicator_comes_with_its_target(store, mekar):
    app = well(open_page("pengaturan", bagian_pengaturan="Indikator sendiri"))
    next(box for box in app.text_input if box.label == "Nama indikator").set_value("Kunjungan rumah ibu nifas")
    next(box for box in app.text_input if box.label.startswith("Kata di judul")).set_value("KUNJ NIFAS")
    next(box for box in app.number_input if box.label.startswith("Target")).set_value(90)
    button(app, "Tambahkan indikator").click()
    well(app.run())
    own = store.own_indicators(mekar)
    assert [(i.code, i.label, i.direction) for i in own] == [
        ("sendiri_kunjungan_rumah_ibu_nifas", "Kunjungan rumah ibu nifas", "up")
    ]
    assert store.targets(mekar)[0].value == 90


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


def test_a_puskesmas_moves_as_one_file(store, mekar, tmp_path, monkeypatch):
    data = store.export_puskesmas(mekar, "uji")
    other = tmp_path / "lain"
    monkeypatch.setenv("LOKMIN_DATA_DIR", str(other))
    st.cache_resource.clear()
    app = well(open_page("pengaturan", bagian_pengaturan="Pindah & salin"))
    app.file_uploader(key="impor").upload("mekar.json.gz", data).run()
    button(app, "Impor Puskesmas dari berkas ini").click()
    well(app.run())
    moved = open_store()
    assert moved.desa(int(moved.puskesmas()["puskesmas_id"].iloc[0]))["desa"].tolist() == DESA
    moved.close()


def test_a_backup_is_made_and_restored_after_a_question(store, mekar):
    app = well(open_page("cadangan"))
    button(app, "Buat cadangan sekarang").click()
    well(app.run())
    asked_for = [path for path in store.backups() if "harian" not in path.name]
    assert len(asked_for) == 1
    store.update_puskesmas(mekar, who="uji", name="Keliru")
    app.selectbox(key="pulih_pilih").set_value(asked_for[0]).run()
    assert button(app, "Pulihkan dari").disabled
    next(box for box in app.checkbox if box.label.startswith("Ya, ganti")).check().run()
    button(app, "Pulihkan dari").click()
    well(app.run())
    assert store.puskesmas()["name"].tolist() == ["Mekar"]


def test_the_audit_tells_who_did_what(store, mekar):
    app = well(open_page("audit"))
    table = app.dataframe[0].value
    assert table["Yang dilakukan"].tolist() == ["simpan daftar desa", "tambah puskesmas"]
    assert set(table["Oleh"]) == {"uji"}
