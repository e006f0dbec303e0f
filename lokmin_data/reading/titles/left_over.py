"""Tables that came with the form and were never deleted: examples of how to fill it in, and, beside the sheet's own table, one of
another Puskesmas and another year."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from lokmin_data.model import Problem
from lokmin_data.reading.blocks.block import Draft
from lokmin_data.reading.blocks.context import Context, place_name
from lokmin_data.reading.opening.book import cell_name
from lokmin_data.reading.words.meaning import Reader
from lokmin_data.reading.words.titles import says

_SHORT = re.compile(r"\bPKM\b(?!\s+PUSKESMAS\b)", re.IGNORECASE)


@dataclass(frozen=True, kw_only=True)
class ExampleTable(Problem):
    """A table whose title or sheet calls it an example, beside others of the same indicators."""

    code = "tabel-contoh"
    severity = "skipped"
    what = "Tabel di bawah '{found}' adalah contoh pengisian, sehingga tidak dibaca; yang dibaca tabel lainnya."
    fix = "Bila tabel ini berisi capaian desa, ubah judul atau nama lembarnya, lalu unggah ulang."


@dataclass(frozen=True, kw_only=True)
class LeftOverTable(Problem):
    """A table right of another whose title names another Puskesmas and another year than the sheet."""

    code = "tabel-puskesmas-lain"
    severity = "skipped"
    what = "Tabel di bawah judul '{found}' menyebut Puskesmas dan tahun yang lain daripada lembarnya ({expected}), sehingga tidak dibaca."
    fix = "Hapus tabel itu bila hanya sisa contoh, atau pindahkan ke lembar tersendiri, lalu unggah ulang."


def without_left_over(drafts: Sequence[Draft], sheets: Mapping[int, Context], reader: Reader) -> tuple[list[Draft], list[Problem]]:
    """(the tables without those left over, a problem for each of these); `sheets`: what stands over each sheet."""
    examples = {id(made): found for made in drafts if (found := _example(made, reader))}
    real = {each.indicator for made in drafts if id(made) not in examples for each in made.layout.measures}
    kept: list[Draft] = []
    problems: list[Problem] = []
    for made in drafts:
        cell = cell_name(*made.grid.place(made.head.frame.top, made.head.frame.names))
        if id(made) in examples and any(each.indicator in real for each in made.layout.measures):
            problems.append(ExampleTable(sheet=made.sheet.name, cell=cell, found=examples[id(made)]))
        elif title := _of_others(made, drafts, sheets[made.sheet_number]):
            own = place_name([sheets[made.sheet_number]], "puskesmas")
            problems.append(LeftOverTable(sheet=made.sheet.name, cell=cell, found=title, expected=own))
        else:
            kept.append(made)
    return kept, problems


def _example(made: Draft, reader: Reader) -> str:
    """The title or the name of the sheet that calls a table an example; empty where none does."""
    lists = reader.words.lists["tabel_contoh"]
    name = reader.tokens(made.sheet.name)
    if name and name[0] in lists["awal"] and all(word in lists["lembar"] or word.isdecimal() for word in name[1:]):
        return made.sheet.name
    return next((title for title in (*made.context.titles, made.sheet.name) if says(title, "tabel_contoh", "kata", reader)), "")


def _of_others(made: Draft, drafts: Sequence[Draft], sheet: Context) -> str:
    """The title by which a table right of another is that of another Puskesmas and year than its sheet; empty where none is."""
    frame, own = made.head.frame, place_name([sheet], "puskesmas")
    year, wider = made.context.period.year, sheet.period.year
    if not (frame.left and own and year and wider and year != wider):
        return ""
    beside = (each.head.frame for each in drafts if each.sheet_number == made.sheet_number)
    if not any(each.right < frame.left and each.top <= frame.last and frame.top <= each.last for each in beside):
        return ""
    return next((title for title in made.context.titles if _another(title, own)), "")


def _another(title: str, own: str) -> bool:
    """True for a title that names a Puskesmas which is not the sheet's own."""
    named = place_name([Context(titles=(_SHORT.sub("PUSKESMAS", title),))], "puskesmas")
    one, other = named.casefold(), own.casefold()
    return bool(one) and not (one.startswith(other) or other.startswith(one))
