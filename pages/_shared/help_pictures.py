"""The picture of each page in 'Cara membaca': a small drawing of that page's kind with numbered call-outs, and their words."""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from html import escape

from lokmin_data.reference import REFERENCE_FOLDER
from pages._shared.help_draw import (
    GREY,
    INK,
    LINE,
    box,
    cell,
    field,
    fill_of,
    line,
    mark,
    path,
    picture,
    push,
    symbol,
    table,
    text,
)

BELOW, MAYBE, NEAR, REACHED, NONE = "jelas_di_bawah", "di_bawah_belum_pasti", "tercapai_belum_pasti", "jelas_tercapai", "belum_ada_data"


@dataclass(frozen=True)
class Drawing:
    """A picture: how high, and what is drawn; what its call-outs say stands in `bantuan.toml`."""

    height: int
    parts: Callable[[], list[str]]


def _bars(names: tuple[str, ...], words: str) -> list[str]:
    rows = ((REACHED, 299, "▲▲ 82/120 · 68 %"), (MAYBE, 189, "▼ 30/70 · 43 %"), (BELOW, 106, "▼▼ 19/80 · 24 %"))
    out = []
    for i, (code, width, label) in enumerate(rows):
        y, end = 34 + 38 * i, 120 + width
        out += [text(8, y + 19, names[i]), box(120, y, width, 26, fill_of(code)), line(end - 36, y + 13, end + 36, y + 13)]
        out.append(text(max(end + 48, 392), y + 19, label))
    out += [text(8, 167, names[3]), box(120, 148, 200, 26, "url(#arsir)"), box(136, 152, 92, 19, stroke="#FFF")]
    target = [line(340, 20, 340, 182, dash="6 4", width=2.5), text(340, 15, words, anchor="middle", size=14)]
    return [*out, text(140, 167, "belum lapor"), *target]


def _pws() -> list[str]:
    return [*_bars(("Desa A", "Desa B", "Desa C", "Desa D"), "target 50 %"), mark(616, 47, 1), mark(406, 12, 2), mark(362, 85, 3), mark(324, 150, 4)]


def _compare() -> list[str]:
    names = ("Puskesmas A", "Puskesmas B", "Puskesmas C", "Puskesmas D")
    return [*_bars(names, "target 50 %"), mark(14, 20, 1), mark(616, 47, 2), mark(324, 150, 3)]


def _matrix() -> list[str]:
    heads, rows = ("IDL", "K6", "D/S"), (
        ("Desa C", (BELOW, "19/77"), (BELOW, "8/40"), (MAYBE, "60/90")), ("Desa B", (MAYBE, "30/70"), (NONE, "belum lapor"), (NEAR, "70/90")),
        ("Desa A", (REACHED, "82/90"), (NEAR, "30/40"), (REACHED, "88/90")),
    )  # fmt: skip
    out = [text(150 + 130 * i, 28, head, bold=True) for i, head in enumerate(heads)]
    for i, (name, *cells) in enumerate(rows):
        out.append(text(30, 62 + 34 * i, name))
        out += [cell(140 + 130 * j, 42 + 34 * i, 122, code, words) for j, (code, words) in enumerate(cells)]
    return [*out, mark(138, 40, 1), mark(266, 38, 2), mark(396, 74, 3), mark(14, 56, 4)]


def _trend() -> list[str]:
    months = [(60 + 45 * i) for i in range(12)]
    last = path([(x, 150 - 9 * i) for i, x in enumerate(months)], stroke=LINE, width=2)
    now = path([(months[i], 160 - v) for i, v in enumerate((5, 14, 20))]) + path([(months[i], 160 - v) for i, v in ((4, 52), (5, 66))])
    labels = "".join(text(x, 188, name, size=12, anchor="middle", fill=GREY) for x, name in zip(months, "JFMAMJJASOND", strict=True))
    return [line(40, 170, 600, 170, width=1), last, now, labels, mark(298, 94, 1), mark(520, 40, 2), mark(195, 132, 3)]


