"""Daily backups while the app runs, and the way out where the store was damaged."""

from __future__ import annotations

import logging
import threading
from datetime import datetime

import streamlit as st

from lokmin_data.model import LokminError
from lokmin_data.store import Store, StoreDamaged
from lokmin_data.store.keeping import restore_damaged
from pages._shared.access import LOCAL_ACCOUNT
from pages._shared.plain import plain
from pages._shared.session import behind_network, store_of

#: A server runs for weeks: whether today's backup is there is asked again and again.
HOURS_BETWEEN_LOOKS = 3
_log = logging.getLogger("lokmin")


@st.cache_resource(show_spinner=False)
def keep_daily_backups() -> threading.Thread:
    """One thread of this process that makes the day's backup of the real store; the pages do not wait for it."""
    keeper = threading.Thread(target=_keep, args=(store_of(False), threading.Event()), name="cadangan-harian", daemon=True)
    keeper.start()
    return keeper


def _keep(store: Store, never: threading.Event) -> None:
    while True:
        try:
            store.daily_backup()
        except (LokminError, OSError) as error:  # whatever it was: the next look tries again
            _log.error("Cadangan harian tidak dapat dibuat: %s", error)
        never.wait(HOURS_BETWEEN_LOOKS * 3600)


def offer_rescue(damaged: StoreDamaged) -> None:
    """Say what is wrong, and put the newest good backup in place with one click; the damaged file is kept aside."""
    st.error(plain(damaged))
    if damaged.backup is None:
        st.markdown("Tidak ditemukan cadangan yang utuh. Jangan menghapus berkas apa pun; hubungi pengelola.")
        return
    made = datetime.fromtimestamp(damaged.backup.stat().st_mtime)
    st.markdown(f"Cadangan terbaru yang utuh dibuat {made:%d-%m-%Y} pukul {made:%H.%M}. Berkas yang rusak tetap disimpan di sampingnya.")
    if behind_network():
        st.info("Pemulihan hanya dapat dilakukan di komputer tempat dasbor ini dijalankan.")
    elif st.button("Pulihkan cadangan ini", type="primary", key="pulihkan_rusak"):
        restore_damaged(damaged.path, damaged.backup, f"{datetime.now():%Y%m%d-%H%M%S}")
        st.cache_resource.clear()
        store_of(False).add_audit(0, LOCAL_ACCOUNT, "pulihkan dari kerusakan", damaged.backup.name)
        st.rerun()
