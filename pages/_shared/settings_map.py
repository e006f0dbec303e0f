"""The map of desa: a GeoJSON of the Puskesmas, its names matched like desa names."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from lokmin_data.model import LokminError
from lokmin_data.reading.opening.geojson import Shape, as_document, read_geojson
from pages._shared.acting import act
from pages._shared.layout import section
from pages._shared.plain import plain
from pages._shared.session import Scope, get_store
from pages._shared.upload_names import DesaList, desa_list

NO_DESA = 0
LARGEST_MB = 20


def map_section(at: Scope, allowed: bool) -> None:
    """What is stored, and the upload of another map."""
    section("Peta desa", "Berkas GeoJSON batas desa (EPSG:4326). Tanpa peta, semua halaman tetap berfungsi.")
    stored = get_store().geojson(at.puskesmas_id)
    if stored:
        st.markdown(f"Tersimpan: peta dengan {len(stored.get('wilayah', []))} desa.")
        if allowed and st.button("Hapus peta", key="hapus_peta"):
            act(lambda who: get_store().save_geojson(at.puskesmas_id, None, who), "Peta dihapus.", at.puskesmas_id)
    if not allowed:
        return
    file = st.file_uploader("Pilih berkas GeoJSON", type=["geojson", "json"], key="geojson", max_upload_size=LARGEST_MB)
    if file is None:
        return
    try:
        shapes = read_geojson(file.getvalue())
    except LokminError as error:
        st.error(plain(error))
        return
    chosen = _match(shapes, desa_list(at.puskesmas_id))
    document = as_document(shapes, chosen)
    if st.button(
        f"Simpan peta {len(document['wilayah'])} desa", type="primary", disabled=not chosen, key="simpan_peta"
    ):
        act(lambda who: get_store().save_geojson(at.puskesmas_id, document, who), "Peta disimpan.", at.puskesmas_id)


def _match(shapes: Sequence[Shape], listed: DesaList) -> dict[str, int]:
    """Area name -> desa id: what is certain at once, the rest asked with the likely answer preselected."""
    if listed.matcher is None:
        st.info("Isi daftar desa lebih dahulu, di Sasaran & target.")
        return {}
    found: dict[str, int] = {}
    doubtful: dict[str, int] = {}
    for name in dict.fromkeys(shape.name for shape in shapes if shape.name):
        match = listed.matcher.match(name)
        if match.certain and match.area and match.area.area_id:
            found[name] = match.area.area_id
        elif match.suggestions and match.suggestions[0][0].area_id:
            doubtful[name] = match.suggestions[0][0].area_id
    missing = [name for i, name in listed.desa.items() if i not in found.values()]
    st.markdown(f"{len(shapes)} wilayah di peta, {len(found)} desa dikenali.")
    options = [NO_DESA, *listed.desa]
    for name, likely in list(doubtful.items())[:40]:
        chosen = st.selectbox(
            f"“{plain(name)}” di peta adalah desa",
            options,
            index=options.index(likely),
            format_func=lambda i: listed.desa.get(i, "tidak dipakai"),
            key=f"peta_{name}",
        )
        if chosen:
            found[name] = chosen
    still = [name for name in missing if name not in {listed.desa[i] for i in found.values()}]
    if still:
        st.info(f"Belum ada di peta: {plain(', '.join(still))}. Desa itu tetap tampil di semua tabel dan grafik.")
    return found
