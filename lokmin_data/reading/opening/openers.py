"""The opening processes of this application: kept warm, one file at a time each, thrown away when one misbehaves."""

from __future__ import annotations

import atexit
import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import suppress
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from queue import Empty, SimpleQueue
from typing import IO

from lokmin_data.reading.opening.cannot_open import CannotOpen
from lokmin_data.reading.opening.limits import Limits
from lokmin_data.reading.opening.watch import memory_of

OPENER = Path(__file__).with_name("opener.py")
LIBRARIES = ("python_calamine", "lxml")
LONGEST_NAME = 200
SIZE_BYTES = 8
#: A process that forks for each file is used again; elsewhere the next one waits, its libraries loaded.
FORKS = hasattr(os, "fork")
#: So many wait between two files (9 MB each); more are started where more threads read at one time, and ended afterwards.
MOST_IDLE = 1
#: How often a process that takes long is asked for its memory; most files are read before the first look.
LOOK_SECONDS = 0.1
PIPE_BYTES = 1 << 20
_IDLE: list[Opener] = []


class Opener:
    """One opening process.  `ask` it about a file, then take its `answer`; `stop` it where nobody wants that any more."""

    def __init__(self) -> None:
        self._process = subprocess.Popen(
            [sys.executable, "-I", "-S", "-X", "utf8", str(OPENER), *_library_folders()],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, start_new_session=FORKS,
        )  # fmt: skip
        _widen(self._process.stdin, self._process.stdout)

    @property
    def lives(self) -> bool:
        """False where the process has ended while it waited."""
        return self._process.poll() is None

    def ask(self, data: bytes, file_name: str, limits: Limits) -> None:
        """Hand over a file; a process that has ended meanwhile shows when the answer is taken."""
        numbers = ",".join(f"{name}={number}" for name, number in limits._asdict().items())
        printable = "".join(letter for letter in file_name if letter.isprintable())[-LONGEST_NAME:]
        head = "\n".join((numbers, printable, str(len(data)))).encode()
        assert self._process.stdin
        with suppress(OSError):
            self._process.stdin.write(len(head).to_bytes(SIZE_BYTES, "big") + head)
            self._process.stdin.write(data)
            self._process.stdin.flush()

    def answer(self, limits: Limits) -> Iterator[bytes]:
        """The parts of the answer as they come; CannotOpen where they are not there in time, or break off.

        Where nobody takes the last part, the process is ended.
        """
        parts: SimpleQueue[bytes | None] = SimpleQueue()
        reading = threading.Thread(target=self._read, args=(parts,), daemon=True)
        reading.start()
        end = time.monotonic() + limits.seconds
        whole = False
        try:
            while part := self._next(parts, end, limits):
                yield part
            whole = True
        finally:
            if not whole:
                self.stop()
            reading.join()
        _give_back(self)

    def _next(self, parts: SimpleQueue[bytes | None], end: float, limits: Limits) -> bytes:
        """The next part, empty behind the last one; CannotOpen where time or memory run out before it is there."""
        while True:
            with suppress(Empty):
                part = parts.get(timeout=min(LOOK_SECONDS, max(0.0, end - time.monotonic())))
                if part is None:
                    raise CannotOpen("berkas-rusak", "pembacanya terhenti")
                return part
            if time.monotonic() >= end:
                raise CannotOpen("berkas-terlalu-lama", expected=f"{limits.seconds:.0f} detik")
            if memory_of(self._process.pid) > limits.memory_bytes:
                raise CannotOpen("berkas-terlalu-besar", "isinya", "beberapa juta sel")

    def _read(self, parts: SimpleQueue[bytes | None]) -> None:
        """Put each part of the answer into the queue, an empty one at the end, None where they break off."""
        pipe = self._process.stdout
        assert pipe
        with suppress(ValueError, OSError):  # a pipe that was closed meanwhile
            while len(head := pipe.read(SIZE_BYTES)) == SIZE_BYTES:
                size = int.from_bytes(head, "big")
                part = pipe.read(size)
                if len(part) < size:
                    break
                parts.put(part)
                if not size:
                    return
        parts.put(None)

    def stop(self) -> None:
        """End the process and the child that holds the file, at once."""
        with suppress(ProcessLookupError):
            if FORKS:
                os.killpg(self._process.pid, signal.SIGKILL)
            else:
                self._process.kill()
        self.leave()

    def leave(self) -> None:
        """Say that no further file comes, and wait for the end."""
        for pipe in (self._process.stdin, self._process.stdout):
            with suppress(OSError):
                pipe.close()  # type: ignore[union-attr]
        self._process.wait()


def _widen(*pipes: IO[bytes] | None) -> None:
    """Let the pipes hold a whole sheet where the system can, so that neither side waits for the other at every 64 KiB."""
    with suppress(ImportError, AttributeError, OSError):
        import fcntl

        for pipe in pipes:
            fcntl.fcntl(pipe, fcntl.F_SETPIPE_SZ, PIPE_BYTES)  # type: ignore[arg-type]


def opener() -> Opener:
    """An opening process that is free: one that waits, else a new one."""
    while _IDLE:
        with suppress(IndexError):  # another thread was quicker
            waiting = _IDLE.pop()
            if waiting.lives:
                return waiting
    return Opener()


def _give_back(used: Opener) -> None:
    if len(_IDLE) >= MOST_IDLE:
        used.leave()
    elif FORKS:
        _IDLE.append(used)
    else:
        used.leave()
        _IDLE.append(Opener())


@cache
def _library_folders() -> tuple[str, ...]:
    """Where calamine and lxml are installed; the opening process sees these folders only."""
    specs = [find_spec(name) for name in LIBRARIES]
    return tuple(dict.fromkeys(str(Path(spec.origin).parents[1]) for spec in specs if spec and spec.origin))


@atexit.register
def _leave_all() -> None:
    while _IDLE:
        _IDLE.pop().leave()


if FORKS:  # a fork of the application must not talk through its parent's pipes
    os.register_at_fork(after_in_child=_IDLE.clear)
