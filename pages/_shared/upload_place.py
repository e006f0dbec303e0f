"""Where uploaded reports go: the chosen Puskesmas with its desa, spellings, memory and indicators."""

from __future__ import annotations

from lokmin_data.reference import indicators
from pages._shared.session import Scope, get_store, known_indicators
from pages._shared.upload_batch import Context
from pages._shared.upload_columns import merged_memory, session_memory
from pages._shared.upload_file import Place
from pages._shared.upload_names import desa_list


def place_of(at: Scope | None) -> Place:
    """The Puskesmas of the upload; without one, a place that the first report makes."""
    if at is None:
        return Place(None, "", "", desa_list(None), indicators())
    return Place(at.puskesmas_id, at.puskesmas, at.kecamatan, desa_list(at.puskesmas_id), known_indicators(at))


def context_of(at: Scope | None) -> Context:
    """What the reader needs to know: names, what was confirmed before, and indicators."""
    place = place_of(at)
    stored = get_store().memory(at.puskesmas_id) if at else {}
    confirmed = {
        layout: merged_memory(stored.get(layout, {}), session_memory().get(layout, {}))
        for layout in {*stored, *session_memory()}
    }
    version = (at.version if at else 0, repr(sorted(session_memory().items())))
    return Context(place.puskesmas_id, version, place.desa.spellings, confirmed, place.known)
