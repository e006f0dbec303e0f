"""What a made-up Puskesmas counted in a year: the truth that a composed report writes down."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass

from composed.field_words import DESA, PEOPLE, PROGRAMMES, PUSKESMAS, Programme

SEXES = ("L", "P")
BOTH = "T"
MOST_INDICATORS = 6
#: A month brings at most this part of the sasaran for each sex, so that a year does not pass 100 % by far.
PART_OF_A_MONTH = 26


@dataclass(frozen=True)
class Told:
    """An indicator as one report spells it."""

    code: str
    words: str
    people: str


@dataclass(frozen=True)
class Served:
    """What was counted of an indicator from January on, in one desa or (for a total) in several."""

    sasaran: int
    months: tuple[dict[str, int], ...]

    def number(self, month: int, basis: str, sex: str = BOTH) -> int:
        """The number of a month, or of all months up to it."""
        counted = self.months[:month] if basis == "cumulative" else self.months[month - 1 : month]
        return sum(each[one] for each in counted for one in (SEXES if sex == BOTH else (sex,)))

    def percent(self, month: int, basis: str) -> float:
        """The cakupan, from 0 to 100."""
        return 100 * self.number(month, basis) / self.sasaran


@dataclass(frozen=True)
class Counted:
    """A Puskesmas with its desa, the indicators of a report, and what was counted of them by desa, month and sex."""

    puskesmas: str
    programme: Programme
    year: int
    last_month: int
    desa: tuple[str, ...]
    indicators: tuple[Told, ...]
    people_words: dict[str, str]
    sasaran: dict[tuple[str, str], int]
    numbers: dict[tuple[str, str], tuple[dict[str, int], ...]]

    def served(self, areas: Sequence[str], told: Told) -> Served:
        """What was counted of an indicator in these desa together."""
        months = tuple(
            {sex: sum(self.numbers[desa, told.code][month][sex] for desa in areas) for sex in SEXES} for month in range(12)
        )
        return Served(self.sasaran_of(areas, told.people), months)

    def sasaran_of(self, areas: Sequence[str], people: str) -> int:
        """The sasaran of these desa together."""
        return sum(self.sasaran[desa, people] for desa in areas)

    def people(self, indicators: Sequence[Told]) -> list[str]:
        """The people of these indicators, each once, in their order."""
        return list(dict.fromkeys(told.people for told in indicators))


def draw_counted(dice: random.Random) -> Counted:
    """A year of a Puskesmas with four to nine desa and up to six indicators of one programme."""
    programme = dice.choice(PROGRAMMES)
    many = dice.randint(1, min(MOST_INDICATORS, len(programme.indicators)))
    places = sorted(dice.sample(range(len(programme.indicators)), many))
    indicators = tuple(
        Told(each.code, dice.choice(each.spellings), each.people) for each in (programme.indicators[place] for place in places)
    )
    desa = tuple(dice.sample(DESA, dice.randint(4, 9)))
    births = {name: dice.randint(18, 90) for name in desa}
    sasaran = {(name, key): round(births[name] * people.per_birth) for name in desa for key, people in PEOPLE.items()}
    numbers = {
        (name, told.code): tuple(
            {sex: dice.randint(0, max(1, sasaran[name, told.people] // PART_OF_A_MONTH)) for sex in SEXES} for _ in range(12)
        )
        for name in desa
        for told in indicators
    }
    words = {key: dice.choice(people.spellings) for key, people in PEOPLE.items()}
    return Counted(
        dice.choice(PUSKESMAS), programme, dice.choice((2024, 2025, 2026)), dice.randint(1, 12), desa, indicators, words, sasaran, numbers
    )
