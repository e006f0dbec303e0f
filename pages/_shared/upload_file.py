"""One report of the batch: what was read, what is asked, and the button that stores it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from html import escape
from typing import Any

import streamlit as st

from lokmin_data.model import MONTH_NAMES, Indicator, Reading
from lokmin_data.reference import programmes
from lokmin_data.store import Difference
from lokmin_data.wording import puskesmas_name
from pages._shared.layout import section
from pages._shared.plain import plain
from pages._shared.session import get_store
from pages._shared.upload_batch import Item, batch
from pages._shared.upload_columns import ask_columns, ignored_heads, is_settled
from pages._shared.upload_fix import show_corrections
from pages._shared.upload_names import DesaList, NameAnswers, ask_names
from pages._shared.upload_show import show_by_name, show_numbers, show_picture, show_problems
from pages._shared.upload_store import save_button, saved_areas, show_difference
from pages._shared.upload_words import (
    areas_of,
    foreign_reason,
    likely_year,
    months_text,
    months_to_come,
    periods_of,
    read_sentence,
    written_name,
)

YEARS_BACK = 4
HERE, NOT_HERE = "sini", "lain"


@dataclass(frozen=True)
class Place:
    """Where reports go: a Puskesmas of the store, or (id None) one that the first report makes."""

    puskesmas_id: int | None
    name: str
    kecamatan: str
    desa: DesaList
    known: Mapping[str, Indicator]


def show_file(item: Item, place: Place) -> None:
    """The whole card of one file."""
    section(item.name)
    if item.done:
        st.success(plain(f"{item.name}: {item.stored}"))
        return
    if item.reading is None:
        st.error(plain(item.refusal or "Berkas ini belum terbaca."))
        if item.asked is not None:
            _show_refused(item, item.asked, place)
        return
    reading = item.reading
    unknown, difference, problems = _compare(reading, place)
    st.html(f'<p class="lk-lingkup">{escape(_sentence(reading, place, difference))}</p>')
    blocked = _ask_period(item, reading)
    target = _ask_place(item, reading, place)
    blocked = blocked or _foreign(item, reading, place)
    show_by_name(reading)
    ignored = ignored_heads(reading.layout, place.puskesmas_id)
    show_corrections(item, reading, place.puskesmas_id)
    show_problems([one for one in (*reading.problems, *problems) if not is_settled(one, ignored)], item, reading)
    found = ask_names(item, unknown, place.desa) if not blocked else NameAnswers({}, ())
    ask_columns(item, reading, place.known, place.puskesmas_id)
    if found.names and place.puskesmas_id is not None:
        difference = get_store().compare(reading, place.puskesmas_id, names=found.names)
    if difference is not None:
        show_difference(difference, item)
    show_numbers(reading, place.known, item)
    show_picture(reading, item)
    save_button(item, reading, difference, found, target, blocked or _nothing_to_store(reading, target))


def _show_refused(item: Item, asked: Reading, place: Place) -> None:
    """Why nothing could be read, and the questions whose answers may change that."""
    if asked.problems:  # the refusal stands above already
        show_corrections(item, asked, place.puskesmas_id)
        show_problems(asked.problems, item, asked)
    ask_columns(item, asked, place.known, place.puskesmas_id)
    show_picture(asked, item)


def _sentence(reading: Reading, place: Place, difference: Difference | None) -> str:
    found = {place.known[code].programme for code in reading.observations["indicator"].unique() if code in place.known}
    titles = {code: title for code, title in programmes().items() if code in found}
    matched = saved_areas(reading, difference, NameAnswers({}, ())) if difference is not None else 0
    return read_sentence(reading, len(place.desa.desa), matched, titles)


def _compare(reading: Reading, place: Place) -> tuple[list[str], Difference | None, tuple[Any, ...]]:
    """Names without a place, and the difference to what is stored; before there is a Puskesmas every name is new."""
    if place.puskesmas_id is None:
        return areas_of(reading), None, ()
    difference = get_store().compare(reading, place.puskesmas_id, names={})
    return list(difference.unknown_areas), difference, ()


def _ask_period(item: Item, reading: Reading) -> str:
    """Year and month, only where the file does not say them; returns why one cannot store yet."""
    today, year = date.today(), item.year
    item.lacks_month = item.lacks_month or reading.lacks_month(today)
    if "year" in reading.asks or item.year is not None:
        years = list(range(today.year, today.year - YEARS_BACK - 1, -1))
        year = st.selectbox(
            "Tahun laporan (tidak tertulis di berkas)",
            years,
            index=_place(years, item.year or likely_year(reading, today)),
            key=f"tahun_{item.key}",
            persist_state="session",
        )
    if item.lacks_month or item.month is not None:
        months = list(range(1, 13))
        item.month = st.selectbox(
            "Bulan laporan (tidak tertulis di berkas)", months, index=None if item.month is None else item.month - 1,
            format_func=lambda m: MONTH_NAMES[m - 1], placeholder="Pilih bulan", key=f"bulan_{item.key}", persist_state="session",
        )  # fmt: skip
    # A year alone would be read as the report of that whole year.
    item.year = None if item.lacks_month and item.month is None else year
    _offer_for_all(item)
    if item.read_with and item.read_with[:2] != (item.year, item.month):
        st.rerun()
    if early := months_to_come(reading, today):
        st.warning(f"{early} belum tiba. Periksa tahun dan bulan laporan sebelum menyimpan.")
    return "Pilih bulan laporan lebih dahulu." if item.lacks_month and item.month is None else ""


def _place(options: list[int], value: int | None) -> int:
    return options.index(value) if value in options else 0


def _offer_for_all(item: Item) -> None:
    """The same answer for every file that asks the same."""
    others = [o for o in batch().values() if o is not item and o.reading is not None and not o.done]
    differs = [
        o for o in others
        if (o.lacks_month or "month" in o.reading.asks) and (o.month != item.month or "year" in o.reading.asks and o.year != item.year)
    ]  # fmt: skip
    if not (item.lacks_month and item.month and differs):
        return
    if st.button(f"Pakai bulan dan tahun yang sama untuk {len(differs)} berkas lain", key=f"semua_{item.key}"):
        for other in differs:
            other.year, other.month = item.year if "year" in other.reading.asks else other.year, item.month
            st.session_state.pop(f"tahun_{other.key}", None)
            st.session_state.pop(f"bulan_{other.key}", None)
        st.rerun()


def _ask_place(item: Item, reading: Reading, place: Place) -> dict[str, Any]:
    """The Puskesmas of the report: the chosen one, or the identity of the first."""
    if place.puskesmas_id is not None:
        return {"puskesmas_id": place.puskesmas_id}
    st.markdown("**Laporan pertama.** Puskesmas dibuat dari laporan ini; semuanya dapat diubah nanti di Pengaturan.")
    name = st.text_input(
        "Nama Puskesmas",
        value=written_name(reading.puskesmas),
        key=f"pkm_{item.key}",
        max_chars=80,
        persist_state="session",
    )
    kecamatan = st.text_input(
        "Kecamatan", value=written_name(reading.kecamatan), key=f"kec_{item.key}", max_chars=80, persist_state="session"
    )
    kabupaten = st.text_input("Kabupaten/kota", key=f"kab_{item.key}", max_chars=80, persist_state="session")
    return {"puskesmas_id": None, "name": name or "", "kecamatan": kecamatan or "", "kabupaten": kabupaten or ""}


def _foreign(item: Item, reading: Reading, place: Place) -> str:
    """The question whether this is another Puskesmas' report; nothing can be stored until it is answered."""
    if place.puskesmas_id is None:
        return ""
    reason = foreign_reason(reading, puskesmas=place.name, kecamatan=place.kecamatan, known=place.desa.spellings)
    if not reason:
        return ""
    st.warning(plain(reason))
    words = {
        HERE: f"Tetap simpan sebagai laporan {puskesmas_name(place.name)}",
        NOT_HERE: "Jangan simpan: ini laporan Puskesmas lain",
    }
    answer = st.radio(
        "Apakah berkas ini memang laporan Puskesmas Anda?", [HERE, NOT_HERE], index=None, format_func=lambda a: plain(words[a]),
        key=f"asing_{item.key}", persist_state="session",
    )  # fmt: skip
    if answer == NOT_HERE:
        return "Tidak disimpan. Pilih Puskesmas yang benar di sisi kiri, atau buat Puskesmas baru di Pengaturan."
    return "" if answer == HERE else "Jawab dahulu pertanyaan di atas; belum ada yang disimpan."


def _nothing_to_store(reading: Reading, target: dict[str, Any]) -> str:
    if reading.observations.empty and reading.sasaran.empty:
        return "Tidak ada angka yang dapat disimpan dari berkas ini."
    if target.get("puskesmas_id") is None and not target.get("name", "").strip():
        return "Isi nama Puskesmas lebih dahulu."
    return ""


def overview(items: list[Item]) -> list[dict[str, str]]:
    """One line a file: name, state, months."""
    lines = []
    for item in items:
        state = "tersimpan" if item.done else "ditolak" if item.reading is None else "siap diperiksa"
        months = months_text(periods_of(item.reading)) if item.reading is not None else ""
        lines.append({"Berkas": item.name, "Keadaan": state, "Bulan": months})
    return lines
