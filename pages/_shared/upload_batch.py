"""The files of one upload while they are read, confirmed and not yet stored: all of it in the browser's session.

Nothing of a file is written to disk; what the user answered is kept per file, so that a rerun loses nothing.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Protocol

import streamlit as st

from lokmin_data.model import LokminError, Reading

BATCH_KEY = "unggah_berkas"
ROUND_KEY = "unggah_putaran"
NEW_DESA, IGNORE = "baru", "abaikan"


class Dropped(Protocol):
    """A file of Streamlit's uploader."""

    name: str

    def getvalue(self) -> bytes: ...  # noqa: D102


@dataclass
class Item:
    """One report of the batch: its bytes, what was read of it, and what the user answered."""

    key: str
    name: str
    data: bytes = field(repr=False)
    reading: Reading | None = None
    refusal: str = ""
    asked: Reading | None = None  # of a refused report: what it lacks, and what somebody may answer
    year: int | None = None
    month: int | None = None
    lacks_month: bool = False  # the file says no month, whatever was answered since
    read_with: tuple[Any, ...] | None = None
    stored: str = ""
    book: Any = field(default=None, repr=False)  # the opened file, where somebody corrects one of its cells

    @property
    def done(self) -> bool:
        """True where the report was stored in this visit."""
        return bool(self.stored)


@dataclass(frozen=True)
class Context:
    """What reading needs to know of the Puskesmas; `puskesmas_id` None: none exists yet."""

    puskesmas_id: int | None
    version: int
    areas: tuple[str, ...]
    memory: Mapping[str, Any]
    indicators: Mapping[str, Any]


def batch() -> dict[str, Item]:
    """The files of this visit, in the order in which they were dropped."""
    return st.session_state.setdefault(BATCH_KEY, {})


def uploader_key() -> str:
    """The key of the uploader; a new one empties it."""
    return f"unggah_{st.session_state.setdefault(ROUND_KEY, 0)}"


def start_over() -> None:
    """Empty the batch and the uploader."""
    st.session_state[BATCH_KEY] = {}
    st.session_state[ROUND_KEY] = st.session_state.get(ROUND_KEY, 0) + 1


def take_files(dropped: Iterable[Dropped]) -> list[str]:
    """Bring the batch in step with the uploader; returns the messages of archives that were refused."""
    items, refused, present = batch(), [], set()
    for file in dropped:
        try:
            reports = _reports(file)
        except LokminError as error:
            refused.append(f"{file.name}: {error}")
            continue
        for name, data in reports:
            key = hashlib.sha256(data).hexdigest()[:16]
            present.add(key)
            items.setdefault(key, Item(key, name, data))
    for key in [key for key in items if key not in present]:
        del items[key]
    return refused


def _reports(file: Dropped) -> Sequence[tuple[str, bytes]]:
    from lokmin_data.reading.opening.archive import expand_archive

    return expand_archive(file.getvalue(), file.name)


def read_items(context: Context) -> None:
    """Read what is new or was answered since, with a progress bar a file."""
    waiting = [item for item in batch().values() if not item.done and _due(item, context)]
    for position, item in enumerate(waiting, start=1):
        place = st.empty()
        text = f"Membaca {item.name} ({position} dari {len(waiting)})"
        bar = place.progress(0.1, text=text)
        _read(item, context)
        bar.progress(1.0, text=f"Selesai membaca {item.name}")
        place.empty()


def _stamp(item: Item, context: Context) -> tuple[Any, ...]:
    return (item.year, item.month, context.puskesmas_id, context.version)


def _due(item: Item, context: Context) -> bool:
    return item.read_with != _stamp(item, context)


def _read(item: Item, context: Context) -> None:
    from lokmin_data.reading import read_report

    item.read_with = _stamp(item, context)
    try:
        item.reading = read_report(
            item.data, item.name, year=item.year, month=item.month, areas=context.areas or None,
            memory=context.memory, indicators=context.indicators,
        )  # fmt: skip
        item.refusal, item.asked = "", None
    except LokminError as error:
        item.reading, item.refusal, item.asked = None, str(error), getattr(error, "reading", None)


def answers(item: Item) -> dict[str, Any]:
    """What the user chose for this file's names and columns: kept across reruns and page switches."""
    return st.session_state.setdefault(f"unggah_jawab_{item.key}", {})
