"""Sasaran per desa, population and year: typed, taken from a report or a table, or shared out by penduduk."""

from __future__ import annotations

from collections.abc import Mapping

import pandas as pd
import streamlit as st

from lokmin_data.analysis.apportion import apportion
from lokmin_data.reference.populations import populations
from lokmin_data.wording import number
from pages._shared.acting import act, check_seen, edited_table, forget_table
from pages._shared.areas_sasaran_file import sasaran_from_file
from pages._shared.layout import section
from pages._shared.session import Scope, get_store

KINDS = {"proyeksi": "Proyeksi (Pusdatin/Dinkes)", "riil": "Riil (pendataan)"}
WHOLE = 0
TOTAL_ROW = "Puskesmas (seluruh wilayah)"


def sasaran_section(at: Scope, allowed: bool) -> None:
    """The whole part 'Sasaran' of the page."""
    section("Sasaran", "Penyebut cakupan. Angka pecahan boleh; yang kosong berarti belum diketahui, bukan nol.")
    year = int(st.number_input("Tahun", 2015, 2100, at.year, key="sasaran_tahun"))
    kind = st.segmented_control(
        "Jenis sasaran",
        list(KINDS),
        default="proyeksi",
        format_func=KINDS.__getitem__,
        key="sasaran_jenis",
        required=True,
    )
    shown = _chosen_populations(at, year)
    if not shown:
        st.info("Pilih sedikitnya satu kelompok sasaran.")
        return
    desa = get_store().desa(at.puskesmas_id, active_only=True)
    if desa.empty:
        st.info("Isi daftar desa lebih dahulu, di bagian Desa.")
        return
    edited, name = _editor(at, year, kind, shown, desa, allowed)
    _check_sums(edited, shown)
    if allowed and st.button(f"Simpan sasaran {year} untuk {len(desa)} desa", type="primary", key="simpan_sasaran"):
        rows = _long(edited, year, kind, shown)
        act(lambda who: _save(at, rows, name, who), f"Sasaran {year} disimpan.", at.puskesmas_id)
    if allowed:
        sasaran_from_file(at, year, kind)
        _share_out(at, year, kind, desa)
        _copy_year(at, year, kind)
    _reported(at, year)


def _chosen_populations(at: Scope, year: int) -> list[str]:
    """The populations that are shown: those with numbers, else those of the three core programmes."""
    known = populations()
    stored = get_store().sasaran(at.puskesmas_id, year)
    present = [code for code in known if code in set(stored["population"])]
    default = present or [
        code for code in ("penduduk", "bumil", "bulin", "lahir_hidup", "si", "balita") if code in known
    ]
    return st.multiselect(
        "Kelompok sasaran",
        list(known),
        default=default,
        format_func=lambda code: known[code].label,
        key=f"kelompok_{year}",
    )


def _editor(
    at: Scope, year: int, kind: str, shown: list[str], desa: pd.DataFrame, allowed: bool
) -> tuple[pd.DataFrame, str]:
    name = f"sasaran_{at.puskesmas_id}_{year}_{kind}_{'-'.join(shown)}"
    table, key = edited_table(name, at.version, lambda: _wide(at, year, kind, shown, desa))
    labels = {code: populations()[code] for code in shown}
    config = {
        code: st.column_config.NumberColumn(
            f"{p.label} ({p.unit})", min_value=0.0, format="localized", help=p.note or None
        )
        for code, p in labels.items()
    }
    edited = st.data_editor(
        table, key=key, hide_index=True, disabled=True if not allowed else ["desa"], height="content", alt=f"Sasaran {year}", placeholder="",
        column_order=["desa", *shown], column_config={"desa": st.column_config.TextColumn("Desa", pinned=True), **config},
    )  # fmt: skip
    return edited, name


def _wide(at: Scope, year: int, kind: str, shown: list[str], desa: pd.DataFrame) -> pd.DataFrame:
    """One row a desa and one for the Puskesmas itself, one column a population."""
    stored = get_store().sasaran(at.puskesmas_id, year)
    chosen = stored.loc[(stored["kind"] == kind) & (stored["sex"] == "T")]
    values = {(int(r.desa_id), r.population): r.value for r in chosen.itertuples()}
    people = dict(zip(desa["desa_id"], desa["penduduk"], strict=True))
    rows = [(int(i), str(name)) for i, name in zip(desa["desa_id"], desa["desa"], strict=True)] + [(WHOLE, TOTAL_ROW)]
    table = pd.DataFrame({"desa_id": [i for i, _ in rows], "desa": [name for _, name in rows]})
    for code in shown:
        fallback = people if code == "penduduk" else {}
        table[code] = pd.Series([values.get((i, code), fallback.get(i)) for i, _ in rows], dtype=float)
    return table


def _check_sums(edited: pd.DataFrame, shown: list[str]) -> None:
    """Beside the table: a population whose desa do not add up to the Puskesmas' own number."""
    of_desa = edited["desa_id"] != WHOLE
    for code in shown:
        total, whole = edited.loc[of_desa, code].sum(min_count=1), edited.loc[~of_desa, code].iloc[0]
        if whole == whole and total == total and abs(total - whole) > 0.5:
            st.warning(
                f"{populations()[code].label}: jumlah desa {number(total)}, sedangkan angka Puskesmas {number(whole)} "
                f"(selisih {number(abs(total - whole))}). Samakan, atau kosongkan baris Puskesmas."
            )


