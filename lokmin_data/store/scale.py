"""PostgreSQL for a province or a nation: the growing tables partitioned by year, ready to be spread by Puskesmas.

Run once on an empty database, before `python -m lokmin_data move --to URL`:
`python -m lokmin_data.store.scale --db URL --years 2024-2035`.  Every key holds the year and begins with the
Puskesmas, so that the same statements run on plain tables, on partitions, and on a distributed PostgreSQL
(`scale.sql`, for Citus).
"""

from __future__ import annotations

import argparse
import sys

import sqlalchemy as sa

from lokmin_data.model import LokminError
from lokmin_data.store.errors import StoreError
from lokmin_data.store.schema import area_sum, current_value, observation, reported
from lokmin_data.store.store import Store, open_store
from lokmin_data.store.transfer import is_empty

#: The tables that grow with every report; each has the year in its key.
PARTITIONED = (observation, current_value, area_sum, reported)
EARLIEST, LATEST = 2000, 2100


def partition_by_year(store: Store, first: int, last: int) -> list[str]:
    """Make the growing tables partitioned, one partition a year and one for other years; returns the partitions.

    Raises StoreError where the database is not PostgreSQL or holds anything already.
    """
    if store.is_sqlite:
        raise StoreError("Partisi per tahun hanya ada di PostgreSQL.")
    if not EARLIEST <= first <= last <= LATEST:
        raise StoreError(f"Tahun partisi harus antara {EARLIEST} dan {LATEST}, yang awal lebih dulu.")

    def work(connection: sa.Connection) -> list[str]:
        if not is_empty(connection):
            raise StoreError(
                "Partisi dibuat pada basis data yang masih kosong; sesudah itu pindahkan data dengan perintah move."
            )
        made = []
        for table in PARTITIONED:
            made += _partition(connection, table, first, last)
        return made

    return store.write(work)


def _partition(connection: sa.Connection, table: sa.Table, first: int, last: int) -> list[str]:
    name = table.name
    whole = sa.schema.CreateTable(table).compile(dialect=connection.dialect)
    connection.exec_driver_sql(f"DROP TABLE {name}")
    connection.exec_driver_sql(f"{str(whole).rstrip()} PARTITION BY RANGE ({table.c.year.name})")
    for index in table.indexes:
        connection.execute(sa.schema.CreateIndex(index))
    made = []
    for year in range(first, last + 1):
        made.append(f"{name}_{year}")
        connection.exec_driver_sql(
            f"CREATE TABLE {made[-1]} PARTITION OF {name} FOR VALUES FROM ({year}) TO ({year + 1})"
        )
    made.append(f"{name}_lain")
    connection.exec_driver_sql(f"CREATE TABLE {made[-1]} PARTITION OF {name} DEFAULT")
    return made


def main(arguments: list[str] | None = None) -> int:
    """Partition the database of `--db`; exit code 0, or 2 with the reason on stderr."""
    parser = argparse.ArgumentParser(
        prog="python -m lokmin_data.store.scale", description="partisi per tahun di PostgreSQL"
    )
    parser.add_argument("--db", required=True, metavar="URL", help="basis data PostgreSQL yang masih kosong")
    parser.add_argument("--years", required=True, metavar="AWAL-AKHIR", help="misalnya 2024-2035")
    args = parser.parse_args(arguments)
    try:
        first, _, last = args.years.partition("-")
        if not (first.isdigit() and last.isdigit()):
            raise StoreError(f"Tulis tahun sebagai AWAL-AKHIR, misalnya 2024-2035, bukan '{args.years}'.")
        store = open_store(args.db)
        made = partition_by_year(store, int(first), int(last))
        store.close()
    except LokminError as error:
        print(error, file=sys.stderr)
        return 2
    print(f"{len(made)} partisi dibuat untuk {len(PARTITIONED)} tabel.")
    return 0


if __name__ == "__main__":
    sys.exit(main())
