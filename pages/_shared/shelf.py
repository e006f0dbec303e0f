"""What is made of a Puskesmas' data is made once for all viewers, and goes away as a whole when the data change.

`st.cache_resource` knows no such bond: what was made of superseded data would stay until so many newer things were made.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Hashable
from threading import Lock, RLock
from time import monotonic
from typing import Any, TypeVar

import streamlit as st

from pages._shared.run import once

Made = TypeVar("Made")
#: A page of one month makes some seven things, of a tenth of a megabyte each; what nobody looked at for longest goes first.
KEPT_THINGS = 800
#: Seconds that the data before the present ones stay, for a page that is being drawn while an upload is stored: two years of a
#: Puskesmas and what was made of them are 15 MB.
FINISHING_SECONDS = 10.0
#: One thing at a time is made.  The interpreter runs one thread anyway: several that compute only take turns, and all end late.
_making = RLock()


class Shelf:
    """The things made of each place (a Puskesmas of the real data or the example) in a version of its data, by name."""

    def __init__(self) -> None:
        self._things: OrderedDict[tuple[Hashable, int, Hashable], Any] = OrderedDict()
        self._newest: dict[Hashable, int] = {}
        self._before: dict[Hashable, tuple[int, float]] = {}
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
            for place in [place for place, (_, end) in self._before.items() if end <= monotonic()]:
                self._drop(place, self._before.pop(place)[0])
            if key in self._things:
                self._things.move_to_end(key)
            return self._things.get(key)

    def _put(self, key: tuple[Hashable, int, Hashable], thing: tuple[Any]) -> tuple[Any]:
        place, version, _ = key
        with self._lock:
            self._things[key] = thing
            known = self._newest.setdefault(place, version)
            if version != known:
                self._newest[place] = max(version, known)
                self._supersede(place, min(version, known))
            while len(self._things) > KEPT_THINGS:
                self._things.popitem(last=False)
        return thing

    def _supersede(self, place: Hashable, version: int) -> None:
        """Let that version stay a while, and no other but the newest one."""
        before, _ = self._before.get(place, (version, 0.0))
        if before != version:
            self._drop(place, before)
        self._before[place] = (version, monotonic() + FINISHING_SECONDS)

    def _drop(self, place: Hashable, version: int) -> None:
        self._things = OrderedDict((key, thing) for key, thing in self._things.items() if key[:2] != (place, version))


@st.cache_resource(show_spinner=False)
def _shelf() -> Shelf:
    return Shelf()


def shared(example: bool, puskesmas_id: int, version: int, name: Hashable, make: Callable[[], Made]) -> Made:
    """What `make` makes of that Puskesmas in that version; `name` says everything else that it depends on (read only)."""
    return once("rak", _shelf).get((example, puskesmas_id), version, name, make)
