"""The deck of a lokmin in the order of the meeting; chosen and reordered beforehand."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

import pandas as pd

from lokmin_data import wording
from lokmin_data.meeting import slides_charts as charts
from lokmin_data.meeting import slides_numbers as numbers
from lokmin_data.meeting import slides_talk as talk
from lokmin_data.meeting.agenda import Agenda
from lokmin_data.meeting.paging import PAPER, Canvas, paged
from lokmin_data.meeting.slide import Slide


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
    office: str = ""
    phone: str = ""
    camat: str = ""

    @property
    def letterhead(self) -> tuple[tuple[str, ...], str]:
        """The lines of a letterhead, largest last (the Puskesmas), and the line of its address under them."""
        government = f"Pemerintah {self.kabupaten}".upper() if self.kabupaten else ""
        office = (self.office or "Dinas Kesehatan").upper()
        lines = tuple(line for line in (government, office, wording.puskesmas_name(self.puskesmas).upper()) if line)
        district = f"Kecamatan {self.kecamatan}" if self.kecamatan else ""
        return lines, ", ".join(part for part in (self.address, district, self.phone) if part)

    @property
    def source(self) -> str:
        """The line of origin: Puskesmas, data period, when the data were stored."""
        stored = f", disimpan {self.data_date}" if self.data_date else ""
        period = wording.period(self.year, self.month)
        mark = "CONTOH, bukan data sebenarnya. " if self.contoh else ""
        return f"{mark}Sumber: laporan bulanan {wording.puskesmas_name(self.puskesmas)}, data sampai {period}{stored}."

    @property
    def short_source(self) -> str:
        """The same for a projector, where each line is a line less of the slide."""
        day = re.sub(r"(\d+ \w{3})\w*( \d{4})", r"\1\2", self.data_date)
        stored = f", disimpan {day}" if day else ""
        mark = "CONTOH. " if self.contoh else ""
        period = wording.period(self.year, self.month)
        return f"{mark}{wording.puskesmas_name(self.puskesmas)}, data s.d. {period}{stored}."


def build_slides(
    agenda: Agenda, assessments: Mapping[str, Any], ranking: pd.DataFrame, meta: Meta, *,
    follow: pd.DataFrame | None = None, rtl: pd.DataFrame | None = None, usg: pd.DataFrame | None = None, canvas: Canvas = PAPER,
) -> list[Slide]:  # fmt: skip
    """All slides in the order of the meeting, cut into pages that fit on that canvas.

    `follow`: what `follow_up` found about earlier action plans; `rtl`: the rows of this lokmin; `usg`: the room's
    priorities (columns masalah, u, s, g, total) where it has set them.
    """
    listed = [
        talk.cover(agenda, meta),
        *talk.agenda_table(agenda),
        *talk.follow_up_table(agenda, follow),
        numbers.reporting(assessments, meta),
        numbers.summary(assessments, narrow=canvas.is_narrow),
        *charts.programme_slides(agenda, assessments),
        *numbers.matrix(agenda, assessments, ranking, narrow=canvas.is_narrow),
        *numbers.heaviest(ranking),
        *talk.causes(agenda),
        talk.priorities(agenda, usg),
        *talk.sector_asks(agenda),
        talk.action_plan(agenda, rtl),
        talk.commitment(agenda, meta),
    ]
    sourced = [replace(one, source=_source(one, meta, canvas)) for one in listed if one is not None]
    return [page for slide in sourced for page in paged(slide, canvas)]


def _source(slide: Slide, meta: Meta, canvas: Canvas) -> str:
    """Where the numbers come from and what they count; on a screen without the name that stands in the title."""
    if not canvas.is_screen:
        return " ".join(part for part in (meta.source, slide.source) if part)
    named, colon, counted = slide.source.partition(": ")
    return " ".join(part for part in (meta.short_source, counted[:1].upper() + counted[1:] if colon else named) if part)


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
