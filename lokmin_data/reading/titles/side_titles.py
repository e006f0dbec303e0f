"""Titles side by side: the one over a table to the left or right is not that of a table with its own beside it."""

from __future__ import annotations

from collections.abc import Sequence

from lokmin_data.reading.heads.tables import Frame, Grid
from lokmin_data.reading.words.labels import label_kind
from lokmin_data.reading.words.meaning import Reader
from lokmin_data.reading.words.parts_in_words import LONGEST_SIGN
from lokmin_data.reading.words.titles import names_numbers
from lokmin_data.reading.words.tokens import fold_spaces
from lokmin_data.reading.words.turning_titles import plain_title, without_enumeration


def is_titled_apart(grid: Grid, frame: Frame, tables: Sequence[Frame], reader: Reader) -> bool:
    """True where a table's own title says what it is about, without an indicator that is known, in a row in which the title over a
    table beside it names one: "VITAMIN A BUFAS | KUNJUNGAN POSYANDU"."""
    others = [each for each in tables if each.right < frame.left or frame.right < each.left]
    for row in range(frame.title_from, frame.top if others else 0):
        texts = {column: fold_spaces(cell) for column, cell in enumerate(grid.rows[row]) if cell.__class__ is str}
        own = next((text for column, text in texts.items() if frame.left <= column <= frame.right), "")
        if len(texts) > 1 and own and not names_numbers(own, reader) and _says_what(own, reader):
            beside = (text for column, text in texts.items() if any(each.left <= column <= each.right for each in others))
            if any(names_numbers(text, reader) for text in beside):
                return True
    return False


def _says_what(text: str, reader: Reader) -> bool:
    """True for a text with a word of heads that is neither of time or place nor of the form: "Lampiran 2" is no topic."""
    lists = reader.words.lists["judul_lain"]
    tokens = plain_title(without_enumeration(text), reader).split()
    if not tokens or tokens[0] in lists["tempat"] or label_kind(text, "desa", reader) == "apart":
        return False
    words = {word for word in tokens if len(word) > LONGEST_SIGN and word.isalpha()} - {*lists["bentuk"], *lists["tempat"]}
    return not words.isdisjoint(reader.words.all_words | {*lists["kata"]})
