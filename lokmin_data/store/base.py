"""What every part of the store stands on: reading, writing in one transaction, ids, versions, the audit log."""

from __future__ import annotations

import json
import threading
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from typing import Any, TypeVar

import numpy as np
import pandas as pd
import sqlalchemy as sa

from lokmin_data.store.engine import lock_for_writing, told_plainly
from lokmin_data.store.errors import ConnectionLost, StoreError
from lokmin_data.store.schema import audit, counter, puskesmas

Result = TypeVar("Result")
Clock = Callable[[], datetime]
#: Tries of a write whose connection went away before the commit.
TRIES = 2
#: Rows of a large answer that are Python objects at the same time.
AT_ONCE = 4_000


def utc_now() -> datetime:
    """The present, in UTC."""
    return datetime.now(UTC)


class Base:
    """One open store.  Threads may share it; each call takes a connection of its own."""

    def __init__(self, url: sa.URL, engine: sa.Engine, folder: Path, clock: Clock = utc_now) -> None:
        self.url = url
        self.engine = engine
        self.folder = folder
        self.clock = clock
        self._open = threading.local()
        #: How often this very object has written: what it told before may have changed since.
        self.changes = 0

    @property
    def is_sqlite(self) -> bool:
        """True for the embedded file, False for PostgreSQL."""
        return self.engine.dialect.name == "sqlite"

    def close(self) -> None:
        """Give back all connections."""
        self.engine.dispose()

    @contextmanager
    def reading(self) -> Iterator[sa.Connection]:
        """A connection for reading; everything read within it, also by calls inside, belongs to one moment."""
        outer = getattr(self._open, "connection", None)
        if outer is not None:
            yield outer
            return
        with told_plainly(), self.engine.connect() as connection:
            if not self.is_sqlite:
                connection = connection.execution_options(isolation_level="REPEATABLE READ")
            self._open.connection = connection
            try:
                yield connection
            finally:
                self._open.connection = None

    def write(self, work: Callable[[sa.Connection], Result], *, puskesmas_id: int = 0) -> Result:
        """Do the work in one transaction: all of it or nothing; once more if the server was lost before the commit."""
        for attempt in range(1, TRIES + 1):
            try:
                return self._write_once(work, puskesmas_id)
            except ConnectionLost:
                if attempt == TRIES:
                    raise
                self.engine.dispose()
        raise AssertionError("unreachable")

    def _write_once(self, work: Callable[[sa.Connection], Result], puskesmas_id: int) -> Result:
        with told_plainly(), self.engine.connect().execution_options(write=True) as connection:
            transaction = connection.begin()
            try:
                lock_for_writing(connection, puskesmas_id)
                result = work(connection)
            except BaseException:
                transaction.rollback()
                raise
            try:
                self._commit(transaction)
            finally:
                self.changes += 1
            return result

    def _commit(self, transaction: sa.RootTransaction) -> None:
        try:
            with told_plainly():
                transaction.commit()
        except ConnectionLost as error:  # nobody knows whether it was kept: the user must look, we must not repeat
            raise StoreError(
                "Sambungan ke server basis data terputus tepat saat menyimpan. Muat ulang halaman dan periksa apakah "
                "perubahan sudah tersimpan sebelum mengulang."
            ) from error

    # --- small helpers that the parts share --------------------------------------------------------------
    def rows(self, statement: sa.Executable) -> list[tuple[Any, ...]]:
        """All rows of a statement as plain tuples, by the driver's own cursor: no object a row."""
        with self.reading() as connection:
            return fetch(connection, statement)

    def now_text(self) -> str:
        """The clock's time as stored: ISO, UTC, microseconds."""
        return self.clock().astimezone(UTC).isoformat(timespec="microseconds")

    def next_ids(self, connection: sa.Connection, name: str, count: int = 1) -> list[int]:
        """Fresh ids of that counter, never given twice."""
        if self.is_sqlite:
            step = sa.update(counter).where(counter.c.name == name).values(value=counter.c.value + count)
            last = connection.execute(step.returning(counter.c.value)).scalar_one()
            return list(range(last - count + 1, last + 1))
        drawn = sa.text("SELECT nextval(:name) FROM generate_series(1, :count)")
        return [row[0] for row in connection.execute(drawn, {"name": f"lokmin_{name}", "count": count})]

    def log(self, connection: sa.Connection, puskesmas_id: int, who: str, what: str, detail: str = "") -> None:
        """Add a line to the audit log, in the transaction of what it tells."""
        audit_id = self.next_ids(connection, "audit")[0]
        line = {"puskesmas_id": puskesmas_id, "audit_id": audit_id, "at": self.now_text(), "who": who}
        connection.execute(sa.insert(audit).values(**line, what=what, detail=detail))

    def bump(self, connection: sa.Connection, puskesmas_id: int, column: str = "data_version") -> None:
        """Raise the version of a Puskesmas; raises StoreError where there is no such Puskesmas."""
        step = sa.update(puskesmas).where(puskesmas.c.puskesmas_id == puskesmas_id)
        if not connection.execute(step.values({column: puskesmas.c[column] + 1})).rowcount:
            raise StoreError("Puskesmas itu tidak ada (lagi) di simpanan. Muat ulang halaman lalu pilih Puskesmas.")


