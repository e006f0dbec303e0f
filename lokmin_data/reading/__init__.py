"""Reads reports: bytes to sheets, sheets to tables, tables to observations."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lokmin_data.reading.reader import read_book, read_report

__all__ = ["read_book", "read_report"]


def __getattr__(name: str):  # noqa: ANN202
    """`read_report` and `read_book`, loaded with their tables only when they are asked for."""
    if name in __all__:
        from lokmin_data.reading import reader

        return getattr(reader, name)
    raise AttributeError(name)
