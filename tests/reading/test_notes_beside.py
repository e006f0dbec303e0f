"""Lists of notes beside a table, as slides have them: no title of it, no period, no column."""

from __future__ import annotations

import pytest
from laporan import codes, read, said

K1 = ["Jaya k1 2026-8 cumulative T 37/59 62.7", "Maju k1 2026-8 cumulative T 49/80 61.3", "Suka k1 2026-8 cumulative T 26/38 68.4"]
TABLE = ["CAKUPAN K1 S/D AGUSTUS 2026", "", "DESA|SASARAN|ABS|%", "Suka|38|26|68.4", "Maju|80|49|61.3", "Jaya|59|37|62.7"]


def _beside(notes: list[str], table: list[str], gap: int, *, right: bool) -> str:
    lines = ["LOKAKARYA MINI PUSKESMAS TIRTA", "Selasa, 8 September 2026", ""]
    for place in range(max(len(notes), len(table))):
        note = notes[place] if place < len(notes) else ""
        row = table[place] if place < len(table) else ""
        lines.append(row + "|" * (4 + gap - row.count("|") - 1) + "|" + note if right else note + "|" * (gap + 1) + row)
    return "\n".join(lines)


@pytest.mark.parametrize("right", [False, True])
@pytest.mark.parametrize(
    ("notes", "gap"),
    [
        (["Catatan :", "- K6 rendah", "- kelas bumil 4 desa", "2", "- IDL 40"], 0), (["", "- target K1 100, K6 82", "- K6", "", "- IDL"], 1),
        (["Tindak lanjut", "K6 rendah di Suka", "sweeping", "kunjungan rumah"], 0), (["", "- K6 tahun lalu 40", "- Juli 2025", "- s/d Juli 2026"], 0),
        (["1. K6 rendah", "2. target K6 82", "3. sweeping"], 1), (["K6 rendah", "target K6 82", "kelas bumil", "sweeping", "IDL"], 1),
    ],
)  # fmt: skip
def test_notes_beside_a_table_are_no_titles(notes: list[str], gap: int, right: bool):
    reading = read(S=_beside(notes, TABLE, gap, right=right))
    assert said(reading) == K1 and not codes(reading)


@pytest.mark.parametrize("right", [False, True])
def test_notes_name_no_indicator_of_a_table_without_one(right: bool):
    reading = read(S=_beside(["Catatan:", "- K6 rendah", "- sweeping", "- IDL"], ["CAPAIAN S/D AGUSTUS 2026", *TABLE[1:]], 1, right=right))
    assert not said(reading) and any(code.startswith("indikator-tidak-disebut") for code in codes(reading))


@pytest.mark.parametrize(
    "text",
    [
        "A. CAKUPAN K1 S/D AGUSTUS 2026\nA. Utara||{0}\n||{1}\n||{2}\nB. Selatan||{3}",
        "CAKUPAN K1 S/D AGUSTUS 2026\n||{0}\nPustu Utara||{1}\n||{2}\nPustu Selatan||{3}",
        "- CAKUPAN K1 S/D AGUSTUS 2026 -\n||{0}\n- Utara||{1}\n||{2}\n- Selatan||{3}",
        "CAKUPAN K1 S/D AGUSTUS 2026\nCatatan||{0}\n- K6||{1}\n||{2}\n||{3}\nJUMLAH|||177|112|63.3",
        "CAKUPAN K1 S/D AGUSTUS 2026\nKECAMATAN||{0}\nUtara||{1}\n||{2}\n||{3}",
    ],
)  # fmt: skip
def test_titles_and_labels_left_of_a_table_stay(text: str):
    reading = read(S=text.format(*TABLE[2:]))
    assert [line.replace(" (Kec. Utara)", "") for line in said(reading)] == K1


def test_the_title_of_the_next_table_is_no_note():
    first = "\n".join(f"{note}||{row}" for note, row in zip(["", "- K6", "- IDL", ""], TABLE[2:], strict=True))
    reading = read(S="CAKUPAN K4 S/D AGUSTUS 2026\n{}\nCAKUPAN K1 S/D AGUSTUS 2026\n{}".format(first, "\n".join(TABLE[2:])))
    assert said(reading)[::2] == K1 and said(reading)[1::2] == [line.replace("k1", "k4") for line in K1]
