"""Backup, restore, damage, migration, move, export and import."""

from __future__ import annotations

import sqlite3
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from lokmin_data.store import Store, StoreDamaged, StoreError, open_store
from lokmin_data.store.backup import is_good, read_contents, to_keep
from lokmin_data.store.keeping import restore_damaged
from lokmin_data.store.move import move
from tests.store.builders import reading, rows, simple
from tests.store.test_reports import values


def fill(store: Store, puskesmas: int) -> None:
    """Something of every kind: numbers, a taken-back report, settings, documents, RTL, an account, a logo."""
    store.save_report(
        reading(rows({"Sukamaju": (7, 100), "Karangsari": (9, 80)}), rows({"Sukamaju": 2}, indicator="idl")),
        puskesmas,
        who="d",
    )
    wrong = store.save_report(simple({"Sukamaju": 70}, "salah.xlsx"), puskesmas, who="d")
    store.undo_report(wrong.report_id, "d")
    store.save_settings(puskesmas, {"imunisasi": {"uci": 85}}, "d")
    desa_id = int(store.desa(puskesmas).loc[0, "desa_id"])
    store.save_document(
        puskesmas, "agenda", "2026-01", {"items": [{"desa_ids": [desa_id], "desa_id": desa_id}]}, 0, "d"
    )
    store.save_rtl({"puskesmas_id": puskesmas, "masalah": "K1", "desa_ids": [desa_id]}, who="d")
    store.save_logo(puskesmas, b"\x89PNG\x00\xff", "d")
    if not store.has_accounts():
        store.create_account("kepala", "kata-sandi-kepala", roles={0: "pengelola"}, who="d")


def everything(store: Store, puskesmas: int) -> list[object]:
    """What a user would see of a Puskesmas, as plain values."""
    observations = store.observations(puskesmas).drop(columns=["report_id", "desa_id"]).astype(str)
    return [
        sorted(map(tuple, observations.values.tolist())),
        store.desa(puskesmas)["desa"].tolist(),
        store.settings(puskesmas)["imunisasi"],
        store.rtl(puskesmas)[["masalah", "status", "revision"]].values.tolist(),
        store.reports(puskesmas)[["file_name", "status", "stored_by"]].values.tolist(),
        store.logo(puskesmas),
        sorted(store.puskesmas_sums("k1", 2026, 1)["measured"].tolist()),
    ]


def test_backup_and_restore_bring_back_what_was_there(store: Store, puskesmas: int, tmp_path: Path) -> None:
    fill(store, puskesmas)
    before = everything(store, puskesmas)
    made = store.backup(tmp_path / "simpan.zip")
    assert is_good(made) and read_contents(made).counts["report"] == 2
    store.save_report(simple({"Sukamaju": 1}, "lain.xlsx"), puskesmas, who="d")
    version, after = store.data_version(puskesmas), everything(store, puskesmas)
    aside = store.restore(made, "kepala")
    assert everything(store, puskesmas) == before
    assert store.data_version(puskesmas) > version, "a cache may not take the restored numbers for the ones it knows"
    store.restore(aside, "kepala")
    assert everything(store, puskesmas) == after
    assert store.audit(0)["what"].tolist()[0] == "pulihkan cadangan"
    store.save_report(simple({"Sukamaju": 4}, "baru.xlsx", month=5), puskesmas, who="d")


