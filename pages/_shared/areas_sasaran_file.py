"""Sasaran per desa from an Excel file: the same reader as reports, shown with its sums before anything is stored."""

from __future__ import annotations

import re
from collections.abc import Mapping

import pandas as pd
import streamlit as st

from lokmin_data.model import LokminError, Reading
from lokmin_data.reference.populations import populations
from lokmin_data.wording import listing, number
from pages._shared.acting import act
from pages._shared.plain import plain
from pages._shared.session import Scope, get_store
from pages._shared.upload_names import desa_list

TYPES = ["xlsx", "xls", "xlsm", "ods", "csv"]
LARGEST_MB = 25
LEFT_OUT = -1
#: Rows at the head of a sheet in which the year of the sasaran stands.
HEAD_ROWS = 8
_YEAR = re.compile(r"(?<!\d)20[1-4]\d(?!\d)")
#: Problems of a reading that speak about the numbers of a sasaran table.
SAID = ("error", "warning")


def sasaran_from_file(at: Scope, year: int, kind: str) -> None:
    """The expander: choose a file, see what was understood, say which desa an unknown name means, store."""
    with st.expander("Ambil sasaran dari berkas Excel"):
        file = st.file_uploader(
            "Pilih berkas sasaran per desa", type=TYPES, key=f"berkas_sasaran_{year}", max_upload_size=LARGEST_MB,
            help="Satu baris satu desa, satu kolom satu kelompok (penduduk, ibu hamil, bayi, balita, ...). Tata letaknya bebas.",
        )  # fmt: skip
        if file is None:
            return
        reading = _read(file.getvalue(), file.name)
        if reading is None:
            return
        numbers = totals_of(reading.sasaran)
        if numbers.empty:
            st.info("Tidak ada kolom sasaran yang dikenal di berkas ini. Beri judul kolom seperti 'Ibu hamil' atau 'Balita'.")
            return
        _tell(reading, year)
        chosen = _match(at.puskesmas_id, numbers["area"].drop_duplicates().tolist())
        placed = numbers.assign(desa_id=numbers["area"].map(chosen)).query("desa_id != @LEFT_OUT")
        _preview(placed, get_store().desa(at.puskesmas_id))
        _store(at, placed, year, kind, file.name)


def _read(data: bytes, name: str) -> Reading | None:
    from lokmin_data.reading import read_report

    try:
        return read_report(data, name)
    except LokminError as error:
        st.error(plain(error))
        return None


def totals_of(sasaran: pd.DataFrame) -> pd.DataFrame:
    """area, population, value: the total as printed, else L + P; only populations that are denominators here."""
    known = sasaran.loc[sasaran["population"].isin(list(populations()))]
    wide = known.pivot_table(index=["area", "population"], columns="sex", values="value", aggfunc="first", sort=False)
    for sex in ("T", "L", "P"):
        if sex not in wide:
            wide[sex] = float("nan")
    value = wide["T"].fillna(wide["L"] + wide["P"])
    return value.dropna().rename("value").reset_index()


def _tell(reading: Reading, year: int) -> None:
    """What is doubtful: another year in the head, sums that differ, columns that were not understood."""
    named = years_named(reading)
    if named and year not in named:
        st.warning(
            f"Berkas ini menyebut tahun {listing([str(each) for each in sorted(named)])}, sedangkan Anda akan menyimpannya "
            f"sebagai sasaran {year}. Ganti tahun di atas bila keliru."
        )
    for problem in reading.problems:
        if problem.severity in SAID:
            st.warning(plain(problem.message))
    left = [*reading.unknown_columns["header"].astype(str), *_without_use(reading.sasaran)]
    if left:
        st.markdown(f"Kolom yang tidak diambil: {plain(listing(left))}.")


def _without_use(sasaran: pd.DataFrame) -> list[str]:
    return sorted(set(sasaran["population"]) - set(populations()))


def years_named(reading: Reading) -> set[int]:
    """The years that the file's name and the heads of its sheets name."""
    texts = [reading.file_name, *(cell for sheet in reading.sheets for row in sheet.cells[:HEAD_ROWS] for cell in row)]
    return {int(year) for text in texts for year in _YEAR.findall(str(text))}


def _match(puskesmas_id: int, areas: list[str]) -> dict[str, int]:
    """area -> desa_id: what is certain at once, the rest asked with the likely desa preselected."""
    listed = desa_list(puskesmas_id)
    found: dict[str, int] = {}
    for area in areas:
        match = listed.matcher.match(area) if listed.matcher else None
        if match and match.certain and match.area and match.area.area_id:
            found[area] = match.area.area_id
            continue
        likely = match.suggestions[0][0].area_id if match and match.suggestions else LEFT_OUT
        found[area] = _ask(area, listed.desa, likely or LEFT_OUT)
    return found


def _ask(area: str, desa: Mapping[int, str], likely: int) -> int:
    options = [*desa, LEFT_OUT]
    return st.selectbox(
        f"“{plain(area)}” di berkas adalah", options, index=options.index(likely) if likely in options else len(options) - 1,
        format_func=lambda i: "Bukan desa kami, abaikan" if i == LEFT_OUT else desa[i], key=f"sasaran_nama_{area}",
    )  # fmt: skip


def _preview(placed: pd.DataFrame, desa: pd.DataFrame) -> None:
    """One row a desa of the list, one column a population, and their sums below; desa without a number are named."""
    twice = placed[placed.duplicated(["desa_id", "population"], keep=False)]["area"].drop_duplicates()
    if len(twice):
        st.error(f"Dua baris menunjuk desa yang sama: {plain(listing(twice.tolist()))}. Yang dipakai baris pertama.")
    names = {int(i): str(name) for i, name in zip(desa["desa_id"], desa["desa"], strict=True)}
    order = list(dict.fromkeys(placed["population"]))
    wide = placed.drop_duplicates(["desa_id", "population"]).pivot(index="desa_id", columns="population", values="value")[order]
    shown = wide.set_axis([f"{populations()[code].label} ({populations()[code].unit})" for code in order], axis=1)
    shown.insert(0, "Desa", [names[int(i)] for i in wide.index])
    total = {"Desa": "Jumlah", **shown.drop(columns="Desa").sum(min_count=1).to_dict()}
    config = {name: st.column_config.NumberColumn(name, format="localized") for name in shown.columns[1:]}
    st.dataframe(pd.concat([shown, pd.DataFrame([total])]), hide_index=True, height="content", column_config=config, alt="Sasaran di berkas")
    active = [int(i) for i, is_active in zip(desa["desa_id"], desa["active"], strict=True) if is_active]
    lacking = [names[i] for i in active if i not in wide.index]
    if lacking:
        st.warning(f"{len(lacking)} desa tidak ada di berkas ini: {plain(listing(lacking))}. Sasarannya tidak berubah.")


def _store(at: Scope, placed: pd.DataFrame, year: int, kind: str, name: str) -> None:
    rows = placed.drop_duplicates(["desa_id", "population"])[["desa_id", "population", "value"]]
    rows = rows.assign(year=year, kind=kind, sex="T", source=f"berkas {name}"[:120])
    count = rows["desa_id"].nunique()
    if st.button(
        f"Simpan {number(len(rows))} angka sasaran {year} untuk {count} desa", type="primary", disabled=rows.empty, key="simpan_berkas_sasaran"
    ):
        act(
            lambda who: get_store().save_sasaran(at.puskesmas_id, rows, who),
            f"Sasaran {year} dari berkas disimpan untuk {count} desa.",
            at.puskesmas_id,
        )
