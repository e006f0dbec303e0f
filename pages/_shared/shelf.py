"""What is made of a Puskesmas' data is made once for all viewers, and goes away as a whole when the data change.

`st.cache_resource` knows no such bond: what was made of superseded data would stay until so many newer things were made.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Hashable
from threading import Lock, RLock
from typing import Any, TypeVar

import streamlit as st

Made = TypeVar("Made")
#: A district's Puskesmas stay at hand; of the one looked at longest ago everything is made again.
KEPT_PUSKESMAS = 32
#: A page looks at some twenty things; what nobody looked at for longest goes first.
KEPT_THINGS = 400
#: The present data, and those before them for a page that is being drawn while an upload is stored.
KEPT_VERSIONS = 2


#: One thing at a time is made.  The interpreter runs one thread anyway: several that compute only take turns, and all end late.
_making = RLock()


class Shelf:
    """The things made of one Puskesmas in one version of its data, by name."""

    def __init__(self) -> None:
        self._things: OrderedDict[Hashable, Any] = OrderedDict()

    def get(self, name: Hashable, make: Callable[[], Made]) -> Made:
        """The thing of that name, made by `make` for the first who asks; an error of `make` is not kept."""
        try:
            self._things.move_to_end(name)
            return self._things[name]
        except KeyError:
            return self._make(name, make)

    def _make(self, name: Hashable, make: Callable[[], Made]) -> Made:
        with _making:
            if name not in self._things:  # else somebody made it while we waited
                found = make()
                while len(self._things) >= KEPT_THINGS:
                    self._things.popitem(last=False)
                self._things[name] = found
            return self._things[name]


class Shelves:
    """The shelves of one Puskesmas by version of its data; an older one goes when a newer one is asked for."""

    def __init__(self) -> None:
        self._by_version: OrderedDict[int, Shelf] = OrderedDict()
        self._lock = Lock()

    def of(self, version: int) -> Shelf:
        """The shelf of that version."""
        with self._lock:
            found = self._by_version.setdefault(version, Shelf())
            self._by_version.move_to_end(version)
            while len(self._by_version) > KEPT_VERSIONS:
                self._by_version.popitem(last=False)
            return found


@st.cache_resource(max_entries=KEPT_PUSKESMAS, show_spinner=False)
def _shelves(example: bool, puskesmas_id: int) -> Shelves:
    return Shelves()


def shared(example: bool, puskesmas_id: int, version: int, name: Hashable, make: Callable[[], Made]) -> Made:
    """What `make` makes of that Puskesmas in that version; `name` says everything else that it depends on (read only)."""
    return _shelves(example, puskesmas_id).of(version).get(name, make)
