"""One Puskesmas as one file: from a laptop to a server and back."""

from __future__ import annotations

from collections.abc import Callable

import streamlit as st

from pages._shared.acting import act
from pages._shared.layout import section
from pages._shared.plain import plain
from pages._shared.scope import choose_puskesmas
from pages._shared.session import Scope, get_store, require_manager, require_writer

MEDIA = "application/gzip"
LARGEST_MB = 200


def move_section(at: Scope | None) -> None:
    """Export of the chosen Puskesmas, import of a file."""
    if at is not None:
        section(
            "Ekspor Puskesmas ini",
            "Satu berkas berisi seluruh keadaannya: laporan, sasaran, target, agenda, RTL. Tanpa akun dan kata sandi.",
        )
        who = require_writer(at.puskesmas_id)
        name = "".join(sign if sign.isalnum() else "-" for sign in at.puskesmas.lower()).strip("-") or "puskesmas"
        st.download_button(
            plain(f"Unduh berkas {at.puskesmas}"),
            exporter(at.puskesmas_id, who),
            f"lokmin-{name}.json.gz",
            MEDIA,
            on_click="ignore",
            key="ekspor",
        )
    section(
        "Impor Puskesmas",
        "Dari berkas ekspor dasbor lain. Ditambahkan sebagai Puskesmas tersendiri; yang ada tidak diubah.",
    )
    file = st.file_uploader("Berkas ekspor (.json.gz)", type=["gz"], key="impor", max_upload_size=LARGEST_MB)
    if file is None:
        return
    name = st.text_input("Nama Puskesmas di sini (kosongkan bila sama)", max_chars=80, key="impor_nama")
    if st.button("Impor Puskesmas dari berkas ini", type="primary", key="impor_tombol"):
        require_manager()
        data = file.getvalue()
        act(lambda who: _import(data, name, who), "Puskesmas diimpor.")


def exporter(puskesmas_id: int, who: str) -> Callable[[], bytes]:
    """What the download button calls when it is pressed; it runs outside the script and may not touch the session."""
    store = get_store()
    return lambda: store.export_puskesmas(puskesmas_id, who)


def _import(data: bytes, name: str, who: str) -> None:
    puskesmas_id = get_store().import_puskesmas(data, who, name=name.strip() or None)
    choose_puskesmas(puskesmas_id)
