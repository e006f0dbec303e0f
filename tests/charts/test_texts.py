"""Titles, labels, messages: whole sentences as people read them."""

from types import SimpleNamespace

import pytest

from lokmin_data.charts import findings
from lokmin_data.charts.labels import axis_span, bar_text, clear_of, months_in, short_label, short_people, verdict_word
from lokmin_data.charts.message import desa_message
from lokmin_data.charts.theme import broken
from lokmin_data.reference import indicators


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        ("idl", "IDL"),
        ("stunting", "Stunting"),
        ("mr1", "MR 1"),
        ("d_s", "D/S"),
        ("hb0", "HB0"),
        ("opv1", "OPV1"),
        ("sbs", "ODF"),
        ("fe1", "Fe1"),
    ],
)
def test_short_label(code, expected):
    assert short_label(indicators()[code]) == expected


@pytest.mark.parametrize(
    ("value", "lower", "expected"),
    [(22.1, False, "kurang 23 orang"), (0, False, ""), (3.2, True, "kelebihan 4 kasus"), (float("nan"), False, "")],
)
def test_short_people(value, lower, expected):
    assert short_people(value, "orang", lower) == expected


def test_where_lower_is_better_the_word_says_what_is_exceeded():
    assert verdict_word(indicators()["stunting"], "jelas_di_bawah") == "Jelas melebihi batas"
    assert verdict_word(indicators()["idl"], "jelas_di_bawah") == "Jelas di bawah target"


def test_finding_counts_only_desa_that_reported(found):
    assert findings.finding(found) == "IDL Maret 2026: 1 dari 4 desa yang melapor jelas di bawah target"


@pytest.mark.parametrize(
    ("reports", "expected"),
    [
        ({"A": [], "B": []}, "IDL Maret 2026: belum ada laporan desa"),
        ({"A": [(1, 40, 120), (2, 40, 120), (3, 40, 120)]}, "IDL Maret 2026: target tercapai"),
        ({"A": [(3, 0, 120)]}, "IDL Maret 2026: jelas di bawah target"),
        ({}, "IDL Maret 2026: belum ada daftar desa"),
    ],
)
def test_finding_of_the_edges(make_found, reports, expected):
    assert findings.finding(make_found(reports)) == expected


def test_the_overview_speaks_of_headline_indicators_only(found):
    assert findings.overview_finding({"idl": found}, "Maret 2026") == (
        "Maret 2026: 1 dari 5 desa jelas di bawah target pada satu indikator utama"
    )


def test_finding_of_prevalence_speaks_of_the_limit(make_found):
    text = findings.finding(make_found({"A": [(3, 40, 60)], "B": [(3, 1, 60)]}, "stunting", 14.0))
    assert text == "Stunting Maret 2026: 1 dari 2 desa jelas melebihi batas"


def test_who_has_not_reported_is_named(found):
    assert findings.reported_sentence(found) == "4 dari 5 desa lapor; belum: Tanjung"


@pytest.mark.parametrize(
    ("p", "word"), [(0.95, "hampir pasti"), (0.7, "kemungkinan besar"), (0.4, "mungkin"), (0.39, "")]
)
def test_chance_words(p, word):
    assert findings.chance_words(p) == word


@pytest.mark.parametrize(
    ("state", "month", "text"),
    [("tidak_dijadwalkan", 8, "▼▼ 57/60 · 95 % (Agustus)"), ("belum_lapor", 8, "▼▼ 57/60 · 95 % (belum lapor)"),
     ("ada", 6, "▼▼ 57/60 · 95 %")],
)  # fmt: skip
def test_a_bar_of_a_scheduled_indicator_says_from_which_round_it_is(state, month, text):
    row = SimpleNamespace(
        state=state, cumulative=57, sasaran=60, percent=95.0, verdict="jelas_di_bawah", round_month=month, months_reported=1, months_due=1
    )
    assert bar_text(row) == text


def test_many_names_become_a_number():
    assert findings.names(["A", "B", "C", "D", "E", "F"]) == "A, B, C, dan 3 desa lain"


def test_message_has_numbers_and_what_is_asked(found):
    text = desa_message({"idl": found}, 1, puskesmas="Puskesmas Uji")
    assert "Yth. Kepala Desa Mekarsari" in text
    assert "- IDL: 9/180 (5 %), target 20 %: jelas di bawah target, kurang 27 orang" in text


def test_message_says_what_is_asked_of_the_desa_once_for_each_problem(found):
    asked = []

    def ask(indicator, desa, short):
        asked.append((indicator.code, desa, short))
        return f"Mendata bayi di {desa}."

    text = desa_message({"idl": found, "lagi": found}, 1, puskesmas="Puskesmas Uji", asked=ask)
    assert asked == [("idl", "Mekarsari", 27)] * 2
    assert text.endswith("Yang dimohon dari desa:\n1. Mendata bayi di Mekarsari.\nTerima kasih.")


def test_message_marks_the_example_and_the_silent(found):
    text = desa_message({"idl": found}, 5, puskesmas="Puskesmas Uji", example=True)
    assert text.startswith("[CONTOH]")
    assert "Belum ada laporan bulan ini: IDL" in text


@pytest.mark.parametrize(("place", "expected"), [(10.0, 20.0), (25.0, 25.0), (0.0, 0.0)])
def test_a_label_moves_behind_the_target_line_only_where_it_would_cross(place, expected):
    text = "12/60 · 10 %" if place else "x"
    assert clear_of(place, text, 20.0, 60.0) == expected


def test_the_axis_leaves_room_for_the_longest_label():
    assert axis_span(100.0, [(100.0, "▲▲ 1.234/1.234 · 100 %")]) > 150


def test_months_in_is_silent_where_all_are_in(found):
    rows = {row.desa: months_in(row) for row in found.desa.itertuples()}
    assert rows["Mekarsari"] == ""
    assert rows["Tanjung"] == "0 dari 3 bulan"


def test_a_name_too_long_for_its_place_keeps_the_word_that_tells_it_from_its_neighbours():
    names = [f"Bukit Harapan Jaya Sejahtera Mandiri {last}" for last in ("Sepuluh", "Delapan")]
    assert [broken(name) for name in names] == ["Bukit Harapan Jaya<br>… Mandiri Sepuluh", "Bukit Harapan Jaya<br>… Mandiri Delapan"]
    assert broken("Sumber Rejeki Makmur Sentosa Timur") == "Sumber Rejeki Makmur<br>Sentosa Timur"
