"""Words that a narrow cell broke: KELURAH AN, BU LIN."""

from __future__ import annotations

import pytest
from laporan import codes, read, said

from lokmin_data.reading.words.broken_words import with_whole_words
from lokmin_data.reading.words.vocabulary import vocabulary

ROWS = "1|Suka|80|76|30|5|35|43.8|28|4|32|42.1\n2|Maju|60|57|20|4|24|40|22|3|25|43.9\n3|Jaya|50|48|18|3|21|42|17|5|22|45.8"


@pytest.mark.parametrize("names", ["NAMA\nDESA/KELURAH\nAN", "DESA / KELURA-\nHAN", "KELU RAHAN", "KAM\nPUNG"])
@pytest.mark.parametrize("mothers", ["BU\nLIN", "IBU BERSA- LIN", "BULIN"])
def test_a_head_of_broken_words_and_groups_that_are_not_merged(names: str, mothers: str):
    names, mothers = " ".join(names.split()), " ".join(mothers.split())
    heads = f"N0|{names}|SASA RAN||KUNJUNGAN K1||||PERSALI NAN DI FASYAN KES|||\n||BUMIL|{mothers}" + "|BLN LALU|BLN INI|JUM LAH|%" * 2
    reading = read(S=f"LAPORAN KIA\nBLN : JUNI 2026\n\n{heads}\n{ROWS}")
    assert "Suka k1 2026-6 month T 5/80" in said(reading) and "Suka k1 2026-6 cumulative T 35/80 43.8" in said(reading)
    assert "Suka pn_fasyankes 2026-6 month T 4/76" in said(reading) and len(said(reading)) == 12


@pytest.mark.parametrize(
    "text, whole",
    [
        ("PUS KES MAS", "PUSKESMAS"), ("JML BA LITA DITIM- BANG", "JML BALITA DITIMBANG"), ("PENCA PAIAN %", "PENCAPAIAN %"),
        ("DPT-HB-HIB 3", "DPT-HB-HIB 3"), ("RT / RW", "RT / RW"), ("PER DESA", "PER DESA"), ("BUMIL KEK DAPAT PMT", "BUMIL KEK DAPAT PMT"),
        ("Suka Maju Jaya", "Suka Maju Jaya"), ("Tanjung - Sari", "Tanjung - Sari"), ("De Wi Sri", "De Wi Sri"), ("K 1", "K 1"),
    ],
)  # fmt: skip
def test_only_pieces_that_are_a_word_together_and_not_alone_are_joined(text: str, whole: str):
    words = vocabulary()
    assert with_whole_words(text, words._written) == whole  # noqa: SLF001


def test_a_head_that_no_pieces_explain_is_asked():
    reading = read(S="KIA JUNI 2026\nNO|DESA|BUMIL|K1|BU TIR\n1|Suka|80|30|5\n2|Maju|60|20|4")
    assert said(reading) == ["Maju k1 2026-6 month T 20/60", "Suka k1 2026-6 month T 30/80"]
    assert "kolom-tidak-dikenal E2" in codes(reading)
