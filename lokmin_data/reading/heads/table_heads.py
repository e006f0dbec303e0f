"""Which heads are those of tables: they name what is counted, or that something is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lokmin_data.reading.heads.only_numbers import ONLY_NUMBER
from lokmin_data.reading.words.meaning import AREA_LEVELS, Reader
from lokmin_data.reading.words.one_report import for_one_report

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lokmin_data.reading.heads.headers import Column, Head


def is_table(head: Head, reader: Reader) -> bool:
    """True for the head of a table of numbers."""
    return _names_something(head.columns) or _counts_alone(head, reader)


@for_one_report
def _names_something(columns: Sequence[Column]) -> bool:
    """True where a head names something to count, several months or years, or at least a numbered list of columns."""
    meanings = [column.meaning for column in columns]
    telling = [
        each
        for each in meanings
        if not each.unknown and (each.indicator or each.population or each.role or each.basis or each.sex)
    ]
    times = {(each.year, each.month or each.months) for each in meanings if each.month or each.months or each.year and each.bare}
    unknown = sum(1 for each in meanings if each.unknown)
    numbered = any(each.axis == "number" for each in meanings) and unknown > 0
    numbered = numbered or any(each.axis in ("indicator", "month") for each in meanings) and unknown > 1
    numbered = numbered or any(each.note == ONLY_NUMBER for each in meanings)
    axes = {each.axis for each in meanings}
    numbered = numbered or "indicator" in axes and bool(axes & {"month", "date", "year"}) and bool(axes & {*AREA_LEVELS}) and "" in axes
    return any(each.role != "ignore" or each.note or each.indicator for each in telling) or len(times) > 1 or numbered


def _counts_alone(head: Head, reader: Reader) -> bool:
    """True where one column right of the names says no more than that it counts: "NO | DESA | JUMLAH" below "KASUS DBD"; beside
    a column of years or months, as open data has it, other columns and wider areas change nothing."""
    words = {*reader.words.lists["kepala_jumlah"]["kata"]}
    dated = bool(head.axis("year", "month", "date"))
    names = head.axis(*(AREA_LEVELS if dated else ("desa", "desa_posyandu", "posyandu", "puskesmas")))
    others = [column for column in head.columns if column.path and not column.meaning.axis and column.meaning.role != "ignore"]
    plain = [column for column in others if column.meaning.bare and words.issuperset(reader.tokens(column.path[-1]))]
    return bool(names) and len(plain) == 1 and (dated or len(others) == 1)
