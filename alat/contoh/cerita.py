"""The story of the example in numbers: what each desa did each month, drawn once from a fixed seed.

Two desa are weak in everything (Kampung Baru Padang Rimba Lestari, Sumber Rejeki Makmur Sentosa Timur); Mekarwangi drops
suddenly in March 2026; Ranu Asri did not report June 2026; Tegalsari passes 100 % because its sasaran is too low; Pulau Kecil
has seven births a year; Banyu Urip was weak and improves after the lokmin of March 2026.
"""

from __future__ import annotations

import math
import random
from functools import cache

from alat.contoh.wilayah import ALL_MONTHS, Desa, sasaran

SEED = 20260705
WEAK = {"Kampung Baru Padang Rimba Lestari": 0.55, "Sumber Rejeki Makmur Sentosa Timur": 0.64}
SUDDEN, LATE, OVER, IMPROVING = "Mekarwangi", "Ranu Asri", "Tegalsari", "Banyu Urip"
#: Weak in antenatal care since 2026 only.
WEAK_CARE = "Cempaka Putih Hilir"
#: (year, month) from which what the lokmin agreed shows.
AFTER_LOKMIN = (2026, 4)
DROP_FROM, DROP_UNTIL = (2026, 3), (2026, 4)
NOT_REPORTED = (2026, 6)

#: Annual pace of each service, percent of its sasaran in an ordinary desa.
PACE = {
    "hb0": 99, "bcg": 101, "dpt1": 105, "mr1": 102, "idl": 88, "pcv3": 76, "dpt4": 84, "mr2": 83, "ibl": 80,
    "k1": 104, "k1_murni": 91, "k4": 97, "k6": 86, "anc_12t": 69, "pn_fasyankes": 100, "kf_lengkap": 96, "kn1": 101,
    "kn_lengkap": 98, "resti_nakes": 104, "resti_masyarakat": 80, "ttd180": 101,
}  # fmt: skip
POPULATION = {
    "hb0": "lahir_hidup", "bcg": "lahir_hidup", "kn1": "lahir_hidup", "kn_lengkap": "lahir_hidup",
    "dpt1": "si", "mr1": "si", "idl": "si", "pcv3": "baduta", "dpt4": "baduta", "mr2": "baduta", "ibl": "baduta",
    "k1": "bumil", "k1_murni": "bumil", "ttd180": "bumil", "k4": "bulin", "k6": "bulin", "anc_12t": "bulin",
    "pn_fasyankes": "bulin", "kf_lengkap": "bufas", "resti_nakes": "resti", "resti_masyarakat": "resti",
}  # fmt: skip
#: Antigens given with another one: (the other, share of its children).
TOGETHER = {
    "opv1": ("bcg", 0.99), "opv2": ("dpt1", 0.99), "pcv1": ("dpt1", 0.97), "rv1": ("dpt1", 0.93), "dpt2": ("dpt1", 0.97),
    "opv3": ("dpt2", 0.99), "pcv2": ("dpt2", 0.96), "rv2": ("dpt2", 0.92), "dpt3": ("dpt2", 0.96), "opv4": ("dpt3", 0.99),
    "ipv1": ("dpt3", 0.98), "rv3": ("dpt3", 0.9), "ipv2": ("mr1", 0.94),
}  # fmt: skip
IMMUNISATION = (
    "hb0", "bcg", "opv1", "dpt1", "opv2", "pcv1", "rv1", "dpt2", "opv3", "pcv2", "rv2", "dpt3", "opv4", "ipv1", "rv3",
    "mr1", "ipv2", "idl", "pcv3", "dpt4", "mr2", "ibl",
)  # fmt: skip
CARE = (
    "k1", "k1_murni", "k4", "k6", "anc_12t", "pn_fasyankes", "kf_lengkap", "kn1", "kn_lengkap", "resti_nakes", "resti_masyarakat",
)  # fmt: skip


def dice_of(*key: object) -> random.Random:
    """A generator of its own for each number, so that adding one indicator leaves the others as they were."""
    return random.Random(f"{SEED}/" + "/".join(map(str, key)))


def _poisson(dice: random.Random, mean: float) -> int:
    """A Poisson draw (Knuth); half its spread, as monthly reports scatter less than chance alone would."""
    limit, count, product = math.exp(-mean), 0, dice.random()
    while product > limit:
        count, product = count + 1, product * dice.random()
    return max(0, round((count + mean) / 2 + dice.random() - 0.5))


def _some(dice: random.Random, count: int, share: float) -> int:
    """How many of `count` when each is counted with probability `share`."""
    return sum(dice.random() < share for _ in range(count))


def strength(desa: Desa, group: str, when: tuple[int, int]) -> float:
    """How a desa does against an ordinary one (1.0) in that month; `group` is imunisasi, kia or gizi."""
    base = WEAK.get(desa.name, 0.94 + dice_of("desa", desa.name, group).random() * 0.12)
    if desa.name == OVER and group == "imunisasi":
        base = 1.3
    if desa.name == IMPROVING:
        base = 1.5 if when >= AFTER_LOKMIN else 0.52
    if desa.name == WEAK_CARE and group == "kia" and when >= (2026, 1):
        base = 0.6
    if desa.name == SUDDEN and group != "kia" and when >= DROP_FROM:
        base *= 0.25 if when <= DROP_UNTIL else 0.75
    return base


def reported(desa: Desa, when: tuple[int, int]) -> bool:
    """Whether the desa's immunisation and nutrition reports of that month came in."""
    return not (desa.name == LATE and when == NOT_REPORTED)