def _counts() -> list[str]:
    out = [line(40, 160, 600, 160, width=1)]
    for i, (now, before) in enumerate(((30, 40), (55, 35), (120, 45), (50, 60), (20, 30))):
        x = 70 + 105 * i
        out += [box(x, 160 - before, 26, before), box(x + 30, 160 - now, 26, now, INK)]
        out.append(text(x + 28, 180, ("Jan", "Feb", "Mar", "Apr", "Mei")[i], size=13, anchor="middle", fill=GREY))
    return [*out, mark(323, 30, 1), mark(180, 110, 2), mark(520, 116, 3)]


def _services() -> list[str]:
    out = []
    for i, (name, code, width, goal) in enumerate((("Ibu hamil", NEAR, 260, 230), ("Hipertensi", BELOW, 120, 230), ("Jamban", REACHED, 330, 280))):
        y = 24 + 44 * i
        out += [text(8, y + 20, name), box(120, y, width, 28, fill_of(code)), line(120 + goal, y - 5, 120 + goal, y + 33, width=5)]
    return [*out, mark(250, 38 + 44, 1), mark(350, 12, 2), mark(456, 126, 3)]


def _rank() -> list[str]:
    out = []
    rows = ((170, 110, 0, "74 · kurang 58 orang · peringkat 1"), (120, 60, 30, "52 · kurang 31 orang · peringkat 2-4"))
    for i, (deep, load, gap, words) in enumerate(rows):
        y = 30 + 62 * i
        out += [text(8, y + 20, f"Desa {'CB'[i]}"), box(80, y, deep, 28, "#4F5963"), box(80 + deep, y, load, 28, "url(#arsir)")]
        out += [box(80 + deep + load, y, gap, 28)] if gap else []
        out.append(text(80, y + 46, words, size=14))
    return [*out, mark(150, 44, 1), mark(300, 44, 2), mark(275, 106, 3), mark(336, 133, 4)]


def _profile() -> list[str]:
    rows = [["IDL", "19/77", "24,7 %", "40 %", "12"], ["K6", "21/93", "22,6 %", "41 %", "17"]]
    out = table(20, 20, [(0, "Indikator"), (120, "Capaian/sasaran"), (260, "%"), (340, "Target"), (430, "Kurang (orang)")], rows)
    trend = path([(60 + 40 * i, 170 - v) for i, v in enumerate((4, 12, 15, 24, 40))]) + line(40, 176, 260, 176, width=1)
    return [out, symbol(566, 50, BELOW), symbol(566, 80, BELOW), trend, mark(205, 60, 1), mark(612, 60, 2), mark(520, 90, 3), mark(236, 140, 4)]


def _map() -> list[str]:
    shapes = (("40,40 200,30 220,110 60,120", BELOW), ("200,30 380,45 360,120 220,110", NEAR), ("60,120 220,110 240,185 90,190", REACHED),
              ("220,110 360,120 380,180 240,185", NONE))  # fmt: skip
    fills = [fill_of(code) if code != NONE else "url(#arsir)" for _, code in shapes]
    out = [f'<polygon points="{points}" fill="{fill}" stroke="#333" stroke-width="1.5"/>' for (points, _), fill in zip(shapes, fills, strict=True)]
    signs = [text(130, 82, "▼▼", anchor="middle", fill="#FFF"), text(290, 82, "▲", anchor="middle")]
    legend = ("▼▼ jelas di bawah", "▲ tercapai, belum pasti", "arsir: belum ada data")
    out += signs + [text(430, 60 + 26 * i, words) for i, words in enumerate(legend)]
    return [*out, mark(130, 105, 1), mark(310, 150, 2), mark(414, 54, 3)]


def _priority() -> list[str]:
    rows = [["IDL Desa C rendah", "4", "5", "3", "12"], ["Ibu hamil KEK", "3", "4", "3", "10"]]
    heads = [(0, "Masalah"), (200, "Urgency"), (290, "Seriousness"), (400, "Growth"), (490, "Jumlah")]
    return [table(20, 24, heads, rows), mark(262, 66, 1), mark(560, 66, 2), mark(560, 96, 3)]


def _agenda() -> list[str]:
    heads = [(0, "Jam"), (80, "Acara"), (330, "Penanggung jawab"), (480, "Lama")]
    rows = [["09.00", "Tindak lanjut RTL lalu", "Kepala Puskesmas", "20 menit"], ["09.20", "IDL: 4 desa di bawah target", "Camat", "15 menit"]]
    out = [table(34, 20, heads, rows), push(34, 120, 180, "Simpan agenda"), push(244, 120, 210, "Unduh dokumen")]
    return [*out, mark(16, 58, 1), mark(326, 88, 2), mark(222, 136, 3), mark(462, 136, 4)]


