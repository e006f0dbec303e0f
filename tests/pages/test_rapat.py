"""Agenda, RTL, priorities, slides: what people write is kept, and nobody writes over anybody."""

from dataclasses import replace
from types import SimpleNamespace

import pytest
from desk_tools import KEY, button, edit, evidence_box, open_page, saved_agenda, texts, well

from pages._shared import meeting_notes
from pages._shared.access import LOCAL_PERSON


@pytest.fixture
def store(meeting_store):
    return meeting_store


def test_the_agenda_adds_up_and_is_not_stored_before_it_is_changed(store):
    app = well(open_page("agenda"))
    assert "Jumlah menit: **120 dari 120**" in texts(app)
    assert store.load_document(1, "agenda", KEY) == ({}, 0)


def test_an_own_item_is_kept_and_the_minutes_are_checked(store):
    app = open_page("agenda")
    title = next(box for box in app.text_input if box.label == "Acara")
    title.set_value("Sambutan APDESI")
    button(app, "Tambahkan acara").click()
    well(app.run())
    titles = [item.title for item in saved_agenda(store).items]
    assert "Sambutan APDESI" in titles and titles.index("Sambutan APDESI") < len(titles) - 1
    assert "Jumlah menit 130, lebih 10 dari lama rapat 120" in texts(app)
    button(app, "Bagi ulang menjadi 120 menit").click()
    well(app.run())
    assert sum(item.minutes for item in saved_agenda(store).items) == 120


def test_a_rewritten_evidence_and_ticked_causes_are_kept_at_once(store):
    app = open_page("agenda")
    box = evidence_box(app)
    box.set_value("Ditulis ulang oleh bidan.")
    well(app.run())
    assert "Ditulis ulang oleh bidan." in [item.evidence for item in saved_agenda(store).items]
    assert evidence_box(well(open_page("agenda"))).value == "Ditulis ulang oleh bidan."


def test_new_data_are_offered_and_never_put_over_the_edited_agenda(store):
    app = open_page("agenda")
    evidence_box(app).set_value("Milik kami.")
    app.run()
    body, revision = store.load_document(1, "agenda", KEY)
    agenda = saved_agenda(store)
    fewer = replace(
        agenda, items=tuple(item for item in agenda.items if item.kind != "masalah" or item != agenda.problems()[-1])
    )
    store.save_document(1, "agenda", KEY, {**body, "agenda": fewer.as_dict()}, revision, "lain")
    again = well(open_page("agenda"))
    assert "Data berubah sejak agenda ini disusun" in texts(again)
    button(again, "Terapkan 1 perubahan").click()
    well(again.run())
    evidence = [item.evidence for item in saved_agenda(store).items]
    assert "Milik kami." in evidence and len(saved_agenda(store).items) == len(agenda.items)


def test_the_monthly_meeting_has_an_agenda_of_its_own(store):
    app = open_page("agenda", jenis_lokmin="Bulanan (internal)")
    assert "Lokakarya mini bulanan, Juni 2026" in texts(app)
    evidence_box(app).set_value("Internal.")
    well(app.run())
    assert store.load_document(1, "agenda", f"{KEY}-bulanan")[1] > 0
    assert store.load_document(1, "agenda", KEY)[1] == 0


def test_every_document_has_a_button(store):
    app = well(open_page("agenda", bagian_agenda="Dokumen"))
    labels = [one.label for one in app.get("download_button")]
    assert labels[0] == "Unduh semua dokumen (ZIP)"
    for name in (
        "Materi (PPTX)",
        "Undangan (DOCX)",
        "Notulen (DOCX)",
        "RTL (XLSX)",
        "Profil semua desa (PDF)",
        "Permintaan tiap sektor (ZIP)",
    ):
        assert name in labels


def test_attendance_is_kept(store):
    app = well(open_page("agenda", bagian_agenda="Daftar hadir"))
    edit(app, "meja_hadir", edited={0: {"name": "Bapak Camat", "present": True}}).run()
    assert "1 orang hadir" in texts(app)
    button(app, "Simpan daftar hadir (1 hadir)").click()
    well(app.run())
    people = store.load_document(1, "hadir", KEY)[0]["orang"]
    assert {"sector": "camat", "name": "Bapak Camat", "role": "", "present": True} in people


