"""The example: its reports are made anew byte for byte, read without a wrong number, and stored once."""

from __future__ import annotations

from pathlib import Path

import pytest

from alat import buat_contoh
from alat.contoh.lembar import Report
from alat.contoh.wilayah import NAMES
from lokmin_data import example
from lokmin_data.analysis import assess_all, rank_desa
from lokmin_data.model import LokminError
from lokmin_data.reading import read_report
from lokmin_data.store import Store, load_panel, open_store

ROOT = Path(__file__).resolve().parents[1]
EXAMPLE = ROOT / "data" / "contoh"
MADE_BY_HAND = {"rtl.csv"}


@pytest.fixture(scope="session")
def made(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, dict[str, Report]]:
    """The example as the script makes it now, and what each file holds."""
    folder = tmp_path_factory.mktemp("contoh")
    reports = {report.path: report for report in buat_contoh.write_reports(folder)}
    buat_contoh.write_lists(folder)
    return folder, reports


def files(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_files_are_those_that_the_script_makes(made: tuple[Path, dict[str, Report]]) -> None:
    kept, fresh = files(EXAMPLE), files(made[0])
    assert set(kept) - MADE_BY_HAND == set(fresh)
    assert [name for name in fresh if fresh[name] != kept[name]] == []


def paths() -> list[str]:
    found = [path.relative_to(EXAMPLE).as_posix() for path in EXAMPLE.rglob("*") if path.is_file()]
    return sorted(name for name in found if "/" in name)


@pytest.mark.parametrize("name", paths())
def test_every_number_is_read_as_it_was_made(made: tuple[Path, dict[str, Report]], name: str) -> None:
    report = made[1][name]
    reading = read_report((EXAMPLE / name).read_bytes(), Path(name).name)
    table = reading.observations
    keys = zip(table["area"], table["indicator"], table["year"], table["month"], table["basis"], table["sex"], strict=True)
    read = dict(zip(keys, zip(table["numerator"], table["denominator"], strict=True), strict=True))
    truth = {(fact.area, fact.indicator, fact.year, fact.month, fact.basis, fact.sex): fact for fact in report.facts}
    assert len(read) == len(table) and set(read) == set(truth)
    assert {key: fact.numerator for key, fact in truth.items()} == {key: numbers[0] for key, numbers in read.items()}
    printed = {key: fact.denominator for key, fact in truth.items() if fact.denominator is not None}
    assert {key: read[key][1] for key in printed} == pytest.approx(printed)
    assert reading.asks == frozenset() and [problem for problem in reading.problems if problem.severity == "error"] == []


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return open_store(f"sqlite:///{tmp_path / 'contoh.sqlite'}")


def test_filling_goes_on_where_it_was_cut_short_and_twice_changes_nothing(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as patched:
        patched.setattr(example, "example_reports", lambda: all_reports[:2])
        patched.setattr(example, "_plans", lambda *_: iter(()))
        with pytest.raises(LokminError):  # without a plan there is nothing to save: the filling ends here
            example.fill_example(store)
    assert not example.is_filled(store)
    puskesmas_id = example.fill_example(store)
    assert example.is_filled(store) and len(store.reports(puskesmas_id)) == len(all_reports)
    version, plans = store.data_version(puskesmas_id), store.rtl(puskesmas_id)
    assert len(store.desa(puskesmas_id)) == 12
    assert example.fill_example(store) == puskesmas_id
    assert store.data_version(puskesmas_id) == version and len(store.rtl(puskesmas_id)) == len(plans) == 7
    assert len(store.reports(puskesmas_id)) == len(all_reports)
    _tells_its_story(store, puskesmas_id)


all_reports = example.example_reports()


def _tells_its_story(store: Store, puskesmas_id: int) -> None:
    """Two weak desa are clearly below, one is above 100 %, one has not reported, one improved."""
    panel = load_panel(store, puskesmas_id, 2026, 6)
    found = assess_all(panel, 2026, 6, ["idl", "k6", "stunting"])
    idl = found["idl"].desa.set_index("desa")
    assert idl.loc[["Sumber Rejeki Makmur Sentosa Timur", "Kampung Baru Padang Rimba Lestari", "Mekarwangi"], "verdict"].eq("jelas_di_bawah").all()
    assert idl.loc["Ranu Asri", "state"] == "belum_lapor"
    assert found["stunting"].desa.set_index("desa").loc["Kampung Baru Padang Rimba Lestari", "verdict"] == "jelas_di_bawah"
    ranked = rank_desa(found, panel.settings)
    assert set(ranked.head(2)["desa"]) == {"Sumber Rejeki Makmur Sentosa Timur", "Kampung Baru Padang Rimba Lestari"}
    december = assess_all(load_panel(store, puskesmas_id, 2025, 12), 2025, 12, ["idl"])["idl"].desa.set_index("desa")
    assert december.loc["Tegalsari", "percent"] > 100


def test_example_has_twelve_desa_eighteen_months_and_every_programme(made: tuple[Path, dict[str, Report]]) -> None:
    from lokmin_data.reference import load_indicators, programmes

    facts = [fact for path, report in made[1].items() if not path.startswith(buat_contoh.LATER) for fact in report.facts]
    catalogue = load_indicators()
    months: dict[str, set[tuple[int, int]]] = {}
    for fact in facts:
        months.setdefault(catalogue[fact.indicator].programme, set()).add((fact.year, fact.month))
    areas = {fact.area.casefold() for fact in facts}
    desa = {name.casefold() for name in NAMES}
    assert areas >= desa and len(desa) == 12 and all(area.endswith(tuple(desa)) for area in areas)  # schools carry their desa's name
    assert set(months) == set(programmes())
    assert all(len(months[core]) == 18 for core in ("imunisasi", "stunting", "gizi_ibu_hamil"))