def fetch(connection: sa.Connection, statement: sa.Executable, values: Mapping[str, Any] | None = None) -> list[tuple[Any, ...]]:
    """All rows as the driver's tuples; `values` are those that the statement leaves open."""
    return connection.execute(statement, values).cursor.fetchall()


def frame_of(connection: sa.Connection, statement: sa.Executable, columns: Sequence[str], numbers: Sequence[str] = ()) -> pd.DataFrame:
    """All rows as a table, taken some thousands at a time: a year's rows as Python's objects take ten times their table."""
    cursor = connection.execute(statement).cursor
    parts = [frame(rows, columns, numbers) for rows in iter(lambda: cursor.fetchmany(AT_ONCE), [])]
    return pd.concat(parts, ignore_index=True) if len(parts) > 1 else parts[0] if parts else frame((), columns, numbers)


def frame(rows: Sequence[tuple[Any, ...]], columns: Sequence[str], numbers: Sequence[str] = ()) -> pd.DataFrame:
    """A table of driver rows; the columns in `numbers` become floats with NaN where there is none."""
    if not rows:
        return _empty(tuple(columns), tuple(numbers)).copy(deep=False)
    values = zip(*rows, strict=True)
    return pd.DataFrame(
        {name: _array(column, name in numbers) for name, column in zip(columns, values, strict=True)}, copy=False
    )


@cache
def _empty(columns: tuple[str, ...], numbers: tuple[str, ...]) -> pd.DataFrame:
    """Making a table of nothing takes longer than asking for it; whoever writes to a shallow copy gets one of his own (pandas 3)."""
    return pd.DataFrame({name: pd.Series(dtype=float if name in numbers else None) for name in columns})


def _array(values: tuple[Any, ...], is_number: bool) -> Any:
    """A typed array: pandas' own guess at the type of a long list costs more than the database does."""
    if is_number:
        return np.array(values, dtype=float)
    first = values[0]
    if isinstance(first, str):
        return pd.array(values, dtype="str")
    if isinstance(first, int) and not isinstance(first, bool) and None not in values:
        return np.array(values, dtype=np.int64)
    return pd.Series(values)


def local_time(text: str) -> datetime | None:
    """A stored time in the machine's own time zone; None for an empty text."""
    return datetime.fromisoformat(text).astimezone() if text else None


def to_json(value: Any) -> str:
    """A value as JSON text, keys in order, so that equal values are equal texts."""
    return json.dumps(value, ensure_ascii=False, sort_keys=True, default=_plain_value)


def _plain_value(value: Any) -> Any:
    if hasattr(value, "item"):
        return value.item()
    if hasattr(value, "isoformat"):
        return value.isoformat()
    if isinstance(value, (set, frozenset, tuple)):
        return sorted(value)
    raise TypeError(f"{type(value).__name__} cannot be stored as JSON")
