"""`backup`: one file with everything in the database, made while it is in use."""

from __future__ import annotations

import argparse

from lokmin_data.commands._scope import add_database, open_database
from lokmin_data.store.backup import read_contents


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Where to write the backup."""
    parser.add_argument(
        "file", nargs="?", metavar="BERKAS.zip", help="berkas cadangan (bawaan: folder cadangan di samping simpanan)"
    )
    add_database(parser)


def run(args: argparse.Namespace) -> int:
    """Print where the backup is and what it holds; exit code 0."""
    store = open_database(args.db)
    path = store.backup(args.file)
    counts = read_contents(path).counts
    store.close()
    print(f"Cadangan dibuat: {path}")
    print(
        f"Isi: {counts['puskesmas']} Puskesmas, {counts['report']} laporan, {counts['current_value']} angka, {counts['rtl']} RTL."
    )
    return 0
