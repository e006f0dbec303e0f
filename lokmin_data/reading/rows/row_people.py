"""Rows of a list of indicators that only name people: "Usia lanjut" in a report of SPM is the service for them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from lokmin_data.reading.heads.headers import Head
from lokmin_data.reading.heads.measures import Layout
from lokmin_data.reading.heads.tables import Grid
from lokmin_data.reading.rows.areas import Row
from lokmin_data.reading.words.meaning import Meaning, Reader
from lokmin_data.reading.words.named_people import usual_name
from lokmin_data.reading.words.tokens import fold_spaces


def measured(layout: Layout) -> bool:
    """True for a table with a sasaran or a percent beside its numbers: then a row that names people counts those served."""
    return bool(layout.denominators) or any(each.number and each.percent for each in layout.measures)


def names_people(meaning: Meaning | None) -> bool:
    """True for a row that names people and neither an indicator nor that they are the sasaran."""
    return bool(meaning and meaning.population) and not (meaning.indicator or meaning.unknown or meaning.sasaran)


def with_titled_people(
    rows: tuple[Row, ...], grid: Grid, head: Head, layout: Layout, titles: Iterable[str], reader: Reader
) -> tuple[Row, ...]:
    """The rows with those that name people read behind the title's word for their service (`judul_layanan`), or behind that of
    a column of codes beside them: "SPM-1" beside "Ibu hamil"."""
    listed = head.axis("indicator")[:1]
    if not listed or not measured(layout) or not any(names_people(row.meaning) for row in rows):
        return rows
    services = _services(titles, reader)
    coded = [column.index for column in head.axis("code")]
    return tuple(
        _served(row, grid.rows[row.index], listed[0].index, services, coded, reader) if names_people(row.meaning) else row for row in rows
    )


def _served(row: Row, cells: Sequence[object], listed: int, services: Sequence[str], coded: Sequence[int], reader: Reader) -> Row:
    """The row read behind a service, as it is where its code names another indicator or it is the sasaran of the others."""
    label = cells[listed]
    if label.__class__ is not str or reader.words.says_whom(reader.tokens(label)):  # type: ignore[arg-type]
        return row
    codes = [fold_spaces(cell) for place in coded if place < len(cells) and (cell := cells[place]).__class__ is str]  # type: ignore[arg-type]
    own = {reader.text(code).indicator for code in codes} - {""}
    words = [*services, *_services(codes, reader)]
    names = (fold_spaces(label), usual_name(row.meaning.population, reader) if row.meaning else "")  # type: ignore[arg-type]
    read = (reader.text(f"{service} {name}") for service in words for name in names)
    found = next((each for each in read if each.indicator and not each.unknown), None)
    return replace(row, meaning=found) if found and (not own or found.indicator in own) else row


def _services(texts: Iterable[str], reader: Reader) -> list[str]:
    said = {word for text in texts for word in reader.tokens(text)}
    return [word for word in reader.words.lists["judul_layanan"]["kata"] if word in said]
