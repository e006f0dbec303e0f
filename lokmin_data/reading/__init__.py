"""Reads reports: bytes to sheets, sheets to tables, tables to observations."""

from lokmin_data.reading.reader import read_book, read_report

__all__ = ["read_book", "read_report"]