@pytest.mark.parametrize("harm", ["cut", "flip", "other"])
def test_a_broken_backup_is_refused_and_nothing_changes(
    store: Store, puskesmas: int, tmp_path: Path, harm: str
) -> None:
    fill(store, puskesmas)
    made = store.backup(tmp_path / "simpan.zip")
    data = bytearray(made.read_bytes())
    if harm == "flip":
        data[len(data) // 2] ^= 0xFF
    made.write_bytes(data[: len(data) // 2] if harm == "cut" else b"bukan cadangan" if harm == "other" else data)
    before = everything(store, puskesmas)
    with pytest.raises(StoreError, match="tidak utuh|tidak dapat dibaca|bukan cadangan"):
        store.restore(made, "kepala")
    assert everything(store, puskesmas) == before and not is_good(made)


def test_a_backup_that_is_not_there(store: Store, tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="tidak ditemukan"):
        store.restore(tmp_path / "tidak-ada.zip", "kepala")


def test_days_that_stay() -> None:
    start = date(2026, 1, 1)
    kept = to_keep([start + timedelta(days=n) for n in range(200)])  # 1 January to 19 July 2026, a Sunday
    assert sorted(kept, reverse=True) == [
        date(2026, 7, 19), date(2026, 7, 18), date(2026, 7, 17), date(2026, 7, 16), date(2026, 7, 15), date(2026, 7, 14),
        date(2026, 7, 13), date(2026, 7, 12), date(2026, 7, 5), date(2026, 6, 30), date(2026, 6, 28), date(2026, 5, 31),
        date(2026, 4, 30), date(2026, 3, 31), date(2026, 2, 28),
    ]  # fmt: skip


def test_daily_backups_rotate_and_spare_others(tmp_path: Path) -> None:
    now = [datetime(2026, 1, 1, 3, tzinfo=UTC)]
    store = open_store(f"sqlite:///{tmp_path}/lokmin.sqlite", clock=lambda: now[0])
    own = store.backup(tmp_path / "cadangan" / "lokmin-milik-sendiri.zip")
    for _ in range(40):
        store.daily_backup()
        now[0] += timedelta(days=1)
    names = [path.name for path in store.backups()]
    assert own.name in names and len(names) == 1 + len(
        to_keep([date(2026, 1, 1) + timedelta(days=n) for n in range(40)])
    )
    before = len(names)
    now[0] -= timedelta(days=1)
    store.daily_backup()
    assert len(store.backups()) == before
    store.close()


@pytest.mark.parametrize("harm", ["header", "pages", "empty"])
def test_damage_is_recognised_at_start_and_the_backup_offered(tmp_path: Path, harm: str) -> None:
    url, file = f"sqlite:///{tmp_path}/lokmin.sqlite", tmp_path / "lokmin.sqlite"
    store = open_store(url)
    puskesmas = store.add_puskesmas("Melati", who="d")
    for number in range(300):
        store.save_document(puskesmas, "agenda", str(number), {"isi": "x" * 500}, 0, "d")
    backup = store.daily_backup()
    store.close()
    connection = sqlite3.connect(file)
    connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    connection.close()
    data = bytearray(file.read_bytes())
    if harm == "header":
        data[:16] = b"rusak rusak rusa"
    if harm == "pages":
        data[4096:] = bytes(len(data) - 4096)
    file.write_bytes(b"" if harm == "empty" else data)
    for mark in tmp_path.glob("*.diperiksa"):
        mark.unlink()
    with pytest.raises(StoreDamaged, match="Simpanan data lokmin.sqlite rusak") as caught:
        open_store(url)
    assert caught.value.backup == backup and caught.value.path == file
    aside = restore_damaged(file, caught.value.backup, "2026-01-01")
    store = open_store(url)
    assert len(store.documents(puskesmas, "agenda")) == 300 and aside.exists()
    store.close()


def test_a_new_store_is_no_damage(tmp_path: Path) -> None:
    (tmp_path / "lokmin.sqlite").touch()
    store = open_store(f"sqlite:///{tmp_path}/lokmin.sqlite")
    assert store.puskesmas().empty and store.add_puskesmas("Melati", who="uji") == 1
    store.close()


def test_export_and_import_of_one_puskesmas(store: Store, puskesmas: int, tmp_path: Path) -> None:
    fill(store, puskesmas)
    data = store.export_puskesmas(puskesmas, "d")
    other = open_store(f"sqlite:///{tmp_path}/lain/lokmin.sqlite")
    for number in range(4):  # ids that are taken there already
        taken = other.add_puskesmas(f"Lain {number}", who="d")
        other.save_desa(taken, store.desa(puskesmas).drop(columns="desa_id"), "d")
    new = other.import_puskesmas(data, "server")
    assert new == 5 and everything(other, new) == everything(store, puskesmas)
    desa_id = int(other.desa(new).loc[0, "desa_id"])
    assert desa_id > 12
    assert other.load_document(new, "agenda", "2026-01")[0] == {"items": [{"desa_ids": [desa_id], "desa_id": desa_id}]}
    assert other.rtl(new).loc[0, "desa_ids"] == [desa_id]
    with pytest.raises(StoreError, match="'Melati' sudah ada"):
        other.import_puskesmas(data, "server")
    assert other.import_puskesmas(data, "server", name="Melati Dua") == 6
    other.close()


@pytest.mark.parametrize("harm", [b"bukan", b"\x1f\x8b\x08\x00rusak", None])
def test_a_broken_export_is_refused(store: Store, puskesmas: int, harm: bytes | None) -> None:
    data = store.export_puskesmas(puskesmas, "d")
    with pytest.raises(StoreError, match="bukan ekspor|tidak utuh"):
        store.import_puskesmas(harm or data[:-20], "d", name="Lain")
    assert len(store.puskesmas()) == 1


def test_move_there_and_back_is_equal(store: Store, puskesmas: int, tmp_path: Path) -> None:
    fill(store, puskesmas)
    local = open_store(f"sqlite:///{tmp_path}/pindah/lokmin.sqlite")
    moved = move(store, local)
    assert moved.counts["observation"] == 4 and everything(local, puskesmas) == everything(store, puskesmas)
    assert local.sign_in("kepala", "kata-sandi-kepala")[0].may_manage(puskesmas)
    assert local.add_puskesmas("Baru", who="d") > puskesmas
    with pytest.raises(StoreError, match="sudah berisi data"):
        move(local, store)
    local.close()


def test_move_from_the_embedded_store(store: Store, tmp_path: Path) -> None:
    local = open_store(f"sqlite:///{tmp_path}/asal/lokmin.sqlite")
    puskesmas = local.add_puskesmas("Melati", who="d")
    local.save_desa(puskesmas, __import__("pandas").DataFrame({"desa": ["Sukamaju", "Karangsari"]}), "d")
    fill(local, puskesmas)
    move(local, store)
    assert everything(store, puskesmas) == everything(local, puskesmas)
    store.save_report(simple({"Sukamaju": 4}, "baru.xlsx", month=5), puskesmas, who="d")
    assert values(store, puskesmas, months=[5]) == {"Sukamaju": 4}
    local.close()


def test_a_store_of_a_newer_release_is_refused(store: Store, url: str) -> None:
    with store.engine.connect().execution_options(write=True) as connection, connection.begin():
        connection.exec_driver_sql("UPDATE alembic_version SET version_num = '9999'")
    with pytest.raises(StoreError, match="versi aplikasi yang lebih baru"):
        open_store(url)
