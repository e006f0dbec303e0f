"""The table of the agenda, its minutes, and the details of each problem."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time
from html import escape

import pandas as pd
import streamlit as st

from lokmin_data.meeting.agenda import Agenda, Item
from lokmin_data.meeting.knowledge import Ask, sector_label, sectors
from lokmin_data.meeting.merge import apply_merge, merge_agenda, retime
from lokmin_data.wording import number
from pages._shared.agenda_state import edited_agenda, keep, new_item, place_key
from pages._shared.layout import section
from pages._shared.meeting_data import Meeting
from pages._shared.plain import plain

STEP = 5
GROUP_WORDS = {"manusia": "Manusia", "metode": "Metode", "sarana": "Sarana", "dana": "Dana", "lingkungan": "Lingkungan"}


def event_fields(meeting: Meeting, allowed: bool) -> None:
    """When and where: for the invitation and the cover."""
    held = edited_agenda(meeting)
    beside = dict(held["beside"])
    with st.expander("Hari, jam, dan tempat rapat", expanded=not beside.get("tanggal")):
        day = st.date_input(
            "Tanggal",
            date.fromisoformat(beside["tanggal"]) if beside.get("tanggal") else None,
            format="DD/MM/YYYY",
            key=f"tgl_{meeting.key}_{held['round']}",
            disabled=not allowed,
        )
        start = st.time_input(
            "Pukul",
            time.fromisoformat(beside.get("pukul") or "09:00"),
            key=f"jam_{meeting.key}_{held['round']}",
            disabled=not allowed,
            step=900,
        )
        place = st.text_input(
            "Tempat",
            beside.get("tempat", ""),
            max_chars=120,
            key=place_key(meeting, held["round"]),
            disabled=not allowed,
            placeholder="Contoh: Aula kecamatan",
        )
        letter = st.text_input(
            "Nomor surat undangan",
            beside.get("nomor", ""),
            max_chars=60,
            key=f"nomor_{meeting.key}_{held['round']}",
            disabled=not allowed,
        )
    beside |= {
        "tanggal": day.isoformat() if day else "",
        "pukul": start.strftime("%H:%M") if start else "",
        "tempat": place,
        "nomor": letter,
    }
    if allowed and beside != held["beside"] and (day or place or letter or held["saved"]):
        keep(meeting, held["agenda"], beside)


def regeneration(meeting: Meeting, allowed: bool) -> None:
    """What new data would change in the saved agenda; nothing is overwritten without being asked for."""
    held = edited_agenda(meeting)
    if not held["saved"]:
        return
    agenda = held["agenda"]
    fresh = meeting.fresh(agenda.minutes)
    found = merge_agenda(agenda, fresh)
    if not found:
        return
    lines = found.sentences()
    st.info("Data berubah sejak agenda ini disusun:\n\n" + "\n".join(f"- {plain(line)}" for line in lines[:12]))
    if allowed and st.button(f"Terapkan {len(lines)} perubahan; suntingan saya tetap", key="terapkan_data"):
        keep(meeting, apply_merge(agenda, fresh), reload=True)


def agenda_table(meeting: Meeting, allowed: bool) -> None:
    """Order, title and minutes of every item; changes are stored as they are made."""
    held = edited_agenda(meeting)
    agenda: Agenda = held["agenda"]
    section("Susunan acara", "Ubah langsung di tabel; tersimpan sendiri.")
    drawn = f"tabel_{meeting.at.puskesmas_id}_{meeting.key}_{held['round']}"
    base = st.session_state.setdefault(f"{drawn}_awal", agenda)
    edited = st.data_editor(
        _rows(base), key=drawn, hide_index=True, disabled=not allowed, height="content", alt="Susunan acara",
        column_order=["place", "title", "minutes", "used"],
        column_config={
            "place": st.column_config.NumberColumn("Urut", min_value=0.0, step=0.5, format="%g", width=70),
            "title": st.column_config.TextColumn("Acara", width=680, required=True, max_chars=200),
            "minutes": st.column_config.NumberColumn("Menit", min_value=0, max_value=600, step=STEP, width=80, required=True),
            "used": st.column_config.CheckboxColumn("Pakai", width=70),
        },
    )  # fmt: skip
    now = _merged(base, agenda, edited)
    st.html(_on_paper(now))
    _minutes(meeting, now, allowed)
    if allowed:
        if now != agenda:
            keep(meeting, now)
        _add(meeting, now)


def _on_paper(agenda: Agenda) -> str:
    """The order of the meeting as a list that only the printer shows: the table above cuts long titles."""
    items = "".join(f"<li>{escape(item.title)} ({item.minutes} menit)</li>" for item in agenda.items)
    return f'<ol class="lk-cetak">{items}</ol>'


def _rows(agenda: Agenda) -> pd.DataFrame:
    rows = [
        (float(place), item.title, int(item.minutes), True, item.key)
        for place, item in enumerate(agenda.items, start=1)
    ]
    return pd.DataFrame(rows, columns=["place", "title", "minutes", "used", "key"])


def _merged(base: Agenda, agenda: Agenda, edited: pd.DataFrame) -> Agenda:
    """The agenda with the table's order, titles, minutes and ticks; details edited elsewhere stay."""
    known = {item.key: item for item in base.items} | {item.key: item for item in agenda.items}
    ordered = edited.loc[edited["used"].astype(bool)].sort_values("place", kind="stable", na_position="last")
    items = [
        replace(known[row.key], title=str(row.title or known[row.key].title), minutes=int(row.minutes or 0))
        for row in ordered.itertuples()
    ]
    return replace(agenda, items=tuple(items))


