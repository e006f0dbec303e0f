"""Identity of the Puskesmas and the logo for its letterhead."""

from __future__ import annotations

import streamlit as st

from pages._shared.acting import act
from pages._shared.layout import section
from pages._shared.session import Scope, get_store

FIELDS = {
    "name": "Nama Puskesmas", "kecamatan": "Kecamatan", "kabupaten": "Kabupaten/kota", "provinsi": "Provinsi", "code": "Kode Puskesmas",
}  # fmt: skip
LETTER_FIELDS = {
    "dinas": "Nama dinas di kop (misalnya Dinas Kesehatan Kabupaten …)", "alamat": "Alamat di kop", "telepon": "Telepon / surel di kop",
    "kepala": "Nama kepala Puskesmas", "nip": "NIP kepala Puskesmas", "camat": "Nama camat",
}  # fmt: skip
LOGO_TYPES = {b"\x89PNG\r\n\x1a\n": "image/png", b"\xff\xd8\xff": "image/jpeg"}
LARGEST_LOGO_MB = 2
SECTION = "kop"


def identity_section(at: Scope, allowed: bool) -> None:
    """Name and place, what stands in the letterhead, and the logo."""
    section("Identitas dan kop surat")
    row = get_store().puskesmas().set_index("puskesmas_id").loc[at.puskesmas_id]
    letter = get_store().settings(at.puskesmas_id).get(SECTION, {})
    with st.form(f"identitas_{at.puskesmas_id}", border=False):
        own = {
            key: st.text_input(label, value=str(row[key] or ""), max_chars=120, disabled=not allowed)
            for key, label in FIELDS.items()
        }
        more = {
            key: st.text_input(label, value=str(letter.get(key, "")), max_chars=160, disabled=not allowed)
            for key, label in LETTER_FIELDS.items()
        }
        if st.form_submit_button("Simpan identitas dan kop", type="primary", disabled=not allowed):
            if not own["name"].strip():
                st.error("Nama Puskesmas belum diisi.")
            else:
                act(lambda who: _save(at, own, more, who), "Identitas disimpan.", at.puskesmas_id)
    _logo(at, allowed)


def _save(at: Scope, own: dict[str, str], more: dict[str, str], who: str) -> None:
    clean = {key: value.strip() for key, value in own.items()}
    get_store().update_puskesmas(at.puskesmas_id, who=who, **clean)
    get_store().save_settings(at.puskesmas_id, {SECTION: {key: value.strip() for key, value in more.items()}}, who)


def _logo(at: Scope, allowed: bool) -> None:
    section("Logo", "PNG atau JPEG, paling besar 2 MB; dipakai di undangan, notulen, dan berita acara.")
    present = get_store().logo(at.puskesmas_id)
    if present:
        st.image(present, width=120, alt="Logo Puskesmas")
    if not allowed:
        return
    file = st.file_uploader(
        "Pilih gambar logo", type=["png", "jpg", "jpeg"], key="logo", max_upload_size=LARGEST_LOGO_MB
    )
    if file is not None:
        data = file.getvalue()
        kind = next((kind for start, kind in LOGO_TYPES.items() if data.startswith(start)), "")
        if not kind:
            st.error("Berkas itu bukan gambar PNG atau JPEG.")
        elif st.button("Simpan logo ini", type="primary", key="simpan_logo"):
            act(lambda who: get_store().save_logo(at.puskesmas_id, data, who, kind), "Logo disimpan.", at.puskesmas_id)
    if present and st.button("Hapus logo", key="hapus_logo"):
        act(lambda who: get_store().save_logo(at.puskesmas_id, None, who), "Logo dihapus.", at.puskesmas_id)
