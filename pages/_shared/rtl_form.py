"""The form of one action plan, and what happens when two people change the same row."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

import streamlit as st

from lokmin_data.meeting import rtl as plans
from lokmin_data.meeting.knowledge import sector_label, sectors
from lokmin_data.model import LokminError
from lokmin_data.store import Conflict
from lokmin_data.wording import is_missing
from pages._shared.acting import MESSAGE_KEY, someone, version_of
from pages._shared.meeting_data import Meeting
from pages._shared.plain import plain
from pages._shared.rtl_rows import due_default, same_place, with_data
from pages._shared.session import get_store, known_indicators, require_writer

NO_INDICATOR = ""
OPEN_KEY, TURN_KEY, CONFLICT_KEY = "rtl_dibuka", "rtl_putaran", "rtl_bentrok"
WORDS = {
    "masalah": "masalah", "penyebab": "penyebab", "kegiatan": "kegiatan", "desa": "desa", "indicator": "indikator", "target_value": "target",
    "penanggung_jawab": "penanggung jawab", "sektor": "sektor", "mulai": "mulai", "selesai": "batas waktu", "sumber_dana": "sumber dana",
    "indikator_keberhasilan": "ukuran keberhasilan", "status": "status", "bukti": "bukti",
}  # fmt: skip


def opened(meeting: Meeting, choice: str, row: Mapping[str, Any]) -> Mapping[str, Any]:
    """The row as it was when its form was opened: a change of somebody else must not empty the form that one fills in."""
    place = (meeting.at.example, meeting.at.puskesmas_id, meeting.key, choice)
    held = st.session_state.get(OPEN_KEY)
    if held is None or held["place"] != place:
        st.session_state[OPEN_KEY] = held = {"place": place, "row": dict(row)}
        st.session_state[TURN_KEY] = st.session_state.get(TURN_KEY, 0) + 1
    return held["row"]


def row_form(meeting: Meeting, row: Mapping[str, Any], names: dict[int, str]) -> None:
    """All fields of a row in one column; what is missing stands above the button."""
    key = f"rtl_{row.get('rtl_id') or 'baru'}_{st.session_state.get(TURN_KEY, 0)}"
    known = known_indicators(meeting.at)
    choices = [NO_INDICATOR, *meeting.assessments]
    with st.form(key, border=True):
        now = dict(row)
        now["masalah"] = st.text_input("Masalah", _text(row, "masalah"), max_chars=300)
        now["penyebab"] = st.text_input("Penyebab yang disepakati", _text(row, "penyebab"), max_chars=300)
        now["kegiatan"] = st.text_area("Kegiatan", _text(row, "kegiatan"), max_chars=600, height="content")
        chosen = [i for i in plans.desa_ids(row) if i in names]
        ids = st.multiselect(
            "Desa (kosong berarti seluruh desa)", list(names), default=chosen, format_func=names.__getitem__
        )
        code = _text(row, "indicator")
        now["indicator"] = st.selectbox("Indikator yang diukur", choices, index=choices.index(code) if code in choices else 0,
                                        format_func=lambda c: known[c].label if c in known else "tidak terikat indikator")  # fmt: skip
        now["target_value"] = st.number_input(
            "Target (%) sampai batas waktu; kosongkan untuk usulan dari data",
            0.0,
            1000.0,
            _float(row, "target_value"),
            format="%g",
        )
        now["indikator_keberhasilan"] = st.text_input(
            "Ukuran keberhasilan",
            _text(row, "indikator_keberhasilan"),
            max_chars=300,
            placeholder="Contoh: IDL paling sedikit 54 dari 60 bayi sampai September 2026",
        )
        now["penanggung_jawab"] = st.text_input(
            "Penanggung jawab (satu nama)", _text(row, "penanggung_jawab"), max_chars=120
        )
        now["sektor"] = _pick("Sektor", list(sectors()), _text(row, "sektor"), sector_label)
        now["mulai"] = _day(st.date_input("Mulai", plans.as_date(row.get("mulai")), format="DD/MM/YYYY"))
        now["selesai"] = _day(
            st.date_input("Batas waktu", plans.as_date(row.get("selesai")) or due_default(meeting), format="DD/MM/YYYY")
        )
        now["sumber_dana"] = _pick("Sumber dana", list(plans.SOURCES_OF_FUNDS), _text(row, "sumber_dana"), str)
        now["status"] = st.segmented_control(
            "Status",
            list(plans.STATUS),
            default=_text(row, "status") or "belum",
            format_func=plans.STATUS.__getitem__,
            required=True,
        )
        now["bukti"] = st.text_area(
            "Bukti atau catatan pelaksanaan", _text(row, "bukti"), max_chars=600, height="content"
        )
        _state(row, known)
        label = "Simpan perubahan" if row.get("rtl_id") else "Simpan kegiatan ini"
        if st.form_submit_button(label, type="primary"):
            now["desa_ids"], now["desa"] = ids, ", ".join(names[i] for i in ids)
            bound = same_place(row, now["indicator"], ids)
            save_row(meeting, now if bound else with_data(now, meeting))
    _show_conflict(meeting)


def _state(row: Mapping[str, Any], known: Mapping[str, Any]) -> None:
    lacks = plans.missing_parts(row) if row.get("rtl_id") or row.get("kegiatan") else ()
    if lacks:
        st.warning(f"Belum lengkap: {', '.join(lacks)}.")
    code = _text(row, "indicator")
    pace = plans.pace_text(known[code], row) if code in known and not is_missing(row.get("baseline_year")) else ""
    if pace:
        st.caption(f"Menurut data: {pace}.")


def _pick(label: str, options: list[str], value: str, words: Any) -> str:
    """A list with an empty choice; a value that is not in it stays possible."""
    listed = ["", *options, *([value] if value and value not in options else [])]
    return st.selectbox(
        label, listed, index=listed.index(value), format_func=lambda v: words(v) if v else "belum ditentukan"
    )


def _text(row: Mapping[str, Any], name: str) -> str:
    value = row.get(name)
    return "" if is_missing(value) else str(value)


def _float(row: Mapping[str, Any], name: str) -> float | None:
    value = row.get(name)
    return None if is_missing(value) or value == "" else float(value)


def _day(day: date | None) -> str:
    return day.isoformat() if day else ""


def save_row(meeting: Meeting, row: dict[str, Any]) -> None:
    """Store one row; a change of somebody else in between is shown and nothing is lost."""
    who = require_writer(meeting.at.puskesmas_id)
    body = {**row, "puskesmas_id": meeting.at.puskesmas_id, "lokmin": row.get("lokmin") or meeting.key}
    try:
        get_store().save_rtl(body, who=who)
    except Conflict as conflict:
        base = st.session_state[OPEN_KEY]["row"]
        mine = {name: value for name, value in body.items() if _text(body, name) != _text(base, name)}
        st.session_state[CONFLICT_KEY] = {"mine": mine, "theirs": conflict.theirs, "revision": conflict.revision, "who": conflict.who}
        return
    except LokminError as error:
        st.error(plain(error))
        return
    lacks = plans.missing_parts(body)
    st.session_state[MESSAGE_KEY] = (
        "Kegiatan disimpan." if not lacks else f"Kegiatan disimpan, tetapi belum lengkap: {', '.join(lacks)}."
    )
    _close()
    st.rerun()


def _show_conflict(meeting: Meeting) -> None:
    held = st.session_state.get(CONFLICT_KEY)
    if not held:
        return
    mine, theirs = held["mine"], held["theirs"]
    st.warning(
        f"{someone(held['who'])} menyimpan kegiatan ini lebih dahulu. Perubahan Anda belum tersimpan; pilih yang berlaku."
    )
    st.dataframe(
        [
            {"Isian": WORDS[name], f"V{version_of(held['who'])[1:]}": _text(theirs, name), "Perubahan Anda": _text(mine, name)}
            for name in WORDS
            if name in mine
        ],
        hide_index=True, alt="Perbedaan dua perubahan",
    )  # fmt: skip
    if st.button(f"Simpan perubahan saya di atas {plain(version_of(held['who']))}", key="rtl_saya"):
        save_row(meeting, {**theirs, **mine, "revision": held["revision"]})
    if st.button(f"Pakai {plain(version_of(held['who']))}", key="rtl_mereka"):
        _close()
        st.rerun()


def _close() -> None:
    """The form is drawn anew in the next run, from what is stored."""
    for key in (OPEN_KEY, CONFLICT_KEY):
        st.session_state.pop(key, None)
