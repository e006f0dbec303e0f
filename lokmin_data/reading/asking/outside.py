"""Heads and rows of the field that are well known but have no indicator in the catalogue: told, never left out silently."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from lokmin_data.model import Problem
from lokmin_data.reading.asking.unknown import holds_numbers
from lokmin_data.reading.blocks.block import Block, Draft
from lokmin_data.reading.blocks.places import OUTSIDE, PART, ColumnsApart, ColumnsOfPlaces, number_key
from lokmin_data.reading.heads.by_form import of_form
from lokmin_data.reading.heads.headers import Column
from lokmin_data.reading.opening.book import cell_name
from lokmin_data.reading.words.meaning import Meaning, Reader
from lokmin_data.reading.words.tokens import fold_spaces

#: So many heads are named in one message, and so much of each is shown.
MOST_NAMED, LONGEST_NAME = 8, 60


@dataclass(frozen=True, kw_only=True)
class OutsideCatalogue(Problem):
    """Columns or rows that the field knows and the catalogue does not hold, told once a sheet."""

    code = "di-luar-katalog"
    severity = "skipped"
    what = "Dikenali, tetapi belum ada dalam katalog indikator sehingga tidak dibaca: {found}."
    fix = "Bila ingin dipantau, tambahkan sebagai indikator sendiri di Pengaturan, lalu unggah ulang."


def left_out(drafts: Sequence[Draft], blocks: Iterable[Block], reader: Reader) -> Iterator[Problem]:
    """What is understood and yet not read: heads outside the catalogue, people from elsewhere, parts of a total."""
    yield from outside_catalogue(drafts, blocks, reader)
    yield from _places(drafts, reader)


def _places(drafts: Iterable[Draft], reader: Reader) -> Iterator[Problem]:
    """One problem a sheet for its columns of people from elsewhere, and one for those of where they were served."""
    told: set[tuple[str, str]] = set()
    for made in drafts:
        for note, kind in ((OUTSIDE, ColumnsApart), (PART, ColumnsOfPlaces)):
            left = [column for column in made.head.columns if column.meaning.note == note]
            if not left or (made.sheet.name, note) in told:
                continue
            told.add((made.sheet.name, note))
            keys = {number_key(column, reader) for column in left}
            read = [each for each in made.head.columns if each.meaning.measures and number_key(each, reader) in keys]
            cell = cell_name(*made.grid.place(made.head.frame.bottom, left[0].index))
            yield kind(sheet=made.sheet.name, cell=cell, found=_listed(left), expected=_listed(read) or "tidak ada")


def _listed(columns: Iterable[Column]) -> str:
    """The heads of columns, each once."""
    names = list(dict.fromkeys(" › ".join(column.path)[:LONGEST_NAME] for column in columns))
    return ", ".join(names[:MOST_NAMED]) + (f", dan {len(names) - MOST_NAMED} lainnya" if len(names) > MOST_NAMED else "")


def outside_catalogue(drafts: Iterable[Draft], blocks: Iterable[Block], reader: Reader) -> Iterator[Problem]:
    """One problem a sheet for its known heads without an indicator; a head that an earlier sheet had is not told again."""
    found: dict[str, list[tuple[str, str]]] = {}
    told: set[str] = set()
    for sheet, cell, name in (*_columns(drafts, reader), *_rows(blocks, reader)):
        if name.casefold() not in told:
            told.add(name.casefold())
            found.setdefault(sheet, []).append((cell, name))
    for sheet, heads in found.items():
        names = ", ".join(name[:LONGEST_NAME] for _, name in heads[:MOST_NAMED])
        more = f", dan {len(heads) - MOST_NAMED} lainnya" if len(heads) > MOST_NAMED else ""
        yield OutsideCatalogue(sheet=sheet, cell=heads[0][0], found=names + more)


def _columns(drafts: Iterable[Draft], reader: Reader) -> Iterator[tuple[str, str, str]]:
    """(sheet, cell, head) of the columns of numbers outside the catalogue, each head once."""
    told: set[tuple[str, ...]] = set()
    for made in drafts:
        for column in of_form(_columns_outside, made.head, reader):
            if column.path not in told and holds_numbers(made, column):
                told.add(column.path)
                named = next((text for text in column.path if _outside(reader.head((text,)), reader, whole=False)), "")
                place = made.grid.place(made.head.frame.bottom, column.index)
                yield made.sheet.name, cell_name(*place), named or " › ".join(column.path)


def _columns_outside(columns: Iterable[Column], reader: Reader) -> list[Column]:
    left = (each for each in columns if each.meaning.role == "ignore" and each.meaning.note not in (OUTSIDE, PART))
    return [each for each in left if each.path and _outside(reader.head(each.path), reader, whole=False)]


def _rows(blocks: Iterable[Block], reader: Reader) -> Iterator[tuple[str, str, str]]:
    """(sheet, cell, label) of the rows of numbers outside the catalogue, in tables whose rows are indicators."""
    for block in blocks:
        for column in block.head.axis("indicator")[:1]:
            for row in block.rows:
                label = block.grid.rows[row.index][column.index]
                if row.kind != "area" or label.__class__ is not str or row.meaning is None:
                    continue
                if _outside(row.meaning, reader):
                    cell = cell_name(*block.grid.place(row.index, column.index))
                    yield block.sheet.name, cell, fold_spaces(label)


def _outside(meaning: Meaning, reader: Reader, *, whole: bool = True) -> bool:
    """True for what is known and not read, `whole` where every word of it is; T, O and B of the SKDN are read by the checks, which
    add them up."""
    if meaning.role != "ignore" or not meaning.note or whole and meaning.unknown:
        return False
    return all(meaning.note not in rule["dari"] for rule in reader.words.lists["bagian"])
