"""The fictional Puskesmas of the example: identity, desa and sasaran.  Every name is made up."""

from __future__ import annotations

from dataclasses import dataclass

PUSKESMAS, KECAMATAN, KABUPATEN = "Sukamaju Raya", "Sukamaju Raya", "Nusa Lestari"
#: The months that the example starts with, and those that the follow-up walk uploads later.
MONTHS = tuple((2025, month) for month in range(1, 13)) + tuple((2026, month) for month in range(1, 7))
FOLLOW_UP_MONTHS = tuple((2026, month) for month in range(7, 10))
ALL_MONTHS = MONTHS + FOLLOW_UP_MONTHS

MONTH_NAMES = (
    "Januari", "Februari", "Maret", "April", "Mei", "Juni",
    "Juli", "Agustus", "September", "Oktober", "November", "Desember",
)  # fmt: skip

#: Births in a year for 1,000 inhabitants; the other sasaran follow from it as PWS-KIA does.
BIRTHS_PER_1000 = 17
GROWTH_2026 = 1.012
#: Share of a year's population in each sasaran that does not follow from births.
SHARES = {
    "balita": 0.085, "usia_dikdas": 0.155, "usia_produktif": 0.635, "lansia": 0.115, "hipertensi": 0.24,
    "dm": 0.015, "odgj": 0.0018, "tb_terduga": 0.011, "kk": 1 / 3.6,
}  # fmt: skip


@dataclass(frozen=True)
class Desa:
    """One fictional desa; `code` is made up as well."""

    name: str
    code: str
    people: int


DESA = tuple(
    Desa(name, f"99.01.01.{number:04d}", people)
    for number, (name, people) in enumerate(
        (
            ("Sukamaju Kidul", 6590), ("Sukamaju Lor", 5410), ("Karanganyar Baru", 4740), ("Tegalsari", 4020),
            ("Mekarwangi", 5950), ("Banyu Urip", 3170), ("Watu Gajah", 2620), ("Ranu Asri", 3580),
            ("Sumber Rejeki Makmur Sentosa Timur", 4620), ("Kampung Baru Padang Rimba Lestari", 2110),
            ("Pulau Kecil", 430), ("Cempaka Putih Hilir", 4820),
        ),
        start=2001,
    )
)  # fmt: skip
NAMES = tuple(desa.name for desa in DESA)


def people(desa: Desa, year: int) -> int:
    """Inhabitants of a desa in a year."""
    return round(desa.people * (GROWTH_2026 if year >= 2026 else 1))


def sasaran(desa: Desa, year: int) -> dict[str, float]:
    """The annual denominators of a desa by the codes of `sasaran.csv`; those of PWS-KIA keep their fractions."""
    inhabitants = people(desa, year)
    births = round(inhabitants * BIRTHS_PER_1000 / 1000)
    pregnant = round(1.10 * births, 2)
    counted = {name: float(round(inhabitants * share)) for name, share in SHARES.items()}
    return {
        "penduduk": float(inhabitants), "lahir_hidup": float(births), "si": float(round(births * 0.98)),
        "baduta": float(round(births * 0.97)), "bumil": pregnant, "bulin": round(1.05 * births, 2),
        "bufas": round(1.05 * births, 2), "resti": round(0.2 * pregnant, 3), **counted,
    }  # fmt: skip
