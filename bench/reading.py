"""Reading: in process against the bare parser, as a command against pandas, a district's batch against both."""

from __future__ import annotations

import io
import os
from collections.abc import Iterator
from pathlib import Path

from bench.measure import Line, Skipped, paired_ratio, process, python

#: Targets: times the bare parser in process; times pandas.read_excel with openpyxl as a process.
IN_PROCESS_LIMIT = 3.0
COMMAND_LIMIT = 0.5
PANDAS_SCRIPT = "import sys, pandas; pandas.read_excel(sys.argv[1], sheet_name=None, engine='openpyxl')"


def largest_real_workbook() -> Path | None:
    """The largest real workbook of the corpus, or None where LOKMIN_CORPUS is not set."""
    corpus = os.environ.get("LOKMIN_CORPUS")
    found = sorted(Path(corpus, "real", "files").rglob("*.xlsx"), key=lambda path: path.stat().st_size) if corpus else []
    return found[-1] if found else None


def bare_parse(data: bytes) -> None:
    """Every cell of every sheet through the parser alone."""
    import python_calamine

    book = python_calamine.CalamineWorkbook.from_filelike(io.BytesIO(data))
    for name in book.sheet_names:
        book.get_sheet_by_name(name).to_python(skip_empty_area=False)


def lines(*, runs: int) -> Iterator[Line | Skipped]:
    """In process and as a command, on the largest real workbook."""
    path = largest_real_workbook()
    if path is None:
        yield Skipped("baca buku kerja nyata", "LOKMIN_CORPUS tidak ditetapkan")
        return
    from lokmin_data.reading import read_report

    data = path.read_bytes()
    ratio, ours, bare = paired_ratio(lambda: read_report(data, path.name), lambda: bare_parse(data), runs=runs)
    yield Line("baca buku kerja nyata, dalam proses", ratio, IN_PROCESS_LIMIT, "x pengurai polos", f"{ours:.3f} s : {bare:.3f} s")
    ratio, ours, theirs = paired_ratio(
        process(python("-m", "lokmin_data", "read", str(path))), process(python("-c", PANDAS_SCRIPT, str(path))), runs=max(2, runs // 2)
    )
    yield Line("perintah read", ratio, COMMAND_LIMIT, "x pandas+openpyxl", f"{ours:.2f} s : {theirs:.2f} s")
