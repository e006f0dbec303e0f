"""Everything understood of a report so far: its tables, their numbers, what they prove, what is to be said."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from lokmin_data.model import Problem
from lokmin_data.reading.blocks.block import Block, Draft
from lokmin_data.reading.blocks.context import Context
from lokmin_data.reading.opening.book import Book
from lokmin_data.reading.percents.proofs import Proofs, Sasaran
from lokmin_data.reading.percents.whole_table import Early
from lokmin_data.reading.records.merging import Clash
from lokmin_data.reading.records.record import Record
from lokmin_data.reading.words.meaning import Reader
from lokmin_data.reading.words.vocabulary import vocabulary


@dataclass
class Interpretation:
    """Everything understood of a book, before it is put into tables for the user."""

    book: Book
    reader: Reader
    blocks: dict[int, Block] = field(default_factory=dict)
    records: list[Record] = field(default_factory=list)  # all that were read of months that somebody filled in
    kept: list[Record] = field(default_factory=list)  # one for each observation
    totals: list[Record] = field(default_factory=list)
    apart: list[Record] = field(default_factory=list)
    clashes: list[Clash] = field(default_factory=list)
    unreported: dict[object, set[tuple[int, int]]] = field(default_factory=dict)
    unfilled: Sequence[Record] = ()  # what is printed for such months
    silent: set[tuple[int, str, tuple[int, int]]] = field(default_factory=set)
    sasaran: Sasaran = field(default_factory=dict)
    proofs: Proofs = field(default_factory=Proofs)
    proved: dict[tuple, bool] = field(
        default_factory=dict
    )  # by table and measure, or table, column and the row's indicator
    contexts: dict[int, Context] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    drafts: list[Draft] = field(default_factory=list)  # the tables that were read
    all_drafts: list[Draft] = field(default_factory=list)  # all tables that were found
    early: Early = field(default_factory=Early)
    printed: dict[str, str] = field(default_factory=dict)  # folded name of an area -> as printed
    layout: str = ""


def begin(file_name: str, own: tuple[tuple[str, str], ...] = ()) -> Interpretation:
    """The understanding of a file of which no sheet is there yet; `own`: (code, spelling) of further indicators."""
    return Interpretation(Book(file_name, "", "", ()), Reader(vocabulary(own)))
