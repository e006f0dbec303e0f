"""`python -m lokmin_data read FILE`: what is in a report, as CSV; stores nothing."""

from __future__ import annotations

import argparse
import csv
import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from lokmin_data.export.text import csv_safe
from lokmin_data.model import OBSERVATION_COLUMNS, LokminError, Problem

if TYPE_CHECKING:
    from collections.abc import Iterable

    from lokmin_data.commands._several import Several
    from lokmin_data.reading.understanding import Understood

ARCHIVE = ".zip"
NAMES = [OBSERVATION_COLUMNS.index(name) for name in ("area", "sheet")]


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The options of the command."""
    parser.add_argument("file", help="berkas laporan (xlsx, xlsm, xls, xlsb, ods, csv) atau zip berisi laporan")
    parser.add_argument("--year", type=int, help="tahun laporan, bila berkas tidak menyebutnya")
    parser.add_argument("--month", type=int, choices=range(1, 13), help="bulan laporan, bila berkas tidak menyebutnya")
    parser.add_argument("--areas", help="berkas CSV berisi nama desa yang dikenal")
    parser.add_argument("--problems", help="tulis daftar masalah ke berkas JSON ini")


def run(args: argparse.Namespace) -> int:
    """Print the observations as CSV; 0 done, 2 refused (raised as LokminError, with the problems written all the same)."""
    try:
        understood = understand_file(args)
    except LokminError as error:
        if args.problems:
            write_problems(Path(args.problems), getattr(error, "problems", None) or _refusal(error))
        raise
    if args.problems:
        write_problems(Path(args.problems), understood.problems)
    writer = csv.writer(sys.stdout, lineterminator="\n")
    writer.writerow(OBSERVATION_COLUMNS)
    writer.writerows(_no_formula(row) for row in printed(understood))
    return 0


def _no_formula(row: list[str]) -> list[str]:
    """The row whose names (area and sheet) cannot be calculated by a spreadsheet; numbers stay as they are."""
    for place in NAMES:
        row[place] = csv_safe(row[place])
    return row


def _refusal(error: LokminError) -> list[Problem]:
    problem = getattr(error, "problem", None)
    return [problem] if problem is not None else []


def understand_file(args: argparse.Namespace) -> Understood | Several:
    """The file that the options name, understood; raises LokminError where it is refused."""
    from lokmin_data.reading import understanding

    path = Path(args.file)
    try:
        data = path.read_bytes()
    except OSError as error:
        raise LokminError(f"Berkas '{path.name}' tidak dapat dibuka. Periksa nama dan letaknya.") from error
    areas = area_names(Path(args.areas)) if args.areas else None
    options = understanding.Options(args.year, args.month, areas)
    if path.suffix.lower() == ARCHIVE:
        from lokmin_data.commands._several import understand_archive

        return understand_archive(data, path.name, options)
    return understanding.understand_file(data, path.name, options)


def printed(understood: Understood | Several) -> Iterable[list[str]]:
    """The observations as they are printed, in the order of OBSERVATION_COLUMNS."""
    from lokmin_data.reading.understanding import printed_rows

    return printed_rows(understood.rows())


def area_names(path: Path) -> list[str]:
    """The names in the first column of a list of areas; a head `desa`, `area` or `nama` is no name."""
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            names = [row[0].strip() for row in csv.reader(file) if row and row[0].strip()]
    except (OSError, UnicodeDecodeError) as error:
        raise LokminError(f"Daftar desa '{path.name}' tidak dapat dibaca.") from error
    return names[1:] if names and names[0].casefold() in ("desa", "area", "nama", "name", "kelurahan") else names


def write_problems(path: Path, problems: Iterable[Problem]) -> None:
    """Write the problems as a JSON list."""
    found = [problem.as_dict() for problem in problems]
    try:
        path.write_text(json.dumps(found, ensure_ascii=False, indent=1), encoding="utf-8")
    except OSError as error:
        raise LokminError(f"Daftar masalah tidak dapat ditulis ke '{path}'.") from error
