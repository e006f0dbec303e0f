"""Unggah laporan: the month and the year that a report does not say."""

from dataclasses import replace
from datetime import date

import pandas as pd
from desk_tools import DESA, again, button, drop, reading, texts, well


def test_month_is_asked_only_where_the_file_does_not_say_it(store, mekar):
    def answer(data, name, *, year=None, month=None, **kwargs):
        asks = frozenset() if month else frozenset({"month"})
        return reading(DESA, months=(month,) if month else (None,), asks=asks)

    app = well(drop(answer))
    assert button(app, "Simpan").disabled
    assert "Pilih bulan laporan lebih dahulu" in texts(app)
    next(box for box in app.selectbox if box.label.startswith("Bulan laporan")).set_value(5)
    well(again(app, answer))
    assert not button(app, "Simpan 3 desa, Mei 2026").disabled


class January(date):
    """The date of somebody who reports in January 2027."""

    @classmethod
    def today(cls):
        return cls(2027, 1, 5)


def test_a_year_that_the_file_does_not_say_is_last_years_where_its_months_are_to_come(store, mekar, monkeypatch):
    def answer(data, name, *, year=None, **kwargs):
        return reading(DESA, months=(12,), year=year, asks=frozenset() if year else frozenset({"year"}))

    monkeypatch.setattr("pages._shared.upload_file.date", January)
    app = well(drop(answer))
    assert not button(app, "Simpan 3 desa, Desember 2026").disabled
    assert "belum tiba" not in texts(app)
    next(box for box in app.selectbox if box.label.startswith("Tahun laporan")).set_value(2027)
    well(again(app, answer))
    assert "Desember 2027 belum tiba" in texts(app)


def unsaid_period(data, name, *, year=None, month=None, **kwargs):
    """As the reader answers for a file without year and month: with a year alone its numbers are those of that year."""
    found = reading(DESA, months=(month,), year=year, name=name, sha=name, asks=frozenset() if year else frozenset({"year", "month"}))
    found.observations["basis"] = "year" if year and not month else "month"
    return found


def test_a_report_that_says_no_period_is_never_taken_for_a_whole_year(store, mekar):
    app = well(drop(unsaid_period))
    assert button(app, "Simpan").disabled and "Pilih bulan laporan lebih dahulu" in texts(app)
    next(box for box in app.selectbox if box.label.startswith("Bulan laporan")).set_value(4)
    well(again(app, unsaid_period))
    button(app, f"Simpan 3 desa, April {date.today().year}").click()
    well(again(app, unsaid_period))
    assert store.observations(mekar)["month"].tolist() == [4, 4, 4]


def test_one_answer_serves_all_files_that_lack_a_month(store, mekar):
    app = well(drop(unsaid_period, ("satu.xlsx", b"1"), ("dua.xlsx", b"2")))
    next(box for box in app.selectbox if box.label.startswith("Bulan laporan")).set_value(4)
    app = well(again(app, unsaid_period))
    button(app, "Pakai bulan dan tahun yang sama untuk 1 berkas lain").click()
    app = well(again(app, unsaid_period))
    saving = [one.label for one in app.button if one.label.startswith("Simpan 3 desa")]
    assert saving == [f"Simpan 3 desa, April {date.today().year}"] * 2


def test_a_year_that_is_not_over_has_no_report_of_the_whole_year(store, mekar, monkeypatch):
    class June(date):
        @classmethod
        def today(cls):
            return cls(2026, 6, 5)

    def answer(data, name, *, month=None, **kwargs):
        found = reading(DESA, months=(month,))
        found.observations["basis"] = "month" if month else "year"
        return found

    for place in ("upload_file", "upload_store"):
        monkeypatch.setattr(f"pages._shared.{place}.date", June)
    app = well(drop(answer))
    assert button(app, "Simpan").disabled
    next(box for box in app.selectbox if box.label.startswith("Bulan laporan")).set_value(5)
    assert not button(well(again(app, answer)), "Simpan 3 desa, Mei 2026").disabled


def test_months_beside_their_sum_of_the_year_lack_nothing(store, mekar):
    months, whole = reading(DESA, year=date.today().year), reading(DESA, months=(None,), year=date.today().year)
    whole.observations["basis"] = "year"
    found = replace(months, observations=pd.concat([months.observations, whole.observations], ignore_index=True))
    app = well(drop(found))
    assert not button(app, "Simpan 3 desa").disabled and "Pilih bulan" not in texts(app)


def test_a_report_of_a_whole_year_is_shown_beside_its_totals(store, mekar):
    found = reading(DESA, months=(None,), year=2024)
    found.observations["basis"] = "year"
    totals = found.observations.head(1).assign(area="Jumlah", numerator=33.0, cell="C9")
    found = replace(found, totals=totals)
    app = well(drop(found))
    next(box for box in app.selectbox if box.label.startswith("Angka yang terbaca")).set_value("k1")
    well(again(app, found))
    assert "33 sama dengan jumlah tercetak 33 (Lembar1!C9)" in texts(app)
    button(app, "Simpan 3 desa, Desember 2024").click()
    well(again(app, found))
    assert store.observations(mekar)["month"].tolist() == [12, 12, 12]
