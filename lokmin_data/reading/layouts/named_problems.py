"""Slides of a lokmin that list problems: "IDL belum tercapai", "Rendahnya cakupan K4" each name the indicator of their row;
and lists of illnesses."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from lokmin_data.reading.heads.headers import Column, Head
from lokmin_data.reading.heads.tables import Grid
from lokmin_data.reading.words.meaning import AREA_LEVELS, Meaning, Reader
from lokmin_data.reading.words.tokens import cut, fold_spaces
from lokmin_data.reading.words.values import kind_of, kind_of_text

#: What the meaning of a column says whose rows call their indicator a problem.
PROBLEMS = "masalah"
#: ... and whose rows are illnesses: their patients, no coverage of those who are served or immunised.
ILLNESSES = "penyakit"
#: At least this share of the problems names an indicator, else the column lists causes and complaints.
SHARE_NAMED = 0.5
#: No share that a problem tells is larger.
LARGEST_SHARE = 200.0
#: A row of one indicator says at most so much about it.
_COUNTED = ("", "numerator", "percent")


def with_named_problems(head: Head, grid: Grid, title: Meaning, reader: Reader) -> Head:
    """The head with a column "Masalah" as the list of indicators, where nothing else names one, each number stands right of a
    problem, and most problems name an indicator."""
    if title.indicator or any(column.meaning.indicator for column in head.columns) or head.axis("indicator") or not head.axis(*AREA_LEVELS):
        return head
    heads = reader.words.lists["masalah"]["kepala"]
    listed = [column for column in head.columns if column.path and reader.words.folded(column.path[-1]) in heads]
    if len(listed) != 1:
        return head
    problems = listed[0]
    open_ = [each for each in head.columns if not (each.meaning.unknown or each.meaning.population)]
    numbers = [each for each in open_ if each.meaning.role in ("numerator", "percent")]
    if not numbers or numbers[0].index < problems.index or not _each_has_one(problems, numbers, head, grid, reader):
        return head
    changed = {problems.index: Meaning(axis="indicator", note=PROBLEMS)}
    if len(numbers) == 1 and _holds_shares(numbers[0], head, grid):
        changed[numbers[0].index] = replace(numbers[0].meaning, role="percent")
    return replace(head, columns=tuple(each.meaning_so(changed.get(each.index, each.meaning)) for each in head.columns))


def _holds_shares(column: Column, head: Head, grid: Grid) -> bool:
    """True for a column of fractions, none more than a share can be: each row of it is a percent, whether its problem says
    "Cakupan", "Persentase" or nothing; not for thousands written 1.234."""
    rows = grid.rows[head.frame.bottom + 1 : head.frame.last + 1]
    numbers = [float(cell) for row in rows if column.index < len(row) and (cell := row[column.index]).__class__ in (int, float)]  # type: ignore[arg-type]
    fractions = [number for number in numbers if number % 1]
    thousands = all(round(each, 3) == each != round(each, 2) for each in fractions)
    return 2 * len(fractions) >= len(numbers) > 0 and not thousands and max(numbers) <= LARGEST_SHARE


def _each_has_one(problems: Column, numbers: Sequence[Column], head: Head, grid: Grid, reader: Reader) -> bool:
    texts, before = [], head.axis(*AREA_LEVELS)[0].index > problems.index
    text: object = None
    for row in grid.rows[head.frame.bottom + 1 : head.frame.last + 1]:
        own = row[problems.index] if problems.index < len(row) else None
        text = text if own is None and before else own  # a problem left of its desa stands over all of them
        if any(each.index < len(row) and kind_of(row[each.index]) == "number" for each in numbers):
            if text.__class__ is not str or kind_of_text(text) != "text":
                return False
            texts.append(str(text))
    named = [each for each in texts if problem_meaning(fold_spaces(each), reader).indicator]
    return len(named) > SHARE_NAMED * len(texts)


def listed_meaning(text: str, column: Column, reader: Reader) -> Meaning:
    """What a row of a list of indicators names: below "Masalah" the one that a problem speaks of, below "Jenis penyakit" the
    illness whose cases are counted, of "Hipertensi" and "Campak" not those served or immunised."""
    if column.meaning.note == PROBLEMS:
        return problem_meaning(text, reader)
    plain = reader.text(text)
    counted = column.meaning.note != ILLNESSES or not plain.indicator or plain.indicator in reader.words.lists["penyakit"]["indikator"]
    return plain if counted else replace(plain, indicator="", other="", unknown=plain.unknown or (text.casefold(),))


def problem_meaning(text: str, reader: Reader) -> Meaning:
    """What a problem speaks of: an indicator alone, or with words before and behind that call it low, missed, or high."""
    plain = reader.text(text)
    if plain.indicator and not plain.unknown and plain.role in _COUNTED:
        return plain
    phrases = [phrase.split() for phrase in reader.words.lists["masalah"]["frasa"]]
    words = cut(text)
    while phrase := _longest([each for each in phrases if words[: len(each)] == each or words[-len(each) :] == each]):
        words = words[len(phrase) :] if words[: len(phrase)] == phrase else words[: -len(phrase)]
        meaning = reader.text(" ".join(words)) if words else plain
        if meaning.indicator and not meaning.unknown and meaning.role in _COUNTED:
            return meaning
    return replace(plain, indicator="", other="", unknown=plain.unknown or tuple(words) or ("?",))


def _longest(phrases: Sequence[list[str]]) -> list[str]:
    return max(phrases, key=len, default=[])
