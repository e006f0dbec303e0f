"""Reads reports: bytes to sheets, sheets to tables, tables to observations."""
