"""Every public way of changing the store writes its audit line in the same transaction; found by reading the code."""

from __future__ import annotations

import ast
import inspect
import textwrap
from collections.abc import Callable
from pathlib import Path

import pandas as pd
import pytest

from lokmin_data.model import Indicator, Target
from lokmin_data.store import SignInRefused, Store, StoreError, open_store
from lokmin_data.store.base import Base
from lokmin_data.store.move import move
from lokmin_data.store.transfer import ALL_TABLES, measure
from tests.store.builders import simple

WHO, PASSWORD = "dewi", "kata-sandi-dewi"
FIX = {"sheet": "S", "cell": "C3", "expected": 5, "value": 4, "why": "salah ketik", "by": "dewi"}


def _ready(store: Store, place: int) -> dict[str, object]:
    """Something of every kind to change."""
    report = store.save_report(simple({"Sukamaju": 7}), place, who="uji").report_id
    account = store.create_account(WHO, PASSWORD, roles={0: "pengelola"}, who="uji")
    store.save_indicator(place, Indicator("milik", "phbs", "Milik", "x", "y", "", "point", "up"), "uji")
    store.add_alias(place, "Suka Madju", 1, "uji")
    store.save_memory(place, "bentuk", {"columns": {"Kolom": "ignore"}, "corrections": [FIX]}, "uji")
    return {"report": report, "account": account, "token": store.sign_in(WHO, PASSWORD)[1], "export": store.export_puskesmas(place, "uji"),
            "backup": store.backup(store.folder / "uji.zip")}  # fmt: skip


def _wrong_password(store: Store) -> None:
    with pytest.raises(SignInRefused):
        store.sign_in(WHO, "salah sekali")


CASES: dict[str, Callable[[Store, int, dict], object]] = {
    "add_alias": lambda s, p, _: s.add_alias(p, "Karang Sari", 2, WHO),
    "add_audit": lambda s, p, _: s.add_audit(p, WHO, "ekspor"),
    "add_puskesmas": lambda s, p, _: s.add_puskesmas("Dahlia", who=WHO),
    "create_account": lambda s, p, _: s.create_account("budi", PASSWORD, roles={p: "petugas"}, who=WHO),
    "export_puskesmas": lambda s, p, _: s.export_puskesmas(p, WHO),
    "import_puskesmas": lambda s, p, r: s.import_puskesmas(r["export"], WHO, name="Dahlia"),
    "forget_correction": lambda s, p, _: s.forget_correction(p, "bentuk", FIX, WHO),
    "forget_meaning": lambda s, p, _: s.forget_meaning(p, "bentuk", "Kolom", WHO),
    "remove_alias": lambda s, p, _: s.remove_alias(p, "Suka Madju", WHO),
    "remove_indicator": lambda s, p, _: s.remove_indicator(p, "milik", WHO),
    "restore": lambda s, p, r: s.restore(r["backup"], WHO),
    "save_desa": lambda s, p, _: s.save_desa(p, s.desa(p).assign(note="x"), WHO),
    "save_document": lambda s, p, _: s.save_document(p, "agenda", "2026-01", {"a": 1}, 0, WHO),
    "save_geojson": lambda s, p, _: s.save_geojson(p, {"type": "FeatureCollection"}, WHO),
    "save_indicator": lambda s, p, _: s.save_indicator(p, Indicator("lain", "phbs", "Lain", "x", "y", "", "point", "up"), WHO),
    "save_logo": lambda s, p, _: s.save_logo(p, b"\x89PNG", WHO),
    "save_memory": lambda s, p, _: s.save_memory(p, "sidik", {"columns": {}}, WHO),
    "save_report": lambda s, p, _: s.save_report(simple({"Sukamaju": 9}, "lain.xlsx"), p, who=WHO),
    "save_rtl": lambda s, p, _: s.save_rtl({"puskesmas_id": p, "kegiatan": "Sweeping"}, who=WHO),
    "save_rtl_rows": lambda s, p, _: s.save_rtl_rows([{"puskesmas_id": p, "kegiatan": "Sweeping"}], who=WHO),
    "save_sasaran": lambda s, p, _: s.save_sasaran(
        p, pd.DataFrame({"desa_id": [1], "population": "bumil", "year": 2026, "value": [10.0], "source": "x"}), WHO),
    "save_settings": lambda s, p, _: s.save_settings(p, {"imunisasi": {"uci": 85}}, WHO),
    "save_targets": lambda s, p, _: s.save_targets(p, [Target("k1", 2026, 95.0)], WHO),
    "sign_in": lambda s, p, _: s.sign_in(WHO, PASSWORD),
    "sign_out": lambda s, p, r: s.sign_out(r["token"]),
    "undo_report": lambda s, p, r: s.undo_report(r["report"], WHO),
    "update_account": lambda s, p, r: s.update_account(r["account"], who=WHO, full_name="Dewi"),
    "update_puskesmas": lambda s, p, _: s.update_puskesmas(p, who=WHO, kecamatan="Sari"),
}  # fmt: skip
#: `write` is the door itself; the repair of a lost connection needs no line.
DOORS = {"write"}
#: These end what the others need, in this order: a restore ends every login.
LAST = ("", "sign_out", "restore")


