"""Indicators that a Puskesmas adds and changes; everywhere else they behave like built-in ones."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import streamlit as st

from lokmin_data.model import Indicator, Target
from lokmin_data.reading.words.vocabulary import taken_spellings
from lokmin_data.reference import programmes
from lokmin_data.reference.populations import populations
from lokmin_data.wording import listing
from pages._shared.acting import act
from pages._shared.layout import section
from pages._shared.plain import plain
from pages._shared.session import Scope, get_store
from pages._shared.upload_columns import DIRECTIONS, KINDS, own_indicator

NO_POPULATION = ""
OWN_SOURCE, OWN_GRADE = "target Puskesmas", "S"


@dataclass(frozen=True)
class Filled:
    """What the form holds: the indicator, and the target of the year shown (None: no own target)."""

    indicator: Indicator
    target: float | None


def indicators_section(at: Scope, allowed: bool) -> None:
    """The list of own indicators, and the forms for a new one and for changing one."""
    section(
        "Indikator sendiri",
        "Indikator yang belum ada di daftar bawaan. Kolomnya dikenali di laporan lewat nama dan kata di judul kolom; selanjutnya ikut "
        "di halaman programnya, peringkat, agenda, dan RTL seperti indikator bawaan.",
    )
    own = get_store().own_indicators(at.puskesmas_id)
    if own:
        st.dataframe([_line(i) for i in own], hide_index=True, alt="Indikator sendiri")
    else:
        st.markdown("Belum ada indikator sendiri.")
    if allowed:
        _new(at, own)
        _change(at, own)
        _remove(at, own)


def _line(item: Indicator) -> dict[str, str]:
    return {
        "Nama": item.label, "Program": programmes().get(item.programme, item.programme),
        "Cara menghitung": KINDS.get(item.kind, item.kind), "Arah": DIRECTIONS[item.direction], "Kata di judul kolom": item.note,
    }  # fmt: skip


def _new(at: Scope, own: Sequence[Indicator]) -> None:
    with st.form(f"indikator_{at.puskesmas_id}", border=True):
        st.markdown("**Indikator baru**")
        filled = _fields(at, own_indicator("", next(iter(programmes())), "cumulative", "up"), None)
        if st.form_submit_button("Tambahkan indikator", type="primary"):
            label = filled.indicator.label
            made = own_indicator(label, "", "cumulative", "up")
            new = replace(filled.indicator, code=made.code, plain=filled.indicator.plain or made.plain)
            if not _wrong(new, [i for i in own if i.code != new.code]) and not _known(new, own):
                act(lambda who: _save(at, Filled(new, filled.target), who), f"Indikator {plain(label)} ditambahkan.", at.puskesmas_id)


def _known(new: Indicator, own: Sequence[Indicator]) -> bool:
    if new.code in {i.code for i in own}:
        st.error("Indikator dengan nama itu sudah ada. Ubah yang sudah ada di bawah ini, atau pakai nama lain.")
        return True
    return False


def _change(at: Scope, own: Sequence[Indicator]) -> None:
    if not own:
        return
    items = {i.code: i for i in own}
    code = st.selectbox(
        "Ubah indikator", list(items), index=None, format_func=lambda c: items[c].label, placeholder="Pilih indikator", key="ubah_indikator"
    )
    if code is None:
        return
    present = next((t for t in get_store().targets(at.puskesmas_id) if t.indicator == code and t.year == at.year), None)
    with st.form(f"ubah_indikator_{code}", border=True):
        filled = _fields(at, items[code], present.value if present else None)
        if st.form_submit_button(f"Simpan perubahan {plain(items[code].label)}", type="primary"):
            others = [i for i in own if i.code != code]
            if not _wrong(filled.indicator, others):
                act(lambda who: _save(at, filled, who), f"Indikator {plain(filled.indicator.label)} diubah.", at.puskesmas_id)


def _fields(at: Scope, item: Indicator, target: float | None) -> Filled:
    """The fields of an indicator with its present values."""
    label = st.text_input("Nama indikator", item.label, max_chars=80, placeholder="Contoh: Kunjungan rumah ibu nifas")
    words = st.text_input(
        "Kata di judul kolom laporan", item.note, max_chars=160, placeholder="Contoh: KUNJ RUMAH NIFAS; RUMAH BUFAS",
        help="Beberapa ejaan dipisah titik koma. Nama indikator sendiri juga dikenali.",
    )  # fmt: skip
    sentence = st.text_input(
        "Satu kalimat penjelasan untuk peserta rapat", "" if not item.label else item.plain, max_chars=160,
        placeholder="Contoh: Ibu nifas yang sudah dikunjungi di rumahnya.",
    )  # fmt: skip
    programme = _pick("Program", dict(programmes()), item.programme)
    kind = _pick("Cara menghitung", KINDS, item.kind)
    direction = _pick("Arah", DIRECTIONS, item.direction)
    groups = {NO_POPULATION: "dihitung di laporan itu sendiri", **{c: p.label for c, p in populations().items()}}
    population = _pick("Sasaran (penyebut)", groups, item.population)
    value = st.number_input(f"Target {at.year} (%), boleh dikosongkan", 0.0, 1000.0, target)
    name = " ".join(label.split())
    return Filled(
        replace(
            item, label=name, numerator=name, note=words.strip(), plain=sentence.strip(), programme=programme, kind=kind,  # type: ignore[arg-type]
            direction=direction, population=population, klaster=own_indicator(name, programme, kind, direction).klaster,
        ),
        value,
    )  # fmt: skip


def _pick(label: str, options: dict[str, str], present: str) -> str:
    codes = list(options)
    return st.selectbox(label, codes, index=codes.index(present) if present in options else 0, format_func=options.__getitem__)


def _wrong(item: Indicator, others: Sequence[Indicator]) -> bool:
    """True after telling beside the form what cannot be stored."""
    if not item.label:
        st.error("Nama indikator belum diisi.")
        return True
    texts = [item.label, *(text.strip() for text in item.note.split(";") if text.strip())]
    taken = taken_spellings(texts)
    if taken:
        st.error(
            f"Kata {listing([f'“{plain(text)}”' for text in taken])} sudah punya arti di judul kolom laporan. "
            "Pakai kata yang lebih lengkap, agar kolom lain tidak salah dibaca."
        )
        return True
    mine = {text.casefold() for text in texts}
    same = [i.label for i in others if mine & {text.strip().casefold() for text in (i.label, *i.note.split(";"))} - {""}]
    if same:
        st.error(f"Kata yang sama sudah dipakai indikator {plain(listing(same))}.")
    return bool(same)


def _save(at: Scope, filled: Filled, who: str) -> None:
    """Store the indicator and the target of the year shown; an empty target takes the own one away."""
    code = filled.indicator.code
    get_store().save_indicator(at.puskesmas_id, filled.indicator, who)
    targets = get_store().targets(at.puskesmas_id)
    kept = [t for t in targets if not (t.indicator == code and t.year == at.year)]
    if filled.target is not None:
        kept.append(Target(code, at.year, float(filled.target), OWN_SOURCE, OWN_GRADE, True))
    if kept != targets:
        get_store().save_targets(at.puskesmas_id, kept, who)


def _remove(at: Scope, own: Sequence[Indicator]) -> None:
    if not own:
        return
    labels = {i.code: i.label for i in own}
    gone = st.selectbox(
        "Hapus indikator", list(labels), index=None, format_func=labels.__getitem__, placeholder="Pilih indikator", key="hapus_indikator"
    )
    if gone:
        st.markdown("Angka yang sudah tersimpan tidak hilang, tetapi tidak lagi ditampilkan.")
        if st.button(f"Hapus {plain(labels[gone])}", key="hapus_indikator_tombol"):
            act(
                lambda who: get_store().remove_indicator(at.puskesmas_id, gone, who), "Indikator dihapus dari daftar.", at.puskesmas_id
            )
