"""Making, downloading and restoring backups; only a pengelola comes here."""

from __future__ import annotations

import tempfile
from datetime import datetime
from pathlib import Path

import streamlit as st

from lokmin_data.store.errors import disk_told
from lokmin_data.wording import date_text, number
from pages._shared.acting import act
from pages._shared.layout import section
from pages._shared.plain import plain
from pages._shared.scope import forget_scope
from pages._shared.session import get_store

MEDIA = "application/zip"
LARGEST_MB = 2000
SHOWN = 20
CHOSEN = "cadangan_pilih"


def backup_now() -> None:
    """One click for a backup, and the list of those that are there."""
    section("Cadangkan sekarang")
    if st.button("Buat cadangan sekarang", type="primary", key="cadangkan"):
        act(lambda who: _make(who), lambda path: f"Cadangan {plain(path.name)} dibuat. Unduh, lalu simpan di tempat lain.")
    backups = get_store().backups()[:SHOWN]
    if not backups:
        st.markdown("Belum ada cadangan.")
        return
    chosen = st.selectbox("Cadangan yang ada", backups, format_func=_label, key=CHOSEN)
    st.download_button(
        "Unduh cadangan ini",
        chosen.read_bytes if isinstance(chosen, Path) else b"",
        chosen.name,
        MEDIA,
        on_click="ignore",
        key="cadangan_unduh",
    )


def _make(who: str) -> Path:
    path = get_store().backup()
    get_store().add_audit(0, who, "buat cadangan", path.name)
    st.session_state[CHOSEN] = path  # else the list would go on showing the one that was the newest before
    return path


def _label(path: Path) -> str:
    stat = path.stat()
    at = datetime.fromtimestamp(stat.st_mtime)
    return f"{date_text(at.date())} pukul {at:%H.%M} · {number(stat.st_size / 1e6, 1)} MB · {path.name}"


def restore_from() -> None:
    """Restore from a backup of the list or from a file; the present state is put aside first."""
    section(
        "Pulihkan",
        "Seluruh isi basis data diganti dengan isi cadangan. Keadaan sekarang disimpan dahulu sebagai cadangan.",
    )
    backups = get_store().backups()[:SHOWN]
    ways = {"daftar": "Dari daftar cadangan", "berkas": "Dari berkas"}
    way = st.segmented_control(
        "Sumber", list(ways), default="daftar", format_func=ways.__getitem__, key="pulih_cara", required=True
    )
    if way == "daftar":
        chosen = st.selectbox(
            "Cadangan", backups, format_func=_label, index=None, placeholder="Pilih cadangan", key="pulih_pilih"
        )
        data, name = (chosen, chosen.name) if chosen else (None, "")
    else:
        file = st.file_uploader("Berkas cadangan", key="pulih_berkas", max_upload_size=LARGEST_MB)
        data, name = (file.getvalue(), file.name) if file else (None, "")
    if data is None:
        return
    sure = st.checkbox("Ya, ganti seluruh isi basis data dengan cadangan ini", key=f"pulih_yakin_{name}")
    if st.button(f"Pulihkan dari {plain(name)}", disabled=not sure, key="pulihkan"):
        done = act(
            lambda who: _restore(data, name, who),
            lambda aside: f"Data dipulihkan. Keadaan sebelumnya tersimpan sebagai {plain(aside.name)}.",
        )
        if done is None:
            st.markdown("Data Anda tidak berubah. Pilih cadangan lain, misalnya dari daftar cadangan.")


def _restore(source: Path | bytes, name: str, who: str) -> Path:
    forget_scope()
    if isinstance(source, Path):
        return get_store().restore(source, who)
    place = Path(tempfile.gettempdir())
    with disk_told("Cadangan tidak dapat dibaca", place), tempfile.TemporaryDirectory(prefix="lokmin-") as folder:
        path = Path(folder) / (Path(name).name[-80:] or "cadangan")
        path.write_bytes(source)
        return get_store().restore(path, who)
