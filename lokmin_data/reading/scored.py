"""Columns of reports on performance (rapor, PKP) that score what stands beside them: Nilai, Skor, Bobot, Predikat."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from lokmin_data.reading.headers import Column, Head
from lokmin_data.reading.meaning import Meaning, Reader
from lokmin_data.reading.pairs import is_pair
from lokmin_data.reading.tables import Frame, Grid
from lokmin_data.reading.values import kind_of


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


def without_scores(head: Head, reader: Reader) -> Head:
    """The head of a list of indicators with the scores beside its numbers left out; a column "Nilai" alone is the number."""
    counted = [each for each in head.columns if each.meaning.measures and each.meaning.role in ("numerator", "percent")]
    if not counted or not head.axis("indicator"):
        return head
    columns = tuple(
        replace(each, meaning=Meaning(role="ignore")) if each.meaning.unknown and is_score(each.path, reader) else each
        for each in head.columns
    )
    return replace(head, columns=columns)
