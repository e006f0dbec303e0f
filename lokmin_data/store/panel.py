"""What the analysis of one Puskesmas and month needs, in one call."""

from __future__ import annotations

from collections.abc import Collection

from lokmin_data.model import Panel
from lokmin_data.store.base import Base


def load_panel(store: Base, puskesmas_id: int, year: int, month: int, codes: Collection[str] | None = None) -> Panel:
    """The panel of this and last year for these indicators (None: all); only what the Puskesmas owns is read.

    All months of both years come along, also those after `month`: the analysis looks at what is due, and a page
    that changes the month needs no other read.
    """
    with store.reading():
        return Panel(
            observations=store.observations(puskesmas_id, indicators=codes, years=(year - 1, year)),
            desa=store.desa(puskesmas_id, active_only=True)[["desa_id", "desa"]],
            sasaran=store.sasaran(puskesmas_id),
            targets=tuple(store.targets(puskesmas_id)),
            settings=store.settings(puskesmas_id),
            indicators=store.indicators(puskesmas_id),
            puskesmas=store.puskesmas_identity(puskesmas_id)["name"],
        )
