"""The agenda: order, evidence, minutes; the same data give the same agenda."""

from __future__ import annotations

import json
import re

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from lokmin_data.analysis import assess_all, rank_desa
from lokmin_data.meeting.agenda import agenda_from_dict
from lokmin_data.meeting.build import (
    PER_PROGRAMME,
    PER_PROGRAMME_AT_MOST,
    PROBLEMS_AT_MOST,
    build_agenda,
    meeting_title,
)
from lokmin_data.meeting.findings import find_problems
from lokmin_data.meeting.knowledge import CAUSE_GROUPS, asks_for, causes_for, sectors
from lokmin_data.meeting.minutes import share_minutes
from lokmin_data.model import LokminError
from lokmin_data.reference import load_indicators
from tests.meeting.lokmin_samples import panel_of

CONTRACT = ["order", "title", "programme", "indicator", "areas", "evidence", "ask", "sector", "minutes"]


@pytest.fixture(scope="module")
def work():
    panel = panel_of(silent=("Wonomulyo",))
    assessments = assess_all(panel, 2026, 3)
    return panel, assessments, rank_desa(assessments, panel.settings)


def agenda_of(work, **options):
    panel, assessments, ranking = work
    return build_agenda(assessments, ranking, **{"puskesmas": panel.puskesmas, "year": 2026, "month": 3, **options})


def test_the_contract_names_every_key_and_nothing_else(work):
    told = json.loads(agenda_of(work).as_json())
    assert list(told) == ["puskesmas", "year", "month", "items", "follow_up"]
    assert (told["puskesmas"], told["year"], told["month"], told["follow_up"]) == ("Sukamaju Jaya", 2026, 3, [])
    assert all(list(item) == CONTRACT for item in told["items"])
    assert [item["order"] for item in told["items"]] == list(range(1, len(told["items"]) + 1))


def test_last_action_plans_come_before_reports_before_problems_before_decisions(work):
    kinds = [item.kind for item in agenda_of(work).items]
    order = ["pembukaan", "tindak_lanjut", "pelaporan", "masalah", "masalah_lain", "desa_prioritas", "penyebab", "peran", "rtl",
             "komitmen", "penutup"]  # fmt: skip
    assert list(dict.fromkeys(kinds)) == order


def test_an_internal_meeting_has_no_commitment_and_asks_only_those_who_sit_there(work):
    agenda = agenda_of(work, kind="bulanan", minutes=60)
    assert "komitmen" not in [item.kind for item in agenda.items]
    assert agenda.items[0].title == "Pembukaan oleh Kepala Puskesmas"
    asked = {ask.sector for item in agenda.items for ask in item.asks}
    assert asked <= {"bidan_desa", "puskesmas"}
    assert meeting_title(agenda) == "Lokakarya mini bulanan, Maret 2026"


@pytest.mark.parametrize("minutes", [30, 47, 60, 90, 120, 121, 180, 480])
@pytest.mark.parametrize("kind", ["tribulanan", "bulanan"])
def test_minutes_add_up_to_the_meeting(work, minutes, kind):
    items = agenda_of(work, kind=kind, minutes=minutes).items
    assert sum(item.minutes for item in items) == minutes
    assert min(item.minutes for item in items) >= 1


@given(st.lists(st.floats(0.1, 50), min_size=1, max_size=29), st.integers(30, 480))
def test_shares_are_whole_and_exact(weights, minutes):
    shares = share_minutes(weights, minutes)
    assert sum(shares) == minutes and min(shares) >= 1


@pytest.mark.parametrize("minutes", [0, 29, 481, -5])
def test_a_length_that_makes_no_sense_is_refused(work, minutes):
    with pytest.raises(LokminError, match="Isi antara 30 dan 480 menit"):
        agenda_of(work, minutes=minutes)


def test_an_unknown_kind_is_refused(work):
    with pytest.raises(LokminError, match="'tahunan' tidak dikenal"):
        agenda_of(work, kind="tahunan")


def test_evidence_repeats_the_assessment(work):
    _, assessments, _ = work
    item = next(item for item in agenda_of(work).problems() if item.indicator == "idl")
    whole = assessments["idl"].puskesmas
    assert f"Puskesmas {whole['cumulative']:.0f}/{whole['sasaran']:.0f} · 16,4 %" in item.evidence
    clearly = assessments["idl"].desa.query("verdict == 'jelas_di_bawah'")
    assert set(item.areas) == set(clearly["desa"])
    assert item.title == f"Imunisasi dasar / bayi lengkap (IDL): {len(clearly)} dari 12 desa jelas di bawah target"
    assert "Belum lapor: Wonomulyo." in item.evidence


def test_no_percentage_stands_without_n_of_n(work):
    known = (
        r"[\d.,]+/[\d.,]+ · [\d.,]+ %|dari [\d.,]+, yaitu [\d.,]+ %|target( sampai \w+| berjalan)? [\d.,]+ %|setahun [\d.,]+ %"
    )
    for item in agenda_of(work).items:
        assert "%" not in re.sub(known, "", item.evidence)


def test_problems_of_one_programme_stand_together_heaviest_programme_first(work):
    panel, assessments, _ = work
    programmes = [item.programme for item in agenda_of(work).problems()]
    assert programmes == sorted(programmes, key=list(dict.fromkeys(programmes)).index)
    assert max(programmes.count(name) for name in programmes) <= PER_PROGRAMME
    heaviest = find_problems(assessments)[0]
    assert programmes[0] == heaviest.indicator.programme


def test_one_programme_alone_may_use_the_room():
    panel = panel_of(codes=("idl", "dpt1", "dpt3", "mr1"))
    assessments = assess_all(panel, 2026, 3)
    agenda = build_agenda(assessments, rank_desa(assessments, panel.settings), puskesmas="A", year=2026, month=3)
    assert PER_PROGRAMME < len(agenda.problems()) <= PER_PROGRAMME_AT_MOST


