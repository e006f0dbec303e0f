"""Last month's agenda desa keep their seats against challengers that are hardly worse."""

import pytest
from lokmin_samples import panel_of

from lokmin_data.analysis import assess_all, rank_desa
from lokmin_data.meeting.build import build_agenda
from lokmin_data.meeting.memory import earlier_key, last_listed, listed_desa


@pytest.mark.parametrize(
    ("keys", "found"),
    [(["2026-03", "2026-05", "2026-06"], "2026-05"), (["2026-03", "2026-03-bulanan"], "2026-03-bulanan"), (["2026-02"], ""), ([], ""),
     (["catatan", "2026-07"], "")],
)  # fmt: skip
def test_the_newest_agenda_of_three_months_counts(keys, found):
    assert earlier_key(keys, 2026, 6) == found


def test_january_remembers_the_year_before():
    assert earlier_key(["2025-12"], 2026, 1) == "2025-12"


@pytest.fixture(scope="module")
def ranked():
    panel = panel_of()
    found = assess_all(panel, 2026, 3)
    return found, panel, rank_desa(found, panel.settings)


def test_a_saved_agenda_tells_its_heaviest_desa_without_the_special_seat(ranked):
    found, _, table = ranked
    agenda = build_agenda(found, table, puskesmas="A", year=2026, month=3)
    heaviest = table.loc[table["seat"] == "terberat", "desa_id"].tolist()
    assert (table["seat"] == "perhatian khusus").any()
    assert list(listed_desa({"agenda": agenda.as_dict()})) == heaviest
    assert listed_desa({}) == ()


def test_the_seats_stay_within_the_margin_and_go_beyond_it(ranked):
    found, panel, table = ranked
    fourth = table.iloc[3]
    for margin, kept in ((100.0, True), (0.0, False)):
        settings = {**panel.settings, "skor": {**panel.settings["skor"], "selisih_agenda": margin}}
        again = rank_desa(found, settings, [int(fourth["desa_id"])])
        assert (again.loc[again["desa_id"] == fourth["desa_id"], "seat"].iloc[0] == "terberat") is kept


def test_the_store_gives_the_listed_desa_back(ranked, tmp_path):
    from lokmin_data.store import open_store

    found, _, table = ranked
    store = open_store(f"sqlite:///{tmp_path / 'lokmin.sqlite'}")
    puskesmas_id = store.add_puskesmas("A", who="uji")
    agenda = build_agenda(found, table, puskesmas="A", year=2026, month=3)
    store.save_document(puskesmas_id, "agenda", agenda.key, {"agenda": agenda.as_dict()}, 0, "uji")
    assert last_listed(store, puskesmas_id, 2026, 4) == listed_desa({"agenda": agenda.as_dict()})
    assert last_listed(store, puskesmas_id, 2026, 8) == ()
    store.close()
