"""A few visitors on one server for seconds, one of them uploading; twenty for ten minutes: `python -m bench.soak`."""

from __future__ import annotations

import os

import pytest

from bench.soak import MINUTES, Plan, soak

LONG = os.environ.get("LOKMIN_UJI_PANJANG") == "1"
#: So short a run cannot tell a leak from caches that fill; it tells a flood.
FLOOD = 1.6


@pytest.mark.lama
@pytest.mark.timeout(900)
def test_visitors_read_and_upload_at_once_without_an_error() -> None:
    if LONG:
        found = soak(Plan(MINUTES * 60))
        assert found.short() == []
        return
    found = soak(Plan(4.0, sessions=4, uploading=1, browsers=0, thinking=0.3, between=1.0, alone_clicks=5, sizes=(6, 5), years=(2026,)))
    assert found.errors == []
    assert found.saved >= 1 and found.clicks and found.growth < FLOOD
