"""What commands over the store share: which database, which Puskesmas, which month."""

from __future__ import annotations

import argparse
import sys

import pandas as pd

from lokmin_data.export.text import csv_safe
from lokmin_data.model import LokminError
from lokmin_data.store import Store, open_store
from lokmin_data.store.names import fold


def add_database(parser: argparse.ArgumentParser) -> None:
    """The option `--db`."""
    parser.add_argument(
        "--db", metavar="URL", help="alamat basis data (bawaan: LOKMIN_DATABASE_URL, atau simpanan di komputer ini)"
    )


def add_period(parser: argparse.ArgumentParser) -> None:
    """The options `--year`, `--month` and `--puskesmas`."""
    parser.add_argument("--year", required=True, type=int, help="tahun, misalnya 2026")
    parser.add_argument("--month", required=True, type=month_number, help="bulan 1-12")
    parser.add_argument("--puskesmas", metavar="NAMA", help="nama Puskesmas, bila simpanan memuat lebih dari satu")


def month_number(text: str) -> int:
    """A month as argparse wants it; raises ArgumentTypeError with Indonesian words."""
    if not text.isdigit() or not 1 <= int(text) <= 12:
        raise argparse.ArgumentTypeError(f"bulan harus angka 1-12, bukan '{text}'")
    return int(text)


def open_database(url: str | None) -> Store:
    """The store of `--db`."""
    return open_store(url)


def find_puskesmas(store: Store, name: str) -> int | None:
    """The id of the Puskesmas of that name, or None; raises LokminError where two have it."""
    table = store.puskesmas()
    found = [
        int(key) for key, known in zip(table["puskesmas_id"], table["name"], strict=True) if fold(known) == fold(name)
    ]
    if len(found) > 1:
        raise LokminError(
            f"Ada {len(found)} Puskesmas bernama '{name}' di simpanan ini. Bedakan namanya di halaman Pengaturan."
        )
    return found[0] if found else None


def choose_puskesmas(store: Store, name: str | None, indicator: str | None, year: int) -> int:
    """The Puskesmas that is meant: the named one, the only one, or the only one with numbers of that year.

    Raises LokminError that lists the names where that does not tell it.
    """
    table = store.puskesmas()
    if name:
        found = find_puskesmas(store, name)
        if found is None:
            raise LokminError(f"Puskesmas '{name}' tidak ada di simpanan ini. {_names(table)}")
        return found
    ids = [int(key) for key in table["puskesmas_id"]]
    if not ids:
        raise LokminError("Simpanan ini masih kosong. Muat laporan dulu: python -m lokmin_data load BERKAS")
    if len(ids) > 1:
        ids = [key for key in ids if store.has_numbers(key, year, indicator)] or ids
    if len(ids) > 1:
        raise LokminError(f"Simpanan ini memuat beberapa Puskesmas; sebutkan dengan --puskesmas NAMA. {_names(table)}")
    return ids[0]


def print_csv(table: pd.DataFrame) -> None:
    """The table on stdout as the contract wants it: comma, LF, unrounded; no name can become a formula."""
    texts = {name: table[name].map(csv_safe) for name in table.columns if pd.api.types.is_string_dtype(table[name])}
    table.assign(**texts).to_csv(sys.stdout, index=False, lineterminator="\n")


def _names(table: pd.DataFrame) -> str:
    return f"Yang ada: {', '.join(table['name'])}." if len(table) else "Simpanan ini masih kosong."
