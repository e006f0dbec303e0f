"""The items of an agenda that are not problems: opening, last action plans, reports, priority desa, decisions."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pandas as pd

from lokmin_data import wording
from lokmin_data.meeting import evidence
from lokmin_data.meeting.agenda import Item
from lokmin_data.meeting.findings import Finding
from lokmin_data.meeting.knowledge import Ask, asks_for, causes_for, sectors
from lokmin_data.meeting.memory import SPECIAL
from lokmin_data.reference import programmes

ROMAN = ("I", "II", "III", "IV")
#: Desa that the ranking puts on the agenda are listed by `seat`; the rest of the ranking is a slide.
OPEN_STATUS = ("belum", "proses")
#: Problems without room are named at most so many at once.
OTHERS_NAMED = 12


def tribulan_text(year: int, month: int) -> str:
    """ "Tribulan I 2026 (Januari-Maret)"; within a tribulan the months so far."""
    months = evidence.tribulan_months(month)
    names = [wording.month_name(months[0])] + ([wording.month_name(months[-1])] if len(months) > 1 else [])
    return f"Tribulan {ROMAN[(month - 1) // 3]} {year} ({'-'.join(names)})"


def opening(internal: bool, year: int, month: int) -> Item:
    """Who opens: the camat chairs a lokmin lintas sektor, the kepala Puskesmas the internal one."""
    who = "Kepala Puskesmas" if internal else "Camat"
    data = wording.period(year, month) if internal else tribulan_text(year, month)
    return Item("pembukaan", "pembukaan", f"Pembukaan oleh {who}", evidence=f"Data yang dibahas: {data}.", weight=5)


def promised_rows(rtl: pd.DataFrame | None, follow: pd.DataFrame | None) -> list[dict[str, Any]]:
    """The action plans as the agenda's `follow_up`: open ones first, the most overdue on top.

    Each with kegiatan, desa, indicator, penanggung_jawab, sektor, selesai, status and, where known, the numbers.
    """
    table = follow if follow is not None else rtl
    if table is None or table.empty:
        return []
    rows = [_promise(row) for row in table.to_dict("records") if row.get("status") != "batal"]
    return sorted(
        rows, key=lambda row: (row["status"] == "selesai", -row["overdue_days"], row["selesai"], row["kegiatan"])
    )


def _promise(row: Mapping[str, Any]) -> dict[str, Any]:
    texts = (
        "masalah",
        "kegiatan",
        "desa",
        "indicator",
        "penanggung_jawab",
        "sektor",
        "status",
        "before",
        "after",
        "word",
        "note",
    )
    plain = {name: "" if wording.is_missing(row.get(name)) else str(row[name]) for name in texts}
    due = row.get("selesai")
    day = "" if wording.is_missing(due) or due == "" else str(due)[:10]
    counts = {name: _whole(row.get(name)) for name in ("gained", "needed")}
    return {**plain, **counts, "selesai": day, "overdue_days": _whole(row.get("overdue_days")) or 0,
            "escalation": _whole(row.get("escalation")) or 0}  # fmt: skip


def _whole(value: Any) -> int | None:
    return None if wording.is_missing(value) else round(float(value))


def follow_up_item(promised: list[dict[str, Any]]) -> Item:
    """What was promised last time comes first; without a record the minutes of the last meeting are read."""
    still = [row for row in promised if row["status"] in OPEN_STATUS]
    late = [row for row in still if row["overdue_days"] > 0]
    if not promised:
        text = "Belum ada RTL yang tercatat. Bacakan kesepakatan pada notulen lokmin yang lalu."
        return Item("tindak_lanjut", "tindak_lanjut", "Tindak lanjut kesepakatan lalu", evidence=text, weight=6)
    title = f"Tindak lanjut kesepakatan lalu: {len(still)} dari {len(promised)} RTL belum selesai"
    title += f", {len(late)} lewat waktu" if late else ""
    lines = [_promise_text(row) for row in still]
    return Item(
        "tindak_lanjut", "tindak_lanjut", title, evidence=" ".join(lines) or "Semua RTL selesai.",
        areas=tuple(dict.fromkeys(row["desa"] for row in still if row["desa"])), weight=8 + min(len(still), 10),
    )  # fmt: skip


def _promise_text(row: Mapping[str, Any]) -> str:
    late = f"lewat {row['overdue_days']} hari" if row["overdue_days"] > 0 else row["status"]
    who = f" ({row['penanggung_jawab']}, {late})" if row["penanggung_jawab"] else f" ({late})"
    moved = f": {row['before']} menjadi {row['after']}" if row["before"] and row["after"] else ""
    place = f" {row['desa']}" if row["desa"] else ""
    return f"{row['kegiatan'] or row['masalah']}{place}{who}{moved}."


def reporting(assessments: Mapping[str, Any], month: int, *, internal: bool = False) -> Item | None:
    """Desa that owe a report of this month, by programme; None where everything is in."""
    missing: dict[str, set[str]] = {}
    for assessment in assessments.values():
        silent = [row["desa"] for row in assessment.records if row["state"] == "belum_lapor"]
        if silent and len(silent) < len(assessment.records):
            missing.setdefault(assessment.indicator.programme, set()).update(silent)
    if not missing:
        return None
    areas = tuple(sorted(set().union(*missing.values())))
    lines = [
        f"{programmes().get(code, code)}: {evidence.join_names(sorted(names))}." for code, names in missing.items()
    ]
    return Item(
        "pelaporan", "pelaporan", f"Kelengkapan laporan: {len(areas)} desa belum lapor sampai {wording.month_name(month)}",
        areas=areas, evidence=" ".join(lines), asks=asks_for(None, areas=evidence.join_names(areas), short=0, internal=internal),
        causes=causes_for(None), weight=4,
    )  # fmt: skip


def _meeting_order(entry: tuple[str, set[str]]) -> int:
    """Programmes in the order of the catalogue; those that a user added come last."""
    known = list(programmes())
    return known.index(entry[0]) if entry[0] in known else len(known)


def other_problems(rest: list[Finding]) -> Item | None:
    """Problems for which the meeting has no room, named so that nobody thinks they were overlooked."""
    if not rest:
        return None
    named = "; ".join(finding.title for finding in rest[:OTHERS_NAMED])
    more = f"; dan {len(rest) - OTHERS_NAMED} lainnya" if len(rest) > OTHERS_NAMED else ""
    title = f"Masalah lain yang tercatat ({len(rest)}), dibahas bila waktu cukup"
    return Item("masalah_lain", "masalah_lain", title, evidence=f"{named}{more}.", weight=3)


def no_problem(assessments: Mapping[str, Any]) -> Item:
    """What stands in the problems' place: targets are met, or nothing was reported at all."""
    reported = [one for one in assessments.values() if any(row["state"] == "ada" for row in one.records)]
    if not reported:
        text = "Belum ada laporan untuk periode ini. Unggah laporan, lalu susun ulang agenda."
        return Item("tanpa_masalah", "masalah_lain", "Capaian belum dapat dinilai", evidence=text, weight=6)
    text = (
        f"{len(reported)} indikator dinilai; tidak ada desa yang di bawah target. Pertahankan dan periksa mutu datanya."
    )
    return Item("tanpa_masalah", "masalah_lain", "Capaian: semua target tercapai", evidence=text, weight=6)


