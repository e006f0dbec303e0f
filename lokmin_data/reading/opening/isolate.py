"""Runs the parsers where a crash, a runaway or a flood of memory cannot take the application down.

Each file is looked through and parsed in a child process of a bare interpreter (`openers`, `opener`): no fork of the
server, no `multiprocessing` (which would run the dashboard again), no temporary file.  A workbook comes sheet by sheet,
so that this process understands the first ones while the child parses the next, on the other core.
"""

from __future__ import annotations

import io
import pickle
from collections.abc import Iterator
from datetime import date, datetime
from itertools import chain
from typing import Any

from lokmin_data.reading.opening.cannot_open import CannotOpen, megabytes
from lokmin_data.reading.opening.limits import Limits
from lokmin_data.reading.opening.openers import FORKS, Opener, opener

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
    asked = opener()
    asked.ask(data, file_name, limits)
    answers = _answers(asked, limits)
    kind, first = next(answers)
    return kind, chain(first, (sheet for _, sheets in answers for sheet in sheets))


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
