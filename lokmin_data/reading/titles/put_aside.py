"""Tables that are kept beside the valid one and say so themselves: "Data sebelum revisi", "Arsip", "Konsep"; and "Data
sementara" beside the later state of the same desa and months."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from lokmin_data.model import Problem
from lokmin_data.reading.blocks.block import Draft, fingerprint_of
from lokmin_data.reading.heads.by_form import of_form
from lokmin_data.reading.opening.book import cell_name
from lokmin_data.reading.words.meaning import Reader
from lokmin_data.reading.words.titles import says
from lokmin_data.reading.words.tokens import fold_spaces


@dataclass(frozen=True, kw_only=True)
class TablePutAside(Problem):
    """A table whose title says that another one holds."""

    code = "tabel-disisihkan"
    severity = "skipped"
    what = "Tabel di bawah judul '{found}' adalah data lama; yang dibaca tabel lain yang kolomnya sama."
    fix = "Bila tabel inilah yang berlaku, ubah judulnya, atau hapus tabel yang lain, lalu unggah ulang."


def without_put_aside(drafts: Sequence[Draft], reader: Reader) -> tuple[list[Draft], list[Problem]]:
    """(the tables without those put aside, a problem for each of these); one that has no valid table beside it is kept."""
    titles = [_title(made, "kata", reader) for made in drafts]
    early = [title or _title(made, "sementara", reader) for made, title in zip(drafts, titles, strict=True)]
    if not any(early):
        return [*drafts], []
    forms = [of_form(fingerprint_of, made.head, reader) for made in drafts]
    valid = {form for form, title in zip(forms, titles, strict=True) if not title}
    later = [(form, made) for form, made, title in zip(forms, drafts, early, strict=True) if not title]
    kept, problems = [], []
    for made, form, old, title in zip(drafts, forms, titles, early, strict=True):
        if old and form in valid or title and not old and any(form == other and _replaces(whole, made) for other, whole in later):
            cell = cell_name(*made.grid.place(made.head.frame.top, made.head.frame.names))
            problems.append(TablePutAside(sheet=made.sheet.name, cell=cell, found=title))
        else:
            kept.append(made)
    return kept, problems


def _replaces(later: Draft, made: Draft) -> bool:
    """True for a table of the same months of the same desa, and perhaps more: a table of other months or another place is
    provisional or not by itself."""
    names = _names(made)
    return bool(names) and names <= _names(later) and later.context.period == made.context.period


def _names(made: Draft) -> set[str]:
    """The desa that a table lists, with what stands around them in their column."""
    columns = [column.index for column in made.head.axis("desa")]
    lines = made.grid.rows[made.head.frame.bottom + 1 : made.head.frame.last + 1] if len(columns) == 1 else ()
    cells = (line[columns[0]] for line in lines if columns[0] < len(line))
    return {fold_spaces(cell).casefold() for cell in cells if cell.__class__ is str}  # type: ignore[arg-type]


def _title(made: Draft, kind: str, reader: Reader) -> str:
    """The title that says that another table holds; empty where none does."""
    return next((title for title in made.context.titles if says(title, "disisihkan", kind, reader)), "")