def _rtl() -> list[str]:
    heads = [(0, "Kegiatan"), (170, "Sebelum → sekarang"), (340, "Hasil"), (480, "Status")]
    rows = [["Sweeping di Desa C", "24 % → 46 %", "", "lewat 12 hari"], ["Kelas ibu balita", "60 % → 61 %", "", "selesai"]]
    out = [table(34, 24, heads, rows), symbol(374, 54, REACHED), text(416, 69, "membaik", size=13)]
    out += [box(374, 84, 34, 20), text(391, 99, "=", anchor="middle", size=13), text(416, 99, "tetap", size=13)]
    return [*out, mark(16, 62, 1), mark(308, 62, 2), mark(356, 62, 3), mark(618, 62, 4)]


def _slide() -> list[str]:
    out = [box(40, 18, 400, 150), text(60, 50, "IDL: 4 desa di bawah target", size=18, bold=True), box(60, 66, 190, 20, fill_of(BELOW))]
    out += [box(60, 94, 260, 20, fill_of(NEAR)), text(60, 155, "Sumber, data s.d. Juni", size=12, fill=GREY), box(40, 174, 400, 26, "#333")]
    out.append(text(240, 192, "◀  3 / 12  ▶   F layar penuh   N notulen   Esc keluar", size=13, anchor="middle", fill="#FFF"))
    return [*out, mark(430, 44, 1), mark(240, 150, 2), mark(452, 187, 3)]


def _complete() -> list[str]:
    out = [text(160 + 90 * i, 26, name, size=13, fill=GREY) for i, name in enumerate(("Jan", "Feb", "Mar", "Apr"))]
    words = (("lengkap", "lengkap", "lengkap", "lengkap"), ("lengkap", "5/7", "belum", "lengkap"))
    fills = {"lengkap": ("#333", "#FFF"), "5/7": ("#DCE0E5", INK), "belum": ("url(#arsir)", INK)}
    for i, row in enumerate(words):
        out.append(text(20, 60 + 40 * i, f"Desa {'AB'[i]}"))
        for j, word in enumerate(row):
            fill, ink = fills[word]
            out += [box(140 + 90 * j, 38 + 40 * i, 84, 32, fill), text(182 + 90 * j, 59 + 40 * i, word, size=13, anchor="middle", fill=ink)]
    return [*out, mark(138, 36, 1), mark(316, 76, 2), mark(406, 76, 3)]


def _upload() -> list[str]:
    out = [box(20, 24, 150, 120, "#F3F5F7", stroke=LINE, round_by=6), text(95, 80, "laporan.xlsx", anchor="middle")]
    out += [text(95, 104, "seret ke sini", anchor="middle", size=13, fill=GREY), text(186, 90, "→", size=22)]
    out += [table(220, 18, [(0, "Desa"), (90, "IDL"), (160, "Sel")], [["Desa A", "82", "D7"], ["Desa B", "?", "D8"]])]
    return [*out, push(220, 128, 250, "Simpan 2 desa, Januari"), mark(24, 26, 1), mark(420, 58, 2), mark(338, 88, 3), mark(484, 144, 4)]


def _goals() -> list[str]:
    rows = [["Desa A", "120", "98"], ["Desa B", "70", "60"], ["Jumlah", "190", "158"]]
    out = [table(20, 20, [(0, "Desa"), (110, "Ibu hamil"), (220, "Bayi")], rows)]
    out += [field(400, 24, 180, "Target IDL 2026 (%)", "80"), field(400, 84, 200, "Sumber", "SK Dinkes 12/2026")]
    return [*out, mark(190, 58, 1), mark(190, 118, 2), mark(592, 56, 3), mark(612, 116, 4)]


