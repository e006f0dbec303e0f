"""One column "Sasaran" beside indicators of different people: whose sasaran it is cannot be said."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from lokmin_data.model import Problem
from lokmin_data.reading.blocks.block import Block
from lokmin_data.reading.heads.measures import Denominator, Measure
from lokmin_data.reading.opening.book import cell_name
from lokmin_data.reading.words.vocabulary import SASARAN


@dataclass(frozen=True, kw_only=True)
class WhoseSasaran(Problem):
    """A sasaran without a name beside numbers of different people, and no percent tells what it divides."""

    code = "sasaran-siapa"
    severity = "warning"
    what = (
        "Kolom '{found}' tidak menyebut sasaran siapa, sedangkan tabel ini memuat capaian dari orang yang berbeda-beda. "
        "Sebagian capaian dibaca tanpa sasarannya."
    )
    fix = "Tulis sasaran siapa pada judul kolom itu (misalnya Sasaran bayi), atau isi di halaman Sasaran & target."


def owners_of(lists: Mapping[str, Any]) -> Callable[[frozenset[str]], frozenset[str]]:
    """indicators -> those of them whose sasaran one column may be: all where they have one in common, else those of more than
    half, else none; beside others never those of a part of the people (risti).  `lists`: the plain lists of the vocabulary."""
    usual, parts = lists["penyebut"], set(lists["orang_lain"]["sempit"])
    group = {name: names[0] for names in lists["sasaran_serupa"]["kelompok"] for name in names}

    @cache
    def owners(indicators: frozenset[str]) -> frozenset[str]:
        people = {code: {group.get(name, name) for name in usual.get(code, ())} for code in indicators}
        wider = {code: names - parts for code, names in people.items() if not names or names - parts}
        people = wider if any(wider.values()) else people
        counted = Counter(name for names in people.values() for name in names)
        named = sum(1 for names in people.values() if names)
        name, most = max(counted.items(), key=lambda each: (each[1], each[0]), default=("", 0))
        return frozenset(code for code, names in people.items() if not names or name in names and 2 * most > named)

    return owners


def is_nobodys(block: Block, each: Denominator, measure: Measure, owners: Callable[[frozenset[str]], frozenset[str]]) -> bool:
    """True for the sasaran without a name of a table whose columns count different people, where it is hardly that of the
    measure; rows that name their indicator bring their own."""
    if each.identity != SASARAN or not measure.indicator or block.head.axis("indicator"):
        return False
    return measure.indicator not in owners(frozenset(each.indicator for each in block.layout.measures if each.indicator))


def told(blocks: Mapping[int, Block], nobodys: Iterable[tuple[int, Denominator]]) -> list[Problem]:
    """A problem for each (table, sasaran) that some number has to do without."""
    problems: list[Problem] = []
    for place, each in nobodys:
        block = blocks[place]
        cell = cell_name(*block.grid.place(block.head.frame.bottom, each.column.index))
        problems.append(WhoseSasaran(sheet=block.sheet.name, cell=cell, found=" › ".join(each.column.path)))
    return problems
