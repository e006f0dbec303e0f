"""What was confirmed for a form stays beside what was confirmed before, is carried along, and can be forgotten."""

from __future__ import annotations

from pathlib import Path

import pytest

from lokmin_data.store import Store, StoreError
from tests.store.builders import simple

FIX = {"sheet": "MEI", "cell": "C3", "expected": 5, "value": 4.5, "why": "salah ketik", "by": "dewi", "at": "2026-05-03"}
OF_FILE = {**FIX, "sha256": "ab", "value": 3}


def audited(store: Store, puskesmas: int) -> list[tuple[str, str]]:
    table = store.audit(puskesmas, limit=20)
    return list(zip(table["what"], table["detail"], strict=True))


def test_what_is_confirmed_later_stays_beside_what_was_confirmed_before(store: Store, puskesmas: int) -> None:
    store.save_memory(puskesmas, "bentuk", {"columns": {"A": "k1", "B": "ignore"}}, "dewi")
    store.save_memory(puskesmas, "bentuk", {"columns": {"B": "k4"}, "corrections": [FIX]}, "budi")
    store.save_memory(puskesmas, "bentuk", {"corrections": [OF_FILE, {**FIX, "value": 6}]}, "budi")
    body = store.memory(puskesmas)["bentuk"]
    assert body["columns"] == {"A": "k1", "B": "k4"}
    assert body["corrections"] == [{**FIX, "value": 6}, OF_FILE]


def test_a_column_and_a_correction_are_forgotten_and_the_audit_says_so(store: Store, puskesmas: int) -> None:
    store.save_memory(puskesmas, "bentuk", {"columns": {"A": "ignore"}, "corrections": [FIX, OF_FILE]}, "dewi")
    assert ("simpan koreksi", "lembar 'MEI' sel C3: 5 → 4,5 (bentuk laporan ini), oleh dewi") in audited(store, puskesmas)
    store.forget_meaning(puskesmas, "bentuk", "A", "budi")
    store.forget_correction(puskesmas, "bentuk", OF_FILE, "budi")
    assert store.memory(puskesmas)["bentuk"] == {"columns": {}, "corrections": [FIX]}
    lines = audited(store, puskesmas)
    assert ("lupakan arti kolom", "'A': diabaikan") in lines
    assert ("hapus koreksi", "lembar 'MEI' sel C3: 5 → 3 (hanya satu berkas), oleh dewi") in lines
    with pytest.raises(StoreError, match="sudah dihapus"):
        store.forget_correction(puskesmas, "bentuk", OF_FILE, "budi")
    with pytest.raises(StoreError, match="sudah dihapus"):
        store.forget_meaning(puskesmas, "bentuk", "A", "budi")


@pytest.mark.parametrize("why", ["anak 3201010101010001", "NIK 3201 0101 0101 0001", "0812-3456-7890"])
def test_no_number_of_a_person_enters_a_reason(store: Store, puskesmas: int, why: str) -> None:
    with pytest.raises(StoreError, match="nomor panjang"):
        store.save_memory(puskesmas, "bentuk", {"corrections": [{**FIX, "why": why}]}, "dewi")
    assert store.memory(puskesmas) == {}


def test_forms_are_listed_with_the_newest_file_of_each(store: Store, puskesmas: int) -> None:
    store.save_memory(puskesmas, "", {"columns": {"A": "k1"}}, "dewi")
    store.save_memory(puskesmas, "kosong", {"columns": {}}, "dewi")
    store.save_memory(puskesmas, "lain", {"corrections": [FIX]}, "budi")
    store.save_report(simple({"Sukamaju": 7}, "januari.xlsx"), puskesmas, who="uji")
    store.save_report(simple({"Sukamaju": 8}, "februari.xlsx"), puskesmas, who="uji")
    forms = {form.layout: form for form in store.remembered_forms(puskesmas)}
    assert set(forms) == {"", "lain"}
    assert forms[""].file_name == "februari.xlsx" and forms["lain"].file_name == ""
    assert forms["lain"].changed_by == "budi" and forms["lain"].changed_at is not None


def test_a_backup_and_an_export_carry_what_is_remembered(store: Store, puskesmas: int, tmp_path: Path) -> None:
    body = {"columns": {"A": "ignore"}, "corrections": [FIX, OF_FILE]}
    store.save_memory(puskesmas, "bentuk", body, "dewi")
    copy, whole = store.backup(tmp_path / "uji.zip"), store.export_puskesmas(puskesmas, "uji")
    store.forget_correction(puskesmas, "bentuk", FIX, "dewi")
    moved = store.import_puskesmas(whole, "uji", name="Puskesmas Pindahan")
    assert store.memory(moved) == {"bentuk": body}
    store.restore(copy, "uji")
    assert store.memory(puskesmas) == {"bentuk": body}