def _long(edited: pd.DataFrame, year: int, kind: str, shown: list[str]) -> pd.DataFrame:
    long = edited.melt(id_vars=["desa_id"], value_vars=shown, var_name="population", value_name="value")
    return long.assign(year=year, kind=kind, sex="T", source="diisi di layar")


def _save(at: Scope, rows: pd.DataFrame, name: str, who: str) -> None:
    check_seen(name)
    get_store().save_sasaran(at.puskesmas_id, rows, who)
    forget_table(name)


def _share_out(at: Scope, year: int, kind: str, desa: pd.DataFrame) -> None:
    """A number that is known only for the Puskesmas, shared out by penduduk; shown before it is stored."""
    with st.expander("Bagi sasaran Puskesmas ke desa menurut jumlah penduduk"):
        people = _people(at, year, desa)
        if not any(value for value in people.values()):
            st.info("Isi jumlah penduduk tiap desa lebih dahulu (bagian Desa, atau kolom Penduduk di atas).")
            return
        known = {code: p for code, p in populations().items() if code != "penduduk"}
        code = st.selectbox("Kelompok sasaran", list(known), format_func=lambda c: known[c].label, key="bagi_kelompok")
        total = st.number_input(
            f"Jumlah {known[code].label} se-Puskesmas ({known[code].unit})", 0, 1_000_000, None, key="bagi_jumlah"
        )
        if total is None:
            return
        shares = apportion(int(total), [people[int(i)] for i in desa["desa_id"]])
        table = pd.DataFrame(
            {"desa_id": desa["desa_id"], "desa": desa["desa"], "value": pd.Series(shares, dtype=float)}
        )
        st.dataframe(
            table[["desa", "value"]],
            hide_index=True,
            column_config={
                "desa": "Desa",
                "value": st.column_config.NumberColumn(known[code].label, format="localized"),
            },
            alt="Hasil pembagian",
        )
        left = int(table["value"].isna().sum())
        if left:
            st.warning(f"{left} desa tanpa jumlah penduduk tidak mendapat bagian.")
        rows = table[["desa_id", "value"]].assign(
            population=code, year=year, kind=kind, sex="T", source="dibagi menurut penduduk"
        )
        if st.button(
            f"Simpan {known[code].label} {year}: {number(total)} untuk {len(desa) - left} desa", key="bagi_simpan"
        ):
            act(
                lambda who: get_store().save_sasaran(at.puskesmas_id, rows, who),
                "Sasaran dibagi dan disimpan.",
                at.puskesmas_id,
            )


def _people(at: Scope, year: int, desa: pd.DataFrame) -> Mapping[int, float | None]:
    """Penduduk per desa: the sasaran 'penduduk' of that year, else the number of the desa list."""
    stored = get_store().sasaran(at.puskesmas_id, year).query("population == 'penduduk' and sex == 'T'")
    of_year = dict(zip(stored["desa_id"].astype(int), stored["value"], strict=True))
    listed = zip(desa["desa_id"], desa["penduduk"], strict=True)
    return {int(i): of_year.get(int(i), None if people != people else people) for i, people in listed}


def _copy_year(at: Scope, year: int, kind: str) -> None:
    stored = get_store().sasaran(at.puskesmas_id)
    years = sorted({int(y) for y in stored["year"]} - {year}, reverse=True)
    if not years:
        return
    with st.expander(f"Salin sasaran tahun lain ke {year}"):
        source = st.selectbox("Salin dari tahun", years, key="salin_tahun")
        rows = stored.loc[(stored["year"] == source) & (stored["kind"] == kind)].assign(
            year=year, source=f"disalin dari {source}"
        )
        st.markdown(
            f"{len(rows)} angka akan disalin. Angka {year} yang sudah terisi untuk kelompok dan desa yang sama diganti."
        )
        if st.button(f"Salin {len(rows)} angka dari {source} ke {year}", disabled=rows.empty, key="salin_simpan"):
            act(
                lambda who: get_store().save_sasaran(at.puskesmas_id, rows, who),
                f"Sasaran {source} disalin ke {year}.",
                at.puskesmas_id,
            )


def _reported(at: Scope, year: int) -> None:
    """Sasaran that reports brought along, for comparison."""
    stored = get_store().sasaran(at.puskesmas_id, year).query("kind == 'laporan' and sex == 'T'")
    if stored.empty:
        return
    names = {
        **dict(
            zip(get_store().desa(at.puskesmas_id)["desa_id"], get_store().desa(at.puskesmas_id)["desa"], strict=True)
        ),
        WHOLE: TOTAL_ROW,
    }
    wide = stored.assign(desa=stored["desa_id"].map(names)).pivot_table(
        index="desa", columns="population", values="value", aggfunc="first"
    )
    wide.columns = [populations()[code].label if code in populations() else code for code in wide.columns]
    with st.expander("Sasaran yang tertulis di laporan"):
        st.dataframe(wide.reset_index().rename(columns={"desa": "Desa"}), hide_index=True, alt="Sasaran dari laporan")
