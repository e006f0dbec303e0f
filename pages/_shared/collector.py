"""Keeps what never goes away out of the garbage collector's sight.

Streamlit collects garbage after every run of the script. Each time it would walk through all that the libraries made
when they were imported, 160,000 things that stay for ever: longer than most pages take.
"""

from __future__ import annotations

import gc
import sys

_seen = 0


def spare_modules() -> None:
    """Set aside all that lives now, where modules were imported since the last time."""
    global _seen
    if len(sys.modules) != _seen:
        _seen = len(sys.modules)
        gc.collect()
        gc.freeze()
