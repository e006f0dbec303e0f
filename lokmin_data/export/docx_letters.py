"""Letters around the meeting: invitation, attendance list, what is asked of one sector."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

import pandas as pd
from docx.shared import Cm

from lokmin_data import wording
from lokmin_data.export import docx_parts as parts
from lokmin_data.export.docx_places import Places
from lokmin_data.meeting import rtl as plans
from lokmin_data.meeting.agenda import Agenda
from lokmin_data.meeting.build import meeting_title
from lokmin_data.meeting.deck import Meta
from lokmin_data.meeting.knowledge import sector_label, sectors
from lokmin_data.wording import puskesmas_name

BLANK = ".................................."
WEEKDAYS = ("Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu")
EMPTY_ROWS = 30
NAMED_IN_LETTER = 4


@dataclass(frozen=True)
class Event:
    """When and where the meeting is; what is not known yet is printed as a dotted line."""

    day: date | None = None
    start: str = ""
    place: str = ""
    number: str = ""
    town: str = ""

    @property
    def day_text(self) -> str:
        """ "Senin, 6 April 2026"."""
        return f"{WEEKDAYS[self.day.weekday()]}, {wording.date_text(self.day)}" if self.day else BLANK

    @property
    def town_date(self) -> str:
        """ "Sukajaya, 6 April 2026", for the line above a signature."""
        return ", ".join(part for part in (self.town, wording.date_text(self.day) if self.day else BLANK) if part)


def undangan(agenda: Agenda, meta: Meta, event: Event, *, addressees: Sequence[str] = ()) -> bytes:
    """The invitation with date, place and the agenda with its minutes; without `addressees` every sector is invited."""
    document = parts.new_document(meta, "Undangan lokmin")
    parts.paragraph(document, event.town_date, align="right")
    parts.paragraph(
        document, f"Nomor\t: {event.number or BLANK}\nSifat\t: Penting\nPerihal\t: Undangan {meeting_title(agenda)}"
    )
    names = list(addressees) or invited(agenda, meta)
    attached = len(names) > NAMED_IN_LETTER
    listed = "\n".join(f"{place}. {name}" for place, name in enumerate(names, start=1))
    parts.paragraph(document, f"Kepada Yth.\n{'(daftar terlampir)' if attached else listed}\ndi tempat")
    chair = "Kepala Puskesmas" if agenda.kind == "bulanan" else "Camat"
    parts.paragraph(document, f"Dengan hormat, kami mengundang Bapak/Ibu pada {meeting_title(agenda)} yang dipimpin oleh {chair}, pada:",
                    align="justify")  # fmt: skip
    lines = (
        ("Hari, tanggal", event.day_text),
        ("Pukul", event.start or BLANK),
        ("Tempat", event.place or BLANK),
        ("Lama", f"{agenda.minutes} menit"),
    )
    parts.paragraph(
        document, "\n".join(f"{name}\t: {value}" for name, value in lines)
    ).paragraph_format.tab_stops.add_tab_stop(Cm(3.5))
    parts.heading(document, "Agenda", align="left")
    rows = [(str(order), item.title, f"{item.minutes} menit") for order, item in enumerate(agenda.items, start=1)]
    parts.add_table(document, ("No", "Acara", "Waktu"), rows, (0.6, 8, 1.4), right=(2,))
    parts.paragraph(document, "")
    parts.paragraph(
        document,
        "Mohon membawa catatan pelaksanaan kesepakatan yang lalu. Atas kehadirannya kami ucapkan terima kasih.",
        align="justify",
    )
    parts.signatures(document, [head_of(meta)], columns=1)
    if attached:
        document.add_page_break()
        parts.paragraph(document, f"Lampiran: daftar undangan\n{listed}")
    return parts.as_bytes(document)


def invited(agenda: Agenda, meta: Meta) -> list[str]:
    """The addressee lines of all sectors that sit at this kind of meeting."""
    internal = agenda.kind == "bulanan"
    name = puskesmas_name(meta.puskesmas).removeprefix("Puskesmas").strip()
    fill = {"{kecamatan}": meta.kecamatan or BLANK, "{puskesmas}": name}
    chosen = [sector for sector in sectors().values() if sector.internal or not internal]
    return [_filled(sector.addressee, fill) for sector in chosen]


def _filled(template: str, values: Mapping[str, str]) -> str:
    for place, value in values.items():
        template = template.replace(place, value)
    return template


def head_of(meta: Meta) -> tuple[str, str]:
    """Role and name of the kepala Puskesmas for a signature."""
    name = f"{meta.head}\nNIP {meta.head_nip}" if meta.head and meta.head_nip else meta.head
    return f"Kepala {puskesmas_name(meta.puskesmas)}", name


def daftar_hadir(agenda: Agenda, meta: Meta, event: Event, *, attendees: Sequence[Mapping[str, str]] = ()) -> bytes:
    """The attendance list to sign; rows known already (name, sector, role) first, empty ones after, 30 at least."""
    document = parts.new_document(meta, "Daftar hadir lokmin")
    parts.heading(document, "DAFTAR HADIR")
    parts.paragraph(document, f"{meeting_title(agenda)}\n{event.day_text}, {event.place or BLANK}", align="center")
    known = [(one.get("name", ""), sector_label(one.get("sector", "")), one.get("role", "")) for one in attendees]
    rows = [*known, *[("", "", "")] * max(0, EMPTY_ROWS - len(known))]
    listed = [
        (str(place), *row, f"{place}. ........" if place % 2 else f"          {place}. ........")
        for place, row in enumerate(rows, start=1)
    ]
    parts.add_table(document, ("No", "Nama", "Sektor/instansi", "Jabatan", "Tanda tangan"), listed, (0.6, 3, 2.6, 2, 2.6),
                    row_height=Cm(0.75))  # fmt: skip
    parts.paragraph(document, "")
    parts.signatures(document, [head_of(meta)], columns=1, place_date=event.town_date)
    return parts.as_bytes(document)


def permintaan_sektor(
    agenda: Agenda, meta: Meta, event: Event, sector: str, *, rtl: pd.DataFrame | None = None
) -> bytes:
    """One letter: what is asked of this sector, on which evidence, and what it promised in the RTL."""
    label = sector_label(sector)
    document = parts.new_document(meta, f"Permintaan kepada {label}")
    parts.heading(document, f"YANG DIMINTA DARI {label.upper()}")
    parts.paragraph(document, meeting_title(agenda), align="center")
    places = Places()
    rows = [(str(place), what, places.cell(areas), text) for place, (what, areas, text) in enumerate(asks_of(agenda, sector), start=1)]
    if rows:
        parts.add_table(document, ("No", "Masalah dan bukti", "Desa", "Yang diminta"), rows, (0.5, 4, 2, 4))
    else:
        parts.paragraph(document, "Pada lokmin ini tidak ada permintaan khusus; mohon tetap hadir dan mendukung.")
    mine = [] if rtl is None else [row for row in rtl.to_dict("records") if str(row.get("sektor") or "") == sector]
    if mine:
        parts.heading(document, "Yang sudah disepakati (RTL)", align="left")
        parts.add_table(document, ("Kegiatan", "Desa", "Penanggung jawab", "Batas waktu", "Status"), [_promise(row, places) for row in mine],
                        (4, 2, 2, 1.6, 1.4))  # fmt: skip
    places.write(document)
    parts.paragraph(document, "")
    parts.signatures(document, [(label, ""), head_of(meta)], place_date=event.town_date)
    return parts.as_bytes(document)


def _promise(row: Mapping[str, Any], places: Places) -> tuple[str, ...]:
    due = plans.as_date(row.get("selesai"))
    texts = [
        "" if wording.is_missing(row.get(name)) else str(row.get(name))
        for name in ("kegiatan", "desa", "penanggung_jawab")
    ]
    status = plans.STATUS.get(str(row.get("status") or "belum"), "")
    return (
        texts[0],
        places.cell(texts[1]),
        texts[2] or "belum ditentukan",
        wording.date_text(due) if due else "belum ada",
        status,
    )


def asks_of(agenda: Agenda, sector: str) -> list[tuple[str, tuple[str, ...], str]]:
    """(problem with evidence, desa, ask) of every problem in which this sector is asked for something."""
    return [
        (f"{item.title}\n{item.evidence}", item.areas, ask.text)
        for item in agenda.items if item.kind in ("masalah", "pelaporan", "sendiri") for ask in item.asks if ask.sector == sector
    ]  # fmt: skip


def permintaan_semua(agenda: Agenda, meta: Meta, event: Event, *, rtl: pd.DataFrame | None = None) -> dict[str, bytes]:
    """The letters of all sectors that are asked for something, by sector code."""
    asked = {ask.sector for item in agenda.items if item.kind != "peran" for ask in item.asks}
    order = [code for code in sectors() if code in asked] + sorted(asked - set(sectors()))
    return {code: permintaan_sektor(agenda, meta, event, code, rtl=rtl) for code in order}
