"""Runs the parsers where a crash, a runaway or a flood of memory cannot take the application down.

A child process a file, started as a script with a bare interpreter (about 40 ms): no fork of the server, no
`multiprocessing` (which would run the dashboard again), no temporary file.  Several files at once use all cores
when they are opened from several threads.
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

from lokmin_data.reading.limits import CannotOpen, Limits

OPENER = Path(__file__).with_name("opener.py")
LIBRARIES = ("python_calamine", "lxml")
_BUILT = {"date": date, "datetime": datetime}


class _PlainUnpickler(pickle.Unpickler):
    """Builds dates and nothing else: an answer can carry data, never code."""

    def find_class(self, module: str, name: str) -> Any:
        if module == "datetime" and name in _BUILT:
            return _BUILT[name]
        raise pickle.UnpicklingError(f"{module}.{name} is no plain data")


@cache
def _library_folders() -> tuple[str, ...]:
    """Where calamine and lxml are installed; the child sees these folders only."""
    folders = []
    for name in LIBRARIES:
        spec = find_spec(name)
        if spec and spec.origin:
            folders.append(str(Path(spec.origin).parents[1]))
    return tuple(dict.fromkeys(folders))


def _command(file_name: str, limits: Limits) -> list[str]:
    numbers = ",".join(map(str, limits))
    printable = "".join(letter for letter in file_name if letter.isprintable())[:255]
    return [
        sys.executable, "-I", "-S", "-X", "utf8", str(OPENER),
        str(limits.memory_bytes), numbers, printable, *_library_folders(),
    ]  # fmt: skip


def open_isolated(data: bytes, file_name: str, limits: Limits) -> tuple[str, list[dict[str, Any]]]:
    """The format and plain sheets of a file, parsed in a process of its own; CannotOpen where it is refused,
    does not end in time, or dies."""
    try:
        done = subprocess.run(  # noqa: S603 - our own interpreter and script
            _command(file_name, limits), input=data, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
            timeout=limits.seconds, check=False,
        )  # fmt: skip
    except subprocess.TimeoutExpired as error:
        raise CannotOpen("berkas-terlalu-lama", expected=f"{limits.seconds:.0f} detik") from error
    if done.returncode != 0 or not done.stdout:
        raise CannotOpen("berkas-rusak", "pembacanya terhenti")
    answer = _PlainUnpickler(io.BytesIO(done.stdout)).load()
    if answer[0] == "refused":
        raise CannotOpen(**answer[1])
    return answer[1], answer[2]
