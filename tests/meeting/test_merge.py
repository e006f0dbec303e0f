"""Generating again keeps what people wrote and shows what changed."""

from __future__ import annotations

from dataclasses import replace

import pytest

from lokmin_data.analysis import assess_all, rank_desa
from lokmin_data.meeting.agenda import Item, agenda_from_dict
from lokmin_data.meeting.build import build_agenda
from lokmin_data.meeting.merge import apply_merge, merge_agenda, retime
from tests.meeting.lokmin_samples import panel_of


def generated(**options):
    panel = panel_of(**options)
    assessments = assess_all(panel, 2026, 3)
    return build_agenda(assessments, rank_desa(assessments, panel.settings), puskesmas="A", year=2026, month=3)


@pytest.fixture(scope="module")
def first():
    return generated()


@pytest.fixture(scope="module")
def later():
    return generated(silent=("Wonomulyo",), codes=("idl", "k6", "kek", "stunting"))


def edited(agenda, key, **changes):
    items = tuple(replace(item, **changes) if item.key == key else item for item in agenda.items)
    return replace(agenda, items=items)


def test_nothing_changed_is_no_difference(first):
    assert not merge_agenda(first, generated())
    assert merge_agenda(first, first).sentences() == []
    assert apply_merge(first, generated()) == first


def test_edits_alone_are_no_difference(first):
    mine = edited(first, "masalah:idl", title="IDL kita bahas di awal", minutes=20)
    assert not merge_agenda(mine, first)
    assert apply_merge(mine, first) == mine


def test_added_removed_and_changed_are_told(first, later):
    differences = merge_agenda(first, later)
    assert [item.key for item in differences.added] == ["pelaporan"]
    assert {item.key for item in differences.removed} >= {"masalah:ttd180", "masalah:dpt1"}
    assert {(change.key, change.field) for change in differences.changed} >= {("masalah:idl", "evidence")}
    assert "Baru: Kelengkapan laporan: 1 desa belum lapor sampai Maret" in differences.sentences()


def test_an_edited_text_is_kept_and_the_change_is_shown(first, later):
    mine = edited(first, "masalah:idl", evidence="Bukti tulisan kami")
    change = next(
        one for one in merge_agenda(mine, later).changed if (one.key, one.field) == ("masalah:idl", "evidence")
    )
    assert change.edited and change.mine == "Bukti tulisan kami" and change.after != change.before
    merged = {item.key: item for item in apply_merge(mine, later).items}
    fresh = {item.key: item for item in later.items}
    assert merged["masalah:idl"].evidence == "Bukti tulisan kami"
    assert merged["masalah:k6"].evidence == fresh["masalah:k6"].evidence
    overwritten = {item.key: item for item in apply_merge(mine, later, overwrite=["masalah:idl"]).items}
    assert overwritten["masalah:idl"].evidence == fresh["masalah:idl"].evidence


def test_once_merged_the_same_generation_brings_nothing_new(first, later):
    merged = apply_merge(edited(first, "masalah:idl", evidence="Bukti tulisan kami"), later)
    assert not merge_agenda(merged, later)
    assert sum(item.minutes for item in merged.items) == 120


def test_items_of_people_are_never_removed(first, later):
    own = Item("sendiri-1", "sendiri", "Lain-lain: lomba desa sehat", minutes=5)
    mine = replace(first, items=(*first.items, own))
    assert "sendiri-1" not in [item.key for item in merge_agenda(mine, later).removed]
    assert "sendiri-1" in [item.key for item in apply_merge(mine, later).items]


def test_only_accepted_items_change(first, later):
    merged = apply_merge(first, later, accept=["pelaporan"])
    keys = [item.key for item in merged.items]
    assert keys.index("pelaporan") == keys.index("tindak_lanjut") + 1
    assert {item.key for item in first.items} <= set(keys)


def test_a_stored_agenda_merges_like_the_first(first, later):
    kept = agenda_from_dict(first.as_dict())
    assert merge_agenda(kept, later).sentences() == merge_agenda(first, later).sentences()


@pytest.mark.parametrize("minutes", [60, 95, 180])
def test_retime_adds_up_again(first, minutes):
    agenda = retime(first, minutes)
    assert (sum(item.minutes for item in agenda.items), agenda.minutes) == (minutes, minutes)