def test_drafts_of_the_plan_are_bound_to_desa_and_indicator_and_marked_incomplete(store):
    app = well(open_page("rtl"))
    button(app, "Buat 12 draf").click()
    well(app.run())
    table = store.rtl(1)
    assert len(table) == 12 and (table["lokmin"] == KEY).all()
    assert table["baseline_year"].eq(2026).all() and table["indicator"].ne("").all()
    assert "12 dari 12 kegiatan belum lengkap" in texts(app)
    rest = next(box for box in app.multiselect if box.label == "Draf yang dibuat")
    button(rest.set_value(rest.options).run(), f"Buat {len(rest.options)} draf").click()  # several problems ask the same
    well(app.run())
    assert not store.rtl(1).duplicated(["indicator", "sektor"]).any()


def test_a_row_is_written_with_its_baseline_from_the_data(store):
    app = well(open_page("rtl"))
    fields = {box.label: box for box in app.text_input}
    fields["Masalah"].set_value("IDL rendah")
    fields["Penanggung jawab (satu nama)"].set_value("Bidan Siti")
    next(area for area in app.text_area if area.label == "Kegiatan").set_value("Kunjungan rumah bayi yang tertinggal")
    next(box for box in app.selectbox if box.label == "Indikator yang diukur").set_value("idl")
    next(box for box in app.multiselect if box.label.startswith("Desa")).set_value([1, 2])
    button(app, "Simpan kegiatan ini").click()
    well(app.run())
    row = store.rtl(1).iloc[0]
    assert row["desa_ids"] == [1, 2] and row["desa"] == "Mekarsari, Pasirjati"
    assert row["baseline_n"] > row["baseline_x"] > 0 and (row["baseline_year"], row["baseline_month"]) == (2026, 6)
    assert row["target_value"] > 0 and row["selesai"] == "2026-09-30"
    assert "Kegiatan disimpan." in texts(app)


def test_the_second_of_two_changes_sees_the_first(store):
    store.save_rtl(
        {"puskesmas_id": 1, "lokmin": KEY, "kegiatan": "Sweeping", "penanggung_jawab": "Ani", "selesai": "2026-09-30"},
        who="uji",
    )
    app = open_page("rtl")
    next(box for box in app.selectbox if box.label == "Kegiatan").set_value("1").run()
    store.save_rtl({"puskesmas_id": 1, "rtl_id": 1, "revision": 1, "penanggung_jawab": "Budi"}, who="budi")
    next(area for area in app.text_area if area.label == "Kegiatan").set_value("Sweeping dua kali")
    button(app, "Simpan perubahan").click()
    app.run()
    assert "budi menyimpan kegiatan ini lebih dahulu" in texts(well(app))
    assert store.rtl(1).iloc[0]["kegiatan"] == "Sweeping"
    difference = next(one.value for one in app.dataframe if "Perubahan Anda" in one.value.columns)
    assert difference["Isian"].tolist() == ["kegiatan"]
    button(app, "Simpan perubahan saya di atas versi budi").click()
    well(app.run())
    row = store.rtl(1).iloc[0]
    assert (row["kegiatan"], row["penanggung_jawab"]) == ("Sweeping dua kali", "Budi")


def test_the_next_meeting_opens_with_what_became_of_the_plan(store):
    store.save_rtl(
        {
            "puskesmas_id": 1, "lokmin": "2026-03", "kegiatan": "Sweeping", "penanggung_jawab": "Ani", "selesai": "2026-05-31", "indicator": "idl",
            "desa_ids": [1], "desa": "Mekarsari",
            "baseline_x": 5.0, "baseline_n": 60.0, "baseline_year": 2026, "baseline_month": 3, "target_value": 50.0,
        },
        who="uji",
    )  # fmt: skip
    app = well(open_page("rtl"))
    page = texts(app)
    assert "Kesepakatan lalu: 0 dari 1 selesai, 1 lewat waktu" in page
    assert "lewat" in page and "Mekarsari" in page and "Maret 2026" in page


