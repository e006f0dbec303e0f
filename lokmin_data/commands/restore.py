"""`restore`: put a backup in the place of what is stored; the present state is kept aside."""

from __future__ import annotations

import argparse
from datetime import datetime
from pathlib import Path

from lokmin_data.commands._scope import add_database, open_database
from lokmin_data.store import StoreDamaged
from lokmin_data.store.backup import stamp
from lokmin_data.store.keeping import restore_damaged

#: Who restores on the command line: whoever may read and write the files of this machine.
WHO = "baris perintah"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Which backup."""
    parser.add_argument("file", metavar="BERKAS.zip", help="berkas cadangan")
    add_database(parser)


def run(args: argparse.Namespace) -> int:
    """Restore and print where the state before is kept; exit code 0."""
    try:
        store = open_database(args.db)
    except StoreDamaged as error:
        aside = restore_damaged(error.path, Path(args.file), stamp(datetime.now()))
        store = open_database(args.db)
        store.add_audit(0, WHO, "pulihkan dari kerusakan", Path(args.file).name)
        store.close()
    else:
        aside = store.restore(args.file, WHO)
        store.close()
    print(f"Cadangan {Path(args.file).name} dipulihkan. Keadaan sebelumnya disimpan di {aside}.")
    return 0
