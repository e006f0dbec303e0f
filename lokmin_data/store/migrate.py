"""Brings a store to this release's schema when it is opened; from every released version, all or nothing."""

from __future__ import annotations

from pathlib import Path

import sqlalchemy as sa

from lokmin_data.store.errors import StoreError

#: The newest version in `migrations/versions`; a test compares the two.
HEAD = "0001"
FOLDER = Path(__file__).parent / "migrations"


def schema_version(connection: sa.Connection) -> str:
    """The version of the schema, or an empty text where the database holds none of our tables."""
    if not sa.inspect(connection).has_table("alembic_version"):
        return ""
    return connection.exec_driver_sql("SELECT version_num FROM alembic_version").scalar() or ""


def migrate(connection: sa.Connection, target: str = HEAD) -> None:
    """Run the migrations up to `target` within the connection's transaction.

    Raises StoreError where the store was made by a newer release.
    """
    from alembic import command  # imported only when there is something to do: it costs a tenth of a second
    from alembic.config import Config
    from alembic.util.exc import CommandError

    config = Config()
    config.set_main_option("script_location", str(FOLDER).replace("%", "%%"))
    config.attributes["connection"] = connection
    try:
        command.upgrade(config, target)
    except CommandError as error:
        raise StoreError(
            "Simpanan data ini dibuat oleh versi aplikasi yang lebih baru. Perbarui aplikasi, atau pakai cadangan "
            "yang dibuat oleh versi ini."
        ) from error


def migrate_if_needed(connection: sa.Connection) -> None:
    """Migrate, unless another process has done so while this one waited for the lock."""
    if schema_version(connection) != HEAD:
        migrate(connection)
