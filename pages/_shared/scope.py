"""The scope in the sidebar and in the address: Puskesmas, year and month.

The three pickers are bound to the address by Streamlit, so that a link shows what it showed and the browser's
back button works.  The address names them as people read them: `?puskesmas=Sukamaju&tahun=2026&bulan=Maret`.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

import pandas as pd
import streamlit as st

from lokmin_data.wording import is_missing, month_name
from pages._shared.plain import plain
from pages._shared.run import once
from pages._shared.session import Scope, get_store, is_example, is_masked, panel_of, person, store_of
from pages._shared.shelf import shared
from pages._shared.visit import behind_network

if TYPE_CHECKING:
    from streamlit.delta_generator import DeltaGenerator

PUSKESMAS_KEY, YEAR_KEY, MONTH_KEY = "puskesmas", "tahun", "bulan"
KEYS = (PUSKESMAS_KEY, YEAR_KEY, MONTH_KEY)
MONTHS = tuple(range(1, 13))
NEXT_KEY = "puskesmas_berikutnya"
YEARS_BACK = 4
BOUND = "query-params"


@dataclass(frozen=True)
class _Stored:
    """What the store holds of one Puskesmas: the years, and the newest month of each of them."""

    years: tuple[int, ...]
    newest: dict[int, int]


def _stored(example: bool, puskesmas_id: int, version: int) -> _Stored:
    def stored() -> _Stored:
        store = store_of(example)
        years = tuple(store.years(puskesmas_id))
        return _Stored(years, {year: int(store.report_months(puskesmas_id, year)["month"].max()) for year in years})

    return shared(example, puskesmas_id, version, "tersimpan", stored)


def read_ahead() -> None:
    """Open the real store and read the year that a visit begins with, for whoever comes first (no page is drawn)."""
    table, versions = store_of(False).puskesmas_now()
    first = next(iter(_names(table)), None)
    if first is None:
        return
    version = versions[first]
    years = _stored(False, first, version).years
    if years:
        panel_of(False, first, max(years), version)


def choose_puskesmas(puskesmas_id: int) -> None:
    """Show another Puskesmas from the next run on; a picker that is drawn already cannot be changed in this one."""
    st.session_state[NEXT_KEY] = puskesmas_id


def _take_choice() -> None:
    """The Puskesmas that the run before asked for, with its own newest month."""
    chosen = st.session_state.pop(NEXT_KEY, None)
    if chosen is not None:
        forget_scope()
        st.session_state[PUSKESMAS_KEY] = chosen


def forget_scope() -> None:
    """Drop the chosen scope, so that the newest month of the other store is shown."""
    for key in KEYS:
        st.session_state.pop(key, None)


def _names(table: pd.DataFrame) -> dict[int, str]:
    return dict(zip(table["puskesmas_id"].tolist(), table["name"].tolist(), strict=True))


def _from_address(key: str, options: dict[int, str]) -> int | None:
    """The option that the address names, by its text or its number."""
    wanted = st.query_params.get(key, "")
    by_text = {text.casefold(): value for value, text in options.items()}
    if wanted.casefold() in by_text:
        return by_text[wanted.casefold()]
    return int(wanted) if wanted.isdigit() and int(wanted) in options else None


def _value(key: str, options: dict[int, str], newest: int) -> int:
    """What was chosen, else what the address names, else the newest."""
    chosen = st.session_state.get(key)
    if chosen not in options:
        chosen = _from_address(key, options)
    return newest if chosen is None else int(chosen)


def _year_options(years: tuple[int, ...]) -> dict[int, str]:
    """The newest year first; some years back are offered also where nothing is stored yet."""
    newest = max(years, default=datetime.now().year)
    oldest = min(min(years, default=newest), newest - YEARS_BACK + 1)
    return {year: str(year) for year in range(newest, oldest - 1, -1)}


@dataclass(frozen=True)
class _Picked:
    """The Puskesmas table, the version of the chosen one's data, and per picker its options and its value."""

    table: pd.DataFrame
    version: int
    options: dict[str, dict[int, str]]
    values: dict[str, int]


def puskesmas_now() -> tuple[pd.DataFrame, dict[int, int]]:
    """The Puskesmas of the store and the versions of their data: as the run began, or after what it wrote itself."""
    store = get_store()
    return once(("puskesmas", store, store.changes), store.puskesmas_now)


def _picked() -> _Picked | None:
    table, versions = puskesmas_now()
    if table.empty:
        return None
    names = _names(table)
    chosen = _value(PUSKESMAS_KEY, names, next(iter(names)))
    stored = _stored(is_example(), chosen, versions[chosen])
    years = _year_options(stored.years)
    year = _value(YEAR_KEY, years, next(iter(years)))
    months = {month: month_name(month) for month in MONTHS}
    month = _value(MONTH_KEY, months, stored.newest.get(year, 1))
    options = {PUSKESMAS_KEY: names, YEAR_KEY: years, MONTH_KEY: months}
    return _Picked(table, versions[chosen], options, {PUSKESMAS_KEY: chosen, YEAR_KEY: year, MONTH_KEY: month})


def current_scope() -> Scope | None:
    """The scope as chosen, also where no picker was drawn (a page run by itself); None for an empty store."""
    picked = _picked()
    if picked is None:
        return None
    chosen = picked.values[PUSKESMAS_KEY]
    row = list(picked.options[PUSKESMAS_KEY]).index(chosen)
    return Scope(
        puskesmas_id=chosen,
        puskesmas=picked.options[PUSKESMAS_KEY][chosen],
        kecamatan=_text(picked.table["kecamatan"].iat[row]),
        kabupaten=_text(picked.table["kabupaten"].iat[row]),
        year=picked.values[YEAR_KEY],
        month=picked.values[MONTH_KEY],
        version=picked.version,
        example=is_example(),
        masked=is_masked(chosen, picked.version),
    )


def _text(value: object) -> str:
    return "" if is_missing(value) else str(value)


def _write_address(picked: _Picked) -> None:
    """On the first run of a visit the address is completed; later Streamlit keeps it in step itself."""
    if st.session_state.get("_alamat_lengkap"):
        return
    for key, texts in picked.options.items():
        if key not in st.query_params:
            st.query_params[key] = texts[picked.values[key]]
    st.session_state["_alamat_lengkap"] = True


def scope_pickers() -> None:
    """Draw the three pickers (in the sidebar)."""
    _take_choice()
    picked = _picked()
    if picked is None:
        return
    _write_address(picked)
    for key, value in picked.values.items():
        if st.session_state.get(key) != value:
            st.session_state[key] = value
    _picker(PUSKESMAS_KEY, "Puskesmas", picked, st.container())
    year, month = st.columns([5, 6], gap="small")
    _picker(YEAR_KEY, "Tahun", picked, year)
    _picker(MONTH_KEY, "Bulan", picked, month)
    if behind_network() and person().signed_in:
        st.caption(f"Masuk sebagai {plain(person().name)}")


def _picker(key: str, label: str, picked: _Picked, place: DeltaGenerator) -> None:
    texts = picked.options[key]
    place.selectbox(label, list(texts), index=None, format_func=texts.__getitem__, key=key, bind=BOUND, required=True)
