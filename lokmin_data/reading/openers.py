"""The opening processes of this application: kept warm, one file at a time each, thrown away when one misbehaves."""

from __future__ import annotations

import atexit
import os
import signal
import subprocess
import sys
import threading
import time
from contextlib import suppress
from functools import cache
from importlib.util import find_spec
from pathlib import Path

from lokmin_data.reading.cannot_open import CannotOpen
from lokmin_data.reading.limits import Limits
from lokmin_data.reading.watch import memory_of

OPENER = Path(__file__).with_name("opener.py")
LIBRARIES = ("python_calamine", "lxml")
LONGEST_NAME = 200
SIZE_BYTES = 8
#: A process that forks for each file is used again; elsewhere the next one waits, its libraries loaded.
FORKS = hasattr(os, "fork")
#: So many wait between two files; more are started where more threads read at one time, and ended afterwards.
MOST_IDLE = 2
#: How often a process that takes long is asked for its memory; most files are read before the first look.
LOOK_SECONDS = 0.1
_IDLE: list[Opener] = []


class Opener:
    """One opening process.  `ask` it about a file, then take its `answer`; `stop` it where nobody wants that any more."""

    def __init__(self) -> None:
        self._process = subprocess.Popen(
            [sys.executable, "-I", "-S", "-X", "utf8", str(OPENER), *_library_folders()],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, start_new_session=FORKS,
        )  # fmt: skip

    @property
    def lives(self) -> bool:
        """False where the process has ended while it waited."""
        return self._process.poll() is None

    def ask(self, job: str, data: bytes, file_name: str, limits: Limits) -> None:
        """Hand over a file; a process that has ended meanwhile shows when the answer is taken."""
        numbers = ",".join(f"{name}={number}" for name, number in limits._asdict().items())
        printable = "".join(letter for letter in file_name if letter.isprintable())[-LONGEST_NAME:]
        head = "\n".join((job, numbers, printable, str(len(data)))).encode()
        assert self._process.stdin
        with suppress(OSError):
            self._process.stdin.write(len(head).to_bytes(SIZE_BYTES, "big") + head)
            self._process.stdin.write(data)
            self._process.stdin.flush()

    def answer(self, limits: Limits) -> bytes:
        """The answer as it came; CannotOpen where there is none in time, or none at all."""
        answer: list[bytes] = []
        reading = threading.Thread(target=lambda: answer.append(self._read()), daemon=True)
        reading.start()
        refusal = self._exceeded(reading, limits)
        if refusal is not None:
            self.stop()
            reading.join()
            raise refusal
        if not answer[0]:
            self.stop()
            raise CannotOpen("berkas-rusak", "pembacanya terhenti")
        _give_back(self)
        return answer[0]

    def _exceeded(self, reading: threading.Thread, limits: Limits) -> CannotOpen | None:
        """Wait for the answer; what is to be said where time or memory run out before it is there."""
        end = time.monotonic() + limits.seconds
        while reading.is_alive():
            reading.join(min(LOOK_SECONDS, max(0.0, end - time.monotonic())))
            if reading.is_alive() and time.monotonic() >= end:
                return CannotOpen("berkas-terlalu-lama", expected=f"{limits.seconds:.0f} detik")
            if reading.is_alive() and memory_of(self._process.pid) > limits.memory_bytes:
                return CannotOpen("berkas-terlalu-besar", "isinya", "beberapa juta sel")
        return None

    def _read(self) -> bytes:
        assert self._process.stdout
        size = int.from_bytes(self._process.stdout.read(SIZE_BYTES), "big")
        answer = self._process.stdout.read(size)
        return answer if len(answer) == size else b""

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
