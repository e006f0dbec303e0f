"""The opening process: reads a file from stdin, writes its plain sheets to stdout, and may die without harm.

Started by `isolate` as a script, with nothing but the standard library, calamine and lxml within reach.  It has no
temporary files, writes nothing but its answer, and leaves no core dump (the file may hold names of persons).
"""

import gc
import sys
from _pickle import dumps
from os.path import abspath, dirname, join

ROOT = dirname(dirname(dirname(abspath(__file__))))
EXTRA_SECONDS = 5
DAMAGED = {"code": "berkas-rusak", "found": "tidak terbaca", "expected": "", "sheet": "", "cell": ""}
TOO_LARGE = {**DAMAGED, "code": "berkas-terlalu-besar", "found": "isinya", "expected": "beberapa juta sel"}


class _Limits:
    """The numbers of `limits.Limits`, as they came on the command line: 'sheets=400,rows=1048576'."""

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
    """Caps memory and processor time where the system can (not on Windows: there the parent's time limit holds)."""
    try:
        import resource
    except ImportError:
        return
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    resource.setrlimit(resource.RLIMIT_AS, (limits.memory_bytes, limits.memory_bytes))
    resource.setrlimit(resource.RLIMIT_CPU, (int(limits.seconds), int(limits.seconds) + EXTRA_SECONDS))


def _open(job: str, data: bytes, file_name: str, limits: _Limits) -> tuple:
    """('opened', format, sheets) or ('refused', fields).  The job `sel` parses a workbook whose package the parent
    looks through at the same time; `semua` does everything here."""
    from lokmin_data.reading.cannot_open import CannotOpen

    try:
        if job == "sel":
            from lokmin_data.reading.cells import read_workbook

            return "opened", "", read_workbook(data, limits)
        from lokmin_data.reading.formats import parse

        return "opened", *parse(data, file_name, limits)
    except CannotOpen as error:
        return "refused", error.fields
    except MemoryError:
        return "refused", TOO_LARGE
    except BaseException:  # calamine's PanicException is no Exception; whatever it was, the file was not readable
        return "refused", DAMAGED


def main() -> None:
    """argv: job, limits, file name, folders of the libraries."""
    job, limits, file_name = sys.argv[1], _Limits(sys.argv[2]), sys.argv[3]
    gc.disable()  # the process lives for one file; collecting would look at every row again and again
    _make_room(sys.argv[4:])
    _limit_memory(limits)
    answer = dumps(_open(job, sys.stdin.buffer.read(), file_name, limits), 5)
    if len(answer) > limits.answer_bytes:
        answer = dumps(("refused", TOO_LARGE), 5)
    sys.stdout.buffer.write(answer)


if __name__ == "__main__":
    main()
