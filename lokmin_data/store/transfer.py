"""Tables as plain rows: copied between databases, counted and compared."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

import sqlalchemy as sa

from lokmin_data.store.bulk import insert_rows
from lokmin_data.store.schema import COUNTERS, METADATA, PEOPLE_TABLES, STATE_TABLES, counter

#: Rows that are in memory at a time.
BATCH = 20_000
ALL_TABLES = (*PEOPLE_TABLES, *STATE_TABLES)
#: Which column of which table holds the ids of a counter.
COUNTED = {
    "puskesmas": ("puskesmas", "puskesmas_id"), "desa": ("desa", "desa_id"), "report": ("report", "report_id"),
    "rtl": ("rtl", "rtl_id"), "account": ("account", "account_id"), "audit": ("audit", "audit_id"),
}  # fmt: skip


def columns_of(table: sa.Table) -> list[str]:
    """The names of the table's columns, in order."""
    return [column.name for column in table.columns]


def batches(
    connection: sa.Connection, table: sa.Table, puskesmas_id: int | None = None
) -> Iterator[list[tuple[Any, ...]]]:
    """The rows of a table (of one Puskesmas), in the order of its key."""
    chosen = sa.select(table).order_by(*table.primary_key.columns)
    if puskesmas_id is not None:
        chosen = chosen.where(table.c.puskesmas_id == puskesmas_id)
    result = connection.execute(chosen.execution_options(stream_results=True, yield_per=BATCH))
    for part in result.partitions(BATCH):
        yield [tuple(map(_plain, row)) for row in part]


def copy_table(source: sa.Connection, target: sa.Connection, table: sa.Table) -> tuple[int, int]:
    """Copy all rows; returns how many and their sum of hashes."""
    count = total = 0
    for rows in batches(source, table):
        insert_rows(target, table, columns_of(table), rows)
        count, total = _add(rows, count, total)
    return count, total


def measure(connection: sa.Connection, table: sa.Table) -> tuple[int, int]:
    """How many rows a table has and the sum of their hashes; equal tables have equal ones on every engine."""
    count = total = 0
    for rows in batches(connection, table):
        count, total = _add(rows, count, total)
    return count, total


def set_counters(connection: sa.Connection) -> None:
    """Let every counter go on after the highest id that is there."""
    for name in COUNTERS:
        table, column = COUNTED[name]
        highest = connection.execute(sa.select(sa.func.max(METADATA.tables[table].c[column]))).scalar() or 0
        if connection.dialect.name == "sqlite":
            connection.execute(sa.update(counter).where(counter.c.name == name).values(value=highest))
        else:
            step = sa.text("SELECT setval(:name, :value, :used)")
            connection.execute(step, {"name": f"lokmin_{name}", "value": max(highest, 1), "used": highest > 0})


def is_empty(connection: sa.Connection) -> bool:
    """True where no table holds a row."""
    return all(
        connection.execute(sa.select(sa.literal(1)).select_from(table).limit(1)).first() is None for table in ALL_TABLES
    )


def to_plain_json(rows: Iterable[Sequence[Any]]) -> list[list[Any]]:
    """Rows whose bytes became texts that `from_plain_json` knows."""
    return [[{"base64": base64.b64encode(v).decode()} if isinstance(v, bytes) else v for v in row] for row in rows]


def from_plain_json(rows: Iterable[Sequence[Any]]) -> list[tuple[Any, ...]]:
    """The rows that `to_plain_json` was given."""
    return [tuple(base64.b64decode(v["base64"]) if isinstance(v, dict) else v for v in row) for row in rows]


def _plain(value: Any) -> Any:
    return bytes(value) if isinstance(value, memoryview) else value


def _add(rows: list[tuple[Any, ...]], count: int, total: int) -> tuple[int, int]:
    for row in rows:
        digest = hashlib.blake2b(repr(row).encode(), digest_size=8).digest()
        total += int.from_bytes(digest)
    return count + len(rows), total % 2**64
