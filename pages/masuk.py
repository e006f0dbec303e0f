"""Masuk: sign in, sign out, and the first account of a server."""

import streamlit as st

from pages._shared.acting import show_message
from pages._shared.layout import page_head, reading_help
from pages._shared.login_forms import first_account, sign_in_form, signed_in_panel
from pages._shared.session import behind_network, person, store_of

page_head("Masuk", note="Melihat boleh tanpa masuk bila diizinkan; mengubah data perlu akun petugas.")
show_message()
if not behind_network():
    st.info("Dasbor ini hanya dapat dibuka dari komputer ini, sehingga tidak perlu masuk.")
elif person().signed_in:
    signed_in_panel()
elif not store_of(False).has_accounts():
    first_account()
else:
    sign_in_form()
reading_help("Lupa kata sandi? Minta pengelola membuat kata sandi baru di Pengaturan, bagian Akun.", "masuk")
