"""Labels in the middle of their columns without merging: "BULAN INI" over the third of K1 | % | K6 | %, "KUMULATIF" over the third
of the same heads once more.  Only a border or a colour shows where such a group begins, and so do the heads that repeat."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

#: A run of doses has at most so many; more numbers are months.
SEVERAL, MOST_DOSES = 2, 5

Line = list[str | None]
Keys = Sequence[tuple[str | None, ...]]


def move_to_their_groups(lines: Sequence[Line], covered: Sequence[Sequence[bool]]) -> None:
    """Writes each such label over the first column of its group, in place.

    Where the heads below repeat twice or more, begin and end with a whole group, and over each group stands exactly one text of
    its own, the text can be only that of its group, wherever it stands over it.
    """
    for number, line in enumerate(lines[:-1]):
        places = [place for place, text in enumerate(line) if text is not None and not covered[number][place]]
        if len(places) < 2 or all(place == 0 or line[place - 1] is not None for place in places):
            continue
        keys = list(zip(*lines[number + 1 :], strict=True))
        for first, last, width in _repetitions(keys, places):
            groups = range(first, last, width)
            whole = _parts_nothing(lines[:number], groups) and not _begin_their_groups(keys, places, groups)
            if whole and not any(covered[number][first:last]):
                _move(line, groups)


def _repetitions(keys: Keys, places: Sequence[int]) -> Iterator[tuple[int, int, int]]:
    """(first column, column behind the last, width of a group) of heads that repeat under the labels in whole groups."""
    looked: dict[int, int] = {}  # width -> how far the columns were looked at
    for label in places:
        for other in range(label + 2, len(keys)):
            width = other - label
            if keys[other] != keys[label] or not any(keys[label]) or label < looked.get(width, 0):
                continue
            first, last = label, label
            while first and keys[first - 1] == keys[first - 1 + width] and any(keys[first - 1]):
                first -= 1
            while last + width < len(keys) and keys[last] == keys[last + width] and any(keys[last]):
                last += 1
            looked[width] = last + width
            if (last - first) % width == 0 and not _repeats_inside(keys[first : first + width]):
                yield first, last + width, width


def _repeats_inside(group: Keys) -> bool:
    """True for a group that is itself a repetition: L | P | L | P."""
    return any(
        len(group) % part == 0 and list(group) == list(group[:part]) * (len(group) // part) for part in range(1, len(group))
    )


def _parts_nothing(above: Sequence[Line], groups: range) -> bool:
    """True where no text higher up begins inside a group."""
    return all(
        line[place] in (None, line[first]) for line in above for first in groups for place in range(first + 1, first + groups.step)
    )


def _begin_their_groups(keys: Keys, places: Sequence[int], groups: range) -> bool:
    """True where the labels stand over the same head as one left of all groups does, with nothing of a group before it: each begins
    its own, and a column too many in one of them only looks like a repetition."""
    inside = {keys[place] for place in places if groups.start <= place < groups.stop}
    before = [place for place in places if place < groups.start and keys[place] in inside]
    if len(inside) != 1 or not before:
        return False
    return before[0] == 0 or keys[before[0] - 1] not in keys[groups.start : groups.start + groups.step]


def _move(line: Line, groups: range) -> None:
    """Moves the one text of each group to its first column; nothing where a group has none or several."""
    texts = [[text for text in line[first : first + groups.step] if text is not None] for first in groups]
    if all(len(each) == 1 for each in texts) and len({each[0] for each in texts}) == len(texts):
        for first, each in zip(groups, texts, strict=True):
            line[first : first + groups.step] = [each[0], *[None] * (groups.step - 1)]


def name_counted_runs(lines: Sequence[Line], covered: Sequence[Sequence[bool]]) -> None:
    """Writes a label over all columns of its run, in place, where the heads below count 1, 2, 3 from anew in each run and over
    each of several runs stands exactly one text: "DPT" over the second of 1 | 2 | 3, "POLIO" over the second of 1 | 2 | 3 | 4."""
    for number, line in enumerate(lines[:-1]):
        if sum(1 for text in lines[number + 1] if text == "1") < SEVERAL:
            continue
        runs = _counted_runs(lines[number + 1])
        texts = [[text for text in line[run.start : run.stop] if text is not None] for run in runs]
        alone = all(len(each) == 1 and not each[0].isdecimal() for each in texts) and len({each[0] for each in texts}) == len(runs)
        if len(runs) >= SEVERAL and alone and not any(covered[number][place] for run in runs for place in run):
            for run, each in zip(runs, texts, strict=True):
                line[run.start : run.stop] = each * len(run)


def _counted_runs(line: Line) -> list[range]:
    """The columns of each run 1, 2, 3 ... of a row of heads; none where a number stands in no run, or a run has one number."""
    runs: list[range] = []
    for place, text in enumerate(line):
        if text is None or not text.isdecimal():
            continue
        if text == "1":
            runs.append(range(place, place + 1))
        elif runs and runs[-1].stop == place and int(text) == len(runs[-1]) + 1:
            runs[-1] = range(runs[-1].start, place + 1)
        else:
            return []
    return runs if all(SEVERAL <= len(run) <= MOST_DOSES for run in runs) else []
