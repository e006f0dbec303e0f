"""Somebody who tries to get in: what he learns, how long it takes, and what he cannot do."""

from __future__ import annotations

import time
from pathlib import Path
from runpy import run_path
from types import SimpleNamespace

import pytest
import sqlalchemy as sa
from argon2 import extract_parameters

from lokmin_data.store import SignInRefused, Store, StoreError, accounts, passwords
from lokmin_data.store.schema import account

PASSWORD = "kata-sandi-panjang"


def test_nobody_learns_which_names_there_are(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(accounts, "REFUSAL_STEP", 0.4)
    store.create_account("dewi", PASSWORD, roles={0: "pengelola"}, who="x")
    closed = store.create_account("budi", PASSWORD, roles={0: "petugas"}, who="x")
    store.update_account(closed, who="x", active=False)
    told, steps = set(), []
    tries = [("dewi", "salah sekali")] * 6 + [("dewi", PASSWORD), ("budi", PASSWORD), ("tidak.ada", PASSWORD), ("dewi\0", PASSWORD), ("", "")]
    for name, password in tries:
        began = time.monotonic()
        with pytest.raises(SignInRefused) as refused:
            store.sign_in(name, password)
        told.add(str(refused.value))
        steps.append((time.monotonic() - began) / 0.4)
    assert len(told) == 1 and "dewi" not in told.pop()
    assert min(steps) >= 0.99 and sum(abs(step - round(step)) < 0.2 for step in steps) > len(steps) / 2, "a refusal takes whole steps"


def test_many_guesses_at_once_do_not_outrun_the_lock(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    store.create_account("dewi", PASSWORD, roles={0: "pengelola"}, who="x")
    slow = accounts.fits

    def locked_meanwhile(password_hash: str, password: str) -> bool:
        for _ in range(5):
            store._count_failure(1)
        return slow(password_hash, password)

    monkeypatch.setattr(accounts, "fits", locked_meanwhile)
    with pytest.raises(SignInRefused):
        store.sign_in("dewi", PASSWORD)


def test_a_password_without_end_is_not_hashed(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(StoreError, match="paling banyak 200 huruf"):
        store.create_account("dewi", "x" * 201, roles={0: "pengelola"}, who="x")
    store.create_account("dewi", "x" * 200, roles={0: "pengelola"}, who="x")
    seen = []
    monkeypatch.setattr(passwords, "_hasher", SimpleNamespace(verify=lambda _, given: seen.append(len(given)) or True))
    with pytest.raises(SignInRefused):
        store.sign_in("dewi", "x" * 10_000_000)
    assert seen == [200]
    assert store.sign_in("dewi", "x" * 200)[0].name == "dewi"


def test_the_apps_own_hashes_are_dear(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(passwords, "_hasher", run_path(passwords.__file__)["_hasher"])  # not the cheap one of these tests
    made, nobodys = (extract_parameters(text) for text in (passwords.hash_password(PASSWORD, "dewi"), passwords.NOBODY))
    assert made.memory_cost >= 64 * 1024 and made.time_cost >= 3
    assert (made.type, made.memory_cost, made.time_cost) == (nobodys.type, nobodys.memory_cost, nobodys.time_cost), "an unknown name is seen"


def test_a_name_that_looks_like_another_is_refused_and_an_old_one_still_gets_in(store: Store) -> None:
    for name in ("kep\u0430la", "d\u00e9wi", "\uff4bepala", "dewi\u200b"):
        with pytest.raises(StoreError, match="huruf a-z"):
            store.create_account(name, PASSWORD, roles={0: "pengelola"}, who="x")
    number = store.create_account("dewi", PASSWORD, roles={0: "pengelola"}, who="x")
    store.write(lambda connection: connection.execute(sa.update(account).where(account.c.account_id == number).values(name="D\u00c9WI")))
    assert store.sign_in("D\u00c9WI", PASSWORD)[0].name == "D\u00c9WI"


def test_a_restore_wakes_no_login_that_was_ended(store: Store, tmp_path: Path) -> None:
    store.create_account("dewi", PASSWORD, roles={0: "pengelola"}, who="x")
    _, token = store.sign_in("dewi", PASSWORD)
    made = store.backup(tmp_path / "simpan.zip")
    store.sign_out(token)
    store.restore(made, "dewi")
    assert store.signed_in(token) is None and store.sign_in("dewi", PASSWORD)
