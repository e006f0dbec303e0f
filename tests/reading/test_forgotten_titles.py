"""Sheets copied for the next month in which the title still says the month before."""

from __future__ import annotations

from laporan import codes, read, said

HEAD = "NO|DESA|SASARAN BUMIL|K1|\n|||BULAN INI|S/D BULAN INI\n"
MAY, JUNE = HEAD + "1|Suka|50|4|20\n2|Maju|60|5|25", HEAD + "1|Suka|50|3|23\n2|Maju|60|6|31\n3|Jaya|40|2|12"


def test_the_sheet_of_the_month_is_read_and_the_copy_told():
    """Jaya stands in the copy alone: its number is not one of May."""
    reading = read(MEI=f"CAPAIAN KIA MEI 2026\n{MAY}", JUNI=f"CAPAIAN KIA MEI 2026\n{JUNE}")
    assert said(reading) == [
        "Maju k1 2026-5 cumulative T 25/60", "Maju k1 2026-5 month T 5/60", "Suka k1 2026-5 cumulative T 20/50", "Suka k1 2026-5 month T 4/50",
    ]  # fmt: skip
    assert "judul-belum-diganti A1" in codes(reading)


def test_other_sheets_stay_as_they_were():
    """The only sheet of a month is believed by its title; a month of its own is its own; a copied name says nothing."""
    alone = read(JUNI=f"CAPAIAN KIA MEI 2026\n{MAY}")
    assert len(said(alone)) == 4 and "bulan-nama-berbeda A1" in codes(alone)
    both = read(MEI=f"CAPAIAN KIA MEI 2026\n{MAY}", JUNI=f"CAPAIAN KIA JUNI 2026\n{JUNE}")
    other = read(MEI=f"CAPAIAN KIA MEI 2026\n{MAY}", JUNI=f"CAPAIAN MEI 2026\n{JUNE.replace('K1', 'K4')}")
    for reading in (both, other):
        assert len(said(reading)) == 10 and "judul-belum-diganti A1" not in codes(reading)
