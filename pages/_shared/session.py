"""What a page needs to know: the store, the scope (Puskesmas, year, month), cached reads, and who is writing.

Cached functions take ids and the data version, never frames: Streamlit hashes only a sample of a large frame.
What they return is shared by all viewers and is therefore never changed in place.
"""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING

import pandas as pd
import streamlit as st

from lokmin_data.model import Indicator, Panel
from lokmin_data.wording import period
from pages._shared.access import (
    LOCAL_PERSON,
    NotAllowed,
    Person,
    check_manage,
    check_write,
    may_look,
    may_write,
)
from pages._shared.plain import plain
from pages._shared.visit import behind_network

if TYPE_CHECKING:
    from lokmin_data.analysis import Assessment
    from lokmin_data.store import Store

#: `?data=contoh` opens the example store; it never mixes with the real one.
DATA_KEY = "data"
EXAMPLE, REAL = "contoh", "asli"
EXAMPLE_FILE = "contoh.sqlite"
PERSON_KEY = "orang"
#: A few scopes and their neighbours; older ones are computed again.
CACHED_SCOPES = 64
CACHED_ASSESSMENTS = 2048
LAST_MONTH = 12


@dataclass(frozen=True)
class Scope:
    """What every page is about: one Puskesmas, one year, one month, in one version of the data.

    `masked`: this browser may not see counts below five, because it is no officer's and a setting wants it so.
    """

    puskesmas_id: int
    puskesmas: str
    kecamatan: str
    kabupaten: str
    year: int
    month: int
    version: int
    example: bool
    masked: bool = False

    @property
    def period(self) -> str:
        """ "Maret 2026"."""
        return period(self.year, self.month)

    @property
    def key(self) -> tuple[object, ...]:
        """What a cached function keys on: cheaper to hash than the scope itself."""
        return self.example, self.puskesmas_id, self.year, self.month, self.version, self.puskesmas, self.masked, self.early

    @property
    def early(self) -> bool:
        """True until the month's reports are due: until then a missing one is not late."""
        from lokmin_data.analysis.assess import deadline

        return date.today() <= deadline(self.year, self.month)


def is_example() -> bool:
    """True where this browser looks at the example data."""
    wanted = st.query_params.get(DATA_KEY)
    if wanted is not None:
        st.session_state[DATA_KEY] = EXAMPLE if wanted == EXAMPLE else ""
    return st.session_state.get(DATA_KEY) == EXAMPLE


def choose_data(*, example: bool) -> None:
    """Switch this browser between the example and the real store, and forget the scope of the other."""
    from pages._shared.scope import forget_scope

    forget_scope()
    st.session_state[DATA_KEY] = EXAMPLE if example else ""
    if example:
        st.query_params[DATA_KEY] = EXAMPLE
    elif DATA_KEY in st.query_params:
        st.query_params[DATA_KEY] = REAL  # not taken away: the address keeps what it had (bahasa.js)


@st.cache_resource(max_entries=8, show_spinner=False)
def _store(url: str | None, folder: str) -> Store:
    from lokmin_data.store import open_store

    return open_store(url)


def store_of(example: bool) -> Store:
    """The store of the example or the real one; one object for all viewers of this process."""
    from lokmin_data.store.engine import data_folder

    folder = data_folder()
    url = f"sqlite:///{folder / EXAMPLE_FILE}" if example else os.environ.get("LOKMIN_DATABASE_URL") or None
    return _store(url, str(folder))


def get_store() -> Store:
    """The store that this browser looks at."""
    return store_of(is_example())


def scope() -> Scope | None:
    """The chosen Puskesmas, year and month; None where the store has no Puskesmas yet."""
    from pages._shared.scope import current_scope

    return current_scope()


def need_scope() -> Scope:
    """The scope; a page that cannot go on without one ends here with a way to the first page."""
    found = scope()
    if found is None:
        st.title("Belum ada data")
        st.markdown("Belum ada Puskesmas dan laporan yang tersimpan. Unggah laporan bulanan, atau buka data contoh.")
        st.html('<p><a class="ke" href="mulai">Mulai dari sini</a></p>')
        st.stop()
    return found


# ------------------------------------------------------------------ cached reads


@st.cache_resource(max_entries=CACHED_SCOPES, show_spinner=False)
def _panel(example: bool, puskesmas_id: int, year: int, version: int) -> Panel:
    from lokmin_data.store import load_panel

    return load_panel(store_of(example), puskesmas_id, year, LAST_MONTH)


def panel(at: Scope) -> Panel:
    """The plain data of that Puskesmas and year (shared, read only); it holds all months, whatever the scope's."""
    return _panel(at.example, at.puskesmas_id, at.year, at.version)


@st.cache_resource(max_entries=CACHED_ASSESSMENTS, show_spinner=False)
def _assessment(key: tuple[object, ...], code: str, _at: Scope) -> Assessment:
    from lokmin_data.analysis import assess
    from lokmin_data.analysis.masking import mask_small

    found = assess(panel(_at), code, _at.year, _at.month, today=date(_at.year, _at.month, 1) if _at.early else None)
    return mask_small(found, audience="semua") if _at.masked else found


def assessment(at: Scope, code: str) -> Assessment:
    """The verdicts of one indicator (shared, read only)."""
    return _assessment(at.key, code, at)