def test_problems_that_do_not_fit_are_named_not_dropped(work):
    _, assessments, _ = work
    agenda = agenda_of(work)
    found = find_problems(assessments)
    other = next(item for item in agenda.items if item.kind == "masalah_lain")
    for finding in found:
        assert (
            any(item.indicator == finding.indicator.code for item in agenda.problems())
            or finding.title in other.evidence
        )


def test_the_same_data_give_the_same_agenda_whatever_the_order(work):
    panel, _, _ = work
    shuffled = panel_of(silent=("Wonomulyo",))
    observations = shuffled.observations.sample(frac=1, random_state=3).reset_index(drop=True)
    other = type(shuffled)(
        observations, shuffled.desa, shuffled.sasaran, (), shuffled.settings, shuffled.indicators, shuffled.puskesmas
    )
    again = assess_all(other, 2026, 3)
    second = build_agenda(
        dict(reversed(list(again.items()))),
        rank_desa(again, other.settings),
        puskesmas=panel.puskesmas,
        year=2026,
        month=3,
    )
    first = agenda_of(work)
    assert [item for item in first.items if item.kind == "masalah"] == [
        item for item in second.items if item.kind == "masalah"
    ]


def test_all_targets_met_leaves_no_problem_item():
    panel = panel_of(codes=("idl", "k6"), factor=4.0)
    assessments = assess_all(panel, 2026, 3)
    agenda = build_agenda(assessments, rank_desa(assessments, panel.settings), puskesmas="A", year=2026, month=3)
    assert agenda.problems() == []
    assert "Capaian: semua target tercapai" in [item.title for item in agenda.items]
    assert sum(item.minutes for item in agenda.items) == 120


def test_nothing_reported_still_gives_an_agenda():
    panel = panel_of(codes=())
    assessments = assess_all(panel, 2026, 3, ["idl"])
    agenda = build_agenda(assessments, rank_desa(assessments, panel.settings), puskesmas="A", year=2026, month=3)
    assert agenda.problems() == []
    assert any(item.title == "Capaian belum dapat dinilai" for item in agenda.items)


def test_forty_problems_stay_within_the_meeting():
    codes = [
        code
        for code, one in load_indicators().items()
        if one.kind == "cumulative" and one.population and one.level == "desa"
    ]
    rows = []
    for code in codes:
        for place in range(1, 4):
            rows.append((place, f"Desa {place}", code, 2026, 1, "month", "T", 1, 600, None, 1, "L", f"A{place}"))
    panel = panel_of(("Desa 1", "Desa 2", "Desa 3"), codes=())
    observations = pd.DataFrame(rows, columns=list(panel.observations.columns))
    panel = type(panel)(observations, panel.desa, panel.sasaran, (), panel.settings, panel.indicators, "A")
    assessments = assess_all(panel, 2026, 3)
    found = find_problems(assessments)
    assert len(found) >= 40
    agenda = build_agenda(assessments, rank_desa(assessments, panel.settings), puskesmas="A", year=2026, month=3)
    assert 1 <= len(agenda.problems()) <= PROBLEMS_AT_MOST
    assert sum(item.minutes for item in agenda.items) == 120


def test_an_agenda_survives_the_store(work):
    agenda = agenda_of(work)
    kept = json.loads(json.dumps(agenda.as_dict()))
    assert agenda_from_dict(kept).as_json() == agenda.as_json()
    assert agenda_from_dict(kept).as_dict() == agenda.as_dict()


@pytest.mark.parametrize("code", list(load_indicators()))
def test_every_indicator_has_causes_in_all_groups_and_asks_of_known_sectors(code):
    indicator = load_indicators()[code]
    causes = causes_for(indicator)
    assert list(causes) == list(CAUSE_GROUPS) and all(causes.values())
    asks = asks_for(indicator, areas="Sukamaju", short=7)
    assert len(asks) >= 3 and {ask.sector for ask in asks} <= set(sectors())
    assert not any("{" in ask.text for ask in asks)
    assert asks_for(indicator, areas="Sukamaju", short=0, internal=True)


#: Whom the asks count for an indicator of these sasaran: "({kurang} bayi)".
COUNTED = {
    "bumil": "ibu", "bulin": "ibu", "bufas": "ibu", "resti": "ibu", "lahir_hidup": "bayi", "si": "bayi", "baduta": "anak",
}  # fmt: skip


@pytest.mark.parametrize("code", [code for code, one in load_indicators().items() if one.population in COUNTED])
def test_asks_count_the_people_of_their_indicator(code):
    indicator = load_indicators()[code]
    counted = re.findall(r"\b7 (ibu|bayi|anak)\b", " ".join(ask.text for ask in asks_for(indicator, areas="A", short=7)))
    assert set(counted) <= {COUNTED[indicator.population]}


@pytest.mark.parametrize(("code", "foreign"), [("td4", "bayi"), ("kf1", "ibu hamil"), ("kn1", "ibu hamil"), ("ibl", "bayi")])
def test_asks_and_causes_speak_of_the_people_of_their_indicator(code, foreign):
    indicator = load_indicators()[code]
    said = [ask.text for ask in asks_for(indicator, areas="A", short=7)]
    causes = [] if code == "ibl" else [text for group in causes_for(indicator).values() for text in group]
    assert not [text for text in said + causes if foreign in text.casefold().replace("dukun bayi", "")]


def test_the_name_of_a_desa_is_never_read_as_a_template():
    text = asks_for(load_indicators()["idl"], areas="{kurang} {desa}", short=5)[0].text
    assert "{kurang} {desa}" in text