def _calls(function: object) -> set[str]:
    """The names x of every `self.x(...)` in a method, those in its inner functions included."""
    tree = ast.parse(textwrap.dedent(inspect.getsource(function)))
    found = (node.func for node in ast.walk(tree) if isinstance(node, ast.Call))
    return {
        each.attr for each in found if isinstance(each, ast.Attribute) and isinstance(each.value, ast.Name) and each.value.id == "self"
    }


def writers() -> set[str]:
    """The public methods of the store that reach `self.write`, through whatever private methods."""
    methods = {name: _calls(item) for kind in Store.__mro__ for name, item in vars(kind).items() if inspect.isfunction(item)}
    found = set(DOORS)
    while more := {name for name, called in methods.items() if called & found} - found:
        found |= more
    return {name for name in found - DOORS if not name.startswith("_")}


def test_the_cases_are_all_the_writers_of_the_store() -> None:
    assert writers() == set(CASES), "a new way to write needs a case here"


def test_a_write_leaves_its_line_and_without_the_line_nothing_is_written(store: Store, puskesmas: int, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise StoreError("catatan tidak dapat ditulis")

    ready = _ready(store, puskesmas)
    for name in sorted(CASES, key=lambda name: LAST.index(name) if name in LAST else 0):
        before, lines = _everything(store), len(store.audit(limit=10**6))
        with monkeypatch.context() as patched, pytest.raises(StoreError, match="catatan tidak dapat ditulis"):
            patched.setattr(Base, "log", refuse)
            CASES[name](store, puskesmas, ready)
        assert _everything(store) == before, name
        CASES[name](store, puskesmas, ready)
        log = store.audit(limit=10**6)
        new = log.head(len(log) - lines)
        assert WHO in set(new["who"]) and (new["what"] != "").all() and new["at"].notna().all(), name


def _everything(store: Store) -> dict[str, tuple[int, int]]:
    with store.reading() as connection:
        return {table.name: measure(connection, table) for table in ALL_TABLES}


def test_failed_tries_and_a_move_leave_lines_too(store: Store, puskesmas: int, tmp_path: Path) -> None:
    _ready(store, puskesmas)
    _wrong_password(store)
    assert store.audit()["what"].iloc[0] == "gagal masuk"
    other = open_store(f"sqlite:///{tmp_path}/pindah/lokmin.sqlite")
    move(store, other)
    line = other.audit().iloc[0]
    assert line["what"] == "pindahan basis data" and "@" not in line["detail"].replace("lokmin@", "")
    other.close()


def test_a_restore_takes_no_line_away(store: Store, puskesmas: int) -> None:
    ready = _ready(store, puskesmas)
    store.save_report(simple({"Sukamaju": 70}, "sesudah.xlsx"), puskesmas, who=WHO)
    store.undo_report(store.reports(puskesmas)["report_id"].iloc[0], WHO)
    before = store.audit(limit=10**6)
    store.restore(ready["backup"], "kepala")
    after = store.audit(limit=10**6)
    assert after["what"].tolist() == ["pulihkan cadangan", *before["what"].tolist()]
    assert store.reports(puskesmas)["file_name"].tolist() == ["kia.xlsx"]
    store.save_report(simple({"Sukamaju": 8}, "lagi.xlsx"), puskesmas, who=WHO)
    assert len(store.audit(limit=10**6)) == len(after) + 1