def assessments(at: Scope, codes: Sequence[str]) -> dict[str, Assessment]:
    """The verdicts of several indicators, by code, in the order asked (shared, read only)."""
    return _assessments(at.key, ",".join(codes), at)


@st.cache_resource(max_entries=CACHED_SCOPES, show_spinner=False)
def _assessments(key: tuple[object, ...], codes: str, _at: Scope) -> dict[str, Assessment]:
    return {code: _assessment(key, code, _at) for code in filter(None, codes.split(","))}


@st.cache_resource(max_entries=CACHED_SCOPES, show_spinner=False)
def _ranking(key: tuple[object, ...], codes: tuple[str, ...], previous: tuple[int, ...], _at: Scope) -> pd.DataFrame:
    from lokmin_data.analysis import rank_desa
    from lokmin_data.analysis.masking import mask_ranking

    whole = rank_desa(assessments(replace(_at, masked=False), codes), panel(_at).settings, previous)
    return mask_ranking(whole, assessments(_at, codes)) if _at.masked else whole


def ranking(at: Scope, codes: Sequence[str]) -> pd.DataFrame:
    """The desa by severity over these indicators (shared, read only)."""
    return _ranking(at.key, tuple(codes), (), at)


def composite(at: Scope) -> pd.DataFrame:
    """The desa by severity over every indicator that was reported, as the agenda and the command `rank` have it."""
    from lokmin_data.meeting.memory import last_listed

    listed = last_listed(get_store(), at.puskesmas_id, at.year, at.month)
    return _ranking(at.key, tuple(codes_with_data(at)), listed, at)


@st.cache_resource(max_entries=CACHED_SCOPES, show_spinner=False)
def _files(example: bool, puskesmas_id: int, version: int) -> dict[int, str]:
    table = store_of(example).reports(puskesmas_id)
    return dict(zip(table["report_id"].astype(int), table["file_name"].astype(str), strict=True))


def file_names(at: Scope) -> dict[int, str]:
    """report_id -> file name, for the source of a number."""
    return _files(at.example, at.puskesmas_id, at.version)


@st.cache_resource(max_entries=CACHED_SCOPES, show_spinner=False)
def _reported(example: bool, puskesmas_id: int, year: int, version: int) -> pd.DataFrame:
    return store_of(example).report_months(puskesmas_id, year)


def report_months(at: Scope) -> pd.DataFrame:
    """Who has reported in that year: desa_id, programme, month, rows (shared, read only)."""
    return _reported(at.example, at.puskesmas_id, at.year, at.version)


def codes_with_data(at: Scope, programme: str = "") -> list[str]:
    """The indicators that anyone reported in the year or the year before, in the catalogue's order."""
    known = known_indicators(at)
    present = _present(at.example, at.puskesmas_id, at.year, at.version)
    return [code for code in present if programme in ("", known[code].programme)]


@st.cache_resource(max_entries=CACHED_SCOPES, show_spinner=False)
def _present(example: bool, puskesmas_id: int, year: int, version: int) -> list[str]:
    found = _panel(example, puskesmas_id, year, version)
    present = set(found.observations["indicator"].unique())
    return [code for code in found.indicators if code in present]


def known_indicators(at: Scope) -> dict[str, Indicator]:
    """The built-in indicators and the Puskesmas' own, by code."""
    return panel(at).indicators


# ------------------------------------------------------------------ who


def person(*, fresh: bool = False) -> Person:
    """Who sits at the browser: the account that signed in (`fresh`: as the store says now), or at this machine the machine."""
    from pages._shared.login import restore

    if not behind_network():
        return LOCAL_PERSON
    return restore(fresh=fresh) or Person()


def is_masked(puskesmas_id: int) -> bool:
    """True where this browser is no officer's and the Puskesmas wants counts below five masked for such."""
    if can_write(puskesmas_id):
        return False
    return bool(_shown(str(get_store().url), puskesmas_id, get_store().data_version(puskesmas_id)).get("sembunyikan_kecil"))


@st.cache_data(max_entries=CACHED_SCOPES, show_spinner=False)
def _shown(url: str, puskesmas_id: int, version: int) -> dict[str, object]:
    return get_store().settings(puskesmas_id).get("tampilan", {})


def who() -> str:
    """The name for the audit."""
    return person().name


def can_look(open_to_look: bool = True) -> bool:
    """True where this browser may read the pages."""
    return may_look(person(), network=behind_network(), open_to_look=open_to_look)


def can_write(puskesmas_id: int | None = None) -> bool:
    """True where this browser may change the data of that Puskesmas."""
    return may_write(person(), puskesmas_id)


def require_manager(puskesmas_id: int | None = None) -> str:
    """The name for the audit of a pengelola; for everyone else the page ends here."""
    try:
        return check_manage(person(fresh=True), puskesmas_id)
    except NotAllowed as refused:
        st.info(plain(refused))
        st.stop()


def require_writer(puskesmas_id: int | None = None) -> str:
    """The name for the audit; where the person may not write, the page ends here and says what is needed."""
    try:
        return check_write(person(fresh=True), puskesmas_id)
    except NotAllowed as refused:
        st.info(plain(refused))
        st.stop()
