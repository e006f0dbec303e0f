"""Heads of narrow columns whose letters stand one below the other: H, B, 0."""

from __future__ import annotations

import pytest
from laporan import book, codes, said

from lokmin_data.reading import read_book
from lokmin_data.reading.opening.book import Book, Sheet

TABLE = "LAPORAN BULAN MEI 2026\n\n~NO|{names}|SASARAN|{head}\n1|Suka|62|30\n2|Maju|48|22\n3|S P 1|50|25"


def _reading(head: str, names: str = "D~E~S~A"):
    made = book(S=TABLE.format(head=head, names=names))
    rows = [[cell.replace("~", "\n") if isinstance(cell, str) else cell for cell in row] for row in made.sheets[0].rows]
    return read_book(Book(made.file_name, made.sha256, made.format, (Sheet("S", rows, ()),)))


@pytest.mark.parametrize(
    ("head", "code"),
    [
        ("H~B~0", "hb0"), ("H~B~0~< 24~jam", "hb0"), ("H~B~-~0", "hb0"), ("K~N~1", "kn1"), ("T~D~2", "td2"), ("M~R~1", "mr1"), ("P~C~V~1", "pcv1"),
        ("K~1", "k1"), ("B~C~G", "bcg"),
    ],
)  # fmt: skip
def test_two_letters_before_a_number_are_a_word_where_there_is_one(head: str, code: str):
    assert said(_reading(head)) == [f"Maju {code} 2026-5 month T 22/48", f"S P 1 {code} 2026-5 month T 25/50", f"Suka {code} 2026-5 month T 30/62"]


@pytest.mark.parametrize("head", ["L~P~1", "D~S~1", "S~K~1", "S~D~1", "N~D~1", "K~D~2", "Q~X~1"])
def test_other_letters_stay_what_they_are(head: str):
    reading = _reading(head)
    assert (said(reading), codes(reading)) == ([], ["kolom-tidak-dikenal D3"])
