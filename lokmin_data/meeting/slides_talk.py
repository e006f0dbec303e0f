"""Slides that hold words: cover, agenda, last action plans, causes, priorities, asks, action plan, commitment."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd

from lokmin_data import wording
from lokmin_data.meeting import items, movement
from lokmin_data.meeting import rtl as plans
from lokmin_data.meeting.agenda import Agenda
from lokmin_data.meeting.build import meeting_title
from lokmin_data.meeting.knowledge import sector_label, sectors
from lokmin_data.meeting.slide import Column, Slide, Table

if TYPE_CHECKING:
    from lokmin_data.meeting.deck import Meta

CAUSE_SLIDES = 3
ASKS_PER_SECTOR = 2
NAMED_ON_SLIDE = 3
COMMITMENT = (
    "Kami menyepakati rencana tindak lanjut yang dibahas hari ini.",
    "Setiap sektor melaksanakan bagiannya sampai batas waktu yang disepakati.",
    "Hasilnya diperiksa bersama pada lokmin berikutnya dengan angka yang sama.",
)


def cover(agenda: Agenda, meta: Meta) -> Slide:
    """Puskesmas, kecamatan, period and date of the meeting."""

    where = ", ".join(
        part for part in (f"Kecamatan {meta.kecamatan}" if meta.kecamatan else "", meta.kabupaten) if part
    )
    place = [wording.puskesmas_name(meta.puskesmas), where, meta.meeting_date]
    return Slide("sampul", "sampul", meeting_title(agenda), "\n".join(part for part in place if part))


def agenda_table(agenda: Agenda) -> list[Slide]:
    """The agenda with its minutes."""
    rows = tuple((str(order), item.title, f"{item.minutes} menit") for order, item in enumerate(agenda.items, start=1))
    columns = (Column("No", 0.35, "right"), Column("Acara", 5.0), Column("Waktu", 1.05, "right"))
    return [Slide("agenda", "agenda", f"Agenda: {agenda.minutes} menit", table=Table(columns, rows))] if rows else []


def follow_up_table(agenda: Agenda, follow: pd.DataFrame | None) -> list[Slide]:
    """What was promised, what was done, what the number did since."""
    promised = items.promised_rows(None, follow) if follow is not None else [dict(row) for row in agenda.follow_up]
    if not promised:
        text = "Belum ada RTL yang tercatat. Bacakan kesepakatan pada notulen lokmin yang lalu."
        return [Slide("tindak_lanjut", "tindak_lanjut", "Tindak lanjut kesepakatan lalu", bullets=(text,))]
    done = sum(1 for row in promised if row["status"] == "selesai")
    late = sum(1 for row in promised if row["overdue_days"] > 0)
    improved = sum(1 for row in promised if row["word"] == movement.IMPROVED)
    title = f"Kesepakatan lalu: {done} dari {len(promised)} selesai, {late} lewat waktu, {improved} membaik jelas"
    rows = tuple(_promise_row(row) for row in promised)
    columns = (
        Column("Kegiatan", 2.5),
        Column("Penanggung jawab", 1.2),
        Column("Status", 1.0),
        Column("Angka: sebelum → sekarang", 2.0),
    )
    notes = "Kata dipakai bila perubahan melebihi kebetulan (uji 95 %); 'mungkin' bila belum pasti."
    return [Slide("tindak_lanjut", "tindak_lanjut", title, table=Table(columns, rows), notes=notes)]


def _promise_row(row: dict) -> tuple[str, str, str, str]:
    what = row["kegiatan"] or row["masalah"]
    status = plans.STATUS.get(row["status"], row["status"]) or plans.STATUS["belum"]
    if row["overdue_days"] > 0:
        status += f", lewat {row['overdue_days']} hari"
    numbers = f"{row['before']} → {row['after']}" if row["before"] and row["after"] else wording.MISSING
    word = movement.WORDS.get(row["word"], "") if numbers != wording.MISSING else ""
    place = few_desa(row["desa"])
    told = any(name.strip() in what for name in row["desa"].split(",") if name.strip())
    return (
        what if not place or told else f"{what} ({place})",
        row["penanggung_jawab"] or sector_label(row["sektor"]) or "belum ditentukan",
        status,
        f"{numbers} {word}".strip(),
    )


def few_desa(listed: str) -> str:
    """The desa of a row on a slide: named up to three, counted beyond; the documents name them all."""
    names = [name.strip() for name in listed.split(",") if name.strip()]
    return ", ".join(names) if len(names) <= NAMED_ON_SLIDE else f"{len(names)} desa"


def causes(agenda: Agenda) -> list[Slide]:
    """Likely causes of the heaviest problems by fishbone group; those that the room ticked are marked."""
    slides = []
    for item in agenda.problems()[:CAUSE_SLIDES]:
        rows = tuple((group.capitalize(), "; ".join(_tick(text, item.ticked) for text in texts))
                     for group, texts in item.causes.items() if texts)  # fmt: skip
        columns = (Column("Kelompok", 0.8), Column("Penyebab yang mungkin (centang yang disepakati)", 5.0))
        slides.append(Slide(f"penyebab:{item.indicator}", "penyebab", f"Mengapa? {item.title}", table=Table(columns, rows),
                            indicator=item.indicator, programme=item.programme))  # fmt: skip
    return slides


def _tick(text: str, ticked: tuple[str, ...]) -> str:
    return f"✓ {text}" if text in ticked else text


def priorities(agenda: Agenda, usg: pd.DataFrame | None) -> Slide | None:
    """The room's USG table where it is filled in, else the order that the data suggest."""
    if usg is not None and len(usg):
        rows = tuple(
            (wording.number(row.get("rank", place)), str(row["masalah"]), *(wording.number(row[name]) for name in ("u", "s", "g", "total")))
            for place, row in enumerate(usg.to_dict("records"), start=1)
        )  # fmt: skip
        columns = (
            Column("No", 0.4, "right"),
            Column("Masalah", 4.2),
            *(Column(name, 0.6, "right") for name in ("U", "S", "G", "Jumlah")),
        )
        return Slide(
            "prioritas", "prioritas", f"Prioritas pertama: {usg.iloc[0]['masalah']}", table=Table(columns, rows)
        )
    problems = agenda.problems()
    if not problems:
        return None
    rows = tuple((str(place), item.title, wording.number(item.short) if item.short else wording.MISSING)
                 for place, item in enumerate(sorted(problems, key=lambda one: (-one.weight, -one.short)), start=1))  # fmt: skip
    columns = (Column("No", 0.4, "right"), Column("Masalah", 4.6), Column("Orang", 0.8, "right"))
    title = "Urutan masalah menurut data; ruang rapat memutuskan dengan USG"
    return Slide(
        "prioritas",
        "prioritas",
        title,
        "Orang: yang masih harus dijangkau, atau kelebihan kasus.",
        Table(columns, rows),
    )


