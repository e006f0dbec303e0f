"""Runs the parsers where a crash, a runaway or a flood of memory cannot take the application down.

One child process a file, a bare interpreter that starts in 25 ms: no fork of the server, no `multiprocessing`
(which would run the dashboard again), no temporary file.  While it parses a package of ordinary size, this process
looks through the package's XML (`formats.extras`), on the other core; what is large or unusual is looked through
in the child, before it is parsed.
"""

from __future__ import annotations

import io
import pickle
import subprocess
import sys
from datetime import date, datetime
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any
from zipfile import ZipFile

from lokmin_data.reading.cannot_open import CannotOpen, megabytes
from lokmin_data.reading.formats import add_extras, extras
from lokmin_data.reading.guard import open_package, package_kind, sniff
from lokmin_data.reading.limits import Limits
from lokmin_data.reading.xlsx_parts import UnusualXml

OPENER = Path(__file__).with_name("opener.py")
LIBRARIES = ("python_calamine", "lxml")
LONGEST_NAME = 200
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
                try:
                    return kind, _open_side_by_side(data, package, kind, limits)
                except UnusualXml:
                    return _answer(_start("semua", file_name, limits), data, limits)
    return _answer(_start("semua", file_name, limits), data, limits)


def _open_side_by_side(data: bytes, package: ZipFile, kind: str, limits: Limits) -> Sheets:
    """Parses in the child while the package is looked through here; a bad package stops the child."""
    from threading import Thread

    child = _start("sel", "", limits)
    answer: list[Any] = []
    waiting = Thread(target=_collect, args=(child, data, limits, answer), daemon=True)
    waiting.start()
    try:
        found = extras(package, kind, limits, rewrite=False)
    except (ValueError, LookupError, MemoryError, OverflowError) as error:
        child.kill()
        raise CannotOpen("berkas-rusak", "susunan XML tidak terbaca") from error
    except (CannotOpen, UnusualXml):
        child.kill()
        raise
    finally:
        waiting.join()
    if isinstance(answer[0], CannotOpen):
        raise answer[0]
    return add_extras(answer[0][1], found)


def _collect(child: subprocess.Popen[bytes], data: bytes, limits: Limits, answer: list[Any]) -> None:
    try:
        answer.append(_answer(child, data, limits))
    except CannotOpen as error:
        answer.append(error)


@cache
def _library_folders() -> tuple[str, ...]:
    """Where calamine and lxml are installed; the child sees these folders only."""
    specs = [find_spec(name) for name in LIBRARIES]
    return tuple(dict.fromkeys(str(Path(spec.origin).parents[1]) for spec in specs if spec and spec.origin))


def _start(job: str, file_name: str, limits: Limits) -> subprocess.Popen[bytes]:
    numbers = ",".join(f"{name}={number}" for name, number in limits._asdict().items())
    printable = "".join(letter for letter in file_name if letter.isprintable())[-LONGEST_NAME:]
    return subprocess.Popen(
        [sys.executable, "-I", "-S", "-X", "utf8", str(OPENER), job, numbers, printable, *_library_folders()],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
    )  # fmt: skip


def _answer(child: subprocess.Popen[bytes], data: bytes, limits: Limits) -> tuple[str, Sheets]:
    """What the child says of the bytes; CannotOpen where it refuses, is too slow, or ends without an answer."""
    with child:
        try:
            output, _ = child.communicate(data, timeout=limits.seconds)
        except subprocess.TimeoutExpired as error:
            child.kill()
            raise CannotOpen("berkas-terlalu-lama", expected=f"{limits.seconds:.0f} detik") from error
    if child.returncode != 0 or not output:
        raise CannotOpen("berkas-rusak", "pembacanya terhenti")
    answer = _PlainUnpickler(io.BytesIO(output)).load()
    if answer[0] == "refused":
        raise CannotOpen(**answer[1])
    return answer[1], answer[2]
