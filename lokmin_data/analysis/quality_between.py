"""Checks between indicators: doses and visits in order, negative drop-out, usual ratios, parts of the same whole, D/S."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import numpy as np

from lokmin_data import wording
from lokmin_data.analysis.assess import Assessment
from lokmin_data.analysis.flags import RED, YELLOW, Flag
from lokmin_data.analysis.nutrition import REPRESENTATIVE
from lokmin_data.model import Panel

SLACK = 2  # persons by which a later dose may exceed an earlier one in the cumulative
DROP_OUT_PAIRS = (("dpt1", "dpt3"), ("dpt1", "mr1"))
ORDER = (
    ("dpt1", "dpt2"), ("dpt2", "dpt3"), ("opv1", "opv2"), ("opv2", "opv3"), ("opv3", "opv4"), ("pcv1", "pcv2"),
    ("rv1", "rv2"), ("rv2", "rv3"), ("ipv1", "ipv2"), ("k1", "k4"), ("k4", "k6"), ("k1", "k6"), ("k6", "k8"),
    ("k1", "k1_murni"), ("fe1", "fe3"), ("kn1", "kn_lengkap"), ("kf1", "kf_lengkap"), ("pn", "pn_fasyankes"), ("kn1", "hb0"),
)  # fmt: skip
#: Measured among all: indicator whose denominator must not exceed the numerator (or denominator) of another.
WHOLES = (("stunting", "d_s"), ("wasting", "d_s"), ("underweight", "d_s"))


#: Numbers of a Puskesmas that go together: first / second lies between these (FASTR's consistency pairs; births: BCG 0.7-1.3).
RATIOS = (("bcg", "pn", 0.7, 1.3), ("dpt1", "dpt3", 0.95, float("inf")), ("k1", "k4", 0.95, float("inf")))
FEWEST = 20  # of each: fewer say nothing


def between_indicators(panel: Panel, used: Mapping[str, Assessment]) -> Iterator[tuple[str, list[Flag]]]:
    """(indicator that the flag hangs on, its flags)."""
    for first, last in DROP_OUT_PAIRS:
        if first in used and last in used:
            yield last, list(_negative_drop_out(used[first], used[last]))
    for first, last in ORDER:
        if first in used and last in used and (first, last) not in DROP_OUT_PAIRS:
            yield last, list(_out_of_order(used[first], used[last]))
    for first, second, low, high in RATIOS:
        if first in used and second in used:
            yield second, list(_ratio(used[first], used[second], low, high))
    for part, whole in WHOLES:
        if part in used and whole in used:
            yield part, list(_measured_of_all(used[part], used[whole]))


def _together(first: Assessment, last: Assessment) -> np.ndarray:
    """Desa whose numbers of both indicators cover the same months."""
    same = first.values["months_reported"] == last.values["months_reported"]
    return (same & ~np.isnan(first.values["x"]) & ~np.isnan(last.values["x"]))[:-1]


def _negative_drop_out(first: Assessment, last: Assessment) -> Iterator[Flag]:
    """drop_out_negatif: more last than first doses to date; up to two persons yellow, more red."""
    x1, x3 = first.values["x"][:-1], last.values["x"][:-1]
    for desa in np.flatnonzero(_together(first, last) & (x3 > x1)):
        level = YELLOW if x3[desa] - x1[desa] <= SLACK else RED
        yield Flag(int(desa), last.month, "drop_out_negatif", level,
                   f"{last.indicator.label} ({wording.number(x3[desa])}) lebih banyak daripada {first.indicator.label} "
                   f"({wording.number(x1[desa])}) sampai {wording.month_name(last.month)}.")  # fmt: skip


def _out_of_order(first: Assessment, last: Assessment) -> Iterator[Flag]:
    """urutan_dosis: a later dose or visit exceeds the earlier one by more than two persons."""
    x1, x2 = first.values["x"][:-1], last.values["x"][:-1]
    for desa in np.flatnonzero(_together(first, last) & (x2 > x1 + SLACK)):
        yield Flag(int(desa), last.month, "urutan_dosis", YELLOW,
                   f"{last.indicator.label} ({wording.number(x2[desa])}) lebih banyak daripada {first.indicator.label} "
                   f"({wording.number(x1[desa])}).")  # fmt: skip


def unusual(first: float, second: float, low: float, high: float) -> bool:
    """True where first / second lies outside low-high; False for fewer than 20 of either."""
    return bool(min(first, second) >= FEWEST and not low <= first / second <= high)


def _ratio(first: Assessment, second: Assessment, low: float, high: float) -> Iterator[Flag]:
    """rasio_tak_lazim: the Puskesmas' sums of the desa that reported the same months of both do not go together."""
    together = _together(first, second)
    x1, x2 = (float(one.values["x"][:-1][together].sum()) for one in (first, second))
    if unusual(x1, x2, low, high):
        most = "" if high == float("inf") else f" sampai {wording.number(high, 2)}"
        yield Flag(-1, second.month, "rasio_tak_lazim", YELLOW,
                   f"{first.indicator.label} ({wording.number(x1)}) dibagi {second.indicator.label} ({wording.number(x2)}) = "
                   f"{wording.number(x1 / x2, 2)}; lazimnya {wording.number(low, 2)}{most or ' atau lebih'}.")  # fmt: skip


def _measured_of_all(part: Assessment, whole: Assessment) -> Iterator[Flag]:
    """bagian_lebih_besar: more measured than all balita; ds_rendah: under 80 % of the balita measured."""
    same = part.values["round_time"][:-1] == whole.values["round_time"][:-1]
    measured, balita = part.values["n"][:-1], whole.values["sasaran"][:-1]
    for desa in np.flatnonzero(same & (measured > balita)):
        yield Flag(int(desa), part.month, "bagian_lebih_besar", RED,
                   f"Balita diukur ({wording.number(measured[desa])}) melebihi seluruh balita ({wording.number(balita[desa])}).")  # fmt: skip
    if part.indicator.code != "stunting":
        return
    for desa in np.flatnonzero(same & (balita > 0) & (100 * measured < REPRESENTATIVE * balita)):
        yield Flag(int(desa), part.month, "ds_rendah", YELLOW,
                   f"Baru {wording.number(measured[desa])} dari {wording.number(balita[desa])} balita diukur: "
                   "prevalensi belum mewakili.")  # fmt: skip
