"""Flags of data quality: what they say, and how a hit in the arrays becomes a row."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property

import numpy as np

from lokmin_data.analysis.assess import Assessment
from lokmin_data.analysis.frames import picked
from lokmin_data.analysis.rows import CUMULATIVE, MONTH, MONTHS, POINT, Cube, cube_of, rows_of
from lokmin_data.model import Panel

FLAG_COLUMNS = ("desa_id", "desa", "indicator", "year", "month", "check", "level", "message", "sheet", "cell")
INFO, YELLOW, RED = "info", "kuning", "merah"
LEVELS = (RED, YELLOW, INFO)
EARLIER = 3  # earlier months needed before a count can be called unusual


@dataclass(frozen=True)
class Flag:
    """One hit: position of the desa (-1 the Puskesmas), month 1-12, kind of check, level and message."""

    desa: int
    month: int
    check: str
    level: str
    message: str


Flags = Iterator[Flag]


@dataclass(frozen=True)
class Data:
    """What the checks of one indicator look at, up to the month asked for; arrays [desa, ...] without the Puskesmas.

    own: months of this year; history: own of 24 months; printed: the cumulatives as printed; denominator: as reported
    by month; total/total_n: the Puskesmas' own row as printed, by month and basis.
    """

    assessment: Assessment
    month: int
    own: np.ndarray
    history: np.ndarray
    typed: np.ndarray
    printed: np.ndarray
    x: np.ndarray
    n: np.ndarray
    denominator: np.ndarray
    last_year_denominator: np.ndarray
    cube: Cube = field(repr=False)

    @cached_property
    def earlier(self) -> np.ndarray:
        """Median of the twelve months before each month of this year [desa, month]; NaN where fewer than three are known."""
        out = np.full(self.own.shape, np.nan)
        for month in range(self.own.shape[1]):
            past = np.sort(self.history[:, month : MONTHS + month], axis=1)  # missing months last
            known = (~np.isnan(past)).sum(axis=1)
            low, high = (np.take_along_axis(past, np.maximum(place, 0)[:, None], axis=1)[:, 0]
                         for place in ((known - 1) // 2, known // 2))  # fmt: skip
            out[:, month] = np.where(known >= EARLIER, (low + high) / 2, np.nan)
        return out

    @cached_property
    def before(self) -> np.ndarray:
        """Sum of the months of this year before each month, as typed [desa, month]; NaN where one of them is missing."""
        return np.cumsum(np.column_stack([np.zeros(len(self.typed)), self.typed[:, :-1]]), axis=1)


def data_of(panel: Panel, assessment: Assessment) -> Data:
    """The Data of one assessment."""
    cube = cube_of(rows_of(panel), [assessment.indicator.code], assessment.year)
    month, values = assessment.month, assessment.values
    upto = slice(MONTHS, MONTHS + month)
    denominator = np.where(np.isnan(cube.n[CUMULATIVE][0]), cube.n[MONTH][0], cube.n[CUMULATIVE][0])
    denominator = np.where(np.isnan(denominator), cube.n[POINT][0], denominator)
    return Data(
        assessment, month, values["own"][:-1, upto], values["own"][:-1], cube.x[MONTH][0, :-1, upto],
        cube.x[CUMULATIVE][0, :-1, upto], values["x"][:-1], values["n"][:-1], denominator[:-1, upto],
        denominator[:-1, :MONTHS], cube,
    )  # fmt: skip


def flag_rows(panel: Panel, assessment: Assessment, flags: list[Flag]) -> list[tuple]:
    """Rows of FLAG_COLUMNS, with the cell of the number in question where the store knows it."""
    if not flags:
        return []
    names, ids = panel.desa["desa"].to_numpy(), panel.desa["desa_id"].to_numpy()
    where = ([flag.desa for flag in flags], [MONTHS + flag.month - 1 for flag in flags])
    places = assessment.values["index"][where]
    sheets, cells = (picked(panel.observations, name, places) for name in ("sheet", "cell"))
    rows = []
    for flag, *found in zip(flags, sheets, cells, strict=True):
        who = (0, panel.puskesmas or "Puskesmas") if flag.desa < 0 else (int(ids[flag.desa]), names[flag.desa])
        rows.append((*who, assessment.indicator.code, assessment.year, flag.month, flag.check, flag.level, flag.message, *found))
    return rows