def priority_desa(ranking: pd.DataFrame) -> Item | None:
    """The desa that carry most, with the reason in plain words; None where there is nothing to rank."""
    if ranking is None or ranking.empty:
        return None
    seated = ranking[ranking["seat"].fillna("") != ""]
    if seated.empty:
        return None
    rows = sorted(seated.to_dict("records"), key=lambda row: row["seat"] == SPECIAL)  # its seat is the last one
    names = [str(row["desa"]) for row in rows]
    return Item(
        "desa_prioritas", "desa_prioritas", f"Desa prioritas: {wording.listing(names)}", areas=tuple(names),
        desa_ids=tuple(int(row["desa_id"]) for row in rows), evidence=" ".join(desa_reason(row) for row in rows), weight=8,
    )  # fmt: skip


def desa_reason(row: Mapping[str, Any]) -> str:
    """ "Mekarsari (peringkat 1, antara 1 dan 3): ..." from a row of the ranking; the rank never without its range."""
    seat = " · perhatian khusus" if row.get("seat") == SPECIAL else ""
    span = f", antara {wording.number(row['rank_low'])} dan {wording.number(row['rank_high'])}"
    known = "" if wording.is_missing(row.get("rank_low")) or wording.is_missing(row.get("rank_high")) else span
    why = "" if wording.is_missing(row.get("why")) else str(row["why"]).strip()
    return f"{row['desa']} (peringkat {wording.number(row['rank'])}{known}{seat}): {why}"


def decisions(chosen: list[Finding], internal: bool) -> list[Item]:
    """What the meeting decides: causes and priority, who does what, the action plan, the signatures, closing."""
    titles = wording.listing([finding.indicator.label for finding in chosen[:3]]) or "masalah terpilih"
    causes = Item(
        "penyebab", "penyebab", "Penyebab dan urutan prioritas (USG)", evidence=f"Mulai dari {titles}.", weight=8
    )
    roles = Item("peran", "peran", "Peran yang diminta dari setiap sektor", asks=_one_each(chosen, internal), weight=10)
    plan_text = "Setiap kegiatan: desa, target terukur, penanggung jawab, batas waktu, dan sumber dana."
    plan = Item("rtl", "rtl", "Menyusun rencana tindak lanjut (RTL)", evidence=plan_text, weight=12)
    sign = Item(
        "komitmen",
        "komitmen",
        "Penandatanganan komitmen bersama",
        evidence="Berita acara ditandatangani setiap sektor.",
        weight=6,
    )
    closing = Item("penutup", "penutup", "Penutup dan jadwal lokmin berikutnya", weight=4)
    if internal:
        return [causes, Item("peran", "peran", "Pembagian tugas", asks=roles.asks, weight=6), plan, closing]
    return [causes, roles, plan, sign, closing]


def _one_each(chosen: list[Finding], internal: bool) -> tuple[Ask, ...]:
    """The first ask of each sector over the chosen problems, in the order of the attendance list."""
    first: dict[str, Ask] = {}
    for finding in chosen:
        where = evidence.join_names(finding.areas) or "seluruh desa"
        for ask in asks_for(finding.indicator, areas=where, short=finding.short, internal=internal):
            first.setdefault(ask.sector, ask)
    return tuple(first[code] for code in sectors() if code in first)