def _settings() -> list[str]:
    tabs = ("Identitas", "Aturan", "Indikator", "Akun", "Pindah")
    out = []
    for i, name in enumerate(tabs):
        out += [box(20 + 104 * i, 18, 100, 28, "#FFF" if i else "#DDEBEA", round_by=4), text(70 + 104 * i, 37, name, size=13, anchor="middle")]
    out += [field(20, 62, 260, "Nama Puskesmas", "Mekar"), field(310, 62, 260, "Kepala Puskesmas", "…"), push(20, 128, 220, "Simpan identitas")]
    return [*out, mark(18, 18, 1), mark(286, 94, 2), mark(250, 144, 3)]


def _audit() -> list[str]:
    heads = [(0, "Waktu"), (160, "Oleh"), (280, "Yang dilakukan"), (430, "Rincian")]
    rows = [["5 Juli 2026 08.12", "siti.gizi", "simpan laporan", "Gizi Juni.xlsx"], ["5 Juli 2026 08.20", "ani", "ubah target", "IDL 80 %"]]
    return [table(34, 24, heads, rows), mark(16, 60, 1), mark(276, 60, 2), mark(600, 60, 3)]


def _backup() -> list[str]:
    heads = [(0, "Tanggal"), (150, "Jenis"), (250, "Ukuran")]
    out = [table(34, 24, heads, [["5 Juli 2026", "harian", "2,1 MB"], ["28 Juni 2026", "diminta", "2,0 MB"]])]
    out += [push(34, 118, 210, "Unduh cadangan"), push(274, 118, 230, "Pulihkan dari berkas")]
    return [*out, mark(16, 60, 1), mark(252, 134, 2), mark(514, 134, 3)]


def _sign_in() -> list[str]:
    out = [field(40, 20, 260, "Nama akun", "siti.gizi"), field(40, 80, 260, "Kata sandi", "••••••••"), push(40, 140, 120, "Masuk")]
    roles = ("Petugas: mengunggah, mengubah", "Pemirsa: melihat saja", "Pengelola: akun, cadangan")
    out += [text(350, 50 + 30 * i, words) for i, words in enumerate(roles)]
    return [*out, mark(304, 52, 1), mark(330, 74, 2)]


def _start() -> list[str]:
    steps = ("Unggah", "Periksa", "Agenda", "RTL")
    out = []
    for i, name in enumerate(steps):
        x = 20 + 155 * i
        out += [box(x, 50, 120, 60, "#DDEBEA", round_by=6), text(x + 60, 86, name, anchor="middle", bold=True), mark(x + 60, 44, i + 1)]
        out += [text(x + 128, 88, "→", size=20)] if i < len(steps) - 1 else []
    return out


PICTURES = {
    "pws": Drawing(190, _pws),
    "banding": Drawing(190, _compare),
    "matriks": Drawing(160, _matrix),
    "tren": Drawing(200, _trend),
    "jumlah": Drawing(190, _counts),
    "layanan": Drawing(160, _services),
    "peringkat": Drawing(160, _rank),
    "profil": Drawing(190, _profile),
    "peta": Drawing(200, _map),
    "prioritas": Drawing(130, _priority),
    "agenda": Drawing(170, _agenda),
    "rtl": Drawing(130, _rtl),
    "presentasi": Drawing(205, _slide),
    "kelengkapan": Drawing(130, _complete),
    "unggah": Drawing(175, _upload),
    "sasaran": Drawing(150, _goals),
    "pengaturan": Drawing(170, _settings),
    "jejak": Drawing(130, _audit),
    "cadangan": Drawing(165, _backup),
    "masuk": Drawing(185, _sign_in),
    "mulai": Drawing(130, _start),
}


@cache
def _says() -> Mapping[str, tuple[str, ...]]:
    """Picture -> the words of its call-outs."""
    read = tomllib.loads((REFERENCE_FOLDER / "bantuan.toml").read_text(encoding="utf-8"))
    return {name: tuple(entry["kata"]) for name, entry in read.items()}


@cache
def help_picture(name: str) -> str:
    """The picture with its numbered list, as HTML; raises KeyError for an unknown name."""
    drawn, texts = PICTURES[name], _says()[name]
    items = "".join(f"<li>{escape(says)}</li>" for says in texts)
    alt = "Gambar penjelas: " + " ".join(f"({number}) {says}" for number, says in enumerate(texts, start=1))
    return f'<figure class="lk-bantu">{picture(drawn.height, *drawn.parts(), alt=alt)}<ol>{items}</ol></figure>'
