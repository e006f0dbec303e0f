"""Unggah laporan: a number that the file has wrong is corrected, remembered, complained of when the error is gone, and forgotten."""

from __future__ import annotations

from io import BytesIO

from desk_tools import DESA, button, open_page, texts, well
from openpyxl import Workbook

from pages._shared.access import Person


def workbook(values=(10, 11, 12), total=43, title="LAPORAN KIA BULAN MARET 2026", sheet="MARET", names=DESA) -> bytes:
    """A report of K1 with its total, which is not the sum unless given so."""
    made = Workbook()
    page = made.active
    page.title = sheet
    for row in ([title], [], ["No", "Desa", "K1"], *([n, name, values[n - 1]] for n, name in enumerate(names, 1)), ["", "JUMLAH", total]):
        page.append(row)
    stream = BytesIO()
    made.save(stream)
    return stream.getvalue()


def upload(data: bytes, name="kia.xlsx"):
    app = open_page("unggah")
    app.file_uploader[0].upload(name, data)
    return well(app.run())


def fill(app, number: str, why="salah ketik menurut register", by="Pemegang KIA", reach=None):
    """Fill the open form and press its button."""
    for label, text in (("Angka yang benar", number), ("Mengapa", why), ("Diperbaiki oleh", by)):
        next(box for box in app.text_input if box.label.startswith(label)).set_value(text)
    if reach:
        next(box for box in app.radio if box.label == "Berlaku untuk").set_value(reach)
    button(app, "Pakai angka ini").click()
    return well(app.run())


def test_a_wrong_cell_is_corrected_stored_and_complains_when_it_is_right(store, mekar):
    app = upload(workbook())
    assert "Jumlah yang tertulis 43" in texts(app)
    button(app, "Perbaiki angka ini").click()
    well(app.run())
    next(box for box in app.text_input if box.label.startswith("Sel yang salah")).set_value("c4")
    well(app.run())
    assert "sel C4 berisi <b>10</b>" in texts(app)
    assert next(box for box in app.radio if box.label == "Berlaku untuk").value == "berkas"
    assert "Tulis angkanya saja" in texts(fill(app, "2o"))
    assert "Jangan tulis NIK" in texts(fill(app, "20", why="NIK 3201010101010001"))
    app = fill(app, "20", reach="bentuk")
    page = texts(app)
    assert "Koreksi pada berkas ini (1)" in page and "sel C4: 10 → 20" in page and "Jumlah yang tertulis" not in page
    assert store.memory(mekar) == {}, "nothing is stored before the report is"
    button(app, "Simpan 3 desa, Maret 2026").click()
    well(app.run())
    (body,) = store.memory(mekar).values()
    assert [(fix["cell"], fix["expected"], fix["value"], fix["by"]) for fix in body["corrections"]] == [("C4", 10, 20, "Pemegang KIA")]
    assert store.observations(mekar).set_index("desa")["numerator"]["Mekarsari"] == 20
    assert "simpan koreksi" in store.audit(mekar)["what"].tolist()

    app = upload(workbook((21, 11, 12), 44, "LAPORAN KIA BULAN APRIL 2026"), "april.xlsx")
    assert "Tidak dipakai." in texts(app) and "Isi sel itu sekarang: 21" in texts(app)
    button(app, "Hapus koreksi ini").click()
    well(app.run())
    assert "Tidak dipakai." not in texts(app)
    assert next(iter(store.memory(mekar).values()))["corrections"] == []
    assert "hapus koreksi" in store.audit(mekar)["what"].tolist()


def test_a_correction_of_this_visit_is_of_one_file_and_can_be_taken_back(store, mekar):
    app = upload(workbook((10, "1l", 12), 22, sheet="<b>M $x$"))
    button(app, "Perbaiki angka ini").click()
    app = fill(well(app.run()), "11", why="<img src=x> **huruf l**")
    page = texts(app)
    assert "1l → 11" in page and "<img" not in page and "<b>M" not in page and "&lt;img src=x&gt;" in page and "satu berkas)" in page
    button(app, "Hapus koreksi ini").click()
    page = texts(well(app.run()))
    assert "Koreksi pada berkas ini" not in page and "huruf O, l, atau I" in page


def test_a_cell_of_the_long_list_is_chosen_and_a_cell_without_a_number_is_refused(store, mekar):
    names = [first + last for first in ("Mekar", "Pasir", "Suka", "Tirta") for last in ("sari", "jati", "maju", "mulya")]
    app = upload(workbook([f"{n}l" if n < 7 else n + 10 for n in range(16)], 900, names=names))
    lists = [box for box in app.selectbox if box.label.startswith("Perbaiki angka di salah satu")]
    assert len(lists) == 1
    lists[0].set_value(("MARET", "C10"))
    well(app.run())
    cell = next(box for box in app.text_input if box.label.startswith("Sel yang salah"))
    assert cell.value == "C10"
    cell.set_value("B10")
    assert "tidak berisi angka laporan" in texts(well(app.run()))
    next(box for box in app.text_input if box.label.startswith("Sel yang salah")).set_value("C10")
    assert "sel C10: 6l → 60" in texts(fill(well(app.run()), "60"))
    assert not [box for box in app.text_input if box.label.startswith("Sel yang salah")]


def test_a_desa_that_a_correction_brings_joins_the_first_list(store):
    app = upload(workbook((10, "1l", 12), 33, "PUSKESMAS MEKAR, LAPORAN KIA BULAN MARET 2026", names=[*DESA[:2], "Sukamaju"]))
    app.multiselect[0].unselect("Sukamaju")
    button(well(app.run()), "Perbaiki angka ini").click()
    next(box for box in well(app.run()).text_input if box.label.startswith("Sel yang salah")).set_value("C5")
    app = fill(well(app.run()), "11")
    assert app.multiselect[0].value == DESA[:2] and button(app, "Simpan 2 desa, Maret 2026")


def test_an_officer_with_an_account_is_named_without_being_asked(store, mekar, monkeypatch):
    monkeypatch.setattr("pages._shared.upload_fix.person", lambda: Person("dewi", {mekar: "petugas"}))
    app = upload(workbook((10, "1l", 12), 33))
    button(app, "Perbaiki angka ini").click()
    next(box for box in well(app.run()).text_input if box.label.startswith("Sel yang salah")).set_value("C5")
    assert not [box for box in well(app.run()).text_input if box.label.startswith("Diperbaiki oleh")]
    for label, text in (("Angka yang benar", "11"), ("Mengapa", "salah ketik")):
        next(box for box in app.text_input if box.label.startswith(label)).set_value(text)
    button(app, "Pakai angka ini").click()
    assert "(dewi; berlaku untuk satu berkas)" in texts(well(app.run()))
