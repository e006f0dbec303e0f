"""The one column of numbers beside a list of indicators: "Desa | Jenis imunisasi | Jumlah" counts what its row names."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from lokmin_data.reading.words.meaning import AREA_LEVELS, Meaning, Reader

ONLY_NUMBER = "angka baris"
_VALUE, _UNIT = frozenset({"nilai"}), "satuan"


def with_only_number(paths: Sequence[tuple[str, ...]], meanings: list[Meaning], reader: Reader) -> list[Meaning]:
    """The meanings of a head's columns with the only one that can hold the numbers read so, where rows name area and indicator;
    "Nilai" is believed where a column says its unit."""
    axes = {each.axis for each in meanings}
    if "indicator" not in axes or axes.isdisjoint(AREA_LEVELS):
        return meanings
    others = [place for place, each in enumerate(meanings) if paths[place] and not each.axis and each.role not in ("ignore", "rank", "target")]
    if len(others) != 1 or not _is_plain(paths[others[0]], paths, reader):
        return meanings
    return [replace(each, bare=True, unknown=(), note=ONLY_NUMBER) if place == others[0] else each for place, each in enumerate(meanings)]


def _is_plain(path: tuple[str, ...], paths: Sequence[tuple[str, ...]], reader: Reader) -> bool:
    """True for a head that says no more than that numbers stand below it."""
    words = {word for text in path for word in reader.tokens(text)}
    units = any(each and each[-1].strip().casefold() == _UNIT for each in paths)
    plain = reader.words.totals | reader.words.empty
    return bool(words & reader.words.totals) and words <= plain or units and words == _VALUE
