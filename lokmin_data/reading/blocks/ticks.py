"""A status that a cell says, also with the year since when, or that is ticked in one of two columns, "Sudah" or "Belum": the first says
yes, the second no."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from lokmin_data.model import Indicator, Problem
from lokmin_data.reading.heads.headers import Column, Head
from lokmin_data.reading.opening.book import cell_name
from lokmin_data.reading.words.meaning import Meaning, Reader
from lokmin_data.reading.words.one_report import for_one_report
from lokmin_data.reading.words.tokens import fold_spaces
from lokmin_data.reading.words.values import kind_of
from lokmin_data.reference.catalogue import load_indicators

if TYPE_CHECKING:
    from lokmin_data.reading.blocks.block import Block

NO = "bukan"
#: What is put into a cell to tick it, besides the words for yes and no.
_MARKS = frozenset({"x", "*", "●", "•", "+", "1"})
#: The year or the day since when it is so, behind an answer: "Ya (2024)", "Sudah, 12/11/2024", "ODF sejak 2023".
_SINCE = re.compile(
    r"^(?P<said>.+?)[\s,;:/(-]+(?:(?:sejak|tahun|thn|th|tanggal|tgl)\b\.?\s*)*(?:\d{1,2}\s*[-/.]\s*\d{1,2}\s*[-/.]\s*)?(?P<year>20\d\d)\s*\)?$"
)
LONGEST_SHOWN = 30


@dataclass(frozen=True, kw_only=True)
class BothTicked(Problem):
    """A row in which yes and no are ticked."""

    code = "centang-ganda"
    severity = "warning"
    what = "Kolom '{found}' dan '{expected}' sama-sama diberi tanda pada baris ini, sehingga statusnya tidak dibaca."
    fix = "Hapus tanda yang keliru, lalu unggah ulang."


@dataclass(frozen=True, kw_only=True)
class AnswerUnclear(Problem):
    """A status column with a text that says neither yes nor no, told once a column."""

    code = "status-tidak-jelas"
    severity = "skipped"
    what = "Kolom '{expected}' berisi '{found}', yang tidak terbaca sebagai ya atau belum; sel seperti ini dibaca sebagai kosong."
    fix = "Tulis 'Ya' atau 'Belum' saja, lalu unggah ulang."


def with_ticks(head: Head, title: Meaning, reader: Reader) -> Head:
    """The head with two columns of a status, "Ya" beside "Tidak", understood: the one as the status, the other as its NO."""
    answers = {column.index: _answer(column, reader) for column in head.columns}
    if set(answers.values()) != {"", "ya", "tidak"}:
        return head
    columns = []
    for column in head.columns:
        pair = [each for each in head.columns if answers[each.index] and each.path[:-1] == column.path[:-1]]
        if answers[column.index] and sorted(answers[each.index] for each in pair) == ["tidak", "ya"]:
            said = [_status(each, title, reader) for each in pair]
            known = next((each for each in said if each.indicator), None)
            if known is not None:
                meaning = known if answers[column.index] == "ya" else Meaning(role="ignore", note=NO)
                column = replace(column, meaning=meaning)
        columns.append(column)
    return replace(head, columns=tuple(columns))


def _answer(column: Column, reader: Reader) -> str:
    """`ya` or `tidak` where the last text of a head is nothing but a word for it."""
    text = fold_spaces(column.path[-1]).casefold().strip(" .()") if column.path and not column.meaning.axis else ""
    words = reader.words.lists["ya_tidak"]
    return next((name for name in ("ya", "tidak") if len(text) > 1 and text in words[name]), "")


def _status(column: Column, title: Meaning, reader: Reader) -> Meaning:
    """What a column of answers means without its answer, where that is a status: of the group's head, its own or the title."""
    said = (reader.head(column.path[:-1]) if len(column.path) > 1 else Meaning(), column.meaning, replace(title, population=""))
    known = load_indicators()
    for each in said:
        if each.indicator in known and known[each.indicator].kind == "status":
            return Meaning(indicator=each.indicator, month=each.month, year=each.year, basis=each.basis)
    return Meaning()


def opposite(head: Head, column: Column) -> Column | None:
    """The column of "Belum" beside that of "Sudah"."""
    return next((each for each in _noes(head.columns) if each.path[:-1] == column.path[:-1]), None)


@for_one_report
def _noes(columns: Sequence[Column]) -> list[Column]:
    return [each for each in columns if each.meaning.note == NO]


def answer(cell: object, words: Mapping[str, Sequence[str]], *, ticked: bool = False, year: int = 0) -> str:
    """`ya` or `tidak` as a cell says it, a yes also with the year since when, up to the `year` of the report; where answers are `ticked`,
    any mark is `ya`."""
    text = fold_spaces(cell).casefold() if cell.__class__ is str else str(int(cell)) if cell.__class__ in (int, float) and cell == 1 else ""
    if text in words["tidak"]:
        return "tidak"
    since = _SINCE.match(text) if text not in words["ya"] and len(text) > len("2024") else None
    if since and int(since["year"]) <= year:
        text = since["said"]
    return "ya" if text in words["ya"] or ticked and text in _MARKS else ""


def unclear_answers(blocks: Iterable[Block], indicators: Mapping[str, Indicator], reader: Reader) -> Iterator[Problem]:
    """One problem for each column of a status that holds texts or days which say neither yes nor no."""
    words = reader.words.lists["ya_tidak"]
    statuses = {code for code, known in indicators.items() if known.kind == "status"}
    for block in blocks:
        for column in (each.number for each in block.layout.measures if each.number and each.indicator in statuses):
            ticked = opposite(block.head, column) is not None
            for row in block.rows:
                cells = block.grid.rows[row.index] if row.kind in ("area", "empty") else ()
                cell = cells[column.index] if column.index < len(cells) else None
                year = row.period.year or block.period.year
                if cell is not None and kind_of(cell) not in ("blank", "number") and not answer(cell, words, ticked=ticked, year=year):
                    place = cell_name(*block.grid.place(row.index, column.index))
                    found, head = fold_spaces(str(cell))[:LONGEST_SHOWN], " › ".join(column.path)
                    yield AnswerUnclear(sheet=block.sheet.name, cell=place, found=found, expected=head)
                    break


def both_ticked(blocks: Iterable[Block], reader: Reader) -> Iterator[Problem]:
    """One problem for each row in which both columns of a status are ticked."""
    words = reader.words.lists["ya_tidak"]
    for block in blocks:
        for measure in block.layout.measures:
            other = opposite(block.head, measure.number) if measure.number else None
            if measure.number is None or other is None:
                continue
            pair = measure.number, other
            for row in block.rows:
                cells = block.grid.rows[row.index]
                ticked = [answer(cells[each.index], words, ticked=True) if each.index < len(cells) else "" for each in pair]
                if row.kind in ("area", "empty") and ticked == ["ya", "ya"]:
                    cell = cell_name(*block.grid.place(row.index, measure.number.index))
                    heads = " › ".join(measure.number.path), " › ".join(other.path)
                    yield BothTicked(sheet=block.sheet.name, cell=cell, found=heads[0], expected=heads[1])
