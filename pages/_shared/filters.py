"""Pickers of a page; their values stand in the address, so that a link shows what it showed."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

import streamlit as st

from lokmin_data.charts.labels import short_label
from lokmin_data.model import Indicator
from pages._shared.apart import told_apart
from pages._shared.layout import link_target
from pages._shared.session import Scope, known_indicators, made_of_year, panel

BOUND = "query-params"
INDICATOR_KEYS = {
    "imunisasi": "imunisasi", "stunting": "gizi", "gizi_ibu_hamil": "ibu_hamil",
    "spm": "spm", "penyakit": "penyakit", "sanitasi": "sanitasi", "phbs": "phbs",
    "anak_sekolah": "sekolah", "ilp": "ilp",
}  # fmt: skip
PAGES = {"imunisasi": "imunisasi", "stunting": "stunting", "gizi_ibu_hamil": "gizi_ibu_hamil"}
OTHER_PAGE, OTHER_KEY = "spm_program_lain", "bagian"
DESA_KEY = "desa"


def choose(
    label: str,
    options: Mapping[object, str] | Sequence[str],
    key: str,
    *,
    first: object = None,
    help_text: str | None = None,
) -> object:
    """One of the options (value -> text), kept in the address under `key`; `first` is chosen at the start."""
    texts = told_apart(options if isinstance(options, Mapping) else {option: str(option) for option in options})
    values = list(texts)
    if st.session_state.get(key) not in texts and key in st.session_state:
        del st.session_state[key]
    start = values.index(first) if first in texts else 0
    return st.selectbox(
        label, values, index=start, format_func=texts.__getitem__, key=key, bind=BOUND, required=True, help=help_text
    )


def indicator_key(indicator: Indicator) -> str:
    """The name in the address of the picker that holds this indicator."""
    return INDICATOR_KEYS.get(indicator.programme, "program_lain")


def choose_indicator(at: Scope, codes: Sequence[str], programme: str) -> str:
    """The code of one of these indicators; the Puskesmas' headline indicator first."""
    known = known_indicators(at)
    first = min(
        (code for code in codes if known[code].headline), key=lambda code: known[code].headline, default=codes[0]
    )
    texts = {code: known[code].label for code in codes}
    return str(choose("Indikator", texts, INDICATOR_KEYS.get(programme, "program_lain"), first=first))


def choose_desa(at: Scope, *, label: str = "Desa", whole: str = "", key: str = DESA_KEY, first: object = None) -> int:
    """The desa_id of a desa; with `whole` the first option is the Puskesmas itself (0)."""
    names = _desa_names(at)
    return int(choose(label, ({0: whole} if whole else {}) | names, key, first=first))


def indicator_address(indicator: Indicator) -> str:
    """The address of the page that shows this indicator, escaped for an href."""
    page = PAGES.get(indicator.programme, OTHER_PAGE)
    extra = {} if indicator.programme in PAGES else {OTHER_KEY: section_of(indicator.programme)}
    return link_target(page, **extra, **{indicator_key(indicator): indicator.label})


def desa_address(at: Scope, desa_id: int) -> str:
    """The address of a desa's profile, escaped for an href."""
    return link_target("profil", **{DESA_KEY: _desa_names(at)[desa_id]})


def _desa_names(at: Scope) -> dict[int, str]:
    def names() -> dict[int, str]:
        table = panel(at).desa
        return dict(zip(table["desa_id"].astype(int), table["desa"].astype(str), strict=True))

    return made_of_year(at, "nama desa", names)


def section_of(programme: str) -> str:
    """The part of the page 'SPM & program lain' that shows a programme."""
    return SECTIONS.get(programme, SECTIONS["lain"])


SECTIONS = {
    "spm": "SPM", "penyakit": "Penyakit menular", "sanitasi": "Sanitasi", "phbs": "PHBS",
    "anak_sekolah": "Anak sekolah & remaja", "ilp": "Klaster ILP", "lain": "Indikator sendiri",
}  # fmt: skip


def address_of(at: Scope, kind: str, target: object) -> str:
    """The address of a desa (its id) or of an indicator, for the matrix."""
    return desa_address(at, int(target)) if kind == "desa" else indicator_address(target)  # type: ignore[arg-type]


def desa_links(at: Scope) -> Callable[[int], str]:
    """The function that gives the address of a desa's profile by its id, with the names looked up once."""
    names = _desa_names(at)
    return lambda desa_id: link_target("profil", **{DESA_KEY: names[int(desa_id)]})


__all__ = [
    "address_of",
    "choose",
    "choose_desa",
    "choose_indicator",
    "desa_address",
    "desa_links",
    "indicator_address",
    "section_of",
    "short_label",
]
