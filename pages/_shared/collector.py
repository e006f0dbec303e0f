"""How the visitors of one process share its interpreter: its garbage collector, and who computes when.

A full collection walks through all that lives. What the libraries made when they were imported, 160,000 things that stay for
ever, is kept out of its sight, and it runs when Python finds it due, not after every click (`postScriptGC` in the settings).
"""

from __future__ import annotations

import gc
import sys

#: Seconds after which a thread that computes lets another one in (Python's own: 0.005).  Reading rows and sending a page let go of
#: the interpreter thousands of times; beside one busy thread 28,800 rows took 8 seconds instead of 0.2.
SWITCH_SECONDS = 0.0005
_seen = 0


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
