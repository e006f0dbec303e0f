"""Reading many files on every core of the machine, in their order."""

from __future__ import annotations

import multiprocessing
import os
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Executor, Future, ProcessPoolExecutor, ThreadPoolExecutor
from typing import TypeVar

Job = TypeVar("Job")
Result = TypeVar("Result")
#: So many files a core are read ahead of the one that is stored: a large batch is never held in memory.
AHEAD = 2


def readers(count: int) -> Executor:
    """Processes for a batch of so many files; a single file is read in this one.

    What every reading needs is loaded before the processes part, so that each core does not load it again.
    """
    cores = os.cpu_count() or 1
    if count < 2 or cores < 2:
        return ThreadPoolExecutor(1)
    from lokmin_data.reading.words import vocabulary

    vocabulary()
    way = "fork" if "fork" in multiprocessing.get_all_start_methods() else "spawn"
    return ProcessPoolExecutor(min(cores, count), mp_context=multiprocessing.get_context(way))


def in_order(pool: Executor, read: Callable[[Job], Result], jobs: Iterable[Job]) -> Iterator[tuple[Job, Result]]:
    """Each job with what `read` (a function of a module, or a partial of one) makes of it, in the order of the jobs."""
    waiting: list[tuple[Job, Future[Result]]] = []
    ahead = AHEAD * (os.cpu_count() or 1)
    for job in jobs:
        waiting.append((job, pool.submit(read, job)))
        if len(waiting) > ahead:
            first, future = waiting.pop(0)
            yield first, future.result()
    for job, future in waiting:
        yield job, future.result()
