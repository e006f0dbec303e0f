"""Many rows at once: the driver's executemany on SQLite, COPY on PostgreSQL."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pandas as pd
import sqlalchemy as sa

from lokmin_data.store.schema import current_value

#: How much a sum of posyandu counts beside a row of the desa itself: nothing.
POSYANDU = "posyandu"


def tuples(table: pd.DataFrame, columns: Sequence[str]) -> list[tuple[Any, ...]]:
    """The rows as tuples of plain Python values, None for NaN."""
    lists = []
    for name in columns:
        values = table[name].tolist()
        is_number = table[name].dtype.kind == "f"
        lists.append([None if value != value else value for value in values] if is_number else values)
    return list(zip(*lists, strict=True))


def insert_rows(
    connection: sa.Connection, table: sa.Table, columns: Sequence[str], rows: Sequence[tuple[Any, ...]]
) -> None:
    """Insert tuples into the table."""
    if not rows:
        return
    cursor = connection.connection.cursor()
    if connection.dialect.name == "sqlite":
        marks = ", ".join("?" * len(columns))
        cursor.executemany(f"INSERT INTO {table.name} ({', '.join(columns)}) VALUES ({marks})", rows)
        return
    _copy(cursor, table.name, columns, rows)


def upsert_current(connection: sa.Connection, columns: Sequence[str], rows: Sequence[tuple[Any, ...]]) -> None:
    """Make these rows the current values of their keys, but never a posyandu sum over a desa's own row."""
    if not rows:
        return
    cursor = connection.connection.cursor()
    key = [column.name for column in current_value.primary_key]
    changes = ", ".join(f"{name} = excluded.{name}" for name in columns if name not in key)
    rule = (
        f"ON CONFLICT ({', '.join(key)}) DO UPDATE SET {changes} "
        f"WHERE excluded.level <> '{POSYANDU}' OR current_value.level = '{POSYANDU}'"
    )
    names = ", ".join(columns)
    if connection.dialect.name == "sqlite":
        marks = ", ".join("?" * len(columns))
        cursor.executemany(f"INSERT INTO current_value ({names}) VALUES ({marks}) {rule}", rows)
        return
    cursor.execute("CREATE TEMP TABLE IF NOT EXISTS fresh (LIKE current_value) ON COMMIT DELETE ROWS")
    cursor.execute("DELETE FROM fresh")
    _copy(cursor, "fresh", columns, rows)
    cursor.execute(f"INSERT INTO current_value ({names}) SELECT {names} FROM fresh {rule}")


def _copy(cursor: Any, name: str, columns: Sequence[str], rows: Sequence[tuple[Any, ...]]) -> None:
    with cursor.copy(f"COPY {name} ({', '.join(columns)}) FROM STDIN") as copy:
        for row in rows:
            copy.write_row(row)
