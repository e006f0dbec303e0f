"""Who may look and who may write, as a table of cases."""

from pathlib import Path

import pytest
from conftest import ON_BOTH

from pages._shared.access import (
    LOCAL_PERSON,
    NotAllowed,
    Person,
    check_manage,
    check_write,
    may_look,
    may_write,
    on_network,
)


def test_every_road_that_runs_on_both_databases_is_a_test():
    folder = Path(__file__).parent
    for module, names in ON_BOTH.items():
        text = (folder / f"{module}.py").read_text(encoding="utf-8")
        assert [name for name in names if f"def {name}(" not in text] == [], module


@pytest.fixture(autouse=True)
def no_switch(monkeypatch):
    monkeypatch.delenv("LOKMIN_JARINGAN", raising=False)


@pytest.mark.parametrize(
    ("address", "client", "forwarded", "expected"),
    [
        ("127.0.0.1", None, False, False),
        ("localhost", "127.0.0.1", False, False),
        ("::1", "::1", False, False),
        ("127.0.0.1", None, True, True),
        ("127.0.0.1", "192.168.1.7", False, True),
        (None, None, False, True),
        ("", None, False, True),
        ("0.0.0.0", None, False, True),
        ("192.168.1.2", None, False, True),
        ("puskesmas.local", None, False, True),
    ],
)
def test_the_network_is_recognised(address, client, forwarded, expected):
    assert on_network(address, client=client, forwarded=forwarded) is expected


@pytest.mark.parametrize(
    ("host", "expected"),
    [
        ("127.0.0.1:8501", False), ("localhost:8501", False), ("[::1]:8501", False), ("::1", True), (None, False), ("", False),
        ("lokmin.example.go.id", True), ("jahat.example:8501", True), ("192.168.1.2:8501", True), ("127.0.0.1.jahat.example", True),
    ],
)  # fmt: skip
def test_a_foreign_name_means_that_somebody_stands_between(host, expected):
    assert on_network("127.0.0.1", host=host) is expected


def test_the_switch_forces_the_rules_but_cannot_lift_them(monkeypatch):
    monkeypatch.setenv("LOKMIN_JARINGAN", "ya")
    assert on_network("127.0.0.1") is True
    monkeypatch.setenv("LOKMIN_JARINGAN", "tidak")
    assert on_network("0.0.0.0") is True


@pytest.mark.parametrize(
    ("person", "network", "open_to_look", "expected"),
    [
        (Person(), False, False, True),
        (Person(), True, True, True),
        (Person(), True, False, False),
        (Person("ani", {0: "pemirsa"}), True, False, True),
    ],
)
def test_looking(person, network, open_to_look, expected):
    assert may_look(person, network=network, open_to_look=open_to_look) is expected


@pytest.mark.parametrize(
    ("person", "puskesmas_id", "expected"),
    [
        (LOCAL_PERSON, 1, True),
        (Person(), 1, False),
        (Person("ani", {0: "pemirsa"}), 1, False),
        (Person("budi", {0: "petugas"}), 2, True),
        (Person("budi", {1: "petugas"}), 1, True),
        (Person("budi", {1: "petugas"}), 2, False),
        (Person("citra", {1: "pengelola"}), 2, False),
        (Person("dewi", {0: "pemirsa", 2: "petugas"}), 2, True),
        (Person("dewi", {0: "pemirsa", 2: "petugas"}), 1, False),
        (Person("budi", {1: "petugas"}), None, False),
    ],
)
def test_writing(person, puskesmas_id, expected):
    assert may_write(person, puskesmas_id) is expected


def test_the_refusal_says_what_to_do():
    with pytest.raises(NotAllowed, match="Silakan masuk dahulu sebagai petugas"):
        check_write(Person())
    with pytest.raises(NotAllowed, match="'ani' hanya dapat melihat"):
        check_write(Person("ani", {0: "pemirsa"}))
    with pytest.raises(NotAllowed, match="Puskesmasnya sendiri"):
        check_write(Person("budi", {1: "petugas"}), 2)
    with pytest.raises(NotAllowed, match="Hanya pengelola"):
        check_manage(Person("budi", {1: "petugas"}), 1)
    assert check_manage(Person("citra", {0: "pengelola"}), 3) == "citra"