@cache
def month_count(code: str, desa: Desa, when: tuple[int, int]) -> int:
    """Persons served in that month alone."""
    if code in TOGETHER:
        other, share = TOGETHER[code]
        return _some(dice_of(code, desa.name, when), month_count(other, desa, when), share)
    group = "kia" if code in CARE or code == "ttd180" else "imunisasi"
    mean = sasaran(desa, when[0])[POPULATION[code]] * PACE[code] / 1200 * strength(desa, group, when)
    return _poisson(dice_of(code, desa.name, when), mean)


@cache
def boys(code: str, desa: Desa, when: tuple[int, int]) -> int:
    """How many of the month's children are boys."""
    return _some(dice_of("L", code, desa.name, when), month_count(code, desa, when), 0.51)


def year_to_date(when: tuple[int, int]) -> list[tuple[int, int]]:
    """The months of the same year up to that month."""
    return [month for month in ALL_MONTHS if month[0] == when[0] and month <= when]


def running(code: str, desa: Desa, when: tuple[int, int], sex: str = "T") -> int:
    """Cumulative count of the year, of what the desa reported; `sex` L, P or T."""
    count = {"T": month_count, "L": boys, "P": lambda *key: month_count(*key) - boys(*key)}[sex]
    return sum(count(code, desa, month) for month in year_to_date(when) if reported(desa, month))


@cache
def nutrition(desa: Desa, when: tuple[int, int]) -> dict[str, int]:
    """One desa's month in the nutrition system: balita weighed, measured, growing, short, thin; feeding; vitamin A."""
    dice, all_balita = dice_of("gizi", desa.name, when), int(sasaran(desa, when[0])["balita"])
    real = round(all_balita * 0.95)
    good = strength(desa, "gizi", when)
    weighed = round(real * min(0.97, 0.95 * (0.3 + 0.7 * good) + (dice.random() - 0.5) * 0.04))
    measured = round(weighed * 0.98)
    new, missed = round(weighed * 0.02), round(weighed * 0.06)
    corrected = weighed - new - missed
    bad = 1 if desa.name in WEAK else 0.45 if desa.name == IMPROVING and when < AFTER_LOKMIN else 0
    year_share = ((when[0] - 2025) * 12 + when[1]) / 24
    usual = 0.135 + (dice_of("pendek", desa.name).random() - 0.5) * 0.07
    short = round(measured * (usual + 0.13 * bad - 0.02 * year_share) + (dice.random() - 0.5) * 2)
    thin = round(measured * (0.055 + 0.045 * bad) + (dice.random() - 0.5) * 2)
    infants, half_year, weaned = round(all_balita * 0.1), round(all_balita * 0.017), round(all_balita * 0.3)
    older = all_balita - round(all_balita * 0.2)
    vitamin = min(0.98, 0.93 * (0.4 + 0.6 * good))
    weak = desa.name in WEAK
    ill = max(1, round(all_balita * (0.004 + 0.004 * weak) * when[1]))  # of the year so far: it cannot fall
    counts = {
        "balita": all_balita, "riil": real, "timbang": weighed, "ukur": measured, "kia": round(real * 0.93),
        "n": round(corrected * min(0.97, 0.92 * (0.5 + 0.5 * good))), "o": missed, "b": new, "koreksi": corrected,
        "stunting": max(short, 0), "wasting": max(thin, 0), "overweight": round(measured * 0.03),
        "underweight": round(weighed * (0.1 + 0.06 * bad)), "gizi_kurang": ill, "gizi_kurang_pmt": round(ill * (0.85 - 0.45 * weak)),
        "bayi_recall": round(infants * 0.9), "asi": round(infants * 0.9 * (0.74 - 0.2 * bad)),
        "usia_6": half_year, "asi_6": round(half_year * (0.63 - 0.15 * bad)),
        "wawancara": weaned, "mpasi": round(weaned * (0.72 - 0.22 * bad)),
        "bayi_6_11": infants, "vit_bayi": round(infants * vitamin), "anak_12_59": older, "vit_anak": round(older * vitamin),
    }  # fmt: skip
    counts["t"] = corrected - counts["n"]
    return counts


def pregnancy(desa: Desa, when: tuple[int, int]) -> dict[str, int]:
    """Cumulative counts of the year in the nutrition system for pregnant women."""
    bad = 1 if desa.name in WEAK else 0
    tested = thin_measured = anaemic = thin = fed = treated = 0
    for month in year_to_date(when):
        dice, seen = dice_of("bumil", desa.name, month), month_count("k1", desa, month)
        hb, arm = _some(dice, seen, 0.93), _some(dice, seen, 0.98)
        low, small = _some(dice, hb, 0.19 + 0.17 * bad), _some(dice, arm, 0.12 + 0.11 * bad)
        tested, thin_measured, anaemic, thin = tested + hb, thin_measured + arm, anaemic + low, thin + small
        fed, treated = fed + _some(dice, small, 0.82 - 0.4 * bad), treated + _some(dice, low, 0.85 - 0.25 * bad)
    return {
        "bumil": round(sasaran(desa, when[0])["bumil"]), "hb": tested, "anemia": anaemic, "anemia_ttd": treated,
        "lila": thin_measured, "kek": thin, "kek_pmt": fed, "ttd180": running_all("ttd180", desa, when),
    }  # fmt: skip


def running_all(code: str, desa: Desa, when: tuple[int, int]) -> int:
    """Cumulative count of the year of a service that every desa reported."""
    return sum(month_count(code, desa, month) for month in year_to_date(when))