def sector_asks(agenda: Agenda) -> list[Slide]:
    """What is asked of each sector: its first request of each programme, two at most; the letters hold all of them."""
    asked: dict[str, dict[str, str]] = {}
    for item in agenda.problems():
        for ask in item.asks:
            asked.setdefault(ask.sector, {}).setdefault(item.programme, ask.text)
    if not asked:
        return []
    order = [code for code in sectors() if code in asked] + [code for code in asked if code not in sectors()]
    rows = tuple((sector_label(code), "\n".join(list(asked[code].values())[:ASKS_PER_SECTOR])) for code in order)
    columns = (Column("Sektor", 1.6), Column("Yang diminta", 4.6))
    return [Slide("permintaan", "permintaan", f"Yang diminta dari {len(rows)} sektor", table=Table(columns, rows))]


def action_plan(agenda: Agenda, rtl: pd.DataFrame | None) -> Slide:
    """The action plan of this meeting; before it is written, what each row must hold."""
    if rtl is None or rtl.empty:
        bullets = ("Kegiatan apa, di desa mana?", "Target terukur: berapa orang, sampai kapan?", "Siapa satu orang penanggung jawabnya?",
                   "Dari mana dananya: BOK, Dana Desa, APBD, CSR, swadaya?")  # fmt: skip
        return Slide("rtl", "rtl", "Menyusun rencana tindak lanjut (RTL)", bullets=bullets)
    records = [row for row in rtl.to_dict("records") if row.get("status") != "batal"]
    lacking = sum(1 for row in records if plans.missing_parts(row))
    title = f"RTL: {len(records)} kegiatan disepakati" + (f", {lacking} belum lengkap" if lacking else "")
    rows = tuple(_plan_row(row) for row in records)
    columns = (
        Column("Kegiatan", 2.6),
        Column("Desa", 1.1),
        Column("Penanggung jawab", 1.2),
        Column("Target", 1.7),
        Column("Batas waktu", 0.9),
    )
    return Slide("rtl", "rtl", title, table=Table(columns, rows))


def _plan_row(row: dict) -> tuple[str, ...]:
    due = plans.as_date(row.get("selesai"))
    texts = [
        "" if wording.is_missing(row.get(name)) else str(row.get(name))
        for name in ("kegiatan", "desa", "indikator_keberhasilan")
    ]
    goal = texts[2] or (
        wording.percent(row["target_value"]) if not wording.is_missing(row.get("target_value")) else "belum ada"
    )
    return (
        texts[0],
        few_desa(texts[1]) or "seluruh desa",
        plans.responsible_text(row),
        goal,
        wording.date_text(due) if due else "belum ada",
    )


def commitment(agenda: Agenda, meta: Meta) -> Slide | None:
    """The promise that is signed; an internal meeting signs nothing."""
    if agenda.kind == "bulanan":
        return None
    return Slide(
        "komitmen",
        "komitmen",
        "Komitmen bersama",
        bullets=COMMITMENT,
        notes="Lanjutkan dengan penandatanganan berita acara.",
    )
