"""What becomes of a fault of the reader itself: its file is refused in words, whatever else is read with it goes on."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps
from pathlib import Path
from traceback import extract_tb
from typing import ParamSpec, TypeVar

from lokmin_data.model import LokminError, Problem
from lokmin_data.reading.opening.refusal import Refused

Given, Result = ParamSpec("Given"), TypeVar("Result")
#: What is refused in words; nothing where the tests and the benches look for faults.
REFUSED: tuple[type[Exception], ...] = (Exception,)


@dataclass(frozen=True, kw_only=True)
class ReaderFault(Problem):
    """The reader itself failed over a file."""

    code = "kesalahan-pembaca"
    severity = "error"
    what = "Berkas ini belum dapat dibaca karena kesalahan pada program ({found}); tidak ada angkanya yang dipakai."
    fix = (
        "Rapikan tabelnya lalu unggah ulang, atau kirimkan bentuk laporannya (tanpa nama orang) beserta keterangan dalam kurung itu "
        "kepada pengelola aplikasi."
    )


def faults_refused(read: Callable[Given, Result]) -> Callable[Given, Result]:
    """The function with whatever goes wrong in it raised as Refused: nobody is shown a traceback, and one file cannot stop a batch.

    What the error says may hold the text of a cell, a person's name, so that only its kind and its place in the program are
    passed on.
    """

    @wraps(read)
    def guarded(*given: Given.args, **named: Given.kwargs) -> Result:
        try:
            return read(*given, **named)
        except LokminError:
            raise
        except REFUSED as error:
            fault = ReaderFault(found=_place_of(error))
        raise Refused(fault)

    return guarded


def _place_of(error: Exception) -> str:
    """The kind of an error and where it arose: `KeyError, areas.py:120`."""
    *_, last = extract_tb(error.__traceback__)
    return f"{type(error).__name__}, {Path(last.filename).name}:{last.lineno}"
