"""`move`: copy a whole database to another one, counted and compared."""

from __future__ import annotations

import argparse

from lokmin_data.commands._scope import open_database
from lokmin_data.store.move import move


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """From where and where to."""
    parser.add_argument(
        "--from", dest="source", metavar="URL", help="basis data asal (bawaan: simpanan di komputer ini)"
    )
    parser.add_argument("--to", dest="target", metavar="URL", required=True, help="basis data tujuan, harus kosong")


def run(args: argparse.Namespace) -> int:
    """Print what was moved; exit code 0.  The source is left as it is."""
    source, target = open_database(args.source), open_database(args.target)
    moved = move(source, target)
    for name, count in moved.counts.items():
        if count:
            print(f"{name}: {count} baris sama")
    print(f"Dipindahkan dan dibandingkan: {moved.rows} baris. Data di tempat asal tidak diubah.")
    source.close()
    target.close()
    return 0
