"""Runs the parsers where a crash, a runaway or a flood of memory cannot take the application down.

Each file is parsed in a child process of a bare interpreter (`openers`, `opener`): no fork of the server, no
`multiprocessing` (which would run the dashboard again), no temporary file.  While the child parses a package of
ordinary size, this process looks through the package's XML (`formats.extras`), on the other core; what is large
or unusual is looked through in the child, before it is parsed.
"""

from __future__ import annotations

import io
import pickle
from collections.abc import Iterator
from datetime import date, datetime
from typing import Any
from zipfile import ZipFile

from lokmin_data.reading.cannot_open import CannotOpen, megabytes
from lokmin_data.reading.formats import add_extras, extras
from lokmin_data.reading.guard import open_package, package_kind, sniff
from lokmin_data.reading.limits import Limits
from lokmin_data.reading.openers import FORKS, Opener, opener
from lokmin_data.reading.xlsx_parts import UnusualXml

Sheets = Iterator[dict[str, Any]]
_BUILT = {"date": date, "datetime": datetime}


class _PlainUnpickler(pickle.Unpickler):
    """Builds dates and nothing else: an answer can carry data, never code."""

    def find_class(self, module: str, name: str) -> Any:
        if module == "datetime" and name in _BUILT:
            return _BUILT[name]
        raise pickle.UnpicklingError(f"{module}.{name} is no plain data")


def open_isolated(data: bytes, file_name: str, limits: Limits) -> tuple[str, Sheets]:
    """The format and, one by one as they are parsed, the plain sheets of a file; CannotOpen, from here or from the
    sheets, where it is refused, does not end in time, or dies."""
    if len(data) > limits.file_bytes:
        raise CannotOpen("berkas-terlalu-besar", megabytes(len(data)), megabytes(limits.file_bytes))
    if sniff(data) == "zip":
        with open_package(data, limits) as package:
            kind = package_kind(package)
            if kind == "arsip":
                raise CannotOpen("berkas-tidak-dikenal", "arsip ZIP")
            if kind in ("xlsx", "xlsm") and sum(info.file_size for info in package.infolist()) <= limits.light_bytes:
                sheets = _open_side_by_side(data, package, kind, limits)
                if sheets is not None:
                    return kind, sheets
    ((kind, sheets),) = _answers(_asked("semua", data, file_name, limits), limits)
    return kind, iter(sheets)


def _open_side_by_side(data: bytes, package: ZipFile, kind: str, limits: Limits) -> Sheets | None:
    """Parses in the child while the package is looked through here; a bad package stops the child; None for unusual XML."""
    child = _asked("sel", data, "", limits)
    try:
        found = extras(package, kind, limits, rewrite=False)
    except (ValueError, LookupError, MemoryError, OverflowError) as error:
        child.stop()
        raise CannotOpen("berkas-rusak", "susunan XML tidak terbaca") from error
    except CannotOpen:
        child.stop()
        raise
    except UnusualXml:
        child.stop()
        return None
    return (sheet for _, sheets in _answers(child, limits) for sheet in add_extras(sheets, found))


def _asked(job: str, data: bytes, file_name: str, limits: Limits) -> Opener:
    asked = opener()
    asked.ask(job, data, file_name, limits)
    return asked


def _answers(asked: Opener, limits: Limits) -> Iterator[tuple[str, list[dict[str, Any]]]]:
    """What the child says of the bytes, (format, sheets) by part; CannotOpen where it refuses, is too slow, or ends
    without an answer.  Where the system cannot limit the child, everything is taken before anything is used: only who
    waits for it can watch it."""
    parts = asked.answer(limits)
    for part in parts if FORKS else list(parts):
        answer = _PlainUnpickler(io.BytesIO(part)).load()
        if answer[0] == "refused":
            list(parts)  # nothing but the end: the process waits for the next file
            raise CannotOpen(**answer[1])
        yield answer[1], answer[2]
