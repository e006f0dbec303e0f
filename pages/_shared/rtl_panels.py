"""The three views of action plans: this meeting's, what became of the earlier ones, and the year."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

import streamlit as st

from lokmin_data.meeting import rtl as plans
from lokmin_data.meeting.followup import follow_up
from lokmin_data.meeting.yearview import desa_history, lokmin_title, year_view
from lokmin_data.model import Indicator
from pages._shared.acting import act
from pages._shared.apart import told_apart
from pages._shared.layout import section
from pages._shared.meeting_data import AGENDA, NOTES, PRESENT, Meeting, current_agenda
from pages._shared.plain import plain
from pages._shared.rtl_follow import follow_html
from pages._shared.rtl_form import opened, row_form
from pages._shared.rtl_rows import drafts, late_sentence, line
from pages._shared.session import get_store, known_indicators, panel

NEW = "baru"
#: So many drafts are marked at first.
FIRST_DRAFTS = 12
YEAR_HEADS = {
    "title": "Lokmin", "agreed": "Disepakati", "done": "Selesai", "running": "Berjalan", "not_begun": "Belum mulai",
    "cancelled": "Dibatalkan", "overdue": "Lewat waktu", "improved": "Membaik jelas", "incomplete": "Tidak lengkap",
}  # fmt: skip


def own_panel(meeting: Meeting, allowed: bool) -> None:
    """This meeting's rows, a draft from the agenda, and the form of one row."""
    labels = {code: one.label for code, one in known_indicators(meeting.at).items()}
    rows = meeting.own_rtl.to_dict("records")
    today = date.today()
    if rows:
        st.dataframe(
            [line(row, labels, today) for row in rows],
            hide_index=True,
            height="auto",
            alt="RTL lokmin ini",
            column_config={"Kegiatan": st.column_config.TextColumn(width="medium")},
        )
        incomplete = sum(1 for row in rows if plans.missing_parts(row))
        if incomplete:
            st.warning(
                f"{incomplete} dari {len(rows)} kegiatan belum lengkap: perlu penanggung jawab, batas waktu, dan target terukur."
            )
    else:
        st.markdown("Belum ada kegiatan yang disepakati pada lokmin ini.")
    if not allowed:
        return
    _draft(meeting)
    _choose(meeting, rows)


def _draft(meeting: Meeting) -> None:
    rows = drafts(meeting, current_agenda(meeting))
    if not rows:
        return
    with st.expander(f"Buat {len(rows)} draf kegiatan dari agenda"):
        st.markdown(
            "Satu draf untuk tiap permintaan kepada sektor; data awal dan target diambil dari data. Ubah atau batalkan sesudahnya."
        )
        labels = known_indicators(meeting.at)
        titles = told_apart({i: _draft_title(row, labels) for i, row in enumerate(rows)})
        marked = st.multiselect(
            "Draf yang dibuat",
            list(titles),
            default=list(titles)[:FIRST_DRAFTS],
            format_func=titles.__getitem__,
            key=f"draf_{meeting.key}_{len(rows)}",
        )
        if st.button(f"Buat {len(marked)} draf", disabled=not marked, key="buat_draf", type="primary"):
            chosen = [rows[i] for i in marked]
            act(
                lambda who: get_store().save_rtl_rows(chosen, who=who),
                f"{len(chosen)} draf kegiatan dibuat.",
                meeting.at.puskesmas_id,
            )


def _draft_title(row: Mapping[str, Any], known: Mapping[str, Indicator]) -> str:
    """ "K6: Mengajak suami mendukung pemeriksaan kehamilan."; several problems ask the same of a sector."""
    label = known[row["indicator"]].label if row.get("indicator") in known else ""
    return f"{label}: {row['kegiatan']}" if label else str(row["kegiatan"])


