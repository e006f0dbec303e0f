"""Unggah laporan: from a dropped file to stored numbers, and back."""

from dataclasses import dataclass

import pandas as pd
from desk_tools import DESA, again, button, drop, open_page, reading, texts, well

from lokmin_data.model import LokminError, Problem
from lokmin_data.reading.asking.outside import OutsideCatalogue
from lokmin_data.store.recompute import UNDONE


def test_an_empty_page_says_what_will_happen(store):
    app = well(open_page("unggah"))
    assert app.file_uploader[0].label.startswith("Laporan bulanan seperti adanya")


def test_a_report_is_shown_and_stored_only_by_the_button(store, mekar):
    found = reading(DESA, months=(1, 2, 3, 4))
    app = well(drop(found))
    assert "3 desa diharapkan, 3 terbaca" in texts(app)
    assert "Januari–April 2026" in texts(app)
    assert store.reports(mekar).empty
    button(app, "Simpan 3 desa, Januari–April 2026").click()
    well(again(app, found))
    assert store.reports(mekar)["rows"].tolist() == [12]
    assert "12 angka baru" in texts(app)


def test_the_first_report_makes_the_puskesmas_with_its_desa(store):
    found = reading(DESA, puskesmas="Mekar", kecamatan="Sari")
    app = well(drop(found))
    assert app.text_input[0].value == "Mekar"
    button(app, "Simpan 3 desa, Januari 2026").click()
    well(again(app, found))
    table = store.puskesmas()
    assert table["name"].tolist() == ["Mekar"]
    assert store.desa(int(table["puskesmas_id"].iloc[0]))["desa"].tolist() == DESA


def test_names_that_are_no_desa_can_be_taken_out_of_the_first_report(store):
    found = reading([*DESA, "Gudang Farmasi"], puskesmas="Mekar")
    app = drop(found)
    app.multiselect[0].unselect("Gudang Farmasi")
    again(app, found)
    button(app, "Simpan 3 desa").click()
    well(again(app, found))
    assert "Gudang Farmasi" not in store.desa(1)["desa"].tolist()


def test_a_new_spelling_is_asked_with_the_likely_answer_and_remembered(store, mekar):
    found = reading(["Mekarsari", "Pasirjati", "Sukamaiu"])
    app = well(drop(found))
    question = next(box for box in app.selectbox if "Sukamaiu" in box.label)
    assert question.format_func(question.value) == "Sukamaju"
    button(app, "Simpan 3 desa").click()
    well(again(app, found))
    assert store.aliases(mekar)["alias"].tolist() == ["Sukamaiu"]
    assert set(store.observations(mekar)["desa"]) == set(DESA)


def test_an_unlike_name_is_a_new_desa_and_stored_with_the_report(store, mekar):
    found = reading([*DESA, "Tirtamulya"])
    app = well(drop(found))
    button(app, "Simpan 4 desa").click()
    well(again(app, found))
    assert store.desa(mekar)["desa"].tolist() == [*DESA, "Tirtamulya"]


def test_a_name_can_be_ignored(store, mekar):
    found = reading([*DESA, "Luar gedung"])
    app = drop(found)
    next(box for box in app.selectbox if "Luar gedung" in box.label).set_value(-2)
    again(app, found)
    button(app, "Simpan 3 desa").click()
    well(again(app, found))
    assert store.desa(mekar)["desa"].tolist() == DESA
    assert len(store.observations(mekar)) == 3


def test_other_numbers_are_shown_before_they_are_replaced(store, mekar):
    store.save_report(reading(DESA, sha="lama"), mekar, who="uji")
    found = reading(DESA, numbers=[10.0, 99.0, 12.0], sha="baru")
    app = well(drop(found))
    assert "1 angka sudah tersimpan dengan nilai lain" in texts(app)
    change = next(table.value for table in app.dataframe if "Di berkas ini" in table.value.columns)
    assert change[["Desa", "Tersimpan", "Di berkas ini"]].values.tolist() == [["Pasirjati", "11", "99"]]
    button(app, "Ganti 1 angka dan simpan 3 desa").click()
    well(again(app, found))
    assert store.observations(mekar).set_index("desa")["numerator"]["Pasirjati"] == 99


def test_the_same_file_changes_nothing(store, mekar):
    found = reading(DESA)
    store.save_report(found, mekar, who="uji")
    app = well(drop(found))
    assert "sudah tersimpan; menyimpannya lagi tidak mengubah apa pun" in texts(app)


def test_a_report_of_another_puskesmas_is_asked_and_nothing_is_stored(store, mekar):
    found = reading(["Ujung", "Pangkal", "Tengah"], puskesmas="Jauh")
    app = well(drop(found))
    assert "menyebut Puskesmas Jauh" in texts(app)
    assert button(app, "Simpan").disabled
    app.radio[0].set_value("lain")
    well(again(app, found))
    assert "Tidak disimpan" in texts(app)
    assert button(app, "Simpan").disabled
    assert store.reports(mekar).empty and store.desa(mekar)["desa"].tolist() == DESA


def test_a_file_that_is_no_report_is_refused_in_words(store, mekar):
    def answer(*args, **kwargs):
        refusal = LokminError("Berkas ini bukan lembar kerja yang dikenal.")
        refusal.reading = reading([])
        raise refusal

    app = well(drop(answer))
    assert "bukan lembar kerja yang dikenal" in texts(app)
    assert "Tidak ada masalah" not in texts(app)
    assert not [one for one in app.button if one.label.startswith("Simpan")]


