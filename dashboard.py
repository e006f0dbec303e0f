"""Dasbor Lokmin: page configuration, scope in the sidebar, menu; everything else lives in `pages/`."""
# ruff: noqa: E402 - two threads that import the same modules at once gain nothing: the server's own comes first

from __future__ import annotations

import streamlit as st

from pages._shared.warm import wait_until_warm

wait_until_warm()

from lokmin_data.store import StoreDamaged
from pages._shared.collector import give_back, spare_modules, take_short_turns
from pages._shared.frame import draw_frame, errors_in_words
from pages._shared.gate import SIGN_IN_PAGE, is_closed
from pages._shared.login import deliver_cookie
from pages._shared.menu import Entry, build_menu
from pages._shared.run import one_run
from pages._shared.safekeeping import keep_daily_backups, offer_rescue
from pages._shared.scope import puskesmas_now, scope_pickers
from pages._shared.session import behind_network, person
from pages._shared.turns import my_turn
from pages._shared.visit import note_writer

# A file of our own: with a material icon the browser would ask a font server on the internet for the favicon.
st.set_page_config(page_title="Dasbor Lokmin", page_icon="/app/static/ikon.png", layout="wide")

take_short_turns()
spare_modules()
give_back()
with my_turn(), one_run(), errors_in_words():
    try:
        puskesmas_count = len(puskesmas_now()[0])
    except StoreDamaged as damaged:
        offer_rescue(damaged)
        st.stop()
    keep_daily_backups()
    note_writer(person())
    closed = is_closed()
    conditions = {"banyak_puskesmas": puskesmas_count > 1, "jaringan": behind_network()}

    def allowed(entry: Entry) -> bool:
        """True where the page's condition holds; where looking needs an account, only the page to sign in."""
        return entry.file == SIGN_IN_PAGE if closed else conditions.get(entry.only_with, True)

    start = "ringkasan" if puskesmas_count else "mulai"
    page = st.navigation(build_menu(start, allowed), expanded=True)
    if not closed:
        with st.sidebar:
            scope_pickers()
    draw_frame(page.url_path or start)
    deliver_cookie()
    page.run()
