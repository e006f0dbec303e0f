"""A disk that takes no more, during a backup, a restore and the backup of the day: told plainly, nothing by half."""

from __future__ import annotations

import errno
import os
import shutil
import signal
import sqlite3
import stat
import zipfile
from pathlib import Path

import pandas as pd
import pytest

from lokmin_data.model import LokminError
from lokmin_data.store import Store, StoreDamaged, StoreError, open_store
from lokmin_data.store import backup as files
from lokmin_data.store.backup import is_good
from lokmin_data.store.health import page_fault
from lokmin_data.store.keeping import restore_damaged
from tests.store.builders import simple
from tests.store.test_reports import values

DESA = ("Sukamaju", "Karangsari")
#: Where the disk may be full: what is called there.
POINTS = {
    "folder": (files.tempfile, "mkdtemp"), "zip": (zipfile.ZipFile, "write"), "flush": (os, "fsync"), "name": (os, "replace"),
    "target": (Path, "mkdir"),
}  # fmt: skip
POSIX = pytest.mark.skipif(not hasattr(os, "fork"), reason="hanya di sistem dengan fork dan batas ukuran berkas")


@pytest.fixture
def kept(tmp_path: Path) -> Store:
    """A store with numbers, a backup made before, and numbers since."""
    store = open_store(f"sqlite:///{tmp_path}/lokmin.sqlite")
    puskesmas = store.add_puskesmas("Melati", who="d")
    store.save_desa(puskesmas, pd.DataFrame({"desa": list(DESA)}), "d")
    store.save_report(simple(dict.fromkeys(DESA, 7.0)), puskesmas, who="d")
    store.backup(tmp_path / "cadangan" / "lokmin-lama.zip")
    store.save_report(simple(dict.fromkeys(DESA, 9.0), "baru.xlsx"), puskesmas, who="d")
    yield store
    store.close()


def full(*_: object, **__: object) -> None:
    """What the operating system says then."""
    raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))


def strays(folder: Path) -> list[str]:
    """Files and folders that should not be there: half-made ones."""
    return [str(path.relative_to(folder)) for path in folder.rglob("*") if path.name.startswith(".sementara") or ".zip." in path.name]


@pytest.mark.parametrize("point", POINTS)
def test_a_backup_on_a_full_disk_is_told_and_leaves_nothing(kept: Store, monkeypatch: pytest.MonkeyPatch, point: str) -> None:
    before = sorted(kept.folder.rglob("*.zip"))
    for make in (kept.backup, kept.daily_backup):
        with monkeypatch.context() as patched, pytest.raises(StoreError, match="ruang disk penuh.*Kosongkan sebagian disk"):
            patched.setattr(*POINTS[point], full)
            make()
    assert sorted(kept.folder.rglob("*.zip")) == before and all(map(is_good, before)) and strays(kept.folder) == []
    assert values(kept, 1) == dict.fromkeys(DESA, 9.0)
    assert is_good(kept.daily_backup()), "with room again the backup of the day is made"


@pytest.mark.parametrize("point", POINTS)
def test_a_restore_on_a_full_disk_is_told_and_changes_nothing(kept: Store, monkeypatch: pytest.MonkeyPatch, point: str) -> None:
    before = kept.audit().astype(str).values.tolist()
    with monkeypatch.context() as patched, pytest.raises(StoreError, match="ruang disk penuh"):
        patched.setattr(*POINTS[point], full)
        kept.restore(kept.folder / "cadangan" / "lokmin-lama.zip", "kepala")
    assert values(kept, 1) == dict.fromkeys(DESA, 9.0) and kept.audit().astype(str).values.tolist() == before
    assert strays(kept.folder) == []
    kept.restore(kept.folder / "cadangan" / "lokmin-lama.zip", "kepala")
    assert values(kept, 1) == dict.fromkeys(DESA, 7.0)


