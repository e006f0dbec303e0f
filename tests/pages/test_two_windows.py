"""Two windows on the same meeting: nobody's words are lost without being told."""

import pytest
from desk_tools import KEY, button, edit, evidence_box, open_page, saved_agenda, texts, well


@pytest.fixture
def store(meeting_store):
    return meeting_store


def evidence_of(store):
    return {item.key: item.evidence for item in saved_agenda(store).items}


def test_two_people_changing_the_agenda_are_told(store):
    first, second = open_page("agenda"), open_page("agenda")
    mine, theirs = evidence_box(first), evidence_box(second)
    theirs.set_value("Versi dua")
    well(second.run())
    body, revision = store.load_document(1, "agenda", KEY)
    store.save_document(1, "agenda", KEY, body, revision, "ani")
    mine.set_value("Versi satu")
    well(first.run())
    assert "ani menyimpan perubahan agenda ini lebih dahulu" in texts(first) and "Versi dua" in evidence_of(store).values()
    told = str([table.value for table in first.table])
    assert "Versi satu" in told and "Versi dua" in told
    button(first, "Pakai versi ani").click()
    well(first.run())
    assert "menyimpan perubahan agenda ini lebih dahulu" not in texts(first) and "Versi dua" in evidence_of(store).values()


def test_changes_in_two_windows_that_do_not_touch_are_both_kept(store):
    first, second = open_page("agenda"), open_page("agenda")
    box = evidence_box(first)
    letter = next(one for one in second.text_input if one.label == "Nomor surat undangan")
    next(one for one in first.text_input if one.label == "Tempat").set_value("Aula")
    box.set_value("Versi satu")
    well(first.run())
    letter.set_value("005/12")
    well(second.run())
    body, _ = store.load_document(1, "agenda", KEY)
    assert (body["tempat"], body["nomor"]) == ("Aula", "005/12") and "Versi satu" in evidence_of(store).values()
    assert "Jendela lain juga mengubah agenda ini; kedua perubahan disimpan bersama." in texts(second)
    assert next(one for one in second.text_input if one.label == "Tempat").value == "Aula"
    well(first.run())
    assert next(one for one in first.text_input if one.label == "Nomor surat undangan").value == "005/12"


def test_a_list_that_somebody_else_saved_meanwhile_is_not_written_over_unseen(store):
    app = open_page("agenda", bagian_agenda="Daftar hadir")
    edit(app, "meja_hadir", edited={0: {"name": "Pak Camat", "present": True}})
    well(app.run())
    store.save_document(1, "hadir", KEY, {"orang": [{"sector": "camat", "name": "Bu Camat", "role": "", "present": True}]}, 0, "ani")
    button(app, "Simpan daftar hadir").click()
    well(app.run())
    assert "Belum disimpan: orang lain baru saja mengubah data ini" in texts(app)
    assert store.load_document(1, "hadir", KEY)[0]["orang"][0]["name"] == "Bu Camat"
    button(app, "Simpan daftar hadir").click()  # now that it was told
    well(app.run())
    assert store.load_document(1, "hadir", KEY)[0]["orang"][0]["name"] == "Pak Camat"
