"""`rank`: the desa by severity, one indicator or the composite of all, as CSV."""

from __future__ import annotations

import argparse

from lokmin_data.analysis import assess_all, rank_desa, rank_table
from lokmin_data.commands._scope import add_database, add_period, choose_puskesmas, open_database, print_csv
from lokmin_data.model import LokminError


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The options of the contract."""
    parser.add_argument(
        "--indicator", metavar="KODE", help="satu indikator saja (bawaan: gabungan semua yang bertarget)"
    )
    add_period(parser)
    add_database(parser)


def run(args: argparse.Namespace) -> int:
    """Print one row a desa, heaviest first; exit code 0."""
    store = open_database(args.db)
    puskesmas_id = choose_puskesmas(store, args.puskesmas, args.indicator, args.year)
    codes = [args.indicator] if args.indicator else None
    panel = store.load_panel(puskesmas_id, args.year, args.month, codes)
    ranked = rank_desa(assess_all(panel, args.year, args.month, codes), panel.settings)
    store.close()
    if ranked.empty:
        wanted = f"indikator {args.indicator}" if args.indicator else "indikator bertarget"
        raise LokminError(f"Belum ada data {wanted} untuk {args.month}/{args.year}, atau targetnya belum diisi.")
    print_csv(rank_table(ranked))
    return 0
