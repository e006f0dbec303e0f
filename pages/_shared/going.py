"""Going to another page after something was done.

`st.switch_page` clears the address and refuses to where a widget is bound to it, as the pickers of the scope are.
The browser's own way keeps the scope and needs no reload.
"""

from __future__ import annotations

import json
from typing import NoReturn

import streamlit as st

_SCRIPT = """<script>
(() => {
  const [page, set, drop] = %s
  const to = new URL(page, document.baseURI)
  const kept = new URLSearchParams(location.search)
  for (const key of drop) kept.delete(key)
  for (const [key, value] of Object.entries(set)) kept.set(key, value)
  to.search = kept.toString()
  history.pushState({}, "", to.href)
  dispatchEvent(new PopStateEvent("popstate", { state: {} }))
})()
</script>"""


def go_to(page: str, *, drop: tuple[str, ...] = (), **parameters: str) -> NoReturn:
    """Open that page (its address, such as "unggah"); the rest of this run is left out.

    `parameters` are set in the address, those in `drop` are taken out of it, all others stay.
    """
    plan = json.dumps([page, parameters, list(drop)]).replace("<", "\\u003c")
    st.html(_SCRIPT % plan, unsafe_allow_javascript=True)
    st.stop()
