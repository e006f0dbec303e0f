"""Tables below each other on one sheet, each under its own "Desa : ...": the name holds for its own table, for those that follow in
the same order below every name, and never for the recap behind them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from lokmin_data.reading.blocks.context import Context, place_name
from lokmin_data.reading.heads.headers import Head
from lokmin_data.reading.titles.title_areas import area_of_sheet, understood
from lokmin_data.reading.words.labels import label_kind
from lokmin_data.reading.words.meaning import AREA_LEVELS, Reader

#: So many desa named by labels above tables make a list of them.
SEVERAL = 2
_WORD = re.compile(r"[^\W\d_]+")


def with_desa_above(contexts: Sequence[Context], heads: Sequence[Head], wider: Context, reader: Reader) -> tuple[list[Context], Context]:
    """(the contexts of a sheet's tables, that of the sheet) with the desa that the label above the first table names only where it
    is the sheet's; `contexts` hold what stands above each table by itself."""
    if not wider.desa:
        return _below_title(contexts, heads, area_of_sheet("", wider, reader, alone=True), reader), wider
    named = [area_of_sheet("", context, reader, alone=True) for context in contexts]
    if len({name.casefold() for name in named} - {""}) < SEVERAL:
        return [context if context.desa or not wider.desa else replace(context, desa=wider.desa) for context in contexts], wider
    puskesmas, alike = place_name([wider], "puskesmas"), _alike(contexts, named, heads, reader)
    found, last = [], ""
    for context, name in zip(contexts, named, strict=True):
        last = name or last
        if name:
            found.append(context)
        elif _of_all(context, reader):
            found.append(replace(context, puskesmas=context.puskesmas or puskesmas))
        else:
            found.append(replace(context, desa=last) if last and (alike or context.posyandu) else replace(context, nobody=True))
    return found, replace(wider, desa="")


def _below_title(contexts: Sequence[Context], heads: Sequence[Head], name: str, reader: Reader) -> list[Context]:
    """The contexts with the desa `name` that the title above the first table names, where no table has another name and those without
    one say only when they are of, each another month."""
    own = [area_of_sheet("", context, reader, alone=True) for context in contexts] if name and len(contexts) >= SEVERAL else []
    if {each.casefold() for each in own} - {""} != {name.casefold()}:
        return [*contexts]
    says = [(context.period, tuple(column.meaning for column in head.columns)) for context, head in zip(contexts, heads, strict=True)]
    if any(says.count(each) > 1 for each in says) or not all(map(_names_nobody, contexts, own, heads, [reader] * len(own))):
        return [*contexts]
    return [context if found else replace(context, desa=name) for context, found in zip(contexts, own, strict=True)]


def _names_nobody(context: Context, own: str, head: Head, reader: Reader) -> bool:
    """True for a table with a name of its own, or above which a month stands and no word can be another's."""
    if own or head.axis(*AREA_LEVELS):
        return bool(own)
    return any(reader.period(title).month for title in context.titles) and all(_only_of_numbers(title, reader) for title in context.titles)


def _only_of_numbers(title: str, reader: Reader) -> bool:
    """True for a title that only says when or what, with words of heads as they are written."""
    if not _WORD.search(title):
        return True
    other = reader.text(title).axis in AREA_LEVELS or not reader.period(title).month and label_kind(title, "desa", reader) == "total"
    return not other and understood(title, reader)


def _alike(contexts: Sequence[Context], named: Sequence[str], heads: Sequence[Head], reader: Reader) -> bool:
    """True where the same tables follow below the name of each desa."""
    groups: list[list[tuple]] = []
    for context, name, head in zip(contexts, named, heads, strict=True):
        if name:
            groups.append([])
        if groups and (name or not _of_all(context, reader)):
            groups[-1].append(tuple(column.meaning for column in head.columns))
    return all(group == groups[0] for group in groups)


def _of_all(context: Context, reader: Reader) -> bool:
    """True where a title right above a table calls it that of all desa: "REKAPITULASI SEMUA DESA", "TOTAL PUSKESMAS"."""
    words = reader.words.lists["lembar_keseluruhan"]["judul"]
    firsts = ((title, _WORD.findall(title.casefold())[:1]) for title in context.titles)
    return any(first and first[0] in words or label_kind(title, "desa", reader) == "total" for title, first in firsts)
