"""Pengaturan, Yang diingat: what a Puskesmas confirmed of its forms is listed, and an officer can forget it."""

from __future__ import annotations

import pandas as pd
from desk_tools import DESA, again, button, drop, open_page, reading, texts, well

from pages._shared.scope import PUSKESMAS_KEY

FIX = {"sheet": "MEI", "cell": "C3", "expected": 0.5, "value": 0.875, "why": "salah rumus", "by": "Dewi", "at": "2026-05-03", "percent": True}
BODY = {"columns": {"KUNJ A": "ignore", "ABS › L": "k1", "ANEH": "sendiri_lama"}, "corrections": [FIX]}


def listed(app, column: str) -> list[dict]:
    return next(one.value for one in app.dataframe if column in one.value.columns).to_dict("records")


def test_nothing_remembered_says_where_it_will_come_from(store, mekar):
    assert "Belum ada yang diingat" in texts(well(open_page("pengaturan", bagian_pengaturan="Yang diingat")))


def test_an_ignored_column_and_a_correction_are_listed_and_forgotten(store, mekar):
    store.save_memory(mekar, "bentuk-1", BODY, "uji")
    store.save_report(reading(DESA, name="kia.xlsx"), mekar, who="uji")
    app = well(open_page("pengaturan", bagian_pengaturan="Yang diingat"))
    assert [box.label for box in app.expander if "kia" in box.label][0].replace("\\", "") == "kia.xlsx · 3 kolom atau judul, 1 koreksi"
    meanings = {row["Tulisan di laporan"]: row["Artinya"] for row in listed(app, "Artinya")}
    assert meanings["KUNJ A"].startswith("diabaikan") and meanings["ANEH"].endswith("(indikator ini sudah dihapus)")
    (row,) = listed(app, "Dipakai")
    assert (row["Di berkas"], row["Dipakai"], row["Alasan"], row["Oleh"], row["Tanggal"]) == ("50 %", "87,5 %", "salah rumus", "Dewi", "3 Mei 2026")
    next(box for box in app.selectbox if box.label.startswith("Lupakan arti")).set_value("KUNJ A")
    button(well(app.run()), "Lupakan arti ini").click()
    well(app.run())
    next(box for box in app.selectbox if box.label.startswith("Hapus sebuah koreksi")).set_value(0)
    button(well(app.run()), "Hapus koreksi ini").click()
    well(app.run())
    assert store.memory(mekar) == {"bentuk-1": {"columns": {"ABS › L": "k1", "ANEH": "sendiri_lama"}, "corrections": []}}
    assert {"lupakan arti kolom", "hapus koreksi"} <= set(store.audit(mekar)["what"])


def test_a_viewer_sees_the_list_without_numbers_names_and_buttons(store, mekar, monkeypatch):
    store.save_memory(mekar, "bentuk-1", BODY, "uji")
    store.save_settings(mekar, {"tampilan": {"sembunyikan_kecil": True}}, "uji")
    monkeypatch.setenv("LOKMIN_JARINGAN", "ya")
    app = well(open_page("pengaturan", bagian_pengaturan="Yang diingat"))
    (row,) = listed(app, "Dipakai")
    assert row["Di berkas"] == row["Dipakai"] == row["Alasan"] == "disamarkan" and "Oleh" not in row
    assert not [one for one in app.button if one.label.startswith(("Lupakan", "Hapus"))] and "oleh uji" not in texts(app)


def test_an_answer_that_is_not_stored_yet_stays_with_its_puskesmas(store, mekar):
    store.add_puskesmas("Lain", kecamatan="Sari", who="uji")
    unknown = pd.DataFrame([("Lembar1", "D4", "KUNJ A", "k1", 70.0)], columns=["sheet", "cell", "header", "suggestion", "score"])
    seen = []

    def answer(data, name, *, memory=None, **kwargs):
        seen.append(dict(memory))
        return reading(DESA, unknown_columns=unknown if not memory else unknown.iloc[:0])

    app = well(drop(answer, page=open_page("unggah", puskesmas="Mekar")))
    button(app, "Pakai arti 1 kolom ini").click()
    well(again(app, answer))
    assert seen[-1] == {"bentuk-1": {"columns": {"KUNJ A": "k1"}}}
    app.session_state[PUSKESMAS_KEY] = 2
    well(again(app, answer))
    assert seen[-1] == {} and button(app, "Pakai arti 1 kolom ini")
