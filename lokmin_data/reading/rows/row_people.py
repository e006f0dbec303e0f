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
    """The rows with those that name people read behind the title's word for their service (`judul_layanan`)."""
    listed = head.axis("indicator")[:1]
    if not listed or not measured(layout) or not any(names_people(row.meaning) for row in rows):
        return rows
    said = {word for title in titles for word in reader.tokens(title)}
    services = [word for word in reader.words.lists["judul_layanan"]["kata"] if word in said]
    return tuple(
        _served(row, grid.rows[row.index][listed[0].index], services, reader) if names_people(row.meaning) else row for row in rows
    )


def _served(row: Row, label: object, services: Sequence[str], reader: Reader) -> Row:
    if label.__class__ is not str:
        return row
    names = (fold_spaces(label), usual_name(row.meaning.population, reader) if row.meaning else "")
    read = (reader.text(f"{service} {name}") for service in services for name in names)
    return replace(row, meaning=next((each for each in read if each.indicator and not each.unknown), row.meaning))
