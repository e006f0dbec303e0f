"""Two at once, a full disk, a server that goes away, and stores of older releases."""

from __future__ import annotations

import sqlite3
import threading
from pathlib import Path

import pandas as pd
import pytest
import sqlalchemy as sa

from lokmin_data.store import Conflict, Store, StoreError, open_store
from lokmin_data.store.migrate import FOLDER, HEAD, schema_version
from lokmin_data.store.schema import METADATA, current_value
from tests.store.builders import reading, rows, simple
from tests.store.test_reports import values

OLD_STORES = Path(__file__).parent / "lama"


def at_once(*works: object) -> list[object]:
    """Run the works in threads that start together; returns what each returned or raised."""
    gate, results = threading.Barrier(len(works)), [None] * len(works)

    def run(place: int, work: object) -> None:
        gate.wait()
        try:
            results[place] = work()  # type: ignore[operator]
        except Exception as error:
            results[place] = error

    threads = [threading.Thread(target=run, args=(place, work)) for place, work in enumerate(works)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(60)
    return results


def test_two_officers_save_at_once_and_both_are_kept(store: Store, url: str, puskesmas: int) -> None:
    other = open_store(url)
    desa = ["Sukamaju", "Karangsari", "Mekarjaya"]

    def save(which: Store, name: str, number: float) -> list[int]:
        files = [simple(dict.fromkeys(desa, number + turn), f"{name}-{turn}.xlsx") for turn in range(8)]
        return [which.save_report(file, puskesmas, who=name).report_id for file in files]

    ids = at_once(lambda: save(store, "dewi", 100.0), lambda: save(other, "budi", 200.0))
    assert sorted(sum(ids, [])) == sorted(store.reports(puskesmas)["report_id"]) and len(store.reports(puskesmas)) == 16
    newest = store.reports(puskesmas).iloc[0]
    turn = float(newest["file_name"].split("-")[1].split(".")[0])
    expected = {"dewi": 100.0, "budi": 200.0}[newest["stored_by"]] + turn
    assert values(store, puskesmas) == dict.fromkeys(desa, expected), "a mixture of two saves"
    assert store.data_version(puskesmas) == 2 + 16
    other.close()


def test_the_same_file_by_two_at_once_is_stored_once(store: Store, url: str, puskesmas: int) -> None:
    other = open_store(url)
    file = simple({"Sukamaju": 7})
    results = at_once(*(lambda which=which: which.save_report(file, puskesmas, who="x") for which in (store, other)))
    assert sorted(result.known for result in results) == [False, True] and len(store.reports(puskesmas)) == 1
    other.close()


def test_two_editors_of_one_row_and_one_is_told(store: Store, url: str, puskesmas: int) -> None:
    other = open_store(url)
    rtl_id, revision = store.save_rtl({"puskesmas_id": puskesmas, "kegiatan": "Sweeping"}, who="dewi")
    row = {"puskesmas_id": puskesmas, "rtl_id": rtl_id, "revision": revision}
    results = at_once(
        lambda: store.save_rtl(row | {"bukti": "foto"}, who="dewi"),
        lambda: other.save_rtl(row | {"status": "proses"}, who="budi"),
    )
    assert sorted(type(result).__name__ for result in results) == ["Conflict", "tuple"]
    conflict = next(result for result in results if isinstance(result, Conflict))
    assert conflict.revision == 2 and conflict.who == store.rtl(puskesmas)["changed_by"][0]
    other.close()


def test_a_reader_sees_one_moment(store: Store, url: str, puskesmas: int) -> None:
    other = open_store(url)
    store.save_report(simple({"Sukamaju": 1, "Karangsari": 1}), puskesmas, who="dewi")
    with store.reading():
        before = values(store, puskesmas)
        other.save_report(simple({"Sukamaju": 2, "Karangsari": 2}, "lain.xlsx"), puskesmas, who="budi")
        assert values(store, puskesmas) == before == {"Sukamaju": 1, "Karangsari": 1}
    assert values(store, puskesmas) == {"Sukamaju": 2, "Karangsari": 2}
    other.close()


def test_a_failure_in_the_middle_leaves_nothing(store: Store, puskesmas: int, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> None:
        raise StoreError("putus di tengah")

    monkeypatch.setattr("lokmin_data.store.saving.recompute_sums", fail)
    version = store.data_version(puskesmas)
    with pytest.raises(StoreError, match="putus di tengah"):
        store.save_report(simple({"Sukamaju": 7}), puskesmas, who="dewi")
    assert (
        values(store, puskesmas) == {}
        and len(store.reports(puskesmas)) == 0
        and store.data_version(puskesmas) == version
    )


def test_a_full_disk_is_told_and_keeps_what_was_there(tmp_path: Path) -> None:
    store = open_store(f"sqlite:///{tmp_path}/lokmin.sqlite")
    puskesmas = store.add_puskesmas("Melati", who="d")
    store.save_desa(puskesmas, pd.DataFrame({"desa": ["Sukamaju"]}), "d")
    store.save_report(simple({"Sukamaju": 7}), puskesmas, who="d")

    @sa.event.listens_for(store.engine, "begin")
    def limit(connection: sa.Connection) -> None:
        pages = connection.exec_driver_sql("PRAGMA page_count").scalar()
        connection.exec_driver_sql(f"PRAGMA max_page_count={pages}")

    many = reading(
        *(rows({"Sukamaju": 1.0}, indicator=f"k{number}", sheet="x" * 200) for number in range(400)),
        file_name="besar.xlsx",
    )
    with pytest.raises(StoreError, match="Ruang disk penuh. Tidak ada yang disimpan"):
        store.save_report(many, puskesmas, who="d")
    assert values(store, puskesmas) == {"Sukamaju": 7} and len(store.reports(puskesmas)) == 1
    store.close()


def test_a_locked_store_is_told_in_plain_words(tmp_path: Path) -> None:
    store = open_store(f"sqlite:///{tmp_path}/lokmin.sqlite")
    sa.event.listen(store.engine, "connect", lambda connection, _: connection.execute("PRAGMA busy_timeout=50"))
    store.engine.dispose()
    other = sqlite3.connect(tmp_path / "lokmin.sqlite", isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    with pytest.raises(StoreError, match="sedang dipakai proses lain. Tidak ada yang disimpan"):
        store.add_puskesmas("Melati", who="d")
    other.close()
    assert store.add_puskesmas("Melati", who="d") == 1
    store.close()


@pytest.mark.basisdata
def test_a_lost_connection_is_tried_once_more(filled_postgres_url: str) -> None:
    store = open_store(filled_postgres_url)
    puskesmas = store.add_puskesmas("Melati", who="d")
    tries = []

    def work(connection: sa.Connection) -> int:
        tries.append(1)
        if len(tries) == 1:
            own = connection.exec_driver_sql("SELECT pg_backend_pid()").scalar()
            with sa.create_engine(filled_postgres_url).connect() as killer:
                killer.exec_driver_sql(f"SELECT pg_terminate_backend({own})")
        store.bump(connection, puskesmas)
        return len(tries)

    assert store.write(work, puskesmas_id=puskesmas) == 2 and store.data_version(puskesmas) == 2
    store.close()


@pytest.mark.basisdata
def test_a_server_that_is_away_is_told(postgres_server: str) -> None:
    with pytest.raises(StoreError, match="Sambungan ke server basis data terputus atau tidak dapat dibuat"):
        open_store(f"{postgres_server}/tidak_ada_basis_data_ini")


@pytest.mark.parametrize("url", ["mysql://x/y", "bukan alamat", "sqlite://"])
def test_an_address_that_cannot_be(url: str) -> None:
    with pytest.raises(StoreError, match="Alamat basis data|Basis data harus"):
        open_store(url)


# --- versions ----------------------------------------------------------------------------------------------
def test_the_newest_migration_is_the_one_that_is_asked_for() -> None:
    versions = sorted(path.name.split("_")[0] for path in (FOLDER / "versions").glob("[0-9]*.py"))
    assert versions[-1] == HEAD


def test_the_migrations_make_the_schema_that_the_code_speaks_of(store: Store) -> None:
    from alembic.autogenerate import compare_metadata
    from alembic.migration import MigrationContext

    with store.engine.connect() as connection:
        options = {"include_object": lambda _o, name, kind, *_: not (kind == "table" and name == "alembic_version")}
        found = compare_metadata(MigrationContext.configure(connection, opts=options), METADATA)
    assert found == []


@pytest.mark.parametrize("path", sorted(OLD_STORES.glob("*.sql")), ids=lambda path: path.stem)
def test_a_store_of_every_released_version_opens_with_its_numbers(path: Path, tmp_path: Path) -> None:
    connection = sqlite3.connect(tmp_path / "lokmin.sqlite")
    connection.executescript(path.read_text(encoding="utf-8"))
    connection.close()
    store = open_store(f"sqlite:///{tmp_path}/lokmin.sqlite")
    with store.reading() as connection:
        assert schema_version(connection) == HEAD
    assert values(store, 1, indicators=["k1"]) == {"Sukamaju": 7, "Karangsari": 9}
    assert store.reports(1)["status"].tolist() == ["dibatalkan", "diterima"]
    assert store.rtl(1)["kegiatan"].tolist() == ["Sweeping"] and store.load_document(1, "agenda", "2026-01")[0] == {
        "isi": "lama"
    }
    assert store.sign_in("kepala", "kata-sandi-lama")[0].may_manage(1)
    store.save_report(simple({"Sukamaju": 8}, "baru.xlsx", month=2), 1, who="d")
    assert len(store.rows(current_value.select())) == 4
    store.close()
