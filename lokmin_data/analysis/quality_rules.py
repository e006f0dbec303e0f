"""The checks of one indicator: Data in, Flags out."""

from __future__ import annotations

from itertools import combinations

import numpy as np

from lokmin_data import wording
from lokmin_data.analysis.flags import EARLIER, INFO, RED, YELLOW, Data, Flag, Flags
from lokmin_data.analysis.outlier import poisson_tails
from lokmin_data.analysis.rows import CUMULATIVE, MONTH, MONTHS

COMPLETE = 0.8  # completeness below which missing reports are grave
EXPECTED_ENOUGH = 4.0  # a zero where so many are expected has a chance below 2 %
TAIL, DOUBLE_TAIL = 0.001, 0.01
TWIN_MONTHS, TWIN_MEDIAN = 4, 3
CHANGED, CHANGED_MUCH = 0.10, 0.33


def missing_reports(data: Data) -> Flags:
    """laporan_kosong: months due and blank; red below 80 % of the months."""
    assessment, values = data.assessment, data.assessment.values
    indicator = assessment.indicator
    if assessment.shape == "status":
        return
    has = ~np.isnan(values["cumulatives"][:-1, MONTHS : MONTHS + data.month])
    has |= ~np.isnan(data.own)
    due = np.array([indicator.is_due(j + 1) for j in range(data.month)])
    if assessment.values["state"][-1] == "belum_jatuh_tempo":
        due[-1] = False
    for desa in np.flatnonzero((~has & due).any(axis=1)):
        months = np.flatnonzero(~has[desa] & due)
        grave = has[desa][due].mean() < COMPLETE if due.any() else False
        names = wording.listing([wording.month_name(j + 1) for j in months])
        yield Flag(int(desa), int(months[-1]) + 1, "laporan_kosong", RED if grave else YELLOW,
                   f"{names} belum dilaporkan ({indicator.label}).")  # fmt: skip


def suspicious_zeros(data: Data) -> Flags:
    """nol_mencurigakan: 0 typed where at least four are expected (a Poisson zero has then a chance below 2 %)."""
    for desa, month in zip(*np.nonzero(data.own == 0), strict=True):
        expected = usual(data, desa, month)
        if expected >= EXPECTED_ENOUGH:
            yield Flag(int(desa), int(month) + 1, "nol_mencurigakan", YELLOW,
                       f"{_label(data, month)}: 0, biasanya sekitar {wording.number(expected, 0)}.")  # fmt: skip


def jumps(data: Data) -> Flags:
    """lonjakan: Poisson tail below 0.001 around the median of up to 12 earlier months."""
    for desa, month, value, middle in _counts(data):
        mean = max(1.0, middle)
        if value > mean and poisson_tails(value, mean)[0] < TAIL and not _looks_cumulative(data, desa, month, middle):
            yield Flag(desa, month + 1, "lonjakan", YELLOW,
                       f"{_label(data, month)}: {wording.number(value)}, biasanya {wording.number(middle)}.")  # fmt: skip


def typed_twice(data: Data) -> Flags:
    """ketik_ganda: exactly twice the usual month with tail below 0.01, or a cumulative in the column of the month."""
    for desa, month, value, middle in _counts(data, judged=False):
        text = f"{_label(data, month)}: {wording.number(value)}"
        if middle > 0 and value == 2 * middle and poisson_tails(value, max(1.0, middle))[0] < DOUBLE_TAIL:
            text += f", tepat dua kali {wording.number(middle)}; mungkin diketik dua kali."
        elif _looks_cumulative(data, desa, month, middle):
            text += "; mungkin kumulatif diketik di kolom bulan."
        else:
            continue
        yield Flag(desa, month + 1, "ketik_ganda", YELLOW, text)


def _counts(data: Data, *, judged: bool = True) -> list[tuple[int, int, float, float]]:
    """desa, month from 0, value and the median of earlier months; `judged`: only where that median is known."""
    desa, month = np.nonzero((data.own > 0) & (~np.isnan(data.earlier) if judged else True))
    columns = (desa, month, data.own[desa, month], data.earlier[desa, month])
    return list(zip(*(column.tolist() for column in columns), strict=True))


def usual(data: Data, desa: int, month: int) -> float:
    """What a month usually brings: the median of earlier months, else the desa's share of the sasaran at the mean rate."""
    if not np.isnan(data.earlier[desa, month]):
        return float(data.earlier[desa, month])
    score, sasaran = data.assessment.score, data.assessment.values["sasaran"][desa]
    if score is None or not np.isfinite(sasaran) or data.assessment.shape != "coverage":
        return 0.0
    return float(sasaran / MONTHS * score.mean_rate)


def _looks_cumulative(data: Data, desa: int, month: int, middle: float) -> bool:
    """True where a month (March on) equals the cumulative to date: as printed, or earlier months plus a usual one."""
    value, before = data.typed[desa, month], data.before[desa, month]
    if month < EARLIER - 1 or not value > 0 or not before > 0:
        return False
    if value == data.printed[desa, month]:
        return True
    if np.isnan(middle):
        return False
    rest, mean = value - before, max(1.0, middle)
    unusual = poisson_tails(value, mean)[0] < TAIL
    return bool(unusual and rest >= 0 and min(poisson_tails(rest, mean)) > DOUBLE_TAIL)


