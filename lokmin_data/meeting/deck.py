"""The deck of a lokmin in the order of the meeting; chosen and reordered beforehand."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

import pandas as pd

from lokmin_data import wording
from lokmin_data.meeting import slides_charts as charts
from lokmin_data.meeting import slides_numbers as numbers
from lokmin_data.meeting import slides_talk as talk
from lokmin_data.meeting.agenda import Agenda
from lokmin_data.meeting.slide import Slide, paged


@dataclass(frozen=True)
class Meta:
    """Whose deck it is and how fresh its data are; `data_date` is when the newest report was stored.

    `files` are the names of the reports behind the numbers; `contoh` marks the example data.
    """

    puskesmas: str
    year: int
    month: int
    kecamatan: str = ""
    kabupaten: str = ""
    meeting_date: str = ""
    data_date: str = ""
    files: tuple[str, ...] = ()
    contoh: bool = False
    address: str = ""
    head: str = ""
    head_nip: str = ""
    logo: bytes | None = None

    @property
    def source(self) -> str:
        """The line of origin: Puskesmas, data period, when the data were stored."""
        stored = f", disimpan {self.data_date}" if self.data_date else ""
        period = wording.period(self.year, self.month)
        mark = "CONTOH, bukan data sebenarnya. " if self.contoh else ""
        return f"{mark}Sumber: laporan bulanan {puskesmas_name(self.puskesmas)}, data sampai {period}{stored}."


def puskesmas_name(name: str) -> str:
    """The name with the word Puskesmas before it, once."""
    name = name.strip()
    return name if name.lower().startswith("puskesmas") else f"Puskesmas {name}".strip()


def build_slides(
    agenda: Agenda, assessments: Mapping[str, Any], ranking: pd.DataFrame, meta: Meta, *,
    follow: pd.DataFrame | None = None, rtl: pd.DataFrame | None = None, usg: pd.DataFrame | None = None,
) -> list[Slide]:  # fmt: skip
    """All slides in the order of the meeting, cut into pages.

    `follow`: what `follow_up` found about earlier action plans; `rtl`: the rows of this lokmin; `usg`: the room's
    priorities (columns masalah, u, s, g, total) where it has set them.
    """
    listed = [
        talk.cover(agenda, meta),
        *talk.agenda_table(agenda),
        *talk.follow_up_table(agenda, follow),
        numbers.reporting(assessments, meta),
        numbers.summary(assessments),
        *charts.programme_slides(agenda, assessments),
        *numbers.matrix(agenda, assessments, ranking),
        *numbers.heaviest(ranking),
        *talk.causes(agenda),
        talk.priorities(agenda, usg),
        *talk.sector_asks(agenda),
        talk.action_plan(agenda, rtl),
        talk.commitment(agenda, meta),
    ]
    slides = [page for slide in listed if slide is not None for page in paged(slide)]
    return [replace(slide, source=" ".join(part for part in (meta.source, slide.source) if part)) for slide in slides]


def arrange(slides: Sequence[Slide], order: Sequence[str] = (), hidden: Sequence[str] = ()) -> list[Slide]:
    """The slides in the chosen order without the hidden ones; keys that the choice does not know keep their place.

    A key stands for all pages of its slide.  New slides come after the slide that precedes them in the deck.
    """
    keys = list(dict.fromkeys(slide.key for slide in slides))
    wanted = [key for key in dict.fromkeys(order) if key in keys]
    for place, key in enumerate(keys):
        if key not in wanted:
            before = next((one for one in reversed(keys[:place]) if one in wanted), None)
            wanted.insert(wanted.index(before) + 1 if before else 0, key)
    return [slide for key in wanted if key not in hidden for slide in slides if slide.key == key]
