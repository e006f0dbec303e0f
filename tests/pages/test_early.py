"""A month's missing report is not late before its deadline, on every page the same."""

from __future__ import annotations

import datetime
import re

import fictional
import pytest
import streamlit as st
from desk_tools import open_page, texts, well

from lokmin_data.store import open_store
from pages._shared import session

JULY = 7  # nobody has reported it yet


@pytest.fixture
def today(tmp_path, monkeypatch):
    """A function that sets the day; the pages look at the fictional Puskesmas."""
    monkeypatch.setenv("LOKMIN_DATA_DIR", str(tmp_path))
    monkeypatch.delenv("LOKMIN_DATABASE_URL", raising=False)
    fictional.fill(open_store())
    st.cache_resource.clear()

    def at(day: datetime.date) -> None:
        monkeypatch.setattr(session, "date", type("Day", (datetime.date,), {"today": classmethod(lambda cls: day)}))

    yield at
    st.cache_resource.clear()


def test_a_report_is_late_after_the_fifth_of_the_next_month(today):
    for day, said, other in ((5, "belum jatuh tempo", "belum lapor"), (6, "belum lapor", "belum jatuh tempo")):
        today(datetime.date(2026, JULY + 1, day))
        shown = texts(well(open_page("imunisasi", tahun="2026", bulan="Juli")))
        hatched = set(re.findall(r'lk-kosong[^>]*>(?:<[^>]+>)?([^<]+)<', shown))
        assert said in hatched and other not in hatched
