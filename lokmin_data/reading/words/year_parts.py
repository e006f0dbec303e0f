"""Parts of the year that a text names: `Triwulan II`, `TW I s/d III`, `TW 1-3`, `Semester pertama`."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import takewhile

JANUARY, DECEMBER = 1, 12
#: How many months the parts have by their names, and their numbers.
PARTS = {
    "tribulan": 3, "triwulan": 3, "tw": 3, "kuartal": 3, "kwartal": 3, "quartal": 3, "quarter": 3, "q": 3, "trw": 3, "triw": 3,
    "caturwulan": 4, "caturbulan": 4, "cawu": 4, "semester": 6, "smt": 6, "sem": 6,
}  # fmt: skip
NUMBERS = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "1": 1, "2": 2, "3": 3, "4": 4}
NUMBERS |= {"pertama": 1, "kedua": 2, "ketiga": 3, "keempat": 4, "satu": 1, "dua": 2, "tiga": 3, "empat": 4}
UNTIL = frozenset({"sampai", "sd", "hingga", "until", "through"})
_JOINS = UNTIL | {"dan", "&"}
_BETWEEN = _JOINS | {"dengan", "dgn"}
#: A part and the number of the last one behind nothing but a dash, or with its name once more; not `TW 3-2025`.
_DASHED = re.compile(
    rf"((?<![a-z])(?:{'|'.join(PARTS)})\.?[\s_]*(?:ke[\s-]*)?[1-4])\s*[-–]\s*(?=(?:[a-z]+\.?[\s_]*)?[1-4](?![\d/.-]))", re.IGNORECASE
)


def with_joined_parts(text: str) -> str:
    """The text with a word for the dash between two numbers of parts: `TW 1 sampai 3`."""
    return _DASHED.sub(r"\1 sampai ", text)


def part_of_year(tokens: list[str], text: str) -> tuple[int, int] | None:
    """(first, last) month of a tribulan or semester that the words of a text name: `Triwulan II`, `TW ke-2`, `Semester pertama`, `Q1`."""
    tokens = [token for token in tokens if token != "ke"]
    for place, (one, other) in enumerate(zip(tokens, tokens[1:], strict=False)):
        length = PARTS.get(one)
        if length and other in NUMBERS and NUMBERS[other] * length <= DECEMBER:
            until = not UNTIL.isdisjoint(tokens[:place])
            first = JANUARY if until else (NUMBERS[other] - 1) * length + 1
            return first, max(NUMBERS[other], _last_part(tokens[place:], one, text)) * length
    return None


def _last_part(tokens: Sequence[str], part: str, text: str) -> int:
    """The number of the last tribulan of `triwulan i s/d iii`, `triwulan i - iii`, `tw 1-3`, `tw i, ii dan iii`; 0 where one alone is
    named."""
    behind = [token for token in tokens[2:] if token not in _BETWEEN and token != part]
    numbers = list(takewhile(NUMBERS.__contains__, behind[: len(NUMBERS)]))
    if not numbers:
        return 0  # nearly all
    joined = not _JOINS.isdisjoint(tokens[2:4]) or tokens[1].isalpha() and numbers[0].isalpha()
    if not (joined or _DASHED.search(text)):
        return 0
    number = NUMBERS[numbers[-1]] if joined and len(numbers) > 1 else NUMBERS[numbers[0]]
    return number if number * PARTS[part] <= DECEMBER else 0
