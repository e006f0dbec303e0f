"""A kecamatan, or another Puskesmas, that bears the name of a desa is another place: its numbers are never stored as the desa's."""

from __future__ import annotations

from pathlib import Path

import pandas as pd
import pytest

from lokmin_data.__main__ import main
from lokmin_data.store import open_store
from lokmin_data.store.prepare import Places, prepare
from tests.store.builders import reading, rows, simple

DESA = Places({"sukamaju": 1, "karangsari": 2, "melati": 3}, {1: "Sukamaju", 2: "Karangsari", 3: "Melati"}, "Melati")


@pytest.mark.parametrize("level", ["kecamatan", "puskesmas", "kabupaten"])
def test_the_namesake_of_a_desa_is_told_and_not_stored(level: str) -> None:
    found = prepare(simple({"Sukamaju": 700, "Tegalrejo": 500, "Wonosari": 300}, level=level), DESA)
    assert not found.entries
    assert found.unknown_areas == {"Sukamaju": 1, "Tegalrejo": 1, "Wonosari": 1}


def test_a_kecamatan_above_its_desa_is_no_desa() -> None:
    found = prepare(reading(rows({"Sukamaju": 700}, level="kecamatan"), rows({"Sukamaju": 7, "Karangsari": 9})), DESA)
    assert sorted((key[3], value[1]) for key, value in found.entries.items()) == [(1, 7), (2, 9)]


def test_its_sasaran_is_not_that_of_the_desa() -> None:
    sasaran = pd.DataFrame([{"area": "Sukamaju", "population": "bumil", "sex": "T", "value": 900, "sheet": "S", "cell": "C4"}])
    found = prepare(reading(rows({"Sukamaju": 700, "Tegalrejo": 500}, level="kecamatan"), sasaran=sasaran), DESA)
    assert found.sasaran == []


def test_a_list_of_kecamatan_takes_kecamatan_and_the_user_has_the_last_word() -> None:
    found = prepare(simple({"Sukamaju": 700, "Karangsari": 500, "Wonosari": 300}, level="kecamatan"), DESA)
    assert {key[3] for key in found.entries} == {1, 2}
    given = prepare(simple({"Sukamaju": 700}, level="kecamatan"), DESA, {"Sukamaju": 1})
    assert {key[3] for key in given.entries} == {1}
    own = prepare(simple({"Melati": 70}, level="puskesmas"), DESA)
    assert {key[3] for key in own.entries} == {0}


def test_on_the_command_line(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setenv("LOKMIN_DATA_DIR", str(tmp_path / "simpanan"))
    monkeypatch.delenv("LOKMIN_DATABASE_URL", raising=False)
    text = "{title} BULAN MARET 2026\n\nNo,{head},Sasaran Ibu Hamil,K1 Bulan Ini\n{rows}\n"
    desa, kecamatan = tmp_path / "desa.csv", tmp_path / "kecamatan.csv"
    desa.write_text(text.format(title="KIA PUSKESMAS MELATI", head="Desa", rows="1,Sukamaju,120,10\n2,Karangsari,60,5"), "utf-8")
    names = "1,Sukamaju,1200,100\n2,Tegalrejo,600,50\n3,Wonosari,500,40"
    kecamatan.write_text(text.format(title="KIA PER KECAMATAN", head="Kecamatan", rows=names), "utf-8")
    assert main(["load", str(desa)]) == 0
    assert main(["load", str(kecamatan)]) == 2
    store = open_store(f"sqlite:///{tmp_path}/simpanan/lokmin.sqlite")
    assert store.observations(1)["numerator"].tolist() == [10, 5]
    store.close()
