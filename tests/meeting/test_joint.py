"""Two people at one agenda: nothing that only one of them wrote is lost, and what both wrote is named."""

from dataclasses import replace

import pytest

from lokmin_data.analysis import assess_all, rank_desa
from lokmin_data.meeting.agenda import Item
from lokmin_data.meeting.build import build_agenda
from lokmin_data.meeting.joint import join
from lokmin_data.meeting.knowledge import Ask
from tests.meeting.lokmin_samples import panel_of

NOTHING: dict = {}


@pytest.fixture(scope="module")
def base():
    panel = panel_of()
    found = assess_all(panel, 2026, 3)
    return build_agenda(found, rank_desa(found, panel.settings), puskesmas="A", year=2026, month=3)


def changed(agenda, key, **changes):
    return replace(agenda, items=tuple(replace(one, **changes) if one.key == key else one for one in agenda.items))


def joined(base, mine, theirs):
    return join((base, NOTHING), (mine, NOTHING), (theirs, NOTHING))


def item(agenda, key):
    return next(one for one in agenda.items if one.key == key)


def test_changes_of_different_things_stand_both(base):
    mine = changed(base, "masalah:idl", evidence="Kata Ani", ticked=("Jauh dari posyandu",))
    theirs = changed(changed(base, "masalah:idl", minutes=25), "masalah:k6", evidence="Kata Budi")
    found = joined(base, mine, theirs)
    assert found.clashes == ()
    assert (item(found.agenda, "masalah:idl").evidence, item(found.agenda, "masalah:idl").minutes) == ("Kata Ani", 25)
    assert item(found.agenda, "masalah:idl").ticked == ("Jauh dari posyandu",)
    assert item(found.agenda, "masalah:k6").evidence == "Kata Budi"


def test_the_same_field_written_by_both_is_named_with_both_texts(base):
    asks = (Ask("desa", "Antar balita"),)
    mine, theirs = changed(base, "masalah:idl", evidence="Kata Ani"), changed(base, "masalah:idl", evidence="Kata Budi", asks=asks)
    found = joined(base, mine, theirs)
    assert [(one.mine, one.theirs) for one in found.clashes] == [("Kata Ani", "Kata Budi")]
    assert found.clashes[0].what.endswith(": bukti")
    assert (item(found.agenda, "masalah:idl").evidence, item(found.agenda, "masalah:idl").asks) == ("Kata Ani", asks)
    assert item(joined(base, theirs, mine).agenda, "masalah:idl").evidence == "Kata Budi"
    assert joined(base, mine, mine).clashes == ()


def test_items_that_both_added_stand_both_even_under_the_same_key(base):
    mine = replace(base, items=(*base.items[:3], Item("sendiri:1", "sendiri", "Sambutan APDESI", 5), *base.items[3:]))
    theirs = replace(base, items=(*base.items, Item("sendiri:1", "sendiri", "Lomba desa", 10)))
    found = joined(base, mine, theirs)
    titles = [one.title for one in found.agenda.items]
    assert found.clashes == () and len(titles) == len(base.items) + 2
    assert titles.index("Sambutan APDESI") == 3 and titles[-1] == "Lomba desa"
    assert len({one.key for one in found.agenda.items}) == len(titles)


def test_what_one_took_out_stays_out_unless_the_other_wrote_in_it(base):
    without = replace(base, items=tuple(one for one in base.items if one.key != "masalah:idl"))
    assert "masalah:idl" not in [one.key for one in joined(base, without, base).agenda.items]
    found = joined(base, without, changed(base, "masalah:idl", evidence="Kata Budi"))
    assert item(found.agenda, "masalah:idl").evidence == "Kata Budi"
    assert [one.mine for one in found.clashes] == ["(dihapus)"]


def test_a_moved_item_stays_moved_and_two_orders_are_asked_about(base):
    moved = replace(base, items=(base.items[0], base.items[2], base.items[1], *base.items[3:]))
    written = changed(base, base.items[1].key, title="Judul baru")
    found = joined(base, written, moved)
    assert [one.key for one in found.agenda.items] == [one.key for one in moved.items]
    assert item(found.agenda, base.items[1].key).title == "Judul baru" and found.clashes == ()
    other = replace(base, items=(*base.items[:-2], base.items[-1], base.items[-2]))
    assert [one.what for one in joined(base, moved, other).clashes] == ["urutan acara"]


def test_place_and_number_of_the_letter_written_in_two_windows_stand_both(base):
    found = join((base, {}), (base, {"tempat": "", "nomor": "005/12"}), (base, {"tempat": "Aula", "nomor": ""}))
    assert (found.beside, found.clashes) == ({"tempat": "Aula", "nomor": "005/12"}, ())
    both = join((base, {"tempat": ""}), (base, {"tempat": "Balai desa"}), (base, {"tempat": "Aula"}))
    assert both.beside["tempat"] == "Balai desa" and [one.what for one in both.clashes] == ["tempat"]
