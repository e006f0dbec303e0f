"""The opening process: takes jobs from stdin, answers with plain sheets on stdout; each file in a fork that may die.

Started by `isolate` as a script, with nothing but the standard library, calamine and lxml within reach.  It loads
the parsers once and forks for every file, so that a file neither waits for their loading nor finds anything of
the file before it; where a system cannot fork, the process itself takes one file and ends.  It has no temporary
files, writes nothing but its answers, and leaves no core dump (a file may hold names of persons).
"""

import gc
import os
import sys
from _pickle import dumps
from os.path import abspath, dirname, join

try:
    import resource
except ImportError:  # Windows
    resource = None  # type: ignore[assignment]

ROOT = dirname(dirname(dirname(dirname(abspath(__file__)))))
EXTRA_SECONDS = 5
SIZE_BYTES = 8
#: How a child ends to which no file came.
NO_JOB = 3
DAMAGED = {"code": "berkas-rusak", "found": "tidak terbaca", "expected": "", "sheet": "", "cell": ""}
TOO_LARGE = {**DAMAGED, "code": "berkas-terlalu-besar", "found": "isinya", "expected": "beberapa juta sel"}


class _Limits:
    """The numbers of `limits.Limits`, as they came with the job: 'sheets=400,rows=1048576'."""

    def __init__(self, text: str):
        for part in text.split(","):
            name, _, number = part.partition("=")
            setattr(self, name, float(number) if "." in number else int(number))


def _make_room(folders: list[str]) -> None:
    """Makes `lokmin_data.reading` importable without running its `__init__`, which loads the whole reader."""
    for name in ("lokmin_data", "lokmin_data.reading"):
        package = type(sys)(name)
        package.__path__ = [join(ROOT, *name.split("."))]
        sys.modules[name] = package
    sys.path.extend(folders)


def _limit_memory(limits: _Limits) -> None:
    """Caps memory and processor time where the system can; elsewhere the parent watches both (`openers`)."""
    if resource is None:
        return
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    resource.setrlimit(resource.RLIMIT_AS, (limits.memory_bytes, limits.memory_bytes))
    seconds = max(1, int(limits.seconds))
    resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds + EXTRA_SECONDS))


def _open(data: bytes, file_name: str, limits: _Limits):
    """Yields ('opened', format, sheets) once or more, or ('refused', fields) and no more."""
    from lokmin_data.reading.opening.cannot_open import CannotOpen
    from lokmin_data.reading.opening.formats import parse

    try:
        for kind, sheets in parse(data, file_name, limits):
            yield "opened", kind, sheets
    except CannotOpen as error:
        yield "refused", error.fields
    except MemoryError:
        yield "refused", TOO_LARGE
    except BaseException:  # calamine's PanicException is no Exception; whatever it was, the file was not readable
        yield "refused", DAMAGED


def _read(size: int) -> bytes:
    """So many bytes of stdin, fewer at its end; unbuffered, so that a fork finds what the process has not read."""
    parts = []
    while size > 0 and (part := os.read(0, min(size, 1 << 20))):
        parts.append(part)
        size -= len(part)
    return b"".join(parts)  # mostly one, which is not copied


def _answer(numbers: str, file_name: str, size: str) -> None:
    """Reads the file of a job, writes the parts of the answer, each with its length before it, and a part of no length;
    ends the process."""
    limits = _Limits(numbers)
    _limit_memory(limits)
    room = limits.answer_bytes
    with open(1, "wb") as out:
        for part in _open(_read(int(size)), file_name, limits):
            answer = dumps(part, 5)
            room -= len(answer)
            if room < 0:
                answer = dumps(("refused", TOO_LARGE), 5)
            out.write(len(answer).to_bytes(SIZE_BYTES, "big") + answer)
            out.flush()
            if room < 0:
                break
        out.write(bytes(SIZE_BYTES))
    os._exit(0)


def main() -> None:
    """argv: folders of the libraries.  A job: its head's length, its head (limits, file name, size), the file."""
    gc.disable()  # a process lives for one file; collecting would look at every row again and again
    _make_room(sys.argv[1:])
    import python_calamine  # noqa: F401 - loaded before the first file comes

    import lokmin_data.reading.opening.xlsx_scanner  # noqa: F401
    from lokmin_data.reading.opening.formats import parse
    from lokmin_data.reading.opening.warming import small_workbook, warm

    workbook = small_workbook()
    while True:
        child = os.fork() if hasattr(os, "fork") else 0  # it stands ready when the file comes: forking takes as long as a small file
        if child == 0:
            warm(parse, workbook)
            head = _read(int.from_bytes(_read(SIZE_BYTES), "big"))
            if not head:
                os._exit(NO_JOB)
            _answer(*head.decode("utf-8").split("\n"))
        ended = os.waitpid(child, 0)[1]
        if ended:
            os._exit(os.waitstatus_to_exitcode(ended) != NO_JOB)  # what a dead child has left unread is no job


if __name__ == "__main__":
    main()
