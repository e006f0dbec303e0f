"""A fictional Puskesmas in a store, built through the store's own doors: 12 desa, all programmes, two years."""

from __future__ import annotations

import random

import pandas as pd

from lokmin_data.model import OBSERVATION_COLUMNS, Reading
from lokmin_data.reference import indicators

WHO = "uji"
YEAR, MONTH = 2026, 6
DESA = (
    "Mekarsari", "Pasirjati", "Leuwi Gajah", "Tanjung Kulon", "Sukamaju", "Cibodas", "Karangsari", "Ngadirejo",
    "Wonomulyo", "Rawa Bening", "Batu Putih", "Tirta Makmur Jaya Sejahtera Permai Lestari",
)  # fmt: skip
#: Share of the population that is each sasaran, in a year.
SHARES = {
    "lahir_hidup": 0.018, "si": 0.0175, "baduta": 0.017, "bumil": 0.0198, "bulin": 0.0189, "bufas": 0.0189,
    "balita": 0.085, "resti": 0.004, "usia_dikdas": 0.15, "usia_produktif": 0.6, "lansia": 0.11, "hipertensi": 0.12,
    "dm": 0.02, "odgj": 0.002, "tb_terduga": 0.01, "kk": 0.28, "penduduk": 1.0, "hiv_risiko": 0.02,
}  # fmt: skip
#: What is measured, as a share of a sasaran, where the report counts its own denominator.
MEASURED = {
    "n_d": ("balita", 0.75), "stunting": ("balita", 0.82), "wasting": ("balita", 0.82), "gizi_buruk": ("balita", 0.82),
    "underweight": ("balita", 0.85), "overweight": ("balita", 0.82), "asi_eksklusif": ("si", 0.45), "vit_a_6_11": ("si", 0.45),
    "vit_a_12_59": ("balita", 0.8), "mpasi": ("baduta", 0.6), "kek": ("bumil", 0.5), "anemia": ("bumil", 0.45),
    "kek_pmt": ("bumil", 0.06), "anemia_ttd": ("bumil", 0.1), "pmt_gizi_kurang": ("balita", 0.05), "bblr": ("lahir_hidup", 0.4),
    "abj": ("kk", 0.1), "phbs_rt": ("kk", 0.2), "tb_sukses": ("penduduk", 0.001), "imd": ("lahir_hidup", 0.08),
    "gizi_buruk_dirawat": ("balita", 0.01), "asi_6_bulan": ("si", 0.08), "tb_kasus": ("penduduk", 0.002),
    "diare": ("penduduk", 0.02), "diare_balita": ("balita", 0.1), "pneumonia_balita": ("balita", 0.04),
}  # fmt: skip
LOW = {"stunting": 0.17, "wasting": 0.06, "gizi_buruk": 0.006, "underweight": 0.13, "overweight": 0.03, "kek": 0.11,
       "anemia": 0.22, "bblr": 0.05}  # fmt: skip


def fill(
    store, *, name: str = "Puskesmas Sukamaju", desa: tuple[str, ...] = DESA, until: int = MONTH, seed: int = 7
) -> int:
    """Add one Puskesmas with reports of every programme from January last year until `until` this year; its id."""
    draw = random.Random(seed)
    puskesmas_id = store.add_puskesmas(name, kecamatan=name.removeprefix("Puskesmas "), kabupaten="Contoh", who=WHO)
    store.save_desa(
        puskesmas_id, pd.DataFrame({"desa": desa, "code": [f"33.20.01.{2001 + i}" for i in range(len(desa))]}), WHO
    )
    people = {place: draw.randint(1200, 7500) for place in desa}
    people[desa[-1]] = 420
    ids = dict(zip(store.desa(puskesmas_id)["desa"], store.desa(puskesmas_id)["desa_id"], strict=True))
    store.save_sasaran(puskesmas_id, sasaran_table(people, ids), WHO)
    skill = {place: draw.uniform(0.45, 1.04) for place in desa}
    for programme in ("imunisasi", "gizi_ibu_hamil", "stunting", "spm", "penyakit", "sanitasi", "phbs"):
        table = observations(programme, people, skill, draw, until)
        reading = Reading(f"{programme}_{YEAR}.xlsx", f"{seed}-{programme}", table, puskesmas=name)
        store.save_report(reading, puskesmas_id, who=WHO)
    return puskesmas_id


def sasaran_table(people: dict[str, int], ids: dict[str, int]) -> pd.DataFrame:
    """The projected sasaran of both years."""
    rows = [
        {"desa_id": ids[place], "population": key, "sex": "T", "year": year, "kind": "proyeksi",
         "value": round(total * share), "source": "proyeksi Dinkes"}
        for place, total in people.items() for key, share in SHARES.items() for year in (YEAR - 1, YEAR)
    ]  # fmt: skip
    return pd.DataFrame(rows)


def observations(programme: str, people: dict, skill: dict, draw: random.Random, until: int) -> pd.DataFrame:
    """OBSERVATION_COLUMNS of one programme; the third desa skips the newest month, the fourth never reports imunisasi."""
    rows: list[dict] = []
    places = list(people)
    for code, item in indicators().items():
        if item.programme != programme or item.level != "desa":
            continue
        for number, place in enumerate(places):
            if number == 3 and programme == "imunisasi":
                continue
            for year, month in [(YEAR - 1, m) for m in range(1, 13)] + [(YEAR, m) for m in range(1, until + 1)]:
                if (number == 2 and (year, month) == (YEAR, until)) or not item.is_due(month):
                    continue
                row = _row(item, people[place], skill[place], draw)
                rows.append({"area": place, "level": "desa", "indicator": code, "year": year, "month": month, "sex": "T",
                             "percent": float("nan"), "sheet": "Rekap", "cell": f"D{10 + number}", **row})  # fmt: skip
    return pd.DataFrame(rows, columns=list(OBSERVATION_COLUMNS))


def _row(item, total: int, skill: float, draw: random.Random) -> dict:
    if item.kind == "status":
        return {"basis": "point", "numerator": float(draw.random() < skill - 0.3), "denominator": 1.0}
    if item.kind == "month":
        return {"basis": "month", "numerator": float(_poisson(draw, total / 4000)), "denominator": float("nan")}
    if item.code in MEASURED:
        population, share = MEASURED[item.code]
        n = max(1, round(total * SHARES[population] * share))
        rate = LOW[item.code] * (1.6 - skill) * 1.3 if item.code in LOW else min(0.97, skill)
        basis = "point" if item.kind == "point" else "month"
        return {"basis": basis, "numerator": float(_binomial(draw, n, rate)), "denominator": float(n)}
    n = max(1, round(total * SHARES[item.population or "balita"]))
    if item.kind == "point":
        return {
            "basis": "point",
            "numerator": float(_binomial(draw, n, min(0.98, skill * 0.9))),
            "denominator": float(n),
        }
    drop = {"dpt3": 0.93, "idl": 0.86, "mr1": 0.9, "k6": 0.85, "ttd180": 0.7}.get(item.code, 1.0)
    return {"basis": "month", "numerator": float(_poisson(draw, n / 12 * skill * drop)), "denominator": float(n)}


def _binomial(draw: random.Random, n: int, p: float) -> int:
    return sum(draw.random() < p for _ in range(min(n, 400))) * max(1, n // max(1, min(n, 400)))


def _poisson(draw: random.Random, mean: float) -> int:
    if mean > 40:
        return max(0, round(draw.gauss(mean, mean**0.5)))
    limit, k, product = 2.718281828**-mean, 0, draw.random()
    while product > limit:
        k, product = k + 1, product * draw.random()
    return k