def test_a_refused_report_shows_why_and_takes_an_answer(store, mekar):
    title = pd.DataFrame([("S", "A1", "SISA K4", "", 0.0)], columns=["sheet", "cell", "header", "suggestion", "score"])
    error = LokminError("Tidak ada satu pun capaian yang dapat dibaca.")
    error.reading = reading([], unknown_columns=title, problems=(Problem(sheet="S", cell="A1"),))
    app = well(drop(lambda *args, memory=None, **kwargs: reading(DESA) if memory else (_ for _ in ()).throw(error)))
    assert "Tidak ada satu pun capaian" in texts(app) and "1 hal perlu dilihat" in texts(app)
    next(box for box in app.selectbox if "SISA K4" in box.label).set_value("k4")
    answer = lambda *args, memory=None, **kwargs: reading(DESA) if "SISA K4" in str(memory) else None  # noqa: E731
    button(well(again(app, answer)), "Pakai arti 1 kolom ini dan baca ulang").click()
    assert button(well(again(app, answer)), "Simpan 3 desa")


@dataclass(frozen=True, kw_only=True)
class TotalWrong(Problem):
    code = "total-tidak-sama"
    what = "Jumlah tercetak {found}, sedangkan jumlah desa {expected}."


def test_problems_name_their_cell_and_totals_come_first(store, mekar):
    found = reading(
        DESA, problems=(Problem(sheet="S", cell="A1"), TotalWrong(sheet="S", cell="C9", found="40", expected="33"))
    )
    page = texts(well(drop(found)))
    assert "1 di antaranya jumlah yang tidak cocok" in page
    assert page.index("Jumlah tercetak 40") < page.index("sel A1")


def test_text_of_a_file_is_never_markup(store, mekar):
    found = reading([*DESA, "<img src=x onerror=alert(1)>"], name="<b>laporan</b>.xlsx")
    page = texts(well(drop(found, ("<b>laporan</b>.xlsx", b"isi"))))
    assert "<img src=x" not in page and "<b>laporan" not in page


def test_an_unknown_column_can_get_a_meaning_that_is_used_and_remembered(store, mekar):
    unknown = pd.DataFrame(
        [("Lembar1", "D4", "KUNJ PERTAMA", "k1", 70.0)], columns=["sheet", "cell", "header", "suggestion", "score"]
    )
    seen = {}

    def answer(data, name, *, memory=None, **kwargs):
        seen["memory"] = dict(memory)
        return reading(DESA, unknown_columns=unknown if not memory else unknown.iloc[:0])

    app = well(drop(answer))
    button(app, "Pakai arti 1 kolom ini dan baca ulang").click()
    well(again(app, answer))
    assert seen["memory"] == {"bentuk-1": {"columns": {"KUNJ PERTAMA": "k1"}}}
    button(app, "Simpan 3 desa").click()
    well(again(app, answer))
    assert store.memory(mekar) == {"bentuk-1": {"columns": {"KUNJ PERTAMA": "k1"}}}


def test_what_is_left_out_for_good_is_not_told_again_next_month(store, mekar):
    store.save_memory(mekar, "bentuk-1", {"columns": {"KUNJ A": "ignore"}}, "uji")
    notes = [OutsideCatalogue(sheet="Lembar1", cell="D4", found=found) for found in ("KUNJ A", "KUNJ A, KUNJ B")]
    said = texts(well(drop(reading(DESA, problems=tuple(notes)))))
    assert "KUNJ A, KUNJ B" in said and said.count("KUNJ A") == 1 and "1 hal perlu dilihat" in said


def test_a_new_indicator_begins_in_the_programme_of_its_report(store, mekar):
    unknown = pd.DataFrame([("Lembar1", "D4", "KUNJ BARU", "", 0.0)], columns=["sheet", "cell", "header", "suggestion", "score"])
    answer = reading(DESA, unknown_columns=unknown)
    app = well(drop(answer))
    next(box for box in app.selectbox if "KUNJ BARU" in box.label).set_value("+")
    well(again(app, answer))
    assert next(box for box in app.selectbox if box.label == "Program").value == "gizi_ibu_hamil"


def test_several_reports_that_ask_nothing_are_stored_with_one_button(store, mekar):
    def answer(data, name, **kwargs):
        return reading(DESA, months=(1,) if name == "a.xlsx" else (2,), sha=name, name=name)

    app = well(drop(answer, ("a.xlsx", b"a"), ("b.xlsx", b"b")))
    button(app, "Simpan 2 berkas yang tidak perlu ditanyakan lagi").click()
    well(again(app, answer))
    assert sorted(store.reports(mekar)["file_name"]) == ["a.xlsx", "b.xlsx"]


def test_the_history_says_who_and_what_and_an_upload_can_be_taken_back(store, mekar):
    result = store.save_report(reading(DESA), mekar, who="uji")
    app = well(open_page("unggah"))
    table = next(one.value for one in app.dataframe if "Oleh" in one.value.columns)
    assert table.loc[0, ["Berkas", "Bulan", "Oleh", "Keadaan"]].tolist() == [
        "laporan.xlsx",
        "Januari 2026",
        "uji",
        "berlaku",
    ]
    app.selectbox(key="riwayat_batal").set_value(result.report_id).run()
    assert button(app, "Batalkan laporan.xlsx").disabled
    app.checkbox(key=f"yakin_{result.report_id}").check().run()
    button(app, "Batalkan laporan.xlsx").click()
    well(app.run())
    assert store.observations(mekar).empty
    assert store.reports(mekar)["status"].tolist() == [UNDONE]


def test_a_passer_by_of_the_network_cannot_store(store, mekar, monkeypatch):
    monkeypatch.setenv("LOKMIN_JARINGAN", "ya")
    app = well(open_page("unggah"))
    assert "Silakan masuk sebagai petugas" in texts(app)
    assert app.file_uploader[0].disabled
