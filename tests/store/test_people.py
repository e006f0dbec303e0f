"""Documents, action plans, accounts and the audit log."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pandas as pd
import pytest
import sqlalchemy as sa

from lokmin_data.model import Indicator, Target
from lokmin_data.store import Conflict, SignInRefused, Store, StoreError
from lokmin_data.store.schema import account, audit, login

PASSWORD = "kata-sandi-panjang"


def test_a_document_of_two_editors(store: Store, puskesmas: int) -> None:
    assert store.load_document(puskesmas, "agenda", "2026-03") == ({}, 0)
    assert store.save_document(puskesmas, "agenda", "2026-03", {"isi": "dewi"}, 0, "dewi") == 1
    body, revision = store.load_document(puskesmas, "agenda", "2026-03")
    assert store.save_document(puskesmas, "agenda", "2026-03", body | {"isi": "budi"}, revision, "budi") == 2
    with pytest.raises(Conflict, match="budi sudah menyimpan perubahan") as caught:
        store.save_document(puskesmas, "agenda", "2026-03", {"isi": "terlambat"}, 1, "dewi")
    assert (caught.value.theirs, caught.value.revision, caught.value.who) == ({"isi": "budi"}, 2, "budi")
    assert store.load_document(puskesmas, "agenda", "2026-03") == ({"isi": "budi"}, 2)


def test_documents_do_not_disturb_the_numbers_cache(store: Store, puskesmas: int) -> None:
    version, work = store.data_version(puskesmas), store.work_version(puskesmas)
    store.save_document(puskesmas, "notulen", "2026-03", {"isi": 1}, 0, "dewi")
    assert (store.data_version(puskesmas), store.work_version(puskesmas)) == (version, work + 1)


def test_an_action_plan_keeps_its_history(store: Store, puskesmas: int) -> None:
    row = {
        "puskesmas_id": puskesmas,
        "lokmin": "2026-03",
        "kegiatan": "Sweeping",
        "desa_ids": [2, 3],
        "baseline_x": 7,
        "baseline_n": 100,
    }
    rtl_id, revision = store.save_rtl(row, who="dewi")
    store.save_rtl({"rtl_id": rtl_id, "revision": revision, "puskesmas_id": puskesmas, "status": "proses"}, who="budi")
    table = store.rtl(puskesmas, lokmin="2026-03")
    assert table[["kegiatan", "status", "revision", "desa_ids", "changed_by"]].values.tolist() == [
        ["Sweeping", "proses", 2, [2, 3], "budi"]
    ]
    assert store.rtl_history(rtl_id)[["revision", "status", "changed_by"]].values.tolist() == [
        [2, "proses", "budi"],
        [1, "belum", "dewi"],
    ]
    with pytest.raises(Conflict) as caught:
        store.save_rtl({"rtl_id": rtl_id, "revision": 1, "puskesmas_id": puskesmas, "status": "batal"}, who="dewi")
    assert caught.value.theirs["status"] == "proses" and caught.value.revision == 2


def test_a_row_of_the_table_can_be_saved_back(store: Store, puskesmas: int) -> None:
    store.save_rtl({"puskesmas_id": puskesmas, "kegiatan": "Kelas ibu", "desa_id": 2}, who="dewi")
    row = store.rtl(puskesmas).iloc[0].to_dict() | {"bukti": "foto"}
    store.save_rtl(row, who="dewi")
    assert store.rtl(puskesmas)[["kegiatan", "bukti", "desa_ids", "revision"]].values.tolist() == [
        ["Kelas ibu", "foto", [2], 2]
    ]


@pytest.mark.parametrize(
    ("row", "words"), [({}, "milik sebuah Puskesmas"), ({"status": "nanti"}, "Status RTL 'nanti' tidak dikenal")]
)
def test_an_action_plan_that_cannot_be(store: Store, puskesmas: int, row: dict[str, object], words: str) -> None:
    with pytest.raises(StoreError, match=words):
        store.save_rtl(row | ({"puskesmas_id": puskesmas} if row else {}), who="dewi")


# --- accounts ----------------------------------------------------------------------------------------------
def test_the_first_account_and_a_login_that_lasts(store: Store, puskesmas: int) -> None:
    assert not store.has_accounts()
    store.create_account("kepala", PASSWORD, roles={0: "pengelola"}, who="pemasangan", full_name="Kepala Puskesmas")
    signed, token = store.sign_in("KEPALA", PASSWORD)
    assert signed.name == "kepala" and signed.may_manage(puskesmas) and store.signed_in(token) == signed
    store.sign_out(token)
    assert store.signed_in(token) is None


def test_roles_hold_for_their_puskesmas_alone(store: Store, puskesmas: int) -> None:
    store.create_account("kepala", PASSWORD, roles={0: "pengelola"}, who="x")
    store.create_account("dewi", PASSWORD, roles={puskesmas: "petugas"}, who="kepala")
    signed, _ = store.sign_in("dewi", PASSWORD)
    assert signed.may_write(puskesmas) and not signed.may_manage(puskesmas) and not signed.may_write(puskesmas + 1)
    assert signed.role(puskesmas + 1) == "pemirsa"


def test_five_wrong_passwords_lock_for_a_quarter_of_an_hour(store: Store) -> None:
    now = [datetime(2026, 3, 1, 8, tzinfo=UTC)]
    store.clock = lambda: now[0]
    store.create_account("dewi", PASSWORD, roles={0: "pengelola"}, who="x")
    for _ in range(5):
        with pytest.raises(SignInRefused, match="tidak cocok"):
            store.sign_in("dewi", "salah sekali")
    with pytest.raises(SignInRefused, match="sedang dikunci"):
        store.sign_in("dewi", PASSWORD)
    assert store.accounts()["locked_until"].iloc[0] == now[0] + timedelta(minutes=15), "a pengelola sees it"
    now[0] += timedelta(minutes=16)
    assert store.sign_in("dewi", PASSWORD)[0].name == "dewi"


def test_an_account_that_somebody_else_signed_in(store: Store) -> None:
    store.create_account("dewi@dinkes.example", PASSWORD, roles={0: "pengelola"}, who="x")
    assert store.find_account("Dewi@dinkes.example").may_manage(1) and store.find_account("orang@lain.example") is None


def test_a_login_ends(store: Store) -> None:
    now = [datetime(2026, 3, 1, 8, tzinfo=UTC)]
    store.clock = lambda: now[0]
    store.create_account("dewi", PASSWORD, roles={0: "pengelola"}, who="x")
    _, token = store.sign_in("dewi", PASSWORD)
    now[0] += timedelta(hours=11)
    assert store.signed_in(token)
    now[0] += timedelta(hours=2)
    assert store.signed_in(token) is None


def test_a_closed_account_is_out_at_once_and_one_manager_stays(store: Store) -> None:
    first = store.create_account("kepala", PASSWORD, roles={0: "pengelola"}, who="x")
    second = store.create_account("dewi", PASSWORD, roles={0: "petugas"}, who="kepala")
    _, token = store.sign_in("dewi", PASSWORD)
    store.update_account(second, who="kepala", active=False)
    assert store.signed_in(token) is None
    with pytest.raises(SignInRefused):
        store.sign_in("dewi", PASSWORD)
    with pytest.raises(StoreError, match="paling sedikit satu akun pengelola"):
        store.update_account(first, who="kepala", active=False)
    assert store.sign_in("kepala", PASSWORD)


@pytest.mark.parametrize(
    ("name", "password", "roles", "words"),
    [
        ("dewi", "pendek", {0: "petugas"}, "paling sedikit 8"),
        ("dewilestari", "DewiLestari", {0: "petugas"}, "tidak sama dengan nama akun"),
        ("de wi", PASSWORD, {0: "petugas"}, "tanpa spasi"),
        ("dewi", PASSWORD, {0: "raja"}, "Peran 'raja' tidak dikenal"),
        ("Kepala", PASSWORD, {0: "petugas"}, "sudah dipakai"),
    ],
)
def test_accounts_that_cannot_be(store: Store, name: str, password: str, roles: dict[int, str], words: str) -> None:
    store.create_account("kepala", PASSWORD, roles={0: "pengelola"}, who="x")
    with pytest.raises(StoreError, match=words):
        store.create_account(name, password, roles=roles, who="x")


def test_neither_passwords_nor_tokens_are_stored(store: Store) -> None:
    store.create_account("dewi", PASSWORD, roles={0: "pengelola"}, who="x")
    _, token = store.sign_in("dewi", PASSWORD)
    everything = repr([store.rows(table.select()) for table in (account, login, audit)])
    assert PASSWORD not in everything and token not in everything and "$argon2id$" in everything


# --- audit -------------------------------------------------------------------------------------------------
def test_every_write_is_in_the_log(store: Store, puskesmas: int) -> None:
    store.save_targets(puskesmas, [Target("k1", 2026, 95.0, "SK Dinkes")], "dewi")
    store.save_settings(puskesmas, {"imunisasi": {"uci": 85}}, "dewi")
    store.add_alias(puskesmas, "Suka Madju", 1, "budi")
    told = store.audit(puskesmas)[["who", "what"]].values.tolist()
    assert told == [
        ["budi", "tambah ejaan desa"],
        ["dewi", "simpan setelan"],
        ["dewi", "simpan target"],
        ["uji", "simpan daftar desa"],
        ["uji", "tambah puskesmas"],
    ]


@pytest.mark.parametrize("statement", ["UPDATE audit SET who = 'orang lain'", "DELETE FROM audit"])
def test_the_log_cannot_be_changed(store: Store, puskesmas: int, statement: str) -> None:
    before = store.audit().astype(str).values.tolist()
    with pytest.raises(sa.exc.DBAPIError, match="catatan audit tidak boleh diubah"):
        with store.engine.connect().execution_options(write=True) as connection, connection.begin():
            connection.exec_driver_sql(statement)
    assert store.audit().astype(str).values.tolist() == before


# --- places and settings -----------------------------------------------------------------------------------
def test_settings_lie_over_the_defaults(store: Store, puskesmas: int) -> None:
    default = store.settings(puskesmas)
    store.save_settings(puskesmas, {"imunisasi": {"uci": 85}}, "dewi")
    store.save_settings(puskesmas, {"kritis": {"kek": 30}}, "dewi")
    now = store.settings(puskesmas)
    assert now["imunisasi"] == default["imunisasi"] | {"uci": 85} and now["kritis"] == default["kritis"] | {"kek": 30}
    now["imunisasi"]["uci"] = 1
    assert store.settings(puskesmas)["imunisasi"]["uci"] == 85, "the caller's copy is the caller's"


def test_targets_and_own_indicators_come_back(store: Store, puskesmas: int) -> None:
    targets = [Target("k1", 2025, 90.0), Target("k1", 2026, 95.0, "SK Dinkes", "A", True)]
    store.save_targets(puskesmas, targets, "dewi")
    own = Indicator(
        "posbindu", "phbs", "Posbindu aktif", "posbindu", "seluruh posbindu", "", "point", "up", schedule=(3, 6)
    )
    store.save_indicator(puskesmas, own, "dewi")
    assert store.targets(puskesmas) == targets and store.own_indicators(puskesmas) == [own]
    assert store.indicators(puskesmas)["posbindu"] == own and "k1" in store.indicators(puskesmas)
    with pytest.raises(StoreError, match="sudah dipakai indikator bawaan"):
        store.save_indicator(puskesmas, Indicator("k1", "x", "x", "", "", "", "point", "up"), "dewi")


def test_sasaran_are_replaced_by_key_and_removed_where_empty(store: Store, puskesmas: int) -> None:
    ids = store.desa(puskesmas)["desa_id"].tolist()
    table = pd.DataFrame(
        {"desa_id": ids, "population": "bumil", "year": 2026, "value": [10.5, 20, 30], "source": "Dinkes"}
    )
    store.save_sasaran(puskesmas, table, "dewi")
    store.save_sasaran(puskesmas, table.assign(value=[11, None, 30]).head(2), "dewi")
    assert store.sasaran(puskesmas, 2026).set_index("desa_id")["value"].to_dict() == {ids[0]: 11, ids[2]: 30}
    with pytest.raises(StoreError, match="tidak boleh negatif"):
        store.save_sasaran(puskesmas, table.assign(value=-1), "dewi")


def test_a_desa_that_left_the_list_is_kept_for_its_reports(store: Store, puskesmas: int) -> None:
    table = store.desa(puskesmas)
    store.save_desa(puskesmas, table.head(2).assign(desa=["Suka Makmur", "Karangsari"]), "dewi")
    now = store.desa(puskesmas)
    assert now[["desa_id", "desa", "active"]].values.tolist() == [
        [table["desa_id"][0], "Suka Makmur", True], [table["desa_id"][1], "Karangsari", True], [table["desa_id"][2], "Mekarjaya", False],
    ]  # fmt: skip
    assert store.desa(puskesmas, active_only=True)["desa"].tolist() == ["Suka Makmur", "Karangsari"]


def test_what_was_confirmed_for_a_layout_is_remembered(store: Store, puskesmas: int) -> None:
    store.save_memory(puskesmas, "sidik", {"columns": {"K 1 > ABS": "k1"}}, "dewi")
    assert store.memory(puskesmas) == {"sidik": {"columns": {"K 1 > ABS": "k1"}}}


def test_an_unknown_puskesmas_is_told(store: Store) -> None:
    with pytest.raises(StoreError, match="tidak ada"):
        store.save_settings(99, {}, "dewi")
