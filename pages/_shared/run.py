"""What one run of the script asks again and again is asked once: the store, which Puskesmas there are, where the browser is.

`dashboard.py` is a run from its first line to its last.  Where it did not begin (a fragment, a page run by itself, a thread
of ours) nothing is remembered, and every question is asked.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Hashable, Iterator
from contextlib import contextmanager
from typing import TypeVar

Answer = TypeVar("Answer")
_run = threading.local()


@contextmanager
def one_run() -> Iterator[None]:
    """The run of this thread's script: begins without any answer, and leaves none behind."""
    _run.answers = {}
    try:
        yield
    finally:
        _run.answers = None


def once(question: Hashable, ask: Callable[[], Answer]) -> Answer:
    """What `ask` answers, asked once a run; `question` says everything that the answer depends on within a run."""
    answers = getattr(_run, "answers", None)
    if answers is None:
        return ask()
    if question not in answers:
        answers[question] = ask()
    return answers[question]
