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


ROWS = [("Suka", 4, 20, 3), ("Maju", 5, 25, 6), ("Jaya", 2, 9, 0), ("Asri", 7, 30, 8)]


def _months(slip: int = 0) -> dict[str, str]:
    """May and the sheet copied for June; `slip` is added to one of June's numbers added up."""
    may = "\n".join(f"{place}|{name}|90|{month}|{total}" for place, (name, month, total, _) in enumerate(ROWS, 1))
    june = "\n".join(f"{place}|{name}|90|{new}|{total + new + slip * (place == 1)}" for place, (name, _, total, new) in enumerate(ROWS, 1))
    return {"MEI": f"CAPAIAN KIA MEI 2026\n{HEAD}{may}", "JUNI": f"CAPAIAN KIA MEI 2026\n{HEAD}{june}"}


def test_a_copy_whose_numbers_go_on_is_of_the_month_of_its_name():
    reading = read(**_months())
    assert "Suka k1 2026-6 cumulative T 23/90" in said(reading) and "Suka k1 2026-6 month T 3/90" in said(reading)
    assert "Suka k1 2026-5 cumulative T 20/90" in said(reading)
    assert codes(reading) == ["judul-bulan-lalu A1"]


def test_one_number_that_does_not_go_on_leaves_it_out():
    reading = read(**_months(slip=1))
    assert {line.split()[2] for line in said(reading)} == {"2026-5"}
    assert "judul-belum-diganti A1" in codes(reading)


def test_nor_does_a_sheet_of_a_later_month_go_on():
    sheets = _months()
    reading = read(MEI=sheets["MEI"], JULI=sheets["JUNI"])
    assert {line.split()[2] for line in said(reading)} == {"2026-5"}
