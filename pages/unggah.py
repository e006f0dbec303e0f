"""Unggah laporan: drop reports, see what was read, answer only what the files do not say, store, take back."""

import streamlit as st

from lokmin_data.wording import puskesmas_name
from pages._shared.acting import show_message, writable
from pages._shared.layout import next_steps, page_head, reading_help
from pages._shared.plain import plain
from pages._shared.session import scope
from pages._shared.upload_batch import batch, read_items, start_over, take_files, uploader_key
from pages._shared.upload_file import overview, show_file
from pages._shared.upload_history import show_history
from pages._shared.upload_place import context_of, place_of
from pages._shared.upload_store import save_all

FILE_TYPES = ["xlsx", "xlsm", "xls", "xlsb", "ods", "csv", "txt", "htm", "html", "zip"]
LARGEST_MB = 50

at = scope()
page_head("Unggah laporan", note=puskesmas_name(at.puskesmas) if at else "Puskesmas baru: dibuat dari laporan pertama")
show_message()
allowed = writable(at.puskesmas_id if at else None)

dropped = st.file_uploader(
    "Laporan bulanan seperti adanya (Excel, ODS, CSV, atau ZIP berisi laporan). Boleh beberapa sekaligus.",
    type=FILE_TYPES, accept_multiple_files=True, key=uploader_key(), max_upload_size=LARGEST_MB, disabled=not allowed,
)  # fmt: skip
for message in take_files(dropped if allowed else []):
    st.error(plain(message))
items = list(batch().values())
if items:
    read_items(context_of(at))
    place = place_of(at)
    if len(items) > 1:
        st.dataframe(overview(items), hide_index=True, alt="Berkas yang diunggah")
        save_all(items, place)
    for item in items:
        show_file(item, place)
    if all(item.done for item in items):
        st.button("Unggah berkas lain", on_click=start_over, type="primary")
        next_steps(
            {"ringkasan": "Lihat Ringkasan", "kualitas_data": "Periksa kualitas data", "agenda": "Susun agenda lokmin"}
        )
else:
    reading_help(
        "**Apa yang terjadi dengan berkas saya?** Berkas dibaca seperti adanya: lembar, tabel, judul kolom, bulan, dan nama desa dikenali sendiri. "
        "Tidak ada yang disimpan sebelum Anda menekan tombol **Simpan**.\n\n"
        "- Baris jumlah, tanda tangan, dan bulan yang belum diisi tidak ikut disimpan.\n"
        "- Angka yang berbeda dari yang sudah tersimpan ditunjukkan lebih dahulu.\n"
        "- Daftar perorangan (NIK, nama) hanya dihitung per desa, lalu dilupakan.",
        "unggah",
    )
show_history(at, allowed)