def test_priorities_start_from_the_data_show_ties_and_are_kept(store):
    app = well(open_page("prioritas"))
    order = app.dataframe[-1].value
    assert order["Nilai"].is_monotonic_decreasing
    assert any("(sama)" in place for place in order["No"]) == order["Nilai"].duplicated().any()
    button(app, f"Simpan urutan {len(order)} masalah").click()
    well(app.run())
    rows = store.load_document(1, "usg", KEY)[0]["usg"]["rows"]
    assert [row["masalah"] for row in rows] == order["Masalah"].tolist()
    assert f"Prioritas pertama: {rows[0]['masalah']}" in texts(app)


def test_hanlon_uses_its_own_formula(store):
    app = open_page("prioritas")
    app.get_by_key("cara_prioritas").set_value("hanlon")
    well(app.run())
    order = app.dataframe[-1].value
    first = order.iloc[0]
    assert first["Nilai"] == pytest.approx(
        (first["A besar (1-10)"] + first["B gawat (1-10)"]) * first["C mudah ditangani (1-10)"]
    )


def test_slides_can_be_hidden_and_moved_and_the_choice_is_kept(store):
    app = well(open_page("presentasi"))
    edit(app, "meja_salindia", edited={1: {"shown": False}, 2: {"place": 0.5}}).run()
    button(app, "Simpan susunan").click()
    well(app.run())
    body = store.load_document(1, "slides", KEY)[0]
    assert body["sembunyi"] == ["agenda"]
    assert body["urutan"][0] == "tindak_lanjut"


def test_the_slide_of_the_address_is_shown_again_after_a_reload(store):
    app = well(open_page("presentasi", tayang="1", salindia="2"))
    slide = next(one.value for one in app.html if 'class="lt' in one.value)
    assert "Agenda: 120 menit" in slide
    assert app.query_params["salindia"] in ("2", ["2"])


def test_a_passer_by_of_the_network_sees_and_changes_nothing(store, monkeypatch):
    monkeypatch.setenv("LOKMIN_JARINGAN", "ya")
    for name in ("agenda", "rtl", "prioritas"):
        app = well(open_page(name))
        assert "Silakan masuk sebagai petugas" in texts(app)
        assert not [one for one in app.button if one.label.startswith(("Simpan", "Buat", "Terapkan"))]
    assert store.load_document(1, "agenda", KEY) == ({}, 0)


def test_notulen_that_only_grew_are_stored_over_an_earlier_save_of_the_same_text(store, monkeypatch):
    monkeypatch.setattr(meeting_notes, "get_store", lambda: store)
    monkeypatch.setattr(meeting_notes, "person", lambda *, fresh: LOCAL_PERSON)
    at, state = SimpleNamespace(puskesmas_id=1), {}
    store.save_document(1, "notulen", KEY, {"teks": "Camat membuka"}, 0, LOCAL_PERSON.name)
    assert meeting_notes._store(at, KEY, "Camat membuka rapat.", 0, state) == ""
    assert store.load_document(1, "notulen", KEY) == ({"teks": "Camat membuka rapat."}, 2)
    assert "lain" in meeting_notes._store(at, KEY, "Ditulis sendiri.", 1, state)
    assert (state["theirs"], state["mine"]) == ("Camat membuka rapat.", "Ditulis sendiri.")
    assert store.load_document(1, "notulen", KEY)[1] == 2


def test_what_somebody_else_took_from_the_notulen_is_shown_and_not_written_over(store, monkeypatch):
    monkeypatch.setattr(meeting_notes, "get_store", lambda: store)
    monkeypatch.setattr(meeting_notes, "person", lambda *, fresh: LOCAL_PERSON)
    at, state = SimpleNamespace(puskesmas_id=1), {}
    store.save_document(1, "notulen", KEY, {"teks": "Camat membuka"}, 0, "ani")
    assert "lain" in meeting_notes._store(at, KEY, "Camat membuka rapat.", 0, state)
    assert state["theirs"] == "Camat membuka" and store.load_document(1, "notulen", KEY)[1] == 1
