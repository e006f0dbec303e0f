"""Titles that say what was found, in words: assessment or ranking in, one sentence out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

import pandas as pd

from lokmin_data.analysis.facts import MASKED, NEVER_PER_DESA, PRESENT
from lokmin_data.charts.labels import short_label, verdict_word
from lokmin_data.wording import VERDICTS, count, is_missing, listing, number, percent, period

if TYPE_CHECKING:
    from lokmin_data.analysis import Assessment

#: The chance of a place is told where there are more desa than places.
TOP = 3
CLEARLY_BELOW, MAYBE_BELOW, MAYBE_REACHED, CLEARLY_REACHED, NO_DATA = VERDICTS


def verdict_counts(found: Assessment) -> Counter[str]:
    """How many desa have each verdict."""
    return Counter(found.desa["verdict"])


def finding(found: Assessment, areas: str = "desa") -> str:
    """ "IDL Maret 2026: 4 dari 12 desa jelas di bawah target"; `areas`: what the areas are called."""
    head = f"{short_label(found.indicator)} {period(found.year, found.month)}"
    counts, desa = verdict_counts(found), len(found.desa)
    known = desa - counts[NO_DATA] - counts[""]
    if not desa:
        return f"{head}: belum ada daftar {areas}"
    if found.indicator.kind == "month":
        return f"{head}: {_cases(found)}"
    if found.annual_target is None:
        return f"{head}: {count(found.puskesmas['cumulative'], found.puskesmas['sasaran'])}, belum ada target"
    if not known:
        return f"{head}: belum ada laporan {areas}"
    return f"{head}: {_judged(counts, known, desa, found.indicator.direction == 'down', areas)}"


def _judged(counts: Counter[str], known: int, desa: int, down: bool, areas: str) -> str:
    below, maybe = counts[CLEARLY_BELOW], counts[MAYBE_BELOW]
    miss = "melebihi batas" if down else "di bawah target"
    whole = f"{known} {areas} yang melapor" if known < desa else f"{desa} {areas}"
    if below == known:
        return f"semua {whole} jelas {miss}" if known > 1 else f"jelas {miss}"
    if below:
        return f"{below} dari {whole} jelas {miss}"
    if maybe:
        return f"{maybe} dari {whole} {miss}, belum pasti"
    return f"semua {whole} mencapai target" if known > 1 else "target tercapai"


def _cases(found: Assessment) -> str:
    value = found.puskesmas.get("this_month")
    if is_missing(value):
        return "belum ada laporan"
    return f"{number(value, 0)} {'kasus' if found.indicator.direction == 'down' else found.indicator.unit} bulan ini"


def puskesmas_sentence(found: Assessment) -> str:
    """The Puskesmas' own number against the target: "Puskesmas 310/1.067 · 29 %, target s.d. Maret 25 %"."""
    row = found.puskesmas
    if is_missing(row["cumulative"]):
        return "Puskesmas: belum ada data"
    text = f"Puskesmas {count(row['cumulative'], row['sasaran'])}"
    if is_missing(row["target"]):
        return text
    word = (
        "target berjalan"
        if found.indicator.is_coverage
        else ("batas" if found.indicator.direction == "down" else "target")
    )
    return f"{text}, {word} {percent(row['target'])}{partly_note(found)}: {verdict_word(found.indicator, row['verdict']).lower()}"


def partly_note(found: Assessment) -> str:
    """Behind a target to date that is lower than the month's, because months are missing."""
    partly = found.indicator.is_coverage and found.puskesmas["target"] < found.running_target - 0.05
    return " (atas bulan yang dilaporkan)" if partly else ""


def reported_sentence(found: Assessment) -> str:
    """ "11 dari 12 desa lapor; belum: Sukamaju"; empty where the month is not collected."""
    due = found.desa[found.desa["state"] != "tidak_dijadwalkan"]
    if due.empty:
        return "tidak dijadwalkan bulan ini"
    if (due["state"] == NEVER_PER_DESA).all():
        return "hanya ditampilkan untuk seluruh Puskesmas"
    missing = due.loc[~due["state"].isin((PRESENT, MASKED)), "desa"].tolist()
    text = f"{len(due) - len(missing)} dari {len(due)} desa lapor"
    return f"{text}; belum: {names(missing)}" if missing else text


