"""Columns of reports on performance (rapor, PKP) that score what stands beside them: Nilai, Skor, Bobot, Predikat."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from lokmin_data.reading.heads.by_form import by_form
from lokmin_data.reading.heads.headers import Column, Head
from lokmin_data.reading.heads.tables import Frame, Grid
from lokmin_data.reading.layouts.pairs import is_pair
from lokmin_data.reading.words.meaning import Meaning, Reader
from lokmin_data.reading.words.tokens import cut
from lokmin_data.reading.words.values import kind_of

#: A mean is that of so many columns.
SEVERAL = 2


def is_score(texts: Sequence[str], reader: Reader) -> bool:
    """True for a head of nothing but words that score: "Nilai", "Skor akhir", "Bobot x Skor (%)"; no name of an area."""
    lists = reader.words.lists["nilai_kinerja"]
    words = [word for text in texts[-1:] for word in reader.tokens(text)]
    scores = any(word in lists["inti"] for word in words)
    return scores and all(word in lists["inti"] or word in lists["sambung"] or word.isdecimal() for word in words)


def holds_texts(grid: Grid, column: Column, frame: Frame, reader: Reader) -> bool:
    """True for a column of remarks: texts, not one number or pair of numbers, not all answers such as "Ya" and "Belum"."""
    cells = [row[column.index] for row in grid.rows[frame.bottom + 1 : frame.last + 1] if column.index < len(row)]
    kinds = {kind_of(cell) for cell in cells}
    answers = reader.words.lists["ya_tidak"]
    said = {cell.strip().casefold() for cell in cells if cell.__class__ is str and kind_of(cell) == "text"}
    counted = "number" in kinds or any(map(is_pair, said))
    return not counted and bool(said) and not said <= {*answers["ya"], *answers["tidak"]}


@by_form
def without_scores(head: Head, reader: Reader) -> Head:
    """The head with what weighs problems left out, and the scores beside the numbers of a list of indicators: a column
    "Nilai" alone is the number.  "Target sasaran" beside the whole sasaran is a target."""
    head = _without_weights(head, reader)
    counted = [each for each in head.columns if each.meaning.measures and each.meaning.role in ("numerator", "percent")]
    if not counted or not head.axis("indicator"):
        return head
    columns = tuple(
        replace(each, meaning=Meaning(role="ignore")) if each.meaning.unknown and is_score(each.path, reader) else each
        for each in _with_wanted(head.columns, reader)
    )
    return replace(head, columns=columns)


@by_form
def without_means(head: Head, reader: Reader) -> Head:
    """The head without a column "Rata-rata" right of several columns of numbers: their mean."""
    words = reader.words.lists["rata_rata"]["kata"]
    begins = tuple({word[0] for word in words})
    means = [each for each in head.columns if each.path and each.path[-1].lower().startswith(begins) and _are_means(each.path[-1], words)]
    if not means:
        return head
    counted = [each.index for each in head.columns if each.meaning.measures and each not in means]
    left = [each for each in means if sum(1 for index in counted if index < each.index) >= SEVERAL]
    columns = tuple(replace(each, meaning=Meaning(role="ignore")) if each in left else each for each in head.columns)
    return replace(head, columns=columns) if left else head


def _are_means(text: str, words: Sequence[str]) -> bool:
    """True for "Rata-rata", "Rata2"."""
    said = [word for word in cut(text) if word != "2"]
    return bool(said) and all(word in words for word in said)


def _with_wanted(columns: Sequence[Column], reader: Reader) -> list[Column]:
    """The columns with a sasaran of which only so many are wanted, "Target sasaran", as a target where the whole stands beside it."""
    whole = [each for each in columns if each.meaning.role == "denominator" and "target" not in reader.tokens(each.path[-1])]
    return [
        replace(each, meaning=replace(each.meaning, role="target"))
        if whole and each.meaning.role == "denominator" and each.path and reader.tokens(each.path[-1]) == ["target", "sasaran"] else each
        for each in columns
    ]  # fmt: skip


def _without_weights(head: Head, reader: Reader) -> Head:
    """The head without columns U, S, G by which problems are weighed, and without their sum."""
    lists = reader.words.lists["skor_masalah"]
    texts = {column: column.path[-1].strip("() .").casefold() for column in head.columns if column.path}
    weights = next((set(group) for group in lists["kelompok"] if set(group) <= set(texts.values())), set())
    if not weights:
        return head
    first = min(column.index for column, text in texts.items() if text in weights)
    left = {column for column, text in texts.items() if column.index >= first and (text in weights or text in lists["jumlah"])}
    columns = tuple(replace(each, meaning=Meaning(role="ignore")) if each in left else each for each in head.columns)
    return replace(head, columns=columns)
