"""How the visitors of one process share its interpreter: its garbage collector, and who computes when.

A full collection walks through all that lives. What the libraries made when they were imported, 160,000 things that stay for
ever, is kept out of its sight, and it runs when Python finds it due, not after every click (`postScriptGC` in the settings).
What is free again goes back to the system now and then: reports and figures leave pages of memory that nothing uses.
"""

from __future__ import annotations

import ctypes
import gc
import sys
import time
from collections.abc import Callable
from functools import cache

#: Seconds after which a thread that computes lets another one in (Python's own: 0.005).  Reading rows and sending a page let go of
#: the interpreter thousands of times; beside one busy thread 28,800 rows took 8 seconds instead of 0.2.
SWITCH_SECONDS = 0.0005
#: Seconds between two times that free memory is given back.
GIVE_BACK_SECONDS = 60.0
_seen = 0
_given_back = time.monotonic()  # nobody waits for it on a first visit


def take_short_turns() -> None:
    """Let the threads of this process wait less for each other."""
    sys.setswitchinterval(SWITCH_SECONDS)


def spare_modules() -> None:
    """Set aside all that lives now, where modules were imported since the last time."""
    global _seen
    if len(sys.modules) != _seen:
        _seen = len(sys.modules)
        gc.collect()
        gc.freeze()


def give_back() -> None:
    """Give memory that nothing uses back to the system, once a minute at most, where the C library can: glibc keeps the pages that
    were freed between others."""
    global _given_back
    if time.monotonic() - _given_back > GIVE_BACK_SECONDS:
        _given_back = time.monotonic()
        _trim()(0)


@cache
def _trim() -> Callable[[int], object]:
    """glibc's `malloc_trim`; elsewhere something that does nothing."""
    if not sys.platform.startswith("linux"):
        return bool
    return getattr(ctypes.CDLL(None), "malloc_trim", bool)
