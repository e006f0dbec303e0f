"""Letters and records: the agenda's and the action plan's texts, signatures, letterhead, CONTOH."""

from __future__ import annotations

import io
import struct
import zlib
from dataclasses import replace

import docx
import pandas as pd
import pytest

from lokmin_data.export import docx_letters as letters
from lokmin_data.export import docx_records as records
from lokmin_data.export.docx_letters import Event
from lokmin_data.meeting.agenda import Item
from lokmin_data.meeting.knowledge import Ask, sectors

PRESENT = [{"name": "Budi", "sector": "polsek", "role": "Bhabinkamtibmas"}]
NOTES = {"masalah:idl": "Disepakati sweeping.", "umum": "Rapat tertib."}


def text_of(data: bytes) -> str:
    """Every text of the document's body in order, header and footer at the end."""
    document = docx.Document(io.BytesIO(data))
    body = [
        element.text or ""
        for element in document.element.body.iter("{http://schemas.openxmlformats.org/wordprocessingml/2006/main}t")
    ]
    section = document.sections[0]
    return "\n".join(
        [*body, *(one.text for one in section.header.paragraphs), *(one.text for one in section.footer.paragraphs)]
    )


def all_documents(work):
    return {
        "undangan": letters.undangan(work.agenda, work.meta, work.event),
        "hadir": letters.daftar_hadir(work.agenda, work.meta, work.event, attendees=PRESENT),
        "agenda": records.agenda_docx(work.agenda, work.meta, work.event),
        "notulen": records.notulen(work.agenda, work.meta, work.event, notes=NOTES, rtl=work.follow, attendees=PRESENT),
        "berita_acara": records.berita_acara(work.agenda, work.meta, work.event, rtl=work.follow),
        "musrenbang": records.musrenbang(work.meta, work.event, work.follow),
        "permintaan": letters.permintaan_sektor(work.agenda, work.meta, work.event, "kepala_desa", rtl=work.follow),
    }  # fmt: skip


@pytest.fixture(scope="module")
def documents(work):
    return {name: text_of(data) for name, data in all_documents(work).items()}


def test_every_document_has_letterhead_source_and_the_mark(documents):
    for name, text in documents.items():
        assert "PUSKESMAS SUKAMAJU JAYA" in text and "PEMERINTAH KABUPATEN CONTOH" in text, name
        assert "CONTOH - data ini bukan data sebenarnya" in text, name
        assert (
            "Sumber: laporan bulanan Puskesmas Sukamaju Jaya, data sampai Maret 2026, disimpan 3 April 2026." in text
        ), name


def test_the_invitation_holds_date_place_agenda_and_every_sector(documents, work):
    text = documents["undangan"]
    for part in (
        "Senin, 6 April 2026",
        "09.00 WIB",
        "Pendopo Kecamatan",
        "005/12/2026",
        "120 menit",
        "Kapolsek Sukajaya",
        "dr. Contoh",
    ):
        assert part in text
    assert all(item.title in text and f"{item.minutes} menit" in text for item in work.agenda.items)
    assert len(letters.invited(work.agenda, work.meta)) == len(sectors())


def test_evidence_and_asks_are_the_agendas(documents, work):
    for item in work.agenda.items:
        assert item.evidence in documents["agenda"] or not item.evidence
        assert all(ask.text in documents["agenda"] for ask in item.asks)


def test_the_action_plan_is_the_same_in_minutes_and_commitment(documents, work):
    for row in work.follow.to_dict("records"):
        assert row["kegiatan"] in documents["notulen"] and row["kegiatan"] in documents["berita_acara"]
        assert row["indikator_keberhasilan"] in documents["berita_acara"]
    assert "30 Juni 2026" in documents["berita_acara"] and "belum ditentukan" in documents["berita_acara"]
    assert "Disepakati sweeping." in documents["notulen"] and "Rapat tertib." in documents["notulen"]


def test_the_commitment_has_a_line_for_every_sector(documents):
    assert all(sector.label in documents["berita_acara"] for sector in sectors().values() if sector.code != "puskesmas")
    assert (
        "(.....................................)" in documents["berita_acara"]
        and "NIP 19800101 200501 2 001" in documents["berita_acara"]
    )


