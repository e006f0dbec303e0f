"""Tables that are kept beside the valid one and say so themselves: "Data sebelum revisi", "Arsip", "Konsep"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from lokmin_data.model import Problem
from lokmin_data.reading.blocks.block import Draft, fingerprint_of
from lokmin_data.reading.heads.by_form import of_form
from lokmin_data.reading.opening.book import cell_name
from lokmin_data.reading.words.meaning import Reader
from lokmin_data.reading.words.titles import spaced


@dataclass(frozen=True, kw_only=True)
class TablePutAside(Problem):
    """A table whose title says that another one holds."""

    code = "tabel-disisihkan"
    severity = "skipped"
    what = "Tabel di bawah judul '{found}' adalah data lama; yang dibaca tabel lain yang kolomnya sama."
    fix = "Bila tabel inilah yang berlaku, ubah judulnya, atau hapus tabel yang lain, lalu unggah ulang."


def without_put_aside(drafts: Sequence[Draft], reader: Reader) -> tuple[list[Draft], list[Problem]]:
    """(the tables without those put aside, a problem for each of these); one that has no valid table beside it is kept."""
    words = reader.words.lists["disisihkan"]["kata"]
    titles = [_title(made, words, reader) for made in drafts]
    if not any(titles):
        return [*drafts], []
    forms = [of_form(fingerprint_of, made.head, reader) for made in drafts]
    valid = {form for form, title in zip(forms, titles, strict=True) if not title}
    kept, problems = [], []
    for made, form, title in zip(drafts, forms, titles, strict=True):
        if title and form in valid:
            cell = cell_name(*made.grid.place(made.head.frame.top, made.head.frame.names))
            problems.append(TablePutAside(sheet=made.sheet.name, cell=cell, found=title))
        else:
            kept.append(made)
    return kept, problems


def _title(made: Draft, words: Sequence[str], reader: Reader) -> str:
    """The title that says that another table holds; empty where none does."""
    texts = ((title, spaced(title, reader)) for title in made.context.titles)
    return next((title for title, text in texts if any(f" {word} " in text for word in words)), "")
