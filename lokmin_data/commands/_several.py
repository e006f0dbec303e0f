"""A zip of reports for `read`: each read by itself, one list of observations and problems."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from lokmin_data.model import OBSERVATION_COLUMNS, LokminError, Problem
from lokmin_data.reading.opening.book import expand_archive
from lokmin_data.reading.understanding import ObservationRow, Options, Understood, understand_file

_SHEET = OBSERVATION_COLUMNS.index("sheet")


@dataclass(frozen=True)
class Several:
    """The reports of a zip that were understood, by name; `problems` are those of all, also of the refused ones.

    A sheet is named `report/sheet`.
    """

    parts: Sequence[tuple[str, Understood]]
    problems: Sequence[Problem]

    def rows(self) -> Iterator[ObservationRow]:
        """The observations of all reports as rows of OBSERVATION_COLUMNS."""
        for name, understood in self.parts:
            for row in understood.rows():
                yield (*row[:_SHEET], f"{name}/{row[_SHEET]}", *row[_SHEET + 1 :])


def understand_archive(data: bytes, file_name: str, options: Options) -> Several:
    """The reports of a zip understood; raises the first refusal where none of them can be read."""
    parts: list[tuple[str, Understood]] = []
    problems: list[Problem] = []
    refusals: list[LokminError] = []
    for name, content in expand_archive(data, file_name):
        try:
            understood = understand_file(content, name, options)
        except LokminError as error:
            refusals.append(error)
            own = getattr(error, "problems", None) or [getattr(error, "problem", None)]
            problems += [_named(problem, name) for problem in own if problem is not None]
            continue
        parts.append((name, understood))
        problems += [_named(problem, name) for problem in understood.problems]
    if not parts and refusals:
        raise refusals[0]
    return Several(parts, problems)


def _named(problem: Problem, report: str) -> Problem:
    """The problem with its report named before its sheet."""
    return replace(problem, sheet=f"{report}/{problem.sheet}" if problem.sheet else report)
