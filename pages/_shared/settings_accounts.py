"""Accounts and their roles: made, changed and closed by a pengelola; never removed, because the audit speaks of them."""

from __future__ import annotations

from datetime import datetime
from typing import Any

import streamlit as st

from lokmin_data.store import ROLES
from pages._shared.access import EVERYWHERE, may_manage
from pages._shared.acting import act
from pages._shared.layout import section
from pages._shared.plain import plain
from pages._shared.session import Scope, person, require_manager, store_of

ROLE_WORDS = {
    "pengelola": "Pengelola (akun, cadangan, semua data)", "petugas": "Petugas (unggah dan ubah data)", "pemirsa": "Pemirsa (melihat saja)",
}  # fmt: skip


def accounts_section(at: Scope | None) -> None:
    """The list of accounts, the form for a new one, and changes; only for a pengelola."""
    section("Akun", "Diperlukan bila dasbor dibuka dari komputer lain. Di komputer ini sendiri tidak perlu masuk.")
    if not may_manage(person()):
        st.info("Hanya pengelola yang dapat melihat dan mengubah akun.")
        return
    table = store_of(False).accounts()
    names = {EVERYWHERE: "semua Puskesmas", **_puskesmas()}
    if len(table):
        st.dataframe([_line(row, names) for row in table.itertuples()], hide_index=True, alt="Daftar akun")
    _new(names, at)
    if len(table):
        _change(table, names)


def _puskesmas() -> dict[int, str]:
    table = store_of(False).puskesmas()
    return dict(zip(table["puskesmas_id"].astype(int), table["name"].astype(str), strict=True))


def _line(row: Any, names: dict[int, str]) -> dict[str, str]:
    roles = ", ".join(f"{role} ({names.get(int(place), 'Puskesmas lain')})" for place, role in row.roles.items())
    return {
        "Akun": row.name,
        "Nama lengkap": row.full_name,
        "Peran": roles or "pemirsa",
        "Keadaan": _state(row),
    }


def _state(row: Any) -> str:
    """Open, closed, or locked for a while after failed tries; only here is a lock told, not to whoever tries."""
    if not row.active:
        return "ditutup"
    until = row.locked_until
    return f"dikunci sampai pukul {until:%H.%M}" if until is not None and until > datetime.now().astimezone() else "aktif"


def _new(names: dict[int, str], at: Scope | None) -> None:
    with st.form("akun_baru", border=True, clear_on_submit=False):
        st.markdown("**Akun baru**")
        name = st.text_input("Nama akun", max_chars=60, placeholder="Contoh: siti.gizi", key="akun_nama")
        full = st.text_input("Nama lengkap", max_chars=80, key="akun_lengkap")
        role = st.selectbox("Peran", list(ROLES), index=1, format_func=ROLE_WORDS.__getitem__, key="akun_peran")
        place = st.selectbox(
            "Berlaku untuk", list(names), index=_own(names, at), format_func=names.__getitem__, key="akun_puskesmas"
        )
        password = st.text_input("Kata sandi (paling sedikit 8 huruf)", type="password", key="akun_sandi")
        again = st.text_input("Ulangi kata sandi", type="password", key="akun_sandi_lagi")
        if st.form_submit_button("Buat akun", type="primary"):
            if password != again:
                st.error("Kedua kata sandi tidak sama.")
            else:
                require_manager()
                act(
                    lambda who: store_of(False).create_account(
                        name.strip(), password, roles={place: role}, who=who, full_name=full.strip()
                    ),
                    f"Akun {plain(name)} dibuat.",
                )


def _own(names: dict[int, str], at: Scope | None) -> int:
    return list(names).index(at.puskesmas_id) if at and at.puskesmas_id in names else 0


def _change(table: Any, names: dict[int, str]) -> None:
    with st.expander("Ubah atau tutup akun"):
        rows = {int(row.account_id): row for row in table.itertuples()}
        chosen = st.selectbox(
            "Akun",
            list(rows),
            format_func=lambda i: rows[i].name,
            index=None,
            placeholder="Pilih akun",
            key="akun_ubah",
        )
        if chosen is None:
            return
        row = rows[chosen]
        place, role = next(iter(row.roles.items()), (EVERYWHERE, "pemirsa"))
        with st.form(f"akun_ubah_{chosen}", border=False):
            new_role = st.selectbox(
                "Peran", list(ROLES), index=list(ROLES).index(role), format_func=ROLE_WORDS.__getitem__
            )
            new_place = st.selectbox(
                "Berlaku untuk",
                list(names),
                index=list(names).index(int(place)) if int(place) in names else 0,
                format_func=names.__getitem__,
            )
            active = st.checkbox("Akun aktif", value=bool(row.active))
            password = st.text_input("Kata sandi baru (kosongkan bila tetap)", type="password")
            if st.form_submit_button(f"Simpan akun {plain(row.name)}"):
                require_manager()
                act(
                    lambda who: store_of(False).update_account(
                        chosen, who=who, roles={new_place: new_role}, active=active, password=password or None
                    ),
                    f"Akun {plain(row.name)} diubah.",
                )