def names(items: Sequence[str], limit: int = 4) -> str:
    """A list of names, the rest as a number: "A, B, C, D, dan 3 desa lain"."""
    items = list(items)
    return (
        listing(items) if len(items) <= limit else listing([*items[: limit - 1], f"{len(items) - limit + 1} desa lain"])
    )


def ranking_finding(ranking: pd.DataFrame, at: str, what: str = "") -> str:
    """ "Maret 2026: yang terberat Mekarsari, Pasirjati, dan Leuwi"."""
    head = f"{what} {at}".strip()
    heaviest = ranking.loc[ranking["seat"] == "terberat", "desa"].tolist()
    return f"{head}: desa terberat {names(heaviest)}" if heaviest else f"{head}: belum ada desa yang dapat diperingkat"


def overview_finding(found: Mapping[str, Assessment], at: str) -> str:
    """ "Maret 2026: 5 dari 12 desa jelas di bawah target pada 2 indikator utama atau lebih"."""
    below = [table.desa.loc[table.desa["verdict"] == CLEARLY_BELOW, "desa_id"] for table in found.values()]
    desa = max((len(table.desa) for table in found.values()), default=0)
    if all(verdict_counts(table)[NO_DATA] + verdict_counts(table)[""] == desa for table in found.values()):
        return f"{at}: belum ada laporan untuk indikator utama"
    tally = Counter(desa_id for ids in below for desa_id in ids)
    several = sum(1 for times in tally.values() if times > 1)
    if several:
        return f"{at}: {several} dari {desa} desa jelas di bawah target pada dua indikator utama atau lebih"
    if tally:
        return f"{at}: {len(tally)} dari {desa} desa jelas di bawah target pada satu indikator utama"
    return f"{at}: tidak ada desa yang jelas di bawah target pada indikator utama"


def chance_words(p_top3: float) -> str:
    """ "hampir pasti", "kemungkinan besar", "mungkin" or nothing, for the chance of being among the three heaviest."""
    for least, word in ((0.9, "hampir pasti"), (0.7, "kemungkinan besar"), (0.4, "mungkin")):
        if not is_missing(p_top3) and p_top3 >= least:
            return word
    return ""


def rank_range(low: float, high: float) -> str:
    """ "peringkat 1-4", or "peringkat 1" where both ends are equal."""
    if is_missing(low) or is_missing(high):
        return ""
    return f"peringkat {low:.0f}" if round(low) == round(high) else f"peringkat {low:.0f}–{high:.0f}"


def profile_finding(found: Mapping[str, Assessment], desa_id: int, name: str, at: str) -> str:
    """ "Mekarsari Juni 2026: 7 dari 11 indikator utama jelas di bawah target"."""
    codes = [code for table in found.values() for code in table.desa.loc[table.desa["desa_id"] == desa_id, "verdict"]]
    known = [code for code in codes if code not in (NO_DATA, "")]
    below, maybe = known.count(CLEARLY_BELOW), known.count(MAYBE_BELOW)
    if not known:
        return f"{name} {at}: belum ada laporan"
    if below:
        return f"{name} {at}: {below} dari {len(known)} indikator utama jelas di bawah target"
    if maybe:
        return f"{name} {at}: {maybe} dari {len(known)} indikator utama di bawah target, belum pasti"
    return f"{name} {at}: semua {len(known)} indikator utama mencapai target"


def profile_line(ranking: pd.DataFrame, desa_id: int) -> str:
    """ "skor 61, peringkat 1-4 dari 12 desa, kemungkinan besar termasuk 3 terberat"."""
    for row in ranking[ranking["desa_id"] == desa_id].itertuples():
        words = chance_words(row.p_top3)
        score = "disamarkan" if is_missing(row.score) else number(row.score, 0)
        parts = [f"skor {score}", f"{rank_range(row.rank_low, row.rank_high)} dari {len(ranking)} desa"]
        return ", ".join(parts + ([f"{words} termasuk 3 terberat"] if words and len(ranking) > TOP else []))
    return ""