def test_musrenbang_takes_what_the_budget_pays(documents, work):
    paid = work.follow[work.follow["sumber_dana"].isin(["Dana Desa", "APBD"])]
    assert all(text in documents["musrenbang"] for text in paid["kegiatan"])
    only_bok = work.follow[work.follow["sumber_dana"] == "BOK"]
    alone = text_of(records.musrenbang(work.meta, work.event, only_bok))
    assert "Belum ada kegiatan RTL dengan sumber dana" in alone
    assert only_bok["kegiatan"].iloc[0] in text_of(records.musrenbang(work.meta, work.event, only_bok, every_row=True))


def test_a_sector_reads_only_what_is_asked_of_it(documents, work):
    for item in work.agenda.problems():
        for ask in item.asks:
            assert (ask.text in documents["permintaan"]) == (ask.sector == "kepala_desa") or ask.sector != "kepala_desa"
    whole = letters.permintaan_semua(work.agenda, work.meta, work.event)
    assert list(whole) == [code for code in sectors() if code in whole] and len(whole) >= 8


def test_what_is_not_known_yet_is_a_dotted_line(work):
    text = text_of(letters.undangan(work.agenda, replace(work.meta, head="", contoh=False), Event()))
    assert letters.BLANK in text and "CONTOH -" not in text


def test_hostile_texts_are_plain_texts(work):
    evil = "<w:p>&\"' \x00\x1b{{x}} =HYPERLINK(1)\ud800"
    item = Item("sendiri-1", "sendiri", evil, 5, evidence=evil, asks=(Ask(evil, evil),), areas=(evil,))
    agenda = replace(work.agenda, items=(*work.agenda.items, item), puskesmas=evil)
    rtl = pd.DataFrame(
        [
            {
                "kegiatan": evil,
                "desa": evil,
                "masalah": evil,
                "sektor": evil,
                "penanggung_jawab": evil,
                "selesai": "2026-06-30",
                "status": "belum",
            }
        ],
        dtype=object,
    )
    meta = replace(work.meta, puskesmas=evil, address=evil, head=evil)
    hostile = replace(work, agenda=agenda, meta=meta, follow=rtl)
    for name, data in all_documents(hostile).items():
        assert "<w:p>&\"' {{x}} =HYPERLINK(1)" in text_of(data), name


def _png() -> bytes:
    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    return (
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", struct.pack(">IIBBBBB", 1, 1, 8, 2, 0, 0, 0))
        + chunk(b"IDAT", zlib.compress(b"\0\0\0\0"))
        + chunk(b"IEND", b"")
    )


@pytest.mark.parametrize(
    ("logo", "pictures"), [(_png(), 1), (b"bukan gambar", 0), (b"\x89PNG\r\n\x1a\n", 0), (None, 0)]
)
def test_a_logo_that_cannot_be_read_never_stops_a_letter(work, logo, pictures):
    document = docx.Document(io.BytesIO(letters.undangan(work.agenda, replace(work.meta, logo=logo), work.event)))
    assert len(document.inline_shapes) == pictures


def test_many_desa_are_counted_in_the_column_and_named_once(work):
    names = [f"Karanganyar {number}" for number in range(1, 35)]
    row = {**work.follow.to_dict("records")[0], "desa": ", ".join(names), "desa_ids": list(range(1, 35)), "sumber_dana": "Dana Desa",
           "sektor": "kepala_desa"}  # fmt: skip
    plans = pd.DataFrame([row, {**row, "kegiatan": "Kelas ibu"}, {**row, "desa": "Satu, Dua", "kegiatan": "Arisan jamban"}])
    for data in (
        records.berita_acara(work.agenda, work.meta, work.event, rtl=plans),
        records.notulen(work.agenda, work.meta, work.event, rtl=plans),
        records.musrenbang(work.meta, work.event, plans),
        letters.permintaan_sektor(work.agenda, work.meta, work.event, "kepala_desa", rtl=plans),
    ):
        text = text_of(data)
        assert text.count("34 desa (daftar ") == 2 and text.count("Karanganyar 17") == 1 and "Satu, Dua" in text
