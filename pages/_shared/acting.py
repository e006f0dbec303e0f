"""How a page changes something: ask who, do it, say what happened; and how an edited table stays as typed."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

import pandas as pd
import streamlit as st

from lokmin_data.model import LokminError
from pages._shared.layout import link
from pages._shared.plain import plain
from pages._shared.session import can_write, person, require_writer

Result = TypeVar("Result")
MESSAGE_KEY = "pesan_berhasil"


def show_message() -> None:
    """The message of what was done in the run before, once."""
    message = st.session_state.pop(MESSAGE_KEY, "")
    if message:
        st.success(message)


def act(
    work: Callable[[str], Result],
    message: str | Callable[[Result], str],
    puskesmas_id: int | None = None,
    *,
    rerun: bool = True,
) -> Result | None:
    """Do the work with the writer's name; a refusal is shown in place, success at the head of the next run.

    Returns None after a refusal.  Everything that changes data goes through here, so that nobody writes
    without the right to.
    """
    name = require_writer(puskesmas_id)
    try:
        result = work(name)
    except LokminError as error:
        st.error(plain(error))
        return None
    st.session_state[MESSAGE_KEY] = message(result) if callable(message) else message
    if rerun:
        st.rerun()
    return result


def writable(puskesmas_id: int | None = None) -> bool:
    """True where this browser may write; else the reason stands at the head of the page."""
    allowed = can_write(puskesmas_id)
    if not allowed:
        st.info(
            "Anda sedang melihat saja. Silakan masuk sebagai petugas untuk mengubah."
            if not person().signed_in
            else "Akun Anda hanya dapat melihat data Puskesmas ini."
        )
        if not person().signed_in:
            st.html(f"<p>{link('masuk', 'Masuk sebagai petugas')}</p>")
    return allowed


def someone(name: str) -> str:
    """Who changed it, for the screen: two windows of one person bear the same name."""
    return "Jendela lain" if name == person().name else plain(name)


def version_of(name: str) -> str:
    """What that person saved, as it is (not escaped): "versi ani", "versi jendela lain"."""
    return f"versi {'jendela lain' if name == person().name else name}"


def edited_table(name: str, version: Any, load: Callable[[], pd.DataFrame]) -> tuple[pd.DataFrame, str]:
    """The table to give to a data editor and the editor's key.

    The table stays the same while there are unsaved edits, so that a rerun or somebody else's saving does not
    throw them away; without edits it follows `version`.  What saves it asks `check_seen` first.
    """
    drawer = f"meja_{name}"
    held = st.session_state.get(drawer)
    key = f"{drawer}_{held['round']}" if held else f"{drawer}_0"
    if held is None or (held["version"] != version and not has_edits(key)):
        turn = held["round"] + 1 if held else 0
        st.session_state[drawer] = held = {"version": version, "table": load(), "round": turn}
        key = f"{drawer}_{turn}"
    else:
        _tell_changed(name, held, version)
    return held["table"], key


def _tell_changed(name: str, held: dict[str, Any], version: Any) -> None:
    """Say that somebody else saved meanwhile, and offer what they saved in the place of what one types."""
    changed = held["version"] != version
    held["unseen"], held["told"] = changed and held.get("told") != version, version
    if not changed:
        return
    st.warning("Data ini diubah orang lain sesudah Anda mulai mengetik. Bila disimpan, ketikan Anda menggantikan data mereka.")
    if st.button("Buang ketikan saya dan muat data terbaru", key=f"muat_{name}"):
        forget_table(name)
        st.rerun()


def check_seen(name: str) -> None:
    """Raises LokminError where somebody else saved this table and whoever presses could not know it yet."""
    if st.session_state.get(f"meja_{name}", {}).get("unseen"):
        raise LokminError("Belum disimpan: orang lain baru saja mengubah data ini. Periksa tabel, lalu tekan simpan sekali lagi.")


def forget_table(name: str) -> None:
    """Load the table anew in the next run (after saving)."""
    held = st.session_state.get(f"meja_{name}")
    if held:
        st.session_state[f"meja_{name}"] = {**held, "version": object()}
        st.session_state.pop(f"meja_{name}_{held['round']}", None)


def has_edits(key: str) -> bool:
    """True where the data editor of that key holds changes."""
    state = st.session_state.get(key) or {}
    return any(state.get(part) for part in ("edited_rows", "added_rows", "deleted_rows"))
