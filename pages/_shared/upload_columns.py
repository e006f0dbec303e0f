"""Columns of a report whose meaning is not known: to an indicator, to a new indicator, or ignored; remembered per layout."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from typing import Any

import streamlit as st

from lokmin_data.model import Indicator, Problem, Reading, with_corrections
from lokmin_data.reference import load_indicators, programmes
from pages._shared.acting import act
from pages._shared.plain import plain
from pages._shared.session import get_store, is_example, scope
from pages._shared.upload_batch import Item, answers

IGNORED = "ignore"
#: The note on heads that are understood and have no indicator.
WITHOUT_INDICATOR = "di-luar-katalog"
ASK_LATER, NEW_INDICATOR = "", "+"
MEMORY_KEY = "unggah_ingatan"
DIRECTIONS = {"up": "makin tinggi makin baik", "down": "makin rendah makin baik"}
KINDS = {
    "cumulative": "dijumlahkan dari Januari (orang yang dilayani)",
    "month": "dihitung tiap bulan, tidak dijumlahkan",
    "point": "keadaan pada bulan itu (misalnya prevalensi)",
    "status": "ya atau belum, per desa",
}


def session_memory() -> dict[str, dict[str, Any]]:
    """What was confirmed in this visit for the chosen Puskesmas, by layout; stored for good when the report is stored."""
    at = scope()
    return st.session_state.setdefault(f"{MEMORY_KEY}_{'contoh' if is_example() else at.puskesmas_id if at else ''}", {})


def remembered(layout: str, puskesmas_id: int | None) -> dict[str, Any]:
    """What is remembered of a form, with what was confirmed in this visit over it."""
    stored = get_store().memory(puskesmas_id) if puskesmas_id is not None else {}
    return merged_memory(stored.get(layout, {}), session_memory().get(layout, {}))


def merged_memory(stored: Mapping[str, Any], fresh: Mapping[str, Any]) -> dict[str, Any]:
    """Two memories of one form as one: the newer meaning of a column, the newer correction of a cell."""
    made = {**stored, **fresh, "columns": {**stored.get("columns", {}), **fresh.get("columns", {})}}
    corrections = with_corrections(stored.get("corrections", ()), fresh.get("corrections", ()))
    return {**made, "corrections": corrections} if corrections else made


def ignored_heads(layout: str, puskesmas_id: int | None) -> set[str]:
    """The heads of that layout that somebody said to leave out for good."""
    return {head for head, code in remembered(layout, puskesmas_id)["columns"].items() if code == IGNORED}


def is_settled(problem: Problem, ignored: set[str]) -> bool:
    """True for the note on heads without an indicator where somebody said of all of them to leave them out."""
    return problem.code == WITHOUT_INDICATOR and set(problem.found.split(", ")) <= ignored


def ask_columns(item: Item, reading: Reading, known: Mapping[str, Indicator], puskesmas_id: int | None) -> None:
    """Questions for the unknown columns, one for each head, with the likely answer preselected."""
    table = reading.unknown_columns
    if table.empty:
        return
    heads = table.drop_duplicates("header")
    box = st.expander(f"{len(heads)} kolom atau judul belum dikenal artinya", key=f"kolom_{item.key}", expanded=len(heads) <= 6)
    with box:
        st.markdown("Pilih artinya sekali saja; berlaku untuk seluruh berkas ini dan diingat untuk bulan depan.")
        chosen = {row.header: _ask(item, row, known) for row in heads.head(60).itertuples()}
        fresh = [head for head, code in chosen.items() if code == NEW_INDICATOR]
        _new_indicator(item, fresh, puskesmas_id, _likely_programme(reading, known))
        decided = {head: code for head, code in chosen.items() if code not in (ASK_LATER, NEW_INDICATOR)}
        if decided and st.button(f"Pakai arti {len(decided)} kolom ini dan baca ulang", key=f"pakai_kolom_{item.key}"):
            remembered = session_memory().setdefault(reading.layout, {"columns": {}})
            remembered["columns"] = {**remembered.get("columns", {}), **decided}
            st.rerun()


def _ask(item: Item, row: Any, known: Mapping[str, Indicator]) -> str:
    options = [ASK_LATER, IGNORED, NEW_INDICATOR, *known]
    kept = answers(item).setdefault("kolom", {})
    likely = kept.get(row.header, row.suggestion if row.suggestion in known else ASK_LATER)
    kept[row.header] = st.selectbox(
        f"“{plain(row.header)}” ({plain(row.sheet)}, sel {row.cell})", options, index=options.index(likely) if likely in options else 0,
        key=f"arti_{item.key}_{row.sheet}_{row.cell}", persist_state="session", format_func=lambda code: _option(code, known),
    )  # fmt: skip
    return kept[row.header]


def _option(code: str, known: Mapping[str, Indicator]) -> str:
    words = {
        ASK_LATER: "Belum diputuskan (kolom dilewati kali ini)",
        IGNORED: "Abaikan kolom ini seterusnya",
        NEW_INDICATOR: "Indikator baru",
    }
    if code in words:
        return words[code]
    return f"{known[code].label} ({programmes().get(known[code].programme, known[code].programme)})"


def _likely_programme(reading: Reading, known: Mapping[str, Indicator]) -> int:
    """The place in the list of programmes of the one from which most numbers of this report come."""
    counts = Counter(known[code].programme for code in reading.observations["indicator"] if code in known)
    listed = list(programmes())
    return max((place for place in range(len(listed))), key=lambda place: (counts[listed[place]], -place))


def _new_indicator(item: Item, heads: list[str], puskesmas_id: int | None, likely: int) -> None:
    for head in heads:
        if puskesmas_id is None:
            st.info(
                "Simpan dahulu laporan ini agar Puskesmas dibuat. Setelah itu unggah berkas ini sekali lagi: indikator baru dapat "
                "ditambahkan di sini, dan kolomnya ikut tersimpan."
            )
            return
        with st.form(f"baru_{item.key}_{head}", border=True):
            label = st.text_input("Nama indikator", value=head[:60], max_chars=80)
            programme = st.selectbox("Program", list(programmes()), index=likely, format_func=programmes().__getitem__)
            kind = st.selectbox("Cara menghitung", list(KINDS), format_func=KINDS.__getitem__)
            direction = st.selectbox("Arah", list(DIRECTIONS), format_func=DIRECTIONS.__getitem__)
            if st.form_submit_button("Buat indikator ini"):
                indicator = own_indicator(label, programme, kind, direction)
                act(
                    lambda who, head=head, new=indicator: _store(item, head, new, puskesmas_id, who),
                    "Indikator dibuat.",
                    puskesmas_id,
                )


def _store(item: Item, head: str, indicator: Indicator, puskesmas_id: int, who: str) -> None:
    get_store().save_indicator(puskesmas_id, indicator, who)
    answers(item).setdefault("kolom", {})[head] = indicator.code
    for key in [key for key in st.session_state if str(key).startswith(f"arti_{item.key}_")]:
        del st.session_state[key]


def own_indicator(
    label: str, programme: str, kind: str, direction: str, *, population: str = "", words: str = ""
) -> Indicator:
    """An indicator that a Puskesmas adds; its code comes from its name."""
    group = Counter(i.klaster for i in load_indicators().values() if i.programme == programme).most_common(1)
    code = "sendiri_" + (re.sub(r"[^a-z0-9]+", "_", label.casefold()).strip("_")[:40] or "indikator")
    return Indicator(
        code=code, programme=programme, label=" ".join(label.split()), numerator=label, denominator="", population=population,
        kind=kind, direction=direction, plain=f"{label}: indikator yang ditambahkan Puskesmas ini.", note=words,
        klaster=group[0][0] if group else 0,  # type: ignore[arg-type]
    )  # fmt: skip
