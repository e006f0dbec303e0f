"""What a page needs to know: the store, the scope (Puskesmas, year, month), shared reads, and who is writing.

What is read and computed stands on a shelf (`shelf.py`) by Puskesmas, version of its data, and name: shared by all viewers, and
therefore never changed in place.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING, TypeVar

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
from pages._shared.run import once
from pages._shared.shelf import shared
from pages._shared.visit import behind_network

if TYPE_CHECKING:
    from lokmin_data.analysis import Assessment
    from lokmin_data.store import Store

#: `?data=contoh` opens the example store; it never mixes with the real one.
DATA_KEY = "data"
EXAMPLE, REAL = "contoh", "asli"
EXAMPLE_FILE = "contoh.sqlite"
PERSON_KEY = "orang"
LAST_MONTH = 12
Made = TypeVar("Made")


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
    def view(self) -> tuple[object, ...]:
        """What a month's numbers depend on besides the Puskesmas and the version of its data."""
        return self.year, self.month, self.puskesmas, self.masked, self.early

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
    return once(("simpanan", example), lambda: _opened(example))


def _opened(example: bool) -> Store:
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
        st.html('<p><a class="ke" href="unggah">Unggah laporan</a> · <a class="ke" href="mulai">Mulai dari sini</a></p>')
        st.stop()
    return found


# ------------------------------------------------------------------ shared reads


def panel_of(example: bool, puskesmas_id: int, year: int, version: int) -> Panel:
    """The plain data of a Puskesmas and year, all months (shared, read only)."""
    from lokmin_data.store import load_panel

    return shared(
        example, puskesmas_id, version, ("data", year), lambda: load_panel(store_of(example), puskesmas_id, year, LAST_MONTH)
    )


def made(at: Scope, name: Hashable, make: Callable[[], Made]) -> Made:
    """What `make` makes of this scope, once for all its viewers; `name` says everything else that it depends on (read only)."""
    return shared(at.example, at.puskesmas_id, at.version, (at.view, name), make)


def made_of_year(at: Scope, name: Hashable, make: Callable[[], Made]) -> Made:
    """The same for what no month and no viewer changes."""
    return shared(at.example, at.puskesmas_id, at.version, (at.year, name), make)


def panel(at: Scope) -> Panel:
    """The plain data of that Puskesmas and year (shared, read only); it holds all months, whatever the scope's."""
    return panel_of(at.example, at.puskesmas_id, at.year, at.version)


def assessment(at: Scope, code: str) -> Assessment:
    """The verdicts of one indicator (shared, read only)."""
    if at.masked:
        return made(at, ("putusan", code), lambda: _masked(assessment(replace(at, masked=False), code)))
    known = made(at, "putusan", lambda: _assessed(at, codes_with_data(at)))
    return known[code] if code in known else made(at, ("putusan", code), lambda: _assessed(at, [code])[code])


def _assessed(at: Scope, codes: Sequence[str]) -> dict[str, Assessment]:
    """All at once: sixty indicators together cost as much as a dozen one by one."""
    from lokmin_data.analysis import assess_all

    return assess_all(panel(at), at.year, at.month, codes, today=date(at.year, at.month, 1) if at.early else None)


def _masked(found: Assessment) -> Assessment:
    from lokmin_data.analysis.masking import mask_small

    return mask_small(found, audience="semua")


def assessments(at: Scope, codes: Sequence[str]) -> dict[str, Assessment]:
    """The verdicts of several indicators, by code, in the order asked (shared, read only)."""
    return made(at, ("putusan beberapa", *codes), lambda: {code: assessment(at, code) for code in codes})


def _ranked(at: Scope, codes: tuple[str, ...], previous: tuple[int, ...]) -> pd.DataFrame:
    from lokmin_data.analysis import rank_desa
    from lokmin_data.analysis.masking import mask_ranking

    whole = rank_desa(assessments(replace(at, masked=False), codes), panel(at).settings, previous)
    return mask_ranking(whole, assessments(at, codes)) if at.masked else whole


def ranking(at: Scope, codes: Sequence[str], previous: Sequence[int] = ()) -> pd.DataFrame:
    """The desa by severity over these indicators; `previous`: the desa_id of the last agenda (shared, read only)."""
    return made(at, ("peringkat", *codes, *previous), lambda: _ranked(at, tuple(codes), tuple(previous)))


def composite(at: Scope) -> pd.DataFrame:
    """The desa by severity over every indicator that was reported, as the agenda and the command `rank` have it."""
    from lokmin_data.meeting.memory import last_listed

    return ranking(at, codes_with_data(at), last_listed(store_of(at.example), at.puskesmas_id, at.year, at.month))


def file_names(at: Scope) -> dict[int, str]:
    """report_id -> file name, for the source of a number."""

    def names() -> dict[int, str]:
        table = store_of(at.example).reports(at.puskesmas_id)
        return dict(zip(table["report_id"].astype(int), table["file_name"].astype(str), strict=True))

    return made_of_year(at, "berkas", names)


def report_months(at: Scope) -> pd.DataFrame:
    """Who has reported in that year: desa_id, programme, month, rows (shared, read only)."""
    return made_of_year(at, "lapor", lambda: store_of(at.example).report_months(at.puskesmas_id, at.year))


def codes_with_data(at: Scope, programme: str = "") -> list[str]:
    """The indicators that anyone reported in the year or the year before, in the catalogue's order."""

    def present() -> list[str]:
        reported = set(panel(at).observations["indicator"].unique())
        return [code for code in panel(at).indicators if code in reported]

    known = known_indicators(at)
    return [code for code in made_of_year(at, "indikator", present) if programme in ("", known[code].programme)]


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


def is_masked(puskesmas_id: int, version: int) -> bool:
    """True where this browser is no officer's and the Puskesmas, in that version, wants counts below five masked for such."""
    if can_write(puskesmas_id):
        return False
    shown = shared(is_example(), puskesmas_id, version, "tampilan", lambda: get_store().settings(puskesmas_id).get("tampilan", {}))
    return bool(shown.get("sembunyikan_kecil"))


def can_look(open_to_look: bool = True) -> bool:
    """True where this browser may read the pages."""
    return may_look(person(), network=behind_network(), open_to_look=open_to_look)


def can_write(puskesmas_id: int | None = None) -> bool:
    """True where this browser may change the data of that Puskesmas."""
    return may_write(person(), puskesmas_id)


def require_manager(puskesmas_id: int | None = None) -> str:
    """The name for the audit of a pengelola; for everyone else the page ends here."""
    return _or_end(check_manage, puskesmas_id)


def require_writer(puskesmas_id: int | None = None) -> str:
    """The name for the audit; where the person may not write, the page ends here and says what is needed."""
    return _or_end(check_write, puskesmas_id)


def _or_end(check: Callable[[Person, int | None], str], puskesmas_id: int | None) -> str:
    try:
        return check(person(fresh=True), puskesmas_id)
    except NotAllowed as refused:
        st.info(plain(refused))
        if not person().signed_in:
            st.html('<p><a class="ke" href="masuk">Masuk</a></p>')
        st.stop()
