"""Columns of when a number was sent ("Bulan Lapor", "Tahun Lapor") beside those of when it is from ("Bulan Data")."""

from __future__ import annotations

from dataclasses import replace

from lokmin_data.reading.words.meaning import Meaning, Reader

Path = tuple[str, ...]
_TIMES = ("month", "year")


def without_reporting_months(paths: list[Path], meanings: list[Meaning], reader: Reader) -> list[Meaning]:
    """The meanings with such a month or year not read where another column says of when the numbers are."""
    for axis in _TIMES:
        places = [place for place, each in enumerate(meanings) if each.axis == axis]
        sent = [place for place in places if len(places) > 1 and not _sent(reader).isdisjoint(reader.tokens(paths[place][-1]))]
        if 0 < len(sent) < len(places):
            meanings = [replace(each, axis="", role="ignore") if place in sent else each for place, each in enumerate(meanings)]
    return meanings


def _sent(reader: Reader) -> set[str]:
    return {*reader.words.lists["waktu_lapor"]["kata"]}
