"""What head texts, periods and numbers mean, in tables of cases."""

from __future__ import annotations

from datetime import date

import pytest

from lokmin_data.reading.words.meaning import Reader
from lokmin_data.reading.words.period import Period, period_of, period_of_text
from lokmin_data.reading.words.period_names import period_of_name
from lokmin_data.reading.words.values import Style, number_of, style_of
from lokmin_data.reading.words.vocabulary import vocabulary
from lokmin_data.reference.catalogue import load_indicators

WORDS = vocabulary()


@pytest.mark.parametrize(
    ("path", "indicator", "role", "basis", "sex"),
    [
        (("DPT/HB-Hib (1)", "BULAN INI", "L"), "dpt1", "", "month", "L"),
        (("Pentavalen III", "S/D BLN INI", "%"), "dpt3", "percent", "cumulative", ""),
        (("K 1", "KUM", "ABS"), "k1", "numerator", "cumulative", ""),
        (("K1 murni",), "k1_murni", "", "", ""),
        (("K1 USG oleh dokter",), "k1_usg", "", "", ""),
        (("DETEKSI RESIKO TINGGI", "OLEH NAKES", "BLN LALU"), "resti_nakes", "", "last", ""),
        (("PERSALINAN", "DITOLONG NAKES", "PN"), "pn", "", "", ""),
        (("PERSALINAN", "DITOLONG NAKES", "PN Di Fasyankes"), "pn_fasyankes", "", "", ""),
        (("HB0 (<24 JAM)",), "hb0", "", "", ""),
        (("KUNJ. NEONATAL PERTAMA (6-48 JAM)",), "kn1", "", "", ""),
        (("Ssrn bulin / bufas 1 th",), "", "denominator", "", ""),
        (("Bufas 1 th",), "", "denominator", "", ""),
        (("Sas. bufas 1 tahun",), "", "denominator", "", ""),
        (("Nifas 1",), "kf1", "", "", ""),
        (("Nifas 1 tahun 2026",), "kf1", "", "", ""),
        (("HB 0 (1-7 hari)",), "hb0_1_7", "", "", ""),
        (("Campak-Rubella (MR)",), "mr1", "", "", ""),
        (("Booster MR",), "mr2", "", "", ""),
        (("Imunisasi Bayi Lengkap",), "idl", "", "", ""),
        (("IBL (Imunisasi Baduta Lengkap)",), "ibl", "", "", ""),
        (("TTD 90 tablet",), "fe3", "", "", ""),
        (("TTD/MMS 180 tablet",), "ttd180", "", "", ""),
        (("Jml_Bumil_Dapat_180_TTD_MMS_Sd_Bulan_Ini",), "ttd180", "", "cumulative", ""),
        (("Ibu hamil mendapat 180 tablet TTD/MMS",), "ttd180", "", "", ""),
        (("Fe. 1",), "fe1", "", "", ""),
        (("Imunsasi Dasar Lengkap", "BULN INI"), "idl", "", "month", ""),
        (("BUMIL", "ANEMIA", "< 11 MG", "BLN INI"), "anemia", "", "month", ""),
        (("VIT.A NIFAS",), "vit_a_nifas", "", "", ""),
        (("NEONATUS (KN 1)", "KUM"), "kn1", "", "cumulative", ""),
        (("K1", "Bulan yang dilaporkan"), "k1", "", "month", ""),
        (("K1", "Kumulatif tahun ini"), "k1", "", "cumulative", ""),
        (("K1", "Sas 1 tahun"), "k1", "denominator", "", ""),
        (("K1", "Tgt"), "k1", "target", "", ""),
        (("K1", "Prosen"), "k1", "percent", "", ""),
    ],
)
def test_heads(path, indicator, role, basis, sex):
    meaning = Reader(WORDS).meaning(path)
    assert (meaning.indicator, meaning.role, meaning.basis, meaning.sex) == (indicator, role, basis, sex)
    assert not meaning.unknown


@pytest.mark.parametrize(
    "path",
    [
        ("Hb TM 1", "Anemia (8-11 mg/dl)"),
        ("JUMLAH KOMPLIKASI KEBIDANAN", "Anemia"),
        ("PERSALINAN", "DITOLONG NAKES", "PN Di Non Fasyankes"),
        ("Polio 5",),
        ("Jumlah balita stunting dirujuk Puskesmas ke RS sampai bulan ini",),
        ("Balita tidak naik berat badannya T",),
    ],
)
def test_heads_that_only_look_like_an_indicator(path):
    meaning = Reader(WORDS).meaning(path)
    assert meaning.unknown or meaning.role == "ignore"


