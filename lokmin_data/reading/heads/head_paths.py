"""Paths of head texts whose last one makes sense only beside the others of its group: a repeated name, the C of S, C, %."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from lokmin_data.reading.words.labels import writing
from lokmin_data.reading.words.meaning import Reader
from lokmin_data.reading.words.tokens import tells_target

Path = tuple[str, ...]

#: Sasaran, capaian, percent.
THREE = 3
#: ... and the gap between the first two.
FOUR = 4
#: A letter may stand in brackets or before a point.
LONGEST_LETTER = 3
_COUNT = "capaian"


def completed(paths: Sequence[Path], reader: Reader) -> list[Path]:
    """The paths with such texts in the words of the field."""
    named = _with_gaps(_with_own_names(_without_targets(paths), reader), reader)
    return _with_target_groups(_with_letters(_with_pairs(named, reader), reader), reader)


def _with_pairs(paths: list[Path], reader: Reader) -> list[Path]:
    """The paths with "T" beside "C" or "R" in a group named as the target and what was reached: without L and P, it is no sum of
    both."""
    named = reader.words.lists["huruf_target"]
    groups: dict[Path, set[str]] = {}
    for path in paths:
        if path and len(path[-1]) <= LONGEST_LETTER:
            groups.setdefault(path[:-1], set()).add(_plain(path[-1]))
    paired = {group for group, letters in groups.items() if "t" in letters and letters & {"c", "r"} and not letters & {"l", "p"}}
    if not paired:
        return paths
    return [(*path[:-1], named.get(_plain(path[-1]), path[-1])) if path and path[:-1] in paired else path for path in paths]


def _with_target_groups(paths: list[Path], reader: Reader) -> list[Path]:
    """The paths with a result below a group of targets as the target's: "Target" and "Pencapaian" side by side, with "Jml" and
    "Cakupan (%)" below each, as somebody copied the columns."""
    groups: dict[Path, list[str]] = {}
    for path in paths:
        if len(path) > 1:
            groups.setdefault(path[:-1], []).append(path[-1])
    targets = [group for group in groups if reader.text(group[-1]).role == "target"]
    if not targets:
        return paths
    copied = {group for group in targets if any(_is_result(other, group, groups, reader) for other in groups)}
    return [_of_target(path, reader) if path[:-1] in copied else path for path in paths]


def _is_result(other: Path, group: Path, groups: Mapping[Path, list[str]], reader: Reader) -> bool:
    """True for a group beside one of targets, with the same texts below it, that names what was reached."""
    return other != group and other[:-1] == group[:-1] and groups[other] == groups[group] and reader.text(other[-1]).role == "numerator"


def _of_target(path: Path, reader: Reader) -> Path:
    """The path of a column of a target without the words for what was reached."""
    last = reader.text(path[-1])
    if last.indicator or last.axis or last.unknown or last.role not in ("percent", "numerator"):
        return path
    return (*path[:-1], "%") if last.role == "percent" or "%" in path[-1] else path[:-1]


def _with_gaps(paths: list[Path], reader: Reader) -> list[Path]:
    """The paths with a "K" behind the percent of a group of four named as the gap that it is: "S", "R", "C", "K" are sasaran,
    realisasi, capaian in percent and kesenjangan; it is no result, and the C no count."""
    words = reader.words.lists["huruf_kesenjangan"]
    if not any(path and _plain(path[-1]) in words["kata"] for path in paths):
        return paths
    groups: dict[Path, list[str]] = {}
    for path in paths:
        groups.setdefault(path[:-1], []).append(path[-1] if path else "")
    renamed: dict[Path, str] = {}
    for group, texts in groups.items():
        told = [text for text in texts if reader.text(text).role != "rank"]
        if group and len(told) == FOUR and _ends_with_gap(told, words, reader):
            renamed |= {(*group, text): name for text, name in zip(told[1:], words["tulis"], strict=True)}
        if group and len(told) == THREE and _plain(told[1]) in words["capaian"] and _plain(told[2]) in words["kata"]:
            renamed[*group, told[2]] = words["tulis"][-1]  # "S", "R", "K": what R is shows no percent, it is asked
    return [(*path[:-1], renamed[path]) if path in renamed else path for path in paths]


def _ends_with_gap(texts: Sequence[str], words: Mapping[str, Sequence[str]], reader: Reader) -> bool:
    """True for a sasaran, what was reached, its percent, and the letter of the gap, in this order."""
    sasaran, count, percent, gap = texts
    reached = _plain(count) in words["capaian"] or reader.text(count).role == "numerator" and not reader.text(count).basis
    shares = _plain(percent) in words["persen"] or writing(percent) == "percent" or reader.text(percent).role == "percent"
    of_people = _plain(sasaran) in ("s", "t") or reader.text(sasaran).role in ("denominator", "target")
    return of_people and reached and shares and _plain(gap) in words["kata"]


def _without_targets(paths: Sequence[Path]) -> list[Path]:
    """The paths without a line that only tells the target of the group above it, over all of its columns."""
    told = {path[: depth + 1] for path in paths for depth in range(1, len(path) - 1) if tells_target(path[depth])}
    told = {group for group in told if all(path[: len(group)] == group for path in paths if path[: len(group) - 1] == group[:-1])}
    return [_without(path, told) for path in paths] if told else [*paths]


def _without(path: Path, told: Collection[Path]) -> Path:
    return tuple(text for depth, text in enumerate(path) if path[: depth + 1] not in told)


def _with_own_names(paths: Sequence[Path], reader: Reader) -> list[Path]:
    """The paths with a column that bears the name of the indicator of its group ("RT ber-PHBS" between "RT disurvei" and "%")
    put into that group."""
    groups = {path[:-1] for path in paths if len(path) > 1}
    inside = {path for path in paths if path in groups and reader.text(path[-1]).indicator}
    return [(*path, path[-1]) if path in inside else path for path in paths]


def _with_letters(paths: list[Path], reader: Reader) -> list[Path]:
    """The paths with the letter between "S" and "%" of a group of these three named as the count that it stands for."""
    letters = reader.words.lists["huruf_capaian"]["kata"]
    if not any(path and _plain(path[-1]) in letters for path in paths):
        return paths
    groups: dict[Path, list[str]] = {}
    for path in paths:
        groups.setdefault(path[:-1], []).append(path[-1] if path else "")
    counted = {group for group, texts in groups.items() if group and _are_three(texts, letters, reader)}
    return [(*path[:-1], _COUNT) if path[:-1] in counted and _plain(path[-1]) in letters else path for path in paths]


def _are_three(texts: Sequence[str], letters: Sequence[str], reader: Reader) -> bool:
    """True for a sasaran, one of the letters and a percent, in this order; remarks and ranks beside them do not count."""
    told = [text for text in texts if reader.text(text).role not in ("ignore", "rank")]
    if len(told) != THREE:
        return False
    sasaran, count, percent = told
    return _plain(count) in letters and writing(percent) == "percent" and reader.text(sasaran).role in ("denominator", "target")


def _plain(text: str) -> str:
    return text.strip("() .").lower()
