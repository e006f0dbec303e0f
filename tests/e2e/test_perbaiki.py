"""A wrong cell is corrected by keyboard and mouse, seen at the file's head, and found again under Pengaturan."""

from __future__ import annotations

from pathlib import Path

from openpyxl import Workbook
from playwright.sync_api import expect

from tests.e2e.accessible import silent, violations
from tests.e2e.driver import App


def _report(path: Path) -> Path:
    made = Workbook()
    sheet = made.active
    sheet.title = "MARET"
    for row in (
        ["LAPORAN KIA PUSKESMAS KOREKSI"], ["BULAN MARET 2026"], ["No", "Desa", "K1"],
        [1, "Mekarsari", 25], [2, "Pasirjati", "1l"], [3, "Sukamaju", 30], ["", "JUMLAH", 66],
    ):  # fmt: skip
        sheet.append(row)
    made.save(path)
    return path


def test_a_letter_in_place_of_a_digit_is_corrected(fresh_app: App, tmp_path: Path) -> None:
    app, page = fresh_app, fresh_app.page
    app.open("unggah").upload([_report(tmp_path / "kia.xlsx")])
    app.press("Perbaiki angka ini")
    cell = page.get_by_role("textbox", name="Sel yang salah")
    cell.fill("c5")
    cell.press("Tab")
    expect(page.get_by_text("sel C5 berisi 1l")).to_be_visible()
    assert violations(app) + silent(app) == []
    for label, text in (("Angka yang benar", "11"), ("Mengapa diganti", "salah ketik"), ("Diperbaiki oleh", "Pemegang KIA")):
        page.get_by_role("textbox", name=label).fill(text)
    app.press("Pakai angka ini dan baca ulang")
    expect(page.get_by_text("Koreksi pada berkas ini (1)")).to_be_visible()
    expect(page.get_by_text("Jumlah yang tertulis 66")).to_have_count(0)
    app.press("Simpan 3 desa, Maret 2026")
    expect(page.get_by_text("tersimpan, Maret 2026: 3 angka baru")).to_be_visible()
    app.open("pengaturan?bagian_pengaturan=Yang+diingat")
    expect(page.get_by_text("0 kolom atau judul, 1 koreksi")).to_be_visible()
    assert violations(app) + silent(app) == []
