"""`python -m lokmin_data read FILE`: what is in a report, as CSV; stores nothing."""

from __future__ import annotations

import argparse
import csv
import json
import sys
from collections.abc import Iterable
from pathlib import Path

from lokmin_data.model import OBSERVATION_COLUMNS, LokminError, Reading


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The options of the command."""
    parser.add_argument("file", help="berkas laporan (xlsx, xlsm, xls, xlsb, ods, csv)")
    parser.add_argument("--year", type=int, help="tahun laporan, bila berkas tidak menyebutnya")
    parser.add_argument("--month", type=int, choices=range(1, 13), help="bulan laporan, bila berkas tidak menyebutnya")
    parser.add_argument("--areas", help="berkas CSV berisi nama desa yang dikenal")
    parser.add_argument("--problems", help="tulis daftar masalah ke berkas JSON ini")


def run(args: argparse.Namespace) -> int:
    """Print the observations as CSV; 0 done, 2 refused (raised as LokminError)."""
    reading = read_file(args)
    if args.problems:
        write_problems(Path(args.problems), reading)
    writer = csv.DictWriter(sys.stdout, OBSERVATION_COLUMNS, lineterminator="\n")
    writer.writeheader()
    writer.writerows(printed_rows(reading))
    return 0


def read_file(args: argparse.Namespace) -> Reading:
    """The reading of the file that the options name; raises LokminError where it is refused."""
    from lokmin_data.reading import read_report

    path = Path(args.file)
    try:
        data = path.read_bytes()
    except OSError as error:
        raise LokminError(f"Berkas '{path.name}' tidak dapat dibuka: {error.strerror}.") from error
    areas = area_names(Path(args.areas)) if args.areas else None
    return read_report(data, path.name, year=args.year, month=args.month, areas=areas, pictures=False)


def area_names(path: Path) -> list[str]:
    """The names in the first column of a list of areas; a head `desa`, `area` or `nama` is no name."""
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            names = [row[0].strip() for row in csv.reader(file) if row and row[0].strip()]
    except (OSError, UnicodeDecodeError) as error:
        raise LokminError(f"Daftar desa '{path.name}' tidak dapat dibaca.") from error
    return names[1:] if names and names[0].casefold() in ("desa", "area", "nama", "name", "kelurahan") else names


def printed_rows(reading: Reading) -> Iterable[dict[str, str]]:
    """The observations of a reading as they are printed."""
    from lokmin_data.reading.reader import printed_rows as rows

    return rows(reading.observations)


def write_problems(path: Path, reading: Reading) -> None:
    """Write the problems as a JSON list."""
    problems = [problem.as_dict() for problem in reading.problems]
    path.write_text(json.dumps(problems, ensure_ascii=False, indent=1), encoding="utf-8")
