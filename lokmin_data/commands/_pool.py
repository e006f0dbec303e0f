"""Reading many files on every core of the machine, in their order; a file that kills its reader loses itself alone."""

from __future__ import annotations

import gc
import multiprocessing
import os
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import BrokenExecutor, Executor, Future, ProcessPoolExecutor, ThreadPoolExecutor
from contextlib import suppress
from typing import TypeVar

Job = TypeVar("Job")
Result = TypeVar("Result")
#: So many files a core are read ahead of the one that is stored: a large batch is never held in memory.
AHEAD = 2


class ReaderDied(Exception):
    """The process that read a file has ended without an answer."""


class Readers:
    """Processes for a batch; a single file is read in this one.  A pool that a file has broken is replaced."""

    def __init__(self, count: int) -> None:
        self._size = min(os.cpu_count() or 1, count)
        self._pool: Executor = _processes(self._size) if count > 1 else ThreadPoolExecutor(1)

    def __enter__(self) -> Readers:
        gc.freeze()  # what is loaded stays: looking it through again and again costs time here, and each child a copy of it
        return self

    def __exit__(self, *_: object) -> None:
        self._pool.shutdown()
        gc.unfreeze()

    def submit(self, read: Callable[[Job], Result], job: Job) -> Future[Result]:
        """The reading of a job, on its way."""
        try:
            return self._pool.submit(read, job)
        except BrokenExecutor:
            self._pool.shutdown()
            self._pool = _processes(self._size)
            return self._pool.submit(read, job)


def readers(count: int) -> Readers:
    """Readers for a batch of so many files."""
    return Readers(count)


def in_order(
    pool: Readers, read: Callable[[Job], Result], jobs: Iterable[Job], lost: Callable[[Job], Result] | None = None
) -> Iterator[tuple[Job, Result]]:
    """Each job with what `read` (a function of a module, or a partial of one) makes of it, in the order of the jobs.

    `lost` says what stands for a job whose reader died; without it ReaderDied is raised.
    """
    waiting: deque[tuple[Job, Future[Result]]] = deque()
    ahead = AHEAD * (os.cpu_count() or 1)
    for job in jobs:
        waiting.append((job, pool.submit(read, job)))
        if len(waiting) > ahead:
            yield _taken(*waiting.popleft(), read, lost)
    while waiting:
        yield _taken(*waiting.popleft(), read, lost)


def _taken(
    job: Job, future: Future[Result], read: Callable[[Job], Result], lost: Callable[[Job], Result] | None
) -> tuple[Job, Result]:
    """The job with its result.  A dead process takes every waiting job of its pool with it, and nobody knows which of
    them it read: each of those is read once more, in a process of its own."""
    with suppress(BrokenExecutor):
        return job, future.result()
    try:
        with _processes(1) as alone:
            return job, alone.submit(read, job).result()
    except BrokenExecutor as error:
        if lost is None:
            raise ReaderDied(str(job)) from error
        return job, lost(job)


def _processes(count: int) -> ProcessPoolExecutor:
    """So many processes; what every reading needs is loaded before they part, so that each does not load it again."""
    from lokmin_data.reading.words.vocabulary import vocabulary

    vocabulary()
    way = "fork" if "fork" in multiprocessing.get_all_start_methods() else "spawn"
    return ProcessPoolExecutor(count, mp_context=multiprocessing.get_context(way))
