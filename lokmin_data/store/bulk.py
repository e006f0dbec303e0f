"""Many rows at once: the driver's executemany on SQLite, COPY on PostgreSQL."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import sqlalchemy as sa

from lokmin_data.store.schema import current_value

#: How much a sum of posyandu counts beside a row of the desa itself: nothing.
POSYANDU = "posyandu"
NO_IDS: Mapping[str, int] = {}


def insert_rows(
    connection: sa.Connection, table: sa.Table, columns: Sequence[str], rows: Iterable[tuple[Any, ...]],
    ids: Mapping[str, int] = NO_IDS,
) -> None:  # fmt: skip
    """Insert tuples into the table; `ids` are columns in front of them with one value for all."""
    cursor = connection.connection.cursor()
    if connection.dialect.name == "sqlite":
        cursor.executemany(_insert(table.name, columns, ids), rows)
    else:
        _copy(cursor, table.name, columns, rows, ids)


def upsert_current(
    connection: sa.Connection, columns: Sequence[str], rows: Iterable[tuple[Any, ...]], ids: Mapping[str, int]
) -> None:
    """Make these rows the current values of their keys, but never a posyandu sum over a desa's own row."""
    cursor = connection.connection.cursor()
    key = [column.name for column in current_value.primary_key]
    every = [*ids, *columns]
    changes = ", ".join(f"{name} = excluded.{name}" for name in every if name not in key)
    rule = (
        f" ON CONFLICT ({', '.join(key)}) DO UPDATE SET {changes} "
        f"WHERE excluded.level <> '{POSYANDU}' OR current_value.level = '{POSYANDU}'"
    )
    if connection.dialect.name == "sqlite":
        cursor.executemany(_insert("current_value", columns, ids) + rule, rows)
        return
    names = ", ".join(every)
    cursor.execute("CREATE TEMP TABLE IF NOT EXISTS fresh (LIKE current_value) ON COMMIT DELETE ROWS")
    cursor.execute("DELETE FROM fresh")
    _copy(cursor, "fresh", columns, rows, ids)
    cursor.execute(f"INSERT INTO current_value ({names}) SELECT {names} FROM fresh{rule}")


def _insert(table: str, columns: Sequence[str], ids: Mapping[str, int]) -> str:
    values = ", ".join([*(str(int(value)) for value in ids.values()), *("?" * len(columns))])
    return f"INSERT INTO {table} ({', '.join([*ids, *columns])}) VALUES ({values})"


def _copy(
    cursor: Any, table: str, columns: Sequence[str], rows: Iterable[tuple[Any, ...]], ids: Mapping[str, int]
) -> None:
    same = tuple(int(value) for value in ids.values())
    with cursor.copy(f"COPY {table} ({', '.join([*ids, *columns])}) FROM STDIN") as copy:
        for row in rows:
            copy.write_row(same + row)


def of_same_columns(rows: Iterable[dict[str, Any]]) -> Iterable[list[dict[str, Any]]]:
    """The rows in groups that one statement writes."""
    groups: dict[tuple[str, ...], list[dict[str, Any]]] = {}
    for row in rows:
        groups.setdefault(tuple(row), []).append(row)
    return groups.values()
