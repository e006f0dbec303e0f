"""What is remembered from report to report: heads, never a number or a date of somebody."""

from __future__ import annotations

import pytest

from lokmin_data.reading.blocks.places import Place
from lokmin_data.reading.words.meaning import Meaning
from lokmin_data.reading.words.remembered import Remembered

OF_SOMEBODY = ("3320 0112 0389 0001", "3320011203890001", "12 Januari 1989", "12/03/1989", "tgl 1-2-2024")
OF_A_HEAD = ("K1", "0-59 bulan", "Tahun 2026", "TTD 90", "12-23 bln")


@pytest.mark.parametrize("text", OF_SOMEBODY)
def test_numbers_of_somebody_are_forgotten(text: str) -> None:
    kept = Remembered()
    kept.keep((text,), Meaning())
    kept.keep(("Bayi", text), Meaning())
    kept.place((text,), lambda: Place("", (text,), False, (text,)))
    kept.keep_tokens(text, ["januari"])
    assert not kept.meanings and not kept.places and not kept.tokens


@pytest.mark.parametrize("text", OF_A_HEAD)
def test_heads_are_remembered(text: str) -> None:
    kept = Remembered()
    kept.keep(("Bayi", text), Meaning())
    kept.place((text,), lambda: Place("", (text,), False, (text,)))
    kept.keep_tokens(text, ["k1"])
    assert list(kept.meanings) == [("Bayi", text)] and list(kept.places) == [(text,)] and list(kept.tokens) == [text]