def in_a_small_world(limit: int, work: object) -> str:
    """What the work says in a process whose files may not grow beyond so many bytes: '' for success, else the error."""
    import resource

    here, there = os.pipe()
    child = os.fork()
    if child == 0:
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))
        try:
            work()  # type: ignore[operator]
            said = b"."
        except LokminError as error:
            said = f"told: {error}".encode()
        except BaseException as error:
            said = f"raw: {error!r}".encode()
        os.write(there, said)
        os._exit(0)
    os.close(there)
    told = b"".join(iter(lambda: os.read(here, 65536), b""))
    os.close(here)
    os.waitpid(child, 0)
    return told.decode().removeprefix(".")


@POSIX
@pytest.mark.parametrize("act", ["backup", "restore", "daily", "rescue"])
def test_wherever_the_disk_ends_all_or_nothing(tmp_path: Path, kept: Store, act: str) -> None:
    """The limit wanders over the sizes of everything that is written: the copy, its log, the zip, the store itself."""
    file, old = kept.file, kept.folder / "cadangan" / "lokmin-lama.zip"
    kept.close()
    size, refused, done = file.stat().st_size, 0, 0
    for part in (0.002, 0.01, 0.05, 0.2, 0.5, 0.9, 0.99, 1.0, 1.2, 3):
        home = tmp_path / f"rumah-{part}"
        home.mkdir()
        for source in [file, *file.parent.glob("lokmin.sqlite-*")]:
            shutil.copy(source, home)
        (home / "cadangan").mkdir()
        shutil.copy(old, home / "cadangan")
        told = in_a_small_world(int(size * part), lambda home=home: do(act, home))
        assert not told.startswith("raw"), (part, told)
        refused, done = refused + bool(told), done + (not told)
        left = open_store(f"sqlite:///{home}/lokmin.sqlite")
        assert page_fault(left.file) == "" and all(map(is_good, left.backups())) and strays(home) == [], part
        before, after = dict.fromkeys(DESA, 9.0), dict.fromkeys(DESA, 7.0)
        assert values(left, 1) == (after if act in ("restore", "rescue") and not told else before), (part, told)
        left.close()
    assert refused >= 3 and done, "the limits did not reach what they should"


def do(act: str, home: Path) -> None:
    """One act of keeping, in the process with the limit."""
    old = home / "cadangan" / "lokmin-lama.zip"
    if act == "rescue":
        restore_damaged(home / "lokmin.sqlite", old, "kini")
        return
    store = open_store(f"sqlite:///{home}/lokmin.sqlite")
    {"backup": store.backup, "daily": store.daily_backup, "restore": lambda: store.restore(old, "kepala")}[act]()


def test_a_damaged_store_does_not_become_a_backup(kept: Store) -> None:
    for number in range(200):
        kept.save_document(1, "agenda", str(number), {"isi": "x" * 500}, 0, "d")
    file = kept.file
    kept.close()
    connection = sqlite3.connect(file)
    connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    connection.close()
    data = bytearray(file.read_bytes())
    data[len(data) // 2 :] = os.urandom(len(data) - len(data) // 2)
    file.write_bytes(data)
    for make in (kept.backup, kept.daily_backup):
        with pytest.raises(StoreError) as told:
            make()
        assert isinstance(told.value, StoreDamaged) or "rusak" in str(told.value)
    assert [path.name for path in kept.backups()] == ["lokmin-lama.zip"]


@POSIX
def test_what_is_made_belongs_to_its_owner_alone(tmp_path: Path) -> None:
    folder = tmp_path / "terbuka"
    folder.mkdir(mode=0o755)
    old = os.umask(0o022)
    try:
        store = open_store(f"sqlite:///{folder}/lokmin.sqlite")
        store.add_puskesmas("Melati", who="d")
        made = store.backup(tmp_path / "luar.zip")
        store.daily_backup()
        store.restore(made, "d")
        modes = {path.name: stat.S_IMODE(path.stat().st_mode) for path in [made, *folder.rglob("lokmin*")] if path.is_file()}
        store.close()
        restore_damaged(folder / "lokmin.sqlite", made, "kini")
        modes["sesudah pulih"] = stat.S_IMODE((folder / "lokmin.sqlite").stat().st_mode)
    finally:
        os.umask(old)
    assert len(modes) >= 6
    assert {name: oct(mode) for name, mode in modes.items() if mode & 0o077 and not name.endswith(".diperiksa")} == {}
