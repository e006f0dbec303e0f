"""A whole database to another one: everything or nothing, counted and compared before it is kept."""

from __future__ import annotations

from dataclasses import dataclass

import sqlalchemy as sa

from lokmin_data.store.base import Base
from lokmin_data.store.errors import StoreError
from lokmin_data.store.transfer import ALL_TABLES, copy_table, is_empty, measure, set_counters

#: Whole databases are moved on the command line, by whoever may read and write both.
WHO = "baris perintah"


@dataclass(frozen=True)
class Moved:
    """Rows a table that were copied and found equal on the other side."""

    counts: dict[str, int]

    @property
    def rows(self) -> int:
        """All rows together."""
        return sum(self.counts.values())


def move(source: Base, target: Base) -> Moved:
    """Copy every table of `source` into the empty `target`; the source stays as it is.

    Raises StoreError where the target holds anything already, or where what arrived is not what was sent;
    nothing is kept then.
    """
    if source.url == target.url:
        raise StoreError("Asal dan tujuan pemindahan adalah basis data yang sama.")

    def work(connection: sa.Connection) -> Moved:
        if not is_empty(connection):
            raise StoreError("Basis data tujuan sudah berisi data. Pindahkan ke basis data yang kosong.")
        with source.reading() as there:
            sent = {table.name: copy_table(there, connection, table) for table in ALL_TABLES}
        _compare(connection, sent)
        set_counters(connection)
        target.log(connection, 0, WHO, "pindahan basis data", source.url.render_as_string(hide_password=True))
        return Moved({name: count for name, (count, _) in sent.items()})

    return target.write(work)


def _compare(connection: sa.Connection, sent: dict[str, tuple[int, int]]) -> None:
    for table in ALL_TABLES:
        if measure(connection, table) != sent[table.name]:
            raise StoreError(f"Tabel {table.name} di tujuan tidak sama dengan asalnya. Pemindahan dibatalkan.")
