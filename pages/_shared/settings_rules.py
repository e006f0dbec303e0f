"""The settings of the rules, each with what it does in plain words."""

from __future__ import annotations

from typing import Any

import streamlit as st

from lokmin_data.reference import default_settings, programmes
from lokmin_data.wording import number
from pages._shared.acting import act
from pages._shared.layout import section
from pages._shared.session import Scope, get_store

CHOICES = {
    ("pws", "tetap_di_bawah"): (
        "PWS: di bawah target dan tetap",
        "Aturan PWS tidak menyebut status desa yang di bawah target dan trennya tetap.",
        {"jelek": "Jelek (hati-hati)", "cukup": "Cukup", "laju": "menurut laju bulan ini"},
    ),
    ("pws", "januari"): (
        "PWS: bulan pertama tahun",
        "Pada Januari belum ada bulan lalu di tahun yang sama.",
        {"kosong": "tanpa status", "desember": "dibandingkan dengan Desember tahun lalu"},
    ),
}
#: (section, key): label, explanation, lowest, highest
NUMBERS = {
    ("skor", "jumlah_terberat"): ("Banyaknya desa terberat", "Jumlah desa yang dibahas khusus di lokmin.", 1, 10),
    ("skor", "selisih_agenda"): (
        "Selisih untuk menggantikan desa agenda lalu",
        "Desa baru menggantikan desa agenda bulan lalu bila skornya lebih buruk sekurangnya sekian.", 0, 50,
    ),
    ("skor", "bobot_kedalaman"): ("Bobot kedalaman", "Seberapa jauh cakupan desa di bawah target.", 0, 100),
    ("skor", "bobot_beban"): ("Bobot beban", "Berapa orang yang masih harus dijangkau.", 0, 100),
    ("skor", "bobot_pelaporan"): ("Bobot pelaporan", "Tambahan untuk desa yang laporannya belum lengkap.", 0, 100),
    ("skor", "penyeimbang_cakupan"): (
        "Penyeimbang desa kecil (cakupan)",
        "Banyaknya orang rata-rata Puskesmas yang 'dipinjamkan' agar desa kecil tidak melonjak karena kebetulan.", 0, 200,
    ),
    ("skor", "penyeimbang_prevalensi"): ("Penyeimbang desa kecil (prevalensi)", "Sama, untuk prevalensi seperti stunting.", 0, 500),
    ("kritis", "stunting"): ("Batas kritis stunting (%)", "Pada persentase ini skor kedalaman mencapai puncaknya.", 1, 100),
    ("kritis", "anemia"): ("Batas kritis anemia (%)", "Pada persentase ini skor kedalaman mencapai puncaknya.", 1, 100),
    ("imunisasi", "batas_drop_out"): ("Batas drop-out imunisasi (%)", "Batas Indonesia 5 %, batas WHO RED 10 %.", 0, 100),
    ("imunisasi", "akses_red"): ("Batas akses baik RED (%)", "Cakupan DPT-HB-Hib 1 sekian atau lebih berarti akses baik.", 0, 100),
    ("imunisasi", "uci"): ("Batas UCI (%)", "Cakupan untuk desa UCI.", 0, 100),
}  # fmt: skip
SWITCHES = {
    ("tampilan", "sembunyikan_kecil"): ("Sembunyikan angka di bawah 5 bagi selain petugas", "Agar seorang penderita tidak dapat dikenali."),
    ("tampilan", "samarkan_rapat"): (
        "Lintas sektor: sembunyikan angka di bawah 5 untuk TB, ODGJ berat, dan kematian DBD",
        "Pada agenda, tayangan, dan dokumen lokmin tribulanan, agar seorang penderita tidak dapat dikenali. HIV tidak pernah per desa.",
    ),
    ("tampilan", "lihat_tanpa_masuk"): (
        "Di jaringan, semua orang boleh melihat tanpa masuk",
        "Bila dimatikan, melihat pun harus masuk. Di komputer ini sendiri tidak berpengaruh.",
    ),
}  # fmt: skip


def rules_section(at: Scope, allowed: bool) -> None:
    """Every setting with its explanation and the default beside it."""
    section(
        "Setelan aturan", "Nilai bawaan sudah sesuai untuk kebanyakan Puskesmas; ubahlah hanya bila disepakati bersama."
    )
    now, default = get_store().settings(at.puskesmas_id), default_settings()
    with st.form(f"aturan_{at.puskesmas_id}", border=False):
        chosen: dict[tuple[str, ...], Any] = {}
        for place, (label, why, options) in CHOICES.items():
            keys = list(options)
            chosen[place] = st.selectbox(
                label,
                keys,
                index=keys.index(_at(now, place)),
                format_func=options.__getitem__,
                help=why,
                disabled=not allowed,
            )
            st.caption(f"{why} Bawaan: {options[_at(default, place)]}.")
        for place, (label, why, low, high) in NUMBERS.items():
            value = _at(now, place)
            chosen[place] = st.number_input(
                label, float(low), float(high), float(value), step=1.0, format="%g", disabled=not allowed
            )
            st.caption(f"{why} Bawaan: {number(_at(default, place))}.")
        _weights(now, chosen, allowed)
        for place, (label, why) in SWITCHES.items():
            chosen[place] = st.checkbox(label, value=bool(_at(now, place)), disabled=not allowed)
            st.caption(why)
        if st.form_submit_button("Simpan setelan", type="primary", disabled=not allowed):
            act(
                lambda who: get_store().save_settings(at.puskesmas_id, _nested(chosen, now), who),
                "Setelan disimpan.",
                at.puskesmas_id,
            )
    if allowed and st.button("Kembalikan semua ke nilai bawaan", key="setelan_bawaan"):
        act(
            lambda who: get_store().save_settings(at.puskesmas_id, default, who),
            "Setelan dikembalikan ke bawaan.",
            at.puskesmas_id,
        )


def _weights(now: dict[str, Any], chosen: dict[tuple[str, ...], Any], allowed: bool) -> None:
    st.markdown("**Bobot program dalam peringkat gabungan** (0 berarti tidak ikut)")
    for code, title in programmes().items():
        place = ("skor", "bobot_program", code)
        chosen[place] = st.number_input(
            title,
            0.0,
            10.0,
            float(_at(now, place, 1)),
            step=0.5,
            format="%g",
            disabled=not allowed,
            key=f"bobot_{code}",
        )


def _at(settings: dict[str, Any], place: tuple[str, ...], default: Any = None) -> Any:
    for key in place:
        settings = settings.get(key, {}) if isinstance(settings, dict) else {}
    return default if settings == {} else settings


def _nested(chosen: dict[tuple[str, ...], Any], now: dict[str, Any]) -> dict[str, Any]:
    """The chosen values as nested sections; whole numbers stay whole where they were."""
    result: dict[str, Any] = {}
    for place, value in chosen.items():
        section_ = result
        for key in place[:-1]:
            section_ = section_.setdefault(key, {})
        was = _at(now, place)
        section_[place[-1]] = (
            int(value) if isinstance(was, int) and not isinstance(was, bool) and float(value).is_integer() else value
        )
    return result
