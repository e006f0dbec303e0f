"""May this browser look at all?  Where a Puskesmas of the database wants it, looking needs an account too."""

from __future__ import annotations

import streamlit as st

from pages._shared.session import behind_network, can_look, store_of

#: A changed setting is in force after so many seconds at the latest.
REMEMBERED_SECONDS = 10
SIGN_IN_PAGE = "masuk"


@st.cache_data(ttl=REMEMBERED_SECONDS, max_entries=4, show_spinner=False)
def _open_to_look(folder_of_store: str) -> bool:
    """True where every Puskesmas of the database lets passers-by look."""
    store = store_of(False)
    ids = store.puskesmas()["puskesmas_id"].astype(int)
    return all(bool(store.settings(i).get("tampilan", {}).get("lihat_tanpa_masuk", True)) for i in ids)


def is_closed() -> bool:
    """True where this browser must sign in before it sees anything but the page for that."""
    return behind_network() and not can_look(_open_to_look(str(store_of(False).url)))
