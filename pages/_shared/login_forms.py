"""The forms of signing in."""

from __future__ import annotations

import os
import secrets

import streamlit as st

from lokmin_data.model import LokminError
from lokmin_data.store.passwords import LONGEST_PASSWORD
from pages._shared.access import EVERYWHERE
from pages._shared.acting import MESSAGE_KEY
from pages._shared.layout import next_steps, section
from pages._shared.login import oidc_configured, sign_in, sign_out
from pages._shared.plain import plain
from pages._shared.session import person, store_of
from pages._shared.visit import at_this_machine

#: Set by whoever installs the server, so that the first visitor of the network cannot make himself pengelola.
FIRST_CODE = "LOKMIN_KODE_AWAL"
WHO = "akun pertama"
#: Where to go after signing in, by the highest role: page -> text of the link.
NEXT_STEPS = {
    "pengelola": {
        "unggah": "Unggah laporan bulanan", "pengaturan": "Buat akun untuk petugas lain (Pengaturan, bagian Akun)",
        "cadangan": "Periksa cadangan data", "ringkasan": "Lihat Ringkasan",
    },
    "petugas": {"unggah": "Unggah laporan bulanan", "ringkasan": "Lihat Ringkasan", "agenda": "Susun agenda lokmin"},
    "pemirsa": {"ringkasan": "Lihat Ringkasan", "profil": "Lihat satu desa", "agenda": "Lihat agenda lokmin"},
}  # fmt: skip


def sign_in_form() -> None:
    """Name and password; the reason of a refusal stands under the fields."""
    with st.form("masuk", border=False):
        name = st.text_input("Nama akun", max_chars=60, autocomplete="username")
        password = st.text_input("Kata sandi", type="password", autocomplete="current-password", max_chars=LONGEST_PASSWORD)
        if st.form_submit_button("Masuk", type="primary"):
            try:
                found = sign_in(name, password)
            except LokminError as error:
                st.error(plain(error))
                st.caption(
                    "Lupa kata sandi? Mintalah pengelola Puskesmas Anda menggantinya di Pengaturan, bagian Akun."
                )
            else:
                st.session_state[MESSAGE_KEY] = f"Selamat datang, {plain(found.name)}."
                st.rerun()
    if oidc_configured():
        section("atau")
        if st.button("Masuk dengan akun Dinas", key="masuk_oidc"):
            st.login()


def signed_in_panel() -> None:
    """Who is signed in, with which role, and the way out."""
    here = person()
    roles = sorted(set(here.roles.values())) or ["pemirsa"]
    st.markdown(f"Anda masuk sebagai **{plain(here.name)}** ({', '.join(roles)}).")
    next_steps(NEXT_STEPS[next(role for role in NEXT_STEPS if role in roles)])
    section("Selesai bekerja", "Pada komputer yang dipakai bersama, keluarlah sebelum ditinggalkan.")
    if st.button("Keluar", key="keluar"):
        sign_out()
        if oidc_configured() and st.user.get("is_logged_in"):
            st.logout()
        st.session_state[MESSAGE_KEY] = "Anda sudah keluar."
        st.rerun()


def first_account() -> None:
    """The first account is a pengelola; from the network it needs the code that the installer set."""
    section("Akun pertama", "Belum ada akun. Akun pertama menjadi pengelola dan dapat membuat akun lain.")
    local = at_this_machine()
    code = os.environ.get(FIRST_CODE, "")
    if not local and not code:
        st.info(
            "Buatlah akun pertama dari komputer server itu sendiri (buka dasbor lewat 127.0.0.1), atau jalankan server dengan "
            f"{FIRST_CODE} berisi kode awal, lalu muat ulang halaman ini."
        )
        return
    with st.form("akun_pertama", border=False):
        given = "" if local else st.text_input("Kode awal dari pemasang server", type="password")
        name = st.text_input("Nama akun", max_chars=60, placeholder="Contoh: kepala.puskesmas")
        full = st.text_input("Nama lengkap", max_chars=80)
        limits = {"type": "password", "autocomplete": "new-password", "max_chars": LONGEST_PASSWORD}
        password = st.text_input("Kata sandi (paling sedikit 8 huruf)", **limits)
        again = st.text_input("Ulangi kata sandi", **limits)
        if st.form_submit_button("Buat akun pengelola", type="primary"):
            _create(name.strip(), full.strip(), password, again, "" if local else code, given)


def _create(name: str, full: str, password: str, again: str, code: str, given: str) -> None:
    if password != again:
        st.error("Kedua kata sandi tidak sama.")
    elif code and not secrets.compare_digest(code.encode(), given.encode()):
        st.error("Kode awal tidak cocok.")
    else:
        try:
            store_of(False).create_account(name, password, roles={EVERYWHERE: "pengelola"}, who=WHO, full_name=full)
            sign_in(name, password)
        except LokminError as error:
            st.error(plain(error))
        else:
            st.session_state[MESSAGE_KEY] = f"Akun {plain(name)} dibuat, dan Anda sudah masuk."
            st.rerun()