@pytest.mark.parametrize("code", list(load_indicators()))
def test_every_indicator_of_the_catalogue_has_words(code):
    label = load_indicators()[code].label.split("(")[0]
    texts = [label, load_indicators()[code].label]
    assert any(Reader(WORDS).text(text).indicator == code for text in texts), texts


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("SAMPAI DENGAN BULAN AGUSTUS 2026", Period(2026, 8, 1, True)),
        ("Januari s/d JUNI", Period(0, 6, 1, True)),
        ("PERIODE 01-01-2025 s.d. 31-12-2025", Period(2025, 12, 1, True)),
        ("PERIODE 1 January 2026 s.d 31 January 2026", Period(2026, 1, 1, False)),
        ("BULAN : AGUSTUS 2026", Period(2026, 8)),
        ("CAKUPAN K4 BULAN PEBRUARI 2025", Period(2025, 2)),
        ("TAHUN 2026", Period(2026)),
        ("JUMLAH KUMULATIF BUMIL KEK", Period(adds=True)),
        ("Triwulan II Tahun 2025", Period(2025, 6, 4)),
        ("s/d Tribulan III 2025", Period(2025, 9, 1, True)),
        ("TW 1-3 2025", Period(2025, 9, 1, True)),
        ("Triwulan 2 - Triwulan 3 Tahun 2025", Period(2025, 9, 4)),
        ("TW I, II DAN III 2025", Period(2025, 9, 1, True)),
        ("SEMESTER 1 & 2 2025", Period(2025, 12, 1, True)),
        ("TW 1 3 POSYANDU 2025", Period(2025, 3, 1, True)),
        ("TW 3-2025", Period(2025, 9, 7)),
        ("PUSKESMAS DES. SUKAMAJU", Period()),
        ("LAPORAN KIA BULAN MEI 25", Period(2025, 5)),
        ("S/D MEI 25", Period(2025, 5, 1, True)),
        ("26 APRIL - 25 MEI", Period(0, 5)),
        ("26 JANUARI - 25 FEBRUARI", Period(0, 2)),
        ("BULAN JUNI 24 DESA MELAPOR", Period(0, 6)),
    ],
)
def test_periods_of_titles(text, period):
    found = period_of_text(text, WORDS)
    assert (found.year, found.month, found.adds) == (period.year, period.month, period.adds)
    assert found.odd_range == period.odd_range


@pytest.mark.parametrize(
    ("name", "year", "month"),
    [
        ("LAPORAN_04_2026_Ibu", 2026, 4),
        ("rekap 2025-10", 2025, 10),
        ("01. Januari", 0, 1),
        ("NOP", 0, 11),
        ("Imun Feb (2)", 0, 2),
        ("UCI Okt 25", 2025, 10),
        ("OKT25", 2025, 10),
        ("Neonatal TW 1-3 2025", 2025, 9),
        ("TW1-TW3_2025", 2025, 9),
        ("DPT 1-3 2025", 2025, 0),
        ("DPT 1-3 Maret 2025", 2025, 3),
        ("Posyandu 3 2025", 2025, 3),
        ("LB3 05 2025", 2025, 5),
        ("LB3 052025", 2025, 5),
        ("LB3_202505 final", 2025, 5),
        ("Kode 3203052025", 0, 0),
        ("Sheet1", 0, 0),
    ],
)
def test_periods_of_names(name, year, month):
    found = period_of_name(name, WORDS)
    assert (found.year, found.month) == (year, month)


@pytest.mark.parametrize(("cell", "month"), [(3, 3), (date(2025, 6, 30), 6), ("Mrt", 3), ("Agt", 8), (13, 0), ("x", 0)])
def test_periods_of_cells(cell, month):
    assert period_of(cell, WORDS, alone=True).month == month


@pytest.mark.parametrize(
    ("column", "percent", "numbers"),
    [
        (["1.234", "56"], False, [1234, 56]),
        (["1,234", "56"], False, [1234, 56]),
        (["1.234,5", "56"], False, [1234.5, 56]),
        (["95,75", "1.234"], False, [95.75, 1234]),
        (["0,875", "1,075"], True, [0.875, 1.075]),
        (["87,5 %", "100 %"], True, [87.5, 100]),
        (["5.4% %"], True, [5.4]),
        (["-", "–", "", "NIHIL"], False, [None, None, None, 0]),
        (["12\xa0", " 7 "], False, [12, 7]),
        (["abc", "x"], False, [None, None]),
    ],
)
def test_numbers_by_the_evidence_of_their_column(column, percent, numbers):
    style = style_of(column, percent=percent)
    assert [number_of(cell, style).number for cell in column] == numbers


def test_numbers_that_are_no_counts():
    assert number_of(float("nan"), Style()).number is None
    assert number_of(3201234567890001, Style()).number is None


@pytest.mark.parametrize(
    ("head", "code"),
    [
        ("PN NAKES", "pn"), ("Pn oleh Nakes", "pn"), ("Salin nakes", "pn"), ("Lin Faskes", "pn_fasyankes"), ("K4 ANC", "k4"),
        ("ANC 6x", "k6"), ("Bumil anemia dapat TTD", "anemia_ttd"), ("Bumil KEK baru", "kek"), ("Lulus ASI", "asi_6_bulan"),
        ("PILAR 1 (AKSES JAMBAN)", "jamban"), ("Balita diare ditangani", "diare_balita"), ("Yankes BBL", "spm_03"),
        ("Skrining usia 15-59 tahun", "spm_06"), ("Yankes usila", "spm_07"), ("MR 18 bln", "mr2"), ("Balita kurus dapat PMT", "pmt_gizi_kurang"),
        ("Rota virus 2", "rv2"), ("PMT balita kurus", "pmt_gizi_kurang"), ("Terduga dilayani sesuai standar (SPM 11)", "spm_11"),
        ("Deteksi resti oleh kader", "resti_masyarakat"), ("DHF", "dbd_kasus"), ("Vit A 12-59 Bulan (Merah)", "vit_a_12_59"),
    ],
)  # fmt: skip
def test_spellings_of_the_field(head: str, code: str):
    meaning = Reader(WORDS).head((head,))
    assert (meaning.indicator, meaning.unknown) == (code, ())


@pytest.mark.parametrize("head", ["Terduga dilayani sesuai standar", "Terduga HIV dilayani sesuai standar", "Terduga dilayani (SPM 12)"])
def test_suspects_of_what_nobody_names_are_not_those_of_tb(head: str):
    assert Reader(WORDS).head((head,)).unknown


def test_vitamin_a_of_balita_is_no_sasaran():
    """A number of an indicator that the catalogue does not know must not become what others are divided by."""
    assert Reader(WORDS).head(("Balita dapat vit A",)).unknown
    assert Reader(WORDS).head(("Sasaran vit A balita",)).role == "denominator"
