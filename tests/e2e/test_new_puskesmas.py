"""A new Puskesmas from nothing, in the browser: identity, pasted desa, sasaran from a file, reports in layouts that the example
does not have, and at the end the ranking and the agenda with the numbers of those reports."""

from __future__ import annotations

import re
from pathlib import Path

from playwright.sync_api import expect

from alat.server_uji import Server
from lokmin_data import wording
from lokmin_data.analysis import assess
from lokmin_data.store import Store, load_panel
from tests.e2e.aids import save_file, store_at, workbook
from tests.e2e.driver import App

PUSKESMAS = "Tirta Wening"
DESA = ("Banyu Wening", "Giri Asih", "Rawa Indah", "Muara Bening", "Karang Elok")
MARCH = "tahun=2026&bulan=Maret"
KOP = [["UPT PUSKESMAS TIRTA WENING"], ["KECAMATAN TIRTA WENING"]]
#: Giri Asih does badly in both reports.
WEAK = "Giri Asih"


def sasaran_file(path: Path) -> Path:
    """Sasaran as a Dinas sends them: spelled differently, with a total that does not add up."""
    rows = [[place + 1, name.upper(), 2000 + 100 * place, 60 + place * 12, 58, 50 + place] for place, name in enumerate(DESA)]
    head = ["NO", "DESA/KEL.", "JUMLAH PENDUDUK", "BUMIL", "BULIN", "SURVIVING INFANT"]
    totals = ["", "JUMLAH", 11_000, 999, 290, 260]
    return workbook(path, SASARAN=[["PROYEKSI SASARAN PROGRAM TAHUN 2026"], *KOP, [], head, *rows, totals])


def months_side_by_side(path: Path) -> Path:
    """One indicator, the months as columns, the total below."""
    rows = [[place + 1, name, 58, *((1, 1, 1) if name == WEAK else (4, 5, 6))] for place, name in enumerate(DESA)]
    return workbook(path, K6=[["CAKUPAN IBU HAMIL K6 TAHUN 2026"], *KOP, [], ["No", "Desa", "Sasaran bulin", "Januari", "Februari", "Maret"], *rows])


def desa_across(path: Path) -> Path:
    """The indicators down, the desa across."""
    lines = {"Sasaran surviving infant": [50 + place for place in range(len(DESA))]}
    for code, (weak, usual) in {"DPT-HB-Hib 1": (4, 14), "DPT-HB-Hib 3": (2, 13), "IDL": (2, 12)}.items():
        lines[code] = [weak if name == WEAK else usual for name in DESA]
    rows = [[label, *values] for label, values in lines.items()]
    return workbook(path, Maret=[["LAPORAN KUMULATIF IMUNISASI JANUARI S/D MARET 2026"], *KOP, [], ["Imunisasi", *DESA], *rows])


def set_up(app: App) -> None:
    """Name, place and a pasted desa list with penduduk."""
    app.open("pengaturan?bagian_pengaturan=Puskesmas+baru")
    for label, words in (("Nama Puskesmas", PUSKESMAS), ("Kecamatan", PUSKESMAS), ("Kabupaten/kota", "Nusa Tirta")):
        field = app.page.get_by_label(label, exact=True)
        field.fill(words)
        field.press("Tab")
        app.settled()
    pasted = app.page.get_by_role("textbox", name="Tempelkan daftar desa")
    pasted.fill("\n".join(f"{place + 1}. {name}\t{2000 + place * 100}" for place, name in enumerate(DESA)))
    pasted.press("Control+Enter")
    app.press(f"Buat Puskesmas {PUSKESMAS} dengan {len(DESA)} desa")
    app.page.wait_for_url("**/sasaran_target**")
    app.settled()


def store_sasaran(app: App, file: Path) -> None:
    """The sasaran of the year, taken from the file after its sums were shown."""
    app.open(f"sasaran_target?bagian=Sasaran&{MARCH}")
    app.page.get_by_text("Ambil sasaran dari berkas Excel").click()
    app.upload([file])
    expect(app.page.get_by_text("Jumlah yang tertulis 999", exact=False).first).to_be_visible()
    app.press("Simpan 20 angka sasaran 2026 untuk 5 desa")
    expect(app.page.get_by_text("Sasaran 2026 dari berkas disimpan untuk 5 desa.")).to_be_visible()


def fraction(store: Store, code: str) -> str:
    """'75/290' of the Puskesmas in March, as every page writes it."""
    found = assess(load_panel(store, 1, 2026, 3, codes=[code]), code, 2026, 3).puskesmas
    return wording.count(found["cumulative"], found["sasaran"]).split(" · ")[0]


def test_from_nothing_to_ranking_and_agenda(fresh_app: App, fresh_server: Server, tmp_path: Path) -> None:
    app, store = fresh_app, store_at(fresh_server)
    set_up(app)
    assert list(store.desa(1)["desa"]) == list(DESA) and store.desa(1)["penduduk"].sum() == 11_000
    store_sasaran(app, sasaran_file(tmp_path / "sasaran 2026.xlsx"))
    assert store.sasaran(1, 2026).query("population == 'bumil'")["value"].sum() == 420
    for file in (months_side_by_side(tmp_path / "K6 2026.xlsx"), desa_across(tmp_path / "Imunisasi Maret 2026.xlsx")):
        app.open(f"unggah?{MARCH}").upload([file])
        save_file(app, file)
    assert (fraction(store, "k6"), fraction(store, "idl")) == ("63/290", "50/260")
    app.open(f"ringkasan?{MARCH}")
    assert app.lacks([*DESA, "63/290", "50/260"]) == [] and app.english() == []
    app.open(f"peringkat?{MARCH}").page.wait_for_selector(".js-plotly-plot .barlayer path")
    assert app.lacks(DESA) == [] and WEAK in app.title.split(",")[0]
    app.open(f"agenda?{MARCH}")
    app.page.locator("summary", has_text=re.compile("K6.*desa( yang melapor)? jelas di bawah target")).first.click()
    expect(app.page.locator("details[open]", has_text="63/290").first).to_contain_text(WEAK)
    assert app.english() == []
