"""Runs the parsers where a crash, a runaway or a flood of memory cannot take the application down.

Each file is parsed in a child process of a bare interpreter (`openers`, `opener`): no fork of the server, no
`multiprocessing` (which would run the dashboard again), no temporary file.  While the child parses a package of
ordinary size, this process looks through the package's XML (`formats.extras`), on the other core; what is large
or unusual is looked through in the child, before it is parsed.
"""

from __future__ import annotations

import io
import pickle
from datetime import date, datetime
from typing import Any
from zipfile import ZipFile

from lokmin_data.reading.cannot_open import CannotOpen, megabytes
from lokmin_data.reading.formats import add_extras, extras
from lokmin_data.reading.guard import open_package, package_kind, sniff
from lokmin_data.reading.limits import Limits
from lokmin_data.reading.openers import Opener, opener
from lokmin_data.reading.xlsx_parts import UnusualXml

Sheets = list[dict[str, Any]]
_BUILT = {"date": date, "datetime": datetime}


class _PlainUnpickler(pickle.Unpickler):
    """Builds dates and nothing else: an answer can carry data, never code."""

    def find_class(self, module: str, name: str) -> Any:
        if module == "datetime" and name in _BUILT:
            return _BUILT[name]
        raise pickle.UnpicklingError(f"{module}.{name} is no plain data")


def open_isolated(data: bytes, file_name: str, limits: Limits) -> tuple[str, Sheets]:
    """The format and plain sheets of a file; CannotOpen where it is refused, does not end in time, or dies."""
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
    return _answer(_asked("semua", data, file_name, limits), limits)


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
    return add_extras(_answer(child, limits)[1], found)


def _asked(job: str, data: bytes, file_name: str, limits: Limits) -> Opener:
    asked = opener()
    asked.ask(job, data, file_name, limits)
    return asked


def _answer(asked: Opener, limits: Limits) -> tuple[str, Sheets]:
    """What the child says of the bytes; CannotOpen where it refuses, is too slow, or ends without an answer."""
    answer = _PlainUnpickler(io.BytesIO(asked.answer(limits))).load()
    if answer[0] == "refused":
        raise CannotOpen(**answer[1])
    return answer[1], answer[2]
