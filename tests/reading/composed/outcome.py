"""What became of a composed report: what was read wrong, what was made up, what is missing, what was told."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import pandas as pd

from composed.report import Key, Report, Said
from lokmin_data.reading import read_book
from lokmin_data.reading.understanding import NothingToRead

#: Reports print percents with one decimal.
ROUNDED = 0.06
MEASURED = ("numerator", "denominator", "percent")


@dataclass(frozen=True)
class Outcome:
    """One line for each number that was read wrong (`wrong`), stands nowhere (`ghosts`) or was not read (`missing`); the codes of
    the problems that were told, and of those that should have been (`untold`)."""

    numbers: int
    wrong: tuple[str, ...] = ()
    ghosts: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()
    problems: tuple[str, ...] = ()
    untold: tuple[str, ...] = ()


def outcome_of(report: Report) -> Outcome:
    """Read the report and compare every number with what it says."""
    many = sum(len(list(_figures(said))) for said in report.said.values())
    try:
        reading = read_book(report.book(), pictures=False)
    except NothingToRead as refused:
        missing = tuple(f"{key} {name}" for key, said in report.said.items() for name, _ in _figures(said))
        return Outcome(many, missing=missing, problems=tuple(problem.code for problem in refused.problems))
    read = dict(_read(reading.observations))
    return Outcome(
        len(read) if report.doubted else many,
        tuple(_wrong(report, read)),
        tuple(f"{key} {figures}" for key, figures in read.items() if not (report.doubted or key in report.said or key in report.may_be_read)),
        tuple(_missing(report, read)),
        tuple(problem.code for problem in reading.problems if problem.severity != "warning"),
        _untold(report, {problem.code for problem in reading.problems}),
    )


def _untold(report: Report, told: set[str]) -> tuple[str, ...]:
    """What should have been told; of a report that contradicts itself, anything."""
    return (*sorted(report.to_be_told - told), *(["contradiction"] if report.doubted and not told else []))


def _figures(said: Said) -> Iterator[tuple[str, float]]:
    """The figures that the report states of an observation."""
    for name in MEASURED:
        value = getattr(said, name)
        if value is not None:
            yield name, value


def _read(observations: pd.DataFrame) -> Iterator[tuple[Key, dict[str, float]]]:
    """Each observation with the figures it holds."""
    for row in observations.itertuples(index=False):
        year, month = (0 if pd.isna(value) else int(value) for value in (row.year, row.month))
        figures = {name: float(getattr(row, name)) for name in MEASURED if not pd.isna(getattr(row, name))}
        yield (row.area.title(), row.indicator, year, month, row.basis, row.sex), figures


def _wrong(report: Report, read: dict[Key, dict[str, float]]) -> Iterator[str]:
    """The figures that differ from those stated."""
    for key, figures in read.items():
        said = report.said.get(key) or report.may_be_read.get(key)
        for name, value in figures.items() if said else ():
            if not _is_right(said, name, value):
                yield f"{key} {name} {value}, not {getattr(said, name)}"


def _is_right(said: Said, name: str, value: float) -> bool:
    """True for the figure stated; beside a number without a sasaran, for one that the report lists for the desa: of the same people,
    or of those who stand in for them (K4 among the ibu bersalin where no ibu hamil are listed)."""
    stated = getattr(said, name)
    if stated is None:
        return name == "denominator" and value in said.listed
    return abs(stated - value) <= (ROUNDED if name == "percent" else 0)


def _missing(report: Report, read: dict[Key, dict[str, float]]) -> Iterator[str]:
    """The stated figures that were not read."""
    for key, said in report.said.items():
        for name, value in _figures(said):
            if name not in read.get(key, {}):
                yield f"{key} {name} {value}"
