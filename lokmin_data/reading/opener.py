"""The opening process: reads a file from stdin, writes its plain sheets to stdout, and may die without harm.

Started by `isolate` as a script, with nothing but the standard library, calamine and lxml within reach.  It has no
temporary files, writes nothing but its answer, and leaves no core dump (the file may hold names of persons).
"""

from __future__ import annotations

import pickle
import sys
import types
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
DAMAGED = {"code": "berkas-rusak", "found": "tidak terbaca", "expected": "", "sheet": "", "cell": ""}


def _make_room() -> None:
    """Makes `lokmin_data.reading` importable without running its `__init__`, which loads the whole reader."""
    for name in ("lokmin_data", "lokmin_data.reading"):
        package = types.ModuleType(name)
        package.__path__ = [str(ROOT.joinpath(*name.split(".")))]
        sys.modules[name] = package
    sys.path.extend(sys.argv[4:])


def _limit_memory(memory_bytes: int, seconds: int) -> None:
    """Caps memory and processor time where the system can (not on Windows: there the time limit of the parent holds)."""
    try:
        import resource
    except ImportError:
        return
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    resource.setrlimit(resource.RLIMIT_AS, (memory_bytes, memory_bytes))
    resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds + 1))


def _answer(data: bytes, file_name: str, limits_text: str) -> bytes:
    from lokmin_data.reading.formats import parse
    from lokmin_data.reading.limits import CannotOpen, Limits

    limits = Limits(*(float(text) if "." in text else int(text) for text in limits_text.split(",")))
    try:
        answer = pickle.dumps(("opened", *parse(data, file_name, limits)), protocol=5)
    except CannotOpen as error:
        return pickle.dumps(("refused", error.fields), protocol=5)
    except MemoryError:
        return pickle.dumps(("refused", {**DAMAGED, "code": "berkas-terlalu-besar", "found": "isinya"}), protocol=5)
    except BaseException:  # calamine's PanicException is no Exception; whatever it was, the file was not readable
        return pickle.dumps(("refused", DAMAGED), protocol=5)
    if len(answer) > limits.answer_bytes:
        return pickle.dumps(("refused", {**DAMAGED, "code": "berkas-terlalu-besar", "found": "isinya"}), protocol=5)
    return answer


def main() -> None:
    """argv: memory bytes, limits as numbers, file name, folders of the libraries."""
    _make_room()
    limits_text = sys.argv[2]
    _limit_memory(int(sys.argv[1]), 30)
    sys.stdout.buffer.write(_answer(sys.stdin.buffer.read(), sys.argv[3], limits_text))


if __name__ == "__main__":
    main()
