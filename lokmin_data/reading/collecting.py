"""Python's garbage collector while a report is read."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager

#: So many objects that a reading leaves are worth setting apart.
MANY_OBJECTS = 5_000


@contextmanager
def without_collecting() -> Iterator[None]:
    """The garbage collector at rest: a reading makes many small objects and hardly any rubbish; what is left of them is old then,
    and not looked through at once."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            if gc.get_count()[0] > MANY_OBJECTS and not gc.get_freeze_count():  # a server has set aside what it loaded
                gc.freeze()
                gc.unfreeze()
            gc.enable()
