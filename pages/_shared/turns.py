"""Runs of the script one after another, in the order of the clicks.

The interpreter runs one thread at a time anyway.  Five runs at once only take it from each other, thousands of times a second,
and all end late; one after another the first ends in a fifth of the time, and nobody later than before.  A run that takes long
(reading a report, a document) keeps nobody waiting: after `LONGEST_SECONDS` the next one goes beside it.
"""

from __future__ import annotations

import threading
import time
from collections import deque
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager

#: Twice a usual run.
LONGEST_SECONDS = 0.1


class Turns:
    """Who runs (the first of the queue) and who waits for it, in the order of asking."""

    def __init__(self, longest: float = LONGEST_SECONDS) -> None:
        self._longest = longest
        self._queue: deque[object] = deque()
        self._since = 0.0
        self._changed = threading.Condition()

    @contextmanager
    def turn(self) -> Iterator[None]:
        """Wait until it is this thread's turn, or until who has it took too long."""
        me = object()
        with self._changed:
            self._queue.append(me)
            if self._queue[0] is me:
                self._since = time.monotonic()
            while self._queue[0] is not me:
                left = self._since + self._longest - time.monotonic()
                if left > 0:
                    self._changed.wait(left)
                else:
                    self._next()
        try:
            yield
        finally:
            with self._changed:
                if self._queue and self._queue[0] is me:
                    self._next()

    def _next(self) -> None:
        self._queue.popleft()
        self._since = time.monotonic()
        self._changed.notify_all()


_turns = Turns()


def my_turn() -> AbstractContextManager[None]:
    """The turn of this thread's run among all of this process."""
    return _turns.turn()