def _minutes(meeting: Meeting, agenda: Agenda, allowed: bool) -> None:
    """Do the minutes add up to the meeting's length?"""
    total = sum(item.minutes for item in agenda.items)
    length = int(
        st.number_input(
            "Lama rapat (menit)",
            30,
            600,
            agenda.minutes,
            step=STEP,
            key=f"lama_{meeting.key}_{edited_agenda(meeting)['round']}",
            disabled=not allowed,
        )
    )
    if total == length:
        st.markdown(f"Jumlah menit: **{total} dari {length}**.")
    else:
        more = "lebih" if total > length else "kurang"
        st.warning(f"Jumlah menit {total}, {more} {abs(total - length)} dari lama rapat {length}.")
        if allowed and st.button(f"Bagi ulang menjadi {length} menit", key="bagi_ulang"):
            keep(meeting, retime(agenda, length), reload=True)
    if allowed and length != agenda.minutes and total == length:
        keep(meeting, replace(agenda, minutes=length), reload=True)


def _add(meeting: Meeting, agenda: Agenda) -> None:
    with st.expander("Tambah acara sendiri"):
        with st.form(f"acara_{meeting.key}", clear_on_submit=True, border=False):
            title = st.text_input("Acara", max_chars=200)
            minutes = st.number_input("Menit", 0, 240, 10, step=STEP)
            if st.form_submit_button("Tambahkan acara") and title.strip():
                keep(meeting, new_item(agenda, title.strip(), int(minutes)), reload=True)


def problem_details(meeting: Meeting, allowed: bool) -> None:
    """Evidence, causes to tick and asks of every problem that is open: each has many fields, and all is saved at once."""
    held = edited_agenda(meeting)
    agenda: Agenda = held["agenda"]
    items = [item for item in agenda.items if item.kind in ("masalah", "pelaporan")]
    if not items:
        return
    section(
        "Bukti, penyebab, dan permintaan",
        "Buka tiap masalah untuk mencentang penyebab yang disepakati dan mengubah permintaan kepada sektor.",
    )
    changed = {}
    for item in items:
        box = st.expander(plain(item.title), on_change="rerun", key=open_key(meeting.key, item.key))
        if box.open:
            with box:
                changed[item.key] = _problem(item, f"{meeting.key}_{item.key}_{held['round']}", allowed)
    now = replace(agenda, items=tuple(changed.get(item.key, item) for item in agenda.items))
    if allowed and now != agenda:
        keep(meeting, now)


def open_key(meeting: str, item: str) -> str:
    """The name under which the browser's session knows whether that problem is open."""
    return f"buka_{meeting}_{item}"


def _problem(item: Item, key: str, allowed: bool) -> Item:
    evidence = st.text_area("Bukti", item.evidence, key=f"bukti_{key}", disabled=not allowed, height="content")
    ticked: list[str] = []
    for group, texts in item.causes.items():
        if texts:
            chosen = [text for text in item.ticked if text in texts]
            ticked += (
                st.pills(
                    f"Penyebab: {GROUP_WORDS.get(group, group)}",
                    list(texts),
                    selection_mode="multi",
                    default=chosen,
                    key=f"sebab_{group}_{key}",
                    disabled=not allowed,
                    wrap=True,
                )
                or []
            )
    other = "; ".join(text for text in item.ticked if all(text not in texts for texts in item.causes.values()))
    more = st.text_input("Penyebab lain (dipisah titik koma)", other, key=f"sebab_lain_{key}", disabled=not allowed)
    ticked += [text.strip() for text in (more or "").split(";") if text.strip()]
    asks = [
        Ask(ask.sector, text.strip())
        for n, ask in enumerate(item.asks)
        if (
            text := st.text_area(
                f"Yang diminta dari {plain(sector_label(ask.sector))}",
                ask.text,
                key=f"minta_{n}_{key}",
                disabled=not allowed,
                height="content",
            )
        )
        and text.strip()
    ]
    extra = st.selectbox(
        "Tambah permintaan kepada",
        list(sectors()),
        index=None,
        format_func=sector_label,
        placeholder="Pilih sektor",
        key=f"minta_baru_{key}",
        disabled=not allowed,
    )
    if extra:
        text = st.text_input(f"Yang diminta dari {plain(sector_label(extra))} (baru)", key=f"minta_baru_teks_{key}")
        if text and text.strip() and Ask(extra, text.strip()) not in asks:
            asks.append(Ask(extra, text.strip()))
    return replace(item, evidence=evidence or "", ticked=tuple(ticked), asks=tuple(asks))


def total_text(agenda: Agenda) -> str:
    """'120 menit, 9 masalah'."""
    return f"{number(sum(item.minutes for item in agenda.items))} menit, {len(agenda.problems())} masalah"
