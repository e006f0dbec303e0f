"""The documents of a meeting: built only when a button is pressed, all in one archive too."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any

import pandas as pd
import streamlit as st

from lokmin_data.export.text import file_name
from lokmin_data.meeting.agenda import Agenda
from lokmin_data.meeting.build import meeting_title
from lokmin_data.meeting.deck import Meta, arrange, build_slides
from lokmin_data.meeting.knowledge import sector_label
from pages._shared.layout import section
from pages._shared.meeting_data import NOTES, SLIDES, Meeting, current_agenda, load_agenda, meta_of
from pages._shared.meeting_present import attendees
from pages._shared.priority_saved import saved_usg
from pages._shared.session import get_store

MEDIA = {
    "pptx": "application/vnd.openxmlformats-officedocument.presentationml.presentation",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "pdf": "application/pdf", "zip": "application/zip",
}  # fmt: skip


@dataclass(frozen=True)
class Package:
    """Everything the documents need, gathered before a button is pressed: the makers run outside the script."""

    meeting: Meeting
    agenda: Agenda
    meta: Meta
    event: Any
    notes: str
    people: list[dict[str, str]]
    choice: dict[str, Any]
    usg: pd.DataFrame | None

    @property
    def rtl(self) -> pd.DataFrame | None:
        """This meeting's action plans; None where there are none yet."""
        own = self.meeting.own_rtl
        return own if len(own) else None


def gather(meeting: Meeting) -> Package:
    """Read what the documents need from the store."""
    from lokmin_data.export.docx_letters import Event

    at, store = meeting.at, get_store()
    _, _, beside = load_agenda(meeting)
    letter = store.settings(at.puskesmas_id).get("kop", {})
    held = date.fromisoformat(beside["tanggal"]) if beside.get("tanggal") else None
    event = Event(
        held,
        beside.get("pukul", "").replace(":", "."),
        beside.get("tempat", ""),
        beside.get("nomor", ""),
        letter.get("kota", "") or at.kecamatan,
    )
    notes, _ = store.load_document(at.puskesmas_id, NOTES, meeting.key)
    choice, _ = store.load_document(at.puskesmas_id, SLIDES, meeting.key)
    return Package(
        meeting,
        current_agenda(meeting),
        meta_of(meeting, beside),
        event,
        str(notes.get("teks", "")),
        attendees(meeting),
        choice,
        saved_usg(meeting),
    )


def materi(package: Package) -> bytes:
    """The deck with native charts, in the chosen order."""
    from lokmin_data.export.pptx_deck import build_materi

    m = package.meeting
    slides = build_slides(
        package.agenda, m.assessments, m.ranking, package.meta, follow=m.follow, rtl=package.rtl, usg=package.usg
    )
    shown = arrange(slides, package.choice.get("urutan", ()), package.choice.get("sembunyi", ()))
    return build_materi(shown, title=meeting_title(package.agenda), contoh=package.meta.contoh)


def makers(package: Package) -> dict[str, tuple[str, Callable[[], bytes]]]:
    """Document name -> (kind of file, function that makes it)."""
    from lokmin_data.export import docx_letters as letters
    from lokmin_data.export import docx_records as records
    from lokmin_data.export.profil import profil_desa_pdf
    from lokmin_data.export.tables import package_sheets
    from lokmin_data.export.xlsx import rtl_xlsx, table_xlsx

    p, m = package, package.meeting
    plans = p.rtl if p.rtl is not None else m.own_rtl
    return {
        "Materi": ("pptx", lambda: materi(p)),
        "Undangan": ("docx", lambda: letters.undangan(p.agenda, p.meta, p.event)),
        "Agenda": ("docx", lambda: records.agenda_docx(p.agenda, p.meta, p.event)),
        "Daftar hadir": ("docx", lambda: letters.daftar_hadir(p.agenda, p.meta, p.event, attendees=p.people)),
        "Notulen": (
            "docx",
            lambda: records.notulen(p.agenda, p.meta, p.event, notes={"umum": p.notes}, attendees=p.people, rtl=p.rtl),
        ),
        "Berita acara dan komitmen": ("docx", lambda: records.berita_acara(p.agenda, p.meta, p.event, rtl=p.rtl)),
        "Usulan Musrenbang": ("docx", lambda: records.musrenbang(p.meta, p.event, p.rtl)),
        "RTL": ("xlsx", lambda: rtl_xlsx(plans, p.meta)),
        "Tabel seluruh indikator": (
            "xlsx",
            lambda: table_xlsx(package_sheets(p.agenda, m.assessments, m.ranking), p.meta),
        ),
        "Profil semua desa": (
            "pdf",
            lambda: profil_desa_pdf(m.assessments, m.ranking, p.meta, agenda=p.agenda, follow=m.follow, rtl=p.rtl),
        ),
    }


def sector_letters(package: Package) -> dict[str, bytes]:
    """'Yang diminta dari ...' for every sector that is asked for something."""
    from lokmin_data.export.docx_letters import permintaan_semua

    return permintaan_semua(package.agenda, package.meta, package.event, rtl=package.rtl)


def everything(package: Package) -> bytes:
    """All documents in one archive: the set, a letter for each sector, one page for each desa."""
    from lokmin_data.export.profil import profil_desa_pdfs

    m, buffer = package.meeting, io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, (kind, make) in makers(package).items():
            archive.writestr(_file(package, name, kind), make())
        for sector, data in sector_letters(package).items():
            archive.writestr("permintaan-sektor/" + file_name("permintaan", sector_label(sector), suffix="docx"), data)
        for desa, data in profil_desa_pdfs(
            m.assessments, m.ranking, package.meta, agenda=package.agenda, follow=m.follow, rtl=package.rtl
        ).items():
            archive.writestr("profil-desa/" + file_name("profil", desa, suffix="pdf"), data)
    return buffer.getvalue()


def letters_archive(package: Package) -> bytes:
    """The letters to the sectors in one archive."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for sector, data in sector_letters(package).items():
            archive.writestr(file_name("permintaan", sector_label(sector), suffix="docx"), data)
    return buffer.getvalue()


def _file(package: Package, name: str, kind: str) -> str:
    return file_name(name, package.meta.puskesmas, package.meeting.key, suffix=kind)


def documents_panel(meeting: Meeting) -> None:
    """A button for each document; nothing is built before it is pressed."""
    section("Dokumen", "Semua dapat disunting. Tiap dokumen memuat kop, sumber data, dan tanggal data.")
    package = gather(meeting)
    st.download_button(
        "Unduh semua dokumen (ZIP)",
        lambda: everything(package),
        _file(package, "lokmin", "zip"),
        MEDIA["zip"],
        type="primary",
        on_click="ignore",
        key="dok_semua",
    )
    with st.container(horizontal=True):
        for name, (kind, make) in makers(package).items():
            st.download_button(
                f"{name} ({kind.upper()})",
                make,
                _file(package, name, kind),
                MEDIA[kind],
                on_click="ignore",
                key=f"dok_{name}",
            )
        st.download_button(
            "Permintaan tiap sektor (ZIP)",
            lambda: letters_archive(package),
            _file(package, "permintaan-sektor", "zip"),
            MEDIA["zip"],
            on_click="ignore",
            key="dok_sektor",
        )
