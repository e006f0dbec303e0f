"""The desa list of a Puskesmas: edit it, paste it, take it from a list file; and the other spellings of names."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd
import streamlit as st

from lokmin_data.model import LokminError
from lokmin_data.reading.desa_list import ListedDesa, parse_pasted, read_desa_file
from lokmin_data.store.names import fold
from pages._shared.acting import act, check_seen, edited_table, forget_table
from pages._shared.layout import section
from pages._shared.plain import plain
from pages._shared.session import get_store

COLUMNS = ["desa_id", "desa", "code", "kecamatan", "penduduk", "active"]
LIST_TYPES = ["csv", "xlsx", "xls", "ods"]
PUSKESMAS_ITSELF = 0


def desa_section(puskesmas_id: int, version: int, allowed: bool) -> None:
    """The whole part 'Desa' of the page."""
    _editor(puskesmas_id, version, allowed)
    if allowed:
        _add_from_list(puskesmas_id)
    _aliases(puskesmas_id, allowed)


def _editor(puskesmas_id: int, version: int, allowed: bool) -> None:
    section(
        "Daftar desa", "Hilangkan centang 'aktif' untuk desa yang tidak lagi dilayani; angka lamanya tetap tersimpan."
    )
    name = f"desa_{puskesmas_id}"
    table, key = edited_table(name, version, lambda: get_store().desa(puskesmas_id)[COLUMNS])
    edited = st.data_editor(
        table, key=key, num_rows="add", hide_index=True, disabled=not allowed, height="content", alt="Daftar desa", placeholder="",
        column_order=COLUMNS[1:],
        column_config={
            "desa": st.column_config.TextColumn("Desa / kelurahan", required=True, max_chars=80, width=380),
            "code": st.column_config.TextColumn("Kode (Kemendagri/BPS)", max_chars=20),
            "kecamatan": st.column_config.TextColumn("Kecamatan", max_chars=60),
            "penduduk": st.column_config.NumberColumn("Penduduk (orang)", min_value=0, step=1),
            "active": st.column_config.CheckboxColumn("Aktif", default=True),
        },
    )  # fmt: skip
    _tell_twice(edited["desa"].tolist())
    count = int(edited["desa"].fillna("").astype(str).str.strip().ne("").sum())
    if allowed and st.button(f"Simpan daftar {count} desa", type="primary", disabled=count == 0, key=f"simpan_{key}"):
        act(lambda who: _save(puskesmas_id, edited, name, who), f"Daftar {count} desa disimpan.", puskesmas_id)


def _tell_twice(names: Sequence[object]) -> None:
    folded = [fold(str(name)) for name in names if isinstance(name, str) and name.strip()]
    twice = sorted({name for name in names if isinstance(name, str) and folded.count(fold(name)) > 1})
    if twice:
        st.error(f"Nama desa tertulis lebih dari satu kali: {', '.join(twice)}.")


def _save(puskesmas_id: int, edited: pd.DataFrame, name: str, who: str) -> None:
    check_seen(name)
    get_store().save_desa(puskesmas_id, edited, who)
    forget_table(name)


def _add_from_list(puskesmas_id: int) -> None:
    with st.expander("Tambah dari tempelan atau berkas daftar desa"):
        listed = choose_listed(f"tambah_{puskesmas_id}")
        known = {fold(name) for name in get_store().desa(puskesmas_id)["desa"]}
        fresh = [desa for desa in listed if fold(desa.name) not in known]
        if listed and not fresh:
            st.info("Semua nama itu sudah ada di daftar.")
        if fresh and st.button(f"Tambahkan {len(fresh)} desa", key=f"tambahkan_{puskesmas_id}"):
            act(lambda who: add_listed(puskesmas_id, fresh, who), f"{len(fresh)} desa ditambahkan.", puskesmas_id)


def choose_listed(key: str) -> list[ListedDesa]:
    """Desa that the user pasted or uploaded as a list, narrowed to one kecamatan where the list has several."""
    pasted = st.text_area(
        "Tempelkan daftar desa, satu desa satu baris",
        key=f"tempel_{key}", height=160, placeholder="Contoh:\nSukamaju\nKarangsari", persist_state="session",
        help="Boleh disalin langsung dari Excel, termasuk kode dan jumlah penduduk di kolom sebelahnya.",
    )  # fmt: skip
    file = st.file_uploader(
        "atau pilih berkas daftar desa (Kemendagri, BPS, atau Excel sendiri)",
        type=LIST_TYPES,
        key=f"berkas_{key}",
        max_upload_size=25,
    )
    listed = list(parse_pasted(pasted or ""))
    if file is not None:
        try:
            listed += read_desa_file(file.getvalue(), file.name)
        except LokminError as error:
            st.error(plain(error))
    return _one_kecamatan(listed, key)


def _one_kecamatan(listed: list[ListedDesa], key: str) -> list[ListedDesa]:
    places = sorted({desa.kecamatan for desa in listed if desa.kecamatan})
    if len(places) < 2:
        return listed
    chosen = st.selectbox(
        f"Daftar ini memuat {len(places)} kecamatan. Pilih kecamatan Anda", places, index=None, key=f"kec_{key}"
    )
    return [desa for desa in listed if desa.kecamatan == chosen] if chosen else []


def add_listed(puskesmas_id: int, listed: Sequence[ListedDesa], who: str) -> None:
    """Store listed desa after those that are there."""
    present = get_store().desa(puskesmas_id)
    rows = [
        {"desa": d.name, "code": d.code, "kecamatan": d.kecamatan, "penduduk": d.penduduk, "active": True}
        for d in listed
    ]
    records = [*present[COLUMNS].to_dict("records"), *({"desa_id": None, **row} for row in rows)]
    get_store().save_desa(puskesmas_id, pd.DataFrame(records, columns=COLUMNS, dtype=object), who)
    forget_table(f"desa_{puskesmas_id}")


def _aliases(puskesmas_id: int, allowed: bool) -> None:
    section("Ejaan lain nama desa", "Ejaan ini diingat dari unggahan sebelumnya dan dipakai tanpa bertanya lagi.")
    names = dict(zip(get_store().desa(puskesmas_id)["desa_id"], get_store().desa(puskesmas_id)["desa"], strict=True))
    table = get_store().aliases(puskesmas_id)
    if table.empty:
        st.markdown("Belum ada ejaan lain.")
    else:
        shown = table.assign(desa=table["desa_id"].map(names).fillna("Puskesmas (seluruh wilayah)"))
        st.dataframe(
            shown[["alias", "desa"]], hide_index=True, alt="Ejaan lain nama desa",
            column_config={"alias": "Tulisan di laporan", "desa": "Artinya"},
        )  # fmt: skip
    if allowed and names:
        _change_alias(puskesmas_id, names, table["alias"].tolist())


def _change_alias(puskesmas_id: int, names: dict[int, str], present: list[str]) -> None:
    with st.form(f"ejaan_{puskesmas_id}", clear_on_submit=True, border=False):
        text = st.text_input("Ejaan baru seperti tertulis di laporan", max_chars=80)
        desa_id = st.selectbox("Artinya desa", list(names), format_func=names.__getitem__)
        if st.form_submit_button("Simpan ejaan") and text.strip():
            act(
                lambda who: get_store().add_alias(puskesmas_id, text.strip(), int(desa_id), who),
                "Ejaan disimpan.",
                puskesmas_id,
            )
    if present:
        gone = st.selectbox(
            "Hapus ejaan", present, index=None, placeholder="Pilih ejaan yang keliru", key=f"hapus_ejaan_{puskesmas_id}"
        )
        if gone and st.button(f"Hapus ejaan '{gone}'", key=f"tombol_hapus_ejaan_{puskesmas_id}"):
            act(lambda who: get_store().remove_alias(puskesmas_id, gone, who), "Ejaan dihapus.", puskesmas_id)
