"""Whether the browser is as narrow as a phone; `bahasa.js` tells it in the address (`?layar=sempit`)."""

from __future__ import annotations

import streamlit as st

KEY, NARROW = "layar", "sempit"


def is_narrow() -> bool:
    """True where the charts shall be drawn for a phone."""
    told = st.query_params.get(KEY)
    if told is not None:
        st.session_state[KEY] = told
    return st.session_state.get(KEY) == NARROW
