"""Targets per year and indicator, with source; those that no regulation confirms are marked."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from lokmin_data.model import Target
from lokmin_data.reference import programmes, target_for
from pages._shared.acting import act, check_seen, edited_table, forget_table
from pages._shared.layout import section
from pages._shared.session import Scope, get_store, known_indicators

FILL_IN = "isi sesuai SK Dinkes"
OWN_GRADE = "S"


def target_section(at: Scope, allowed: bool) -> None:
    """The whole part 'Target' of the page."""
    section(
        "Target tahunan",
        f"Dalam persen. Target tanpa sumber yang pasti bertanda '{FILL_IN}'; ganti dengan target SK Dinas Kesehatan Anda.",
    )
    year = int(st.number_input("Tahun", 2015, 2100, at.year, key="target_tahun"))
    titles = {
        code: title
        for code, title in programmes().items()
        if any(i.programme == code for i in known_indicators(at).values())
    }
    programme = st.selectbox("Program", list(titles), format_func=titles.__getitem__, key="target_program")
    name = f"target_{at.puskesmas_id}_{year}_{programme}"
    table, key = edited_table(name, at.version, lambda: _table(at, year, programme))
    edited = st.data_editor(
        table, key=key, hide_index=True, disabled=True if not allowed else ["label", "status"], height="content", alt=f"Target {year}",
        placeholder="",
        column_order=["label", "value", "source", "status"],
        column_config={
            "label": st.column_config.TextColumn("Indikator", pinned=True, width=300),
            "value": st.column_config.NumberColumn(f"Target {year} (%)", min_value=0.0, max_value=1000.0, format="localized"),
            "source": st.column_config.TextColumn("Sumber", max_chars=160, width=260),
            "status": st.column_config.TextColumn("Tanda"),
        },
    )  # fmt: skip
    changed = _changes(table, edited)
    _warn(changed, edited)
    if allowed and st.button(
        f"Simpan {len(changed)} target {year}", type="primary", disabled=not changed, key=f"simpan_{name}"
    ):
        act(
            lambda who: _save(at, year, edited, changed, name, who),
            f"{len(changed)} target {year} disimpan.",
            at.puskesmas_id,
        )
    if allowed:
        _copy(at, year)


def _table(at: Scope, year: int, programme: str) -> pd.DataFrame:
    own = get_store().targets(at.puskesmas_id)
    rows = []
    for indicator in known_indicators(at).values():
        if indicator.programme == programme:
            target = target_for(indicator.code, year, own)
            rows.append(
                (
                    indicator.code,
                    indicator.label,
                    target.value if target else None,
                    target.source if target else "",
                    _status(target, year, own),
                )
            )
    return pd.DataFrame(rows, columns=["code", "label", "value", "source", "status"]).astype({"value": float})


def _status(target: Target | None, year: int, own: list[Target]) -> str:
    if target is None:
        return "belum ada target"
    if target in own:
        return "target Puskesmas ini" if target.year == year else f"target Puskesmas ini, sejak {target.year}"
    mark = "" if target.confirmed else f"; {FILL_IN}"
    return f"bawaan, sejak {target.year}{mark}"


def _changes(before: pd.DataFrame, after: pd.DataFrame) -> list[int]:
    """The positions of the rows whose value or source differs."""

    def differs(a: object, b: object) -> bool:
        return not (a == b or (a != a and b != b) or (a in (None, "") and b in (None, "")))

    pairs = zip(before.itertuples(), after.itertuples(), strict=True)
    return [i for i, (a, b) in enumerate(pairs) if differs(a.value, b.value) or differs(a.source, b.source)]


def _warn(changed: list[int], edited: pd.DataFrame) -> None:
    for i in changed:
        row = edited.iloc[i]
        if row["value"] == row["value"] and row["value"] > 100:
            st.warning(f"Target {row['label']} lebih dari 100 %. Periksa lagi bila tidak disengaja.")
        if row["value"] == row["value"] and (not row["source"] or FILL_IN in str(row["source"])):
            st.info(f"{row['label']}: tuliskan sumbernya, misalnya nomor SK Dinas Kesehatan.")


def _save(at: Scope, year: int, edited: pd.DataFrame, changed: list[int], name: str, who: str) -> None:
    """Own targets of this year replace those of the same indicator and year; the others stay."""
    check_seen(name)
    fresh = {}
    for i in changed:
        row = edited.iloc[i]
        value = row["value"]
        fresh[row["code"]] = (
            None
            if value != value
            else Target(row["code"], year, float(value), str(row["source"] or ""), OWN_GRADE, True)
        )
    kept = [t for t in get_store().targets(at.puskesmas_id) if not (t.year == year and t.indicator in fresh)]
    get_store().save_targets(at.puskesmas_id, [*kept, *(t for t in fresh.values() if t is not None)], who)
    forget_table(name)


def _copy(at: Scope, year: int) -> None:
    """Own targets of another year or another Puskesmas."""
    with st.expander("Salin target dari tahun atau Puskesmas lain"):
        table = get_store().puskesmas()
        names = dict(zip(table["puskesmas_id"].astype(int), table["name"].astype(str), strict=True))
        source = st.selectbox(
            "Puskesmas",
            list(names),
            index=list(names).index(at.puskesmas_id),
            format_func=names.__getitem__,
            key="target_dari",
        )
        theirs = get_store().targets(source)
        years = sorted({t.year for t in theirs} - ({year} if source == at.puskesmas_id else set()), reverse=True)
        if not years:
            st.info("Belum ada target sendiri yang dapat disalin.")
            return
        from_year = st.selectbox("Tahun", years, key="target_dari_tahun")
        copied = [t for t in theirs if t.year == from_year]
        if st.button(f"Salin {len(copied)} target {from_year} ke {year}", key="target_salin"):
            act(
                lambda who: _save_copied(at, year, copied, who),
                f"{len(copied)} target disalin ke {year}.",
                at.puskesmas_id,
            )


def _save_copied(at: Scope, year: int, copied: list[Target], who: str) -> None:
    codes = {t.indicator for t in copied}
    kept = [t for t in get_store().targets(at.puskesmas_id) if not (t.year == year and t.indicator in codes)]
    fresh = [Target(t.indicator, year, t.value, t.source, t.grade, t.confirmed) for t in copied]
    get_store().save_targets(at.puskesmas_id, [*kept, *fresh], who)
