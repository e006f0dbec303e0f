"""The words of the field that composed reports are written with: programmes, indicators, people, desa, months."""

from __future__ import annotations

from dataclasses import dataclass

Spellings = tuple[str, ...]


@dataclass(frozen=True)
class People:
    """Those an indicator counts: the heads of their sasaran, and how many there are for each live birth."""

    spellings: Spellings
    per_birth: float


@dataclass(frozen=True)
class Indicator:
    """An indicator with the heads that are written for it, and the people of its sasaran."""

    code: str
    spellings: Spellings
    people: str


@dataclass(frozen=True)
class Programme:
    """The titles of a programme's reports and the indicators in their usual order."""

    titles: Spellings
    indicators: tuple[Indicator, ...]


PEOPLE = {
    "lahir_hidup": People(("Sasaran bayi lahir hidup", "Lahir Hidup", "Bayi Lahir Hidup", "Jml lahir hidup", "Sasaran LH"), 1.0),
    "surviving_infant": People(("Surviving Infant", "SI", "Sasaran SI", "Sasaran bayi (SI)", "Jumlah Surviving Infant"), 0.96),
    "baduta": People(("Baduta", "Sasaran baduta", "Jumlah baduta"), 0.94),
    "bumil": People(("Sasaran bumil", "Ibu Hamil", "Sasaran ibu hamil", "Jml Bumil", "Bumil"), 1.15),
    "bulin": People(("Sasaran bulin", "Ibu Bersalin", "Sasaran ibu bersalin", "Bulin"), 1.1),
}
PROGRAMMES = (
    Programme(
        ("CAKUPAN IMUNISASI BAYI", "LAPORAN HASIL IMUNISASI RUTIN", "PWS IMUNISASI", "Hasil cakupan imunisasi per desa"),
        (
            Indicator("hb0", ("HB0 (<24 jam)", "HB 0 < 24 jam", "HB0 (0-24 jam)"), "lahir_hidup"),
            Indicator("bcg", ("BCG", "Bcg"), "lahir_hidup"),
            Indicator("opv1", ("Polio 1", "OPV 1", "Polio1"), "lahir_hidup"),
            Indicator("dpt1", ("DPT-HB-Hib 1", "DPT/HB/HiB 1", "Pentavalen 1", "DPT-HB-HIB (1)"), "surviving_infant"),
            Indicator("dpt3", ("DPT-HB-Hib 3", "DPT/HB/HiB 3", "Pentabio 3", "DPT-HB-HIB (3)"), "surviving_infant"),
            Indicator("opv4", ("Polio 4", "OPV4", "Polio tetes 4"), "surviving_infant"),
            Indicator("ipv1", ("IPV 1", "IPV1"), "surviving_infant"),
            Indicator("mr1", ("MR 1", "Campak Rubela 1", "Campak-Rubella (MR) 1"), "surviving_infant"),
            Indicator("idl", ("IDL", "Imunisasi Dasar Lengkap", "Bayi IDL"), "surviving_infant"),
            Indicator("dpt4", ("DPT-HB-Hib 4", "DPT-HB-HIB Lanjutan"), "baduta"),
            Indicator("mr2", ("MR 2", "Campak Rubela 2", "MR Lanjutan"), "baduta"),
        ),
    ),
    Programme(
        ("PWS KIA", "LAPORAN KIA", "CAKUPAN PELAYANAN KIA", "REKAPITULASI PELAYANAN KESEHATAN IBU DAN ANAK"),
        (
            Indicator("k1", ("K1", "K 1", "Kunjungan K1"), "bumil"),
            Indicator("k4", ("K4", "K 4", "Kunjungan K4"), "bumil"),
            Indicator("k6", ("K6", "K 6", "ANC K6"), "bulin"),
            Indicator("pn", ("Persalinan Nakes", "Linakes", "Persalinan oleh nakes"), "bulin"),
            Indicator("kn1", ("KN1", "KN 1", "Kunjungan Neonatal 1"), "lahir_hidup"),
            Indicator("kn_lengkap", ("KN Lengkap", "Kunjungan Neonatal Lengkap"), "lahir_hidup"),
        ),
    ),
    Programme(
        ("CAKUPAN GIZI IBU HAMIL", "LAPORAN GIZI IBU HAMIL"),
        (
            Indicator("fe1", ("Fe1", "Fe 1"), "bumil"),
            Indicator("fe3", ("Fe3", "Fe 3", "TTD 90"), "bumil"),
            Indicator("kek", ("Bumil KEK", "Ibu hamil KEK", "KEK"), "bumil"),
            Indicator("anemia", ("Bumil Anemia", "Ibu Hamil Anemia"), "bumil"),
        ),
    ),
)
PUSKESMAS = ("Melati", "Rawa Subur", "Karya Bakti")
DESA = (
    "Sukamaju", "Karang Anyar", "Wonosari", "Suka Mulya", "Tanjung Raya", "Kebon Jeruk", "Purwodadi", "Banjarsari", "Mekar Jaya",
    "Sido Rejo", "Giri Mulyo", "Air Dingin", "Bukit Tinggi", "Tegal Rejo", "Sumber Agung", "Rawa Indah",
)  # fmt: skip
MONTHS = (
    "Januari", "Februari", "Maret", "April", "Mei", "Juni", "Juli", "Agustus", "September", "Oktober", "November", "Desember",
)  # fmt: skip
MONTHS_AS_HEADS = (
    MONTHS,
    tuple(month.upper() for month in MONTHS),
    ("JAN", "FEB", "MAR", "APR", "MEI", "JUN", "JUL", "AGT", "SEP", "OKT", "NOV", "DES"),
    ("Jan", "Peb", "Mrt", "Apr", "Mei", "Juni", "Juli", "Ags", "Sept", "Okt", "Nop", "Des"),
)
AREA_HEADS = ("DESA", "DESA/KELURAHAN", "NAMA DESA", "Desa / Kelurahan", "Kelurahan", "Nama Desa/Kel.", "DESA / KEL")
TOTALS = ("JUMLAH", "TOTAL", "Jumlah", "Total Puskesmas", "PUSKESMAS", "JML", "Jumlah Total")
