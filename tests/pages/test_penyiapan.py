"""Setting up a Puskesmas on the screen: desa, sasaran, targets, identity, rules, indicators, moving, backups."""

import streamlit as st
from desk_tools import button, editor_key, open_page, texts, well

from lokmin_data.store import open_store

DESA = ["Mekarsari", "Pasirjati", "Sukamaju"]


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
    assert button(app, "Buat PUSKESMAS MEKAR").disabled


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
    for begins in ("Nama indikator", "Kata di judul"):  # with what the page itself gives as an example
        box = next(box for box in app.text_input if box.label.startswith(begins))
        box.set_value(box.placeholder.removeprefix("Contoh: "))
    next(box for box in app.number_input if box.label.startswith("Target")).set_value(90)
    button(app, "Tambahkan indikator").click()
    well(app.run())
    own = store.own_indicators(mekar)
    assert [(i.code, i.label, i.direction) for i in own] == [
        ("sendiri_kunjungan_rumah_ibu_nifas", "Kunjungan rumah ibu nifas", "up")
    ]
    assert store.targets(mekar)[0].value == 90


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
    assert len(asked_for) == 1 and app.selectbox(key="cadangan_pilih").value == asked_for[0]
    store.update_puskesmas(mekar, who="uji", name="Keliru")
    app.selectbox(key="pulih_pilih").set_value(asked_for[0]).run()
    assert button(app, "Pulihkan dari").disabled
    next(box for box in app.checkbox if box.label.startswith("Ya, ganti")).check().run()
    button(app, "Pulihkan dari").click()
    well(app.run())
    assert store.puskesmas()["name"].tolist() == ["Mekar"]


def test_a_damaged_backup_is_named_and_changes_nothing(store, mekar):
    whole = store.backup().read_bytes()
    app = well(open_page("cadangan"))
    app.segmented_control(key="pulih_cara").set_value("berkas").run()
    app.file_uploader[0].upload("dari diska.zip", whole[: len(whole) // 2])
    app.run()
    next(box for box in app.checkbox if box.label.startswith("Ya, ganti")).check().run()
    button(app, "Pulihkan dari dari diska.zip").click()
    well(app.run())
    assert "Berkas dari diska.zip bukan cadangan Dasbor Lokmin, atau tidak utuh" in texts(app)
    assert "Data Anda tidak berubah" in texts(app) and store.puskesmas()["name"].tolist() == ["Mekar"]


def test_the_audit_tells_who_did_what(store, mekar):
    app = well(open_page("audit"))
    table = app.dataframe[0].value
    assert table["Yang dilakukan"].tolist() == ["simpan daftar desa", "tambah puskesmas"]
    assert set(table["Oleh"]) == {"uji"}
