"""Records of the meeting: the agenda with its evidence, the minutes, the signed commitment, the Musrenbang list."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import pandas as pd

from lokmin_data import wording
from lokmin_data.export import docx_parts as parts
from lokmin_data.export.docx_letters import BLANK, Event, head_of
from lokmin_data.export.docx_places import Places
from lokmin_data.meeting import rtl as plans
from lokmin_data.meeting.agenda import Agenda
from lokmin_data.meeting.build import meeting_title
from lokmin_data.meeting.deck import Meta
from lokmin_data.meeting.knowledge import sector_label, sectors
from lokmin_data.meeting.slides_talk import COMMITMENT
from lokmin_data.wording import puskesmas_name

#: Sources of funds that go through the development planning meeting of desa and kecamatan.
MUSRENBANG_FUNDS = ("dana desa", "apbd")
PLAN_HEAD = (
    "No",
    "Masalah",
    "Kegiatan",
    "Desa",
    "Data awal",
    "Target",
    "Penanggung jawab",
    "Batas waktu",
    "Sumber dana",
)
PLAN_SHARES = (0.5, 2.2, 3, 1.6, 1.5, 2.2, 1.7, 1.3, 1.2)


def agenda_docx(agenda: Agenda, meta: Meta, event: Event | None = None) -> bytes:
    """The agenda with evidence, likely causes and what is asked of whom."""
    document = parts.new_document(meta, "Agenda lokmin", landscape=True)
    parts.heading(document, f"AGENDA {meeting_title(agenda).upper()}")
    if event is not None:
        parts.paragraph(
            document, f"{event.day_text}, pukul {event.start or BLANK}, {event.place or BLANK}", align="center"
        )
    rows = [
        (str(order), item.title, item.evidence, _asks(item), f"{item.minutes} menit")
        for order, item in enumerate(agenda.items, start=1)
    ]
    rows.append(("", "Jumlah", "", "", f"{sum(item.minutes for item in agenda.items)} menit"))
    parts.add_table(
        document, ("No", "Acara", "Bukti", "Yang diminta", "Waktu"), rows, (0.5, 2.6, 4.6, 4.2, 0.9), right=(4,)
    )
    for item in agenda.problems():
        causes = [(group.capitalize(), "; ".join(texts)) for group, texts in item.causes.items() if texts]
        parts.heading(document, f"Penyebab yang mungkin: {item.title}", size=11, align="left")
        parts.add_table(document, ("Kelompok", "Penyebab (centang yang disepakati)"), causes, (1.4, 9))
    return parts.as_bytes(document)


def _asks(item: Any) -> str:
    return "\n".join(f"{sector_label(ask.sector)}: {ask.text}" for ask in item.asks)


def notulen(
    agenda: Agenda, meta: Meta, event: Event, *, notes: Mapping[str, str] | None = None,
    attendees: Sequence[Mapping[str, str]] = (), rtl: pd.DataFrame | None = None,
) -> bytes:  # fmt: skip
    """The minutes: what was said on each item (`notes` by item key, "umum" for the rest), who came, what was agreed."""
    notes = notes or {}
    document = parts.new_document(meta, "Notulen lokmin")
    parts.heading(document, f"NOTULEN {meeting_title(agenda).upper()}")
    chair = "Kepala Puskesmas" if agenda.kind == "bulanan" else "Camat"
    chair_name = meta.head if agenda.kind == "bulanan" else meta.camat
    present = f"{len(attendees)} orang" if attendees else BLANK
    lines = (
        ("Hari, tanggal", event.day_text),
        ("Pukul", event.start or BLANK),
        ("Tempat", event.place or BLANK),
        ("Pimpinan", f"{chair} ({chair_name})" if chair_name else chair),
        ("Hadir", present),
    )
    parts.add_table(document, ("Keterangan", "Isi"), lines, (1.5, 6))
    for order, item in enumerate(agenda.items, start=1):
        parts.heading(document, f"{order}. {item.title}", size=11, align="left")
        if item.evidence:
            parts.paragraph(document, item.evidence, size=10, align="justify")
        parts.paragraph(document, notes.get(item.key, "").strip() or f"Pembahasan: {BLANK}", align="justify")
    if notes.get("umum", "").strip():
        parts.heading(document, "Catatan lain", size=11, align="left")
        parts.paragraph(document, notes["umum"], align="justify")
    _agreed(document, rtl)
    if attendees:
        parts.heading(document, "Hadir menurut sektor", size=11, align="left")
        parts.add_table(document, ("Sektor", "Nama dan jabatan"), _by_sector(attendees), (2, 6))
    parts.paragraph(document, "")
    parts.signatures(document, [head_of(meta), ("Notulis", "")], place_date=event.town_date)
    return parts.as_bytes(document)


def _by_sector(attendees: Sequence[Mapping[str, str]]) -> list[tuple[str, str]]:
    groups: dict[str, list[str]] = {}
    for one in attendees:
        name = ", ".join(part for part in (one.get("name", ""), one.get("role", "")) if part)
        groups.setdefault(sector_label(one.get("sector", "")) or "lainnya", []).append(name)
    return [(label, "; ".join(names)) for label, names in groups.items()]


def _agreed(document: Any, rtl: pd.DataFrame | None) -> None:
    if rtl is None or rtl.empty:
        return
    parts.heading(document, "Kesepakatan (RTL)", size=11, align="left")
    places = Places()
    rows = [row[0:1] + row[2:4] + row[6:8] for row in plan_rows(rtl, places)]
    parts.add_table(document, ("No", "Kegiatan", "Desa", "Penanggung jawab", "Batas waktu"), rows, (0.5, 4, 2, 2, 1.6))
    places.write(document)


def plan_rows(rtl: pd.DataFrame, places: Places) -> list[tuple[str, ...]]:
    """The action plan in the columns of PLAN_HEAD; cancelled rows are left out, long lists of desa are kept in `places`."""
    rows = [row for row in rtl.to_dict("records") if row.get("status") != "batal"]
    return [(str(place), *_plan_row(row, places)) for place, row in enumerate(rows, start=1)]


def _plan_row(row: Mapping[str, Any], places: Places) -> tuple[str, ...]:
    def text(name: str) -> str:
        return "" if wording.is_missing(row.get(name)) else str(row.get(name))

    due = plans.as_date(row.get("selesai"))
    start = "" if wording.is_missing(row.get("baseline_x")) else wording.count(row["baseline_x"], row.get("baseline_n"))
    goal = text("indikator_keberhasilan") or (
        "" if wording.is_missing(row.get("target_value")) else wording.percent(row["target_value"])
    )
    return (
        text("masalah"), text("kegiatan"), places.cell(text("desa")), start or wording.MISSING, goal or "belum ada",
        plans.responsible_text(row), wording.date_text(due) if due else "belum ada", text("sumber_dana") or wording.MISSING,
    )  # fmt: skip


def berita_acara(
    agenda: Agenda,
    meta: Meta,
    event: Event,
    *,
    rtl: pd.DataFrame | None = None,
    signers: Sequence[tuple[str, str]] = (),
) -> bytes:
    """The commitment with the action plan and a block to sign; without `signers` one line for every sector."""
    document = parts.new_document(meta, "Berita acara lokmin", landscape=True)
    parts.heading(document, "BERITA ACARA DAN KOMITMEN BERSAMA")
    parts.paragraph(document, meeting_title(agenda), align="center", bold=True)
    parts.paragraph(document, f"Pada {event.day_text}, bertempat di {event.place or BLANK}, telah dilaksanakan {meeting_title(agenda)} "
                    f"{puskesmas_name(meta.puskesmas)}. Kami yang bertanda tangan di bawah ini menyatakan:", align="justify")  # fmt: skip
    parts.numbered(document, COMMITMENT)
    places = Places()
    if rtl is not None and not rtl.empty:
        parts.heading(document, "Rencana tindak lanjut", align="left")
        parts.add_table(document, PLAN_HEAD, plan_rows(rtl, places), PLAN_SHARES, size=8)
    else:
        parts.heading(document, "Masalah yang disepakati", align="left")
        rows = [
            (str(place), item.title, places.cell(item.areas), "", "", "")
            for place, item in enumerate(agenda.problems(), start=1)
        ]
        parts.add_table(
            document,
            ("No", "Masalah", "Desa", "Kegiatan", "Penanggung jawab", "Batas waktu"),
            rows,
            (0.5, 3, 3, 3, 2, 1.5),
        )
    places.write(document)
    parts.paragraph(document, "")
    people = list(signers) or [
        (sector.label, meta.camat if sector.code == "camat" else "") for sector in sectors().values() if sector.code != "puskesmas"
    ] + [head_of(meta)]
    parts.signatures(document, people, columns=3, place_date=event.town_date)
    return parts.as_bytes(document)


def musrenbang(meta: Meta, event: Event, rtl: pd.DataFrame | None, *, every_row: bool = False) -> bytes:
    """Proposals for the Musrenbang: rows of the RTL paid from Dana Desa or APBD (or every row), costs left to fill in."""
    document = parts.new_document(meta, "Usulan Musrenbang", landscape=True)
    place = f" KECAMATAN {meta.kecamatan}".upper() if meta.kecamatan else ""
    parts.heading(document, f"USULAN BIDANG KESEHATAN UNTUK MUSRENBANG{place}")
    chosen = (
        []
        if rtl is None
        else [
            row for row in rtl.to_dict("records") if row.get("status") != "batal" and (every_row or _from_budget(row))
        ]
    )
    if chosen:
        places = Places()
        rows = [_proposal(number, row, places) for number, row in enumerate(chosen, start=1)]
        parts.add_table(document, ("No", "Masalah", "Usulan kegiatan", "Lokasi", "Sasaran", "Sumber dana", "Volume", "Perkiraan biaya (Rp)"),
                        rows, (0.5, 2.6, 3.2, 1.8, 1.4, 1.2, 0.9, 1.6))  # fmt: skip
        places.write(document)
    else:
        parts.paragraph(document, "Belum ada kegiatan RTL dengan sumber dana Dana Desa atau APBD.")
    parts.paragraph(document, "")
    parts.signatures(document, [("Camat", meta.camat), head_of(meta)], place_date=event.town_date)
    return parts.as_bytes(document)


def _from_budget(row: Mapping[str, Any]) -> bool:
    funds = "" if wording.is_missing(row.get("sumber_dana")) else str(row["sumber_dana"]).lower()
    return any(name in funds for name in MUSRENBANG_FUNDS)


def _proposal(number: int, row: Mapping[str, Any], places: Places) -> tuple[str, ...]:
    plan = _plan_row(row, places)
    people = "" if wording.is_missing(row.get("sasaran")) else str(row["sasaran"])
    return (
        str(number),
        f"{plan[0]}\n{plan[3]}" if plan[3] != wording.MISSING else plan[0],
        plan[1],
        plan[2],
        people,
        plan[7],
        "",
        "",
    )
