"""Tables of school immunisation: "MR" beside pupils or below BIAS is not the MR of infants."""

from __future__ import annotations

from dataclasses import replace

from lokmin_data.reading.heads.headers import Column, Head
from lokmin_data.reading.words.meaning import Meaning, Reader

FAMILY, SCHOOL, CHILDREN = "bias", "sekolah", "anak"


def of_school(head: Head, title: Meaning, reader: Reader) -> Head:
    """The head with antigens of infants read as those of the school programme: in a table of pupils, or under a title of
    theirs, in which no column counts infants or an antigen that is not given at school."""
    groups = {name: group for group, names in reader.words.lists["kelompok"].items() for name in names}
    here = {groups.get(column.meaning.population, "") for column in head.columns}
    one = {groups.get(name, "") for name in reader.words.lists["penyebut"].get(title.indicator, ())}
    of_pupils = title.family == FAMILY or SCHOOL in {*here, *one, groups.get(title.population, "")}
    if not of_pupils or CHILDREN in here:
        return head
    if SCHOOL in one and SCHOOL not in here and title.family != FAMILY and not head.axis("desa"):
        return _asked(head, groups, reader)
    columns = tuple(column.meaning_so(_meaning(column, groups, reader)) for column in head.columns)
    mixed = any(_counts_infants(column.meaning, groups, reader) for column in columns)
    return head if mixed else replace(head, columns=columns)


def _asked(head: Head, groups: dict[str, str], reader: Reader) -> Head:
    """The head of a list of schools below a title of one antigen, with the antigens of infants not understood."""
    columns = (
        replace(each, meaning=replace(each.meaning, unknown=each.path[-1:])) if _counts_infants(each.meaning, groups, reader) else each
        for each in head.columns
    )
    return replace(head, columns=tuple(columns))


def _meaning(column: Column, groups: dict[str, str], reader: Reader) -> Meaning:
    """What a column means behind BIAS, where that is an indicator of pupils; else what it means."""
    meaning = column.meaning
    if meaning.axis or not (_counts_infants(meaning, groups, reader) or meaning.role == "ignore" and meaning.note):
        return meaning
    school = reader.head((FAMILY, *column.path))
    fits = school.indicator and school.role != "ignore" and not school.unknown and not _counts_infants(school, groups, reader)
    return school if fits else meaning


def _counts_infants(meaning: Meaning, groups: dict[str, str], reader: Reader) -> bool:
    """True for an indicator that is measured against infants or toddlers only."""
    own = {groups.get(name, "") for name in reader.words.lists["penyebut"].get(meaning.indicator, ())}
    return own == {CHILDREN}
