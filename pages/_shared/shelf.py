"""What is made of a Puskesmas' data is made once for all viewers, and goes away as a whole when the data change.

`st.cache_resource` knows no such bond: what was made of superseded data would stay until so many newer things were made.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Hashable
from threading import Lock, RLock
from typing import Any, TypeVar

import streamlit as st

from pages._shared.run import once

Made = TypeVar("Made")
#: A page of one month makes some seven things, of a tenth of a megabyte each; what nobody looked at for longest goes first.
KEPT_THINGS = 800
#: The present data, and those before them for a page that is being drawn while an upload is stored.
KEPT_VERSIONS = 2
#: One thing at a time is made.  The interpreter runs one thread anyway: several that compute only take turns, and all end late.
_making = RLock()


class Shelf:
    """The things made of each place (a Puskesmas of the real data or the example) in a version of its data, by name."""

    def __init__(self) -> None:
        self._things: OrderedDict[tuple[Hashable, int, Hashable], Any] = OrderedDict()
        self._versions: dict[Hashable, list[int]] = {}
        self._lock = Lock()

    def get(self, place: Hashable, version: int, name: Hashable, make: Callable[[], Made]) -> Made:
        """The thing of that name, made by `make` for the first who asks; an error of `make` is not kept."""
        key = (place, version, name)
        found = self._held(key)
        if found is None:
            with _making:
                found = self._held(key) or self._put(key, (make(),))
        return found[0]

    def _held(self, key: tuple[Hashable, int, Hashable]) -> tuple[Any] | None:
        with self._lock:
            if key in self._things:
                self._things.move_to_end(key)
            return self._things.get(key)

    def _put(self, key: tuple[Hashable, int, Hashable], thing: tuple[Any]) -> tuple[Any]:
        place, version, _ = key
        with self._lock:
            self._things[key] = thing
            known = self._versions.setdefault(place, [])
            if version not in known:
                known.append(version)
                old, known[:] = known[:-KEPT_VERSIONS], known[-KEPT_VERSIONS:]
                for each in [each for each in self._things if each[0] == place and each[1] in old]:
                    del self._things[each]
            while len(self._things) > KEPT_THINGS:
                self._things.popitem(last=False)
        return thing


@st.cache_resource(show_spinner=False)
def _shelf() -> Shelf:
    return Shelf()


def shared(example: bool, puskesmas_id: int, version: int, name: Hashable, make: Callable[[], Made]) -> Made:
    """What `make` makes of that Puskesmas in that version; `name` says everything else that it depends on (read only)."""
    return once("rak", _shelf).get((example, puskesmas_id), version, name, make)
