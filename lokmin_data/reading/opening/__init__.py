"""Bytes to a `Book` of plain grids, whatever the format; nothing of a file is trusted, its parsers run in a process apart."""
