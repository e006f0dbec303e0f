"""Spoils real and made-up reports, byte by byte and cell by cell, and reads each: refused or read, never worse.

    LOKMIN_CORPUS=... python bench/fuzz_baca.py --kali 20 --benih 1

Every report of the corpus is spoilt `--kali` times.  Counted as a fault: an exception that is no LokminError, more than
30 seconds, more than 1 GB.  A fault is printed with its seed, so that it can be repeated; exit 1 where there was one.
"""

from __future__ import annotations

import argparse
import io
import os
import random
import sys
import time
import traceback
import zipfile
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path

import psutil
import xlsxwriter

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from lokmin_data.model import LokminError  # noqa: E402
from lokmin_data.reading import faults, read_report  # noqa: E402
from lokmin_data.reading.opening.book import open_book  # noqa: E402

SECONDS = 30
MEGABYTES = 1024
STRANGE = (
    1e308, -1e308, 1e-300, -5, 0, 99999999999, "", " ", "-", "\x01\x02", "=1+1", "@SUM(A1)", "#REF!", "#DIV/0!", "1.234.567,89", "87,5 %",
    "NIHIL", "\u202e kebalik", "x" * 40_000, "Desa\n" * 300, "<b>tebal</b>", "31/02/2026", "9900000000000001", "JUMLAH", "Puskesmas", "nan",
    True, "bulan ini", "K1", "\N{PILE OF POO}",
)  # fmt: skip


def spoil_bytes(data: bytes, dice: random.Random) -> bytes:
    """Some bytes changed, a piece cut out, doubled, or the end torn off."""
    spoilt = bytearray(data)
    for _ in range(dice.choice((1, 3, 20, 200))):
        place = dice.randrange(len(spoilt))
        what = dice.randrange(5)
        if what == 0:
            spoilt[place] = dice.randrange(256)
        elif what == 1:
            del spoilt[place : place + dice.choice((1, 10, 500))]
        elif what == 2:
            spoilt[place:place] = spoilt[place : place + dice.choice((1, 50, 2000))]
        elif what == 3:
            spoilt[place:place] = dice.choice((b"\0", b"<", b">", b'"', b"&", b"\xff", b";", b"\n", b"&#0;", b"</c>"))
        elif dice.random() < 0.1:
            del spoilt[place:]
        if len(spoilt) < 2:
            return bytes(data[:10])
    return bytes(spoilt)


def spoil_part(data: bytes, dice: random.Random) -> bytes:
    """A package with one XML part spoilt and packed again, so that the parser gets to see it."""
    if not data.startswith(b"PK"):
        return spoil_bytes(data, dice)
    buffer = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as package, zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as spoilt:
        names = [name for name in package.namelist() if name.endswith((".xml", ".rels"))]
        victim = dice.choice([name for name in names if "sheet" in name or "content" in name] or names)
        for name in package.namelist():
            part = package.read(name)
            spoilt.writestr(name, spoil_bytes(part, dice) if name == victim else part)
    return buffer.getvalue()


def spoil_cells(data: bytes, dice: random.Random) -> bytes:
    """The grid of the report with cells replaced, rows shuffled, doubled or dropped, columns moved; as xlsx."""
    book = open_book(data, "a.xlsx")
    buffer = io.BytesIO()
    workbook = xlsxwriter.Workbook(buffer, {"strings_to_formulas": False, "nan_inf_to_errors": True})
    for number, sheet in enumerate(book.sheets[:6]):
        target = workbook.add_worksheet(f"{number} {sheet.name}"[:31].translate({ord(c): "_" for c in "[]:*?/\\'"}))
        for row, cells in enumerate(_spoilt_rows(sheet.rows, dice)):
            for column, cell in enumerate(cells):
                if cell is not None:
                    target.write(row, column, str(cell)[:32_000] if not isinstance(cell, (int, float)) else cell)
    workbook.close()
    return buffer.getvalue()


def _spoilt_rows(rows: list[list[object]], dice: random.Random) -> list[list[object]]:
    rows = [list(row) for row in rows[:600]]
    for _ in range(dice.choice((1, 5, 50)) if rows and rows[0] else 0):
        row = dice.choice(rows)
        row[dice.randrange(len(row))] = dice.choice(STRANGE)
    what = dice.randrange(6)
    if what == 0:
        dice.shuffle(rows)
    elif what == 1 and rows:
        rows.insert(dice.randrange(len(rows)), rows[dice.randrange(len(rows))])
    elif what == 2:
        rows = [row for row in rows if dice.random() > 0.2]
    elif what == 3 and rows:
        order = list(range(len(rows[0])))
        dice.shuffle(order)
        rows = [[row[place] for place in order] for row in rows]
    return rows


WAYS: dict[str, Callable[[bytes, random.Random], bytes]] = {
    "bita": spoil_bytes, "bagian": spoil_part, "sel": spoil_cells,
}  # fmt: skip


def reports(folder: Path, largest: int) -> Iterator[Path]:
    """The files of the corpus that are not above the size, sorted."""
    for path in sorted(folder.glob("*/files/*/*")):
        if path.is_file() and path.stat().st_size <= largest:
            yield path


def read_spoilt(data: bytes, name: str) -> str:
    """'dibaca' or 'ditolak'; any other exception passes through."""
    try:
        read_report(data, name)
    except LokminError:
        return "ditolak"
    return "dibaca"


def one_round(path: Path, way: str, seed: str) -> tuple[str, float]:
    """The outcome and the seconds of one spoilt report; the outcome of a fault is its traceback."""
    dice = random.Random(seed)
    try:
        data = WAYS[way](path.read_bytes(), dice)
    except LokminError:
        return "tidak dapat dirusak", 0.0
    started = time.perf_counter()
    try:
        outcome = read_spoilt(data, path.name)
    except BaseException as error:  # whatever escapes is what this script looks for
        if isinstance(error, KeyboardInterrupt):
            raise
        outcome = traceback.format_exc()
    return outcome, time.perf_counter() - started


def run(folder: Path, times: int, seed: int, largest: int) -> int:
    """Spoils and reads all; prints a table of outcomes; returns the number of faults."""
    outcomes: Counter[str] = Counter()
    faults, slowest = 0, 0.0
    for path in reports(folder, largest):
        for number in range(times):
            way = list(WAYS)[number % len(WAYS)]
            name = f"{seed}/{path.parent.name}/{way}/{number}"
            outcome, seconds = one_round(path, way, name)
            used = psutil.Process().memory_info().rss / 2**20
            slowest = max(slowest, seconds)
            if outcome.startswith("Traceback") or seconds > SECONDS or used > MEGABYTES:
                faults += 1
                print(f"== {name}: {seconds:.1f} detik, {used:.0f} MB\n{outcome}", flush=True)
            outcomes[outcome.splitlines()[0]] += 1
    print(f"{dict(outcomes)}; cacat {faults}; terlama {slowest:.1f} detik")
    return faults


def main() -> int:
    """Command line: see the head of this file."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--kali", type=int, default=6, help="berapa kali tiap laporan dirusak")
    parser.add_argument("--benih", type=int, default=1, help="benih acak")
    parser.add_argument("--terbesar", type=int, default=2_000_000, help="ukuran berkas terbesar (bita)")
    given = parser.parse_args()
    faults.REFUSED = ()  # they are what is looked for
    if not os.environ.get("LOKMIN_CORPUS"):
        print("LOKMIN_CORPUS belum disetel.", file=sys.stderr)
        return 2
    return 1 if run(Path(os.environ["LOKMIN_CORPUS"]), given.kali, given.benih, given.terbesar) else 0


if __name__ == "__main__":
    sys.exit(main())
