"""`status`: the PWS status of one indicator a desa, as CSV."""

from __future__ import annotations

import argparse

from lokmin_data.analysis import assess, status_table
from lokmin_data.commands._scope import add_database, add_period, choose_puskesmas, open_database, print_csv
from lokmin_data.model import LokminError


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The options of the contract."""
    parser.add_argument("--indicator", required=True, metavar="KODE", help="kode indikator, misalnya k1")
    parser.add_argument(
        "--annual-target", type=float, metavar="PERSEN", help="target setahun (bawaan: target yang berlaku)"
    )
    add_period(parser)
    add_database(parser)


def run(args: argparse.Namespace) -> int:
    """Print one row a desa of the list, reported or not; exit code 0."""
    if args.annual_target is not None and not 0 < args.annual_target <= 1000:
        raise LokminError(f"--annual-target harus lebih dari 0 (persen), bukan {args.annual_target:g}.")
    store = open_database(args.db)
    puskesmas_id = choose_puskesmas(store, args.puskesmas, args.indicator, args.year)
    panel = store.load_panel(puskesmas_id, args.year, args.month, [args.indicator])
    print_csv(status_table(assess(panel, args.indicator, args.year, args.month, annual_target=args.annual_target)))
    store.close()
    return 0