def above_hundred(data: Data) -> Flags:
    """di_atas_100: more reached than due to date; red where more than the annual sasaran."""
    annual = data.assessment.values["sasaran"][:-1]
    for desa in np.flatnonzero(data.x > data.n):
        whole = data.x[desa] > annual[desa]
        due = annual[desa] if whole else data.n[desa]
        span = "setahun" if whole else "sampai bulan ini"
        yield Flag(int(desa), data.month, "di_atas_100", RED if whole else YELLOW,
                   f"{wording.number(data.x[desa])} dari {wording.number(due)} sasaran {span} "
                   f"({data.assessment.indicator.label}): sasaran proyeksi terlalu kecil atau salah ketik?")  # fmt: skip


def falling_cumulative(data: Data) -> Flags:
    """kumulatif_turun: a printed cumulative below the one before."""
    for desa in range(len(data.printed)):
        known = np.flatnonzero(~np.isnan(data.printed[desa]))
        for before, now in zip(known, known[1:], strict=False):
            if data.printed[desa, now] < data.printed[desa, before]:
                yield Flag(desa, int(now) + 1, "kumulatif_turun", RED,
                           f"Kumulatif {_label(data, now)}: {wording.number(data.printed[desa, now])}, lebih kecil dari "
                           f"{wording.month_name(int(before) + 1)} ({wording.number(data.printed[desa, before])}).")  # fmt: skip


def part_above_whole(data: Data) -> Flags:
    """bagian_lebih_besar: more cases than persons measured."""
    for desa in np.flatnonzero(data.x > data.n):
        indicator = data.assessment.indicator
        yield Flag(int(desa), data.month, "bagian_lebih_besar", RED,
                   f"{indicator.label}: {wording.number(data.x[desa])} dari {wording.number(data.n[desa])} "
                   f"{indicator.denominator or 'yang diukur'}.")  # fmt: skip


def changed_sasaran(data: Data) -> Flags:
    """sasaran_berubah: any change within the year; over 10 % from one month to the next; over 33 % from last year."""
    for desa in range(len(data.denominator)):
        known = np.flatnonzero(~np.isnan(data.denominator[desa]))
        values = data.denominator[desa]
        for before, now in zip(known, known[1:], strict=False):
            old, new = values[before], values[now]
            if old != new:
                much = old > 0 and abs(new / old - 1) > CHANGED
                yield Flag(desa, int(now) + 1, "sasaran_berubah", YELLOW if much else INFO,
                           f"Sasaran {data.assessment.indicator.label} berubah dari {wording.number(old)} "
                           f"menjadi {wording.number(new)} di tengah tahun.")  # fmt: skip
        past = data.last_year_denominator[desa]
        past = past[~np.isnan(past)]
        if len(known) and len(past) and past[-1] > 0 and abs(values[known[-1]] / past[-1] - 1) > CHANGED_MUCH:
            yield Flag(desa, int(known[-1]) + 1, "sasaran_berubah", RED,
                       f"Sasaran {data.assessment.indicator.label} {wording.number(values[known[-1]])}; "
                       f"tahun lalu {wording.number(past[-1])}.")  # fmt: skip


def total_differs(data: Data) -> Flags:
    """total_beda: the Puskesmas' printed row is not the sum of its desa, in a month that all desa reported."""
    for basis, word in ((MONTH, ""), (CUMULATIVE, "kumulatif ")):
        values = data.cube.x[basis][0][:, MONTHS : MONTHS + data.month]
        total, whole = values[:-1].sum(axis=0), ~np.isnan(values).any(axis=0)
        for month in np.flatnonzero(whole & (np.abs(total - values[-1]) > 1e-6)):
            yield Flag(-1, int(month) + 1, "total_beda", RED,
                       f"Total {word}{_label(data, month)} tertulis {wording.number(values[-1, month])}, "
                       f"jumlah desa {wording.number(total[month])}.")  # fmt: skip


def twin_numbers(data: Data) -> Flags:
    """angka_kembar: one desa with the same number in every month, or two desa with the same row of numbers."""
    own = data.own
    known = np.flatnonzero((~np.isnan(own)).sum(axis=1) >= TWIN_MONTHS)
    if not len(known):
        return
    rows = known[np.nanmedian(own[known], axis=1) >= TWIN_MEDIAN].tolist()
    names, label = data.assessment.panel.desa["desa"].to_numpy(), data.assessment.indicator.label
    constant = {desa for desa in rows if np.nanmin(own[desa]) == np.nanmax(own[desa])}
    for desa in sorted(constant):
        yield Flag(desa, data.month, "angka_kembar", YELLOW,
                   f"{label}: semua bulan berisi {wording.number(np.nanmin(own[desa]))}.")  # fmt: skip
    same: dict[bytes, list[int]] = {}
    for desa in rows:
        same.setdefault(own[desa].tobytes(), []).append(desa)
    for group in same.values():
        for first, second in combinations(group, 2):
            if first not in constant:
                yield Flag(second, data.month, "angka_kembar", YELLOW,
                           f"{label}: angka setiap bulan sama dengan {names[first]}.")  # fmt: skip


def _label(data: Data, month: int) -> str:
    return f"{data.assessment.indicator.label} {wording.month_name(int(month) + 1)}"


EVERY_RULES = (missing_reports, total_differs)
COVERAGE_RULES = (above_hundred, falling_cumulative, changed_sasaran)
COUNT_RULES = (suspicious_zeros, jumps, typed_twice, twin_numbers)
MEASURED_RULES = (part_above_whole,)