def _choose(meeting: Meeting, rows: list[dict[str, Any]]) -> None:
    section("Ubah atau tambah kegiatan")
    table = get_store().desa(meeting.at.puskesmas_id)
    names = {int(i): str(name) for i, name in zip(table["desa_id"], table["desa"], strict=True)}
    by_id = {str(row["rtl_id"]): row for row in rows}
    titles = {
        key: f"{row.get('kegiatan') or row.get('masalah')} ({row.get('desa') or 'seluruh desa'})"
        for key, row in by_id.items()
    }
    titles = told_apart({NEW: "Kegiatan baru", **titles})
    chosen = st.selectbox(
        "Kegiatan",
        [NEW, *by_id],
        format_func=titles.__getitem__,
        key=f"pilih_rtl_{meeting.key}",
    )
    row = by_id.get(chosen) or {**plans.empty_row(meeting.key), "puskesmas_id": meeting.at.puskesmas_id, "revision": 0}
    row_form(meeting, opened(meeting, chosen, row), names)
    if chosen != NEW:
        _history(int(chosen))


def _history(rtl_id: int) -> None:
    with st.expander("Riwayat perubahan kegiatan ini"):
        table = get_store().rtl_history(rtl_id)
        st.dataframe(
            [
                {
                    "Kapan": f"{row.changed_at:%d/%m/%Y %H.%M}", "Oleh": row.changed_by,
                    "Status": plans.STATUS.get(row.status, row.status), "Kegiatan": row.kegiatan, "Bukti": row.bukti,
                }
                for row in table.itertuples()
            ],
            hide_index=True, alt="Riwayat kegiatan",
        )  # fmt: skip


def follow_panel(meeting: Meeting) -> None:
    """What was promised, whether it was done, and what the number did since."""
    table = meeting.follow
    if table.empty:
        st.markdown("Belum ada RTL dari lokmin sebelumnya.")
        return
    late = late_sentence(meeting.rtl, date.today())
    if late:
        st.warning(late)
    st.html(follow_html(table.to_dict("records")))
    st.html(
        '<p class="lk-sumber">Kata dipakai bila perubahan melebihi kebetulan (uji 95 %); "mungkin" bila belum pasti. '
        "Desa lain sebagai pembanding.</p>"
    )


def year_panel(meeting: Meeting) -> None:
    """All lokmin of the year, and the history of one desa."""
    at = meeting.at
    followed = follow_up(meeting.rtl, panel(at), at.year, at.month, assessments=meeting.assessments, today=date.today())
    held = [str(key) for kind in (AGENDA, NOTES, PRESENT) for key in get_store().documents(at.puskesmas_id, kind)["key"]]
    table = year_view(followed, at.year, held)
    section(f"Lokmin tahun {at.year}")
    if table.empty:
        st.markdown("Belum ada lokmin yang tercatat pada tahun ini.")
    else:
        st.dataframe(table[list(YEAR_HEADS)].rename(columns=YEAR_HEADS), hide_index=True, alt="Lokmin setahun")
    section("Riwayat satu desa", "Kegiatan mana yang diikuti perubahan angka.")
    desa = get_store().desa(at.puskesmas_id)
    names = {int(i): str(name) for i, name in zip(desa["desa_id"], desa["desa"], strict=True)}
    chosen = st.selectbox("Desa", list(names), format_func=names.__getitem__, key="riwayat_desa")
    history = desa_history(followed, chosen) if chosen else None
    if history is None or history.empty:
        st.markdown("Belum ada kegiatan untuk desa ini.")
        return
    labels = {code: one.label for code, one in known_indicators(at).items()}
    st.dataframe(
        [
            {
                "Lokmin": lokmin_title(r.lokmin), "Kegiatan": r.kegiatan, "Indikator": labels.get(r.indicator, ""),
                "Status": plans.STATUS.get(r.status, ""), "Sebelum": r.before, "Sekarang": r.after, "Hasil": r.word_text,
                "Desa lain": r.others,
            }
            for r in history.itertuples()
        ],
        hide_index=True, alt=plain(f"Riwayat {names[chosen]}"),
    )  # fmt: skip
