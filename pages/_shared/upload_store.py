"""Storing a confirmed report: what would change, the button that says it, and what was done."""

from __future__ import annotations

from datetime import date
from typing import Any

import pandas as pd
import streamlit as st

from lokmin_data.model import LokminError, Reading
from lokmin_data.store import Difference, SaveResult
from lokmin_data.wording import month_name, number
from pages._shared.acting import MESSAGE_KEY
from pages._shared.plain import plain
from pages._shared.session import get_store, known_indicators, require_writer, scope
from pages._shared.upload_batch import Item
from pages._shared.upload_columns import session_memory
from pages._shared.upload_names import NameAnswers
from pages._shared.upload_words import foreign_reason, months_text, periods_of, save_label


def show_difference(difference: Difference, item: Item) -> None:
    """The numbers that are stored already and would change, old beside new."""
    if difference.known:
        st.info("Berkas yang sama persis sudah tersimpan; menyimpannya lagi tidak mengubah apa pun.")
        return
    if len(difference.changed):
        st.warning(
            f"{len(difference.changed)} angka sudah tersimpan dengan nilai lain. Angka lama tetap ada di riwayat dan dapat dikembalikan."
        )
        st.dataframe(
            _changes(difference.changed),
            hide_index=True,
            height="auto",
            alt=f"Perbedaan {item.name} dengan yang tersimpan",
        )
    if len(difference.missing):
        st.markdown(
            f"{len(difference.missing)} angka yang tersimpan tidak ada di berkas ini; angka itu tetap tersimpan."
        )


def _changes(changed: pd.DataFrame) -> pd.DataFrame:
    at = scope()
    known = known_indicators(at) if at else {}
    return pd.DataFrame({
        "Desa": changed["desa"],
        "Indikator": [known[code].label if code in known else code for code in changed["indicator"]],
        "Bulan": [f"{month_name(int(m))} {int(y)}" for m, y in zip(changed["month"], changed["year"], strict=True)],
        "Tersimpan": [number(value) for value in changed["numerator_old"]],
        "Di berkas ini": [number(value) for value in changed["numerator"]],
        "Sasaran tersimpan": [number(value) for value in changed["denominator_old"]],
        "Sasaran di berkas": [number(value) for value in changed["denominator"]],
        "Sel": [f"{sheet}!{cell}" for sheet, cell in zip(changed["sheet"], changed["cell"], strict=True)],
    })  # fmt: skip


def save_button(
    item: Item, reading: Reading, difference: Difference | None, found: NameAnswers, place: dict[str, Any], blocked: str
) -> None:
    """The button 'Simpan 12 desa, Januari-April'; `place`: puskesmas_id, or the identity of a Puskesmas to be made."""
    if blocked:
        st.markdown(f"*{blocked}*")
    replaced = len(difference.changed) if difference and not difference.known else 0
    desa = int(difference.new["desa_id"].nunique()) if difference is not None else 0
    label = save_label(saved_areas(reading, difference, found), months_text(periods_of(reading)), replaced)
    if st.button(
        plain(label),
        type="primary",
        disabled=bool(blocked) or not desa + replaced + len(found.new) + _same(difference),
        key=f"simpan_{item.key}",
    ):
        store_report(item, reading, found, place)


def _same(difference: Difference | None) -> int:
    return len(difference.same) if difference is not None else 0


def saved_areas(reading: Reading, difference: Difference | None, found: NameAnswers) -> int:
    """How many desa the report will be stored for."""
    if difference is None:
        return len(found.new)
    ids = set()
    for table in (difference.new, difference.changed, difference.same):
        ids |= set(table["desa_id"]) - {0} if len(table) else set()
    return len(ids) + len(found.new)


def store_report(item: Item, reading: Reading, found: NameAnswers, place: dict[str, Any]) -> bool:
    """Store one report; the message appears at its place in the next run.  False after a refusal, which is shown."""
    who, confirmed = require_writer(place.get("puskesmas_id")), session_memory()
    try:
        puskesmas_id = place.get("puskesmas_id") or _make_puskesmas(place, who)
        result = _save(reading, puskesmas_id, found, who)
        _remember(reading, puskesmas_id, who, confirmed)
    except LokminError as error:
        st.error(plain(error))
        return False
    item.stored = _told(reading, result)
    st.rerun()
    return True


def _make_puskesmas(place: dict[str, Any], who: str) -> int:
    """The Puskesmas of the first report; a second try after a refusal finds the one that was made."""
    table = get_store().puskesmas()
    same = table.loc[table["name"].str.casefold() == place["name"].strip().casefold()]
    if len(same):
        return int(same["puskesmas_id"].iloc[0])
    identity = {key: place.get(key, "") for key in ("kecamatan", "kabupaten")}
    return get_store().add_puskesmas(place["name"], **identity, who=who)


def _save(reading: Reading, puskesmas_id: int, found: NameAnswers, who: str) -> SaveResult:
    """The report with its new desa, in one transaction."""
    return get_store().save_report(
        reading, puskesmas_id, who=who, names=found.names, new_areas=found.new, accept_replacement=True
    )


def _remember(reading: Reading, puskesmas_id: int, who: str, confirmed: dict[str, Any]) -> None:
    """Store what was confirmed in this visit for the report's form; it is in the store then, where somebody may forget it again."""
    if reading.layout and confirmed.get(reading.layout):
        get_store().save_memory(puskesmas_id, reading.layout, confirmed[reading.layout], who)
        del confirmed[reading.layout]


def _told(reading: Reading, result: SaveResult) -> str:
    if result.known:
        return "sudah tersimpan sebelumnya, tidak ada yang berubah."
    parts = [f"{number(result.stored)} angka baru", f"{number(result.replaced)} diganti" if result.replaced else ""]
    parts += [
        f"{number(result.unchanged)} sama" if result.unchanged else "",
        f"{number(result.skipped)} dilewati" if result.skipped else "",
    ]
    return f"tersimpan, {months_text(periods_of(reading))}: {', '.join(part for part in parts if part)}."


def save_all(items: list[Item], place: Any) -> None:
    """One button for every report that asks nothing: known names, known months, the chosen Puskesmas."""
    ready = [
        item for item in items if not item.done and item.reading is not None and _asks_nothing(item.reading, place)
    ]
    if len(ready) < 2:
        return
    if st.button(f"Simpan {len(ready)} berkas yang tidak perlu ditanyakan lagi", type="primary", key="simpan_semua"):
        who = require_writer(place.puskesmas_id)
        for item in ready:
            try:
                item.stored = _told(item.reading, _save(item.reading, place.puskesmas_id, NameAnswers({}, ()), who))
                _remember(item.reading, place.puskesmas_id, who, session_memory())
            except LokminError as error:
                item.refusal = str(error)
                st.error(f"{plain(item.name)}: {plain(error)}")
        st.session_state[MESSAGE_KEY] = f"{sum(item.done for item in ready)} berkas tersimpan."
        st.rerun()


def _asks_nothing(reading: Reading, place: Any) -> bool:
    """True where nothing is in doubt: no missing month, no unknown or foreign name, no number that changes."""
    if place.puskesmas_id is None or reading.asks & {"year", "month"} or reading.lacks_month(date.today()) or reading.observations.empty:
        return False
    if foreign_reason(reading, puskesmas=place.name, kecamatan=place.kecamatan, known=place.desa.spellings):
        return False
    difference = get_store().compare(reading, place.puskesmas_id, names={})
    return not difference.unknown_areas and not len(difference.changed) and not difference.known
